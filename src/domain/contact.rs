//! A person, as IT Glue records them.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::written::{self, Written};

/// The words of labels that mean a fax in English, German, French and Spanish, lower case and without accents.
pub(crate) const FAX_WORDS: &str = "fax efax faxnummer facsimile telefax telecopie telecopieur";

/// A person. Strings are trimmed and never empty: what IT Glue leaves blank is `None` here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// IT Glue's id of the record.
    pub id: ContactId,
    /// The client this person works for.
    pub organization: Option<OrganizationId>,
    /// The organization's name as the contact record carries it; the organization's own record may be newer.
    pub organization_name: Option<Box<str>>,
    /// The whole name; at least one of the three name fields is present in practice, none is promised.
    pub name: Option<Box<str>>,
    /// Given name.
    pub first_name: Option<Box<str>>,
    /// Family name.
    pub last_name: Option<Box<str>>,
    /// Job title.
    pub title: Option<Box<str>>,
    /// Row of the account's contact types.
    pub contact_type: Option<ContactTypeId>,
    /// The type's name as the contact record carries it.
    pub contact_type_name: Option<Box<str>>,
    /// Site.
    pub location: Option<LocationId>,
    /// The site's name as the contact record carries it.
    pub location_name: Option<Box<str>>,
    /// "Important Contact" in IT Glue, shown as VIP.
    pub important: bool,
    /// A record with restricted access in IT Glue: never in an answer until access rules allow it.
    pub restricted: bool,
    /// Free text, HTML or plain. Untrusted, and never used to identify a person.
    pub notes: Option<Box<str>>,
    /// E-mail addresses in IT Glue's order.
    pub emails: Vec<Email>,
    /// Phone and fax numbers in IT Glue's order.
    pub phones: Vec<Phone>,
    /// Where the record is shown in IT Glue.
    pub url: Option<Box<str>>,
    /// When IT Glue created the record.
    pub created_at: Option<Timestamp>,
    /// When IT Glue last changed the record.
    pub updated_at: Option<Timestamp>,
    /// When Callsheet first saw other numbers than before. IT Glue does not tell; whoever was given a new number lately
    /// may not be who they say, and the old one may be in other places still.
    #[serde(default)]
    pub phones_changed_at: Option<Timestamp>,
}

/// Whose people somebody belongs to, as far as a record says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Affiliation {
    /// To no organization's.
    None,
    /// To those of an organization of which there is only a name, so that it is not known which one it is.
    Unidentified,
    /// To this organization's.
    Organization(OrganizationId),
}

/// One e-mail address of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    /// The address as stored; not checked.
    pub value: Box<str>,
    /// IT Glue's primary mark.
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
    /// IT Glue's primary mark.
    pub primary: bool,
    /// Free label: "Work", "Cell" …
    pub label: Option<Box<str>>,
    /// IT Glue's mark of a fax line; [`Phone::is_fax`] knows more.
    pub fax: bool,
}

impl Phone {
    /// Whether this is a fax line, which nobody can be called on: IT Glue says so, or a word of the label or beside the
    /// number does.
    #[must_use]
    pub fn is_fax(&self) -> bool {
        self.is_labelled_fax() || {
            let numbers = self.numbers();
            !numbers.is_empty() && numbers.iter().all(Written::is_fax)
        }
    }

    /// Whether there is a number here to call. A placeholder is none, and neither is a text without any digit.
    #[must_use]
    pub fn is_dialable(&self) -> bool {
        !self.is_labelled_fax() && self.numbers().iter().any(|number| !number.is_fax())
    }

    /// The numbers as they are written: none, one or several.
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

/// By whole words: "Fairfax office" is no fax.
fn says_fax(text: &str) -> bool {
    let text = any_ascii::any_ascii(text).to_ascii_lowercase();
    text.split(|letter: char| !letter.is_ascii_alphabetic()).any(is_fax_word)
}

fn is_fax_word(word: &str) -> bool {
    FAX_WORDS.split(' ').any(|fax| fax == word)
}

/// Which of a person's numbers is meant, for buttons and the database, which must not hold the number. Short on purpose:
/// 16 bits tell a person's few numbers apart and cannot be turned back into one. Two spellings of one number have the
/// same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub u16);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}", self.0)
    }
}

impl Contact {
    /// A record in which everything is left blank.
    #[must_use]
    pub fn new(id: ContactId) -> Self {
        Self {
            id,
            organization: None,
            organization_name: None,
            name: None,
            first_name: None,
            last_name: None,
            title: None,
            contact_type: None,
            contact_type_name: None,
            location: None,
            location_name: None,
            important: false,
            restricted: false,
            notes: None,
            emails: Vec::new(),
            phones: Vec::new(),
            url: None,
            created_at: None,
            updated_at: None,
            phones_changed_at: None,
        }
    }

    /// Whose people this person belongs to.
    #[must_use]
    pub fn affiliation(&self) -> Affiliation {
        match (self.organization, &self.organization_name) {
            (Some(id), _) => Affiliation::Organization(id),
            (None, Some(_)) => Affiliation::Unidentified,
            (None, None) => Affiliation::None,
        }
    }

    /// The name to show: the whole name, else what there is of first and last name, else nothing.
    #[must_use]
    pub fn display_name(&self) -> String {
        if let Some(name) = &self.name {
            return name.to_string();
        }
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => format!("{first} {last}"),
            (Some(one), None) | (None, Some(one)) => one.to_string(),
            (None, None) => String::new(),
        }
    }

    /// The e-mail to write to: the one marked primary, else the first.
    #[must_use]
    pub fn primary_email(&self) -> Option<&Email> {
        self.emails.iter().find(|email| email.primary).or(self.emails.first())
    }

    /// The numbers that can be dialled, best first: the primary one, then IT Glue's order. Faxes and placeholders are left
    /// out.
    pub fn dialable_phones(&self) -> impl Iterator<Item = &Phone> {
        let voice = || self.phones.iter().filter(|phone| phone.is_dialable());
        voice().filter(|phone| phone.primary).chain(voice().filter(|phone| !phone.primary))
    }

    /// Whether other numbers can be dialled than on an older version of the record. How they are labelled, ordered and
    /// written does not matter.
    #[must_use]
    pub fn has_other_phones(&self, older: &Self) -> bool {
        let dialled = |contact: &Self| -> BTreeSet<(String, Option<Box<str>>)> {
            let digits = |phone: &Phone| phone.value.chars().filter(char::is_ascii_digit).collect();
            contact.dialable_phones().map(|phone| (digits(phone), phone.extension.clone())).collect()
        };
        dialled(self) != dialled(older)
    }

    /// Whether anybody could be reached through this record, by phone or e-mail.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.emails.is_empty() || self.dialable_phones().next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fax_is_known_by_its_mark_or_by_a_word() {
        for (value, label, fax, expected) in [
            ("4155550100", None, false, false),
            ("4155550100", None, true, true),
            ("4155550100", Some("Fax"), false, true),
            ("4155550100", Some("Télécopie (bureau)"), false, true),
            ("4155550100", Some("Work/Telefax"), false, true),
            ("Fax 4155550100", None, false, true),
            ("415-555-0100 / Fax 415-555-0101", None, false, false),
            ("Fax 415-555-0100 / 415-555-0101", None, false, true),
            ("4155550100", Some("Fairfax office"), false, false),
            ("", Some(""), false, false),
        ] {
            let phone = Phone {
                value: value.into(),
                formatted: None,
                extension: None,
                primary: false,
                label: label.map(Into::into),
                fax,
            };
            assert_eq!(phone.is_fax(), expected, "{value} {label:?}");
        }
    }
}
