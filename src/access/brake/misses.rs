//! Numbers that nobody has: whoever tries one after the other is looking for those that somebody has.

use jiff::Timestamp;

/// Fewer digits are a year, a floor, a part of a name.
const FEWEST_DIGITS: usize = 3;

/// The numbers tried in vain, and when.
#[derive(Default)]
pub(super) struct Misses(Vec<(String, Timestamp)>);

impl Misses {
    /// A text has led to nobody. A number that is typed digit by digit, and then asked for, is one.
    pub(super) fn add(&mut self, text: &str, now: Timestamp) {
        let Some(digits) = number(text) else { return };
        match self.0.last_mut() {
            Some((last, at)) if digits.starts_with(&**last) || last.starts_with(&digits) => {
                (*last, *at) = (digits, now);
            }
            _ => self.0.push((digits, now)),
        }
    }

    pub(super) fn forget(&mut self, is_recent: impl Fn(&Timestamp) -> bool) {
        self.0.retain(|(_, at)| is_recent(at));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The digits of a text that is a number or a part of one.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= FEWEST_DIGITS && !text.chars().any(char::is_alphabetic);
    is_number.then_some(digits)
}
