//! What is done once, and ends: an answer from the copy on disk, and a sweep.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;

use crate::answer::language::Language;
use crate::clock;
use crate::config;
use crate::directory::Directory;
use crate::directory::snapshot::Snapshot;
use crate::failure::Failure;
use crate::handlers::context::{Caller, Context};
use crate::itglue::client::Client;
use crate::store::Store;
use crate::sync::Syncer;
use crate::terminal;

/// Prints the answer to one line from the copy on disk. Nothing is asked of any network.
pub async fn ask(config: config::Ask, line: &str, language: Language) -> Result<(), Failure> {
    let command = commands::line::parse(line)?;
    let store = Store::open(&config.database).await?;
    let notebook = store.notebook().await?;
    let saved = store.load().await?;
    store.close().await;
    if saved.progress.synced_at.is_none() {
        return Err(Failure::NothingSynced);
    }
    let snapshot = Snapshot::build(&saved.records, saved.progress.status());
    let context = Context {
        snapshot: &snapshot,
        policy: &config.policy,
        notebook: &notebook,
        caller: Caller::at_terminal(language),
        now: clock::now(),
    };
    let shown = terminal::answer(&command, context);
    io::stdout().write_all(shown.as_bytes())?;
    Ok(())
}

/// Sweeps the account into the copy on disk and prints how that went.
pub async fn sync(config: config::SyncOnce, accept_removals: bool) -> Result<(), Failure> {
    let store = Store::open(&config.database).await?;
    let client = Client::new(&config.it_glue.api, config.it_glue.key)?;
    let directory = Arc::new(Directory::default());
    let mut syncer = Syncer::load_from_disk(client, store.clone(), directory, config.sync).await?;
    let report = syncer.sweep(accept_removals, &progress).await?;
    store.close().await;
    writeln!(io::stdout(), "{report}")?;
    Ok(())
}

/// Shows how far a sweep has come, where somebody is looking.
pub(crate) fn progress(read: usize, of: usize) {
    let mut screen = io::stderr();
    if screen.is_terminal() {
        let end = if read < of { "\r" } else { "\n" };
        // A screen that cannot be written to is no reason to stop.
        let _ = write!(screen, "read {read} of {of} contacts{end}");
    }
}
