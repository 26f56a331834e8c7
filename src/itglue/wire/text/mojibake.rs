//! UTF-8 read as Windows-1252 or Latin-1: `JÃ¼rgen` is Jürgen.

/// Windows-1252 from 80 to 9F (WHATWG, index windows-1252), with Latin-1's controls where it has none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text, if all of it was certainly misread; otherwise with the characters of Windows-1252 for control characters.
pub(super) fn read(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    misread(text).or_else(|| {
        let read: String = text.chars().map(printed).collect();
        (read != text).then_some(read)
    })
}

/// The whole text as UTF-8, if its characters are such bytes and the result is likelier than the text.
fn misread(text: &str) -> Option<String> {
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    let read = String::from_utf8(bytes).ok()?;
    let mut signs = text.chars();
    let mut letters = read.chars().peekable();
    // The two letters before, and the number of letters in other scripts.
    let (mut before, mut earlier, mut foreign) = (' ', ' ', 0);
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let lead = signs.next()?;
        let second = if letter.len_utf8() > 1 { signs.next()? } else { ' ' };
        for _ in 2..letter.len_utf8() {
            signs.next()?;
        }
        if letter.is_ascii() || is_european(letter) {
            // "BLÅ’S" has a letter and a sign of its own.
            let is_capitals = before.is_uppercase() && earlier.is_uppercase();
            if is_capitals && stands_behind_letters(second) && (second == '’' || matches!(lead, 'Ä' | 'Å')) {
                return None;
            }
        } else if is_of_another_script(letter) {
            // Within a word of Latin letters it is no other script.
            if before.is_ascii_alphabetic() || next.is_ascii_alphabetic() {
                return None;
            }
            foreign += 1;
        } else if is_sign(letter) {
            // "Â" may be the end of a word before a sign.
            if before.is_uppercase() && lead == 'Â' {
                return None;
            }
        } else {
            return None;
        }
        (earlier, before) = (before, letter);
    }
    // One letter of another script is no name.
    (foreign != 1).then_some(read)
}

/// The byte that a character was read from.
fn byte(letter: char) -> Option<u8> {
    let place = WINDOWS_1252.iter().position(|&other| other == letter);
    place.and_then(|place| u8::try_from(place + 0x80).ok()).or_else(|| u8::try_from(letter).ok())
}

/// The character that Windows-1252 has in place of a control character. One of these is a line break as well.
fn printed(letter: char) -> char {
    match letter {
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' => WINDOWS_1252[letter as usize - 0x80],
        other => other,
    }
}

/// Signs that ordinary text has after a letter.
fn stands_behind_letters(sign: char) -> bool {
    matches!(sign, '’' | '‘' | '”' | '“' | '…' | '–' | '—' | '•' | '™' | '›' | '»' | '«' | '\u{a0}' | '\u{85}')
}

/// The letters of European languages, and of Vietnamese.
fn is_european(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{17f}' | '\u{218}'..='\u{21b}' | '\u{1e00}'..='\u{1eff}') && letter.is_alphabetic()
}

/// Letters from Greek on. Between them and Europe's there are only phonetic letters and marks.
fn is_of_another_script(letter: char) -> bool {
    letter >= '\u{370}' && (letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter))
}

/// Signs in texts: Latin-1's, typographic ones, currencies, pictures, and the replacement character.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{2064}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{27bf}'
        | '\u{fe0f}' | '\u{feff}' | '\u{fffd}' | '\u{1f000}'..)
}

#[cfg(test)]
mod tests;
