//! The settings of the log.

use tracing_subscriber::EnvFilter;

use crate::config::reader::Reader;
use crate::config::{Checked, Source};

/// What is said of the log. `None`: nothing, so it is as suits what is being done.
#[derive(Debug, Default)]
pub struct Logging {
    /// How lines look.
    pub format: Option<LogFormat>,
    /// What is logged.
    pub filter: Option<EnvFilter>,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Logging {
    /// Reads what is said of the log for what needs no other setting, and is refused for no fault.
    #[must_use]
    pub fn alone(source: Source<'_>) -> Checked<()> {
        let mut reader = Reader::new(Source { faults: &[], ..source });
        for fault in source.faults {
            reader.warn_of(fault);
        }
        // Nothing is needed, so nothing can be wrong.
        reader.finish(|| Some(())).unwrap_or_default()
    }

    /// What is right of it, with what is wrong noted.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let format = reader.value("LOG_FORMAT", None, |text| match text {
            "text" => Ok(Some(LogFormat::Text)),
            "json" => Ok(Some(LogFormat::Json)),
            _ => Err("must be text or json".to_owned()),
        });
        let filter = reader.value("RUST_LOG", None, |text| {
            let filter = EnvFilter::try_new(text).map(Some);
            filter.map_err(|_| "must be directives such as callsheet=debug".to_owned())
        });
        Self { format: format.flatten(), filter: filter.flatten() }
    }
}
