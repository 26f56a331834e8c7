//! What stands between a label and its value.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::values;
use super::vocabulary::LANGUAGES;
use super::words::{chunks, folded};

/// Words that say that the value follows.
const COPULAS: [&str; 15] = [
    "is",
    "are",
    "was",
    "now",
    "ist",
    "lautet",
    "sind",
    "est",
    "sont",
    "es",
    "esta",
    "son",
    "remains",
    "equals",
    "currently",
];

/// The same in the languages the bot does not speak.
static COPULAS_ELSEWHERE: LazyLock<HashSet<String>> =
    LazyLock::new(|| LANGUAGES.iter().flat_map(|language| language.is.split(',')).map(folded).collect());

fn is_copula(word: &str) -> bool {
    // "On" is Finnish for "is", and more often English.
    let elsewhere = || COPULAS_ELSEWHERE.contains(word) && !values::is_preposition(word);
    !word.is_empty() && (COPULAS.contains(&word) || elsewhere())
}

/// Words between a label and its colon that are still about the label: "password for the guest network: x".
const MOST_BETWEEN: usize = 6;

/// Bytes of a remark in brackets behind a label.
const LONGEST_REMARK: usize = 60;

/// How a value is announced, and where it may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) kind: Kind,
    pub(super) at: usize,
    /// Other words stand between, so that the label may well be about something else.
    pub(super) doubtful: bool,
}

/// How a value is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// By a colon or the like, or the border of a cell.
    Mark,
    /// By a dash, which may as well begin a remark.
    Dash,
    /// By "is".
    Copula,
    /// Not at all.
    None,
}

/// Reads on behind a label, within its line.
pub(super) fn after(text: &str, label_end: usize, line_end: usize) -> Link {
    let none = Link { kind: Kind::None, at: label_end, doubtful: false };
    let (mut at, mut between, mut about, mut other) = (label_end, 0, false, false);
    loop {
        let rest = text.get(at..line_end).unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches([' ', '*', '_', '#']).len();
        // What closes around a label: `"password": "x"`, "(password) x".
        let closing = |char: char| matches!(char, ')' | ']' | '"' | '\'' | '’' | '”' | '»' | '`' | '*' | '_');
        let gap = if at == label_end && gap == 0 { rest.len() - rest.trim_start_matches(closing).len() } else { gap };
        if gap > 0 {
            at += gap;
            continue;
        }
        let doubtful = other || (between > 2 && !about);
        if rest.is_empty() {
            return Link { at: line_end, doubtful: between > 0, ..none };
        }
        if let Some((kind, length)) = mark(text, at, line_end) {
            return Link { kind, at: at + length, doubtful };
        }
        if let Some(length) = remark(rest) {
            (at, about) = (at + length, true);
            continue;
        }
        let chunk = rest.split(char::is_whitespace).next().unwrap_or_default();
        let (bare, marked) = match chunk.find([':', '=']) {
            Some(length) => (chunk.get(..length).unwrap_or_default(), true),
            None => (chunk, false),
        };
        let word = folded(bare);
        if is_copula(&word) && !marked {
            return Link { kind: Kind::Copula, at: behind_copulas(text, at, line_end), doubtful };
        }
        let plain = !bare.is_empty()
            && bare.chars().all(|char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-' | '/' | '&'));
        if !plain || between == MOST_BETWEEN {
            return none;
        }
        about |= between == 0 && values::is_preposition(&word);
        other |= values::is_other_thing(&word);
        between += 1;
        at += bare.len();
    }
}

/// Where "is now" ends.
fn behind_copulas(text: &str, at: usize, line_end: usize) -> usize {
    let copulas =
        chunks(text, at, line_end).take_while(|run| text.get(run.clone()).is_some_and(|run| is_copula(&folded(run))));
    copulas.last().map_or(at, |run| run.end)
}

/// The marks at a place, if there are any, with the white space around.
fn mark(text: &str, at: usize, line_end: usize) -> Option<(Kind, usize)> {
    let rest = text.get(at..line_end)?;
    let signs = |char: char| {
        matches!(
            char,
            ':' | '=' | '：' | '＝' | '→' | '|' | '\t' | '>' | '⇒' | '➡' | '–' | '—' | '-' | '~' | ' ' | '*' | '_'
        )
    };
    let spaced = rest.strip_prefix('-').is_none_or(|after| after.starts_with([' ', '>']))
        && !rest.starts_with([' ', '*', '_', '~']);
    let signs = rest.len() - rest.trim_start_matches(signs).len();
    let found = rest.get(..signs)?;
    // The first of a value may be such a sign itself: "password: -x".
    let found = found.rfind([' ', ':', '=', '|', '\t', '>', '：', '→']).and_then(|last| {
        let end = last + found.get(last..)?.chars().next()?.len_utf8();
        found.get(..end)
    })?;
    (spaced && !found.trim().is_empty()).then(|| {
        let dash = found.chars().all(|char| matches!(char, '-' | '–' | '—' | ' '));
        (if dash { Kind::Dash } else { Kind::Mark }, found.len())
    })
}

/// Length of a remark in brackets that a mark or "is" follows.
fn remark(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(['(', '['])?;
    let close = inside.find([')', ']']).filter(|length| *length <= LONGEST_REMARK)?;
    let after = inside.get(close + 1..)?.trim_start();
    let linked = after.starts_with([':', '=', '-', '–', '|', '：', '→'])
        || is_copula(&folded(after.split(char::is_whitespace).next().unwrap_or_default()));
    linked.then_some(close + 2)
}
