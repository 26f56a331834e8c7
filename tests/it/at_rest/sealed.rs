//! An attacker writes to the database of a bot with a key, and has older copies of it. The bot never answers from
//! planted, removed or restored records: it drops the copy, logs an error, and reads the account anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Instant;

use callsheet::store::Store;
use callsheet::store::encryption::TakenOver;
use callsheet::store::error::StoreError;
use callsheet::store::journal::Journal;
use callsheet::store::key::Key;
use callsheet::store::progress::Progress;
use callsheet::store::records::Saved;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::{Contact, Phone};
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notebook::guilds::Notebooks;
use tempfile::TempDir;

use crate::at_rest::killed::report;
use crate::at_rest::{is_set_aside, key, read, remember, save, written};
use crate::journal::lookup;
use testkit::files::{content, found, texts};
use testkit::logs::Logs;
use testkit::records::{NOON, account, contact};

/// The number that the attacker plants; no contact has it.
const PLANTED: &str = "4155559999";

/// The account with that number in place of Jane Doe 3's.
fn planted() -> Records {
    let mut records = account(20);
    let phones = vec![Phone { value: PLANTED.into(), ..contact(3).phones[0].clone() }];
    records.contacts.insert(ContactId(3), Arc::new(Contact { phones, ..contact(3) }));
    records
}

/// What is saved first: one contact has left since, and one number has changed.
fn before() -> Records {
    let mut records = planted();
    records.contacts.insert(ContactId(21), Arc::new(contact(21)));
    records
}

fn journal_of(path: &Path) -> PathBuf {
    path.with_file_name("callsheet.db.audit")
}

fn journal_of_old(old: &Path) -> PathBuf {
    old.with_file_name("old.db.audit")
}

/// The database and its journal, as the bot opens them.
async fn opened(path: &Path, key: &Key) -> (Store, Journal) {
    let store = Store::open_with_key(path, Some(key)).await.unwrap();
    let journal = Journal::of(&store).await.unwrap();
    (store, journal)
}

