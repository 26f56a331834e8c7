//! Applies a walk over the account to the known records: a record that was seen replaces its older version, one that
//! was not is removed only where its absence is proven.
//!
//! A delta is a sweep that saw a part of two kinds and proves no absence.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::directory::records::{Record, Records, Table};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};

/// What was seen of the account. The default saw nothing, and so changes nothing.
#[derive(Clone, Debug, Default)]
pub struct Sweep {
    pub contacts: SeenRecords<Contact>,
    pub organizations: SeenRecords<Organization>,
    pub contact_types: SeenRecords<ContactType>,
    pub locations: SeenRecords<Location>,
}

/// What was seen of one kind of record.
#[derive(Clone, Debug)]
pub struct SeenRecords<R> {
    pub records: Vec<Arc<R>>,
    /// Ids of records that exist but could not be read: they keep their older version.
    pub unreadable: BTreeSet<u64>,
    /// How many records could not be read, those without a readable id included.
    pub skipped: usize,
    /// Whether every record the service counted was seen: without this, absence proves nothing.
    pub complete: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removals {
    pub contacts: BTreeSet<ContactId>,
    pub organizations: BTreeSet<OrganizationId>,
    pub contact_types: BTreeSet<ContactTypeId>,
    pub locations: BTreeSet<LocationId>,
}

impl<R> Default for SeenRecords<R> {
    fn default() -> Self {
        Self { records: Vec::new(), unreadable: BTreeSet::new(), skipped: 0, complete: false }
    }
}

impl<R: Record> SeenRecords<R> {
    fn missing(&self, known: &Table<R>) -> BTreeSet<R::Id> {
        if !self.complete {
            return BTreeSet::new();
        }
        let seen: BTreeSet<R::Id> = self.records.iter().map(|record| record.id()).collect();
        let is_missing = |id: &R::Id| !seen.contains(id) && !self.unreadable.contains(&(*id).into());
        known.keys().copied().filter(is_missing).collect()
    }

    /// `carry` makes the newer version of a known record from the one seen.
    fn merge_into(&self, table: &mut Table<R>, removals: &BTreeSet<R::Id>, carry: impl Fn(&Arc<R>, &R) -> Arc<R>) {
        for record in &self.records {
            let known = table.get(&record.id());
            let record = known.map_or_else(|| Arc::clone(record), |known| carry(record, known));
            // An unchanged record keeps its allocation, so a diff of the whole stays cheap.
            if known.is_none_or(|known| *known != record) {
                table.insert(record.id(), record);
            }
        }
        table.retain(|id, _| !removals.contains(id));
    }
}

impl Sweep {
    /// The known records that this sweep should have met and did not.
    ///
    /// For contacts this is only a suspicion, to be checked one by one: pages shift under a walk when an earlier
    /// record is deleted, so that one is passed over while the count still agrees.
    pub fn missing(&self, known: &Records) -> Removals {
        Removals {
            contacts: self.contacts.missing(&known.contacts),
            organizations: self.organizations.missing(&known.organizations),
            contact_types: self.contact_types.missing(&known.contact_types),
            locations: self.locations.missing(&known.locations),
        }
    }

    /// Takes back the removal of every record that a contact of this sweep points at. Only contacts can be looked up
    /// one by one; for the others this keeps a shifted page from costing a record.
    pub fn spare_referenced(&self, removals: &mut Removals) {
        for contact in &self.contacts.records {
            if let Some(organization) = contact.organization {
                removals.organizations.remove(&organization);
            }
            if let Some(contact_type) = contact.contact_type {
                removals.contact_types.remove(&contact_type);
            }
            if let Some(location) = contact.location {
                removals.locations.remove(&location);
            }
        }
    }

    /// Takes in the answer to a lookup of the missing contacts: those that exist stay, as they are now.
    pub fn found(&mut self, contacts: Vec<Contact>, removals: &mut Removals) {
        for contact in contacts {
            removals.contacts.remove(&contact.id);
            self.contacts.records.push(Arc::new(contact));
        }
    }

    pub fn is_complete(&self) -> bool {
        self.contacts.complete && self.organizations.complete && self.contact_types.complete && self.locations.complete
    }

    pub fn skipped(&self) -> usize {
        self.contacts.skipped + self.organizations.skipped + self.contact_types.skipped + self.locations.skipped
    }

    /// The records after this sweep, which ended `now`.
    pub fn merged(&self, known: &Records, removals: &Removals, now: Timestamp) -> Records {
        let mut records = known.clone();
        let contact = |seen: &Arc<Contact>, known: &Contact| with_history(seen, known, now);
        self.contacts.merge_into(&mut records.contacts, &removals.contacts, contact);
        self.organizations.merge_into(&mut records.organizations, &removals.organizations, |seen, _| Arc::clone(seen));
        self.contact_types.merge_into(&mut records.contact_types, &removals.contact_types, |seen, _| Arc::clone(seen));
        self.locations.merge_into(&mut records.locations, &removals.locations, |seen, _| Arc::clone(seen));
        records
    }
}

/// A contact as seen, with what only its older version can tell.
fn with_history(seen: &Arc<Contact>, known: &Contact, now: Timestamp) -> Arc<Contact> {
    let phones_changed_at = if seen.has_other_phones(known) { Some(now) } else { known.phones_changed_at };
    if phones_changed_at == seen.phones_changed_at {
        return Arc::clone(seen);
    }
    Arc::new(Contact { phones_changed_at, ..Contact::clone(seen) })
}
