//! Half characters. Programs that cut a text after a number of UTF-16 units may cut an emoji in two; JSON can write
//! the half ("\ud83d"), and readers of JSON refuse it.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Every escape, so that an escaped backslash is none: a whole pair, a half, or another. The group is a half.
static ESCAPES: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?s)\\(?:u(?i:d[89ab][0-9a-f]{2})\\u(?i:d[c-f][0-9a-f]{2})|(u(?i:d[89a-f][0-9a-f]{2}))|.)";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("{error}"))
});

/// The JSON with a replacement character for every half of a pair.
pub(super) fn replaced(json: &str) -> Cow<'_, str> {
    ESCAPES.replace_all(json, |escape: &Captures<'_>| match escape.get(1) {
        Some(_) => r"\ufffd".to_owned(),
        None => escape[0].to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::replaced;

    #[test]
    fn halves_are_replaced_and_pairs_stay() {
        for (json, expected) in [
            (r#""cut \ud83d""#, r#""cut \ufffd""#),
            (r#""\uDE00 cut""#, r#""\ufffd cut""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\ud83d\u0041\n""#, r#""\ufffd\u0041\n""#),
            (r#""C:\\ud83d""#, r#""C:\\ud83d""#),
            (r#""\u00e9""#, r#""\u00e9""#),
            (r#""\ud8"#, r#""\ud8"#),
            (r"\é", r"\é"),
            (r"\", r"\"),
        ] {
            assert_eq!(replaced(json), expected);
        }
    }

    proptest! {
        #[test]
        fn any_units_are_a_text_that_can_be_read(units in prop::collection::vec(any::<u16>(), 0..20)) {
            let escapes: Vec<String> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let text: String = serde_json::from_str(&replaced(&format!("\"{}\"", escapes.concat()))).unwrap();
            prop_assert_eq!(text, String::from_utf16_lossy(&units));
        }
    }
}
