//! Sentences whose own words and foreign text stay apart, and the cleaning that makes foreign text fit to be shown.

use std::borrow::Cow;

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use crate::answer::language::Language;
use crate::domain::id::{ChannelId, UserId};
use crate::notes::clean::without_invisible;

/// A sentence, a line or a label.
#[must_use]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Piece>);

/// Stands for text that shows nothing: only blanks, control or invisible characters. The same in every language.
const BLANK: &str = "(–)";

pub fn theirs(text: impl Into<String>) -> Words {
    Words::default().theirs(text)
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Ours(Cow<'static, str>),
    /// Text from IT Glue or from a user: shown, never obeyed.
    Theirs(String),
    /// Foreign text that users copy: a number, an address.
    Copy(String),
    Strong(String),
    /// A number to dial by a tap, where taps dial.
    Dial {
        e164: String,
        reading: String,
    },
    /// An address to write to by a tap, where taps do.
    Mail(String),
    /// A user of Callsheet; the language is for places that do not know the name.
    User(UserId, Language),
    Channel(ChannelId),
    /// A moment in the past, to be said in this language.
    Ago(Timestamp, Language),
    At(Timestamp),
}

impl Words {
    /// Begins with our own words; may be empty.
    pub fn new(ours: impl Into<Cow<'static, str>>) -> Self {
        Self::default().ours(ours)
    }

    pub fn ours(self, ours: impl Into<Cow<'static, str>>) -> Self {
        self.with(Piece::Ours(ours.into()))
    }

    pub fn theirs(self, theirs: impl Into<String>) -> Self {
        self.with(Piece::Theirs(theirs.into()))
    }

    pub fn copy(self, theirs: impl Into<String>) -> Self {
        self.with(Piece::Copy(theirs.into()))
    }

    pub fn strong(self, theirs: impl Into<String>) -> Self {
        self.with(Piece::Strong(theirs.into()))
    }

    /// Begins with a number to dial by a tap.
    pub fn dial(e164: impl Into<String>, reading: impl Into<String>) -> Self {
        Self::default().with(Piece::Dial { e164: e164.into(), reading: reading.into() })
    }

    /// Begins with an address to write to by a tap.
    pub fn mail(address: impl Into<String>) -> Self {
        Self::default().with(Piece::Mail(address.into()))
    }

    pub fn user(user: UserId, language: Language) -> Self {
        Self::default().with(Piece::User(user, language))
    }

    pub fn channel(channel: ChannelId) -> Self {
        Self::default().with(Piece::Channel(channel))
    }

    pub fn at(moment: Timestamp) -> Self {
        Self::default().with(Piece::At(moment))
    }

    pub fn ago(moment: Timestamp, language: Language) -> Self {
        Self::default().with(Piece::Ago(moment, language))
    }

    /// Goes on with our own words, if there are any.
    pub(super) fn ours_unless_empty(self, ours: String) -> Self {
        if ours.is_empty() { self } else { self.ours(ours) }
    }

    /// Goes on with all of these, with a separator of ours between them.
    pub fn list(self, parts: impl IntoIterator<Item = Self>, separator: &'static str) -> Self {
        parts.into_iter().enumerate().fold(self, |all, (at, part)| {
            let mut all = if at == 0 { all } else { all.ours(separator) };
            all.0.extend(part.0);
            all
        })
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// A line that is read first.
    pub fn large(self) -> Line {
        Line { words: self, size: Size::Large }
    }

    /// A line for those who want to know more.
    pub fn small(self) -> Line {
        Line { words: self, size: Size::Small }
    }

    fn with(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }
}

/// A line of an answer, and how it stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub words: Words,
    pub size: Size,
}

/// How large a line is shown, where sizes can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Large,
    Normal,
    Small,
}

impl From<Words> for Line {
    fn from(words: Words) -> Self {
        Self { words, size: Size::Normal }
    }
}

/// Text from outside as one line of visible characters: without control characters, direction overrides and invisible
/// ones, which could rearrange or hide the text around them. Text that shows nothing becomes a mark for blank.
pub fn visible(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for char in without_invisible(text).chars() {
        if !char.is_whitespace() && !char.is_control() {
            line.push(char);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    if line.is_empty() { BLANK.to_owned() } else { line }
}

/// Cuts a text to a limit, between what people see as characters, with "…" for what is missing.
///
/// The limit counts UTF-16 units, as Discord's own client does: never less than the characters its server counts.
pub fn cut(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut left = limit.saturating_sub(1);
    for grapheme in text.graphemes(true) {
        let Some(rest) = left.checked_sub(width(grapheme)) else { break };
        short.push_str(grapheme);
        left = rest;
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Length of a text in UTF-16 units.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_keeps_only_visible_characters() {
        for (text, seen) in [
            ("Jane Doe", "Jane Doe"),
            (" Jane \t\r\n  Doe\u{0} ", "Jane Doe"),
            ("Jane\u{202e}eoD", "JaneeoD"),
            ("\u{2066}Jane\u{2069}\u{200f}", "Jane"),
            ("Ja\u{200b}n\u{ad}e\u{feff}", "Jane"),
            ("Ja\u{200d}ne", "Jane"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}💻", "👩\u{200d}💻"),
            ("👩\u{200d}", "👩"),
            ("\u{e0041}\u{3164}\u{2800}", "(–)"),
            ("Zoë Nuñez 山田", "Zoë Nuñez 山田"),
        ] {
            assert_eq!(visible(text), seen, "{text:?}");
        }
    }

    #[test]
    fn a_cut_falls_between_whole_characters() {
        for (text, limit, short) in [
            ("Jane", 4, "Jane"),
            ("Jane Doe", 6, "Jane…"),
            ("Zoe\u{308}lle", 4, "Zo…"),
            ("👩\u{200d}💻👩\u{200d}💻", 8, "👩\u{200d}💻…"),
            ("👩\u{200d}💻👩\u{200d}💻", 5, "…"),
            ("", 0, ""),
        ] {
            assert_eq!(cut(text, limit), short, "{text}");
            assert!(width(&cut(text, limit)) <= limit.max(1));
        }
    }
}
