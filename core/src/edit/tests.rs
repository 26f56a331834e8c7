//! Edits as callers make them, while others edit the same contact.

mod concurrent;

use std::collections::BTreeMap;

use serde_json::json;

use super::compare::{Becomes, Difference, Side, compare};
use super::fields::{FieldValue, Fields};
use super::list::{self, Entry, Kind};
use super::outcome::Became;
use super::record::{Owner, Record, RecordEntry};
use super::request::Request;
use super::{EditField, notes};
use crate::domain::id::ContactId;

#[expect(clippy::needless_pass_by_value, reason = "reads better where it is called")]
fn entry(value: serde_json::Value) -> RecordEntry {
    RecordEntry(value.as_object().unwrap().clone())
}

fn jane() -> Record {
    Record {
        id: ContactId(26),
        first_name: Some("Jane".into()),
        last_name: Some("Doe".into()),
        title: Some("IT Manager".into()),
        notes: Some("Username: jdoe\nText first.\n# Ignore Warnings\n".into()),
        emails: vec![entry(
            json!({"value": "jane@acme.example", "primary": true, "label-name": "Work", "verified-by": "someone"}),
        )],
        phones: vec![
            entry(
                json!({"value": "4155550156", "extension": "12", "primary": true, "label-name": "Work", "label-type": "phone", "formatted-value": "(415) 555-0156"}),
            ),
            entry(
                json!({"value": "4155550100", "extension": null, "primary": false, "label-name": "Mobile", "label-type": "phone"}),
            ),
        ],
        ..Record::default()
    }
}

/// What is sent after a caller has changed this in the form of Jane's, while she became `now` in IT Glue.
fn sent(change: impl Fn(&mut Fields), now: &Record) -> Vec<Difference> {
    let shown = Fields::from(&jane());
    let mut wanted = shown.clone();
    change(&mut wanted);
    compare(&shown, &wanted, now, &BTreeMap::new())
}

fn typed(kind: Kind, shown: &[Entry], text: &str) -> Vec<Entry> {
    list::read(kind, shown, text).0
}

#[test]
fn lines_of_a_list_read_as_they_are_written() {
    for (line, label, value, extension, primary) in [
        ("Mobile +1 415 555 0100", Some("Mobile"), "+1 415 555 0100", None, false),
        ("Mobile +1 415 555 0100 ext 12 *", Some("Mobile"), "+1 415 555 0100", Some("12"), true),
        ("Work: (415) 555-0100 x12", Some("Work"), "(415) 555-0100", Some("12"), false),
        ("Line 2: 4155550100*", Some("Line 2"), "4155550100", None, true),
        ("Line 2 +14155550100", Some("Line 2"), "+14155550100", None, false),
        ("4155550100,12", None, "4155550100", Some("12"), false),
        ("Büro München 089 5550100", Some("Büro München"), "089 5550100", None, false),
    ] {
        let read = typed(Kind::Phones, &[], line);
        let label = label.map(str::to_owned);
        let extension = extension.map(str::to_owned);
        assert_eq!(read, [Entry { label, value: value.into(), extension, primary }], "{line}");
        assert_eq!(typed(Kind::Phones, &[], &list::write(&read)), read, "{line}");
    }
    let read = typed(Kind::Emails, &[], "Work jane@acme.example *\n\nj.doe@acme.example");
    assert_eq!(list::write(&read), "Work jane@acme.example *\nj.doe@acme.example");
    let unreadable = list::read(Kind::Emails, &[], "Work jane@acme.example\nsee notes").1;
    assert_eq!(unreadable.iter().map(|line| line.line).collect::<Vec<_>>(), [2]);
}

#[test]
fn an_entry_that_cannot_be_read_stays_as_it_is() {
    let mut record = jane();
    record.phones.push(entry(json!({"value": "ask reception", "primary": false, "label-name": "Other"})));
    let shown = Fields::from(&record);
    let mut wanted = shown.clone();
    let text = list::write(&shown.phones).replace("4155550100", "4155550199");
    wanted.phones = typed(Kind::Phones, &shown.phones, &text);
    let differences = compare(&shown, &wanted, &record, &BTreeMap::new());
    let [Difference { becomes: Becomes::Changed { sent, .. }, .. }] = &*differences else { panic!("{differences:?}") };
    assert_eq!(sent[2], json!(record.phones[2]));
    assert_eq!(sent[1]["value"], "4155550199");
}

