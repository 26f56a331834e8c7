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
    assert_eq!(lines(" 312-555-0123\r\n312-555-0145&nbsp;\u{200b}").as_deref(), Some("312-555-0123\n\n312-555-0145"));
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
