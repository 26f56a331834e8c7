//! Reads phone numbers, as callers type them and records hold them, into digits to compare.

use crate::domain::written::{self, LOCAL, Written};
use crate::reach::number;
use crate::search::phones::{FEWEST, Typed};

/// Reads a text as a phone number: nothing but digits and what people put between and beside them, perhaps with an
/// extension. Of several numbers it is the first.
pub fn typed(text: &str) -> Option<Typed> {
    let text = without_trunk(text);
    let numbers = written::read(&text);
    let Some(first) = numbers.first() else { return placeholder(&text) };
    if !numbers.iter().all(says_nothing_else) {
        return None;
    }
    let digits = significant(&first.digits);
    let extension = first.extension.as_deref().and_then(as_number);
    let enough = digits.len() >= FEWEST || (digits.is_empty() && extension.is_some());
    enough.then(|| Typed { digits, written: first.as_dialled(), extension })
}

/// A typed placeholder, whose digits are no contact's number. Few of them are the end of one: "0000".
fn placeholder(text: &str) -> Option<Typed> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < FEWEST || !written::is_placeholder(text) {
        return None;
    }
    let end = if digits.len() == FEWEST { significant(&digits) } else { String::new() };
    Some(Typed { digits: end, written: String::new(), extension: None })
}

/// The digits and the extension of each number in a field; the extension may have a field of its own.
pub(super) fn stored(value: &str, extension: Option<&str>) -> Vec<(String, Option<u32>)> {
    let in_field = extension.and_then(as_number);
    let mut stored = Vec::new();
    for number in written::read(&without_trunk(value)) {
        let extension = in_field.or_else(|| number.extension.as_deref().and_then(as_number));
        let is_long = number.digits.len() >= LOCAL;
        let keyed = number.keyed.filter(|_| !is_long);
        let is_whole = number.completed.is_none() || is_long;
        let forms = keyed.into_iter().chain(number.completed).chain(is_whole.then_some(number.digits));
        stored.extend(forms.map(|digits| (significant(&digits), extension)));
    }
    stored
}

fn says_nothing_else(number: &Written) -> bool {
    let is_beside = |word: &String| written::is_neutral(word) || number::is_word(word);
    number.readable && !number.remark.contains(char::is_numeric) && number.words.iter().all(is_beside)
}

/// Without the zero in brackets that is not dialled behind a country code.
fn without_trunk(text: &str) -> String {
    text.replace("(0)", "")
}

/// An extension as a number, so that "0042" is found by "42".
fn as_number(extension: &str) -> Option<u32> {
    extension.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// The digits of a number without the zeros that are dialled before a whole one.
pub(super) fn significant(digits: &str) -> String {
    let mut digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let surplus = digits.bytes().take(digits.len().saturating_sub(LOCAL));
    digits.split_off(surplus.take_while(|digit| *digit == b'0').count())
}

#[cfg(test)]
mod tests;
