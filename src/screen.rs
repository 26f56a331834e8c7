//! How far long work has come, on standard error. A screen that cannot be written to is no reason to stop.

use std::io::{self, IsTerminal, Write};

/// Clears what an earlier text has left of a line.
const CLEAR: &str = "\r\u{1b}[K";

/// Shows how far something has come, on a line that is written over, where somebody is looking.
pub(crate) fn progress(done: usize, of: usize, what: &str) {
    let mut screen = io::stderr();
    if screen.is_terminal() {
        let end = if done < of { "" } else { "\n" };
        let _ = write!(screen, "{CLEAR}read {done} of {of} {what}{end}");
    }
}

/// The same, and where nobody is looking, a line for each step: of work that is asked for on its own.
pub(crate) fn each_step(done: usize, of: usize, what: &str) {
    if io::stderr().is_terminal() {
        progress(done, of, what);
    } else {
        let _ = writeln!(io::stderr(), "read {done} of {of} {what}");
    }
}

/// Tells what is waited for.
pub(crate) fn waiting(what: &str) {
    let mut screen = io::stderr();
    let start = if screen.is_terminal() { CLEAR } else { "" };
    let _ = writeln!(screen, "{start}{what}");
}
