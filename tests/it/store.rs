//! The database: saved records survive a restart, and an untrustworthy file is set aside.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use callsheet::store::Store;
use callsheet::store::error::StoreError;
use callsheet::store::progress::{EDITION, Progress};
use callsheet::store::records::Saved;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::domain::organization::Organization;
use crc::{CRC_32_ISCSI, Crc};
use jiff::{SignedDuration, Timestamp};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use testkit::records::{NOON, account, contact, organization};

fn progress() -> Progress {
    Progress {
        revision: 0,
        synced_at: Some(NOON),
        swept_at: Some(NOON),
        edition: EDITION,
        watermark: Some(NOON),
        held_back_since: Some(NOON),
        expired_at: None,
    }
}

/// A database file with this account in it, closed.
async fn saved(folder: &TempDir, records: &Records) -> PathBuf {
    let path = folder.path().join("callsheet.db");
    let store = Store::open(&path).await.unwrap();
    let changes = Changes::between(&Records::default(), records);
    store.save(0, &changes, &progress()).await.unwrap();
    store.close().await;
    path
}

/// The files in the folder, without the time in the names of those that were set aside.
fn files(folder: &TempDir) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let without_time = |name: String| match name.split_once(".damaged-") {
        Some((base, rest)) => format!("{base}.damaged-…{}", &rest["20261103T120000.000Z".len()..]),
        None => name,
    };
    let mut files: Vec<_> = folder.path().read_dir().unwrap().map(name).map(without_time).collect();
    files.sort();
    files
}

#[tokio::test]
async fn saved_records_are_loaded_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let records = account(250);
    let path = saved(&folder, &records).await;
    let store = Store::open(&path).await.unwrap();
    let expected = Saved { records, progress: Progress { revision: 1, ..progress() } };
    assert_eq!(store.load().await.unwrap(), expected);
    assert_eq!(store.progress().await.unwrap(), expected.progress);
}

#[tokio::test]
async fn a_new_database_holds_nothing() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    assert_eq!(store.load().await.unwrap(), Saved::default());
}

#[tokio::test]
async fn a_save_without_changes_keeps_the_revision() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    let nothing = Changes::between(&Records::default(), &Records::default());
    let returned = store.save(0, &nothing, &progress()).await.unwrap();
    assert_eq!(returned, progress());
    assert_eq!(store.progress().await.unwrap(), progress());
}

#[tokio::test]
async fn a_save_over_another_processs_save_is_refused_whole() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let (bot, command_line) = (Store::open(&path).await.unwrap(), Store::open(&path).await.unwrap());
    let first = Changes::between(&Records::default(), &account(3));
    command_line.save(0, &first, &progress()).await.unwrap();
    let second = Changes::between(&Records::default(), &account(9));
    assert!(matches!(bot.save(0, &second, &Progress::default()).await, Err(StoreError::Overtaken)));
    let on_disk = bot.load().await.unwrap();
    assert_eq!((on_disk.records, on_disk.progress.revision), (account(3), 1));
}

#[tokio::test]
async fn a_removed_contact_is_gone_from_the_files() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let store = Store::open(&path).await.unwrap();
    let mut records = account(400);
    let changes = Changes::between(&Records::default(), &records);
    store.save(0, &changes, &progress()).await.unwrap();
    let holds = |text: &str| {
        let mut bytes = folder.path().read_dir().unwrap().flat_map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let bytes: Vec<u8> = bytes.by_ref().collect();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    };
    assert!(holds("jane200@acme.example"));

    let before = records.clone();
    records.contacts.remove(&ContactId(200));
    let renamed = Contact { emails: Vec::new(), ..contact(201) };
    records.contacts.insert(renamed.id, Arc::new(renamed));
    store.save(1, &Changes::between(&before, &records), &progress()).await.unwrap();
    assert!(!holds("jane200@acme.example"));
    assert!(!holds("jane201@acme.example"));
    assert!(holds("jane202@acme.example"));
}

