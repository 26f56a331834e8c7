//! Finds phone numbers by their last digits.

mod read;

use std::fmt;
use std::ops::Range;

use crate::domain::contact::Contact;
use crate::domain::written::LOCAL;
use crate::reach::number::{self, Number};
use crate::search::grouped::with_key;
pub use crate::search::phones::read::typed;

/// Every digit string of a contact's numbers, reversed and packed, so that numbers with the same ending are neighbours.
#[derive(Debug, Default)]
pub(crate) struct Phones {
    /// Reversed digits, four bits each from the top, 0 meaning "none" and 1 to 10 the digits.
    numbers: Vec<u64>,
    contacts: Vec<u32>,
    /// Extension and contact, sorted.
    extensions: Vec<(u32, u32)>,
}

/// A typed phone number. Without digits and extension it is a placeholder, which no contact has.
#[derive(Clone, PartialEq, Eq)]
pub struct Typed {
    /// Without the zeros that are dialled before a whole number.
    digits: String,
    /// The number as it is written, to ask numbering plans.
    written: String,
    extension: Option<u32>,
}

/// How much of a number was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    /// Its last digits.
    Ending,
    /// All of it, except for a country code that is stored without, or the like.
    Otherwise,
    /// All of it, except for country or trunk codes.
    Whole,
}

/// How a typed number fits one of a contact's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The same digits behind another country code: another number.
    OtherCountry,
    /// All of it, but the contact's has no country code, and its country is not known.
    CountryUnknown,
    /// Its last digits, or only its extension.
    Ending,
    Whole,
}

/// The fewest digits that are taken for the end of a number: people read out the last four.
const FEWEST: usize = 4;

/// Digits of the longest country code.
const LONGEST_COUNTRY: usize = 3;

/// Digits of a number within North America.
const NORTH_AMERICAN: usize = 10;

/// Digits that a packed number has room for; E.164 allows 15.
const MOST: usize = 16;

impl Phones {
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = (u32, &'a Contact)>) -> Self {
        let mut entries = Vec::new();
        let mut extensions = Vec::new();
        for (contact, record) in contacts {
            for phone in &record.phones {
                for (digits, extension) in read::stored(&phone.value, phone.extension.as_deref()) {
                    if digits.len() >= FEWEST {
                        entries.push((pack(&digits), contact));
                    }
                    extensions.extend(extension.map(|extension| (extension, contact)));
                }
            }
        }
        entries.sort_unstable();
        entries.dedup();
        extensions.sort_unstable();
        extensions.dedup();
        let (numbers, contacts) = entries.into_iter().unzip();
        Self { numbers, contacts, extensions }
    }

    pub(crate) fn find(&self, typed: &Typed) -> Vec<(u32, Found)> {
        if typed.digits.is_empty() {
            let extension = typed.extension.into_iter().flat_map(|extension| self.with_extension(extension));
            return extension.map(|contact| (contact, Found::Ending)).collect();
        }
        let end = &typed.digits[typed.digits.len().saturating_sub(MOST)..];
        let found = self.range(end).map(|at| {
            // The extra digits may be a country code.
            let longest = typed.digits.len() + LONGEST_COUNTRY;
            let whole = typed.digits.len() > LOCAL && unpack(self.numbers[at]).len() <= longest;
            (self.contacts[at], if whole { Found::Whole } else { Found::Ending })
        });
        self.with_typed_extension(typed, found.collect())
    }

    /// The contacts whose number is the typed one but for a country code or the zero after it, or as dialled there.
    pub(crate) fn find_without_country(&self, typed: &Typed) -> Vec<(u32, Found)> {
        let Some(end) = typed.digits.len().checked_sub(LOCAL).map(|start| &typed.digits[start..]) else {
            return Vec::new();
        };
        let forms = typed.other_forms();
        // All forms of a number have their last digits in common, which few numbers have.
        let alike = self.range(end).filter(|&at| typed.is_one_of(&forms, &unpack(self.numbers[at])));
        let found = alike.map(|at| (self.contacts[at], Found::Otherwise));
        self.with_typed_extension(typed, found.collect())
    }

    /// Keeps those with the typed extension, if there are any.
    fn with_typed_extension(&self, typed: &Typed, mut found: Vec<(u32, Found)>) -> Vec<(u32, Found)> {
        if let Some(extension) = typed.extension {
            let with: Vec<u32> = self.with_extension(extension).collect();
            if found.iter().any(|(contact, _)| with.contains(contact)) {
                found.retain(|(contact, _)| with.contains(contact));
            }
        }
        found
    }

    fn range(&self, digits: &str) -> Range<usize> {
        let low = pack(digits);
        let room = 64 - 4 * digits.len();
        let high = if room == 0 { low } else { low | ((1 << room) - 1) };
        self.numbers.partition_point(|&number| number < low)..self.numbers.partition_point(|&number| number <= high)
    }

    fn with_extension(&self, extension: u32) -> impl Iterator<Item = u32> {
        with_key(&self.extensions, &extension).iter().map(|&(_, contact)| contact)
    }
}

impl Typed {
    /// Whether it is longer than a local number, so that hardly any other contact has it.
    pub fn is_long(&self) -> bool {
        self.digits.len() > LOCAL
    }

    pub(crate) fn is_local_or_more(&self) -> bool {
        self.digits.len() >= LOCAL
    }

