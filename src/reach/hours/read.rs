//! Reads a note line by line.

use crate::reach::hours::calls::{after, always, no_calls};
use crate::reach::hours::times::range;
use crate::reach::hours::token::{Token, clause_before, tokens};
use crate::reach::hours::weekly::{closed, is_doubtful, not_on, weekly};
use crate::reach::hours::{Says, Stated};

/// A line with more words than this is no note about hours; what follows is not read.
const MOST_TOKENS: usize = 2_000;

/// So many statements are more than anybody makes; what follows is not read.
const MOST_STATEMENTS: usize = 50;

/// The hours stated in a note, in its order. Each quote is part of the text. Nothing is found where a statement is
/// doubtful, nor hours that contradict others in the same text.
#[must_use]
pub fn find(text: &str) -> Vec<Stated> {
    let mut stated: Vec<Stated> = Vec::new();
    for found in text.lines().flat_map(in_line).take(MOST_STATEMENTS) {
        if stated.iter().all(|known| known.says != found.says) {
            stated.push(found);
        }
    }
    if contradict(&stated) {
        stated.retain(|stated| !matches!(stated.says, Says::Weekly { .. } | Says::Always));
    }
    stated
}

fn in_line(line: &str) -> Vec<Stated> {
    let mut tokens = tokens(line);
    tokens.truncate(MOST_TOKENS);
    let mut stated = Vec::new();
    let mut hours_left_over = false;
    let mut at = 0;
    let mut tokens = tokens.as_slice();
    while at < tokens.len() {
        if let Some((found, next)) = statement(tokens, at) {
            let quote = quote(line, tokens, at, next);
            stated.extend(found.into_iter().map(|says| Stated { quote: quote.clone(), says }));
            // What was read is no context of what follows.
            tokens = tokens.get(next.max(at + 1)..).unwrap_or_default();
            at = 0;
        } else {
            // Words of doubt say what the range is not; any other range is hours that were not understood.
            hours_left_over |= range(tokens, at, false).is_some() && !is_doubtful(clause_before(tokens, at));
            at += 1;
        }
    }
    if hours_left_over {
        stated.retain(|stated| !matches!(stated.says, Says::Weekly { .. }));
    }
    stated
}

fn statement(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    always(tokens, at)
        .or_else(|| closed(tokens, at))
        .or_else(|| no_calls(tokens, at))
        .or_else(|| not_on(tokens, at))
        .or_else(|| after(tokens, at))
        .or_else(|| weekly(tokens, at))
}

fn quote(line: &str, tokens: &[Token<'_>], at: usize, next: usize) -> String {
    let ends = tokens.get(at).zip(next.checked_sub(1).and_then(|last| tokens.get(last)));
    ends.and_then(|(first, last)| line.get(first.start..last.end())).unwrap_or_default().to_owned()
}

/// Whether two statements of hours cannot both be true.
fn contradict(stated: &[Stated]) -> bool {
    let pairs =
        stated.iter().enumerate().flat_map(|(place, one)| stated[place + 1..].iter().map(move |other| (one, other)));
    pairs.into_iter().any(|(one, other)| match (one.says, other.says) {
        (Says::Always, Says::Weekly { .. }) | (Says::Weekly { .. }, Says::Always) => true,
        (
            Says::Weekly { days, from, to, .. },
            Says::Weekly { days: other_days, from: other_from, to: other_to, .. },
        ) => days.overlap(other_days) && (to <= from || other_to <= other_from || from < other_to && other_from < to),
        _ => false,
    })
}
