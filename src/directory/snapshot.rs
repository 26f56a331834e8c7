//! What a reader holds while answering: the records, the index over them, and how fresh they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::directory::changes::{Change, Changes};
use crate::directory::records::Records;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};
use crate::domain::spelling::fold;
use crate::search::index::Index;

/// An immutable view of the account at one moment. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Snapshot {
    people: Arc<People>,
    status: Status,
}

/// Every name that an organization is known by, folded, each once: its record's, and those that its contacts carry. What
/// contacts carry may be older than the record, and is all there is where the record is missing.
pub type Names = BTreeMap<OrganizationId, Vec<Box<str>>>;

/// The records and the index over them.
#[derive(Debug, Default)]
struct People {
    records: Records,
    by_organization: BTreeMap<OrganizationId, Vec<ContactId>>,
    sites: BTreeMap<OrganizationId, Vec<LocationId>>,
    names: Arc<Names>,
    index: Index,
}

/// How fresh the directory is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// When the account was last read with success. `None`: never, there is nothing to answer from yet.
    pub synced_at: Option<Timestamp>,
    /// What stands in the way of a newer state, if anything.
    pub trouble: Option<Trouble>,
}

/// Why the directory is not being renewed. Shown to readers, so it says no more than they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// IT Glue cannot be reached or answers with errors.
    Unreachable {
        /// The first failure of the current row of failures.
        since: Timestamp,
    },
    /// IT Glue refuses the key.
    Refused {
        /// The first refusal of the current row of failures.
        since: Timestamp,
    },
    /// A sweep would have dropped so many records that it is kept back until an operator accepts it.
    HeldBack {
        /// When the sweep was first kept back.
        since: Timestamp,
    },
    /// The account could not be read for so long that the copy of it was deleted.
    Expired {
        /// When it was deleted.
        since: Timestamp,
    },
}

impl Snapshot {
    /// Builds the snapshot and its index, restricted contacts included: who may see them is decided where answers are made.
    #[must_use]
    pub fn build(records: &Records, status: Status) -> Self {
        let index = Index::build(people(records), clients(records), sites(records));
        Self::over(records.clone(), index, status)
    }

    /// The snapshot after these changes, which have led to these records. A few changes cost a fraction of
    /// [`Snapshot::build`].
    #[must_use]
    pub fn with_changes(&self, records: &Records, changes: &Changes, status: Status) -> Self {
        let Change { upserts, removals, .. } = &changes.contacts;
        if !self.index().can_take(upserts.len() + removals.len()) {
            return Self::build(records, status);
        }
        let people = upserts.values().map(AsRef::as_ref);
        let index = self.index().with_changes(people, removals.iter().copied(), clients(records), sites(records));
        Self::over(records.clone(), index, status)
    }

    fn over(records: Records, index: Index, status: Status) -> Self {
        let mut by_organization: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for contact in records.contacts.values() {
            if let Some(organization) = contact.organization {
                by_organization.entry(organization).or_default().push(contact.id);
            }
        }
        let mut sites: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for location in records.locations.values() {
            if let Some(organization) = location.organization {
                sites.entry(organization).or_default().push(location.id);
            }
        }
        let names = Arc::new(names(&records));
        Self { people: Arc::new(People { records, by_organization, sites, names, index }), status }
    }

    /// The same people with another freshness; costs nothing.
    #[must_use]
    pub fn with_status(&self, status: Status) -> Self {
        Self { people: Arc::clone(&self.people), status }
    }

    /// How fresh this view is.
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// The index over the people and organizations.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.people.index
    }

    /// A person by id.
    #[must_use]
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.people.records.contacts.get(&id).map(AsRef::as_ref)
    }

    /// All people, by id.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.people.records.contacts.values().map(AsRef::as_ref)
    }

    /// The people of one organization, by id.
    pub fn contacts_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Contact> {
        let ids = self.people.by_organization.get(&organization);
        ids.into_iter().flatten().filter_map(|&id| self.contact(id))
    }

    /// An organization by id.
    #[must_use]
    pub fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.people.records.organizations.get(&id).map(AsRef::as_ref)
    }

    /// Every name that an organization is known by, folded.
    #[must_use]
    pub fn names_of(&self, organization: OrganizationId) -> &[Box<str>] {
        self.people.names.get(&organization).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names of all organizations, with and without a record, as far as any is known.
    #[must_use]
    pub fn names(&self) -> &Arc<Names> {
        &self.people.names
    }

    /// All organizations, by id.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.people.records.organizations.values().map(AsRef::as_ref)
    }

    /// A contact type by id.
    #[must_use]
    pub fn contact_type(&self, id: ContactTypeId) -> Option<&ContactType> {
        self.people.records.contact_types.get(&id).map(AsRef::as_ref)
    }

    /// All contact types, by id.
    pub fn contact_types(&self) -> impl Iterator<Item = &ContactType> {
        self.people.records.contact_types.values().map(AsRef::as_ref)
    }

    /// A site by id.
    #[must_use]
    pub fn location(&self, id: LocationId) -> Option<&Location> {
        self.people.records.locations.get(&id).map(AsRef::as_ref)
    }

    /// All sites, by id.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.people.records.locations.values().map(AsRef::as_ref)
    }

    /// The sites of one organization, by id.
    pub fn locations_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Location> {
        let ids = self.people.sites.get(&organization);
        ids.into_iter().flatten().filter_map(|&id| self.location(id))
    }

    /// The name of the contact's organization: the organization's own record first, it is never older.
    #[must_use]
    pub fn organization_name<'a>(&'a self, contact: &'a Contact) -> Option<&'a str> {
        contact
            .organization
            .and_then(|id| self.organization(id))
            .map(|organization| &*organization.name)
            .or(contact.organization_name.as_deref())
    }

    /// The name of the contact's type: the type's own row first, it is never older.
    #[must_use]
    pub fn contact_type_name<'a>(&'a self, contact: &'a Contact) -> Option<&'a str> {
        contact
            .contact_type
            .and_then(|id| self.contact_type(id))
            .map(|contact_type| &*contact_type.name)
            .or(contact.contact_type_name.as_deref())
    }
}

fn names(records: &Records) -> Names {
    let of_records = records.organizations.values().map(|organization| (organization.id, &*organization.name));
    let carried =
        people(records).filter_map(|contact| Some((contact.organization?, contact.organization_name.as_deref()?)));
    // Most contacts of an organization carry the same name.
    let mut written: BTreeMap<OrganizationId, BTreeSet<&str>> = BTreeMap::new();
    for (id, name) in of_records.chain(carried) {
        written.entry(id).or_default().insert(name);
    }
    let folded = |names: BTreeSet<&str>| -> BTreeSet<Box<str>> {
        names.into_iter().map(|name| fold(name).into_boxed_str()).filter(|name| !name.is_empty()).collect()
    };
    written.into_iter().map(|(id, names)| (id, folded(names).into_iter().collect())).collect()
}

fn people(records: &Records) -> impl Iterator<Item = &Contact> {
    records.contacts.values().map(AsRef::as_ref)
}

fn clients(records: &Records) -> impl Iterator<Item = &Organization> {
    records.organizations.values().map(AsRef::as_ref)
}

fn sites(records: &Records) -> impl Iterator<Item = &Location> {
    records.locations.values().map(AsRef::as_ref)
}

impl Default for Snapshot {
    /// Nothing known yet.
    fn default() -> Self {
        Self { people: Arc::default(), status: Status::default() }
    }
}