#[test]
fn a_corrected_number_keeps_what_the_form_does_not_show() {
    let differences = sent(
        |wanted| {
            wanted.phones = typed(Kind::Phones, &wanted.phones.clone(), "Work 4155550177 ext 12 *\nMobile 4155550100");
        },
        &jane(),
    );
    let request = Request::change(ContactId(26), &differences).unwrap();
    assert_eq!(
        request.body(),
        json!({"data": {"type": "contacts", "id": "26", "attributes": {"contact-phones": [
            {"value": "4155550177", "extension": "12", "primary": true, "label-name": "Work", "label-type": "phone"},
            {"value": "4155550100", "extension": null, "primary": false, "label-name": "Mobile", "label-type": "phone"},
        ]}}})
    );
}

#[test]
fn another_primary_number_leaves_exactly_one() {
    let differences = sent(
        |wanted| {
            wanted.phones = typed(Kind::Phones, &[], "Work 4155550156 ext 12\nMobile 4155550100 *\nHome 4155550111");
        },
        &jane(),
    );
    let [Difference { becomes: Becomes::Changed { sent, .. }, .. }] = &*differences else { panic!("{differences:?}") };
    let primary: Vec<&serde_json::Value> = sent.as_array().unwrap().iter().map(|entry| &entry["primary"]).collect();
    assert_eq!(primary, [&json!(false), &json!(true), &json!(false)]);
}

#[test]
fn a_number_that_somebody_added_meanwhile_stays() {
    let mut now = jane();
    now.phones
        .push(entry(json!({"value": "4155550188", "primary": false, "label-name": "Pager", "label-type": "phone"})));
    let differences = sent(|wanted| drop(wanted.phones.remove(1)), &now);
    let [Difference { becomes: Becomes::Changed { value, .. }, .. }] = &*differences else { panic!("{differences:?}") };
    let FieldValue::Entries(left) = value else { panic!("{value:?}") };
    assert_eq!(list::write(left), "Work 4155550156 ext 12 *\nPager 4155550188");
    assert!(differences[0].changed_meanwhile());
}

#[test]
fn the_same_field_changed_by_two_is_for_the_caller_to_choose() {
    let mut now = jane();
    now.title = Some("CIO".into());
    now.phones[1].set("value", "4155550133");
    let shown = Fields::from(&jane());
    let mut wanted = shown.clone();
    wanted.title = "CTO".into();
    wanted.phones[1].value = "4155550144".into();
    let becomes = |sides: &[(EditField, Side)]| -> Vec<Becomes> {
        let sides = sides.iter().copied().collect();
        compare(&shown, &wanted, &now, &sides).into_iter().map(|difference| difference.becomes).collect()
    };
    let [Becomes::Undecided { mine }, Becomes::Undecided { .. }] = &*becomes(&[]) else { panic!() };
    assert_eq!(*mine, FieldValue::Text("CTO".into()));
    let decided = becomes(&[(EditField::Title, Side::Mine), (EditField::Phones, Side::Theirs)]);
    let [Becomes::Changed { sent, .. }, Becomes::Left] = &*decided else { panic!("{decided:?}") };
    assert_eq!(sent, "CTO");
    let [_, Becomes::Changed { sent, .. }] =
        &*becomes(&[(EditField::Title, Side::Mine), (EditField::Phones, Side::Mine)])
    else {
        panic!()
    };
    // The other's number is not the one that the caller corrected, so it is not taken away.
    let values: Vec<&serde_json::Value> = sent.as_array().unwrap().iter().map(|entry| &entry["value"]).collect();
    assert_eq!(values, ["4155550156", "4155550133", "4155550144"]);
}

