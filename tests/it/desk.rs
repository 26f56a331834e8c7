//! The desk, which every answer passes: what it does while the journal cannot be written, and afterwards.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use callsheet::config::audit::Audit;
use callsheet::store::journal::beside;
use callsheet::store::journal::read::Reader;
use callsheet_core::journal::check::{Against, Check};
use callsheet_core::journal::{Action, Entry, Outcome};
use futures_util::TryStreamExt;
use insta::assert_snapshot;
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use crate::store::tamper;
use testkit::account::{Account, location, person, usual_types};
use testkit::chat::{Chat, Shown, asked, typed, used, used_on};
use testkit::desk::DeskChat;
use testkit::logs::Logs;

const ON: Audit = Audit { required: true, retention: None };
const OFF: Audit = Audit { required: false, retention: None };

const NO_TRIGGERS: &str = "DROP TRIGGER journal_update; DROP TRIGGER journal_delete; DROP TRIGGER journal_insert;
                           DROP TRIGGER base_update; DROP TRIGGER base_delete";

/// What no refusal and no log may contain.
const TOLD: [&str; 9] =
    ["Wilhelmina", "Featherstone", "Quill", "Key Holder", "4155550142", "0142", "w@acme.example", "beehives", "Acme"];

fn chat() -> Chat {
    let wilhelmina = person(1, "Wilhelmina Featherstone").at(1).of_type(1).title("Key Holder").vip();
    let wilhelmina = wilhelmina.phone("4155550142").email("w@acme.example").notes("Runs the beehives.");
    let account = usual_types(Account::default()).organization(1, "Acme Corporation").with(wilhelmina);
    let account = account.location_like(location(1, 1, ["Austin", "Texas", "United States"]));
    let account = account.with(person(2, "Barnaby Quill").at(1).of_type(2).phone("4155550143"));
    // All questions come at one moment.
    Chat::about(&account).with_policy("open = true\n[brake]\nquestions_per_minute = 1000").permitted(1 << 5)
}

/// Every kind of typed question.
fn questions() -> Vec<Value> {
    let organization = ("organization", "id:1");
    vec![
        asked("contact", &[("name", "id:1")]),
        asked("contact", &[("name", "wilhelmina or barnaby")]),
        asked("vip", &[]),
        asked("primary", &[organization]),
        asked("directory", &[organization]),
        asked("who-can", &[("action", "purchase"), organization]),
        asked("bind", &[organization]),
        asked("unbind", &[]),
        used_on("Who do I call?", &json!({ "content": "Acme Corporation is down" })),
        typed("contact", &[("name", "wilh")]),
        typed("vip", &[("name", "feath")]),
        typed("primary", &[("organization", "acm")]),
        typed("directory", &[("organization", "acm")]),
        typed("who-can", &[("action", "")]),
    ]
}

/// Every button and every entry of a menu.
fn clicks(shown: &Shown) -> Vec<Value> {
    let (mut clicks, mut values) = (Vec::new(), vec![&shown.body()["data"]["components"]]);
    while let Some(value) = values.pop() {
        if let Some(custom_id) = value["custom_id"].as_str() {
            let entries = value["options"].as_array();
            let entry = |entry: &Value| used(custom_id, entry["value"].as_str());
            clicks.extend(entries.map_or_else(|| vec![used(custom_id, None)], |all| all.iter().map(entry).collect()));
        }
        values.extend(value.as_array().into_iter().flatten());
        values.extend(value.get("components"));
    }
    clicks
}

fn of_people(text: &str) -> Vec<&'static str> {
    TOLD.into_iter().filter(|told| text.contains(told)).collect()
}

#[tokio::test]
async fn without_a_writable_journal_nothing_is_shown() {
    let logs = Logs::capture();
    let desk = DeskChat::of(chat()).await;
    let mut asked = questions();
    let mut telling = 0;
    for question in questions() {
        let shown = desk.posts(&question).await;
        telling += usize::from(!of_people(&shown.body().to_string()).is_empty());
        asked.extend(clicks(&shown));
    }
    assert!(telling > 10 && asked.len() > 30, "{telling} {}", asked.len());
    let remembered = desk.desk().notebooks.current();

    desk.desk().journal.close().await;
    let (so_far, mut said) = (logs.text().len(), BTreeSet::new());
    for question in &asked {
        let refused = desk.sends(question).await;
        assert!(refused.file().is_none(), "{question}");
        assert_eq!(of_people(&refused.body().to_string()), [""; 0], "{question}");
        said.insert(refused.to_string());
    }
    assert_snapshot!(said.into_iter().collect::<String>(), @"
    Can't show this right now
    Callsheet can't write to its audit log, so it shows nothing. Tell your bot admin.
    No suggestions: the audit log can't be written […]
    ");
    // Neither the outcome of a call nor a favourite nor a channel's client.
    assert_eq!(desk.desk().notebooks.current(), remembered);
    // Without the moments, whose digits may be those of a number.
    let text = logs.text()[so_far..].to_owned();
    let lines = text.lines().map(|line| line.split_once(' ').map_or(line, |(_, said)| said));
    let log = lines.collect::<Vec<_>>().join("\n");
    assert_eq!(log.matches("ERROR ").count(), asked.len(), "one line each");
    assert_eq!(of_people(&log), [""; 0]);
}

async fn locked(path: &Path) -> SqliteConnection {
    let mut other = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut other).await.unwrap();
    other
}

