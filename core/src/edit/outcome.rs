//! What became of a change, told from the record as it was read again.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edit::EditField;
use crate::edit::record::Record;
use crate::edit::request::{Held, Request};

/// What became of each field that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Became {
    /// They are as they were sent.
    pub done: Vec<EditField>,
    /// They mean the same, but IT Glue has written them in another form.
    pub reformatted: Vec<EditField>,
    /// They are not as they were sent.
    pub not_done: Vec<EditField>,
}

/// Why IT Glue does not have a change, or could not be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The organization is not there.
    NoOrganization,
    /// These fields were refused: a type or a site that is not there, an address that is none, a name that is missing.
    Invalid(Vec<EditField>),
    /// Another system owns these fields; all that it owns, if IT Glue does not say which.
    Owned(Vec<EditField>),
    /// The key is wrong, or of another region.
    Key,
    /// The key may not do this.
    NotPermitted,
    /// The contact is not there any more.
    Gone,
    /// It belongs to another organization now, or its access was restricted: by which rules the caller may see it is not known.
    Moved,
    /// Too many requests; the next is answered then.
    TooMany {
        until: Option<Timestamp>,
    },
    TimedOut,
    /// IT Glue could not be reached, or failed.
    Unreachable,
    /// Somebody else has changed the fields since.
    Overtaken(Vec<EditField>),
    /// IT Glue's own words, where it gave any.
    Refused {
        title: Option<String>,
        detail: Option<String>,
    },
}

impl Became {
    pub fn of(request: &Request, after: &Record) -> Self {
        let mut became = Self::default();
        for (field, sent) in &request.fields {
            match after.holds(*field, sent) {
                Held::Exactly => became.done.push(*field),
                Held::InOtherForm => {
                    became.done.push(*field);
                    // Separators taken out of a number are nothing to tell.
                    if *field == EditField::Notes {
                        became.reformatted.push(*field);
                    }
                }
                Held::No => became.not_done.push(*field),
            }
        }
        became
    }

    pub fn is_whole(&self) -> bool {
        self.not_done.is_empty()
    }
}

/// Whether a record is the one that a request to create it has made: the same names and the same first address, and made
/// no earlier than the request was begun. Records that were there before are known by their ids.
pub fn is_created_by(request: &Request, record: &Record) -> bool {
    let compared = |(field, _): &&(EditField, serde_json::Value)| {
        matches!(field, EditField::FirstName | EditField::LastName | EditField::Emails | EditField::Phones)
    };
    let mut fields = request.fields.iter().filter(compared).peekable();
    fields.peek().is_some() && fields.all(|(field, sent)| record.holds(*field, sent) != Held::No)
}
