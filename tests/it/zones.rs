//! Sites of a whole account, and the world's cities, have a local time.

use std::collections::BTreeMap;

use callsheet_core::reach::zone::{By, Local, place};
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use lookalike::account::Account;

/// See its header; `core/src/reach/data/README.md` names its source.
const SAMPLE: &str = include_str!("../data/geonames-sample.csv");

#[test]
fn every_site_of_the_demo_account_has_one_zone_by_its_city() {
    let account = Account::demo();
    assert!(account.locations.len() > 100, "the demo account has sites");
    for site in account.locations.values() {
        let place = place(site.country.as_deref(), site.region.as_deref(), site.city.as_deref());
        assert_eq!((place.by, place.spots.len()), (Some(By::City), 1), "{:?} {:?}", site.city, site.region);
    }
}

/// The local time found for a city, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    Hedged,
    Silent,
    Wrong,
}

#[test]
fn cities_of_the_world_have_their_time_and_few_another() {
    let zones = TimeZoneDatabase::bundled();
    let mut count: BTreeMap<(bool, Verdict), u32> = BTreeMap::new();
    for line in SAMPLE.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').collect();
        let [country, region, city, zone] = fields.as_slice() else { panic!("not four fields: {line}") };
        let (place, zone) = (place(Some(country), Some(region), Some(city)), zones.get(zone).unwrap());
        let judged = ["2027-01-15T12:00:00Z", "2027-07-15T12:00:00Z"].map(|now| {
            let now: Timestamp = now.parse().unwrap();
            let theirs = zone.to_offset(now);
            match place.local(now) {
                Local::Unknown => Verdict::Silent,
                Local::One(time) if time.offset == theirs => Verdict::Right,
                Local::Several(times) if times.iter().any(|time| time.offset == theirs) => Verdict::Hedged,
                Local::One(_) | Local::Several(_) => Verdict::Wrong,
            }
        });
        let worst = judged.into_iter().max().unwrap();
        assert!(worst < Verdict::Silent, "{worst:?}: {line}");
        *count.entry((*country == "US", worst)).or_default() += 1;
    }
    for (american, cities, most_hedged) in [(true, 170, 3), (false, 1500, 8)] {
        let of = |verdict| count.get(&(american, verdict)).copied().unwrap_or(0);
        let (right, hedged) = (of(Verdict::Right), of(Verdict::Hedged));
        assert!(right + hedged > cities, "the sample is whole: {count:?}");
        assert!(hedged * 100 <= (right + hedged) * most_hedged, "{count:?}");
    }
}
