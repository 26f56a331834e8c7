//! Keeps the directory and the database up to date with IT Glue.
//!
//! A *sweep* reads the whole account and is the only thing that removes; a *delta* reads what has changed since the
//! last sync and is cheap enough for every few minutes. Both end the same way: the records read are merged over the
//! known ones, the difference is saved in one transaction, and readers get a new snapshot if there is a difference. A
//! failure on the way leaves the directory as it was, with the failure in its status.

mod expiry;
pub mod report;
pub mod schedule;
pub mod walks;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::Instant;

use crate::clock;
use crate::health::Board;
use crate::itglue::client::Client;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::progress::Progress;
use crate::sync::report::SyncError;
use crate::sync::report::millis;
use callsheet_core::directory::Directory;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::guard::RemovalGuard;
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status, Trouble};
use callsheet_core::directory::sweep::{Removals, SeenRecords, Sweep};
use callsheet_core::domain::contact::Contact;

#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Time between deltas, and the longest pause after a failure.
    pub delta_interval: Duration,
    pub sweep_interval: Duration,
    /// The pause after a first failure, and the least after any: the client has tried several times by then.
    pub shortest_pause: Duration,
    pub brake: RemovalGuard,
    /// How long the copy is kept while IT Glue cannot be read. `None`: for good.
    pub max_age: Option<Duration>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            delta_interval: Duration::from_mins(5),
            sweep_interval: Duration::from_hours(6),
            shortest_pause: Duration::from_secs(30),
            brake: RemovalGuard::default(),
            // An outage ends sooner. A key that was taken away on purpose should not leave the data behind for longer.
            max_age: Some(Duration::from_hours(30 * 24)),
        }
    }
}

/// Keeps the directory and the database up to date with IT Glue. The only writer of both.
#[derive(Debug)]
pub struct Syncer {
    client: Arc<Client>,
    store: Store,
    directory: Arc<Directory>,
    settings: Settings,
    records: Records,
    progress: Progress,
    failing: Option<Trouble>,
    health: Arc<Board>,
    /// The records here are ahead of the database, because saving them failed.
    unsaved: bool,
    /// Contacts that were read after a change of one's own.
    adopted: UnboundedReceiver<Contact>,
}

impl Syncer {
    /// Loads the last good copy from disk and publishes it, so that there are answers before IT Glue is asked.
    pub async fn load_from_disk(
        client: impl Into<Arc<Client>>,
        store: Store,
        directory: Arc<Directory>,
        settings: Settings,
    ) -> Result<Self, SyncError> {
        let (client, adopted) = (client.into(), unbounded_channel().1);
        let (records, progress) = (Records::default(), Progress::default());
        let (failing, health, unsaved) = (None, Arc::default(), false);
        let mut syncer =
            Self { client, store, directory, settings, records, progress, failing, health, unsaved, adopted };
        syncer.reload().await?;
        Ok(syncer)
    }

    #[must_use]
    pub fn reporting_to(self, health: Arc<Board>) -> Self {
        health.note(|health| {
            health.sweep.succeeded = self.progress.swept_at;
            health.delta.succeeded = self.progress.synced_at;
        });
        Self { health, ..self }
    }

    /// Takes in the contacts that come from here: each was read just now, after a change of one's own.
    #[must_use]
    pub fn adopting(self, adopted: UnboundedReceiver<Contact>) -> Self {
        Self { adopted, ..self }
    }

    /// Saves a contact that was read just now.
    async fn adopt(&mut self, contact: Contact) {
        let contacts = SeenRecords { records: vec![Arc::new(contact)], ..SeenRecords::default() };
        let sweep = Sweep { contacts, ..Sweep::default() };
        if let Err(error) = self.take(sweep, Removals::default(), self.progress.clone()).await {
            let error = anyhow::Error::new(error);
            tracing::warn!("cannot save a changed contact, which the next sync reads again: {error:#}");
        }
    }

