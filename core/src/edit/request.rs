//! What is sent to IT Glue: one record, with the fields that change and no others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::id::{ContactId, OrganizationId};
use crate::edit::compare::{Difference, compare};
use crate::edit::fields::Fields;
use crate::edit::list::{self, Kind};
use crate::edit::record::{Record, RecordEntry};
use crate::edit::{EditField, notes};

/// A change to send.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub target: Target,
    /// Each field with its value as IT Glue takes it.
    pub fields: Vec<(EditField, Value)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A new contact at an organization.
    New(OrganizationId),
    Contact(ContactId),
}

impl EditField {
    /// IT Glue's name of the attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::Title => "title",
            Self::Type => "contact-type-id",
            Self::Vip => "important",
            Self::Emails => "contact-emails",
            Self::Phones => "contact-phones",
            Self::Notes => "notes",
            Self::Location => "location-id",
        }
    }
}

impl Request {
    /// A change of a contact; `None` where nothing is to be sent.
    pub fn change(contact: ContactId, differences: &[Difference]) -> Option<Self> {
        let fields: Vec<(EditField, Value)> = differences.iter().filter_map(Difference::sent).collect();
        (!fields.is_empty()).then_some(Self { target: Target::Contact(contact), fields })
    }

    /// A new contact with these fields; what is empty is left out.
    pub fn create(organization: OrganizationId, wanted: &Fields) -> Self {
        let nothing = Record::default();
        let differences = compare(&Fields::default(), wanted, &nothing, &BTreeMap::new());
        let fields = differences.iter().filter_map(Difference::sent).collect();
        Self { target: Target::New(organization), fields }
    }

    /// Puts these fields back to what the record held before.
    pub fn restore(fields: impl IntoIterator<Item = EditField>, before: &Record) -> Self {
        let fields = fields.into_iter().map(|field| (field, before.sent(field))).collect();
        Self { target: Target::Contact(before.id), fields }
    }

    /// The same without these fields; `None` where nothing is left.
    pub fn without(&self, refused: &[EditField]) -> Option<Self> {
        let left = self.fields.iter().filter(|(field, _)| !refused.contains(field));
        let fields: Vec<(EditField, Value)> = left.cloned().collect();
        (!fields.is_empty()).then_some(Self { target: self.target, fields })
    }

    /// The body of the request.
    pub fn body(&self) -> Value {
        let mut attributes: Map<String, Value> =
            self.fields.iter().map(|(field, value)| (field.attribute().to_owned(), value.clone())).collect();
        if let Target::New(organization) = self.target {
            attributes.insert("organization-id".to_owned(), json!(organization));
        }
        let mut data = json!({ "type": "contacts", "attributes": attributes });
        if let Target::Contact(contact) = self.target {
            data["id"] = contact.to_string().into();
        }
        json!({ "data": data })
    }
}

impl Record {
    /// A field as IT Glue takes it.
    pub fn sent(&self, field: EditField) -> Value {
        match field {
            EditField::FirstName => json!(self.first_name),
            EditField::LastName => json!(self.last_name),
            EditField::Title => json!(self.title),
            EditField::Type => json!(self.contact_type),
            EditField::Vip => json!(self.important),
            EditField::Emails => json!(self.emails),
            EditField::Phones => json!(self.phones),
            EditField::Notes => json!(self.notes),
            EditField::Location => json!(self.location),
        }
    }

    /// Whether a field holds what was sent, as far as it means the same: IT Glue takes separators out of numbers, and writes
    /// HTML anew.
    pub fn holds(&self, field: EditField, sent: &Value) -> Held {
        let is = self.sent(field);
        let same = match field {
            EditField::Emails | EditField::Phones => {
                let kind = if field == EditField::Emails { Kind::Emails } else { Kind::Phones };
                let list = if field == EditField::Emails { &self.emails } else { &self.phones };
                let sent: Vec<RecordEntry> = serde_json::from_value(sent.clone()).unwrap_or_default();
                list::mean_the_same(kind, list, &sent)
            }
            EditField::Notes => {
                let lines = |value: &Value| notes::text(value.as_str().unwrap_or_default());
                lines(&is) == lines(sent)
            }
            EditField::Vip => is.as_bool().unwrap_or_default() == sent.as_bool().unwrap_or_default(),
            EditField::Type | EditField::Location => is == *sent,
            EditField::FirstName | EditField::LastName | EditField::Title => {
                let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
                text(&is) == text(sent)
            }
        };
        match same {
            false => Held::No,
            true if is == *sent => Held::Exactly,
            true => Held::InOtherForm,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    No,
    InOtherForm,
    Exactly,
}
