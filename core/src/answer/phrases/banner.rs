//! The words about an organization itself.

use crate::answer::card::Banner;
use crate::answer::language::Language;
use crate::answer::phrases::card::notes;
use crate::answer::words::{Words, theirs};

/// Separates the lines of an alert. It is shown as one line of ours, so that no part of it passes for another.
const BREAK: &str = " / ";

/// What to know before anything else.
pub fn head(banner: &Banner, language: Language) -> Vec<Words> {
    let mut lines = Vec::new();
    if let Some(alert) = &banner.alert {
        let text = Words::default().list(alert.lines.iter().map(|line| notes::pieces(line, language)), BREAK);
        lines.push(language.say_with("client-alert", [("alert", text.into())]));
        lines.extend(alert.more.then(|| language.say("client-alert-cut")));
    }
    lines.extend(status(banner, true, language));
    lines
}

/// What to know besides.
pub fn tail(banner: &Banner, language: Language) -> Vec<Words> {
    let quick_notes = |excerpt| notes::beginning(excerpt, ["client-notes", "client-notes-cut"], language);
    status(banner, false, language).into_iter().chain(banner.quick_notes.iter().flat_map(quick_notes)).collect()
}

/// The status, if it says that the client is inactive, or if it says otherwise.
fn status(banner: &Banner, inactive: bool, language: Language) -> Option<Words> {
    let unusual = banner.status.as_ref().filter(|unusual| unusual.inactive == inactive)?;
    let sentence = if inactive { "client-inactive" } else { "client-status" };
    Some(language.say_with(sentence, [("status", theirs(&unusual.status).into())]))
}
