//! Who may approve something at an organization.

use crate::answer::chain::Missing;
use crate::answer::few::Few;
use crate::answer::menu::Entry;
use crate::domain::id::OrganizationId;
use crate::escalation::Why;
use crate::reach::number::Number;

/// Who may approve something at an organization, by the policy file and by nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Approvers {
    /// What is to be approved.
    pub action: String,
    /// The organization's id.
    pub id: OrganizationId,
    /// The organization's name.
    pub organization: String,
    /// Who may, in the order to ask.
    pub people: Vec<Approver>,
    /// Whether there are more than can be shown.
    pub more: bool,
    /// Contact types of people there that stand for a role which may, but only by a guess: these people may not.
    pub guessed_types: Few<String>,
    /// Persons the policy file names who are not there.
    pub missing: Few<Missing>,
    /// Where nobody may: who decides there, and may know who could. They may not either.
    pub deciders: Few<Approver>,
    /// Whether numbers can be tapped.
    pub dial_links: bool,
}

/// Somebody to ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Approver {
    /// Who.
    pub entry: Entry,
    /// IT Glue's own contact type, `None` where there is none or it is not put into chat.
    pub contact_type: Option<String>,
    /// Why they may; `None` where that is not put into chat.
    pub why: Option<Why>,
    /// The number to dial now.
    pub number: Option<Number>,
    /// Whether numbers are kept back from whoever asks.
    pub withheld: bool,
}
