//! A snapshot for readers who may not see all of it, with an index of its own.
//!
//! Hidden records must not change what a reader sees, and in an index everything bears on everything: which words are
//! names, how telling a word is, what is ambiguous, how far a search goes. So they are absent from the reader's index.
//! All readers with the same reach share one snapshot; the first of them has it made, and it is renewed with the
//! whole.

use std::any::Any;
use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use crate::directory::changes::{Change, Changes};
use crate::directory::records::{Records, Table};
use crate::directory::snapshot::{Snapshot, Status};
use crate::domain::contact::Contact;

/// What is left for some readers.
#[derive(Debug)]
pub struct Left {
    pub records: Records,
    /// The records people are found by, where these are fewer: a record that may be decided by but not searched is not
    /// in it.
    pub found_by: Option<Table<Contact>>,
}

/// Says what is left of a snapshot; `None`: all of it.
type Cut = dyn Fn(&Snapshot) -> Option<Left> + Send + Sync;

/// One snapshot for each reach that was asked for. Entries are only ever added, so that readers can hold on to them.
#[derive(Default)]
pub(super) struct Narrowed {
    first: OnceLock<Box<NarrowedEntry>>,
}

struct NarrowedEntry {
    reach: Arc<dyn Any + Send + Sync>,
    cut: Arc<Cut>,
    /// `None`: all of the snapshot is left.
    narrowed: OnceLock<Option<Snapshot>>,
    /// Snapshots since the last request.
    idle: AtomicU32,
    next: OnceLock<Box<NarrowedEntry>>,
}

/// Snapshots after which an unused one is no longer renewed: an hour, with a change every minute.
const MOST_IDLE: u32 = 60;

impl NarrowedEntry {
    fn new(reach: Arc<dyn Any + Send + Sync>, cut: Arc<Cut>) -> Self {
        let (narrowed, next) = (OnceLock::new(), OnceLock::new());
        Self { reach, cut, narrowed, idle: AtomicU32::new(0), next }
    }
}

impl Narrowed {
    /// The narrowed snapshot for a reach, made where there is none yet.
    pub(super) fn of<'a, R: Send + Sync + 'static>(
        &'a self,
        whole: &'a Snapshot,
        is_it: impl Fn(&R) -> bool,
        reach: impl Fn() -> R,
        cut: fn(&Snapshot, &R) -> Option<Left>,
    ) -> &'a Snapshot {
        let is_of = |entry: &NarrowedEntry| entry.reach.downcast_ref().is_some_and(&is_it);
        let entry = || {
            let reach = Arc::new(reach());
            let of = Arc::clone(&reach);
            Box::new(NarrowedEntry::new(reach, Arc::new(move |whole: &Snapshot| cut(whole, &of))))
        };
        let mut at = self.first.get_or_init(entry);
        while !is_of(at) {
            at = at.next.get_or_init(entry);
        }
        at.idle.store(0, Ordering::Relaxed);
        at.narrowed.get_or_init(|| (at.cut)(whole).map(Snapshot::of_left)).as_ref().unwrap_or(whole)
    }

    /// The same reaches in a newer snapshot that these changes have led to.
    pub(super) fn renewed(&self, whole: &Snapshot, changes: &Changes) -> Self {
        let renewed = Self::default();
        let (mut from, mut to) = (self.first.get(), &renewed.first);
        while let Some(old) = from {
            from = old.next.get();
            let idle = old.idle.load(Ordering::Relaxed) + 1;
            let Some(before) = old.narrowed.get().filter(|_| idle <= MOST_IDLE) else { continue };
            let entry = NarrowedEntry::new(Arc::clone(&old.reach), Arc::clone(&old.cut));
            entry.idle.store(idle, Ordering::Relaxed);
            let left = (old.cut)(whole).map(|left| match before {
                Some(before) => before.with_left(left, changes),
                None => Snapshot::of_left(left),
            });
            // The entry is not shared yet.
            let _ = entry.narrowed.set(left);
            to = &to.get_or_init(|| Box::new(entry)).next;
        }
        renewed
    }
}

impl Snapshot {
    fn of_left(left: Left) -> Self {
        Self::indexed(left.records, left.found_by, Status::default())
    }

    /// This snapshot after changes of the whole have left this much. A contact who is gone or different without a
    /// change of their own record was decided anew: nothing of the earlier decision may remain.
    fn with_left(&self, left: Left, whole: &Changes) -> Self {
        let change = Change::between(self.found_by(), left.found_by.as_ref().unwrap_or(&left.records.contacts));
        let is_own = change.upserts.keys().all(|id| whole.contacts.upserts.contains_key(id))
            && change.removals.iter().all(|id| whole.contacts.removals.contains(id));
        if !is_own {
            return Self::of_left(left);
        }
        self.after(left.records, left.found_by, &change, Status::default())
    }
}

impl fmt::Debug for Narrowed {
    /// Shows no record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Narrowed").finish_non_exhaustive()
    }
}
