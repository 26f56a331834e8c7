//! Organizations and the lookup rows that contacts point at.

mod status;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::contact::Affiliation;
use crate::domain::id::{ContactTypeId, LocationId, OrganizationId};

/// A client of the managed-service provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    pub id: OrganizationId,
    pub name: Box<str>,
    /// IT Glue's short name ("ACME"), often an acronym people type.
    pub short_name: Option<Box<str>>,
    /// The account's own word for the kind of organization ("Customer", "Vendor" …).
    pub organization_type: Option<Box<str>>,
    /// The account's own word for its state ("Active", "Inactive" …).
    pub status: Option<Box<str>>,
    /// The text that IT Glue shows in red above everything of the organization. Untrusted, like a contact's notes.
    pub alert: Option<Box<str>>,
    /// The text that IT Glue shows beside everything of the organization.
    pub quick_notes: Option<QuickNotes>,
    pub updated_at: Option<Timestamp>,
}

/// Every name known for each organization, folded, each once: its record's name, and the names that its contacts carry.
/// Those may be older than the record, and are the only ones if the record is missing.
pub type Names = BTreeMap<OrganizationId, Vec<Box<str>>>;

/// A status that is not clearly that of an active client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusual {
    /// The account's own word.
    pub status: String,
    /// Whether the organization is no client any more, or for now.
    pub inactive: bool,
}

/// An organization's quick notes, as far as IT Glue's lists carry them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickNotes {
    /// Free text, HTML or plain; blank if the cut leaves nothing. Untrusted, like a contact's notes.
    pub text: Box<str>,
    pub cut: bool,
}

impl Organization {
    /// A record in which everything but the name is blank.
    pub fn new(id: OrganizationId, name: &str) -> Self {
        Self { id, name: name.into(), ..Self::default() }
    }

    /// The status, if it is not clearly that of an active client; `None` without a status.
    pub fn unusual_status(&self) -> Option<Unusual> {
        status::unusual(self.status.as_deref()?)
    }
}

/// A row of the account's own list of contact types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactType {
    pub id: ContactTypeId,
    /// "Approver", "Terminated" …
    pub name: Box<str>,
}

/// A site of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    pub id: LocationId,
    pub organization: Option<OrganizationId>,
    /// "Head office" …
    pub name: Option<Box<str>>,
    /// Whether IT Glue marks it as the organization's primary site.
    pub primary: bool,
    pub city: Option<Box<str>>,
    /// State, province or the like.
    pub region: Option<Box<str>>,
    pub country: Option<Box<str>>,
    /// The site's own phone, as stored.
    pub phone: Option<Box<str>>,
}

impl Location {
    pub fn affiliation(&self) -> Affiliation {
        self.organization.map_or(Affiliation::None, Affiliation::Organization)
    }
}
