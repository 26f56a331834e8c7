//! The settings of the log.

use tracing_subscriber::EnvFilter;

use crate::config::reader::VariableReader;
use crate::config::{Checked, Source};

/// What the environment says about the log. `None`: the command's own default.
#[derive(Debug, Default)]
pub struct Logging {
    pub format: Option<LogFormat>,
    pub filter: Option<EnvFilter>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    /// One JSON object a line.
    Json,
}

impl Logging {
    /// Reads the log's settings for commands that need no other; no fault refuses them.
    pub fn alone(source: Source<'_>) -> Checked<()> {
        let mut reader = VariableReader::new(Source { faults: &[], ..source });
        for fault in source.faults {
            reader.warn_of(fault);
        }
        // Nothing is required, so nothing is refused.
        reader.finish(|| Some(())).unwrap_or_default()
    }

    pub(super) fn read(reader: &mut VariableReader<'_>) -> Self {
        let format = reader.value("LOG_FORMAT", None, |text| match text {
            "text" => Ok(Some(LogFormat::Text)),
            "json" => Ok(Some(LogFormat::Json)),
            _ => Err("must be text or json".to_owned()),
        });
        let filter = reader.value("RUST_LOG", None, |text| {
            let filter = EnvFilter::try_new(text).map(Some);
            filter.map_err(|_| "must be directives such as callsheet=debug".to_owned())
        });
        Self { format, filter }
    }
}
