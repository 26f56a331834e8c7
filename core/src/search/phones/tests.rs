//! A number on record is found by every typed form of it.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::domain::contact::Phone;
use crate::domain::id::ContactId;
use crate::reach::country::Country;
use crate::reach::number::{CountryFrom, Guess, understand};

/// Numbers of countries with different conventions: an area code, a zero that belongs to the number, another zero
/// abroad than at home, a moving mobile prefix, and none of these. Example numbers of libphonenumber and numbers for
/// fiction.
const NUMBERS: [(&str, &str); 16] = [
    ("US", "+14155550156"),
    ("CA", "+15062345678"),
    ("GB", "+442079460156"),
    ("DE", "+493023125012"),
    ("AT", "+43720123456"),
    ("FR", "+33199001234"),
    ("IT", "+390612345678"),
    ("ES", "+34912345678"),
    ("CH", "+41445550156"),
    ("HU", "+3613456789"),
    ("RU", "+74951234567"),
    ("AR", "+5491147999350"),
    ("BR", "+551155551234"),
    ("AU", "+61255501234"),
    ("IN", "+912221234567"),
    ("JP", "+81312345678"),
];

/// The written and typed forms of a number.
fn forms((region, e164): (&str, &str)) -> Vec<String> {
    let guess = Guess { country: Country::of_code(region).unwrap(), from: CountryFrom::Location };
    let number = understand(&phone(e164), &[guess]).remove(0);
    let (abroad, national) = (number.reading, number.national.unwrap());
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    vec![
        e164.to_owned(),
        digits(e164),
        format!("00{}", digits(e164)),
        format!("011 {}", abroad.trim_start_matches('+')),
        digits(&national),
        national.replace(['-', ' '], "."),
        format!("Tel. {national}"),
        format!("{national} ext. 12"),
        abroad.clone(),
        format!("tel:{};ext=12", abroad.replace(' ', "-")),
    ]
}

/// The number as records have it, understood where it is.
fn understood((region, e164): (&str, &str)) -> Vec<Number> {
    let guess = Guess { country: Country::of_code(region).unwrap(), from: CountryFrom::Location };
    let national = understand(&phone(e164), &[guess]).remove(0).national.unwrap();
    [e164, &national].into_iter().flat_map(|stored| understand(&phone(stored), &[guess])).collect()
}

/// Forms that only records have: with a remark, or beside another number.
fn records(number: (&str, &str)) -> Vec<String> {
    let beside = forms(number).into_iter().flat_map(|form| {
        [format!("{form} (WhatsApp)"), format!("+44 20 7946 0999 / {form}"), format!("{form}; +44 20 7946 0999")]
    });
    forms(number).into_iter().chain(beside).collect()
}

fn phone(value: &str) -> Phone {
    Phone { value: value.into(), formatted: None, extension: None, primary: false, label: None, fax: false }
}

fn index(values: &[&str]) -> Phones {
    let contacts: Vec<Contact> = (1..)
        .zip(values)
        .map(|(id, value)| Contact { phones: vec![phone(value)], ..Contact::new(ContactId(id)) })
        .collect();
    Phones::of((0..).zip(&contacts))
}

fn found(phones: &Phones, text: &str) -> Vec<u32> {
    let Some(typed) = typed(text) else { return Vec::new() };
    let found = phones.find(&typed);
    let found = if found.is_empty() { phones.find_without_country(&typed) } else { found };
    let mut found: Vec<u32> = found.into_iter().map(|(contact, _)| contact).collect();
    found.dedup();
    found
}

