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
    let subscriber = registry().with(written(LogFormat::Json, EnvFilter::new(directives), move || writer.clone()));
    tracing::subscriber::with_default(subscriber, work);
    let bytes = lines.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn libraries_never_log_below_info() {
    let log = logged("trace");
    for said in ["our detail", "our news", "a slow query"] {
        assert!(log.contains(said), "{said} is missing in {log}");
    }
    assert!(!log.contains("a header") && !log.contains("a frame"), "{log}");
}

#[test]
fn a_panic_is_logged_by_place_without_its_message() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(log_panic));
    let log = logged_by("trace", || {
        let name = "Jane Doe";
        panic::catch_unwind(|| panic!("no such person: {name}")).unwrap_err();
        panic::catch_unwind(|| panic::panic_any(name.to_owned())).unwrap_err();
    });
    panic::set_hook(before);
    assert_eq!(log.matches("src/telemetry/tests.rs:").count(), 2, "{log}");
    assert!(!log.contains("Jane") && !log.contains("person"), "{log}");
}

#[test]
fn the_directives_decide_what_else_is_logged() {
    let log = logged("callsheet=info");
    assert!(log.contains("our news") && !log.contains("our detail") && !log.contains("a slow query"), "{log}");
}
