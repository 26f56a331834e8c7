//! Logs: one line per event on standard error, without personal data.
//!
//! Callsheet itself logs counts, durations, ids and error kinds: never a name, an e-mail, a phone number, a note, a
//! typed query or a token. The libraries below it promise no such thing. At `debug` and `trace` they write headers
//! (the API key), addresses (an interaction's token) and frames (everything), so their lines pass from `info` upwards
//! only, whatever `RUST_LOG` asks for.

pub mod tail;

use std::fmt;
use std::io::{self, IsTerminal};
use std::panic;

use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::fmt::{MakeWriter, layer};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{EnvFilter, Layer, registry};

use crate::clock;
use crate::config::logging::{LogFormat, Logging};
use crate::telemetry::tail::Tail;

/// Sends log lines to standard error, as configured, or by `directives`: text on a terminal, JSON elsewhere.
pub fn init(logging: Logging, directives: &str) {
    start(registry().with(on_standard_error(logging, directives)));
}

/// The same, and what an operator would read to `tail` as well, whatever goes to standard error.
pub fn init_with_tail(logging: Logging, directives: &str, tail: Tail) {
    let filter = EnvFilter::new("callsheet=info").and(filter_fn(may_be_logged));
    let kept = layer().with_writer(tail).with_ansi(false).with_timer(OwnTime).with_filter(filter);
    start(registry().with(on_standard_error(logging, directives)).with(kept));
}

fn start(subscriber: impl Subscriber + Send + Sync) {
    // A second call in one process changes nothing, which suits the tests.
    let _ = tracing::subscriber::set_global_default(subscriber);
    panic::set_hook(Box::new(log_panic));
}

fn on_standard_error<S>(logging: Logging, directives: &str) -> impl Layer<S> + Send + Sync + use<S>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
{
    let on_terminal = io::stderr().is_terminal();
    let format = logging.format.unwrap_or(if on_terminal { LogFormat::Text } else { LogFormat::Json });
    written(format, logging.filter.unwrap_or_else(|| EnvFilter::new(directives)), io::stderr)
}

/// The time of the demo, which may not be the machine's.
struct OwnTime;

impl FormatTime for OwnTime {
    fn format_time(&self, line: &mut Writer<'_>) -> fmt::Result {
        write!(line, "{:.0}", clock::now())
    }
}

/// Logs a panic by its place. The message may quote the data in hand, so it is left out.
fn log_panic(panic: &panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    tracing::error!(place = place.as_deref().unwrap_or("unknown"), "a panic, which is a bug: please report the place");
}

/// Log lines in this format, of what is asked for and may be logged.
fn written<S, W>(format: LogFormat, asked_for: EnvFilter, writer: W) -> impl Layer<S> + Send + Sync + use<S, W>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = asked_for.and(filter_fn(may_be_logged));
    let layer = layer().with_writer(writer);
    let layer = match format {
        LogFormat::Text => layer.with_ansi(false).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).with_span_list(false).boxed(),
    };
    layer.with_filter(filter)
}

fn may_be_logged(event: &Metadata<'_>) -> bool {
    let ours = event.target() == "callsheet" || event.target().starts_with("callsheet::");
    ours || *event.level() <= Level::INFO
}

#[cfg(test)]
mod tests;
