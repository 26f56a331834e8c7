//! A contact, as IT Glue records it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::written::{self, Written};

/// The words that mean a fax in labels, in English, German, French and Spanish, lower case and without accents.
const FAX_WORDS: [&str; 7] = ["fax", "efax", "faxnummer", "facsimile", "telefax", "telecopie", "telecopieur"];

/// A contact. Strings are trimmed and never empty: a field that IT Glue leaves blank is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub organization: Option<OrganizationId>,
    /// The organization's name as the contact record carries it; the organization's own record may be newer.
    pub organization_name: Option<Box<str>>,
    /// The whole name. In practice a record has at least one of the three name fields, but none is promised.
    pub name: Option<Box<str>>,
    pub first_name: Option<Box<str>>,
    pub last_name: Option<Box<str>>,
    pub title: Option<Box<str>>,
    pub contact_type: Option<ContactTypeId>,
    /// The type's name as the contact record carries it.
    pub contact_type_name: Option<Box<str>>,
    pub location: Option<LocationId>,
    /// The site's name as the contact record carries it.
    pub location_name: Option<Box<str>>,
    /// "Important Contact" in IT Glue, shown as VIP.
    pub important: bool,
    /// A record with restricted access in IT Glue: never in an answer until access rules allow it.
    pub restricted: bool,
    /// Free text, HTML or plain. Untrusted, and never used to identify a contact.
    pub notes: Option<Box<str>>,
    /// E-mail addresses in IT Glue's order.
    pub emails: Vec<Email>,
    /// Phone and fax numbers in IT Glue's order.
    pub phones: Vec<Phone>,
    /// The record's page in IT Glue.
    pub url: Option<Box<str>>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
    /// When Callsheet first saw other numbers than before, which IT Glue does not tell. A caller with a lately changed
    /// number may be an impostor, and the old number may still be in use elsewhere.
    #[serde(default)]
    pub phones_changed_at: Option<Timestamp>,
}

/// The organization that a contact or a site belongs to, as far as the record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Affiliation {
    None,
    /// The record has an organization's name but no id, so it is not known which organization it is.
    Unidentified,
    Organization(OrganizationId),
}

/// One e-mail address of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    /// As stored; not checked.
    pub value: Box<str>,
    pub primary: bool,
    /// Free label: "Work", "Home" …
    pub label: Option<Box<str>>,
}

/// One phone or fax number of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number as stored; IT Glue strips separators, so mostly digits.
    pub value: Box<str>,
    /// IT Glue's own reading form, where it gives one: "(415) 555-0123".
    pub formatted: Option<Box<str>>,
    /// Extension to dial after the number.
    pub extension: Option<Box<str>>,
    pub primary: bool,
    /// Free label: "Work", "Cell" …
    pub label: Option<Box<str>>,
    /// IT Glue's mark of a fax line; [`Phone::is_fax`] knows more.
    pub fax: bool,
}

impl Phone {
    /// Whether this is a fax line, not to be called: by IT Glue's mark, or a word of the label or beside the number.
    pub fn is_fax(&self) -> bool {
        self.is_labelled_fax() || {
            let numbers = self.numbers();
            !numbers.is_empty() && numbers.iter().all(Written::is_fax)
        }
    }

    /// Whether it holds a number to call. A placeholder is none, nor is a text without a digit.
    pub fn is_dialable(&self) -> bool {
        let has_number = || match written::plain(&self.value) {
            Some((plus, digits)) => !written::is_made_of(plus, digits),
            None => self.numbers().iter().any(|number| !number.is_fax()),
        };
        !self.is_labelled_fax() && has_number()
    }

    /// The numbers in the field: none, one or several.
    pub(crate) fn numbers(&self) -> Vec<Written> {
        written::read(&self.value)
    }

    /// Whether IT Glue's mark or label says that this is a fax line.
    pub(crate) fn is_labelled_fax(&self) -> bool {
        self.fax || self.label.as_deref().is_some_and(says_fax)
    }
}

impl Written {
    /// Whether a word beside the number says that it is a fax.
    pub(crate) fn is_fax(&self) -> bool {
        self.words.iter().any(|word| is_fax_word(word))
    }
}

/// Compares whole words: "Fairfax office" is no fax.
fn says_fax(text: &str) -> bool {
    let text = if text.is_ascii() { Cow::from(text) } else { any_ascii::any_ascii(text).into() };
    text.split(|letter: char| !letter.is_ascii_alphabetic()).any(is_fax_word)
}

/// Whether a word without accents means a fax.
pub(crate) fn is_fax_word(word: &str) -> bool {
    FAX_WORDS.iter().any(|fax| fax.eq_ignore_ascii_case(word))
}

/// Marks one of a contact's numbers for buttons and the database, which must not hold the number. It is short on
/// purpose: 16 bits tell a contact's few numbers apart and cannot be turned back into one. Two spellings of a number
/// have the same mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub u16);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}", self.0)
    }
}

impl Contact {
    /// A record whose other fields are blank.
    pub fn new(id: ContactId) -> Self {
        Self { id, ..Self::default() }
    }

    pub fn affiliation(&self) -> Affiliation {
        match (self.organization, &self.organization_name) {
            (Some(id), _) => Affiliation::Organization(id),
            (None, Some(_)) => Affiliation::Unidentified,
            (None, None) => Affiliation::None,
        }
    }

    /// The name to show: the whole name, else the first and last name, as far as there are any.
    pub fn display_name(&self) -> String {
        self.shown_name().into_owned()
    }

    /// The same, borrowed where it can be.
    pub fn shown_name(&self) -> Cow<'_, str> {
        match (&self.name, &self.first_name, &self.last_name) {
            (Some(name), ..) | (None, Some(name), None) | (None, None, Some(name)) => Cow::from(&**name),
            (None, Some(first), Some(last)) => format!("{first} {last}").into(),
            (None, None, None) => Cow::default(),
        }
    }

    /// The e-mail to write to: the one marked primary, else the first.
    pub fn primary_email(&self) -> Option<&Email> {
        self.emails.iter().find(|email| email.primary).or(self.emails.first())
    }

    /// The numbers to dial, best first: the primary one, then IT Glue's order. Faxes and placeholders are left out.
    pub fn dialable_phones(&self) -> impl Iterator<Item = &Phone> {
        let marked = |primary| self.phones.iter().filter(move |phone| phone.primary == primary);
        marked(true).chain(marked(false)).filter(|phone| phone.is_dialable())
    }

    /// Whether other numbers can be dialled than on an older version of the record; labels and order do not matter.
    pub fn has_other_phones(&self, older: &Self) -> bool {
        let dialled = |contact: &Self| -> BTreeSet<(String, Option<Box<str>>)> {
            let digits = |phone: &Phone| phone.value.chars().filter(char::is_ascii_digit).collect();
            contact.dialable_phones().map(|phone| (digits(phone), phone.extension.clone())).collect()
        };
        dialled(self) != dialled(older)
    }

    /// Whether the record has a way to reach the contact, by phone or e-mail.
    pub fn is_reachable(&self) -> bool {
        !self.emails.is_empty() || self.dialable_phones().next().is_some()
    }
}

#[cfg(test)]
mod tests;
