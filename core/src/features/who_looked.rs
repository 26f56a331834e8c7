//! Answers `/who-looked`: the contact to ask the journal about. The request is in [`commands::who_looked`].
//!
//! The desk fills in the journal's rows, because only it can read the journal.

use commands::Completion;
use commands::who_looked::WhoLooked;

use crate::access::Permission;
use crate::answer::lookups::{Lookups, WHO_LOOKED};
use crate::answer::menu::{Heading, Menu, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::{Body, ClickTarget};
use crate::domain::id::ContactId;
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::narrow::Limit;
use crate::features::suggest;

pub(super) const FEATURE: Feature = Feature::new(WHO_LOOKED, &[Permission::WhoLooked], |_| None);

pub(super) fn ask(request: &WhoLooked) -> Ask<'_> {
    Ask { name: request.name.text(), ..Ask::command(&FEATURE, |context| answer(request, context)) }
}

pub(super) fn click(contact: ContactId, number: usize) -> Ask<'static> {
    Ask::click(WHO_LOOKED, FEATURE.permissions, move |context| page(contact, number, context))
}

pub(super) fn offer(completion: &Completion) -> Offer<'_> {
    Offer::new(WHO_LOOKED, Offered::Contacts, FEATURE.permissions, completion, |typed, context| {
        suggest::people(typed, None, None, None, context)
    })
}

/// Finds the contact as `/contact` does.
fn answer(request: &WhoLooked, context: Context<'_>) -> Body {
    let everybody = SearchScope { organizations: &Limit::None, typed_organization: None, admit: None };
    match find::person(&request.name, everybody, context) {
        Body::Card(card) => page(card.id, 0, context),
        // A site cannot be looked up.
        Body::Menu(Menu { heading: Heading::SiteNumber { typed }, .. }) => {
            Body::Notice(Notice::NobodyMatches { typed, within: None })
        }
        Body::Menu(menu) => Body::Menu(Menu { entries: menu.entries.into_iter().map(first_page).collect(), ..menu }),
        other => other,
    }
}

/// A page of this contact's lookups, not yet read.
fn page(contact: ContactId, page: usize, context: Context<'_>) -> Body {
    let Some(contact) = context.view.contact(contact) else { return Body::Notice(Notice::Gone) };
    Body::Lookups(Lookups {
        contact: contact.id,
        name: contact.display_name(),
        organization: context.view.organization_name(contact).map(str::to_owned),
        page,
        trail: None,
    })
}

fn first_page(entry: MenuEntry) -> MenuEntry {
    match entry.target {
        ClickTarget::Person(contact) => MenuEntry { target: ClickTarget::WhoLooked { contact, page: 0 }, ..entry },
        _ => entry,
    }
}
