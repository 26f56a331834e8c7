//! What stated hours mean at a moment.

use std::mem::discriminant;

use jiff::Timestamp;
use jiff::civil::{DateTime, Weekday};
use jiff::{ToSpan, civil};

use crate::reach::hours::{Days, Doubt, PhoneLine, Says, Stated, StatedZone};
use crate::reach::zone::{NIGHT_ENDS, Place};

/// Whether the contact is on duty, with the words of the note that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open<'a> {
    /// On duty.
    Open { quote: &'a str },
    /// Off duty.
    Closed { quote: &'a str },
    /// The note does not tell, or it differs between several possible times.
    Unknown,
}

impl Stated {
    /// Whether the contact is on duty at this moment. A zone stated with the hours goes before the place. Where
    /// several times are possible, all must agree; where none is known, all times of a week.
    pub fn open(&self, place: &Place, now: Timestamp) -> Open<'_> {
        let mut times = clocks(self.zone, place, now);
        if times.is_empty() {
            let monday = civil::date(2024, 1, 1).at(0, 0, 0, 0);
            times.extend(monday.series(15.minutes()).take(7 * 24 * 4));
        }
        let mut verdicts = times.into_iter().map(|time| self.at(time));
        let first = verdicts.next().unwrap_or(Open::Unknown);
        if verdicts.all(|other| discriminant(&other) == discriminant(&first)) { first } else { Open::Unknown }
    }

    /// The line a note asks to call at this moment, with the words that say so.
    pub fn preferred(&self, place: &Place, now: Timestamp) -> Option<(PhoneLine, &str)> {
        let times = clocks(self.zone, place, now);
        // An evening goes on until the morning.
        let is_after = |bound: civil::Time, time: &DateTime| {
            time.time() >= bound || bound.hour() >= 12 && time.hour() < NIGHT_ENDS
        };
        let has_passed = |bound: civil::Time| !times.is_empty() && times.iter().all(|time| is_after(bound, time));
        // Of several times that have passed, the latest counts.
        let after = self.statements.iter().filter_map(|stated| match stated.says {
            Says::After { time, call } if has_passed(time) => Some((time, call, stated.quote.as_str())),
            _ => None,
        });
        if let Some((_, call, quote)) = after.max_by_key(|(time, ..)| *time) {
            return Some((call, quote));
        }
        if !matches!(self.open(place, now), Open::Closed { .. }) {
            return None;
        }
        self.statements.iter().find_map(|stated| match stated.says {
            Says::OutOfHours { call } => Some((call, stated.quote.as_str())),
            _ => None,
        })
    }

    /// Whether the contact is on duty at a time on the clock that is meant.
    fn at(&self, now: DateTime) -> Open<'_> {
        let (today, time) = (now.weekday(), now.time());
        let mut open = None;
        let mut is_unsaid = false;
        for stated in &self.statements {
            match stated.says {
                Says::NotBefore { time: bound } if time < bound => return Open::Closed { quote: &stated.quote },
                Says::NotAfter { time: bound } if time >= bound => return Open::Closed { quote: &stated.quote },
                Says::Hours { days, from, to } => {
                    let began = match () {
                        () if from < to && !(from..to).contains(&time) => continue,
                        () if time >= from => today,
                        // Over midnight: the night that began yesterday.
                        () if time < to => today.previous(),
                        () => continue,
                    };
                    match days.contains(began) {
                        Some(true) if self.closed(began).is_none() => open = Some((began, stated.quote.as_str())),
                        None => is_unsaid = true,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if let Some((began, quote)) = open {
            let is_in = |says| matches!(says, Says::Break { from, to } if (from..to).contains(&time));
            let is_break = self.statements.iter().any(|stated| is_in(stated.says));
            let is_told = !is_break && !self.doubts(began, Doubt::Closed);
            return if is_told { Open::Open { quote } } else { Open::Unknown };
        }
        // What is not understood about yesterday may go on into the morning.
        let is_doubtful = is_unsaid
            || self.doubts(today, Doubt::Open)
            || now.hour() < NIGHT_ENDS && self.doubts(today.previous(), Doubt::Open);
        let outside = if is_doubtful { None } else { self.closed(today).or_else(|| self.outside(today)) };
        outside.map_or(Open::Unknown, |quote| Open::Closed { quote })
    }

    /// Whether words that are not understood may change the hours of a day.
    fn doubts(&self, day: Weekday, change: Doubt) -> bool {
        let is_meant = |doubt| doubt == change || doubt == Doubt::Both;
        let doubts =
            |says| matches!(says, Says::Unread { days, doubt } if days.contains(day) == Some(true) && is_meant(doubt));
        self.statements.iter().any(|stated| doubts(stated.says))
    }

    /// The words that say a day is closed.
    fn closed(&self, day: Weekday) -> Option<&str> {
        let closed = |says| matches!(says, Says::Closed { days } if days.contains(day) == Some(true));
        self.statements.iter().find(|stated| closed(stated.says)).map(|stated| stated.quote.as_str())
    }

    /// The words that give a day's hours, if none of them are now: those about this very day first.
    fn outside(&self, day: Weekday) -> Option<&str> {
        let hours = self.statements.iter().filter_map(|stated| match stated.says {
            Says::Hours { days, .. } => Some((days, stated.quote.as_str())),
            _ => None,
        });
        let hours: Vec<(Days, &str)> = hours.collect();
        if let Some((_, quote)) = hours.iter().find(|(days, _)| days.contains(day) == Some(true)) {
            return Some(quote);
        }
        // Hours of a weekend say nothing about the days before it.
        let says_enough = hours.iter().all(|(days, _)| days.contains(day).is_some())
            && (Days::WEEKEND.contains(day) == Some(true)
                || hours.iter().any(|(days, _)| days.shared(Days::WORKING) != Days::NONE));
        says_enough.then(|| hours.first().map(|(_, quote)| *quote)).flatten()
    }
}

fn clocks(zone: Option<StatedZone>, place: &Place, now: Timestamp) -> Vec<DateTime> {
    match zone {
        Some(zone) => zone.clocks(place, now).iter().map(|zone| zone.to_datetime(now)).collect(),
        None => place.spots.iter().filter_map(|spot| Some(spot.zone.offset(now)?.to_datetime(now))).collect(),
    }
}
