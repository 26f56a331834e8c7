//! A process killed while it encrypts the database or changes the key.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::yield_now;

use callsheet::store::Store;
use callsheet::store::error::StoreError;
use callsheet::store::journal::Journal;
use callsheet::store::key::Key;
use tempfile::TempDir;

use crate::at_rest::{is_set_aside, read, written};
use testkit::files::{content, found, texts};
use testkit::records::account;

pub(super) const VICTIM: &str = "CALLSHEET_TEST_ENCRYPTING";

/// The same in both processes.
pub(super) fn keys() -> [Key; 2] {
    ["b25lIGtleSBmb3IgdGVzdHMsIG9mIDMyIGJ5dGVzISE=", "YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE="]
        .map(|text| Key::parse(text).unwrap())
}

/// Runs the test `name` in a process of its own, and kills it once `wait` is through with the lines that it reports after
/// it begins.
pub(super) fn kill(name: &str, path: &Path, wait: impl FnOnce(&mut dyn Iterator<Item = String>)) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("at_rest::{name}"), "--nocapture"])
        .env(VICTIM, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == "begins"));
    wait(&mut lines);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Waits until the database's files have changed this often, or the process is through with what it does once.
fn until_changed(database: &Path, times: u32) {
    let state = || {
        let files = ["db", "db-wal", "db-shm"].map(|ending| database.with_extension(ending).metadata());
        files.map(|file| file.ok().map(|file| (file.len(), file.modified().unwrap())))
    };
    let (mut seen, mut changes) = (state(), 0);
    while changes < times && !through(database).exists() {
        yield_now();
        let now = state();
        changes += u32::from(now != seen);
        seen = now;
    }
}

/// The file that says so.
fn through(database: &Path) -> PathBuf {
    database.with_extension("through")
}

#[expect(clippy::print_stdout, reason = "this is how the process says so")]
pub(super) fn report(line: &str) {
    // On a line of its own, after the harness's output.
    println!("\n{line}");
}

#[tokio::test]
async fn a_killed_encryption_can_be_repeated() {
    let [key, _] = keys();
    if let Some(path) = std::env::var_os(VICTIM) {
        report("begins");
        Store::encrypt(Path::new(&path), &key).await.unwrap();
        std::fs::write(through(Path::new(&path)), "").unwrap();
        return std::future::pending().await;
    }
    let (records, mut half_way) = (account(300), 0);
    let clear = TempDir::new().unwrap();
    let clear = written(&clear, None, &records).await;
    let clear = std::fs::read(clear).unwrap();
    for round in 0..20 {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db");
        std::fs::write(&path, &clear).unwrap();
        let name = "killed::a_killed_encryption_can_be_repeated";
        kill(name, &path, |_| until_changed(&path, round));
        half_way += usize::from(!found(&texts(&records), content(&path)).is_empty());

        Store::encrypt(&path, &key).await.unwrap();
        assert_eq!(found(&texts(&records), content(&path)), BTreeSet::new(), "round {round}");
        assert!(read(&path, Some(&key)).await.records == records, "round {round}");
        assert!(!is_set_aside(&path), "round {round}");
    }
    assert!(half_way > 0, "it was always through before it was killed");
}

#[tokio::test]
async fn a_killed_rotation_leaves_the_old_or_the_new_key() {
    let [old, new] = keys();
    if let Some(path) = std::env::var_os(VICTIM) {
        report("begins");
        let (mut old, mut new) = (old, new);
        loop {
            Store::rotate_key(Path::new(&path), &old, &new).await.unwrap();
            (old, new) = (new, old);
        }
    }
    let (folder, records) = (TempDir::new().unwrap(), account(300));
    // The journal records the copy, and must recognise it under either key.
    let store = Store::open_with_key(&folder.path().join("callsheet.db"), Some(&old)).await.unwrap();
    Journal::of(&store).await.unwrap().close().await;
    store.close().await;
    let path = written(&folder, Some(&old), &records).await;
    for round in 0..20 {
        let name = "killed::a_killed_rotation_leaves_the_old_or_the_new_key";
        kill(name, &path, |_| until_changed(&path, round));
        let in_force = match Store::open_with_key(&path, Some(&old)).await {
            Err(StoreError::WrongKey) => &new,
            opened => {
                opened.unwrap().close().await;
                &old
            }
        };
        assert!(read(&path, Some(in_force)).await.records == records, "round {round}");

        // In either case, repeating the command completes it.
        Store::rotate_key(&path, &old, &new).await.unwrap();
        assert!(read(&path, Some(&new)).await.records == records, "round {round}");
        assert!(!is_set_aside(&path), "round {round}");
        Store::rotate_key(&path, &new, &old).await.unwrap();
    }
}
