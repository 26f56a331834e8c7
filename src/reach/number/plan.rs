//! The numbering plans of the world: whether digits are a number, and of which country.

use phonenumber::country::{Id, Source};
use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, PhoneNumber, Type};

use crate::reach::country::Country;
use crate::reach::number::written::Written;
use crate::reach::number::{CountryFrom, Guess};

/// How many digits a number must have for its first ones to pass as a calling code without any mark. Fewer, and a local
/// number without its area code, or one with a digit wrong, would be taken for a valid one of another country.
const LONG_ENOUGH_FOR_CALLING_CODE: usize = 11;

/// The longest number there is, in digits with its calling code (ITU-T E.164). Some plans are written down as if theirs could
/// be longer, so that an extension dialled through would pass as part of the number.
const LONGEST: usize = 15;

/// A number found valid.
pub(super) struct Found {
    pub(super) number: PhoneNumber,
    pub(super) country: Option<Guess>,
    pub(super) line: Type,
}

impl Found {
    /// The international form; the bare number where the form's digits are not the number's.
    pub(super) fn reading(&self, e164: &str) -> String {
        let reading = self.number.format().mode(Mode::International).to_string();
        if digits(&reading).eq(digits(e164)) { reading } else { e164.to_owned() }
    }

    /// The form within the country, where there is one for its number.
    pub(super) fn national(&self, e164: &str) -> Option<String> {
        self.country?;
        let national = self.number.format().mode(Mode::National).to_string();
        // The prefix differs, the end does not.
        digits(&national).rev().take(4).eq(digits(e164).rev().take(4)).then_some(national)
    }
}

/// Finds the number that is meant.
pub(super) fn find(written: &Written, guesses: &[Guess]) -> Option<Found> {
    let plain = written.digits.as_deref().and_then(|digits| find_digits(written.plus, digits, guesses));
    plain.or_else(|| {
        let keyed = find_digits(written.plus, written.keyed.as_deref()?, guesses)?;
        // Words are chosen where companies choose their number; elsewhere, letters are somebody's name.
        matches!(keyed.line, Type::TollFree | Type::SharedCost | Type::Uan).then_some(keyed)
    })
}

fn find_digits(plus: bool, digits: &str, guesses: &[Guess]) -> Option<Found> {
    if plus {
        return international(digits).map(|number| found(number, CountryFrom::Number));
    }
    // Dialled so in most of the world, and the beginning of no number within a country.
    if let Some(number) = digits.strip_prefix("00").and_then(international) {
        return Some(found(number, CountryFrom::Number));
    }
    if let Some(found) = guesses.iter().find_map(|guess| national(*guess, digits)) {
        return Some(found);
    }
    // Dialled so in North America; elsewhere an area code can begin with it, so only now.
    if let Some(number) = digits.strip_prefix("011").and_then(international) {
        return Some(found(number, CountryFrom::Number));
    }
    let number = international(digits).filter(|_| digits.len() >= LONG_ENOUGH_FOR_CALLING_CODE)?;
    Some(found(number, CountryFrom::CallingCode))
}

/// A number that says its country itself.
fn found(number: PhoneNumber, from: CountryFrom) -> Found {
    let country = number.country().id().and_then(|id| Country::of_code(id.as_ref()));
    Found { line: number.number_type(&DATABASE), number, country: country.map(|country| Guess { country, from }) }
}

/// The number of these digits, calling code first, if it is valid.
fn international(digits: &str) -> Option<PhoneNumber> {
    let number = phonenumber::parse(None, format!("+{digits}")).ok()?;
    let code = number.code().value();
    valid(number).or_else(|| exactly(code, digits.strip_prefix(&code.to_string())?))
}

/// The number of these digits as dialled in the country of a guess, if it is valid.
fn national(guess: Guess, digits: &str) -> Option<Found> {
    // Uninhabited places have a code but no plan, with which the crate would panic.
    let plan = DATABASE.by_id(guess.country.code())?;
    let id: Id = guess.country.code().parse().ok()?;
    let dialled = phonenumber::parse(Some(id), digits).ok().and_then(valid);
    if let Some(number) = dialled.clone().filter(|number| number.code().source() == Source::Idd) {
        return Some(found(number, CountryFrom::Number));
    }
    let inside = || plan.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
    let number =
        dialled.or_else(|| exactly(plan.country_code(), inside()?)).or_else(|| exactly(plan.country_code(), digits))?;
    Some(Found { line: number.number_type(&DATABASE), number, country: Some(guess) })
}

/// The number of a calling code and the digits behind it, nothing taken away. The crate takes a trunk prefix off, twice
/// over, where there is none but the number's own first digits look like one (+7 800 …): so it is given two to take.
fn exactly(code: u16, inside: &str) -> Option<PhoneNumber> {
    let plan = DATABASE.by_code(&code)?.into_iter().next()?;
    let prefix = plan.national_prefix().unwrap_or_default();
    let id: Id = plan.id().parse().ok()?;
    let number = phonenumber::parse(Some(id), format!("+{code}{prefix}{prefix}{inside}")).ok()?;
    valid(number).filter(|number| number.national().to_string() == inside)
}

fn valid(number: PhoneNumber) -> Option<PhoneNumber> {
    let length = digits(&number.format().mode(Mode::E164).to_string()).count();
    (number.is_valid() && length <= LONGEST).then_some(number)
}

fn digits(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}
