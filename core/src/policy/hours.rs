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
mod tests;
