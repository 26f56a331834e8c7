//! The settings of the audit journal.

use std::time::Duration;

use crate::config::database::Database;
use crate::config::reader::Reader;
use crate::config::{Checked, Faults, Source};

/// How the bot uses the audit journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Whether an answer waits until it is noted, and is refused when it cannot be; and the start ends where there is no
    /// journal to be opened.
    pub required: bool,
    /// How long entries are kept; `None` for good.
    pub retention: Option<Duration>,
}

/// What `callsheet journal` needs.
#[derive(Debug)]
pub struct ReadJournal {
    /// The database that the journal is beside, and the key that seals both.
    pub database: Database,
}

impl Audit {
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let required = required(reader);
        let retention = reader.value("JOURNAL_RETENTION", None, |text| retention(text).map(Some));
        Some(Self { required: required?, retention: retention? })
    }
}

impl ReadJournal {
    /// Reads and checks where the journal is, and its key.
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = Reader::new(source);
        let database = Database::read(&mut reader);
        reader.finish(|| Some(Self { database: database? }))
    }
}

/// Whether an answer waits until it is noted.
pub(super) fn required(reader: &mut Reader<'_>) -> Option<bool> {
    reader.switch("AUDIT_REQUIRED", true)
}

/// Below a day hardly anything could be asked of the journal. Nobody keeps one for longer than a hundred years, and a moment
/// much farther away cannot be reckoned with.
fn retention(text: &str) -> Result<Duration, String> {
    let bearable = Duration::from_hours(24)..=Duration::from_hours(24 * 36_525);
    let retention = humantime::parse_duration(text).ok().filter(|retention| bearable.contains(retention));
    retention.ok_or_else(|| "must be a duration between 1d and 100y, such as 365d".to_owned())
}
