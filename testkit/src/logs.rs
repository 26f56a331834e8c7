//! What all crates log, at the most verbose level.

use std::io;
use std::time::Duration;

use tokio::sync::watch;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt;

/// Everything that the current thread logs while this lives.
pub struct Logs {
    text: watch::Sender<String>,
    _guard: DefaultGuard,
}

impl Logs {
    pub fn capture() -> Self {
        let text = watch::Sender::default();
        let guard = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(Writer(text.clone()))
            .finish()
            .set_default();
        Self { text, _guard: guard }
    }

    /// Waits until something has been logged.
    pub async fn wait_for(&self, part: &str) {
        let mut text = self.text.subscribe();
        let seen = text.wait_for(|text| text.contains(part));
        assert!(tokio::time::timeout(Duration::from_secs(10), seen).await.is_ok(), "never logged: {part}");
    }

    pub fn text(&self) -> String {
        self.text.borrow().clone()
    }
}

#[derive(Clone)]
struct Writer(watch::Sender<String>);

impl io::Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send_modify(|text| text.push_str(&String::from_utf8_lossy(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Writer {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
