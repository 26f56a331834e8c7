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
    /// Only requests whose method and path ("PATCH /contacts/4") contain this meet [`next`](Self::next) and
    /// [`always`](Self::always).
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
    /// Lists lack a new contact for this many requests after it was created; its own address has it at once.
    pub lists_lag: usize,
    pub quirks: BTreeSet<Quirk>,
    /// Contacts, by id, read as this JSON.
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
    /// The addresses and numbers of a write are added to those of the record, instead of taking their place.
    MergesEntries,
    /// After a write of addresses or numbers none of them is the primary one.
    LosesPrimary,
    /// After a write of addresses or numbers the first two are primary.
    DoublesPrimary,
    /// Notes are written anew as HTML in the service's own form, without comments.
    RewritesNotes,
    /// A change is answered with 200 and the record as it was.
    IgnoresChanges,
    /// `DELETE /contacts/:id` deletes, instead of not being there.
    DeletesById,
}

/// A way to leave a request without its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Answer(Answer),
    /// The answer's body ends in the middle.
    Truncate,
    Hang,
    /// The request is carried out, and then answered like this.
    DoneThen(Answer),
    /// The request is carried out, and never answered.
    DoneThenHang,
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
            lists_lag: 0,
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

    pub(super) fn take_fault(&mut self, line: &str) -> Option<Fault> {
        if !line.contains(self.only) {
            return None;
        }
        self.next.pop_front().unwrap_or_else(|| self.always.clone())
    }
}
