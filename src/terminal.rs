//! A conversation on a terminal. It takes the commands as on Discord, a word or a number instead of a click, and a line
//! that begins with `complete` for suggestions. Pure.

use commands::line::{self, LineError};
use jiff::Timestamp;

use callsheet_core::answer::language::Language;
use callsheet_core::answer::page::Page;
use callsheet_core::answer::{Answer, ClickTarget, Content, Reply, phrases, text};
use callsheet_core::plan::{Question, What};

fn not_understood(error: &LineError, language: Language) -> String {
    // No word of it depends on the time.
    text::plain(&phrases::line::error(error, language), Timestamp::UNIX_EPOCH)
}

/// The state of a conversation: what the next line may refer to.
#[derive(Debug, Default)]
pub struct Conversation {
    language: Language,
    /// The targets of the last answer's numbered entries.
    entries: Vec<ClickTarget>,
    /// The targets of the last answer's buttons, by their labels.
    buttons: Vec<(String, ClickTarget)>,
}

/// A typed line.
pub enum Line {
    /// Asks for help; holds the help text.
    Help(String),
    Question(Question),
}

/// Reads a line that is a command, or says what to type instead.
pub fn read(line: &str, language: Language) -> Result<Question, String> {
    let command = line::parse(line).map_err(|error| not_understood(&error, language))?;
    Ok(Question::at_terminal(What::Command(Ok(command)), language))
}

/// A reply as plain text.
#[must_use]
pub fn render(reply: &Reply, now: Timestamp) -> String {
    match &reply.content {
        Content::Message(answer) => text::render(answer, reply.language, now),
        Content::Choices(choices) => {
            let lines = choices.iter().map(|choice| format!("{} [{}]", choice.name, choice.value));
            lines.collect::<Vec<_>>().join("\n") + "\n"
        }
    }
}

impl Conversation {
    /// A conversation in this language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Reads a line: a command, the number of an entry of the last answer, the label of one of its buttons, `help`, or
    /// `complete` and a half-typed command.
    pub fn read(&self, line: &str) -> Result<Line, String> {
        let line = line.trim();
        let what = match line.split_once(char::is_whitespace).unwrap_or((line, "")) {
            ("help" | "/help" | "?", _) => return Ok(Line::Help(self.language.text("terminal-help") + "\n")),
            ("complete", half) => {
                let half = line::parse_completion(half).map_err(|error| not_understood(&error, self.language))?;
                What::Completion(Some(half))
            }
            _ => match self.target(line) {
                Some(target) => What::Click { target: Ok(target), public: false },
                None => return read(line, self.language).map(Line::Question),
            },
        };
        Ok(Line::Question(Question::at_terminal(what, self.language)))
    }

    /// Renders a reply as plain text, with what may be typed next.
    pub fn show(&mut self, reply: &Reply, now: Timestamp) -> String {
        let shown = render(reply, now);
        match &reply.content {
            Content::Message(answer) => shown + &self.hint(answer, now),
            Content::Choices(_) => shown,
        }
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

    fn hint(&mut self, answer: &Answer, now: Timestamp) -> String {
        let page = Page::of(answer, self.language);
        self.entries = page.entries.iter().map(|entry| entry.target).collect();
        self.buttons = page.buttons;
        let words: Vec<&str> = self.buttons.iter().map(|(label, _)| word(label)).collect();
        let hint = phrases::terminal_hint(self.entries.len(), &words, self.language);
        hint.map(|hint| text::plain(&hint, now) + "\n").unwrap_or_default()
    }
}

/// What to type for a button, in any case: its label without the arrows, and without what is behind one.
fn word(label: &str) -> &str {
    label.split('→').next().unwrap_or_default().trim_matches(|char: char| !char.is_alphabetic())
}
