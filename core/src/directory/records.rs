//! The account's records as plain data: a sweep fetches them, the store keeps them, a snapshot is built from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};

/// Every record of the account, by id. Records are shared, so that a changed copy of the whole costs pointers only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// Restricted contacts included.
    pub contacts: Table<Contact>,
    pub organizations: Table<Organization>,
    pub contact_types: Table<ContactType>,
    pub locations: Table<Location>,
}

pub type Table<R> = BTreeMap<<R as Record>::Id, Arc<R>>;

pub trait Record: PartialEq {
    type Id: Copy + Ord + Into<u64>;

    fn id(&self) -> Self::Id;
}

impl Record for Contact {
    type Id = ContactId;

    fn id(&self) -> ContactId {
        self.id
    }
}

impl Record for Organization {
    type Id = OrganizationId;

    fn id(&self) -> OrganizationId {
        self.id
    }
}

impl Record for ContactType {
    type Id = ContactTypeId;

    fn id(&self) -> ContactTypeId {
        self.id
    }
}

impl Record for Location {
    type Id = LocationId;

    fn id(&self) -> LocationId {
        self.id
    }
}
