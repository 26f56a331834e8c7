//! Which zones a place may lie in, from a list of the world's larger cities.

use std::sync::LazyLock;

use crate::reach::country::{Country, key};
use crate::reach::zone::{By, Place, Spot, Zone, regions};

/// See `src/reach/data/README.md` for where it comes from.
const CITIES: &str = include_str!("../data/cities.csv");

/// A zone with fewer than one in so many of a region's or country's people is left out where the city is not known: the
/// site's record itself is wrong more often than that.
const RARE: u64 = 500;

/// A name of a country no longer than this is a code, which nobody says aloud.
const LONGEST_CODE: usize = 3;

/// The list, read on first use.
static ATLAS: LazyLock<Vec<City>> = LazyLock::new(|| CITIES.lines().skip(1).filter_map(City::read).collect());

/// A city, or a country of which only the zone is known.
struct City {
    country: Country,
    region: &'static str,
    region_key: Box<str>,
    name: &'static str,
    name_key: Box<str>,
    people: u32,
    zone: Zone,
}

impl City {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split(',');
        let mut next = || fields.next();
        let (country, region, name, people, zone) = (next()?, next()?, next()?, next()?, next()?);
        Some(Self {
            country: Country::of_code(country)?,
            region,
            region_key: key(region).into(),
            name,
            name_key: key(name).into(),
            people: people.parse().ok()?,
            zone: Zone::of(zone),
        })
    }

    /// The city with its region, where that is needed to tell it from another.
    fn in_full(&self) -> String {
        if self.region.is_empty() { self.name.to_owned() } else { format!("{}, {}", self.name, self.region) }
    }

    /// The city's name; where there is none, that of the city its zone is named after.
    fn spoken(&self) -> String {
        if !self.name.is_empty() {
            return self.name.to_owned();
        }
        let name = self.zone.name();
        name.rsplit_once('/').map_or(name, |(_, city)| city).replace('_', " ")
    }
}

/// Where a site is, from what its record says. The city decides if it is known, else the region, else the country.
///
/// A city without a country counts only if every city of that name has the same zone. A country that is stated but not
/// known makes the place unknown: a city of that name elsewhere says nothing.
#[must_use]
pub fn place(country: Option<&str>, region: Option<&str>, city: Option<&str>) -> Place {
    let (stated, mut region, city) = (filled(country), filled(region), filled(city));
    let mut country = stated.and_then(Country::named);
    if stated.is_some() && country.is_none() {
        return Place::unknown();
    }
    if let Some(territory) = country.zip(region).and_then(|(country, region)| regions::territory(country, region)) {
        (country, region) = (Some(territory), None);
    }
    let found = by_city(country, region, city).or_else(|| {
        // "Austin, TX" as a city.
        let (city, rest) = city?.split_once(',')?;
        by_city(country, region.or(Some(rest)), Some(city)).or_else(|| by_region(country, region.or(Some(rest))?))
    });
    let found = found.or_else(|| by_region(country, region?));
    // A province is mostly named after its capital: "Barcelona" is a region on many a record.
    let found = found.or_else(|| {
        let place = by_city(Some(country?), None, region)?;
        (place.spots.len() == 1).then_some(Place { by: Some(By::Region), ..place })
    });
    found.or_else(|| by_country(country?, stated)).unwrap_or(Place { country, ..Place::unknown() })
}

fn by_city(country: Option<Country>, region: Option<&str>, city: Option<&str>) -> Option<Place> {
    let names = [key(city?), key(city?.to_lowercase().trim_end_matches(" city"))];
    let regions = region.map(|region| known_regions(country, region)).unwrap_or_default();
    let is_there = |found: &&City| {
        country.is_none_or(|country| country == found.country)
            && (regions.is_empty() || regions.contains(&(found.country, found.region_key.to_string())))
    };
    let of_name = |name: &String| -> Vec<&City> {
        ATLAS.iter().filter(|city| !name.is_empty() && *city.name_key == **name).filter(is_there).collect()
    };
    let mut cities = names.iter().map(of_name).find(|cities| !cities.is_empty())?;
    cities.sort_by_key(|city| std::cmp::Reverse(city.people));
    let spots = spots(&cities, 0, City::in_full);
    match (spots.as_slice(), cities.first()) {
        ([spot], Some(largest)) => {
            let one = Spot { name: largest.name.into(), ..spot.clone() };
            Some(Place { country: country.or_else(|| common_country(&cities)), by: Some(By::City), spots: vec![one] })
        }
        ([_, _, ..], _) if country.is_some() => Some(Place { country, by: Some(By::City), spots }),
        _ => None,
    }
}

