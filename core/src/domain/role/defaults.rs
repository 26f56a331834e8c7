//! The words account owners use for their contact types, and what they mean; `defaults.txt` has them, in the order in which
//! they are tried.

use std::sync::LazyLock;

use strum::EnumString;

use super::Role;
use super::words::Phrase;

/// A row of the table of defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub role: Role,
    pub fit: Fit,
    /// One or more words, lower-cased.
    pub words: &'static str,
}

/// How words must stand in a type's name to mean their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Fit {
    /// They are the whole name, and it says its role literally.
    Literal,
    /// They are the whole name; a guess.
    Whole,
    /// They stand anywhere in the name; a guess.
    Within,
}

pub fn rows() -> impl Iterator<Item = Row> {
    ROWS.iter().map(|(row, _)| *row)
}

/// The words that say, in a type's name, that its contacts have left.
pub(super) fn departed() -> impl Iterator<Item = &'static Phrase> {
    let is_it = |row: &Row| row.role == Role::Departed && row.fit == Fit::Within;
    ROWS.iter().filter(move |(row, _)| is_it(row)).map(|(_, phrase)| phrase)
}

/// The role that a name of these words says literally.
pub(super) fn literal(name: &[String]) -> Option<Role> {
    ROWS.iter().find(|(row, phrase)| row.fit == Fit::Literal && phrase.is(name)).map(|(row, _)| row.role)
}

/// The role a type of this name stands for by default.
pub(super) fn role(name: &[String]) -> Option<Role> {
    let fits =
        |row: &Row, phrase: &Phrase| if row.fit == Fit::Within { phrase.stands_in(name) } else { phrase.is(name) };
    ROWS.iter().find(|(row, phrase)| fits(row, phrase)).map(|(row, _)| row.role)
}

static ROWS: LazyLock<Vec<(Row, Phrase)>> = LazyLock::new(|| {
    let rows = |line: &'static str| {
        let (meaning, words) = line.split_once(": ")?;
        let (fit, role) = meaning.split_once(' ')?;
        let (fit, role) = (fit.parse().ok()?, role.parse().ok()?);
        Some(words.split(", ").map(move |words| (Row { role, fit, words }, Phrase::of(words))))
    };
    include_str!("defaults.txt").lines().filter_map(rows).flatten().collect()
});

#[cfg(test)]
mod tests;
