//! Opens an address in the user's browser, by the program that the system has for it.

use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// How long an opener may take to fail. One that takes longer is the browser itself, which runs on.
const FAILS_WITHIN: Duration = Duration::from_secs(2);

/// Opens an address, and returns whether it seems to be open.
pub(super) async fn open(address: &str) -> bool {
    let mut opener = Command::new(OPENER);
    // It must not take what is typed here, nor write between the lines.
    opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let (ended, end) = oneshot::channel::<io::Result<ExitStatus>>();
    // A thread of its own: the runtime would wait for one of its threads at the end of the demo.
    thread::spawn(move || {
        let _ = ended.send(opener.status());
    });
    match timeout(FAILS_WITHIN, end).await {
        Ok(Ok(Ok(status))) => status.success(),
        Ok(_) => false,
        Err(_) => true,
    }
}
