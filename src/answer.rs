//! What a user may read: cards, menus, lists and notices as data, and every sentence, in `locales/`
//! by way of [`phrases`].
//!
//! [`crate::handlers`] decide what to answer. [`page`] turns that into words, the same for every reader; the terminal
//! ([`text`]) and Discord only differ in how they show them. Our own words and text from outside stay apart until then
//! ([`words`]), so neither renderer can forget which of them it may trust.

pub mod approvers;
pub mod banner;
pub mod card;
pub mod chain;
pub mod choice;
pub mod few;
pub mod form;
pub mod language;
pub mod lookups;
pub mod manifests;
pub mod menu;
pub mod notice;
pub mod page;
pub mod phrases;
pub mod text;
pub mod words;

use std::collections::BTreeSet;
use std::fmt;

use crate::answer::approvers::Approvers;
use crate::answer::banner::Banner;
use crate::answer::card::{Card, NotesPage};
use crate::answer::choice::Choice;
use crate::answer::form::Form;
use crate::answer::language::Language;
use crate::answer::lookups::Lookups;
use crate::answer::menu::{List, Menu};
use crate::answer::notice::Notice;
use crate::directory::snapshot::Status;
use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId, UserId};
use crate::journal::Field;
use crate::notebook::Change;
use crate::notebook::attempts::Outcome;
use crate::policy::Layout;

/// A whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was found, or why nothing was.
    pub body: Body,
    /// How it was told which organization it is about, where nobody named one.
    pub told: Option<Told>,
    /// What is said of the one organization it is about.
    pub banner: Option<Banner>,
    /// How fresh it is, and what stands in the way. `None` where that is not for the reader to know.
    pub status: Option<Status>,
    /// Who is to see it.
    pub audience: Audience,
    /// A file to go with it.
    pub file: Option<File>,
    /// What is to be done before it is sent.
    pub effect: Option<Effect>,
}

/// What is to be done besides answering, once the journal has the answer's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes the notebook of the caller's server.
    Remember(Change),
    /// Lifts a user's hold in the caller's server.
    Release(UserId),
    /// Reads in the journal who in the caller's server looked a contact up, which completes the answer.
    ReadTrail(ContactId),
}

/// What is said in reply to a question, in which language and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// What is said.
    pub content: Content,
    /// Where it appears.
    pub place: Place,
    /// The caller's language.
    pub language: Language,
}

impl Reply {
    /// Whether it is refused because the journal cannot note it.
    #[must_use]
    pub fn is_not_noted(&self) -> bool {
        matches!(&self.content, Content::Message(answer) if answer.body == Body::Notice(Notice::NotJournaled))
    }
}

/// What is said in reply to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// An answer.
    Message(Box<Answer>),
    /// Suggestions for a half-typed option: at least one, at most 25.
    Choices(Vec<Choice>),
}

/// Where a reply appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a new message.
    New,
    /// In place of the message whose button or menu was used.
    Update,
}

/// How it was told which organization an answer is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A message names it.
    InMessage(String),
    /// A message names none, but the channel stands for it.
    ByChannel(String),
}

/// Who is to see an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only the person who asked.
    Caller,
    /// Everybody in the channel, because the person who asked wants it.
    Channel,
}

/// A file to go with an answer.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// What it is saved as.
    pub name: String,
    /// Whose card it is; `None` for anything else.
    pub of: Option<ContactId>,
    /// What of the person is in it.
    pub fields: BTreeSet<Field>,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub content: String,
}

impl fmt::Debug for File {
    /// Without the content: it holds what the card does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("media_type", &self.media_type).finish_non_exhaustive()
    }
}

impl From<Body> for Answer {
    fn from(body: Body) -> Self {
        Self::new(body, None)
    }
}

impl Answer {
    /// An answer for the caller alone, without an effect.
    #[must_use]
    pub fn new(body: Body, status: Option<Status>) -> Self {
        Self { body, told: None, banner: None, status, audience: Audience::Caller, file: None, effect: None }
    }
}

/// What was found, or why nothing was.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// One person.
    Card(Box<Card>),
    /// A page of a person's notes.
    Notes(NotesPage),
    /// Several possibilities, one of which a person must choose.
    Menu(Menu),
    /// Many people, a page at a time.
    List(List),
    /// Who may approve something.
    Approvers(Approvers),
    /// Who looked somebody up.
    Lookups(Lookups),
    /// Something to be said instead.
    Notice(Notice),
    /// A form to fill in.
    Form(Form),
}

/// Where an entry of a menu or a button leads. It is kept outside, in the message, and so is only ever a wish: what it
/// names is looked up again, by the rules of the moment it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClickTarget {
    /// The card of a person.
    Person(ContactId),
    /// Whom to call first at an organization.
    Primary(OrganizationId),
    /// The card of a person as a step of an organization's chain.
    Step {
        /// Whose chain.
        organization: OrganizationId,
        /// Who.
        contact: ContactId,
    },
    /// The same card in another layout.
    Layout {
        /// Whose card.
        contact: ContactId,
        /// Whose chain it is a step of.
        chain: Option<OrganizationId>,
        /// The layout.
        layout: Layout,
    },
    /// A page of a person's notes, counted from 0.
    Notes {
        /// Whose.
        contact: ContactId,
        /// Whose chain the person is a step of.
        chain: Option<OrganizationId>,
        /// Which page.
        page: usize,
    },
    /// Notes how a call ended.
    Outcome {
        /// Who was called.
        contact: ContactId,
        /// Whose chain the person is a step of.
        chain: Option<OrganizationId>,
        /// At which number.
        number: Option<Fingerprint>,
        /// How it ended.
        outcome: Outcome,
    },
    /// Posts a card to the channel.
    Share {
        /// Whose.
        contact: ContactId,
        /// Whose chain the person is a step of.
        chain: Option<OrganizationId>,
    },
    /// Puts a person among the favourites, or takes them out.
    Favourite {
        /// Who.
        contact: ContactId,
        /// Whose chain the person is a step of.
        chain: Option<OrganizationId>,
        /// Whether they are to be one.
        on: bool,
    },
    /// The card with what is shown only when asked for.
    Reveal {
        /// Whose card.
        contact: ContactId,
        /// Whose chain the person is a step of.
        chain: Option<OrganizationId>,
    },
    /// A person's card as a file that phones import.
    ContactFile(ContactId),
    /// A page of the VIPs, counted from 0.
    Vips {
        /// Only those of this organization.
        organization: Option<OrganizationId>,
        /// Only those of this contact type.
        contact_type: Option<ContactTypeId>,
        /// Which page.
        page: usize,
    },
    /// A page of everybody at an organization, counted from 0.
    Directory {
        /// Where.
        organization: OrganizationId,
        /// Only those of this contact type.
        contact_type: Option<ContactTypeId>,
        /// Which page.
        page: usize,
    },
    /// Who may approve something at an organization.
    WhoCan {
        /// Where.
        organization: OrganizationId,
        /// What, by its mark ([`crate::policy::Authorisation`]).
        action: u16,
    },
    /// Lets the channel stand for an organization.
    Bind(OrganizationId),
    /// A page of who looked a person up, counted from 0.
    WhoLooked {
        /// Who was looked up.
        contact: ContactId,
        /// Which page.
        page: usize,
    },
}
