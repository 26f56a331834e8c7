//! The database's files: who can read them, what is in them, and what happens with another key, without a key, or after
//! tampering.

mod killed;
mod sealed;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use callsheet::store::Store;
use callsheet::store::encryption::TakenOver;
use callsheet::store::error::StoreError;
use callsheet::store::key::Key;
use callsheet::store::progress::Progress;
use callsheet::store::records::Saved;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::notebook::{Binding, Change};
use secrecy::ExposeSecret;
use tempfile::TempDir;

use crate::store::tamper;
use testkit::files::{content, found, texts};
use testkit::logs::Logs;
use testkit::records::{NOON, account, contact};

fn key() -> Key {
    Key::parse(Key::generate().unwrap().expose_secret()).unwrap()
}

async fn save(store: &Store, base: u64, old: &Records, new: &Records) {
    let progress = Progress { synced_at: Some(NOON), swept_at: Some(NOON), ..Progress::default() };
    store.save(base, &Changes::between(old, new), &progress).await.unwrap();
}

/// What the notebook remembers about the account.
async fn remember(store: &Store) -> Notebooks {
    let binding = Binding { guild: GuildId(1), organization: OrganizationId(1), by: UserId(2) };
    store.record(GuildId(1), Change::Bind { channel: ChannelId(3), binding }).await.unwrap();
    store.record(GuildId(1), Change::LookedUp { user: UserId(4), contact: ContactId(5), at: NOON }).await.unwrap();
    store.record(GuildId(1), Change::Favourite { user: UserId(4), contact: ContactId(6), on: true }).await.unwrap();
    store.record_identify(NOON).await.unwrap();
    store.set_registration(7, "hash").await.unwrap();
    store.notebooks().await.unwrap()
}

/// A closed database with an account in it.
async fn written(folder: &TempDir, key: Option<&Key>, records: &Records) -> PathBuf {
    let path = folder.path().join("callsheet.db");
    let store = Store::open_with_key(&path, key).await.unwrap();
    save(&store, 0, &Records::default(), records).await;
    store.close().await;
    path
}

async fn read(path: &Path, key: Option<&Key>) -> Saved {
    let store = Store::open_with_key(path, key).await.unwrap();
    let saved = store.load().await.unwrap();
    store.close().await;
    saved
}

/// The log line for a database that is set aside.
const DAMAGED: &str = "the database is damaged";

fn is_set_aside(path: &Path) -> bool {
    path.parent().unwrap().read_dir().unwrap().any(|file| file.unwrap().path().to_str().unwrap().contains("damaged"))
}

#[tokio::test]
async fn with_a_key_no_text_of_the_account_is_in_the_files() {
    let (key, records) = (key(), account(60));
    for (key, is_clear) in [(None, true), (Some(&key), false)] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        let store = Store::open_with_key(&path, key).await.unwrap();
        save(&store, 0, &Records::default(), &records).await;
        let notebook = remember(&store).await;
        let mut changed = records.clone();
        changed.contacts.insert(ContactId(3), Arc::new(Contact { title: Some("Chief Gardener".into()), ..contact(3) }));
        save(&store, 1, &records, &changed).await;
        let all = &texts(&records) | &texts(&changed);
        let check = |when: &str| {
            let found = found(&all, content(&path));
            assert_eq!(found.is_empty(), !is_clear, "{when}: {found:?}");
        };
        check("while it is open");
        store.close().await;
        check("closed");

        let store = Store::open_with_key(&path, key).await.unwrap();
        assert!(store.load().await.unwrap().records == changed);
        assert!(store.notebooks().await.unwrap() == notebook);
        check("opened again");
    }
}