/// Runs statements on a file, with another database attached as `other`.
async fn change(path: &Path, other: &Path, statements: &str) {
    use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let statements = format!("ATTACH '{}' AS other; {statements}", other.display());
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A closed database saved twice, and a copy from after the first save, each with its journal.
async fn twice_saved(folder: &TempDir, key: &Key) -> (PathBuf, PathBuf) {
    let path = folder.path().join("callsheet.db");
    let old = folder.path().join("old.db");
    for (base, records, next) in [(0, Records::default(), before()), (1, before(), account(20))] {
        let (store, journal) = opened(&path, key).await;
        save(&store, base, &records, &next).await;
        journal.close().await;
        store.close().await;
        if base == 0 {
            fs::copy(&path, &old).unwrap();
            fs::copy(journal_of(&path), journal_of_old(&old)).unwrap();
        }
    }
    (path, old)
}

/// Opens the database: it believes nothing, logs an error that names the cause, and keeps what is read anew.
async fn assert_dropped(path: &Path, key: &Key, cause: &str, what: &str) {
    let logs = Logs::capture();
    let saved = read(path, Some(key)).await;
    let Saved { records, progress } = saved;
    let nothing = Progress { revision: progress.revision, ..Progress::default() };
    assert!(records == Records::default() && progress == nothing, "{what}: something is believed");
    let errors = logs.text().lines().filter(|line| line.contains("ERROR")).collect::<Vec<_>>().join("\n");
    assert!(errors.contains(cause), "{what}: {errors:?}");
    drop(logs);

    let store = Store::open_with_key(path, Some(key)).await.unwrap();
    save(&store, progress.revision, &Records::default(), &account(20)).await;
    store.close().await;
    let logs = Logs::capture();
    assert!(read(path, Some(key)).await.records == account(20), "{what}: what was read anew is not believed");
    assert!(!logs.text().contains("ERROR"), "{what}: {}", logs.text());
    assert!(!String::from_utf8_lossy(&content(path)).contains(PLANTED), "{what}: it is still in the files");
}

const REPLACED: &str = "
    DELETE FROM contacts; INSERT INTO contacts SELECT * FROM other.contacts;
    DELETE FROM organizations; INSERT INTO organizations SELECT * FROM other.organizations;
    DELETE FROM contact_types; INSERT INTO contact_types SELECT * FROM other.contact_types;
    DELETE FROM locations; INSERT INTO locations SELECT * FROM other.locations;
    DELETE FROM progress; INSERT INTO progress SELECT * FROM other.progress;";

#[tokio::test]
async fn with_a_key_nothing_in_the_clear_is_believed() {
    let key = key();
    let elsewhere = TempDir::new().unwrap();
    let clear = written(&elsewhere, None, &planted()).await;
    let (no_key, no_record) = ("not encrypted although CALLSHEET_KEY is set", "a record is not what was saved");
    for (statements, cause) in [
        (format!("DELETE FROM encryption; {REPLACED}"), no_key),
        (format!("DELETE FROM encryption; DELETE FROM seal; {REPLACED}"), no_key),
        ("DELETE FROM encryption".to_owned(), no_key),
        (REPLACED.to_owned(), "its seal is not what was saved"),
        (format!("DELETE FROM seal; {REPLACED}"), no_record),
        (
            "DELETE FROM seal; DELETE FROM contacts; INSERT INTO contacts SELECT * FROM other.contacts".to_owned(),
            no_record,
        ),
        ("UPDATE contacts SET (record, digest) = (SELECT record, digest FROM other.contacts WHERE id = 3) WHERE id = 3"
            .to_owned(), no_record),
    ] {
        let folder = TempDir::new().unwrap();
        let (path, _) = twice_saved(&folder, &key).await;
        change(&path, &clear, &statements).await;
        assert_dropped(&path, &key, cause, &statements).await;
    }
    // The whole file is replaced, with the journal kept or removed.
    for is_journal_left in [true, false] {
        let folder = TempDir::new().unwrap();
        let (path, _) = twice_saved(&folder, &key).await;
        fs::copy(&clear, &path).unwrap();
        if !is_journal_left {
            fs::remove_file(journal_of(&path)).unwrap();
        }
        assert_dropped(&path, &key, no_key, "a new file").await;
    }
}

#[tokio::test]
async fn nothing_in_the_clear_is_believed_while_the_bot_runs() {
    let key = key();
    let elsewhere = TempDir::new().unwrap();
    let clear = written(&elsewhere, None, &planted()).await;
    for statements in ["DELETE FROM encryption; DELETE FROM seal;", "DELETE FROM encryption;", ""] {
        let folder = TempDir::new().unwrap();
        let (path, _) = twice_saved(&folder, &key).await;
        let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
        change(&path, &clear, &format!("{statements} {REPLACED}")).await;
        let revision = store.progress().await.map_or(1, |progress| progress.revision);
        let changes = Changes::between(&planted(), &account(21));
        let saved = store.save(revision, &changes, &Progress::default()).await;
        assert!(matches!(saved, Err(StoreError::Damaged { .. })), "{statements}: {saved:?}");
        assert!(store.load().await.unwrap().records == Records::default(), "{statements}");
        store.close().await;
        assert!(!String::from_utf8_lossy(&content(&path)).contains(PLANTED), "{statements}");
    }
}

const CHANGED: &str = "records were removed, added or put back to an older state";

/// Each is an earlier version of a record, a seal or a progress, sealed under the key.
#[tokio::test]
async fn no_older_removed_or_moved_record_is_believed() {
    let key = key();
    for (statements, cause) in [
        ("UPDATE contacts SET (record, digest) = (SELECT record, digest FROM other.contacts WHERE id = 3) WHERE id = 3",
         CHANGED),
        ("DELETE FROM contacts WHERE id = 5", CHANGED),
        ("DELETE FROM contacts", CHANGED),
        ("DELETE FROM organizations WHERE id = 2", CHANGED),
        ("DELETE FROM locations", CHANGED),
        ("INSERT INTO contacts SELECT * FROM other.contacts WHERE id = 21", CHANGED),
        ("DELETE FROM contacts; INSERT INTO contacts SELECT * FROM other.contacts", CHANGED),
        (
            "UPDATE contacts SET (record, digest) = (SELECT record, digest FROM contacts AS o WHERE o.id = 9 - contacts.id)
             WHERE id IN (4, 5)",
            "a record is not what was saved",
        ),
        ("UPDATE contacts SET digest = digest + 1 WHERE id = 4", "a record is not what was saved"),
        ("UPDATE contacts SET digest = NULL WHERE id = 4", "a record is not what was saved"),
        ("DELETE FROM seal", "its records have no seal"),
        ("UPDATE seal SET parent = zeroblob(32)", "its seal is not what was saved"),
        ("UPDATE seal SET versions = x''", "its seal is not what was saved"),
        ("DELETE FROM seal; INSERT INTO seal SELECT * FROM other.seal", "its seal is not what was saved"),
        ("DELETE FROM progress; INSERT INTO progress SELECT * FROM other.progress", "its seal is not what was saved"),
        (
            "DELETE FROM seal; INSERT INTO seal SELECT * FROM other.seal;
             DELETE FROM progress; INSERT INTO progress SELECT * FROM other.progress",
            CHANGED,
        ),
    ] {
        let folder = TempDir::new().unwrap();
        let (path, old) = twice_saved(&folder, &key).await;
        change(&path, &old, statements).await;
        assert_dropped(&path, &key, cause, statements).await;
    }
}

#[tokio::test]
async fn changes_under_the_running_bot_are_not_sealed() {
    let key = key();
    for statements in [
        "UPDATE contacts SET (record, digest) = (SELECT record, digest FROM other.contacts WHERE id = 3) WHERE id = 3",
        "DELETE FROM contacts WHERE id = 5",
        "DELETE FROM seal",
        // All of it, unchanged.
        "DELETE FROM contacts; INSERT INTO contacts SELECT * FROM other.contacts;
         DELETE FROM seal; INSERT INTO seal SELECT * FROM other.seal;
         DELETE FROM progress; INSERT INTO progress SELECT * FROM other.progress",
    ] {
        let folder = TempDir::new().unwrap();
        let (path, old) = twice_saved(&folder, &key).await;
        let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
        assert!(store.load().await.unwrap().records == account(20));
        change(&path, &old, statements).await;
        let revision = store.progress().await.unwrap().revision;
        let changes = Changes::between(&account(20), &account(21));
        let saved = store.save(revision, &changes, &Progress::default()).await;
        assert!(matches!(saved, Err(StoreError::Damaged { .. })), "{statements}: {saved:?}");
        assert!(store.load().await.unwrap().records == Records::default(), "{statements}");
        store.close().await;
    }
}

/// With its records an encrypted copy loses its seal when it is wiped. What an attacker removes must not look freshly read.
#[tokio::test]
async fn progress_without_a_seal_is_not_believed() {
    let (key, folder) = (key(), TempDir::new().unwrap());
    let (path, old) = twice_saved(&folder, &key).await;
    let emptied = "DELETE FROM seal; DELETE FROM contacts; DELETE FROM organizations; DELETE FROM contact_types;
                   DELETE FROM locations;";
    change(&path, &old, emptied).await;
    let nothing = Progress { revision: 2, ..Progress::default() };
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    assert_eq!(store.progress().await.unwrap(), nothing);
    assert_eq!(store.load().await.unwrap(), Saved { records: Records::default(), progress: nothing });
    store.close().await;
}

const UNKNOWN: &str = "the audit log beside it does not know of its state";

const PUT_BACK: &str = "the whole of it was put back to an older state, or the audit log beside it was";

const NOT_AS_LEFT: &str = "the audit log beside it is not as it was left";

#[tokio::test]
async fn a_database_put_back_whole_is_found_by_the_journal() {
    let key = key();
    for (statements, is_put_back, cause) in [
        ("", true, PUT_BACK),
        // The same after tampering with what the journal knows.
        ("UPDATE checkpoint SET copy = zeroblob(32)", true, UNKNOWN),
        ("UPDATE checkpoint SET copy = (SELECT tag FROM other.seal)", true, UNKNOWN),
        ("UPDATE checkpoint SET key = zeroblob(32)", true, UNKNOWN),
        ("DELETE FROM checkpoint", true, UNKNOWN),
        ("DROP TABLE checkpoint", true, UNKNOWN),
        ("UPDATE checkpoint SET seq = 99", false, UNKNOWN),
        ("DELETE FROM checkpoint", false, UNKNOWN),
    ] {
        let folder = TempDir::new().unwrap();
        let (path, old) = twice_saved(&folder, &key).await;
        if is_put_back {
            fs::copy(&old, &path).unwrap();
        }
        if !statements.is_empty() {
            change(&journal_of(&path), &old, statements).await;
        }
        assert_dropped(&path, &key, cause, statements).await;
    }
    // Without a journal, and with another one in its place.
    for is_replaced in [false, true] {
        let folder = TempDir::new().unwrap();
        let (path, old) = twice_saved(&folder, &key).await;
        fs::copy(&old, &path).unwrap();
        fs::remove_file(journal_of(&path)).unwrap();
        if is_replaced {
            let (store, journal) = opened(&path, &key).await;
            journal.close().await;
            store.close().await;
        }
        let cause = if is_replaced { PUT_BACK } else { UNKNOWN };
        assert_dropped(&path, &key, cause, "without its journal").await;
    }
}

/// The note of the copy is put back with the copy, out of the same backup, and the entries since then are left.
#[tokio::test]
async fn a_database_put_back_with_the_note_of_it_is_found() {
    let key = key();
    let note = "DELETE FROM checkpoint; INSERT INTO checkpoint SELECT * FROM other.checkpoint";
    for statements in [note, "DELETE FROM checkpoint"] {
        for is_started in [false, true] {
            let folder = TempDir::new().unwrap();
            let (path, old) = twice_saved(&folder, &key).await;
            let (store, journal) = opened(&path, &key).await;
            journal.append(&[lookup(1, 0)]).await.unwrap();
            journal.close().await;
            store.close().await;
            fs::copy(&old, &path).unwrap();
            change(&journal_of(&path), &journal_of_old(&old), statements).await;
            if is_started {
                // As the bot does it, which notes the break first.
                let (store, journal) = opened(&path, &key).await;
                assert!(journal.broken().borrow().is_some(), "{statements}");
                journal.close().await;
                store.close().await;
            }
            let cause = if is_started { PUT_BACK } else { NOT_AS_LEFT };
            let logs = Logs::capture();
            assert!(read(&path, Some(&key)).await.records == Records::default(), "{statements}");
            assert!(logs.text().contains(cause), "{statements}: {}", logs.text());
        }
    }
}

/// A break makes the journal know of no copy. One from before it is no better for that.
#[tokio::test]
async fn after_a_break_no_older_copy_is_the_next_one() {
    let (key, folder) = (key(), TempDir::new().unwrap());
    let (path, old) = twice_saved(&folder, &key).await;
    for _ in 0..2 {
        fs::copy(journal_of_old(&old), journal_of(&path)).unwrap();
        change(&journal_of(&path), &old, "DELETE FROM checkpoint").await;
        let (store, journal) = opened(&path, &key).await;
        assert!(journal.broken().borrow().is_some());
        journal.close().await;
        store.close().await;
        let now = fs::read(&path).unwrap();
        fs::copy(&old, &path).unwrap();
        assert_dropped(&path, &key, PUT_BACK, "an older copy").await;
        fs::write(&path, now).unwrap();
    }
}

#[tokio::test]
async fn a_database_put_back_under_the_bot_is_found_too() {
    let (key, folder) = (key(), TempDir::new().unwrap());
    let (path, old) = twice_saved(&folder, &key).await;
    let (store, journal) = opened(&path, &key).await;
    store.close().await;
    fs::copy(&old, &path).unwrap();
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    let saved = store.save(1, &Changes::between(&before(), &account(21)), &Progress::default()).await;
    assert!(matches!(saved, Err(StoreError::Damaged { .. })), "{saved:?}");
    assert!(store.load().await.unwrap().records == Records::default());
    // It goes on from there, and its own saves raise no alarm.
    save(&store, 0, &Records::default(), &account(5)).await;
    assert!(store.load().await.unwrap().records == account(5));
    store.close().await;
    journal.close().await;
    assert!(read(&path, Some(&key)).await.records == account(5));
}

/// The journal's file, locked against writing by another program.
async fn locked(path: &Path) -> sqlx::SqliteConnection {
    use sqlx::ConnectOptions;
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
    connection
}

#[tokio::test]
async fn a_save_unknown_to_the_journal_raises_no_alarm() {
    use sqlx::Connection;
    let (key, folder) = (key(), TempDir::new().unwrap());
    let (path, _) = twice_saved(&folder, &key).await;
    for lost in 1..=2 {
        let lock = locked(&journal_of(&path)).await;
        let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
        let base = store.progress().await.unwrap().revision;
        save(&store, base, &account(20), &account(20 + lost)).await;
        save(&store, base + 1, &account(20 + lost), &account(20)).await;
        drop(store);
        lock.close().await.unwrap();
        let logs = Logs::capture();
        assert!(read(&path, Some(&key)).await.records == account(20));
        assert!(!logs.text().contains("ERROR"), "{}", logs.text());
    }
    // The next start tells it.
    let before_it = folder.path().join("callsheet.db.audit.before");
    fs::copy(&path, folder.path().join("told.db")).unwrap();
    fs::copy(journal_of(&path), &before_it).unwrap();
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    let base = store.progress().await.unwrap().revision;
    save(&store, base, &account(20), &account(25)).await;
    store.close().await;
    fs::copy(folder.path().join("told.db"), &path).unwrap();
    assert_dropped(&path, &key, PUT_BACK, "told at the start").await;
}

/// The process to be killed saves again and again, tells its journal, and reports each revision.
async fn save_until_killed(path: &Path, key: &Key) {
    let (store, _journal) = opened(path, key).await;
    let saved = store.load().await.unwrap();
    let (mut base, mut known) = (saved.progress.revision, saved.records);
    report("begins");
    loop {
        let next = if known == account(20) { planted() } else { account(20) };
        save(&store, base, &known, &next).await;
        (base, known) = (base + 1, next);
        report(&format!("saved {base}"));
    }
}

#[tokio::test]
async fn a_process_killed_at_any_moment_of_a_save_leaves_no_alarm() {
    const ROUNDS: u32 = 20;
    let [key, _] = super::killed::keys();
    if let Some(path) = std::env::var_os(super::killed::VICTIM) {
        return save_until_killed(Path::new(&path), &key).await;
    }
    let folder = TempDir::new().unwrap();
    let (path, _) = twice_saved(&folder, &key).await;
    let name = "sealed::a_process_killed_at_any_moment_of_a_save_leaves_no_alarm";
    let mut revision = 2;
    for round in 0..ROUNDS {
        super::killed::kill(name, &path, |lines| {
            let mut saved = lines.filter_map(|line| line.strip_prefix("saved ")?.parse::<u64>().ok());
            assert_eq!(saved.next(), Some(revision + 1), "round {round}");
            // Each round is killed at another part of its third save, which takes about as long as the second.
            let begun = Instant::now();
            revision = saved.next().unwrap();
            sleep(begun.elapsed() * round / ROUNDS);
        });
        let logs = Logs::capture();
        let saved = read(&path, Some(&key)).await;
        assert!([account(20), planted()].contains(&saved.records), "round {round}");
        assert!(!logs.text().contains("ERROR"), "round {round}: {}", logs.text());
        assert!(!is_set_aside(&path), "round {round}");
        // A reported save is on disk.
        assert!(saved.progress.revision >= revision, "round {round}");
        revision = saved.progress.revision;
    }
}

#[tokio::test]
async fn a_right_copy_stays_available_through_all_operations() {
    let (key, new) = (key(), key());
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let logs = Logs::capture();
    // A sync on the command line, before there is a journal; then the bot, twice.
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    save(&store, 0, &Records::default(), &account(20)).await;
    store.close().await;
    assert!(!journal_of(&path).exists(), "only the bot begins a journal");
    for contacts in 20..22 {
        let (store, journal) = opened(&path, &key).await;
        let saved = store.load().await.unwrap();
        assert!(saved.records == account(contacts));
        // Entries before and after the save: neither forgets what the other has sealed.
        journal.append(&[lookup(1, 0)]).await.unwrap();
        save(&store, saved.progress.revision, &saved.records, &account(contacts + 1)).await;
        journal.append(&[lookup(2, 0)]).await.unwrap();
        journal.close().await;
        store.close().await;
    }
    for (old, new) in [(&key, &new), (&new, &key)] {
        Store::rotate_key(&path, old, new).await.unwrap();
        assert!(read(&path, Some(new)).await.records == account(22));
    }
    Store::encrypt(&path, &key).await.unwrap();
    assert!(read(&path, Some(&key)).await.records == account(22));

    let store = Store::open_to_wipe(&path).await.unwrap();
    store.wipe(None).await.unwrap();
    store.close().await;
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    let saved = store.load().await.unwrap();
    assert!(saved.records == Records::default());
    save(&store, saved.progress.revision, &saved.records, &account(3)).await;
    store.close().await;
    assert!(read(&path, Some(&key)).await.records == account(3));
    assert!(!logs.text().contains("ERROR") && !is_set_aside(&path), "{}", logs.text());
}

#[tokio::test]
async fn with_a_key_no_damaged_database_stays_in_the_clear() {
    let (key, records) = (key(), account(60));
    let aside = |path: &Path| path.with_file_name("callsheet.db.damaged-20260101T000000.000Z");
    for is_damaged_before in [true, false] {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, None, &records).await;
        let bytes = fs::read(&path).unwrap();
        if is_damaged_before {
            // From before there was a key: a whole one, one cut short, and a log without its database.
            fs::write(aside(&path), &bytes).unwrap();
            fs::write(path.with_file_name("callsheet.db.damaged-20260102T000000.000Z"), &bytes[..bytes.len() / 2])
                .unwrap();
            fs::write(path.with_file_name("callsheet.db.damaged-20260103T000000.000Z-wal"), &bytes).unwrap();
            fs::remove_file(&path).unwrap();
        } else {
            // Damaged now, so that its contents cannot be told.
            fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        }
        let logs = Logs::capture();
        Store::open_with_key(&path, Some(&key)).await.unwrap().close().await;
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new());
        assert!(!is_set_aside(&path));
        let told = logs.text().matches("deleted a database that was set aside").count();
        assert_eq!(told, if is_damaged_before { 3 } else { 1 });
    }
    // An encrypted one is evidence, and stays.
    let folder = TempDir::new().unwrap();
    let (path, old) = twice_saved(&folder, &key).await;
    fs::copy(&old, &path).unwrap();
    for _ in 0..2 {
        read(&path, Some(&key)).await;
        assert!(is_set_aside(&path));
    }
    // One under a former key could be read by a holder of that key.
    Store::rotate_key(&path, &key, &super::key()).await.unwrap();
    assert!(!is_set_aside(&path));
}

