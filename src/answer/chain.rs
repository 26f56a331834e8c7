//! The chain behind a card: where the person stands in it, who comes after, and what was tried so far.

use jiff::Timestamp;
use jiff::civil::Time;

use crate::answer::few::Few;
use crate::answer::menu::Entry;
use crate::domain::contact::{Contact, Fingerprint};
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::escalation::Why;
use crate::notebook::attempts::Outcome;
use crate::policy::who::Who;

/// The chain of an organization, seen from one person in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Whose chain it is.
    pub organization: OrganizationId,
    /// The organization's name.
    pub name: String,
    /// Which of the policy file's orders this is.
    pub order: Order,
    /// The person's place, counted from 1.
    pub place: usize,
    /// How many there are to call.
    pub total: usize,
    /// Why it is this person's turn.
    pub why: Why,
    /// The contact type that the role in `why` is only guessed from.
    pub guessed_from: Option<String>,
    /// What is to be said of the moment.
    pub notes: Vec<Note>,
    /// Whether the person was reached and nobody has to be called now.
    pub settled: bool,
    /// The number shown first, to which an outcome belongs.
    pub number: Option<Fingerprint>,
    /// Somebody who is awake where this person would be woken.
    pub awake: Option<Step>,
    /// Who is next, in order; a few.
    pub following: Vec<Step>,
    /// How many more there are after those.
    pub more: usize,
    /// Whom the order wants and who cannot be called.
    pub missing: Few<Missing>,
    /// The last calls of this escalation, oldest first.
    pub timeline: Vec<Tried>,
    /// How many calls there were before those.
    pub earlier: usize,
    /// The first people of the chain, in its own order, to choose from.
    pub entries: Vec<Entry>,
}

/// Which of the policy file's orders holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// There is no other.
    Only,
    /// That for in hours.
    InHours,
    /// That for out of hours.
    OutOfHours,
    /// That for in hours, because nobody can tell.
    Unknown,
}

/// What is to be said of the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The person clicked on is not in the chain any more, so this is another one.
    Changed,
    /// Everybody was called, the last one then; it goes round again.
    Again(Timestamp),
    /// The person was reached.
    Reached {
        /// When.
        at: Timestamp,
        /// By whom.
        by: UserId,
    },
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The place in the chain, counted from 1.
    pub place: usize,
    /// Who.
    pub contact: ContactId,
    /// The person's name.
    pub name: String,
    /// Why it is their turn.
    pub why: Why,
    /// The contact type that the role in `why` is only guessed from.
    pub guessed_from: Option<String>,
    /// Whether there is a number; else there is only an e-mail address.
    pub by_phone: bool,
    /// Whether they were called in this escalation, in vain.
    pub tried: bool,
    /// What time it is for the person where it is night; several where it may be one of them.
    pub night: Vec<Time>,
    /// Whether it is night where they are, and their notes say that they are there at this hour.
    pub there_at_night: bool,
}

/// Somebody the order wants that cannot be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Who is wanted.
    pub who: Who,
    /// Why they cannot be called.
    pub because: Because,
}

/// Somebody who is named without being offered to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub contact: ContactId,
    /// The name.
    pub name: String,
}

impl Named {
    /// A contact by name.
    #[must_use]
    pub fn of(contact: &Contact) -> Self {
        Self { contact: contact.id, name: contact.display_name() }
    }
}

/// Why somebody cannot be called, with those it is true of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// There is no such person.
    NotOnRecord,
    /// They have an e-mail address and no number.
    OnlyEmail(Few<Named>),
    /// They have neither.
    Unreachable(Few<Named>),
    /// They have left.
    Departed(Few<Named>),
}

/// Somebody was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// When.
    pub at: Timestamp,
    /// Who called; nobody in particular at a terminal.
    pub by: UserId,
    /// Who was called; `None` where the record is gone.
    pub whom: Option<Named>,
    /// How it ended.
    pub outcome: Outcome,
}
