//! What counts as in hours at an organization.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

/// Days of the week and a stretch of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    pub days: [bool; 7],
    /// Begin, in minutes after midnight.
    pub from: u16,
    /// End, in minutes after midnight, itself out of hours. One that is not after the begin is on the next day.
    pub to: u16,
    /// `None`: the organization's own zone.
    pub zone: Option<TimeZone>,
}

pub(super) const DAY: u16 = 24 * 60;

/// The days of the week as the policy file and the sentences write them.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Hours {
    /// Office hours, a little longer than most: a contact who is about to leave can still be called at the desk.
    pub const OFFICE: Self =
        Self { days: [true, true, true, true, true, false, false], from: 8 * 60, to: 18 * 60, zone: None };

    /// Whether `now` is in hours; `home` is the organization's zone. `None`: there is neither zone.
    pub fn contain(&self, now: Timestamp, home: Option<&TimeZone>) -> Option<bool> {
        let local = self.zone.as_ref().or(home)?.to_datetime(now);
        let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).ok()?;
        let yesterday = local.date().yesterday().map(Date::weekday);
        let on = |day: Weekday| self.days.get(usize::try_from(day.to_monday_zero_offset()).ok()?).copied();
        let today = on(local.weekday())?;
        Some(if self.from < self.to {
            today && (self.from..self.to).contains(&minute)
        } else {
            let since_yesterday = yesterday.ok().and_then(on).unwrap_or(false);
            (today && minute >= self.from) || (since_yesterday && minute < self.to)
        })
    }
}

#[cfg(test)]
mod tests {
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
        let friday = Hours {
            days: [false, false, false, false, true, false, false],
            from: 22 * 60,
            to: 6 * 60,
            ..Hours::OFFICE
        };
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
}
