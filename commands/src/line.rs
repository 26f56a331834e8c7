//! A command typed as one line on a terminal, with its arguments as Discord's own input box shows them.
//!
//! ```text
//! /contact jane doe
//! /contact name: jane doe organization: acme
//! /contact jane organization: "acme: the company"
//! /who-do-i-call P1: Acme Corporation, firewall down
//! ```
//!
//! Text without a label goes to the command's first option. Quotes keep a colon from being read as a label. A flag such as
//! `--organization` is refused: it is never a word to search for. After a command for a message comes the message as it is.

use serde_json::Value;

use crate::options::{Options, ParseError};
use crate::{COMMANDS, Command, CommandEntry, CommandKind, Completion};

/// Why a line cannot be read. Names what exists, never what was typed.
#[derive(Debug, PartialEq, Eq)]
pub enum LineError {
    UnknownCommand {
        /// The command that was probably meant.
        meant: Option<String>,
    },
    UnknownOption {
        /// The option that was probably meant.
        meant: Option<String>,
        usage: String,
    },
    Repeated {
        option: String,
        usage: String,
    },
    /// The line was understood, but the command does not accept it.
    Rejected {
        error: ParseError,
        usage: String,
    },
}

/// Reads one line; the leading slash may be left out.
pub fn parse(line: &str) -> Result<Command, LineError> {
    let (name, arguments) = name_of(line);
    let entry = entry_of(&name)?;
    if matches!(entry.kind, CommandKind::OnMessage(_)) {
        let rejected = |error| LineError::Rejected { error, usage: format!("/{} …", typed_as(entry)) };
        return crate::parse_message(entry.name, arguments.trim()).map_err(rejected);
    }
    let Given { options, usage, .. } = given(entry, arguments)?;
    crate::parse(entry.name, &options).map_err(|error| LineError::Rejected { error, usage })
}

/// Reads a line that stops while an option is being typed, which is the last one on it.
pub fn parse_completion(line: &str) -> Result<Completion, LineError> {
    let (name, arguments) = name_of(line);
    let entry = entry_of(&name)?;
    let Given { options, focused, usage } = given(entry, arguments)?;
    crate::parse_completion(entry.name, &options, &focused).map_err(|error| LineError::Rejected { error, usage })
}

struct Given {
    options: Options,
    /// The last option; the command's first where none is given.
    focused: String,
    usage: String,
}

/// The command's name, lower-cased and without the slash, and the rest of the line.
fn name_of(line: &str) -> (String, &str) {
    let line = line.trim();
    let (name, arguments) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    (name.trim_start_matches('/').to_lowercase(), arguments)
}

fn entry_of(name: &str) -> Result<&'static CommandEntry, LineError> {
    COMMANDS.iter().find(|entry| typed_as(entry) == name).ok_or_else(|| {
        let meant = nearest(name, COMMANDS.iter().map(typed_as)).map(|meant| format!("/{meant}"));
        LineError::UnknownCommand { meant }
    })
}

