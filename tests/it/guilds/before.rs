//! A database from before servers were kept apart: its notebook belongs to the only server, or to none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use callsheet::store::Store;
use callsheet::store::encryption::TakenOver;
use callsheet::store::key::Key;
use callsheet::store::notebooks::NotebookStore;
use callsheet_core::domain::contact::Fingerprint;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notebook::shelf::Shelf;
use callsheet_core::notebook::{Binding, Notebook};
use crc::{CRC_32_ISCSI, Crc};
use serde::Serialize;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use testkit::account::now;

/// The migrations of that version.
const TABLES: [&str; 3] = ["0001_tables.sql", "0002_notebook.sql", "0004_encryption.sql"];

const ANN: UserId = UserId(7);

/// The server of the binding.
const OWN: GuildId = GuildId(5);

fn attempt() -> Attempt {
    let (organization, number) = (Some(OrganizationId(1)), Some(Fingerprint(3)));
    Attempt {
        at: now(),
        by: ANN,
        organization,
        contact: ContactId(26),
        number,
        outcome: Outcome::WrongNumber,
        reason: None,
    }
}

fn binding() -> Binding {
    Binding { guild: OWN, organization: OrganizationId(1), by: ANN }
}

fn shelf() -> Shelf {
    let mut shelf = Shelf::default();
    shelf.looked_up(ContactId(26), now());
    shelf.set_favourite(ContactId(27), true);
    shelf
}

/// A row as that version wrote it.
async fn insert(connection: &mut SqliteConnection, into: &'static str, key: u64, record: &impl Serialize) {
    let json = serde_json::to_string(record).unwrap();
    let digest = Crc::<u32>::new(&CRC_32_ISCSI).checksum(&[&key.to_le_bytes(), json.as_bytes()].concat());
    let row = sqlx::query(into).bind(key.cast_signed()).bind(json).bind(i64::from(digest));
    row.execute(connection).await.unwrap();
}

async fn insert_attempt(connection: &mut SqliteConnection, attempt: &Attempt) {
    let at = attempt.at.as_millisecond().cast_unsigned();
    insert(connection, "INSERT INTO attempts (at, record, digest) VALUES (?1, ?2, ?3)", at, attempt).await;
}

async fn insert_shelf(connection: &mut SqliteConnection, shelf: &Shelf) {
    insert(connection, "INSERT INTO shelves (id, record, digest) VALUES (?1, ?2, ?3)", ANN.0, shelf).await;
}

