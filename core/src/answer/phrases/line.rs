//! The words for a terminal line that is not understood, and for what can be typed next.

use commands::line::{LineError, all_commands};
use commands::options::ParseError;

use crate::answer::language::{Language, SentenceValue};
use crate::answer::words::Words;

/// What to type instead; `help` is what shows examples.
pub fn error(error: &LineError, help: &'static str, language: Language) -> Words {
    let ours = |text: &str| SentenceValue::from(Words::new(text.to_owned()));
    let of_option = |sentence, option: &str, usage: &str| {
        language.say_with(sentence, [("option", ours(option)), ("usage", ours(usage))])
    };
    match error {
        LineError::UnknownCommand { meant: None } => {
            language.say_with("line-unknown-command", [("names", ours(&all_commands())), ("help", ours(help))])
        }
        LineError::UnknownCommand { meant: Some(meant) } => {
            let names = ours(&all_commands());
            language.say_with("line-meant-command", [("meant", ours(meant)), ("names", names), ("help", ours(help))])
        }
        LineError::UnknownOption { meant: Some(meant), usage } => {
            language.say_with("line-meant-option", [("meant", ours(meant)), ("usage", ours(usage))])
        }
        LineError::UnknownOption { meant: None, usage }
        | LineError::Rejected { error: ParseError::UnknownCommand | ParseError::UnknownOption, usage } => {
            language.say_with("line-unknown-option", [("usage", ours(usage))])
        }
        LineError::Repeated { option, usage } => of_option("line-repeated", option, usage),
        LineError::Rejected { error: ParseError::Missing(option), usage } => of_option("line-missing", option, usage),
        LineError::Rejected { error: ParseError::NoUser(option), usage } => of_option("line-no-user", option, usage),
    }
}
