//! The directory: what readers see of the account, and how it may change.
//!
//! Readers take a [`Snapshot`] and keep it while they answer; a newer one replaces it in a single atomic swap, so no
//! reader waits for a sync. Pure functions decide its contents: [`sweep`] says what a walk over the account proves,
//! [`guard`] when not to believe it, [`changes`] what is different afterwards.

pub mod changes;
pub mod guard;
pub mod narrowed;
pub mod records;
pub mod snapshot;
pub mod sweep;

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
    pub fn current(&self) -> Snapshot {
        Snapshot::clone(&self.newest.load())
    }

    /// Replaces the snapshot readers see.
    pub fn publish(&self, snapshot: Snapshot) {
        self.newest.store(snapshot.into());
    }

    /// Prepares the parts of the newest snapshot for the callers that these rules name, so that none of them waits.
    pub fn prepare(&self, rules: &Access) {
        loop {
            let snapshot = self.current();
            snapshot.prepare(rules);
            // A snapshot published meanwhile has only the parts known when it was built, so prepare it too.
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
