//! Parses numbers: what is stored becomes something to dial and to read, with its certainty.
//!
//! IT Glue keeps mostly bare digits and no country, so the country is often a guess and then says where it came from.
//! A number that no guess makes valid is shown as it is stored.

mod kind;
mod line;
mod plan;
mod rank;

use crc::{CRC_16_IBM_SDLC, Crc};
use phonenumber::Mode;

use crate::domain::contact::{Fingerprint, Phone};
use crate::domain::written::{self, Written};
use crate::reach::country::Country;

pub(crate) use crate::reach::number::kind::is_word;
pub use crate::reach::number::kind::{Kind, KindFrom};
pub use crate::reach::number::rank::{RankReason, Ranked, WorkTime, best_first};

/// Marks are kept in the database and in buttons, so the algorithm must stay what it is.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);

/// Where a number's country comes from. All but [`CountryFrom::Number`] are guesses, to be shown as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryFrom {
    /// The number itself: it begins with `+` or another international prefix.
    Number,
    /// The number's first digits: a calling code, of which the only sign is that the number is valid.
    CallingCode,
    /// The country of the contact's location.
    Location,
    /// The country most of the organization's locations are in.
    Organization,
    /// The country the bot is configured for.
    Default,
    /// A location that is withheld from the caller; then the country is withheld too.
    Withheld,
}

/// A number's possible country, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    pub country: Country,
    pub from: CountryFrom,
}

/// A phone or fax number of a contact, parsed as far as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value as stored; of a field with several numbers, this one's part.
    pub stored: Box<str>,
    /// The digits as written, with a `+` where there is one, for a number that cannot be parsed; may be empty.
    pub keyed: String,
    /// The number to dial from anywhere: `+14155550156`. `None` where it cannot be parsed: unverified.
    pub e164: Option<String>,
    /// The number to read: `+1 415-555-0156`; as stored where it cannot be parsed.
    pub reading: String,
    /// The number as it is written and dialled within its country: `(415) 555-0156`.
    pub national: Option<String>,
    /// What to dial once the call is answered.
    pub extension: Option<String>,
    /// Text beside the number that says more than its kind: "`WhatsApp`", "press 2".
    pub remark: Option<Box<str>>,
    /// The whole field, where this number is an ending and takes its beginning from another number.
    pub completed_from: Option<Box<str>>,
    pub kind: Kind,
    pub kind_from: KindFrom,
    /// The country by which it is parsed; `None` where it is not, or belongs to no country (+800).
    pub country: Option<Guess>,
    pub label: Option<Box<str>>,
    pub primary: bool,
    pub fingerprint: Fingerprint,
}

impl Number {
    /// The target of a link to dial, which cannot carry the extension; none if unparsed, or a fax.
    pub fn dial(&self) -> Option<&str> {
        self.e164.as_deref().filter(|_| self.kind != Kind::Fax)
    }

    /// Removes the location behind the country, and so the country. The number to dial stays.
    pub fn leave_out_place(&mut self) {
        if let Some(guess) = &mut self.country
            && matches!(guess.from, CountryFrom::Location | CountryFrom::Organization)
        {
            guess.from = CountryFrom::Withheld;
        }
    }

    /// Whether the country, and so the number to dial, is guessed.
    pub fn is_guessed(&self) -> bool {
        self.country.is_some_and(|guess| guess.from != CountryFrom::Number)
    }
}

/// Parses a phone field: none, one or several numbers. Guesses are tried in order, but a country under which a number
/// is valid goes before an earlier one under which it is not.
pub fn understand(phone: &Phone, guesses: &[Guess]) -> Vec<Number> {
    let numbers = written::read(&phone.value);
    if numbers.is_empty() {
        let is_nothing = phone.value.trim().is_empty() || written::is_placeholder(&phone.value);
        return if is_nothing { Vec::new() } else { vec![unverified(phone, &Written::default(), phone.primary)] };
    }
    let in_field = phone.extension.as_deref().and_then(written::extension);
    // Two extensions that differ: the number does not count as parsed.
    let agrees = |number: &Written| in_field.is_none() || number.extension.is_none() || in_field == number.extension;
    let found: Vec<_> = numbers.iter().map(|number| plan::find(number, guesses).filter(|_| agrees(number))).collect();
    let whole = Written { text: phone.value.to_string(), ..numbers[0].clone() };
    if found.iter().all(Option::is_none) && (numbers.len() == 1 || numbers.iter().any(Written::is_short)) {
        return vec![unverified(phone, &whole, phone.primary)];
    }
    let is_only = numbers.len() == 1;
    let numbers = numbers.iter().zip(found).enumerate();
    let numbers = numbers.filter_map(|(at, (number, found))| {
        let primary = phone.primary && at == 0;
        let number = if is_only { &whole } else { number };
        match found {
            Some(found) => Some(verified(phone, number, &found, primary)),
            // An ending that does not fit is no number.
            None => (!number.is_short()).then(|| unverified(phone, number, primary)),
        }
    });
    numbers.collect()
}

