//! Numbers understood: what is stored, made into something that can be dialled and read, and how sure that is.
//!
//! IT Glue keeps mostly bare digits and no country, so the country is often a guess and then says where it was taken
//! from. A number that no guess makes valid is shown as it is stored.

mod fingerprint;

mod kind;

mod line;

mod plan;

mod rank;

use phonenumber::Mode;

use crate::domain::contact::{Fingerprint, Phone};
use crate::domain::written::{self, Written};
use crate::reach::country::Country;

pub(crate) use crate::reach::number::kind::is_word;
pub use crate::reach::number::kind::{Kind, KindFrom};
pub use crate::reach::number::rank::{Ranked, Why, WorkTime, best_first};

/// Where a number's country was taken from. All but [`CountryFrom::Number`] are guesses, to be shown as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryFrom {
    /// The number itself: it begins with `+` or another international prefix.
    Number,
    /// The number's first digits, which are a calling code, though nothing but its being valid says that they are meant
    /// so.
    CallingCode,
    /// The country of the contact's location.
    Location,
    /// The country most of the organization's locations are in.
    Organization,
    /// The country the bot is configured for.
    Default,
    /// A location that is kept back from the reader; then the country is not to be told either.
    Withheld,
}

/// A country, and why it is thought to be a number's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The country.
    pub country: Country,
    /// Where it was taken from.
    pub from: CountryFrom,
}

/// A phone or fax number of a contact, understood as far as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value as stored; of a field with several numbers, this one's part.
    pub stored: Box<str>,
    /// The digits as written, with a `+` where there is one, for what could not be understood; empty without any.
    pub keyed: String,
    /// The number to dial from anywhere: `+14155550156`. `None` where it could not be understood: unverified.
    pub e164: Option<String>,
    /// The number to read: `+1 415-555-0156`; as stored where it could not be understood.
    pub reading: String,
    /// The number as it is written and dialled within its country: `(415) 555-0156`.
    pub national: Option<String>,
    /// What to dial once the call is answered.
    pub extension: Option<String>,
    /// What is written beside it, where that is more than which kind it is: "`WhatsApp`", "press 2".
    pub remark: Option<Box<str>>,
    /// The whole field, where it has only the end of this number and the beginning is that of another one.
    pub completed_from: Option<Box<str>>,
    /// What is reached under it.
    pub kind: Kind,
    /// What says so.
    pub kind_from: KindFrom,
    /// The country by which it was understood; `None` where it was not, or belongs to no country (+800).
    pub country: Option<Guess>,
    /// IT Glue's free label.
    pub label: Option<Box<str>>,
    /// IT Glue's primary mark.
    pub primary: bool,
    /// Tells it from the other numbers of the same person.
    pub fingerprint: Fingerprint,
}

impl Number {
    /// What to put into a link to dial by; a link cannot carry the extension. `None` for what could not be understood,
    /// and for a fax.
    #[must_use]
    pub fn dial(&self) -> Option<&str> {
        self.e164.as_deref().filter(|_| self.kind != Kind::Fax)
    }

    /// Leaves out of which location the country was taken from, and so which it is. The number stays what is dialled.
    pub fn leave_out_place(&mut self) {
        if let Some(guess) = &mut self.country
            && matches!(guess.from, CountryFrom::Location | CountryFrom::Organization)
        {
            guess.from = CountryFrom::Withheld;
        }
    }

    /// Whether the country, and so what is dialled, was guessed.
    #[must_use]
    pub fn is_guessed(&self) -> bool {
        self.country.is_some_and(|guess| guess.from != CountryFrom::Number)
    }
}

/// Understands a phone field: none, one or several numbers. Guesses are tried in order: a country under which a number is
/// valid wins over an earlier one under which it is not.
#[must_use]
pub fn understand(phone: &Phone, guesses: &[Guess]) -> Vec<Number> {
    let numbers = written::read(&phone.value);
    if numbers.is_empty() {
        let is_nothing = phone.value.trim().is_empty() || written::is_placeholder(&phone.value);
        return if is_nothing { Vec::new() } else { vec![unverified(phone, &Written::default(), phone.primary)] };
    }
    let in_field = phone.extension.as_deref().and_then(written::extension);
    // Two extensions that differ: the number cannot be said to be understood.
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
            // The end of a number that does not fit is no number.
            None => (!number.is_short()).then(|| unverified(phone, number, primary)),
        }
    });
    numbers.collect()
}

fn verified(phone: &Phone, written: &Written, found: &plan::Found, primary: bool) -> Number {
    let e164 = found.number.format().mode(Mode::E164).to_string();
    let in_field = phone.extension.as_deref().and_then(written::extension);
    let extension = in_field.or_else(|| written.extension.clone());
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
        stored: written.text.as_str().into(),
        extension,
        remark: (is_remark && !written.remark.is_empty()).then(|| written.remark.as_str().into()),
        completed_from: found.is_completed.then(|| phone.value.clone()),
        kind,
        kind_from,
        country: found.country,
        label: phone.label.clone(),
        primary,
    }
}

fn unverified(phone: &Phone, written: &Written, primary: bool) -> Number {
    let is_whole = written.text.is_empty() || *written.text == *phone.value;
    let stored = if is_whole { phone.value.clone() } else { written.text.as_str().into() };
    let formatted = phone.formatted.as_ref().filter(|_| is_whole);
    // One within the value is in the reading already.
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

/// Whether two numbers as they are written are the same by a numbering plan: one of them names its country, and the other
/// one is it as dialled there.
#[must_use]
pub fn are_same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| written::read(text).into_iter().next());
    let (Some(one), Some(other)) = (one, other) else { return false };
    let abroad = |number: &Written| plan::find(number, &[]);
    let matches = |named: &Written, dialled: &Written| {
        let named = abroad(named)?;
        let (e164, country) = (named.number.format().mode(Mode::E164).to_string(), named.country?);
        let dialled = plan::find(dialled, &[country])?;
        Some(e164 == dialled.number.format().mode(Mode::E164).to_string())
    };
    matches(&one, &other) == Some(true) || matches(&other, &one) == Some(true)
}

#[cfg(test)]
mod tests;
