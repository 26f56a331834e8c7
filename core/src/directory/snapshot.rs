//! What a reader holds while answering: the records, the index over them, and how fresh they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::access::{Access, Allowed};
use crate::directory::changes::{Changes, TableChange};
use crate::directory::narrowed::{Narrowed, VisiblePart};
use crate::directory::records::{Records, Table};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Names, Organization};
use crate::domain::spelling::fold;
use crate::search;
use crate::search::index::Index;

/// An immutable view of the account at one moment. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    people: Arc<People>,
    status: Status,
}

/// The records and the index over them.
#[derive(Debug, Default)]
struct People {
    content: Content,
    by_organization: BTreeMap<OrganizationId, Vec<ContactId>>,
    sites: BTreeMap<OrganizationId, Vec<LocationId>>,
    type_words: BTreeMap<ContactTypeId, Vec<String>>,
    index: Index,
    narrowed: Narrowed,
}

/// What a snapshot is made of.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) records: Records,
    /// The contacts as the index may find them, if that is less: some fields may decide an answer, but not be searched.
    pub(super) found_by: Option<Table<Contact>>,
    /// The names that access rules compare. A part for some callers has none: its contacts are decided on already.
    pub(super) names: Arc<Names>,
}

impl Content {
    fn whole(records: &Records) -> Self {
        Self { records: records.clone(), found_by: None, names: names(records).into() }
    }

    pub(super) fn found_by(&self) -> &Table<Contact> {
        self.found_by.as_ref().unwrap_or(&self.records.contacts)
    }

    fn clients(&self) -> impl Iterator<Item = &Organization> {
        self.records.organizations.values().map(AsRef::as_ref)
    }

    fn sites(&self) -> impl Iterator<Item = &Location> {
        self.records.locations.values().map(AsRef::as_ref)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// When the account was last read with success. `None`: never, so there is nothing to answer from yet.
    pub synced_at: Option<Timestamp>,
    /// What stands in the way of a newer state.
    pub trouble: Option<Trouble>,
    /// How often the account is to be read. `None`: once.
    pub every: Option<Duration>,
}

/// Why the directory is not being renewed. Readers see this, so it says no more than they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// IT Glue cannot be reached or answers with errors, since the first failure in the current row.
    Unreachable { since: Timestamp },
    /// A sync should have happened by now, and why it did not is not known yet; `since` is the last success.
    Overdue { since: Timestamp },
    /// IT Glue rejects the key, since the first refusal in the current row.
    Refused { since: Timestamp },
    /// A sweep would remove so many records that it is held back until an operator accepts it.
    HeldBack { since: Timestamp },
    /// The account could not be read for so long that its copy was deleted, at this moment.
    Expired { since: Timestamp },
}

impl Status {
    /// How fresh the copy is at this moment. Whatever IT Glue does instead of answering, the copy's age tells.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Self {
        let trouble = match self.trouble {
            None | Some(Trouble::HeldBack { .. }) => self.overdue(now).or(self.trouble),
            known => known,
        };
        Self { trouble, ..self.clone() }
    }

    fn overdue(&self, now: Timestamp) -> Option<Trouble> {
        let (since, every) = (self.synced_at?, self.every?);
        let age = now.duration_since(since).unsigned_abs();
        // A last success in the future is from before the clock was put right, and of unknown age.
        (age > every.saturating_add(every.max(A_SYNC))).then_some(Trouble::Overdue { since })
    }
}

/// The least time a sync may take before it counts as late: IT Glue's gateway waits 29 seconds for a single page.
const A_SYNC: Duration = Duration::from_secs(30);

impl Snapshot {
    /// Builds the snapshot and its index, restricted contacts included: a caller's view decides who may see them.
    pub fn build(records: &Records, status: Status) -> Self {
        Self::indexed(Content::whole(records), status)
    }

    /// The snapshot after the changes that led to these records: few cost a fraction of [`Snapshot::build`].
    #[must_use]
    pub fn with_changes(&self, records: &Records, changes: &Changes, status: Status) -> Self {
        self.after(Content::whole(records), &changes.contacts, status).for_callers_of(self, Some(changes))
    }

    /// Builds this snapshot's parts for the callers of an earlier one, so that none waits. `None`: changes unknown.
    #[must_use]
    pub fn for_callers_of(mut self, earlier: &Self, changes: Option<&Changes>) -> Self {
        let narrowed = earlier.people.narrowed.renewed(&self, changes);
        if let Some(people) = Arc::get_mut(&mut self.people) {
            people.narrowed = narrowed;
        }
        self
    }

    pub(super) fn indexed(content: Content, status: Status) -> Self {
        let (clients, sites) = (content.clients(), content.sites());
        let index = Index::build(content.found_by().values().map(AsRef::as_ref), clients, sites);
        Self::over(content, index, status)
    }

