//! An edit of a contact as its caller reads it: what can be changed, what is wrong, what would change, what came of it.

use crate::answer::menu::MenuEntry;
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::link::Link;
use crate::edit::check::Problem;
use crate::edit::outcome::Failure;
use crate::edit::{EditField, Part};
use crate::edits::EditId;

/// The contact that is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// `None` for a new one.
    pub contact: Option<ContactId>,
    pub name: String,
    pub organization: Option<(OrganizationId, String)>,
    /// The record's page in IT Glue.
    pub url: Option<Link>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EditPage {
    pub subject: Subject,
    /// What is typed and not yet saved, if anything is.
    pub draft: Option<EditId>,
    /// The parts that the caller may change.
    pub parts: Vec<Part>,
    pub step: EditStep,
}

#[derive(Clone, Debug, PartialEq)]
pub enum EditStep {
    /// The caller picks a part.
    Hub,
    /// The form cannot be saved like this.
    Problems {
        part: Part,
        problems: Vec<Problem>,
    },
    /// Nothing would change.
    Nothing,
    /// What would change, before it is saved.
    Preview {
        differences: Vec<ShownDifference>,
        /// Contacts that a new one may be already.
        duplicates: Vec<MenuEntry>,
        /// Whether somebody else has changed the record since the last preview.
        again: bool,
    },
    /// What became of it is being found out.
    Unknown,
    NotSaved {
        failure: Failure,
        rest: bool,
    },
    /// Nothing is saved, and the draft is gone.
    Discarded,
    /// It was taken back already, or too long ago.
    NoUndo,
}

/// A field that would change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownDifference {
    pub field: EditField,
    pub was: Vec<String>,
    pub now: Vec<String>,
    pub becomes: Outcome,
    /// The system outside IT Glue that owns the field.
    pub owner: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Changed(Vec<String>),
    /// The other's value stays.
    Left,
    Undecided(Vec<String>),
    Hidden,
}

/// What was saved, above the card that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub done: Vec<EditField>,
    pub reformatted: Vec<EditField>,
    pub not_done: Vec<EditField>,
    pub is_new: bool,
    /// Whether it took a change back.
    pub is_undo: bool,
    /// The change, while it can be taken back.
    pub undo: Option<EditId>,
}