#[cfg(unix)]
#[tokio::test]
async fn the_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    store.record_identify(NOON).await.unwrap();
    assert_eq!(files(&folder), ["callsheet.db", "callsheet.db-shm", "callsheet.db-wal"]);
    for file in folder.path().read_dir().unwrap() {
        assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn identifies_are_remembered_for_two_days() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let store = Store::open(&path).await.unwrap();
    let hours = |hours| NOON + SignedDuration::from_hours(hours);
    for hour in [0, 30, 30, 40] {
        store.record_identify(hours(hour)).await.unwrap();
    }
    store.close().await;
    let store = Store::open(&path).await.unwrap();
    assert_eq!(store.identifies_since(hours(30)).await.unwrap(), [hours(30), hours(30), hours(40)]);
    assert_eq!(store.identifies_since(Timestamp::MIN).await.unwrap().len(), 4);
    store.record_identify(hours(60)).await.unwrap();
    assert_eq!(store.identifies_since(Timestamp::MIN).await.unwrap(), [hours(30), hours(30), hours(40), hours(60)]);
}

#[tokio::test]
async fn each_guild_has_its_own_registration() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    assert_eq!(store.registration(u64::MAX).await.unwrap(), None);
    store.set_registration(u64::MAX, "a").await.unwrap();
    store.set_registration(5, "b").await.unwrap();
    store.set_registration(u64::MAX, "c").await.unwrap();
    assert_eq!(store.registration(u64::MAX).await.unwrap().as_deref(), Some("c"));
    assert_eq!(store.registration(5).await.unwrap().as_deref(), Some("b"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_may_create_the_same_database_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let opening: Vec<_> = (0..8)
        .map(|guild| {
            let path = path.clone();
            tokio::spawn(async move {
                let store = Store::open(&path).await.unwrap();
                store.set_registration(guild, "hash").await.unwrap();
                store
            })
        })
        .collect();
    let stores = futures_util::future::try_join_all(opening).await.unwrap();
    for (guild, store) in (0..8).zip(&stores) {
        assert_eq!(store.registration(guild).await.unwrap().as_deref(), Some("hash"));
    }
    assert_eq!(files(&folder), ["callsheet.db", "callsheet.db-shm", "callsheet.db-wal"]);
}

async fn error(path: &Path, folder: &TempDir) -> String {
    let error = Store::open(path).await.unwrap_err().to_string();
    error.replace(folder.path().to_str().unwrap(), "/srv")
}

#[tokio::test]
async fn an_unusable_path_is_named_with_what_to_do() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    insta::assert_snapshot!(
        error(&folder.path().join("missing/callsheet.db"), &folder).await,
        @"could not use the database file /srv/missing/callsheet.db: its folder does not exist; create it"
    );
    insta::assert_snapshot!(
        error(&folder.path().join("file/callsheet.db"), &folder).await,
        @"could not use the database file /srv/file/callsheet.db: its folder does not exist; create it"
    );
    insta::assert_snapshot!(
        error(folder.path(), &folder).await,
        @"could not use the database file /srv: it is a folder; use a file in it"
    );
}

/// Runs statements on the file with another SQLite client.
pub(crate) async fn tamper(path: &Path, statements: &'static str) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = options.connect().await.unwrap();
    sqlx::raw_sql(statements).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_newer_or_foreign_database_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let path = saved(&folder, &account(3)).await;
    tamper(&path, "UPDATE _sqlx_migrations SET version = 99 WHERE version = 1").await;
    insta::assert_snapshot!(
        error(&path, &folder).await,
        @"the database /srv/callsheet.db was created by a newer version: update Callsheet or use another file"
    );
    let path = folder.path().join("other.db");
    tamper(&path, "CREATE TABLE invoices (id INTEGER PRIMARY KEY)").await;
    insta::assert_snapshot!(
        error(&path, &folder).await,
        @"/srv/other.db belongs to another program: use another file"
    );
    assert_eq!(files(&folder), ["callsheet.db", "other.db"]);
}

/// Opens and loads a damaged file: no panic, no error, and either nothing or exactly what was saved. Returns whether
/// the file was set aside.
async fn load_damaged(folder: &TempDir, path: &Path, expected: &Saved) -> bool {
    let store = Store::open(path).await.unwrap();
    let loaded = store.load().await.unwrap();
    let is_aside = files(folder).iter().any(|name| name == "callsheet.db.damaged-…");
    let expected = if is_aside { &Saved::default() } else { expected };
    assert!(&loaded == expected, "loaded something else, set aside: {is_aside}");
    // The new database works.
    store.save(loaded.progress.revision, &Changes::between(&loaded.records, &account(2)), &progress()).await.unwrap();
    assert_eq!(store.load().await.unwrap().records, account(2));
    store.close().await;
    is_aside
}

