//! Recent changes and look-ups by id.

use std::collections::BTreeSet;

use callsheet::itglue::client::Client;
use callsheet_core::domain::id::ContactId;
use jiff::{SignedDuration, Timestamp};
use lookalike::Lookalike;
use lookalike::behaviour::Quirk;
use serde_json::json;

use super::{account_of, connect, ids};

/// Later than everything in the invented accounts.
const MONDAY: Timestamp = Timestamp::constant(1_770_000_000, 0);

/// An account of 600 people; the given number changed, one a minute, from Monday on.
async fn connect_after_changes(changes: i64) -> (Lookalike, Client) {
    let mut account = account_of(600);
    let ids: Vec<u64> = account.contacts.keys().copied().collect();
    for (minutes, id) in (0..changes).zip(ids) {
        account.now = Some(MONDAY + SignedDuration::from_mins(minutes));
        account.change_contact(id).unwrap().title("Changed");
    }
    connect(account).await
}

#[tokio::test]
async fn changes_come_newest_first_from_the_requested_moment() {
    let (lookalike, client) = connect_after_changes(5).await;
    let walk = client.contacts_changed_since(MONDAY + SignedDuration::from_mins(2)).await.unwrap();
    let minutes: Vec<i64> =
        walk.records.iter().map(|contact| contact.updated_at.unwrap().duration_since(MONDAY).as_mins()).collect();
    assert_eq!((minutes, walk.complete), (vec![4, 3, 2], true));
    assert_eq!(lookalike.requests().len(), 1);
}

#[tokio::test]
async fn no_changes_are_none() {
    let (_lookalike, client) = connect_after_changes(5).await;
    let walk = client.contacts_changed_since(MONDAY + SignedDuration::from_hours(1)).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (0, true));
}

#[tokio::test]
async fn changes_are_followed_over_pages_and_no_further() {
    let (lookalike, client) = connect_after_changes(260).await;
    let walk = client.contacts_changed_since(MONDAY).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (260, true));
    assert_eq!(lookalike.requests().len(), 2);
}

#[tokio::test]
async fn changes_come_in_smaller_pages_after_a_time_out() {
    let (lookalike, client) = connect_after_changes(60).await;
    lookalike.behave(|behaviour| behaviour.slow_above = 100);
    let walk = client.contacts_changed_since(MONDAY).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (60, true));
    assert_eq!(lookalike.requests().len(), 5, "250 and 125 take too long, then three times 25");
}

#[tokio::test]
async fn a_list_in_another_order_is_read_to_its_end() {
    let (lookalike, client) = connect_after_changes(5).await;
    lookalike.edit(|account| {
        account.now = Some(MONDAY);
        let last = *account.contacts.keys().next_back().unwrap();
        account.change_contact(last);
    });
    lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::IgnoresSort));
    let walk = client.contacts_changed_since(MONDAY).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (6, true));
}

#[tokio::test]
async fn a_person_changed_while_changes_are_read_is_there_once() {
    let (lookalike, client) = connect_after_changes(400).await;
    lookalike.edit_after(1, |account| {
        account.now = Some(MONDAY + SignedDuration::from_hours(24));
        let oldest = *account.contacts.keys().next().unwrap();
        account.change_contact(oldest);
    });
    let walk = client.contacts_changed_since(MONDAY).await.unwrap();
    let mut seen = ids(&walk.records, |contact| contact.id.0);
    let count = seen.len();
    seen.dedup();
    assert_eq!(seen.len(), count);
    assert_eq!(count, 399, "the changed one moved to the front, which was read before: it comes with the next changes");
}

#[tokio::test]
async fn a_removal_during_the_read_makes_changes_incomplete() {
    let (lookalike, client) = connect_after_changes(400).await;
    lookalike.edit_after(1, |account| {
        let newest = *account.contacts.keys().nth(399).unwrap();
        account.contacts.remove(&newest);
    });
    assert!(!client.contacts_changed_since(MONDAY).await.unwrap().complete);
}

#[tokio::test]
async fn changed_organizations_come_by_the_filter_or_without_it() {
    for quirks in [BTreeSet::new(), [Quirk::IgnoresFilters].into(), [Quirk::IgnoresFilters, Quirk::IgnoresSort].into()]
    {
        let mut account = lookalike::account::Account::generated(0, 30, 1);
        account.now = Some(MONDAY);
        let changed: Vec<u64> = account.organizations.keys().copied().step_by(10).collect();
        for id in &changed {
            account.change_organization(*id);
        }
        let (lookalike, client) = connect(account).await;
        lookalike.behave(|behaviour| behaviour.quirks = quirks);
        let walk = client.organizations_changed_since(MONDAY).await.unwrap();
        assert_eq!((ids(&walk.records, |row| row.id.0), walk.complete), (changed, true));
    }
}

#[tokio::test]
async fn a_look_up_finds_those_that_still_exist() {
    let (lookalike, client) = connect(account_of(300)).await;
    let all: BTreeSet<ContactId> = lookalike.edit(|account| account.contacts.keys().copied().map(ContactId).collect());
    let gone: Vec<u64> = all.iter().map(|id| id.0).step_by(7).collect();
    lookalike.edit(|account| account.contacts.retain(|id, _| !gone.contains(id)));
    let found = client.contacts_by_id(&all).await.unwrap().unwrap();
    let expected: Vec<u64> = lookalike.edit(|account| account.contacts.keys().copied().collect());
    assert_eq!(ids(&found, |contact| contact.id.0), expected);
    assert_eq!(lookalike.requests().len(), 3, "a hundred at a time");
}

#[tokio::test]
async fn no_ids_need_no_request() {
    let (lookalike, client) = connect(account_of(3)).await;
    assert_eq!(client.contacts_by_id(&BTreeSet::new()).await.unwrap(), Some(Vec::new()));
    assert!(lookalike.requests().is_empty());
}

#[tokio::test]
async fn an_answer_about_other_ids_is_no_answer() {
    let (lookalike, client) = connect(account_of(300)).await;
    let first = lookalike.edit(|account| *account.contacts.keys().next().unwrap());
    let wanted = BTreeSet::from([ContactId(first)]);
    lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::IgnoresFilters));
    assert_eq!(client.contacts_by_id(&wanted).await.unwrap(), None);
    // Ignoring the filter, it sends the first contact, who was not asked for.
    assert_eq!(client.contacts_by_id(&BTreeSet::from([ContactId(u64::MAX)])).await.unwrap(), None);
}

#[tokio::test]
async fn an_unreadable_contact_is_not_taken_for_gone() {
    let (lookalike, client) = connect(account_of(3)).await;
    let first = lookalike.edit(|account| *account.contacts.keys().next().unwrap());
    lookalike.behave(|behaviour| _ = behaviour.replaced.insert(first, json!({ "id": first, "attributes": [] })));
    assert_eq!(client.contacts_by_id(&BTreeSet::from([ContactId(first)])).await.unwrap(), None);
}
