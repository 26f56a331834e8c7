//! How long the client waits, and when it gives up.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

use crate::itglue::error::ItGlueError;

/// After a 429 the first pause is this many times longer: the service's window is five minutes wide.
const BUSY_FACTOR: u32 = 5;

/// The format of dates in headers. A wrong day of the week does not make a date unreadable.
static HTTP_DATE: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);

#[derive(Clone, Copy, Debug)]
pub struct Patience {
    pub answer: Duration,
    pub connect: Duration,
    /// The time between two reports of a wait.
    pub tell_every: Duration,
    /// How often a request is sent, the first time included.
    pub attempts: u32,
    /// The pause after the first failure; each further one is twice as long.
    pub first_pause: Duration,
    /// The longest pause that the client chooses itself.
    pub longest_pause: Duration,
    pub all_pauses: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            // The gateway before the service gives up after 29 seconds; its word for this must not be missed.
            answer: Duration::from_secs(35),
            connect: Duration::from_secs(10),
            // Soon enough that the silence does not look like the end.
            tell_every: Duration::from_secs(5),
            attempts: 6,
            first_pause: Duration::from_secs(1),
            longest_pause: Duration::from_mins(1),
            // The width of the service's rate limit: waiting longer never helps.
            all_pauses: Duration::from_mins(5),
        }
    }
}

impl Patience {
    /// The pause before the next attempt, when `attempt` (counted from 1) failed after pauses of `paused` so far.
    /// `None`: give up. `jitter`, from 0 to 1, keeps several requests from coming back at the same moment.
    pub fn pause(&self, error: &ItGlueError, attempt: u32, paused: Duration, jitter: f64) -> Option<Duration> {
        if !error.is_passing() || attempt >= self.attempts {
            return None;
        }
        let pause = if let ItGlueError::TooManyRequests { retry_after: Some(wanted) }
        | ItGlueError::Failed { retry_after: Some(wanted), .. } = error
        {
            // The header may hold any number.
            wanted.saturating_add(self.first_pause.mul_f64(jitter))
        } else {
            let is_busy = matches!(error, ItGlueError::TooManyRequests { .. });
            let first = if is_busy { self.first_pause * BUSY_FACTOR } else { self.first_pause };
            let doubled = first.saturating_mul(1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX));
            doubled.min(self.longest_pause).mul_f64(0.5 + jitter / 2.0)
        };
        (pause <= self.all_pauses.saturating_sub(paused)).then_some(pause)
    }
}

/// Reads the header `Retry-After`: seconds, or the moment until which to wait.
pub(super) fn retry_after(header: &str, now: Timestamp) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = HTTP_DATE.parse_timestamp(header).ok()?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
}
