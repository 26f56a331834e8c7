//! The world's numbering plans: whether digits are a number, and of which country.

use phonenumber::country::{Id, Source};
use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, PhoneNumber, Type};

use crate::domain::written::Written;
use crate::reach::country::Country;
use crate::reach::number::{CountryFrom, Guess, line};

/// Digits a number needs before its first ones pass as a calling code without any mark. A shorter local number without
/// its area code, or with a digit wrong, would pass as a valid one of another country.
const LONG_ENOUGH_FOR_CALLING_CODE: usize = 11;

/// Surplus digits looked for at the end of a number: an extension of up to three digits.
const MOST_SURPLUS: usize = 3;

/// Digits of a number in Mexico, since 2019 the only way to dial one (IFT, Plan Técnico Fundamental de Numeración).
const MEXICAN: usize = 10;

/// The most digits of a number with its calling code (ITU-T E.164). Some plans have room for
/// more digits, and an extension would pass as part of the number.
const LONGEST: usize = 15;

/// Digits of the longest calling code (ITU-T E.164).
const LONGEST_CODE: usize = 3;

pub(super) struct FoundNumber {
    pub(super) number: PhoneNumber,
    pub(super) country: Option<Guess>,
    pub(super) line: Type,
    /// Whether the beginning was taken from the number before it.
    pub(super) is_completed: bool,
}

impl FoundNumber {
    /// The international form; the bare number where the form has other digits.
    pub(super) fn reading(&self, e164: &str) -> String {
        let reading = self.number.format().mode(Mode::International).to_string();
        if digits(&reading).eq(digits(e164)) { reading } else { e164.to_owned() }
    }

    /// The form within the country, where there is one for this number.
    pub(super) fn national(&self, e164: &str) -> Option<String> {
        self.country?;
        let national = self.number.format().mode(Mode::National).to_string();
        // The prefix differs, the end does not.
        digits(&national).rev().take(4).eq(digits(e164).rev().take(4)).then_some(national)
    }
}

/// A number of a numbering plan, and its line.
type Valid = (PhoneNumber, Type);

pub(super) fn find(written: &Written, guesses: &[Guess]) -> Option<FoundNumber> {
    let plain = || find_digits(written.plus, &written.digits, guesses).filter(|_| written.readable);
    let completed = written.completed.as_ref().and_then(|completed| {
        let abroad = completed.strip_prefix('+');
        find_digits(abroad.is_some(), abroad.unwrap_or(completed), guesses)
    });
    let found = match completed {
        // "02 5550 1234 / 13 12 34": short by itself.
        Some(completed) => plain().filter(is_of_company).or(Some(FoundNumber { is_completed: true, ..completed })),
        // An ending is no number by itself.
        None => plain().filter(|_| written.completed.is_none() || !written.is_short()),
    };
    found.or_else(|| {
        // Companies choose words as their numbers; elsewhere, letters are a remark.
        find_digits(written.plus, written.keyed.as_deref()?, guesses).filter(is_of_company)
    })
}

fn is_of_company(found: &FoundNumber) -> bool {
    matches!(found.line, Type::TollFree | Type::SharedCost | Type::Uan | Type::PremiumRate)
}

fn find_digits(plus: bool, digits: &str, guesses: &[Guess]) -> Option<FoundNumber> {
    if plus {
        let number = international(digits).or_else(|| international(digits.strip_prefix("00")?));
        return number.map(|number| found(number, CountryFrom::Number));
    }
    // Dialled so in most of the world; no number within a country begins with it.
    if let Some(number) = digits.strip_prefix("00").and_then(international) {
        return Some(found(number, CountryFrom::Number));
    }
    if let Some(found) = guesses.iter().find_map(|guess| national(*guess, digits)) {
        return Some(found);
    }
    // Dialled so in North America. Elsewhere an area code can begin with it, and a digit too many must not lead
    // abroad.
    let shorter = || (1..=MOST_SURPLUS).filter_map(|surplus| digits.get(..digits.len().checked_sub(surplus)?));
    let is_longer = |guess: &Guess| shorter().any(|digits| national(*guess, digits).is_some());
    if let Some(number) = digits.strip_prefix("011").and_then(international)
        && !guesses.iter().any(is_longer)
    {
        return Some(found(number, CountryFrom::Number));
    }
    // A number its own country refuses has a wrong digit; dialled as another country's it would reach a stranger.
    if !guesses.is_empty() || digits.len() < LONG_ENOUGH_FOR_CALLING_CODE {
        return None;
    }
    Some(found(international(digits)?, CountryFrom::CallingCode))
}

