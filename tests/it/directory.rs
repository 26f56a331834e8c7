//! What a sweep may and may not do to the directory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use callsheet_core::access::{Access, Allowed, Caller, Grant, Permission};
use callsheet_core::directory::Directory;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::guard::{HeldBack, RemovalGuard};
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status, Trouble};
use callsheet_core::directory::sweep::{Removals, SeenRecords, Sweep};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use callsheet_core::search::Query;
use callsheet_core::view::View;
use proptest::prelude::*;

use testkit::account::phone;
use testkit::records::{NOON, account, contact, organization};

/// A complete sweep that met every record.
fn sweep_of(records: &Records) -> Sweep {
    fn all<Id, R>(table: &BTreeMap<Id, Arc<R>>) -> SeenRecords<R> {
        SeenRecords {
            records: table.values().cloned().collect(),
            unreadable: BTreeSet::new(),
            skipped: 0,
            complete: true,
        }
    }
    Sweep {
        contacts: all(&records.contacts),
        organizations: all(&records.organizations),
        contact_types: all(&records.contact_types),
        locations: all(&records.locations),
    }
}

fn ids(range: impl Iterator<Item = u64>) -> BTreeSet<ContactId> {
    range.map(ContactId).collect()
}

#[test]
fn a_sweep_that_met_everything_changes_nothing() {
    let known = account(30);
    let sweep = sweep_of(&known);
    assert_eq!(sweep.missing(&known), Removals::default());
    let merged = sweep.merged(&known, &Removals::default(), NOON);
    assert!(Changes::between(&known, &merged).is_empty());
}

#[test]
fn changed_numbers_are_marked_until_they_change_again() {
    let dialled = |numbers: &[&str]| {
        let phones = numbers.iter().map(|number| phone(number)).collect();
        Records {
            contacts: BTreeMap::from([(ContactId(1), Arc::new(Contact { phones, ..contact(1) }))]),
            ..Records::default()
        }
    };
    let (first, later) = (NOON, NOON + jiff::SignedDuration::from_hours(24));
    let known = dialled(&["4155550101", "4155550102"]);
    let changed_at = |records: &Records| records.contacts[&ContactId(1)].phones_changed_at;
    let changed = sweep_of(&dialled(&["4155550103"])).merged(&known, &Removals::default(), first);
    assert_eq!(changed_at(&changed), Some(first));
    let the_same = sweep_of(&dialled(&["(415) 555-0103"])).merged(&changed, &Removals::default(), later);
    assert_eq!(changed_at(&the_same), Some(first), "another spelling is no other number");
    let again = sweep_of(&dialled(&["4155550103", "4155550104"])).merged(&the_same, &Removals::default(), later);
    assert_eq!(changed_at(&again), Some(later));
    let in_another_order =
        sweep_of(&dialled(&["4155550102", "4155550101"])).merged(&known, &Removals::default(), later);
    assert_eq!(changed_at(&in_another_order), None);
}

#[test]
fn unchanged_records_keep_their_allocation_when_reread() {
    let known = account(3);
    let merged = sweep_of(&account(3)).merged(&known, &Removals::default(), NOON);
    assert!(Arc::ptr_eq(&known.contacts[&ContactId(2)], &merged.contacts[&ContactId(2)]));
}

#[test]
fn a_record_that_a_complete_sweep_did_not_meet_is_missing() {
    let known = account(30);
    let mut sweep = sweep_of(&known);
    sweep.contacts.records.retain(|contact| contact.id != ContactId(4));
    sweep.organizations.records.clear();
    sweep.contact_types.records.clear();
    sweep.locations.records.clear();
    assert_eq!(
        sweep.missing(&known),
        Removals {
            contacts: ids(4..=4),
            organizations: (1..=3).map(OrganizationId).collect(),
            contact_types: [ContactTypeId(7)].into(),
            locations: [LocationId(9)].into(),
        }
    );
}

#[test]
fn a_sweep_that_was_cut_short_misses_nothing() {
    let known = account(30);
    let mut sweep = sweep_of(&Records::default());
    sweep.contacts.complete = false;
    sweep.organizations.complete = false;
    sweep.contact_types.complete = false;
    sweep.locations.complete = false;
    assert_eq!(sweep.missing(&known), Removals::default());
}

#[test]
fn a_record_that_could_not_be_read_keeps_its_older_version() {
    let known = account(30);
    let mut sweep = sweep_of(&known);
    sweep.contacts.records.retain(|contact| contact.id.0 > 2);
    sweep.contacts.unreadable = [1].into();
    let missing = sweep.missing(&known);
    assert_eq!(missing.contacts, ids(2..=2));
    let merged = sweep.merged(&known, &missing, NOON);
    assert_eq!(merged.contacts[&ContactId(1)].as_ref(), &contact(1));
    assert!(!merged.contacts.contains_key(&ContactId(2)));
}

