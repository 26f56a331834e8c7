//! The words about an audit journal that is not as it was left.

use crate::answer::language::Language;
use crate::answer::words::Words;

/// What tells what of it is proven; the same in every language.
const VERIFY: &str = "callsheet journal verify";

/// What is said in the operator's channel: what happened, which this entry of the journal says too, and what to do.
#[must_use]
pub fn alert(entry: u64, language: Language) -> [Words; 2] {
    let entry = Words::new(entry.to_string()).into();
    let command = Words::default().copy(VERIFY).into();
    [
        language.say_with("broken-alert", [("entry", entry)]),
        language.say_with("broken-alert-hint", [("command", command)]),
    ]
}
