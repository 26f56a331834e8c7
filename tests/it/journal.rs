//! The audit journal on disk: acknowledged entries are there, unchanged, and any loss or change is reported.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use callsheet::store::Store;
use callsheet::store::error::StoreError;
use callsheet::store::journal::read::Reader;
use callsheet::store::journal::{Journal, beside};
use callsheet::store::key::Key;
use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::journal::chain::{Fault, Head, Row, What};
use callsheet_core::journal::check::{Against, Check};
use callsheet_core::journal::{Action, Entry, Outcome};
use futures_util::TryStreamExt;
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use secrecy::ExposeSecret;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::store::tamper;
use testkit::records::NOON;

/// A look-up of a contact on a day, counted from a fixed one.
pub(crate) fn lookup(contact: u64, day: i64) -> Entry {
    Entry {
        user: Some(UserId(7)),
        contacts: BTreeSet::from([ContactId(contact)]),
        outcome: Outcome::Disclosed,
        ..Entry::new(NOON + SignedDuration::from_hours(24 * day), Action::Command("contact".into()))
    }
}

fn lookups(contacts: impl IntoIterator<Item = u64>) -> Vec<Entry> {
    contacts.into_iter().map(|contact| lookup(contact, 0)).collect()
}

/// The journal of a database in the clear.
pub(crate) async fn opened(database: &Path) -> Result<Journal, StoreError> {
    Journal::of(&Store::open(database).await?).await
}

/// The path of a database, with a journal of these entries beside it, one append each. The database itself does not
/// exist.
pub(crate) async fn written(folder: &TempDir, entries: &[Entry]) -> PathBuf {
    let database = folder.path().join("callsheet.db");
    let store = Store::open(&database).await.unwrap();
    let journal = Journal::of(&store).await.unwrap();
    for entry in entries {
        journal.append(std::slice::from_ref(entry)).await.unwrap();
    }
    journal.close().await;
    store.close().await;
    std::fs::remove_file(&database).unwrap();
    database
}

async fn stored(database: &Path) -> Result<(Head, Vec<Row>), StoreError> {
    let mut reader = Reader::open(database).await?.unwrap();
    let rows = reader.rows().try_collect().await?;
    Ok((reader.base(), rows))
}

fn verify(base: Head, rows: &[Row]) -> Result<(Head, Vec<Entry>), Fault> {
    let mut check = Check::new(base, Against::default());
    let entries = rows.iter().map(|row| check.next(row)).collect::<Result<_, _>>()?;
    Ok((check.finish()?.head, entries))
}

/// The journal's entries if the chain is intact.
pub(crate) async fn entries(database: &Path) -> Vec<Entry> {
    let (base, rows) = stored(database).await.unwrap();
    verify(base, &rows).unwrap().1
}

fn contacts(entries: &[Entry]) -> Vec<u64> {
    entries.iter().flat_map(|entry| &entry.contacts).map(|contact| contact.0).collect()
}

#[tokio::test]
async fn appended_entries_are_there_in_order_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..3)).await;
    let journal = opened(&database).await.unwrap();
    journal.append(&lookups(3..6)).await.unwrap();
    journal.append(&[]).await.unwrap();
    // Also read while it is open.
    assert_eq!(contacts(&entries(&database).await), [0, 1, 2, 3, 4, 5]);
    journal.close().await;
    assert_eq!(entries(&database).await, lookups(0..6));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn appends_at_the_same_time_and_of_two_processes_make_one_chain() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journals = [opened(&database).await.unwrap(), opened(&database).await.unwrap()];
    let appending = (0..400).map(|number| {
        let journal = journals[usize::from(number % 2 == 0)].clone();
        tokio::spawn(async move { journal.append(&lookups([3 * number, 3 * number + 1, 3 * number + 2])).await })
    });
    for appended in join_all(appending).await {
        appended.unwrap().unwrap();
    }
    let found = contacts(&entries(&database).await);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 1200);
    // Entries of one append stay together.
    assert!(found.chunks(3).all(|three| three[0] % 3 == 0 && three[1] == three[0] + 1 && three[2] == three[0] + 2));
}

