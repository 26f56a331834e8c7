//! How far the local copy has come.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use callsheet_core::directory::snapshot::{Status, Trouble};

/// The edition of the records: it goes up with each field that a sweep reads, so that older copies are read anew.
pub const EDITION: u32 = 1;

/// How far the local copy has come. The default is an account of which nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Grows with every change of the records: how a process notices that another one has written.
    pub revision: u64,
    /// When the account was last read with success, by a sweep or a delta.
    pub synced_at: Option<Timestamp>,
    pub swept_at: Option<Timestamp>,
    /// The [`EDITION`] of the program that swept.
    pub edition: u32,
    /// Changes up to this moment of IT Glue's clock are known; a delta asks from a little before it.
    pub watermark: Option<Timestamp>,
    pub held_back_since: Option<Timestamp>,
    /// When the copy was deleted because it could not be renewed for too long.
    pub expired_at: Option<Timestamp>,
}

impl Progress {
    /// What readers are told of it.
    pub fn status(&self) -> Status {
        let held_back = self.held_back_since.map(|since| Trouble::HeldBack { since });
        let trouble = self.expired_at.map_or(held_back, |since| Some(Trouble::Expired { since }));
        Status { synced_at: self.synced_at, trouble, every: None }
    }
}