/// Its digest is right for the place, as the digest needs no key.
#[tokio::test]
async fn a_record_in_the_place_of_another_is_not_believed() {
    let folder = TempDir::new().unwrap();
    let path = saved(&folder, &account(40)).await;
    let mut database = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let record: String =
        sqlx::query_scalar("SELECT record FROM contacts WHERE id = 3").fetch_one(&mut database).await.unwrap();
    let digest = Crc::<u32>::new(&CRC_32_ISCSI).checksum(&[&4_u64.to_le_bytes()[..], record.as_bytes()].concat());
    sqlx::query("UPDATE contacts SET record = ?1, digest = ?2 WHERE id = 4")
        .bind(record)
        .bind(i64::from(digest))
        .execute(&mut database)
        .await
        .unwrap();
    database.close().await.unwrap();
    assert!(load_damaged(&folder, &path, &Saved::default()).await);
}

#[tokio::test]
async fn a_damaged_database_is_set_aside_with_its_log() {
    let records = account(40);
    let expected = Saved { records: records.clone(), progress: Progress { revision: 1, ..progress() } };
    let folder = TempDir::new().unwrap();
    let good = std::fs::read(saved(&folder, &records).await).unwrap();
    let mut noise = fastrand::Rng::with_seed(1);
    let damages: [(&str, Vec<u8>); 6] = [
        ("random bytes", (0..20_480).map(|_| noise.u8(..)).collect()),
        ("a wrong header", [b"SQLite format 4\0", &good[16..]].concat()),
        ("the first half", good[..good.len() / 2].to_vec()),
        ("all but the last byte", good[..good.len() - 1].to_vec()),
        ("the first hundred bytes", good[..100].to_vec()),
        ("zeros", vec![0; good.len()]),
    ];
    for (damage, bytes) in damages {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        std::fs::write(&path, bytes).unwrap();
        std::fs::write(folder.path().join("callsheet.db-wal"), "left over").unwrap();
        // What tells a database of which nothing is left from any other file.
        std::fs::write(folder.path().join("callsheet.db.audit"), "").unwrap();
        assert!(load_damaged(&folder, &path, &expected).await, "{damage}");
    }
}

#[tokio::test]
async fn a_wrong_digit_in_a_phone_number_is_not_shown() {
    let folder = TempDir::new().unwrap();
    let records = account(40);
    let path = saved(&folder, &records).await;
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(10).position(|window| window == b"4155550017").unwrap();
    bytes[at + 9] = b'8';
    std::fs::write(&path, bytes).unwrap();
    let expected = Saved { records, progress: Progress { revision: 1, ..progress() } };
    assert!(load_damaged(&folder, &path, &expected).await);
}

#[tokio::test]
async fn an_unreadable_record_and_a_missing_table_are_damage() {
    for statements in [
        "UPDATE contacts SET record = '{}' WHERE id = 7",
        "UPDATE contacts SET id = 1000 WHERE id = 7",
        "DROP TABLE locations",
        "UPDATE progress SET record = 'x'",
    ] {
        let folder = TempDir::new().unwrap();
        let path = saved(&folder, &account(40)).await;
        tamper(&path, statements).await;
        assert!(load_damaged(&folder, &path, &Saved::default()).await, "{statements}");
    }
}

/// The whole header and every 97th byte after it, each flipped on its own: 97 is prime, so that all places within a
/// page are met.
#[tokio::test]
async fn a_flipped_byte_is_harmless_or_noticed() {
    let records = account(12);
    let expected = Saved { records: records.clone(), progress: Progress { revision: 1, ..progress() } };
    let folder = TempDir::new().unwrap();
    let good = std::fs::read(saved(&folder, &records).await).unwrap();
    let mut set_aside = 0;
    for at in (0..100).chain((100..good.len()).step_by(97)) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        std::fs::write(&path, bytes).unwrap();
        set_aside += usize::from(load_damaged(&folder, &path, &expected).await);
    }
    assert!(set_aside > 20, "{set_aside}");
}