#[tokio::test]
async fn one_append_may_be_larger_than_a_batch() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    for entries in [0..5000, 5000..5700, 5700..5701] {
        journal.append(&lookups(entries)).await.unwrap();
    }
    assert_eq!(entries(&database).await, lookups(0..5701));
}

#[tokio::test]
async fn a_failed_append_is_not_acknowledged_and_later_ones_are() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    journal.append(&lookups([1])).await.unwrap();
    let options = SqliteConnectOptions::new().filename(beside(&database).unwrap());
    let mut other = options.connect().await.unwrap();
    let lock = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    for refused in join_all((2..20).map(|contact| {
        let journal = journal.clone();
        async move { journal.append(&lookups([contact])).await }
    }))
    .await
    {
        assert!(matches!(refused, Err(StoreError::Unwritten(_))), "{refused:?}");
    }
    lock.rollback().await.unwrap();
    journal.append(&lookups([20])).await.unwrap();
    assert_eq!(contacts(&entries(&database).await), [1, 20]);
    journal.close().await;
    assert!(journal.append(&lookups([21])).await.is_err());
    assert!(journal.prune(Timestamp::MAX, NOON).await.is_err());
}

#[tokio::test]
async fn an_end_changed_under_the_bot_is_told_by_the_next_entry() {
    let changes = [
        "DROP TRIGGER journal_delete; DELETE FROM journal WHERE seq = 2",
        "DROP TRIGGER journal_delete; DELETE FROM journal",
        "DROP TRIGGER journal_update; UPDATE journal SET hash = zeroblob(32) WHERE seq = 2",
        "DROP TRIGGER journal_update; UPDATE journal SET seq = 9 WHERE seq = 2",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET seq = 1",
        "UPDATE checkpoint SET hash = zeroblob(32)",
        "UPDATE checkpoint SET copy = proof",
        "UPDATE checkpoint SET proof = zeroblob(32)",
        "UPDATE checkpoint SET key = zeroblob(32)",
    ];
    let key = Key::parse(Key::generate().unwrap().expose_secret());
    for (key, changes) in [(None, &changes[..4]), (key, &changes[..])] {
        for change in changes {
            let folder = TempDir::new().unwrap();
            let database = folder.path().join("callsheet.db");
            let store = Store::open_with_key(&database, key.as_ref()).await.unwrap();
            let journal = Journal::of(&store).await.unwrap();
            journal.append(&lookups([1])).await.unwrap();
            journal.append(&lookups([2])).await.unwrap();
            tamper(&beside(&database).unwrap(), change).await;
            let told = journal.append(&lookups([3])).await;
            assert!(matches!(told, Err(StoreError::Broken)), "{change}: {told:?}");
            journal.append(&lookups([4])).await.unwrap();
            journal.close().await;
            store.close().await;
            let (_, rows) = stored(&database).await.unwrap();
            let last: Vec<_> = rows.iter().rev().take(3).map(|row| Entry::decode(&row.entry).unwrap()).collect();
            assert_eq!(contacts(&last), [4, 3], "{change}");
            assert!(matches!(last[2].action, Action::Broken { .. }), "{change}");
        }
    }
}

