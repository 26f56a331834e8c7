//! Attempted calls, and what they teach.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::notebook::{Notebook, ONE_CLICK};

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
    /// Why the number is wrong. `None` where it is not, and in reports from before the reason was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<WrongReason>,
}

/// How a call ended. Append-only, like [`crate::answer::ClickTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome {
    NoAnswer,
    Reached,
    WrongNumber,
}

/// Why a number is wrong, by its name in the form, the notebook and the journal. Append-only, like [`Outcome`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum WrongReason {
    NotInService,
    /// Somebody else answers.
    SomebodyElse,
    /// The contact has left the client.
    Left,
    Other,
}

/// A call as it is kept. One that was undone stays, so that it is not noted again by a write that comes late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    #[serde(flatten)]
    pub attempt: Attempt,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub undone: bool,
}

impl From<Attempt> for Kept {
    fn from(attempt: Attempt) -> Self {
        Self { attempt, undone: false }
    }
}

/// The reports that a contact's number is wrong since it last led to the contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrongReports {
    pub count: u32,
    /// The reasons given.
    pub reasons: BTreeSet<WrongReason>,
}

/// Attempts in the order of time: none older than [`REMEMBERED`] before the newest, and at most [`MOST`].
///
/// The age counts from the newest attempt and not from the clock, so that the same attempts lead to the same state in
/// any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attempts {
    /// Those that were undone too, which count for the limits: or else the state would depend on the order.
    by_time: BTreeSet<Attempt>,
    undone: BTreeSet<Attempt>,
    /// Without those that were undone.
    by_contact: BTreeMap<ContactId, BTreeSet<Attempt>>,
}

impl Attempts {
    pub(super) fn insert(&mut self, attempt: Attempt) {
        self.by_time.insert(attempt);
        if !self.undone.contains(&attempt) {
            self.by_contact.entry(attempt.contact).or_default().insert(attempt);
        }
        let newest = self.by_time.last().map_or(attempt.at, |newest| newest.at);
        let oldest = newest.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
        while self.by_time.len() > MOST || self.by_time.first().is_some_and(|first| first.at < oldest) {
            let Some(forgotten) = self.by_time.pop_first() else { break };
            self.undone.remove(&forgotten);
            self.discount(&forgotten);
        }
    }

    /// Takes an attempt back, whether it was inserted already or will be.
    pub(super) fn undo(&mut self, attempt: Attempt) {
        self.insert(attempt);
        if self.by_time.contains(&attempt) {
            self.undone.insert(attempt);
            self.discount(&attempt);
        }
    }

    fn discount(&mut self, attempt: &Attempt) {
        if let Some(attempts) = self.by_contact.get_mut(&attempt.contact) {
            attempts.remove(attempt);
            if attempts.is_empty() {
                self.by_contact.remove(&attempt.contact);
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Kept> {
        self.by_time.iter().map(|attempt| Kept { attempt: *attempt, undone: self.undone.contains(attempt) })
    }
}

impl Notebook {
    fn attempts_at(&self, contact: ContactId) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts.by_contact.get(&contact).into_iter().flatten()
    }

    /// Whether this very call is noted, and not undone.
    pub fn counts(&self, attempt: &Attempt) -> bool {
        self.attempts.by_contact.get(&attempt.contact).is_some_and(|attempts| attempts.contains(attempt))
    }

    /// A call as it is noted, if it is and was not undone. The same outcome by the same user a moment before or after is
    /// the same call, since two clicks may be written in either order; whatever reason was given.
    pub fn noted(&self, call: &Attempt) -> Option<&Attempt> {
        let apart = |other: &Attempt| other.at.duration_since(call.at).abs();
        let is_same = |other: &&Attempt| Attempt { at: call.at, reason: call.reason, ..**other } == *call;
        let near = self.attempts_at(call.contact).filter(is_same).filter(|other| apart(other) < ONE_CLICK);
        near.min_by_key(|other| apart(other))
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

    /// The reports that a contact's number is wrong since it last led to the contact.
    pub fn wrong_reports(&self, contact: ContactId, number: Fingerprint) -> WrongReports {
        let mut counted: BTreeMap<UserId, Timestamp> = BTreeMap::new();
        let mut reports = WrongReports::default();
        for attempt in self.attempts_at(contact).filter(|attempt| attempt.number == Some(number)) {
            match attempt.outcome {
                Outcome::Reached => {
                    counted.clear();
                    reports = WrongReports::default();
                }
                Outcome::WrongNumber => {
                    reports.reasons.extend(attempt.reason);
                    let last = counted.get(&attempt.by);
                    if last.is_none_or(|last| attempt.at.duration_since(*last) >= ONE_REPORT) {
                        counted.insert(attempt.by, attempt.at);
                        reports.count = reports.count.saturating_add(1);
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
        self.since(since).filter(move |attempt| attempt.organization == Some(organization))
    }

    /// The calls at or after a moment, oldest first.
    pub fn since(&self, since: Timestamp) -> impl DoubleEndedIterator<Item = &Attempt> {
        // The least of all attempts at that moment.
        let first = Attempt {
            at: since,
            by: UserId(0),
            organization: None,
            contact: ContactId(0),
            number: None,
            outcome: Outcome::NoAnswer,
            reason: None,
        };
        self.attempts.by_time.range(first..).filter(|attempt| !self.attempts.undone.contains(attempt))
    }
}
