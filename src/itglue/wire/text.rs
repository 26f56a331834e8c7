//! Cleans texts of what other programs left in them on their way into IT Glue. It happens here, once, so that cards,
//! the search, the policy and contact files all see the same.
//!
//! Only certain damage is undone: a text that may be meant as it stands stays as it is. Notes are not cleaned here:
//! they may be HTML, and [`callsheet_core::notes`] reads them.

mod encoded_word;
mod mojibake;
mod quoted_printable;

use unicode_normalization::UnicodeNormalization;

use callsheet_core::notes::clean::without_invisible;

/// Encodings within encodings that are undone: one program after another escapes its input, but not this many.
const MOST_LAYERS: usize = 8;

/// The replacement of an unreadable character.
const UNREAD: &str = "\u{fffd}";

/// A text of one line; `None` where it is empty.
pub(in crate::itglue) fn line(raw: &str) -> Option<Box<str>> {
    filled(&cleaned(raw, |text| {
        let words = text.split_whitespace().map(|word| word.replace(char::is_control, ""));
        // A lone replacement character is no letter of any word: half an emoji.
        let words: Vec<String> = words.filter(|word| !word.is_empty() && word != UNREAD).collect();
        words.join(" ")
    }))
}

/// A text of several lines, each of which may be a thing of its own.
pub(super) fn lines(raw: &str) -> Option<Box<str>> {
    filled(&cleaned(raw, |text| {
        let shown = |letter: &char| *letter == '\n' || !letter.is_control();
        text.replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ").chars().filter(shown).collect()
    }))
}

/// A text without the space around it; `None` where it is empty.
pub(super) fn filled(text: &str) -> Option<Box<str>> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Box::from)
}

/// The text decoded, without invisible characters, and laid out.
fn cleaned(raw: &str, lay_out: impl Fn(&str) -> String) -> String {
    let mut text = raw.to_owned();
    for _ in 0..MOST_LAYERS {
        let next = lay_out(&without_invisible(&decoded(&text))).nfc().collect();
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// The text with all encodings of other programs undone.
fn decoded(raw: &str) -> String {
    let mut text = raw.to_owned();
    for _ in 0..MOST_LAYERS {
        let next = encoded_word::read(&text)
            .or_else(|| entities(&text))
            .or_else(|| quoted_printable::read(&text))
            .or_else(|| mojibake::read(&text));
        let Some(next) = next else { break };
        text = next;
    }
    text
}

/// The text without the entities of HTML, if it has any: "O&#39;Brien". An unfinished one does not count: "R&D".
fn entities(text: &str) -> Option<String> {
    let decoded = html_escape::decode_html_entities(text);
    (decoded != text).then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests;
