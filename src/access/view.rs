//! The account as one person may see it.

mod left;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::access::scope::{About, keep_back};
use crate::access::{Allowed, Field, Grant, Permission};
use crate::directory::snapshot::{Snapshot, Status};
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::domain::organization::{ContactType, Location, Organization};
use crate::search::{Match, Matches, Query};

/// The account as one person may see it: a snapshot in which everything else does not exist.
#[derive(Debug)]
pub struct View<'a> {
    /// All of it: by this it is decided what may be seen, and nothing is answered from it.
    snapshot: &'a Snapshot,
    /// The part of it that this person may see, shared by all who may see the same.
    seen: &'a Snapshot,
    allowed: &'a Allowed,
    /// What was decided already; an answer may look at every contact of the account. Nothing but the snapshot and what is
    /// allowed goes into a decision, so it is the same whichever question comes first.
    decided: RefCell<BTreeMap<Group, Standing>>,
}

/// Whose people; `true` for those of them with restricted access.
type Group = (Affiliation, bool);

/// What somebody may see of some people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is there at all.
    pub is_visible: bool,
    /// Whether only its name and its people's names may be put into chat.
    pub is_redacted: bool,
    /// What is shown of its people.
    pub fields: BTreeSet<Field>,
    /// What is shown only when asked for by a click of its own.
    pub on_click: BTreeSet<Field>,
}

/// What of a contact is kept back from somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// These fields.
    pub fields: BTreeSet<Field>,
    /// Whether some of them are shown when asked for.
    pub on_click: bool,
    /// Whether all but the name is.
    pub everything: bool,
}

impl Standing {
    /// Whether a field is kept back in any case.
    fn hides(&self, field: Field) -> bool {
        self.is_redacted || !(self.fields.contains(&field) || self.on_click.contains(&field))
    }
}

impl Withheld {
    /// Whether a field is kept back.
    #[must_use]
    pub fn keeps(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}

impl<'a> View<'a> {
    /// The snapshot as far as this is allowed.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, allowed: &'a Allowed) -> Self {
        let is_it = |other: &Allowed| allowed.sees_the_same(other);
        let seen = snapshot.narrowed(is_it, || allowed.clone(), left::left);
        Self { seen, ..Self::of_all(snapshot, allowed) }
    }

    /// The whole snapshot, of which it is only decided what may be seen.
    fn of_all(snapshot: &'a Snapshot, allowed: &'a Allowed) -> Self {
        Self { snapshot, seen: snapshot, allowed, decided: RefCell::default() }
    }

