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
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_can_be_seen_stays() {
        for (text, expected) in [
            ("Jane Doe", "Jane Doe"),
            ("Zoë Müller-Lüdenscheidt 山田 太郎", "Zoë Müller-Lüdenscheidt 山田 太郎"),
            // Controls, line ends and tags.
            ("Ja\0ne\r\nTEL:1\u{85}\u{2028}\u{2029}\t", "JaneTEL:1"),
            ("Jane\u{e0041}\u{e007f}\u{ad}\u{200b}\u{2060}\u{feff}\u{34f}\u{3164}\u{ffa0}\u{2800}\u{fff9}", "Jane"),
            // Directions.
            ("\u{202e}eoD\u{202c} \u{2066}x\u{2069}\u{200e}\u{200f}\u{61c}", "eoD x"),
            // Variations, also where a picture has them.
            ("Jane\u{fe0f} ❤\u{fe0f} 葛\u{e0100}", "Jane ❤ 葛"),
            // Joiners that spell words, and joiners that hide.
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("ශ්\u{200d}රී", "ශ්\u{200d}රී"),
            ("Ja\u{200d}ne Ив\u{200c}ан", "Jane Иван"),
            ("\u{200c}می\u{200c}", "می"),
            ("می\u{200c}\u{200c}خ", "میخ"),
            ("می\u{200c}\u{202e}خ", "می\u{200c}خ"),
            ("می\u{200c} خ", "می خ"),
            ("👩\u{200d}💻", "👩💻"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_hidden_character_stays_and_cleaning_twice_is_once(
            text in "([a-z]|\\PC|\u{200c}|\u{200d}|ی|क|\u{202e}|\u{2066}|\u{200b}|\u{fe0f}|\r|\n|.){0,20}",
        ) {
            let clean = visible(&text);
            prop_assert!(clean.chars().all(|char| is_joiner(char) || !is_hidden(char)), "{clean:?}");
            prop_assert!(!clean.starts_with(is_joiner) && !clean.ends_with(is_joiner), "{clean:?}");
            prop_assert_eq!(visible(&clean), clean.clone());
            // All other characters stay, in their order.
            let plain = |text: &str| text.chars().filter(|char| !is_joiner(*char) && !is_hidden(*char)).collect::<String>();
            prop_assert_eq!(plain(&clean), plain(&text));
        }
    }
}
