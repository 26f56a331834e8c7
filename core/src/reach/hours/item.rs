//! The parts of a note about hours: days, hours, "closed", a comma, an unknown word.

use crate::reach::hours::calls::{after, no_calls};
use crate::reach::hours::days::{Before, days};
use crate::reach::hours::stated_zone::{StatedZone, stated_zone};
use crate::reach::hours::times::{Range, range, single};
use crate::reach::hours::token::{Token, TokenKind, any_phrase};
use crate::reach::hours::words::{WORDS, is_one_of};
use crate::reach::hours::{Days, Says};

pub(super) struct Item {
    pub what: ItemKind,
    pub first: usize,
    pub next: usize,
}

impl Item {
    pub(super) fn hours(&self) -> Option<&Range> {
        if let ItemKind::Hours(range) = &self.what { Some(range) } else { None }
    }
}

#[derive(PartialEq)]
pub(super) enum ItemKind {
    Days(Days),
    Hours(Range),
    /// "closed".
    Closed,
    /// "not", "except".
    Not,
    /// "lunch".
    Lunch,
    /// "or by appointment": there may be more than the hours stated.
    OrMore,
    Zone(StatedZone),
    /// Which line to call when, and when not to.
    Calls(Vec<Says>),
    /// "office hours": what follows is hours.
    Label,
    /// "open": a range of hours beside it is hours.
    Open,
    /// A word that says nothing about hours.
    Plain,
    /// "only".
    Only,
    /// A comma or a bracket.
    Comma {
        bracket: bool,
    },
    /// A dash that is not within days or hours.
    Dash,
    /// The end of a heading: "Office hours:" on a line of its own.
    Heading,
    /// The end of a sentence or a line.
    Stop,
    /// "1st and 3rd", "every other week": some weeks.
    SomeWeeks,
    /// Holidays, seasons, months: parts of the year.
    Season,
    /// A time or a word about times, in a form that is not understood.
    Time,
    Unknown,
}

impl ItemKind {
    /// Whether the part says something that is not understood.
    pub(super) fn is_unread(&self) -> bool {
        matches!(self, Self::SomeWeeks | Self::Season | Self::Time | Self::Unknown)
    }
}

pub(super) fn days_of(items: &[&Item]) -> Days {
    let days = items.iter().filter_map(|item| if let ItemKind::Days(days) = item.what { Some(days) } else { None });
    days.fold(Days::NONE, Days::and)
}

pub(super) fn items(tokens: &[Token<'_>]) -> Vec<Item> {
    use ItemKind::{Closed, Days, Hours, SomeWeeks, Zone};
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (what, next) = item(tokens, at, &items);
        items.push(Item { what, first: at, next });
        at = next;
    }
    let confirms = |item: &Item| matches!(item.what, Days(_) | Hours(_) | Zone(_) | SomeWeeks | Closed);
    for at in 0..items.len() {
        if items[at].what == ItemKind::Only {
            // "M-F 9-5 only" adds nothing, "e-mail only" does.
            let is_plain = at > 0 && confirms(&items[at - 1]) || items.get(at + 1).is_some_and(confirms);
            items[at].what = if is_plain { ItemKind::Plain } else { ItemKind::Unknown };
        }
    }
    items
}

