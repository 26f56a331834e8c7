//! What a user reads: cards, menus, lists and notices as data, and every sentence, from `locales/` through
//! [`phrases`].
//!
//! [`crate::features`] decide what to answer. [`page`] turns it into words, the same for every reader; the terminal
//! ([`text`]) and Discord only differ in how they show them. Callsheet's own words and text from outside stay apart
//! until then ([`words`]), so no renderer can forget which of them it may trust.

pub mod card;
pub mod edit;
pub mod form;
pub mod language;
pub mod lookups;
pub mod manifests;
pub mod menu;
pub mod notice;
pub mod page;
pub mod phrases;
pub mod text;
pub mod undo;
pub mod words;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Deref;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answer::card::{Banner, Card, NotesPage};
use crate::answer::edit::{EditPage, Saved};
use crate::answer::form::Opened;
use crate::answer::language::Language;
use crate::answer::lookups::Lookups;
use crate::answer::menu::{Approvers, Choice, List, Menu};
use crate::answer::notice::Notice;
use crate::answer::undo::Undo;
use crate::answer::words::Words;
use crate::directory::snapshot::Status;
use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId, UserId};
use crate::edit::compare::Side;
use crate::edit::{EditField, Part};
use crate::edits::{Draft, EditChange, EditId};
use crate::journal::Field;
use crate::notebook::Change;
use crate::notebook::attempts::Outcome;
use crate::policy::Layout;

#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub body: Body,
    /// How the organization was inferred, where the caller named none.
    pub told: Option<OrganizationSource>,
    /// The organization's own line, where the answer is about a single one.
    pub banner: Option<Banner>,
    /// The call that the caller can take back, or what came of taking one back.
    pub undo: Option<Undo>,
    /// What was saved, if the card shows it.
    pub saved: Option<Saved>,
    /// How fresh the data is, and what stands in the way. `None` where the reader may not know.
    pub status: Option<Status>,
    pub audience: Audience,
    pub file: Option<File>,
    pub effect: Option<Effect>,
}

/// An action besides the answer, carried out once the journal has the answer's entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Remember(Change),
    Release(UserId),
    /// Reads in the journal who in the caller's server looked a contact up, which completes the answer.
    ReadTrail(ContactId),
    /// Keeps what was typed, drops it, or sends a change, which completes the answer.
    Edit(EditChange),
    /// Reads the record of a contact as IT Glue holds it now, once the draft is kept; the answer is made of it.
    Read {
        contact: ContactId,
        keep: Option<Box<Draft>>,
    },
}

/// A reply to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub content: Content,
    /// Whether it takes the place of the message whose button or menu was used.
    pub replaces: bool,
    pub language: Language,
}

impl Reply {
    /// Whether the answer is refused because the journal cannot note it.
    pub fn is_not_noted(&self) -> bool {
        matches!(&self.content, Content::Message(answer) if answer.body == Body::Notice(Notice::NotJournaled))
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Message(Box<Answer>),
    /// Suggestions for a half-typed option: at least one, at most 25.
    Choices(Vec<Choice>),
}

/// How the organization of an answer was inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganizationSource {
    InMessage(String),
    /// A phone number in the message is this contact's.
    ByNumber,
    /// The channel stands for it, and the message names none.
    ByChannel(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Caller,
    /// Everyone in the channel, because the caller shares it.
    Channel,
}

#[derive(Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The contact in the file; `None` for anything else.
    pub of: Option<ContactId>,
    pub fields: BTreeSet<Field>,
    pub media_type: &'static str,
    pub content: String,
}

impl fmt::Debug for File {
    /// Without the content: it holds personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("media_type", &self.media_type).finish_non_exhaustive()
    }
}

/// An answer for the caller alone, without an effect.
impl From<Body> for Answer {
    fn from(body: Body) -> Self {
        Self {
            body,
            told: None,
            banner: None,
            undo: None,
            saved: None,
            status: None,
            audience: Audience::Caller,
            file: None,
            effect: None,
        }
    }
}

impl From<Notice> for Body {
    fn from(notice: Notice) -> Self {
        Self::Notice(notice)
    }
}

/// For an answer that is found early.
impl From<Notice> for Box<Body> {
    fn from(notice: Notice) -> Self {
        Self::new(notice.into())
    }
}

impl From<Box<Body>> for Answer {
    fn from(body: Box<Body>) -> Self {
        (*body).into()
    }
}

impl From<Notice> for Answer {
    fn from(notice: Notice) -> Self {
        Body::from(notice).into()
    }
}

