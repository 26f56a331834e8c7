//! Logs: one line per event on standard error, and what may never be in them.
//!
//! Callsheet itself logs counts, durations, ids and error kinds: never a name, an e-mail, a phone number, a note, a typed
//! query or a token. The libraries below it do not promise that. At `debug` and `trace` they write headers (the API key),
//! addresses (an interaction's token) and frames (everything), so their lines are let through from `info` upwards only,
//! whatever `RUST_LOG` asks for.

use std::panic;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

use crate::config::LogFormat;

/// A `RUST_LOG` that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("RUST_LOG: must be directives such as callsheet=debug")]
pub struct DirectivesError;

/// Sends log lines to standard error, in this format, as `directives` (the value of `RUST_LOG`) ask for.
pub fn init(format: LogFormat, directives: &str) -> Result<(), DirectivesError> {
    let subscriber = subscriber(format, directives, std::io::stderr)?;
    // A second call in one process changes nothing, which is what a test wants.
    let _ = tracing::subscriber::set_global_default(subscriber);
    panic::set_hook(Box::new(tell));
    Ok(())
}

/// Tells of a panic. What it says may quote what it was working on, so only its place is told.
fn tell(panic: &panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    tracing::error!(place = place.as_deref().unwrap_or("unknown"), "a panic, which is a bug: please report the place");
}

/// The subscriber behind [`init`], with lines going to `writer`.
pub fn subscriber<W>(
    format: LogFormat,
    directives: &str,
    writer: W,
) -> Result<impl tracing::Subscriber + Send + Sync + use<W>, DirectivesError>
where
    W: for<'w> fmt::MakeWriter<'w> + Send + Sync + 'static,
{
    let asked_for = EnvFilter::try_new(directives).map_err(|_| DirectivesError)?;
    let filter = asked_for.and(filter_fn(may_be_logged));
    let layer = fmt::layer().with_writer(writer);
    let layer = match format {
        LogFormat::Text => layer.with_ansi(false).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).with_span_list(false).boxed(),
    };
    Ok(tracing_subscriber::registry().with(layer.with_filter(filter)))
}

fn may_be_logged(event: &Metadata<'_>) -> bool {
    let ours = event.target() == "callsheet" || event.target().starts_with("callsheet::");
    ours || *event.level() <= Level::INFO
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(directives: &str) -> String {
        logged_by(directives, || {
            tracing::trace!(target: "callsheet::sync", "our detail");
            tracing::info!(target: "callsheet", "our news");
            tracing::debug!(target: "hyper::proto", "a header");
            tracing::trace!(target: "callsheet_lookalike_of_a_name", "a frame");
            tracing::warn!(target: "sqlx", "a slow query");
        })
    }

    fn logged_by(directives: &str, work: impl FnOnce()) -> String {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = subscriber(LogFormat::Json, directives, move || writer.clone()).unwrap();
        tracing::subscriber::with_default(subscriber, work);
        let bytes = lines.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn libraries_are_never_heard_below_info() {
        let log = logged("trace");
        for said in ["our detail", "our news", "a slow query"] {
            assert!(log.contains(said), "{said} is missing in {log}");
        }
        assert!(!log.contains("a header") && !log.contains("a frame"), "{log}");
    }

    #[test]
    fn a_panic_is_told_by_its_place_and_never_by_what_it_says() {
        let before = panic::take_hook();
        panic::set_hook(Box::new(tell));
        let log = logged_by("trace", || {
            let name = "Jane Doe";
            panic::catch_unwind(|| panic!("no such person: {name}")).unwrap_err();
            panic::catch_unwind(|| panic::panic_any(name.to_owned())).unwrap_err();
        });
        panic::set_hook(before);
        assert_eq!(log.matches("src/telemetry.rs:").count(), 2, "{log}");
        assert!(!log.contains("Jane") && !log.contains("person"), "{log}");
    }

    #[test]
    fn the_directives_decide_what_is_heard_of_the_rest() {
        let log = logged("callsheet=info");
        assert!(log.contains("our news") && !log.contains("our detail") && !log.contains("a slow query"), "{log}");
        assert!(subscriber(LogFormat::Text, "callsheet=loud", io::sink).is_err());
    }
}
