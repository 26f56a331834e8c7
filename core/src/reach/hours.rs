//! The hours that notes state, with the words that state them.
//!
//! Notes are free text. A sentence about hours is understood only where every word of it is accounted for. Any other
//! word makes the days it may be about *unknown*: no hours are better than wrong ones, and the technician reads the
//! note anyway.
//!
//! `token` splits a note, `item` says what each part is (`days`, `times`, `stated_zone`, `calls`), `bind` puts hours
//! and days together, `sentence` finds what is not understood, `read` puts the sentences of a note together, and
//! `open` says what they mean now.

mod bind;
mod calls;
mod days;
mod item;
mod open;
mod read;
mod sentence;
mod stated_zone;
#[cfg(test)]
mod tests;
mod times;
mod token;
mod words;
mod write_first;

use jiff::civil::Time;

pub use open::Open;
pub use read::find;
pub use stated_zone::StatedZone;
pub use write_first::write_first;

/// What a note states about when to call.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stated {
    pub statements: Vec<Statement>,
    /// The clock of the hours, if it is stated.
    pub zone: Option<StatedZone>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The exact words; empty for words that are not understood.
    pub quote: String,
    pub says: Says,
}

/// What a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// On duty at these hours, which begin on these days. An end that is not after the start is on the next day.
    Hours { days: Days, from: Time, to: Time },
    /// Off duty on these days.
    Closed { days: Days },
    /// Off duty in between.
    Break { from: Time, to: Time },
    /// Words about these days that are not understood.
    Unread { days: Days, doubt: Doubt },
    /// No calls before this time.
    NotBefore { time: Time },
    /// No calls from this time on.
    NotAfter { time: Time },
    /// A line to call from this time on.
    After { time: Time, call: PhoneLine },
    /// A line to call when off duty.
    OutOfHours { call: PhoneLine },
}

/// What words that are not understood may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They may close what the hours say is open: "closed on holidays".
    Closed,
    /// They may open what the hours say is closed: "or by appointment".
    Open,
    Both,
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
pub enum PhoneLine {
    Mobile,
    Office,
    Home,
}