#[tokio::test]
async fn a_wrong_or_missing_key_is_told_and_changes_nothing() {
    let (folder, right, records) = (TempDir::new().unwrap(), key(), account(20));
    let path = written(&folder, Some(&right), &records).await;
    let before = content(&path);
    let said = async |key: Option<&Key>| {
        let error = Store::open_with_key(&path, key).await.unwrap_err();
        format!("{error}\nhint: {}", error.hint().unwrap())
    };
    insta::assert_snapshot!(said(Some(&key())).await, @"
    CALLSHEET_KEY is not the key of this database
    hint: nothing was changed; during a rotation, try the new key; if the key is lost, run `callsheet wipe --yes` and sync again
    ");
    insta::assert_snapshot!(said(None).await, @"
    the database is encrypted, but CALLSHEET_KEY is not set
    hint: set CALLSHEET_KEY or CALLSHEET_KEY_FILE; if the key is lost, run `callsheet wipe --yes` and sync again
    ");
    assert!(before == content(&path) && !is_set_aside(&path));
    assert!(read(&path, Some(&right)).await.records == records);
}

#[tokio::test]
async fn a_record_the_right_key_cannot_open_is_damage() {
    let key = key();
    for statements in [
        // Two records swapped.
        "UPDATE contacts SET record = (SELECT record FROM contacts AS other WHERE other.id = 9 - contacts.id)
         WHERE id IN (4, 5)",
        "UPDATE contacts SET id = 1000 WHERE id = 7",
        "UPDATE organizations SET record = (SELECT record FROM contacts WHERE id = 2) WHERE id = 2",
        "DELETE FROM contacts WHERE id = 9; INSERT INTO contacts SELECT * FROM locations",
        "UPDATE contacts SET record = substr(record, 1, length(record) - 1) WHERE id = 3",
        "UPDATE contacts SET record = x'' WHERE id = 3",
        "UPDATE contacts SET record = 5 WHERE id = 3",
        "UPDATE contacts SET record = '{}', digest = 0 WHERE id = 3",
        "UPDATE encryption SET key_check = zeroblob(50)",
        "UPDATE encryption SET digest = digest + 1",
        "DROP TABLE encryption",
        "DROP TABLE leftovers",
        "DROP TABLE seal",
        "UPDATE contacts SET digest = 1 WHERE id = 8",
    ] {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, Some(&key), &account(20)).await;
        tamper(&path, statements).await;
        let logs = Logs::capture();
        assert!(read(&path, Some(&key)).await == Saved::default(), "{statements}");
        assert!(logs.text().contains(DAMAGED), "{statements}");
        // The new database is encrypted too.
        let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
        save(&store, 0, &Records::default(), &account(3)).await;
        store.close().await;
        assert!(read(&path, Some(&key)).await.records == account(3), "{statements}");
        assert!(matches!(Store::open(&path).await, Err(StoreError::KeyMissing)), "{statements}");
        assert_eq!(found(&texts(&account(20)), content(&path)), BTreeSet::new(), "{statements}");
    }
}

/// A record in the clear with a matching digest, as a person with write access would plant it.
#[tokio::test]
async fn a_record_in_the_clear_among_encrypted_ones_is_not_believed() {
    let (key, folder, other) = (key(), TempDir::new().unwrap(), TempDir::new().unwrap());
    let path = written(&folder, Some(&key), &account(20)).await;
    let clear = written(&other, None, &account(20)).await;
    let statement = format!(
        "ATTACH '{}' AS other; UPDATE contacts SET (record, digest) =
         (SELECT record, digest FROM other.contacts WHERE id = 3) WHERE id = 3",
        clear.display()
    );
    tamper(&path, Box::leak(statement.into_boxed_str())).await;
    let logs = Logs::capture();
    assert!(read(&path, Some(&key)).await == Saved::default());
    assert!(logs.text().contains(DAMAGED));
}

/// The whole header and every 97th byte after it, each flipped on its own.
#[tokio::test]
async fn a_flipped_byte_never_shows_a_record() {
    let (key, records) = (key(), account(12));
    let folder = TempDir::new().unwrap();
    let good = std::fs::read(written(&folder, Some(&key), &records).await).unwrap();
    let mut noticed = 0;
    for at in (0..100).step_by(9).chain((100..good.len()).step_by(397)) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        std::fs::write(&path, bytes).unwrap();
        let logs = Logs::capture();
        let saved = read(&path, Some(&key)).await;
        let is_noticed = logs.text().contains(DAMAGED);
        let expected = if is_noticed { &Records::default() } else { &records };
        assert!(saved.records == *expected, "byte {at}");
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new(), "byte {at}");
        noticed += usize::from(is_noticed);
    }
    assert!(noticed > 10, "{noticed}");
}

#[tokio::test]
async fn a_database_in_the_clear_is_encrypted_on_request() {
    let (key, records, folder) = (key(), account(200), TempDir::new().unwrap());
    let source = folder.path().join("callsheet.db");
    let store = Store::open(&source).await.unwrap();
    save(&store, 0, &Records::default(), &records).await;
    let notebook = remember(&store).await;
    // As a kill leaves it: with a log that holds records too.
    tamper(&source, "UPDATE contacts SET record = record").await;
    let killed = TempDir::new().unwrap();
    for ending in ["", "-wal"] {
        let name = format!("callsheet.db{ending}");
        std::fs::copy(folder.path().join(&name), killed.path().join(&name)).unwrap();
    }
    store.close().await;
    for path in [source, killed.path().join("callsheet.db")] {
        assert!(!found(&texts(&records), content(&path)).is_empty());
        let taken = Store::encrypt(&path, &key).await.unwrap();
        assert_eq!(taken, TakenOver { records: 205, remembered: 2 });
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new());
        // Repeating it is harmless.
        assert_eq!(Store::encrypt(&path, &key).await.unwrap(), TakenOver { records: 0, remembered: 0 });
        let store = Store::open_with_key(&path, Some(&key)).await.unwrap();
        assert!(store.load().await.unwrap().records == records);
        assert!(store.notebooks().await.unwrap() == notebook);
        store.close().await;
        assert!(read(&path, Some(&key)).await.records == records);
        assert!(!is_set_aside(&path));
    }
}

