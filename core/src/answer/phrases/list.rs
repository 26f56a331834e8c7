//! The words of a list.

use crate::answer::language::Language;
use crate::answer::menu::{Caution, Group, List, Listed, Row};
use crate::answer::phrases::{BETWEEN, card, numbered, page_of, record};
use crate::answer::words::{Words, cut, theirs};
use crate::reach::number::Number;

/// The longest name or title of a row: two lines on a phone, so that the number behind it stays in sight.
const LONGEST: usize = 60;

/// As wide as a branch of the tree, in blanks that neither Discord nor a terminal strips from the start of a line.
const GAP: &str = "\u{a0}\u{a0}\u{a0}";

/// The same beside a branch that goes on.
const STEM: &str = "│\u{a0}\u{a0}";

/// A branch, and the last of its kind.
const BRANCH: &str = "├─ ";
const LAST_BRANCH: &str = "└─ ";

type Numbered<'a> = &'a [(usize, &'a Row)];

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
pub fn lines(list: &List, language: Language) -> Vec<Words> {
    let numbered: Vec<(usize, &Row)> = (1..).zip(&list.rows).collect();
    let groups: Vec<Numbered<'_>> = numbered.chunk_by(|(_, one), (_, next)| one.group == next.group).collect();
    let mut lines = match &list.of {
        Listed::Vips(_) => flat(&groups, list, language),
        Listed::Everybody(_, name) => tree(name, &groups, list, language),
    };
    lines.extend(page_of(list.page + 1, list.pages, language));
    lines
}

/// VIPs, under their organizations where there is more than one. The title says that they are VIPs.
fn flat(groups: &[Numbered<'_>], list: &List, language: Language) -> Vec<Words> {
    let mut lines = Vec::new();
    for rows in groups {
        let first = rows.first().filter(|_| list.of == Listed::Vips(None));
        lines.extend(first.map(|(_, row)| group(&row.group, language)));
        lines.extend(rows.iter().map(|(number, row)| {
            let name = card::name(&cut(&row.entry.name, LONGEST), language);
            numbered(*number, line(name, row, list, language))
        }));
    }
    lines
}

/// Everyone, as a tree: the organization, its contact types, their contacts.
fn tree(organization: &str, groups: &[Numbered<'_>], list: &List, language: Language) -> Vec<Words> {
    let mut lines = vec![language.say_with("group", [("organization", theirs(organization).into())])];
    for (at, rows) in (1..).zip(groups) {
        let [branch, stem] = if at == groups.len() { [LAST_BRANCH, GAP] } else { [BRANCH, STEM] };
        for (nth, (number, row)) in (1..).zip(*rows) {
            if nth == 1 {
                lines.push(Words::new(branch).list([group(&row.group, language)], ""));
            }
            let branch = if nth == rows.len() { LAST_BRANCH } else { BRANCH };
            let name = card::marked(row.entry.vip, &cut(&row.entry.name, LONGEST), language);
            lines.push(Words::new(format!("{stem}{branch}{number}. ")).list([line(name, row, list, language)], ""));
        }
    }
    lines
}

fn group(group: &Group, language: Language) -> Words {
    let counted = |words, count| Words::default().list([words, people(count, language)], BETWEEN);
    match group {
        Group::Organization(Some(name)) => language.say_with("group", [("organization", theirs(name).into())]),
        Group::Organization(None) => language.say("group-none"),
        Group::ContactType { name: Some(name), people } => counted(theirs(cut(name, LONGEST)), *people),
        Group::ContactType { name: None, people } => counted(language.say("no-contact-type"), *people),
        Group::Withheld { people } => counted(language.say("group-withheld"), *people),
        Group::Departed { people } => counted(language.say("group-departed"), *people),
    }
}

fn people(count: usize, language: Language) -> Words {
    language.say_with("people", [("count", count.into())])
}

/// A contact: the name, what the headings do not say, and how to reach them.
fn line(name: Words, row: &Row, list: &List, language: Language) -> Words {
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
    let is_new = |detail: &&String| Some(*detail) != organization && Some(*detail) != contact_type;
    let details = row.entry.details.iter().filter(is_new).map(|detail| theirs(cut(detail, LONGEST)));
    let reach = match (&row.number, row.entry.caution) {
        (_, Some(Caution::Departed)) => language.say("entry-departed"),
        (Some(number), _) => language.say_with("row-phone", [("phone", dialled(number, language).into())]),
        (None, _) if row.withheld => language.say("entry-withheld"),
        (None, _) => language.say("entry-no-phone"),
    };
    let parts = [name].into_iter().chain(record(&row.entry, language)).chain(details).chain([reach]);
    Words::default().list(parts, BETWEEN)
}

/// A number as it is dialled; within its country where that is only a guess, for which a list has no room to say so.
fn dialled(number: &Number, language: Language) -> Words {
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
    words.list(number.label.iter().map(|label| Words::new(BETWEEN).theirs(&**label)), "")
}
