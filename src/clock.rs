//! The one place that reads the clock; everywhere else time is an argument.
//!
//! The demo's page moves this clock, so that a night can be seen by day: syncs, answers, seals and the journal stay on one
//! time. All of them bear a clock that is set, as a machine's may be.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// How many nanoseconds this clock is ahead of the machine's.
static AHEAD: AtomicI64 = AtomicI64::new(0);

pub fn now() -> Timestamp {
    let real = machine();
    real.checked_add(SignedDuration::from_nanos(AHEAD.load(Ordering::Relaxed))).unwrap_or(real)
}

/// Sets the clock to a moment, from which it runs on; `None`: to the machine's.
pub fn set(moment: Option<Timestamp>) {
    let ahead = moment.map_or(0, |moment| moment.duration_since(machine()).as_nanos());
    // Centuries away it is the machine's.
    let ahead = i64::try_from(ahead).unwrap_or_default();
    AHEAD.store(ahead, Ordering::Relaxed);
}

#[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
fn machine() -> Timestamp {
    Timestamp::now()
}