/// A number that names its country itself.
fn found((number, line): Valid, from: CountryFrom) -> FoundNumber {
    let main = || DATABASE.by_code(&number.code().value())?.first().map(|plan| plan.id());
    let own = number.country().id();
    let country = own.as_ref().map(AsRef::as_ref).or_else(main).and_then(Country::of_code);
    FoundNumber { line, number, country: country.map(|country| Guess { country, from }), is_completed: false }
}

/// The number of these digits, calling code first, if it is valid.
fn international(digits: &str) -> Option<Valid> {
    let number = phonenumber::parse(None, format!("+{digits}")).ok()?;
    let code = number.code().value();
    let formerly = || valid(phonenumber::parse(None, format!("+52{}", mobile_of_mexico(code, digits)?)).ok()?);
    if let Some(number) = formerly() {
        return Some(number);
    }
    valid(number).or_else(|| exactly(code, digits.strip_prefix(&code.to_string())?))
}

/// The digits after a calling code. No code begins with another one.
pub(super) fn after_calling_code(digits: &str) -> Option<&str> {
    let code = |length: usize| DATABASE.by_code(&digits.get(..length)?.parse().ok()?).map(|_| &digits[length..]);
    (1..=LONGEST_CODE).find_map(code)
}

/// The digits of a Mexican number after the 1 that marked mobiles until 2019 and that records still have.
fn mobile_of_mexico(code: u16, digits: &str) -> Option<&str> {
    digits.strip_prefix("521").filter(|inside| code == 52 && inside.len() == MEXICAN)
}

/// The number of these digits as dialled in the country of a guess, if it is valid.
fn national(guess: Guess, digits: &str) -> Option<FoundNumber> {
    // Uninhabited places have a code but no plan, and the crate would panic.
    let plan = DATABASE.by_id(guess.country.code())?;
    let id: Id = guess.country.code().parse().ok()?;
    // Until 2019 Mexico dialled 01, 044 or 045 before the number.
    let formerly = ["01", "044", "045"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    let formerly = formerly.filter(|inside| plan.country_code() == 52 && inside.len() == MEXICAN);
    let dialled = phonenumber::parse(Some(id), formerly.unwrap_or(digits)).ok().and_then(valid);
    if let Some(valid) = dialled.clone().filter(|(number, _)| number.code().source() == Source::Idd) {
        return Some(found(valid, CountryFrom::Number));
    }
    let inside = || plan.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
    let (number, line) =
        dialled.or_else(|| exactly(plan.country_code(), inside()?)).or_else(|| exactly(plan.country_code(), digits))?;
    Some(FoundNumber { number, line, country: Some(guess), is_completed: false })
}

/// The number of a calling code and all the digits after it. The crate removes a trunk prefix, twice, even where only
/// the number's own first digits look like one (+7 800 …): so it gets two to remove.
fn exactly(code: u16, inside: &str) -> Option<Valid> {
    let plan = DATABASE.by_code(&code)?.into_iter().next()?;
    let prefix = plan.national_prefix().unwrap_or_default();
    let id: Id = plan.id().parse().ok()?;
    let number = phonenumber::parse(Some(id), format!("+{code}{prefix}{prefix}{inside}")).ok()?;
    valid(number).filter(|(number, _)| number.national().to_string() == inside)
}

fn valid(number: PhoneNumber) -> Option<Valid> {
    let length = digits(&number.format().mode(Mode::E164).to_string()).count();
    let line = line::of(&number).filter(|_| number.is_valid() && length <= LONGEST)?;
    Some((number, line))
}

fn digits(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}
