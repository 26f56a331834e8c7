//! The words about a damaged audit journal.

use crate::answer::language::Language;
use crate::answer::phrases::VERIFY;
use crate::answer::words::Words;

/// The message in the operator's channel: what happened, as this entry of the journal says too, and what to do.
pub fn alert(entry: u64, language: Language) -> [Words; 2] {
    let entry = Words::new(entry.to_string()).into();
    let command = Words::default().copy(VERIFY).into();
    [
        language.say_with("broken-alert", [("entry", entry)]),
        language.say_with("broken-alert-hint", [("command", command)]),
    ]
}
