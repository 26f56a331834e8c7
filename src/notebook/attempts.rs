//! Calls that were tried, and what they teach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, OrganizationId, UserId};

/// How long an attempt is remembered. It says who called whom, so it is kept no longer than it is of use: people change
/// jobs and numbers, and what failed half a year ago says little about tonight.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(180 * 24);

/// Attempts that are remembered at most, of each server. Each is a click of somebody, so a hundred a day for half a year; the limit is
/// there for a script that clicks.
pub const MOST: usize = 20_000;

/// One user who reports a number twice within this time reports the same call.
const ONE_REPORT: SignedDuration = SignedDuration::from_hours(1);

/// Somebody was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attempt {
    /// When; first, because attempts are in the order of time.
    pub at: Timestamp,
    /// Who called.
    pub by: UserId,
    /// For which organization.
    pub organization: Option<OrganizationId>,
    /// Who was called.
    pub contact: ContactId,
    /// At which number, if it is known.
    pub number: Option<Fingerprint>,
    /// How it ended.
    pub outcome: Outcome,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nobody answered.
    NoAnswer,
    /// The person answered.
    Reached,
    /// The number is somebody else's, or nobody's.
    WrongNumber,
}

/// Attempts in the order of time: those not older than [`REMEMBERED`] when the newest was made, and [`MOST`] at most.
///
/// Reckoned from the newest and not from the clock, so that the same attempts lead to the same state in whatever order
/// they come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attempts {
    by_time: BTreeSet<Attempt>,
    by_contact: BTreeMap<ContactId, BTreeSet<Attempt>>,
}

impl Attempts {
    pub(super) fn insert(&mut self, attempt: Attempt) {
        self.by_time.insert(attempt);
        self.by_contact.entry(attempt.contact).or_default().insert(attempt);
        let newest = self.by_time.last().map_or(attempt.at, |newest| newest.at);
        let oldest = newest.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
        while self.by_time.len() > MOST || self.by_time.first().is_some_and(|first| first.at < oldest) {
            let Some(forgotten) = self.by_time.pop_first() else { break };
            if let Some(attempts) = self.by_contact.get_mut(&forgotten.contact) {
                attempts.remove(&forgotten);
                if attempts.is_empty() {
                    self.by_contact.remove(&forgotten.contact);
                }
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Attempt> {
        self.by_time.iter()
    }

    fn at(&self, contact: ContactId) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.by_contact.get(&contact).into_iter().flatten()
    }

    pub(super) fn last_reached(&self, contact: ContactId) -> Option<&Attempt> {
        self.at(contact).rfind(|attempt| attempt.outcome == Outcome::Reached)
    }

    pub(super) fn last_reached_before(&self, contact: ContactId, moment: Timestamp) -> Option<&Attempt> {
        self.at(contact).rfind(|attempt| attempt.outcome == Outcome::Reached && attempt.at < moment)
    }

    pub(super) fn last_failed(&self, contact: ContactId) -> Option<&Attempt> {
        self.at(contact).rfind(|attempt| attempt.outcome != Outcome::Reached)
    }

    pub(super) fn wrong_reports(&self, contact: ContactId, number: Fingerprint) -> u32 {
        let mut counted: BTreeMap<UserId, Timestamp> = BTreeMap::new();
        let mut reports: u32 = 0;
        for attempt in self.at(contact).filter(|attempt| attempt.number == Some(number)) {
            match attempt.outcome {
                Outcome::Reached => {
                    counted.clear();
                    reports = 0;
                }
                Outcome::WrongNumber => {
                    let last = counted.get(&attempt.by);
                    if last.is_none_or(|last| attempt.at.duration_since(*last) >= ONE_REPORT) {
                        counted.insert(attempt.by, attempt.at);
                        reports = reports.saturating_add(1);
                    }
                }
                Outcome::NoAnswer => {}
            }
        }
        reports
    }

    pub(super) fn timeline(
        &self,
        organization: OrganizationId,
        since: Timestamp,
    ) -> impl DoubleEndedIterator<Item = &Attempt> {
        // The least of all attempts at that moment.
        let first = Attempt {
            at: since,
            by: UserId(0),
            organization: None,
            contact: ContactId(0),
            number: None,
            outcome: Outcome::NoAnswer,
        };
        self.by_time.range(first..).filter(move |attempt| attempt.organization == Some(organization))
    }
}

impl FromIterator<Attempt> for Attempts {
    fn from_iter<I: IntoIterator<Item = Attempt>>(attempts: I) -> Self {
        let mut collected = Self::default();
        for attempt in attempts {
            collected.insert(attempt);
        }
        collected
    }
}
