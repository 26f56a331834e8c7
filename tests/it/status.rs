//! `/status`: how Callsheet fares, for those who manage the server.

use std::sync::Arc;

use callsheet_core::directory::snapshot::Status;
use callsheet_core::health::{Connection, Health, Runs, SyncFault};
use commands::Command;
use insta::assert_snapshot;
use jiff::{SignedDuration, Timestamp};
use testkit::account::{Account, now, person};
use testkit::chat::{Chat, on_a_terminal};
use testkit::desk::DeskChat;

const MANAGE: u64 = 32;

fn account() -> Account {
    Account::default()
        .organization(1, "Acme Corporation")
        .contact_type(5, "Primary Contact")
        .contact_type(6, "Owner")
        .contact_type(7, "Blue")
        .with(person(42, "Jane Doe").at(1).of_type(5).phone("4155550101"))
}

fn manager() -> Chat {
    Chat::about(&account()).permitted(MANAGE)
}

fn ago(minutes: i64) -> Timestamp {
    now() - SignedDuration::from_mins(minutes)
}

#[test]
fn a_manager_sees_how_everything_fares() {
    let health = Health {
        sweep: Runs { succeeded: Some(ago(200)), failed: Some((ago(90), SyncFault::Refused)) },
        delta: Runs { succeeded: Some(ago(4)), failed: None },
        gateway: Some(Connection { is_up: true, since: ago(300) }),
        audit_required: true,
        on_hold: 1,
        policy_since: Some(ago(10)),
        dangling: Arc::new(["line 3: organizations names no organization".to_owned()]),
        ..Health::default()
    };
    assert_snapshot!(manager().with_health(health).asks("status", &[]), @"
    How Callsheet is doing
    📇 Local copy: 1 contact, 1 client, 0 locations that you may see
    🔄 Full sync: last success 3 h ago
    ⚠️ Its last failure: 1 h ago (IT Glue rejected the API key)
    🔄 Sync of changes: last success 4 min ago
    🔌 Discord: connected 5 h ago
    📒 Audit log: intact; an answer that it can't note is refused
    ⏸️ Users with paused lookups: 1
    📜 Policy file: taken over 10 min ago
    ⚠️ The policy file names 1 thing that IT Glue doesn't have:
    • line 3: organizations names no organization
    🏷️ Contact types and what they stand for:
    • Blue → no role
    • Owner → decision maker (guessed from its name)
    • Primary Contact → primary contact
    Synced 4 min ago
    ");
}

#[test]
fn what_is_wrong_is_said_to_be_wrong() {
    let health =
        Health { gateway: Some(Connection { is_up: false, since: ago(3) }), broken_at: Some(17), ..Health::default() };
    let shown = manager().with_health(health).asks("status", &[]).to_string();
    for line in ["no success yet", "connection lost 3 min ago", "changed from outside", "Policy file: none"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
}

#[test]
fn a_technician_is_not_told() {
    assert!(manager().permitted(0).asks("status", &[]).to_string().starts_with("You don't have access"));
}

#[test]
fn the_status_can_be_asked_before_the_first_sync() {
    let shown = manager().with_status(Status::default()).asks("status", &[]).to_string();
    assert!(shown.starts_with("How Callsheet is doing"), "{shown}");
}

#[tokio::test]
async fn the_desk_counts_paused_lookups_and_watches_the_log() {
    let desk = DeskChat::of(manager()).await;
    let shown = desk.asks("status", &[]).await.to_string();
    assert!(shown.contains("Users with paused lookups: 0") && shown.contains("Audit log: intact"), "{shown}");
}

#[test]
fn a_terminal_says_nothing_of_tasks_it_does_not_have() {
    let shown = on_a_terminal(&Command::Status, &account().snapshot());
    for word in ["success yet", "Discord", "Policy file"] {
        assert!(!shown.contains(word), "{word}: {shown}");
    }
}
