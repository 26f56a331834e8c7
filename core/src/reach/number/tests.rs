//! How numbers are understood as people write them.

use proptest::prelude::*;

use super::*;

/// The numbers of a field: what is dialled, extension, country and its source.
fn outcome(value: &str, guesses: &[&str]) -> String {
    let numbers: Vec<String> = understand(&phone(value), &guessed(guesses)).into_iter().map(shown).collect();
    if numbers.is_empty() { "none".to_owned() } else { numbers.join(" | ") }
}

/// The only number of a field.
fn one(phone: &Phone, guesses: &[Guess]) -> Number {
    let [number] = <[Number; 1]>::try_from(understand(phone, guesses)).unwrap();
    number
}

fn shown(number: Number) -> String {
    let country = number.country.map(|guess| format!("{} by {:?}", guess.country.code(), guess.from));
    let parts = [number.e164, number.extension.map(|extension| format!("x{extension}")), country];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "unverified".to_owned() } else { parts.join(" ") }
}

#[test]
fn numbers_are_understood_as_people_write_them() {
    for (value, guesses, expected) in [
        // As IT Glue keeps them.
        ("4155550156", &["US"][..], "+14155550156 US by Location"),
        ("14155550156", &["US"], "+14155550156 US by Location"),
        ("02079460018", &["GB"], "+442079460018 GB by Location"),
        ("2079460018", &["GB"], "+442079460018 GB by Location"),
        // Italy's zero belongs to the number.
        ("0212345678", &["IT"], "+390212345678 IT by Location"),
        // The trunk prefix is the number's own first digit too.
        ("88005550100", &["RU"], "+78005550100 RU by Location"),
        ("8005550100", &["RU"], "+78005550100 RU by Location"),
        ("+7 800 555-01-00", &["US"], "+78005550100 RU by Number"),
        // The area code is the calling code's digits.
        ("590271234", &["GP"], "+590590271234 GP by Location"),
        // Countries with a code but no numbering plan.
        ("4155550156", &["AQ", "US"], "+14155550156 US by Organization"),
        // With an international prefix.
        ("+44 (0)20 7946 0018", &["US"], "+442079460018 GB by Number"),
        ("+44 20 7946 0018", &[], "+442079460018 GB by Number"),
        ("0044 20 7946 0018", &["US"], "+442079460018 GB by Number"),
        ("011 44 20 7946 0018", &["US"], "+442079460018 GB by Number"),
        ("011 44 20 7946 0018", &["DE"], "+442079460018 GB by Number"),
        ("0011 44 20 7946 0018", &["AU"], "+442079460018 GB by Number"),
        ("0113 496 0018", &["GB"], "+441134960018 GB by Location"),
        ("+1 416 555 0156", &["US"], "+14165550156 CA by Number"),
        ("＋４４ ２０ ７９４６ ００１８", &["US"], "+442079460018 GB by Number"),
        ("٤١٥٥٥٥٠١٥٦", &["US"], "+14155550156 US by Location"),
        ("(415) 555‑0156", &["US"], "+14155550156 US by Location"),
        ("tel:+1-415-555-0156;ext=12", &[], "+14155550156 x12 US by Number"),
        ("+800 1234 0000", &["US"], "+80012340000"),
        // A later guess under which it is valid goes first.
        ("02079460018", &["US", "GB"], "+442079460018 GB by Organization"),
        // A country that refuses bare digits makes them unassigned, not a foreign number.
        ("442079460018", &["US"], "unverified"),
        ("31255501234", &["US"], "unverified"),
        ("617-555-0123 4", &["US"], "unverified"),
        ("011 2345 67891", &["IN"], "unverified"),
        ("011 4799-9350 12", &["AR"], "unverified"),
        ("3125550123.0", &["US"], "+13125550123 US by Location"),
        ("13125550123.0", &["US"], "+13125550123 US by Location"),
        ("442079460018", &[], "+442079460018 GB by CallingCode"),
        // The United Kingdom's mobile numbers for drama are in no numbering plan.
        ("447700900123", &["US"], "unverified"),
        // Longer than any number can be, although Germany's plan has room for it.
        ("030 55501 0001234", &["DE"], "unverified"),
        ("+49 30 55501 0001234", &[], "unverified"),
        // Without a country, and too short to begin with a calling code.
        ("4155550156", &[], "unverified"),
        // Extensions.
        ("415-555-0156 x123", &["US"], "+14155550156 x123 US by Location"),
        ("4155550156ext.123", &["US"], "+14155550156 x123 US by Location"),
        ("4155550156,,123", &["US"], "+14155550156 x123 US by Location"),
        ("030 23125 000 Durchwahl 3", &["DE"], "+493023125000 x3 DE by Location"),
        ("01 99 00 12 34 poste 12", &["FR"], "+33199001234 x12 FR by Location"),
        ("912 345 678 extensión 0042", &["ES"], "+34912345678 x0042 ES by Location"),
        ("415 555 0156 x12 or x13", &["US"], "+14155550156 x12 US by Location | +14155550156 x13 US by Location"),
        ("+1 312 555 0123,,9988776#", &["US"], "+13125550123 x9988776 US by Number"),
        // Several numbers.
        ("4155550156, 4155550157", &["US"], "+14155550156 US by Location | +14155550157 US by Location"),
        ("312-555-0123, 555-0145", &["US"], "+13125550123 US by Location | +13125550145 US by Location"),
        ("030 23125012/13", &["DE"], "+493023125012 DE by Location | +493023125013 DE by Location"),
        ("030 23125012 / 23125013", &["DE"], "+493023125012 DE by Location | +493023125013 DE by Location"),
        ("02 5550 1234 / 13 12 34", &["AU"], "+61255501234 AU by Location | +61131234 AU by Location"),
        ("0171 3920012/030 23125012", &["DE"], "+491713920012 DE by Location | +493023125012 DE by Location"),
        ("020 7946 0152; 07700 900152", &["GB"], "+442079460152 GB by Location | unverified"),
        ("+39 081 5551234/35", &["US"], "+390815551234 IT by Number | +390815551235 IT by Number"),
        ("000-000-0000 / 312-555-0123", &["US"], "+13125550123 US by Location"),
        ("030 23125012/13", &[], "unverified"),
        ("0171 3920012/030 23125012", &[], "unverified | unverified"),
        // Letters.
        ("1-800-555-01AB", &["US"], "+18005550122 US by Location"),
        ("0800 ACMEHELP", &["US"], "unverified"),
        ("Cell: 415 555 0156", &["US"], "+14155550156 US by Location"),
        ("415 555 0156 (mobile)", &["US"], "+14155550156 US by Location"),
        ("415 555 0156 (ask for Bob)", &["US"], "+14155550156 US by Location"),
        ("1-800-ACMEHEL (sales)", &["US"], "+18002263435 US by Location"),
        ("415 5550 Bob", &["US"], "unverified"),
        // Not callable from abroad.
        ("911", &["US"], "unverified"),
        ("112", &["DE", "US"], "unverified"),
        ("555-0156", &["US"], "unverified"),
        ("683-2345", &["US"], "unverified"),
        ("41555501561234567890123456789", &["US"], "unverified"),
        ("+4155550156", &["US"], "unverified"),
        ("*67 415 555 0156", &["US"], "unverified"),
        ("ask for Bob", &["US"], "unverified"),
        ("", &["US"], "none"),
        ("n/a", &["US"], "none"),
        ("0000000000", &["US"], "none"),
    ] {
        assert_eq!(outcome(value, guesses), expected, "{value} with {guesses:?}");
    }
}

