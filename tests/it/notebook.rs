//! The notebook survives a restart, a kill, and the loss of the rest of the database.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use callsheet::store::Store;
use callsheet::store::notebooks::NotebookStore;
use callsheet::store::progress::Progress;
use callsheet::store::records::Saved;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::Fingerprint;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::attempts::{Attempt, Outcome, REMEMBERED, WrongReason};
use callsheet_core::notebook::{Binding, Change, Notebook};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::store::tamper;
use testkit::records::{NOON, account};

const ACME: OrganizationId = OrganizationId(10);
const GUILD: GuildId = GuildId(1);
const SERVED: BTreeSet<u64> = BTreeSet::new();

fn attempt(minute: i64) -> Change {
    Change::Attempt(Attempt {
        at: NOON + SignedDuration::from_mins(minute) + SignedDuration::from_nanos(123_456_789),
        by: UserId(u64::MAX),
        organization: Some(ACME),
        contact: ContactId(u64::MAX - 1),
        number: Some(Fingerprint(u16::MAX)),
        outcome: Outcome::WrongNumber,
        reason: None,
    })
}

fn bind(channel: u64) -> Change {
    let binding = Binding { guild: GUILD, organization: ACME, by: UserId(2) };
    Change::Bind { channel: ChannelId(channel), binding }
}

fn look(user: u64, contact: u64) -> Change {
    Change::LookedUp { user: UserId(user), contact: ContactId(contact), at: NOON }
}

fn favourite(user: u64, contact: u64, on: bool) -> Change {
    Change::Favourite { user: UserId(user), contact: ContactId(contact), on }
}

/// Every kind of change, and each kind of undoing.
fn every_change() -> Vec<Change> {
    let bare = Change::Attempt(Attempt {
        at: NOON,
        by: UserId(1),
        organization: None,
        contact: ContactId(1),
        number: None,
        outcome: Outcome::NoAnswer,
        reason: None,
    });
    let reached = Change::Attempt(Attempt {
        at: NOON,
        by: UserId(1),
        organization: Some(ACME),
        contact: ContactId(1),
        number: Some(Fingerprint(0)),
        outcome: Outcome::Reached,
        reason: None,
    });
    let Change::Attempt(call) = attempt(6) else { unreachable!() };
    let report = Attempt { reason: Some(WrongReason::SomebodyElse), ..call };
    let unbind = Change::Unbind { channel: ChannelId(2) };
    let mut changes = vec![bare, reached, attempt(5), bind(1), bind(2), unbind, bind(u64::MAX)];
    changes.extend([Change::Attempt(report), Change::Undo(report), Change::Undo(report)]);
    changes.extend((0..30).map(|contact| look(7, contact)));
    changes.extend([look(8, 1), favourite(7, 3, true), favourite(7, 4, true), favourite(7, 3, false)]);
    changes
}

fn after(changes: &[Change]) -> Notebook {
    changes.iter().fold(Notebook::default(), |notebook, change| notebook.with(*change))
}

/// A closed database with an account and the notebook that these changes leave.
async fn written(folder: &TempDir, changes: &[Change]) -> PathBuf {
    let path = folder.path().join("callsheet.db");
    let store = Store::open(&path).await.unwrap();
    let records = Changes::between(&Records::default(), &account(40));
    store.save(0, &records, &Progress::default()).await.unwrap();
    for change in changes {
        store.record(GUILD, *change).await.unwrap();
    }
    store.close().await;
    path
}

async fn read(path: &Path) -> Notebook {
    let store = Store::open(path).await.unwrap();
    let notebook = store.notebooks().await.unwrap().of(GUILD);
    store.close().await;
    notebook
}

#[tokio::test]
async fn every_change_is_there_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let changes = every_change();
    for so_far in 0..=changes.len() {
        let folder = TempDir::new_in(folder.path()).unwrap();
        let path = written(&folder, &changes[..so_far]).await;
        assert!(read(&path).await == after(&changes[..so_far]), "after {so_far}");
    }
}

