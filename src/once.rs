//! Actions that run once and end: an answer from the copy on disk, a sweep, and work on the copy itself.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use secrecy::ExposeSecret as _;

use crate::clock;
use crate::config;
use crate::config::database::{Encryption, Rotation};
use crate::desk::{self, Desk};
use crate::failure::{Failure, Result};
use crate::itglue::client::Client;
use crate::itglue::patience::Patience;
use crate::itglue::waiting::Waiting;
use crate::screen;
use crate::store::Store;
use crate::store::edits::EditStore;
use crate::store::encryption::TakenOver;
use crate::store::journal::{Journal, beside};
use crate::store::key::Key;
use crate::store::lock::Lock;
use crate::store::notebooks::NotebookStore;
use crate::sync::Syncer;
use crate::terminal;
use callsheet_core::answer::language::Language;
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::{Snapshot, Status};

/// Prints the answer to one line from the copy on disk. Only the journal and the note of its end are written.
pub async fn ask(config: config::Ask, line: &str, language: Language) -> Result<()> {
    let question =
        terminal::read(line, language).map_err(|error| Failure::Line(terminal::not_understood(&error, language)))?;
    let config::database::Database { path, key } = &config.database;
    let Some(store) = Store::open_to_read(path, key.as_ref()).await? else {
        let then = "run `callsheet sync` or start the bot";
        return Err(Failure::NoDatabase { path: std::path::absolute(path)?, then });
    };
    let notebooks = NotebookStore::read(store.clone()).await?;
    let edits = Arc::new(EditStore::open(store.clone()).await?);
    let saved = store.load().await?;
    if saved.progress.synced_at.is_none() {
        return Err(Failure::NothingSynced);
    }
    let directory = Arc::new(Directory::default());
    let status = Status { every: Some(config.interval), ..saved.progress.status() };
    directory.publish(Snapshot::build(&saved.records, status));
    let now = clock::now();
    let limiter = desk::limiter(path, config.policy.brake.hold, now).await;
    let journal = match Journal::of(&store).await {
        Err(error) if config.audit_required => return Err(Failure::NotNoted { source: Some(error) }),
        Err(error) => {
            tracing::error!(error = error.in_full(), "answered without an entry in the audit log");
            Journal::unopened(&store)?
        }
        Ok(journal) => journal,
    };
    let policy = config.policy.clone();
    let desk =
        Desk::at_terminal(config.policy, directory, notebooks, edits, journal.clone(), config.audit_required, limiter);
    let reply = Arc::new(desk).answer_whole(question, now).await;
    journal.close().await;
    store.close().await;
    if reply.is_not_noted() {
        return Err(Failure::NotNoted { source: None });
    }
    io::stdout().write_all(terminal::render_with_next(&reply, &policy, now).as_bytes())?;
    Ok(())
}

/// Sweeps the account into the copy on disk and prints how that went.
pub async fn sync(config: config::SyncOnce, accept_removals: bool) -> Result<()> {
    let config::database::Database { path, key } = &config.database;
    let _lock = Lock::take(path)?;
    let store = Store::open_with_key(path, key.as_ref()).await?;
    // It is there from the first copy on, so that what is noted in it is known to be all.
    match Journal::of(&store).await {
        Ok(journal) => journal.close().await,
        Err(error) => {
            tracing::error!(error = error.in_full(), "cannot open the audit log: the bot and `callsheet ask` need it");
        }
    }
    let on_wait = |waiting: &Waiting<'_>| screen::waiting(&waiting.to_string());
    let client = Client::watched(&config.it_glue.api, config.it_glue.key, Patience::default(), on_wait)?;
    let directory = Arc::new(Directory::default());
    let mut syncer = Syncer::load_from_disk(client, store.clone(), directory, config.sync).await?;
    let on_read = |what: &'static str, read, of| screen::each_step(read, of, what);
    let report = syncer.sweep(accept_removals, &on_read).await?;
    store.close().await;
    writeln!(io::stdout(), "{report}")?;
    Ok(())
}

pub fn new_key() -> Result<()> {
    writeln!(io::stdout(), "{}", Key::generate()?.expose_secret())?;
    Ok(())
}

pub async fn encrypt(encryption: Encryption) -> Result<()> {
    must_exist(&encryption.path, "nothing was encrypted")?;
    let _lock = Lock::take(&encryption.path)?;
    let TakenOver { records, remembered } = Store::encrypt(&encryption.path, &encryption.key).await?;
    let path = encryption.path.display();
    writeln!(io::stdout(), "encrypted {path}: {records} IT Glue records and {remembered} of Callsheet's own")?;
    Ok(())
}

pub async fn rotate_key(rotation: Rotation) -> Result<()> {
    must_exist(&rotation.path, "nothing was re-encrypted")?;
    let _lock = Lock::take(&rotation.path)?;
    Store::rotate_key(&rotation.path, &rotation.old, &rotation.new).await?;
    let path = rotation.path.display();
    writeln!(io::stdout(), "re-encrypted {path}. Set CALLSHEET_KEY to the new key, then restart Callsheet")?;
    Ok(())
}

/// Deletes the copy of the account, which needs no key.
pub async fn wipe(database: &Path) -> Result<()> {
    must_exist(database, "nothing was deleted")?;
    let store = Store::open_to_wipe(database).await?;
    store.wipe(None).await?;
    store.remove_traces().await?;
    store.close().await;
    let path = database.display();
    writeln!(io::stdout(), "deleted the local copy in {path}")?;
    writeln!(io::stdout(), "kept in it: call attempts, channel links and favorites")?;
    if beside(database)?.try_exists()? {
        writeln!(io::stdout(), "kept in {path}.audit: the audit log, with Discord and IT Glue IDs")?;
    }
    writeln!(
        io::stdout(),
        "to remove these too, stop the bot and delete {path} and all files whose names begin with it"
    )?;
    Ok(())
}

/// Refuses a missing database: opening it would create one, and the action would seem to succeed on it.
fn must_exist(database: &Path, then: &'static str) -> Result<()> {
    if database.try_exists()? {
        return Ok(());
    }
    Err(Failure::NoDatabase { path: database.to_owned(), then })
}
