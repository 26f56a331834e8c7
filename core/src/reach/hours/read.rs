//! Puts the sentences of a note together.

use jiff::civil::Time;

use crate::reach::hours::item::{ItemKind, items};
use crate::reach::hours::sentence::{Sentence, sentence};
use crate::reach::hours::token::{Token, tokens};
use crate::reach::hours::{Days, Doubt, Says, Stated, Statement};

/// A note with more words than this is not read to its end.
pub(super) const MOST_TOKENS: usize = 4_000;

/// More statements than any note makes; further ones are not read.
const MOST_STATEMENTS: usize = 50;

/// What a note states about when to call. Each quote is part of the text.
pub fn find(text: &str) -> Stated {
    let mut tokens = tokens(text);
    let mut is_cut = tokens.len() > MOST_TOKENS;
    tokens.truncate(MOST_TOKENS);
    let items = items(&tokens);
    let sentences: Vec<Sentence> = items.split(|item| item.what == ItemKind::Stop).filter_map(sentence).collect();
    let mut statements: Vec<Statement> = Vec::new();
    for (place, sentence) in sentences.iter().enumerate() {
        for (says, first, next) in &sentence.says {
            statements.push(Statement { quote: quote(text, &tokens, *first, *next), says: *says });
        }
        if let Some(doubt) = sentence.doubt {
            let others = sentences.iter().enumerate().filter(|(other, _)| *other != place);
            let others = others.fold(Days::NONE, |all, (_, sentence)| all.and(named(sentence)));
            let own = sentence.days;
            let is_about_all = sentence.heading || own == Days::NONE;
            let days = if is_about_all { Days::ALL } else { Days::ALL.without(others.without(own)) };
            statements.push(unread(days, doubt));
        }
    }
    let mut zones = sentences.iter().flat_map(|sentence| sentence.zones.iter().copied());
    let zone = zones.next();
    is_cut |= statements.len() > MOST_STATEMENTS || zones.any(|other| Some(other) != zone);
    statements.truncate(MOST_STATEMENTS);
    let contradicted = contradicted(&statements);
    if contradicted != Days::NONE {
        statements.push(unread(contradicted, Doubt::Both));
    }
    if is_cut {
        statements.push(unread(Days::ALL, Doubt::Both));
    }
    Stated { statements, zone }
}

fn unread(days: Days, doubt: Doubt) -> Statement {
    Statement { quote: String::new(), says: Says::Unread { days, doubt } }
}

pub(super) fn quote(text: &str, tokens: &[Token<'_>], first: usize, next: usize) -> String {
    let ends = tokens.get(first).zip(next.checked_sub(1).and_then(|last| tokens.get(last)));
    ends.and_then(|(first, last)| text.get(first.start..last.end())).unwrap_or_default().to_owned()
}

fn named(sentence: &Sentence) -> Days {
    sentence.says.iter().fold(Days::NONE, |all, (says, ..)| match says {
        Says::Hours { days, .. } | Says::Closed { days } | Says::Unread { days, .. } => all.and(*days),
        _ => all,
    })
}

/// Days on which two statements cannot both be true: hours that overlap, or hours only on days that are closed.
fn contradicted(statements: &[Statement]) -> Days {
    let mut contradicted = Days::NONE;
    for (place, one) in statements.iter().enumerate() {
        let Says::Hours { days, from, to } = one.says else { continue };
        for (other_place, other) in statements.iter().enumerate() {
            match other.says {
                Says::Hours { days: others, from: other_from, to: other_to } if place < other_place => {
                    let (one, other) = (minutes(from, to), minutes(other_from, other_to));
                    // "24/7 support, office M-F 9-5" says nothing certain about any day.
                    let is_always = from == to || other_from == other_to;
                    if days.shared(others) != Days::NONE && one.0 < other.1 && other.0 < one.1 {
                        contradicted = contradicted.and(if is_always { days.and(others) } else { days.shared(others) });
                    }
                }
                Says::Closed { days: closed } if days.without(closed) == Days::NONE => {
                    contradicted = contradicted.and(days);
                }
                _ => {}
            }
        }
    }
    contradicted
}

/// Minutes from midnight on; an end on the next day is beyond 24 hours.
fn minutes(from: Time, to: Time) -> (i32, i32) {
    let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    (minutes(from), minutes(to) + if to <= from { 24 * 60 } else { 0 })
}
