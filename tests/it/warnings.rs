//! Log warnings about names in the policy file that IT Glue does not have.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use callsheet::warn;
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::Status;
use callsheet_core::policy::{Policy, file};

use testkit::account::{Account, fresh, now, person, usual_types};
use testkit::logs::Logs;

/// Short, so that no test waits for a check.
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
    let following = tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&in_force), Arc::default(), EVERY));
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

/// Renaming a client in IT Glue can end a rule written for its name.
#[tokio::test]
async fn a_rule_that_a_new_name_escapes_or_meets_is_warned_of() {
    let logs = Logs::capture();
    let directory = Arc::new(Directory::default());
    let text = "redacted = [\"Quiet*\", 3, \"Bolt*\"]\n[[access]]\nexcept = [\"Walled*\"]\n";
    let in_force = Arc::new(ArcSwap::from_pointee(policy(text)));
    let following = tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&in_force), Arc::default(), EVERY));
    let called = |names: [&str; 5], carried: &str, minute: i64| {
        let account = (1..).zip(names).fold(account(), |account, (id, name)| account.organization(id, name));
        let synced_at = Some(now() + jiff::SignedDuration::from_mins(minute));
        let account = account.with(person(2, "John Roe").at(6).carrying(carried));
        account.snapshot().with_status(Status { synced_at, ..Status::default() })
    };
    directory.publish(called(["Quiet Clinic", "Acme", "Hooli", "Walled Garden", "Globex"], "Quiet Inc", 1));
    logs.wait_for("a pattern that fits no organization").await;
    directory.publish(called(["Qu\u{ad}iet CLINIC", "Acme", "Holi", "Walled  Garden", "Globex"], "Quiet Inc", 2));
    directory.publish(called(["Loud Clinic", "Quiet Acme", "Quiet Hooli", "Garden", "Walled Globex"], "Inc", 3));
    logs.wait_for("organizations are excepted now").await;
    let told = warnings(&logs);
    assert_eq!(told.len(), 5, "{told:?}");
    for (line, expected) in told.iter().skip(1).zip([
        "organizations are not redacted any more: they have other names in IT Glue count=2 organizations=\"1 6\"",
        "organizations are redacted now: they have other names in IT Glue count=1 organizations=\"2\"",
        "organizations are not excepted any more: they have other names in IT Glue count=1 organizations=\"4\"",
        "organizations are excepted now: they have other names in IT Glue count=1 organizations=\"5\"",
    ]) {
        assert!(line.ends_with(expected), "{told:?}");
    }
    // Another policy file may hide other clients without a warning.
    in_force.store(Arc::new(policy("\nredacted = [\"Garden\", \"Bolt*\"]\n")));
    logs.wait_for("line 2: redacted").await;
    following.abort();
    assert_eq!(warnings(&logs).len(), 6, "{:?}", warnings(&logs));
}

#[tokio::test]
async fn before_the_first_sync_nothing_is_missing() {
    let logs = Logs::capture();
    let directory = Arc::new(Directory::default());
    let in_force = Arc::new(ArcSwap::from_pointee(policy("redacted = [\"Bolt*\"]\n")));
    let following = tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&in_force), Arc::default(), EVERY));
    tokio::task::yield_now().await;
    in_force.store(Arc::new(policy("redacted = [\"Bolt*\"]\n[roles]\nAprover = \"executive\"\n")));
    directory.publish(account().snapshot());
    logs.wait_for("Aprover").await;
    assert_eq!(warnings(&logs).len(), 2, "{:?}", warnings(&logs));
    following.abort();
}
