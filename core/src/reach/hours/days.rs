//! Days of the week as notes name them: "M-F", "Mon, Wed & Fri", "du lundi au vendredi", "weekdays".

use jiff::civil::Weekday;

use crate::reach::hours::Days;
use crate::reach::hours::times;
use crate::reach::hours::token::{Token, any_phrase};
use crate::reach::hours::words::{WORDS, is_one_of};

/// Short names that are other words at the start of a sentence, even with a capital.
const ALSO_WORDS: &str = "do so we di th";

/// Short names that are also a month or a state: they count only in a row of days.
const ONLY_IN_ROWS: &str = "mar mi";

/// Words that show that "Di" is not the French Sunday.
const GERMAN: &str = "mo mi do so uhr montag mittwoch donnerstag sonntag geschlossen";

/// Single letters: English ones, and those of French and Spanish, which begin at Monday ("L-V").
const ENGLISH: [(&str, usize); 4] = [("m", 0), ("t", 1), ("w", 2), ("f", 4)];
const ROMANCE: [(&str, usize); 6] = [("l", 0), ("x", 2), ("j", 3), ("v", 4), ("s", 5), ("d", 6)];

/// Days written without spaces, from Monday on, in two letters and in one.
const RUN_TOGETHER: &str = "Mo Tu We Th Fr Sa Su M T W R F";

/// The longest name of a day that may end with a full stop: "Tues.".
const LONGEST_SHORT: usize = 5;

/// How certain it is that a word is a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DayName {
    /// On its own.
    Full,
    /// Next to others.
    Short,
    /// A single letter, in a row of English ones.
    English,
    /// A single letter, in a row of French or Spanish ones.
    Romance,
}

/// What stands before a short name and helps to tell whether it is a day.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    pub days: bool,
    /// Days were named, and a comma, hours or "closed" came last.
    pub row: bool,
    /// Days were named, and a line or a sentence begins here.
    pub line: bool,
}

/// Reads a day, a range of days, or a phrase or a row of letters for several.
pub(super) fn days(tokens: &[Token<'_>], at: usize, before: Before) -> Option<(Days, usize)> {
    let dash = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| before.is_mark('-'));
    if dash && !tokens.get(at)?.spaced {
        return None;
    }
    let sets = [
        (&WORDS.working_days, Days::WORKING),
        (&WORDS.legal_working_days, Days { on: Days::WORKING.on, unsaid: 1 << 5 }),
        (&WORDS.weekend, Days::WEEKEND),
        (&WORDS.sunday, Days { on: 1 << 6, unsaid: 0 }),
        (&WORDS.all_days, Days::ALL),
    ];
    let set = sets.into_iter().find_map(|(phrases, days)| Some((days, any_phrase(tokens, at, phrases)?)));
    set.or_else(|| range(tokens, at, before))
        .or_else(|| row_of_letters(tokens, at))
        .or_else(|| run_together(tokens, at))
}

