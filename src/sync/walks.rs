//! Reads IT Glue for a sync.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use crate::clock;
use crate::store::error::StoreError;
use crate::store::progress::{EDITION, Progress};
use crate::sync::Syncer;
use crate::sync::report::{Counts, SweepReport, SyncError, millis};
use callsheet_core::directory::records::{Record, Table};
use callsheet_core::directory::sweep::{Removals, Sweep};

/// How far behind the watermark a delta asks: for changes during the last sync, and differences between clocks.
const OVERLAP: Duration = Duration::from_mins(5);

/// Called after each page with the kind of records being read, how many were read, and how many there are.
pub type OnRead<'a> = &'a (dyn Fn(&'static str, usize, usize) + Sync);

impl Syncer {
    /// Reads the whole account. `accept_removals`: an operator has confirmed that all missing records are gone.
    pub async fn sweep(&mut self, accept_removals: bool, on_read: OnRead<'_>) -> Result<SweepReport, SyncError> {
        let outcome = self.try_sweep(accept_removals, on_read).await;
        self.note(outcome)
    }

    /// Reads what has changed since the last sync. Before the first sweep it does nothing.
    pub async fn delta(&mut self) -> Result<(), SyncError> {
        let outcome = self.try_delta().await;
        self.note(outcome)
    }

    async fn try_sweep(&mut self, accept_removals: bool, on_read: OnRead<'_>) -> Result<SweepReport, SyncError> {
        let (started, timer) = (clock::now(), Instant::now());
        let keep = |contact| shared(contact, &self.records.contacts);
        let mut sweep = Sweep {
            contacts: self.client.contacts(&keep, &|read, of| on_read("contacts", read, of)).await?,
            organizations: self.client.organizations(&|read, of| on_read("organizations", read, of)).await?,
            contact_types: self.client.contact_types(&|read, of| on_read("contact types", read, of)).await?,
            locations: self.client.locations(&|read, of| on_read("locations", read, of)).await?,
        };
        loop {
            let mut removals = sweep.missing(&self.records);
            let mut held_back = None;
            if !accept_removals {
                removals = self.settings.brake.check(removals, &self.records).unwrap_or_else(|counts| {
                    held_back = Some(counts);
                    Removals::default()
                });
            }
            self.look_up_missing(&mut sweep, &mut removals).await;
            if !accept_removals {
                sweep.spare_referenced(&mut removals);
            }
            let complete = sweep.is_complete();
            let progress = Progress {
                synced_at: Some(started),
                swept_at: Some(started),
                edition: EDITION,
                watermark: Some(newest_change(&sweep).map_or(started, |newest| newest.min(started))),
                held_back_since: match (&held_back, self.progress.held_back_since) {
                    (Some(_), since) => since.or(Some(started)),
                    (None, since) => since.filter(|_| !complete),
                },
                expired_at: None,
                ..self.progress.clone()
            };
            let changes = match self.take(sweep.clone(), removals, progress).await {
                Err(SyncError::Store(StoreError::Overtaken)) => {
                    self.reload().await?;
                    continue;
                }
                outcome => outcome?,
            };
            let report = SweepReport {
                contacts: Counts::of(self.records.contacts.len(), &changes.contacts),
                organizations: Counts::of(self.records.organizations.len(), &changes.organizations),
                skipped: sweep.skipped(),
                complete,
                held_back,
            };
            report.log(timer.elapsed());
            if let Err(error) = self.store.remove_leftovers().await {
                let error = anyhow::Error::new(error);
                tracing::warn!("what was deleted may still be in the database's files until the next sweep: {error:#}");
            }
            return Ok(report);
        }
    }

    async fn try_delta(&mut self) -> Result<(), SyncError> {
        let (started, timer) = (clock::now(), Instant::now());
        let Some(watermark) = self.progress.watermark else { return Ok(()) };
        let since = watermark.checked_sub(OVERLAP).unwrap_or(Timestamp::MIN);
        let delta = Sweep {
            contacts: self.client.contacts_changed_since(since).await?,
            organizations: self.client.organizations_changed_since(since).await?,
            ..Sweep::default()
        };
        let watermark = if delta.contacts.complete && delta.organizations.complete {
            newest_change(&delta).map_or(watermark, |newest| newest.min(started))
        } else {
            watermark
        };
        loop {
            let progress = Progress { synced_at: Some(started), watermark: Some(watermark), ..self.progress.clone() };
            match self.take(delta.clone(), Removals::default(), progress).await {
                Err(SyncError::Store(StoreError::Overtaken)) => {
                    self.reload().await?;
                    if self.progress.watermark.is_none() {
                        // It was wiped, and a delta makes no directory out of nothing.
                        return Ok(());
                    }
                }
                Err(error) => return Err(error),
                Ok(changes) if changes.is_empty() => return Ok(()),
                Ok(changes) => {
                    tracing::info!(
                        contacts = changes.contacts.upserts.len(),
                        organizations = changes.organizations.upserts.len(),
                        skipped = delta.skipped(),
                        elapsed_ms = millis(timer.elapsed()),
                        "took over what has changed in IT Glue"
                    );
                    return Ok(());
                }
            }
        }
    }

    /// Looks up one by one the contacts that a complete walk did not meet.
    async fn look_up_missing(&self, sweep: &mut Sweep, removals: &mut Removals) {
        if removals.contacts.is_empty() {
            return;
        }
        match self.client.contacts_by_id(&removals.contacts).await {
            Ok(Some(existing)) => sweep.found(existing, removals),
            // There is no way to ask, so the count of the walk has to do.
            Ok(None) => {}
            Err(error) => {
                let (missing, error) = (removals.contacts.len(), anyhow::Error::new(error));
                tracing::warn!(missing, "could not look up the missing contacts, so they stay: {error:#}");
                removals.contacts.clear();
            }
        }
    }
}

/// The known record where it is the same, so that one of the two can be dropped.
fn shared<R: Record>(record: R, known: &Table<R>) -> Arc<R> {
    match known.get(&record.id()) {
        Some(known) if **known == record => Arc::clone(known),
        _ => Arc::new(record),
    }
}

/// The last change that IT Glue reports. The watermark goes no further than this, since only IT Glue's own clock
/// counts, and no further than the start of the sync, since a change during it may have been passed over.
fn newest_change(sweep: &Sweep) -> Option<Timestamp> {
    let contacts = sweep.contacts.records.iter().filter_map(|contact| contact.updated_at);
    let organizations = sweep.organizations.records.iter().filter_map(|organization| organization.updated_at);
    contacts.chain(organizations).max()
}
