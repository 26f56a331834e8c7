//! The words of a card.

use crate::answer::card::{Card, DepartedSign, Fallback, Site, Tier, Why};
use crate::answer::phrases::BETWEEN;
use crate::answer::words::Words;
use crate::domain::contact::{Email, Phone};
use crate::search::Reason;

/// Numbers, and addresses, shown of one person. A record with more of them is a switchboard's list, and nobody reads it
/// in a hurry.
const MAX_SHOWN: usize = 8;

/// What stands before the name of an important contact.
#[must_use]
pub fn vip_mark(vip: bool) -> &'static str {
    if vip { "⭐ VIP · " } else { "" }
}

/// The title of a card.
#[must_use]
pub fn title(card: &Card) -> Words {
    Words::new(vip_mark(card.vip)).theirs(card.name.as_str())
}

/// The lines of a card, the most urgent first.
#[must_use]
pub fn lines(card: &Card) -> Vec<Words> {
    let mut lines: Vec<Words> = card.departed.map(|sign| departed(sign, card)).into_iter().collect();
    lines.push(who(card));
    lines.extend(card.why.iter().map(|reason| why(reason, card)));
    lines.extend(phones(card));
    lines.extend(emails(card));
    lines.extend(site(card.site.as_ref()));
    lines
}

/// A number as it is dialled: IT Glue's reading form where there is one, extension, label.
#[must_use]
pub fn number(phone: &Phone) -> Words {
    let mut words = Words::default().copy(phone.formatted.as_deref().unwrap_or(&phone.value));
    if let Some(extension) = &phone.extension {
        words = words.ours(" ext. ").copy(&**extension);
    }
    labelled(words, phone.label.as_deref())
}

fn departed(sign: DepartedSign, card: &Card) -> Words {
    match (sign, &card.contact_type) {
        (DepartedSign::ContactType, Some(name)) => Words::new("⛔ No longer there: the contact type is “")
            .theirs(name.as_str())
            .ours("”. Check before you call."),
        _ => Words::new("⛔ No longer there, by the name or title on record. Check before you call."),
    }
}

fn who(card: &Card) -> Words {
    let part = |part: &Option<String>, missing| match part {
        Some(part) => Words::default().theirs(part.as_str()),
        None => Words::new(missing),
    };
    let parts = [
        part(&card.title, "no title on record"),
        part(&card.organization, "no organization on record"),
        part(&card.contact_type, "no contact type on record"),
    ];
    Words::default().list(parts, BETWEEN)
}

fn phones(card: &Card) -> Vec<Words> {
    let names = ["📞 Phone: ", "📞 Other phone: "];
    let mut lines = numbered(names, card.phones.iter().map(number));
    if card.phones.is_empty() {
        let missing = if card.has_fax { "📞 only a fax number on record" } else { "📞 no phone on record" };
        lines.push(Words::new(missing));
    }
    lines
}

fn emails(card: &Card) -> Vec<Words> {
    let address = |email: &Email| labelled(Words::default().copy(&*email.value), email.label.as_deref());
    let mut lines = numbered(["✉️ E-mail: ", "✉️ Other e-mail: "], card.emails.iter().map(address));
    if card.emails.is_empty() {
        lines.push(Words::new("✉️ no e-mail on record"));
    }
    lines
}

fn numbered([first, other]: [&'static str; 2], shown: impl ExactSizeIterator<Item = Words>) -> Vec<Words> {
    let rest = shown.len().saturating_sub(MAX_SHOWN);
    let name = |at| if at == 0 { first } else { other };
    let mut lines: Vec<Words> = shown
        .take(MAX_SHOWN)
        .enumerate()
        .map(|(at, words)| Words::default().list([Words::new(name(at)), words], ""))
        .collect();
    if rest > 0 {
        lines.push(Words::new(format!("… and {rest} more in IT Glue")));
    }
    lines
}

fn labelled(words: Words, label: Option<&str>) -> Words {
    match label {
        Some(label) => words.ours(BETWEEN).theirs(label),
        None => words,
    }
}

fn site(site: Option<&Site>) -> Vec<Words> {
    let parts = site.map(|site| site.parts.iter().map(|part| Words::default().theirs(part.as_str())));
    let place = match parts {
        Some(parts) if parts.len() > 0 => Words::new("📍 Location: ").list(parts, ", "),
        _ => Words::new("📍 no location on record"),
    };
    let phone = site.and_then(|site| site.phone.as_deref());
    [Some(place), phone.map(|phone| Words::new("☎️ Phone of the location: ").copy(phone))]
        .into_iter()
        .flatten()
        .collect()
}

fn why(why: &Why, card: &Card) -> Words {
    match why {
        Why::Matched(reason) => matched(reason, &card.name),
        Why::Primary { contact_type } => {
            Words::new("🔎 Primary contact on record: the contact type is “").theirs(contact_type.as_str()).ours("”.")
        }
        Why::Fallback(fallback) => {
            let shown = match fallback.tier {
                Tier::Vip => "the only VIP there",
                Tier::Technical => "the only technical contact there",
                Tier::Executive => "the only executive contact there",
                Tier::Anyone => "the only person there with a phone or e-mail on record",
                Tier::Unreachable => "the only person there, without phone or e-mail",
            };
            no_primary(fallback).ours(format!(" Shown is {shown}."))
        }
    }
}

/// That there is no primary contact to call, and how so.
#[must_use]
pub(super) fn no_primary(fallback: &Fallback) -> Words {
    let organization = fallback.organization.as_str();
    if fallback.unreachable_primaries.is_empty() {
        return Words::new("🔎 No primary contact on record at ").theirs(organization).ours(".");
    }
    let names = fallback.unreachable_primaries.iter().take(MAX_SHOWN);
    Words::new("⚠️ No phone or e-mail on record for the primary contact at ")
        .theirs(organization)
        .ours(": ")
        .list(names.map(|name| Words::default().theirs(name.as_str())), ", ")
        .ours(".")
}

fn matched(reason: &Reason, name: &str) -> Words {
    let pair = |how: &'static str, typed: &str, stored: &str| {
        Words::new("🔎 Matched ").ours(how).ours(": ").theirs(typed).ours(" → ").theirs(as_written(stored, name))
    };
    match reason {
        Reason::Nickname { typed, stored } => pair("nickname", typed, stored),
        Reason::Typo { typed, stored } => pair("despite the spelling", typed, stored),
        Reason::SoundsLike { typed, stored } => pair("by sound", typed, stored),
        Reason::Initials => Words::new("🔎 Matched by initials"),
        Reason::Acronym => Words::new("🔎 Matched by the organization's initials"),
        Reason::PhoneEnds => Words::new("🔎 Matched by the end of a phone number"),
        Reason::Email => Words::new("🔎 Matched by e-mail address"),
    }
}

/// The search folds what it stores; this finds the word as the name has it.
fn as_written<'a>(folded: &'a str, name: &'a str) -> &'a str {
    name.split(|char: char| !char.is_alphanumeric()).find(|word| word.to_lowercase() == folded).unwrap_or(folded)
}