async fn connected(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

/// A database of that version, with commands registered in these servers.
async fn database(folder: &TempDir, registered: &[u64]) -> PathBuf {
    let migrations = folder.path().join("migrations");
    std::fs::create_dir(&migrations).unwrap();
    for name in TABLES {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations").join(name);
        std::fs::copy(from, migrations.join(name)).unwrap();
    }
    let path = folder.path().join("callsheet.db");
    let mut connection = connected(&path).await;
    Migrator::new(migrations).await.unwrap().run(&mut connection).await.unwrap();
    insert_attempt(&mut connection, &attempt()).await;
    insert(&mut connection, "INSERT INTO bindings (id, record, digest) VALUES (?1, ?2, ?3)", 3, &binding()).await;
    insert_shelf(&mut connection, &shelf()).await;
    sqlx::query("INSERT INTO bindings VALUES (4, 'no JSON', 0)").execute(&mut connection).await.unwrap();
    for guild in registered {
        let register = sqlx::query("INSERT INTO registrations VALUES (?1, 'hash')").bind(guild.cast_signed());
        register.execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
    path
}

/// The notebook of each of these servers in a bot that serves some of them.
async fn remembered<const N: usize>(path: &Path, served: &[u64], of: [u64; N]) -> [Notebook; N] {
    remembered_with(None, path, served, of).await
}

async fn remembered_with<const N: usize>(
    key: Option<&Key>,
    path: &Path,
    served: &[u64],
    of: [u64; N],
) -> [Notebook; N] {
    let store = Store::open_with_key(path, key).await.unwrap();
    let served: BTreeSet<u64> = served.iter().copied().collect();
    let keeper = NotebookStore::open(store.clone(), &served).await.unwrap();
    let notebooks = of.map(|guild| keeper.current().of(GuildId(guild)));
    assert_eq!(*keeper.current(), store.notebooks().await.unwrap(), "memory and disk agree");
    store.close().await;
    notebooks
}

#[tokio::test]
async fn an_old_notebook_belongs_to_the_only_server() {
    for (served, registered) in [(&[5][..], &[][..]), (&[5], &[5]), (&[], &[5])] {
        let folder = TempDir::new().unwrap();
        let path = database(&folder, registered).await;
        let whole = Notebook::of([attempt().into()], [(ChannelId(3), binding())], [(ANN, shelf())]);
        assert_eq!(remembered(&path, served, [5]).await, std::slice::from_ref(&whole), "{served:?} {registered:?}");
        // And to no server added later.
        assert_eq!(remembered(&path, &[5, 6], [5, 6]).await, [whole, Notebook::default()]);
    }
}

#[tokio::test]
async fn an_old_notebook_is_shown_in_none_of_several_servers() {
    for (served, registered) in [(&[5, 6][..], &[][..]), (&[5], &[6]), (&[5], &[5, 6]), (&[], &[]), (&[6], &[5])] {
        let folder = TempDir::new().unwrap();
        let path = database(&folder, registered).await;
        // A binding has always named its server.
        let bound = Notebook::of([], [(ChannelId(3), binding())], []);
        let expected = [bound, Notebook::default()];
        assert_eq!(remembered(&path, served, [5, 6]).await, expected, "{served:?} {registered:?}");
        // Nor in the last remaining server.
        assert_eq!(remembered(&path, &[5], [5, 6]).await, expected, "{served:?} {registered:?}");
    }
}

#[tokio::test]
async fn reading_an_old_database_removes_nothing() {
    let folder = TempDir::new().unwrap();
    let path = database(&folder, &[5]).await;
    let store = Store::open(&path).await.unwrap();
    let notebooks = store.notebooks().await.unwrap();
    assert_eq!(notebooks.of(OWN), Notebook::of([], [(ChannelId(3), binding())], []));
    store.close().await;
    let [whole] = remembered(&path, &[5], [5]).await;
    assert_eq!(whole.last_failed(ContactId(26)), Some(&attempt()));
}

#[tokio::test]
async fn with_a_key_old_rows_gain_a_server_and_no_trust() {
    let key = Key::parse("b25lIGtleSBmb3IgdGVzdHMsIG9mIDMyIGJ5dGVzISE=").unwrap();
    let whole = Notebook::of([attempt().into()], [(ChannelId(3), binding())], [(ANN, shelf())]);
    for is_encrypted_before in [true, false] {
        let folder = TempDir::new().unwrap();
        let path = database(&folder, &[5]).await;
        if !is_encrypted_before {
            // They belong to the server from now on, but are not trusted yet.
            let [found] = remembered_with(Some(&key), &path, &[5], [5]).await;
            assert_eq!(found, Notebook::default());
        }
        let taken = Store::encrypt(&path, &key).await.unwrap();
        assert_eq!(taken, TakenOver { records: 0, remembered: 3 });
        let [found] = remembered_with(Some(&key), &path, &[5], [5]).await;
        assert_eq!(found, whole, "{is_encrypted_before}");

        // Unsealed rows of that version replace no other rows.
        let mut connection = connected(&path).await;
        insert_attempt(&mut connection, &Attempt { contact: ContactId(28), ..attempt() }).await;
        let mut planted = Shelf::default();
        planted.set_favourite(ContactId(28), true);
        insert_shelf(&mut connection, &planted).await;
        connection.close().await.unwrap();
        for _ in 0..2 {
            let [found] = remembered_with(Some(&key), &path, &[5], [5]).await;
            assert_eq!(found, whole, "{is_encrypted_before}");
        }
    }
}
