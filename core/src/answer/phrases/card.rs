//! The words of a card.

mod found;
pub mod notes;
pub mod number;
use crate::access::Field;
use crate::answer::card::{Card, DepartedSign, ShownReason};
use crate::answer::language::Language;
use crate::answer::phrases::{BETWEEN, chain};
use crate::answer::words::{Words, theirs};
use crate::domain::contact::Email;
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::Layout;
use crate::policy::hours::DAYS;
use crate::reach::zone::{Local, LocalTime};
use crate::search::Reason;

/// Numbers, and addresses, shown of one contact. More of them are a switchboard's list, which no one reads in a hurry.
const MAX_SHOWN: usize = 8;

pub fn name(name: &str, language: Language) -> Words {
    if name.is_empty() { language.say("unnamed-contact") } else { theirs(name) }
}

/// A name, with the mark of an important contact.
pub fn marked(vip: bool, person: &str, language: Language) -> Words {
    let mark = vip.then(|| language.say("vip-mark"));
    Words::default().list(mark.into_iter().chain([name(person, language)]), BETWEEN)
}

pub fn title(card: &Card, language: Language) -> Words {
    let favourite = (card.favourite == Some(true)).then(|| language.say("favourite-mark"));
    Words::default().list([marked(card.vip, &card.name, language)].into_iter().chain(favourite), BETWEEN)
}

/// The lines of a card, the most urgent first.
pub fn lines(card: &Card, language: Language) -> Vec<Words> {
    let full = card.layout == Layout::Full;
    let shared =
        card.shared_by.map(|user| language.say_with("shared-by", [("user", Words::user(user, language).into())]));
    let mut lines: Vec<Words> = shared.into_iter().collect();
    if card.withheld.everything {
        lines.extend(card.organization.as_ref().map(theirs));
        lines.push(language.say("card-withheld"));
        return lines;
    }
    lines.extend(card.departed.map(|sign| departed(sign, card, language)));
    lines.push(who(card, language));
    lines.extend(card.why.iter().flat_map(|reason| why(reason, card, language)));
    lines.extend(card.chain.iter().flat_map(|chain| chain::head(chain, language)));
    lines.extend(night(card, language));
    lines.extend(card.chain.as_ref().and_then(|chain| chain::awake(chain, language)));
    lines.extend(phones_changed(card, language));
    lines.extend(number::lines(card, language));
    lines.extend(emails(card, language));
    lines.extend(times(card, language));
    lines.extend(card.chain.iter().flat_map(|chain| chain::tail(chain, language)));
    if full {
        lines.extend(site(card, language));
        lines.extend(attempts(card, language));
        lines
            .extend(card.notes.iter().flat_map(|excerpt| notes::beginning(excerpt, ["notes", "notes-more"], language)));
    }
    lines
}