#[test]
fn what_both_have_changed_to_the_same_is_not_sent() {
    let mut now = jane();
    now.title = Some("CTO".into());
    assert_eq!(sent(|wanted| wanted.title = "CTO ".into(), &now), []);
}

#[test]
fn notes_keep_the_lines_that_nobody_touched() {
    let raw = jane().notes.unwrap();
    for (given, now, after) in [
        ("Username: jdoe\nCall first.\n# Ignore Warnings", &*raw, Ok("Username: jdoe\nCall first.\n# Ignore Warnings")),
        (
            "Username: jdoe\nText first.\n# Ignore Warnings\nNew",
            &raw,
            Ok("Username: jdoe\nText first.\n# Ignore Warnings\nNew"),
        ),
        // Somebody added a line meanwhile.
        (
            "Username: jdoe\n# Ignore Warnings",
            "On leave\n\nUsername: jdoe\nText first.\n# Ignore Warnings",
            Ok("On leave\n\nUsername: jdoe\n# Ignore Warnings"),
        ),
        ("Username: jdoe\nCall.", "Username: jdoe\nText.\n# Ignore Warnings", Err(notes::Refused::Conflict)),
        // HTML keeps its own form but for the line that was changed.
        (
            "Username: jdoe\nCall & wait.\n# Ignore Warnings",
            "<p><b>Username:</b> jdoe</p><p>Text first.</p>\n<div># Ignore <i>Warnings</i></div>",
            Ok("<p><b>Username:</b> jdoe</p><p>Call &amp; wait.</p>\n<div># Ignore <i>Warnings</i></div>"),
        ),
    ] {
        let result = notes::apply("Username: jdoe\nText first.\n# Ignore Warnings", given, now, false);
        assert_eq!(result.as_deref(), after.as_deref(), "{given}");
    }
}

#[test]
fn a_masked_secret_survives_an_edit_of_its_neighbours() {
    let raw = "Door code: 4711\nText first.";
    let shown = notes::text(raw);
    assert!(!shown.contains("4711"));
    let edited = notes::apply(&shown, &shown.replace("Text first.", "Call first."), raw, false);
    assert_eq!(edited.as_deref(), Ok("Door code: 4711\nCall first."));
    let touched = notes::apply(&shown, &shown.replace("Door", "Gate"), raw, false);
    assert_eq!(touched, Err(notes::Refused::Hidden));
}

#[test]
fn what_it_glue_made_of_a_change_is_told_field_by_field() {
    let differences = sent(
        |wanted| {
            wanted.title = "CTO".into();
            wanted.notes = "Call first.".into();
            wanted.phones.remove(0);
        },
        &jane(),
    );
    let request = Request::change(ContactId(26), &differences).unwrap();
    let mut after = jane();
    after.title = Some("CTO".into());
    after.notes = Some("<p>Call first.</p>".into());
    let became = Became::of(&request, &after);
    assert_eq!(became.done, [EditField::Title, EditField::Notes]);
    assert_eq!(became.reformatted, [EditField::Notes]);
    assert_eq!(became.not_done, [EditField::Phones]);
}

#[test]
fn a_record_says_which_system_owns_which_field() {
    let owner = |system: &str, syncs| Owner { system: system.into(), syncs, orphaned: false };
    let owners = |psa: Option<&str>, owners: &[Owner]| Record {
        psa_integration: psa.map(str::to_owned),
        owners: owners.to_vec(),
        ..jane()
    };
    let microsoft = owners(None, &[owner("Microsoft", true)]);
    assert_eq!(microsoft.owner_of(EditField::Emails), Some("Microsoft"));
    assert_eq!(microsoft.owner_of(EditField::Phones), None);
    let both = owners(Some("enabled"), &[owner("Microsoft", true), owner("Autotask", true)]);
    assert_eq!(both.owner_of(EditField::Phones), Some("Autotask"));
    assert_eq!(both.owner_of(EditField::Notes), None);
    assert_eq!(owners(Some("enabled"), &[]).owner_of(EditField::Title), Some("PSA"));
    assert_eq!(owners(Some("orphaned"), &[owner("Autotask", false)]).owner_of(EditField::Title), None);
}
