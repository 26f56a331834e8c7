//! Who is calling: `/contact` with a pasted number or e-mail address.

mod lines;

use callsheet_core::domain::contact::Phone;
use insta::assert_snapshot;

use testkit::account::{Account, person, phone};
use testkit::chat::Chat;

fn account() -> Account {
    Account::default()
        .organization(1, "Acme Corporation")
        .organization(2, "Beispiel AG")
        .site(1, 1, "Head office", "(415) 555-0100")
        .site(2, 2, "Hauptsitz", "+41 44 555 01 00")
        .with(
            person(1, "Jane Doe")
                .at(1)
                .email("jane@acme.example")
                .phone_like(Phone { extension: Some("12".into()), ..phone("4155550156") }),
        )
        .with(
            person(2, "John Roe")
                .at(1)
                .title("Clerk")
                .phone_like(Phone { extension: Some("34".into()), ..phone("4155550156") }),
        )
        .with(person(3, "Urs Muster").at(2).email("urs@beispiel.example").phone("+41445550103"))
        .with(person(4, "Vreni Muster").at(2).phone("0445550104"))
        .with(person(5, "Ian Briton").at(2).phone("442079460105"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

#[test]
fn a_number_or_an_address_in_any_form_finds_its_owner() {
    for (typed, name) in [
        ("+1 (415) 555-0156 x12", "Jane Doe"),
        ("1-415-555-0156 ext. 34", "John Roe"),
        ("tel:+14155550156;ext=12", "Jane Doe"),
        ("0041 44 555 01 03", "Urs Muster"),
        ("+41 (0)44 555 01 03", "Urs Muster"),
        ("044 555 01 03", "Urs Muster"),
        ("044/555.01.03", "Urs Muster"),
        ("011 41 44 555 0103", "Urs Muster"),
        ("+41 44 555 01 04", "Vreni Muster"),
        ("0041 44 555 01 04", "Vreni Muster"),
        ("044 555 01 04", "Vreni Muster"),
        ("+44 020 7946 0105", "Ian Briton"),
        ("020 7946 0105", "Ian Briton"),
        ("\u{202a}+44 20 7946 0105\u{202c}", "Ian Briton"),
        ("Jane Doe <jane@acme.example>", "Jane Doe"),
        ("mailto:jane@acme.example", "Jane Doe"),
        ("MAILTO:Jane@Acme.example?subject=outage", "Jane Doe"),
        ("[urs@beispiel.example](mailto:urs@beispiel.example)", "Urs Muster"),
    ] {
        let shown = chat().asks("contact", &[("name", typed)]).to_string();
        assert!(shown.starts_with(&format!("{name}\n")), "{typed}: {shown}");
    }
}

#[test]
fn a_card_says_where_not_all_of_a_number_matched() {
    let why = |typed| {
        let card = chat().asks("contact", &[("name", typed)]).to_string();
        card.lines().filter(|line| line.starts_with("🔎")).map(str::to_owned).collect::<String>()
    };
    assert_eq!(why("0104"), "🔎 Matched by the last digits of a phone number: …0104");
    // The country is not stored, so it may be another one.
    assert_eq!(why("+41 44 555 01 04"), "🔎 Matched by phone number, ignoring the country code: 41445550104");
    for all in ["044 555 01 04", "+41 44 555 01 03", "0041445550103"] {
        assert_eq!(why(all), "", "{all}");
    }
}

#[test]
fn a_number_of_several_people_is_a_choice_that_says_so() {
    assert_snapshot!(chat().asks("contact", &[("name", "+1 415 555 0156")]), @"
    Several contacts share the number “+1 415 555 0156”
    It may be a main line. Pick the contact you mean.
    1. Jane Doe · Acme Corporation
    2. John Roe · Clerk · Acme Corporation
    Synced 4 min ago
    [Jane Doe | Acme Corporation]
    [John Roe | Clerk · Acme Corporation]
    ");
    assert_snapshot!(chat().asks("contact", &[("name", "415 555 0156"), ("organization", "acme")]), @"
    Several contacts share the number “415 555 0156” at Acme Corporation
    It may be a main line. Pick the contact you mean.
    1. Jane Doe · Acme Corporation
    2. John Roe · Clerk · Acme Corporation
    Synced 4 min ago
    [Jane Doe | Acme Corporation]
    [John Roe | Clerk · Acme Corporation]
    ");
    let crowd = (1..=40).map(|id| person(id, &format!("Person {id}")).phone("4155550156"));
    let shown = Chat::about(&Account::default().with_all(crowd)).asks("contact", &[("name", "4155550156")]).to_string();
    assert!(shown.contains("Showing the first 25. Find the others by name with /contact.\n"), "{shown}");
}

#[test]
fn a_number_of_a_site_leads_to_who_to_call_there() {
    let chat = chat();
    let menu = chat.asks("contact", &[("name", "+41 44 555 01 00")]);
    assert_snapshot!(menu, @"
    No contact has the number “+41 44 555 01 00”, but a location does
    Pick the client to see who to call there.
    1. Beispiel AG · Hauptsitz
    Synced 4 min ago
    [Beispiel AG | Hauptsitz]
    ");
    assert!(chat.picks(&menu, "Beispiel AG").to_string().contains("Beispiel AG"));
    let elsewhere = chat.asks("contact", &[("name", "+41 44 555 01 00"), ("organization", "acme")]).to_string();
    assert!(elsewhere.starts_with("No match for “+41 44 555 01 00” at Acme Corporation\n"), "{elsewhere}");
    let owned = Account::default()
        .organization(1, "Acme")
        .site(1, 1, "HQ", "4155550100")
        .with(person(1, "Jane Doe").at(1).phone("4155550100"));
    assert!(Chat::about(&owned).asks("contact", &[("name", "415-555-0100")]).to_string().starts_with("Jane Doe\n"));
}

#[test]
fn a_number_on_no_record_finds_no_contact() {
    for typed in ["+1 415 555 0199", "0044 20 7946 0199", "x99"] {
        let shown = chat().asks("contact", &[("name", typed)]).to_string();
        assert!(shown.starts_with("No match for “"), "{typed}: {shown}");
    }
}

#[test]
fn a_caller_is_found_by_either_number_of_a_field() {
    let account = Account::default()
        .organization(1, "Acme Corporation")
        .with(person(1, "Jane Doe").at(1).phone("312-555-0123 (WhatsApp), 555-0145"))
        .with(person(2, "Otto Muster").at(1).phone("030 23125012/13"));
    for (typed, name) in [
        ("+1 312 555 0123", "Jane Doe"),
        ("312 555 0145", "Jane Doe"),
        ("5550145", "Jane Doe"),
        ("+49 30 23125012", "Otto Muster"),
        ("030 23125013", "Otto Muster"),
        ("+49 30 23125013", "Otto Muster"),
    ] {
        let shown = Chat::about(&account).asks("contact", &[("name", typed)]).to_string();
        assert!(shown.starts_with(&format!("{name}\n")), "{typed}: {shown}");
    }
}

#[test]
fn a_withheld_caller_id_finds_no_contact() {
    let account = Account::default()
        .with(person(1, "Jane Doe").phone("0000000000"))
        .with(person(2, "John Roe").phone("+1 000 000 0000"))
        .with(person(3, "Max Roe").phone("1234567890"));
    for typed in ["0000000000", "+1 000 000 0000", "000-000-0000", "1234567890"] {
        let shown = Chat::about(&account).asks("contact", &[("name", typed)]).to_string();
        assert!(shown.starts_with("No match for “"), "{typed}: {shown}");
    }
}
