//! The words about a user on hold, or nearly.

use crate::access::limiter::Limits;
use crate::answer::language::Language;
use crate::answer::notice::Hold;
use crate::answer::phrases::form;
use crate::answer::words::Words;
use crate::domain::id::UserId;

#[must_use]
pub fn title(hold: Hold, language: Language) -> Words {
    match hold {
        Hold::OnHold { .. } | Hold::AtTerminal { .. } => language.say("hold"),
        Hold::TooSoon { .. } => language.say("hold-too-soon"),
        Hold::Released { user, .. } => {
            language.say_with("hold-released", [("user", Words::user(user, language).into())])
        }
        Hold::Own => language.say("hold-own"),
        Hold::None => language.say("hold-none"),
    }
}

/// What it means, and what to do.
#[must_use]
pub fn hint(hold: Hold, language: Language) -> Words {
    match hold {
        Hold::OnHold { minutes, elsewhere } => {
            let sentence = if elsewhere { "hold-hint-elsewhere" } else { "hold-hint" };
            language.say_with(sentence, [("minutes", minutes.into())])
        }
        Hold::AtTerminal { minutes } => language.say_with("hold-hint-terminal", [("minutes", minutes.into())]),
        Hold::TooSoon { seconds } => language.say_with("hold-too-soon-hint", [("seconds", seconds.into())]),
        Hold::Released { reason, .. } => {
            let reason = Words::new(form::reason(reason, language));
            language.say_with("hold-released-hint", [("reason", reason.into())])
        }
        Hold::Own => language.say("hold-own-hint"),
        Hold::None => language.say("hold-none-hint"),
    }
}

/// The message in the operator's channel when a user is put on hold.
#[must_use]
pub fn alert(user: UserId, limits: &Limits, language: Language) -> [Words; 2] {
    let count = usize::try_from(limits.contacts_per_hour.get()).unwrap_or(usize::MAX);
    // Rounded up, as the user on hold reads it.
    let minutes = usize::try_from(limits.hold.as_secs()).unwrap_or_default().div_ceil(60);
    let who = Words::user(user, language);
    let values = [("user", who.into()), ("count", count.into()), ("minutes", minutes.into())];
    let happened = language.say_with("hold-alert", values);
    let command = Words::default().copy(format!("callsheet journal report --user {user}"));
    [happened, language.say_with("hold-alert-hint", [("command", command.into())])]
}
