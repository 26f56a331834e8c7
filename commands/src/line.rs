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
        meant: Option<String>,
    },
    UnknownOption {
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
    let known = options_of(entry.manifest);
    let usage = || usage(entry.name, &known);
    let mut given: Vec<(String, String)> = Vec::new();
    for (label, value) in arguments_of(arguments, &known) {
        if !known.iter().any(|(name, _)| *name == label) {
            let meant = nearest(&label, known.iter().map(|(name, _)| name.clone())).map(|meant| meant + ":");
            return Err(LineError::UnknownOption { meant, usage: usage() });
        }
        if given.iter().any(|(name, _)| *name == label) {
            return Err(LineError::Repeated { option: label, usage: usage() });
        }
        given.push((label, value));
    }
    let last = given.last().map(|(name, _)| name.clone());
    let focused = last.or_else(|| known.first().map(|(name, _)| name.clone())).unwrap_or_default();
    Ok(Given { options: given.into_iter().collect(), focused, usage: usage() })
}

/// An option's name, and whether it is required.
type KnownOption = (String, bool);

fn options_of(manifest: &str) -> Vec<KnownOption> {
    let manifest: Value = serde_json::from_str(manifest).unwrap_or_default();
    let options = manifest["options"].as_array().into_iter().flatten();
    options.filter_map(|option| Some((option["name"].as_str()?.to_owned(), option["required"] == true))).collect()
}

/// The labelled values of a line, in order. A label that is no option is passed on for the error message.
fn arguments_of(line: &str, known: &[KnownOption]) -> Vec<(String, String)> {
    let first = known.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let mut arguments: Vec<(String, String)> = Vec::new();
    let (mut rest, mut open) = (line.trim_start(), false);
    while !rest.is_empty() {
        let quoted = rest.strip_prefix(QUOTES).map(|quoted| quoted.split_once(QUOTES).unwrap_or((quoted, "")));
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (text, after) = quoted.unwrap_or(rest.split_at(end));
        if quoted.is_none()
            && let Some((label, after)) = label(text)
        {
            arguments.push((label.to_lowercase(), String::new()));
            (rest, open) = (rest[text.len() - after.len()..].trim_start(), true);
            continue;
        }
        match arguments.last_mut() {
            Some((_, value)) if open && !value.is_empty() => *value = format!("{value} {}", text.trim()),
            Some((_, value)) if open => text.trim().clone_into(value),
            _ => arguments.push((first.clone(), text.trim().to_owned())),
        }
        // Text between quotes is complete.
        (rest, open) = (after.trim_start(), quoted.is_none());
    }
    arguments
}

/// Straight quotes, and the curly ones that phones and word processors put in their place.
const QUOTES: [char; 3] = ['"', '“', '”'];

/// The label at the start of a word, without its colon, and what stands behind it: letters up to a colon, or a flag, which
/// is no option's label. An exact pick (`id:42`) and an address (`https://…`) are text.
fn label(word: &str) -> Option<(&str, &str)> {
    if word.strip_prefix("--").is_some_and(|name| name.starts_with(char::is_alphabetic)) {
        return Some((word, ""));
    }
    let (label, after) = word.split_once(':')?;
    let is_word = !label.is_empty() && label.chars().all(|char| char.is_alphabetic() || char == '_' || char == '-');
    let is_pick = label == "id" && after.starts_with(|char: char| char.is_ascii_digit());
    (is_word && !is_pick && !after.starts_with('/')).then_some((label, after))
}

fn usage(command: &str, options: &[KnownOption]) -> String {
    options.iter().fold(format!("/{command}"), |usage, (name, required)| {
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
