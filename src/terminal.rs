//! A conversation on a terminal: the commands as on Discord, and what a click does there as a word or a number.

use commands::Command;
use commands::line::LineError;
use jiff::Timestamp;

use crate::answer::page::Page;
use crate::answer::{Answer, Target, phrases, text};
use crate::directory::snapshot::Snapshot;
use crate::domain::role::RoleTable;
use crate::handlers;

/// The answer to one command, with nothing to follow.
#[must_use]
pub fn answer(command: &Command, snapshot: &Snapshot, roles: &RoleTable, now: Timestamp) -> String {
    text::render(&handlers::answer(command, snapshot, roles), now)
}

/// What has been said so far, as far as it matters for what comes next.
#[derive(Debug)]
pub struct Conversation {
    roles: RoleTable,
    /// Where the numbers of the last answer lead.
    entries: Vec<Target>,
    /// Where the buttons of the last answer lead, by what is written on them.
    buttons: Vec<(&'static str, Target)>,
}

impl Conversation {
    /// Begins.
    #[must_use]
    pub fn new(roles: RoleTable) -> Self {
        Self { roles, entries: Vec::new(), buttons: Vec::new() }
    }

    /// Answers a line: a command, the number of an entry of the last answer, or what is written on one of its buttons.
    pub fn reply(&mut self, line: &str, snapshot: &Snapshot, now: Timestamp) -> Result<String, LineError> {
        let answer = match self.target(line.trim()) {
            Some(target) => handlers::follow(target, snapshot, &self.roles),
            None => handlers::answer(&commands::line::parse(line)?, snapshot, &self.roles),
        };
        Ok(self.show(&answer, now))
    }

    fn target(&self, line: &str) -> Option<Target> {
        if let Ok(number) = line.parse::<usize>() {
            return self.entries.get(number.checked_sub(1)?).copied();
        }
        self.buttons.iter().find(|(label, _)| word(label) == line.to_lowercase()).map(|(_, target)| *target)
    }

    fn show(&mut self, answer: &Answer, now: Timestamp) -> String {
        let page = Page::of(answer);
        self.entries = page.entries.iter().map(|entry| entry.target).collect();
        self.buttons.clone_from(&page.buttons);
        let mut shown = text::render(answer, now);
        let words: Vec<String> = self.buttons.iter().map(|(label, _)| word(label)).collect();
        if let Some(hint) = phrases::terminal_hint(self.entries.len(), &words) {
            shown.push_str(&hint);
            shown.push('\n');
        }
        shown
    }
}

/// What to type for a button: its label without the arrows.
fn word(label: &str) -> String {
    label.trim_matches(|char: char| !char.is_alphabetic()).to_lowercase()
}
