//! The audit journal on disk, in a file of its own beside the database.
//!
//! Of its own, because a reader must not wait for a sync: one file has one writer at a time, and a large save is one for
//! seconds. And because it outlives what the database holds: a damaged database is set aside, a key is lost, the copy of
//! the account is wiped, and the journal is not touched by any of it.
//!
//! One task writes. Entries that arrive while it waits for the disk are written together by its next commit, so that how
//! many users ask at once hardly matters to any of them.

pub(super) mod copy_head;
mod file;
mod open;
mod prune;
pub mod read;
mod rows;

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use crate::journal::Entry;
use crate::store::error::StoreError;
use crate::store::journal::open::Open;
use crate::store::journal::read::Reader;

/// Appends that may wait to be taken: far more than answers are given at once. With as many waiting, a disk does not keep
/// up, and to remember more of them helps nobody.
const WAITING: usize = 1024;

/// Entries of one commit; a larger append is still one. An entry takes some microseconds and a commit some milliseconds,
/// so more would only make the first of them wait for the last.
const TOGETHER: usize = 512;

/// The journal, to be written to. Cheap to clone; all clones are the same journal.
#[derive(Clone, Debug)]
pub struct Journal {
    path: Arc<Path>,
    jobs: mpsc::Sender<Job>,
}

#[derive(Debug)]
enum Job {
    Append { lines: Vec<String>, done: oneshot::Sender<Result<(), StoreError>> },
    Prune { before: Timestamp, at: Timestamp, done: oneshot::Sender<Result<u64, StoreError>> },
    Close { done: oneshot::Sender<()> },
}

/// The journal's file, by the database's: `callsheet.db.audit`. Absolute, for the reason given at [`crate::store::Store::open`].
pub fn beside(database: &Path) -> Result<PathBuf, StoreError> {
    let path = with(database, ".audit");
    std::path::absolute(&path).map_err(|error| StoreError::file(&path, error))
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

impl Journal {
    /// Opens the journal of a database, creating it where missing. One that is damaged is set aside, with what can be read
    /// of it taken over and the break noted in it.
    pub async fn open(database: &Path) -> Result<Self, StoreError> {
        let path = beside(database)?;
        let open = Open::open(&path).await?;
        Ok(Self::start(path, Some(open)))
    }

    /// The journal of a database, to be opened with the first entry that finds it can be. Until then none is written.
    pub fn unopened(database: &Path) -> Result<Self, StoreError> {
        Ok(Self::start(beside(database)?, None))
    }

    fn start(path: PathBuf, open: Option<Open>) -> Self {
        let (jobs, queue) = mpsc::channel(WAITING);
        let shared = Arc::from(path.as_path());
        tokio::spawn(Writer { path, open, queue }.run());
        Self { path: shared, jobs }
    }

    /// Adds entries, all of them or none, after those of every call before. Once the future returns they are on the disk,
    /// even if the power fails; an error means that nothing may be disclosed for which they stand. Dropping the future
    /// does not take them back: it only tells what became of them.
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

    /// Removes the entries from before a moment, as long as the chain shows them to be what was written, and notes that.
    /// Returns how many are gone.
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

/// The only one who writes.
struct Writer {
    path: PathBuf,
    /// `None` after a failure: whatever state it was in, the next attempt begins anew.
    open: Option<Open>,
    queue: mpsc::Receiver<Job>,
}

/// Appends that are written together.
#[derive(Default)]
struct Batch {
    lines: Vec<String>,
    waiting: Vec<oneshot::Sender<Result<(), StoreError>>>,
}

impl Writer {
    async fn run(mut self) {
        let mut batch = Batch::default();
        while let Some(job) = self.queue.recv().await {
            let mut job = Some(job);
            while let Some(Job::Append { lines, done }) = job {
                batch.lines.extend(lines);
                batch.waiting.push(done);
                job = if batch.lines.len() < TOGETHER { self.queue.try_recv().ok() } else { None };
            }
            self.commit(mem::take(&mut batch)).await;
            match job {
                Some(Job::Prune { before, at, done }) => {
                    // Nobody needs to know where nobody waits any more; the same below.
                    let _ = done.send(self.prune(before, at).await);
                }
                Some(Job::Close { done }) => {
                    self.close().await;
                    let _ = done.send(());
                    return;
                }
                Some(Job::Append { .. }) | None => {}
            }
        }
        self.close().await;
    }

    /// Tells everybody in the batch the same: it was one commit.
    async fn commit(&mut self, batch: Batch) {
        if batch.waiting.is_empty() {
            return;
        }
        let outcome = match self.append(&batch.lines).await {
            Err(StoreError::Damaged { what }) => match self.replace(what).await {
                Ok(()) => self.append(&batch.lines).await,
                Err(error) => Err(error),
            },
            // To what is there now, or begins there.
            Err(StoreError::Moved) => self.append(&batch.lines).await,
            outcome => outcome,
        };
        let error = outcome.err().map(Arc::new);
        for done in batch.waiting {
            let _ = done.send(error.clone().map_or(Ok(()), |error| Err(StoreError::Unwritten(error))));
        }
    }

    async fn append(&mut self, lines: &[String]) -> Result<(), StoreError> {
        let mut open = self.take().await?;
        rows::append(&mut open.connection, lines).await?;
        // Only now: what moves away a moment earlier takes with it what has just been written.
        if open.has_moved(&self.path) {
            open.abandon().await;
            return Err(StoreError::Moved);
        }
        self.open = Some(open);
        Ok(())
    }

    async fn prune(&mut self, before: Timestamp, at: Timestamp) -> Result<u64, StoreError> {
        let mut open = self.take().await?;
        let pruned = prune::prune(&mut open.connection, before, at).await?;
        self.open = Some(open);
        Ok(pruned)
    }

    async fn take(&mut self) -> Result<Open, StoreError> {
        match self.open.take() {
            Some(open) => Ok(open),
            None => Open::open(&self.path).await,
        }
    }

    async fn replace(&mut self, what: &'static str) -> Result<(), StoreError> {
        self.open = Some(Open::in_place_of_damaged(&self.path, what).await?);
        Ok(())
    }

    async fn close(&mut self) {
        if let Some(open) = self.open.take() {
            open.close().await;
        }
    }
}
