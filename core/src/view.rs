//! The account as one caller may see it.

use std::ops::Deref;
use std::sync::Arc;

use crate::access::standing::{Standing, Withheld};
use crate::access::{Allowed, Field, Permission};
use crate::directory::narrowed::VisiblePart;
use crate::directory::snapshot::{Snapshot, Status};
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::search::{Match, Matches, Query};

/// A snapshot in which everything that the caller may not see does not exist.
#[derive(Debug)]
pub struct View<'a> {
    /// The whole account. An answer takes only its freshness from it.
    snapshot: &'a Snapshot,
    allowed: &'a Allowed,
    part: Arc<VisiblePart>,
}

impl<'a> View<'a> {
    pub fn new(snapshot: &'a Snapshot, allowed: &'a Allowed) -> Self {
        Self { snapshot, allowed, part: snapshot.part(allowed) }
    }

    /// The same account as far as something else is allowed.
    pub fn under<'b>(&'b self, allowed: &'b Allowed) -> View<'b> {
        View::new(self.snapshot, allowed)
    }

    pub fn is_closed(&self) -> bool {
        self.allowed.is_nothing()
    }

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

    /// Answers a finished question.
    pub fn search(&self, query: &Query<'_>) -> Matches<ContactId> {
        self.index().search(query)
    }

    /// Answers a finished question about the contacts of several organizations.
    pub fn search_within(&self, query: &Query<'_>, organizations: &[OrganizationId]) -> Matches<ContactId> {
        self.index().search_within(query, organizations)
    }

    /// Answers a half-typed question.
    pub fn complete(&self, query: &Query<'_>) -> Vec<Match<ContactId>> {
        self.index().complete(query)
    }
}

/// Everything else is read from the part that the caller may see.
impl Deref for View<'_> {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        self.part.of(self.snapshot)
    }
}
