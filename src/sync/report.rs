//! The outcome of a sync, in numbers for an operator.

use std::fmt;
use std::time::Duration;

use crate::itglue::error::ItGlueError;
use crate::store::error::StoreError;
use callsheet_core::directory::changes::TableChange;
use callsheet_core::directory::guard::HeldBack;
use callsheet_core::directory::records::Record;
use callsheet_core::health::SyncFault;

/// The outcome of a completed sweep. Its `Display` is a sentence for an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SweepReport {
    pub contacts: Counts,
    pub organizations: Counts,
    /// Unreadable records, whose known versions stay.
    pub skipped: usize,
    /// Whether every record was met: without this, nothing is removed.
    pub complete: bool,
    pub held_back: Option<HeldBack>,
}

/// What a sync did to the records of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub total: usize,
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    #[error("could not sync with IT Glue")]
    ItGlue(#[from] ItGlueError),
    #[error("could not use the local copy")]
    Store(#[from] StoreError),
    /// Work in the background ended early.
    #[error("the sync was interrupted")]
    Background,
}

impl SyncError {
    /// What those who manage a server are told of it.
    pub fn fault(&self) -> SyncFault {
        match self {
            Self::ItGlue(error) if error.is_refusal() => SyncFault::Refused,
            Self::ItGlue(_) => SyncFault::Unreachable,
            Self::Store(_) => SyncFault::LocalCopy,
            Self::Background => SyncFault::Interrupted,
        }
    }

    /// What an operator can do about it, where the message does not say so itself.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::ItGlue(error) => Some(error.hint()),
            Self::Store(error) => error.hint(),
            Self::Background => None,
        }
    }
}

impl Counts {
    pub(super) fn of<R: Record>(total: usize, change: &TableChange<R>) -> Self {
        Self { total, added: change.added, changed: change.changed(), removed: change.removals.len() }
    }
}

impl SweepReport {
    /// One line for the log: information, or a warning where an operator has to act.
    pub(super) fn log(&self, took: Duration) {
        let elapsed_ms = millis(took);
        if self.held_back.is_some() || !self.complete {
            tracing::warn!(elapsed_ms, "swept IT Glue: {self}");
        } else {
            tracing::info!(elapsed_ms, "swept IT Glue: {self}");
        }
    }
}

impl fmt::Display for SweepReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { contacts, organizations, skipped, complete, held_back } = self;
        let (people, clients) = (number_of(contacts.total, "contact"), number_of(organizations.total, "organization"));
        write!(f, "{people} ({contacts}), {clients} ({organizations})")?;
        if *skipped > 0 {
            write!(f, "; {} could not be read and were kept as they were", number_of(*skipped, "record"))?;
        }
        if !complete {
            write!(f, "; the sync was incomplete, so missing records were kept")?;
        }
        if let Some(HeldBack { contacts, organizations }) = held_back {
            write!(
                f,
                "; {} and {} are missing in IT Glue; that is unusually many, so nothing was removed. Check the account and \
                 the key, then stop the bot and run `callsheet sync --accept-removals`",
                number_of(*contacts, "contact"),
                number_of(*organizations, "organization"),
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} added, {} changed, {} removed", self.added, self.changed, self.removed)
    }
}

/// "1 contact", "2 contacts".
fn number_of(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A duration as a number for JSON; a log line needs no more.
pub(super) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
