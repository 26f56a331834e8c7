//! Reads how much one user may look up.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::time::Duration;

use jiff::SignedDuration;

use crate::access::limiter::Limits;
use crate::domain::id::ChannelId;
use crate::policy::file::value::PolicyValue;

pub(super) const BRAKE: &[&str] = &["contacts_per_hour", "questions_per_minute", "hold", "alert_channel"];

/// Below a minute a hold goes unnoticed. The journal carries a hold across a restart, and no journal keeps less than a
/// day.
const HOLD: RangeInclusive<Duration> = Duration::from_mins(1)..=Duration::from_hours(24);

pub(super) fn read(value: PolicyValue<'_, '_>) -> Option<Limits> {
    let table = value.table(BRAKE)?;
    let default = Limits::default();
    Some(Limits {
        contacts_per_hour: table.take("contacts_per_hour", number).unwrap_or(default.contacts_per_hour),
        questions_per_minute: table.take("questions_per_minute", number).unwrap_or(default.questions_per_minute),
        hold: table.take("hold", hold).unwrap_or(default.hold),
        alert_channel: table.take("alert_channel", PolicyValue::id).map(ChannelId),
    })
}

fn number(value: PolicyValue<'_, '_>) -> Option<NonZeroU32> {
    value.number().and_then(NonZeroU32::new).or_else(|| value.fault("must be 1 or more"))
}

fn hold(value: PolicyValue<'_, '_>) -> Option<SignedDuration> {
    let time = value.as_str().and_then(|text| humantime::parse_duration(text).ok()).filter(|time| HOLD.contains(time));
    let time = time.and_then(|time| SignedDuration::try_from(time).ok());
    time.or_else(|| value.fault("must be a duration from \"1m\" to \"24h\", such as \"1h\""))
}
