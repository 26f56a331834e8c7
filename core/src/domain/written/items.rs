//! The text of a phone field as groups of digits, words and marks.

use std::ops::Range;

use any_ascii::any_ascii_char;

use crate::domain::written::{LOCAL, words};

/// A part of the text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits with nothing between them but what people put into a number.
    Group(Group),
    /// Letters, in lower-case ASCII.
    Word(String),
    /// A mark that does not belong into a number, or stands beside one.
    Mark(char),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) plus: bool,
    pub(super) digits: String,
    /// How many runs they stand in.
    pub(super) runs: usize,
}

/// Digits of an area code at most, with the zero before it but without a country code. Germany and Austria have such of
/// six digits; there a slash often stands behind it.
const LONGEST_AREA_CODE: usize = 6;

/// Digits of an area code at least, with the zero before it.
const SHORTEST_AREA_CODE: usize = 3;

impl Group {
    /// Whether these digits can only be an area code, so that the number goes on behind a slash.
    fn is_area_code(&self) -> bool {
        let digits = &*self.digits;
        let prefixed = digits.strip_prefix("00").filter(|rest| !rest.starts_with('0'));
        let abroad = if self.plus { Some(digits) } else { prefixed };
        match abroad {
            // Two digits of most country codes, and a zero in brackets.
            Some(abroad) => abroad.len() <= 2 + LONGEST_AREA_CODE,
            None => digits.len() < LONGEST_AREA_CODE || digits.len() == LONGEST_AREA_CODE && digits.starts_with('0'),
        }
    }
}

impl Item {
    pub(super) fn group(&self) -> Option<&Group> {
        if let Kind::Group(group) = &self.kind { Some(group) } else { None }
    }

    pub(super) fn is_long_group(&self) -> bool {
        self.group().is_some_and(|group| group.plus || group.digits.len() >= LOCAL)
    }
}

pub(super) fn of(text: &str) -> Vec<Item> {
    let tokens = round_the_clock(&tokens(text));
    let mut items: Vec<Item> = Vec::new();
    // Whether the next digits go on with the last group.
    let mut open = false;
    let mut plus: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Group(group) => {
                if open && let Some(Item { kind: Kind::Group(last), span }) = items.last_mut() {
                    last.digits.push_str(&group.digits);
                    last.runs += 1;
                    span.end = token.span.end;
                } else {
                    let start = plus.unwrap_or(token.span.start);
                    let group = Group { plus: plus.is_some(), ..group.clone() };
                    items.push(Item { kind: Kind::Group(group), span: start..token.span.end });
                }
                (open, plus) = (true, None);
            }
            // The letters with which phones write a pause and a wait.
            Kind::Word(word) if is_pause(word, &tokens, at) => {
                open = false;
                items.push(Item { kind: Kind::Mark(','), span: token.span.clone() });
            }
            Kind::Mark('+') => (open, plus) = (false, plus.or(Some(token.span.start))),
            Kind::Mark('(' | '[') if has_words(&tokens[at + 1..]) => {
                open = false;
                items.push(Item { kind: Kind::Mark('('), span: token.span.clone() });
            }
            Kind::Mark(' ' | '-' | '.' | '(' | ')' | '[' | ']' | '_') => {}
            Kind::Mark('/') if open && goes_on(&items) => {}
            Kind::Mark('\'') if open && is_group(tokens.get(at + 1)) => {}
            Kind::Word(_) | Kind::Mark(_) => {
                (open, plus) = (false, None);
                items.push(token.clone());
            }
        }
    }
    items
}

/// All as one number, letters as the digits on their keys, to a remark in brackets; `None` without letters.
pub(super) fn keyed(items: &[Item]) -> Option<String> {
    let mut letters = false;
    let mut keyed = String::new();
    let is_no_mark = |item: &&Item| !matches!(item.kind, Kind::Mark(_));
    for (at, item) in items.iter().enumerate() {
        match &item.kind {
            Kind::Group(group) => keyed.push_str(&group.digits),
            Kind::Mark('(') => break,
            // An extension has only marks before its digits.
            Kind::Word(word) if words::is_extension(word) && is_group(items[at + 1..].iter().find(is_no_mark)) => break,
            Kind::Word(word) if words::is_neutral(word) => {}
            Kind::Word(word) => {
                letters = true;
                keyed.extend(word.bytes().filter_map(key));
            }
            Kind::Mark(_) => {}
        }
    }
    letters.then_some(keyed)
}

