//! The settings of the audit journal.

use std::time::Duration;

use crate::config::reader::VariableReader;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Whether an answer is refused, and a start as well, where the journal cannot be written.
    pub required: bool,
    /// How long entries are kept; `None`: for good.
    pub retention: Option<Duration>,
}

impl Audit {
    pub(super) fn read(reader: &mut VariableReader<'_>) -> Self {
        let required = required(reader);
        Self { required, retention: reader.value("JOURNAL_RETENTION", None, |text| retention(text).map(Some)) }
    }
}

pub(super) fn required(reader: &mut VariableReader<'_>) -> bool {
    reader.switch("AUDIT_REQUIRED", true)
}

/// Less than a day answers hardly any question; much more than a hundred years is out of range for the clock.
fn retention(text: &str) -> Result<Duration, String> {
    let bearable = Duration::from_hours(24)..=Duration::from_hours(24 * 36_525);
    let retention = humantime::parse_duration(text).ok().filter(|retention| bearable.contains(retention));
    retention.ok_or_else(|| "must be a duration between 1d and 100y, such as 365d".to_owned())
}
