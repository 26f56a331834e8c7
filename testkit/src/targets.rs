//! Where buttons and menu entries lead, in short. What may be left open is `None`.

use callsheet::discord::custom_id::CustomId;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::form::Form;
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId, UserId};
use callsheet_core::notebook::attempts::Outcome;
use callsheet_core::policy::Layout;
use jiff::Timestamp;

pub fn person(contact: u64) -> ClickTarget {
    ClickTarget::Person(ContactId(contact))
}

pub fn primary(organization: u64) -> ClickTarget {
    ClickTarget::Primary(OrganizationId(organization))
}

pub fn step(organization: u64, contact: u64) -> ClickTarget {
    ClickTarget::Step { organization: OrganizationId(organization), contact: ContactId(contact) }
}

pub fn layout(contact: u64, chain: Option<u64>, layout: Layout) -> ClickTarget {
    ClickTarget::Layout { contact: ContactId(contact), chain: chain.map(OrganizationId), layout }
}

pub fn notes(contact: u64, page: usize) -> ClickTarget {
    ClickTarget::Notes { contact: ContactId(contact), chain: None, page }
}

pub fn outcome(contact: u64, chain: u64, outcome: Outcome) -> ClickTarget {
    let chain = Some(OrganizationId(chain));
    ClickTarget::Outcome { contact: ContactId(contact), chain, number: None, outcome }
}

pub fn share(contact: u64) -> ClickTarget {
    ClickTarget::Share { contact: ContactId(contact), chain: None }
}

pub fn favourite(contact: u64) -> ClickTarget {
    ClickTarget::Favourite { contact: ContactId(contact), chain: None, on: true }
}

pub fn reveal(contact: u64, chain: u64) -> ClickTarget {
    ClickTarget::Reveal { contact: ContactId(contact), chain: Some(OrganizationId(chain)) }
}

pub fn file(contact: u64) -> ClickTarget {
    ClickTarget::ContactFile(ContactId(contact))
}

pub fn vips(organization: Option<u64>, contact_type: Option<u64>, page: usize) -> ClickTarget {
    let (organization, contact_type) = (organization.map(OrganizationId), contact_type.map(ContactTypeId));
    ClickTarget::Vips { organization, contact_type, page }
}

pub fn directory(organization: u64, contact_type: Option<u64>, page: usize) -> ClickTarget {
    let (organization, contact_type) = (OrganizationId(organization), contact_type.map(ContactTypeId));
    ClickTarget::Directory { organization, contact_type, page }
}

pub fn who_can(organization: u64, action: u16) -> ClickTarget {
    ClickTarget::WhoCan { organization: OrganizationId(organization), action }
}

pub fn bind(organization: u64) -> ClickTarget {
    ClickTarget::Bind(OrganizationId(organization))
}

pub fn who_looked(contact: u64, page: usize) -> ClickTarget {
    ClickTarget::WhoLooked { contact: ContactId(contact), page }
}

/// Takes back a call of this moment.
pub fn undo(contact: u64, chain: u64, outcome: Outcome, at: Timestamp) -> ClickTarget {
    let chain = Some(OrganizationId(chain));
    ClickTarget::Undo { contact: ContactId(contact), chain, number: None, outcome, at }
}

/// What the form to report a contact's number carries.
pub fn wrong_number(contact: u64) -> String {
    CustomId::Form(Form::WrongNumber { contact: ContactId(contact), chain: None, number: None }, 1).write()
}

/// What the form to release a user carries.
pub fn release(user: u64) -> String {
    CustomId::Form(Form::Release(UserId(user)), 1).write()
}
