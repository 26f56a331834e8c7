//! The difference between two states of the account: what the store writes and an operator counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::directory::records::{Record, Records, Table};
use crate::domain::contact::Contact;
use crate::domain::organization::{ContactType, Location, Organization};

/// What turns one state of the account into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    pub contacts: TableChange<Contact>,
    pub organizations: TableChange<Organization>,
    pub contact_types: TableChange<ContactType>,
    pub locations: TableChange<Location>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableChange<R: Record> {
    /// Records that are new or different.
    pub upserts: Table<R>,
    /// How many of the upserts are new.
    pub added: usize,
    pub removals: BTreeSet<R::Id>,
}

impl Changes {
    pub fn between(old: &Records, new: &Records) -> Self {
        Self {
            contacts: TableChange::between(&old.contacts, &new.contacts),
            organizations: TableChange::between(&old.organizations, &new.organizations),
            contact_types: TableChange::between(&old.contact_types, &new.contact_types),
            locations: TableChange::between(&old.locations, &new.locations),
        }
    }

    pub fn replace_or_remove(&self) -> bool {
        self.contacts.replaces_or_removes()
            || self.organizations.replaces_or_removes()
            || self.contact_types.replaces_or_removes()
            || self.locations.replaces_or_removes()
    }

    pub fn is_empty(&self) -> bool {
        self.contacts.is_empty()
            && self.organizations.is_empty()
            && self.contact_types.is_empty()
            && self.locations.is_empty()
    }
}

impl<R: Record> TableChange<R> {
    pub(super) fn between(old: &Table<R>, new: &Table<R>) -> Self {
        let mut change = Self { upserts: Table::<R>::new(), added: 0, removals: BTreeSet::new() };
        for (&id, record) in new {
            match old.get(&id) {
                // Most records share their allocation, which spares comparing them.
                Some(known) if Arc::ptr_eq(known, record) || known == record => continue,
                Some(_) => {}
                None => change.added += 1,
            }
            change.upserts.insert(id, Arc::clone(record));
        }
        change.removals.extend(old.keys().filter(|id| !new.contains_key(id)));
        change
    }

    /// How many known records are different.
    pub fn changed(&self) -> usize {
        self.upserts.len() - self.added
    }

    fn replaces_or_removes(&self) -> bool {
        self.changed() > 0 || !self.removals.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.upserts.is_empty() && self.removals.is_empty()
    }
}
