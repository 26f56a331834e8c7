//! The audit journal on disk, in a file of its own beside the database.
//!
//! Of its own, because a reader must not wait for a sync: one file has one writer at a time, and a large save is one for
//! seconds. And because it outlives what the database holds: a damaged database is set aside, a key is lost, the copy of
//! the account is wiped, and the journal is not touched by any of it.
//!
//! One task writes. Entries that arrive while it waits for the disk are written together by its next commit, so that how
//! many users ask at once hardly matters to any of them.

mod append;
pub(super) mod checkpoint;
mod file;
mod prune;
pub mod read;
pub(super) mod rotate;
mod rows;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot, watch};

use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::files::with_ending;
use crate::store::journal::read::Reader;
use crate::store::journal::writer::Writer;
use callsheet_core::journal::Entry;
use callsheet_core::journal::chain::Head;

/// Appends that may wait to be taken: with as many waiting, a disk does not keep up, and more would help nobody.
const WAITING: usize = 1024;

/// The journal, to be written to. Cheap to clone; all clones are the same journal.
#[derive(Clone, Debug)]
pub struct Journal {
    path: Arc<Path>,
    jobs: mpsc::Sender<Job>,
    heads: watch::Receiver<Option<Head>>,
    broken: watch::Receiver<Option<u64>>,
}

#[derive(Debug)]
enum Job {
    Append { lines: Vec<String>, done: oneshot::Sender<Result<(), StoreError>> },
    Prune { before: Timestamp, at: Timestamp, done: oneshot::Sender<Result<u64, StoreError>> },
    Close { done: oneshot::Sender<()> },
}

/// The journal's file, by the database's: `callsheet.db.audit`. Absolute, for the reason given at [`crate::store::Store::open`].
pub fn beside(database: &Path) -> Result<PathBuf, StoreError> {
    let path = with_ending(database, ".audit");
    std::path::absolute(&path).map_err(|error| StoreError::file(&path, error))
}

/// The same, where it is there.
fn existing(database: &Path) -> Result<Option<PathBuf>, StoreError> {
    Ok(Some(beside(database)?).filter(|path| path.exists()))
}

impl Journal {
    /// Opens the journal of a database, creating it where missing. One that is damaged is set aside, with what can be read
    /// of it taken over. That, and whether it is not as the database has noted it, is noted in it.
    pub async fn of(store: &Store) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel(WAITING);
        let mut writer = Writer::new(store.clone(), queue)?;
        writer.settle().await?;
        Ok(Self::start(writer, jobs))
    }

    /// The journal of a database, to be opened with the first entry that finds it can be. Until then none is written.
    pub fn unopened(store: &Store) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel(WAITING);
        Ok(Self::start(Writer::new(store.clone(), queue)?, jobs))
    }

    fn start(writer: Writer, jobs: mpsc::Sender<Job>) -> Self {
        let path = Arc::from(writer.path.as_path());
        let (heads, broken) = (writer.heads.subscribe(), writer.broken.subscribe());
        tokio::spawn(writer.run());
        Self { path, jobs, heads, broken }
    }

    /// The entry that told last that the journal was not as it had been left. Changes when there is another one.
    pub fn broken(&self) -> watch::Receiver<Option<u64>> {
        self.broken.clone()
    }

    /// The head after what was written last. Changes with each commit.
    pub fn heads(&self) -> watch::Receiver<Option<Head>> {
        self.heads.clone()
    }

    /// Adds entries, all of them or none, after those of every call before. Once the future returns they are on the disk,
    /// even if the power fails; an error means that nothing may be disclosed for which they stand. Dropping the future
    /// does not take them back: it only tells what became of them. With [`StoreError::Broken`] they are on the disk as well,
    /// but behind one that says that those before are not as they had been left.
    pub fn append(&self, entries: &[Entry]) -> impl Future<Output = Result<(), StoreError>> + Send + use<> {
        let handed_over = self.hand_over(entries);
        async move {
            match handed_over? {
                Some(written) => written.await.map_err(|_| closed())?,
                None => Ok(()),
            }
        }
    }

    fn hand_over(&self, entries: &[Entry]) -> Result<Option<oneshot::Receiver<Result<(), StoreError>>>, StoreError> {
        if entries.is_empty() {
            return Ok(None);
        }
        let lines: Option<Vec<String>> = entries.iter().map(Entry::encode).collect();
        let (done, written) = oneshot::channel();
        let job = Job::Append { lines: lines.ok_or(StoreError::Record)?, done };
        match self.jobs.try_send(job) {
            Ok(()) => Ok(Some(written)),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Closed(_)) => Err(closed()),
        }
    }

    /// Removes the entries from before a moment, as far as the chain proves them; returns how many are gone.
    pub async fn prune(&self, before: Timestamp, at: Timestamp) -> Result<u64, StoreError> {
        let mut pruned = 0;
        loop {
            match self.ask(|done| Job::Prune { before, at, done }).await?? {
                0 => return Ok(pruned),
                more => pruned += more,
            }
        }
    }

    /// Opens it to be read as it is at this moment, on a connection of its own.
    pub async fn reader(&self) -> Result<Reader, StoreError> {
        Reader::at(&self.path).await
    }

    /// Writes what is waiting and closes the file, for every clone.
    pub async fn close(&self) {
        // Where it does not answer it is closed already.
        let _ = self.ask(|done| Job::Close { done }).await;
    }

    async fn ask<T>(&self, job: impl FnOnce(oneshot::Sender<T>) -> Job) -> Result<T, StoreError> {
        let (done, answer) = oneshot::channel();
        self.jobs.send(job(done)).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())
    }
}

fn closed() -> StoreError {
    sqlx::Error::PoolClosed.into()
}
