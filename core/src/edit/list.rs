//! The addresses or the numbers of a contact as lines of a form, one entry a line: `Label value ext N *`, the star for the
//! primary one.
//!
//! What the caller changed is a list of steps, each about one entry. So an entry that somebody else added meanwhile stays,
//! and so does every key of an entry that the form does not show.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::contact::{Email, Phone};
use crate::edit::record::RecordEntry;

/// What a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Emails,
    Phones,
}

/// One entry of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub label: Option<String>,
    pub value: String,
    pub extension: Option<String>,
    pub primary: bool,
}

/// A line that cannot be read, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub line: usize,
    pub text: String,
}

/// What a caller did to one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Add(Entry),
    /// Another label or extension, or another value in the place of this one.
    Change {
        from: Entry,
        to: Entry,
    },
    Remove(Entry),
    /// This entry is the primary one from now on.
    Prefer(Entry),
}

/// The label of a new address or number that has none: IT Glue requires one.
const LABEL: &str = "Work";

/// Digits in which two spellings of a number have to agree, from the end: one with and one without its country.
const SAME_DIGITS: usize = 7;

impl From<&Email> for Entry {
    fn from(email: &Email) -> Self {
        let label = email.label.as_deref().map(str::to_owned);
        Self { label, value: email.value.to_string(), extension: None, primary: email.primary }
    }
}

impl From<&Phone> for Entry {
    fn from(phone: &Phone) -> Self {
        Self {
            label: phone.label.as_deref().map(str::to_owned),
            value: phone.value.to_string(),
            extension: phone.extension.as_deref().map(str::to_owned),
            primary: phone.primary,
        }
    }
}

impl From<&RecordEntry> for Entry {
    fn from(entry: &RecordEntry) -> Self {
        Self {
            label: entry.label().map(str::to_owned),
            value: entry.value().trim().to_owned(),
            extension: entry.extension().map(str::to_owned),
            primary: entry.is_primary(),
        }
    }
}

/// Entries as the lines of a form.
pub fn write(entries: &[Entry]) -> String {
    entries.iter().map(Entry::line).collect::<Vec<_>>().join("\n")
}

/// The entries of a form's lines, and the lines that are none. A line that is one of those shown is that entry, whether it can be read or not; blank lines
/// do not count.
pub fn read(kind: Kind, shown: &[Entry], text: &str) -> (Vec<Entry>, Vec<Unreadable>) {
    let (mut entries, mut unreadable) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let known = shown.iter().find(|entry| entry.line() == text.trim()).cloned();
        match known.or_else(|| Entry::read(kind, text.trim())) {
            Some(entry) => entries.push(entry),
            None => unreadable.push(Unreadable { line, text: text.trim().to_owned() }),
        }
    }
    (entries, unreadable)
}

impl Entry {
    pub fn line(&self) -> String {
        let mut line = String::new();
        if let Some(label) = &self.label {
            // Or its end would be read as the beginning of the number.
            let colon = if label.ends_with(|last: char| !last.is_alphabetic()) { ":" } else { "" };
            let _ = write!(line, "{label}{colon} ");
        }
        line.push_str(&self.value);
        if let Some(extension) = &self.extension {
            let _ = write!(line, " ext {extension}");
        }
        line.push_str(if self.primary { " *" } else { "" });
        line
    }

    fn read(kind: Kind, line: &str) -> Option<Self> {
        let (line, primary) = match line.strip_suffix(['*', '★', '⭐']) {
            Some(rest) => (rest.trim_end(), true),
            None => (line, false),
        };
        let (line, extension) = match kind {
            Kind::Emails => (line, None),
            Kind::Phones => without_extension(line),
        };
        let at = match kind {
            Kind::Emails => line.rfind(char::is_whitespace).map_or(0, |blank| blank + 1),
            Kind::Phones => number_begins(line),
        };
        let (label, value) = (line.get(..at)?.trim().trim_end_matches(':').trim_end(), line.get(at..)?.trim());
        let is_value = match kind {
            Kind::Emails => value.contains('@'),
            Kind::Phones => value.contains(|digit: char| digit.is_ascii_digit()),
        };
        let label = Some(label.to_owned()).filter(|label| !label.is_empty());
        is_value.then(|| Self { label, value: value.to_owned(), extension, primary })
    }

    /// Whether both lead to the same place, however it is spelt.
    pub fn leads_to(&self, kind: Kind, other: &Self) -> bool {
        match kind {
            Kind::Emails => self.value.to_lowercase() == other.value.to_lowercase(),
            Kind::Phones => same_number(&self.value, &other.value) && self.extension == other.extension,
        }
    }

