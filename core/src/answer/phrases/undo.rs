//! The words of taking back what a click has noted.

use jiff::Timestamp;

use crate::answer::language::Language;
use crate::answer::phrases::card;
use crate::answer::text::plain;
use crate::answer::undo::{Undo, UndoState};
use crate::answer::words::{Words, cut};
use crate::notebook::attempts::Outcome;

/// Discord's limit for the label of a button.
const MAX_LABEL: usize = 80;

/// The label of the button, where it is offered.
pub fn button(undo: &Undo, language: Language) -> Option<String> {
    let words = (undo.state == UndoState::Offered).then(|| say("undo", undo, language))?;
    // No part of it depends on the time.
    Some(cut(&plain(&words, Timestamp::UNIX_EPOCH), MAX_LABEL))
}

/// What came of it.
pub fn line(undo: &Undo, language: Language) -> Option<Words> {
    let sentence = match undo.state {
        UndoState::Offered => return None,
        UndoState::Done => "undo-done",
        UndoState::TooLate => "undo-too-late",
        UndoState::Gone => "undo-gone",
    };
    Some(say(sentence, undo, language))
}

fn say(sentence: &str, undo: &Undo, language: Language) -> Words {
    let outcome = language.say(outcome(undo.call.outcome));
    language.say_with(sentence, [("outcome", outcome.into()), ("name", card::name(&undo.whom.name, language).into())])
}

/// How a call ended.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoAnswer => "tried-no-answer",
        Outcome::Reached => "tried-reached",
        Outcome::WrongNumber => "tried-wrong-number",
    }
}
