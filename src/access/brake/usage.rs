//! What one user has seen, and which of it counts.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use jiff::Timestamp;

use crate::access::brake::HOUR;
use crate::access::brake::misses::Misses;
use crate::domain::id::ContactId;

/// How many slips of one run nobody is held to. With more it is no name that is being typed.
const SLIPS: usize = 2;

/// What one user has seen within the hour.
#[derive(Default)]
pub(super) struct Usage {
    /// Contacts that count, and when they were last shown.
    pub(super) seen: BTreeMap<ContactId, Timestamp>,
    /// Contacts in suggestions, and when they were last listed.
    pub(super) listed: BTreeMap<ContactId, Timestamp>,
    /// Numbers that led to nobody.
    pub(super) misses: Misses,
    run: Option<Run>,
    pub(super) on_hold: Option<Timestamp>,
}

/// A text that is being typed.
struct Run {
    text: String,
    /// The last list that it led to.
    listed: BTreeSet<ContactId>,
    /// How often it was corrected.
    slips: usize,
    /// The lists that corrections left behind.
    left: BTreeSet<ContactId>,
}

impl Usage {
    pub(super) fn hold(&mut self, until: Timestamp) {
        (self.on_hold, self.run) = (Some(until), None);
    }

    /// Forgets what is past.
    pub(super) fn forget(&mut self, now: Timestamp) {
        // What is yet to come was seen before the clock was set back.
        let is_recent = |at: &Timestamp| now.duration_since(*at).abs() < HOUR;
        self.seen.retain(|_, at| is_recent(at));
        self.listed.retain(|_, at| is_recent(at));
        self.misses.forget(is_recent);
        self.on_hold = self.on_hold.filter(|until| *until > now);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.listed.is_empty() && self.misses.len() == 0 && self.on_hold.is_none()
    }

    /// Goes on with a run of typing, or begins another. Returns who counts by that.
    pub(super) fn types(&mut self, text: &str, listed: &BTreeSet<ContactId>) -> BTreeSet<ContactId> {
        if listed.is_empty() {
            // A text that fits nobody neither goes on nor ends anything.
            return BTreeSet::new();
        }
        let begun = Run { text: text.to_owned(), listed: listed.clone(), slips: 0, left: BTreeSet::new() };
        let Some(run) = &mut self.run else {
            self.run = Some(begun);
            return BTreeSet::new();
        };
        if text.starts_with(&run.text) {
            (run.text, run.listed) = (begun.text, begun.listed);
            return BTreeSet::new();
        }
        if run.text.starts_with(text) {
            // It is being corrected, and not known yet into what.
            return BTreeSet::new();
        }
        if run.slips < SLIPS && text.chars().next() == run.text.chars().next() {
            let slip = mem::replace(&mut run.listed, begun.listed);
            (run.text, run.slips) = (begun.text, run.slips + 1);
            run.left.extend(slip);
            return BTreeSet::new();
        }
        mem::replace(run, begun).ended()
    }

    /// Ends the run of typing with an answer that shows these contacts. Returns who counts.
    pub(super) fn asks(&mut self, shown: &BTreeSet<ContactId>) -> BTreeSet<ContactId> {
        let led_nowhere = self.run.take().filter(|run| run.listed.is_disjoint(shown));
        let mut counted = led_nowhere.map(Run::ended).unwrap_or_default();
        counted.extend(shown);
        counted
    }
}

impl Run {
    /// Who counts where it has led nowhere.
    fn ended(self) -> BTreeSet<ContactId> {
        let Self { listed, mut left, .. } = self;
        left.extend(listed);
        left
    }
}