#[tokio::test]
async fn encryption_by_another_process_destroys_nothing() {
    let (folder, first, second, records) = (TempDir::new().unwrap(), key(), key(), account(20));
    let path = written(&folder, None, &records).await;
    let in_clear = Store::open(&path).await.unwrap();
    Store::encrypt(&path, &first).await.unwrap();
    let with_first = Store::open_with_key(&path, Some(&first)).await.unwrap();
    let changes = Changes::between(&records, &account(21));
    let saved = in_clear.save(1, &changes, &Progress::default()).await;
    assert!(matches!(saved, Err(StoreError::KeyMissing)), "{saved:?}");
    assert!(matches!(in_clear.load().await, Err(StoreError::KeyMissing)));

    Store::rotate_key(&path, &first, &second).await.unwrap();
    let saved = with_first.save(1, &changes, &Progress::default()).await;
    assert!(matches!(saved, Err(StoreError::WrongKey)), "{saved:?}");
    assert!(matches!(with_first.load().await, Err(StoreError::WrongKey)));
    in_clear.close().await;
    with_first.close().await;
    assert!(!is_set_aside(&path));
    assert!(read(&path, Some(&second)).await.records == records);
}

#[tokio::test]
async fn after_a_rotation_only_the_new_key_opens() {
    let (folder, old, new, records) = (TempDir::new().unwrap(), key(), key(), account(200));
    let path = written(&folder, Some(&old), &records).await;
    let ciphertext = |content: &[u8]| content.windows(16).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let sealed = sealed_record(&path).await;
    for _ in 0..2 {
        Store::rotate_key(&path, &old, &new).await.unwrap();
        assert!(matches!(Store::open_with_key(&path, Some(&old)).await, Err(StoreError::WrongKey)));
        assert!(read(&path, Some(&new)).await.records == records);
    }
    let bytes = std::fs::read(&path).unwrap();
    let kept = ciphertext(&sealed).into_iter().any(|part| bytes.windows(16).any(|window| window == part));
    assert!(!kept, "what the old key opens is still there");
    let other = Store::rotate_key(&path, &old, &key()).await;
    assert!(matches!(other, Err(StoreError::WrongKey)), "{other:?}");
    assert!(read(&path, Some(&new)).await.records == records);
}

async fn sealed_record(path: &Path) -> Vec<u8> {
    use sqlx::{ConnectOptions, Connection};
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let record = sqlx::query_scalar("SELECT record FROM contacts WHERE id = 1").fetch_one(&mut connection).await;
    connection.close().await.unwrap();
    record.unwrap()
}

/// A contact whose states can all be told apart, with notes of any length.
fn marked(id: u64, state: u64, length: usize) -> Contact {
    let notes = format!("begin-{id}-{state}.{}.end-{id}-{state}", "x".repeat(length));
    Contact { notes: Some(notes.into()), title: Some(format!("title-{id}-{state}.").into()), ..contact(id) }
}

fn marks(contact: &Contact) -> Vec<String> {
    let notes = contact.notes.as_deref().unwrap();
    let (begin, rest) = notes.split_once('.').unwrap();
    let end = rest.rsplit('.').next().unwrap();
    vec![format!("{begin}."), format!(".{end}\""), contact.title.as_deref().unwrap().to_owned()]
}

#[tokio::test]
async fn removed_leftovers_leave_no_byte_of_old_contacts() {
    let key = key();
    for key in [None, Some(&key)] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        let store = Store::open_with_key(&path, key).await.unwrap();
        let mut chance = fastrand::Rng::with_seed(11);
        let (mut records, mut ever) = (Records::default(), BTreeSet::new());
        for state in 0..6u64 {
            let mut next = records.clone();
            next.contacts.retain(|_, _| chance.u8(..10) < 7);
            for id in 1..=250 {
                if state == 0 || chance.u8(..10) < 2 {
                    // Some fill pages of their own.
                    let length = if chance.u8(..8) == 0 { chance.usize(..9000) } else { chance.usize(..400) };
                    next.contacts.insert(ContactId(id), Arc::new(marked(id, state, length)));
                }
            }
            save(&store, state, &records, &next).await;
            ever.extend(next.contacts.values().flat_map(|contact| marks(contact)));
            records = next;
        }
        let kept: BTreeSet<String> = records.contacts.values().flat_map(|contact| marks(contact)).collect();
        let gone = &ever - &kept;
        let left_over = found(&gone, content(&path)).len();
        assert_eq!(left_over > 0, key.is_none(), "the engine alone does not do it");
        store.remove_leftovers().await.unwrap();
        let content = content(&path);
        assert_eq!(found(&gone, &content), BTreeSet::new());
        assert_eq!(found(&kept, &content).len(), if key.is_some() { 0 } else { kept.len() });
    }
}

