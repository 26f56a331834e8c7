//! Limits how many questions a user may ask within a minute.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use jiff::{SignedDuration, Timestamp};

use crate::domain::id::UserId;

/// Questions that arrive together are weighed in any order, some milliseconds apart. A clock that goes back further was
/// set back, and no user is made to wait until it catches up.
const SET_BACK: Duration = Duration::from_mins(1);

/// One limit, the same for every user.
pub(super) struct Pace {
    per_minute: NonZeroU32,
    clock: Moment,
    limiter: RateLimiter<UserId, DefaultKeyedStateStore<UserId>, Moment, NoOpMiddleware<Nanos>>,
}

/// The moment of the current question, in nanoseconds since 1970, as the limiter reads it.
#[derive(Clone, Debug, Default)]
struct Moment(Arc<AtomicU64>);

impl Clock for Moment {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(self.0.load(Ordering::Relaxed))
    }
}

impl Moment {
    /// Sets the moment and returns how far back it went.
    fn set(&self, now: Timestamp) -> Duration {
        // The limiter adds to it unchecked; half of the range lasts until the year 2262.
        let nanoseconds = u64::try_from(now.as_nanosecond()).unwrap_or_default().min(u64::MAX / 2);
        Duration::from_nanos(self.0.swap(nanoseconds, Ordering::Relaxed).saturating_sub(nanoseconds))
    }
}

impl Pace {
    pub(super) fn new(per_minute: NonZeroU32) -> Self {
        let clock = Moment::default();
        let limiter = RateLimiter::new(Quota::per_minute(per_minute), DefaultKeyedStateStore::default(), clock.clone());
        Self { per_minute, clock, limiter }
    }

    /// Drops the users whose questions no longer count.
    pub(super) fn forget(&self) {
        self.limiter.retain_recent();
    }

    /// Counts a question, or returns when the next may come. A minute's questions may come all at once.
    pub(super) fn check(&mut self, user: UserId, per_minute: NonZeroU32, now: Timestamp) -> Result<(), Timestamp> {
        if self.clock.set(now) > SET_BACK || per_minute != self.per_minute {
            *self = Self::new(per_minute);
            self.clock.set(now);
        }
        self.limiter.check_key(&user).map_err(|early| {
            let wait = SignedDuration::try_from(early.wait_time_from(self.clock.now())).unwrap_or_default();
            now.checked_add(wait).unwrap_or(Timestamp::MAX)
        })
    }
}
