//! The words of a card.

mod found;
pub mod notes;
pub mod number;
use crate::access::Field;
use crate::answer::card::{Banner, Card, DepartedSign, ShownReason};
use crate::answer::language::Language;
use crate::answer::phrases::{BETWEEN, banner, chain};
use crate::answer::words::{Line, Words, cut, theirs, width};
use crate::domain::contact::Email;
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::Layout;
use crate::policy::hours::DAYS;
use crate::reach::zone::{Local, LocalTime};
use crate::search::Reason;

/// Numbers, and addresses, shown of one contact. More of them are a switchboard's list, which no one reads in a hurry.
const MAX_SHOWN: usize = 8;

/// The columns of a phone that is 390 pixels wide, less two for wide letters.
pub const COLUMNS: usize = 40;

/// The shortest title worth showing.
const SHORTEST_TITLE: usize = 12;

/// The longest quotation from notes: two lines on a phone.
const LONGEST_QUOTE: usize = 60;

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

/// The lines of a card in the order of a call: whom, which number, what to know before dialling, and what else there is.
pub fn lines(card: &Card, banner: Option<&Banner>, language: Language) -> Vec<Line> {
    let shared = card
        .shared_by
        .map(|user| language.say_with("shared-by", [("user", Words::user(user, language).into())]).small());
    if card.withheld.everything {
        let organization = card.organization.as_ref().map(|name| theirs(name).into());
        return organization.into_iter().chain([language.say("card-withheld").into()]).chain(shared).collect();
    }
    let (full, chain) = (card.layout == Layout::Full, card.chain.as_deref());
    let mut lines: Vec<Line> = card.departed.map(|sign| departed(sign, card, language).into()).into_iter().collect();
    lines.push(who(card, language).into());
    lines.extend(number::first(card, language));
    let mut normal = before_a_call(card, banner, language);
    if full {
        normal.extend(number::others(card, language));
    }
    normal.extend(emails(card, language));
    normal.extend(chain.iter().flat_map(|chain| chain::next(chain, card.layout, language)));
    lines.extend(normal.into_iter().map(Line::from));
    let mut small: Vec<Words> = Vec::new();
    if !full {
        small.extend(number::count_of_others(card, language));
    }
    small.extend(times(card, language));
    small.extend(chain.iter().flat_map(|chain| chain::place(chain, language)));
    small.extend(chain.iter().flat_map(|chain| chain::calls(chain, card.layout, language)));
    small.extend(card.why.iter().filter(|why| !is_rival(why)).flat_map(|reason| why(reason, card, language)));
    if full {
        small.push(kind(card, language));
        small.extend(site(card, language));
        small.extend(attempts(card, language));
    }
    lines.extend(small.into_iter().map(Words::small));
    if full {
        let notes = card.notes.iter();
        let notes = notes.flat_map(|excerpt| notes::beginning(excerpt, ["notes", "notes-more"], language));
        lines.extend(notes.map(Line::from));
    }
    lines.extend(banner.into_iter().flat_map(|banner| banner::tail(banner, language)).map(Line::from));
    lines.extend(shared);
    lines
}

/// What to know before dialling.
fn before_a_call(card: &Card, banner: Option<&Banner>, language: Language) -> Vec<Words> {
    let chain = card.chain.as_deref();
    let mut lines: Vec<Words> = chain.map(|chain| chain::remarks(chain, language)).unwrap_or_default();
    lines.extend(card.why.iter().filter(|why| is_rival(why)).flat_map(|rival| why(rival, card, language)));
    lines.extend(banner.into_iter().flat_map(|banner| banner::head(banner, language)));
    lines.extend(night(card, language));
    lines.extend(chain.and_then(|chain| chain::awake(chain, language)));
    lines.extend(hours(card, false, language));
    let ask = |quote: &String| language.say_with("write-first", [("quote", theirs(cut(quote, LONGEST_QUOTE)).into())]);
    lines.extend(card.write_first.as_ref().map(ask));
    lines.extend(failed(card.failed_lately, card, language));
    lines.extend(phones_changed(card, language));
    lines
}

