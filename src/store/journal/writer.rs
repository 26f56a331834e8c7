//! The only one who writes to the journal.

use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::SqliteConnection;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::journal::append::{self, Known};
use crate::store::journal::checkpoint::{self, Checkpoint};
use crate::store::journal::file::Open;
use crate::store::journal::{Job, beside, file, prune, rows};
use crate::store::key::Key;
use crate::store::noted::Says;
use callsheet_core::journal::chain::Head;

/// Entries of one commit. They take microseconds and it milliseconds, so the first of more would wait for the last.
const TOGETHER: usize = 512;

/// How long the end of the program waits to note the last head: a millisecond will do, and an older head does no harm.
const NOTE_WITHIN: Duration = Duration::from_millis(200);

pub(super) struct Writer {
    pub(super) path: PathBuf,
    /// Where the head is noted, and what seals it.
    store: Store,
    /// `None` after a failure: whatever state it was in, the next attempt begins anew.
    open: Option<Open>,
    /// The head after what was written last. It outlives the open file, so that another one in its place is noticed.
    last: Option<Head>,
    /// What was written of it, where there is a key.
    checkpoint: Option<Checkpoint>,
    pub(super) heads: watch::Sender<Option<Head>>,
    pub(super) broken: watch::Sender<Option<u64>>,
    queue: mpsc::Receiver<Job>,
}

#[derive(Default)]
struct Batch {
    lines: Vec<String>,
    waiting: Vec<oneshot::Sender<Result<(), StoreError>>>,
}

impl Writer {
    pub(super) fn new(store: Store, queue: mpsc::Receiver<Job>) -> Result<Self, StoreError> {
        let (heads, broken) = (watch::Sender::default(), watch::Sender::default());
        Ok(Self { path: beside(&store.path)?, store, open: None, last: None, checkpoint: None, heads, broken, queue })
    }

    pub(super) async fn run(mut self) {
        let noting = tokio::spawn(note(self.store.clone(), self.heads.subscribe()));
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
                    self.close(noting).await;
                    let _ = done.send(());
                    return;
                }
                Some(Job::Append { .. }) | None => {}
            }
        }
        self.close(noting).await;
    }

    /// Opens the file and notes in it what is not as it was left.
    pub(super) async fn settle(&mut self) -> Result<(), StoreError> {
        self.write(&[]).await.map(|_| ())
    }

    /// Tells everybody in the batch the same: it was one commit.
    async fn commit(&mut self, batch: Batch) {
        if batch.waiting.is_empty() {
            return;
        }
        let outcome = self.write(&batch.lines).await.map_err(Arc::new);
        for done in batch.waiting {
            let _ = done.send(match &outcome {
                Ok(None) => Ok(()),
                Ok(Some(_)) => Err(StoreError::Broken),
                Err(error) => Err(StoreError::Unwritten(Arc::clone(error))),
            });
        }
    }

    /// Writes lines, and returns the entry that says that the journal was not as it was left, if it was not.
    async fn write(&mut self, lines: &[String]) -> Result<Option<u64>, StoreError> {
        let broken = match self.append(lines).await {
            Err(StoreError::Damaged { what }) => {
                self.open = Some(file::replace(&self.path, what, self.key()).await?);
                self.append(lines).await?
            }
            // To what is there now, or begins there.
            Err(StoreError::Moved) => self.append(lines).await?,
            outcome => outcome?,
        };
        if broken.is_some() {
            self.broken.send_replace(broken);
        }
        Ok(broken)
    }

    async fn append(&mut self, lines: &[String]) -> Result<Option<u64>, StoreError> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => Open::open(&self.path, self.key()).await?,
        };
        let known = match self.last {
            Some(head) => Known::Own(head),
            None => self.noted(&mut open.connection).await?,
        };
        let added = append::append(&mut open.connection, lines, known, self.checkpoint, self.key()).await?;
        // Only now: what moves away a moment earlier takes with it what has just been written.
        if open.has_moved(&self.path) {
            open.abandon().await;
            return Err(StoreError::Moved);
        }
        if let Some(entry) = added.broken {
            tell(known, entry);
        }
        let broken = added.broken.or(open.replaced.take());
        self.open = Some(open);
        self.checkpoint = added.checkpoint;
        self.has_come_to(added.head);
        Ok(broken)
    }

    /// What the database has noted. Where it has noted nothing yet, or the key is new, it gets that now, before the first
    /// entry is sealed: once one is, a note that is not counts as none.
    async fn noted(&self, connection: &mut SqliteConnection) -> Result<Known, StoreError> {
        let (known, head) = match (self.store.says_of_journal().await?, self.key()) {
            (Says::Last(head), _) => return Ok(Known::Noted(head)),
            (Says::KeyIsNew(known), Some(key)) => match checkpoint::begin(connection, key).await? {
                Some(head) => (Known::Noted(known), head),
                None => return Ok(Known::Forgotten),
            },
            (Says::Nothing, None) => {
                let head = rows::head(connection).await?;
                if head != Head::START {
                    tracing::warn!(%head, "the database has no head of the audit log noted yet: nothing tells whether newest entries were cut off before this start");
                }
                (Known::Nothing, head)
            }
            _ => return Ok(Known::Forgotten),
        };
        self.store.note_head(head).await?;
        Ok(known)
    }

    async fn prune(&mut self, before: Timestamp, at: Timestamp) -> Result<u64, StoreError> {
        // Nothing is removed from a journal before it is known to be the one that was left.
        self.settle().await?;
        let Some(mut open) = self.open.take() else { return Ok(0) };
        let (pruned, head) = prune::prune(&mut open.connection, before, at, self.key()).await?;
        self.open = Some(open);
        self.has_come_to(head);
        Ok(pruned)
    }

    fn has_come_to(&mut self, head: Head) {
        self.last = Some(head);
        self.heads.send_if_modified(|noted| noted.replace(head) != Some(head));
    }

    fn key(&self) -> Option<&Key> {
        self.store.key()
    }

    async fn close(self, noting: JoinHandle<()>) {
        if let Some(open) = self.open {
            open.close().await;
        }
        // With nobody to tell it of another head, it ends after this one.
        drop(self.heads);
        let _ = timeout(NOTE_WITHIN, noting).await;
    }
}

/// Notes in the database which entry is the last one, behind the entries: nobody waits for this note.
async fn note(store: Store, mut heads: watch::Receiver<Option<Head>>) {
    loop {
        let head = *heads.borrow_and_update();
        if let Some(head) = head
            && let Err(error) = store.note_head(head).await
        {
            let error: &dyn std::error::Error = &error;
            tracing::warn!(error, %head, "cannot note the head of the audit log in the database; an older one stays noted");
        }
        if heads.changed().await.is_err() {
            return;
        }
    }
}

/// The log is often kept on another machine, where this is safe from who did it.
fn tell(known: Known, entry: u64) {
    let head = match known {
        Known::Own(head) | Known::Noted(head) => Some(head),
        Known::Nothing | Known::Forgotten => None,
    };
    tracing::error!(
        entry,
        last_known = head.map(tracing::field::display),
        "the audit log is not as it was left: entries were cut off, rewritten, put back or written by another program, or \
         what the key has sealed about its end is gone, in it or in the database; the break is noted in it, and `callsheet \
         journal verify` tells what is unproven. If you have moved the audit log, or its files come from a backup or an earlier \
         version, this is why, and there is nothing to do; else keep the files as evidence"
    );
}
