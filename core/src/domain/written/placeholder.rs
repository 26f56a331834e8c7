//! Placeholders: text that only fills a field for a number or an address.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The fewest digits of a placeholder: internal numbers may be short and of one digit. Zeros are never a number.
const SHORTEST: usize = 5;

/// Calling codes of two digits (ITU-T E.164). Those of one digit are 1 and 7, all others have three.
const TWO_DIGITS: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 \
    81 82 84 86 90 91 92 93 94 95 98";

/// Digits in a row, as on keyboards. Numbers begin so in France, Poland and elsewhere, so only whole rows count.
const ROWS: &str = "12345 123456 1234567 12345678 123456789 1234567890 0123456789 01234567890 \
    987654321 9876543210 0987654321";

/// Words for nothing, in lower case with letters only, in English, German, French and Spanish.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("placeholder.txt").split_whitespace().collect());

/// Whether the digits of a number are made up: all the same, or in a row.
pub(crate) fn is_made_of(plus: bool, digits: &str) -> bool {
    if digits.is_empty() {
        return false;
    }
    let abroad = if plus { Some(digits) } else { digits.strip_prefix("00") };
    let inside = abroad.map_or(digits, without_calling_code);
    // The trunk digit of a North American number; nowhere else does a number begin and continue like this.
    let national = digits.strip_prefix('1').filter(|rest| rest.len() == 10);
    let all_zeros = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    let trunk = digits.trim_start_matches('0');
    let in_a_row = |digits: &str| ROWS.split(' ').any(|row| row == digits);
    all_zeros(digits)
        || [digits, inside, trunk].into_iter().chain(national).any(is_one_digit)
        || (abroad.is_none() && in_a_row(digits))
        || national.is_some_and(in_a_row)
}

/// Whether a text without digits says that there is nothing.
pub(super) fn is_word(text: &str) -> bool {
    let letters: String = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.is_empty() || WORDS.contains(letters.as_str())
}

fn is_one_digit(digits: &str) -> bool {
    let first = digits.bytes().next();
    digits.len() >= SHORTEST && digits.bytes().all(|digit| Some(digit) == first)
}

fn without_calling_code(digits: &str) -> &str {
    let length = match digits.get(..2) {
        Some(code) if code.starts_with(['1', '7']) => 1,
        Some(code) if TWO_DIGITS.split_whitespace().any(|known| known == code) => 2,
        _ => 3,
    };
    digits.get(length..).unwrap_or_default()
}