    fn is_value_of(&self, kind: Kind, other: &Self) -> bool {
        match kind {
            Kind::Emails => self.leads_to(kind, other),
            Kind::Phones => same_number(&self.value, &other.value),
        }
    }
}

/// A line without the extension at its end: "ext 12", "ext. 12", "x12", ",12".
fn without_extension(line: &str) -> (&str, Option<String>) {
    let end = line.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let digits = line.get(end.len()..).filter(|digits| !digits.is_empty());
    let before = end.trim_end().trim_end_matches(['.', ':']).trim_end();
    let lower = before.to_ascii_lowercase();
    let mark = [" extension", " extn", " ext", " x", ",", ";ext="].into_iter().find(|mark| lower.ends_with(mark));
    match (digits, mark) {
        (Some(digits), Some(mark)) => (before[..before.len() - mark.len()].trim_end(), Some(digits.to_owned())),
        _ => (line, None),
    }
}

/// Where the number at the end of a line begins: after the last letter or colon, or at its last `+`.
fn number_begins(line: &str) -> usize {
    let is_of_number =
        |char: char| char.is_ascii_digit() || char.is_whitespace() || "+()-./\u{2011}\u{2013}".contains(char);
    let run = line.len() - line.chars().rev().take_while(|char| is_of_number(*char)).map(char::len_utf8).sum::<usize>();
    let number = &line[run..];
    run + number.rfind('+').unwrap_or(number.len() - number.trim_start().len())
}

fn same_number(one: &str, other: &str) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (one, other) = (digits(one), digits(other));
    let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
    // A trunk zero stands where the country's code is left out.
    let short = if long.len() > short.len() { short.trim_start_matches('0') } else { &short };
    long == short || (short.len() >= SAME_DIGITS && long.len() - short.len() <= 4 && long.ends_with(short))
}

/// What leads from the entries that a form showed to those that came back.
pub fn steps(kind: Kind, shown: &[Entry], given: &[Entry]) -> Vec<Step> {
    let mut left: Vec<&Entry> = shown.iter().collect();
    let mut take =
        |found: &dyn Fn(&Entry) -> bool| left.iter().position(|entry| found(entry)).map(|at| left.remove(at));
    // Exact entries first, or a new one could take another's place.
    let mut pairs: Vec<(&Entry, Option<&Entry>)> =
        given.iter().map(|entry| (entry, take(&|old| old.leads_to(kind, entry)))).collect();
    for (entry, old) in pairs.iter_mut().filter(|(_, old)| old.is_none()) {
        *old = take(&|old| old.is_value_of(kind, entry));
    }
    for (entry, old) in pairs.iter_mut().filter(|(_, old)| old.is_none()) {
        // A corrected value keeps its label.
        *old = take(&|old| old.label == entry.label && entry.label.is_some());
    }
    let mut steps: Vec<Step> = left.into_iter().map(|entry| Step::Remove(entry.clone())).collect();
    for (entry, old) in &pairs {
        match old {
            None => steps.push(Step::Add((*entry).clone())),
            Some(old) => {
                let to = Entry { label: entry.label.clone().or_else(|| old.label.clone()), ..(*entry).clone() };
                if !same_but_primary(kind, old, &to) {
                    steps.push(Step::Change { from: (*old).clone(), to });
                }
            }
        }
    }
    let preferred = |entries: &[Entry]| entries.iter().find(|entry| entry.primary).cloned();
    let (before, after) = (preferred(shown), preferred(given));
    if let Some(after) = after
        && before.is_none_or(|before| !before.leads_to(kind, &after))
    {
        steps.push(Step::Prefer(after));
    }
    steps
}

