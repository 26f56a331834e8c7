//! The account as one caller may see it.

use std::sync::Arc;

use crate::access::standing::{Standing, Withheld};
use crate::access::{Allowed, Field, Permission};
use crate::directory::narrowed::Part;
use crate::directory::snapshot::{Snapshot, Status};
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};
use crate::search::{ClientsNamed, Match, Matches, Query};

/// A snapshot in which everything that the caller may not see does not exist.
#[derive(Debug)]
pub struct View<'a> {
    /// The whole account. An answer takes only its freshness from it.
    snapshot: &'a Snapshot,
    allowed: &'a Allowed,
    part: Arc<Part>,
}

impl<'a> View<'a> {
    /// Views a snapshot as far as it is allowed.
    pub fn new(snapshot: &'a Snapshot, allowed: &'a Allowed) -> Self {
        Self { snapshot, allowed, part: snapshot.part(allowed) }
    }

    /// The same account as far as something else is allowed.
    pub fn under<'b>(&'b self, allowed: &'b Allowed) -> View<'b> {
        View::new(self.snapshot, allowed)
    }

    /// The part of the snapshot that the caller may see.
    fn seen(&self) -> &Snapshot {
        self.part.of(self.snapshot)
    }

    /// Whether the caller may see nothing at all.
    pub fn is_closed(&self) -> bool {
        self.allowed.is_nothing()
    }

    /// How fresh the account is.
    pub fn status(&self) -> &'a Status {
        self.snapshot.status()
    }

    /// What the caller may see of these contacts, or (`restricted`) of those with restricted access.
    pub fn standing(&self, of: Affiliation, restricted: bool) -> &Standing {
        self.part.standings.get(of, restricted)
    }

    fn standing_of(&self, contact: &Contact) -> &Standing {
        self.standing(contact.affiliation(), contact.restricted)
    }

    /// What is kept back of a contact; `asked` says that a click asked for the fields shown on one.
    pub fn withheld(&self, contact: &Contact, asked: bool) -> Withheld {
        self.standing_of(contact).withheld(asked)
    }

    /// Whether a contact's field is kept back even on a click, so that no answer tells whether the contact has one.
    pub fn hides(&self, field: Field, contact: &Contact) -> bool {
        self.standing_of(contact).hides(field)
    }

    /// Whether a contact is on record but hidden from the caller.
    pub fn hides_contact(&self, id: ContactId) -> bool {
        self.contact(id).is_none() && self.snapshot.contact(id).is_some()
    }

    /// Whether the caller has another permission for a contact, by whichever command it was found.
    pub fn allows(&self, permission: Permission, contact: &Contact) -> bool {
        self.standing_of(contact).permissions.contains(&permission)
    }

    /// Whether the caller has another permission for an organization.
    pub fn allows_at(&self, permission: Permission, organization: &Organization) -> bool {
        self.standing(Affiliation::Organization(organization.id), false).permissions.contains(&permission)
    }

    /// Whether only the names of this contact and its organization may be put into chat.
    pub fn is_redacted(&self, contact: &Contact) -> bool {
        self.standing_of(contact).is_redacted
    }

    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.seen().contact(id)
    }

    /// All contacts, by id.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.seen().contacts()
    }

    /// The contacts of one organization, by id.
    pub fn contacts_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Contact> {
        self.seen().contacts_of(organization)
    }

    pub fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.seen().organization(id)
    }

    /// All organizations, by id.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.seen().organizations()
    }

    /// A contact type by id. The account's types are no secret.
    pub fn contact_type(&self, id: ContactTypeId) -> Option<&ContactType> {
        self.seen().contact_type(id)
    }

    /// All contact types, by id.
    pub fn contact_types(&self) -> impl Iterator<Item = &ContactType> {
        self.seen().contact_types()
    }

    /// All contact types with the words of their names.
    pub fn type_words(&self) -> impl Iterator<Item = (&ContactType, &[String])> {
        self.seen().type_words()
    }

    pub fn location(&self, id: LocationId) -> Option<&Location> {
        self.seen().location(id)
    }

    /// All sites, by id.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.seen().locations()
    }

    /// The sites of one organization, by id.
    pub fn locations_of(&self, organization: OrganizationId) -> impl Iterator<Item = &Location> {
        self.seen().locations_of(organization)
    }

    /// The name of the contact's organization.
    pub fn organization_name<'b>(&'b self, contact: &'b Contact) -> Option<&'b str> {
        self.seen().organization_name(contact)
    }

    /// The name of the contact's type.
    pub fn contact_type_name<'b>(&'b self, contact: &'b Contact) -> Option<&'b str> {
        self.seen().contact_type_name(contact)
    }

    /// Answers a finished question.
    pub fn search(&self, query: &Query<'_>) -> Matches<ContactId> {
        self.seen().index().search(query)
    }

    /// Answers a finished question about the contacts of several organizations.
    pub fn search_within(&self, query: &Query<'_>, organizations: &[OrganizationId]) -> Matches<ContactId> {
        self.seen().index().search_within(query, organizations)
    }

    /// Answers a half-typed question.
    pub fn complete(&self, query: &Query<'_>) -> Vec<Match<ContactId>> {
        self.seen().index().complete(query)
    }

    /// Finds organizations by name, short name, acronym or beginning.
    pub fn organizations_named(&self, text: &str, limit: usize) -> Matches<OrganizationId> {
        self.seen().index().organizations(text, limit)
    }

    /// The organizations that a finished name may mean.
    pub fn organizations_meant(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        self.seen().index().organizations_meant(text, limit)
    }

    /// The organizations that a text names so clearly that the caller need not confirm them.
    pub fn clients_named(&self, text: &str, limit: usize) -> ClientsNamed {
        self.seen().index().clients_named(text, limit)
    }

    /// The contacts who have a whole phone number that stands in a text.
    pub fn callers(&self, text: &str) -> Vec<ContactId> {
        self.seen().index().callers(text)
    }

    /// The organizations that a text names.
    pub fn organizations_in(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        self.seen().index().organizations_in(text, limit)
    }
}
