//! Suggestions for a half-typed option, within Discord's limits.

use commands::options::MAX_LENGTH;
use jiff::Timestamp;

use crate::access::Field;
use crate::answer::text::plain;
use crate::answer::words::{Words, cut};

/// The longest text of a suggestion, by Discord's rules.
const MAX_NAME: usize = 100;

/// The value of a remark while nothing searchable is typed yet: it must not be empty, and this finds nothing.
const NOTHING: &str = "…";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub name: String,
    /// The value submitted when the suggestion is taken.
    pub value: String,
    /// The contact's field that is shown only to tell equal suggestions apart.
    pub told_by: Option<Field>,
}

impl Choice {
    pub fn new(words: &Words, value: String) -> Self {
        // No suggestion mentions time, so any time will do.
        Self { name: cut(&plain(words, Timestamp::UNIX_EPOCH), MAX_NAME), value, told_by: None }
    }

    /// A remark in place of suggestions. Taking it submits the typed text, which is answered like any other.
    pub fn remark(words: &Words, typed: &str) -> Self {
        let says_something = typed.chars().any(char::is_alphanumeric);
        Self::new(words, if says_something { cut(typed, MAX_LENGTH) } else { NOTHING.to_owned() })
    }
}
