//! A contact's numbers and sites.

use callsheet_core::domain::contact::Phone;
use callsheet_core::reach::country::Country;
use callsheet_core::reach::hours::find;
use callsheet_core::reach::number::{CountryFrom, Guess, understand};
use callsheet_core::reach::zone::place;

use crate::account::NOW;

/// The longest number, in digits (ITU-T E.164).
const LONGEST_NUMBER: usize = 15;

/// A number, its extension, its label, the country, the region and the city, each on a line of its own, then notes. An
/// understood number can be dialled, and reads as it is dialled; a dialled number has no letters; and its international
/// form is understood as the same number.
///
/// # Panics
///
/// If one of these does not hold.
pub fn reach(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(7, '\n').map(str::trim);
    let mut line = || lines.next().filter(|line| !line.is_empty());
    let (value, extension, label) = (line().unwrap_or_default(), line(), line());
    let place = place(line(), line(), line());
    let local = place.local(NOW);
    assert_eq!(place.spots.is_empty(), local == callsheet_core::reach::zone::Local::Unknown, "each zone has a time");

    let phone = Phone {
        value: value.into(),
        formatted: None,
        extension: extension.map(Into::into),
        primary: false,
        label: label.map(Into::into),
        fax: false,
    };
    let guess = |country, from| Guess { country, from };
    let location = place.country.map(|country| guess(country, CountryFrom::Location));
    let default = Country::of_code("DE").map(|country| guess(country, CountryFrom::Default));
    let guesses: Vec<Guess> = location.into_iter().chain(default).collect();
    for number in understand(&phone, &guesses) {
        if let Some(e164) = &number.e164 {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let dialled = digits(e164);
            assert!(*e164 == format!("+{dialled}") && (1..=LONGEST_NUMBER).contains(&dialled.len()), "{e164}");
            assert_eq!(digits(&number.reading), dialled, "what is read is what is dialled");
            let own = Phone { value: e164.as_str().into(), extension: None, ..phone.clone() };
            let again: Vec<_> = understand(&own, &[]).into_iter().map(|number| number.e164).collect();
            assert_eq!(again, [Some(e164.clone())], "its own form leads elsewhere");
        } else {
            assert!(number.dial().is_none() && number.country.is_none() && number.national.is_none());
        }
    }

    let notes = line().unwrap_or_default();
    let stated = find(notes);
    assert!(stated.statements.iter().all(|stated| notes.contains(&stated.quote)));
    // Only that they can be asked: their own tests check what notes say.
    let _ = (stated.open(&place, NOW), stated.preferred(&place, NOW));
}
