//! "M-F 9-5", "9am-5pm EST M-F", "Hours: 8-5", "closed Wednesdays".

use crate::reach::hours::call_words::{CALLS, NEGATIONS};
use crate::reach::hours::days::days;
use crate::reach::hours::stated_zone::{StatedZone, stated_zone};
use crate::reach::hours::times::{Range, range};
use crate::reach::hours::token::{Token, any_phrase, clause_after, clause_before};
use crate::reach::hours::words::{AND, CLOSED, DOUBTS, EXCEPTIONS, FILLERS, INTRODUCTIONS};
use crate::reach::hours::{Days, Says};

/// So many words of no meaning may stand between days and hours.
const MOST_FILLERS: usize = 4;

/// Reads hours with their days: what they say, where the quote begins and where it ends.
pub(super) fn weekly(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let (found, next) = days_first(tokens, at).or_else(|| hours_first(tokens, at))?;
    (!is_doubtful(clause_before(tokens, at)) && !is_doubtful(clause_after(tokens, next))).then_some((found, next))
}

/// "closed Wednesdays", "Sunday: closed".
pub(super) fn closed(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let (days, next) = if let Some(next) = any_phrase(tokens, at, CLOSED) {
        days(tokens, fillers(tokens, next))?
    } else {
        let (days, next) = days(tokens, at)?;
        let next = fillers(tokens, next);
        (days, any_phrase(tokens, next, CLOSED).or_else(|| any_phrase(tokens, next, &["off"]))?)
    };
    let has_hours = range(tokens, fillers(tokens, next), false).is_some();
    let (before, after) = (clause_before(tokens, at), clause_after(tokens, next));
    // "Ticket closed Friday" is history, "the office is closed Fridays" is not.
    let is_rule = repeats(tokens, at, next) || is_plain(before) && is_plain(after);
    (is_rule && !has_hours && !is_doubtful(before) && !is_doubtful(after)).then(|| (vec![Says::Closed { days }], next))
}

/// "do not call on Wednesdays", "except Fridays".
pub(super) fn not_on(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let negation = at + usize::from(tokens.get(at)?.word() == "do");
    let word = tokens.get(negation)?.word();
    if !NEGATIONS.contains(&word) && !EXCEPTIONS.contains(&word) {
        return None;
    }
    let call = fillers(tokens, negation + 1);
    let start = any_phrase(tokens, call, CALLS).unwrap_or(call);
    let (days, next) = days(tokens, fillers(tokens, start))?;
    let has_hours = range(tokens, fillers(tokens, next), false).is_some();
    let after = clause_after(tokens, next);
    let is_rule =
        after.iter().all(|token| CALLS.contains(&token.word())) || repeats(tokens, start, next) && !is_doubtful(after);
    (is_rule && !has_hours).then(|| (vec![Says::Closed { days }], next))
}

/// Whether a clause has a word that makes hours in it doubtful.
pub(super) fn is_doubtful(clause: &[Token<'_>]) -> bool {
    clause.iter().any(|token| DOUBTS.contains(&token.word()) || token.is_mark('#'))
}

fn days_first(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let (days, next) = days(tokens, at)?;
    let (ranges, next) = ranges(tokens, fillers(tokens, next))?;
    let (zone, next) = zone(tokens, next)?;
    // "Site visit Tue 10-12" is an appointment.
    let is_rule = days.on.count_ones() > 1
        || repeats(tokens, at, next)
        || is_plain(clause_before(tokens, at)) && is_plain(clause_after(tokens, next));
    is_rule.then(|| (says(days, &ranges, zone), next))
}

fn hours_first(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let introduction = INTRODUCTIONS.iter().filter_map(|words| any_phrase(tokens, at, &[words])).max();
    let start = introduction.map_or(at, |next| fillers(tokens, next));
    let (ranges, next) = ranges(tokens, start)?;
    let (zone, next) = zone(tokens, next)?;
    let comes_next = tokens.get(next).is_some_and(|token| token.is_mark(','));
    let stated = if comes_next { None } else { days(tokens, fillers(tokens, next)) };
    // "Hours 9-5 Sat 10-2": those days have hours of their own.
    let stated = stated.filter(|(_, after)| range(tokens, fillers(tokens, *after), false).is_none());
    if let Some((days, next)) = stated {
        return Some((says(days, &ranges, zone), next));
    }
    let is_marked = ranges.iter().any(|range| range.marked);
    let is_all = at == 0 && next == tokens.len() && is_marked;
    // "Open 10-12 tickets" is a number of tickets.
    let is_introduced = introduction.is_some() && (is_marked || clause_after(tokens, next).is_empty());
    (is_introduced || is_all).then(|| (says(Days::UNSTATED, &ranges, zone), next))
}

/// One range of hours or several: "9-12 and 13-17".
fn ranges(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Range>, usize)> {
    let (first, mut next) = range(tokens, at, false)?;
    let mut ranges = vec![first?];
    while let Some((more, after)) = any_phrase(tokens, next, AND).and_then(|next| range(tokens, next, true)) {
        ranges.push(more?);
        next = after;
    }
    Some((ranges, next))
}

/// The zone after the hours, if one is stated; none at all where it is stated but not known.
fn zone(tokens: &[Token<'_>], at: usize) -> Option<(Option<StatedZone>, usize)> {
    match stated_zone(tokens, at) {
        Some((zone, next)) => Some((Some(zone?), next)),
        None => Some((None, at)),
    }
}

/// Whether a name of a day says that it is meant every week: "Fridays", "montags".
fn repeats(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let words = tokens.get(at..next).unwrap_or_default().iter().map(Token::word);
    words
        .filter(|word| word.len() > 5)
        .any(|word| word.ends_with("ays") || word.ends_with("tags") || word.ends_with("ochs"))
}

/// Whether a clause has nothing else to say.
fn is_plain(clause: &[Token<'_>]) -> bool {
    let plain = [FILLERS, INTRODUCTIONS, AND];
    clause.iter().all(|token| plain.iter().any(|words| words.contains(&token.text) || words.contains(&token.word())))
}

/// Where the words without meaning end.
fn fillers(tokens: &[Token<'_>], at: usize) -> usize {
    let rest = tokens.get(at..).unwrap_or_default();
    let is_filler = |token: &&Token<'_>| FILLERS.contains(&token.text) || FILLERS.contains(&token.word());
    at + rest.iter().take(MOST_FILLERS).take_while(is_filler).count()
}

fn says(days: Days, ranges: &[Range], zone: Option<StatedZone>) -> Vec<Says> {
    ranges.iter().map(|range| Says::Weekly { days, from: range.from, to: range.to, zone }).collect()
}