#[tokio::test]
async fn unawaited_entries_are_written_in_order_also_at_the_end() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    for contact in 0..1000 {
        drop(journal.append(&lookups([contact])));
    }
    journal.close().await;
    assert_eq!(contacts(&entries(&database).await), (0..1000).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_full_queue_refuses_the_next_entry_at_once() {
    let folder = TempDir::new().unwrap();
    let journal = opened(&folder.path().join("callsheet.db")).await.unwrap();
    // Nothing is taken from the queue before this test awaits something.
    let appends: Vec<_> = (0..1025).map(|contact| journal.append(&lookups([contact]))).collect();
    let outcomes = join_all(appends).await;
    assert!(outcomes[..1024].iter().all(Result::is_ok));
    assert!(matches!(outcomes[1024], Err(StoreError::Busy)), "{:?}", outcomes[1024]);
}

#[tokio::test]
async fn a_sync_that_is_saving_does_not_hold_up_the_journal() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let store = Store::open(&database).await.unwrap();
    let journal = opened(&database).await.unwrap();
    let mut saving = SqliteConnectOptions::new().filename(&database).connect().await.unwrap();
    let _lock = saving.begin_with("BEGIN IMMEDIATE").await.unwrap();
    journal.append(&lookups([1])).await.unwrap();
    drop(store);
}

#[tokio::test]
async fn the_engine_refuses_every_change_but_pruning() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..5)).await;
    let path = beside(&database).unwrap();
    let mut other = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    for statement in [
        "UPDATE journal SET entry = '{}' WHERE seq = 2",
        "UPDATE journal SET seq = 9 WHERE seq = 5",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 5",
        "INSERT INTO journal (seq, entry, hash) VALUES (7, '{}', x'00')",
        "INSERT OR REPLACE INTO journal (seq, entry, hash) VALUES (5, '{}', x'00')",
        "INSERT INTO journal (seq, entry, hash) VALUES (NULL, '{}', x'00')",
        "UPDATE base SET seq = -1",
        "DELETE FROM base",
    ] {
        assert!(sqlx::query(statement).execute(&mut other).await.is_err(), "{statement}");
    }
    assert_eq!(entries(&database).await, lookups(0..5));
}

const NO_TRIGGERS: &str = "DROP TRIGGER journal_update; DROP TRIGGER journal_delete; DROP TRIGGER journal_insert;
                           DROP TRIGGER base_update; DROP TRIGGER base_delete;";

#[tokio::test]
async fn the_chain_tells_of_changes_made_past_the_engine() {
    let missing = |seq| Fault { seq, what: What::Missing };
    let edited = |seq| Fault { seq, what: What::Edited };
    for (statements, fault) in [
        ("UPDATE journal SET entry = replace(entry, '\"contacts\":[2]', '\"contacts\":[9]') WHERE seq = 3", edited(3)),
        ("UPDATE journal SET entry = CAST(x'ff' AS TEXT) WHERE seq = 3", edited(3)),
        ("UPDATE journal SET entry = '' WHERE seq = 3", edited(3)),
        ("UPDATE journal SET hash = x'' WHERE seq = 3", edited(3)),
        ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 3", edited(3)),
        ("UPDATE journal SET seq = 77 WHERE seq = 3", missing(3)),
        ("UPDATE journal SET seq = -3 WHERE seq = 3", Fault { seq: 0, what: What::OutOfOrder }),
        ("DELETE FROM journal WHERE seq = 3", missing(3)),
        ("DELETE FROM journal WHERE seq <= 3", missing(1)),
        (
            "DELETE FROM journal WHERE seq <= 3; UPDATE base SET seq = 3, hash = x'00'",
            Fault { seq: 0, what: What::Unanchored },
        ),
        (
            "UPDATE journal SET seq = 77 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4;
             UPDATE journal SET seq = 4 WHERE seq = 77",
            edited(3),
        ),
        (
            "UPDATE journal SET seq = seq + 100 WHERE seq > 3; UPDATE journal SET seq = seq - 99 WHERE seq > 100;
             INSERT INTO journal SELECT 4, entry, hash, seal FROM journal WHERE seq = 3",
            edited(4),
        ),
    ] {
        let folder = TempDir::new().unwrap();
        let database = written(&folder, &lookups(0..6)).await;
        let path = beside(&database).unwrap();
        tamper(&path, NO_TRIGGERS).await;
        tamper(&path, statements).await;
        match stored(&database).await {
            Ok((base, rows)) => assert_eq!(verify(base, &rows).unwrap_err(), fault, "{statements}"),
            // The base row has no hash at all.
            Err(error) => assert!(matches!(error, StoreError::Damaged { .. }) && fault.seq == 0, "{statements}"),
        }
    }
}

