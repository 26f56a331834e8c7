//! Finds the right contact from any typed text. Pure: no I/O, no clock, and no input can make it fail.
//!
//! [`Index::build`](index::Index::build) is costly and done in the background; a built index never changes.
//! [`Index::search`](index::Index::search) answers a finished question and decides whether there is one clear winner;
//! [`Index::complete`](index::Index::complete) answers every keystroke of a half-typed one;
//! [`Index::organizations`](index::Index::organizations) does for organizations what the other two do for contacts, and
//! [`Index::organizations_in`](index::Index::organizations_in) tells which organizations an alert is about.

pub mod index;

pub mod ablation;

mod find;

mod candidates;
mod context;
mod decide;
mod question;
mod score;

mod people;

pub mod emails;
mod mentions;
mod names;
mod organizations;
pub mod phones;

mod probe;

mod fold;
mod fuzzy;
mod grouped;
mod lexicon;
mod lists;
mod nicknames;
mod phonetic;
mod places;
mod romanised;
mod skeleton;
mod titles;
mod unread;
mod vocabulary;

use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
use crate::search::phones::Typed;

/// What a search looks for, and among which contacts.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    /// What was typed: a name in any order, words of an organization, an e-mail, digits of a phone.
    pub text: &'a str,
    /// Only contacts of this organization; the answer never comes from another one.
    pub organization: Option<OrganizationId>,
    /// The organization that the channel stands for: its contacts come first among equals.
    pub preferred: Option<OrganizationId>,
    /// Contacts looked up lately, latest first: they come first among equals, after the preferred organization.
    pub recent: &'a [ContactId],
    /// Only contacts for which this returns true (a contact type, VIPs).
    pub admit: &'a dyn Fn(ContactId) -> bool,
    /// Whether a contact found by the digits of a typed number has that number: the index knows no countries.
    pub has: &'a dyn Fn(ContactId, &Typed) -> bool,
    pub types: &'a [TypeWords<'a>],
    pub limit: usize,
}

/// What a contact type is called.
#[derive(Clone, Copy, Debug)]
pub struct TypeWords<'a> {
    pub id: ContactTypeId,
    /// The folded words of its name.
    pub name: &'a [String],
    /// Other words for it, each of them alone.
    pub other: &'static [&'static str],
}

impl<'a> Query<'a> {
    /// About every contact, with no preferences; narrowed with `Query { organization, ..Query::new(text) }`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            organization: None,
            preferred: None,
            recent: &[],
            admit: &|_| true,
            has: &|_, _| true,
            types: &[],
            limit: 25,
        }
    }
}

/// The folded words of a name, as [`TypeWords`] has them.
pub fn words(name: &str) -> Vec<String> {
    fold::words(name)
}

/// The whole phone numbers in a text.
pub fn numbers(text: &str) -> impl Iterator<Item = phones::Typed> {
    question::numbers(text).into_iter().filter(phones::Typed::is_long)
}

/// The matches of a search, best first. `Id` is [`ContactId`] or [`OrganizationId`].
#[derive(Clone, Debug, PartialEq)]
pub struct Matches<Id> {
    pub verdict: Verdict,
    /// Best first: fewest words unexplained, then highest score. With [`Verdict::None`] these are the nearest, not good
    /// enough to show as found.
    pub ranked: Vec<Match<Id>>,
    /// With [`Verdict::Client`] and [`Verdict::Elsewhere`], the organizations that the text names.
    pub clients: Vec<OrganizationId>,
}

/// How sure the engine is of what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first match is the one meant.
    One,
    /// Several are plausible, or some words are unexplained, so the caller must choose.
    Several,
    /// No contact: the text is the name of an organization.
    Client,
    /// No contact at the organizations that the text names; these are at others, if there are any.
    Elsewhere,
    /// No match is plausible.
    None,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<Id> {
    pub id: Id,
    /// From 0 to 1, comparable between queries; 1 is literal.
    pub score: f32,
    /// Why it matched; empty for a name as it is spelled.
    pub reasons: Vec<Reason>,
    pub missing: Vec<Missing>,
    /// How sure the match is, which decides whether it can be the one meant.
    pub(crate) certainty: Certainty,
}

/// A part of the text that a match does not explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A word, folded, or a number or an address that no contact has.
    Text(String),
    /// A number or an address of another contact.
    Another,
}

/// What a match rests on, which decides how high it must score to be the one meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// Spelled as stored.
    #[default]
    Spelled,
    /// Spelled nearly as stored, among the contacts of the organization named.
    NearInClient,
    /// Spelled nearly as stored, among all contacts.
    Near,
    /// At most one of several: short for other names too, or the last letter typed may be an initial or a slip.
    Doubtful,
}

impl<Id> Match<Id> {
    /// Whether the match rests on another spelling or name than the stored one.
    pub(crate) fn is_vague(&self) -> bool {
        self.is_misspelled() || self.reasons.iter().any(|reason| matches!(reason, Reason::Nickname { .. }))
    }

    /// Whether anything is not spelled as stored.
    pub fn is_misspelled(&self) -> bool {
        let misspelled = |reason: &Reason| {
            matches!(reason, Reason::Typo { .. } | Reason::SoundsLike { .. } | Reason::Client { typed: Some(_) })
        };
        self.reasons.iter().any(misspelled)
    }
}

/// Why a contact matched a text that is not literally its own, as data; the words are in [`crate::answer`]. What is typed or
/// stored is folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A nickname of the stored name, or the other way round.
    Nickname { typed: String, stored: String },
    /// Spelled differently by a letter or two.
    Typo { typed: String, stored: String },
    /// Spelled differently, pronounced alike.
    SoundsLike { typed: String, stored: String },
    /// First letters, or a login made of the name ("jsmith").
    Initials,
    /// The organization's initials ("ACME").
    Acronym,
    /// A phone number or its end. How well it fits is told by the contact's own numbers ([`Typed::fit`]).
    Phone { typed: Typed },
    /// An e-mail address, a part of it or nearly it ([`emails::meant`]).
    Email { typed: String },
    /// The domain of the e-mail address.
    EmailDomain,
    /// The organization, with the typed text if that is spelled differently.
    Client { typed: Option<String> },
    /// The job title.
    Title,
    /// The contact type.
    ContactType,
    /// The city of the location.
    Place,
}

/// The organizations that a text names.
#[derive(Debug, Default)]
pub struct ClientsNamed {
    pub organizations: Vec<OrganizationId>,
    /// Whether no word is left that may be a part of another name; an alert may say anything beside a name.
    pub is_clear: bool,
}
