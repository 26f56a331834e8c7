//! Answers from IT Glue.

use callsheet::itglue::wire::{RecordPage, Resource};
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::organization::{ContactType, Location, Organization};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use crate::account::{self, SERVED};
use crate::answers;

/// So many contacts' cards are checked: each takes longer than reading a page.
const SHOWN: usize = 2;

/// A page of records of any kind. Each record is read the same alone and among others; texts are trimmed and never
/// empty; and Discord accepts the answers about such an account.
///
/// # Panics
///
/// If one of these does not hold.
pub fn wire(data: &[u8]) {
    let body = String::from_utf8_lossy(data);
    check_alone::<Contact>(&body);
    check_alone::<Organization>(&body);
    check_alone::<ContactType>(&body);
    check_alone::<Location>(&body);

    // All records are read as every kind, so that a record is its own organization, type and location.
    let records = Records {
        contacts: account::table(&body),
        organizations: account::table(&body),
        contact_types: account::table(&body),
        locations: account::table(&body),
    };
    records.contacts.values().for_each(|contact| check_texts(contact));
    if records.contacts.is_empty() {
        return;
    }
    let snapshot = account::snapshot(&records);
    for id in records.contacts.keys().take(SHOWN) {
        let named = json!([{ "type": 3, "name": "name", "value": format!("id:{id}") }]);
        answers::ask("contact", &named, &SERVED, &snapshot);
    }
    for id in records.organizations.keys().take(1) {
        let named = json!([{ "type": 3, "name": "organization", "value": format!("id:{id}") }]);
        answers::ask("directory", &named, &SERVED, &snapshot);
        answers::ask("primary", &named, &SERVED, &snapshot);
    }
    answers::ask("vip", &json!([]), &SERVED, &snapshot);
}

/// A page's items as they are written.
#[derive(Deserialize)]
struct Items<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
}

/// Fails if a record is read differently among others than alone, or is lost.
fn check_alone<R: Resource + PartialEq>(body: &str) {
    let (page, items) = (RecordPage::<R>::read(body), serde_json::from_str::<Items<'_>>(body));
    let Ok(page) = page else { return };
    let items = items.map(|items| items.data).unwrap_or_default();
    assert_eq!(page.len(), items.len());
    let (mut records, mut unreadable) = (page.records.iter(), page.unreadable.iter());
    for item in items {
        let alone = RecordPage::<R>::read(&format!("{{\"data\":[{item}]}}")).unwrap_or_else(|error| panic!("{error}"));
        match (alone.records.as_slice(), alone.unreadable.as_slice()) {
            ([record], []) => assert!(records.next() == Some(record), "a record is another among others"),
            ([], [id]) => assert_eq!(unreadable.next(), Some(id)),
            (records, unreadable) => panic!("one item is {} records", records.len() + unreadable.len()),
        }
    }
}

fn check_texts(contact: &Contact) {
    let own = [
        &contact.organization_name,
        &contact.name,
        &contact.first_name,
        &contact.last_name,
        &contact.title,
        &contact.contact_type_name,
        &contact.location_name,
        &contact.notes,
        &contact.url,
    ];
    let of_emails = contact.emails.iter().flat_map(|email| [Some(&email.value), email.label.as_ref()]);
    let of_phones = contact.phones.iter().flat_map(|phone| {
        [Some(&phone.value), phone.label.as_ref(), phone.formatted.as_ref(), phone.extension.as_ref()]
    });
    for text in own.into_iter().map(Option::as_ref).chain(of_emails).chain(of_phones).flatten() {
        assert!(!text.is_empty() && text.trim() == &**text, "{text:?}");
    }
    if let Some(url) = &contact.url {
        assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
    }
}
