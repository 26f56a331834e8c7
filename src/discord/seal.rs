//! Binds a button's content to one user and a time.
//!
//! Discord delivers only buttons that were on a message, and every click is checked again against what the caller may
//! see. The seal is a third bar: a button copied from another user's message, or kept too long, opens nothing.

use jiff::{SignedDuration, Timestamp};
use ring::hmac;
use secrecy::{ExposeSecret, SecretString};

/// How long a button works. A technician reads an answer within minutes, and a night's escalation is over in the morning.
const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// Bytes of the tag in a button: too many to guess by clicking, few enough for Discord's 100 characters.
const TAG: usize = 8;

/// Separates the content, its end, and the tag.
const BETWEEN: char = '~';

/// Seals with a key that only the bot can derive. Its `Debug` shows which algorithm it is for, and nothing else.
#[derive(Clone, Debug)]
pub struct Seal(hmac::Key);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadSeal {
    /// It was made for another user, or not by this bot.
    Foreign,
    Expired,
}

impl Seal {
    /// Derives the key from the bot's token, which outlasts restarts, and whose holder can act as the bot anyway.
    pub fn of(token: &SecretString) -> Self {
        let parent = hmac::Key::new(hmac::HMAC_SHA256, token.expose_secret().as_bytes());
        Self(hmac::Key::new(hmac::HMAC_SHA256, hmac::sign(&parent, b"callsheet: what buttons carry").as_ref()))
    }

    /// Seals a button's content for this user.
    pub fn close(&self, carried: &str, user: u64, now: Timestamp) -> String {
        let end = now.as_second().saturating_add(LASTS.as_secs());
        let tag = self.tag(carried, user, end);
        format!("{carried}{BETWEEN}{end:x}{BETWEEN}{tag}")
    }

    /// Returns the content, if it was sealed for this user and has not expired.
    pub(super) fn open<'a>(&self, sealed: &'a str, user: u64, now: Timestamp) -> Result<&'a str, BadSeal> {
        let (rest, tag) = sealed.rsplit_once(BETWEEN).ok_or(BadSeal::Foreign)?;
        let (carried, end) = rest.rsplit_once(BETWEEN).ok_or(BadSeal::Foreign)?;
        let end = i64::from_str_radix(end, 16).map_err(|_| BadSeal::Foreign)?;
        // A plain comparison will do: its time is lost in the network's random delays, so there is nothing to measure.
        if self.tag(carried, user, end) != tag {
            return Err(BadSeal::Foreign);
        }
        if now.as_second() >= end { Err(BadSeal::Expired) } else { Ok(carried) }
    }

    fn tag(&self, carried: &str, user: u64, end: i64) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        for part in [&user.to_be_bytes()[..], &end.to_be_bytes()[..], carried.as_bytes()] {
            context.update(part);
        }
        let tag = context.sign();
        hex::encode(tag.as_ref().get(..TAG).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
