//! Logs: one line per event on standard error, without personal data.
//!
//! Callsheet itself logs counts, durations, ids and error kinds: never a name, an e-mail, a phone number, a note, a
//! typed query or a token. The libraries below it promise no such thing. At `debug` and `trace` they write headers
//! (the API key), addresses (an interaction's token) and frames (everything), so their lines pass from `info` upwards
//! only, whatever `RUST_LOG` asks for.

use std::io::{self, IsTerminal};
use std::panic;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

use crate::config::logging::{LogFormat, Logging};

/// Sends log lines to standard error, as configured, or by `directives`: text on a terminal, JSON elsewhere.
pub fn init(logging: Logging, directives: &str) {
    let on_terminal = io::stderr().is_terminal();
    let format = logging.format.unwrap_or(if on_terminal { LogFormat::Text } else { LogFormat::Json });
    let filter = logging.filter.unwrap_or_else(|| EnvFilter::new(directives));
    // A second call in one process changes nothing, which suits the tests.
    let _ = tracing::subscriber::set_global_default(subscriber(format, filter, io::stderr));
    panic::set_hook(Box::new(log_panic));
}

/// Logs a panic by its place. The message may quote the data in hand, so it is left out.
fn log_panic(panic: &panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    tracing::error!(place = place.as_deref().unwrap_or("unknown"), "a panic, which is a bug: please report the place");
}

/// The subscriber behind [`init`], with lines going to `writer`.
pub fn subscriber<W>(
    format: LogFormat,
    asked_for: EnvFilter,
    writer: W,
) -> impl tracing::Subscriber + Send + Sync + use<W>
where
    W: for<'w> fmt::MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = asked_for.and(filter_fn(may_be_logged));
    let layer = fmt::layer().with_writer(writer);
    let layer = match format {
        LogFormat::Text => layer.with_ansi(false).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).with_span_list(false).boxed(),
    };
    tracing_subscriber::registry().with(layer.with_filter(filter))
}

fn may_be_logged(event: &Metadata<'_>) -> bool {
    let ours = event.target() == "callsheet" || event.target().starts_with("callsheet::");
    ours || *event.level() <= Level::INFO
}

#[cfg(test)]
mod tests;