/// Calls, bindings and favourites.
const REMEMBERED: &str = "
    DELETE FROM attempts; INSERT INTO attempts SELECT * FROM other.attempts;
    DELETE FROM bindings; INSERT INTO bindings SELECT * FROM other.bindings;
    DELETE FROM shelves; INSERT INTO shelves SELECT * FROM other.shelves;";

const GUILD: GuildId = GuildId(1);

async fn notebooks(path: &Path, key: &Key) -> Notebooks {
    let store = Store::open_with_key(path, Some(key)).await.unwrap();
    let notebooks = store.notebooks().await.unwrap();
    store.close().await;
    notebooks
}

#[tokio::test]
async fn only_what_the_key_vouches_for_is_remembered() {
    let (key, elsewhere, folder) = (key(), TempDir::new().unwrap(), TempDir::new().unwrap());
    let clear = written(&elsewhere, None, &account(20)).await;
    let store = Store::open(&clear).await.unwrap();
    remember(&store).await;
    let attempt = Attempt {
        at: NOON,
        by: UserId(4),
        organization: Some(OrganizationId(1)),
        contact: ContactId(3),
        number: None,
        outcome: Outcome::WrongNumber,
        reason: None,
    };
    store.record(GUILD, Change::Attempt(attempt)).await.unwrap();
    let planted = store.notebooks().await.unwrap().of(GUILD);
    store.close().await;

    let (path, _) = twice_saved(&folder, &key).await;
    change(&path, &clear, REMEMBERED).await;
    let logs = Logs::capture();
    assert!(notebooks(&path, &key).await == Notebooks::default());
    assert!(logs.text().contains("ERROR") && logs.text().contains("rows=3"), "{}", logs.text());
    drop(logs);
    // What is remembered from now on does not continue it.
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    let favourite = Change::Favourite { user: UserId(4), contact: ContactId(9), on: true };
    store.record(GUILD, favourite).await.unwrap();
    store.close().await;
    let own = Notebooks::default().with(GUILD, favourite);
    assert!(notebooks(&path, &key).await == own);

    // Rows sealed by the key itself, moved or changed.
    for statements in [
        "UPDATE shelves SET id = 5",
        "UPDATE shelves SET guild = 2",
        "UPDATE shelves SET record = replace(record, '9', '8')",
        "UPDATE shelves SET tag = zeroblob(32)",
        "UPDATE shelves SET tag = x''",
    ] {
        let folder = TempDir::new().unwrap();
        let copy = folder.path().join("callsheet.db");
        fs::copy(&path, &copy).unwrap();
        change(&copy, &clear, statements).await;
        assert!(notebooks(&copy, &key).await == Notebooks::default(), "{statements}");
    }
    assert!(read(&path, Some(&key)).await.records == account(20));

    // An operator adopts it.
    let taken = Store::encrypt(&path, &key).await.unwrap();
    assert_eq!(taken, TakenOver { records: 0, remembered: 2 });
    let taken_over = notebooks(&path, &key).await;
    let both = taken_over.of(GUILD);
    assert!(both.binding(ChannelId(3)) == planted.binding(ChannelId(3)) && both.binding(ChannelId(3)).is_some());
    assert!(both.last_failed(ContactId(3)) == Some(&attempt));
    assert!(both.favourites(UserId(4)).eq([ContactId(9)]));
    // A binding moved to another server applies nowhere, though its record names its server.
    let moved = folder.path().join("moved.db");
    fs::copy(&path, &moved).unwrap();
    change(&moved, &clear, "UPDATE bindings SET guild = 2").await;
    let elsewhere = notebooks(&moved, &key).await;
    assert!([GUILD, GuildId(2)].iter().all(|&guild| elsewhere.of(guild).binding(ChannelId(3)).is_none()));
    // The same holds with another key, and when the database is damaged.
    let new = super::key();
    Store::rotate_key(&path, &key, &new).await.unwrap();
    assert!(notebooks(&path, &new).await == taken_over);
    change(&path, &clear, "DELETE FROM contacts WHERE id = 7").await;
    assert!(read(&path, Some(&new)).await.records == Records::default());
    assert!(notebooks(&path, &new).await == taken_over);
}