/// The answer, however early it was found.
impl<A: Into<Answer>, B: Into<Answer>> From<Result<A, B>> for Answer {
    fn from(found: Result<A, B>) -> Self {
        found.map_or_else(Into::into, Into::into)
    }
}

/// The first of many, and how many more there are: no one reads an endless list, or must take a part for the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T> {
    pub shown: Vec<T>,
    pub more: usize,
}

impl<T> Few<T> {
    /// The first of these, and a count of the rest.
    pub fn of(all: impl IntoIterator<Item = T>, most: usize) -> Self {
        let mut all = all.into_iter();
        let shown = all.by_ref().take(most).collect();
        Self { shown, more: all.count() }
    }

    /// How many more there are, if any.
    pub fn rest(&self, language: Language) -> Option<Words> {
        (self.more > 0).then(|| language.say_with("chain-more", [("count", self.more.into())]))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.shown
    }
}

/// A page of plain lines in the caller's language, and the clients it names, for the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub title: Words,
    pub lines: Vec<Words>,
    pub organizations: BTreeSet<OrganizationId>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Card(Box<Card>),
    Notes(NotesPage),
    Menu(Menu),
    List(List),
    Approvers(Approvers),
    Lookups(Lookups),
    Notice(Notice),
    /// A page of plain lines, such as those about Callsheet itself.
    Sheet(Sheet),
    Form(Opened),
    Edit(Box<EditPage>),
}

/// Where a menu's entry or a button leads. It is kept outside, in the message, and so is untrusted: the record it
/// names is looked up again, by the rules of the moment of the click.
///
/// Append-only: the position of a variant and of a field is what a message keeps, and messages outlive an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClickTarget {
    /// The card of a person.
    Person(ContactId),
    /// Whom to call first at an organization.
    Primary(OrganizationId),
    /// The card of a contact as a step of an organization's chain.
    Step { organization: OrganizationId, contact: ContactId },
    /// The same card in another layout; `chain` is the organization whose chain it is a step of, here and below.
    Layout { contact: ContactId, chain: Option<OrganizationId>, layout: Layout },
    /// A page of a contact's notes, counted from 0.
    Notes { contact: ContactId, chain: Option<OrganizationId>, page: usize },
    /// Notes how a call to a number ended; asks first why, if the number was wrong.
    Outcome { contact: ContactId, chain: Option<OrganizationId>, number: Option<Fingerprint>, outcome: Outcome },
    /// Posts a card to the channel.
    Share { contact: ContactId, chain: Option<OrganizationId> },
    /// Adds a contact to the favourites, or removes one.
    Favourite { contact: ContactId, chain: Option<OrganizationId>, on: bool },
    /// The card with the fields that are shown only on request.
    Reveal { contact: ContactId, chain: Option<OrganizationId> },
    /// A page of an organization's directory, counted from 0, with those of its notes that are shown on a click only.
    RevealDirectory { organization: OrganizationId, contact_type: Option<ContactTypeId>, page: usize },
    /// A contact's card as a file that phones import.
    ContactFile(ContactId),
    /// A page of the VIPs, counted from 0.
    Vips { organization: Option<OrganizationId>, contact_type: Option<ContactTypeId>, page: usize },
    /// A page of everyone at an organization, counted from 0.
    Directory { organization: OrganizationId, contact_type: Option<ContactTypeId>, page: usize },
    /// Who may approve the action of this mark ([`crate::policy::Authorisation`]) at an organization.
    WhoCan { organization: OrganizationId, action: u16 },
    /// Lets the channel stand for an organization.
    Bind(OrganizationId),
    /// A page of who looked a contact up, counted from 0.
    WhoLooked { contact: ContactId, page: usize },
    /// Takes back that the caller has noted how a call ended, then.
    Undo {
        contact: ContactId,
        chain: Option<OrganizationId>,
        number: Option<Fingerprint>,
        outcome: Outcome,
        #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
        at: Timestamp,
    },
    /// What can be changed of a contact.
    Edit(ContactId),
    /// The form of a part of it.
    EditPart { contact: ContactId, part: Part },
    /// Asks why the contact is retired.
    Retire(ContactId),
    /// The form of a new contact at an organization.
    Add(OrganizationId),
    /// What can be changed in a draft.
    Draft(EditId),
    /// The form of a part of a draft, with what is typed already.
    DraftPart { draft: EditId, part: Part },
    /// Chooses whose value a field gets that both have changed.
    DraftSide { draft: EditId, field: EditField, side: Side },
    /// Saves a draft.
    Save(EditId),
    /// Drops a draft.
    Discard(EditId),
    /// Takes a change back.
    UndoEdit(EditId),
}
