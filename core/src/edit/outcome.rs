//! What became of a change, told from the record as it was read again.

use crate::edit::EditField;
use crate::edit::record::Record;
use crate::edit::request::{Held, Request};

/// What became of each field that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Became {
    /// They are as they were sent.
    pub done: Vec<EditField>,
    /// They mean the same, but IT Glue has written them in another form.
    pub reformatted: Vec<EditField>,
    /// They are not as they were sent.
    pub not_done: Vec<EditField>,
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
