//! Reading a collection: every record once, in few requests, and with the truth about completeness.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use lookalike::account::Account;
use lookalike::answers::Answer;
use lookalike::behaviour::{Fault, Quirk};
use proptest::prelude::*;
use serde_json::json;

use super::{account_of, check_all_contacts_come, connect, contacts, ids};

#[tokio::test]
async fn the_demo_account_is_read_whole() {
    let (lookalike, client) = connect(Account::demo()).await;
    check_all_contacts_come(&lookalike, &client).await;
    let organizations = client.organizations(&|_, _| ()).await.unwrap();
    let types = client.contact_types(&|_, _| {}).await.unwrap();
    let locations = client.locations(&|_, _| ()).await.unwrap();
    assert!(organizations.complete && types.complete && locations.complete);
    lookalike.edit(|account| {
        assert_eq!(organizations.records.len(), account.organizations.len());
        assert_eq!(types.records.len(), account.contact_types.len());
        assert_eq!(locations.records.len(), account.locations.len());
    });
}

#[tokio::test]
async fn an_empty_account_is_complete() {
    let (lookalike, client) = connect(Account::default()).await;
    check_all_contacts_come(&lookalike, &client).await;
    assert_eq!(lookalike.requests().len(), 1);
}

#[tokio::test]
async fn no_page_is_asked_for_twice() {
    for (people, requests) in [(1, 1), (999, 1), (1000, 1), (1001, 2), (5000, 5)] {
        let (lookalike, client) = connect(account_of(people)).await;
        check_all_contacts_come(&lookalike, &client).await;
        assert_eq!(lookalike.count("/contacts"), requests, "{people} people");
    }
}

#[tokio::test]
async fn progress_is_told_after_each_page() {
    let (_lookalike, client) = connect(account_of(2500)).await;
    let told = Mutex::new(Vec::new());
    client.contacts(&Arc::new, &|read, total| told.lock().unwrap().push((read, total))).await.unwrap();
    let told = told.into_inner().unwrap();
    assert_eq!((told.len(), told[0], told[2]), (3, (1000, 2500), (2500, 2500)));
}

#[tokio::test]
async fn a_few_requests_run_at_the_same_time_and_never_many() {
    let (lookalike, client) = connect(account_of(9000)).await;
    lookalike.behave(|behaviour| behaviour.latency = Duration::from_millis(20));
    check_all_contacts_come(&lookalike, &client).await;
    assert!((2..=4).contains(&lookalike.most_in_flight()), "{}", lookalike.most_in_flight());
}

#[tokio::test]
async fn pages_shrink_until_they_come_in_time() {
    for slow_above in [999, 499, 200, 60, 7] {
        let (lookalike, client) = connect(account_of(300)).await;
        lookalike.behave(|behaviour| behaviour.slow_above = slow_above);
        check_all_contacts_come(&lookalike, &client).await;
    }
}

#[tokio::test]
async fn only_the_page_that_timed_out_is_split() {
    let (lookalike, client) = connect(account_of(3000)).await;
    lookalike.behave(|behaviour| behaviour.next = [None, Some(Fault::Answer(Answer::timed_out()))].into());
    check_all_contacts_come(&lookalike, &client).await;
    // The first page, one that times out, the other at full size, and the two halves of the one that timed out.
    assert_eq!(lookalike.count("/contacts"), 5);
}

#[tokio::test]
async fn a_size_that_worked_is_remembered() {
    let (lookalike, client) = connect(account_of(2000)).await;
    lookalike.behave(|behaviour| behaviour.slow_above = 250);
    check_all_contacts_come(&lookalike, &client).await;
    let learning = lookalike.requests().len();
    check_all_contacts_come(&lookalike, &client).await;
    assert_eq!(lookalike.requests().len() - learning, 8, "8 pages of 250, none too large");
}

#[tokio::test]
async fn a_service_that_sends_short_pages_loses_no_record() {
    for page_cap in [999, 200, 30] {
        let (lookalike, client) = connect(account_of(1100)).await;
        lookalike.behave(|behaviour| behaviour.page_cap = page_cap);
        check_all_contacts_come(&lookalike, &client).await;
        assert_eq!(lookalike.count("/contacts"), 1100_usize.div_ceil(page_cap), "pages of {page_cap}");
    }
}

#[tokio::test]
async fn without_counts_no_walk_is_called_complete() {
    for page_cap in [1000, 100] {
        let (lookalike, client) = connect(account_of(350)).await;
        lookalike.behave(|behaviour| {
            behaviour.page_cap = page_cap;
            behaviour.quirks.insert(Quirk::OmitsMeta);
        });
        let walk = contacts(&client).await.unwrap();
        assert_eq!((walk.records.len(), walk.complete), (350, false));
    }
}

#[tokio::test]
async fn a_wrong_count_is_never_called_complete() {
    for miscount in [-1, 1, 5000] {
        let (lookalike, client) = connect(account_of(1100)).await;
        lookalike.behave(|behaviour| behaviour.miscount = miscount);
        let walk = contacts(&client).await.unwrap();
        assert!(!walk.complete, "{miscount}");
        // A count that is too low may hide the last record, undetectably.
        assert!(walk.records.len() >= 1099, "{miscount}: {}", walk.records.len());
    }
}