#[tokio::test]
async fn a_wipe_needs_no_key_and_leaves_the_notebook() {
    let key = key();
    for key in [None, Some(&key)] {
        let (folder, records) = (TempDir::new().unwrap(), account(200));
        let path = folder.path().join("callsheet.db");
        let store = Store::open_with_key(&path, key).await.unwrap();
        save(&store, 0, &Records::default(), &records).await;
        let notebook = remember(&store).await;
        std::fs::write(folder.path().join("callsheet.db.damaged-20260101T000000.000Z"), "Jane Doe").unwrap();
        std::fs::write(folder.path().join("callsheet.db.damaged-20260101T000000.000Z-wal"), "Jane Doe").unwrap();
        std::fs::write(folder.path().join("callsheet.db2"), "another program's").unwrap();

        let other = Store::open_to_wipe(&path).await.unwrap();
        let progress = other.wipe(None).await.unwrap();
        other.remove_traces().await.unwrap();
        other.close().await;
        assert_eq!(progress, Progress { revision: 2, ..Progress::default() });
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new());
        assert!(!is_set_aside(&path) && folder.path().join("callsheet.db2").exists());

        // The running process goes on with its key.
        assert!(store.load().await.unwrap() == Saved { progress, ..Saved::default() });
        assert!(store.notebooks().await.unwrap() == notebook);
        assert_eq!(store.registration(7).await.unwrap().as_deref(), Some("hash"));
        assert_eq!(store.identifies_since(NOON).await.unwrap(), [NOON]);
        save(&store, 2, &Records::default(), &records).await;
        store.close().await;
        assert!(read(&path, key).await.records == records);
        assert_eq!(found(&texts(&records), content(&path)).is_empty(), key.is_some());

        // Another process starts, with any key or none.
        let other = Store::open_to_wipe(&path).await.unwrap();
        other.wipe(None).await.unwrap();
        other.close().await;
        assert!(read(&path, None).await.records == Records::default());
    }
}

#[tokio::test]
async fn a_damaged_database_can_be_wiped_too() {
    let (folder, records) = (TempDir::new().unwrap(), account(200));
    let path = written(&folder, None, &records).await;
    let bytes = std::fs::read(&path).unwrap();
    for length in [bytes.len() / 2, 100] {
        std::fs::write(&path, &bytes[..length]).unwrap();
        let store = Store::open_to_wipe(&path).await.unwrap();
        store.wipe(None).await.unwrap();
        store.remove_traces().await.unwrap();
        store.close().await;
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new());
        assert!(!is_set_aside(&path));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn files_readable_by_others_become_their_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let path = written(&folder, None, &account(20)).await;
    let old = folder.path().join("callsheet.db.damaged-20260101T000000.000Z");
    let unrelated = folder.path().join("notes.txt");
    for file in [&old, &unrelated] {
        std::fs::write(file, "old").unwrap();
    }
    let modes = || {
        let files = folder.path().read_dir().unwrap().map(|file| file.unwrap().path());
        let wide = files.filter(|file| file.metadata().unwrap().permissions().mode() & 0o077 != 0);
        wide.collect::<Vec<_>>()
    };
    // With a log and an index beside it, while another process has it open.
    let other = Store::open(&path).await.unwrap();
    for file in folder.path().read_dir().unwrap() {
        std::fs::set_permissions(file.unwrap().path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    }
    assert_eq!(modes().len(), 5);
    let logs = Logs::capture();
    let store = Store::open(&path).await.unwrap();
    assert_eq!(modes(), std::slice::from_ref(&unrelated));
    assert_eq!(logs.text().matches("now only its owner can").count(), 4);

    tamper(&path, "UPDATE contacts SET record = '{}' WHERE id = 7").await;
    assert!(store.load().await.unwrap() == Saved::default());
    assert!(is_set_aside(&path));
    assert_eq!(modes(), [unrelated]);
    other.close().await;
}