async fn card(desk: &DeskChat, contact: u64) -> bool {
    let shown = desk.asks("contact", &[("name", &format!("id:{contact}"))]).await.body().to_string();
    assert!(shown.contains("Can't show this right now") != shown.contains("555 014"), "{shown}");
    shown.contains("555 014")
}

/// The contacts that the journal names as shown, if it is intact.
async fn noted(desk: &DeskChat) -> Vec<u64> {
    let shown = |entry: Entry| match (&entry.outcome, &entry.action) {
        (Outcome::Disclosed, Action::Command(_)) => entry.contacts.first().map(|contact| contact.0),
        _ => None,
    };
    verified(&desk.database()).await.into_iter().filter_map(shown).collect()
}

async fn verified(database: &Path) -> Vec<Entry> {
    let mut reader = Reader::open(database).await.unwrap().unwrap();
    let mut check = Check::new(reader.base(), Against::default());
    let entries = reader.rows().map_ok(|row| check.next(&row).unwrap()).try_collect().await.unwrap();
    check.finish().unwrap();
    entries
}

#[tokio::test]
async fn a_locked_journal_refuses_answers_until_unlocked() {
    let logs = Logs::capture();
    let desk = DeskChat::audited(chat(), ON).await;
    assert!(card(&desk, 1).await);
    let lock = locked(&beside(&desk.database()).unwrap()).await;
    assert!(!card(&desk, 1).await);
    lock.close().await.unwrap();
    assert!(card(&desk, 2).await);
    assert_eq!(noted(&desk).await, [1, 2]);
    let log = logs.text();
    let told: Vec<&str> = log.lines().filter(|line| line.contains(" ERROR ")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("refused an answer: the audit log cannot be written"), "{told:?}");
    assert!(told[0].contains("database is locked"), "{told:?}");
    assert_eq!(of_people(&log), [""; 0]);
}

#[tokio::test]
async fn a_folder_in_the_journals_place_refuses_answers() {
    let desk = DeskChat::audited(chat(), ON).await;
    assert!(card(&desk, 1).await);
    let path = beside(&desk.database()).unwrap();
    let away = path.with_extension("away");
    fs::rename(&path, &away).unwrap();
    fs::create_dir(&path).unwrap();
    // SQLite alone would go on with the renamed file.
    assert!(!card(&desk, 1).await && !card(&desk, 1).await);
    fs::remove_dir(&path).unwrap();
    fs::rename(&away, &path).unwrap();
    assert!(card(&desk, 2).await);
    // The answer that found the file gone is in the journal: one entry more than was shown, never one less.
    assert_eq!(noted(&desk).await, [1, 1, 2]);
}

#[tokio::test]
async fn a_removed_or_replaced_journal_stops_the_next_answer() {
    let logs = Logs::capture();
    let desk = DeskChat::audited(chat(), ON).await;
    assert!(card(&desk, 1).await);
    let path = beside(&desk.database()).unwrap();
    let files = ["", "-wal", "-shm"].map(|ending| format!("{}{ending}", path.display()));
    for file in &files {
        fs::remove_file(file).unwrap();
    }
    // The caller who finds it gone is refused; the journal notes the loss and the question.
    assert!(!card(&desk, 2).await && card(&desk, 2).await);
    assert_eq!(noted(&desk).await, [2, 2]);
    // Up to the last entry of the lost journal.
    logs.wait_for("moved, removed or replaced while it was open: going on with what is there now head=2:").await;

    // With its log beside it, SQLite would recover all of it.
    for file in &files[1..] {
        fs::remove_file(file).unwrap();
    }
    let garbage = path.with_extension("garbage");
    fs::write(&garbage, vec![0x5a; 20_000]).unwrap();
    fs::rename(&garbage, &path).unwrap();
    assert!(!card(&desk, 1).await && card(&desk, 1).await);
    assert_eq!(noted(&desk).await.last(), Some(&1));
    logs.wait_for("the audit log is damaged").await;
}

/// Ways to remove the last entry from a running bot's journal.
const CUTS: [&str; 5] = [
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    "DELETE FROM journal",
    "UPDATE base SET seq = (SELECT max(seq) FROM journal), hash = (SELECT hash FROM journal ORDER BY seq DESC LIMIT 1);
     DELETE FROM journal",
    "UPDATE journal SET hash = zeroblob(32) WHERE seq = (SELECT max(seq) FROM journal)",
    "DELETE FROM journal WHERE seq > 1; INSERT INTO journal (seq, entry, hash) SELECT 2, entry, zeroblob(32) FROM journal;
     INSERT INTO journal (seq, entry, hash) SELECT 3, entry, zeroblob(32) FROM journal WHERE seq = 1;
     INSERT INTO journal (seq, entry, hash) SELECT 4, entry, zeroblob(32) FROM journal WHERE seq = 1",
];

