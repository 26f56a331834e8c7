//! Phone numbers by their last digits.

use crate::domain::contact::Contact;

/// Every digit string of a contact's numbers, reversed and packed, so that numbers with the same ending are neighbours.
#[derive(Debug, Default)]
pub(crate) struct Phones {
    /// Reversed digits, four bits each from the top, 0 meaning "none" and 1 to 10 the digits.
    numbers: Vec<u64>,
    contacts: Vec<u32>,
    /// Extension and contact, sorted.
    extensions: Vec<(u32, u32)>,
}

/// A typed phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    digits: Vec<u8>,
    extension: Option<u32>,
}

/// How much of a number was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    /// Its last digits.
    Ending,
    /// All of it, but for country or trunk codes.
    Whole,
}

/// The fewest digits that are taken for the end of a number: people read out the last four.
const FEWEST: usize = 4;

/// A local number without its area code. A stored number as short as this may be the end of a longer typed one.
const LOCAL: usize = 7;

/// Digits that a packed number has room for; E.164 allows 15.
const MOST: usize = 16;

impl Phones {
    /// Of contacts in the order of the index.
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = (u32, &'a Contact)>) -> Self {
        let mut entries = Vec::new();
        let mut extensions = Vec::new();
        for (contact, record) in contacts {
            for phone in &record.phones {
                let digits = digits(&phone.value);
                if digits.len() >= FEWEST {
                    entries.push((pack(&digits), contact));
                }
                let extension = phone.extension.as_deref().and_then(|text| text.trim().parse().ok());
                extensions.extend(extension.map(|extension| (extension, contact)));
            }
        }
        entries.sort_unstable();
        entries.dedup();
        extensions.sort_unstable();
        extensions.dedup();
        let (numbers, contacts) = entries.into_iter().unzip();
        Self { numbers, contacts, extensions }
    }

    /// The contacts with the number or its end.
    pub(crate) fn find(&self, typed: &Typed) -> Vec<(u32, Found)> {
        if typed.digits.is_empty() {
            let extension = typed.extension.into_iter().flat_map(|extension| self.with_extension(extension));
            return extension.map(|contact| (contact, Found::Ending)).collect();
        }
        let found = self.ending_with(&typed.digits).map(|(length, contact)| {
            // Up to three digits more are a country code.
            let whole = typed.digits.len() > LOCAL && length <= typed.digits.len() + 3;
            (contact, if whole { Found::Whole } else { Found::Ending })
        });
        self.with_typed_extension(typed, found.collect())
    }

    /// The contacts whose number is the typed one without its country code.
    pub(crate) fn find_without_country(&self, typed: &Typed) -> Vec<(u32, Found)> {
        let skips = 1..=typed.digits.len().saturating_sub(LOCAL).min(3);
        let found = skips.flat_map(|skip| {
            let rest = &typed.digits[skip..];
            let whole = self.ending_with(rest).filter(|&(length, _)| length == rest.len());
            whole.map(|(_, contact)| (contact, Found::Whole))
        });
        self.with_typed_extension(typed, found.collect())
    }

    /// Those with the typed extension, if there are such.
    fn with_typed_extension(&self, typed: &Typed, mut found: Vec<(u32, Found)>) -> Vec<(u32, Found)> {
        if let Some(extension) = typed.extension {
            let with: Vec<u32> = self.with_extension(extension).collect();
            if found.iter().any(|(contact, _)| with.contains(contact)) {
                found.retain(|(contact, _)| with.contains(contact));
            }
        }
        found
    }

    /// The numbers with this ending: how many digits each has, and whose it is.
    fn ending_with(&self, digits: &[u8]) -> impl Iterator<Item = (usize, u32)> {
        let digits = &digits[digits.len().saturating_sub(MOST)..];
        let low = pack(digits);
        let room = 64 - 4 * digits.len();
        let high = if room == 0 { low } else { low | ((1 << room) - 1) };
        let from = self.numbers.partition_point(|&number| number < low);
        let to = self.numbers.partition_point(|&number| number <= high);
        self.numbers[from..to].iter().zip(&self.contacts[from..to]).map(|(&number, &contact)| {
            let length = MOST - (number.trailing_zeros() / 4) as usize;
            (length, contact)
        })
    }

    fn with_extension(&self, extension: u32) -> impl Iterator<Item = u32> {
        let from = self.extensions.partition_point(|&(other, _)| other < extension);
        let entries = self.extensions[from..].iter().take_while(move |entry| entry.0 == extension);
        entries.map(|&(_, contact)| contact)
    }
}

/// Reads a text as a phone number: nothing but digits and what people put between them, perhaps with an extension.
pub(crate) fn typed(text: &str) -> Option<Typed> {
    let lower = text.trim().to_lowercase();
    let (number, extension) = ["ext.", "ext", "x", "#"]
        .iter()
        .find_map(|mark| lower.split_once(mark).map(|(number, rest)| (number, Some(rest))))
        .unwrap_or((&lower, None));
    let is_number = |text: &str| {
        text.chars().all(|letter| letter.is_ascii_digit() || " +-().,/\u{a0}\u{2011}\u{2013}".contains(letter))
    };
    if !is_number(number) || !extension.is_none_or(is_number) {
        return None;
    }
    let extension = extension.and_then(|text| text.trim().trim_end_matches('.').parse().ok());
    let digits = digits(number);
    let enough = digits.len() >= FEWEST || (digits.is_empty() && extension.is_some());
    enough.then_some(Typed { digits, extension })
}

/// The digits of a number without the zeros that are dialled before a whole one.
fn digits(text: &str) -> Vec<u8> {
    // "+44 (0)20 …": the zero in brackets is dialled only inside the country.
    let text = text.replace("(0)", "");
    let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    while digits.len() > LOCAL && digits.first() == Some(&0) {
        digits.remove(0);
    }
    digits
}

fn pack(digits: &[u8]) -> u64 {
    let reversed = digits.iter().rev().take(MOST).enumerate();
    reversed.fold(0, |packed, (at, &digit)| packed | (u64::from(digit) + 1) << (60 - 4 * at))
}

#[cfg(test)]
mod tests {
    use super::{Typed, typed};

    #[test]
    fn only_what_looks_like_a_number_is_read_as_one() {
        let number = |digits: &[u8], extension| Some(Typed { digits: digits.to_vec(), extension });
        assert_eq!(typed("(415) 555-0123 x12"), number(&[4, 1, 5, 5, 5, 5, 0, 1, 2, 3], Some(12)));
        assert_eq!(typed("0123"), number(&[0, 1, 2, 3], None));
        assert_eq!(typed("123"), None);
        assert_eq!(typed("9123"), number(&[9, 1, 2, 3], None));
        assert_eq!(typed("jane 9123"), None);
        assert_eq!(typed("max"), None);
    }
}
