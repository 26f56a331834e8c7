//! What is understood of the demo account's numbers and locations: `cargo run --release --example reach`.

use std::time::Instant;

use callsheet_core::domain::contact::Phone;
use callsheet_core::reach::country::Country;
use callsheet_core::reach::number::{CountryFrom, Guess, Number, understand};
use callsheet_core::reach::zone::{self, Place};
use lookalike::account::{self, Account, Contact};

#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn main() {
    let account = Account::demo();

    let phones: Vec<(Phone, Vec<Guess>)> =
        account.contacts.values().flat_map(|contact| numbers(&account, contact)).collect();
    // The numbering plans are read at the first use.
    let first = timed(|| phones.iter().take(1).flat_map(|(phone, guesses)| understand(phone, guesses)).collect());
    let (numbers, took): (Vec<Number>, _) =
        timed(|| phones.iter().flat_map(|(phone, guesses)| understand(phone, guesses)).collect());
    println!(
        "numbers: {}, understood: {}, guessed country: {}, unverified: {}; {} ns each, {} us the first",
        numbers.len(),
        share(&numbers, |number| number.e164.is_some()),
        share(&numbers, Number::is_guessed),
        share(&numbers, |number| number.e164.is_none()),
        took / numbers.len().max(1) as u128,
        first.1 / 1000,
    );

    let locate = |location: &account::Location| {
        zone::place(location.country.as_deref(), location.region.as_deref(), location.city.as_deref())
    };
    // The time zones too.
    let first = timed(|| account.locations.values().take(1).map(locate).collect());
    let (places, took): (Vec<Place>, _) = timed(|| account.locations.values().map(locate).collect());
    println!(
        "locations: {}, one zone: {}, several: {}, none: {}; {} ns each, {} us the first",
        places.len(),
        share(&places, |place| place.spots.len() == 1),
        share(&places, |place| place.spots.len() > 1),
        share(&places, |place| place.spots.is_empty()),
        took / places.len().max(1) as u128,
        first.1 / 1000,
    );
}

/// A contact's numbers as the bot holds them, with what is known of their country.
fn numbers(account: &Account, contact: &Contact) -> Vec<(Phone, Vec<Guess>)> {
    let own = contact.location.and_then(|id| account.locations.get(&id));
    let primary = account.locations.values().find(|row| row.organization == contact.organization && row.primary);
    let guesses: Vec<Guess> = [(own, CountryFrom::Location), (primary, CountryFrom::Organization)]
        .into_iter()
        .filter_map(|(row, from)| Some(Guess { country: Country::named(row?.country.as_deref()?)?, from }))
        .collect();
    let stored = |phone: &account::Phone| Phone {
        value: phone.value.as_str().into(),
        formatted: None,
        extension: phone.extension.as_deref().map(Into::into),
        primary: phone.primary,
        label: Some(phone.label.as_str().into()),
        fax: phone.fax,
    };
    contact.phones.iter().map(|phone| (stored(phone), guesses.clone())).collect()
}

/// The result, and the nanoseconds it took.
fn timed<T>(make: impl FnOnce() -> Vec<T>) -> (Vec<T>, u128) {
    let begun = Instant::now();
    (make(), begun.elapsed().as_nanos())
}

#[expect(clippy::cast_precision_loss, reason = "a count of thousands fits into the 53 bits")]
fn share<T>(all: &[T], fits: impl Fn(&T) -> bool) -> String {
    let count = all.iter().filter(|one| fits(one)).count();
    format!("{:.1} %", 100.0 * count as f64 / all.len().max(1) as f64)
}
