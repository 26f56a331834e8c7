//! Words and runs of a text, with where they stand.

use std::ops::Range;

use any_ascii::any_ascii_char;
use unicode_normalization::char::is_combining_mark;

/// A run of letters and digits.
pub(super) struct Word {
    pub(super) range: Range<usize>,
    /// In lower-case Latin letters without accents.
    pub(super) folded: String,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, char) in text.char_indices() {
        let inside = char.is_alphanumeric() || (open && is_combining_mark(char));
        if inside {
            if !open {
                words.push(Word { range: at..at, folded: String::new() });
            }
            if let Some(word) = words.last_mut() {
                word.range.end = at + char.len_utf8();
                push_folded(&mut word.folded, char);
            }
        }
        open = inside;
    }
    words
}

/// A piece of text as [`Word::folded`]: its letters and digits only.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::new();
    for char in text.chars().filter(|char| char.is_alphanumeric()) {
        push_folded(&mut folded, char);
    }
    folded
}

fn push_folded(folded: &mut String, char: char) {
    let ascii = any_ascii_char(char).bytes().filter(u8::is_ascii_alphanumeric);
    folded.extend(ascii.map(|byte| char::from(byte.to_ascii_lowercase())));
}

/// The runs of anything but white space between two places.
pub(super) fn chunks(text: &str, from: usize, to: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..to)?;
        let start = at + rest.find(|char: char| !char.is_whitespace())?;
        let rest = text.get(start..to)?;
        at = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
        Some(start..at)
    })
}

/// Where the line ends that a place is in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}
