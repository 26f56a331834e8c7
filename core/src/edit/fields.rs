//! The fields of a contact as a form shows them and takes them back.

use serde::{Deserialize, Serialize};

use crate::domain::contact::Contact;
use crate::domain::id::{ContactTypeId, LocationId};
use crate::edit::list::Entry;
use crate::edit::record::Record;
use crate::edit::{EditField, notes};

/// What a form shows, or what a caller wants. An empty text stands for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    pub first_name: String,
    pub last_name: String,
    pub title: String,
    pub contact_type: Option<ContactTypeId>,
    pub vip: bool,
    pub emails: Vec<Entry>,
    pub phones: Vec<Entry>,
    /// The lines of the notes that can be read; secrets are masked in them.
    pub notes: String,
    pub location: Option<LocationId>,
}

/// The value of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    Text(String),
    Type(Option<ContactTypeId>),
    Vip(bool),
    Location(Option<LocationId>),
    Entries(Vec<Entry>),
}

impl From<&Contact> for Fields {
    fn from(contact: &Contact) -> Self {
        let text = |field: &Option<Box<str>>| field.as_deref().unwrap_or_default().to_owned();
        let has_halves = contact.first_name.is_some() || contact.last_name.is_some();
        Self {
            // A record with a whole name only.
            first_name: if has_halves { text(&contact.first_name) } else { text(&contact.name) },
            last_name: text(&contact.last_name),
            title: text(&contact.title),
            contact_type: contact.contact_type,
            vip: contact.important,
            emails: contact.emails.iter().map(Entry::from).collect(),
            phones: contact.phones.iter().map(Entry::from).collect(),
            notes: notes::text(contact.notes.as_deref().unwrap_or_default()),
            location: contact.location,
        }
    }
}

impl From<&Record> for Fields {
    fn from(record: &Record) -> Self {
        let text = |field: &Option<String>| field.as_deref().unwrap_or_default().trim().to_owned();
        Self {
            first_name: text(&record.first_name),
            last_name: text(&record.last_name),
            title: text(&record.title),
            contact_type: record.contact_type,
            vip: record.important,
            emails: record.emails.iter().map(Entry::from).collect(),
            phones: record.phones.iter().map(Entry::from).collect(),
            notes: notes::text(record.notes.as_deref().unwrap_or_default()),
            location: record.location,
        }
    }
}

impl Fields {
    pub fn get(&self, field: EditField) -> FieldValue {
        match field {
            EditField::FirstName => FieldValue::Text(self.first_name.clone()),
            EditField::LastName => FieldValue::Text(self.last_name.clone()),
            EditField::Title => FieldValue::Text(self.title.clone()),
            EditField::Type => FieldValue::Type(self.contact_type),
            EditField::Vip => FieldValue::Vip(self.vip),
            EditField::Emails => FieldValue::Entries(self.emails.clone()),
            EditField::Phones => FieldValue::Entries(self.phones.clone()),
            EditField::Notes => FieldValue::Text(self.notes.clone()),
            EditField::Location => FieldValue::Location(self.location),
        }
    }

    /// Takes a field from others.
    pub fn put_back(&mut self, field: EditField, others: &Self) {
        match field {
            EditField::FirstName => self.first_name.clone_from(&others.first_name),
            EditField::LastName => self.last_name.clone_from(&others.last_name),
            EditField::Title => self.title.clone_from(&others.title),
            EditField::Type => self.contact_type = others.contact_type,
            EditField::Vip => self.vip = others.vip,
            EditField::Emails => self.emails.clone_from(&others.emails),
            EditField::Phones => self.phones.clone_from(&others.phones),
            EditField::Notes => self.notes.clone_from(&others.notes),
            EditField::Location => self.location = others.location,
        }
    }

    /// The name to call the contact by.
    pub fn name(&self) -> String {
        [&*self.first_name, &*self.last_name].join(" ").trim().to_owned()
    }
}