/// Inputs read differently than by libphonenumber, and how: a comma or semicolon before a full number's digits
/// separates two numbers, and a number stays one if what is dialled behind it is too long.
const OTHERWISE: [(&str, &str); 19] = [
    ("(800) 901-3355 ; 7246433", "+18009013355"),
    ("(800) 901-3355;7246433", "+18009013355"),
    ("(800) 901-3355 , 7246433", "+18009013355"),
    ("tel:+6433316005;ext=012345678901234567890", "+6433316005"),
    ("03 3316005 extension 123456789012345678901", "+6433316005"),
    ("+12679000000,,1234567890123456#", "+12679000000 1234567890123456"),
    // Two prefixes for abroad, one of which is not known beside a plus.
    ("+01164 3 331 6005", "-"),
    // As Mexico dialled until 2019.
    ("01 (449)978-0001", "+524499780001"),
    ("013312345678", "+523312345678"),
    ("044(33)1234-5678", "+523312345678"),
    ("045(33)1234-5678", "+523312345678"),
    ("+52 1 33 1234-5678", "+523312345678"),
    ("044 (33) 1234-5678", "+523312345678"),
    ("045 33 1234-5678", "+523312345678"),
    // A letter within a number may stand for a digit or for nothing.
    ("0900 332 600a5", "-"),
    ("0900 332 600A5", "-"),
    ("0900 a332 600A5", "-"),
    // A tilde begins an extension, so it is no pause within a number.
    ("0~01-650-253-0000", "-"),
    ("03 3316005 ~ 1234567890", "+6433316005"),
];