#[test]
fn a_number_is_found_in_any_form_by_any_other() {
    let mut tried = 0;
    for number in NUMBERS {
        for stored in records(number) {
            let phones = index(&[&stored, "+1 212 555 0188"]);
            for typed in forms(number) {
                assert_eq!(found(&phones, &typed), [0], "{typed} in {stored}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, NUMBERS.len() * 40 * 10);
}

#[test]
fn a_number_is_found_as_formerly_dialled_and_by_carrier() {
    for (stored, typed) in [
        ("0 15 11 5555-1234", "+55 11 5555-1234"),
        ("+55 11 5555-1234", "0 15 11 5555-1234"),
        ("011 15 4799-9350", "+54 9 11 4799-9350"),
        ("+54 9 11 4799-9350", "011 15 4799-9350"),
        ("8 (495) 123-45-67 доб. 123", "+7 495 123-45-67"),
        ("3125550123.0", "312-555-0123"),
        ("1-800-ACMEHEL", "+1 800 226 3435"),
        ("030 23125012/13", "+49 30 23125013"),
        ("312-555-0123, 555-0145", "312 555 0145"),
        ("*67 312 555 0123", "312 555 0123"),
    ] {
        assert_eq!(found(&index(&[stored]), typed), [0], "{typed} in {stored}");
    }
}

#[test]
fn every_form_of_a_number_fits_it_whole() {
    for number in NUMBERS {
        for form in forms(number) {
            for stored in understood(number) {
                assert_eq!(typed(&form).unwrap().fit(&stored), Some(Fit::Whole), "{form} of {}", stored.stored);
            }
        }
    }
}

#[test]
fn the_same_digits_in_another_country_are_another_number() {
    for number in NUMBERS {
        let inside = number::without_calling_code(number.1);
        for code in ["1", "44", "41", "353", "995"].iter().filter(|code| !number.1[1..].starts_with(**code)) {
            for form in [format!("+{code} {inside}"), format!("00{code}{inside}"), format!("+{code} (0){inside}")] {
                for stored in understood(number) {
                    let fit = typed(&form).unwrap().fit(&stored);
                    assert_eq!(fit, Some(Fit::OtherCountry), "{form} of {}", stored.stored);
                }
            }
        }
    }
}

#[test]
fn a_number_fits_one_without_a_country_as_far_as_is_known() {
    for (text, stored, fit) in [
        ("+1 212 555 0156", "2125550156", Some(Fit::CountryUnknown)),
        ("+44 212 555 0156", "2125550156", Some(Fit::OtherCountry)),
        ("212 555 0156", "2125550156", Some(Fit::Whole)),
        ("555 0156", "2125550156", Some(Fit::Ending)),
        ("0156 x9", "2125550156 x12", Some(Fit::Ending)),
        ("x12", "2125550156 x12", Some(Fit::Ending)),
        ("x9", "2125550156 x12", None),
        ("+1 212 555 0157", "2125550156", None),
        ("+41 44 555 01 56", "0445550156", Some(Fit::CountryUnknown)),
        ("+44 20 7946 0156", "ask for Jane", None),
    ] {
        assert_eq!(typed(text).unwrap().fit(&understand(&phone(stored), &[])[0]), fit, "{text} of {stored}");
    }
}

#[test]
fn a_placeholder_is_found_by_nothing() {
    let phones = index(&["0000000000", "+1 000 000 0000", "n/a", "1234567890", "000-000-0000 / 312-555-0000"]);
    for text in ["0000000000", "+1 000 000 0000", "000 0000", "00000", "1234567890", "(123) 456-7890", "9999999999"] {
        assert_eq!(found(&phones, text), [0_u32; 0], "{text}");
    }
    assert_eq!(found(&phones, "0000"), [4], "an end that people read out");
}

proptest! {
    #[test]
    fn another_number_is_not_found(
        number in select(&NUMBERS[..]), other in select(&NUMBERS[..]), stored in any::<Index>(), typed in any::<Index>()
    ) {
        prop_assume!(number != other);
        let (stored, typed) = (stored.get(&records(number)).clone(), typed.get(&forms(other)).clone());
        prop_assert_eq!(found(&index(&[&stored]), &typed), [0_u32; 0], "{} in {}", typed, stored);
    }
}