/// All bytes of the file's first pages, and every 13th of the others.
#[tokio::test]
async fn a_flipped_byte_of_the_file_is_harmless_or_noticed() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..30)).await;
    let good = std::fs::read(beside(&database).unwrap()).unwrap();
    let intact = stored(&database).await.unwrap();
    let (mut noticed, mut flips) = (0, 0);
    for at in (0..200).chain((200..good.len()).step_by(13)) {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("callsheet.db");
        let mut bytes = good.clone();
        bytes[at] ^= 0x01;
        std::fs::write(beside(&database).unwrap(), bytes).unwrap();
        let is_noticed = match stored(&database).await {
            Err(_) => true,
            Ok((base, rows)) => {
                let verified = verify(base, &rows);
                // The chain alone can miss only a cut at its end.
                assert!(verified.is_err() || intact.1.starts_with(&rows), "byte {at}");
                verified.is_err() || rows.len() < intact.1.len()
            }
        };
        noticed += usize::from(is_noticed);
        flips += 1;
    }
    assert!(noticed > 100, "{noticed} of {flips}");
}

fn files(folder: &TempDir) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut files: Vec<_> = folder.path().read_dir().unwrap().map(name).collect();
    files.sort();
    files
}

#[cfg(unix)]
#[tokio::test]
async fn the_journal_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let journal = opened(&folder.path().join("callsheet.db")).await.unwrap();
    journal.append(&lookups([1])).await.unwrap();
    assert!(files(&folder).iter().any(|name| name == "callsheet.db.audit-wal"), "{:?}", files(&folder));
    for file in folder.path().read_dir().unwrap() {
        assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn pruning_removes_the_oldest_and_the_rest_stays_provable() {
    let folder = TempDir::new().unwrap();
    let days: Vec<Entry> = (0..10_i64).map(|day| lookup(1000 + day.unsigned_abs(), day)).collect();
    let database = written(&folder, &days).await;
    let journal = opened(&database).await.unwrap();
    let day = |day| lookup(0, day).at;
    assert_eq!(journal.prune(day(0), day(10)).await.unwrap(), 0);
    assert_eq!(journal.prune(day(4), day(10)).await.unwrap(), 4);
    assert_eq!(journal.prune(day(4), day(10)).await.unwrap(), 0);
    let (base, rows) = stored(&database).await.unwrap();
    let (_, entries) = verify(base, &rows).unwrap();
    assert_eq!((base.seq, rows[0].seq, rows.len()), (4, 5, 7));
    assert_eq!(entries[..6], days[4..]);
    assert_eq!(entries[6], Entry::new(day(10), Action::Pruned(base)));
    journal.append(&[lookup(5, 11)]).await.unwrap();
    journal.close().await;
    // The removed entries are nowhere in the files.
    let bytes = std::fs::read(beside(&database).unwrap()).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("[1004]") && !holds("[1003]") && !holds("[1000]"));

    // All entries, including the note about the first pruning.
    let journal = opened(&database).await.unwrap();
    assert_eq!(journal.prune(Timestamp::MAX, day(20)).await.unwrap(), 8);
    let (base, rows) = stored(&database).await.unwrap();
    assert_eq!((base.seq, rows.len(), verify(base, &rows).unwrap().0.seq), (12, 1, 13));
}

