//! Limits how many contacts one user may look up.
//!
//! The journal only tells afterwards who saw whom. These limits slow down a member who copies the whole account: so many
//! different contacts an hour, and so many questions a minute. A user over the first limit is on hold: the bot looks up
//! nothing for them until the hold ends or a manager of the server releases them.
//!
//! # Several servers
//!
//! What a user has seen counts together over all servers, and a hold applies in all of them; otherwise a second server
//! would double the limit. But a release in one server covers only what happened there: it neither lifts another
//! server's hold nor gives back the allowance used up there, and does not mention either.
//!
//! # What counts
//!
//! Every contact that an answer shows counts once an hour. Suggestions count differently, because typing a name lists
//! some hundred contacts on the way to the right one. In a run of typing each text continues the one before it. Of a
//! run only the last list counts, and the lists of corrected slips; neither counts when the technician then looks up a
//! contact of the last list. A walk over the alphabet leads to no look-up, so all its lists count. So do lists for a
//! different client, contact type or channel each time, however little the text changes. Against programs that type
//! cleverly, all suggestions together have a limit as well: [`LISTED`] times that of answers.
//!
//! A number without a match counts like a contact, because trying one number after the other is a walk too.
//!
//! Pure: the moment is an argument. All state is in memory; after a restart the journal restores it, except for
//! suggestions. A typed text stays here until the next one, for little more than an hour at most.

mod pace;
mod usage;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};

use crate::access::limiter::pace::Pace;
use crate::access::limiter::usage::Usage;
use crate::domain::id::{ChannelId, ContactId, GuildId, UserId};

/// The time over which contacts are counted.
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// How many times as many contacts suggestions may list as answers may show. In an account of 100,000 contacts, a
/// technician who looks up forty an hour is shown 3,000 on the way, 3,500 at most (`examples/brake.rs`). The default
/// limit of 200 lets 4,000 through.
pub const LISTED: usize = 20;

/// How many times as many keystrokes as questions are allowed a minute. Finding a name takes about six.
const KEYSTROKES: u32 = 10;

/// How long further refusals of a user who asks too fast go unnoted: the limit counts questions a minute.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// How often users who have been idle are dropped.
const FORGET_EVERY: SignedDuration = SignedDuration::from_mins(5);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Different contacts within an hour.
    pub contacts_per_hour: NonZeroU32,
    /// Commands and clicks within a minute.
    pub questions_per_minute: NonZeroU32,
    /// Contacts added or changed within an hour.
    pub changes_per_hour: NonZeroU32,
    pub hold: SignedDuration,
    /// The channel that is told about a hold.
    pub alert_channel: Option<ChannelId>,
}

impl Default for Limits {
    /// Two hundred contacts cover a dispatcher's busiest hour: thirty calls, each with a menu of five and a card, and
    /// as many contacts again on directory pages. A question every two seconds is faster than a person reads.
    fn default() -> Self {
        Self {
            contacts_per_hour: NonZeroU32::new(200).unwrap_or(NonZeroU32::MAX),
            questions_per_minute: NonZeroU32::new(30).unwrap_or(NonZeroU32::MAX),
            // A long list of corrections takes minutes each.
            changes_per_hour: NonZeroU32::new(30).unwrap_or(NonZeroU32::MAX),
            hold: HOUR,
            alert_channel: None,
        }
    }
}

/// What the user does, as far as the limits depend on it.
#[derive(Clone, Copy)]
pub enum Asking<'a> {
    Typing(Typed<'a>),
    Answer,
    AnswerTo(&'a str),
}

#[derive(Clone, Copy)]
pub struct Typed<'a> {
    pub text: &'a str,
    /// Everything else that decides the suggestions: the command, its other options, the channel.
    pub beside: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It comes too soon after others; the next may come at `until`.
    TooSoon { until: Timestamp },
    /// Its contacts go over the limit. The user is on hold from now on.
    TooMany { until: Timestamp },
    /// The user is on hold; `elsewhere`: in another server too, whose managers alone can release that hold.
    OnHold { until: Timestamp, elsewhere: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    pub why: Refusal,
    /// Whether the refusal is worth noting. Of questions and keystrokes that come too soon only the first in a minute is.
    /// On hold, only the first keystroke is, and as many questions a minute as any user may ask.
    pub is_news: bool,
}

pub struct LookupLimiter {
    users: BTreeMap<UserId, Usage>,
    questions: Pace,
    keystrokes: Pace,
    /// Limits how many questions on hold are noted.
    refusals: Pace,
    /// When the state of all users was last cleared of what is past.
    forgotten: Option<Timestamp>,
}

impl Default for LookupLimiter {
    fn default() -> Self {
        let pace = || Pace::new(NonZeroU32::MIN);
        Self { users: BTreeMap::new(), questions: pace(), keystrokes: pace(), refusals: pace(), forgotten: None }
    }
}

impl fmt::Debug for LookupLimiter {
    /// Without what is being typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LookupLimiter").field("users", &self.users.len()).finish_non_exhaustive()
    }
}

