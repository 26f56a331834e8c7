//! What is waited for while nothing comes from IT Glue.

use std::fmt;
use std::time::Duration;

use humantime::format_duration;

use crate::itglue::error::ItGlueError;

/// What is waited for. Its `Display` is a sentence for an operator.
#[derive(Debug)]
pub enum Waiting<'e> {
    /// The answer to a request.
    Answer {
        /// How long it has been waited for.
        so_far: Duration,
        /// How long it is waited for at most.
        at_most: Duration,
    },
    /// The next attempt, after one that has failed.
    Attempt {
        /// Why it has failed.
        error: &'e ItGlueError,
        /// Which one is next, counted from 1.
        next: u32,
        /// How many there are at most.
        of: u32,
        /// How long it is waited.
        pause: Duration,
    },
}

/// Who is told. A function and nothing more: what is waited for is either logged or shown.
pub type OnWait = fn(&Waiting<'_>);

impl fmt::Display for Waiting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { so_far, at_most } => {
                let (so_far, at_most) = (format_duration(*so_far), format_duration(*at_most));
                write!(f, "no answer from IT Glue for {so_far}; waiting {at_most} at most")
            }
            Self::Attempt { error, next, of, pause } => {
                write!(f, "{error}; attempt {next} of {of} in {:.1} s", pause.as_secs_f64())
            }
        }
    }
}

/// Tells the log.
pub(super) fn log(waiting: &Waiting<'_>) {
    tracing::debug!("{waiting}");
}
