//! Attempted calls, and what they teach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::notebook::Notebook;

/// How long an attempt is remembered. It says who called whom, so it is kept only while it is of use: people change
/// jobs and numbers, and a failed call half a year ago says little about tonight.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(180 * 24);

/// Attempts remembered for each server, a hundred clicks a day for half a year: a limit to a script that clicks.
pub const MOST: usize = 20_000;

/// A user who reports a number twice within this time reports the same call.
const ONE_REPORT: SignedDuration = SignedDuration::from_hours(1);

/// One call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attempt {
    /// First, so that the derived order is the order of time.
    pub at: Timestamp,
    pub by: UserId,
    pub organization: Option<OrganizationId>,
    pub contact: ContactId,
    /// `None` where the number is not known.
    pub number: Option<Fingerprint>,
    pub outcome: Outcome,
}

/// How a call ended. Append-only, like [`crate::answer::ClickTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    NoAnswer,
    Reached,
    WrongNumber,
}

/// Attempts in the order of time: none older than [`REMEMBERED`] before the newest, and at most [`MOST`].
///
/// The age counts from the newest attempt and not from the clock, so that the same attempts lead to the same state in
/// any order.
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
}

impl Notebook {
    fn attempts_at(&self, contact: ContactId) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts.by_contact.get(&contact).into_iter().flatten()
    }

    /// The last call that reached the contact.
    pub fn last_reached(&self, contact: ContactId) -> Option<&Attempt> {
        self.last_reached_before(contact, Timestamp::MAX)
    }

    /// The last call before a moment that reached the contact.
    pub fn last_reached_before(&self, contact: ContactId, moment: Timestamp) -> Option<&Attempt> {
        self.attempts_at(contact).rfind(|attempt| attempt.outcome == Outcome::Reached && attempt.at < moment)
    }

    /// The last call that did not reach the contact.
    pub fn last_failed(&self, contact: ContactId) -> Option<&Attempt> {
        self.attempts_at(contact).rfind(|attempt| attempt.outcome != Outcome::Reached)
    }

    /// How often a contact's number was reported wrong since it last led to the contact.
    pub fn wrong_reports(&self, contact: ContactId, number: Fingerprint) -> u32 {
        let mut counted: BTreeMap<UserId, Timestamp> = BTreeMap::new();
        let mut reports: u32 = 0;
        for attempt in self.attempts_at(contact).filter(|attempt| attempt.number == Some(number)) {
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

    /// The calls at an organization at or after `since`, oldest first.
    pub fn timeline(
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
        self.attempts.by_time.range(first..).filter(move |attempt| attempt.organization == Some(organization))
    }
}
