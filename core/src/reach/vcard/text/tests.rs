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