#[test]
fn numbers_are_understood_as_libphonenumber_does() {
    let rows: Vec<(&str, &str, &str)> = include_str!("tests/libphonenumber.tsv")
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap();
            (field(), field(), field())
        })
        .collect();
    assert!(rows.len() > 700, "{}", rows.len());
    let mut wrong = Vec::new();
    for (region, value, expected) in rows {
        let guesses = if region == "ZZ" { Vec::new() } else { guessed(&[region]) };
        let found = understand(&phone(value), &guesses).into_iter().next();
        let found = found.filter(|number| number.e164.is_some()).map_or_else(
            || "-".to_owned(),
            |number| number.e164.into_iter().chain(number.extension).collect::<Vec<_>>().join(" "),
        );
        let otherwise = OTHERWISE.iter().find(|(written, _)| *written == value);
        if found != otherwise.map_or(expected, |(_, expected)| expected) {
            wrong.push(format!("{region}\t{value}\t{expected}\t{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_read_as_their_country_writes_them() {
    for (value, country, reading, national) in [
        ("4155550156", "US", "+1 415-555-0156", "(415) 555-0156"),
        ("02079460018", "GB", "+44 20 7946 0018", "020 7946 0018"),
        ("03023125000", "DE", "+49 30 23125000", "030 23125000"),
        ("0199001234", "FR", "+33 1 99 00 12 34", "01 99 00 12 34"),
        ("0212345678", "IT", "+39 02 1234 5678", "02 1234 5678"),
    ] {
        let number = one(&phone(value), &guessed(&[country]));
        assert_eq!((number.reading.as_str(), number.national.as_deref()), (reading, Some(national)));
    }
}

#[test]
fn unread_numbers_are_shown_as_stored() {
    let stored = Phone { formatted: Some("(55) 50".into()), extension: Some("7".into()), ..phone("5550") };
    let number = one(&stored, &guessed(&["US"]));
    assert_eq!((number.reading.as_str(), number.extension.as_deref()), ("(55) 50", Some("7")));
    assert_eq!((number.dial(), &number.national, number.is_guessed()), (None, &None, false));
}

#[test]
fn the_fields_extension_and_a_contradicting_one_are_kept() {
    let read = |value: &str, extension: &str| {
        let number = one(&Phone { extension: Some(extension.into()), ..phone(value) }, &guessed(&["US"]));
        (number.reading, number.extension.unwrap_or_default())
    };
    let pair = |reading: &str, extension: &str| (reading.to_owned(), extension.to_owned());
    assert_eq!(read("4155550156", "x 012"), pair("+1 415-555-0156", "012"));
    assert_eq!(read("4155550156", "ask for Bob"), pair("+1 415-555-0156", "ask for Bob"));
    assert_eq!(read("4155550156 x12", "12"), pair("+1 415-555-0156", "12"));
    assert_eq!(read("4155550156 x12", "34"), pair("4155550156 x12", "34"));
}

#[test]
fn labels_say_the_kind_by_word_in_four_languages() {
    for (label, kind) in [
        ("Mobile", Kind::Mobile),
        ("CELL", Kind::Mobile),
        ("Work Mobile", Kind::Mobile),
        ("Handy", Kind::Mobile),
        ("Móvil", Kind::Mobile),
        ("portable", Kind::Mobile),
        ("Büro", Kind::Office),
        ("Standard", Kind::Office),
        ("Main", Kind::Office),
        ("Home Office", Kind::Home),
        ("Privat", Kind::Home),
        ("Direct (work)", Kind::Direct),
        ("DDI", Kind::Direct),
        ("Work Fax", Kind::Fax),
        ("Télécopie", Kind::Fax),
        ("Telefax", Kind::Fax),
        ("Fairfax office", Kind::Office),
        ("Pager", Kind::Pager),
    ] {
        let number = one(&labelled("4155550156", label), &guessed(&["US"]));
        assert_eq!((number.kind, number.kind_from), (kind, KindFrom::Label), "{label}");
    }
    assert_eq!(one(&phone("Fax: 415 555 0156"), &guessed(&["US"])).kind, Kind::Fax);
}

#[test]
fn without_a_label_the_numbering_plan_says_the_kind() {
    for (value, country, label, expected) in [
        ("01713920012", "DE", "", (Kind::Mobile, KindFrom::Number)),
        ("01713920012", "DE", "Büro", (Kind::Mobile, KindFrom::Number)),
        ("0199001234", "FR", "", (Kind::Landline, KindFrom::Number)),
        ("0199001234", "FR", "Mobile", (Kind::Mobile, KindFrom::Label)),
        // North America's plan cannot tell.
        ("4155550156", "US", "", (Kind::Other, KindFrom::Nothing)),
    ] {
        let number = one(&labelled(value, label), &guessed(&[country]));
        assert_eq!((number.kind, number.kind_from), expected, "{value} in {country}, {label:?}");
    }
}

#[test]
fn one_number_has_one_fingerprint_however_it_is_written() {
    let mark = |value: &str| one(&phone(value), &guessed(&["US"])).fingerprint;
    assert_eq!(mark("4155550156"), mark("+1 (415) 555-0156"));
    assert_eq!(mark("4155550156x12"), mark("1.415.555.0156 ext. 12"));
    assert_ne!(mark("4155550156"), mark("4155550156 x12"));
    assert_ne!(mark("4155550156"), mark("4155550157"));
    assert_eq!(mark("call Bob"), mark("CALL BOB"));
    // Stored in the database and in posted messages: it must not change.
    assert_eq!(mark("4155550156").to_string(), "335c");
}

/// Stored values: the characters of numbers, and any others.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "(\\+|00|011)?[0-9]{5,14}",
        2 => "[+0-9A-Za-z x,;#().*-]{0,24}",
        1 => any::<String>(),
    ]
}

/// Any country that ISO 3166-1 has a code for.
fn country() -> impl Strategy<Value = Country> {
    "[A-Z]{2}".prop_filter_map("no country", |code| Country::of_code(&code))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_understood_number_reads_back_as_the_same(
        value in value(), label in any::<String>(), extension in proptest::option::of("[0-9]{1,6}"), country in country()
    ) {
        let phone = Phone { extension: extension.as_deref().map(Into::into), ..labelled(&value, &label) };
        let numbers = understand(&phone, &[Guess { country, from: CountryFrom::Location }]);
        for number in &numbers {
            if extension.is_some() {
                prop_assert_eq!(&number.extension, &extension);
            }
            let Some(e164) = &number.e164 else {
                prop_assert!(value.contains(&number.reading));
                continue;
            };
            prop_assert!(e164.len() <= 1 + 15 && e164.bytes().skip(1).all(|byte| byte.is_ascii_digit()));
            for form in [e164, &number.reading] {
                let again = one(&Phone { value: form.as_str().into(), ..phone.clone() }, &[]);
                prop_assert_eq!(again.e164.as_ref(), Some(e164));
                prop_assert_eq!(again.fingerprint == number.fingerprint, again.extension == number.extension);
            }
        }
        if let [number] = &*numbers && number.e164.is_none() {
            prop_assert_eq!(&number.reading, &value);
        }
    }

    #[test]
    fn any_extension_survives(extension in "\\PC{1,12}".prop_filter("blank", |text| !text.trim().is_empty())) {
        let number = one(&Phone { extension: Some(extension.as_str().into()), ..phone("4155550156") }, &guessed(&["US"]));
        let kept = number.extension.unwrap();
        let digits = |text: &str| any_ascii::any_ascii(text).chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(&kept), digits(&extension));
        prop_assert!(number.e164.is_some());
    }
}

fn phone(value: &str) -> Phone {
    Phone { value: value.into(), formatted: None, extension: None, primary: false, label: None, fax: false }
}

fn labelled(value: &str, label: &str) -> Phone {
    Phone { label: Some(label.into()), ..phone(value) }
}

/// The location's country, the organization's, the default.
fn guessed(codes: &[&str]) -> Vec<Guess> {
    let from = [CountryFrom::Location, CountryFrom::Organization, CountryFrom::Default];
    let guess = |(code, from): (&&str, CountryFrom)| Guess { country: Country::of_code(code).unwrap(), from };
    codes.iter().zip(from).map(guess).collect()
}
