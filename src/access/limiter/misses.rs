//! Numbers that nobody has. A user who tries one after the other looks for those that somebody has.

use jiff::Timestamp;

use crate::domain::id::GuildId;

/// Fewer digits are a year, a floor, a part of a name.
const FEWEST_DIGITS: usize = 3;

/// The numbers tried in vain, in which server, and when.
#[derive(Default)]
pub(super) struct Misses(Vec<(String, Option<GuildId>, Timestamp)>);

impl Misses {
    /// A text has led to nobody. A number that is typed digit by digit, and then asked for, is one.
    pub(super) fn add(&mut self, text: &str, guild: Option<GuildId>, now: Timestamp) {
        let Some(digits) = number(text) else { return };
        match self.0.last_mut() {
            Some(last) if last.1 == guild && (digits.starts_with(&*last.0) || last.0.starts_with(&digits)) => {
                *last = (digits, guild, now);
            }
            _ => self.0.push((digits, guild, now)),
        }
    }

    /// Keeps what this is true of.
    pub(super) fn retain(&mut self, is_kept: impl Fn(Option<GuildId>, Timestamp) -> bool) {
        self.0.retain(|(_, guild, at)| is_kept(*guild, *at));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The digits of a text that is a number or a part of one.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= FEWEST_DIGITS && !text.chars().any(char::is_alphabetic);
    is_number.then_some(digits)
}
