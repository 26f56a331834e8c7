//! The local time at a site, from its country, region and city.
//!
//! Nothing is guessed in silence: where a place has several times, all of them are given, the likeliest first.

mod atlas;
mod place;
#[cfg(test)]
mod tests;
mod written;

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

use crate::reach::country::Country;

pub use place::place;

/// From this hour of the evening a call may wake the contact.
const NIGHT_BEGINS: i8 = 22;

/// From this hour of the morning a call wakes no one.
pub(crate) const NIGHT_ENDS: i8 = 7;

/// The time zones compiled into the program, so that none is read from disk.
static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, by its IANA name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone(pub(crate) &'static str);

/// What is known about where a site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The country, stated or implied by region and city.
    pub country: Option<Country>,
    /// What decided the zones; `None` where nothing did.
    pub by: Option<By>,
    /// The zones it may lie in, the most populous first. Empty where unknown.
    pub spots: Vec<Spot>,
}

/// What decided the zones a place may lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    City,
    /// The region: the city is not known.
    Region,
    /// Only the country is known.
    Country,
}

/// A zone a place may lie in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub zone: Zone,
    /// The place itself where it has one zone, otherwise its largest city in this zone.
    pub name: Box<str>,
}

/// The local time of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Local {
    Unknown,
    /// One time, even of several zones.
    One(LocalTime),
    /// Several possible times, the likeliest first; no two are the same.
    Several(Vec<LocalTime>),
}

/// A time on the clock at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    pub name: Box<str>,
    pub time: DateTime,
    pub offset: Offset,
}

impl Zone {
    /// The IANA name, such as "Europe/Berlin".
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The zone's rules; `None` where the database has no zone of this name.
    pub fn time_zone(self) -> Option<TimeZone> {
        DATABASE.get(self.0).ok()
    }

    pub fn offset(self, now: Timestamp) -> Option<Offset> {
        self.time_zone().map(|zone| zone.to_offset(now))
    }
}

impl Place {
    pub fn unknown() -> Self {
        Self { country: None, by: None, spots: Vec::new() }
    }

    /// The time there. Zones that agree at that moment count as one.
    pub fn local(&self, now: Timestamp) -> Local {
        let mut times = self.times(now);
        if times.len() > 1 { Local::Several(times) } else { times.pop().map_or(Local::Unknown, Local::One) }
    }

    fn times(&self, now: Timestamp) -> Vec<LocalTime> {
        let mut times: Vec<LocalTime> = Vec::new();
        for spot in &self.spots {
            if let Some(offset) = spot.zone.offset(now)
                && times.iter().all(|time| time.offset != offset)
            {
                times.push(LocalTime { name: spot.name.clone(), time: offset.to_datetime(now), offset });
            }
        }
        times
    }

    /// Whether a call would wake the contact; `None` where possible times differ in it, or none is known.
    pub fn night(&self, now: Timestamp) -> Option<bool> {
        let is_night = |time: LocalTime| !(NIGHT_ENDS..NIGHT_BEGINS).contains(&time.time.hour());
        let mut nights = self.times(now).into_iter().map(is_night);
        let first = nights.next()?;
        nights.all(|night| night == first).then_some(first)
    }
}
