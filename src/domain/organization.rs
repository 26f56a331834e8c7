//! Organizations and the lookup rows that contacts point at.

mod status;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::contact::Affiliation;
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
    /// What IT Glue shows in red above everything of the organization. Untrusted, like a contact's notes.
    pub alert: Option<Box<str>>,
    /// What IT Glue shows beside everything of the organization.
    pub quick_notes: Option<QuickNotes>,
    /// When IT Glue last changed the record.
    pub updated_at: Option<Timestamp>,
}

/// Every name that an organization is known by, folded, each once: its record's, and those that its contacts carry. What
/// contacts carry may be older than the record, and is all there is where the record is missing.
pub type Names = BTreeMap<OrganizationId, Vec<Box<str>>>;

/// A status that is not plainly that of an active client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusual {
    /// The account's own word.
    pub status: String,
    /// Whether it says that the organization is no client any more, or for now.
    pub inactive: bool,
}

/// An organization's quick notes, as far as IT Glue's lists carry them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickNotes {
    /// Free text, HTML or plain; blank where the cut leaves nothing of it. Untrusted, like a contact's notes.
    pub text: Box<str>,
    /// Whether IT Glue has more of it.
    pub cut: bool,
}

impl Organization {
    /// A record in which everything but the name is left blank.
    #[must_use]
    pub fn new(id: OrganizationId, name: &str) -> Self {
        Self {
            id,
            name: name.into(),
            short_name: None,
            organization_type: None,
            status: None,
            alert: None,
            quick_notes: None,
            updated_at: None,
        }
    }

    /// The status, where it is not plainly that of an active client. Of one without a status nothing is known.
    #[must_use]
    pub fn unusual_status(&self) -> Option<Unusual> {
        status::unusual(self.status.as_deref()?)
    }
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

impl Location {
    /// Whose site it is.
    #[must_use]
    pub fn affiliation(&self) -> Affiliation {
        self.organization.map_or(Affiliation::None, Affiliation::Organization)
    }
}
