//! What stated hours mean at a moment.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};

use crate::reach::hours::{Days, Line, Says, Stated, StatedZone};
use crate::reach::zone::{NIGHT_ENDS, Place};

/// Whether somebody is there, with the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open<'a> {
    /// There now.
    Open {
        /// The words.
        quote: &'a str,
    },
    /// Not there now.
    Closed {
        /// The words.
        quote: &'a str,
    },
    /// The note does not tell, or it depends on which of several times is meant.
    Unknown,
}

/// Whether somebody is there at that moment, by the hours stated. A zone stated with the hours counts before the place;
/// where several times are possible, all must agree.
#[must_use]
pub fn open<'a>(stated: &'a [Stated], place: &Place, now: Timestamp) -> Open<'a> {
    let closed = stated.iter().find(|stated| {
        holds(&clocks(None, place, now), |time| match stated.says {
            Says::Closed { days } => days.contains(time.weekday()) == Some(true),
            Says::NotBefore { time: bound } => time.time() < bound,
            Says::NotAfter { time: bound } => time.time() >= bound,
            _ => false,
        })
    });
    if let Some(stated) = closed {
        return Open::Closed { quote: &stated.quote };
    }
    if let Some(stated) = stated.iter().find(|stated| stated.says == Says::Always) {
        return Open::Open { quote: &stated.quote };
    }
    by_week(stated, place, now)
}

/// The line a note asks to call at that moment, with the words that say so.
#[must_use]
pub fn preferred<'a>(stated: &'a [Stated], place: &Place, now: Timestamp) -> Option<(Line, &'a str)> {
    let times = clocks(None, place, now);
    // The latest of several times that have passed counts.
    let after = stated.iter().filter_map(|stated| match stated.says {
        Says::After { time, call } if holds(&times, |now| is_after(time, *now)) => {
            Some((time, call, stated.quote.as_str()))
        }
        _ => None,
    });
    if let Some((_, call, quote)) = after.max_by_key(|(time, ..)| *time) {
        return Some((call, quote));
    }
    if !matches!(open(stated, place, now), Open::Closed { .. }) {
        return None;
    }
    stated.iter().find_map(|stated| match stated.says {
        Says::OutOfHours { call } => Some((call, stated.quote.as_str())),
        _ => None,
    })
}

fn by_week<'a>(stated: &'a [Stated], place: &Place, now: Timestamp) -> Open<'a> {
    let mut outside: Option<(&str, bool)> = None;
    for stated in stated {
        let Says::Weekly { days, from, to, zone } = stated.says else { continue };
        let times = clocks(zone, place, now);
        if holds(&times, |time| is_within(days, from, to, *time) == Some(true)) {
            return Open::Open { quote: &stated.quote };
        }
        if !holds(&times, |time| is_within(days, from, to, *time) == Some(false)) {
            return Open::Unknown;
        }
        // Of several quotes that which is about today says most.
        let is_about_today = holds(&times, |time| days.contains(time.weekday()) == Some(true));
        if outside.is_none_or(|(_, known)| is_about_today && !known) {
            outside = Some((stated.quote.as_str(), is_about_today));
        }
    }
    outside.map_or(Open::Unknown, |(quote, _)| Open::Closed { quote })
}

/// Whether a time is within hours; `None` where the statement leaves that day open.
fn is_within(days: Days, from: Time, to: Time, time: DateTime) -> Option<bool> {
    let (today, clock) = (time.weekday(), time.time());
    if from < to {
        return if (from..to).contains(&clock) { days.contains(today) } else { days_or_closed(days, time) };
    }
    // Over midnight: the night that began today, or that which began yesterday.
    if clock >= from {
        days.contains(today)
    } else if clock < to {
        days.contains(today.previous())
    } else {
        days_or_closed(days, time)
    }
}

/// Outside the hours: closed on a day they are about, and on one they are not; open to question on one left open.
fn days_or_closed(days: Days, time: DateTime) -> Option<bool> {
    days.contains(time.weekday()).map(|_| false)
}

/// Whether a time has passed that day; an evening goes on until the morning.
fn is_after(bound: Time, time: DateTime) -> bool {
    time.time() >= bound || bound.hour() >= 12 && time.hour() < NIGHT_ENDS
}

/// The times it may be on the clock that is meant.
fn clocks(zone: Option<StatedZone>, place: &Place, now: Timestamp) -> Vec<DateTime> {
    match zone {
        Some(zone) => zone.clocks(place, now).iter().map(|zone| zone.to_datetime(now)).collect(),
        None => place.spots.iter().filter_map(|spot| Some(spot.zone.offset(now)?.to_datetime(now))).collect(),
    }
}

/// Whether something is true at all of these times, of which there is at least one.
fn holds(times: &[DateTime], is_true: impl Fn(&DateTime) -> bool) -> bool {
    !times.is_empty() && times.iter().all(is_true)
}
