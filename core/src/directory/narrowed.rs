//! The part of a snapshot that some callers may see: a snapshot of its own, with an index of its own.
//!
//! Contacts that a caller may not see must not change what they read. In one index every contact affects the others:
//! which words are names, how telling a word is, what is ambiguous, how far a search goes. So hidden contacts are not
//! in the caller's index. Callers who see the same share one part. It is built ahead for callers that the rules name,
//! otherwise for the first who asks, and renewed with its snapshot.

mod left;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::access::standing::Standings;
use crate::access::{Access, Allowed};
use crate::directory::changes::{Changes, TableChange};
use crate::directory::narrowed::left::left;
use crate::directory::snapshot::{Content, Snapshot, Status};

/// The part that some callers may see.
#[derive(Debug)]
pub struct VisiblePart {
    pub standings: Standings,
    left: Arc<Lazy>,
}

/// The snapshot of what is left, built when first needed; `None` inside means that the whole is left.
type Lazy = OnceLock<Option<Snapshot>>;

/// A part for each kind of caller, the most recently used first.
#[derive(Default)]
pub(super) struct Narrowed(Mutex<Vec<(Allowed, Arc<VisiblePart>)>>);

/// Parts kept: more than a policy file of some dozen rules gives. Each looks at every contact with each change.
const MOST_KINDS: usize = 64;

/// How many contacts all parts together may hold, as a multiple of the account's: an index takes memory in proportion.
const MOST_COPIES: usize = 8;

impl VisiblePart {
    /// The part's own snapshot, or the whole if all of it is left.
    pub fn of<'a>(&'a self, whole: &'a Snapshot) -> &'a Snapshot {
        self.made(whole).unwrap_or(whole)
    }

    fn made(&self, whole: &Snapshot) -> Option<&Snapshot> {
        self.left.get_or_init(|| left(whole, &self.standings).map(Snapshot::of_left)).as_ref()
    }

    /// How many contacts it holds in addition to the whole.
    fn contacts(&self) -> usize {
        self.left.get().and_then(Option::as_ref).map_or(0, |left| left.records().contacts.len())
    }
}

impl Narrowed {
    /// The part for these callers.
    pub(super) fn part(&self, whole: &Snapshot, allowed: &Allowed) -> Arc<VisiblePart> {
        if let Some(part) = self.known(allowed) {
            return part;
        }
        let part = self.with(allowed, Standings::of(allowed, whole.names()));
        // Built without the lock: other callers are answered meanwhile, and those who need this part wait for it.
        part.made(whole);
        trim(&mut self.kinds(), whole);
        part
    }

    fn known(&self, allowed: &Allowed) -> Option<Arc<VisiblePart>> {
        let mut kinds = self.kinds();
        let at = kinds.iter().position(|(kind, _)| kind.is(allowed))?;
        kinds[..=at].rotate_right(1);
        Some(Arc::clone(&kinds[0].1))
    }

    /// Adds a part, which shares its snapshot with parts of callers who see the same.
    fn with(&self, allowed: &Allowed, standings: Standings) -> Arc<VisiblePart> {
        let mut kinds = self.kinds();
        let alike = kinds.iter().find(|(_, part)| part.standings.leave_the_same(&standings));
        let left = alike.map(|(_, part)| Arc::clone(&part.left)).unwrap_or_default();
        let part = Arc::new(VisiblePart { standings, left });
        kinds.insert(0, (allowed.clone(), Arc::clone(&part)));
        part
    }

    /// Builds the parts for the callers that these rules name, as many as are kept, and drops parts by other rules.
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
        // The parts that most callers share come first in the rules, and should be dropped last.
        kinds.reverse();
    }

    /// Builds the same parts of another snapshot; if `changes` led to it, at a fraction of the cost.
    pub(super) fn renewed(&self, whole: &Snapshot, changes: Option<&Changes>) -> Self {
        let renewed = Self::default();
        let before = self.kinds().clone();
        for (allowed, before) in before {
            let part = renewed.with(&allowed, Standings::of(&allowed, whole.names()));
            if let (Some(Some(before)), Some(changes)) = (before.left.get(), changes) {
                part.left.get_or_init(|| left(whole, &part.standings).map(|left| before.with_left(left, changes)));
            }
            part.made(whole);
            // Stop before building the rest: the account may have grown.
            if copied(&renewed.kinds()).last() > Some(most(whole)) {
                break;
            }
        }
        renewed.kinds().reverse();
        trim(&mut renewed.kinds(), whole);
        renewed
    }

    fn kinds(&self) -> MutexGuard<'_, Vec<(Allowed, Arc<VisiblePart>)>> {
        // A panic leaves the list as it was.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops the least recently used parts until the rest fit.
fn trim(kinds: &mut Vec<(Allowed, Arc<VisiblePart>)>, whole: &Snapshot) {
    let fitting = copied(kinds).take_while(|all| *all <= most(whole)).count();
    // A single part beyond the limit is still needed.
    kinds.truncate(fitting.clamp(1, MOST_KINDS));
}

fn most(whole: &Snapshot) -> usize {
    whole.records().contacts.len() * MOST_COPIES
}

/// The running total of contacts that the parts hold.
fn copied(kinds: &[(Allowed, Arc<VisiblePart>)]) -> impl Iterator<Item = usize> {
    let is_own =
        |at: usize, part: &VisiblePart| !kinds[..at].iter().any(|(_, other)| Arc::ptr_eq(&other.left, &part.left));
    kinds.iter().enumerate().scan(0, move |all, (at, (_, part))| {
        *all += if is_own(at, part) { part.contacts() } else { 0 };
        Some(*all)
    })
}

impl Snapshot {
    fn of_left(left: Content) -> Self {
        Self::indexed(left, Status::default())
    }

    /// This part after changes of the whole. If a contact disappeared or changed without a change of its own record, its
    /// visibility was decided anew; then the part is built from scratch, so that nothing earlier remains in it.
    fn with_left(&self, left: Content, whole: &Changes) -> Self {
        let change = TableChange::between(self.found_by(), left.found_by());
        let is_own = change.upserts.keys().all(|id| whole.contacts.upserts.contains_key(id))
            && change.removals.iter().all(|id| whole.contacts.removals.contains(id));
        if is_own { self.after(left, &change, Status::default()) } else { Self::of_left(left) }
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
