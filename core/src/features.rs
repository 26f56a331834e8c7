//! Question to answer: pure, and it cannot fail.
//!
//! Each feature is a file. The tables below say of each question which permissions it needs, what the journal calls it,
//! and which feature answers it; a new question does not compile before it has its row.
//!
//! "Not found", "several", "gone" and "still loading" are answers. What names a record (a suggestion that was taken,
//! an entry of a menu, a button) is looked up again in the snapshot of the moment.

mod alert;
pub mod ask;
mod banner;
mod bind;
mod card;
mod chain;
mod channel;
mod contact;
pub mod context;
mod directory;
pub mod disclosure;
mod find;
mod help;
mod narrow;
mod primary;
mod reach;
mod release;
mod rows;
mod status;
mod suggest;
mod vip;
mod who_can;
mod who_looked;

use commands::options::Pick;
use commands::{Command, Completion};

use crate::access::Permission;
use crate::answer::ClickTarget;
use crate::answer::form::{Form, Given};
use crate::answer::lookups::WHO_LOOKED;
use crate::domain::contact::Contact;
use crate::domain::id::OrganizationId;
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::chain::ShownAs;
use crate::features::context::Context;
use crate::journal::Action;

/// The commands, in the order in which `/help` explains them.
pub const FEATURES: [&Feature; 12] = [
    &contact::FEATURE,
    &vip::FEATURE,
    &primary::FEATURE,
    &alert::FEATURE,
    &directory::FEATURE,
    &who_can::FEATURE,
    &bind::FEATURE,
    &bind::UNBIND,
    &who_looked::FEATURE,
    &release::FEATURE,
    &status::FEATURE,
    &help::FEATURE,
];

/// Every way to look a contact up.
const LOOKUPS: &[Permission] = &[
    Permission::Contact,
    Permission::Vip,
    Permission::Primary,
    Permission::Directory,
    Permission::WhoCan,
    Permission::Alert,
];

/// Every way to the chain of an organization.
const CHAINS: &[Permission] = &[Permission::Primary, Permission::Alert];

/// The commands with an option for an organization, and with one for a contact type.
const NAMING_ORGANIZATIONS: &[Permission] = &[
    Permission::Contact,
    Permission::Vip,
    Permission::Primary,
    Permission::Directory,
    Permission::WhoCan,
    Permission::Bind,
];
const NAMING_TYPES: &[Permission] = &[Permission::Contact, Permission::Vip, Permission::Directory];

pub fn command(command: &Command) -> Ask<'_> {
    match command {
        Command::Contact(request) => {
            let ask = Ask::command(&contact::FEATURE, |context| contact::answer(request, context));
            Ask { name: request.name.text(), ..ask }
        }
        Command::Vip(request) => {
            let ask = Ask::command(&vip::FEATURE, |context| vip::answer(request, context));
            Ask { name: request.name.as_ref().and_then(Pick::text), ..ask }
        }
        Command::Primary(request) => Ask::command(&primary::FEATURE, |context| primary::answer(request, context)),
        Command::Directory(request) => Ask::command(&directory::FEATURE, |context| directory::answer(request, context)),
        Command::WhoCan(request) => Ask::command(&who_can::FEATURE, |context| who_can::answer(request, context)),
        Command::WhoDoICall { text } => {
            Ask::new(Action::Alert, alert::FEATURE.permissions, |context| alert::answer(text, context))
        }
        Command::Bind(request) => Ask::command(&bind::FEATURE, |context| bind::answer(request, context)),
        Command::Unbind => Ask::command(&bind::UNBIND, bind::unbind),
        Command::WhoLooked(request) => {
            let ask = Ask::command(&who_looked::FEATURE, |context| who_looked::answer(request, context));
            Ask { name: request.name.text(), ..ask }
        }
        Command::Release(request) => Ask::command(&release::FEATURE, |context| release::answer(*request, context)),
        Command::Status => Ask { of_itself: true, ..Ask::command(&status::FEATURE, status::answer) },
        Command::Help => Ask { of_itself: true, ..Ask::command(&help::FEATURE, help::answer) },
    }
}

