//! Organizations, contact types and sites.

use serde::Deserialize;

use crate::itglue::wire::{Resource, fields};
use callsheet_core::domain::id::{ContactTypeId, LocationId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Location, Organization, QuickNotes};

/// Lists carry this many characters of an organization's quick notes (API documentation, "Organizations", index).
const QUICK_NOTES: usize = 250;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct OrganizationAttributes {
    #[serde(default, deserialize_with = "fields::line")]
    name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    short_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    organization_type_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    organization_status_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::text")]
    alert: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::untrimmed")]
    quick_notes: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::moment")]
    updated_at: Option<jiff::Timestamp>,
}

impl Resource for Organization {
    const PATH: &'static str = "organizations";
    type Attributes = OrganizationAttributes;

    fn from_wire(id: u64, attributes: OrganizationAttributes) -> Option<Self> {
        Some(Self {
            id: OrganizationId(id),
            name: attributes.name?,
            short_name: attributes.short_name,
            organization_type: attributes.organization_type_name,
            status: attributes.organization_status_name,
            alert: attributes.alert,
            quick_notes: attributes.quick_notes.as_deref().and_then(quick_notes),
            updated_at: attributes.updated_at,
        })
    }
}

/// Quick notes as a list carries them.
fn quick_notes(carried: &str) -> Option<QuickNotes> {
    let cut = carried.chars().count() >= QUICK_NOTES;
    let text = if cut { whole_words(carried) } else { carried }.trim();
    (cut || !text.is_empty()).then(|| QuickNotes { text: text.into(), cut })
}

/// A cut text, without what may be the beginning of a key, or of a number in groups: half of one does not look like a
/// secret.
fn whole_words(cut: &str) -> &str {
    let is_of_a_key = |char: char| char.is_ascii_graphic() && char != '>';
    let mut text = cut;
    loop {
        let shorter = text.trim_end_matches(is_of_a_key);
        let before = shorter.trim_end();
        let last = before.trim_end_matches(is_of_a_key).len();
        let is_group = before.get(last..).is_some_and(|word| word.contains(|char: char| char.is_ascii_digit()));
        text = before;
        if !is_group {
            return text;
        }
    }
}

#[derive(Deserialize)]
pub struct ContactTypeAttributes {
    #[serde(default, deserialize_with = "fields::line")]
    name: Option<Box<str>>,
}

impl Resource for ContactType {
    const PATH: &'static str = "contact_types";
    type Attributes = ContactTypeAttributes;

    fn from_wire(id: u64, attributes: ContactTypeAttributes) -> Option<Self> {
        Some(Self { id: ContactTypeId(id), name: attributes.name? })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct LocationAttributes {
    #[serde(default, deserialize_with = "fields::id")]
    organization_id: Option<u64>,
    #[serde(default, deserialize_with = "fields::line")]
    name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::flag")]
    primary: bool,
    #[serde(default, deserialize_with = "fields::line")]
    city: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    region_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::line")]
    country_name: Option<Box<str>>,
    #[serde(default, deserialize_with = "fields::lines")]
    phone: Option<Box<str>>,
}

impl Resource for Location {
    const PATH: &'static str = "locations";
    type Attributes = LocationAttributes;

    fn from_wire(id: u64, attributes: LocationAttributes) -> Option<Self> {
        Some(Self {
            id: LocationId(id),
            organization: attributes.organization_id.map(OrganizationId),
            name: attributes.name,
            primary: attributes.primary,
            city: attributes.city,
            region: attributes.region_name,
            country: attributes.country_name,
            phone: attributes.phone,
        })
    }
}
