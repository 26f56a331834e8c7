//! Answers `/who-looked`: about whom the journal is to be asked; what may be asked is in [`commands::who_looked`].
//!
//! What the journal says is put in where it can be read.

use commands::who_looked::WhoLooked;

use crate::answer::lookups::Lookups;
use crate::answer::menu::{Entry, Heading, Menu};
use crate::answer::notice::Notice;
use crate::answer::{Body, ClickTarget};
use crate::domain::id::ContactId;
use crate::handlers::context::Context;
use crate::handlers::find::{self, Among};
use crate::handlers::narrow::Limit;

/// Finds the person as `/contact` does.
pub(super) fn answer(request: &WhoLooked, context: Context<'_>) -> Body {
    let everybody = Among { organizations: &Limit::None, typed_organization: None, admit: &|_| true };
    match find::person(&request.name, everybody, context) {
        Body::Card(card) => page(card.id, 0, context),
        // Nobody can look up a site.
        Body::Menu(Menu { heading: Heading::SiteNumber { typed }, .. }) => {
            Body::Notice(Notice::NobodyMatches { typed, within: None })
        }
        Body::Menu(menu) => Body::Menu(Menu { entries: menu.entries.into_iter().map(first_page).collect(), ..menu }),
        other => other,
    }
}

/// A page of who looked this person up, of which nothing has been read yet.
pub(super) fn page(contact: ContactId, page: usize, context: Context<'_>) -> Body {
    let Some(contact) = context.view.contact(contact) else { return Body::Notice(Notice::Gone) };
    Body::Lookups(Lookups {
        contact: contact.id,
        name: contact.display_name(),
        organization: context.view.organization_name(contact).map(str::to_owned),
        page,
        trail: None,
    })
}

fn first_page(entry: Entry) -> Entry {
    match entry.target {
        ClickTarget::Person(contact) => Entry { target: ClickTarget::WhoLooked { contact, page: 0 }, ..entry },
        _ => entry,
    }
}
