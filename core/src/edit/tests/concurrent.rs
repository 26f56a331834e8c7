//! Random edits of one contact by IT Glue's users and by Callsheet's at once: nothing of either is lost.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::edit::compare::{Becomes, Side, compare};
use crate::edit::fields::Fields;
use crate::edit::list::{self, Entry, Kind};
use crate::edit::record::{Record, RecordEntry};
use crate::edit::{EditField, notes};

/// An edit of a list: of the entry at a place, modulo their number.
#[derive(Clone, Debug)]
enum Edit {
    Add(u32),
    Remove(usize),
    Relabel(usize, u8),
    Renumber(usize, u32),
    Prefer(usize),
}

fn edit(numbers: std::ops::Range<u32>) -> impl Strategy<Value = Edit> {
    prop_oneof![
        numbers.clone().prop_map(Edit::Add),
        (0_usize..9).prop_map(Edit::Remove),
        ((0_usize..9), (0_u8..4)).prop_map(|(at, label)| Edit::Relabel(at, label)),
        ((0_usize..9), numbers).prop_map(|(at, number)| Edit::Renumber(at, number)),
        (0_usize..9).prop_map(Edit::Prefer),
    ]
}

fn number(last: u32) -> String {
    format!("415555{last:04}")
}

fn record(numbers: &BTreeSet<u32>) -> Record {
    let phone = |(at, number_of): (usize, &u32)| {
        let phone = json!({"value": number(*number_of), "primary": at == 0, "label-name": "Work", "key-of-theirs": at});
        RecordEntry(phone.as_object().unwrap().clone())
    };
    Record { phones: numbers.iter().enumerate().map(phone).collect(), ..Record::default() }
}

/// What IT Glue's users make of it.
fn edited(mut record: Record, edits: &[Edit]) -> Record {
    for edit in edits {
        let count = record.phones.len().max(1);
        match edit {
            Edit::Add(last) => {
                let phone =
                    json!({"value": number(*last), "primary": false, "label-name": "Pager", "key-of-theirs": 99});
                record.phones.push(RecordEntry(phone.as_object().unwrap().clone()));
            }
            Edit::Remove(at) if !record.phones.is_empty() => drop(record.phones.remove(at % count)),
            Edit::Relabel(at, label) => {
                if let Some(phone) = record.phones.get_mut(at % count) {
                    phone.set("label-name", format!("Label {label}"));
                }
            }
            Edit::Renumber(at, last) => {
                if let Some(phone) = record.phones.get_mut(at % count) {
                    phone.set("value", number(*last));
                }
            }
            Edit::Prefer(at) => {
                let preferred = at % count;
                for (at, phone) in record.phones.iter_mut().enumerate() {
                    phone.set("primary", at == preferred);
                }
            }
            Edit::Remove(_) => {}
        }
    }
    record
}

/// What a caller makes of the form.
fn typed(shown: &[Entry], edits: &[Edit]) -> Vec<Entry> {
    let mut entries = shown.to_vec();
    for edit in edits {
        let count = entries.len().max(1);
        match edit {
            Edit::Add(last) => entries.push(Entry {
                label: Some("Mobile".into()),
                value: number(*last),
                extension: None,
                primary: false,
            }),
            Edit::Remove(at) if !entries.is_empty() => drop(entries.remove(at % count)),
            Edit::Relabel(at, label) => {
                if let Some(entry) = entries.get_mut(at % count) {
                    entry.label = Some(format!("Ours {label}"));
                }
            }
            Edit::Renumber(at, last) => {
                if let Some(entry) = entries.get_mut(at % count) {
                    entry.value = number(*last);
                }
            }
            Edit::Prefer(at) => {
                let preferred = at % count;
                entries.iter_mut().enumerate().for_each(|(at, entry)| entry.primary = at == preferred);
            }
            Edit::Remove(_) => {}
        }
    }
    list::read(Kind::Phones, shown, &list::write(&entries)).0
}

fn values(entries: &[Entry]) -> BTreeSet<String> {
    entries.iter().map(|entry| entry.value.clone()).collect()
}

