//! The words about a user on hold, or nearly.

use crate::access::limiter::Limits;
use crate::answer::language::Language;
use crate::answer::notice::Hold;
use crate::answer::phrases::form;
use crate::answer::words::Words;
use crate::domain::id::UserId;

/// What happened or holds, and what to do.
pub(super) fn page(hold: Hold, language: Language) -> (Words, Words) {
    let say = |sentence| language.say(sentence);
    match hold {
        Hold::OnHold { minutes, elsewhere } => {
            let hint = if elsewhere { "hold-hint-elsewhere" } else { "hold-hint" };
            (say("hold"), language.say_with(hint, [("minutes", minutes.into())]))
        }
        Hold::AtTerminal { minutes } => {
            (say("hold"), language.say_with("hold-hint-terminal", [("minutes", minutes.into())]))
        }
        Hold::TooSoon { seconds } => {
            (say("hold-too-soon"), language.say_with("hold-too-soon-hint", [("seconds", seconds.into())]))
        }
        Hold::Released { user, reason } => {
            let (user, reason) = (Words::user(user, language), Words::new(form::reason(reason, language)));
            let title = language.say_with("hold-released", [("user", user.into())]);
            (title, language.say_with("hold-released-hint", [("reason", reason.into())]))
        }
        Hold::Own => (say("hold-own"), say("hold-own-hint")),
        Hold::None => (say("hold-none"), say("hold-none-hint")),
    }
}

/// The message in the operator's channel when a user is put on hold.
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
