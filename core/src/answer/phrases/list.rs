//! The words of a list.

use jiff::Timestamp;

use crate::answer::language::Language;
use crate::answer::menu::{Caution, Group, List, Listed, MenuEntry, Row};
use crate::answer::phrases::{BETWEEN, card, numbered, page_of, record};
use crate::answer::text::plain;
use crate::answer::words::{Line, Words, cut, theirs, width};
use crate::reach::number::Number;

/// The longest name of a row, so that some of the title stands beside it.
const LONGEST_NAME: usize = 28;

/// The shortest detail worth showing.
const SHORTEST: usize = 6;

/// The longest label of a number.
const LONGEST_LABEL: usize = 14;

/// Blanks that neither Discord nor a terminal strips from the start of a line.
const INDENT: &str = "\u{a0}\u{a0}\u{a0}";

/// The title of a list: who is on it, and how many.
pub fn title(list: &List, language: Language) -> Words {
    let at = |sentence, name: &str| language.say_with(sentence, [("organization", theirs(name).into())]);
    let who = match &list.of {
        Listed::Vips(Some((_, name))) => at("vips-at", name),
        Listed::Vips(None) => language.say("vips"),
        Listed::Everybody(_, name) => at("everybody-at", name),
    };
    let contact_type = list.contact_type.as_ref().map(|(_, name)| theirs(name));
    Words::default().list([Some(who), contact_type, Some(people(list.total, language))].into_iter().flatten(), BETWEEN)
}

/// The contacts under their groups, and which page this is.
pub fn lines(list: &List, language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut group_above = None;
    // The title says it where there is only one group.
    let is_grouped = !matches!(list.of, Listed::Vips(Some(_)));
    for (number, row) in (1..).zip(&list.rows) {
        if is_grouped && group_above != Some(&row.group) {
            lines.push(group(&row.group, language).into());
            group_above = Some(&row.group);
        }
        lines.extend(line(number, row, list, language));
    }
    lines.extend(page_of(list.page + 1, list.pages, language).map(Line::from));
    lines
}

fn group(group: &Group, language: Language) -> Words {
    let counted = |words, count| Words::default().list([words, people(count, language)], BETWEEN);
    match group {
        Group::Organization(Some(name)) => language.say_with("group", [("organization", theirs(name).into())]),
        Group::Organization(None) => language.say("group-none"),
        Group::ContactType { name: Some(name), people } => {
            counted(Words::default().strong(cut(name, LONGEST_NAME)), *people)
        }
        Group::ContactType { name: None, people } => counted(language.say("no-contact-type"), *people),
        Group::Withheld { people } => counted(language.say("group-withheld"), *people),
        Group::Departed { people } => counted(language.say("group-departed"), *people),
    }
}

fn people(count: usize, language: Language) -> Words {
    language.say_with("people", [("count", count.into())])
}

/// A contact in two short lines: the name with what the headings do not say, and how to reach them.
fn line(number: usize, row: &Row, list: &List, language: Language) -> [Line; 2] {
    let organization = match (&list.of, &row.group) {
        (Listed::Vips(Some((_, name))) | Listed::Everybody(_, name), _) => Some(name),
        (_, Group::Organization(name)) => name.as_ref(),
        _ => None,
    };
    let contact_type = match (&list.contact_type, &row.group) {
        (Some((_, name)), _) => Some(name),
        (None, Group::ContactType { name, .. }) => name.as_ref(),
        _ => None,
    };
    // The title of a list of VIPs says what they are.
    let vip = row.entry.vip && matches!(list.of, Listed::Everybody(..));
    let is_new = |detail: &&String| Some(*detail) != organization && Some(*detail) != contact_type;
    let details: Vec<&str> = row.entry.details.iter().filter(is_new).map(String::as_str).collect();
    let reach = match (&row.number, row.entry.caution) {
        (_, Some(Caution::Departed)) => language.say("entry-departed"),
        (Some(number), _) => language.say_with("row-phone", [("phone", dialled(number, language).into())]),
        (None, _) if row.withheld => language.say("entry-withheld"),
        (None, _) => language.say("entry-no-phone"),
    };
    let who = MenuEntry { vip, ..row.entry.clone() };
    [named(number, &who, &details.join(BETWEEN), language), reached(reach)]
}

/// The first line of a row: the name and as much of the details as fits a phone.
pub(super) fn named(number: usize, entry: &MenuEntry, details: &str, language: Language) -> Line {
    let name = card::marked(entry.vip, &cut(&entry.name, LONGEST_NAME), language);
    let words = numbered(number, Words::default().list([name].into_iter().chain(record(entry, language)), BETWEEN));
    // No row mentions time, so any time will do.
    let taken = width(&plain(&words, Timestamp::UNIX_EPOCH)) + width(BETWEEN);
    let room = card::COLUMNS.saturating_sub(taken);
    let details = (!details.is_empty() && room >= SHORTEST).then(|| theirs(cut(details, room)));
    Words::default().list([words].into_iter().chain(details), BETWEEN).into()
}

/// The second line of a row.
pub(super) fn reached(reach: Words) -> Line {
    Words::new(INDENT).list([reach], "").small()
}

/// A number as it is dialled; within its country where that is only a guess, for which a list has no room to say so.
pub(super) fn dialled(number: &Number, language: Language) -> Words {
    let copy = |text: &str| Words::default().copy(text);
    let reading: &str = match &number.national {
        Some(national) if number.is_guessed() => national,
        _ if number.is_guessed() => &number.stored,
        _ => &number.reading,
    };
    let words = match &number.extension {
        Some(extension) => {
            language.say_with("extension", [("number", copy(reading).into()), ("extension", copy(extension).into())])
        }
        None => copy(reading),
    };
    words.list(number.label.iter().map(|label| Words::new(BETWEEN).theirs(cut(label, LONGEST_LABEL))), "")
}
