//! The demo's time: now, or a night or an office hour at a client's place.
//!
//! The clock of the whole demo moves, not only that of one answer: whatever was written before is older then, syncs go on
//! in the new time, and so do the journal and the seals of buttons, of which those older than a day have expired. Time only goes
//! forward, as outside, so that nothing lies in the future; only "now" goes back, as an operator does who puts a clock right.

use std::time::Duration;

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};
use tokio::time::{interval, timeout};

use crate::clock;
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::Status;

/// Where the client is by whose time the demo goes: Acme's head office in San Francisco.
const PLACE: &str = "America/Los_Angeles";

/// How long a press waits for the next sync, which takes seconds on a machine that has much to do; and how often it looks.
const SYNC_WITHIN: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(50);

/// A copy read so close to a moment was read at it.
const CLOSE: SignedDuration = SignedDuration::from_secs(30);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Moment {
    #[default]
    Now,
    /// Three in the morning.
    Night,
    /// Ten in the morning of a working day.
    Office,
}

impl Moment {
    /// Sets the clock. Where IT Glue answers, it waits until the copy has been read in the new time, and does not seem old.
    pub(super) async fn begin(self, directory: &Directory, it_glue_answers: bool) {
        clock::set(self.next(clock::now()));
        if !it_glue_answers {
            return;
        }
        let synced = async {
            let mut looks = interval(LOOK);
            while !is_fresh(directory.current().status()) {
                looks.tick().await;
            }
        };
        // A copy that was not read by then is old, and the cards may say so.
        let _ = timeout(SYNC_WITHIN, synced).await;
    }

    /// The first such moment after another one; `None` for the machine's own time.
    fn next(self, after: Timestamp) -> Option<Timestamp> {
        let hour = match self {
            Self::Now => return None,
            Self::Night => 3,
            Self::Office => 10,
        };
        let there = TimeZone::get(PLACE).ok()?;
        let today = there.to_datetime(after).date();
        let is_due = |weekday| self == Self::Night || !matches!(weekday, Weekday::Saturday | Weekday::Sunday);
        (0..=7)
            .filter_map(|days| today.checked_add(days.days()).ok())
            .filter(|day| is_due(day.weekday()))
            .filter_map(|day| there.to_timestamp(day.at(hour, 0, 0, 0)).ok())
            .find(|moment| *moment > after)
    }
}

/// Whether the copy was read at this moment.
fn is_fresh(status: &Status) -> bool {
    status.synced_at.is_some_and(|synced_at| clock::now().duration_since(synced_at).abs() < CLOSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_on_to_the_next_night_or_office_hour() {
        for (moment, after, next) in [
            (Moment::Night, "2026-11-30T22:00:00Z", Some("2026-12-01T11:00:00Z")),
            (Moment::Night, "2026-12-01T11:00:00Z", Some("2026-12-02T11:00:00Z")),
            (Moment::Office, "2026-12-01T11:00:00Z", Some("2026-12-01T18:00:00Z")),
            // Over a weekend, and over the end of summer time.
            (Moment::Office, "2026-10-30T17:00:00Z", Some("2026-11-02T18:00:00Z")),
            (Moment::Now, "2026-12-01T11:00:00Z", None),
        ] {
            let next = next.map(|next| next.parse().unwrap());
            assert_eq!(moment.next(after.parse().unwrap()), next, "{moment:?} after {after}");
        }
    }
}
