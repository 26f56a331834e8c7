//! What is done once, and ends: an answer from the copy on disk, a sweep, and what concerns the copy itself.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use secrecy::ExposeSecret as _;

use crate::answer::language::Language;
use crate::clock;
use crate::config;
use crate::config::database::{Encryption, Rotation};
use crate::directory::Directory;
use crate::directory::snapshot::Snapshot;
use crate::failure::Failure;
use crate::itglue::client::Client;
use crate::screen;
use crate::store::Store;
use crate::store::encryption::TakenOver;
use crate::store::key::Key;
use crate::sync::Syncer;
use crate::terminal;

/// Prints the answer to one line from the copy on disk. Nothing is asked of any network.
pub async fn ask(config: config::Ask, line: &str, language: Language) -> Result<(), Failure> {
    let command = commands::line::parse(line)?;
    let store = Store::open_with_key(&config.database.path, config.database.key.as_ref()).await?;
    let notebook = store.notebook().await?;
    let saved = store.load().await?;
    store.close().await;
    if saved.progress.synced_at.is_none() {
        return Err(Failure::NothingSynced);
    }
    let snapshot = Snapshot::build(&saved.records, saved.progress.status());
    let shown = terminal::answer(&command, &snapshot, &config.policy, &notebook, language, clock::now());
    io::stdout().write_all(shown.as_bytes())?;
    Ok(())
}

/// Sweeps the account into the copy on disk and prints how that went.
pub async fn sync(config: config::SyncOnce, accept_removals: bool) -> Result<(), Failure> {
    let store = Store::open_with_key(&config.database.path, config.database.key.as_ref()).await?;
    let client = Client::new(&config.it_glue.api, config.it_glue.key)?;
    let directory = Arc::new(Directory::default());
    let mut syncer = Syncer::load_from_disk(client, store.clone(), directory, config.sync).await?;
    let report = syncer.sweep(accept_removals, &progress).await?;
    store.close().await;
    writeln!(io::stdout(), "{report}")?;
    Ok(())
}

/// Makes up a key and prints it.
pub fn new_key() -> Result<(), Failure> {
    writeln!(io::stdout(), "{}", Key::generate()?.expose_secret())?;
    Ok(())
}

/// Encrypts a database that is in the clear.
pub async fn encrypt(encryption: Encryption) -> Result<(), Failure> {
    exists(&encryption.path)?;
    let TakenOver { records, remembered } = Store::encrypt(&encryption.path, &encryption.key).await?;
    let path = encryption.path.display();
    writeln!(
        io::stdout(),
        "{path} is encrypted; taken over as they were: {records} records of the account, {remembered} rows of what Callsheet remembers"
    )?;
    Ok(())
}

/// Encrypts the database with another key.
pub async fn rotate_key(rotation: Rotation) -> Result<(), Failure> {
    Store::rotate_key(&rotation.path, &rotation.old, &rotation.new).await?;
    let path = rotation.path.display();
    writeln!(io::stdout(), "{path} is encrypted with the new key: set CALLSHEET_KEY to it and start callsheet again")?;
    Ok(())
}

/// Deletes the copy of the account. No key is needed for that.
pub async fn wipe(database: &Path) -> Result<(), Failure> {
    exists(database)?;
    let store = Store::open_to_wipe(database).await?;
    store.wipe(None).await?;
    store.remove_traces().await?;
    store.close().await;
    writeln!(io::stdout(), "the copy of the account is deleted from {}", database.display())?;
    Ok(())
}

/// Opening a database makes a new one where there is none, and having done nothing to that would look like success.
fn exists(database: &Path) -> Result<(), Failure> {
    if database.try_exists()? { Ok(()) } else { Err(Failure::NoDatabase(database.to_owned())) }
}

/// Shows how far a sweep has come.
pub(crate) fn progress(read: usize, of: usize) {
    screen::progress(read, of, "contacts");
}
