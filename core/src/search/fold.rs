//! Folding text to what the index compares: lower-case ASCII words.

use std::borrow::Cow;

use any_ascii::any_ascii_char;
use unicode_normalization::char::is_combining_mark;

/// Words beyond this are not looked at: no name has more, and the work grows with the square.
pub(crate) const MOST_WORDS: usize = 6;

/// What stands in a folded word for a letter that was lost.
pub(crate) const UNREAD: char = '?';

/// What Unicode has for a character that could not be read.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Letters of a word beyond this are not looked at.
const MOST_LETTERS: usize = 32;

/// The words of a text: lower case, without accents, in Latin letters. Apostrophes join, everything else that is no letter or
/// digit separates. A Chinese character or a Korean syllable is a word of its own, since nothing separates names there. A
/// letter that was lost is [`UNREAD`].
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if is_ideograph(letter) {
            close(&mut word, &mut words);
            push(letter, &mut word);
            close(&mut word, &mut words);
        } else if letter.is_alphanumeric() {
            push(letter, &mut word);
        } else if letter == REPLACEMENT || (letter == '?' && !word.is_empty() && starts_letter(letters.peek())) {
            if word.len() < MOST_LETTERS {
                word.push(UNREAD);
            }
        } else if !joins(letter) {
            close(&mut word, &mut words);
        }
    }
    close(&mut word, &mut words);
    words
}

/// The text of a name with every question mark that touches a letter as a letter that was lost: "Ren?" is no question there.
pub(crate) fn with_lost_letters(name: &str) -> Cow<'_, str> {
    if !name.contains('?') {
        return Cow::Borrowed(name);
    }
    let mut text = String::with_capacity(name.len() + 4);
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let lost = letter == '?'
            && (text.ends_with(|before: char| before.is_alphabetic() || before == REPLACEMENT)
                || starts_letter(letters.peek()));
        text.push(if lost { REPLACEMENT } else { letter });
    }
    Cow::Owned(text)
}

fn starts_letter(letter: Option<&char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphabetic() || *letter == '?')
}

pub(crate) fn joined(text: &str) -> String {
    words(text).concat()
}

/// The text with the letters written out that have two spellings ("Müller", "Mueller"), if it has any.
pub(crate) fn written_out(text: &str) -> Option<String> {
    let long = [(['ä', 'Ä'], "ae"), (['ö', 'Ö'], "oe"), (['ø', 'Ø'], "oe"), (['ü', 'Ü'], "ue"), (['å', 'Å'], "aa")];
    let has_any = !text.is_ascii() && long.iter().any(|(letters, _)| text.contains(*letters));
    has_any.then(|| long.iter().fold(text.to_owned(), |text, (letters, long)| text.replace(*letters, long)))
}

/// The text without the "'s" of its words, if it has such.
pub(crate) fn without_possessives(text: &str) -> Option<String> {
    let is_mark = |letter: char| matches!(letter, '\'' | '’' | '‘' | '`' | '´');
    if !text.contains(is_mark) {
        return None;
    }
    let mut parts = text.split(is_mark);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for (mark, part) in text.chars().filter(|letter| is_mark(*letter)).zip(parts) {
        let alone = part.strip_prefix(['s', 'S']).filter(|after| !after.starts_with(char::is_alphanumeric));
        if alone.is_none() {
            rest.push(mark);
        }
        rest.push_str(alone.unwrap_or(part));
    }
    Some(rest)
}

/// Whether the text has letters of a script written without spaces between names.
pub(crate) fn has_ideographs(text: &str) -> bool {
    text.chars().any(is_ideograph)
}

/// Chinese characters (also as used in Japanese and Korean) and Korean syllables.
pub(crate) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks that stand inside a word without being a letter of it.
pub(crate) fn joins(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '′' | '＇' | '\u{ad}' | '\u{200b}'
            ..='\u{200f}' | '\u{2060}' | '\u{feff}'
    ) || is_combining_mark(letter)
}

fn push(letter: char, word: &mut String) {
    let ascii = any_ascii_char(letter).bytes().filter(u8::is_ascii_alphanumeric);
    for byte in ascii.take(MOST_LETTERS.saturating_sub(word.len())) {
        word.push(char::from(byte.to_ascii_lowercase()));
    }
}

fn close(word: &mut String, words: &mut Vec<String>) {
    if word.contains(|letter| letter != UNREAD) {
        words.push(std::mem::take(word));
    }
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::{with_lost_letters, words};

    #[test]
    fn words_are_folded_and_apostrophes_join_them() {
        assert_eq!(words("  Renée O’Brien-Smith, Jr."), ["renee", "obrien", "smith", "jr"]);
        assert_eq!(words("e\u{301}mile Straße Дмитрий"), ["emile", "strasse", "dmitriy"]);
        assert_eq!(words("王志偉"), ["wang", "zhi", "wei"]);
    }

    #[test]
    fn a_lost_letter_stays_in_its_word() {
        assert_eq!(words("Torbj?rn H\u{fffd}glund \u{fffd}"), ["torbj?rn", "h?glund"]);
        assert_eq!(words("Jane Doe? Who?"), ["jane", "doe", "who"]);
        for (name, read) in [("Ren?", "ren?"), ("?ke", "?ke"), ("J??rgen", "j??rgen"), ("Doe (?)", "doe")] {
            assert_eq!(words(&with_lost_letters(name)), [read]);
        }
    }
}
