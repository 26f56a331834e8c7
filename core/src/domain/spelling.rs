//! Compares names: two that read alike are the same, however they are stored.
//!
//! A name must not escape a rule by an invisible character, by another form of a letter, or by a word processor's
//! apostrophe.

use std::borrow::Cow;

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed};
use unicode_normalization::UnicodeNormalization;

/// Full case folding: `ß` is `ss`, `ς` is `σ`.
const CASES: CaseMapperBorrowed<'static> = CaseMapper::new();

/// Characters that Unicode says show nothing: joiners, direction marks, soft hyphens, variations.
const IGNORABLE: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();

const CATEGORIES: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::<GeneralCategory>::new();

/// A name as it is compared: apart from case, width, invisible characters, spaces, dashes and apostrophes.
pub fn fold(name: &str) -> String {
    // Nearly all names.
    if name.is_ascii() {
        return spaced(&name.to_ascii_lowercase().replace('`', "'"));
    }
    // Twice, because what is folded may be composed of what is not (Unicode, chapter 3, D146).
    let once = folded(plain(name));
    spaced(&folded(once.nfkd()).nfkc().collect::<String>())
}

/// A text with its letters composed in one way, and without invisible characters.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { text.into() } else { plain(text).nfc().collect::<String>().into() }
}

fn folded(letters: impl Iterator<Item = char>) -> String {
    CASES.fold_string(&letters.collect::<String>()).into_owned()
}

/// Control characters separate words, as they do where names are shown.
fn spaced(text: &str) -> String {
    let words = text.split(|char: char| char.is_whitespace() || char.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The letters taken apart, as far as they are seen. An accent that stands for an apostrophe is told from one on a letter
/// before it is taken apart, a double prime only behind that.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let seen = |char: &char| !is_unseen(*char);
    text.nfd().filter(seen).map(of_keyboard).nfkd().filter(seen).map(of_keyboard)
}

/// The sign that a keyboard has in place of one that looks like it.
fn of_keyboard(char: char) -> char {
    match char {
        // An accent or a prime in place of an apostrophe, and quotation marks that are used as one.
        '`' | '´' | '‘' | '’' | '‛' | 'ʹ' | 'ʻ' | 'ʼ' | '′' => '\'',
        // The minus is a sign of mathematics.
        '−' => '-',
        _ if CATEGORIES.get(char) == GeneralCategory::DashPunctuation => '-',
        _ => char,
    }
}

/// The zero-width joiner and non-joiner, by which some scripts spell.
pub(crate) fn is_joiner(char: char) -> bool {
    matches!(char, '\u{200c}' | '\u{200d}')
}

/// Beside what Unicode says, the blank of Braille and the anchors of annotations show nothing.
pub(crate) fn is_unseen(char: char) -> bool {
    IGNORABLE.contains(char) || matches!(char, '\u{2800}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests;
