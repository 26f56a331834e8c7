//! The IT Glue client against the look-alike.

mod any_json;
mod changes;
mod failures;
mod key;
mod pages;
mod record;
mod records;
mod writes;

use std::sync::Arc;
use std::time::Duration;

use callsheet::itglue::client::Client;
use callsheet::itglue::error::ItGlueError;
use callsheet::itglue::patience::Patience;
use callsheet_core::directory::sweep::SeenRecords;
use lookalike::Lookalike;
use lookalike::account::Account;

/// Waiting times for tests: long enough for an answer, almost none between attempts.
const IMPATIENT: Patience = Patience {
    answer: Duration::from_secs(10),
    connect: Duration::from_secs(10),
    tell_every: Duration::from_secs(10),
    attempts: 4,
    first_pause: Duration::from_micros(10),
    longest_pause: Duration::from_millis(1),
    all_pauses: Duration::from_secs(1),
};

/// A look-alike with this account, and a client connected to it.
async fn connect(account: Account) -> (Lookalike, Client) {
    let lookalike = Lookalike::start(account).await.unwrap();
    let client = Client::with_patience(&lookalike.url(), lookalike.key(), IMPATIENT).unwrap();
    (lookalike, client)
}

/// An account of one organization with this many people.
fn account_of(people: usize) -> Account {
    Account::generated(people, 1, 7)
}

/// The contacts' ids, sorted.
fn ids<T>(records: &[T], id: impl Fn(&T) -> u64) -> Vec<u64> {
    let mut ids: Vec<u64> = records.iter().map(id).collect();
    ids.sort_unstable();
    ids
}

async fn contacts(client: &Client) -> Result<SeenRecords<callsheet_core::domain::contact::Contact>, ItGlueError> {
    client.contacts(&Arc::new, &|_, _| ()).await
}

/// Reads all contacts and checks that exactly those of the account came.
async fn check_all_contacts_come(lookalike: &Lookalike, client: &Client) {
    let walk = contacts(client).await.unwrap();
    assert!(walk.complete);
    assert_eq!(walk.skipped, 0);
    let expected: Vec<u64> = lookalike.edit(|account| account.contacts.keys().copied().collect());
    assert_eq!(ids(&walk.records, |contact| contact.id.0), expected);
}
