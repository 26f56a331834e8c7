//! The one place that reads the clock; everywhere else time is an argument.

use jiff::Timestamp;

#[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
pub fn now() -> Timestamp {
    Timestamp::now()
}
