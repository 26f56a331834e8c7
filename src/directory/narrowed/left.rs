//! The part of an account that one set of rules shows: without the people it hides and the fields it keeps back.

use std::sync::Arc;

use crate::access::Field;
use crate::access::standing::{Standing, Standings};
use crate::directory::records::{Record, Records, Table};
use crate::directory::snapshot::Snapshot;
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::organization::{Location, Organization};

/// What is left for some callers.
pub(super) struct Left {
    /// What they may read.
    pub(super) records: Records,
    /// What people are found by, where it is less: what may be decided by, and not be searched, is not in it.
    pub(super) found_by: Option<Table<Contact>>,
}

/// What is left of a snapshot; `None`: all of it.
pub(super) fn left(whole: &Snapshot, standings: &Standings) -> Option<Left> {
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
    (found_by.is_some() || records != *all).then_some(Left { records, found_by })
}

fn table<R: Record>(records: impl Iterator<Item = Arc<R>>) -> Table<R> {
    records.map(|record| (record.id(), record)).collect()
}

/// A contact without what is kept back. Title, type and the mark of a VIP stay: whose turn it is and who has left is
/// decided by them also where they are not to be told.
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

/// A contact that is found by its name only.
fn named(contact: &Contact) -> Arc<Contact> {
    Arc::new(Contact { title: None, contact_type: None, contact_type_name: None, important: false, ..contact.clone() })
}

/// An organization without what is kept back, if there is anything of it.
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

/// A site without what is kept back, if it may be told of any contact there.
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