/// No key is needed to wipe, and what it vouched for is not lost for that.
#[tokio::test]
async fn a_damaged_database_that_is_wiped_keeps_what_is_remembered() {
    let (key, folder) = (key(), TempDir::new().unwrap());
    let path = written(&folder, Some(&key), &account(20)).await;
    let (store, journal) = opened(&path, &key).await;
    journal.append(&[lookup(1, 0)]).await.unwrap();
    let remembered = remember(&store).await;
    journal.close().await;
    store.close().await;
    change(&path, &path, "DROP TABLE locations; UPDATE progress SET record = 'x'").await;
    let store = Store::open_to_wipe(&path).await.unwrap();
    store.wipe(None).await.unwrap();
    store.remove_traces().await.unwrap();
    store.close().await;
    assert!(!is_set_aside(&path));
    let logs = Logs::capture();
    let (store, journal) = opened(&path, &key).await;
    assert!(store.notebooks().await.unwrap() == remembered);
    assert!(journal.broken().borrow().is_none());
    journal.close().await;
    store.close().await;
    assert!(!logs.text().contains("ERROR"), "{}", logs.text());
}

#[tokio::test]
async fn an_unencrypted_notebook_is_left_out_and_not_lost() {
    let (key, folder) = (key(), TempDir::new().unwrap());
    let path = written(&folder, None, &account(20)).await;
    let store = Store::open(&path).await.unwrap();
    let remembered = remember(&store).await;
    store.close().await;
    assert_dropped(&path, &key, "not encrypted although CALLSHEET_KEY is set", "the first start with a key").await;
    let logs = Logs::capture();
    assert!(notebooks(&path, &key).await == Notebooks::default());
    assert!(logs.text().contains("`callsheet key encrypt` takes them over"), "{}", logs.text());
    // Logins are counted on, and the commands are not registered anew.
    let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
    assert_eq!(store.registration(7).await.unwrap().as_deref(), Some("hash"));
    store.close().await;
    // Damage does not lose them either.
    change(&path, &path, "DELETE FROM contacts WHERE id = 7").await;
    assert!(read(&path, Some(&key)).await.records == Records::default());
    assert!(notebooks(&path, &key).await == Notebooks::default());
    Store::encrypt(&path, &key).await.unwrap();
    assert!(notebooks(&path, &key).await == remembered);
}