/// The line about a new number: the contact may have another phone, or a stranger pretends to be the contact.
fn phones_changed(card: &Card, language: Language) -> Option<Words> {
    let ago = Words::ago(card.phones_changed_at?, language);
    Some(language.say_with("phones-changed", [("ago", ago.into())]))
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

fn emails(card: &Card, language: Language) -> Vec<Words> {
    if card.withheld.keeps(Field::Email) {
        return vec![language.say("email-withheld")];
    }
    let address = |email: &Email| {
        let link = if card.offers.dial_links { Words::mail(&*email.value) } else { Words::default() };
        let label = email.label.as_deref().map(theirs);
        let address = Words::default().list([link.copy(&*email.value)].into_iter().chain(label), BETWEEN);
        found::marked(address, card.emails.len() > 1 && found::is_by_address(card, email), language)
    };
    let shown = card.emails.iter().take(shown(card, card.emails.len())).map(address);
    let mut lines = numbered(["email", "other-email"], "email", shown, language);
    if card.emails.is_empty() {
        lines.push(language.say("no-email"));
    }
    lines
}

/// How many of a card's numbers, or of its addresses, the layout shows; no more than [`MAX_SHOWN`] of them.
fn shown(card: &Card, all: usize) -> usize {
    if card.layout == Layout::Compact { all.min(1) } else { all }
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

fn site(card: &Card, language: Language) -> Vec<Words> {
    let place = if card.withheld.keeps(Field::Location) {
        language.say("location-withheld")
    } else if card.location.is_empty() {
        language.say("no-location")
    } else {
        let parts = card.location.iter().map(theirs);
        language.say_with("location", [("place", Words::default().list(parts, ", ").into())])
    };
    [place].into_iter().chain(number::of_own_site(card, language)).collect()
}

fn why(why: &ShownReason, card: &Card, language: Language) -> Vec<Words> {
    let words = match why {
        ShownReason::Matched(reason) => matched(reason, card, language),
        ShownReason::Phone { typed, line, fit } => {
            return found::by_number(typed, line.as_deref(), *fit, card, language);
        }
        ShownReason::Email { typed, line, fit } => {
            return found::by_address(typed, line.as_ref(), *fit, card, language).into_iter().collect();
        }
        ShownReason::Rival { name, organization, departed } => {
            let sentence = if *departed { "rival-departed" } else { "rival" };
            let organization = organization.as_deref().map_or_else(|| language.say("no-organization"), theirs);
            language.say_with(sentence, [("name", theirs(name).into()), ("organization", organization.into())])
        }
    };
    vec![words]
}

fn matched(reason: &Reason, card: &Card, language: Language) -> Words {
    let name = &card.name;
    let pair = |sentence, typed: &str, stored: &str| {
        let stored = theirs(as_written(stored, name));
        language.say_with(sentence, [("typed", theirs(typed).into()), ("stored", stored.into())])
    };
    let stored = |sentence, stored: &str| language.say_with(sentence, [("stored", theirs(stored).into())]);
    match reason {
        Reason::Nickname { typed, stored } => pair("matched-nickname", typed, stored),
        Reason::Typo { typed, stored } => pair("matched-typo", typed, stored),
        Reason::SoundsLike { typed, stored } => pair("matched-sound", typed, stored),
        Reason::Initials => language.say("matched-initials"),
        Reason::Acronym => language.say("matched-acronym"),
        Reason::Phone { typed } => found::by_end(typed, language),
        Reason::Email { .. } => language.say("matched-email"),
        Reason::EmailDomain => language.say("matched-email-domain"),
        Reason::Client { typed } => {
            let client = card.organization.as_deref().unwrap_or_default();
            match typed {
                Some(typed) => pair("matched-client-typed", typed, client),
                None => stored("matched-client", client),
            }
        }
        Reason::Title => stored("matched-title", card.title.as_deref().unwrap_or_default()),
        Reason::ContactType => stored("matched-type", card.contact_type.as_deref().unwrap_or_default()),
        Reason::Place => language.say("matched-place"),
    }
}

/// The search folds what it stores; this finds the word as the name has it.
fn as_written<'a>(folded: &'a str, name: &'a str) -> &'a str {
    name.split(|char: char| !char.is_alphanumeric()).find(|word| word.to_lowercase() == folded).unwrap_or(folded)
}

/// The warning that a call may wake the contact.
fn night(card: &Card, language: Language) -> Option<Words> {
    card.night.then(|| clock("night-call", card, language)).flatten()
}

/// The local time, unless the warning has it, and whether it is in the stated hours.
fn times(card: &Card, language: Language) -> Vec<Words> {
    let clock = (!card.night).then(|| clock("local-time", card, language)).flatten();
    let hours = card.hours.as_ref().map(|hours| {
        let sentence = if hours.open { "hours-open" } else { "hours-closed" };
        language.say_with(sentence, [("quote", theirs(hours.quote.as_str()).into())])
    });
    [clock, hours].into_iter().flatten().collect()
}

/// The last call that reached the contact, and the last that did not, unless the chain tells of them.
fn attempts(card: &Card, language: Language) -> Vec<Words> {
    let said = |sentence, at, by, outcome: &'static str| {
        let (ago, user) = (Words::ago(at, language).into(), chain::user(by, language).into());
        language.say_with(sentence, [("ago", ago), ("user", user), ("outcome", outcome.into())])
    };
    let is_new = |attempt: &Attempt| !card.chain.as_ref().is_some_and(|chain| chain.tells_of(card.id, attempt));
    let failed = card.last_failed.filter(is_new).map(|attempt| {
        let outcome = if attempt.outcome == Outcome::WrongNumber { "wrong-number" } else { "no-answer" };
        said("last-failed", attempt.at, attempt.by, outcome)
    });
    let reached =
        card.last_reached.filter(is_new).map(|attempt| said("last-reached", attempt.at, attempt.by, "reached"));
    [failed, reached].into_iter().flatten().collect()
}

fn clock(sentence: &'static str, card: &Card, language: Language) -> Option<Words> {
    let time = match &card.local {
        Local::Unknown => return None,
        Local::One(time) => at_place(time, language),
        Local::Several(times) => {
            // The contact's may be one that is left out.
            let all = times.iter().map(|time| at_place(time, language));
            language.say_with("one-of", [("times", Words::default().list(all, ", ").into())])
        }
    };
    Some(language.say_with(sentence, [("time", time.into()), ("of", <&str>::from(card.local_of).into())]))
}

fn at_place(time: &LocalTime, language: Language) -> Words {
    let weekday = DAYS[usize::from(time.time.weekday().to_monday_zero_offset().unsigned_abs())];
    let clock = Words::new(time.time.strftime("%H:%M").to_string()).into();
    let place = theirs(&*time.name).into();
    language.say_with("time-at", [("weekday", weekday.into()), ("time", clock), ("place", place)])
}
