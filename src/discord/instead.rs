//! What is said in place of an answer that must not be sent.

use jiff::Timestamp;
use serde_json::Value;

use crate::access::brake::{Limits, Refusal};
use crate::answer::language::Language;
use crate::answer::notice::{Hold, Notice};
use crate::answer::phrases::{broken, hold};
use crate::discord::interaction::Expects;
use crate::discord::render::{self, Place, Reader};
use crate::discord::respond::{notice, remark};
use crate::domain::id::UserId;

/// What it takes to say something else than the answer.
#[derive(Debug)]
pub struct Instead {
    pub(super) expects: Expects,
    pub(super) reader: Reader,
    pub(super) guild_language: Language,
}

impl Instead {
    /// The body to send where what was to be remembered is not.
    #[must_use]
    pub fn not_saved(&self) -> Option<Value> {
        self.say(Notice::NotSaved, "suggest-nothing")
    }

    /// The body to send where it could not be noted who is shown what.
    #[must_use]
    pub fn not_journaled(&self) -> Option<Value> {
        self.say(Notice::NotJournaled, "suggest-not-journaled")
    }

    /// The body to send where the user has asked too much.
    #[must_use]
    pub fn too_much(&self, refusal: Refusal) -> Option<Value> {
        // Rounded up: whoever comes back then is not refused again.
        let seconds_until = |until| {
            let left = self.reader.now.duration_until(until).as_millis();
            usize::try_from(left).unwrap_or_default().div_ceil(1000).max(1)
        };
        match refusal {
            Refusal::TooSoon { until } => {
                self.say(Notice::Hold(Hold::TooSoon { seconds: seconds_until(until) }), "suggest-too-soon")
            }
            Refusal::TooMany { until } => self.on_hold(seconds_until(until), false),
            Refusal::OnHold { until, elsewhere } => self.on_hold(seconds_until(until), elsewhere),
        }
    }

    /// The message to post where the operator wants to be told that a user is on hold.
    #[must_use]
    pub fn alert(&self, user: UserId, limits: &Limits) -> Option<Value> {
        render::posted(hold::alert(user, limits, self.guild_language), self.reader.now)
    }

    /// The language of the server that asks.
    #[must_use]
    pub fn guild_language(&self) -> Language {
        self.guild_language
    }

    fn on_hold(&self, seconds: usize, elsewhere: bool) -> Option<Value> {
        let minutes = seconds.div_ceil(60);
        self.say(Notice::Hold(Hold::OnHold { minutes, elsewhere }), "suggest-on-hold")
    }

    fn say(&self, what: Notice, suggestion: &'static str) -> Option<Value> {
        match self.expects {
            Expects::Message => render::message(&notice(what), Place::New, &self.reader),
            Expects::Choices => render::choices(remark(suggestion, self.reader.language)),
        }
    }
}

/// The message to post where the operator wants to be told that the audit journal is not as it was left, which this entry of
/// it says.
#[must_use]
pub fn journal_alert(entry: u64, language: Language, now: Timestamp) -> Option<Value> {
    render::posted(broken::alert(entry, language), now)
}