/// However much there is to remove, an answer waits for one piece at most.
#[tokio::test]
async fn entries_get_through_while_many_are_removed() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    journal.append(&lookups(0..2500)).await.unwrap();
    let answering = async {
        for contact in 1..=4 {
            journal.append(&[lookup(contact, 5)]).await.unwrap();
        }
    };
    let (pruned, ()) = tokio::join!(journal.prune(lookup(0, 3).at, lookup(0, 6).at), answering);
    assert_eq!(pruned.unwrap(), 2500);
    let (mut removed, mut pieces, mut between) = (0, 0, Vec::new());
    for entry in entries(&database).await {
        match entry.action {
            Action::Pruned(through) => {
                assert!(through.seq - removed <= 500, "{} in one piece", through.seq - removed);
                (removed, pieces) = (through.seq, pieces + 1);
            }
            _ => between.push(pieces),
        }
    }
    assert_eq!((pieces, between.len()), (5, 4));
    let waited = [0].iter().chain(&between).zip(&between).map(|(before, after)| after - before);
    assert!(waited.max().is_some_and(|pieces| pieces <= 1), "one waited for more than a piece: {between:?}");
}

#[tokio::test]
async fn pruning_takes_several_commits_and_spares_evidence() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    journal.append(&lookups(0..2_250)).await.unwrap();
    journal.append(&[lookup(1, 5)]).await.unwrap();
    let before = lookup(0, 3).at;
    assert_eq!(journal.prune(before, lookup(0, 6).at).await.unwrap(), 2_250);
    assert_eq!(entries(&database).await.len(), 1 + 5);

    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..6)).await;
    let path = beside(&database).unwrap();
    tamper(&path, "DROP TRIGGER journal_update; UPDATE journal SET entry = replace(entry, '7', '8') WHERE seq = 4")
        .await;
    let journal = opened(&database).await.unwrap();
    assert_eq!(journal.prune(before, before).await.unwrap(), 3);
    let (base, rows) = stored(&database).await.unwrap();
    assert_eq!(verify(base, &rows), Err(Fault { seq: 4, what: What::Edited }));
}

/// The entries after damage: those kept, then the note, then the later ones.
async fn after_damage(database: &Path) -> (Vec<u64>, Action, Vec<u64>) {
    let journal = opened(database).await.unwrap();
    journal.append(&lookups([99])).await.unwrap();
    journal.close().await;
    let entries = entries(database).await;
    let note = entries.iter().position(|entry| matches!(entry.action, Action::Damaged { .. })).unwrap();
    (contacts(&entries[..note]), entries[note].action.clone(), contacts(&entries[note + 1..]))
}

#[tokio::test]
async fn a_damaged_journal_is_set_aside_and_salvaged() {
    let damaged = |lost, rechained| Action::Damaged { base: Head::START, lost, rechained };
    for (statements, expected) in [
        ("DROP TABLE journal", (vec![], damaged(0, 0), vec![99])),
        ("DROP TABLE base", (vec![0, 1, 2, 3, 4, 5], damaged(0, 0), vec![99])),
        ("DROP TABLE base; DELETE FROM journal WHERE seq IN (3, 4)", (vec![0, 1], damaged(2, 2), vec![4, 5, 99])),
        (
            "DROP TABLE base; UPDATE journal SET entry = 'x' WHERE seq = 3",
            (vec![0, 1], damaged(1, 3), vec![3, 4, 5, 99]),
        ),
        ("DROP TABLE base; DELETE FROM journal WHERE seq <= 2", (vec![], damaged(2, 4), vec![2, 3, 4, 5, 99])),
        ("UPDATE journal SET hash = x'00' WHERE seq = 6", (vec![0, 1, 2, 3, 4], damaged(0, 1), vec![5, 99])),
    ] {
        let folder = TempDir::new().unwrap();
        let database = written(&folder, &lookups(0..6)).await;
        let path = beside(&database).unwrap();
        tamper(&path, NO_TRIGGERS).await;
        tamper(&path, statements).await;
        assert_eq!(after_damage(&database).await, expected, "{statements}");
        let aside = |name: &&String| name.starts_with("callsheet.db.audit.damaged-") && name.ends_with('Z');
        assert_eq!(files(&folder).iter().filter(aside).count(), 1, "{statements}");
        assert!(files(&folder).iter().all(|name| !name.contains("rebuilt")), "{statements}");
    }
}

