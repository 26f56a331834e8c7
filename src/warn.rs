//! Warns of what the policy file names and IT Glue does not have, after each sync and each change of the file, while
//! there is something new to say. After each sync it also warns of rules that withhold other organizations than
//! before, because of new names.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval};

use crate::clock;
use crate::health::Board;
use callsheet_core::access::drift::Drift;
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::organization::Names;
use callsheet_core::policy::Policy;
use callsheet_core::policy::dangling::dangling;

/// Organizations listed by id in one line; their number is always given.
const MAX_TOLD: usize = 50;

#[derive(Debug, Default)]
struct LastComparison {
    policy: Option<Arc<Policy>>,
    synced_at: Option<Timestamp>,
    names: Option<Arc<Names>>,
    faults: Vec<String>,
}

/// Compares policy and account whenever one of them is newer than last time, which it looks up every so often.
pub async fn follow(directory: Arc<Directory>, policy: Arc<ArcSwap<Policy>>, health: Arc<Board>, every: Duration) {
    let mut in_force = policy.load_full();
    let mut seen = LastComparison::default();
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let (snapshot, policy) = (directory.current(), policy.load_full());
        if !Arc::ptr_eq(&in_force, &policy) {
            let since = clock::now();
            health.note(|health| health.policy_since = Some(since));
            in_force = Arc::clone(&policy);
        }
        if !seen.is_news(&policy, &snapshot) {
            continue;
        }
        let (compared, account, before) = (Arc::clone(&policy), snapshot.clone(), seen.names.clone());
        let compare = move || {
            // By today's rules: the author of a new policy file wants what it withholds.
            let drift = before.map(|before| {
                let after = account.names();
                (compared.access.redaction_drift(&before, after), compared.access.exception_drift(&before, after))
            });
            (dangling(&compared, &account), drift)
        };
        let Ok((faults, drift)) = tokio::task::spawn_blocking(compare).await else { continue };
        if let Some((redacted, excepted)) = drift {
            log(&redacted, ["not redacted any more", "redacted now"]);
            log(&excepted, ["not excepted any more", "excepted now"]);
        }
        let dangling: Arc<[String]> = faults.clone().into();
        health.note(|health| health.dangling = Arc::clone(&dangling));
        for line in seen.take(policy, &snapshot, faults) {
            tracing::warn!(fault = line, "the policy file names what IT Glue does not have");
        }
    }
}

fn log(drift: &Drift, [lost, gained]: [&str; 2]) {
    for (organizations, what) in [(&drift.lost, lost), (&drift.gained, gained)] {
        if !organizations.is_empty() {
            let told: Vec<String> = organizations.iter().take(MAX_TOLD).map(ToString::to_string).collect();
            let (count, organizations) = (organizations.len(), told.join(" "));
            tracing::warn!(count, organizations, "organizations are {what}: they have other names in IT Glue");
        }
    }
}

impl LastComparison {
    fn is_news(&self, policy: &Arc<Policy>, snapshot: &Snapshot) -> bool {
        let synced_at = snapshot.status().synced_at;
        // Before the first sync everything would be missing.
        synced_at.is_some() && (synced_at != self.synced_at || !self.is_in_force(policy))
    }

    fn is_in_force(&self, policy: &Arc<Policy>) -> bool {
        self.policy.as_ref().is_some_and(|seen| Arc::ptr_eq(seen, policy))
    }

    /// Remembers the faults, and returns those to log: all of them, where the policy or its faults differ from before.
    fn take(&mut self, policy: Arc<Policy>, snapshot: &Snapshot, faults: Vec<String>) -> Vec<String> {
        let is_new = !self.is_in_force(&policy) || self.faults != faults;
        let (synced_at, names) = (snapshot.status().synced_at, Some(Arc::clone(snapshot.names())));
        *self = Self { policy: Some(policy), synced_at, names, faults };
        if is_new { self.faults.clone() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use callsheet_core::directory::snapshot::Status;

    #[test]
    fn equal_faults_are_told_once_for_each_policy() {
        let (mut seen, policy) = (LastComparison::default(), Arc::new(Policy::default()));
        let one = || vec!["line 1: one".to_owned()];
        let at = |second| Status { synced_at: Timestamp::from_second(second).ok(), ..Status::default() };
        let at = |second| Snapshot::default().with_status(at(second));
        assert_eq!(seen.take(Arc::clone(&policy), &at(1), one()), one());
        assert!(seen.take(Arc::clone(&policy), &at(2), one()).is_empty(), "a sync that changes nothing says nothing");
        let two = || vec!["line 1: one".to_owned(), "line 2: two".to_owned()];
        assert_eq!(seen.take(Arc::clone(&policy), &at(3), two()), two(), "another set is told whole");
        assert!(seen.take(Arc::clone(&policy), &at(4), Vec::new()).is_empty());
        assert_eq!(seen.take(Arc::clone(&policy), &at(5), one()), one(), "what comes back is told again");
        assert_eq!(seen.take(Arc::new(Policy::default()), &at(5), one()), one(), "another policy is told of");
    }
}