/// What to type for a command. "Who do I call?" has no name that can be typed, so it is `who-do-i-call`.
fn typed_as(entry: &CommandEntry) -> String {
    let words = entry.name.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

fn given(entry: &CommandEntry, arguments: &str) -> Result<Given, LineError> {
    let known = option_names(entry.manifest);
    let usage = || usage(entry.name, &known);
    let mut given: Vec<(String, String)> = Vec::new();
    for (label, value) in arguments_of(arguments, &known) {
        let Some(option) = known.iter().find(|option| option.name == label) else {
            let meant = nearest(&label, known.iter().map(|option| option.name.clone())).map(|meant| meant + ":");
            return Err(LineError::UnknownOption { meant, usage: usage() });
        };
        if given.iter().any(|(name, _)| *name == option.name) {
            return Err(LineError::Repeated { option: option.name.clone(), usage: usage() });
        }
        given.push((option.name.clone(), value));
    }
    let last = given.last().map(|(name, _)| name.clone());
    let focused = last.or_else(|| known.first().map(|option| option.name.clone())).unwrap_or_default();
    Ok(Given { options: given.into_iter().collect(), focused, usage: usage() })
}

struct KnownOption {
    name: String,
    required: bool,
}

fn option_names(manifest: &str) -> Vec<KnownOption> {
    let manifest: Value = serde_json::from_str(manifest).unwrap_or_default();
    let options = manifest["options"].as_array().map(Vec::as_slice).unwrap_or_default();
    let named = options.iter().map(|option| (option["name"].as_str(), option["required"].as_bool()));
    named
        .filter_map(|(name, required)| Some(KnownOption { name: name?.to_owned(), required: required == Some(true) }))
        .collect()
}

/// The labelled values of a line, in order. A label that is no option is passed on for the error message.
fn arguments_of(line: &str, known: &[KnownOption]) -> Vec<(String, String)> {
    let first = known.first().map(|option| option.name.clone()).unwrap_or_default();
    let mut arguments: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for word in words(line) {
        let (label, text, closed) = match word {
            LineWord::Label(label) => (Some(label), String::new(), false),
            LineWord::Bare(text) => (None, text, false),
            LineWord::Quoted(text) => (None, text, true),
        };
        if let Some(label) = label {
            arguments.push((label, String::new()));
        } else if let (true, Some((_, value))) = (open, arguments.last_mut()) {
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(&text);
        } else {
            arguments.push((first.clone(), text));
        }
        open = !closed;
    }
    arguments
}

enum LineWord {
    /// `organization:`, lower-cased and without the colon; or a flag, which is no option's label.
    Label(String),
    Bare(String),
    /// Text between quotes, and so complete.
    Quoted(String),
}

fn words(line: &str) -> Vec<LineWord> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix(QUOTES) {
            let (text, after) = quoted.split_once(QUOTES).unwrap_or((quoted, ""));
            words.push(LineWord::Quoted(text.trim().to_owned()));
            rest = after.trim_start();
            continue;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if is_flag(&rest[..end]) {
            words.push(LineWord::Label(rest[..end].to_lowercase()));
            rest = rest[end..].trim_start();
        } else if let Some(label) = label(&rest[..end]) {
            words.push(LineWord::Label(label.to_lowercase()));
            rest = rest[label.len() + 1..].trim_start();
        } else {
            words.push(LineWord::Bare(rest[..end].to_owned()));
            rest = rest[end..].trim_start();
        }
    }
    words
}

/// Straight quotes, and the curly ones that phones and word processors put in their place.
const QUOTES: [char; 3] = ['"', '“', '”'];

fn is_flag(word: &str) -> bool {
    word.strip_prefix("--").is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// The label at the start of a word: letters up to a colon. An exact pick (`id:42`) and an address (`https://…`) are
/// text.
fn label(word: &str) -> Option<&str> {
    let (label, after) = word.split_once(':')?;
    let is_word = !label.is_empty() && label.chars().all(|char| char.is_alphabetic() || char == '_' || char == '-');
    let is_pick = label == "id" && after.starts_with(|char: char| char.is_ascii_digit());
    (is_word && !is_pick && !after.starts_with('/')).then_some(label)
}

fn usage(command: &str, options: &[KnownOption]) -> String {
    options.iter().fold(format!("/{command}"), |usage, KnownOption { name, required }| {
        if *required { format!("{usage} {name}: …") } else { format!("{usage} [{name}: …]") }
    })
}

fn nearest(typed: &str, known: impl Iterator<Item = String>) -> Option<String> {
    // Half of the letters right is a slip a person recognises; below that a guess only confuses.
    const RECOGNISABLE: f64 = 0.5;
    known
        .map(|name| (strsim::normalized_damerau_levenshtein(typed, &name), name))
        .filter(|(similarity, _)| *similarity >= RECOGNISABLE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, name)| name)
}

/// Every command, as it is typed.
pub fn all_commands() -> String {
    COMMANDS.iter().map(|entry| format!("/{}", typed_as(entry))).collect::<Vec<_>>().join(", ")
}
