use super::*;

/// The readings beyond the whole field: "Chicago|IL".
fn read(text: &str) -> Vec<String> {
    let said = |reading: &CityReading| [std::slice::from_ref(&reading.city), &reading.rest].concat().join("|");
    readings(text).iter().skip(1).map(said).collect()
}

#[test]
fn a_city_is_read_out_of_its_surroundings() {
    for (text, expected) in [
        ("Chicago", "Chicago"),
        ("Chicago IL 60601", "Chicago IL; Chicago|IL"),
        ("Chicago, IL 60601-1234", "Chicago|IL; IL"),
        ("60601 Chicago", "Chicago"),
        ("D-10115 Berlin", "Berlin"),
        ("1012 AB Amsterdam", "Amsterdam"),
        ("London SW1A 1AA", "London"),
        ("Paris Cedex 08", "Paris"),
        ("Chicago (HQ)", "Chicago"),
        ("Seattle - WA", "Seattle|WA; WA"),
        ("Wilkes-Barre/PA", "Wilkes-Barre|PA; PA"),
        ("(", ""),
        ("60601", ""),
    ] {
        assert_eq!(read(text).join("; "), expected, "{text}");
    }
}

#[test]
fn a_postcode_tells_the_country_where_no_other_has_such() {
    for (text, expected) in [
        ("London SW1A 1AA", "GB"),
        ("M1 1AE Manchester", "GB"),
        ("Toronto M5V2T6", "CA"),
        ("Toronto M5V 2T6", "CA"),
        ("Chicago 60601", "-"),
        ("1012 AB Amsterdam", "-"),
    ] {
        let country = country_by_postcode(text);
        assert_eq!(country.as_ref().map_or("-", Country::code), expected, "{text}");
    }
}

#[test]
fn a_field_without_end_has_few_readings() {
    let long = readings(&"Chicago, IL (".repeat(10_000));
    assert!(long.len() < 16 && long.iter().all(|reading| reading.rest.len() <= MOST_PARTS), "{}", long.len());
    assert_eq!(readings(&"Ä".repeat(10_000)).len(), 2);
}
