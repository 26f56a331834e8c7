//! Finding the right person from whatever was typed. Pure: no I/O, no clock, and no input can make it fail.
//!
//! [`Index::build`](index::Index::build) is costly and done in the background; a built index never changes.
//! [`Index::search`](index::Index::search) answers a finished question and decides whether there is one clear winner;
//! [`Index::complete`](index::Index::complete) answers every keystroke of a half-typed one;
//! [`Index::organizations`](index::Index::organizations) does for organizations what the other two do for people, and
//! [`Index::organizations_in`](index::Index::organizations_in) tells which of them an alert is about.

pub mod index;

pub mod ablation;

mod find;

mod candidates;
mod decide;
mod score;

mod people;

mod emails;
mod mentions;
mod names;
mod organizations;
pub mod phones;

mod probe;

mod fold;
mod fuzzy;
mod grouped;
mod lexicon;
mod nicknames;
mod phonetic;
mod romanised;
mod skeleton;
mod unread;
mod vocabulary;

use crate::domain::id::{ContactId, OrganizationId};

/// What is being looked for, and among whom.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    /// What was typed: a name in any order, words of an organization, an e-mail, digits of a phone.
    pub text: &'a str,
    /// Only people of this organization; never answered from another one.
    pub organization: Option<OrganizationId>,
    /// The organization the channel stands for: its people come first among equals.
    pub preferred: Option<OrganizationId>,
    /// People looked up lately, latest first: they come first among equals, after the preferred organization.
    pub recent: &'a [ContactId],
    /// Only people this returns true for (a contact type, VIPs, what the caller may see).
    pub admit: &'a dyn Fn(ContactId) -> bool,
    /// At most this many results.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// A question about everybody, with no leanings. Narrow it with `Query { organization, ..Query::new(text) }`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, organization: None, preferred: None, recent: &[], admit: &|_| true, limit: 25 }
    }
}

/// What a search found, best first. `Id` is [`ContactId`] or [`OrganizationId`].
#[derive(Clone, Debug, PartialEq)]
pub struct Matches<Id> {
    /// How sure the engine is.
    pub verdict: Verdict,
    /// Best first, ordered by falling score. With [`Verdict::None`] these are the nearest, not good enough to show as found.
    pub ranked: Vec<Match<Id>>,
}

/// How sure the engine is of what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first is the one that was meant.
    One,
    /// Several are plausible; a person must choose.
    Several,
    /// Nobody is plausible.
    None,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<Id> {
    /// Who or what.
    pub id: Id,
    /// 0 to 1, comparable between queries: 1 is literal.
    pub score: f32,
    /// Why it matched where that was not literal; empty for a literal match.
    pub reasons: Vec<Reason>,
}

/// Why something matched although it is not what was typed, in data; the words are in [`crate::answer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A nickname of the stored name, or the other way round.
    Nickname {
        /// As typed, folded.
        typed: String,
        /// As stored, folded.
        stored: String,
    },
    /// Spelled differently by a letter or two.
    Typo {
        /// As typed, folded.
        typed: String,
        /// As stored, folded.
        stored: String,
    },
    /// Spelled differently, pronounced alike.
    SoundsLike {
        /// As typed, folded.
        typed: String,
        /// As stored, folded.
        stored: String,
    },
    /// First letters, or a login made of the name ("jsmith").
    Initials,
    /// The organization's initials ("ACME").
    Acronym,
    /// The phone number and the typed one end alike, as far as the shorter of the two goes.
    PhoneEnds,
    /// The whole phone number but for its country code, which is stored in another form or not at all.
    PhoneOtherwise,
    /// The e-mail address, or a part of it.
    Email,
}
