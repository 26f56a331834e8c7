//! What is left of a snapshot for readers who may not see all of it: a snapshot of its own, with an index of its own.
//!
//! What somebody may not see must not change what they read, and in an index everything bears on everything: which words
//! are names, how telling a word is, what is ambiguous, how far a search goes. So it is not in theirs. All who may see
//! the same share one; it is made when the first of them asks, and renewed with the snapshot that it is a part of.

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
    /// What they may read.
    pub records: Records,
    /// What people are found by, where it is less: what may be decided by, and not be searched, is not in it.
    pub found_by: Option<Table<Contact>>,
}

/// Says what is left of a snapshot; `None`: all of it.
type Cut = dyn Fn(&Snapshot) -> Option<Left> + Send + Sync;

/// One for each reach that was asked for. Entries are only ever added, so that readers can hold on to them.
#[derive(Default)]
pub(super) struct Narrowed {
    first: OnceLock<Box<Entry>>,
}

struct Entry {
    reach: Arc<dyn Any + Send + Sync>,
    cut: Arc<Cut>,
    /// `None`: all of the snapshot is left.
    narrowed: OnceLock<Option<Snapshot>>,
    /// Snapshots since it was last asked for.
    idle: AtomicU32,
    next: OnceLock<Box<Entry>>,
}

/// Snapshots after which one that nobody asks for is not renewed any more: with a change every minute, an hour.
const MOST_IDLE: u32 = 60;

impl Entry {
    fn new(reach: Arc<dyn Any + Send + Sync>, cut: Arc<Cut>) -> Self {
        let (narrowed, next) = (OnceLock::new(), OnceLock::new());
        Self { reach, cut, narrowed, idle: AtomicU32::new(0), next }
    }
}

impl Narrowed {
    /// What is left of the whole for a reach: the one that this is true of, else one of its own.
    pub(super) fn of<'a, R: Send + Sync + 'static>(
        &'a self,
        whole: &'a Snapshot,
        is_it: impl Fn(&R) -> bool,
        reach: impl Fn() -> R,
        cut: fn(&Snapshot, &R) -> Option<Left>,
    ) -> &'a Snapshot {
        let is_of = |entry: &Entry| entry.reach.downcast_ref().is_some_and(&is_it);
        let entry = || {
            let reach = Arc::new(reach());
            let of = Arc::clone(&reach);
            Box::new(Entry::new(reach, Arc::new(move |whole: &Snapshot| cut(whole, &of))))
        };
        let mut at = self.first.get_or_init(entry);
        while !is_of(at) {
            at = at.next.get_or_init(entry);
        }
        at.idle.store(0, Ordering::Relaxed);
        at.narrowed.get_or_init(|| (at.cut)(whole).map(Snapshot::of_left)).as_ref().unwrap_or(whole)
    }

    /// The same reaches in a newer snapshot, which these changes have led to.
    pub(super) fn renewed(&self, whole: &Snapshot, changes: &Changes) -> Self {
        let renewed = Self::default();
        let (mut from, mut to) = (self.first.get(), &renewed.first);
        while let Some(old) = from {
            from = old.next.get();
            let idle = old.idle.load(Ordering::Relaxed) + 1;
            let Some(before) = old.narrowed.get().filter(|_| idle <= MOST_IDLE) else { continue };
            let entry = Entry::new(Arc::clone(&old.reach), Arc::clone(&old.cut));
            entry.idle.store(idle, Ordering::Relaxed);
            let left = (old.cut)(whole).map(|left| match before {
                Some(before) => before.with_left(left, changes),
                None => Snapshot::of_left(left),
            });
            // Nobody else has it yet.
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

    /// This one, after changes of the whole have left this. Where somebody is there no more or is otherwise than before
    /// without a change of their own record, it was decided anew who sees them: nothing of what was is to be left.
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
    /// Shows nothing of anybody.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Narrowed").finish_non_exhaustive()
    }
}
