//! The times of a card: the contact's local time, the stated hours, and earlier calls.

use crate::answer::card::Card;
use crate::answer::language::Language;
use crate::answer::phrases::chain;
use crate::answer::words::{Words, theirs};
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::hours::DAYS;
use crate::reach::zone::{Local, LocalTime};

/// The warning that a call may wake the contact.
pub(super) fn night(card: &Card, language: Language) -> Option<Words> {
    card.night.then(|| clock("night-call", card, language)).flatten()
}

/// The local time, unless the warning has it, and whether it is in the stated hours.
pub(super) fn lines(card: &Card, language: Language) -> Vec<Words> {
    let clock = (!card.night).then(|| clock("local-time", card, language)).flatten();
    let hours = card.hours.as_ref().map(|hours| {
        let sentence = if hours.open { "hours-open" } else { "hours-closed" };
        language.say_with(sentence, [("quote", theirs(hours.quote.as_str()).into())])
    });
    [clock, hours].into_iter().flatten().collect()
}

/// The last call that reached the contact, and the last that did not, unless the chain tells of them.
pub(super) fn attempts(card: &Card, language: Language) -> Vec<Words> {
    let said = |sentence, at, by, outcome: &'static str| {
        let (ago, user) = (Words::ago(at, language).into(), chain::user(by, language).into());
        language.say_with(sentence, [("ago", ago), ("user", user), ("outcome", outcome.into())])
    };
    let is_new = |attempt: &Attempt| !card.chain.as_ref().is_some_and(|chain| chain.tells_of(card.id, attempt));
    let failed = card.last_failed.filter(is_new).map(|attempt| {
        let outcome = if attempt.outcome == Outcome::WrongNumber { "wrong-number" } else { "no-answer" };
        said("last-failed", attempt.at, attempt.by, outcome)
    });
    let reached =
        card.last_reached.filter(is_new).map(|attempt| said("last-reached", attempt.at, attempt.by, "reached"));
    [failed, reached].into_iter().flatten().collect()
}

fn clock(sentence: &'static str, card: &Card, language: Language) -> Option<Words> {
    let time = match &card.local {
        Local::Unknown => return None,
        Local::One(time) => at_place(time, language),
        Local::Several(times) => {
            // The contact's may be one that is left out.
            let all = times.iter().map(|time| at_place(time, language));
            language.say_with("one-of", [("times", Words::default().list(all, ", ").into())])
        }
    };
    Some(language.say_with(sentence, [("time", time.into()), ("of", <&str>::from(card.local_of).into())]))
}

fn at_place(time: &LocalTime, language: Language) -> Words {
    let weekday = DAYS[usize::from(time.time.weekday().to_monday_zero_offset().unsigned_abs())];
    let clock = Words::new(time.time.strftime("%H:%M").to_string()).into();
    let place = theirs(&*time.name).into();
    language.say_with("time-at", [("weekday", weekday.into()), ("time", clock), ("place", place)])
}
