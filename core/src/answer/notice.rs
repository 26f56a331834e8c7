//! What to say where there is nothing to show.

use commands::options::ParseError;
use jiff::Timestamp;

use crate::access::limiter::Refusal;
use crate::answer::Few;
use crate::answer::card::Named;
use crate::answer::form::ReleaseReason;
use crate::domain::id::{OrganizationId, UserId};
use crate::escalation::MissingContact;
use crate::reach::number::Number;

/// Why there is nothing to show. `typed` is the user's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The account was never read yet.
    StillLoading,
    /// The text to search for has no letter and no digit.
    NothingTyped,
    /// No contact matches, not even nearly, in the organization searched.
    NobodyMatches { typed: String, within: Option<String> },
    /// The record does not exist, or no longer.
    Gone,
    /// What was typed is not kept any more.
    DraftGone,
    /// The caller has changed as many contacts within the hour as they may.
    TooManyChanges { limit: u32 },
    /// A form does not hold the notes.
    NotesTooLong,
    /// The contact has left already.
    RetiredAlready { name: String },
    /// The account has no contact type for those who have left.
    NoDepartedType,
    /// No organization matches.
    UnknownOrganization { typed: String, nearest: Few<String> },
    /// No contact type matches any of the account's.
    UnknownType { typed: String, known: Few<String> },
    /// No contact of these is marked important.
    NoVips { organization: Option<String>, contact_type: Option<String> },
    /// The organization's VIPs are withheld.
    VipsWithheld { organization: String },
    /// The organization has no contact to list, or none of this type.
    NobodyListed { id: OrganizationId, organization: String, contact_type: Option<String> },
    /// A message names no organization on record.
    NothingNamed,
    /// About the organization that the channel stands for.
    Channel(Channel),
    /// About a user on hold, or nearly.
    Hold(Hold),
    /// The organization has no contacts on record but so many who have left, who are not offered.
    NobodyAt { id: OrganizationId, organization: String, departed: usize },
    /// How to reach the organization's contacts is withheld, and so is whether any can be called.
    CallsWithheld { organization: String },
    /// The organization has contacts on record, but none can be called.
    NobodyToCall(Box<DeadEnd>),
    /// No action of the policy file matches; `None` where it was known when a button was made.
    UnknownAction { typed: Option<String>, known: Few<String> },
    /// The policy file names no approvers.
    NoActions { organization: String },
    /// No organization was named, and the channel stands for none.
    NoChannel,
    /// The command cannot be read.
    Rejected(ParseError),
    /// The question comes from a server or place that is not served.
    NotServed,
    /// The button is too old.
    Expired,
    /// The caller may not see this.
    NotAllowed,
    /// The answer could not be noted in the audit journal.
    NotJournaled,
    /// The notebook's change could not be saved.
    NotSaved,
    /// What Discord sent cannot be read.
    Unreadable,
    /// The operator does not let cards be posted to a channel.
    SharingOff,
    /// A contact who has left is neither posted to a channel nor given as a file.
    NotHandedOn(Named),
    /// A contact's card comes as a file.
    ContactFile { name: String },
}

/// A notice about the organization that a channel stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// It stands for this one from now on.
    Bound { organization: String, before: Option<String> },
    /// It stands for this one already.
    BoundAlready { organization: String },
    /// The policy file says what it stands for, and Discord cannot change it.
    BoundByPolicy { organization: Option<String> },
    /// It stands for none any more, until now for this one.
    Unbound { organization: Option<String> },
    /// There is no binding to remove; its parent channel may stand for one.
    NotBound { by_parent: Option<String> },
    /// The caller may not change what it stands for.
    NotAllowed,
    /// The question comes from a terminal.
    None,
}

/// A notice about a user on hold, or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The caller has seen too many contacts within the hour; `elsewhere`: only a member of another server can end it.
    OnHold { minutes: usize, elsewhere: bool },
    /// The operator has seen too many contacts within the hour at the terminal.
    AtTerminal { minutes: usize },
    /// The caller has asked too often within the minute, and may ask again after this time.
    TooSoon { seconds: usize },
    /// This user may go on.
    Released { user: UserId, reason: ReleaseReason },
    /// A user cannot end their own hold.
    Own,
    /// The question comes from a terminal.
    None,
}

impl Hold {
    pub fn of(refusal: Refusal, now: Timestamp) -> Self {
        // Rounded up: a caller who comes back then is not refused again.
        let seconds =
            |until| usize::try_from(now.duration_until(until).as_millis()).unwrap_or_default().div_ceil(1000).max(1);
        match refusal {
            Refusal::TooSoon { until } => Self::TooSoon { seconds: seconds(until) },
            Refusal::TooMany { until } => Self::OnHold { minutes: seconds(until).div_ceil(60), elsewhere: false },
            Refusal::OnHold { until, elsewhere } => Self::OnHold { minutes: seconds(until).div_ceil(60), elsewhere },
        }
    }
}

/// An organization with contacts, none of which can be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadEnd {
    pub id: OrganizationId,
    pub organization: String,
    pub because: DeadEndReason,
    /// A few of those on record.
    pub named: Few<Named>,
    /// Contacts the order wants.
    pub missing: Few<MissingContact<Few<Named>>>,
    pub phones: Vec<Number>,
    /// Whether it can be tapped.
    pub dial_links: bool,
}

/// Why an organization with contacts has none to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadEndReason {
    Unreachable,
    /// The contacts with one are not in the policy file's order.
    NotInChain,
    /// Everyone was tried, and only by wrong numbers.
    Tried,
}