fn is_rival(why: &ShownReason) -> bool {
    matches!(why, ShownReason::Rival { .. })
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

/// Title and client. On a compact card they fit one line of a phone, if need be by a shorter title.
fn who(card: &Card, language: Language) -> Words {
    let organization = card.organization.as_ref();
    let title = card.title.as_ref().or(card.contact_type.as_ref());
    let room = COLUMNS.saturating_sub(organization.map_or(0, |name| width(name)) + width(BETWEEN)).max(SHORTEST_TITLE);
    let title = title.map(|title| theirs(if card.layout == Layout::Full { title.clone() } else { cut(title, room) }));
    let organization = organization.map_or_else(|| language.say("no-organization"), theirs);
    Words::default().list(title.into_iter().chain([organization]), BETWEEN)
}

/// What of title and contact type the line above does not say.
fn kind(card: &Card, language: Language) -> Words {
    let no_title = card.title.is_none().then(|| language.say("no-title"));
    let contact_type = match &card.contact_type {
        Some(name) => card.title.is_some().then(|| language.say_with("who-can-type", [("type", theirs(name).into())])),
        None => Some(language.say("no-contact-type")),
    };
    Words::default().list(no_title.into_iter().chain(contact_type), BETWEEN)
}

fn emails(card: &Card, language: Language) -> Vec<Words> {
    if card.withheld.keeps(Field::Email) {
        return vec![language.say("email-withheld")];
    }
    let line = |(at, email): (usize, &Email)| {
        let address = &*email.value;
        let address = if card.offers.dial_links { Words::mail(address) } else { Words::default().copy(address) };
        let label = email.label.as_deref().filter(|_| card.layout == Layout::Full).map(theirs);
        let found = found::mark(card.emails.len() > 1 && found::is_by_address(card, email), language);
        let address = Words::default().list([address].into_iter().chain(label).chain(found), BETWEEN);
        language.say_with(if at == 0 { "email" } else { "other-email" }, [("email", address.into())])
    };
    let shown = shown(card, card.emails.len());
    let mut lines: Vec<Words> = card.emails.iter().take(shown.min(MAX_SHOWN)).enumerate().map(line).collect();
    let rest = shown.saturating_sub(MAX_SHOWN);
    lines.extend((rest > 0).then(|| language.say_with("more-in-it-glue", [("count", rest.into())])));
    lines.extend(card.emails.is_empty().then(|| language.say("no-email")));
    lines
}

/// How many of a card's numbers, or of its addresses, the layout shows; no more than [`MAX_SHOWN`] of them.
fn shown(card: &Card, all: usize) -> usize {
    if card.layout == Layout::Compact { all.min(1) } else { all }
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

/// The local time, unless the warning has it, and the stated hours the contact is in.
fn times(card: &Card, language: Language) -> Vec<Words> {
    let clock = (!card.night).then(|| clock("local-time", card, language)).flatten();
    clock.into_iter().chain(hours(card, true, language)).collect()
}

/// The stated hours that the contact is in, or is not in.
fn hours(card: &Card, open: bool, language: Language) -> Option<Words> {
    let hours = card.hours.as_ref().filter(|hours| hours.open == open)?;
    let sentence = if open { "hours-open" } else { "hours-closed" };
    Some(language.say_with(sentence, [("quote", theirs(hours.quote.as_str()).into())]))
}

/// A call that did not reach the contact, unless the chain tells of it.
fn failed(attempt: Option<Attempt>, card: &Card, language: Language) -> Option<Words> {
    let attempt = attempt?;
    let outcome = if attempt.outcome == Outcome::WrongNumber { "wrong-number" } else { "no-answer" };
    attempt_said("last-failed", attempt, outcome, card, language)
}

/// The last call that reached the contact, and an older one that did not.
fn attempts(card: &Card, language: Language) -> Vec<Words> {
    let reached =
        card.last_reached.and_then(|attempt| attempt_said("last-reached", attempt, "reached", card, language));
    failed(card.last_failed, card, language).into_iter().chain(reached).collect()
}

fn attempt_said(
    sentence: &'static str,
    attempt: Attempt,
    outcome: &'static str,
    card: &Card,
    language: Language,
) -> Option<Words> {
    if card.chain.as_ref().is_some_and(|chain| chain.tells_of(card.id, &attempt)) {
        return None;
    }
    let (ago, user) = (Words::ago(attempt.at, language).into(), chain::user(attempt.by, language).into());
    Some(language.say_with(sentence, [("ago", ago), ("user", user), ("outcome", outcome.into())]))
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
