//! Hours people state in notes, with the words they stated them in.
//!
//! Notes are free text. A sentence about hours is understood only where every word of it is accounted for. Any other word
//! makes the days that the sentence may be about *unknown*: no hours are better than wrong ones, and the technician reads
//! the note anyway.
//!
//! `token` splits a note, `item` says what each part is (`days`, `times`, `stated_zone`, `calls`), `bind` puts hours and
//! days together, `sentence` finds what is not understood, `read` puts the sentences of a note together, and `open` asks what they mean now.

mod bind;
mod call_words;
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

use jiff::civil::Time;

pub use open::Open;
pub use read::find;
pub use stated_zone::StatedZone;

/// What a note states about when to call.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stated {
    /// The statements.
    pub statements: Vec<Statement>,
    /// On whose clock, if that is stated.
    pub zone: Option<StatedZone>,
}

/// One statement of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The exact words; none for what is not understood.
    pub quote: String,
    /// What they say.
    pub says: Says,
}

/// What a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// There at these hours. An end that is not after the start is on the next day.
    Hours {
        /// On which days it begins.
        days: Days,
        /// From when.
        from: Time,
        /// Until when.
        to: Time,
    },
    /// Not there on these days.
    Closed {
        /// The days.
        days: Days,
    },
    /// A break within the hours.
    Break {
        /// From when.
        from: Time,
        /// Until when.
        to: Time,
    },
    /// Something about these days that is not understood.
    Unread {
        /// The days.
        days: Days,
        /// What it may change.
        doubt: Doubt,
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

/// What words that are not understood may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They may close what the hours say is open: "closed on holidays".
    Closed,
    /// They may open what the hours say is closed: "or by appointment".
    Open,
    /// Either.
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
pub enum Line {
    /// The mobile.
    Mobile,
    /// The phone at work.
    Office,
    /// The phone at home.
    Home,
}
