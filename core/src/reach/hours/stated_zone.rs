//! Time zones as notes name them. Writers say "EST" all year round and mean the clock on the wall, so an abbreviation
//! stands for places and not for an offset.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::reach::hours::token::{Token, TokenKind, any_phrase};
use crate::reach::zone::{Place, Zone};

/// A time zone stated with hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedZone {
    /// The zones that it usually means, and those that it means to people who live there, separated by spaces.
    Named { usual: &'static str, there: &'static str },
    /// So far from UTC.
    Offset(Offset),
}

const ZONES: &str = include_str!("zones.csv");

fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    let fields = |line: &'static str| line.split(',').collect::<Vec<_>>().try_into().ok();
    ZONES.lines().filter(|line| !line.starts_with('#')).filter_map(fields)
}

/// Reads a zone. `after_hours` says that hours or days stand before it.
pub(super) fn stated_zone(tokens: &[Token<'_>], at: usize, after_hours: bool) -> Option<(StatedZone, usize)> {
    let text = tokens.get(at)?.text;
    let named = |[kind, names, usual, there]: [&'static str; 4]| {
        let next = if kind == "short" {
            names.split('|').any(|name| name == text).then_some(at + 1)
        } else {
            let next = any_phrase(tokens, at, names)?;
            let ends = tokens.get(next).is_none_or(|token| token.word().is_empty());
            let alone = (kind == "alone" && after_hours && ends).then_some(next);
            any_phrase(tokens, next, "standard time|time zone|time|zeit").or(alone)
        };
        Some((StatedZone::Named { usual, there }, next?))
    };
    offset(tokens, at).or_else(|| rows().find_map(named))
}

fn zones(names: &'static str) -> impl Iterator<Item = Zone> {
    names.split_whitespace().map(Zone)
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
        let is_there = |zone: &Zone| place.spots.iter().any(|spot| zone.offset(now) == spot.zone.offset(now));
        let shared: Vec<Zone> = zones(usual).chain(zones(there)).filter(is_there).collect();
        let meant = if shared.is_empty() { zones(usual).collect() } else { shared };
        meant.into_iter().filter_map(Zone::time_zone).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_named_resolves() {
        for [_, names, usual, there] in rows() {
            for zone in zones(usual).chain(zones(there)) {
                assert!(zone.time_zone().is_some(), "{names}: {}", zone.name());
            }
        }
    }
}
