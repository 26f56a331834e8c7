//! Reading one contact as an edit needs it: whole, as it came, or not at all.

use callsheet::itglue::error::ItGlueError;
use callsheet::itglue::wire::record;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::edit::EditField;
use callsheet_core::edit::record::Owner;
use lookalike::account::Psa;
use lookalike::answers::Answer;
use lookalike::behaviour::{Fault, Quirk};
use serde_json::{Value, json};
use testkit::logs::Logs;

use super::connect;
use super::writes::{ACME, JANE, jane_at_acme};

#[tokio::test]
async fn a_record_comes_with_every_key_and_every_owner() {
    let mut account = jane_at_acme();
    let jane = account.contacts.get_mut(&JANE.0).unwrap();
    jane.psa = Some(Psa { system: "autotask".into(), id: "77".into(), state: "enabled".into() });
    jane.synced_by("Microsoft", "m-1").adapters[0].sync = false;
    let (lookalike, client) = connect(account).await;
    let jane = client.record(JANE).await.unwrap();
    assert_eq!((jane.id, jane.organization, jane.first_name.as_deref()), (JANE, Some(ACME), Some("Jane")));
    assert_eq!(jane.notes.as_deref(), Some("  Text first.\n"), "nothing is cleaned");
    assert_eq!(
        json!(jane.phones[0]),
        json!({ "value": "4155550156", "extension": null, "primary": true, "label-name": "Mobile", "label-type": "phone",
                "formatted-value": "(415) 555-0156", "verified_by": "dispatch" })
    );
    let owner = |system: &str, syncs| Owner { system: system.into(), syncs, orphaned: false };
    assert_eq!(jane.owners, [owner("Autotask", true), owner("Microsoft", false)]);
    assert_eq!(jane.owner_of(EditField::Title), Some("Autotask"));
    assert_eq!(lookalike.requests(), [format!("/contacts/{JANE}?include=adapters_resources")]);
}

#[tokio::test]
async fn a_contact_that_is_gone_is_told_and_a_passing_failure_is_not() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    assert!(matches!(client.record(ContactId(99)).await, Err(ItGlueError::NotFound)));
    lookalike.behave(|behaviour| behaviour.fail(2, &Fault::Answer(Answer::server_error(500))));
    assert_eq!(client.record(JANE).await.unwrap().id, JANE);
}

/// The document of a contact with these attributes beside an empty list of each kind.
fn document(attributes: &Value) -> String {
    let mut whole = json!({ "contact-emails": [], "contact-phones": null });
    whole.as_object_mut().unwrap().extend(attributes.as_object().unwrap().clone());
    json!({ "data": { "id": "7", "type": "contacts", "attributes": whole } }).to_string()
}

#[test]
fn a_record_of_which_a_field_cannot_be_read_is_no_record() {
    for (attributes, named) in [
        (json!({ "first-name": ["Jane"] }), "first-name"),
        (json!({ "notes": { "html": "secret" } }), "notes"),
        (json!({ "contact-type-id": "secret" }), "contact-type-id"),
        (json!({ "important": "perhaps" }), "important"),
        (json!({ "contact-emails": "jane@acme.example" }), "contact-emails"),
        (json!({ "contact-phones": [{ "value": "4155550100" }, "4155550101"] }), "contact-phones"),
    ] {
        let logs = Logs::capture();
        assert!(matches!(record::read(&document(&attributes)), Err(ItGlueError::Malformed)), "{attributes}");
        let logs = logs.text();
        assert!(logs.contains(named) && !logs.contains("secret") && !logs.contains("4155"), "{logs}");
    }
    let without_phones = json!({ "data": { "id": "7", "attributes": { "contact-emails": [] } } }).to_string();
    assert!(matches!(record::read(&without_phones), Err(ItGlueError::Malformed)));
    let whole = document(&json!({ "first-name": "Jane" }));
    assert_eq!(record::read(&whole).unwrap().first_name.as_deref(), Some("Jane"));
    assert!(matches!(record::read(&whole[..whole.len() / 2]), Err(ItGlueError::Truncated)));
}

#[tokio::test]
async fn the_record_of_another_contact_is_not_taken() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let other: Value = serde_json::from_str(&document(&json!({}))).unwrap();
    lookalike.behave(|behaviour| _ = behaviour.replaced.insert(JANE.0, other["data"].clone()));
    assert!(matches!(client.record(JANE).await, Err(ItGlueError::Malformed)));
}

#[test]
fn an_owner_is_read_in_every_spelling_and_a_doubtful_one_locks() {
    let read = |kind: &str, attributes: Value| {
        let mut document: Value = serde_json::from_str(&document(&json!({}))).unwrap();
        document["included"] =
            json!([7, null, { "type": "locations", "attributes": {} }, { "type": kind, "attributes": attributes }]);
        record::read(&document.to_string()).unwrap().owners
    };
    let owner = |system: &str, syncs, orphaned| vec![Owner { system: system.into(), syncs, orphaned }];
    let named = |name: &str, sync: Value| json!({ "adapter-type-name": name, "sync": sync, "orphaned": null });
    assert_eq!(read("adapters-resources", named("Autotask", json!(true))), owner("Autotask", true, false));
    assert_eq!(read("adapters_resources", named("Microsoft", json!("perhaps"))), owner("Microsoft", true, false));
    assert_eq!(read("adapters-resources", json!({ "sync": true })), []);
    assert_eq!(read("tags", named("Autotask", json!(true))), []);
}

#[tokio::test]
async fn the_newest_contacts_of_a_client_come_first() {
    let mut account = jane_at_acme();
    for minute in 10..40 {
        account.now = format!("2026-01-06T09:{minute}:00Z").parse().ok();
        account.add_contact(ACME.0, &format!("Person {minute}"), "");
    }
    let (lookalike, client) = connect(account).await;
    let newest = client.newest(ACME).await.unwrap();
    assert_eq!((newest.len(), newest[0].first_name.as_deref()), (31, Some("Person 39")));
    let query = "sort=-created_at&page%5Bnumber%5D=1&page%5Bsize%5D=50";
    assert_eq!(lookalike.requests(), [format!("/organizations/{ACME}/relationships/contacts?{query}")]);
    assert!(matches!(client.newest(OrganizationId(99)).await, Err(ItGlueError::NotFound)));
}

#[tokio::test]
async fn a_page_that_may_lack_newer_contacts_is_an_error() {
    let mut account = jane_at_acme();
    for person in 0..60 {
        account.now = format!("2026-01-06T09:{:02}:00Z", person % 60).parse().ok();
        account.add_contact(ACME.0, &format!("Person {person}"), "");
    }
    let (lookalike, client) = connect(account).await;
    assert_eq!(client.newest(ACME).await.unwrap().len(), 50);
    lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::IgnoresSort));
    assert!(matches!(client.newest(ACME).await, Err(ItGlueError::Malformed)));
    // Whole lists need no order.
    lookalike.edit(|account| account.contacts.retain(|id, _| *id < JANE.0 + 10));
    assert_eq!(client.newest(ACME).await.unwrap().len(), 10);
    lookalike.behave(|behaviour| _ = behaviour.replaced.insert(JANE.0, json!({ "id": JANE, "attributes": {} })));
    assert!(matches!(client.newest(ACME).await, Err(ItGlueError::Malformed)));
}
