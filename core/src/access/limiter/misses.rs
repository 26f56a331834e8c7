//! Numbers without a match. A user who tries one after the other probes which numbers the account holds.

use jiff::Timestamp;

use crate::domain::id::GuildId;

/// Fewer digits may be a floor or a part of a name.
const FEWEST_DIGITS: usize = 3;

/// Each number without a match, with the server and the moment.
#[derive(Default)]
pub(super) struct Misses(Vec<(String, Option<GuildId>, Timestamp)>);

impl Misses {
    /// Adds a text without a match. A number typed digit by digit and then asked for counts once.
    pub(super) fn add(&mut self, text: &str, guild: Option<GuildId>, now: Timestamp) {
        let Some(digits) = number(text) else { return };
        match self.0.last_mut() {
            Some(last) if last.1 == guild && (digits.starts_with(&*last.0) || last.0.starts_with(&digits)) => {
                *last = (digits, guild, now);
            }
            _ => self.0.push((digits, guild, now)),
        }
    }

    /// Keeps the numbers for which `is_kept` holds.
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

/// Returns the digits of a text that is a number or a part of one.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= FEWEST_DIGITS && !text.chars().any(char::is_alphabetic);
    is_number.then_some(digits)
}
