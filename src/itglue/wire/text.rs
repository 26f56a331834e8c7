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
pub(super) fn line(raw: &str) -> Option<Box<str>> {
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
mod tests {
    use proptest::prelude::*;

    use super::{line, lines};

    fn read(raw: &str) -> String {
        line(raw).unwrap_or_default().into()
    }

    #[test]
    fn damage_by_programs_is_repaired() {
        for (raw, meant) in [
            ("O&#39;Brien", "O'Brien"),
            ("O&#x2019;Brien", "O’Brien"),
            ("O&apos;Brien", "O'Brien"),
            ("Fran&ccedil;ois&nbsp;Lef&egrave;vre", "François Lefèvre"),
            ("Harbourstone &amp; Sons", "Harbourstone & Sons"),
            ("O&amp;#39;Brien", "O'Brien"),
            ("O&#146;Brien", "O’Brien"),
            ("J\u{c3}\u{bc}rgen M\u{c3}\u{bc}ller", "Jürgen Müller"),
            ("J&Atilde;&frac14;rgen", "Jürgen"),
            ("G=C3=BCnter", "Günter"),
            ("=?utf-8?q?G=C3=BCnter_Roy?=", "Günter Roy"),
            ("Ja\u{200b}ne\u{feff} \u{202e}Doe\u{7}", "Jane Doe"),
            ("Jane\r\n\tDoe", "Jane Doe"),
            ("Quimbleton \u{fffd}", "Quimbleton"),
            ("Rene\u{301}", "René"),
            ("\u{200b}\u{a0}", ""),
        ] {
            assert_eq!(read(raw), meant, "{raw:?}");
        }
    }

    #[test]
    fn text_that_may_be_meant_stays() {
        for text in [
            "AT&T",
            "R&D; QA",
            "Cash&Cents",
            "a & b; c",
            "E=MC2",
            "n=20",
            "Jürgen Müller",
            "São Tomé & Príncipe",
            "S\u{fffd}ther",
            "Torbj?rn",
            "👩\u{200d}💻 Dev",
            "علی\u{200c}رضا",
            "अजय शर्मा",
        ] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn lines_stay_apart_where_each_is_a_thing_of_its_own() {
        assert_eq!(
            lines(" 312-555-0123\r\n312-555-0145&nbsp;\u{200b}").as_deref(),
            Some("312-555-0123\n\n312-555-0145")
        );
        assert_eq!(lines("\u{200b}\n"), None);
    }

    /// Texts with pieces that one of the readers interprets.
    fn odd_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<String>(),
            "[a-zA-Z]{1,5}",
            "[\u{80}-\u{ff}\u{152}-\u{2122}]{1,4}",
            "(=[0-9A-F]{2}){1,3}",
            "=\\?utf-8\\?[bq]\\?[a-zA-Z_]{0,6}\\?=",
            "&(amp;|#[0-9]{1,4};|#x[0-9a-f]{1,4};|[a-zA-Z]{1,6};?){1,3}",
            "[\u{200b}-\u{200f}\u{fffd}\u{0}-\u{20}]{1,3}",
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in odd_text()) {
            let once = read(&raw);
            prop_assert_eq!(read(&once), once);
            let once: String = lines(&raw).unwrap_or_default().into();
            prop_assert_eq!(String::from(lines(&once).unwrap_or_default()), once);
        }

        /// Composing letters lengthens a text to at most three times its bytes, and no other step lengthens it.
        #[test]
        fn a_text_is_trimmed_shows_no_control_and_stays_short(raw in odd_text()) {
            for text in [line(&raw), lines(&raw)].into_iter().flatten() {
                prop_assert!(!text.is_empty() && text.trim() == &*text);
                prop_assert!(text.len() <= 3 * raw.len());
                prop_assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'));
            }
            prop_assert!(!line(&raw).unwrap_or_default().contains('\n'));
        }
    }
}
