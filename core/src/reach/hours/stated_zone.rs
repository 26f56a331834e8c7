//! Time zones as notes name them. Writers say "EST" all year round and mean the clock on the wall, so an abbreviation
//! stands for places and not for an offset.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::reach::hours::token::{Token, TokenKind, any_phrase};
use crate::reach::zone::{Place, Zone};

/// A time zone stated with hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedZone {
    Named {
        /// What it usually means.
        usual: &'static [Zone],
        /// What it means to people who live there.
        there: &'static [Zone],
    },
    Offset(Offset),
}

const fn zone(name: &'static str) -> Zone {
    Zone::of(name)
}

const NEW_YORK: Zone = zone("America/New_York");
const CHICAGO: Zone = zone("America/Chicago");
const DENVER: Zone = zone("America/Denver");
const LOS_ANGELES: Zone = zone("America/Los_Angeles");
const SYDNEY: Zone = zone("Australia/Sydney");
const LONDON: Zone = zone("Europe/London");
const BERLIN: Zone = zone("Europe/Berlin");

/// Abbreviations with their usual meaning, and what else they mean to people there.
const ABBREVIATIONS: &[(&str, &[Zone], &[Zone])] = &[
    ("ET EST EDT", &[NEW_YORK], &[SYDNEY, zone("Australia/Brisbane")]),
    ("CT CST CDT", &[CHICAGO], &[zone("Asia/Shanghai"), zone("America/Mexico_City"), zone("America/Regina")]),
    ("MT MST MDT", &[DENVER, zone("America/Phoenix")], &[]),
    ("PT PST PDT", &[LOS_ANGELES], &[zone("Asia/Manila")]),
    ("AKST AKDT AKT", &[zone("America/Anchorage")], &[]),
    ("HST HAST", &[zone("Pacific/Honolulu")], &[]),
    ("AST ADT", &[zone("America/Halifax"), zone("America/Puerto_Rico")], &[zone("Asia/Riyadh")]),
    ("GMT UTC", &[zone("Etc/UTC")], &[LONDON]),
    ("BST", &[LONDON], &[]),
    ("IST", &[zone("Asia/Kolkata"), zone("Europe/Dublin"), zone("Asia/Jerusalem")], &[]),
    ("WET WEST", &[zone("Europe/Lisbon")], &[]),
    ("CET CEST MEZ MESZ", &[BERLIN], &[]),
    ("EET EEST", &[zone("Europe/Athens")], &[]),
    ("AWST", &[zone("Australia/Perth")], &[]),
    ("ACST ACDT", &[zone("Australia/Adelaide"), zone("Australia/Darwin")], &[]),
    ("AEST AEDT AET", &[SYDNEY, zone("Australia/Brisbane")], &[]),
    ("NZST NZDT NZT", &[zone("Pacific/Auckland")], &[]),
];

/// Names before "time". Those of the United States also stand alone after hours.
const NAMES: &[(&str, &[Zone])] = &[
    ("eastern", &[NEW_YORK]),
    ("central", &[CHICAGO]),
    ("mountain", &[DENVER, zone("America/Phoenix")]),
    ("pacific", &[LOS_ANGELES]),
    ("new york", &[NEW_YORK]),
    ("uk", &[LONDON]),
    ("london", &[LONDON]),
    ("german", &[BERLIN]),
    ("deutscher", &[BERLIN]),
    ("deutsche", &[BERLIN]),
];

/// How many of them stand alone.
const ALONE: usize = 4;

/// Reads a zone. `after_hours` says that hours or days stand before it.
pub(super) fn stated_zone(tokens: &[Token<'_>], at: usize, after_hours: bool) -> Option<(StatedZone, usize)> {
    if let Some(found) = offset(tokens, at) {
        return Some(found);
    }
    for (place, (name, usual)) in NAMES.iter().enumerate() {
        let Some(next) = any_phrase(tokens, at, name) else { continue };
        let time = any_phrase(tokens, next, "standard time|time zone|time|zeit");
        let ends = tokens.get(next).is_none_or(|token| token.word().is_empty());
        let alone = (place < ALONE && after_hours && ends).then_some(next);
        return Some((StatedZone::Named { usual, there: &[] }, time.or(alone)?));
    }
    let text = tokens.get(at)?.text;
    let (_, usual, there) = ABBREVIATIONS.iter().find(|(names, ..)| names.split(' ').any(|name| name == text))?;
    Some((StatedZone::Named { usual, there }, at + 1))
}

/// "GMT+1", "UTC-05:30".
fn offset(tokens: &[Token<'_>], at: usize) -> Option<(StatedZone, usize)> {
    let (sign, hours) = (tokens.get(at + 1)?, tokens.get(at + 2)?);
    if !matches!(tokens.get(at)?.text, "GMT" | "UTC") || sign.spaced || hours.spaced {
        return None;
    }
    let sign = if sign.is_mark('+') { 1 } else { sign.is_mark('-').then_some(-1)? };
    let TokenKind::Number(hours) = hours.kind else { return None };
    let minutes = tokens.get(at + 3).filter(|mark| mark.is_mark(':') && !mark.spaced).and(tokens.get(at + 4));
    let (minutes, next) = match minutes.map(|minutes| &minutes.kind) {
        Some(TokenKind::Number(minutes)) => (i32::try_from(*minutes).ok()?, at + 5),
        _ => (0, at + 3),
    };
    let seconds = i32::try_from(hours).ok()?.checked_mul(60)?.checked_add(minutes)?.checked_mul(60 * sign)?;
    // No place is farther than 14 hours from UTC.
    let offset = (seconds.abs() <= 14 * 3600).then(|| Offset::from_seconds(seconds).ok()).flatten()?;
    Some((StatedZone::Offset(offset), next))
}

impl StatedZone {
    /// The clocks it may mean at a place: those the place shares, otherwise all of its usual ones.
    pub(super) fn clocks(self, place: &Place, now: Timestamp) -> Vec<TimeZone> {
        let (usual, there) = match self {
            Self::Offset(offset) => return vec![offset.to_time_zone()],
            Self::Named { usual, there } => (usual, there),
        };
        let is_there = |zone: &&Zone| place.spots.iter().any(|spot| zone.offset(now) == spot.zone.offset(now));
        let shared: Vec<&Zone> = usual.iter().chain(there).filter(is_there).collect();
        let meant = if shared.is_empty() { usual.iter().collect() } else { shared };
        meant.into_iter().filter_map(|zone| zone.time_zone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_named_resolves() {
        for (names, usual, there) in ABBREVIATIONS {
            for zone in usual.iter().chain(*there) {
                assert!(zone.time_zone().is_some(), "{names}: {}", zone.name());
            }
        }
    }
}
