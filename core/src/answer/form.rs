//! Forms and their values.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, OrganizationId, UserId};

/// The field of a form that asks for a reason.
pub const REASON: &str = "reason";

/// A form to fill in. It comes back from outside, and is append-only, like a [`crate::answer::ClickTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Why a user's hold is lifted.
    Release(UserId),
    /// Why a contact's number is wrong; `chain` is the organization whose chain the contact was called in.
    WrongNumber { contact: ContactId, chain: Option<OrganizationId>, number: Option<Fingerprint> },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(pub BTreeMap<String, Vec<String>>);

impl Given {
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
