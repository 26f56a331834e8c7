//! Organizations and the lookup rows that contacts point at.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ContactTypeId, LocationId, OrganizationId};

/// A client of the managed-service provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// IT Glue's id of the record.
    pub id: OrganizationId,
    /// Full name.
    pub name: Box<str>,
    /// IT Glue's short name ("ACME"), often an acronym people type.
    pub short_name: Option<Box<str>>,
    /// The account's own word for the kind of organization ("Customer", "Vendor" …).
    pub organization_type: Option<Box<str>>,
    /// The account's own word for its state ("Active", "Inactive" …).
    pub status: Option<Box<str>>,
    /// When IT Glue last changed the record.
    pub updated_at: Option<Timestamp>,
}

/// A row of the account's own list of contact types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactType {
    /// IT Glue's id of the row.
    pub id: ContactTypeId,
    /// "Approver", "Terminated" …
    pub name: Box<str>,
}

/// A site of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// IT Glue's id of the record.
    pub id: LocationId,
    /// The organization whose site it is.
    pub organization: Option<OrganizationId>,
    /// "Head office" …
    pub name: Option<Box<str>>,
    /// Whether IT Glue marks it as the organization's primary site.
    pub primary: bool,
    /// City.
    pub city: Option<Box<str>>,
    /// State, province or the like.
    pub region: Option<Box<str>>,
    /// Country.
    pub country: Option<Box<str>>,
    /// The site's own phone, as stored.
    pub phone: Option<Box<str>>,
}
