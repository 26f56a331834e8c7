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
mod context;
mod decide;
mod question;
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
mod places;
mod romanised;
mod skeleton;
mod titles;
mod unread;
mod vocabulary;

use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};

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
    /// Only people this returns true for (a contact type, VIPs).
    pub admit: &'a dyn Fn(ContactId) -> bool,
    /// The folded words of contact types' names, and other words for them.
    pub types: &'a [(Vec<String>, ContactTypeId)],
    /// At most this many results.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// A question about everybody, with no leanings. Narrow it with `Query { organization, ..Query::new(text) }`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, organization: None, preferred: None, recent: &[], admit: &|_| true, types: &[], limit: 25 }
    }
}

/// The folded words of a name, as [`Query::types`] has them.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    fold::words(name)
}

/// What a search found, best first. `Id` is [`ContactId`] or [`OrganizationId`].
#[derive(Clone, Debug, PartialEq)]
pub struct Matches<Id> {
    /// How sure the engine is.
    pub verdict: Verdict,
    /// Best first: fewest words unexplained, then by falling score. With [`Verdict::None`] these are the nearest, not good
    /// enough to show as found.
    pub ranked: Vec<Match<Id>>,
    /// With [`Verdict::Client`] and [`Verdict::Elsewhere`], the organizations that the text names.
    pub clients: Vec<OrganizationId>,
}

/// How sure the engine is of what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first is the one that was meant.
    One,
    /// Several are plausible, or some of the words are not explained; a person must choose.
    Several,
    /// Nobody: the text is the name of an organization.
    Client,
    /// Nobody at the organization that the text names; these are at others.
    Elsewhere,
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
    /// What of the text nothing about it explains.
    pub missing: Vec<Missing>,
    /// How sure it has to be to be the one that was meant.
    pub(crate) certainty: Certainty,
}

/// Something typed that a match does not explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A word, folded, or a number or an address that nobody has.
    Text(String),
    /// A number or an address that is another contact's.
    Another,
}

/// What a match rests on, and so how sure it has to be to be the one that was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// It is spelled as it is stored.
    Spelled,
    /// It is nearly so, among the people of the organization that is named.
    NearInClient,
    /// It is nearly so, among everybody.
    Near,
    /// It is only ever one of several: a nickname is stored, and the name that was typed is not the only one it is short for.
    Doubtful,
}

impl<Id> Match<Id> {
    /// Whether something is another spelling or name than the one that is stored.
    pub(crate) fn is_vague(&self) -> bool {
        self.is_misspelled() || self.reasons.iter().any(|reason| matches!(reason, Reason::Nickname { .. }))
    }

    /// Whether something is not spelled as it is stored.
    #[must_use]
    pub fn is_misspelled(&self) -> bool {
        let misspelled = |reason: &Reason| {
            matches!(reason, Reason::Typo { .. } | Reason::SoundsLike { .. } | Reason::Client { typed: Some(_) })
        };
        self.reasons.iter().any(misspelled)
    }
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
    PhoneEnds {
        /// The digits typed.
        typed: String,
    },
    /// The whole phone number but for its country code, which is stored in another form or not at all.
    PhoneOtherwise {
        /// The digits typed.
        typed: String,
    },
    /// The e-mail address, or a part of it.
    Email,
    /// The domain of the e-mail address.
    EmailDomain,
    /// The organization, with what was typed for it where that is spelled otherwise.
    Client {
        /// As typed, folded.
        typed: Option<String>,
    },
    /// The job title.
    Title,
    /// The contact type.
    ContactType,
    /// The city of the location.
    Place,
}
