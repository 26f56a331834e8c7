//! Suggestions for a half-typed option, within Discord's limits.

use commands::options::MAX_LENGTH;
use jiff::Timestamp;

use crate::access::Field;
use crate::answer::text::plain;
use crate::answer::words::{Words, cut};

/// The longest a suggestion's text may be, by Discord's rules.
const MAX_NAME: usize = 100;

/// What a remark submits where nothing to speak of is typed yet: it may not be empty, and this finds nothing.
const NOTHING: &str = "…";

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the user reads.
    pub name: String,
    /// What is submitted when it is taken.
    pub value: String,
    /// What of a person it shows only because nothing else tells them from the others.
    pub told_by: Option<Field>,
}

impl Choice {
    /// A suggestion that submits this value.
    #[must_use]
    pub fn new(words: &Words, value: String) -> Self {
        // No suggestion speaks of time, so any time will do.
        Self { name: cut(&plain(words, Timestamp::UNIX_EPOCH), MAX_NAME), value, told_by: None }
    }

    /// A remark in place of suggestions. Taking it submits what was typed, which is answered like anything typed.
    #[must_use]
    pub fn remark(words: &Words, typed: &str) -> Self {
        let says_something = typed.chars().any(char::is_alphanumeric);
        Self::new(words, if says_something { cut(typed, MAX_LENGTH) } else { NOTHING.to_owned() })
    }
}
