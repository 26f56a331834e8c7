//! Contacts, as the service sends and takes them.

mod entries;
mod notes;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::account::{Account, Adapter, Contact, Psa};
use crate::answers::Answer;
use crate::behaviour::Quirk;
use crate::records::contact::entries::Entry;
use crate::records::{Record, moment};
use crate::write::{Attributes, Quirks, Writable, invalid, number, refuse_synced, set_reference, set_text};

/// The address the account's pages would have.
const WEB: &str = "https://callsheet.itglue.example";

impl Record for Contact {
    const KIND: &'static str = "contacts";
    const FILTERS: &'static [&'static str] = &[
        "id",
        "first_name",
        "last_name",
        "title",
        "contact_type_id",
        "important",
        "primary_email",
        "organization_id",
        "psa_integration_type",
        "psa_id",
    ];
    const SORTS: &'static [&'static str] = &["first_name", "last_name", "id", "created_at", "updated_at"];

    fn all(account: &Account) -> &BTreeMap<u64, Self> {
        &account.contacts
    }

    fn id(&self) -> u64 {
        self.id
    }

    fn organization(&self) -> Option<u64> {
        Some(self.organization)
    }

    fn psa(&self) -> Option<&Psa> {
        self.psa.as_ref()
    }

    fn adapters(&self) -> Vec<Adapter> {
        self.psa.iter().map(Adapter::from).chain(self.adapters.iter().cloned()).collect()
    }

    fn attributes(&self, account: &Account) -> Value {
        let names = [&self.first_name, &self.last_name];
        let name: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        json!({
            "organization-id": self.organization,
            "organization-name": account.organizations.get(&self.organization).map(|row| &row.name),
            "resource-url": format!("{WEB}/{}/contacts/{}", self.organization, self.id),
            "restricted": self.restricted,
            "psa-integration": self.psa.as_ref().map(|psa| &psa.state),
            "my-glue": false,
            "name": name.join(" "),
            "first-name": self.first_name,
            "last-name": self.last_name,
            "title": self.title,
            "contact-type-id": self.contact_type,
            "contact-type-name":
                self.contact_type.and_then(|id| account.contact_types.get(&id)).map(|row| &row.name),
            "location-id": self.location,
            "location-name": self.location.and_then(|id| account.locations.get(&id)).map(|row| &row.name),
            "important": self.important,
            "notes": self.notes,
            "created-at": moment(self.created_at),
            "updated-at": moment(self.updated_at),
            "contact-emails": entries::shown(&self.emails),
            "contact-phones": entries::shown(&self.phones),
        })
    }
}

impl Writable for Contact {
    fn all_mut(account: &mut Account) -> &mut BTreeMap<u64, Self> {
        &mut account.contacts
    }

    fn new(account: &mut Account, organization: Option<u64>, attributes: &Attributes) -> Result<Self, Answer> {
        let organization = organization
            .or_else(|| attributes.get("organization-id").and_then(number))
            .filter(|id| account.organizations.contains_key(id))
            .ok_or_else(|| {
                let pointer = Some("data/attributes/organization_id");
                Answer::error(422, "Valid organization_id is required", None, pointer)
            })?;
        Ok(Self { id: account.new_id(), organization, created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, account: &Account, quirks: &Quirks) -> Result<(), Answer> {
        self.refuse_locked(attributes)?;
        set_text(&mut self.first_name, attributes, "first-name")?;
        set_text(&mut self.last_name, attributes, "last-name")?;
        set_text(&mut self.title, attributes, "title")?;
        set_text(&mut self.notes, attributes, "notes")?;
        if quirks.contains(&Quirk::RewritesNotes) && attributes.contains_key("notes") {
            self.notes = self.notes.as_deref().map(notes::rewritten);
        }
        let types = &account.contact_types;
        set_reference(&mut self.contact_type, attributes, "contact-type-id", |id| types.contains_key(&id))?;
        let organization = self.organization;
        let is_of_it = |id| account.locations.get(&id).is_some_and(|row| row.organization == organization);
        set_reference(&mut self.location, attributes, "location-id", is_of_it)?;
        if let Some(value) = attributes.get("important") {
            self.important = value.as_bool();
        }
        if let Some(value) = attributes.get("restricted") {
            self.restricted = value.as_bool().unwrap_or_default();
        }
        Entry::set(&mut self.emails, attributes, quirks)?;
        Entry::set(&mut self.phones, attributes, quirks)?;
        if self.first_name.is_none() {
            return Err(invalid("can't be blank", "first-name"));
        }
        self.updated_at = account.now();
        Ok(())
    }
}

impl Contact {
    /// Refuses to change what a system outside owns: the ticket system all but notes and the mark, Microsoft the addresses.
    fn refuse_locked(&self, attributes: &Attributes) -> Result<(), Answer> {
        let locks = |mailbox: bool| {
            let mut adapters = self.adapters.iter().filter(move |adapter| adapter.is_mailbox() == mailbox);
            adapters.any(Adapter::locks)
        };
        if self.psa.as_ref().is_some_and(Psa::locks) || locks(false) {
            refuse_synced(attributes, &["notes", "important"])?;
        }
        if locks(true) && attributes.contains_key("contact-emails") {
            return Err(invalid("Cannot update a synced resource", "contact-emails.base"));
        }
        Ok(())
    }
}
