//! The zones a place may lie in. The city decides if it is known, else the region, else the country.

use crate::reach::country::{Country, key};
use crate::reach::zone::atlas::{self, Area, City};
use crate::reach::zone::written::{self, CityReading};
use crate::reach::zone::{By, Place, Spot};

/// A zone with fewer than one in this many people is left out if only one zone then remains: a site's record is wrong
/// more often. Every known place in such a zone is in the list of cities, so it is found by name.
const RARE: u64 = 500;

/// A country or region name no longer than this is a code, which no one says aloud.
const LONGEST_CODE: usize = 3;

/// Countries whose regions people abbreviate without naming the country.
const WRITTEN_SHORT: [&str; 3] = ["US", "CA", "AU"];

/// Countries with their territories that have a code, and a time, of their own.
const TERRITORIES: &str = "US AS GU MP PR UM VI|FR BL GF GP MF MQ NC PF PM RE WF YT|NL AW BQ CW SX|DK FO GL|GB GG GI IM JE|\
    AU CC CX NF|CN HK MO|FI AX|NO SJ|NZ CK NU TK";

/// First words of a name that are missing on record, and those that are written out there.
const FIRST_WORDS: [(&str, &str); 8] = [
    ("city of ", ""),
    ("town of ", ""),
    ("village of ", ""),
    ("greater ", ""),
    ("n ", "north "),
    ("s ", "south "),
    ("e ", "east "),
    ("w ", "west "),
];

/// The place of a site, from its record.
///
/// A city field may hold a postcode, a state or a country as well; what the record states in the other fields comes
/// first. Towns of one name count as one place with several zones unless region or country tell them apart. An unknown
/// stated country makes the place unknown: a city of this name elsewhere says nothing.
pub fn place(country: Option<&str>, region: Option<&str>, city: Option<&str>) -> Place {
    let (stated, mut region, city) = (filled(country), filled(region), filled(city));
    let mut country = stated.and_then(Country::named);
    if stated.is_some() && country.is_none() {
        return Place::unknown();
    }
    if let Some(territory) = country.zip(region).and_then(|(country, region)| territory(country, region)) {
        (country, region) = (Some(territory), None);
    }
    country = country.or_else(|| written::country_by_postcode(city?));
    let regions = region.map(|region| known_regions(country, region)).unwrap_or_default();
    let readings = city.map(written::readings).unwrap_or_default();

    let found = readings.iter().find_map(|reading| {
        let meant = meanings(reading, country, &regions);
        meant.iter().find_map(|(country, regions)| by_city(*country, regions, &reading.city))
    });
    let found = found.or_else(|| by_region(&regions));
    // A province is mostly named after its capital: "Barcelona" is a region on many a record.
    let found = found.or_else(|| {
        let place = by_city(Some(country?), &[], region?)?;
        (place.spots.len() == 1).then_some(Place { by: Some(By::Region), ..place })
    });
    let found = found.or_else(|| readings.iter().find_map(|reading| around(reading, country)));
    found.or_else(|| by_country(country?, stated)).unwrap_or(Place { country, ..Place::unknown() })
}

/// In which country and regions a reading says the city is, the likeliest first.
fn meanings(reading: &CityReading, country: Option<Country>, stated: &[Area]) -> Vec<(Option<Country>, Vec<Area>)> {
    let mut meanings = Vec::new();
    for (at, text) in reading.rest.iter().enumerate() {
        let (named, regions) = named(text, country);
        let is_known = !regions.is_empty() || named.is_some();
        if !regions.is_empty() {
            // What the record states in a field of its own is not overruled.
            meanings.push((country, if stated.is_empty() { regions } else { stated.to_vec() }));
        }
        if named.is_some() {
            meanings.push((named, stated.to_vec()));
        }
        if reading.split && at == 0 && !is_known {
            return Vec::new();
        }
    }
    if meanings.is_empty() {
        meanings.push((country, stated.to_vec()));
    }
    meanings
}

/// The region or country after an unknown city.
fn around(reading: &CityReading, country: Option<Country>) -> Option<Place> {
    reading.rest.iter().enumerate().find_map(|(at, text)| {
        let (named, regions) = named(text, country);
        let is_code = key(text).len() <= LONGEST_CODE;
        // After a mere space, a name may be a part of the city's ("Staryi Krym"), and "in" a word.
        let is_apart = at > 0 || !reading.split;
        let is_usual = regions.iter().all(|region| WRITTEN_SHORT.contains(&region.country.code()));
        let is_capital = text.chars().all(|letter| letter.is_ascii_uppercase());
        // Without a country "IN" is Indiana or India.
        let is_either = is_code && named.is_some() && !regions.is_empty();
        if is_either || !is_apart && (!is_usual || is_code && !is_capital) {
            return None;
        }
        by_region(&regions).or_else(|| by_country(named?, Some(text)))
    })
}

