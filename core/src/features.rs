//! Question to answer: pure, and it cannot fail.
//!
//! Each feature is a file: the permission that its command, its clicks, its form and its suggestions need, their names
//! in the journal, and their answers. The functions below bind each question to its feature; a new question does not
//! compile before it has its arm. [`FEATURES`] lists the commands for `/help`; tests miss one that is not in it.
//!
//! "Not found", "several", "gone" and "still loading" are answers. What names a record (a suggestion that was taken,
//! an entry of a menu, a button) is looked up again in the snapshot of the moment.

mod alert;
pub mod ask;
mod banner;
mod bind;
mod calls;
mod card;
mod chain;
mod channel;
mod contact;
pub mod context;
mod directory;
pub mod disclosure;
mod edit;
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

use commands::{Command, Completion};

use crate::answer::ClickTarget;
use crate::answer::form::{Form, Given};
use crate::features::ask::{Ask, Feature, Offer};
use crate::features::calls::Call;

/// The commands, in the order in which `/help` explains them.
pub const FEATURES: [&Feature; 15] = [
    &contact::FEATURE,
    &vip::FEATURE,
    &primary::FEATURE,
    &alert::FEATURE,
    &directory::FEATURE,
    &who_can::FEATURE,
    &edit::EDIT,
    &edit::ADD,
    &edit::RETIRE,
    &bind::FEATURE,
    &bind::UNBIND,
    &who_looked::FEATURE,
    &release::FEATURE,
    &status::FEATURE,
    &help::FEATURE,
];

/// The feature of each command.
pub fn command(command: &Command) -> Ask<'_> {
    match command {
        Command::Contact(request) => contact::ask(request),
        Command::Vip(request) => vip::ask(request),
        Command::Primary(request) => primary::ask(request),
        Command::Directory(request) => directory::ask(request),
        Command::WhoCan(request) => who_can::ask(request),
        Command::WhoDoICall { text } => alert::ask(text),
        Command::Bind(request) => bind::ask(request),
        Command::Unbind => bind::ask_to_unbind(),
        Command::WhoLooked(request) => who_looked::ask(request),
        Command::Release(request) => release::ask(*request),
        Command::ContactAdd(request) => edit::ask_to_add(request),
        Command::ContactEdit(request) => edit::ask(request),
        Command::ContactRetire(request) => edit::ask_to_retire(request),
        Command::Status => status::ask(),
        Command::Help => help::ask(),
    }
}

/// The feature of each entry of a menu and each button.
pub fn click(target: ClickTarget) -> Ask<'static> {
    match target {
        ClickTarget::Person(id) => card::click(id),
        ClickTarget::Layout { contact, chain, layout } => card::click_layout(contact, chain, layout),
        ClickTarget::Notes { contact, chain, page } => card::click_notes(contact, chain, page),
        ClickTarget::Share { contact, chain } => card::click_share(contact, chain),
        ClickTarget::Reveal { contact, chain } => card::click_reveal(contact, chain),
        ClickTarget::Favourite { contact, chain, on } => card::click_favourite(contact, chain, on),
        ClickTarget::ContactFile(id) => card::click_file(id),
        ClickTarget::Primary(id) => primary::click(id),
        ClickTarget::Step { organization, contact } => primary::click_step(organization, contact),
        ClickTarget::Outcome { contact, chain, number, outcome } => {
            calls::click(Call { contact, chain, number }, outcome)
        }
        ClickTarget::Vips { organization, contact_type, page } => vip::click(organization, contact_type, page),
        ClickTarget::Directory { organization, contact_type, page } => {
            directory::click(organization, contact_type, page)
        }
        ClickTarget::RevealDirectory { organization, contact_type, page } => {
            directory::click_reveal(organization, contact_type, page)
        }
        ClickTarget::WhoCan { organization, action } => who_can::click(organization, action),
        ClickTarget::Bind(id) => bind::click(id),
        ClickTarget::WhoLooked { contact, page } => who_looked::click(contact, page),
        ClickTarget::Undo { contact, chain, number, outcome, at } => {
            calls::click_undo(Call { contact, chain, number }, outcome, at)
        }
        ClickTarget::Edit(contact) => edit::click(contact),
        ClickTarget::EditPart { contact, part } => edit::click_part(contact, part),
        ClickTarget::Retire(contact) => edit::click_retire(contact),
        ClickTarget::Add(organization) => edit::click_add(organization),
        ClickTarget::Draft(draft) => edit::click_draft(draft),
        ClickTarget::DraftPart { draft, part } => edit::click_draft_part(draft, part),
        ClickTarget::DraftSide { draft, field, side } => edit::click_side(draft, field, side),
        ClickTarget::Save(draft) => edit::click_save(draft),
        ClickTarget::Discard(draft) => edit::click_drop(draft),
        ClickTarget::UndoEdit(edit) => edit::click_undo(edit),
    }
}

/// The feature of each form that was filled in.
pub fn form(form: Form, given: &Given) -> Ask<'_> {
    match form {
        Form::Release(user) => release::submitted(user, given),
        Form::WrongNumber { contact, chain, number } => calls::submitted(Call { contact, chain, number }, given),
        Form::Edit { draft, part } => edit::submitted(draft, part, given),
        Form::Retire(draft) => edit::submitted_retire(draft, given),
    }
}

/// The feature of each half-typed option. Suggestions of organizations and types do not say which command they are for.
pub fn completion(completion: &Completion) -> Offer<'_> {
    match completion {
        Completion::Person { organization, contact_type, .. } => {
            contact::offer(completion, organization.as_ref(), contact_type.as_ref())
        }
        Completion::Vip { organization, contact_type, .. } => {
            vip::offer(completion, organization.as_ref(), contact_type.as_ref())
        }
        Completion::WhoLooked { .. } => who_looked::offer(completion),
        Completion::Edited { .. } => edit::offer(completion),
        Completion::Organization { .. } => suggest::offer_organizations(completion),
        Completion::ContactType { .. } => suggest::offer_contact_types(completion),
        Completion::Action { organization, .. } => who_can::offer(completion, organization.as_ref()),
    }
}
