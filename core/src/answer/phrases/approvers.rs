//! The words about approvers.

use crate::answer::language::Language;
use crate::answer::menu::{Approver, Approvers, Caution, MAX_ENTRIES};
use crate::answer::phrases::{BETWEEN, card, chain, entry_name, few, numbered};
use crate::answer::words::{Words, theirs};

/// The policy file's table that states what contact types stand for.
const ROLES: &str = "[roles]";

pub fn title(approvers: &Approvers, language: Language) -> Words {
    let values =
        [("action", theirs(&approvers.action).into()), ("organization", theirs(&approvers.organization).into())];
    language.say_with("who-can", values)
}

pub fn lines(approvers: &Approvers, language: Language) -> Vec<Words> {
    let rows = |people: &[Approver]| {
        (1..).zip(people).map(|(place, one)| row(place, one, approvers.dial_links, language)).collect::<Vec<_>>()
    };
    let mut lines = rows(&approvers.people);
    let more = || language.say_with("who-can-more", [("count", MAX_ENTRIES.into())]);
    lines.extend(approvers.more.then(more));
    if approvers.people.is_empty() {
        lines.push(language.say("who-can-nobody"));
    }
    if !approvers.guessed_types.is_empty() {
        let types = few(&approvers.guessed_types, theirs, ", ", language);
        let values = [("types", types.into()), ("table", Words::default().copy(ROLES).into())];
        lines.push(language.say_with("who-can-guessed", values));
    }
    lines.extend(chain::all_missing(&approvers.missing, &approvers.organization, language));
    if !approvers.deciders.is_empty() {
        lines.push(language.say("who-can-deciders"));
        lines.extend(rows(&approvers.deciders));
        lines.extend(approvers.deciders.rest(language));
    }
    lines
}

fn row(place: usize, approver: &Approver, dial_links: bool, language: Language) -> Words {
    let name = numbered(place, entry_name(&approver.entry, language));
    let contact_type = match &approver.contact_type {
        Some(name) => Some(language.say_with("who-can-type", [("type", theirs(name).into())])),
        // The type is withheld along with the reason.
        None => approver.why.map(|_| language.say("no-contact-type")),
    };
    let reach = match (&approver.number, approver.entry.caution) {
        (Some(number), _) => {
            let number = card::number::number(number, dial_links, language);
            language.say_with("row-phone", [("phone", number.into())])
        }
        (None, _) if approver.withheld => language.say("entry-withheld"),
        (None, Some(Caution::Unreachable)) => language.say("entry-unreachable"),
        (None, _) => language.say("reach-email"),
    };
    let why = approver.why.map(|why| chain::reason(why, language));
    Words::default().list([name].into_iter().chain(contact_type).chain(why).chain([reach]), BETWEEN)
}
