//! The directory: what readers see of the account, and how it may change.
//!
//! Readers take a [`Snapshot`] and keep it for as long as an answer takes; a newer one replaces it in a single atomic
//! swap, so nobody ever waits for a sync. What a newer one holds is decided by pure functions: [`sweep`] says what a walk
//! over the account proves, [`brake`] when not to believe it, [`changes`] what is different afterwards.

pub mod records;

pub mod snapshot;

pub mod narrowed;

pub mod sweep;

pub mod guard;

pub mod changes;

use arc_swap::ArcSwap;

use crate::directory::snapshot::{Snapshot, Status};

/// Where readers find the newest snapshot. Only the sync writes to it.
#[derive(Debug, Default)]
pub struct Directory {
    newest: ArcSwap<Snapshot>,
}

impl Directory {
    /// The newest snapshot; it stays as it is for as long as it is held.
    #[must_use]
    pub fn current(&self) -> Snapshot {
        Snapshot::clone(&self.newest.load())
    }

    /// Shows readers this snapshot from now on.
    pub fn publish(&self, snapshot: Snapshot) {
        self.newest.store(snapshot.into());
    }

    /// Shows readers the same people with another freshness.
    pub fn set_status(&self, status: Status) {
        self.publish(self.newest.load().with_status(status));
    }
}
