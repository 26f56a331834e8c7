//! Which number to call now, and how sure that is.

use callsheet_core::domain::contact::{Email, Phone};
use callsheet_core::domain::organization::Location;
use callsheet_core::notebook::attempts::Outcome;
use insta::assert_snapshot;

use super::{EVENING, MORNING, NIGHT, acme, called, card, chat, jane, labelled, lines, nowhere, primary};
use testkit::account::{Person, location, person, phone};
use testkit::chat::Chat;

/// The numbers on the card, each with what is said about it.
fn numbers(chat: &Chat) -> String {
    let card = card(chat);
    let mut wanted = Vec::new();
    let mut is_below = false;
    for line in card.lines() {
        let is_number = ["📞", "☎️", "…"].iter().any(|sign| line.starts_with(sign));
        let is_about = is_below && line.starts_with(char::is_alphanumeric);
        if is_number || is_about {
            wanted.push(line);
        }
        is_below = is_number && !line.starts_with("📞 Other");
    }
    wanted.join("\n")
}

fn with_three() -> Person {
    jane()
        .phone_like(primary(labelled("Office", "4155550100")))
        .phone_like(labelled("Mobile", "4155550156"))
        .phone_like(labelled("Home", "4155550111"))
}

#[test]
fn in_hours_the_primary_number_is_the_one_to_call() {
    assert_snapshot!(numbers(&chat(&acme(with_three()), MORNING)), @"
    📞 <+1 415 555 0100>
    Office · country guess: US (location)
    📞 Other phone: <+1 415 555 0156> · Mobile
    📞 Other phone: <+1 415 555 0111> · Home
    ");
}

#[test]
fn outside_hours_it_is_the_mobile_and_the_card_says_why() {
    assert_snapshot!(numbers(&chat(&acme(with_three()), EVENING)), @"
    📞 <+1 415 555 0156>
    Mobile · best now: mobile, after hours · country guess: US (location)
    📞 Other phone: <+1 415 555 0111> · Home
    📞 Other phone: <+1 415 555 0100> · Office
    ");
}

#[test]
fn outside_hours_without_a_mobile_it_is_the_home() {
    let jane = jane().phone_like(primary(labelled("Office", "4155550100"))).phone_like(labelled("Home", "4155550111"));
    assert_snapshot!(numbers(&chat(&acme(jane), EVENING)), @"
    📞 <+1 415 555 0111>
    Home · best now: home, after hours · country guess: US (location)
    📞 Other phone: <+1 415 555 0100> · Office
    ");
}

#[test]
fn where_hours_are_unknown_a_mobile_comes_before_other_numbers() {
    let jane = jane().phone("4155550100").phone_like(labelled("Mobile", "4155550156"));
    assert_snapshot!(numbers(&chat(&nowhere(jane), MORNING)), @"
    📞 4155550156
    Mobile · best now: mobile, business hours unknown · as stored, unverified
    📞 Other phone: 4155550100 · as stored, unverified
    ");
}

#[test]
fn the_operators_hours_count_as_well() {
    let policy = "open = true\n[hours]\nfrom = \"00:00\"\nto = \"24:00\"\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]";
    assert_snapshot!(numbers(&chat(&acme(with_three()), NIGHT).with_policy(policy)), @"
    📞 <+1 415 555 0100>
    Office · country guess: US (location)
    📞 Other phone: <+1 415 555 0156> · Mobile
    📞 Other phone: <+1 415 555 0111> · Home
    ");
}

#[test]
fn an_extension_is_seen_and_is_no_part_of_what_a_tap_dials() {
    let jane = jane().phone_like(Phone { extension: Some("123".into()), ..labelled("Work", "4155550100") });
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING)), @"
    📞 <+1 415 555 0100> ext. 123
    Work · country guess: US (location)
    ");
    let in_the_value = person(42, "Jane Doe").at(1).located(1).phone("415-555-0100 x77");
    assert_snapshot!(numbers(&chat(&acme(in_the_value), MORNING)), @"
    📞 <+1 415 555 0100> ext. 77
    country guess: US (location)
    ");
}

#[test]
fn a_fax_is_not_offered_for_calling() {
    for label in ["Fax", "Telefax", "Télécopie"] {
        let jane = jane().phone_like(labelled(label, "4155550199"));
        assert_eq!(numbers(&chat(&acme(jane), MORNING)), "📞 Fax number only", "{label}");
    }
    let jane = jane().phone_like(primary(labelled("Fax", "4155550199"))).phone("4155550100");
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING)), @"
    📞 <+1 415 555 0100>
    country guess: US (location)
    ");
}

#[test]
fn the_locations_phone_is_the_last_resort() {
    let site = |phone: &str| Location {
        phone: Some(phone.into()),
        ..location(1, 1, ["San Francisco", "California", "United States"])
    };
    let account = acme(jane()).location_like(site("4155550000"));
    assert_snapshot!(numbers(&chat(&account, MORNING)), @"
    📞 No phone number
    ☎️ <+1 415 555 0000>
    last resort: phone of their location · country guess: US (location)
    ");
    let elsewhere = acme(jane().but(|contact| contact.location = None)).location_like(site("4155550000"));
    assert_snapshot!(numbers(&chat(&elsewhere, MORNING)), @"
    📞 No phone number
    ☎️ <+1 415 555 0000>
    last resort: phone of the client's location · country guess: US (client)
    ");
    let fax = acme(jane()).location_like(site("Fax 4155550000"));
    assert_snapshot!(numbers(&chat(&fax, MORNING)), @"📞 No phone number");
    let with_own = acme(jane().phone("4155550100")).location_like(site("4155550000"));
    assert_snapshot!(numbers(&chat(&with_own, MORNING)), @"
    📞 <+1 415 555 0100>
    country guess: US (location)
    ☎️ Location phone: <+1 415 555 0000> · country guess: US (location)
    Synced 6 h ago
    ");
}

#[test]
fn a_guessed_country_is_said_to_be_guessed_and_from_what() {
    let berlin = location(2, 1, ["Berlin", "", "Germany"]);
    let erika = |value: &str| person(42, "Erika Muster").at(1).phone(value);
    let own = acme(erika("03023125555").located(2)).location_like(berlin.clone());
    assert_snapshot!(numbers(&chat(&own, MORNING)), @"
    📞 <+49 30 23125555>
    landline number · country guess: DE (location)
    ");
    let of_organization = nowhere(erika("03023125555")).location_like(berlin);
    assert_snapshot!(numbers(&chat(&of_organization, MORNING)), @"
    📞 <+49 30 23125555>
    landline number · country guess: DE (client)
    ");
    let by_default = chat(&nowhere(erika("03023125555")), MORNING).in_country("DE");
    assert_snapshot!(numbers(&by_default), @"
    📞 <+49 30 23125555>
    landline number · country guess: DE (default)
    ");
    let by_digits = chat(&nowhere(erika("493023125555")), MORNING);
    assert_snapshot!(numbers(&by_digits), @"
    📞 <+49 30 23125555>
    landline number · country guess: DE (first digits)
    ");
    let stated = chat(&nowhere(erika("+49 30 23125 555")), MORNING);
    assert_snapshot!(numbers(&stated), @"
    📞 <+49 30 23125555>
    landline number
    ");
}

#[test]
fn facts_from_a_number_are_said_to_be_from_it() {
    let mobile = |phone: Phone| chat(&nowhere(person(42, "Erika Muster").at(1).phone_like(phone)), MORNING);
    assert_snapshot!(numbers(&mobile(phone("+33 6 39 98 00 01"))), @"
    📞 +33 6 39 98 00 01
    as stored, unverified
    ");
    assert_snapshot!(numbers(&mobile(labelled("Work", "+33 6 39 98 00 01"))), @"
    📞 +33 6 39 98 00 01
    Work · as stored, unverified
    ");
    assert_snapshot!(numbers(&mobile(phone("mobile 4155550156"))), @"
    📞 mobile 4155550156
    mobile · as stored, unverified
    ");
}

#[test]
fn text_that_is_no_number_is_shown_as_stored() {
    let jane = jane()
        .phone("415555")
        .phone_like(Phone { formatted: Some("ask for Jane".into()), ..labelled("Reception", "ask for Jane") });
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING)), @"
    📞 415555
    as stored, unverified
    📞 Other phone: ask for Jane · Reception · as stored, unverified
    ");
}

#[test]
fn a_number_reported_wrong_once_sinks_below_its_equals() {
    let wrong = called("2026-11-20T12:00:00Z", 5, Some("4155550101"), Outcome::WrongNumber);
    let jane = jane().phone("4155550101").phone("4155550102");
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING).remembering([wrong])), @"
    📞 <+1 415 555 0102>
    country guess: US (location)
    📞 Other phone: ⚠️ reported wrong once · <+1 415 555 0101>
    ");
}

#[test]
fn a_number_reported_wrong_twice_comes_last() {
    let wrong = |day: &str| called(&format!("2026-11-{day}T12:00:00Z"), 5, Some("4155550100"), Outcome::WrongNumber);
    let chat = chat(&acme(with_three()), MORNING).remembering([wrong("19"), wrong("20")]);
    assert_snapshot!(numbers(&chat), @"
    📞 <+1 415 555 0156>
    Mobile · country guess: US (location)
    📞 Other phone: <+1 415 555 0111> · Home
    📞 Other phone: ⚠️ reported wrong 2 times · <+1 415 555 0100> · Office
    ");
    let only = jane().phone("4155550100");
    let chat = super::chat(&acme(only), MORNING).remembering([wrong("19"), wrong("20")]);
    assert_snapshot!(numbers(&chat), @"📞 <+1 415 555 0100>");
}

#[test]
fn a_number_that_is_there_twice_is_shown_once() {
    let jane = jane().phone("4155550100").phone_like(labelled("Mobile", "+1 (415) 555-0100"));
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING)), @"
    📞 <+1 415 555 0100>
    Mobile · country guess: US (location)
    ");
}

#[test]
fn a_pager_comes_after_numbers_for_talking() {
    let jane = jane().phone_like(primary(labelled("Pager", "4155550177"))).phone_like(labelled("Work", "4155550100"));
    assert_snapshot!(numbers(&chat(&acme(jane), MORNING)), @"
    📞 <+1 415 555 0100>
    Work · country guess: US (location)
    📞 Other phone: <+1 415 555 0177> · Pager
    ");
}

#[test]
fn the_operator_can_switch_the_links_off() {
    let jane = jane().phone_like(labelled("Work", "4155550100")).email("jane.doe@acme.example");
    let on = chat(&acme(jane.clone()), MORNING);
    assert_snapshot!(lines(&on, &["📞", "✉️"]), @"
    📞 <+1 415 555 0100>
    ✉️ Email: <jane.doe@acme.example>
    ");
    let off = chat(&acme(jane), MORNING).with_policy("open = true\ndial_links = false");
    assert_snapshot!(lines(&off, &["📞", "✉️"]), @"
    📞 +1 415-555-0100
    ✉️ Email: jane.doe@acme.example
    ");
}

#[test]
fn a_number_and_an_address_stand_once_as_links() {
    let jane = jane().phone_like(labelled("Work", "4155550100")).email("jane.doe@acme.example");
    let shown = chat(&acme(jane), MORNING).asks("contact", &[("name", "id:42")]);
    let description = shown.body()["data"]["embeds"][0]["description"].as_str().unwrap();
    assert!(description.contains("## 📞 <+1 415 555 0100>\nWork · country guess"), "{description}");
    assert!(
        description.contains("<jane.doe@acme.example>\n") && description.matches("555").count() == 1,
        "{description}"
    );
}

#[test]
fn an_invalid_address_is_no_link() {
    let odd = |value: &str| Email { value: value.into(), primary: false, label: None };
    let jane =
        jane().email_like(odd("jane doe <jane@acme.example>")).email_like(odd("@everyone")).email_like(odd("none"));
    assert_snapshot!(lines(&chat(&acme(jane), MORNING), &["✉️"]), @"
    ✉️ Email: jane doe <jane@acme.example>
    ✉️ Other email: @everyone
    ✉️ Other email: none
    ");
}

#[test]
fn no_number_is_made_up() {
    assert_snapshot!(card(&chat(&nowhere(person(42, "No Body")), MORNING)), @"
    No Body
    No client
    📞 No phone number
    ✉️ No email address
    No title · No contact type
    📍 No location
    Synced 6 h ago
    [Show less]
    [Share in channel]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn new_numbers_are_pointed_out_for_two_weeks() {
    let shown = |at: &str| {
        let account = acme(with_three().but(|jane| jane.phones_changed_at = Some(at.parse().unwrap())));
        chat(&account, MORNING).asks("contact", &[("name", "id:42")]).to_string()
    };
    assert!(shown("2026-11-21T18:00:00Z").contains("⚠️ Phone numbers changed 3 days ago"));
    assert!(!shown("2026-11-10T18:00:00Z").contains("changed"));
}

#[test]
fn a_field_with_two_numbers_is_two_numbers() {
    let two = |value: &str| numbers(&chat(&acme(jane().phone_like(labelled("Work", value))), MORNING));
    assert_snapshot!(two("415-555-0101 / 415-555-0102"), @"
    📞 <+1 415 555 0101>
    Work · country guess: US (location)
    📞 Other phone: <+1 415 555 0102> · Work
    ");
    assert_snapshot!(two("415-555-0101, 555-0102"), @"
    📞 <+1 415 555 0101>
    Work · country guess: US (location)
    📞 Other phone: <+1 415 555 0102> · Work · completed from “415-555-0101, 555-0102”
    ");
    assert_snapshot!(two("Fax 415-555-0101, Tel 415-555-0102 x12"), @"
    📞 <+1 415 555 0102> ext. 12
    Work · country guess: US (location)
    ");
    let berlin = location(1, 1, ["Berlin", "", "Germany"]);
    let account = acme(jane().phone("030 23125012/13")).location_like(berlin);
    assert_snapshot!(numbers(&chat(&account, MORNING)), @"
    📞 <+49 30 23125012>
    landline number · country guess: DE (location)
    📞 Other phone: <+49 30 23125013> · landline number · completed from “030 23125012/13”
    ");
}

#[test]
fn words_beside_a_number_are_shown_beside_it() {
    for (value, expected) in [
        ("(415) 555-0101 (WhatsApp)", "<+1 415 555 0101> · WhatsApp · country guess: US (location)"),
        ("+1 415-555-0101 ask for Dana", "<+1 415 555 0101> · ask for Dana"),
        ("(415) 555-0101, press 12", "<+1 415 555 0101> · press 12 · country guess: US (location)"),
        ("+14155550101 Mary's desk", "<+1 415 555 0101> · Mary's desk · office"),
        ("+14155550101 (24/7)", "<+1 415 555 0101> · 24/7"),
        ("Tel. +14155550101", "<+1 415 555 0101>"),
        ("+14155550101 reception", "<+1 415 555 0101> · office"),
        ("+1 415 555 0101,,998#", "<+1 415 555 0101> ext. 998"),
        ("415 555 01011 (night)", "415 555 01011 (night) · as stored, unverified"),
    ] {
        let shown = numbers(&chat(&acme(jane().phone(value)), MORNING));
        assert_eq!(shown.replacen('\n', " · ", 1), format!("📞 {expected}"), "{value}");
    }
}

#[test]
fn a_placeholder_is_no_number() {
    for value in ["0000000000", "999-999-9999", "1234567890", "n/a", "TBD", "none", "-"] {
        assert_eq!(numbers(&chat(&acme(jane().phone(value)), MORNING)), "📞 No phone number", "{value}");
    }
    let beside = jane().phone("000-000-0000").phone("4155550100");
    assert_snapshot!(numbers(&chat(&acme(beside), MORNING)), @"
    📞 <+1 415 555 0100>
    country guess: US (location)
    ");
}

#[test]
fn a_digit_too_many_never_leads_abroad() {
    for value in ["31255501234", "415-555-0123 4", "442079460018"] {
        let shown = numbers(&chat(&acme(jane().phone(value)), MORNING));
        assert_eq!(shown, format!("📞 {value}\nas stored, unverified"));
    }
}
