//! What was given for the options of a command, before it is known to be complete.

use std::collections::BTreeMap;

/// The longest text an option takes, in characters; the manifests say the same to Discord (`max_length`). No name,
/// address or number is longer, and a search should not have to read a novel.
pub const MAX_LENGTH: usize = 100;

/// The text given for each option, by the option's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options(BTreeMap<String, String>);

/// What was given for an option that has suggestions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A suggestion was taken: exactly this record.
    Id(u64),
    /// Something was typed, and is to be searched for. Never empty.
    Text(String),
}

/// Why a command could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// No command has this name.
    UnknownCommand,
    /// The command has no such option.
    UnknownOption,
    /// A required option was not given, or only blanks.
    Missing(&'static str),
    /// What was given for an option is no user's id.
    NoUser(&'static str),
}

impl Pick {
    /// The value under which a suggestion for this record is offered. The prefix keeps it apart from typed digits,
    /// which may be a phone number.
    #[must_use]
    pub fn value(id: u64) -> String {
        format!("id:{id}")
    }

    /// What was typed, where nothing was taken.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Id(_) => None,
            Self::Text(text) => Some(text),
        }
    }

    /// Reads the value of an option; `None` where it is blank.
    #[must_use]
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
    /// What was given for an option, as it is.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Every option that was given, by name, with what was given as it is.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes an option that has to be there.
    pub(crate) fn required(&mut self, name: &'static str) -> Result<Pick, ParseError> {
        self.optional(name).ok_or(ParseError::Missing(name))
    }

    /// Takes an option that has to be there and is always text.
    pub(crate) fn required_text(&mut self, name: &'static str) -> Result<String, ParseError> {
        let text = self.typed(name);
        if text.is_empty() { Err(ParseError::Missing(name)) } else { Ok(text) }
    }

    /// Takes an option that may be left out.
    pub(crate) fn optional(&mut self, name: &str) -> Option<Pick> {
        self.0.remove(name).and_then(|value| Pick::parse(&value))
    }

    /// Takes the option being typed: what there is of it so far.
    pub(crate) fn typed(&mut self, name: &str) -> String {
        self.0.remove(name).map(|value| shortened(&value)).unwrap_or_default()
    }

    /// Refuses what no one has taken.
    pub(crate) fn finish(&self) -> Result<(), ParseError> {
        if self.0.is_empty() { Ok(()) } else { Err(ParseError::UnknownOption) }
    }
}

fn shortened(value: &str) -> String {
    value.trim().chars().take(MAX_LENGTH).collect::<String>().trim_end().to_owned()
}