/// The account with the save's number in every contact's title.
fn generation(number: u64) -> Records {
    let title = |id| Contact { title: Some(number.to_string().into()), ..contact(id) };
    Records {
        contacts: (1..=300).map(|id| (ContactId(id), Arc::new(title(id)))).collect(),
        organizations: [(OrganizationId(number), Arc::new(organization(number)))].into(),
        ..Records::default()
    }
}

const VICTIM: &str = "CALLSHEET_TEST_VICTIM";

/// The process to be killed saves one generation after the other, and prints each.
#[expect(clippy::print_stdout, reason = "this is how it says so")]
async fn save_until_killed(path: &Path) {
    let store = Store::open(path).await.unwrap();
    let start = store.progress().await.unwrap().revision;
    for number in start..start + 10_000 {
        let old = if number == 0 { Records::default() } else { generation(number) };
        let changes = Changes::between(&old, &generation(number + 1));
        store.save(number, &changes, &Progress::default()).await.unwrap();
        println!("saved {}", number + 1);
    }
}

#[tokio::test]
async fn a_kill_during_a_save_leaves_the_old_or_the_new_state() {
    if let Some(path) = std::env::var_os(VICTIM) {
        return save_until_killed(Path::new(&path)).await;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("callsheet.db");
    let mut reached = 0;
    for round in 0..24u32 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::a_kill_during_a_save_leaves_the_old_or_the_new_state", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let number = |line: String| line.strip_prefix("saved ").and_then(|number| number.parse::<u64>().ok());
        // The first rounds kill while the database is being created, the others somewhere in the second save.
        let mut said = reached;
        if round >= 4 {
            said = lines.by_ref().find_map(number).unwrap();
        }
        std::thread::sleep(Duration::from_micros(u64::from(round) * 700));
        child.kill().unwrap();
        child.wait().unwrap();
        said = lines.filter_map(number).last().unwrap_or(said);

        let store = Store::open(&path).await.unwrap();
        let loaded = store.load().await.unwrap();
        let revision = loaded.progress.revision;
        assert!(revision == said || revision == said + 1, "{revision} on disk, {said} announced");
        let expected = if revision == 0 { Records::default() } else { generation(revision) };
        assert!(loaded.records == expected, "revision {revision} is not whole");
        store.close().await;
        reached = revision;
    }
    assert!(reached >= 20, "{reached}");
    assert!(files(&folder).iter().all(|name| !name.contains("damaged")), "{:?}", files(&folder));
}

/// A copy without a new field is read anew at once only if its edition differs from today's.
#[test]
fn a_new_field_of_a_record_comes_with_a_new_edition() {
    let records = account(1);
    let fields = |record: serde_json::Value| {
        let names = record.as_object().unwrap().keys().cloned();
        names.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ")
    };
    let of_each = [
        serde_json::to_value(records.contacts.first_key_value().unwrap().1.as_ref()),
        serde_json::to_value(records.organizations.first_key_value().unwrap().1.as_ref()),
        serde_json::to_value(records.contact_types.first_key_value().unwrap().1.as_ref()),
        serde_json::to_value(records.locations.first_key_value().unwrap().1.as_ref()),
    ];
    insta::assert_snapshot!(format!("edition {EDITION}\n{}", of_each.map(|record| fields(record.unwrap())).join("\n")), @"
    edition 1
    contact_type contact_type_name created_at emails first_name id important last_name location location_name name notes organization organization_name phones phones_changed_at restricted title updated_at url
    alert id name organization_type quick_notes short_name status updated_at
    id name
    city country id name organization phone primary region
    ");
}

#[test]
fn records_and_progress_of_an_older_version_are_read() {
    let old = r#"{"id":4,"name":"Acme","short_name":null,"organization_type":"Customer","status":"Active","updated_at":null}"#;
    let read: Organization = serde_json::from_str(old).unwrap();
    assert_eq!((read.status.as_deref(), read.alert, read.quick_notes), (Some("Active"), None, None));
    let old = r#"{"revision":3,"swept_at":"2026-11-03T12:00:00Z"}"#;
    let read: Progress = serde_json::from_str(old).unwrap();
    assert!(read.edition < EDITION && read.swept_at == Some(NOON));
}
