//! The list of cities and of the zones of regions and countries, searched in place.
//!
//! Nothing is read into memory: both tables are sorted, and a lookup bisects to the lines it needs.

use std::cmp::Ordering;

use crate::reach::country::{Country, key};
use crate::reach::zone::Zone;

/// Cities, sorted by their names as [`key`] folds them. `src/reach/data/README.md` names their source.
const CITIES: &str = include_str!("../data/cities.csv");

/// Countries, and the regions of those with several times, sorted by their codes.
const AREAS: &str = include_str!("../data/regions.csv");

/// A town of this name, in one of its zones.
#[derive(Clone, Copy, Debug)]
pub(super) struct City {
    pub(super) name: &'static str,
    pub(super) area: Area,
    pub(super) thousands: u64,
    pub(super) zone: Zone,
}

/// A region, or a country, whose code is then empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) country: Country,
    code: &'static str,
    pub(super) name: &'static str,
    zones: &'static str,
}

/// A zone of a region or country, with its population and its largest city.
#[derive(Clone, Copy, Debug)]
pub(super) struct ZoneShare {
    pub(super) zone: Zone,
    pub(super) thousands: u64,
    pub(super) city: &'static str,
}

impl City {
    fn read(line: &'static str) -> Option<Self> {
        let [name, country, region, thousands, zone] = fields(line)?;
        let area = area(country, region).or_else(|| area(country, ""))?;
        let zone = if zone.is_empty() { area.parts().next()?.zone } else { Zone(zone) };
        Some(Self { name, area, thousands: thousands.parse().ok()?, zone })
    }
}

impl Area {
    fn read(line: &'static str) -> Option<Self> {
        let [country, code, name, _, zones] = fields(line)?;
        Some(Self { country: Country::of_code(country)?, code, name, zones })
    }

    pub(super) fn parts(self) -> impl Iterator<Item = ZoneShare> {
        self.zones.split('|').filter_map(|part| {
            let mut fields = part.split('=');
            let (zone, thousands, city) = (fields.next()?, fields.next()?, fields.next()?);
            Some(ZoneShare { zone: Zone(zone), thousands: thousands.parse().ok()?, city })
        })
    }

    pub(super) fn is(self, other: Self) -> bool {
        (self.country, self.code) == (other.country, other.code)
    }
}

/// The cities of this folded name, the largest first.
pub(super) fn cities(folded: &str) -> Vec<City> {
    let lines = from(CITIES, |line| name_of(line).as_str().cmp(folded));
    lines.take_while(|line| name_of(line) == folded).filter_map(City::read).collect()
}

pub(super) fn whole(country: Country) -> Option<Area> {
    area(country.code(), "")
}

/// The regions of this folded name, in a country or in all.
pub(super) fn regions(folded: &str, country: Option<Country>) -> Vec<Area> {
    let code = country.as_ref().map_or("", Country::code);
    let is_named = |[_, code, _, names, _]: [&str; 5]| {
        !code.is_empty() && !folded.is_empty() && names.split('|').any(|name| name == folded)
    };
    let lines = from(AREAS, |line| line.cmp(code)).take_while(|line| line.starts_with(code));
    lines.filter(|line| fields(line).is_some_and(is_named)).filter_map(Area::read).collect()
}

fn area(country: &str, region: &str) -> Option<Area> {
    let codes = |line: &'static str| fields(line).map(|[country, region, ..]| (country, region));
    let line = from(AREAS, |line| codes(line).cmp(&Some((country, region)))).next()?;
    if codes(line) == Some((country, region)) { Area::read(line) } else { None }
}

fn name_of(line: &str) -> String {
    key(line.split_once(',').map_or(line, |(name, _)| name))
}

fn fields(line: &str) -> Option<[&str; 5]> {
    let mut fields = line.split(',');
    Some([fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?])
}

/// The lines of a sorted table from the first one on that is not less than the one looked for.
fn from(table: &'static str, order: impl Fn(&'static str) -> Ordering) -> impl Iterator<Item = &'static str> {
    let (mut low, mut high) = (body(table), table.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let before = table.as_bytes().get(low..middle).unwrap_or_default();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(low, |newline| low + newline + 1);
        let line = table.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if order(line) == Ordering::Less { low = start + line.len() + 1 } else { high = start }
    }
    table.get(low..).unwrap_or_default().lines()
}

fn body(table: &str) -> usize {
    table.split_inclusive('\n').take_while(|line| line.starts_with('#')).map(str::len).sum()
}

#[cfg(test)]
mod tests;
