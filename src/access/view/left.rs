//! The part of an account that one set of rules shows: without the people it hides and the fields it keeps back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::access::view::{View, Withheld};
use crate::access::{Allowed, Field};
use crate::directory::narrowed::Left;
use crate::directory::records::{Record, Records, Table};
use crate::directory::snapshot::Snapshot;
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::organization::{Location, Organization};

/// What is left of a snapshot; `None`: all of it.
pub(super) fn left(whole: &Snapshot, allowed: &Allowed) -> Option<Left> {
    let view = View::of_all(whole, allowed);
    let all = whole.records();
    // Most people of an organization have one standing.
    let mut standings = BTreeMap::new();
    let mut of = |contact: &Contact| -> Arc<Withheld> {
        let group = (contact.affiliation(), contact.restricted);
        Arc::clone(standings.entry(group).or_insert_with(|| Arc::new(view.withheld(contact, true))))
    };
    let seen = || all.contacts.values().filter(|contact| view.contact(contact.id).is_some());
    let contacts: Table<Contact> = table(seen().map(|contact| shown(contact, &of(contact))));
    let is_redacted = contacts.values().any(|contact| of(contact).everything);
    let searched = |contact: &Arc<Contact>| if of(contact).everything { named(contact) } else { Arc::clone(contact) };
    let found_by = is_redacted.then(|| table(contacts.values().map(searched)));
    let organizations = all.organizations.values().filter(|one| view.organization(one.id).is_some());
    let records = Records {
        organizations: table(organizations.map(|one| described(one, &view))),
        contact_types: all.contact_types.clone(),
        locations: table(all.locations.values().filter_map(|location| site(location, &view))),
        contacts,
    };
    (found_by.is_some() || records != *all).then_some(Left { records, found_by })
}

fn table<R: Record>(records: impl Iterator<Item = Arc<R>>) -> Table<R> {
    records.map(|record| (record.id(), record)).collect()
}

/// A contact without what is kept back. Title, type and the mark of a VIP stay: whose turn it is and who has left is
/// decided by them also where they are not to be told.
fn shown(contact: &Arc<Contact>, withheld: &Withheld) -> Arc<Contact> {
    if withheld.fields.is_empty() {
        return Arc::clone(contact);
    }
    let mut shown = Contact::clone(contact);
    for field in &withheld.fields {
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

/// An organization without what is kept back.
fn described(organization: &Arc<Organization>, view: &View<'_>) -> Arc<Organization> {
    let standing = view.standing(Affiliation::Organization(organization.id), false);
    let mut shown = Organization::clone(organization);
    if standing.hides(Field::Notes) {
        (shown.alert, shown.quick_notes) = (None, None);
    }
    if standing.is_redacted {
        (shown.organization_type, shown.status) = (None, None);
    }
    if shown == **organization { Arc::clone(organization) } else { Arc::new(shown) }
}

/// A site without what is kept back, if it may be told of anybody there.
fn site(location: &Arc<Location>, view: &View<'_>) -> Option<Arc<Location>> {
    view.location(location.id)?;
    let hides =
        |field| [false, true].into_iter().all(|restricted| hidden_at(location.affiliation(), restricted, field, view));
    if hides(Field::Location) {
        return None;
    }
    if location.phone.is_some() && hides(Field::Phone) {
        return Some(Arc::new(Location { phone: None, ..Location::clone(location) }));
    }
    Some(Arc::clone(location))
}

fn hidden_at(of: Affiliation, restricted: bool, field: Field, view: &View<'_>) -> bool {
    let standing = view.standing(of, restricted);
    !standing.is_visible || standing.hides(field)
}
