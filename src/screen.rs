//! Shows the progress of long work on standard error. A failed write does not stop the work.

use std::io::{self, IsTerminal, Write};

/// Clears the line.
const CLEAR: &str = "\r\u{1b}[K";

/// Shows progress on one line that is overwritten, if standard error is a terminal.
pub(crate) fn progress(done: usize, of: usize, what: &str) {
    let mut screen = io::stderr();
    if screen.is_terminal() {
        let end = if done < of { "" } else { "\n" };
        let _ = write!(screen, "{CLEAR}read {done} of {of} {what}{end}");
    }
}

/// Shows progress as [`progress`] does, but without a terminal prints a line for each step.
pub(crate) fn each_step(done: usize, of: usize, what: &str) {
    if io::stderr().is_terminal() {
        progress(done, of, what);
    } else {
        let _ = writeln!(io::stderr(), "read {done} of {of} {what}");
    }
}

pub(crate) fn waiting(what: &str) {
    let mut screen = io::stderr();
    let start = if screen.is_terminal() { CLEAR } else { "" };
    let _ = writeln!(screen, "{start}{what}");
}
