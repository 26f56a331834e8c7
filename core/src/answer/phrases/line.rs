//! The words for a terminal line that is not understood.

use commands::line::{LineError, all_commands};
use commands::options::ParseError;

use crate::answer::language::{Language, SentenceValue};
use crate::answer::words::Words;

/// What to type instead.
#[must_use]
pub fn error(error: &LineError, language: Language) -> Words {
    let ours = |text: &str| SentenceValue::from(Words::new(text.to_owned()));
    let of_option = |sentence, option: &str, usage: &str| {
        language.say_with(sentence, [("option", ours(option)), ("usage", ours(usage))])
    };
    match error {
        LineError::UnknownCommand { meant: None } => {
            language.say_with("line-unknown-command", [("names", ours(&all_commands()))])
        }
        LineError::UnknownCommand { meant: Some(meant) } => {
            language.say_with("line-meant-command", [("meant", ours(meant)), ("names", ours(&all_commands()))])
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
