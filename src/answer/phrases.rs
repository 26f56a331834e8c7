//! Every sentence a user can read. They are plain English, short, and name the next step.

pub mod card;
pub mod choice;
pub mod heading;
pub mod notice;

use jiff::Timestamp;

use crate::answer::menu::{Caution, Entry, List, Row};
use crate::answer::words::Words;
use crate::directory::snapshot::{Status, Trouble};

/// Stands for text that shows nothing: only blanks, control or invisible characters.
pub const BLANK: &str = "(blank)";

/// The button that opens a record in IT Glue.
pub const OPEN_IN_IT_GLUE: &str = "Open in IT Glue";

/// The button to the page before.
pub const PREVIOUS_PAGE: &str = "◀ Previous";

/// The button to the page after.
pub const NEXT_PAGE: &str = "Next ▶";

/// What a closed menu says.
pub const PICK_ONE: &str = "Pick one …";

/// What stands between the parts of a line.
pub const BETWEEN: &str = " · ";

/// What can be typed on a terminal after an answer with numbered entries and buttons; nothing where it has neither.
#[must_use]
pub fn terminal_hint(entries: usize, buttons: &[String]) -> Option<String> {
    let number = match entries {
        0 => None,
        1 => Some("1".to_owned()),
        _ => Some(format!("a number from 1 to {entries}")),
    };
    let words: Vec<String> = number.into_iter().chain(buttons.iter().cloned()).collect();
    (!words.is_empty()).then(|| format!("[type {}]", words.join(" or ")))
}

/// How long ago something was. What lies in the future by a wrong clock is "just now".
#[must_use]
pub fn ago(moment: Timestamp, now: Timestamp) -> String {
    match now.duration_since(moment).as_secs() {
        ..60 => "just now".to_owned(),
        seconds @ 60..3_600 => format!("{} min ago", seconds / 60),
        // Hours stay exact for two days: whether something is from this morning or from yesterday matters.
        seconds @ 3_600..172_800 => format!("{} h ago", seconds / 3_600),
        seconds => format!("{} days ago", seconds / 86_400),
    }
}

/// What stands at the end of every answer: what stands in the way of newer data, and the data's age.
#[must_use]
pub fn status(status: &Status, updated_at: Option<Timestamp>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    if let Some(trouble) = status.trouble {
        let (what, since, next) = explain(trouble);
        let copy = if status.synced_at.is_some() { " This is the last good copy." } else { "" };
        lines.push(Words::new(what).ago(since).ours(").").ours(copy).ours(next));
    }
    if let Some(synced_at) = status.synced_at {
        let updated = updated_at.map(|moment| format!("{BETWEEN}record updated {}", moment.strftime("%Y-%m-%d")));
        lines.push(Words::new("Synced ").ago(synced_at).ours(updated.unwrap_or_default()));
    }
    lines
}

/// What is wrong, since when, and what to do about it.
fn explain(trouble: Trouble) -> (&'static str, Timestamp, &'static str) {
    match trouble {
        Trouble::Unreachable { since } => ("⚠️ IT Glue cannot be reached (first failure ", since, ""),
        Trouble::Refused { since } => {
            ("⚠️ IT Glue refuses the bot's key (first refusal ", since, " Tell whoever runs the bot.")
        }
        Trouble::HeldBack { since } => (
            "⚠️ A sync that would remove unusually many records is held back (first seen ",
            since,
            " Tell whoever runs the bot.",
        ),
    }
}

/// The name of a menu's entry.
#[must_use]
pub fn entry_name(entry: &Entry) -> Words {
    Words::new(card::vip_mark(entry.vip)).theirs(entry.name.as_str())
}

/// What tells a menu's entry from the others; empty where nothing does.
#[must_use]
pub fn entry_details(entry: &Entry) -> Words {
    let caution = entry.caution.map(|caution| match caution {
        Caution::Departed => Words::new("no longer there"),
        Caution::Unreachable => Words::new("no phone or e-mail on record"),
    });
    let details = entry.details.iter().map(|detail| Words::default().theirs(detail.as_str()));
    Words::default().list(caution.into_iter().chain(details), BETWEEN)
}

/// One line of a numbered menu.
#[must_use]
pub fn entry_line(number: usize, entry: &Entry) -> Words {
    Words::new(format!("{number}. ")).list([entry_whole(entry)], "")
}

/// An entry with all that tells it from the others.
#[must_use]
pub fn entry_whole(entry: &Entry) -> Words {
    let details = entry_details(entry);
    let parts = [Some(entry_name(entry)), Some(details).filter(|details| !details.pieces().is_empty())];
    Words::default().list(parts.into_iter().flatten(), BETWEEN)
}

/// Title of a list of VIPs.
#[must_use]
pub fn list_title(list: &List) -> Words {
    let people = if list.total == 1 { "1 person".to_owned() } else { format!("{} people", list.total) };
    match &list.organization {
        Some((_, name)) => Words::new("VIPs at ").theirs(name.as_str()).ours(format!("{BETWEEN}{people}")),
        None => Words::new(format!("VIPs{BETWEEN}{people}")),
    }
}

/// The organization above its rows of a list.
#[must_use]
pub fn list_group(organization: Option<&str>) -> Words {
    match organization {
        Some(name) => Words::new("🏢 ").theirs(name),
        None => Words::new("🏢 No organization on record"),
    }
}

/// One row of a list. That everybody on it is a VIP, and of which organization, stands above.
#[must_use]
pub fn list_row(number: usize, row: &Row) -> Words {
    let new = |detail: &&String| Some(*detail) != row.organization.as_ref();
    let details = row.entry.details.iter().filter(new).map(|detail| Words::default().theirs(detail.as_str()));
    let phone = match &row.phone {
        Some(phone) => Words::new("📞 ").list([card::number(phone)], ""),
        None => Words::new("no phone on record"),
    };
    let name = Words::new(format!("{number}. ")).theirs(row.entry.name.as_str());
    Words::default().list([name].into_iter().chain(details).chain([phone]), BETWEEN)
}

/// Which page of a list this is; `None` where there is only one.
#[must_use]
pub fn list_page(list: &List) -> Option<Words> {
    (list.pages > 1).then(|| Words::new(format!("Page {} of {}", list.page + 1, list.pages)))
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
            assert_eq!(ago(moment.parse().unwrap(), now), words, "{moment}");
        }
    }
}
