//! Times of the day, and what a range such as "9-5" means by the usual reading.
//!
//! A number of 13 or more, 0, and four digits ("0900") are on the 24-hour clock. A number from 1 to 12 without "am" or
//! "pm" may be on either, so:
//!
//! - the start of a range is the morning from 6 on, and noon for 12; 1 to 5 is ambiguous;
//! - the end is the next time the dial shows that number ("9-5", "7-3", "10-2", "9-12", "12-8");
//! - the same time twice is 24 hours where its half of the day is known ("4am-4am"), and otherwise says nothing ("8-8");
//! - a leading zero that would have to be the afternoon says nothing ("08:00-05:00"), unless the note has times such as
//!   "15:00" too;
//! - one "pm" is for the end alone, unless both readings are possible ("8-9pm").
//!
//! An ambiguous range is no range.

use jiff::civil::Time;

use crate::reach::hours::token::{Token, TokenKind, any_phrase};
use crate::reach::hours::words::WORDS;

/// Minutes of half a day and of a day.
const HALF: i16 = 12 * 60;
const DAY: i16 = 24 * 60;

/// Stated hours last at least an hour: anything shorter is an appointment.
const SHORTEST: i16 = 60;

/// A time as written.
#[derive(Clone, Copy)]
pub(super) struct WrittenTime {
    minutes: i16,
    clock: Clock,
    /// Whether minutes, "am" or "Uhr" mark the number as a time.
    pub marked: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// On the 24-hour clock.
    Day,
    /// With "am" or "pm", or a word such as "noon".
    Half,
    /// 1 to 12, on the 12-hour or the 24-hour clock.
    Dial { zero: bool },
}

/// A range of hours; `marked` where it is written as times rather than plain numbers.
#[derive(PartialEq)]
pub(super) struct Range {
    pub from: Time,
    pub to: Time,
    pub marked: bool,
}

impl Range {
    /// Round the clock.
    pub(super) const ALWAYS: Self = Self { from: Time::midnight(), to: Time::midnight(), marked: true };
}

