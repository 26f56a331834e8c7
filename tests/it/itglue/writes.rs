//! Writing one contact: what is sent, and what a caller learns of the outcome.

mod refused;
mod unknown;

use callsheet::itglue::client::Client;
use callsheet::itglue::write::refused::Refused;
use callsheet::itglue::write::{Sent, WriteError};
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::edit::EditField;
use callsheet_core::edit::compare::compare;
use callsheet_core::edit::fields::Fields;
use callsheet_core::edit::list::Entry;
use callsheet_core::edit::outcome::Became;
use callsheet_core::edit::request::{Request, Target};
use lookalike::Lookalike;
use lookalike::account::Account;
use lookalike::behaviour::Quirk;
use serde_json::{Value, json};
use testkit::logs::Logs;

use super::connect;

pub(super) const ACME: OrganizationId = OrganizationId(1);
pub(super) const JANE: ContactId = ContactId(2);

/// One organization, and one person with two numbers.
pub(super) fn jane_at_acme() -> Account {
    let mut account = Account::default();
    account.now = "2026-01-05T09:00:00Z".parse().ok();
    account.add_organization("Acme Corporation");
    let jane = account.add_contact(ACME.0, "Jane", "Doe").title("IT Manager");
    jane.email("Work", "jane@acme.example").phone("Mobile", "4155550156").phone("Work", "4155550100");
    jane.phones[0].more.insert("verified_by".into(), "dispatch".into());
    jane.notes = Some("  Text first.\n".into());
    account
}

/// The request that a form leads to, in which a caller changed this.
async fn request(client: &Client, change: impl FnOnce(&mut Fields)) -> Request {
    let record = client.record(JANE).await.unwrap();
    let shown = Fields::from(&record);
    let mut wanted = shown.clone();
    change(&mut wanted);
    Request::change(JANE, &compare(&shown, &wanted, &record, &[].into())).unwrap()
}

/// A change of Jane's title.
fn title(title: &str) -> Request {
    Request { target: Target::Contact(JANE), fields: vec![(EditField::Title, title.into())] }
}

/// A new contact at Acme.
fn lee() -> Request {
    let entry = |label: &str, value: &str| Entry {
        label: Some(label.into()),
        value: value.into(),
        primary: true,
        ..Entry::default()
    };
    let wanted = Fields {
        first_name: "Lee".into(),
        last_name: "Park".into(),
        emails: vec![entry("Work", "lee@acme.example")],
        phones: vec![entry("Mobile", "+1 (415) 555-0177")],
        ..Fields::default()
    };
    Request::create(ACME, &wanted)
}

fn attributes(lookalike: &Lookalike) -> Value {
    lookalike.edit(|account| {
        let jane = &account.contacts[&JANE.0];
        json!([jane.title, jane.phones.iter().map(|phone| &*phone.value).collect::<Vec<_>>(), jane.emails.len()])
    })
}

#[tokio::test]
async fn a_change_is_one_request_with_nothing_but_the_change() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let change = request(&client, |wanted| wanted.title = "CTO".into()).await;
    assert_eq!(client.send(&change).await.unwrap(), Sent { contact: JANE });
    assert_eq!(attributes(&lookalike), json!(["CTO", ["4155550156", "4155550100"], 1]));
    assert_eq!(lookalike.writes(), [format!("PATCH /contacts/{JANE}")]);
    assert!(Became::of(&change, &client.record(JANE).await.unwrap()).is_whole());
}

#[tokio::test]
async fn a_contact_is_created_at_its_client_changed_and_deleted() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let Sent { contact } = client.send(&lee()).await.unwrap();
    let record = client.record(contact).await.unwrap();
    assert!(Became::of(&lee(), &record).is_whole());
    assert_eq!(
        (record.organization, &*client.newest(ACME).await.unwrap()),
        (Some(ACME), &[record.clone(), client.record(JANE).await.unwrap()][..])
    );
    client.delete(contact).await.unwrap();
    assert!(matches!(client.delete(contact).await, Err(WriteError::Refused(Refused::Gone))));
    assert_eq!(client.newest(ACME).await.unwrap().len(), 1);
    assert_eq!(
        lookalike.writes(),
        ["POST /organizations/1/relationships/contacts", "DELETE /contacts", "DELETE /contacts"]
    );
}

#[tokio::test]
async fn no_query_goes_with_a_write() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    client.send(&lee()).await.unwrap();
    client.send(&title("CTO")).await.unwrap();
    client.delete(JANE).await.unwrap();
    let writes = lookalike.writes();
    assert!(writes.len() == 3 && writes.iter().all(|write| !write.contains('?')), "{writes:?}");
    assert_eq!(lookalike.filtered_writes(), [""; 0]);
}

#[tokio::test]
async fn no_write_drops_a_key_that_was_read() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let corrected = request(&client, |wanted| wanted.phones[0].value = "4155550199".into()).await;
    client.send(&corrected).await.unwrap();
    client.send(&request(&client, |wanted| drop(wanted.phones.remove(1))).await).await.unwrap();
    let phones = lookalike.edit(|account| account.contacts[&JANE.0].phones.clone());
    assert_eq!((phones.len(), &*phones[0].value), (1, "4155550199"));
    assert_eq!(phones[0].more["verified_by"], "dispatch");
}

#[tokio::test]
async fn what_the_service_made_of_a_write_is_seen_by_reading_again() {
    let numbers = |wanted: &mut Fields| drop(wanted.phones.remove(0));
    let notes = |wanted: &mut Fields| wanted.notes = "Call first.\nThen text.".into();
    for (quirk, change, not_done, reformatted) in [
        (Quirk::MergesEntries, numbers as fn(&mut Fields), vec![EditField::Phones], vec![]),
        (Quirk::LosesPrimary, numbers, vec![EditField::Phones], vec![]),
        (Quirk::DoublesPrimary, |wanted| wanted.phones[1].value = "4155550133".into(), vec![EditField::Phones], vec![]),
        (Quirk::IgnoresChanges, |wanted| wanted.title = "CTO".into(), vec![EditField::Title], vec![]),
        (Quirk::RewritesNotes, notes, vec![], vec![EditField::Notes]),
    ] {
        let (lookalike, client) = connect(jane_at_acme()).await;
        lookalike.behave(|behaviour| _ = behaviour.quirks.insert(quirk));
        let change = request(&client, change).await;
        client.send(&change).await.unwrap();
        let became = Became::of(&change, &client.record(JANE).await.unwrap());
        assert_eq!((became.not_done, became.reformatted), (not_done, reformatted), "{quirk:?}");
    }
}

#[tokio::test]
async fn a_write_logs_ids_and_names_of_fields_and_no_value() {
    let (_lookalike, client) = connect(jane_at_acme()).await;
    let logs = Logs::capture();
    client.send(&lee()).await.unwrap();
    let mut refused = lee();
    refused.fields.retain(|(field, _)| *field == EditField::FirstName);
    refused.fields.push((EditField::Emails, json!([{ "value": "lee@", "label-name": "Work" }])));
    client.send(&refused).await.unwrap_err();
    client.delete(JANE).await.unwrap();
    let logs = logs.text();
    let ours: Vec<&str> = logs.lines().filter(|line| line.contains("callsheet::itglue")).collect();
    assert!(ours[0].contains("contact=3") && ours[0].contains("first-name, last-name, emails, phones"), "{ours:?}");
    assert!(ours[1].contains("organization=1") && ours[1].contains("422, emails") && ours.len() == 3, "{ours:?}");
    for value in ["Lee", "Park", "lee@", "5550177", "address format", "ITG."] {
        assert!(!logs.contains(value), "{value}");
    }
}
