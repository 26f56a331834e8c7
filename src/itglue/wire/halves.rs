//! Half characters. Programs that cut a text after a number of UTF-16 units may cut an emoji in two; JSON can write
//! the half ("\ud83d"), and readers of JSON refuse it.

use std::borrow::Cow;
use std::ops::RangeInclusive;

/// The JSON with a replacement character for every half of a pair.
pub(super) fn replaced(json: &str) -> Cow<'_, str> {
    const FIRST: RangeInclusive<u16> = 0xd800..=0xdbff;
    const SECOND: RangeInclusive<u16> = 0xdc00..=0xdfff;
    let mut replaced = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(step) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += step;
        let Some(unit) = unit(json, at) else {
            // The escape of one letter; a backslash may be escaped too.
            at += 2;
            continue;
        };
        if FIRST.contains(&unit) && self::unit(json, at + ESCAPE).is_some_and(|next| SECOND.contains(&next)) {
            at += 2 * ESCAPE;
            continue;
        }
        if FIRST.contains(&unit) || SECOND.contains(&unit) {
            replaced.push_str(&json[copied..at]);
            replaced.push_str("\\ufffd");
            copied = at + ESCAPE;
        }
        at += ESCAPE;
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    replaced.push_str(&json[copied..]);
    Cow::Owned(replaced)
}

/// The length of "\ud83d".
const ESCAPE: usize = 6;

/// The UTF-16 unit that is written there.
fn unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
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
