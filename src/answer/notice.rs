//! What is said where there is nothing to show.

use commands::options::ParseError;
use jiff::Timestamp;

use crate::access::limiter::Refusal;
use crate::answer::chain::{Missing, Named};
use crate::answer::few::Few;
use crate::answer::form::ReleaseReason;
use crate::domain::id::{OrganizationId, UserId};
use crate::reach::number::Number;

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The account was never read yet.
    StillLoading,
    /// The text to search for has no letter and no digit.
    NothingTyped,
    /// Nobody is meant, and nobody is near.
    NobodyMatches {
        /// As typed.
        typed: String,
        /// The organization searched.
        within: Option<String>,
    },
    /// The record is not, or no longer, there to be shown.
    Gone,
    /// No organization is meant.
    UnknownOrganization {
        /// As typed.
        typed: String,
        /// Near names.
        nearest: Few<String>,
    },
    /// No contact type is meant.
    UnknownType {
        /// As typed.
        typed: String,
        /// The account's types, as far as they can be listed.
        known: Few<String>,
    },
    /// Nobody is marked important.
    NoVips {
        /// The organization searched.
        organization: Option<String>,
        /// The contact type searched.
        contact_type: Option<String>,
    },
    /// Who is a VIP at the organization is not put into chat.
    VipsWithheld {
        /// The organization searched.
        organization: String,
    },
    /// The organization has nobody to list.
    NobodyListed {
        /// The organization's id.
        id: OrganizationId,
        /// The organization.
        organization: String,
        /// The contact type searched.
        contact_type: Option<String>,
    },
    /// A message names no organization on record.
    NothingNamed,
    /// About the organization that the channel stands for.
    Channel(Channel),
    /// About somebody who has asked too much, or may have.
    Hold(Hold),
    /// The organization has no people on record.
    NobodyAt {
        /// The organization's id.
        id: OrganizationId,
        /// The organization.
        organization: String,
        /// How many left; they are not offered.
        departed: usize,
    },
    /// The organization has people on record, but nobody can be called.
    NobodyToCall(Box<DeadEnd>),
    /// No action is meant.
    UnknownAction {
        /// As typed; `None` where it was known when a button was made.
        typed: Option<String>,
        /// What the policy file speaks of.
        known: Few<String>,
    },
    /// The policy file does not say who may approve anything.
    NoActions {
        /// At this organization.
        organization: String,
    },
    /// No organization was named, and the channel stands for none.
    NoChannel,
    /// The command cannot be read.
    Rejected(ParseError),
    /// The question comes from a place that is not served.
    NotServed,
    /// The button is too old.
    Expired,
    /// Whoever asks may not see this.
    NotAllowed,
    /// It could not be noted in the audit journal who is shown what.
    NotJournaled,
    /// What was to be remembered could not be written down.
    NotSaved,
    /// What Discord sent cannot be read.
    Unreadable,
    /// The operator does not let cards be shown to a channel.
    SharingOff,
    /// Whoever has left is neither shown to a channel nor given as a file.
    NotHandedOn(Named),
    /// A person's card comes as a file.
    ContactFile {
        /// The person.
        name: String,
    },
}

/// What is said about the organization that a channel stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// It stands for this one from now on.
    Bound {
        /// The organization.
        organization: String,
        /// The one it stood for until now.
        before: Option<String>,
    },
    /// It stands for this one already.
    BoundAlready {
        /// The organization.
        organization: String,
    },
    /// The policy file says what it stands for, and nobody else does.
    BoundByPolicy {
        /// The organization; `None` where none on record is meant.
        organization: Option<String>,
    },
    /// It stands for none any more.
    Unbound {
        /// The one it stood for until now; `None` where that is not on record any more.
        organization: Option<String>,
    },
    /// There is nothing to take back.
    NotBound {
        /// What it stands for as a thread of a channel that does.
        by_parent: Option<String>,
    },
    /// The person may not change what it stands for.
    NotAllowed,
    /// There is no channel: the question comes from a terminal.
    None,
}

/// What is said about somebody who has asked too much, or may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Whoever asks has seen too many people within the hour.
    OnHold {
        /// For how many minutes nothing is looked up for them.
        minutes: usize,
        /// Whether somebody of another server has to let them go on.
        elsewhere: bool,
    },
    /// The operator has seen too many people within the hour at the terminal.
    AtTerminal {
        /// For how many minutes nothing is looked up there.
        minutes: usize,
    },
    /// Whoever asks has asked too often within the minute.
    TooSoon {
        /// After how many seconds they may ask again.
        seconds: usize,
    },
    /// This user may go on.
    Released {
        /// Who.
        user: UserId,
        /// Why.
        reason: ReleaseReason,
    },
    /// Nobody lets themselves go on.
    Own,
    /// Nobody is on hold: the question comes from a terminal.
    None,
}

impl Hold {
    /// What a caller is told of a refusal.
    #[must_use]
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

/// An organization with people, none of whom can be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadEnd {
    /// The organization's id.
    pub id: OrganizationId,
    /// The organization.
    pub organization: String,
    /// Why nobody can be called.
    pub because: Dead,
    /// A few of those on record.
    pub named: Few<Named>,
    /// Whom the order wants.
    pub missing: Few<Missing>,
    /// The phone of the organization's site.
    pub phone: Option<Number>,
    /// Whether it can be tapped.
    pub dial_links: bool,
}

impl DeadEnd {
    /// Of an organization of whose people only names are put into chat: who has left, who has a number and whom the order
    /// wants are no names.
    #[must_use]
    pub fn withheld(id: OrganizationId, organization: String) -> Self {
        let because = Dead::Withheld;
        Self {
            id,
            organization,
            because,
            named: Few::of([], 0),
            missing: Few::of([], 0),
            phone: None,
            dial_links: false,
        }
    }
}

/// Why there is nobody to call at an organization that has people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dead {
    /// How people can be reached there is not put into chat.
    Withheld,
    /// Nobody has a phone or an e-mail address.
    Unreachable,
    /// Whoever has one is not in the policy file's order.
    NotInChain,
    /// Everybody was tried, and by wrong numbers only.
    Tried,
}