/// A day, or two with "to" between them.
fn range(tokens: &[Token<'_>], at: usize, before: Before) -> Option<(Days, usize)> {
    let (first, name, next) = day(tokens, at)?;
    if let Some((last, other, after)) = any_phrase(tokens, next, &WORDS.until).and_then(|next| day(tokens, next)) {
        let fits = match (name, other) {
            (DayName::Romance, DayName::Romance) => first == 0,
            (DayName::English, DayName::Romance) | (DayName::Romance, DayName::English) => false,
            // "M-T" ends on Tuesday or on Thursday; "Sa-Di" is French.
            _ => {
                tokens.get(after - 1).is_none_or(|last| last.word() != "t")
                    && (last > first || tokens.get(after - 1).is_none_or(|last| last.word() != "di"))
            }
        };
        return fits.then(|| (Days::from_to(first, last), after));
    }
    let token = tokens.get(at)?;
    let is_among = |words| is_one_of(token.word(), words);
    let leads_to_hours = || times::range(tokens, colon(tokens, next), false).is_some();
    let begins_row = || {
        let other = any_phrase(tokens, next, &WORDS.and).and_then(|next| day(tokens, next));
        other.is_some_and(|(_, name, _)| matches!(name, DayName::Full | DayName::Short))
    };
    let alone = match name {
        DayName::Full => true,
        DayName::Short if is_among(ONLY_IN_ROWS) => {
            before.days || begins_row() || (before.row || before.line) && token.word() == "mi" && leads_to_hours()
        }
        DayName::Short if token.word() == "di" && !tokens.iter().any(|token| is_one_of(token.word(), GERMAN)) => false,
        DayName::Short if is_among(ALSO_WORDS) => {
            let is_closed =
                || tokens.get(colon(tokens, next)).is_some_and(|word| is_one_of(word.word(), &WORDS.closed));
            token.is_capitalised() && (before.days || before.row || begins_row() || leads_to_hours() || is_closed())
        }
        DayName::Short => token.is_capitalised() || before.days || begins_row(),
        DayName::English => {
            let is_free = before.row && tokens.get(next).is_none_or(|mark| !mark.is_mark(':') && !mark.is_mark('.'));
            first != 1 && token.is_capitalised() && (is_free || (before.row || before.line) && leads_to_hours())
        }
        // "L-V 9-14, S 10-13"
        DayName::Romance => before.row && leads_to_hours() && tokens.iter().any(|token| token.text == "L"),
    };
    alone.then(|| (Days::from_to(first, first), next))
}

/// "M, W & F", "M/W/F", "M T W Th F".
fn row_of_letters(tokens: &[Token<'_>], at: usize) -> Option<(Days, usize)> {
    let (first, DayName::English, mut next) = day(tokens, at)? else { return None };
    let mut all = Days::from_to(first, first);
    let mut letters = 1;
    let is_part = |at| day(tokens, at).filter(|(_, name, _)| matches!(name, DayName::English | DayName::Short));
    while let Some((more, _, after)) = is_part(any_phrase(tokens, next, &WORDS.and).unwrap_or(next)) {
        (all, next, letters) = (all.and(Days::from_to(more, more)), after, letters + 1);
    }
    (letters > 1).then_some((all, next))
}

/// Days without spaces, such as `MWF` or `TTh`.
fn run_together(tokens: &[Token<'_>], at: usize) -> Option<(Days, usize)> {
    let mut rest = tokens.get(at)?.text;
    // "MF" and "MT" mean other things.
    if rest.len() < 3 {
        return None;
    }
    let mut all = Days::NONE;
    let mut earliest = 0;
    while !rest.is_empty() {
        let (place, name) = RUN_TOGETHER.split(' ').enumerate().find(|(_, name)| rest.starts_with(name))?;
        // The second "T" is Thursday.
        let day = if name == "T" && earliest > 1 { 3 } else { place % 7 };
        if day < earliest {
            return None;
        }
        (all, earliest, rest) = (all.and(Days::from_to(day, day)), day + 1, rest.get(name.len()..)?);
    }
    (all.on.count_ones() > 1).then_some((all, at + 1))
}

fn colon(tokens: &[Token<'_>], at: usize) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|mark| mark.is_mark(':')))
}

/// The number of a day from Monday on, how certain it is, and where it ends.
fn day(tokens: &[Token<'_>], at: usize) -> Option<(usize, DayName, usize)> {
    let word = tokens.get(at).map(Token::word).filter(|word| !word.is_empty())?;
    let among = |names: &[String; 7]| names.iter().position(|names| is_one_of(word, names));
    let letter = |letters: &[(&str, usize)]| letters.iter().find(|(letter, _)| *letter == word).map(|(_, day)| *day);
    let (day, name) = among(&WORDS.days)
        .map(|day| (day, DayName::Full))
        .or_else(|| among(&WORDS.short_days).map(|day| (day, DayName::Short)))
        .or_else(|| letter(&ENGLISH).map(|day| (day, DayName::English)))
        .or_else(|| letter(&ROMANCE).map(|day| (day, DayName::Romance)))?;
    // "Mon.-Fri."
    let is_short = name != DayName::English && word.len() <= LONGEST_SHORT;
    let dot = is_short && tokens.get(at + 1).is_some_and(|dot| dot.is_mark('.') && !dot.spaced);
    Some((day, name, at + 1 + usize::from(dot)))
}

impl Days {
    pub(super) const NONE: Self = Self { on: 0, unsaid: 0 };
    pub(super) const WORKING: Self = Self { on: 0b001_1111, unsaid: 0 };
    pub(super) const WEEKEND: Self = Self { on: 0b110_0000, unsaid: 0 };
    pub(super) const ALL: Self = Self { on: 0b111_1111, unsaid: 0 };
    /// Where no days are stated: certainly Monday to Friday, and nothing about the weekend.
    pub(super) const UNSTATED: Self = Self { on: 0b001_1111, unsaid: 0b110_0000 };

    /// Whether the statement is about this day; `None` where it leaves it open.
    pub fn contains(self, day: Weekday) -> Option<bool> {
        let bit = 1 << day.to_monday_zero_offset();
        if self.unsaid & bit == 0 { Some(self.on & bit != 0) } else { None }
    }

    /// The days from one to another, across the weekend if the range says so.
    fn from_to(first: usize, last: usize) -> Self {
        let on = (0..7).filter(|day| (day + 7 - first) % 7 <= (last + 7 - first) % 7).map(|day| 1 << day).sum();
        Self { on, unsaid: 0 }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { on: self.on | other.on, unsaid: (self.unsaid | other.unsaid) & !(self.on | other.on) }
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self { on: self.on & !other.on, unsaid: 0 }
    }

    pub(super) fn shared(self, other: Self) -> Self {
        Self { on: self.on & other.on, unsaid: 0 }
    }
}
