//! Reports of waiting for IT Glue.

use std::fmt;
use std::time::Duration;

use humantime::format_duration;

use crate::itglue::error::ItGlueError;

/// A wait. Its `Display` is a sentence for an operator.
#[derive(Debug)]
pub enum Waiting<'e> {
    Answer {
        so_far: Duration,
        at_most: Duration,
    },
    /// The next attempt, after a failed one.
    Attempt {
        error: &'e ItGlueError,
        /// Counted from 1.
        next: u32,
        of: u32,
        pause: Duration,
    },
}

/// Receives the reports. A plain function: a wait is either logged or shown.
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

pub(super) fn log(waiting: &Waiting<'_>) {
    tracing::debug!("{waiting}");
}
