//! The look-alike's behaviour: the service's own limits, the points on which the service is unknown, and the ways to
//! misbehave that a test can ask for.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use serde_json::Value;

use crate::answers::Answer;

/// The look-alike's behaviour. All fields may be changed while it runs.
#[derive(Clone, Debug)]
pub struct Behaviour {
    /// What happens to the next requests, in turn; `None` lets one through.
    pub next: VecDeque<Option<Fault>>,
    /// What happens to every later request, until this is removed.
    pub always: Option<Fault>,
    /// Only requests whose path contains this meet [`next`](Self::next) and [`always`](Self::always).
    pub only: &'static str,
    pub latency: Duration,
    /// Pages of more records than this end in the service's time-out answer.
    pub slow_above: usize,
    /// Pages hold at most this many records, whatever is asked for.
    pub page_cap: usize,
    /// Requests in five minutes, after which the answer is 429.
    pub rate_limit: u32,
    /// The header `Retry-After` of those answers; the service was never seen to send one.
    pub retry_after: Option<&'static str>,
    /// Added to the `total-count` of lists: a service that miscounts.
    pub miscount: i64,
    pub quirks: BTreeSet<Quirk>,
    /// Contacts, by id, sent as this JSON.
    pub replaced: BTreeMap<u64, Value>,
}

/// A deviation of the service, of a version of it, or of a stand-in for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quirk {
    /// `prev` and `next` are left out of the links where there is no such page, as in 2018, instead of null.
    OmitsNullLinks,
    /// Lists come without `meta`.
    OmitsMeta,
    /// All filters are ignored, as unknown ones always are.
    IgnoresFilters,
    /// `sort` is ignored, so that lists come by id.
    IgnoresSort,
    /// `filter[psa_id]` without the ticket system's type is refused with 400, instead of ignored.
    RefusesLonePsaId,
}

/// A way to leave a request unanswered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Answer(Answer),
    /// The answer's body ends in the middle.
    Truncate,
    Hang,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            next: VecDeque::new(),
            always: None,
            only: "",
            latency: Duration::ZERO,
            slow_above: usize::MAX,
            page_cap: 1000,
            rate_limit: 3000,
            retry_after: None,
            miscount: 0,
            quirks: BTreeSet::new(),
            replaced: BTreeMap::new(),
        }
    }
}

impl Behaviour {
    /// Makes the next `times` requests meet `fault`.
    pub fn fail(&mut self, times: usize, fault: &Fault) {
        self.next.extend(std::iter::repeat_n(Some(fault.clone()), times));
    }

    pub(super) fn take_fault(&mut self, path: &str) -> Option<Fault> {
        if !path.contains(self.only) {
            return None;
        }
        self.next.pop_front().unwrap_or_else(|| self.always.clone())
    }
}