#[tokio::test]
async fn a_tail_cut_under_the_running_bot_refuses_the_next_answer() {
    for cut in CUTS {
        let logs = Logs::capture();
        let desk = DeskChat::audited(chat(), ON).await;
        let broken = desk.desk().journal.broken();
        assert!(card(&desk, 1).await && card(&desk, 2).await && card(&desk, 1).await && broken.borrow().is_none());
        let path = beside(&desk.database()).unwrap();
        tamper(&path, NO_TRIGGERS).await;
        tamper(&path, cut).await;
        let refused = desk.asks("contact", &[("name", "id:2")]).await;
        assert!(refused.to_string().contains("can't write to its audit log"), "{cut}: {refused}");
        assert_eq!(of_people(&refused.body().to_string()), [""; 0]);
        assert!(logs.text().contains("not as it was left"), "{cut}");
        let entry = broken.borrow().unwrap();
        let entries = desk.entries().await;
        let noted = usize::try_from(entry).unwrap() - usize::try_from(first_of(&desk).await).unwrap();
        assert!(matches!(entries[noted].action, Action::Broken { noted: Some(_) }), "{cut}");
        // From there on it works as usual.
        assert!(card(&desk, 2).await && card(&desk, 1).await);
        assert_eq!((desk.entries().await.len(), *broken.borrow()), (entries.len() + 2, Some(entry)), "{cut}");
    }
}

async fn first_of(desk: &DeskChat) -> u64 {
    let mut reader = Reader::open(&desk.database()).await.unwrap().unwrap();
    reader.rows().try_next().await.unwrap().unwrap().seq
}

#[tokio::test]
async fn an_older_copy_under_the_running_bot_refuses_an_answer() {
    let desk = DeskChat::audited(chat(), ON).await;
    assert!(card(&desk, 1).await);
    let path = beside(&desk.database()).unwrap();
    tamper(&path, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    let copy = fs::read(&path).unwrap();
    assert!(card(&desk, 2).await);
    for file in ["", "-wal", "-shm"] {
        fs::remove_file(format!("{}{file}", path.display())).unwrap();
    }
    fs::write(&path, copy).unwrap();
    assert!(!card(&desk, 2).await && card(&desk, 2).await);
    assert_eq!(noted(&desk).await, [1, 2, 2]);
}

#[tokio::test]
async fn with_an_optional_journal_a_cut_is_noted_only() {
    let logs = Logs::capture();
    let desk = DeskChat::audited(chat(), OFF).await;
    assert!(card(&desk, 1).await && card(&desk, 2).await);
    let mut broken = desk.desk().journal.broken();
    // Pending entries are written first.
    desk.desk().journal.append(&[Entry::new(desk.now(), Action::Alert)]).await.unwrap();
    let path = beside(&desk.database()).unwrap();
    tamper(&path, NO_TRIGGERS).await;
    tamper(&path, CUTS[1]).await;
    assert!(card(&desk, 2).await);
    broken.wait_for(Option::is_some).await.unwrap();
    assert!(card(&desk, 1).await);
    desk.desk().journal.close().await;
    assert_eq!(noted(&desk).await, [2, 1]);
    assert!(matches!(verified(&desk.database()).await[0].action, Action::Broken { noted: Some(_) }));
    assert!(!logs.text().contains("answered without an entry"), "{}", logs.text());
}

#[tokio::test]
async fn a_log_removed_beside_the_journal_takes_no_entry_with_it() {
    let desk = DeskChat::audited(chat(), ON).await;
    assert!(card(&desk, 1).await);
    let log = format!("{}-wal", beside(&desk.database()).unwrap().display());
    fs::remove_file(log).unwrap();
    assert!(card(&desk, 2).await && card(&desk, 1).await);
    assert_eq!(noted(&desk).await.first(), Some(&1));
    assert_eq!(noted(&desk).await.last(), Some(&1));
    assert!(noted(&desk).await.contains(&2));
}

#[tokio::test]
async fn answers_do_not_depend_on_an_optional_journal() {
    let logs = Logs::capture();
    let desk = DeskChat::audited(chat(), OFF).await;
    let lock = locked(&beside(&desk.database()).unwrap()).await;
    // The lock is held until these are answered.
    assert!(card(&desk, 1).await && card(&desk, 2).await);
    logs.wait_for("answered without an entry in the audit log").await;
    lock.close().await.unwrap();
    for contact in [2, 1, 1, 2, 1] {
        assert!(card(&desk, contact).await);
    }
    desk.desk().journal.close().await;
    assert!(noted(&desk).await.ends_with(&[2, 1, 1, 2, 1]));
    assert!(card(&desk, 1).await);
    logs.wait_for("closed pool").await;
    assert_eq!(of_people(&logs.text()), [""; 0]);
}
