//! Refusals of a write: what IT Glue finds wrong, and with which fields.

use std::fmt;

use serde_json::Value;

use crate::itglue::error::{ItGlueError, looks_like_html};
use crate::itglue::exchange::Answer;
use crate::itglue::wire::text;
use crate::itglue::write::pointer::Pointer;
use callsheet_core::edit::EditField;

/// The longest text of the service that is told, in characters.
const LONGEST: usize = 200;

/// As many complaints of one answer are read.
const MOST: usize = 10;

/// A write that IT Glue refused. After a 422 the caller looks nevertheless: such services were seen to write all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// 403: the key is wrong, revoked or of another region.
    Key,
    /// 401: the key is valid, and may not write this.
    NotPermitted,
    /// 404 and 410: the contact is gone, or the organization of a new one.
    Gone,
    /// 415.
    ContentType,
    /// 400, 422 and the rest of the 4xx. Without complaints where the answer names none.
    Invalid { status: u16, complaints: Vec<Complaint> },
}

/// What IT Glue finds wrong. Its `Debug` leaves out the service's words, which may repeat what was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Complaint {
    pub cause: Cause,
    /// The fields of the request that it is about, as far as the answer tells: without these, the rest may be written.
    pub fields: Vec<EditField>,
    /// The service's own words, one line each, without anything invisible, and cut. For Discord they are text from outside.
    pub title: Option<String>,
    pub detail: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    OrganizationMissing,
    UnknownType,
    /// An address is none; `at` is its place in what was sent, where the answer tells.
    InvalidEmail {
        at: Option<usize>,
    },
    NameMissing,
    /// A system outside IT Glue owns the fields.
    Synced,
    Other,
}

impl Refused {
    /// The fields that all complaints together are about.
    pub fn fields(&self) -> Vec<EditField> {
        let Self::Invalid { complaints, .. } = self else { return Vec::new() };
        let mut fields: Vec<EditField> = complaints.iter().flat_map(|complaint| complaint.fields.clone()).collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// What an answer refuses of a request with these fields. `None`: it is not certain that it is a refusal.
    pub(super) fn read(error: &ItGlueError, answer: &Answer, sent: &[(EditField, Value)]) -> Option<Self> {
        // A proxy before the service says the same with other meanings.
        let is_the_services = !looks_like_html(&answer.body);
        match error {
            ItGlueError::Forbidden if is_the_services => Some(Self::Key),
            ItGlueError::Unauthorized if is_the_services => Some(Self::NotPermitted),
            ItGlueError::NotFound | ItGlueError::Rejected { status: 410, .. } if is_the_services => Some(Self::Gone),
            ItGlueError::ContentType if is_the_services => Some(Self::ContentType),
            ItGlueError::TimedOut => None,
            _ if (400..500).contains(&answer.status) => {
                let complaints = complaints(&answer.body, sent);
                Some(Self::Invalid { status: answer.status, complaints })
            }
            _ => None,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => f.write_str("the API key is rejected (403)"),
            Self::NotPermitted => f.write_str("the API key lacks permission (401)"),
            Self::Gone => f.write_str("there is no such record (404)"),
            Self::ContentType => f.write_str("the content type is not accepted (415)"),
            Self::Invalid { status, .. } => {
                write!(f, "it is invalid ({status}")?;
                self.fields().into_iter().try_for_each(|field| write!(f, ", {}", <&str>::from(field)))?;
                f.write_str(")")
            }
        }
    }
}

impl fmt::Debug for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Complaint").field("cause", &self.cause).field("fields", &self.fields).finish_non_exhaustive()
    }
}

fn complaints(body: &str, sent: &[(EditField, Value)]) -> Vec<Complaint> {
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let errors = body["errors"].as_array().into_iter().flatten().take(MOST);
    let mut complaints: Vec<Complaint> = errors.filter_map(|error| Complaint::read(error, sent)).collect();
    if let Some(title) = words(&body["message"]).filter(|_| complaints.is_empty()) {
        complaints.push(Complaint { cause: Cause::Other, fields: Vec::new(), title: Some(title), detail: None });
    }
    complaints
}

impl Complaint {
    /// Reads one of the errors of an answer; `None` where it says nothing.
    fn read(error: &Value, sent: &[(EditField, Value)]) -> Option<Self> {
        let (title, detail) = (words(&error["title"]), words(&error["detail"]));
        let pointer = error["source"]["pointer"].as_str().map(Pointer::read);
        if title.is_none() && detail.is_none() && pointer.is_none() {
            return None;
        }
        let pointer = pointer.unwrap_or_default();
        let said =
            [&title, &detail].into_iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
        let is_sent = |field: &EditField| sent.iter().any(|(one, _)| one == field);
        let cause = match pointer.field {
            _ if says(&["synced"]) => Cause::Synced,
            _ if pointer.is_organization || says(&["organization_id", "organization is required"]) => {
                Cause::OrganizationMissing
            }
            Some(EditField::Type) => Cause::UnknownType,
            Some(EditField::Emails) if !pointer.is_label && !says(&["label"]) => {
                Cause::InvalidEmail { at: place(pointer.place, &said, sent) }
            }
            Some(EditField::FirstName) if said.is_empty() || says(&["blank", "empty", "missing", "required"]) => {
                Cause::NameMissing
            }
            _ => Cause::Other,
        };
        let fields = match (pointer.field, cause) {
            (Some(field), _) => Some(field).filter(is_sent).into_iter().collect(),
            // The whole record is locked. Ticket systems leave notes and the VIP mark to IT Glue.
            (None, Cause::Synced) => {
                let is_locked = |field: &EditField| !matches!(field, EditField::Notes | EditField::Vip);
                sent.iter().map(|(field, _)| *field).filter(is_locked).collect()
            }
            (None, _) => Vec::new(),
        };
        Some(Self { cause, fields, title, detail })
    }
}

/// Which of the addresses that were sent is meant: by its number, by its text, or because it is the only one.
fn place(number: Option<usize>, said: &str, sent: &[(EditField, Value)]) -> Option<usize> {
    let emails = sent.iter().find(|(field, _)| *field == EditField::Emails).and_then(|(_, list)| list.as_array())?;
    let is_said = |email: &Value| {
        email["value"].as_str().is_some_and(|value| !value.is_empty() && said.contains(&value.to_lowercase()))
    };
    let by_text = emails.iter().position(is_said);
    let only = (emails.len() == 1).then_some(0);
    number.filter(|place| *place < emails.len()).or(by_text).or(only)
}

/// A text of the service in one line, cleaned and cut.
fn words(value: &Value) -> Option<String> {
    let line = text::line(value.as_str()?)?;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => Some(format!("{}…", line[..end].trim_end())),
        None => Some(line.into()),
    }
}
