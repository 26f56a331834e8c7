use super::*;

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.get(body(table)..).unwrap_or_default().lines()
}

#[test]
fn every_city_is_found_by_its_name_and_its_zone_resolves() {
    let mut before = String::new();
    for line in lines(CITIES) {
        let folded = name_of(line);
        assert!(before <= folded, "out of order: {line}");
        let city = City::read(line).unwrap_or_else(|| panic!("not read: {line}"));
        assert!(city.zone.time_zone().is_some(), "{line}");
        before = folded;
    }
    // The method is the same for each; one in 50 takes a second instead of a minute.
    for line in lines(CITIES).step_by(50) {
        let found = cities(&name_of(line));
        assert!(found.iter().any(|city| line.starts_with(city.name)), "{line}");
    }
}

#[test]
fn every_area_is_found_by_its_codes_and_its_zones_resolve() {
    for line in lines(AREAS) {
        let read = Area::read(line).unwrap_or_else(|| panic!("not read: {line}"));
        assert!(area(read.country.code(), read.code).is_some_and(|found| found.is(read)), "{line}");
        assert_eq!(read.parts().count(), read.zones.split('|').count(), "{line}");
        assert!(read.parts().all(|part| part.zone.time_zone().is_some()), "{line}");
        let found = regions(&key(read.name), Some(read.country)).iter().any(|found| found.is(read));
        assert!(found || read.code.is_empty(), "{line}");
    }
}

#[test]
fn every_country_has_a_zone() {
    for country in celes::Country::get_countries() {
        // An uninhabited island without a zone in the time zone database.
        let none = ["BV", "HM"].contains(&country.alpha2);
        assert_eq!(area(country.alpha2, "").is_some(), !none, "{}", country.alpha2);
    }
}

#[test]
fn unlisted_places_are_not_found() {
    for name in ["", "zzzzzzz", "nowhere"] {
        assert!(cities(name).is_empty(), "{name:?}");
        assert!(regions(name, None).is_empty(), "{name:?}");
    }
}