/// The list after these steps, or `None` where another's change stands in the way; `forced` goes over it.
pub fn apply(
    kind: Kind,
    steps: &[Step],
    shown: &[Entry],
    now: &[RecordEntry],
    forced: bool,
) -> Option<Vec<RecordEntry>> {
    let mut list = now.to_vec();
    let place = |list: &[RecordEntry], of: &Entry| {
        let places = || list.iter().map(Entry::from).enumerate();
        let exact = places().find(|(_, entry)| entry.leads_to(kind, of));
        exact.or_else(|| places().find(|(_, entry)| entry.is_value_of(kind, of))).map(|(at, _)| at)
    };
    for step in steps {
        match step {
            Step::Add(entry) => match place(&list, entry) {
                // Somebody else has added it.
                Some(at) if Entry::from(&list[at]).leads_to(kind, entry) => {}
                _ => list.push(entry.to_record(kind)),
            },
            Step::Remove(entry) => {
                if let Some(at) = place(&list, entry) {
                    let is_as_shown = same_but_primary(kind, &Entry::from(&list[at]), entry);
                    if !is_as_shown && !forced {
                        return None;
                    }
                    list.remove(at);
                }
            }
            Step::Change { from, to } => match place(&list, from) {
                Some(at) => {
                    let as_it_is = Entry::from(&list[at]);
                    if ![from, to].iter().any(|entry| same_but_primary(kind, &as_it_is, entry)) && !forced {
                        return None;
                    }
                    list[at].become_like(kind, to);
                }
                None if place(&list, to).is_some() => {}
                None if forced => list.push(to.to_record(kind)),
                None => return None,
            },
            Step::Prefer(entry) => {
                let was = shown.iter().find(|entry| entry.primary);
                let is = now.iter().map(Entry::from).find(|entry| entry.primary);
                let unchanged = match (&is, was) {
                    (Some(is), Some(was)) => is.is_value_of(kind, was) || is.is_value_of(kind, entry),
                    (Some(is), None) => is.is_value_of(kind, entry),
                    (None, _) => true,
                };
                if !unchanged && !forced {
                    return None;
                }
                match place(&list, entry) {
                    Some(at) => prefer(&mut list, at),
                    // It was taken away, and the caller has left it as it was.
                    None if forced => {}
                    None => return None,
                }
            }
        }
    }
    let primary = list.iter().position(RecordEntry::is_primary).unwrap_or_default();
    if list != now {
        // Exactly one: two may stand there already, or the primary one was removed.
        prefer(&mut list, primary);
    }
    Some(list)
}

fn prefer(list: &mut [RecordEntry], preferred: usize) {
    for (at, entry) in list.iter_mut().enumerate() {
        if entry.is_primary() != (at == preferred) {
            entry.set("primary", at == preferred);
        }
    }
}

/// Whether two entries say the same, apart from which is the primary one.
fn same_but_primary(kind: Kind, one: &Entry, other: &Entry) -> bool {
    let bare = |entry: &Entry| match kind {
        Kind::Emails => entry.value.clone(),
        // IT Glue takes separators out, and perhaps the sign of a country.
        Kind::Phones => entry.value.chars().filter(|char| !"+()-./ ".contains(*char)).collect(),
    };
    bare(one) == bare(other) && one.label == other.label && one.extension == other.extension
}

impl Entry {
    /// A new entry as IT Glue takes it.
    fn to_record(&self, kind: Kind) -> RecordEntry {
        let mut record = RecordEntry::default();
        record.set("value", self.sent(kind));
        record.set("primary", false);
        record.set("label-name", self.label.as_deref().unwrap_or(LABEL));
        if kind == Kind::Phones {
            record.set("extension", json!(self.extension));
            record.set("label-type", "phone");
        }
        record
    }

    /// The value as it is sent: of a number only what is dialled.
    fn sent(&self, kind: Kind) -> String {
        match kind {
            Kind::Emails => self.value.clone(),
            Kind::Phones => {
                let plus = if self.value.trim_start().starts_with('+') { "+" } else { "" };
                plus.chars().chain(self.value.chars().filter(char::is_ascii_digit)).collect()
            }
        }
    }
}

impl RecordEntry {
    fn become_like(&mut self, kind: Kind, to: &Entry) {
        let labelled = Entry { label: to.label.clone(), extension: to.extension.clone(), ..Entry::from(&*self) };
        if !same_but_primary(kind, &labelled, to) {
            self.set("value", to.sent(kind));
            // It is IT Glue's own, made of the value.
            self.0.remove("formatted-value");
        }
        if let Some(label) = &to.label {
            self.set("label-name", &**label);
        }
        if kind == Kind::Phones {
            self.set("extension", to.extension.clone().map_or(Value::Null, Value::from));
        }
    }
}

/// Whether two lists lead to the same places under the same labels, with the same primary one, in any order.
pub fn mean_the_same(kind: Kind, one: &[RecordEntry], other: &[RecordEntry]) -> bool {
    let mut left: Vec<Entry> = other.iter().map(Entry::from).collect();
    one.len() == other.len()
        && one.iter().map(Entry::from).all(|entry| {
            let is_same = |other: &Entry| same_but_primary(kind, &entry, other) && entry.primary == other.primary;
            left.iter().position(is_same).map(|at| left.swap_remove(at)).is_some()
        })
}
