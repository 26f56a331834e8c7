//! Invented records, with a value in every kind of field.

use std::sync::Arc;

use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Location, Organization, QuickNotes};
use callsheet_core::edit::EditField;
use callsheet_core::edit::record::{Record, RecordEntry};
use callsheet_core::edit::request::Request;
use jiff::Timestamp;
use serde_json::{Value, json};

pub const NOON: Timestamp = Timestamp::constant(1_793_707_200, 0);

/// A contact with a value in every kind of field.
pub fn contact(id: u64) -> Contact {
    Contact {
        organization: Some(OrganizationId(1 + id % 3)),
        organization_name: Some("Acme Corporation".into()),
        name: Some(format!("Jane Doe {id}").into()),
        first_name: Some("Jane".into()),
        last_name: Some(format!("Doe {id}").into()),
        title: Some("IT \"Manager\"".into()),
        contact_type: Some(ContactTypeId(7)),
        contact_type_name: Some("Approver".into()),
        important: id.is_multiple_of(5),
        notes: Some("Text first.\nNever before nine.".into()),
        emails: vec![Email {
            value: format!("jane{id}@acme.example").into(),
            primary: true,
            label: Some("Work".into()),
        }],
        phones: vec![Phone {
            value: format!("4155550{:03}", id % 1000).into(),
            formatted: Some(format!("(415) 555-0{:03}", id % 1000).into()),
            extension: None,
            primary: true,
            label: Some("Mobile".into()),
            fax: false,
        }],
        url: Some(format!("https://acme.itglue.example/1/contacts/{id}").into()),
        created_at: Some(NOON),
        updated_at: Some(NOON),
        ..Contact::new(ContactId(id))
    }
}

pub fn organization(id: u64) -> Organization {
    Organization {
        id: OrganizationId(id),
        name: format!("Acme {id}").into(),
        short_name: Some(format!("A{id}").into()),
        organization_type: Some("Customer".into()),
        status: Some("Active".into()),
        alert: Some("Never by fax.".into()),
        quick_notes: Some(QuickNotes { text: "<p>Rings twice.</p>".into(), cut: false }),
        updated_at: Some(NOON),
    }
}

/// An account with this many contacts in three organizations.
pub fn account(contacts: u64) -> Records {
    let location = Location {
        id: LocationId(9),
        organization: Some(OrganizationId(1)),
        name: Some("Head office".into()),
        primary: true,
        city: Some("Springfield".into()),
        region: None,
        country: Some("United States".into()),
        phone: Some("4155550100".into()),
    };
    let contact_type = ContactType { id: ContactTypeId(7), name: "Approver".into() };
    Records {
        contacts: (1..=contacts).map(|id| (ContactId(id), Arc::new(contact(id)))).collect(),
        organizations: (1..=3).map(|id| (OrganizationId(id), Arc::new(organization(id)))).collect(),
        contact_types: [(contact_type.id, Arc::new(contact_type))].into(),
        locations: [(location.id, Arc::new(location))].into(),
    }
}

/// A contact as IT Glue holds it, of what is known here.
pub fn record(contact: &Contact) -> Record {
    let text = |field: &Option<Box<str>>| field.as_deref().map(str::to_owned);
    let entry = |entry: Value| RecordEntry(entry.as_object().cloned().unwrap_or_default());
    let email =
        |email: &Email| entry(json!({ "value": email.value, "primary": email.primary, "label-name": email.label }));
    let phone = |phone: &Phone| {
        entry(json!({
            "value": phone.value, "extension": phone.extension, "primary": phone.primary, "label-name": phone.label,
            "label-type": if phone.fax { "fax" } else { "phone" }, "formatted-value": phone.formatted,
        }))
    };
    Record {
        id: contact.id,
        organization: contact.organization,
        restricted: contact.restricted,
        first_name: text(&contact.first_name),
        last_name: text(&contact.last_name),
        title: text(&contact.title),
        contact_type: contact.contact_type,
        important: contact.important,
        location: contact.location,
        notes: text(&contact.notes),
        emails: contact.emails.iter().map(email).collect(),
        phones: contact.phones.iter().map(phone).collect(),
        created_at: contact.created_at,
        updated_at: contact.updated_at,
        ..Record::default()
    }
}

/// The record after a change.
pub fn changed(record: &Record, request: &Request) -> Record {
    let mut changed = record.clone();
    for (field, value) in &request.fields {
        let text = || value.as_str().map(str::to_owned);
        let entries = || serde_json::from_value(value.clone()).unwrap();
        match field {
            EditField::FirstName => changed.first_name = text(),
            EditField::LastName => changed.last_name = text(),
            EditField::Title => changed.title = text(),
            EditField::Type => changed.contact_type = value.as_u64().map(ContactTypeId),
            EditField::Vip => changed.important = value.as_bool().unwrap(),
            EditField::Emails => changed.emails = entries(),
            EditField::Phones => changed.phones = entries(),
            EditField::Notes => changed.notes = text(),
            EditField::Location => changed.location = value.as_u64().map(LocationId),
        }
    }
    changed
}
