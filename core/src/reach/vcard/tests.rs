use proptest::prelude::*;

use super::*;
use crate::domain::contact::{Email, Phone};
use crate::domain::id::ContactId;
use crate::reach::country::Country;
use crate::reach::number::{CountryFrom, Guess, understand};

#[test]
fn a_card_has_what_a_phone_needs_and_no_notes() {
    let mut contact = person("Jane", "O'Smith; Jr.");
    contact.title = Some("Head of IT, Boston".into());
    contact.notes = Some("Door code 1234".into());
    contact.emails = vec![Email { value: "jane@acme.example".into(), primary: true, label: None }];
    let numbers = [
        number("4155550156", None, "Mobile", false, true),
        number("4155550100", Some("123"), "Office", false, false),
        number("555", None, "", false, false),
        number("4155550109", None, "Work", true, false),
        // Phones read letters as keys, so none are written.
        number("555 (Bob)", Some("12"), "", false, false),
        number("4155550111", Some("ask for Bob"), "", false, false),
        number("+1 312 555 0123,,9988776#,,654321#", None, "", false, false),
        number("ask for Jane", None, "", false, false),
    ];
    insta::assert_snapshot!(vcard(&contact, Some("Acme, Inc."), &numbers).replace("\r\n", "\n"), @r"
        BEGIN:VCARD
        VERSION:3.0
        N:O'Smith\; Jr.;Jane;;;
        FN:Jane O'Smith\; Jr.
        ORG:Acme\, Inc.
        TITLE:Head of IT\, Boston
        TEL;TYPE=CELL;TYPE=PREF:+14155550156
        TEL;TYPE=WORK:+14155550100\,123
        TEL;TYPE=VOICE:555
        TEL;TYPE=WORK;TYPE=FAX:+14155550109
        TEL;TYPE=VOICE:555\,12
        TEL;TYPE=VOICE:+14155550111
        TEL;TYPE=VOICE:+13125550123\,9988776#\,\,654321#
        EMAIL;TYPE=INTERNET;TYPE=PREF:jane@acme.example
        END:VCARD
        ");
}

#[test]
fn a_part_behind_the_family_name_is_a_suffix() {
    let card = vcard(&person("Eva", "van der Berg, PhD"), None, &[]);
    assert!(card.contains("\r\nN:van der Berg;Eva;;;PhD\r\nFN:Eva van der Berg\\, PhD\r\n"), "{card}");
}

#[test]
fn a_whole_name_alone_is_filed_as_given_name() {
    let mut contact = person("", "");
    (contact.first_name, contact.last_name, contact.name) = (None, None, Some("Front Desk".into()));
    assert!(vcard(&contact, None, &[]).contains("\r\nN:;Front Desk;;;\r\nFN:Front Desk\r\n"));
}

#[test]
fn every_value_of_a_card_is_only_what_can_be_seen() {
    let hidden = "\u{202e}\u{200b}\u{e0041}\u{200d}\u{ad}\u{fe0f}\r\nTEL:666\u{2028}";
    let mut contact = person(&format!("Jane{hidden}"), &format!("Doe{hidden}, Jr.{hidden}"));
    contact.title = Some(format!("IT{hidden}").into());
    contact.emails = vec![Email { value: format!("jane@acme.example{hidden}").into(), primary: true, label: None }];
    let numbers = [number(&format!("4155550156{hidden}"), Some(&format!("12{hidden}")), "Mobile", false, true)];
    let card = vcard(&contact, Some(&format!("Acme{hidden}")), &numbers);
    assert!(card.is_ascii(), "{card:?}");
    assert_eq!(card.matches("\r\nTEL").count(), 1, "{card:?}");
    assert_eq!(card.lines().count(), 9, "{card}");
}

#[test]
fn a_file_name_is_ascii_whatever_the_name() {
    for (given, family, expected) in [
        ("Jane", "Smith", "Jane-Smith.vcf"),
        ("Zoë", "Müller-Lüdenscheidt", "Zoe-Muller-Ludenscheidt.vcf"),
        ("../../etc", "passwd", "etc-passwd.vcf"),
        ("\u{202e}", "?", "contact.vcf"),
    ] {
        assert_eq!(file_name(&person(given, family)), expected);
    }
}

proptest! {
    #[test]
    fn lines_are_short_and_say_what_was_put_in(name in any::<String>(), organization in any::<String>()) {
        let contact = person("", &name);
        let card = vcard(&contact, Some(&organization), &[]);
        for line in card.split("\r\n") {
            prop_assert!(line.len() <= LONGEST_LINE && !line.contains(char::is_control), "{line:?}");
        }
        let unfolded = card.replace("\r\n ", "");
        let value = |key: &str| unfolded.split("\r\n").find_map(|line| line.strip_prefix(key)).unwrap().to_owned();
        prop_assert_eq!(unescape(&value("FN:")), text::visible(&contact.display_name()));
        prop_assert_eq!(unescape(&value("ORG:")), text::visible(&organization));
    }

    #[test]
    fn any_name_makes_a_plain_file_name(name in any::<String>()) {
        let file = file_name(&person(&name, ""));
        let stem = file.strip_suffix(".vcf").unwrap();
        prop_assert!(!stem.is_empty() && stem.len() <= LONGEST_FILE_NAME);
        prop_assert!(stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{file}");
    }
}

fn unescape(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        text.push(if letter == '\\' { letters.next().unwrap() } else { letter });
    }
    text
}

fn number(value: &str, extension: Option<&str>, label: &str, fax: bool, primary: bool) -> Number {
    let phone = Phone {
        value: value.into(),
        formatted: None,
        extension: extension.map(Into::into),
        primary,
        label: Some(label.into()),
        fax,
    };
    let country = Country::of_code("US").unwrap();
    understand(&phone, &[Guess { country, from: CountryFrom::Default }]).remove(0)
}

fn person(given: &str, family: &str) -> Contact {
    Contact { first_name: Some(given.into()), last_name: Some(family.into()), ..Contact::new(ContactId(1)) }
}