    pub(super) fn after(&self, content: Content, change: &TableChange<Contact>, status: Status) -> Self {
        let TableChange { upserts, removals, .. } = change;
        if !self.index().can_take(upserts.len() + removals.len()) {
            return Self::indexed(content, status);
        }
        let (people, removed) = (upserts.values().map(AsRef::as_ref), removals.iter().copied());
        let index = self.index().with_changes(people, removed, content.clients(), content.sites());
        Self::over(content, index, status)
    }

    fn over(content: Content, index: Index, status: Status) -> Self {
        let records = &content.records;
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
        let words = |(id, contact_type): (&ContactTypeId, &Arc<ContactType>)| (*id, type_words(&contact_type.name));
        let type_words = records.contact_types.iter().map(words).collect();
        let narrowed = Narrowed::default();
        let people = People { content, by_organization, sites, type_words, index, narrowed };
        Self { people: Arc::new(people), status }
    }

    pub fn part(&self, allowed: &Allowed) -> Arc<VisiblePart> {
        self.people.narrowed.part(self, allowed)
    }

    /// Builds the parts for the callers that these rules name, so that none of them waits.
    pub fn prepare(&self, rules: &Access) {
        self.people.narrowed.prepare(self, rules);
    }

    /// Whether both hold the very same records, apart from their freshness.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.people, &other.people)
    }

    pub fn records(&self) -> &Records {
        &self.people.content.records
    }

    pub(super) fn found_by(&self) -> &Table<Contact> {
        self.people.content.found_by()
    }

    /// The same records with another freshness; costs nothing.
    #[must_use]
    pub fn with_status(&self, status: Status) -> Self {
        Self { people: Arc::clone(&self.people), status }
    }

    pub fn status(&self) -> &Status {
        &self.status
    }

    pub fn index(&self) -> &Index {
        &self.people.index
    }

    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.people.content.records.contacts.get(&id).map(AsRef::as_ref)
    }

    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.people.content.records.contacts.values().map(AsRef::as_ref)
    }

    pub fn contacts_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Contact> {
        let ids = self.people.by_organization.get(&organization);
        ids.into_iter().flatten().filter_map(|&id| self.contact(id))
    }

    pub fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.people.content.records.organizations.get(&id).map(AsRef::as_ref)
    }

    /// The names of all organizations, with and without a record, as far as any is known.
    pub fn names(&self) -> &Arc<Names> {
        &self.people.content.names
    }

    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.people.content.records.organizations.values().map(AsRef::as_ref)
    }

    pub fn contact_type(&self, id: ContactTypeId) -> Option<&ContactType> {
        self.people.content.records.contact_types.get(&id).map(AsRef::as_ref)
    }

    pub fn contact_types(&self) -> impl Iterator<Item = &ContactType> {
        self.people.content.records.contact_types.values().map(AsRef::as_ref)
    }

    /// All contact types with the words of their names.
    pub fn type_words(&self) -> impl Iterator<Item = (&ContactType, &[String])> {
        self.people.type_words.iter().filter_map(|(id, words)| Some((self.contact_type(*id)?, &**words)))
    }

    pub fn location(&self, id: LocationId) -> Option<&Location> {
        self.people.content.records.locations.get(&id).map(AsRef::as_ref)
    }

    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.people.content.records.locations.values().map(AsRef::as_ref)
    }

    pub fn locations_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Location> {
        let ids = self.people.sites.get(&organization);
        ids.into_iter().flatten().filter_map(|&id| self.location(id))
    }

    /// The name of the contact's organization, from the organization's record where there is one: it is never older.
    pub fn organization_name<'a>(&'a self, contact: &'a Contact) -> Option<&'a str> {
        contact
            .organization
            .and_then(|id| self.organization(id))
            .map(|organization| &*organization.name)
            .or(contact.organization_name.as_deref())
    }

    /// The name of the contact's type, from the type's row where there is one: it is never older.
    pub fn contact_type_name<'a>(&'a self, contact: &'a Contact) -> Option<&'a str> {
        contact
            .contact_type
            .and_then(|id| self.contact_type(id))
            .map(|contact_type| &*contact_type.name)
            .or(contact.contact_type_name.as_deref())
    }
}

/// The words by which a contact type is asked for.
fn type_words(name: &str) -> Vec<String> {
    let mut words = search::words(name);
    // "Primary Contact" is a primary one.
    words.retain(|word| word != "contact");
    words
}

fn names(records: &Records) -> Names {
    let of_records = records.organizations.values().map(|organization| (organization.id, &*organization.name));
    let contacts = records.contacts.values();
    let carried = contacts.filter_map(|contact| Some((contact.organization?, contact.organization_name.as_deref()?)));
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

#[cfg(test)]
mod tests;
