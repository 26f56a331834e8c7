//! A conversation on a terminal. It takes the commands as on Discord, a word or a number instead of a click, and a line
//! that begins with `complete` for suggestions. A single question has no next line, so its answer names the commands that
//! lead on. Pure.

use commands::line::{self, LineError};
use jiff::Timestamp;

use callsheet_core::answer::form::{Form, Given, Opened};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::page::Page;
use callsheet_core::answer::phrases::form::{FieldPage, Input};
use callsheet_core::answer::words::Words;
use callsheet_core::answer::{Answer, Body, ClickTarget, Content, Reply, phrases, text};
use callsheet_core::plan::{Question, What};
use callsheet_core::policy::Policy;

/// The command that takes a single question.
const ASK: &str = "callsheet ask";

/// The state of a conversation: what the next line may refer to.
#[derive(Debug, Default)]
pub struct Conversation {
    language: Language,
    entries: Vec<Entry>,
    /// The targets of the last answer's buttons, by their labels.
    buttons: Vec<(String, ClickTarget)>,
    /// What can be typed after the last answer; empty where that is only a command.
    hint: String,
}

/// Where a number leads.
#[derive(Debug)]
enum Entry {
    Target(ClickTarget),
    /// A choice of a form's field.
    Choice(Form, &'static str, String),
}

pub enum Line {
    Question(Box<Question>),
    Quit,
}

pub fn read(line: &str, language: Language) -> Result<Question, LineError> {
    let command = line::parse(if line.trim() == "?" { HELP } else { line })?;
    Ok(Question::at_terminal(What::Command(Ok(command)), language))
}

/// Says what to type instead of a single question that cannot be read.
pub fn not_understood(error: &LineError, language: Language) -> String {
    said(&phrases::line::error(error, "callsheet ask help", language))
}

pub fn render(reply: &Reply, now: Timestamp) -> String {
    match &reply.content {
        Content::Message(answer) => text::render(answer, reply.language, now),
        Content::Choices(choices) => {
            let lines = choices.iter().map(|choice| format!("{} [{}]", choice.name, choice.value));
            lines.collect::<Vec<_>>().join("\n") + "\n"
        }
    }
}

/// The reply to a single question as plain text, with the commands that lead to its entries and buttons.
pub fn render_with_next(reply: &Reply, policy: &Policy, now: Timestamp) -> String {
    let (shown, language) = (render(reply, now), reply.language);
    let Content::Message(answer) = &reply.content else { return shown };
    let page = Page::of(answer, language);
    let entries = (1..).zip(&page.entries).map(|(number, entry): (usize, _)| (number.to_string(), entry.target));
    let entries = entries.filter(|(_, target)| is_named(*target, answer));
    let buttons = page.all_buttons().map(|(label, target)| (word(label).to_owned(), *target));
    let next = entries.chain(buttons).filter_map(|(name, target)| Some((name, command_to(target, policy)?)));
    let next: Vec<String> = next.map(|(name, command)| format!("  {name}: {ASK} {command}\n")).collect();
    let next =
        if next.is_empty() { String::new() } else { format!("{}\n{}", language.text("ask-next"), next.concat()) };
    let more = page.all_buttons().find_map(|(_, target)| way_to_page(*target));
    let more =
        more.map(|usage| said(&language.say_with("ask-first-page", [("usage", Words::new(usage).into())])) + "\n");
    [shown, more.unwrap_or_default(), next].concat()
}

/// Whether the text names an entry: a card offers its whole chain, and names the next few steps.
fn is_named(target: ClickTarget, answer: &Answer) -> bool {
    let Body::Card(card) = &answer.body else { return true };
    let (Some(chain), ClickTarget::Step { contact, .. }) = (&card.chain, target) else { return true };
    chain.next_steps(card.layout).iter().any(|step| step.contact == contact)
}

/// The command that shows the same as a click, where there is one.
fn command_to(target: ClickTarget, policy: &Policy) -> Option<String> {
    Some(match target {
        ClickTarget::Person(contact) | ClickTarget::Step { contact, .. } => format!("/contact id:{contact}"),
        ClickTarget::Primary(organization) => format!("/primary id:{organization}"),
        ClickTarget::Directory { organization, contact_type: None, page: 0 } => format!("/directory id:{organization}"),
        ClickTarget::WhoCan { organization, action } => {
            let name = policy.action(action)?;
            // Any other mark may mean something to a shell.
            let is_plain = name.chars().all(|char| char.is_alphanumeric() || " -".contains(char));
            is_plain.then(|| format!("/who-can \"{name}\" organization: id:{organization}"))?
        }
        ClickTarget::WhoLooked { contact, page: 0 } => format!("/who-looked id:{contact}"),
        _ => return None,
    })
}

/// How to find by a command what is on another page.
fn way_to_page(target: ClickTarget) -> Option<String> {
    match target {
        ClickTarget::Vips { page: 1.., .. } => Some(format!("{ASK} /vip name: …")),
        ClickTarget::Directory { organization, page: 1.., .. } => {
            Some(format!("{ASK} /contact name: … organization: id:{organization}"))
        }
        ClickTarget::WhoLooked { contact, page: 1.. } => Some(format!("callsheet journal report --contact {contact}")),
        _ => None,
    }
}

impl Conversation {
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Reads a line: a command, the number of an entry of the last answer, the label of one of its buttons, `help`, `quit`,
    /// or `complete` and a half-typed command. Otherwise says what can be typed.
    pub fn read(&self, line: &str) -> Result<Line, String> {
        let line = line.trim();
        if ["quit", "exit"].iter().any(|word| line.eq_ignore_ascii_case(word)) {
            return Ok(Line::Quit);
        }
        let read = match line.split_once(char::is_whitespace).unwrap_or((line, "")) {
            ("complete", half) => line::parse_completion(half)
                .map(|half| Question::at_terminal(What::Completion(Some(half)), self.language)),
            _ => match self.chosen(line) {
                Some(what) => Ok(Question::at_terminal(what, self.language)),
                None => read(line, self.language),
            },
        };
        read.map(|question| Line::Question(question.into())).map_err(|error| self.not_understood(&error, line))
    }

