//! Builds the records that one set of rules shows: without hidden contacts and without fields that are kept back.

use std::sync::Arc;

use crate::access::Field;
use crate::access::standing::{Standing, Standings};
use crate::directory::records::{Record, Records, Table};
use crate::directory::snapshot::{Content, Snapshot};
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::organization::{Location, Organization};

/// Returns what is left of a snapshot; `None` means all of it.
pub(super) fn left(whole: &Snapshot, standings: &Standings) -> Option<Content> {
    let all = whole.records();
    let of = |contact: &Contact| standings.get(contact.affiliation(), contact.restricted);
    let seen = all.contacts.values().filter(|contact| of(contact).is_visible);
    let contacts: Table<Contact> = table(seen.map(|contact| shown(contact, of(contact))));
    let is_redacted = contacts.values().any(|contact| of(contact).is_redacted);
    let searched = |contact: &Arc<Contact>| if of(contact).is_redacted { named(contact) } else { Arc::clone(contact) };
    let found_by = is_redacted.then(|| table(contacts.values().map(searched)));
    let records = Records {
        organizations: table(all.organizations.values().filter_map(|one| described(one, standings))),
        contact_types: all.contact_types.clone(),
        locations: table(all.locations.values().filter_map(|location| site(location, standings))),
        contacts,
    };
    (found_by.is_some() || records != *all).then_some(Content { records, found_by, ..Content::default() })
}

fn table<R: Record>(records: impl Iterator<Item = Arc<R>>) -> Table<R> {
    records.map(|record| (record.id(), record)).collect()
}

/// A contact without the fields kept back. What decides whose turn it is and who has left stays, shown or not.
fn shown(contact: &Arc<Contact>, standing: &Standing) -> Arc<Contact> {
    let mut hidden = Field::ALL.into_iter().map(|(_, field)| field).filter(|field| standing.hides(*field)).peekable();
    if hidden.peek().is_none() {
        return Arc::clone(contact);
    }
    let mut shown = Contact::clone(contact);
    for field in hidden {
        match field {
            Field::Phone => (shown.phones, shown.phones_changed_at) = (Vec::new(), None),
            Field::Email => shown.emails.clear(),
            Field::Notes => shown.notes = None,
            Field::Location => (shown.location, shown.location_name) = (None, None),
        }
    }
    Arc::new(shown)
}

/// A contact that can only be found by name.
fn named(contact: &Contact) -> Arc<Contact> {
    Arc::new(Contact { title: None, contact_type: None, contact_type_name: None, important: false, ..contact.clone() })
}

/// An organization without the fields kept back; `None` if it is hidden.
fn described(organization: &Arc<Organization>, standings: &Standings) -> Option<Arc<Organization>> {
    let standing = standings.get(Affiliation::Organization(organization.id), false);
    if !standing.is_visible {
        return None;
    }
    let mut shown = Organization::clone(organization);
    if standing.hides(Field::Notes) {
        (shown.alert, shown.quick_notes) = (None, None);
    }
    if standing.is_redacted {
        (shown.organization_type, shown.status) = (None, None);
    }
    Some(if shown == **organization { Arc::clone(organization) } else { Arc::new(shown) })
}

/// A site without the fields kept back; `None` if no contact there may show it.
fn site(location: &Arc<Location>, standings: &Standings) -> Option<Arc<Location>> {
    let of = [false, true].map(|restricted| standings.get(location.affiliation(), restricted));
    let hides = |field| of.iter().all(|standing| !standing.is_visible || standing.hides(field));
    if !of[0].is_visible || hides(Field::Location) {
        return None;
    }
    if location.phone.is_some() && hides(Field::Phone) {
        return Some(Arc::new(Location { phone: None, ..Location::clone(location) }));
    }
    Some(Arc::clone(location))
}
