//! Who may approve an action at an organization.

use crate::answer::chain::Named;
use crate::answer::few::Few;
use crate::answer::menu::MenuEntry;
use crate::domain::id::OrganizationId;
use crate::escalation::{MissingContact, StepReason};
use crate::reach::number::Number;

/// The approvers of an action at an organization, by the policy file and by nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Approvers {
    pub action: String,
    pub id: OrganizationId,
    pub organization: String,
    /// In the order to ask.
    pub people: Vec<Approver>,
    /// Whether there are more than can be shown.
    pub more: bool,
    /// Contact types at the organization that are only guessed to stand for a listed role: their contacts may not
    /// approve.
    pub guessed_types: Few<String>,
    /// Persons the policy file names who are not on record.
    pub missing: Few<MissingContact<Few<Named>>>,
    /// Where there is no approver: the contacts who decide, and may know more. They may not approve either.
    pub deciders: Few<Approver>,
    /// Whether numbers can be tapped.
    pub dial_links: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Approver {
    pub entry: MenuEntry,
    /// IT Glue's own contact type; `None` where there is none or it is withheld.
    pub contact_type: Option<String>,
    /// Why the contact may approve; `None` where this is withheld.
    pub why: Option<StepReason>,
    /// The number to dial now.
    pub number: Option<Number>,
    /// Whether numbers are withheld from the caller.
    pub withheld: bool,
}