#[test]
fn records_that_a_swept_contact_points_at_stay() {
    let mut known = account(2);
    let mut jane = contact(1);
    jane.location = Some(LocationId(9));
    known.contacts.insert(jane.id, Arc::new(jane));
    let mut sweep = sweep_of(&known);
    sweep.organizations.records.clear();
    sweep.contact_types.records.clear();
    sweep.locations.records.clear();
    let mut removals = sweep.missing(&known);
    sweep.spare_referenced(&mut removals);
    // The two contacts belong to the organizations 2 and 3.
    assert_eq!(removals, Removals { organizations: [OrganizationId(1)].into(), ..Removals::default() });
}

#[test]
fn a_missing_contact_that_does_exist_stays_as_it_is_now() {
    let known = account(30);
    let mut sweep = sweep_of(&known);
    sweep.contacts.records.retain(|contact| contact.id.0 > 2);
    let mut removals = sweep.missing(&known);
    let mut promoted = contact(1);
    promoted.title = Some("CEO".into());
    sweep.found(vec![promoted.clone()], &mut removals);
    assert_eq!(removals.contacts, ids(2..=2));
    assert_eq!(sweep.merged(&known, &removals, NOON).contacts[&ContactId(1)].as_ref(), &promoted);
}

#[test]
fn changes_count_what_is_new_different_and_gone() {
    let known = account(30);
    let mut new = known.clone();
    let mut promoted = contact(1);
    promoted.title = Some("CEO".into());
    new.contacts.insert(promoted.id, Arc::new(promoted));
    new.contacts.insert(ContactId(31), Arc::new(contact(31)));
    new.contacts.remove(&ContactId(2));
    new.organizations.insert(OrganizationId(4), Arc::new(organization(4)));
    let changes = Changes::between(&known, &new);
    assert_eq!(changes.contacts.upserts.keys().copied().collect::<BTreeSet<_>>(), [ContactId(1), ContactId(31)].into());
    assert_eq!((changes.contacts.added, changes.contacts.changed()), (1, 1));
    assert_eq!(changes.contacts.removals, ids(2..=2));
    assert_eq!((changes.organizations.added, changes.organizations.changed()), (1, 0));
    assert!(!changes.is_empty());
}

#[test]
fn the_brake_holds_implausible_removals() {
    let cases = [
        // known, removed, held back
        (0, 0, false),
        (1000, 0, false),
        (1000, 200, false),
        (1000, 201, true),
        (1000, 1000, true),
        (45, 9, false),
        (45, 10, true),
        (50, 10, false),
        (12, 9, false),
        (3, 2, false),
        (3, 3, true),
        (1, 1, true),
    ];
    for (known, removed, held) in cases {
        let records = Records {
            contacts: (0..known).map(|id| (ContactId(id), Arc::new(contact(id)))).collect(),
            ..Records::default()
        };
        let removals = Removals { contacts: ids(0..removed), ..Removals::default() };
        assert_eq!(RemovalGuard::default().check(removals, &records).is_err(), held, "{removed} of {known} contacts");

        let records = Records {
            organizations: (0..known).map(|id| (OrganizationId(id), Arc::new(organization(id)))).collect(),
            ..Records::default()
        };
        let removals = Removals { organizations: (0..removed).map(OrganizationId).collect(), ..Removals::default() };
        assert_eq!(
            RemovalGuard::default().check(removals, &records).is_err(),
            held,
            "{removed} of {known} organizations"
        );
    }
}

#[test]
fn the_brake_says_how_many_it_holds_and_heeds_its_share() {
    let known = account(100);
    let removals = Removals { contacts: ids(1..=30), ..Removals::default() };
    let held_back = HeldBack { contacts: 30, organizations: 0 };
    assert_eq!(RemovalGuard::default().check(removals.clone(), &known), Err(held_back));
    assert_eq!(RemovalGuard { percent: 30 }.check(removals.clone(), &known), Ok(removals));
}

#[test]
fn readers_keep_the_snapshot_they_hold() {
    let directory = Directory::default();
    assert_eq!(directory.current().status(), &Status::default());
    directory.publish(Snapshot::build(&account(3), Status { synced_at: Some(NOON), ..Status::default() }));
    let held = directory.current();
    directory.publish(Snapshot::build(&account(5), Status::default()));
    assert_eq!((held.contacts().count(), directory.current().contacts().count()), (3, 5));
    assert_eq!(held.status().synced_at, Some(NOON));
}

#[test]
fn another_status_keeps_the_people_and_their_index() {
    let directory = Directory::default();
    directory.publish(Snapshot::build(&account(3), Status::default()));
    let before = directory.current();
    let status =
        Status { synced_at: Some(NOON), trouble: Some(Trouble::Unreachable { since: NOON }), ..Status::default() };
    directory.set_status(status.clone());
    let after = directory.current();
    assert_eq!(after.status(), &status);
    assert!(std::ptr::eq(before.index(), after.index()));
}