fn verified(phone: &Phone, written: &Written, found: &plan::FoundNumber, primary: bool) -> Number {
    let e164 = found.number.format().mode(Mode::E164).to_string();
    let number = unverified(phone, written, primary);
    let extension = number.extension.or_else(|| written.extension.clone());
    let (kind, kind_from) = kind::of(phone, written, Some(found.line));
    let says_more = |word: &String| !written::is_neutral(word) && !is_word(word);
    let has_digits = written.remark.chars().any(|letter| letter.is_numeric() || letter == '?');
    let is_remark = has_digits || written.words.iter().any(says_more);
    Number {
        fingerprint: Fingerprint::of(&e164, extension.as_deref()),
        reading: found.reading(&e164),
        national: found.national(&e164),
        keyed: e164.clone(),
        e164: Some(e164),
        extension,
        remark: (is_remark && !written.remark.is_empty()).then(|| written.remark.as_str().into()),
        completed_from: found.is_completed.then(|| phone.value.clone()),
        kind,
        kind_from,
        country: found.country,
        ..number
    }
}

fn unverified(phone: &Phone, written: &Written, primary: bool) -> Number {
    let is_whole = written.text.is_empty() || *written.text == *phone.value;
    let stored = if is_whole { phone.value.clone() } else { written.text.as_str().into() };
    let formatted = phone.formatted.as_ref().filter(|_| is_whole);
    // An extension within the value is in the reading already.
    let extension = phone.extension.as_deref().and_then(written::extension);
    let (kind, kind_from) = kind::of(phone, written, None);
    Number {
        fingerprint: Fingerprint::of(&stored, extension.as_deref()),
        reading: formatted.unwrap_or(&stored).to_string(),
        keyed: written.as_dialled(),
        stored,
        e164: None,
        national: None,
        extension,
        remark: None,
        completed_from: None,
        kind,
        kind_from,
        country: None,
        label: phone.label.clone(),
        primary,
    }
}

/// Whether two written numbers are the same by a plan: one names its country, the other is as dialled there.
pub fn are_same(one: &str, other: &str) -> bool {
    let matches = |named: &str, within: &str| {
        let (e164, country) = dialled(named, None)?;
        Some(e164 == dialled(within, Some(country?))?.0)
    };
    matches(one, other) == Some(true) || matches(other, one) == Some(true)
}

/// A written number as dialled from anywhere, by itself or in the country of a guess, and its country.
pub fn dialled(written: &str, guess: Option<Guess>) -> Option<(String, Option<Guess>)> {
    let written = written::read(written).into_iter().next()?;
    let found = plan::find(&written, guess.as_slice())?;
    Some((found.number.format().mode(Mode::E164).to_string(), found.country))
}

/// The digits of a number after its calling code; all of them where they begin with none.
pub fn without_calling_code(e164: &str) -> &str {
    let digits = e164.strip_prefix('+').unwrap_or(e164);
    plan::after_calling_code(digits).unwrap_or(digits)
}

impl Fingerprint {
    /// The mark of the number to dial, whatever stands between its letters and digits.
    fn of(dialled: &str, extension: Option<&str>) -> Self {
        let mut marked = significant(dialled);
        // Apart from the number, so that a digit cannot move from one to the other unnoticed.
        marked.extend(extension.into_iter().flat_map(|extension| [b" ".to_vec(), significant(extension)].concat()));
        Self(CRC.checksum(&marked))
    }
}

fn significant(text: &str) -> Vec<u8> {
    let mut significant = any_ascii::any_ascii(text).to_ascii_lowercase().into_bytes();
    significant.retain(u8::is_ascii_alphanumeric);
    significant
}

#[cfg(test)]
mod tests;
