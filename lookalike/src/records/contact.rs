//! Contacts, as the service sends and takes them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::account::{Account, Contact, Email, Phone, Psa};
use crate::answers::Answer;
use crate::records::{Record, formatted, moment};
use crate::write::{Attributes, Writable, invalid, number, refuse_synced, set_reference, set_text, with_dashes};

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

    fn attributes(&self, account: &Account) -> Value {
        let names = [&self.first_name, &self.last_name];
        let name: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        let email = |Email { value, primary, label }: &Email| json!({ "value": value, "primary": primary, "label-name": label });
        let phones = self.phones.iter().map(|phone| {
            json!({
                "value": phone.value,
                "extension": phone.extension,
                "primary": phone.primary,
                "label-name": phone.label,
                "label-type": if phone.fax { "fax" } else { "phone" },
                "formatted-value": formatted(&phone.value),
            })
        });
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
            "contact-emails": self.emails.iter().map(email).collect::<Vec<_>>(),
            "contact-phones": phones.collect::<Vec<_>>(),
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

    fn apply(&mut self, attributes: &Attributes, account: &Account) -> Result<(), Answer> {
        if self.psa.as_ref().is_some_and(Psa::locks) {
            refuse_synced(attributes, &["notes", "important"])?;
        }
        set_text(&mut self.first_name, attributes, "first-name")?;
        set_text(&mut self.last_name, attributes, "last-name")?;
        set_text(&mut self.title, attributes, "title")?;
        set_text(&mut self.notes, attributes, "notes")?;
        let types = &account.contact_types;
        set_reference(&mut self.contact_type, attributes, "contact-type-id", |id| types.contains_key(&id))?;
        let locations = &account.locations;
        set_reference(&mut self.location, attributes, "location-id", |id| locations.contains_key(&id))?;
        if let Some(value) = attributes.get("important") {
            self.important = value.as_bool();
        }
        if let Some(value) = attributes.get("restricted") {
            self.restricted = value.as_bool().unwrap_or_default();
        }
        if let Some(value) = attributes.get("contact-emails") {
            self.emails = each(value, "contact-emails", email)?;
        }
        if let Some(value) = attributes.get("contact-phones") {
            self.phones = each(value, "contact-phones", phone)?;
        }
        if self.first_name.is_none() {
            return Err(invalid("can't be blank", "first-name"));
        }
        self.updated_at = account.now();
        Ok(())
    }
}

/// Reads every item of an array; the whole array replaces the old one.
fn each<T>(value: &Value, key: &str, read: impl Fn(&Attributes) -> Result<T, &'static str>) -> Result<Vec<T>, Answer> {
    let items = value.as_array().ok_or_else(|| invalid("is invalid", key))?;
    let read_item = |item: &Value| {
        let item = item.as_object().map(with_dashes).ok_or_else(|| invalid("is invalid", key))?;
        read(&item).map_err(|detail| invalid(detail, key))
    };
    items.iter().map(read_item).collect()
}

fn email(item: &Attributes) -> Result<Email, &'static str> {
    let value = item.get("value").and_then(Value::as_str).unwrap_or_default();
    let good = value.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains('@') && !value.contains(char::is_whitespace)
    });
    if !good {
        return Err("must be a valid email address format");
    }
    Ok(Email { value: value.to_owned(), primary: is_primary(item), label: label(item)? })
}

/// Reads one number, reduced to its digits.
fn phone(item: &Attributes) -> Result<Phone, &'static str> {
    let digits = |key: &str| {
        let text = item.get(key).and_then(Value::as_str).unwrap_or_default();
        Some(text.chars().filter(char::is_ascii_digit).collect::<String>()).filter(|digits| !digits.is_empty())
    };
    Ok(Phone {
        value: digits("value").ok_or("can't be blank")?,
        extension: digits("extension"),
        primary: is_primary(item),
        label: label(item)?,
        fax: item.get("label-type").and_then(Value::as_str) == Some("fax"),
    })
}

fn is_primary(item: &Attributes) -> bool {
    item.get("primary").and_then(Value::as_bool).unwrap_or_default()
}

fn label(item: &Attributes) -> Result<String, &'static str> {
    let label = item.get("label-name").and_then(Value::as_str).filter(|label| !label.is_empty());
    label.map(str::to_owned).ok_or("label_name is required")
}