/// Runs of digits, runs of letters, and single marks.
fn tokens(text: &str) -> Vec<Item> {
    let mut tokens: Vec<Item> = Vec::new();
    // Invisible letters may stand anywhere, and are passed over.
    for (at, letter) in text.char_indices() {
        // Makes full-width and other scripts' digits plain ones, and dashes hyphens.
        let ascii = any_ascii_char(letter);
        let span = at..at + letter.len_utf8();
        if ascii.is_empty() {
            continue;
        }
        let last = tokens.last_mut();
        if ascii.bytes().all(|byte| byte.is_ascii_digit()) {
            if let Some(Item { kind: Kind::Group(group), span: known }) = last {
                group.digits.push_str(ascii);
                known.end = span.end;
            } else {
                let group = Group { plus: false, digits: ascii.to_owned(), runs: 1 };
                tokens.push(Item { kind: Kind::Group(group), span });
            }
        } else if letter.is_alphabetic() {
            let letters = ascii.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
            if let Some(Item { kind: Kind::Word(word), span: known }) = last {
                word.extend(letters);
                known.end = span.end;
            } else {
                tokens.push(Item { kind: Kind::Word(letters.collect()), span });
            }
        } else {
            let mark = match (letter, ascii.as_bytes()) {
                ('\n' | '\r', _) => '\n',
                ('\u{feff}', _) => continue,
                (_, [byte]) if byte.is_ascii_whitespace() => ' ',
                (_, [byte]) => char::from(*byte),
                // A picture, for which there are words, is none.
                _ if letter.is_numeric() || ascii.contains(|it: char| it.is_ascii_digit()) => '½',
                _ => ' ',
            };
            tokens.push(Item { kind: Kind::Mark(mark), span });
        }
    }
    tokens
}

/// Makes "24/7", "24x7" and "24h" words, which they are.
fn round_the_clock(tokens: &[Item]) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(tokens.len());
    let is = |item: Option<&Item>, digits: &str| item.and_then(Item::group).is_some_and(|it| it.digits == digits);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1).map(|item| &item.kind).filter(|_| is(Some(token), "24"));
        let by_seven = || is(tokens.get(at + 2), "7") && !is_group(tokens.get(at + 3));
        let count = match next {
            Some(Kind::Mark('/')) if by_seven() => 3,
            Some(Kind::Word(word)) if word == "x" && by_seven() => 3,
            Some(Kind::Word(word)) if word.starts_with('h') || word == "std" => 2,
            _ => 1,
        };
        let span = token.span.start..tokens[at + count - 1].span.end;
        let word = || Item { kind: Kind::Word("roundtheclock".to_owned()), span };
        joined.push(if count == 1 { token.clone() } else { word() });
        at += count;
    }
    joined
}

fn is_pause(word: &str, tokens: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    matches!(word, "p" | "w") && is_group(before) && is_group(tokens.get(at + 1))
}

pub(super) fn is_group(item: Option<&Item>) -> bool {
    item.and_then(Item::group).is_some()
}

/// Whether a bracket that was opened has a word in it.
fn has_words(tokens: &[Item]) -> bool {
    let inside = tokens.iter().take_while(|token| !matches!(token.kind, Kind::Mark(')' | ']')));
    inside.into_iter().any(|token| matches!(token.kind, Kind::Word(_)))
}

/// Whether a number goes on behind a slash. Of several such, "23125012/13/14", only a long beginning with a zero does.
fn goes_on(items: &[Item]) -> bool {
    let Some((Item { kind: Kind::Group(group), .. }, before)) = items.split_last() else { return false };
    let fits = match before.last().map(|item| &item.kind) {
        Some(Kind::Word(word)) => !words::is_extension(word),
        Some(Kind::Mark('/')) => group.digits.len() >= SHORTEST_AREA_CODE && group.digits.starts_with('0'),
        _ => true,
    };
    fits && group.is_area_code()
}

/// The digit on whose key a lower-case letter is, by ITU-T E.161.
fn key(letter: u8) -> Option<char> {
    let keys = "abc def ghi jkl mno pqrs tuv wxyz".split(' ').zip('2'..='9');
    keys.into_iter().find(|(letters, _)| letters.as_bytes().contains(&letter)).map(|(_, digit)| digit)
}
