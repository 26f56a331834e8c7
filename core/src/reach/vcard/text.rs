//! Cleans text for an address book's file: only what its owner can see stays.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use crate::domain::spelling::{is_joiner, is_unseen};

/// Scripts whose words are spelled with joiners: cursive ones, and those of India and its neighbours (Unicode Standard
/// 17, 9.2 and 12.1; UAX #31, 2.3).
const JOINING: [Script; 17] = [
    Script::Arabic,
    Script::Syriac,
    Script::Nko,
    Script::Mandaic,
    Script::Mongolian,
    Script::Devanagari,
    Script::Bengali,
    Script::Gurmukhi,
    Script::Gujarati,
    Script::Oriya,
    Script::Tamil,
    Script::Telugu,
    Script::Kannada,
    Script::Malayalam,
    Script::Sinhala,
    Script::Khmer,
    Script::Myanmar,
];

/// The text without characters that are invisible, turn the direction of text, or end a line. A joiner stays inside a
/// word of a script that is spelled with joiners. Elsewhere it only makes two names look alike; emoji joined into one
/// picture are understood one by one.
pub(super) fn visible(text: &str) -> String {
    let shown: Vec<char> = text.chars().filter(|char| is_joiner(*char) || !is_hidden(*char)).collect();
    let scripts = CodePointMapData::<Script>::new();
    let is_joining =
        |at: Option<usize>| at.and_then(|at| shown.get(at)).is_some_and(|char| JOINING.contains(&scripts.get(*char)));
    let is_seen = |at: usize| !is_joiner(shown[at]) || (is_joining(at.checked_sub(1)) && is_joining(at.checked_add(1)));
    (0..shown.len()).filter(|at| is_seen(*at)).map(|at| shown[at]).collect()
}

/// Also the separators that some readers take for the end of a line.
fn is_hidden(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}') || is_unseen(char)
}

#[cfg(test)]
mod tests;
