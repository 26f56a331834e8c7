//! What is left of a snapshot for callers who may not see all of it: a snapshot of its own, with an index of its own.
//!
//! What a caller may not see must not change what they read, and in an index everything bears on everything: which words
//! are names, how telling a word is, what is ambiguous, how far a search goes. So it is not in theirs. All who see the same
//! share one. It is made before it is asked for where that can be known, else by the first who asks, and is renewed with the
//! snapshot that it is a part of.

mod left;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::access::standing::Standings;
use crate::access::{Access, Allowed};
use crate::directory::changes::{Change, Changes};
use crate::directory::narrowed::left::{Left, left};
use crate::directory::snapshot::{Snapshot, Status};

/// What some callers may see.
#[derive(Debug)]
pub struct Part {
    /// Of whom.
    pub standings: Standings,
    left: Arc<Lazy>,
}

/// A snapshot of what is left, once it is needed; `None`: all of the whole is.
type Lazy = OnceLock<Option<Snapshot>>;

/// A part for each kind of caller, the one that was asked for last first.
#[derive(Default)]
pub(super) struct Narrowed(Mutex<Vec<(Allowed, Arc<Part>)>>);

/// Kinds of callers that are kept. Each costs a look at every contact with each sync that changes anything, some 10 ms of
/// 100,000: for all of them less than a second.
const MOST_KINDS: usize = 64;

/// How many contacts all that is left for any callers may have together, as a multiple of the account's: memory for an index
/// is in proportion to them.
const MOST_COPIES: usize = 8;

impl Part {
    /// What is left of the whole.
    #[must_use]
    pub fn of<'a>(&'a self, whole: &'a Snapshot) -> &'a Snapshot {
        self.made(whole).unwrap_or(whole)
    }

    fn made(&self, whole: &Snapshot) -> Option<&Snapshot> {
        self.left.get_or_init(|| left(whole, &self.standings).map(Snapshot::of_left)).as_ref()
    }

    /// How many contacts it holds beside the whole.
    fn contacts(&self) -> usize {
        self.left.get().and_then(Option::as_ref).map_or(0, |left| left.records().contacts.len())
    }
}

impl Narrowed {
    /// The part of these callers.
    pub(super) fn part(&self, whole: &Snapshot, allowed: &Allowed) -> Arc<Part> {
        if let Some(part) = self.known(allowed) {
            return part;
        }
        let part = self.with(allowed, Standings::of(allowed, whole.names()));
        // Not under the lock: others are answered meanwhile, and who needs the same waits for this one.
        part.made(whole);
        trim(&mut self.kinds(), whole);
        part
    }

    fn known(&self, allowed: &Allowed) -> Option<Arc<Part>> {
        let mut kinds = self.kinds();
        let at = kinds.iter().position(|(kind, _)| kind.is(allowed))?;
        kinds[..=at].rotate_right(1);
        Some(Arc::clone(&kinds[0].1))
    }

    /// Adds a part, which has what is left in common with those of callers who see the same.
    fn with(&self, allowed: &Allowed, standings: Standings) -> Arc<Part> {
        let mut kinds = self.kinds();
        let alike = kinds.iter().find(|(_, part)| part.standings.leave_the_same(&standings));
        let left = alike.map(|(_, part)| Arc::clone(&part.left)).unwrap_or_default();
        let part = Arc::new(Part { standings, left });
        kinds.insert(0, (allowed.clone(), Arc::clone(&part)));
        part
    }

    /// Makes the parts of the callers that these rules tell of, as far as they are kept, and drops those by other rules.
    pub(super) fn prepare(&self, whole: &Snapshot, rules: &Access) {
        for allowed in rules.usual().filter(|allowed| !allowed.is_nothing()) {
            let own: Vec<_> = self.kinds().iter().filter(|(kind, _)| kind.is_by(rules)).cloned().collect();
            let copied = copied(&own).last().unwrap_or_default() + whole.records().contacts.len();
            if own.len() == MOST_KINDS || copied > most(whole) {
                break;
            }
            self.part(whole, &allowed);
        }
        let mut kinds = self.kinds();
        kinds.retain(|(kind, _)| kind.is_by(rules));
        // Those that most callers are of come first in the rules, and shall be the last to go.
        kinds.reverse();
    }

    /// The same kinds of callers in another snapshot; where these changes have led to it, at a fraction of the cost.
    pub(super) fn renewed(&self, whole: &Snapshot, changes: Option<&Changes>) -> Self {
        let renewed = Self::default();
        let before = self.kinds().clone();
        for (allowed, before) in before {
            let part = renewed.with(&allowed, Standings::of(&allowed, whole.names()));
            if let (Some(Some(before)), Some(changes)) = (before.left.get(), changes) {
                part.left.get_or_init(|| left(whole, &part.standings).map(|left| before.with_left(left, changes)));
            }
            part.made(whole);
            // Before it is known how much there is for the others: an account may have grown.
            if copied(&renewed.kinds()).last() > Some(most(whole)) {
                break;
            }
        }
        renewed.kinds().reverse();
        trim(&mut renewed.kinds(), whole);
        renewed
    }

    fn kinds(&self) -> MutexGuard<'_, Vec<(Allowed, Arc<Part>)>> {
        // A panic leaves the list as it was.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what was not asked for longest.
fn trim(kinds: &mut Vec<(Allowed, Arc<Part>)>, whole: &Snapshot) {
    let fitting = copied(kinds).take_while(|all| *all <= most(whole)).count();
    // One that is larger than all may be is still needed.
    kinds.truncate(fitting.clamp(1, MOST_KINDS));
}

fn most(whole: &Snapshot) -> usize {
    whole.records().contacts.len() * MOST_COPIES
}

/// How many contacts the parts have together, up to each of them.
fn copied(kinds: &[(Allowed, Arc<Part>)]) -> impl Iterator<Item = usize> {
    let is_own = |at: usize, part: &Part| !kinds[..at].iter().any(|(_, other)| Arc::ptr_eq(&other.left, &part.left));
    kinds.iter().enumerate().scan(0, move |all, (at, (_, part))| {
        *all += if is_own(at, part) { part.contacts() } else { 0 };
        Some(*all)
    })
}

impl Snapshot {
    fn of_left(left: Left) -> Self {
        Self::indexed(left.records, left.found_by, Arc::default(), Status::default())
    }

    /// This one, after changes of the whole have left this. Where a contact is there no more or is otherwise than before
    /// without a change of its own record, it was decided anew who sees it: nothing of what was is to be left.
    fn with_left(&self, left: Left, whole: &Changes) -> Self {
        let change = Change::between(self.found_by(), left.found_by.as_ref().unwrap_or(&left.records.contacts));
        let is_own = change.upserts.keys().all(|id| whole.contacts.upserts.contains_key(id))
            && change.removals.iter().all(|id| whole.contacts.removals.contains(id));
        if !is_own {
            return Self::of_left(left);
        }
        self.after(left.records, left.found_by, Arc::default(), &change, Status::default())
    }
}

impl fmt::Debug for Narrowed {
    /// Shows nothing of any contact.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Narrowed").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
