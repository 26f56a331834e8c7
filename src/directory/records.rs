//! The account's records as plain data: what a sweep fetches, what the store keeps, what a snapshot is built from.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};

/// Every record of the account, by id. Records are shared, so that a changed copy of the whole costs pointers only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// People, restricted ones included.
    pub contacts: Table<Contact>,
    /// Clients.
    pub organizations: Table<Organization>,
    /// The account's contact types.
    pub contact_types: Table<ContactType>,
    /// Sites.
    pub locations: Table<Location>,
}

/// All records of one kind, by id.
pub type Table<R> = BTreeMap<<R as Record>::Id, Arc<R>>;

/// A kind of record.
pub trait Record: PartialEq {
    /// What identifies a record among its kind.
    type Id: Copy + Ord + Into<u64>;

    /// This record's own id.
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
