//! A contact as IT Glue holds it, as far as an edit needs it. Nothing is cleaned: what an edit does not name goes back as
//! it came.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::edit::EditField;

/// The record of a contact, just read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub id: ContactId,
    pub organization: Option<OrganizationId>,
    /// A record with restricted access in IT Glue.
    #[serde(default)]
    pub restricted: bool,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub title: Option<String>,
    pub contact_type: Option<ContactTypeId>,
    pub important: bool,
    pub location: Option<LocationId>,
    pub notes: Option<String>,
    pub emails: Vec<RecordEntry>,
    pub phones: Vec<RecordEntry>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
    /// IT Glue's own word for the link to the ticket system: `enabled`, `disabled`, `orphaned`.
    pub psa_integration: Option<String>,
    /// The systems that the record is linked to, where IT Glue told.
    pub owners: Vec<Owner>,
}

/// An address or a number, with every key that IT Glue has of it. It holds personal data, and is never printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordEntry(pub Map<String, Value>);

/// A system outside IT Glue that a contact is linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// By IT Glue's name: "Autotask", "Microsoft".
    pub system: String,
    /// Whether it keeps the record in step.
    pub syncs: bool,
    /// Whether its own record is gone.
    pub orphaned: bool,
}

impl RecordEntry {
    pub fn value(&self) -> &str {
        self.entry("value").unwrap_or_default()
    }

    pub fn label(&self) -> Option<&str> {
        self.entry("label-name")
    }

    pub fn extension(&self) -> Option<&str> {
        self.entry("extension")
    }

    pub fn is_primary(&self) -> bool {
        self.0.get("primary").and_then(Value::as_bool).unwrap_or_default()
    }

    pub(crate) fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    fn entry(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
    }
}

impl fmt::Debug for RecordEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&String> = self.0.keys().collect();
        f.debug_tuple("RecordEntry").field(&keys).finish()
    }
}

impl Record {
    /// The system that owns a field, where the record says so: by its ticket system all but notes and the VIP mark, by
    /// Microsoft the addresses. It is a forecast; the answer to the write decides.
    pub fn owner_of(&self, field: EditField) -> Option<&str> {
        if matches!(field, EditField::Notes | EditField::Vip) {
            return None;
        }
        let in_step = |owner: &&Owner| owner.syncs && !owner.orphaned;
        let is_microsoft = |owner: &&Owner| owner.system.eq_ignore_ascii_case("microsoft");
        let mut owners = self.owners.iter().filter(in_step);
        let by_psa = self.psa_integration.as_deref().is_some_and(|state| state == "enabled");
        let psa = owners.clone().find(|owner| !is_microsoft(owner)).map(|owner| &*owner.system);
        let mailbox = owners.find(is_microsoft).filter(|_| field == EditField::Emails).map(|owner| &*owner.system);
        psa.or(by_psa.then_some("PSA")).or(mailbox)
    }
}