    /// Renders a reply as plain text, with what may be typed next.
    pub fn show(&mut self, reply: &Reply, now: Timestamp) -> String {
        let shown = render(reply, now);
        match &reply.content {
            Content::Message(answer) => {
                // A sheet, such as the help, has nothing to pick: what could be picked before still can.
                if !matches!(answer.body, Body::Sheet(_)) {
                    self.take_targets(answer);
                }
                shown + &self.hint
            }
            Content::Choices(_) => shown,
        }
    }

    /// What can be typed after the last answer, besides a command.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    fn not_understood(&self, error: &LineError, line: &str) -> String {
        let is_number = !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
        let said = if is_number {
            let help = Words::new(HELP).into();
            said(&self.language.say_with("line-no-entry", [("help", help)]))
        } else {
            said(&phrases::line::error(error, HELP, self.language))
        };
        let hint = if matches!(error, LineError::UnknownCommand { .. }) { self.hint.trim_end() } else { "" };
        [&said, hint].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn chosen(&self, line: &str) -> Option<What> {
        let click = |target: &ClickTarget| What::Click { target: Ok(*target), public: false };
        if let Ok(number) = line.parse::<usize>() {
            return Some(match self.entries.get(number.checked_sub(1)?)? {
                Entry::Target(target) => click(target),
                Entry::Choice(form, field, value) => {
                    let given = Given([((*field).to_owned(), vec![value.clone()])].into());
                    What::Form { form: Ok(*form), given, replaces: false }
                }
            });
        }
        let named = self.buttons.iter().find(|(label, _)| word(label).to_lowercase() == line.to_lowercase());
        named.map(|(_, target)| click(target))
    }

    fn take_targets(&mut self, answer: &Answer) {
        let page = Page::of(answer, self.language);
        self.entries = match &answer.body {
            Body::Form(opened) => choices(opened, self.language),
            _ => page.entries.iter().map(|entry| Entry::Target(entry.target)).collect(),
        };
        self.buttons = page.all_buttons().cloned().collect();
        let words: Vec<&str> = self.buttons.iter().map(|(label, _)| word(label)).collect();
        let hint = phrases::terminal_hint(self.entries.len(), &words, self.language);
        self.hint = hint.map(|hint| said(&hint) + "\n").unwrap_or_default();
    }
}

/// What can be picked in a form whose one field is a choice. A terminal has no other way to fill one in.
fn choices(opened: &Opened, language: Language) -> Vec<Entry> {
    let fields = phrases::form::page(opened, language).fields;
    let [FieldPage { name, input: Input::Choice(choice), .. }] = &*fields else { return Vec::new() };
    choice.choices.iter().map(|(value, _)| Entry::Choice(opened.form, name, value.clone())).collect()
}

/// The word that shows every command.
const HELP: &str = "help";

/// Words of which none depends on the time.
fn said(words: &Words) -> String {
    text::plain(words, Timestamp::UNIX_EPOCH)
}

/// What to type for a button, in any case: its label without the arrows, and without what is behind one or a colon.
fn word(label: &str) -> &str {
    label.split(['→', ':']).next().unwrap_or_default().trim_matches(|char: char| !char.is_alphabetic())
}
