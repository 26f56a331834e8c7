//! The chain behind a card: the contact's place in it, who comes after, and the calls so far.

use jiff::Timestamp;
use jiff::civil::Time;

use crate::answer::Few;
use crate::answer::menu::MenuEntry;
use crate::domain::contact::{Contact, Fingerprint};
use crate::domain::id::{ContactId, OrganizationId};
use crate::escalation::{MissingContact, StepReason};
use crate::notebook::attempts::Attempt;

/// The chain of an organization, seen from one contact in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardChain {
    pub organization: OrganizationId,
    pub name: String,
    pub order: OrderInForce,
    /// The contact's place, counted from 1.
    pub place: usize,
    pub total: usize,
    pub why: StepReason,
    /// The contact type behind a role in `why` that no type states literally.
    pub guessed_from: Option<String>,
    pub notes: Vec<Note>,
    /// Whether the contact was reached and no call is due now.
    pub settled: bool,
    /// The number shown first, to which an outcome belongs.
    pub number: Option<Fingerprint>,
    /// A contact who is awake where this one would be woken.
    pub awake: Option<CardStep>,
    /// Whether no other contact is known to be awake, after a call and where this one would be woken.
    pub none_awake: bool,
    /// The next few steps.
    pub following: Few<CardStep>,
    pub missing: Few<MissingContact<Few<Named>>>,
    /// The last calls of this escalation, oldest first, and whom; `None` where the record is gone.
    pub timeline: Vec<(Attempt, Option<Named>)>,
    /// How many calls came before those.
    pub earlier: usize,
    /// The first contacts of the chain, in its own order, to choose from.
    pub entries: Vec<MenuEntry>,
}

impl CardChain {
    /// Whether a remark or the list of calls tells of a call to this contact.
    pub fn tells_of(&self, contact: ContactId, attempt: &Attempt) -> bool {
        let is_it = |call: &Attempt| (call.at, call.by) == (attempt.at, attempt.by);
        self.notes.iter().any(|note| matches!(note, Note::Reached(call) if is_it(call)))
            || self.timeline.iter().any(|(call, whom)| is_it(call) && whom.is_some() && call.contact == contact)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderInForce {
    Only,
    InHours,
    OutOfHours,
    /// The one for in hours, because the hour is not known.
    Unknown,
}

/// A remark on the state of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The clicked contact is not in the chain any more, so this is another one.
    Changed,
    /// Everyone was called, the last one then; the chain starts again.
    Again(Timestamp),
    Reached(Attempt),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    /// The place in the chain, counted from 1.
    pub place: usize,
    pub contact: ContactId,
    pub name: String,
    pub why: StepReason,
    /// The contact type behind a role in `why` that no type states literally.
    pub guessed_from: Option<String>,
    /// Whether there is a number; otherwise only an e-mail address. `None` where the caller may not know.
    pub by_phone: Option<bool>,
    /// Whether the contact was called in vain in this escalation.
    pub tried: bool,
    /// The contact's local time, where it is night; several where it may be one of them.
    pub night: Vec<Time>,
    /// Whether it is night at the contact's place, and the notes say that the contact is on duty.
    pub there_at_night: bool,
}

/// A contact who is named without being offered to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub contact: ContactId,
    pub name: String,
}

impl Named {
    pub fn of(contact: &Contact) -> Self {
        Self { contact: contact.id, name: contact.display_name() }
    }
}
