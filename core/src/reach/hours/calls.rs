//! "do not call before 9am", "after 5pm call mobile", "out of hours ring cell".

use jiff::civil::Time;

use crate::reach::hours::times::single;
use crate::reach::hours::token::{Token, any_phrase, clause_after, clause_before};
use crate::reach::hours::words::{WORDS, is_one_of};
use crate::reach::hours::{PhoneLine, Says};

/// As many words may stand between the parts of a statement.
const FARTHEST: usize = 5;

/// "do not call before 9am or after 8pm".
pub(super) fn no_calls(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let negation = at + usize::from(tokens.get(at)?.word() == "do");
    tokens.get(negation).filter(|token| is_one_of(token.word(), &WORDS.not))?;
    let clause = clause_after(tokens, at);
    let mut starts = negation + 1..at + clause.len().min(FARTHEST + 2);
    let (start, (bound, mut next)) = starts.find_map(|start| Some((start, bound(tokens, start)?)))?;
    let mut found = vec![bound];
    let joined = any_phrase(tokens, next, "or|and|nor|oder|und|ou|et|o|y|ni");
    if let Some((more, after)) = joined.and_then(|joined| self::bound(tokens, joined)) {
        found.push(more);
        next = after;
    }
    let is_call = |token: &Token<'_>| is_one_of(token.word(), &WORDS.calls);
    let mut between: Vec<&Token<'_>> = tokens.get(at..start)?.iter().collect();
    if !between.iter().any(|token| is_call(token)) {
        // "nicht vor 9 Uhr anrufen"
        let rest = clause_after(tokens, next);
        let call = rest.iter().take(FARTHEST).position(is_call)?;
        between.extend(&rest[..call]);
        next += call + 1;
    }
    // "no calls on Tuesdays before 10am"
    let is_known = |token: &Token<'_>| {
        leads_on(token)
            || token.word() == "do"
            || [&WORDS.not, &WORDS.plain].iter().any(|words| is_one_of(token.word(), words))
    };
    if !between.iter().all(|token| is_known(token)) {
        return None;
    }
    // "do not call the mobile after 8pm" is about one line only.
    if clause.iter().any(|token| line_of(token).is_some()) {
        found.clear();
    }
    Some((found, next))
}

/// "after 5pm call mobile", "mobile after 5pm".
pub(super) fn after(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Says>, usize)> {
    let (says, next) = line_when(tokens, at)?;
    let is_denied = clause_before(tokens, at).iter().any(|token| is_one_of(token.word(), &WORDS.not));
    (!is_denied).then(|| (vec![says], next))
}

fn line_when(tokens: &[Token<'_>], at: usize) -> Option<(Says, usize)> {
    let says = |when: Option<Time>, call| when.map_or(Says::OutOfHours { call }, |time| Says::After { time, call });
    if let Some((when, next)) = when(tokens, at) {
        let (call, next) = line(tokens, next)?;
        return Some((says(when, call), next));
    }
    let starts = tokens.get(at).is_some_and(|token| line_of(token).is_some() || is_one_of(token.word(), &WORDS.calls));
    let (call, next) = starts.then(|| line(tokens, at))??;
    let (when, next) = when(tokens, on_the_way(tokens, next))?;
    // "mobile after 5pm call home": the line that follows is the one meant.
    line(tokens, next).is_none().then(|| (says(when, call), next))
}

/// The time for calling a line; no time is out of hours.
fn when(tokens: &[Token<'_>], at: usize) -> Option<(Option<Time>, usize)> {
    if let Some(next) = any_phrase(tokens, at, &WORDS.out_of_hours) {
        return Some((None, next));
    }
    let start = article(tokens, any_phrase(tokens, at, &WORDS.after)?);
    // A bare number from 1 to 7 after "after" is the evening, when offices close.
    let (time, marked, next) = single(tokens, start, 0..0, 1..8)?;
    // "after 5 rings"
    let counts = !marked && tokens.get(next).is_some_and(|token| !token.word().is_empty() && !leads_on(token));
    (!counts).then_some((Some(time), next))
}

/// "before 9am", "after 8pm".
fn bound(tokens: &[Token<'_>], at: usize) -> Option<(Says, usize)> {
    // A bare number that is too early is in the morning, and one that is too late in the evening.
    if let Some(start) = any_phrase(tokens, at, &WORDS.before) {
        let (time, _, next) = single(tokens, article(tokens, start), 5..12, 0..0)?;
        return Some((Says::NotBefore { time }, next));
    }
    let (time, _, next) = single(tokens, article(tokens, any_phrase(tokens, at, &WORDS.after)?), 0..0, 4..12)?;
    Some((Says::NotAfter { time }, next))
}

fn article(tokens: &[Token<'_>], at: usize) -> usize {
    any_phrase(tokens, at, "las|les|la").unwrap_or(at)
}

/// The next line named, after only words that lead to it.
fn line(tokens: &[Token<'_>], at: usize) -> Option<(PhoneLine, usize)> {
    let start = on_the_way(tokens, at);
    let line = line_of(tokens.get(start)?)?;
    let next = any_phrase(tokens, start + 1, "phone number|phone|number").unwrap_or(start + 1);
    let next = any_phrase(tokens, next, "anrufen|nutzen|verwenden").unwrap_or(next);
    Some((line, next))
}

fn on_the_way(tokens: &[Token<'_>], at: usize) -> usize {
    let rest = tokens.get(at..).unwrap_or_default();
    at + rest.iter().take(FARTHEST).take_while(|token| line_of(token).is_none() && leads_on(token)).count()
}

fn leads_on(token: &Token<'_>) -> bool {
    let is_on_the_way = is_one_of(token.text, &WORDS.on_the_way) || is_one_of(token.word(), &WORDS.on_the_way);
    is_on_the_way || is_one_of(token.word(), &WORDS.calls) || line_of(token).is_some()
}

fn line_of(token: &Token<'_>) -> Option<PhoneLine> {
    let word = token.word();
    let lines =
        [(&WORDS.mobile, PhoneLine::Mobile), (&WORDS.office, PhoneLine::Office), (&WORDS.home, PhoneLine::Home)];
    lines.into_iter().find(|(words, _)| is_one_of(word, words)).map(|(_, line)| line)
}
