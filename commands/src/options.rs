//! The text given for a command's options, before they are known to be complete.

use std::collections::BTreeMap;

/// The longest text an option takes, in characters, as in the manifests (`max_length`): no name or number is longer.
pub const MAX_LENGTH: usize = 100;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options(BTreeMap<String, String>);

/// The value of an option that has suggestions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A suggestion was taken: exactly this record.
    Id(u64),
    /// Text to search for. Never empty.
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    UnknownCommand,
    UnknownOption,
    /// A required option is absent or blank.
    Missing(&'static str),
    /// The value is not a user's id.
    NoUser(&'static str),
}

impl Pick {
    /// The value of a suggestion for this record. The prefix tells it from typed digits, as of a phone number.
    pub fn value(id: u64) -> String {
        format!("id:{id}")
    }

    /// The typed text, unless a suggestion was taken.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Id(_) => None,
            Self::Text(text) => Some(text),
        }
    }

    /// Reads the value of an option; `None` where it is blank.
    pub fn parse(value: &str) -> Option<Self> {
        let text = shortened(value);
        if text.is_empty() {
            return None;
        }
        let id = text.strip_prefix("id:").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        Some(match id.and_then(|digits| digits.parse().ok()) {
            Some(id) => Self::Id(id),
            None => Self::Text(text),
        })
    }
}

impl FromIterator<(String, String)> for Options {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(given: T) -> Self {
        Self(given.into_iter().collect())
    }
}

impl Options {
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Every given option by name, with its raw value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub(crate) fn required(&mut self, name: &'static str) -> Result<Pick, ParseError> {
        self.optional(name).ok_or(ParseError::Missing(name))
    }

    /// Takes a required option that is always text.
    pub(crate) fn required_text(&mut self, name: &'static str) -> Result<String, ParseError> {
        let text = self.typed(name);
        if text.is_empty() { Err(ParseError::Missing(name)) } else { Ok(text) }
    }

    pub(crate) fn optional(&mut self, name: &str) -> Option<Pick> {
        self.0.remove(name).and_then(|value| Pick::parse(&value))
    }

    /// Takes the option being typed, as far as it is typed.
    pub(crate) fn typed(&mut self, name: &str) -> String {
        self.0.remove(name).map(|value| shortened(&value)).unwrap_or_default()
    }

    /// Refuses options that no parser has taken.
    pub(crate) fn finish(&self) -> Result<(), ParseError> {
        if self.0.is_empty() { Ok(()) } else { Err(ParseError::UnknownOption) }
    }
}

fn shortened(value: &str) -> String {
    value.trim().chars().take(MAX_LENGTH).collect::<String>().trim_end().to_owned()
}
