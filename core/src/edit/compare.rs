//! Compares three: what the form showed, what the caller wants, and what IT Glue holds now.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use strum::VariantArray;

use crate::edit::fields::{FieldValue, Fields};
use crate::edit::list::{self, Kind};
use crate::edit::record::{Record, RecordEntry};
use crate::edit::{EditField, notes};

/// Whose value a field gets that both have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    /// The caller's.
    Mine,
    /// What is in IT Glue now.
    Theirs,
}

/// A field that the caller has changed and that differs from IT Glue's now.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub field: EditField,
    /// What the form showed.
    pub shown: FieldValue,
    /// What IT Glue holds now.
    pub now: FieldValue,
    pub becomes: Becomes,
    /// The system outside IT Glue that owns the field, as far as the record says.
    pub owner: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Becomes {
    /// This value, sent in this form.
    Changed { value: FieldValue, sent: Value },
    /// What it is: the caller left the other's value.
    Left,
    /// Both have changed it, and the caller has to choose; this is the caller's.
    Undecided { mine: FieldValue },
    /// A line of the notes holds a secret that the form does not show, so it cannot be written anew.
    Hidden,
}

impl Difference {
    /// The value to send, if there is one.
    pub(super) fn sent(&self) -> Option<(EditField, Value)> {
        match &self.becomes {
            Becomes::Changed { sent, .. } => Some((self.field, sent.clone())),
            Becomes::Left | Becomes::Undecided { .. } | Becomes::Hidden => None,
        }
    }

    /// Whether somebody else has changed the field since the form was opened.
    pub fn changed_meanwhile(&self) -> bool {
        matches!(self.becomes, Becomes::Undecided { .. } | Becomes::Left) || !alike(&self.shown, &self.now)
    }
}

/// The fields that the caller has changed and that are not so in IT Glue already, in their usual order.
pub fn compare(shown: &Fields, wanted: &Fields, record: &Record, sides: &BTreeMap<EditField, Side>) -> Vec<Difference> {
    let now = Fields::from(record);
    EditField::VARIANTS
        .iter()
        .filter_map(|&field| {
            let becomes = match field {
                EditField::Emails => entries(field, [&shown.emails, &wanted.emails], &record.emails, sides)?,
                EditField::Phones => entries(field, [&shown.phones, &wanted.phones], &record.phones, sides)?,
                EditField::Notes => in_notes(shown, wanted, record, sides)?,
                _ => scalar(&shown.get(field), wanted.get(field), &now.get(field), sides.get(&field))?,
            };
            let owner = record.owner_of(field).map(str::to_owned);
            Some(Difference { field, shown: shown.get(field), now: now.get(field), becomes, owner })
        })
        .collect()
}

fn scalar(shown: &FieldValue, wanted: FieldValue, now: &FieldValue, side: Option<&Side>) -> Option<Becomes> {
    if alike(shown, &wanted) || alike(&wanted, now) {
        return None;
    }
    let changed = |value: FieldValue| Becomes::Changed { sent: sent(&value), value };
    Some(match (alike(shown, now), side) {
        (true, _) | (false, Some(Side::Mine)) => changed(wanted),
        (false, Some(Side::Theirs)) => Becomes::Left,
        (false, None) => Becomes::Undecided { mine: wanted },
    })
}

fn entries(
    field: EditField,
    [shown, wanted]: [&Vec<list::Entry>; 2],
    now: &[RecordEntry],
    sides: &BTreeMap<EditField, Side>,
) -> Option<Becomes> {
    let kind = if field == EditField::Emails { Kind::Emails } else { Kind::Phones };
    let steps = list::steps(kind, shown, wanted);
    let after = |forced| list::apply(kind, &steps, shown, now, forced).filter(|after| *after != now);
    let changed = |list: Vec<RecordEntry>| Becomes::Changed {
        value: FieldValue::Entries(list.iter().map(list::Entry::from).collect()),
        sent: json!(list),
    };
    if steps.is_empty() {
        return None;
    }
    match (list::apply(kind, &steps, shown, now, false), sides.get(&field)) {
        (Some(list), _) => Some(list).filter(|list| *list != now).map(changed),
        (None, Some(Side::Mine)) => after(true).map(changed),
        (None, Some(Side::Theirs)) => Some(Becomes::Left),
        (None, None) => Some(Becomes::Undecided { mine: FieldValue::Entries(wanted.clone()) }),
    }
}

fn in_notes(shown: &Fields, wanted: &Fields, record: &Record, sides: &BTreeMap<EditField, Side>) -> Option<Becomes> {
    let raw = record.notes.as_deref().unwrap_or_default();
    if shown.notes.trim() == wanted.notes.trim() {
        return None;
    }
    let changed = |text: String| {
        let value = FieldValue::Text(notes::text(&text));
        let sent = if text.is_empty() { Value::Null } else { text.into() };
        Becomes::Changed { value, sent }
    };
    let apply = |forced| notes::apply(&shown.notes, &wanted.notes, raw, forced);
    match (apply(false), sides.get(&EditField::Notes)) {
        (Ok(text), _) if text == raw => None,
        (Ok(text), _) => Some(changed(text)),
        (Err(notes::Refused::Hidden), _) => Some(Becomes::Hidden),
        (Err(notes::Refused::Conflict), None) => {
            Some(Becomes::Undecided { mine: FieldValue::Text(wanted.notes.clone()) })
        }
        (Err(notes::Refused::Conflict), Some(Side::Theirs)) => Some(Becomes::Left),
        (Err(notes::Refused::Conflict), Some(Side::Mine)) => match apply(true) {
            Ok(text) => Some(text).filter(|text| text != raw).map(changed),
            Err(_) => Some(Becomes::Hidden),
        },
    }
}

/// Whether two values are the same to a reader: blanks at their ends do not count.
fn alike(one: &FieldValue, other: &FieldValue) -> bool {
    match (one, other) {
        (FieldValue::Text(one), FieldValue::Text(other)) => one.split_whitespace().eq(other.split_whitespace()),
        _ => one == other,
    }
}

/// A value as IT Glue takes it; one that is cleared is null.
fn sent(value: &FieldValue) -> Value {
    match value {
        FieldValue::Text(text) if text.trim().is_empty() => Value::Null,
        FieldValue::Text(text) => text.trim().into(),
        FieldValue::Type(id) => json!(id),
        FieldValue::Vip(vip) => json!(vip),
        FieldValue::Location(id) => json!(id),
        // Sent as whole lists, never made of what a form shows.
        FieldValue::Entries(_) => Value::Null,
    }
}
