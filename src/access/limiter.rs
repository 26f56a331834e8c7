//! The brake on whoever looks up more people than anybody needs.
//!
//! The journal tells afterwards who has seen whom. What slows down a member who means to leave with everybody is this: a
//! limit of different contacts an hour, and one of questions a minute. Over the first, a user is on hold: nothing is
//! looked up for them until some time has passed or somebody who manages the server lets them go on.
//!
//! # Several servers
//!
//! A person is one person in all of them: what they have seen counts together, and on hold they are on hold everywhere, or
//! a second server would double what they may take. But a server's managers let go on only what happened in theirs: they
//! lift no hold of another server, and hand nobody the allowance anew that was used up there. Nor are they told of it.
//!
//! # What counts
//!
//! Every contact that an answer shows, in whatever way, once in an hour. Suggestions are another matter: whoever types a
//! name is shown some hundred people on the way to the one that is meant. So of one run of typing, in which each text goes
//! on from the one before it, only the last list counts, and a slip that is corrected leaves its list behind; but where
//! somebody of the last list is then looked up, neither does. A walk over the alphabet leads nowhere, and all its lists
//! count. So do those of another client, type or channel each time, however little the text itself changes. That it cannot
//! be got round by a program that types cleverly, all suggestions together have a limit too, [`LISTED`] times that of answers.
//!
//! Each number that leads to nobody counts like a contact: numbers tried one after the other are a walk as well.
//!
//! Pure: the moment is an argument. All of it is in memory, and after a restart the journal tells it again, but for what was
//! only suggested. What is typed is only here, until something else is typed, and for little more than an
//! hour at the most.

mod misses;
mod pace;
mod seen;
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

/// How many times as many contacts as in answers may be listed in suggestions. Of 100,000, whoever looks up forty people an
/// hour is shown 3,000 on the way, 3,500 at most (`examples/brake.rs`); with the default limit of 200, 4,000 are let
/// through.
pub const LISTED: usize = 20;

/// How many times as many keystrokes as questions a minute may have. A name is found by some six of them.
const KEYSTROKES: u32 = 10;

/// How long a user who is too fast is refused without anything more to note: that limit is one of questions a minute.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// How often to look for users who have not asked for long.
const FORGET_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// How much one user may look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Different contacts within an hour.
    pub contacts_per_hour: NonZeroU32,
    /// Questions within a minute: commands and clicks.
    pub questions_per_minute: NonZeroU32,
    /// How long somebody is on hold.
    pub hold: SignedDuration,
    /// Where to tell that somebody is.
    pub alert_channel: Option<ChannelId>,
}

impl Default for Limits {
    /// Two hundred contacts are a dispatcher's busiest hour, thirty calls with a menu of five and a card each, and as much
    /// for pages of a directory. A question every two seconds is more than anybody reads.
    fn default() -> Self {
        Self {
            contacts_per_hour: NonZeroU32::new(200).unwrap_or(NonZeroU32::MAX),
            questions_per_minute: NonZeroU32::new(30).unwrap_or(NonZeroU32::MAX),
            hold: HOUR,
            alert_channel: None,
        }
    }
}

/// What is asked, as far as it matters here.
#[derive(Clone, Copy)]
pub enum Asking<'a> {
    /// For suggestions to a text that is being typed.
    Typing(Typed<'a>),
    /// For an answer.
    Answer,
    /// For an answer to this text.
    AnswerTo(&'a str),
}

/// A text that is being typed.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The text so far.
    pub text: &'a str,
    /// Everything else that decides who is suggested: the command, its other options, the channel.
    pub beside: &'a str,
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It comes too soon; the next may come then.
    TooSoon {
        /// When.
        until: Timestamp,
    },
    /// With it, the user would have seen too many. They are on hold from now on.
    TooMany {
        /// Until when.
        until: Timestamp,
    },
    /// The user is on hold.
    OnHold {
        /// Until when.
        until: Timestamp,
        /// Whether (also) because of what happened in another server, whose managers alone can let them go on.
        elsewhere: bool,
    },
}

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: Refusal,
    /// Whether it tells something that those before it in this server did not. Of questions and keystrokes that come too soon
    /// only the first of a minute does, of keystrokes on hold only the first of the hold, and of questions on hold as many
    /// in a minute as anybody may ask.
    pub is_news: bool,
}

/// Who has seen how much, at one moment.
pub struct LookupLimiter {
    users: BTreeMap<UserId, Usage>,
    questions: Pace,
    keystrokes: Pace,
    /// Questions on hold that are noted.
    refusals: Pace,
    /// When what is past was last forgotten.
    forgotten: Option<Timestamp>,
}

impl Default for LookupLimiter {
    /// Nobody has seen anybody, and nobody is on hold.
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
    /// A user is on hold, for what happened in a server; in none, for what happened in a direct message.
    pub fn hold(&mut self, user: UserId, guild: Option<GuildId>, until: Timestamp) {
        self.users.entry(user).or_default().hold(guild, until);
    }

    /// A user was shown these contacts in a server at a moment before now.
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

    /// Whether a user may be shown these contacts. What is let through counts; what is refused does not.
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
            // For whom somebody on hold asks is worth knowing, as long as they ask no faster than anybody may.
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

    /// Whether a question comes soon after others; the next may come at the moment returned.
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

    /// Forgets what is past: of the user at once, of all others from time to time.
    fn forget(&mut self, user: UserId, now: Timestamp) {
        if let Some(usage) = self.users.get_mut(&user) {
            usage.forget(now);
        }
        if self.forgotten.is_none_or(|last| now.duration_since(last).abs() >= FORGET_EVERY) {
            self.users.values_mut().for_each(|usage| usage.forget(now));
            self.users.retain(|_, usage| !usage.is_empty());
            self.forgotten = Some(now);
        }
    }

    /// Lets a user go on, as if they had seen nobody in this server.
    pub fn release(&mut self, user: UserId, guild: Option<GuildId>) {
        if let Some(usage) = self.users.get_mut(&user) {
            usage.release(guild);
        }
    }
}

#[cfg(test)]
mod tests;
