//! Organizations, contact types and sites.

use serde::Deserialize;

use crate::domain::id::{ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};
use crate::itglue::wire::{Resource, fields};

/// An organization's attributes.
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
            updated_at: attributes.updated_at,
        })
    }
}

/// A contact type's attributes.
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

/// A location's attributes.
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