impl LookupLimiter {
    /// Puts a user on hold for what happened in a server; `None` means a direct message.
    pub fn hold(&mut self, user: UserId, guild: Option<GuildId>, until: Timestamp) {
        self.users.entry(user).or_default().hold(guild, until);
    }

    /// Counts contacts that a user was shown in a server at an earlier moment.
    pub fn recall(
        &mut self,
        user: UserId,
        guild: Option<GuildId>,
        contacts: impl IntoIterator<Item = ContactId>,
        at: Timestamp,
    ) {
        let usage = self.users.entry(user).or_default();
        for contact in contacts {
            usage.seen.add(contact, guild, at);
        }
    }

    /// Decides whether a user may be shown these contacts. Allowed contacts count, refused ones do not.
    pub fn weigh(
        &mut self,
        user: UserId,
        guild: Option<GuildId>,
        asking: Asking<'_>,
        contacts: &BTreeSet<ContactId>,
        limits: &Limits,
        now: Timestamp,
    ) -> Result<(), Refused> {
        self.forget(user, now);
        let on_hold = self.users.get(&user).and_then(|usage| usage.on_hold(guild));
        let pace = if on_hold.is_none() { self.pace(user, asking, limits, now) } else { Ok(()) };
        let usage = self.users.entry(user).or_default();
        let why = match (on_hold, pace) {
            (Some((until, elsewhere)), _) => Refusal::OnHold { until, elsewhere },
            (None, Err(until)) => Refusal::TooSoon { until },
            (None, Ok(())) if usage.counts(guild, asking, contacts, limits, now) => return Ok(()),
            (None, Ok(())) => {
                let until = now.checked_add(limits.hold).unwrap_or(Timestamp::MAX);
                usage.hold(guild, until);
                Refusal::TooMany { until }
            }
        };
        let is_news = match (why, asking) {
            (Refusal::TooMany { .. }, _) => true,
            // What a user on hold asks for is worth noting, as long as they ask no faster than any user may.
            (Refusal::OnHold { .. }, Asking::Answer | Asking::AnswerTo(_)) => {
                self.refusals.check(user, limits.questions_per_minute, now).is_ok()
            }
            (Refusal::OnHold { until, .. }, Asking::Typing(_)) => usage.is_news(guild, asking, until, now),
            (Refusal::TooSoon { .. }, _) => {
                usage.is_news(guild, asking, now.checked_add(MINUTE).unwrap_or(Timestamp::MAX), now)
            }
        };
        Err(Refused { why, is_news })
    }

    /// Checks the rate of questions. The error is the moment from which the next is allowed.
    fn pace(&mut self, user: UserId, asking: Asking<'_>, limits: &Limits, now: Timestamp) -> Result<(), Timestamp> {
        let per_minute = limits.questions_per_minute;
        match asking {
            Asking::Typing(_) => {
                let per_minute = per_minute.checked_mul(NonZeroU32::MIN.saturating_add(KEYSTROKES - 1));
                self.keystrokes.check(user, per_minute.unwrap_or(NonZeroU32::MAX), now)
            }
            Asking::Answer | Asking::AnswerTo(_) => self.questions.check(user, per_minute, now),
        }
    }

    /// Drops what is past: this user's at once, all others' from time to time.
    fn forget(&mut self, user: UserId, now: Timestamp) {
        if let Some(usage) = self.users.get_mut(&user) {
            usage.forget(now);
        }
        if self.forgotten.is_none_or(|last| now.duration_since(last).abs() >= FORGET_EVERY) {
            self.users.values_mut().for_each(|usage| usage.forget(now));
            self.users.retain(|_, usage| !usage.is_empty());
            [&self.questions, &self.keystrokes, &self.refusals].into_iter().for_each(Pace::forget);
            self.forgotten = Some(now);
        }
    }

    /// The users on hold for what happened in a server, or anywhere.
    pub fn on_hold(&self, guild: Option<GuildId>, now: Timestamp) -> usize {
        self.users.values().filter(|usage| usage.is_on_hold(guild, now)).count()
    }

    /// Lifts a user's hold in this server, as if they had seen no contact in it.
    pub fn release(&mut self, user: UserId, guild: Option<GuildId>) {
        if let Some(usage) = self.users.get_mut(&user) {
            usage.release(guild);
        }
    }
}

#[cfg(test)]
mod tests;
