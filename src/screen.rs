//! How far long work has come, where somebody is looking.

use std::io::{self, IsTerminal, Write};

/// Shows how far something has come, on a line that is written over.
pub(crate) fn progress(done: usize, of: usize, what: &str) {
    let mut screen = io::stderr();
    if screen.is_terminal() {
        let end = if done < of { "\r" } else { "\n" };
        // A screen that cannot be written to is no reason to stop.
        let _ = write!(screen, "read {done} of {of} {what}{end}");
    }
}