#[tokio::test]
async fn an_undone_call_is_one_row_that_says_so() {
    let folder = TempDir::new().unwrap();
    let Change::Attempt(call) = attempt(0) else { unreachable!() };
    let undo = Change::Undo(call);
    let path = written(&folder, &[Change::Attempt(call), undo, undo]).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let rows: Vec<String> = sqlx::query_scalar("SELECT record FROM attempts").fetch_all(&mut connection).await.unwrap();
    assert!(rows.len() == 1 && rows[0].ends_with(r#""undone":true}"#), "{rows:?}");
    let read = read(&path).await;
    assert_eq!(read.timeline(ACME, Timestamp::MIN).count(), 0);
    assert!(read == after(&[undo, Change::Attempt(call)]), "in whichever order it was written");
}

#[tokio::test]
async fn forgotten_rows_are_deleted() {
    let folder = TempDir::new().unwrap();
    let days = |days: i64| attempt(days * 24 * 60);
    let path = written(&folder, &[days(0), days(1), days(179), days(181), days(100)]).await;
    assert_eq!(read(&path).await.timeline(ACME, Timestamp::MIN).count(), 4);
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM attempts").fetch_one(&mut connection).await.unwrap();
    assert_eq!((rows, REMEMBERED), (4, SignedDuration::from_hours(180 * 24)));
}

#[tokio::test]
async fn a_damaged_row_is_skipped_and_nothing_else_is_lost() {
    for (statements, lost) in [
        ("UPDATE attempts SET record = replace(record, 'reached', 'no_answer') WHERE record LIKE '%reached%'", 1),
        ("UPDATE attempts SET at = at + 1", 3),
        ("UPDATE bindings SET record = '{}'", 0),
        ("UPDATE bindings SET id = 77 WHERE id = 1", 0),
        ("UPDATE shelves SET digest = digest + 1", 0),
        ("UPDATE shelves SET record = CAST(x'ff' AS TEXT)", 0),
    ] {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, &every_change()).await;
        tamper(&path, statements).await;
        let store = Store::open(&path).await.unwrap();
        let (notebook, whole) = (store.notebooks().await.unwrap().of(GUILD), after(&every_change()));
        assert_ne!(notebook, whole, "{statements}");
        let count = |notebook: &Notebook| notebook.timeline(ACME, Timestamp::MIN).count();
        // Of the attempts, one belongs to no organization, and one was undone.
        assert_eq!(count(&notebook), count(&whole).saturating_sub(lost), "{statements}");
        assert_eq!(store.load().await.unwrap().records, account(40), "{statements}");
        assert_eq!(files(&folder), ["callsheet.db", "callsheet.db-shm", "callsheet.db-wal"], "{statements}");
        // It goes on from there.
        store.record(GUILD, favourite(7, 99, true)).await.unwrap();
        let favourites = store.notebooks().await.unwrap().of(GUILD).favourites(UserId(7)).last();
        assert_eq!(favourites, Some(ContactId(99)), "{statements}");
    }
}

fn files(folder: &TempDir) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut files: Vec<_> = folder.path().read_dir().unwrap().map(name).collect();
    files.sort();
    files
}

#[tokio::test]
async fn the_notebook_outlives_a_database_that_is_set_aside() {
    for statements in ["UPDATE contacts SET record = '{}' WHERE id = 7", "DROP TABLE locations"] {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, &every_change()).await;
        tamper(&path, statements).await;
        let store = Store::open(&path).await.unwrap();
        assert_eq!(store.load().await.unwrap(), Saved::default(), "{statements}");
        assert!(files(&folder).iter().any(|name| name.contains("damaged")), "{statements}");
        assert!(store.notebooks().await.unwrap().of(GUILD) == after(&every_change()), "{statements}");
        store.close().await;
        assert!(read(&path).await == after(&every_change()), "{statements}");
    }
}

#[tokio::test]
async fn a_missing_table_is_made_again_and_the_others_are_kept() {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, &every_change()).await;
    tamper(&path, "DROP TABLE attempts").await;
    let notebook = read(&path).await;
    assert_eq!(notebook.timeline(ACME, Timestamp::MIN).count(), 0);
    assert_eq!(notebook.binding(ChannelId(1)).unwrap().organization, ACME);
    assert_eq!(notebook.favourites(UserId(7)).collect::<Vec<_>>(), [ContactId(4)]);
}

