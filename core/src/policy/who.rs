//! Whom a rule means.

use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::role::Role;
use crate::domain::spelling::fold;

/// Whom a rule means: all contacts of a kind, or one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Role(Role),
    /// Every contact marked important in IT Glue, except suppliers: they are important to another company.
    Vip,
    /// Everyone but suppliers.
    Anyone,
    Person(PersonRef),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonRef {
    Id(ContactId),
    /// By the whole name; see [`PersonRef::named`].
    Name(PersonName),
}

/// A person's whole name: shown as it is written, and compared as [`fold`] does.
#[derive(Clone, Debug)]
pub struct PersonName {
    pub written: Box<str>,
    folded: Box<str>,
}

impl PartialEq for PersonName {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for PersonName {}

impl PersonRef {
    pub fn named(name: &str) -> Self {
        Self::Name(PersonName { written: name.trim().into(), folded: fold(name).into() })
    }

    pub fn is(&self, contact: &Contact) -> bool {
        match self {
            Self::Id(id) => *id == contact.id,
            Self::Name(name) => *name.folded == fold(&contact.display_name()),
        }
    }
}

impl Who {
    /// Whether the rule means a contact whose type stands for this role.
    pub fn takes_in(&self, contact: &Contact, role: Option<Role>) -> bool {
        match self {
            Self::Role(wanted) => role == Some(*wanted),
            Self::Vip => contact.important && role != Some(Role::Vendor),
            Self::Anyone => role != Some(Role::Vendor),
            Self::Person(person) => person.is(contact),
        }
    }
}
