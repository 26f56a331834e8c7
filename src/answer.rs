//! What a user may read: cards, menus, lists and notices as data, and every sentence, in `locales/`
//! by way of [`phrases`].
//!
//! [`crate::handlers`] decide what to answer. [`page`] turns that into words, the same for every reader; the terminal
//! ([`text`]) and Discord only differ in how they show them. Our own words and text from outside stay apart until then
//! ([`words`]), so neither renderer can forget which of them it may trust.

pub mod card;
pub mod choice;
pub mod language;
pub mod manifests;
pub mod menu;
pub mod notice;
pub mod page;
pub mod phrases;
pub mod text;
pub mod words;

use crate::answer::card::Card;
use crate::answer::menu::{List, Menu};
use crate::answer::notice::Notice;
use crate::directory::snapshot::Status;
use crate::domain::id::{ContactId, OrganizationId};

/// A whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was found, or why nothing was.
    pub body: Body,
    /// How fresh it is, and what stands in the way. `None` where that is not for the reader to know.
    pub status: Option<Status>,
}

/// What was found, or why nothing was.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// One person.
    Card(Box<Card>),
    /// Several possibilities, one of which a person must choose.
    Menu(Menu),
    /// Many people, a page at a time.
    List(List),
    /// Something to be said instead.
    Notice(Notice),
}

/// Where an entry of a menu or a button leads. It is kept outside, in the message, and so is only ever a wish: what it
/// names is looked up again, by the rules of the moment it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The card of a person.
    Person(ContactId),
    /// Whom to call first at an organization.
    Primary(OrganizationId),
    /// A page of the VIPs, counted from 0.
    Vips {
        /// Only those of this organization.
        organization: Option<OrganizationId>,
        /// Which page.
        page: usize,
    },
}
