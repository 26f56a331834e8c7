//! Numbers understood: what is stored, made into something that can be dialled and read, and how sure that is.
//!
//! IT Glue keeps mostly bare digits and no country, so the country is often a guess and then says where it was taken
//! from. A number that no guess makes valid is shown as it is stored.

mod fingerprint;

mod kind;

mod plan;

mod rank;

mod written;

use phonenumber::Mode;

use crate::domain::contact::{Fingerprint, Phone};
use crate::reach::country::Country;

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
    /// The value as stored.
    pub stored: Box<str>,
    /// The number to dial from anywhere: `+14155550156`. `None` where it could not be understood: unverified.
    pub e164: Option<String>,
    /// The number to read: `+1 415-555-0156`; as stored where it could not be understood.
    pub reading: String,
    /// The number as it is written and dialled within its country: `(415) 555-0156`.
    pub national: Option<String>,
    /// What to dial once the call is answered.
    pub extension: Option<String>,
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

/// Understands a stored number, trying the guesses in order: a country under which the number is valid wins over an
/// earlier one under which it is not.
#[must_use]
pub fn understand(phone: &Phone, guesses: &[Guess]) -> Number {
    let in_field = phone.extension.as_deref().and_then(written::extension);
    let written = written::read(&phone.value);
    let in_value = written.as_ref().and_then(|written| written.extension.clone());
    // Two extensions that differ: the number cannot be said to be understood.
    let agree = in_field.is_none() || in_value.is_none() || in_field == in_value;
    let found = written.filter(|_| agree).and_then(|written| plan::find(&written, guesses));
    let (kind, kind_from) = kind::of(phone, found.as_ref().map(|found| found.line));
    let (stored, label, primary) = (phone.value.clone(), phone.label.clone(), phone.primary);
    let Some(found) = found else {
        return Number {
            fingerprint: Fingerprint::of(&stored, in_field.as_deref()),
            reading: phone.formatted.as_ref().unwrap_or(&stored).to_string(),
            stored,
            e164: None,
            national: None,
            // One within the value is in the reading already.
            extension: in_field,
            kind,
            kind_from,
            country: None,
            label,
            primary,
        };
    };
    let e164 = found.number.format().mode(Mode::E164).to_string();
    let extension = in_field.or(in_value);
    Number {
        fingerprint: Fingerprint::of(&e164, extension.as_deref()),
        reading: found.reading(&e164),
        national: found.national(&e164),
        e164: Some(e164),
        stored,
        extension,
        kind,
        kind_from,
        country: found.country,
        label,
        primary,
    }
}

#[cfg(test)]
mod tests;
