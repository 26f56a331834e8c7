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
    },
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
    /// The operator does not let cards be shown to a channel.
    SharingOff,
    /// Whoever has left is neither shown to a channel nor given as a file.
    NotHandedOn {
        /// The person.
        name: String,
    },
    /// A person's card comes as a file.
    ContactFile {
        /// The person.
        name: String,
    },
}