fn item(tokens: &[Token<'_>], at: usize, before: &[Item]) -> (ItemKind, usize) {
    let calls = no_calls(tokens, at).or_else(|| after(tokens, at));
    calls
        .map(|(says, next)| (ItemKind::Calls(says), next))
        .or_else(|| Some((ItemKind::OrMore, any_phrase(tokens, at, &WORDS.or_more)?)))
        .or_else(|| always(tokens, at, before))
        .or_else(|| some_weeks(tokens, at))
        .or_else(|| days(tokens, at, context(before)).map(|(days, next)| (ItemKind::Days(days), next)))
        .or_else(|| hours(tokens, at, before))
        .or_else(|| zone(tokens, at, before))
        .or_else(|| mark(tokens, at))
        .unwrap_or_else(|| word(tokens, at, before))
}

fn context(before: &[Item]) -> Before {
    let mut last = before.iter().rev().filter(|item| item.what != ItemKind::Plain).map(|item| &item.what);
    let nearest = last.next();
    let is_days = |what: Option<&ItemKind>| matches!(what, Some(ItemKind::Days(_)));
    let is_named = || before.iter().any(|item| matches!(item.what, ItemKind::Days(_)));
    let is_row = matches!(
        nearest,
        Some(ItemKind::Comma { .. } | ItemKind::Dash | ItemKind::Hours(_) | ItemKind::Closed | ItemKind::Not)
    );
    Before {
        days: is_days(nearest) || matches!(nearest, Some(ItemKind::Comma { .. })) && is_days(last.next()),
        row: is_row && is_named(),
        line: matches!(nearest, Some(ItemKind::Stop)) && is_named(),
    }
}

/// Round the clock.
fn always(tokens: &[Token<'_>], at: usize, before: &[Item]) -> Option<(ItemKind, usize)> {
    let next = any_phrase(tokens, at, &WORDS.always)?;
    // "124/7", "24/7/2024"
    let is_part = [at, next].into_iter().filter_map(|at| tokens.get(at)).any(|token| match token.kind {
        TokenKind::Mark(mark) => mark == '/',
        _ => !token.spaced,
    });
    // "from 24/7" is a date.
    let is_date = before.last().is_some_and(|item| {
        item.what == ItemKind::Plain
            && item.next == at
            && tokens.get(item.first).is_some_and(|token| !token.word().is_empty())
    });
    (!is_part && !is_date).then_some((ItemKind::Hours(Range::ALWAYS), next))
}

/// Whether the next token follows a mark without a space.
fn is_inside(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| !next.spaced)
}

/// "1st", and "1." before a day.
fn some_weeks(tokens: &[Token<'_>], at: usize) -> Option<(ItemKind, usize)> {
    let (number, ending) = (tokens.get(at)?, tokens.get(at + 1)?);
    let is_number = matches!(number.kind, TokenKind::Number(_)) && number.text.len() <= 2 && !ending.spaced;
    let is_english = matches!(ending.word(), "st" | "nd" | "rd" | "th" | "er" | "eme");
    let is_german = ending.is_mark('.') && days(tokens, at + 2, Before { days: true, ..Before::default() }).is_some();
    (is_number && (is_english || is_german)).then_some((ItemKind::SomeWeeks, at + 2))
}

fn hours(tokens: &[Token<'_>], at: usize, before: &[Item]) -> Option<(ItemKind, usize)> {
    // "9-12, 1-5", "lunch 1-2"
    let is_afternoon =
        matches!(last(before), Some(ItemKind::Hours(_) | ItemKind::Lunch | ItemKind::Closed | ItemKind::Not));
    if let Some((range, next)) = range(tokens, at, is_afternoon) {
        // "8:00-15:00 horas" is a time, "works 10-12 hours" a number of hours.
        let has_word = tokens.get(next).is_some_and(|word| is_one_of(word.word(), &WORDS.hours));
        let what = range.filter(|range| range.marked || !has_word).map_or(ItemKind::Time, ItemKind::Hours);
        return Some((what, next + usize::from(has_word)));
    }
    let (_, is_marked, next) = single(tokens, at, 0..13, 0..0)?;
    is_marked.then_some((ItemKind::Time, next))
}

fn zone(tokens: &[Token<'_>], at: usize, before: &[Item]) -> Option<(ItemKind, usize)> {
    let (zone, next) = stated_zone(tokens, at, matches!(last(before), Some(ItemKind::Hours(_) | ItemKind::Days(_))))?;
    Some((ItemKind::Zone(zone), next))
}

/// The last meaningful part.
fn last(before: &[Item]) -> Option<&ItemKind> {
    let says_something = |what: &&ItemKind| !matches!(what, ItemKind::Plain | ItemKind::Comma { .. } | ItemKind::Dash);
    before.iter().rev().map(|item| &item.what).find(says_something)
}

fn mark(tokens: &[Token<'_>], at: usize) -> Option<(ItemKind, usize)> {
    let token = tokens.get(at)?;
    let TokenKind::Mark(mark) = token.kind else { return None };
    let starts_line = at == 0 || tokens.get(at - 1).is_some_and(|before| before.is_mark('\n'));
    let what = match mark {
        '\n' if at > 0 && tokens.get(at - 1).is_some_and(|before| before.is_mark(':')) => ItemKind::Heading,
        '•' | '*' | '-' | '·' | '>' if starts_line => ItemKind::Plain,
        // "rendez-vous"
        '-' if !token.spaced && is_inside(tokens, at) => ItemKind::Plain,
        '\n' | ';' | '!' | '•' => ItemKind::Stop,
        '.' if !is_inside(tokens, at) => ItemKind::Stop,
        '-' => ItemKind::Dash,
        ',' | '|' | ')' | ']' => ItemKind::Comma { bracket: false },
        '(' | '[' => ItemKind::Comma { bracket: true },
        ':' | '=' | '&' | '+' | '/' | '"' | '“' | '”' | '„' => ItemKind::Plain,
        _ => ItemKind::Unknown,
    };
    Some((what, at + 1))
}

fn word(tokens: &[Token<'_>], at: usize, before: &[Item]) -> (ItemKind, usize) {
    let phrases =
        [(&WORDS.labels, ItemKind::Label), (&WORDS.plain_phrases, ItemKind::Plain), (&WORDS.do_not, ItemKind::Not)];
    for (phrases, what) in phrases {
        if let Some(next) = any_phrase(tokens, at, phrases) {
            return (what, next);
        }
    }
    let word = tokens.get(at).map(Token::word).unwrap_or_default();
    let is_abbreviated =
        is_one_of(word, &WORDS.abbreviations) && tokens.get(at + 1).is_some_and(|dot| dot.is_mark('.'));
    let next = at + 1 + usize::from(is_abbreviated);
    let kinds = [
        (&WORDS.closed, ItemKind::Closed),
        (&WORDS.not, ItemKind::Not),
        (&WORDS.lunch, ItemKind::Lunch),
        (&WORDS.only, ItemKind::Only),
        (&WORDS.open, ItemKind::Open),
        (&WORDS.seasons, ItemKind::Season),
        (&WORDS.some_weeks, ItemKind::SomeWeeks),
        (&WORDS.times, ItemKind::Time),
        (&WORDS.plain, ItemKind::Plain),
    ];
    // "Fridays off", but not "turn off".
    let follows_days = || before.last().is_some_and(|item| matches!(item.what, ItemKind::Days(_)));
    let is_off = word == "off" && (follows_days() || days(tokens, at + 1, Before::default()).is_some());
    let known = kinds.into_iter().find(|(words, _)| is_one_of(word, words)).map(|(_, what)| what);
    let known = known.or_else(|| is_one_of(word, &WORDS.calls).then_some(ItemKind::Plain));
    (if is_off { ItemKind::Closed } else { known.unwrap_or(ItemKind::Unknown) }, next)
}
