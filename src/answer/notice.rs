//! What is said where there is nothing to show.

use commands::options::ParseError;

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
        nearest: Vec<String>,
    },
    /// No contact type is meant.
    UnknownType {
        /// As typed.
        typed: String,
        /// The account's types, as far as they can be listed.
        known: Vec<String>,
    },
    /// Nobody is marked important.
    NoVips {
        /// The organization searched.
        organization: Option<String>,
        /// The contact type searched.
        contact_type: Option<String>,
    },
    /// The organization has nobody to list.
    NobodyListed {
        /// The organization.
        organization: String,
        /// The contact type searched.
        contact_type: Option<String>,
    },
    /// A message names no organization on record.
    NothingNamed,
    /// About the organization that the channel stands for.
    Channel(Channel),
    /// The organization has no people on record.
    NobodyAt {
        /// The organization.
        organization: String,
        /// How many left; they are not offered.
        departed: usize,
    },
    /// The command cannot be read.
    Rejected(ParseError),
    /// The question comes from a place that is not served.
    NotServed,
    /// What was to be remembered could not be written down.
    NotSaved,
    /// What Discord sent cannot be read.
    Unreadable,
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
