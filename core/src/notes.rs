//! A contact's notes as lines to show: read from HTML or plain text, with anything that looks like a secret masked.
//!
//! Notes are written in a hurry, and by anyone with write access to the account. The local copy keeps them whole; what
//! leaves this module has no markup, no invisible character, and a [`NotePiece::Masked`] in place of each secret found. It
//! is still text from outside, which a renderer has to make harmless.
//!
//! # What is found
//!
//! - The text after a label in more than twenty languages ("password:", "Kennwort", "code d'alarme", "пароль", "PIN"),
//!   on its line, on the next one or in its cell or column of a table. The label stays, so that a reader knows what
//!   was there. It may be misspelt, or ask for something in place of a password: "mother's maiden name".
//! - Known shapes: private keys, keys of well-known services, JSON web tokens, passwords in URLs and after flags of
//!   commands, product keys, long random text, card numbers and IBANs with the right check digits; after a user's name
//!   ("admin / P@ssw0rd1", `ACME\jdoe`) anything that does not look like a word; letters with signs inside.
//!
//! The text after a label is masked up to the next comma, field or cell, unless it speaks about the secret ("see the
//! vault", "never expires"): one word too many missing is a question in IT Glue, one too few is a password in a chat.
//!
//! # What is not found
//!
//! A password without a label that looks like a word, a name or a date; a plain word after a label with other meanings
//! ("wifi = welcomeguest"); one that begins like a sentence about it ("password: see you soon"); labels in other
//! languages or in a picture; a deliberate hint ("the usual plus the year"). So masking makes an accident less likely
//! and is no permission to keep passwords in notes: a caller who may see notes may, now and then, see one.

pub mod clean;
mod markup;
mod pages;
mod secrets;
mod text;

use std::fmt;
use std::ops::Range;

use strum::IntoStaticStr;

pub use pages::{MARK_WIDTH, TextPage};

pub(crate) use markup::is_html;
use text::Text;

/// Bytes of notes that are read: several times what anyone scrolls through on a phone.
pub const LONGEST: usize = 32 * 1024;

/// A contact's notes. No line of them is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    pub lines: Vec<NoteLine>,
    pub cut: bool,
}

/// One line: its pieces in order. Spaces between two pieces belong to one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteLine {
    pub pieces: Vec<NotePiece>,
}

/// A part of a line. Its text is never printed for debugging: notes are private.
#[derive(Clone, PartialEq, Eq)]
pub enum NotePiece {
    Plain(String),
    /// Emphasized text: bold, a heading.
    Strong(String),
    Masked(Secret),
}

/// The probable kind of a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Secret {
    /// A password, or words in place of one.
    Password,
    /// A key or token for a machine.
    Key,
    /// A code for a door, an alarm, a safe or a phone; a PIN.
    Code,
    Card,
    Account,
}

/// Stands for a secret in plain text: no number, no word.
const NOTHING: &str = "***";

pub fn read(raw: &str) -> Notes {
    let (raw, cut) = shorten(raw);
    let text = if markup::is_html(raw) { markup::read_html(raw) } else { markup::read_plain(raw) };
    Notes { lines: lines(&text), cut }
}

impl Notes {
    /// The probable kinds of the masked secrets, in order.
    pub fn secrets(&self) -> impl Iterator<Item = Secret> {
        self.lines.iter().flat_map(|line| &line.pieces).filter_map(|piece| match piece {
            NotePiece::Masked(secret) => Some(*secret),
            NotePiece::Plain(_) | NotePiece::Strong(_) => None,
        })
    }

    /// The text, for other modules to read. A masked secret leaves nothing to read.
    pub fn text(&self) -> String {
        let line = |line: &NoteLine| line.pieces.iter().map(NotePiece::text).collect::<String>();
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

impl NotePiece {
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) => text,
            Self::Masked(_) => NOTHING,
        }
    }
}

impl fmt::Debug for NotePiece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(_) => f.write_str("Plain(..)"),
            Self::Strong(_) => f.write_str("Strong(..)"),
            Self::Masked(secret) => f.debug_tuple("Masked").field(secret).finish(),
        }
    }
}

/// The beginning of a text that is too long, to the last space: half a key does not look like one.
fn shorten(raw: &str) -> (&str, bool) {
    if raw.len() <= LONGEST {
        return (raw, false);
    }
    let head = raw.get(..raw.floor_char_boundary(LONGEST)).unwrap_or_default();
    let space = head.rfind(char::is_whitespace);
    (space.and_then(|space| head.get(..space)).unwrap_or(head), true)
}

/// The lines of a text, without its secrets. A secret of several lines is masked in the first of them.
fn lines(text: &Text) -> Vec<NoteLine> {
    let mut lines = vec![NoteLine::default()];
    let mut at = 0;
    for found in secrets::find(&text.text) {
        push_text(&mut lines, text, at..found.range.start);
        if let Some(line) = lines.last_mut() {
            line.pieces.push(NotePiece::Masked(found.secret));
        }
        at = found.range.end;
    }
    push_text(&mut lines, text, at..text.text.len());
    lines.retain(|line| line.pieces.iter().any(|piece| !piece.text().trim().is_empty()));
    lines
}

fn push_text(lines: &mut Vec<NoteLine>, text: &Text, range: Range<usize>) {
    let mut at = range.start;
    for strong in text.strong.iter().filter(|strong| strong.end > range.start && strong.start < range.end) {
        let (start, end) = (strong.start.max(range.start), strong.end.min(range.end));
        push_lines(lines, text, at..start, NotePiece::Plain);
        push_lines(lines, text, start..end, NotePiece::Strong);
        at = end;
    }
    push_lines(lines, text, at..range.end, NotePiece::Plain);
}

fn push_lines(lines: &mut Vec<NoteLine>, text: &Text, range: Range<usize>, piece: fn(String) -> NotePiece) {
    for (index, part) in text.text.get(range).unwrap_or_default().split('\n').enumerate() {
        if index > 0 {
            lines.push(NoteLine::default());
        }
        if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
            line.pieces.push(piece(part.replace('\t', " ")));
        }
    }
}

#[cfg(test)]
mod tests;