/// Reads two times with "to" between them. `Some(None, …)` where they are ambiguous. `afternoon` says that a morning
/// came before, as in "9-12, 1-5".
pub(super) fn range(tokens: &[Token<'_>], at: usize, afternoon: bool) -> Option<(Option<Range>, usize)> {
    let (from, next) = written(tokens, at).filter(|_| begins_freely(tokens, at))?;
    let next = any_phrase(tokens, next, &WORDS.until).or_else(|| between(tokens, at, next))?;
    let (to, next) = written(tokens, next).filter(|(_, next)| ends_freely(tokens, *next))?;
    let times = resolve(from, to, afternoon, is_24_hours(tokens)).and_then(|(from, to)| Some((time(from)?, time(to)?)));
    let marked = from.marked || to.marked;
    Some((times.map(|(from, to)| Range { from, to, marked }), next))
}

/// Reads one time on its own, given the bare hours that mean the morning, and the afternoon.
pub(super) fn single(
    tokens: &[Token<'_>],
    at: usize,
    morning: std::ops::Range<i16>,
    evening: std::ops::Range<i16>,
) -> Option<(Time, bool, usize)> {
    let is_free = |next: usize| begins_freely(tokens, at) && ends_freely(tokens, next);
    let (written, next) = written(tokens, at).filter(|(_, next)| is_free(*next))?;
    let hour = written.minutes / 60;
    let minutes = match written.clock {
        Clock::Day | Clock::Half => written.minutes,
        Clock::Dial { .. } if morning.contains(&hour) => written.minutes,
        Clock::Dial { zero: false } if evening.contains(&hour) => written.minutes + HALF,
        Clock::Dial { .. } => return None,
    };
    Some((time(minutes)?, written.marked, next))
}

/// Whether a note has a time such as "15:00".
fn is_24_hours(tokens: &[Token<'_>]) -> bool {
    tokens.windows(3).any(|window| {
        let [hour, mark, minute] = window else { return false };
        let is_time = mark.is_mark(':') && !mark.spaced && !minute.spaced && minute.text.len() == 2;
        is_time && matches!(hour.kind, TokenKind::Number(13..24))
    })
}

/// "between 9 and 5".
fn between(tokens: &[Token<'_>], start: usize, at: usize) -> Option<usize> {
    let before = tokens.get(start.checked_sub(1)?)?.word();
    let joins = matches!(tokens.get(at)?.word(), "and" | "und" | "et" | "y");
    (matches!(before, "between" | "zwischen" | "entre") && joins).then_some(at + 1)
}

fn begins_freely(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let is_apart =
        |before: &Token<'_>| matches!(before.kind, TokenKind::Mark('(' | '[' | ',' | ';' | '|' | '=' | ':' | '/'));
    token.spaced || at == 0 || is_apart(&tokens[at - 1])
}

fn ends_freely(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at).filter(|next| !next.spaced) else { return true };
    match next.kind {
        TokenKind::Mark('.' | ',') => {
            tokens.get(at + 1).is_none_or(|after| after.spaced || matches!(after.kind, TokenKind::Word(_)))
        }
        // "9-12/13-17"
        TokenKind::Mark('/') => range(tokens, at + 1, true).is_some(),
        TokenKind::Mark(mark) => !matches!(mark, '-' | ':' | '%' | '@' | '#' | '$' | '€' | '£' | '*' | '_' | '°'),
        TokenKind::Word(_) | TokenKind::Number(_) => false,
    }
}

/// Reads "9", "9am", "9:30 a.m.", "17h30", "8.30", "0900", "17 Uhr", "noon".
fn written(tokens: &[Token<'_>], at: usize) -> Option<(WrittenTime, usize)> {
    let first = tokens.get(at)?;
    let at_half = |minutes: i16| WrittenTime { minutes, clock: Clock::Half, marked: true };
    let number = match &first.kind {
        TokenKind::Number(number) => i16::try_from(*number).ok()?,
        TokenKind::Word(word) => {
            let minutes = match word.as_str() {
                "noon" | "midday" | "mittag" | "midi" | "mediodia" => HALF,
                "midnight" | "mitternacht" | "minuit" | "medianoche" => 0,
                _ => return None,
            };
            return Some((at_half(minutes), at + 1));
        }
        TokenKind::Mark(_) => return None,
    };
    if first.text.len() == 4 {
        let (hour, minute) = (number / 100, number % 100);
        // Times are stated in steps of five minutes; years and other numbers mostly are not.
        let is_time = hour < 24 && minute < 60 && minute % 5 == 0;
        let next = hour_word(tokens, at + 1).unwrap_or(at + 1);
        return is_time.then(|| (WrittenTime { minutes: hour * 60 + minute, clock: Clock::Day, marked: false }, next));
    }
    if first.text.len() > 2 || number > 24 {
        return None;
    }
    let (minute, mut next) = minutes(tokens, at + 1).map_or((None, at + 1), |(minute, next)| (Some(minute), next));
    let minutes = number * 60 + minute.unwrap_or(0);
    let mut marked = minute.is_some();
    if number == 12
        && let Some((word, after)) = written(tokens, next).filter(|(word, _)| word.clock == Clock::Half)
    {
        // "12 noon"
        return (minute.is_none() && word.marked && word.minutes % HALF == 0).then_some((word, after));
    }
    if let Some((pm, after)) = half(tokens, next) {
        let on_dial = (1..=12).contains(&number);
        return on_dial.then(|| (at_half(minutes % HALF + if pm { HALF } else { 0 }), after));
    }
    if let Some(after) = hour_word(tokens, next) {
        // "10-12 hrs" may be a number of hours.
        if minute.is_none() && tokens.get(next).is_some_and(|word| word.word() == "hrs") {
            return None;
        }
        (marked, next) = (true, after);
    }
    if minutes > DAY {
        return None;
    }
    let on_dial = (1..=12).contains(&number);
    let clock = if on_dial { Clock::Dial { zero: first.text.starts_with('0') } } else { Clock::Day };
    Some((WrittenTime { minutes: minutes % DAY, clock, marked }, next))
}

/// ":30", ".30" or "h30" after the hour.
fn minutes(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let (mark, minute) = (tokens.get(at)?, tokens.get(at + 1)?);
    let joins = mark.is_mark(':') || mark.is_mark('.') || matches!(mark.word(), "h" | "u");
    let TokenKind::Number(number) = minute.kind else { return None };
    // "8 h 30", but not "8 h 12 h".
    let is_apart = mark.word() == "h" && mark.spaced && tokens.get(at + 2).is_none_or(|next| next.word() != "h");
    let is_close = !mark.spaced && !minute.spaced || is_apart && minute.spaced;
    let is_minute = joins && is_close && minute.text.len() == 2 && number < 60;
    is_minute.then(|| (i16::try_from(number).unwrap_or_default(), at + 2))
}

/// "am", "p", "a.m.": whether it is "pm", and where it ends.
fn half(tokens: &[Token<'_>], at: usize) -> Option<(bool, usize)> {
    let token = tokens.get(at)?;
    match token.word() {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        word @ ("a" | "p") => {
            let is_dot = |at: usize| tokens.get(at).is_some_and(|dot| dot.is_mark('.') && !dot.spaced);
            if is_dot(at + 1) && tokens.get(at + 2).is_some_and(|m| m.word() == "m" && !m.spaced) {
                return Some((word == "p", at + 3 + usize::from(is_dot(at + 3))));
            }
            (!token.spaced).then_some((word == "p", at + 1))
        }
        _ => None,
    }
}

fn hour_word(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    matches!(tokens.get(at)?.word(), "uhr" | "h" | "hrs" | "hs" | "heures").then_some(at + 1)
}

/// The minutes of the day at which a range begins and ends.
fn resolve(from: WrittenTime, to: WrittenTime, afternoon: bool, is_24_hours: bool) -> Option<(i16, i16)> {
    use Clock::{Day, Dial, Half};
    let (start, end) = (from.minutes, to.minutes);
    let (from, to) = match (from.clock, to.clock) {
        (Day | Half, Day | Half) | (Dial { .. }, Day) => (start, end),
        // "22-6", but hardly "13-5".
        (Day, Dial { .. }) => ((end - start).rem_euclid(DAY) <= HALF).then_some((start, end))?,
        (Half, Dial { .. }) => (start, next_on_dial(start, end)?),
        (Dial { .. }, Half) => (start_before(start, end)?, end),
        (Dial { zero: false }, Dial { zero: false }) => {
            let start = match start / 60 {
                1..=5 if afternoon => start + HALF,
                1..=5 => return None,
                _ => start,
            };
            (start, next_on_dial(start, end)?)
        }
        // A leading zero is on the 24-hour clock.
        (Dial { .. }, Dial { .. }) if start < end => (start, end),
        (Dial { .. }, Dial { zero: false }) if start / 60 >= 6 => (start, next_on_dial(start, end)?),
        // "07:00-04:00" where the note has "15:00" too; elsewhere 4 may be the afternoon.
        (Dial { .. }, Dial { .. }) if is_24_hours => (start, end),
        (Dial { .. }, Dial { .. }) => return None,
    };
    (from == to || (to - from).rem_euclid(DAY) >= SHORTEST).then_some((from, to))
}

/// The next time after `from` at which the dial shows `to`; none if it shows it already.
fn next_on_dial(from: i16, to: i16) -> Option<i16> {
    let ahead = (to - from).rem_euclid(HALF);
    (ahead != 0).then_some((from + ahead) % DAY)
}

/// The start, on the dial, of a range whose end is certain. `None` where both halves of the day are possible.
fn start_before(start: i16, end: i16) -> Option<i16> {
    let (early, late) = (start % HALF, start % HALF + HALF);
    match (early < end, late < end) {
        // No range that ends in the afternoon begins before 6.
        (true, true) if start / 60 < 6 || start / 60 == 12 => Some(late),
        (true, false) if start / 60 >= 6 || end <= HALF => Some(early),
        _ => None,
    }
}

fn time(minutes: i16) -> Option<Time> {
    let minutes = minutes.rem_euclid(DAY);
    Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
}
