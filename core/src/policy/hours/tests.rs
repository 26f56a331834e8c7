use super::*;

/// 2026-11-02 is a Monday.
fn contain(hours: &Hours, local: &str, zone: &str) -> Option<bool> {
    let zone = TimeZone::get(zone).unwrap();
    let now = zone.to_timestamp(local.parse().unwrap()).unwrap();
    hours.contain(now, Some(&zone))
}

#[test]
fn office_hours_include_the_first_minute_but_not_the_last() {
    for (local, expected) in [
        ("2026-11-02T07:59:59", false),
        ("2026-11-02T08:00:00", true),
        ("2026-11-02T17:59:59", true),
        ("2026-11-02T18:00:00", false),
        ("2026-11-06T12:00:00", true),
        ("2026-11-07T12:00:00", false),
        ("2026-11-08T12:00:00", false),
    ] {
        for zone in ["America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"] {
            assert_eq!(contain(&Hours::OFFICE, local, zone), Some(expected), "{local} {zone}");
        }
    }
}

#[test]
fn hours_over_midnight_belong_to_the_day_they_begin_on() {
    let friday =
        Hours { days: [false, false, false, false, true, false, false], from: 22 * 60, to: 6 * 60, ..Hours::OFFICE };
    for (local, expected) in [
        ("2026-11-06T05:00:00", false),
        ("2026-11-06T21:59:00", false),
        ("2026-11-06T22:00:00", true),
        ("2026-11-07T05:59:00", true),
        ("2026-11-07T06:00:00", false),
        ("2026-11-07T22:30:00", false),
    ] {
        assert_eq!(contain(&friday, local, "Europe/Berlin"), Some(expected), "{local}");
    }
}

#[test]
fn the_whole_day_has_no_gap() {
    let always = Hours { days: [true; 7], from: 0, to: DAY, zone: None };
    for local in ["2026-11-02T00:00:00", "2026-11-02T23:59:59", "2026-11-08T12:00:00"] {
        assert_eq!(contain(&always, local, "Europe/Berlin"), Some(true), "{local}");
    }
}

#[test]
fn a_stated_zone_wins_and_without_a_zone_it_is_unknown() {
    let noon_in_tokyo: Timestamp = "2026-11-02T12:00:00+09:00".parse().unwrap();
    let tokyo = Hours { zone: TimeZone::get("Asia/Tokyo").ok(), ..Hours::OFFICE };
    let new_york = TimeZone::get("America/New_York").unwrap();
    assert_eq!(tokyo.contain(noon_in_tokyo, Some(&new_york)), Some(true));
    assert_eq!(tokyo.contain(noon_in_tokyo, None), Some(true));
    assert_eq!(Hours::OFFICE.contain(noon_in_tokyo, Some(&new_york)), Some(false));
    assert_eq!(Hours::OFFICE.contain(noon_in_tokyo, None), None);
}

#[test]
fn the_edges_of_time_are_no_trouble() {
    let night = Hours { from: 22 * 60, to: 6 * 60, ..Hours::OFFICE };
    for now in [Timestamp::MIN, Timestamp::MAX] {
        for zone in [TimeZone::UTC, TimeZone::get("Pacific/Kiritimati").unwrap()] {
            assert!(night.contain(now, Some(&zone)).is_some());
        }
    }
}
