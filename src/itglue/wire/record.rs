//! One contact as an edit needs it: every text and every entry as it came. A record of which a field cannot be read is
//! unreadable: what is not known would be lost by writing it anew.

use std::slice;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::itglue::error::{ItGlueError, Result};
use crate::itglue::wire::fields::Fields;
use crate::itglue::wire::{Resource, broken, halves, read_record};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use callsheet_core::edit::record::{Owner, Record, RecordEntry};

impl Resource for Record {
    const PATH: &'static str = "contacts";

    fn from_wire(id: u64, fields: &mut Fields<'_>) -> Option<Self> {
        let record = Self {
            id: ContactId(id),
            organization: fields.id("organization-id").map(OrganizationId),
            restricted: fields.flag("restricted", true),
            first_name: fields.untrimmed("first-name"),
            last_name: fields.untrimmed("last-name"),
            title: fields.untrimmed("title"),
            contact_type: fields.id("contact-type-id").map(ContactTypeId),
            important: fields.flag("important", false),
            location: fields.id("location-id").map(LocationId),
            notes: fields.untrimmed("notes"),
            emails: fields.objects("contact-emails").into_iter().map(RecordEntry).collect(),
            phones: fields.objects("contact-phones").into_iter().map(RecordEntry).collect(),
            created_at: fields.moment("created-at"),
            updated_at: fields.moment("updated-at"),
            psa_integration: fields.untrimmed("psa-integration"),
            owners: Vec::new(),
        };
        fields.unreadable().is_empty().then_some(record)
    }
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
    #[serde(borrow, default)]
    included: Option<Vec<&'a RawValue>>,
}

/// Reads the document of one contact, with the systems that it is linked to.
pub fn read(body: &str) -> Result<Record> {
    let body = halves::replaced(body);
    let document: Document<'_> = serde_json::from_str(&body).map_err(broken)?;
    let (_, mut record) = read_record::<Record>(document.data.get()).map_err(|_| ItGlueError::Malformed)?;
    record.owners = document.included.iter().flatten().filter_map(|raw| owner(raw.get())).collect();
    Ok(record)
}

/// Reads the same document as readers see the contact.
pub fn read_contact(body: &str) -> Result<Contact> {
    let body = halves::replaced(body);
    let document: Document<'_> = serde_json::from_str(&body).map_err(broken)?;
    Ok(read_record::<Contact>(document.data.get()).map_err(|_| ItGlueError::Malformed)?.1)
}

/// A system that a contact is linked to, where the included record is one. An unreadable link counts as in step.
fn owner(raw: &str) -> Option<Owner> {
    let mut envelope = Fields::read(raw)?;
    let kind = envelope.string("type")?;
    let mut adapter = envelope.object("attributes").filter(|_| kind.replace('_', "-") == "adapters-resources")?;
    Some(Owner {
        system: adapter.line("adapter-type-name")?.into(),
        syncs: adapter.flag("sync", true),
        orphaned: adapter.flag("orphaned", false),
    })
}

/// The ids of the records that the answer to a write names.
pub fn ids(body: &str) -> Result<Vec<u64>> {
    let document: Value = serde_json::from_str(&halves::replaced(body)).map_err(broken)?;
    let records = match &document["data"] {
        Value::Array(records) => records,
        one => slice::from_ref(one),
    };
    let id = |record: &Value| record["id"].as_u64().or_else(|| record["id"].as_str()?.parse().ok());
    records.iter().map(id).collect::<Option<_>>().ok_or(ItGlueError::Malformed)
}
