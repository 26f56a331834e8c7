//! What is understood of the demo account: `cargo run --example reach`.

use std::str::FromStr;
use std::time::Instant;

use callsheet::domain::contact::Phone;
use callsheet::lookalike::account::{Account, Contact};
use callsheet::reach::country::Country;
use callsheet::reach::number::{CountryFrom, Guess, Number, understand};

#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn main() {
    let account = Account::demo();
    let phones: Vec<(Phone, Vec<Guess>)> = account
        .contacts
        .values()
        .flat_map(|contact| {
            let guesses = guesses(&account, contact);
            contact.phones.iter().map(move |phone| (stored(phone), guesses.clone()))
        })
        .collect();
    // The numbering plans are read at the first use.
    let begun = Instant::now();
    let first = phones.first().map(|(phone, guesses)| understand(phone, guesses));
    let first_took = begun.elapsed();
    let begun = Instant::now();
    let numbers: Vec<Number> = phones.iter().map(|(phone, guesses)| understand(phone, guesses)).collect();
    let each = begun.elapsed().as_nanos() / u128::try_from(numbers.len().max(1)).unwrap_or(1);
    println!(
        "numbers: {}, understood: {}, guessed country: {}, unverified: {}",
        numbers.len(),
        share(&numbers, |number| number.e164.is_some()),
        share(&numbers, Number::is_guessed),
        share(&numbers, |number| number.e164.is_none()),
    );
    println!("time: {each} ns each, the first {first_took:?} ({})", first.is_some());
}

/// What is known of where a contact's numbers are.
fn guesses(account: &Account, contact: &Contact) -> Vec<Guess> {
    let country = |name: &str| {
        let squeezed: String = name.split_whitespace().collect();
        Country::of_code(celes::Country::from_str(&squeezed).ok()?.alpha2)
    };
    let own = contact.location.and_then(|id| account.locations.get(&id));
    let primary = account.locations.values().find(|row| row.organization == contact.organization && row.primary);
    [(own, CountryFrom::Location), (primary, CountryFrom::Organization)]
        .into_iter()
        .filter_map(|(row, from)| Some(Guess { country: country(row?.country.as_deref()?)?, from }))
        .collect()
}

/// The number as the bot holds it.
fn stored(phone: &callsheet::lookalike::account::Phone) -> Phone {
    Phone {
        value: phone.value.as_str().into(),
        formatted: None,
        extension: phone.extension.as_deref().map(Into::into),
        primary: phone.primary,
        label: Some(phone.label.as_str().into()),
        fax: phone.fax,
    }
}

fn share(numbers: &[Number], holds: impl Fn(&Number) -> bool) -> String {
    let count = numbers.iter().filter(|number| holds(number)).count();
    let thousandths = (count * 1000).checked_div(numbers.len()).unwrap_or(0);
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}
