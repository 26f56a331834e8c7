//! What may be changed of a contact, and how a change is compared with what others have changed meanwhile.
//!
//! A form shows a contact as the local copy has it ([`fields`]). What the caller made of it is compared with the record as IT
//! Glue holds it at that moment ([`compare`]): what the caller did not touch stays as it is, what both have changed is shown
//! and chosen. Addresses and numbers are compared entry by entry ([`list`]), notes line by line ([`notes`]), and only what
//! differs is sent ([`request`]). After the write the record is read again, and says what became of it ([`outcome`]).
//!
//! Nothing here talks to IT Glue; the shell reads and sends.

pub mod check;
pub mod compare;
pub mod fields;
pub mod list;
pub mod notes;
pub mod outcome;
pub mod record;
pub mod request;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use crate::access;

/// What can be changed of a contact, by its name in the journal and on the command line. Append-only: it is part of what
/// buttons keep.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EditField {
    FirstName,
    LastName,
    Title,
    Type,
    Vip,
    Emails,
    Phones,
    Notes,
    Location,
}

/// The fields that one form holds. Append-only, like [`EditField`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    Name,
    Emails,
    Phones,
    Notes,
    Place,
}

impl EditField {
    /// The field of the policy's grants that it needs; every writer may change one that needs none.
    pub fn needs(self) -> Option<access::Field> {
        match self {
            Self::FirstName | Self::LastName | Self::Title | Self::Type | Self::Vip => None,
            Self::Emails => Some(access::Field::Email),
            Self::Phones => Some(access::Field::Phone),
            Self::Notes => Some(access::Field::Notes),
            Self::Location => Some(access::Field::Location),
        }
    }
}

impl Part {
    pub fn fields(self) -> &'static [EditField] {
        match self {
            Self::Name => {
                &[EditField::FirstName, EditField::LastName, EditField::Title, EditField::Type, EditField::Vip]
            }
            Self::Emails => &[EditField::Emails],
            Self::Phones => &[EditField::Phones],
            Self::Notes => &[EditField::Notes],
            Self::Place => &[EditField::Location],
        }
    }
}

#[cfg(test)]
mod tests;
