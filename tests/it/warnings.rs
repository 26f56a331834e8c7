//! What the log says of a policy file that names what IT Glue does not have.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use callsheet::directory::Directory;
use callsheet::directory::snapshot::Status;
use callsheet::policy::{Policy, file};
use callsheet::warn;

use crate::support::account::{Account, fresh, now, person, usual_types};
use crate::support::logs::Logs;

/// How often to look: no test waits for it any longer.
const EVERY: Duration = Duration::from_millis(1);

fn account() -> Account {
    usual_types(Account::default()).organization(1, "Acme Corporation").with(person(1, "Jane Doe").at(1))
}

fn policy(text: &str) -> Policy {
    file::parse(text).unwrap()
}

fn warnings(logs: &Logs) -> Vec<String> {
    logs.text().lines().filter(|line| line.contains("WARN")).map(str::to_owned).collect()
}

#[tokio::test]
async fn names_without_a_record_are_warned_of_after_a_sync() {
    let logs = Logs::capture();
    let directory = Arc::new(Directory::default());
    let text = "redacted = [\"Acme\"]\n[roles]\n\"Terminatd\" = \"departed\"\n";
    let in_force = Arc::new(ArcSwap::from_pointee(policy(text)));
    let following = tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&in_force), EVERY));
    directory.publish(account().snapshot());
    logs.wait_for("line 3: roles names the contact type").await;
    let first = warnings(&logs);
    assert_eq!(first.len(), 2, "{first:?}");
    assert!(first[0].contains("line 1: redacted names an organization") && !first[0].contains("Acme"), "{first:?}");
    assert!(first[1].contains("Terminatd") && first[1].contains("Terminated"), "{first:?}");

    directory.set_status(Status { synced_at: Some(now()), ..fresh() });
    in_force.store(Arc::new(policy("redacted = [\"Acm*\", \"Bolt*\"]\n")));
    logs.wait_for("line 1: redacted has a pattern that fits no organization").await;
    assert_eq!(warnings(&logs).len(), 3, "what was told is not told again");
    following.abort();
}

#[tokio::test]
async fn before_the_first_sync_nothing_is_missing() {
    let logs = Logs::capture();
    let directory = Arc::new(Directory::default());
    let in_force = Arc::new(ArcSwap::from_pointee(policy("redacted = [\"Bolt*\"]\n")));
    let following = tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&in_force), EVERY));
    tokio::task::yield_now().await;
    in_force.store(Arc::new(policy("redacted = [\"Bolt*\"]\n[roles]\nAprover = \"executive\"\n")));
    directory.publish(account().snapshot());
    logs.wait_for("Aprover").await;
    assert_eq!(warnings(&logs).len(), 2, "{:?}", warnings(&logs));
    following.abort();
}