#[tokio::test]
async fn damage_found_while_writing_is_repaired() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    let journal = opened(&database).await.unwrap();
    journal.append(&lookups([1])).await.unwrap();
    tamper(&beside(&database).unwrap(), "DROP TABLE base").await;
    journal.prune(Timestamp::MAX, NOON).await.unwrap_err();
    // It is written, and the caller waiting for it learns that the journal is damaged.
    assert!(matches!(journal.append(&lookups([2])).await, Err(StoreError::Broken)));
    assert_eq!(*journal.broken().borrow(), Some(2));
    journal.append(&lookups([3])).await.unwrap();
    assert_eq!(contacts(&entries(&database).await), [1, 2, 3]);
}

#[tokio::test]
async fn entries_pruned_before_a_damage_stay_pruned() {
    let folder = TempDir::new().unwrap();
    let days: Vec<Entry> = (0..6_i64).map(|day| lookup(day.unsigned_abs(), day)).collect();
    let database = written(&folder, &days).await;
    let journal = opened(&database).await.unwrap();
    journal.prune(lookup(0, 2).at, lookup(0, 6).at).await.unwrap();
    journal.append(&lookups([6, 7])).await.unwrap();
    journal.close().await;
    let path = beside(&database).unwrap();
    tamper(&path, NO_TRIGGERS).await;
    tamper(&path, "UPDATE journal SET hash = x'00' WHERE seq IN (5, 9)").await;
    let (kept, note, beyond) = after_damage(&database).await;
    assert_eq!((kept, beyond), (vec![2, 3], vec![4, 5, 6, 7, 99]));
    assert!(matches!(note, Action::Damaged { base: Head { seq: 2, .. }, lost: 0, rechained: 5 }), "{note:?}");
}

/// After damage anywhere in the file the journal opens, takes entries, and proves them.
#[tokio::test]
async fn after_damage_anywhere_the_journal_goes_on() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..40)).await;
    let good = std::fs::read(beside(&database).unwrap()).unwrap();
    let mut noise = fastrand::Rng::with_seed(5);
    let mut damages = vec![good[..good.len() / 2].to_vec(), good[..100].to_vec(), vec![0; good.len()], Vec::new()];
    damages.push((0..20_000).map(|_| noise.u8(..)).collect());
    damages.extend((0..good.len()).step_by(509).map(|at| {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        bytes
    }));
    for (number, bytes) in damages.into_iter().enumerate() {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("callsheet.db");
        std::fs::write(beside(&database).unwrap(), bytes).unwrap();
        let journal = opened(&database).await.unwrap();
        // Damage in the middle may show only to a reader.
        if journal.append(&lookups([99])).await.is_ok()
            && let Ok((base, rows)) = stored(&database).await
            && let Ok((_, entries)) = verify(base, &rows)
        {
            assert_eq!(contacts(&entries).last(), Some(&99), "damage {number}");
        }
    }
}

#[tokio::test]
async fn a_half_replaced_journal_is_put_in_place_at_the_start() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &lookups(0..3)).await;
    let path = beside(&database).unwrap();
    std::fs::rename(&path, folder.path().join("callsheet.db.audit.rebuilt")).unwrap();
    opened(&database).await.unwrap().close().await;
    assert!(files(&folder).iter().all(|name| !name.contains("rebuilt")), "{:?}", files(&folder));
    assert_eq!(contacts(&entries(&database).await), [0, 1, 2]);
}

#[tokio::test]
async fn another_programs_file_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("callsheet.db");
    tamper(&beside(&database).unwrap(), "CREATE TABLE invoices (id INTEGER PRIMARY KEY)").await;
    assert!(matches!(opened(&database).await, Err(StoreError::Foreign { .. })));
    let missing = folder.path().join("missing/callsheet.db");
    assert!(matches!(opened(&missing).await, Err(StoreError::File { .. })));
    assert!(Reader::open(&missing).await.unwrap().is_none());
}

