//! Which sentence says what. The sentences themselves are in `locales/`; they are short, and name the next step.

pub mod approvers;
pub mod banner;
pub mod broken;
pub mod card;
pub mod chain;
pub mod edit;
pub mod form;
pub mod heading;
pub mod hold;
pub mod line;
pub mod list;
pub mod lookups;
pub mod notice;
pub mod undo;

use jiff::Timestamp;

use crate::answer::language::Language;
use crate::answer::menu::{Caution, MenuEntry};
use crate::answer::words::{Line, Words, theirs};
use crate::answer::{Few, OrganizationSource};
use crate::directory::snapshot::{Status, Trouble};

pub const BETWEEN: &str = " · ";

/// The command that tells whether the journal is as it was written; the same in every language.
pub const VERIFY: &str = "callsheet journal verify";

/// What to type on a terminal after an answer with numbered entries or buttons; `None` where it has neither.
pub fn terminal_hint(entries: usize, buttons: &[&str], language: Language) -> Option<Words> {
    let words = || Words::new(buttons.join(", "));
    match (entries, buttons) {
        (0, []) => None,
        (0, _) => Some(language.say_with("type-word", [("words", words().into())])),
        (_, []) => Some(language.say_with("type-number", [("count", entries.into())])),
        _ => Some(language.say_with("type-number-or-word", [("count", entries.into()), ("words", words().into())])),
    }
}

/// A few of many as one piece of a sentence, and how many more there are.
pub fn few<'a, T>(few: &'a Few<T>, words: impl Fn(&'a T) -> Words, between: &'static str, language: Language) -> Words {
    let named = Words::default().list(few.iter().map(words), between);
    Words::default().list([named].into_iter().chain(few.rest(language)), " ")
}

/// How long ago a moment was. The future of a wrong clock is "just now".
pub fn ago(language: Language, moment: Timestamp, now: Timestamp) -> String {
    let count = |sentence, count: i64| {
        let said = language.say_with(sentence, [("count", usize::try_from(count).unwrap_or_default().into())]);
        crate::answer::text::plain(&said, now)
    };
    match now.duration_since(moment).as_secs() {
        ..60 => language.text("just-now"),
        seconds @ 60..3_600 => count("minutes-ago", seconds / 60),
        // Hours stay exact for two days: this morning or yesterday makes a difference.
        seconds @ 3_600..172_800 => count("hours-ago", seconds / 3_600),
        seconds => count("days-ago", seconds / 86_400),
    }
}

/// A day by the calendar (UTC).
pub fn date(moment: Timestamp, language: Language) -> Words {
    let part = |format: &str| Words::new(moment.strftime(format).to_string()).into();
    language.say_with("date", [("year", part("%Y")), ("month", part("%m")), ("day", part("%d"))])
}

/// The end of every answer: what stands in the way of newer data, and the data's age.
pub fn status(status: &Status, updated_at: Option<Timestamp>, language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    if let Some(trouble) = status.trouble {
        let (what, since, is_for_operator) = match trouble {
            Trouble::Unreachable { since } => ("trouble-unreachable", since, false),
            Trouble::Overdue { since } => ("trouble-overdue", since, false),
            Trouble::Refused { since } => ("trouble-refused", since, true),
            Trouble::HeldBack { since } => ("trouble-held-back", since, true),
            Trouble::Expired { since } => ("trouble-expired", since, true),
        };
        let what = language.say_with(what, [("since", Words::ago(since, language).into())]);
        let copy = status.synced_at.map(|_| language.say("last-good-copy"));
        let next = is_for_operator.then(|| language.say("tell-the-operator"));
        lines.push(Words::default().list([Some(what), copy, next].into_iter().flatten(), " ").into());
    }
    if let Some(synced_at) = status.synced_at {
        let synced = language.say_with("synced", [("ago", Words::ago(synced_at, language).into())]);
        let updated =
            updated_at.map(|moment| language.say_with("record-updated", [("date", date(moment, language).into())]));
        lines.push(Words::default().list([synced].into_iter().chain(updated), BETWEEN).small());
    }
    lines
}

/// How the organization of the answer was inferred.
pub fn told(told: &OrganizationSource, language: Language) -> Words {
    let (sentence, organization) = match told {
        OrganizationSource::InMessage(organization) => ("told-in-message", organization),
        OrganizationSource::ByNumber => return language.say("told-by-number"),
        OrganizationSource::ByChannel(organization) => ("told-by-channel", organization),
    };
    language.say_with(sentence, [("organization", theirs(organization).into())])
}

pub fn entry_name(entry: &MenuEntry, language: Language) -> Words {
    card::marked(entry.vip, &entry.name, language)
}

/// What tells a menu's entry from the others; empty where nothing does.
pub fn entry_details(entry: &MenuEntry, language: Language) -> Words {
    let caution = entry.caution.map(|caution| {
        language.say(match caution {
            Caution::Departed => "entry-departed",
            Caution::OnlyEmail => "entry-no-phone",
            Caution::Unreachable => "entry-unreachable",
        })
    });
    let status = entry.status.as_ref();
    let status = status.map(|status| language.say_with("entry-status", [("status", theirs(status).into())]));
    let details = entry.details.iter().map(theirs);
    Words::default().list(caution.into_iter().chain(status).chain(record(entry, language)).chain(details), BETWEEN)
}

/// The id of an entry's record, where nothing else tells it from another one.
fn record(entry: &MenuEntry, language: Language) -> Option<Words> {
    let number = Words::new(entry.record?.to_string());
    Some(language.say_with("entry-record", [("number", number.into())]))
}

/// A line of a numbered list.
pub fn numbered(number: usize, words: Words) -> Words {
    Words::new(format!("{number}. ")).list([words], "")
}

/// Which page this is, where there are several.
pub fn page_of(page: usize, pages: usize, language: Language) -> Option<Words> {
    (pages > 1).then(|| language.say_with("page-of", [("page", page.into()), ("pages", pages.into())]))
}

/// An entry with all that tells it from the others.
pub fn entry_whole(entry: &MenuEntry, language: Language) -> Words {
    let details = entry_details(entry, language);
    let parts = [Some(entry_name(entry, language)), Some(details).filter(|details| !details.pieces().is_empty())];
    Words::default().list(parts.into_iter().flatten(), BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_in_words() {
        let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        for (moment, words) in [
            ("2026-11-24T12:30:00Z", "just now"),
            ("2026-11-24T11:59:01Z", "just now"),
            ("2026-11-24T11:59:00Z", "1 min ago"),
            ("2026-11-24T11:00:01Z", "59 min ago"),
            ("2026-11-24T11:00:00Z", "1 h ago"),
            ("2026-11-22T12:00:01Z", "47 h ago"),
            ("2026-11-22T12:00:00Z", "2 days ago"),
            ("2025-11-24T12:00:00Z", "365 days ago"),
        ] {
            assert_eq!(ago(Language::default(), moment.parse().unwrap(), now), words, "{moment}");
        }
    }
}
