//! Any JSON in any field is read without harm.

use callsheet::itglue::wire::{RecordPage, record};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::organization::Organization;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::records::{contact, page};

/// Any JSON value, a few levels deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("true")),
        Just(json!("2016-09-12T19:10:26.000Z")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(
                prop_oneof![any::<String>(), Just("value".to_owned()), Just("label-name".to_owned())],
                inner,
                0..4
            )
            .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The attributes of a contact and some others, each with any value.
fn any_attributes() -> impl Strategy<Value = Map<String, Value>> {
    const NAMES: [&str; 12] = [
        "organization-id",
        "name",
        "first-name",
        "restricted",
        "important",
        "notes",
        "resource-url",
        "contact-type-id",
        "contact-emails",
        "contact-phones",
        "updated-at",
        "not-an-attribute",
    ];
    let attribute = (prop::sample::select(NAMES.as_slice()), any_json());
    prop::collection::vec(attribute, 0..6)
        .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

proptest! {
    #[test]
    fn a_value_in_one_field_harms_no_other_field(attributes in any_attributes(), id in any_json(), item in any_json()) {
        let good = json!({ "id": "7", "type": "contacts", "attributes": { "name": "Jane Doe" } });
        let body = json!({ "data": [{ "id": id, "attributes": attributes }, good, item], "meta": item });
        let page = page(&body.to_string());
        prop_assert_eq!(page.len(), 3);
        prop_assert!(page.records.iter().any(|(id, contact)| *id == 7 && contact.name.as_deref() == Some("Jane Doe")));
    }

    #[test]
    fn any_text_is_read_or_is_an_error(text in any::<String>(), json in any_json()) {
        let _ = RecordPage::<Contact>::read(&text);
        let _ = RecordPage::<Organization>::read(&json.to_string());
    }

    #[test]
    fn a_record_keeps_every_key_of_every_entry_or_is_none(attributes in any_attributes(), included in any_json()) {
        let body = json!({ "data": { "id": 7, "attributes": attributes }, "included": [included] }).to_string();
        let _ = record::ids(&body);
        if let Ok(record) = record::read(&body) {
            let sent = |name: &str| attributes.get(name).filter(|list| !list.is_null()).cloned().unwrap_or(json!([]));
            prop_assert_eq!(json!(record.emails), sent("contact-emails"));
            prop_assert_eq!(json!(record.phones), sent("contact-phones"));
        }
    }

    #[test]
    fn kept_text_is_trimmed_and_never_empty(attributes in any_attributes()) {
        if let Some(contact) = contact(&Value::Object(attributes)) {
            let texts = [&contact.name, &contact.first_name, &contact.notes, &contact.url];
            let labels = contact.emails.iter().map(|email| &email.label);
            let values = contact.emails.iter().map(|email| &email.value);
            for text in texts.into_iter().chain(labels).flatten().chain(values) {
                prop_assert!(!text.is_empty());
                prop_assert_eq!(text.trim(), &**text);
            }
        }
    }
}