const VICTIM: &str = "CALLSHEET_TEST_WITNESS";

/// The test that starts itself anew.
const NAME: &str = "journal::a_kill_leaves_a_whole_chain_with_all_acknowledged";

/// Appenders of the process to be killed: enough that commits are shared.
const APPENDERS: u64 = 4;

/// The process to be killed appends, and prints the acknowledged numbers. Each entry has a number of its own, from
/// `first` on.
#[expect(clippy::print_stdout, reason = "this is how it says so")]
async fn append_until_killed(database: &Path, first: u64) {
    let journal = opened(database).await.unwrap();
    let appender = |number: u64| {
        let journal = journal.clone();
        async move {
            for number in (number..).step_by(usize::try_from(APPENDERS).unwrap()) {
                journal.append(&lookups([number])).await.unwrap();
                println!("appended {number}");
            }
        }
    };
    join_all((first..first + APPENDERS).map(appender)).await;
}

#[tokio::test]
async fn a_kill_leaves_a_whole_chain_with_all_acknowledged() {
    if let Some(database) = std::env::var_os(VICTIM) {
        let (database, first) =
            database.to_str().unwrap().split_once('|').map(|(path, first)| (Path::new(path), first)).unwrap();
        return append_until_killed(database, first.parse().unwrap()).await;
    }
    let mut random = fastrand::Rng::with_seed(200);
    let (mut acknowledged, mut total, mut unsaid, mut read) = (BTreeSet::new(), 0, 0, 0);
    let folder = TempDir::new().unwrap();
    let mut database = folder.path().join("0.db");
    for round in 0..200u64 {
        // Now and then a new file, so that some kills hit its creation.
        if round % 20 == 0 {
            database = folder.path().join(format!("{round}.db"));
            acknowledged.clear();
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME, "--nocapture"])
            .env(VICTIM, format!("{}|{}", database.display(), round * 1_000_000))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let number = |line: String| line.strip_prefix("appended ").and_then(|number| number.parse::<u64>().ok());
        if round % 20 > 2 {
            acknowledged.extend(lines.by_ref().find_map(number));
        }
        // A reader is open when the process is killed, and goes on afterwards.
        let reading = Reader::open(&database).await.unwrap_or_default().map(|reader| (reader, acknowledged.clone()));
        std::thread::sleep(Duration::from_micros(random.u64(0..12_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        // The kill may cut off the last line, but a number read whole was written whole.
        acknowledged.extend(lines.filter_map(number));
        if let Some((mut reader, acknowledged)) = reading {
            let rows: Vec<Row> = reader.rows().try_collect().await.unwrap();
            let (_, entries) = verify(reader.base(), &rows).unwrap();
            assert!(acknowledged.is_subset(&contacts(&entries).into_iter().collect()), "round {round}");
            read += 1;
        }

        if let Some(mut reader) = Reader::open(&database).await.unwrap_or_default() {
            let rows: Vec<Row> = reader.rows().try_collect().await.unwrap();
            let (_, entries) = verify(reader.base(), &rows).unwrap();
            let found: BTreeSet<u64> = contacts(&entries).into_iter().collect();
            (total, unsaid) = (acknowledged.len().max(total), unsaid + found.difference(&acknowledged).count());
            assert!(acknowledged.is_subset(&found), "{:?}", acknowledged.difference(&found).collect::<Vec<_>>());
        } else {
            assert!(acknowledged.is_empty(), "round {round}");
        }
    }
    // Many were acknowledged, and some kills hit between writing an entry and acknowledging it.
    assert!(total > 100 && unsaid > 0 && read > 100, "{total} {unsaid} {read}");
    assert!(!files(&folder).iter().any(|name| name.contains("damaged") || name.contains("rebuilt")));
}