proptest! {
    #[test]
    fn nothing_of_another_edit_is_lost(
        numbers in proptest::collection::btree_set(0_u32..100, 0..5),
        theirs in vec(edit(100..200), 0..4),
        ours in vec(edit(200..300), 0..4),
        forced in any::<bool>(),
    ) {
        let before = record(&numbers);
        let now = edited(before.clone(), &theirs);
        let shown = Fields::from(&before);
        let wanted = Fields { phones: typed(&shown.phones, &ours), ..shown.clone() };
        let side = if forced { Side::Mine } else { Side::Theirs };
        let mut sides = BTreeMap::new();
        let mut becomes = compare(&shown, &wanted, &now, &sides);
        if becomes.iter().any(|one| matches!(one.becomes, Becomes::Undecided { .. })) {
            sides.insert(EditField::Phones, side);
            becomes = compare(&shown, &wanted, &now, &sides);
        }
        prop_assert!(becomes.len() <= 1);
        let after: Vec<RecordEntry> = match becomes.first().map(|one| &one.becomes) {
            None | Some(Becomes::Left) => now.phones.clone(),
            Some(Becomes::Changed { sent, .. }) => serde_json::from_value(sent.clone()).unwrap(),
            other => panic!("{other:?}"),
        };
        let (was, is): (BTreeSet<String>, BTreeSet<String>) =
            (values(&shown.phones), after.iter().map(Entry::from).map(|entry| entry.value).collect());
        let now_values: BTreeSet<String> = values(&Fields::from(&now).phones);
        let we_want = values(&wanted.phones);
        // What they added stays, whatever we did.
        for added in now_values.difference(&was) {
            prop_assert!(is.contains(added), "{added} is lost");
        }
        // What was there and we did not take away stays, with every key.
        for entry in now.phones.iter().filter(|entry| we_want.contains(entry.value())) {
            let kept = after.iter().find(|other| other.value() == entry.value());
            prop_assert_eq!(kept.and_then(|kept| kept.0.get("key-of-theirs")), entry.0.get("key-of-theirs"));
        }
        let is_ours = !matches!(becomes.first().map(|one| &one.becomes), Some(Becomes::Left));
        // What we added is there, and what we took away is not, unless it is theirs anew.
        if is_ours {
            for added in we_want.difference(&was) {
                prop_assert!(is.contains(added), "{added} was not added");
            }
        }
        if after != now.phones && !after.is_empty() {
            prop_assert_eq!(after.iter().filter(|entry| entry.is_primary()).count(), 1);
        }
    }

    #[test]
    fn no_line_of_notes_is_lost(
        lines in vec("[a-d]{1,3}", 0..6),
        theirs in vec((0_usize..7, proptest::option::of("[m-p]{2}")), 0..3),
        ours in vec((0_usize..7, proptest::option::of("[w-z]{2}")), 0..3),
        html in any::<bool>(),
    ) {
        let change = |edits: &[(usize, Option<String>)]| {
            let mut lines = lines.clone();
            for (at, new) in edits {
                let at = at % (lines.len() + 1);
                match new {
                    Some(new) => lines.insert(at, new.clone()),
                    None if at < lines.len() => drop(lines.remove(at)),
                    None => {}
                }
            }
            lines
        };
        let write = |lines: &[String]| if html {
            lines.iter().map(|line| ["<p>", line, "</p>"].concat()).collect::<String>()
        } else {
            lines.join("\n")
        };
        let (shown, now, given) = (notes::text(&write(&lines)), write(&change(&theirs)), change(&ours).join("\n"));
        if let Ok(after) = notes::apply(&shown, &given, &now, false) {
            // As it is sent: a reader masks what looks like a secret.
            for line in change(&theirs).iter().filter(|line| line.chars().all(|char| ('m'..='p').contains(&char))) {
                prop_assert!(after.contains(line), "their {line} is lost");
            }
            for line in change(&ours).iter().filter(|line| line.chars().all(|char| ('w'..='z').contains(&char))) {
                prop_assert!(after.contains(line), "our {line} is lost");
            }
        }
    }
}