#[test]
fn restricted_contacts_stay_and_show_to_trusted_callers() {
    let mut records = account(3);
    let restricted = Contact { restricted: true, ..contact(2) };
    records.contacts.insert(restricted.id, Arc::new(restricted));
    let snapshot = Snapshot::build(&records, Status::default());
    let (usual, mut trusted) = (Allowed::everything(), Grant::everything());
    trusted.restricted = true;
    let trusted = Access { grants: [trusted].into(), redacted: Arc::default() };
    let trusted = trusted.allowed(&Caller::default(), &[Permission::Contact]);
    for (allowed, shown) in [(usual, false), (trusted, true)] {
        let view = View::new(&snapshot, &allowed);
        assert_eq!(view.contact(ContactId(2)).is_some(), shown);
        assert_eq!(view.contacts().any(|contact| contact.id == ContactId(2)), shown);
        for query in ["jane2@acme.example", "jane doe"] {
            let query = Query::new(query);
            let (found, completed) = (view.search(&query).ranked, view.complete(&query));
            assert_eq!(found.iter().any(|found| found.id == ContactId(2)), shown);
            assert_eq!(completed.iter().any(|found| found.id == ContactId(2)), shown);
        }
    }
}

proptest! {
    /// After any sweep, the records it met are there, records not proved gone stay, and no sweep removes more than the
    /// limit allows.
    #[test]
    fn only_a_complete_sweep_under_the_brake_removes_records(
        known in proptest::collection::btree_set(1u64..120, 0..80),
        met in proptest::collection::btree_set(1u64..120, 0..80),
        unreadable in proptest::collection::btree_set(1u64..120, 0..10),
        complete in any::<bool>(),
        nothing_met in prop::bool::weighted(0.1),
    ) {
        let table = |ids: &BTreeSet<u64>| ids.iter().map(|&id| (ContactId(id), Arc::new(contact(id)))).collect();
        let known = Records { contacts: table(&known), ..Records::default() };
        let met: BTreeSet<u64> = if nothing_met { BTreeSet::new() } else { &met - &unreadable };
        let changed = |&id: &u64| Arc::new(Contact { title: Some("CEO".into()), ..contact(id) });
        let skipped = unreadable.len();
        let seen = SeenRecords { records: met.iter().map(changed).collect(), unreadable, skipped, complete };
        let sweep = Sweep { contacts: seen, ..Sweep::default() };

        let outcome = RemovalGuard::default().check(sweep.missing(&known), &known);
        let merged = sweep.merged(&known, &outcome.clone().unwrap_or_default(), NOON);

        let removed: Vec<_> = known.contacts.keys().filter(|id| !merged.contacts.contains_key(id)).collect();
        prop_assert!(met.iter().all(|&id| merged.contacts[&ContactId(id)].title.as_deref() == Some("CEO")));
        prop_assert!(removed.iter().all(|id| !met.contains(&id.0) && !sweep.contacts.unreadable.contains(&id.0)));
        prop_assert!(complete || removed.is_empty());
        prop_assert!(outcome.is_ok() || removed.is_empty());
        prop_assert!(removed.len() < 10 || removed.len() * 5 <= known.contacts.len());
        prop_assert!(known.contacts.is_empty() || removed.len() < known.contacts.len());
        prop_assert!(merged.contacts.len() + removed.len() >= known.contacts.len());
    }
}

#[test]
fn a_view_after_changes_finds_exactly_the_present_contacts() {
    let before = account(400);
    let mut after = before.clone();
    let mut renamed = contact(7);
    (renamed.name, renamed.last_name) = (Some("Jane Quark".into()), Some("Quark".into()));
    let moved = Contact { emails: vec![], ..contact(8) };
    let newcomer = Contact { emails: vec![], phones: vec![], name: Some("Zelda Newcomer".into()), ..contact(401) };
    let newcomer = Contact { first_name: Some("Zelda".into()), last_name: Some("Newcomer".into()), ..newcomer };
    for contact in [renamed, moved, newcomer] {
        after.contacts.insert(contact.id, Arc::new(contact));
    }
    after.contacts.remove(&ContactId(9));

    let changes = Changes::between(&before, &after);
    let view = Snapshot::build(&before, Status::default()).with_changes(&after, &changes, Status::default());
    let found =
        |typed| -> Vec<u64> { view.index().search(&Query::new(typed)).ranked.iter().map(|found| found.id.0).collect() };
    assert_eq!(found("quark"), [7]);
    assert_eq!(found("zelda newcomer"), [401]);
    assert_eq!(found("jane10@acme.example")[0], 10);
    for (address, id) in [("jane8@acme.example", 8), ("jane9@acme.example", 9)] {
        assert!(!found(address).contains(&id), "{address}");
    }
    assert!(view.contact(ContactId(9)).is_none());
    let colleagues: BTreeSet<u64> = view.contacts_of(OrganizationId(3)).map(|contact| contact.id.0).collect();
    assert!(colleagues.contains(&401) && !colleagues.contains(&9), "{colleagues:?}");
}
