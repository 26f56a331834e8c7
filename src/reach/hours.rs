//! Hours people state in notes, with the words they stated them in.
//!
//! Notes are free text, so this reads the common forms and nothing else. Where a statement is doubtful or two of them
//! contradict each other there is none: no hours are better than wrong ones.

mod call_words;
mod calls;
mod days;
mod open;
mod read;
mod stated_zone;
#[cfg(test)]
mod tests;
mod times;
mod token;
mod weekly;
mod words;

use jiff::civil::Time;

pub use open::{Open, open, preferred};
pub use read::find;
pub use stated_zone::StatedZone;

/// Something a note states about when to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The exact words.
    pub quote: String,
    /// What they say.
    pub says: Says,
}

/// What a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// There at these hours. An end that is not after the start is on the next day.
    Weekly {
        /// On which days it begins.
        days: Days,
        /// From when.
        from: Time,
        /// Until when.
        to: Time,
        /// On whose clock, if that is stated.
        zone: Option<StatedZone>,
    },
    /// There round the clock.
    Always,
    /// Not there on these days.
    Closed {
        /// The days.
        days: Days,
    },
    /// No calls before that time.
    NotBefore {
        /// The time.
        time: Time,
    },
    /// No calls from that time on.
    NotAfter {
        /// The time.
        time: Time,
    },
    /// A line to call from that time on.
    After {
        /// The time.
        time: Time,
        /// The line.
        call: Line,
    },
    /// A line to call outside the hours.
    OutOfHours {
        /// The line.
        call: Line,
    },
}

/// Days of the week, as far as they are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// A bit for each day the statement is about, Monday's first.
    on: u8,
    /// A bit for each day it leaves open.
    unsaid: u8,
}

/// A line a note asks to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The mobile.
    Mobile,
    /// The phone at work.
    Office,
    /// The phone at home.
    Home,
}
