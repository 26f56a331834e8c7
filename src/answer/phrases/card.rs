//! The words of a card.

use crate::answer::card::{Card, DepartedSign, Site, Why};
use crate::answer::language::Language;
use crate::answer::phrases::{BETWEEN, chain};
use crate::answer::words::{Words, theirs};
use crate::domain::contact::{Email, Phone};
use crate::search::Reason;

/// Numbers, and addresses, shown of one person. A record with more of them is a switchboard's list, and nobody reads it
/// in a hurry.
const MAX_SHOWN: usize = 8;

/// A name, or that there is none.
#[must_use]
pub fn name(name: &str, language: Language) -> Words {
    if name.is_empty() { language.say("unnamed-contact") } else { theirs(name) }
}

/// A name, with what stands before that of an important contact.
#[must_use]
pub fn marked(vip: bool, person: &str, language: Language) -> Words {
    let mark = vip.then(|| language.say("vip-mark"));
    Words::default().list(mark.into_iter().chain([name(person, language)]), BETWEEN)
}

/// The title of a card.
#[must_use]
pub fn title(card: &Card, language: Language) -> Words {
    marked(card.vip, &card.name, language)
}

/// The lines of a card, the most urgent first.
#[must_use]
pub fn lines(card: &Card, language: Language) -> Vec<Words> {
    let mut lines: Vec<Words> = card.departed.map(|sign| departed(sign, card, language)).into_iter().collect();
    lines.push(who(card, language));
    lines.extend(card.why.iter().map(|reason| why(reason, card, language)));
    lines.extend(card.chain.iter().flat_map(|chain| chain::head(chain, &card.name, language)));
    lines.extend(phones(card, language));
    lines.extend(emails(card, language));
    lines.extend(site(card.site.as_ref(), language));
    lines.extend(card.chain.iter().flat_map(|chain| chain::tail(chain, language)));
    lines
}

/// A number as it is dialled: IT Glue's reading form where there is one, extension, label.
#[must_use]
pub fn number(phone: &Phone, language: Language) -> Words {
    let copy = |text: &str| Words::default().copy(text);
    let number = copy(phone.formatted.as_deref().unwrap_or(&phone.value));
    let number = match &phone.extension {
        Some(extension) => {
            language.say_with("extension", [("number", number.into()), ("extension", copy(extension).into())])
        }
        None => number,
    };
    labelled(number, phone.label.as_deref())
}

fn departed(sign: DepartedSign, card: &Card, language: Language) -> Words {
    match (sign, &card.contact_type) {
        (DepartedSign::ContactType, Some(name)) => {
            language.say_with("departed-by-type", [("type", theirs(name).into())])
        }
        _ => language.say("departed-by-wording"),
    }
}

fn who(card: &Card, language: Language) -> Words {
    let part = |part: &Option<String>, missing| match part {
        Some(part) => theirs(part),
        None => language.say(missing),
    };
    let parts = [
        part(&card.title, "no-title"),
        part(&card.organization, "no-organization"),
        part(&card.contact_type, "no-contact-type"),
    ];
    Words::default().list(parts, BETWEEN)
}

fn phones(card: &Card, language: Language) -> Vec<Words> {
    let shown = card.phones.iter().map(|phone| number(phone, language));
    let mut lines = numbered(["phone", "other-phone"], "phone", shown, language);
    if card.phones.is_empty() {
        lines.push(language.say(if card.has_fax { "only-fax" } else { "no-phone" }));
    }
    lines
}

fn emails(card: &Card, language: Language) -> Vec<Words> {
    let address = |email: &Email| labelled(Words::default().copy(&*email.value), email.label.as_deref());
    let mut lines = numbered(["email", "other-email"], "email", card.emails.iter().map(address), language);
    if card.emails.is_empty() {
        lines.push(language.say("no-email"));
    }
    lines
}

fn numbered(
    [first, other]: [&'static str; 2],
    value: &'static str,
    shown: impl ExactSizeIterator<Item = Words>,
    language: Language,
) -> Vec<Words> {
    let rest = shown.len().saturating_sub(MAX_SHOWN);
    let sentence = |at| if at == 0 { first } else { other };
    let line = |(at, words): (usize, Words)| language.say_with(sentence(at), [(value, words.into())]);
    let mut lines: Vec<Words> = shown.take(MAX_SHOWN).enumerate().map(line).collect();
    if rest > 0 {
        lines.push(language.say_with("more-in-it-glue", [("count", rest.into())]));
    }
    lines
}

fn labelled(words: Words, label: Option<&str>) -> Words {
    match label {
        Some(label) => words.ours(BETWEEN).theirs(label),
        None => words,
    }
}

fn site(site: Option<&Site>, language: Language) -> Vec<Words> {
    let parts = site.map(|site| site.parts.iter().map(theirs));
    let place = match parts {
        Some(parts) if parts.len() > 0 => {
            language.say_with("location", [("place", Words::default().list(parts, ", ").into())])
        }
        _ => language.say("no-location"),
    };
    let phone = site.and_then(|site| site.phone.as_deref());
    let phone =
        phone.map(|phone| language.say_with("location-phone", [("phone", Words::default().copy(phone).into())]));
    [Some(place), phone].into_iter().flatten().collect()
}

fn why(why: &Why, card: &Card, language: Language) -> Words {
    match why {
        Why::Matched(reason) => matched(reason, &card.name, language),
    }
}

fn matched(reason: &Reason, name: &str, language: Language) -> Words {
    let pair = |sentence, typed: &str, stored: &str| {
        let stored = theirs(as_written(stored, name));
        language.say_with(sentence, [("typed", theirs(typed).into()), ("stored", stored.into())])
    };
    match reason {
        Reason::Nickname { typed, stored } => pair("matched-nickname", typed, stored),
        Reason::Typo { typed, stored } => pair("matched-typo", typed, stored),
        Reason::SoundsLike { typed, stored } => pair("matched-sound", typed, stored),
        Reason::Initials => language.say("matched-initials"),
        Reason::Acronym => language.say("matched-acronym"),
        Reason::PhoneEnds => language.say("matched-phone-end"),
        Reason::Email => language.say("matched-email"),
    }
}

/// The search folds what it stores; this finds the word as the name has it.
fn as_written<'a>(folded: &'a str, name: &'a str) -> &'a str {
    name.split(|char: char| !char.is_alphanumeric()).find(|word| word.to_lowercase() == folded).unwrap_or(folded)
}
