//! What is wrong with what a caller wants, all of it at once, before anything is asked of IT Glue.

use crate::directory::snapshot::Snapshot;
use crate::domain::contact::Phone;
use crate::domain::id::OrganizationId;
use crate::edit::EditField;
use crate::edit::fields::Fields;
use crate::edit::list::Entry;
use crate::reach::number::{Guess, understand};

/// The longest text that IT Glue's own form takes for a name or a title.
const LONGEST: usize = 255;

/// The longest address: RFC 5321, 4.5.3.1.3, less the brackets.
const LONGEST_ADDRESS: usize = 254;

/// The longest part of an address before the sign: RFC 5321, 4.5.3.1.1.
const LONGEST_USER: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// IT Glue needs a first name.
    NoFirstName,
    TooLong(EditField),
    /// A line that holds no address, or no number.
    Unreadable {
        field: EditField,
        line: usize,
        text: String,
    },
    /// No address, or none that a mail server takes.
    NoAddress(String),
    /// No number, or several in one line.
    NoNumber(String),
    /// The same address or number twice.
    Twice {
        field: EditField,
        text: String,
    },
    /// More than one is marked as primary.
    TwoPrimary(EditField),
    /// The type or the site is not the account's, or not this client's.
    Unknown(EditField),
}

impl Problem {
    /// The field that it is about.
    pub fn field(&self) -> Option<EditField> {
        Some(match self {
            Self::NoFirstName => EditField::FirstName,
            Self::TooLong(field) | Self::Unreadable { field, .. } | Self::TwoPrimary(field) | Self::Unknown(field) => {
                *field
            }
            Self::NoAddress(_) => EditField::Emails,
            Self::NoNumber(_) => EditField::Phones,
            Self::Twice { field, .. } => *field,
        })
    }
}

/// What is wrong with these fields, apart from what stood there before.
pub fn problems(
    shown: &Fields,
    wanted: &Fields,
    organization: Option<OrganizationId>,
    snapshot: &Snapshot,
    guesses: &[Guess],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if wanted.first_name.trim().is_empty() {
        problems.push(Problem::NoFirstName);
    }
    let texts = [
        (EditField::FirstName, &wanted.first_name),
        (EditField::LastName, &wanted.last_name),
        (EditField::Title, &wanted.title),
    ];
    problems.extend(
        texts.iter().filter(|(_, text)| text.chars().count() > LONGEST).map(|(field, _)| Problem::TooLong(*field)),
    );
    let is_new = |old: &[Entry], entry: &Entry| !old.iter().any(|old| old.value == entry.value);
    for email in wanted.emails.iter().filter(|email| is_new(&shown.emails, email)) {
        if !is_address(&email.value) {
            problems.push(Problem::NoAddress(email.value.clone()));
        }
    }
    for phone in wanted.phones.iter().filter(|phone| is_new(&shown.phones, phone)) {
        if !is_number(phone, guesses) {
            problems.push(Problem::NoNumber(phone.value.clone()));
        }
    }
    for (field, list, old) in
        [(EditField::Emails, &wanted.emails, &shown.emails), (EditField::Phones, &wanted.phones, &shown.phones)]
    {
        if list.iter().filter(|entry| entry.primary).count() > 1 && list != old {
            problems.push(Problem::TwoPrimary(field));
        }
        let place = |entry: &Entry| (entry.value.to_lowercase(), entry.extension.clone());
        for (at, entry) in list.iter().enumerate() {
            if list != old && list[..at].iter().any(|before| place(before) == place(entry)) {
                problems.push(Problem::Twice { field, text: entry.value.clone() });
            }
        }
    }
    let type_exists = |id| snapshot.contact_types().any(|one| one.id == id);
    if wanted.contact_type != shown.contact_type && !wanted.contact_type.is_none_or(type_exists) {
        problems.push(Problem::Unknown(EditField::Type));
    }
    let is_site = |id| snapshot.location(id).is_some_and(|site| site.organization == organization);
    if wanted.location != shown.location && !wanted.location.is_none_or(is_site) {
        problems.push(Problem::Unknown(EditField::Location));
    }
    problems
}

/// Whether a mail server may take it. What is stranger, such as a quoted name, can be entered in IT Glue itself.
pub fn is_address(text: &str) -> bool {
    let Some((user, domain)) = text.rsplit_once('@') else { return false };
    let is_of_user = |char: char| char.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(char);
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|char| char.is_alphanumeric() || char == '-')
    };
    text.len() <= LONGEST_ADDRESS
        && (1..=LONGEST_USER).contains(&user.len())
        && user.chars().all(is_of_user)
        && !user.starts_with('.')
        && !user.ends_with('.')
        && !user.contains("..")
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

/// Whether it is one number, in the country of the guesses or with its own. An internal one of a few digits is one too.
fn is_number(entry: &Entry, guesses: &[Guess]) -> bool {
    let phone = Phone {
        value: entry.value.as_str().into(),
        formatted: None,
        extension: entry.extension.as_deref().map(Into::into),
        primary: false,
        label: None,
        fax: false,
    };
    let has_letters = entry.value.contains(char::is_alphabetic);
    matches!(&*understand(&phone, guesses), [one] if !has_letters && one.keyed.contains(|char: char| char.is_ascii_digit()))
}
