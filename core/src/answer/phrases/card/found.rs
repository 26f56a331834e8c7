//! By which number or address a contact was found.

use crate::answer::card::{Card, ShownReason};
use crate::answer::language::Language;
use crate::answer::phrases::card::{MAX_SHOWN, number, shown};
use crate::answer::words::{Words, theirs};
use crate::domain::contact::Email;
use crate::reach::number::{Kind, Number};
use crate::search::emails;
use crate::search::phones::{Fit, Typed};

/// What the card does not show of a typed number: which line it is, and what of it did not match.
pub(super) fn by_number(
    typed: &Typed,
    line: Option<&Number>,
    fit: Option<Fit>,
    card: &Card,
    language: Language,
) -> Vec<Words> {
    let numbers = card.numbers.iter().map(|ranked| &ranked.number);
    let mut visible = numbers.take(shown(card, card.numbers.len()).min(MAX_SHOWN));
    let hidden = line.filter(|line| !visible.any(|number| number.fingerprint == line.fingerprint));
    let is_all_extension = typed.shown().is_empty();
    let number = match (hidden, fit) {
        (Some(line), _) => {
            let kind = if line.kind == Kind::Fax { "fax" } else { "phone" };
            let line = number::number(line, false, language).into();
            Some(language.say_with("matched-line", [("kind", kind.into()), ("line", line)]))
        }
        (None, Some(Fit::Ending)) if !is_all_extension => Some(by_end(typed, language)),
        (None, Some(Fit::CountryUnknown)) => {
            Some(language.say_with("matched-phone-otherwise", [("typed", theirs(typed.shown()).into())]))
        }
        _ => None,
    };
    let extension =
        line.and_then(|line| typed.has_extension_of(line)).zip(typed.extension()).map(|(has, extension)| {
            let sentence = if has { "extension-matched" } else { "extension-unmatched" };
            language.say_with(sentence, [("extension", Words::new(extension.to_string()).into())])
        });
    number.into_iter().chain(extension).collect()
}

pub(super) fn by_end(typed: &Typed, language: Language) -> Words {
    language.say_with("matched-phone-end", [("typed", theirs(typed.shown()).into())])
}

/// What the card does not show of a typed address.
pub(super) fn by_address(
    typed: &str,
    line: Option<&Email>,
    fit: emails::Fit,
    card: &Card,
    language: Language,
) -> Option<Words> {
    let quoted = || theirs(typed).into();
    let Some(line) = line else {
        return Some(match fit {
            emails::Fit::Near => language.say_with("matched-email-near", [("typed", quoted())]),
            emails::Fit::Part | emails::Fit::Whole => language.say("matched-email"),
        });
    };
    let stored = || Words::default().copy(&*line.value).into();
    let visible = card.emails.iter().take(shown(card, card.emails.len()).min(MAX_SHOWN)).any(|email| email == line);
    match fit {
        emails::Fit::Near => {
            Some(language.say_with("matched-email-typed", [("stored", stored()), ("typed", quoted())]))
        }
        _ if !visible => Some(language.say_with("matched-line", [("kind", "email".into()), ("line", stored())])),
        emails::Fit::Part => Some(language.say("matched-email")),
        emails::Fit::Whole => None,
    }
}

/// The mark of the line by which the contact was found.
pub(super) fn mark(is_found: bool, language: Language) -> Option<Words> {
    is_found.then(|| language.say("found-line"))
}

pub(super) fn is_by_number(card: &Card, number: &Number) -> bool {
    let is_it = |line: &Number| line.fingerprint == number.fingerprint;
    card.why.iter().any(|why| matches!(why, ShownReason::Phone { line: Some(line), .. } if is_it(line)))
}

/// Whether the contact was found by this address, and not by one that is nearly it.
pub(super) fn is_by_address(card: &Card, email: &Email) -> bool {
    let is_it = |fit, line: &Email| fit != emails::Fit::Near && line == email;
    card.why.iter().any(|why| matches!(why, ShownReason::Email { line: Some(line), fit, .. } if is_it(*fit, line)))
}