fn by_region(country: Option<Country>, region: &str) -> Option<Place> {
    let regions = known_regions(country, region);
    let is_there =
        |city: &&City| regions.iter().any(|(country, region)| *country == city.country && **region == *city.region_key);
    let cities: Vec<&City> = ATLAS.iter().filter(is_there).collect();
    let country = Some(common_country(&cities)?);
    let mut spots = spots(&cities, RARE, City::spoken);
    if let ([spot], Some(city)) = (spots.as_mut_slice(), cities.first()) {
        spot.name = city.region.into();
    }
    Some(Place { country, by: Some(By::Region), spots })
}

fn by_country(country: Country, stated: Option<&str>) -> Option<Place> {
    let cities: Vec<&City> = ATLAS.iter().filter(|city| city.country == country).collect();
    let mut spots = spots(&cities, RARE, City::spoken);
    if let ([spot], Some(name)) = (spots.as_mut_slice(), stated)
        && Country::named(name) == Some(country)
        && key(name).len() > LONGEST_CODE
    {
        spot.name = name.into();
    }
    (!spots.is_empty()).then_some(Place { country: Some(country), by: Some(By::Country), spots })
}

/// The regions a text may mean, each with its country, folded.
fn known_regions(country: Option<Country>, region: &str) -> Vec<(Country, String)> {
    let folded = key(region);
    let is_named = |city: &&City| !folded.is_empty() && *city.region_key == *folded;
    let by_name = ATLAS.iter().filter(is_named).map(|city| (city.country, folded.clone()));
    let by_short = regions::long_names(&folded).map(|(country, name)| (country, key(name)));
    let mut regions: Vec<_> = by_name.chain(by_short).collect();
    regions.retain(|(found, _)| country.is_none_or(|country| country == *found));
    regions.dedup();
    regions
}

/// The zones of these cities, that with most people first, each named after its largest city. The cities come with the
/// largest first. Zones with fewer than one in `rare` people are left out, unless that is 0.
fn spots(cities: &[&City], rare: u64, name: impl Fn(&City) -> String) -> Vec<Spot> {
    let mut zones: Vec<(u64, &City)> = Vec::new();
    for city in cities {
        match zones.iter_mut().find(|(_, largest)| largest.zone == city.zone) {
            Some((people, _)) => *people += u64::from(city.people),
            None => zones.push((u64::from(city.people), city)),
        }
    }
    let all: u64 = zones.iter().map(|(people, _)| people).sum();
    zones.retain(|(people, _)| rare == 0 || people * rare >= all);
    zones.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    zones.into_iter().map(|(_, city)| Spot { zone: city.zone, name: name(city).into() }).collect()
}

/// The country all of them lie in.
fn common_country(cities: &[&City]) -> Option<Country> {
    let country = cities.first()?.country;
    cities.iter().all(|city| city.country == country).then_some(country)
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read_and_its_zone_resolves() {
        assert_eq!(ATLAS.len(), CITIES.lines().count() - 1);
        for city in ATLAS.iter() {
            assert!(city.zone.time_zone().is_some(), "{}", city.zone.name());
        }
    }

    #[test]
    fn every_short_name_of_a_region_leads_to_cities() {
        for (country, region) in [("US", "TX"), ("CA", "QC"), ("CA", "PE"), ("AU", "ACT"), ("US", "DC")] {
            let country = Country::of_code(country);
            assert!(by_region(country, region).is_some_and(|place| !place.spots.is_empty()), "{region}");
        }
    }

    #[test]
    fn the_list_takes_less_than_two_megabytes() {
        let keys: usize = ATLAS.iter().map(|city| city.region_key.len() + city.name_key.len()).sum();
        let list = ATLAS.capacity() * size_of::<City>();
        assert!(CITIES.len() + keys + list < 2_000_000, "{} + {keys} + {list}", CITIES.len());
    }
}