/// After any flipped byte, only what was written is read.
#[tokio::test]
async fn after_damage_only_what_was_written_is_read() {
    let folder = TempDir::new().unwrap();
    let changes = every_change();
    let good = std::fs::read(written(&folder, &changes).await).unwrap();
    let whole = after(&changes);
    let (mut intact, mut rounds) = (0, 0);
    for at in (0..100).step_by(7).chain((100..good.len()).step_by(211)) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        std::fs::write(&path, bytes).unwrap();
        let store = Store::open(&path).await.unwrap();
        let before = store.notebooks().await.unwrap().of(GUILD);
        store.load().await.unwrap();
        let notebook = store.notebooks().await.unwrap().of(GUILD);
        for found in [before, notebook.clone()] {
            let times = |notebook: &Notebook| notebook.timeline(ACME, Timestamp::MIN).copied().collect::<Vec<_>>();
            assert!(times(&found).iter().all(|attempt| times(&whole).contains(attempt)), "byte {at}");
            for channel in (0..100).chain([u64::MAX]).map(ChannelId) {
                let binding = found.binding(channel);
                assert!(binding.is_none() || binding == whole.binding(channel), "byte {at}");
            }
        }
        store.record(GUILD, bind(50)).await.unwrap();
        store.close().await;
        intact += usize::from(notebook == whole);
        rounds += 1;
    }
    assert!(intact * 10 > rounds * 8, "kept whole after {intact} of {rounds} damages");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_at_the_same_time_do_not_lose_each_other() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let keeper = Arc::new(NotebookStore::open(Store::open(&path).await.unwrap(), &SERVED).await.unwrap());
    let recording: Vec<_> = (0..50)
        .map(|number| {
            let keeper = Arc::clone(&keeper);
            tokio::spawn(async move {
                keeper.record(GUILD, attempt(i64::try_from(number).unwrap())).await.unwrap();
                keeper.record(GUILD, favourite(1, number, true)).await.unwrap();
                // A recorded change is visible to its recorder.
                assert!(keeper.current().of(GUILD).favourites(UserId(1)).any(|contact| contact == ContactId(number)));
            })
        })
        .collect();
    for recorded in recording {
        recorded.await.unwrap();
    }
    let current = keeper.current().of(GUILD);
    assert_eq!(current.timeline(ACME, Timestamp::MIN).count(), 50);
    assert_eq!(current.favourites(UserId(1)).count(), 50);
    assert!(current == read(&path).await, "memory and disk agree");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn lookups_at_the_same_time_are_all_on_disk_once_recorded() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let keeper = Arc::new(NotebookStore::open(Store::open(&path).await.unwrap(), &SERVED).await.unwrap());
    let recording: Vec<_> = (0..50)
        .map(|number| {
            let (keeper, path) = (Arc::clone(&keeper), path.clone());
            tokio::spawn(async move {
                let (user, contact) = (UserId(number % 5), ContactId(number));
                keeper.record_lookup(GUILD, Change::LookedUp { user, contact, at: NOON }).await.unwrap();
                for notebook in [keeper.current().of(GUILD), read(&path).await] {
                    assert!(notebook.recents(user).any(|recent| recent == contact), "{number}");
                }
            })
        })
        .collect();
    for recorded in recording {
        recorded.await.unwrap();
    }
    assert!(keeper.current().of(GUILD) == read(&path).await, "memory and disk agree");
}

#[tokio::test]
async fn a_change_that_cannot_be_written_is_not_shown() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    let keeper = NotebookStore::open(store.clone(), &SERVED).await.unwrap();
    keeper.record(GUILD, bind(1)).await.unwrap();
    store.close().await;
    assert!(keeper.record(GUILD, bind(2)).await.is_err());
    assert!(keeper.current().of(GUILD).binding(ChannelId(1)).is_some());
    assert!(keeper.current().of(GUILD).binding(ChannelId(2)).is_none());
}

const VICTIM: &str = "CALLSHEET_TEST_FORGETFUL";

/// The process to be killed records one attempt after the other, and prints each.
#[expect(clippy::print_stdout, reason = "this is how it says so")]
async fn record_until_killed(path: &Path) {
    let keeper = NotebookStore::open(Store::open(path).await.unwrap(), &SERVED).await.unwrap();
    let start = keeper.current().of(GUILD).timeline(ACME, Timestamp::MIN).count();
    for number in start..start + 10_000 {
        keeper.record(GUILD, attempt(i64::try_from(number).unwrap())).await.unwrap();
        println!("recorded {}", number + 1);
    }
}

#[tokio::test]
async fn a_kill_loses_no_acknowledged_change() {
    if let Some(path) = std::env::var_os(VICTIM) {
        return record_until_killed(Path::new(&path)).await;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    for round in 0..8u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "notebook::a_kill_loses_no_acknowledged_change", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let number = |line: String| line.strip_prefix("recorded ").and_then(|number| number.parse::<usize>().ok());
        let mut said = lines.by_ref().find_map(number).unwrap();
        std::thread::sleep(Duration::from_micros(round * 700));
        child.kill().unwrap();
        child.wait().unwrap();
        said = lines.filter_map(number).last().unwrap_or(said);
        let found = read(&path).await.timeline(ACME, Timestamp::MIN).count();
        assert!(found == said || found == said + 1, "{found} on disk, {said} announced");
    }
}
