//! Numbers of cards and bank accounts, known by their check digits.

use std::ops::{Range, RangeInclusive};

use super::FoundSecret;
use crate::notes::Secret;

/// How card numbers are grouped (ISO/IEC 7812 has 13 to 19 digits). Other groups are more likely two phone numbers.
const GROUPS: [&[usize]; 5] = [&[4, 4, 4, 4], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 4, 3], &[4, 4, 5]];

/// Lengths of an IBAN: the shortest in use is Norway's, the longest is the standard's limit (ISO 13616).
const IBAN_LENGTH: RangeInclusive<usize> = 15..=34;

pub(super) fn find(text: &str) -> Vec<FoundSecret> {
    let mut found = Vec::new();
    let mut covered = 0;
    let mut before = ' ';
    for (at, char) in text.char_indices() {
        let begins = at >= covered && char.is_ascii_alphanumeric() && !before.is_alphanumeric();
        let (range, secret) = match char {
            _ if !begins => (None, Secret::Card),
            '0'..='9' => (card(text, at).filter(|_| before != '+' && !is_numbered(text, at)), Secret::Card),
            _ => (iban(text, at), Secret::Account),
        };
        if let Some(range) = range {
            covered = range.end;
            found.push(FoundSecret { range, secret });
        }
        before = char;
    }
    found
}

/// Words before a number that is no card's, even with a valid check digit: a phone's IMEI always has one.
const OTHERS: [&str; 9] = ["imei", "ticket", "case", "order", "tracking", "serial", "invoice", "meid", "iccid"];

fn is_numbered(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', ':', '#', '.']);
    let word = before.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
    OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn card(text: &str, start: usize) -> Option<Range<usize>> {
    let mut groups: Vec<usize> = vec![0];
    let mut digits = Vec::new();
    let mut end = start;
    for (offset, char) in text.get(start..)?.char_indices() {
        if let Some(digit) = char.to_digit(10) {
            if groups.last() == Some(&0) && fits(&groups, &digits) {
                break;
            }
            digits.push(digit);
            *groups.last_mut()? += 1;
            end = start + offset + 1;
        } else if matches!(char, ' ' | '-' | '.') && groups.last() != Some(&0) {
            groups.push(0);
        } else {
            break;
        }
        if digits.len() > 19 {
            return None;
        }
    }
    fits(&groups, &digits).then_some(start..end)
}

/// Whether these digits, in these groups, are a card's. Cards of banks and shops begin with 2 to 6.
fn fits(groups: &[usize], digits: &[u32]) -> bool {
    let groups: Vec<usize> = groups.iter().copied().filter(|length| *length > 0).collect();
    let grouped = GROUPS.contains(&groups.as_slice()) || (groups.len() == 1 && (13..=19).contains(&digits.len()));
    grouped && matches!(digits.first(), Some(2..=6)) && luhn(digits)
}

fn luhn(digits: &[u32]) -> bool {
    let digits = digits.iter().rev().enumerate();
    // Of every second digit, the digits of its double.
    let sum: u32 = digits.map(|(at, digit)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}

/// An IBAN: two letters, two digits, then letters and digits in groups, with a remainder of 1 by 97.
fn iban(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9', ..] = rest.as_bytes() else { return None };
    let mut compact: Vec<u8> = Vec::new();
    let mut longest = None;
    for (offset, byte) in rest.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' | b'0'..=b'9' => compact.push(byte),
            b' ' | b'-' => continue,
            _ => break,
        }
        if compact.len() > *IBAN_LENGTH.end() {
            break;
        }
        let ends = !rest.as_bytes().get(offset + 1).is_some_and(u8::is_ascii_alphanumeric);
        if ends && IBAN_LENGTH.contains(&compact.len()) && remainder(&compact) == 1 {
            longest = Some(start..start + offset + 1);
        }
    }
    longest
}

fn remainder(iban: &[u8]) -> u32 {
    let (head, tail) = iban.split_at(4.min(iban.len()));
    tail.iter().chain(head).fold(0, |sum, byte| match byte {
        b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
        _ => (sum * 100 + u32::from(byte.saturating_sub(b'A')) + 10) % 97,
    })
}
