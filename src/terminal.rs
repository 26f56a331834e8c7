//! A conversation on a terminal: the commands as on Discord, what a click does there as a word or a number, and suggestions,
//! which come there while typing, for a line that begins with `complete`.

use std::sync::Arc;

use commands::line::{self, LineError};
use commands::options::Pick;
use commands::{Command, contact};
use jiff::Timestamp;

use crate::access::Allowed;
use crate::answer::language::Language;
use crate::answer::page::Page;
use crate::answer::{Answer, ClickTarget, phrases, text};
use crate::directory::records::Records;
use crate::directory::snapshot::Snapshot;
use crate::handlers;
use crate::handlers::context::{Caller, Context};
use crate::handlers::disclosure;
use crate::journal::Entry;
use crate::notebook::Notebook;
use crate::policy::Policy;
use crate::view::View;

/// An answer, and what it shows.
pub struct Answered {
    /// The answer.
    pub text: String,
    /// The entry for the audit journal.
    pub entry: Entry,
}

/// The answer to one command, with nothing to follow.
#[must_use]
pub fn answer(
    command: &Command,
    snapshot: &Snapshot,
    policy: &Policy,
    notebook: &Notebook,
    language: Language,
    now: Timestamp,
) -> Answered {
    let allowed = Allowed::everything();
    let view = View::new(snapshot, &allowed);
    let caller = Caller::at_terminal(language);
    let context = Context { view: &view, policy, notebook, caller, reveal: false, now };
    let answer = handlers::answer(command, context);
    let entry = disclosure::of(&answer, disclosure::action_at_terminal(command), now);
    Answered { text: text::render(&answer, language, now), entry }
}

/// Answers about a few contacts and drops the answers, so that everything read or compiled on first use is ready.
pub fn rehearse(snapshot: &Snapshot, policy: &Policy, now: Timestamp) {
    let Records { contacts, organizations, contact_types, locations } = snapshot.records();
    let step = (contacts.len() / REHEARSED).max(1);
    let few = Records {
        contacts: contacts.iter().step_by(step).map(|(id, contact)| (*id, Arc::clone(contact))).collect(),
        organizations: organizations.clone(),
        contact_types: contact_types.clone(),
        locations: locations.clone(),
    };
    let few = Snapshot::build(&few, snapshot.status().clone());
    for contact in few.contacts() {
        let request = contact::Contact { name: Pick::Id(contact.id.0), organization: None, contact_type: None };
        let _shown = answer(&Command::Contact(request), &few, policy, &Notebook::default(), Language::default(), now);
    }
}

/// Contacts in a rehearsal: enough that the account's usual numbers, notes and places are among theirs.
const REHEARSED: usize = 20;

/// Reads a command, or says what to type instead.
pub fn read(line: &str, language: Language) -> Result<Command, String> {
    line::parse(line).map_err(|error| not_understood(&error, language))
}

fn not_understood(error: &LineError, language: Language) -> String {
    // No word of it depends on the time.
    text::plain(&phrases::line::error(error, language), Timestamp::UNIX_EPOCH)
}

/// What has been said so far, as far as it matters for what comes next.
#[derive(Debug, Default)]
pub struct Conversation {
    /// What is remembered of it.
    notebook: Notebook,
    /// Where the numbers of the last answer lead.
    entries: Vec<ClickTarget>,
    /// Where the buttons of the last answer lead, by what is written on them.
    buttons: Vec<(String, ClickTarget)>,
}

impl Conversation {
    /// Answers a line: a command, the number of an entry of the last answer, what is written on one of its buttons, `help`, or
    /// `complete` and a half-typed command.
    pub fn reply(
        &mut self,
        line: &str,
        snapshot: &Snapshot,
        policy: &Policy,
        caller: Caller,
        now: Timestamp,
    ) -> String {
        self.replied(line, snapshot, policy, caller, now)
            .unwrap_or_else(|error| not_understood(&error, caller.language) + "\n")
    }

    fn replied(
        &mut self,
        line: &str,
        snapshot: &Snapshot,
        policy: &Policy,
        caller: Caller,
        now: Timestamp,
    ) -> Result<String, LineError> {
        let notebook = self.notebook.clone();
        let allowed = Allowed::everything();
        let view = View::new(snapshot, &allowed);
        let context = Context { view: &view, policy, notebook: &notebook, caller, reveal: false, now };
        match line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), "")) {
            ("help" | "/help" | "?", _) => return Ok(caller.language.text("terminal-help") + "\n"),
            ("complete", half) => return suggestions(half, context),
            _ => {}
        }
        let answer = match self.target(line.trim()) {
            Some(target) => handlers::follow(target, context),
            None => handlers::answer(&line::parse(line)?, context),
        };
        if let Some(change) = answer.change {
            self.notebook = notebook.with(change);
        }
        Ok(self.show(&answer, context))
    }

    fn target(&self, line: &str) -> Option<ClickTarget> {
        if let Ok(number) = line.parse::<usize>() {
            return self.entries.get(number.checked_sub(1)?).copied();
        }
        self.buttons
            .iter()
            .find(|(label, _)| word(label).to_lowercase() == line.to_lowercase())
            .map(|(_, target)| *target)
    }

    fn show(&mut self, answer: &Answer, context: Context<'_>) -> String {
        let Context { caller: Caller { language, .. }, now, .. } = context;
        let page = Page::of(answer, language);
        self.entries = page.entries.iter().map(|entry| entry.target).collect();
        self.buttons.clone_from(&page.buttons);
        let mut shown = text::render(answer, language, now);
        let words: Vec<&str> = self.buttons.iter().map(|(label, _)| word(label)).collect();
        if let Some(hint) = phrases::terminal_hint(self.entries.len(), &words, language) {
            shown.push_str(&text::plain(&hint, now));
            shown.push('\n');
        }
        shown
    }
}

/// What is suggested while a command is being typed, each with what it would fill in.
fn suggestions(half: &str, context: Context<'_>) -> Result<String, LineError> {
    let choices = handlers::suggest(&line::parse_completion(half)?, context);
    let lines: Vec<String> = choices.iter().map(|choice| format!("{} [{}]", choice.name, choice.value)).collect();
    Ok(lines.join("\n") + "\n")
}

/// What to type for a button, in any case: its label without the arrows, and without what is behind one.
fn word(label: &str) -> &str {
    label.split('→').next().unwrap_or_default().trim_matches(|char: char| !char.is_alphabetic())
}