    /// Whether nothing at all is allowed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.allowed.is_nothing()
    }

    /// How fresh the account is.
    #[must_use]
    pub fn status(&self) -> &'a Status {
        self.snapshot.status()
    }

    /// What may be seen of these people, or (`restricted`) of those of them with restricted access.
    #[must_use]
    pub fn standing(&self, of: Affiliation, restricted: bool) -> Standing {
        self.decided(of, restricted, Clone::clone)
    }

    fn decided<T>(&self, of: Affiliation, restricted: bool, read: impl FnOnce(&Standing) -> T) -> T {
        let mut decided = self.decided.borrow_mut();
        read(decided.entry((of, restricted)).or_insert_with(|| self.decide(self.about(of), restricted)))
    }

    /// What of a contact is kept back; with `asked`, what is shown on a click is not.
    #[must_use]
    pub fn withheld(&self, contact: &Contact, asked: bool) -> Withheld {
        let standing = self.standing(contact.affiliation(), contact.restricted);
        let is_shown = |field: &Field| {
            !standing.is_redacted && (standing.fields.contains(field) || (asked && standing.on_click.contains(field)))
        };
        let fields = Field::ALL.into_iter().map(|(_, field)| field).filter(|field| !is_shown(field)).collect();
        let on_click = !asked && !standing.is_redacted && !standing.on_click.is_empty();
        Withheld { fields, on_click, everything: standing.is_redacted }
    }

    /// Whether a field of a contact is kept back in any case, so that not even whether it is there may be told.
    #[must_use]
    pub fn hides(&self, field: Field, contact: &Contact) -> bool {
        self.withheld(contact, true).keeps(field)
    }

    /// Whether somebody is on record and may not be seen.
    #[must_use]
    pub fn hides_contact(&self, id: ContactId) -> bool {
        self.seen.contact(id).is_none() && self.snapshot.contact(id).is_some()
    }

    /// Whether one more thing may be done with a contact, in whichever way it was come by.
    #[must_use]
    pub fn allows(&self, permission: Permission, contact: &Contact) -> bool {
        self.is_granted(permission, contact.affiliation(), contact.restricted)
    }

    /// Whether one more thing may be asked about an organization.
    #[must_use]
    pub fn allows_at(&self, permission: Permission, organization: &Organization) -> bool {
        self.is_granted(permission, Affiliation::Organization(organization.id), false)
    }

    /// Whether only the names of this contact and its organization may be put into chat.
    #[must_use]
    pub fn is_redacted(&self, contact: &Contact) -> bool {
        self.decided(contact.affiliation(), contact.restricted, |standing| standing.is_redacted)
    }

    fn is_granted(&self, permission: Permission, of: Affiliation, restricted: bool) -> bool {
        let about = self.about(of);
        let gives = |grant: &Grant| grant.permissions.contains(&permission) && grant.covers(about, restricted);
        self.allowed.here.iter().any(gives)
    }

    fn about(&self, of: Affiliation) -> About<'a> {
        match of {
            Affiliation::None => About::NoOrganization,
            Affiliation::Unidentified => About::Unidentified,
            Affiliation::Organization(id) => About::Organization(id, self.snapshot.names_of(id)),
        }
    }

    fn decide(&self, about: About<'_>, restricted: bool) -> Standing {
        let mut standing = Standing { is_redacted: keep_back(&self.allowed.redacted, about), ..Standing::default() };
        // Each grant by itself: what one gives of others is not given of restricted contacts by another.
        for grant in self.allowed.grants.iter().filter(|grant| grant.covers(about, restricted)) {
            standing.is_visible = true;
            standing.fields.extend(grant.fields.difference(&grant.on_click));
            standing.on_click.extend(grant.fields.intersection(&grant.on_click));
        }
        standing.on_click.retain(|field| !standing.fields.contains(field));
        standing
    }

    fn sees(&self, of: Affiliation, restricted: bool) -> bool {
        self.decided(of, restricted, |standing| standing.is_visible)
    }

    fn sees_contact(&self, contact: &Contact) -> bool {
        self.sees(contact.affiliation(), contact.restricted)
    }

    /// A person by id.
    #[must_use]
    pub fn contact(&self, id: ContactId) -> Option<&'a Contact> {
        self.seen.contact(id).filter(|contact| self.sees_contact(contact))
    }

    /// All people, by id.
    pub fn contacts(&self) -> impl Iterator<Item = &'a Contact> {
        self.seen.contacts().filter(|contact| self.sees_contact(contact))
    }

    /// The people of one organization, by id.
    pub fn contacts_of(&self, organization: OrganizationId) -> impl Iterator<Item = &'a Contact> {
        self.seen.contacts_of(organization).filter(|contact| self.sees_contact(contact))
    }

    /// An organization by id.
    #[must_use]
    pub fn organization(&self, id: OrganizationId) -> Option<&'a Organization> {
        self.seen.organization(id).filter(|_| self.sees_organization(id))
    }

    /// All organizations, by id.
    pub fn organizations(&self) -> impl Iterator<Item = &'a Organization> {
        self.seen.organizations().filter(|organization| self.sees_organization(organization.id))
    }

    fn sees_organization(&self, id: OrganizationId) -> bool {
        self.sees(Affiliation::Organization(id), false)
    }

    /// A contact type by id. The account's types are nobody's secret.
    #[must_use]
    pub fn contact_type(&self, id: ContactTypeId) -> Option<&'a ContactType> {
        self.seen.contact_type(id)
    }

    /// All contact types, by id.
    pub fn contact_types(&self) -> impl Iterator<Item = &'a ContactType> {
        self.seen.contact_types()
    }

    /// A site by id.
    #[must_use]
    pub fn location(&self, id: LocationId) -> Option<&'a Location> {
        self.seen.location(id).filter(|location| self.sees(location.affiliation(), false))
    }

    /// All sites, by id.
    pub fn locations(&self) -> impl Iterator<Item = &'a Location> {
        self.seen.locations().filter(|location| self.sees(location.affiliation(), false))
    }

    /// The sites of one organization, by id.
    pub fn locations_of(&self, organization: OrganizationId) -> impl Iterator<Item = &'a Location> {
        self.seen.locations_of(organization).filter(move |_| self.sees_organization(organization))
    }

    /// The name of the contact's organization.
    #[must_use]
    pub fn organization_name(&self, contact: &'a Contact) -> Option<&'a str> {
        self.seen.organization_name(contact)
    }

    /// The name of the contact's type.
    #[must_use]
    pub fn contact_type_name(&self, contact: &'a Contact) -> Option<&'a str> {
        self.seen.contact_type_name(contact)
    }

    /// Answers a finished question.
    #[must_use]
    pub fn search(&self, query: &Query<'_>) -> Matches<ContactId> {
        self.seen.index().search(query)
    }

    /// Answers a finished question about the people of several organizations.
    #[must_use]
    pub fn search_within(&self, query: &Query<'_>, organizations: &[OrganizationId]) -> Matches<ContactId> {
        self.seen.index().search_within(query, organizations)
    }

    /// Answers a half-typed question.
    #[must_use]
    pub fn complete(&self, query: &Query<'_>) -> Vec<Match<ContactId>> {
        self.seen.index().complete(query)
    }

    /// Finds organizations by name, short name, acronym or beginning.
    #[must_use]
    pub fn organizations_named(&self, text: &str, limit: usize) -> Matches<OrganizationId> {
        self.seen.index().organizations(text, limit)
    }

    /// The organizations that a finished name may mean.
    #[must_use]
    pub fn organizations_meant(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        self.seen.index().organizations_meant(text, limit)
    }

    /// The organizations that a text names clearly enough to be taken without asking back.
    #[must_use]
    pub fn clients_named(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        self.seen.index().clients_named(text, limit)
    }

    /// The organizations that a text names.
    #[must_use]
    pub fn organizations_in(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        self.seen.index().organizations_in(text, limit)
    }
}