fn by_city(country: Option<Country>, regions: &[Area], city: &str) -> Option<Place> {
    let is_there = |found: &City| {
        country.is_none_or(|country| country == found.area.country)
            && (regions.is_empty() || regions.iter().any(|region| region.is(found.area)))
    };
    let of_name = |name: String| -> Vec<City> { atlas::cities(&key(&name)).into_iter().filter(is_there).collect() };
    let cities = names(city).map(of_name).find(|cities| !cities.is_empty())?;
    let largest = cities.first()?;
    let in_full = |city: &City| {
        let area = city.area;
        let place = if area.name.is_empty() { area.country.code() } else { area.name };
        format!("{}, {place}", city.name).into()
    };
    let mut zones: Vec<(u64, Spot)> = Vec::new();
    for city in &cities {
        match zones.iter_mut().find(|(_, spot)| spot.zone == city.zone) {
            Some((thousands, _)) => *thousands += city.thousands,
            None => zones.push((city.thousands, Spot { zone: city.zone, name: in_full(city) })),
        }
    }
    zones.sort_by_key(|(thousands, _)| std::cmp::Reverse(*thousands));
    let mut spots = without_rare(zones);
    if let [spot] = spots.as_mut_slice() {
        spot.name = largest.name.into();
    }
    let is_common = cities.iter().all(|city| city.area.country == largest.area.country);
    let country = country.or_else(|| is_common.then_some(largest.area.country));
    Some(Place { country, by: Some(By::City), spots })
}

fn names(city: &str) -> impl Iterator<Item = String> {
    let lower = city.to_lowercase().replace('.', " ");
    let lower = lower.trim();
    let without = lower.strip_suffix(" city").map(str::to_owned);
    let first = |(first, long): &(&str, &str)| Some(format!("{long}{}", lower.strip_prefix(first)?.trim_start()));
    let with_first = FIRST_WORDS.iter().find_map(first);
    [Some(city.to_owned()), without, with_first].into_iter().flatten()
}

/// The zones of a region. Even a sparsely populated one counts: its people are the ones whose time differs.
fn by_region(regions: &[Area]) -> Option<Place> {
    let [region] = regions else { return None };
    let mut spots: Vec<Spot> = region.parts().map(|part| Spot { zone: part.zone, name: part.city.into() }).collect();
    if let [spot] = spots.as_mut_slice() {
        spot.name = region.name.into();
    }
    Some(Place { country: Some(region.country), by: Some(By::Region), spots })
}

fn by_country(country: Country, stated: Option<&str>) -> Option<Place> {
    let parts = atlas::whole(country)?.parts();
    let zones = parts.map(|part| (part.thousands, Spot { zone: part.zone, name: part.city.into() })).collect();
    let mut spots = without_rare(zones);
    if let ([spot], Some(name)) = (spots.as_mut_slice(), stated)
        && Country::named(name) == Some(country)
        && key(name).len() > LONGEST_CODE
    {
        spot.name = name.into();
    }
    (!spots.is_empty()).then_some(Place { country: Some(country), by: Some(By::Country), spots })
}

/// One zone where the others are rare; all of them otherwise.
fn without_rare(zones: Vec<(u64, Spot)>) -> Vec<Spot> {
    let all: u64 = zones.iter().map(|(thousands, _)| thousands).sum();
    let is_common = |thousands: u64| thousands * RARE >= all;
    let is_one = zones.iter().filter(|(thousands, _)| is_common(*thousands)).count() == 1;
    zones.into_iter().filter(|(thousands, _)| !is_one || is_common(*thousands)).map(|(_, spot)| spot).collect()
}

/// The country, and the regions, that a text after a city may mean.
fn named(text: &str, country: Option<Country>) -> (Option<Country>, Vec<Area>) {
    let named = Country::named(text).filter(|named| country.is_none_or(|country| country == *named));
    (named, known_regions(country, text))
}

/// The regions a text may mean. Without a country, a short name counts only where such names are usual.
fn known_regions(country: Option<Country>, text: &str) -> Vec<Area> {
    // "US-IL" and "IL 60601" are Illinois.
    let code = country.and_then(|country| text.trim().strip_prefix(country.code())?.strip_prefix('-'));
    let words = text.split_whitespace().filter(|word| !word.contains(|letter: char| letter.is_ascii_digit()));
    let without_digits = words.collect::<Vec<_>>().join(" ");
    let folded = key(code.unwrap_or(&without_digits));
    let is_usual =
        |area: &Area| country.is_some() || folded.len() > LONGEST_CODE || WRITTEN_SHORT.contains(&area.country.code());
    atlas::regions(&folded, country).into_iter().filter(is_usual).collect()
}

fn territory(country: Country, region: &str) -> Option<Country> {
    let codes = TERRITORIES.split('|').find_map(|codes| codes.strip_prefix(country.code()))?;
    Country::named(region).filter(|territory| codes.split(' ').any(|code| code == territory.code()))
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
