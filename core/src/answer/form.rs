//! Forms and their values.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId, UserId};
use crate::edit::fields::Fields;
use crate::edit::{EditField, Part};
use crate::edits::EditId;

/// The field of a form that asks for a reason.
pub const REASON: &str = "reason";

/// A form to fill in. It comes back from outside, and is append-only, like a [`crate::answer::ClickTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Why a user's hold is lifted.
    Release(UserId),
    /// Why a contact's number is wrong; `chain` is the organization whose chain the contact was called in.
    WrongNumber { contact: ContactId, chain: Option<OrganizationId>, number: Option<Fingerprint> },
    /// A part of the contact that this draft is of.
    Edit { draft: EditId, part: Part },
    /// Why the contact that this draft is of is retired.
    Retire(EditId),
}

/// A form as it opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub form: Form,
    /// What stands in it already.
    pub prefill: Option<Box<Prefill>>,
}

/// What a form of an edit shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Prefill {
    pub part: Part,
    /// `None` for a new one.
    pub contact: Option<ContactId>,
    pub fields: Fields,
    /// Lists that could not be read, as they were typed.
    pub typed: BTreeMap<EditField, String>,
    /// The types and the sites to choose from, each with its name.
    pub types: Vec<(ContactTypeId, String)>,
    pub locations: Vec<(LocationId, String)>,
}

impl From<Form> for Opened {
    fn from(form: Form) -> Self {
        Self { form, prefill: None }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(pub BTreeMap<String, Vec<String>>);

impl Given {
    /// The text of a field. `None` if it is none of the form's.
    pub fn text(&self, field: EditField) -> Option<String> {
        let [value] = &**self.0.get(<&str>::from(field))? else { return None };
        Some(value.trim().to_owned())
    }

    /// What is picked of a choice, if anything is. The outer `None` if it is none of the form's.
    pub fn picked<T: FromStr>(&self, field: EditField) -> Option<Option<T>> {
        match &**self.0.get(<&str>::from(field))? {
            [] => Some(None),
            [value] => value.parse().ok().map(Some),
            _ => None,
        }
    }

    pub fn checked(&self, field: EditField) -> Option<bool> {
        let [value] = &**self.0.get(<&str>::from(field))? else { return None };
        value.parse().ok()
    }

    /// The reason given. `None` if it is none of the form's, or if there are several.
    pub fn reason<R: FromStr>(&self) -> Option<R> {
        let [value] = &**self.0.get(REASON)? else { return None };
        value.parse().ok()
    }
}

/// Why a hold is lifted, by its name in the form and the journal: a choice, since the journal holds no typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ReleaseReason {
    /// It was a busy shift.
    Busy,
    /// Many had to be called at once.
    Outage,
    /// Records were compared or cleaned up.
    Upkeep,
    /// Another reason, which the two users have talked about.
    Agreed,
}