    /// Merges what was read, saves the difference and shows it to readers.
    async fn take(&mut self, sweep: Sweep, removals: Removals, progress: Progress) -> Result<Changes, SyncError> {
        let (known, now) = (self.records.clone(), clock::now());
        let (records, changes) = in_background(move || {
            let records = sweep.merged(&known, &removals, now);
            let changes = Changes::between(&known, &records);
            (records, changes)
        })
        .await?;
        let saved = self.save(&records, &changes, &progress).await;
        if let Err(StoreError::Overtaken) = saved {
            return Err(StoreError::Overtaken.into());
        }
        // A disk that cannot be written must not keep the new records from readers.
        self.unsaved = saved.is_err();
        self.records = records;
        // Otherwise readers would see the new records under the old failure for a moment.
        self.failing = None;
        self.progress = saved.as_ref().unwrap_or(&progress).clone();
        if !changes.is_empty() {
            self.publish(Some(changes.clone())).await?;
        }
        saved?;
        Ok(changes)
    }

    async fn save(&self, records: &Records, changes: &Changes, progress: &Progress) -> Result<Progress, StoreError> {
        if !self.unsaved {
            return self.store.save(self.progress.revision, changes, progress).await;
        }
        let on_disk = self.store.load().await?;
        self.store.save(on_disk.progress.revision, &Changes::between(&on_disk.records, records), progress).await
    }

    /// Loads what another process has saved since. Returns whether there was anything.
    async fn catch_up(&mut self) -> Result<bool, SyncError> {
        let on_disk = self.store.progress().await?;
        let is_news = on_disk != self.progress && !self.unsaved;
        if is_news && on_disk.revision == self.progress.revision {
            self.progress = on_disk;
            self.directory.set_status(self.status());
        } else if is_news {
            self.reload().await?;
        }
        Ok(is_news)
    }

    async fn reload(&mut self) -> Result<(), SyncError> {
        let timer = Instant::now();
        let saved = self.store.load().await?;
        (self.records, self.progress, self.unsaved) = (saved.records, saved.progress, false);
        self.publish(None).await?;
        tracing::info!(
            contacts = self.records.contacts.len(),
            organizations = self.records.organizations.len(),
            elapsed_ms = millis(timer.elapsed()),
            "loaded the directory from disk"
        );
        Ok(())
    }

    /// Brings the index up to date, by the changes alone where they are known, and shows it to readers.
    async fn publish(&self, changes: Option<Changes>) -> Result<(), SyncError> {
        let (directory, records, status) = (Arc::clone(&self.directory), self.records.clone(), self.status());
        in_background(move || {
            let earlier = directory.current();
            let snapshot = match changes {
                Some(changes) => earlier.with_changes(&records, &changes, status),
                None => Snapshot::build(&records, status).for_callers_of(&earlier, None),
            };
            // Inside, because dropping the replaced index takes its time as well.
            directory.publish(snapshot);
        })
        .await
    }

    /// Shows readers how a sync ended.
    fn note<T>(&mut self, outcome: Result<T, SyncError>) -> Result<T, SyncError> {
        self.failing = match &outcome {
            Err(SyncError::ItGlue(error)) => {
                let since = match self.failing {
                    Some(Trouble::Unreachable { since } | Trouble::Refused { since }) => since,
                    Some(_) | None => clock::now(),
                };
                Some(if error.is_refusal() { Trouble::Refused { since } } else { Trouble::Unreachable { since } })
            }
            // IT Glue has answered; a later failure is the operator's concern, not the reader's.
            Ok(_) | Err(_) => None,
        };
        self.directory.set_status(self.status());
        outcome
    }

    fn status(&self) -> Status {
        let status = Status { every: Some(self.settings.delta_interval), ..self.progress.status() };
        match status.trouble {
            // Expiry says more than IT Glue's being out of reach.
            Some(Trouble::Expired { .. }) => status,
            trouble => Status { trouble: self.failing.or(trouble), ..status },
        }
    }
}

/// Runs work that would block the runtime. A panic's message is dropped: it could quote a record.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, SyncError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| SyncError::Background)
}
