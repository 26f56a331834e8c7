//! Warns of a policy file that names what IT Glue does not have, after each sync and each change of the file, as long as there
//! is something new to say.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval};

use crate::directory::Directory;
use crate::directory::snapshot::Snapshot;
use crate::policy::Policy;
use crate::policy::dangling::dangling;

/// What was compared last, and what was said of it.
#[derive(Debug, Default)]
struct Seen {
    policy: Option<Arc<Policy>>,
    synced_at: Option<Timestamp>,
    faults: Vec<String>,
}

/// Compares policy and account whenever one of them is newer than the last time, which it looks up every so often.
pub async fn follow(directory: Arc<Directory>, policy: Arc<ArcSwap<Policy>>, every: Duration) {
    let mut seen = Seen::default();
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let (snapshot, policy) = (directory.current(), policy.load_full());
        if !seen.is_news(&policy, &snapshot) {
            continue;
        }
        let synced_at = snapshot.status().synced_at;
        let compared = Arc::clone(&policy);
        let Ok(faults) = tokio::task::spawn_blocking(move || dangling(&compared, &snapshot)).await else { continue };
        for line in seen.take(policy, synced_at, faults) {
            tracing::warn!(fault = line, "the policy file names what IT Glue does not have");
        }
    }
}

impl Seen {
    fn is_news(&self, policy: &Arc<Policy>, snapshot: &Snapshot) -> bool {
        let synced_at = snapshot.status().synced_at;
        // Before the first sync everything would be missing.
        synced_at.is_some() && (synced_at != self.synced_at || !self.is_in_force(policy))
    }

    fn is_in_force(&self, policy: &Arc<Policy>) -> bool {
        self.policy.as_ref().is_some_and(|seen| Arc::ptr_eq(seen, policy))
    }

    /// Remembers what was found, and returns what of it is to be said: all, where the policy or what is wrong with it is
    /// another than before.
    fn take(&mut self, policy: Arc<Policy>, synced_at: Option<Timestamp>, faults: Vec<String>) -> Vec<String> {
        let is_new = !self.is_in_force(&policy) || self.faults != faults;
        *self = Self { policy: Some(policy), synced_at, faults };
        if is_new { self.faults.clone() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_faults_are_told_once_for_each_policy() {
        let (mut seen, policy) = (Seen::default(), Arc::new(Policy::default()));
        let one = || vec!["line 1: one".to_owned()];
        let at = |second| Timestamp::from_second(second).ok();
        assert_eq!(seen.take(Arc::clone(&policy), at(1), one()), one());
        assert!(seen.take(Arc::clone(&policy), at(2), one()).is_empty(), "a sync that changes nothing says nothing");
        let two = || vec!["line 1: one".to_owned(), "line 2: two".to_owned()];
        assert_eq!(seen.take(Arc::clone(&policy), at(3), two()), two(), "another set is told whole");
        assert!(seen.take(Arc::clone(&policy), at(4), Vec::new()).is_empty());
        assert_eq!(seen.take(Arc::clone(&policy), at(5), one()), one(), "what comes back is told again");
        assert_eq!(seen.take(Arc::new(Policy::default()), at(5), one()), one(), "another policy is told of");
    }
}