    /// The digits, to show to the caller who typed them.
    pub fn shown(&self) -> String {
        self.digits.clone()
    }

    /// How it fits a contact's number; `None` where they have nothing in common.
    pub fn fit(&self, number: &Number) -> Option<Fit> {
        if self.digits.is_empty() {
            return (self.has_extension_of(number)?).then_some(Fit::Ending);
        }
        let stored = read::stored(number.e164.as_deref().unwrap_or(&number.stored), None);
        let stored: Vec<String> = stored.into_iter().map(|(digits, _)| digits).collect();
        let ends = || {
            let longest = stored.iter().filter(|stored| stored.ends_with(&self.digits)).map(String::len).max()?;
            let is_whole = self.is_long() && longest <= self.digits.len() + LONGEST_COUNTRY;
            Some(if is_whole { Fit::Whole } else { Fit::Ending })
        };
        let has_more_than = |digits: &str| digits.len() > LOCAL && self.digits.ends_with(digits);
        let Some(e164) = &number.e164 else {
            let is_other = || stored.iter().any(|digits| has_more_than(digits)).then_some(Fit::OtherCountry);
            let is_same = || stored.iter().any(|stored| self.is_same_by_plan(stored)).then_some(Fit::CountryUnknown);
            return ends().or_else(is_same).or_else(is_other);
        };
        if number::dialled(&self.written, number.country).is_some_and(|(dialled, _)| dialled == *e164) {
            return Some(Fit::Whole);
        }
        let national = read::significant(number::without_calling_code(e164));
        ends().filter(|_| !self.names_country()).or_else(|| has_more_than(&national).then_some(Fit::OtherCountry))
    }

    /// Whether it has the extension of a number; `None` where none was typed.
    pub fn has_extension_of(&self, number: &Number) -> Option<bool> {
        let own = read::stored(&number.stored, number.extension.as_deref());
        self.extension.map(|typed| own.iter().any(|(_, extension)| *extension == Some(typed)))
    }

    /// The extension, to show to the caller who typed it.
    pub fn extension(&self) -> Option<u32> {
        self.extension
    }

    /// The number without the country code that it begins with, if it begins with one.
    pub fn without_country(&self) -> Option<String> {
        let digits = self.abroad().unwrap_or(&self.digits);
        let inside = number::without_calling_code(digits);
        let is_abroad = self.names_country() || digits.len() > NORTH_AMERICAN;
        (is_abroad && inside.len() > LOCAL && inside.len() < digits.len()).then(|| inside.to_owned())
    }

    /// The digits behind "011", as in North America: of the zero in front nothing is left.
    fn abroad(&self) -> Option<&str> {
        self.digits.strip_prefix("11").filter(|rest| rest.len() > NORTH_AMERICAN)
    }

    fn names_country(&self) -> bool {
        self.written.starts_with('+') || self.written.starts_with("00")
    }

    /// Whether a stored phone field has the typed number, except for country or trunk codes.
    pub fn is(&self, stored: &str) -> bool {
        let forms = self.other_forms();
        read::stored(stored, None).into_iter().any(|(stored, _)| {
            let is_whole = self.digits.len() >= LOCAL
                && stored.ends_with(&self.digits)
                && stored.len() <= self.digits.len() + LONGEST_COUNTRY;
            is_whole || self.is_one_of(&forms, &stored)
        })
    }

    /// Whether stored digits are one of the other forms of this number, or the same number by a numbering plan.
    fn is_one_of(&self, forms: &[String], stored: &str) -> bool {
        forms.iter().any(|form| form == stored) || self.is_same_by_plan(stored)
    }

    fn is_same_by_plan(&self, stored: &str) -> bool {
        // As it may have been written: with the zero that is dialled within a country, without, or with a country code.
        let is_same = |start: &&str| number::are_same(&self.written, &format!("{start}{stored}"));
        self.is_long() && ["", "0", "+"].iter().any(is_same)
    }

    /// How the number may be stored, if not as the end of a longer one: without its country code, and with the zero
    /// that is dialled within the country behind that code or without it ("+44 020 …").
    fn other_forms(&self) -> Vec<String> {
        let mut forms: Vec<String> = self.abroad().map(str::to_owned).into_iter().collect();
        for digits in std::iter::once(&*self.digits).chain(self.abroad()) {
            for (country, rest) in (1..=LONGEST_COUNTRY).filter_map(|skip| digits.split_at_checked(skip)) {
                let inside = rest.strip_prefix('0').unwrap_or(rest);
                if inside.len() >= LOCAL {
                    let zero = if inside.len() < rest.len() { "" } else { "0" };
                    forms.extend([inside.to_owned(), format!("{country}{zero}{inside}")]);
                }
            }
        }
        forms
    }
}

impl fmt::Debug for Typed {
    /// Shows no digit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typed").finish_non_exhaustive()
    }
}

fn pack(digits: &str) -> u64 {
    let reversed = digits.bytes().rev().take(MOST).enumerate();
    reversed.fold(0, |packed, (at, digit)| packed | u64::from(digit - b'0' + 1) << (60 - 4 * at))
}

fn unpack(number: u64) -> String {
    let digits = (0..MOST).rev().map(|at| (number >> (60 - 4 * at)) & 0xf).skip_while(|&digit| digit == 0);
    digits.filter_map(|digit| char::from_digit(u32::try_from(digit).ok()?.checked_sub(1)?, 10)).collect()
}

#[cfg(test)]
mod tests;
