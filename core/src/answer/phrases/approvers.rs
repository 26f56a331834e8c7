//! The words about approvers.

use jiff::Timestamp;

use crate::answer::language::Language;
use crate::answer::menu::{Approver, Approvers, Caution, MAX_ENTRIES};
use crate::answer::phrases::{BETWEEN, chain, few, list};
use crate::answer::text::plain;
use crate::answer::words::{Line, Words, theirs};

/// The policy file's table that states what contact types stand for.
const ROLES: &str = "[roles]";

pub fn title(approvers: &Approvers, language: Language) -> Words {
    let values =
        [("action", theirs(&approvers.action).into()), ("organization", theirs(&approvers.organization).into())];
    language.say_with("who-can", values)
}

pub fn lines(approvers: &Approvers, language: Language) -> Vec<Line> {
    let rows =
        |people: &[Approver]| (1..).zip(people).flat_map(|(place, one)| row(place, one, language)).collect::<Vec<_>>();
    let mut lines = rows(&approvers.people);
    let more = || language.say_with("who-can-more", [("count", MAX_ENTRIES.into())]).into();
    lines.extend(approvers.more.then(more));
    if approvers.people.is_empty() {
        lines.push(language.say("who-can-nobody").into());
    }
    if !approvers.guessed_types.is_empty() {
        let types = few(&approvers.guessed_types, theirs, ", ", language);
        let values = [("types", types.into()), ("table", Words::default().copy(ROLES).into())];
        lines.push(language.say_with("who-can-guessed", values).small());
    }
    lines.extend(chain::all_missing(&approvers.missing, &approvers.organization, language).map(Line::from));
    if !approvers.deciders.is_empty() {
        lines.push(language.say("who-can-deciders").into());
        lines.extend(rows(&approvers.deciders));
        lines.extend(approvers.deciders.rest(language).map(Line::from));
    }
    lines
}

/// An approver in two short lines: the name with IT Glue's contact type, and how to reach them, with the reason.
fn row(place: usize, approver: &Approver, language: Language) -> [Line; 2] {
    let contact_type = match &approver.contact_type {
        Some(name) => Some(language.say_with("who-can-type", [("type", theirs(name).into())])),
        // The type is withheld along with the reason.
        None => approver.why.map(|_| language.say("no-contact-type")),
    };
    let reach = match (&approver.number, approver.entry.caution) {
        (Some(number), _) => language.say_with("row-phone", [("phone", list::dialled(number, language).into())]),
        (None, _) if approver.withheld => language.say("entry-withheld"),
        (None, Some(Caution::Unreachable)) => language.say("entry-unreachable"),
        (None, _) => language.say("reach-email"),
    };
    let contact_type = contact_type.map(|words| plain(&words, Timestamp::UNIX_EPOCH)).unwrap_or_default();
    let why = approver.why.map(|why| chain::reason(why, language));
    let reach = Words::default().list([reach].into_iter().chain(why), BETWEEN);
    [list::named(place, &approver.entry, &contact_type, language), list::reached(reach)]
}
