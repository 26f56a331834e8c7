//! The directory: what readers see of the account, and how it may change.
//!
//! Readers take a [`Snapshot`] and keep it while they answer; a newer one replaces it in a single atomic swap, so no
//! reader waits for a sync. Pure functions decide its contents: [`sweep`] says what a walk over the account proves,
//! [`brake`] when not to believe it, [`changes`] what is different afterwards.

pub mod records;

pub mod snapshot;

pub mod narrowed;

pub mod sweep;

pub mod brake;

pub mod changes;

use arc_swap::ArcSwap;

use crate::access::Access;
use crate::directory::snapshot::{Snapshot, Status};

/// Where readers find the newest snapshot. Only the sync writes to it.
#[derive(Debug, Default)]
pub struct Directory {
    newest: ArcSwap<Snapshot>,
}

impl Directory {
    /// The newest snapshot; it stays unchanged for as long as a reader holds it.
    #[must_use]
    pub fn current(&self) -> Snapshot {
        Snapshot::clone(&self.newest.load())
    }

    /// Replaces the snapshot readers see.
    pub fn publish(&self, snapshot: Snapshot) {
        self.newest.store(snapshot.into());
    }

    /// Makes what is left of the newest snapshot for the callers that these rules tell of, so that none of them waits for it.
    pub fn prepare(&self, rules: &Access) {
        loop {
            let snapshot = self.current();
            snapshot.prepare(rules);
            // One that has come meanwhile has only what was there when it was made.
            if self.current().is(&snapshot) {
                return;
            }
        }
    }

    /// Shows readers the same people with another freshness.
    pub fn set_status(&self, status: Status) {
        self.publish(self.newest.load().with_status(status));
    }
}