/// The feature of each entry of a menu and each button.
pub fn click(target: ClickTarget) -> Ask<'static> {
    // Only a card that shows a chain says on which way it was come by.
    let card = |chain: Option<OrganizationId>| if chain.is_some() { CHAINS } else { LOOKUPS };
    match target {
        ClickTarget::Person(id) => Ask::click("person", LOOKUPS, move |context| find::by_id(id, context)),
        ClickTarget::Layout { contact, chain, layout } => Ask::click("layout", card(chain), move |context| {
            card::changed(contact, chain, context, |card| card.layout = layout)
        }),
        ClickTarget::Notes { contact, chain, page } => {
            Ask::click("notes", card(chain), move |context| card::notes(contact, chain, page, context))
        }
        ClickTarget::Share { contact, chain } => {
            Ask::new(Action::Share, &[Permission::Share], move |context| card::shared(contact, chain, context))
        }
        ClickTarget::Reveal { contact, chain } => {
            let ask = Ask::click("reveal", card(chain), move |context| card::of(contact, chain, context));
            Ask { reveal: true, ..ask }
        }
        ClickTarget::Favourite { contact, chain, on } => {
            Ask::click("favourite", card(chain), move |context| card::favourite(contact, chain, on, context))
        }
        ClickTarget::ContactFile(id) => {
            Ask::new(Action::ContactFile, &[Permission::ContactFile], move |context| card::file(id, context))
        }
        ClickTarget::Primary(id) => Ask::click("primary", CHAINS, move |context| {
            context.at(id, |organization| primary::of(organization, context))
        }),
        ClickTarget::Step { organization, contact } => Ask::click("step", CHAINS, move |context| {
            context.at(organization, |organization| primary::card(organization, contact, ShownAs::Chosen, context))
        }),
        ClickTarget::Outcome { contact, chain, number, outcome } => {
            Ask::click("outcome", CHAINS, move |context| primary::outcome(contact, chain, number, outcome, context))
        }
        ClickTarget::Vips { organization, contact_type, page } => {
            Ask::click("vips", vip::FEATURE.permissions, move |context| {
                vip::page(organization, contact_type, page, context)
            })
        }
        ClickTarget::Directory { organization, contact_type, page } => {
            Ask::click("directory", directory::FEATURE.permissions, move |context| {
                directory::page(organization, contact_type, page, context)
            })
        }
        ClickTarget::RevealDirectory { organization, contact_type, page } => {
            // The contacts' own fields stay behind a click on each of them.
            let ask = Ask::click("reveal", directory::FEATURE.permissions, move |context| {
                directory::page(organization, contact_type, page, Context { reveal: false, ..context })
            });
            Ask { reveal: true, ..ask }
        }
        ClickTarget::WhoCan { organization, action } => {
            Ask::click("who-can", who_can::FEATURE.permissions, move |context| {
                context.at(organization, |organization| who_can::of_action(organization, action, context))
            })
        }
        ClickTarget::Bind(id) => Ask::click("bind", bind::FEATURE.permissions, move |context| {
            context.at(id, |organization| bind::to(organization, context))
        }),
        ClickTarget::WhoLooked { contact, page } => {
            Ask::click(WHO_LOOKED, who_looked::FEATURE.permissions, move |context| {
                who_looked::page(contact, page, context)
            })
        }
    }
}

pub fn form(form: Form, given: &Given) -> Ask<'_> {
    let Form::Release(user) = form;
    Ask::new(Action::Release, release::FEATURE.permissions, move |context| release::submit(user, given, context))
}

/// The feature of each half-typed option. Suggestions of organizations and types do not say which command they are for.
pub fn completion(completion: &Completion) -> Offer<'_> {
    use Offered::{Contacts, Organizations, Words};

    match completion {
        Completion::Person { organization, contact_type, .. } => {
            Offer::new("contact", Contacts, contact::FEATURE.permissions, completion, |typed, context| {
                suggest::people(typed, organization.as_ref(), contact_type.as_ref(), None, context)
            })
        }
        Completion::Vip { organization, contact_type, .. } => {
            Offer::new("vip", Contacts, vip::FEATURE.permissions, completion, |typed, context| {
                let is_vip = |contact: &Contact| vip::is_vip(contact, context);
                suggest::people(typed, organization.as_ref(), contact_type.as_ref(), Some(&is_vip), context)
            })
        }
        Completion::WhoLooked { .. } => {
            Offer::new(WHO_LOOKED, Contacts, who_looked::FEATURE.permissions, completion, |typed, context| {
                suggest::people(typed, None, None, None, context)
            })
        }
        Completion::Organization { .. } => {
            Offer::new("organization", Organizations, NAMING_ORGANIZATIONS, completion, suggest::organizations)
        }
        Completion::ContactType { .. } => Offer::new("type", Words, NAMING_TYPES, completion, suggest::contact_types),
        Completion::Action { organization, .. } => {
            Offer::new("action", Words, who_can::FEATURE.permissions, completion, |typed, context| {
                who_can::choices(typed, organization.as_ref(), context)
            })
        }
    }
}