#[tokio::test]
async fn a_removal_between_pages_restarts_the_walk() {
    let (lookalike, client) = connect(account_of(2500)).await;
    lookalike.edit_after(1, |account| _ = account.contacts.pop_first());
    check_all_contacts_come(&lookalike, &client).await;
    assert_eq!(lookalike.count("/contacts"), 6, "two rounds of three pages");
}

#[tokio::test]
async fn an_addition_between_pages_restarts_the_walk() {
    let (lookalike, client) = connect(account_of(2500)).await;
    lookalike.edit_after(2, |account| {
        let organization = *account.organizations.keys().next().unwrap();
        account.add_contact(organization, "New", "Hire");
    });
    check_all_contacts_come(&lookalike, &client).await;
}

#[tokio::test]
async fn an_account_that_keeps_changing_is_never_called_complete() {
    let (lookalike, client) = connect(account_of(2500)).await;
    for round in 0..3 {
        lookalike.edit_after(1 + 3 * round, |account| _ = account.contacts.pop_first());
    }
    let walk = contacts(&client).await.unwrap();
    assert!(!walk.complete);
    assert_eq!(lookalike.count("/contacts"), 9, "three rounds of three pages");
    let still_there = lookalike.edit(|account| account.contacts.keys().copied().collect::<Vec<_>>());
    let read = ids(&walk.records, |contact| contact.id.0);
    assert!(still_there.iter().all(|id| read.contains(id)), "a record missed by one round is read by another");
}

#[tokio::test]
async fn an_unreadable_record_with_an_id_still_counts_as_seen() {
    let (lookalike, client) = connect(account_of(10)).await;
    let bad = lookalike.edit(|account| *account.contacts.keys().nth(4).unwrap());
    lookalike.behave(|behaviour| {
        behaviour.replaced.insert(bad, json!({ "id": bad, "type": "contacts", "attributes": null }));
    });
    let walk = contacts(&client).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (9, true));
    assert_eq!((walk.skipped, walk.unreadable.into_iter().collect::<Vec<_>>()), (1, vec![bad]));
}

#[tokio::test]
async fn an_unreadable_record_without_id_is_incomplete_at_once() {
    let (lookalike, client) = connect(account_of(10)).await;
    let bad = lookalike.edit(|account| *account.contacts.keys().nth(4).unwrap());
    lookalike.behave(|behaviour| _ = behaviour.replaced.insert(bad, json!("nonsense")));
    let walk = contacts(&client).await.unwrap();
    assert_eq!((walk.records.len(), walk.complete), (9, false));
    assert_eq!((walk.skipped, walk.unreadable.len()), (1, 0));
    assert_eq!(lookalike.requests().len(), 1, "another round would find the same");
}

#[tokio::test]
async fn a_removal_and_an_addition_cannot_hide_a_third_record() {
    // The index of the removed contact among 2500: on a page read already, or still to come.
    for removed in [2499, 2000, 10] {
        let (lookalike, client) = connect(account_of(2500)).await;
        lookalike.edit_after(1, move |account| {
            let gone = *account.contacts.keys().nth(removed).unwrap();
            account.contacts.remove(&gone);
            let organization = *account.organizations.keys().next().unwrap();
            account.add_contact(organization, "New", "Hire");
        });
        let mut stayed: Vec<u64> = lookalike.edit(|account| account.contacts.keys().copied().collect());
        let walk = contacts(&client).await.unwrap();
        lookalike.edit(|account| stayed.retain(|id| account.contacts.contains_key(id)));
        let read = ids(&walk.records, |contact| contact.id.0);
        assert!(walk.complete && stayed.iter().all(|id| read.contains(id)), "{removed}");
    }
}

/// An event during the read: after so many requests, one contact may be removed and one added.
fn any_event() -> impl Strategy<Value = (usize, Option<prop::sample::Index>, bool)> {
    (0..8_usize, any::<Option<prop::sample::Index>>(), any::<bool>())
}

/// Removes a contact and adds one.
fn happen(account: &mut Account, goes: Option<prop::sample::Index>, comes: bool) {
    let present: Vec<u64> = account.contacts.keys().copied().collect();
    if let (Some(which), false) = (goes, present.is_empty()) {
        account.contacts.remove(which.get(&present));
    }
    if comes {
        let organization = *account.organizations.keys().next().unwrap();
        account.add_contact(organization, "New", "Hire");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_complete_walk_misses_no_contact_who_stayed(
        events in prop::collection::vec(any_event(), 0..4),
        people in 1..60_usize,
        page_cap in 5..30_usize,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (walk, stayed) = runtime.block_on(async {
            let (lookalike, client) = connect(account_of(people)).await;
            lookalike.behave(|behaviour| behaviour.page_cap = page_cap);
            let mut stayed: Vec<u64> = lookalike.edit(|account| account.contacts.keys().copied().collect());
            for (requests, goes, comes) in events {
                lookalike.edit_after(requests, move |account| happen(account, goes, comes));
            }
            let walk = contacts(&client).await.unwrap();
            lookalike.edit(|account| stayed.retain(|id| account.contacts.contains_key(id)));
            (walk, stayed)
        });
        let read = ids(&walk.records, |contact| contact.id.0);
        prop_assert!(!walk.complete || stayed.iter().all(|id| read.contains(id)));
    }
}
