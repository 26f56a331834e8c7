//! Contacts.

use serde::Deserialize;
use url::Url;

use crate::itglue::wire::{Resource, addresses, fields};
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ContactAttributes {
    #[serde(default, deserialize_with = "fields::id")]
    organization_id: Option<u64>,
    #[serde(default, deserialize_with = "fields::line")]
    organization_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::text")]
    resource_url: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::flag")]
    restricted: bool,
    #[serde(default, deserialize_with = "fields::line")]
    name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    first_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    last_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    title: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::id")]
    contact_type_id: Option<u64>,
    #[serde(default, deserialize_with = "fields::line")]
    contact_type_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::id")]
    location_id: Option<u64>,
    #[serde(default, deserialize_with = "fields::line")]
    location_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::flag")]
    important: bool,
    #[serde(default, deserialize_with = "fields::text")]
    notes: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::moment")]
    created_at: Option<jiff::Timestamp>,
    #[serde(default, deserialize_with = "fields::moment")]
    updated_at: Option<jiff::Timestamp>,
    #[serde(default)]
    contact_emails: Option<Vec<Option<WireEmail>>>,
    #[serde(default)]
    contact_phones: Option<Vec<Option<WirePhone>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct WireEmail {
    #[serde(default, deserialize_with = "fields::text")]
    value: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::flag")]
    primary: bool,
    #[serde(default, deserialize_with = "fields::line")]
    label_name: Option<Box<str>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct WirePhone {
    #[serde(default, deserialize_with = "fields::lines")]
    value: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    formatted_value: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    extension: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::flag")]
    primary: bool,
    #[serde(default, deserialize_with = "fields::line")]
    label_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    label_type: Option<Box<str>>,
}

impl Resource for Contact {
    const PATH: &'static str = "contacts";
    type Attributes = ContactAttributes;

    fn from_wire(id: u64, attributes: ContactAttributes) -> Option<Self> {
        Some(Self {
            id: ContactId(id),
            organization: attributes.organization_id.map(OrganizationId),
            organization_name: attributes.organization_name,
            name: attributes.name,
            first_name: attributes.first_name,
            last_name: attributes.last_name,
            title: attributes.title,
            contact_type: attributes.contact_type_id.map(ContactTypeId),
            contact_type_name: attributes.contact_type_name,
            location: attributes.location_id.map(LocationId),
            location_name: attributes.location_name,
            important: attributes.important,
            restricted: attributes.restricted,
            notes: attributes.notes,
            emails: emails(attributes.contact_emails.into_iter().flatten().flatten()),
            phones: attributes.contact_phones.into_iter().flatten().flatten().filter_map(phone).collect(),
            url: attributes.resource_url.as_deref().and_then(web_address),
            created_at: attributes.created_at,
            updated_at: attributes.updated_at,
            phones_changed_at: None,
        })
    }
}

/// The addresses, each once. Of several in one field the first has the field's mark.
fn emails(fields: impl Iterator<Item = WireEmail>) -> Vec<Email> {
    let mut emails: Vec<Email> = Vec::new();
    for field in fields {
        let mut primary = field.primary;
        for value in addresses::of(field.value.as_deref().unwrap_or_default()) {
            match emails.iter_mut().find(|email| email.value.eq_ignore_ascii_case(&value)) {
                Some(known) => known.primary |= primary,
                None => emails.push(Email { value: value.into(), primary, label: field.label_name.clone() }),
            }
            primary = false;
        }
    }
    emails
}

/// A number, if the field holds one. It is a fax if either its type or its label says so.
fn phone(wire: WirePhone) -> Option<Phone> {
    // By whole words: "Fairfax office" is no fax.
    let words = |text: Option<&str>| text.unwrap_or_default().to_ascii_lowercase();
    let says_fax = |text| words(text).split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "fax");
    Some(Phone {
        fax: says_fax(wire.label_type.as_deref()) || says_fax(wire.label_name.as_deref()),
        value: wire.value?,
        formatted: wire.formatted_value,
        extension: wire.extension,
        primary: wire.primary,
        label: wire.label_name,
    })
}

/// An address that a browser may be sent to: `javascript:` and the like are not.
fn web_address(text: &str) -> Option<Box<str>> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(String::from(url).into())
}
