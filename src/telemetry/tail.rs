//! The newest lines of the log, for a reader in the same process.

use std::collections::VecDeque;
use std::io;

use tokio::sync::watch;
use tracing_subscriber::fmt::MakeWriter;

/// Lines that are kept.
const KEPT: usize = 50;

/// The newest lines. All clones are the same log.
#[derive(Clone, Debug, Default)]
pub struct Tail(watch::Sender<Lines>);

#[derive(Debug, Default)]
pub struct Lines {
    newest: VecDeque<String>,
    /// How many there were, with those that are not kept any more.
    written: usize,
}

impl Tail {
    /// Changes with each line.
    pub fn lines(&self) -> watch::Receiver<Lines> {
        self.0.subscribe()
    }
}

impl Lines {
    /// The lines after the first `seen`, as far as they are kept, and how many there are by now.
    pub fn after(&self, seen: usize) -> (Vec<String>, usize) {
        let passed = self.newest.len().saturating_sub(self.written.saturating_sub(seen));
        (self.newest.iter().skip(passed).cloned().collect(), self.written)
    }
}

impl io::Write for Tail {
    /// Takes one line: an event is written at once.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.send_modify(|lines| {
            lines.newest.push_back(String::from_utf8_lossy(line).trim_end().to_owned());
            lines.written += 1;
            if lines.newest.len() > KEPT {
                lines.newest.pop_front();
            }
        });
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Tail {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_reader_gets_each_kept_line_once() {
        let mut tail = Tail::default();
        let lines = tail.lines();
        tail.write_all(b"one\n").unwrap();
        tail.write_all(b"two\n").unwrap();
        let (read, seen) = lines.borrow().after(0);
        assert_eq!((read, seen), (vec!["one".to_owned(), "two".to_owned()], 2));
        assert_eq!(lines.borrow().after(seen), (Vec::new(), 2));
        for _ in 0..=KEPT {
            tail.write_all(b"more\n").unwrap();
        }
        let (read, seen) = lines.borrow().after(seen);
        assert_eq!((read.len(), seen), (KEPT, KEPT + 3));
        tail.write_all(b"last\n").unwrap();
        assert_eq!(lines.borrow().after(seen), (vec!["last".to_owned()], KEPT + 4));
    }
}
