//! Which line of a contact was typed, and what of it did not match.

use callsheet_core::domain::contact::{Email, Phone};
use insta::assert_snapshot;

use testkit::account::{Account, Person, location, person, phone};
use testkit::chat::Chat;

fn labelled(label: &str, value: &str) -> Phone {
    Phone { label: Some(label.into()), ..phone(value) }
}

fn email(value: &str) -> Email {
    Email { value: value.into(), primary: false, label: None }
}

/// Jane at a client in San Francisco, as this record has her.
fn acme(jane: Person) -> Chat {
    let account = Account::default().organization(1, "Acme Corporation").location_like(location(
        1,
        1,
        ["San Francisco", "California", "United States"],
    ));
    Chat::about(&account.with(jane.at(1)))
}

fn jane() -> Person {
    person(1, "Jane Doe")
}

/// What a technician reads who types this.
fn asks(chat: &Chat, typed: &str) -> String {
    chat.asks("contact", &[("name", typed)]).to_string()
}

/// The lines of that with one of these signs.
fn lines(chat: &Chat, typed: &str, signs: &[&str]) -> String {
    let shown = asks(chat, typed);
    let wanted = shown.lines().filter(|line| signs.iter().any(|sign| line.starts_with(sign)));
    wanted.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_number_of_another_country_is_offered_and_not_shown() {
    for stored in ["4155550111", "+1 415 555 0111", "14155550111", "(415) 555-0111 x9"] {
        let chat = acme(jane().phone(stored));
        for typed in ["+44 415 555 0111", "0044 415 555 0111", "+41 4155550111", "444155550111", "011 44 415 555 0111"]
        {
            let shown = asks(&chat, typed);
            assert!(shown.starts_with(&format!("No exact match for “{typed}”\n")), "{stored}: {shown}");
            assert!(shown.contains("\n1. Jane Doe · Acme Corporation\n"), "{stored}: {shown}");
        }
        assert!(asks(&chat, "+44 415 555 0112").starts_with("No match for"), "{stored}");
        assert!(asks(&chat, "+1 212 555 0111").starts_with("No match for"), "{stored}");
    }
    let menu = acme(jane().phone("4155550111")).asks("contact", &[("name", "+44 415 555 0111")]);
    assert_snapshot!(menu, @"
    No exact match for “+44 415 555 0111”
    These numbers have the same digits, but another country code or none.
    1. Jane Doe · Acme Corporation
    Synced 4 min ago
    [Jane Doe | Acme Corporation]
    ");
}

#[test]
fn a_swiss_number_is_not_the_american_one_of_its_digits() {
    let chat = acme(jane().phone("4155550111"));
    assert!(!asks(&chat, "+41 55 555 01 11").starts_with("Jane Doe"));
    assert!(asks(&chat, "415 555 0111").starts_with("Jane Doe\n"));
}

#[test]
fn a_right_country_code_needs_no_remark() {
    for stored in ["4155550111", "+1 415 555 0111", "415-555-0111"] {
        let chat = acme(jane().phone(stored));
        for typed in ["+1 415 555 0111", "001 415 555 0111", "1 415 555 0111", "(415) 555-0111"] {
            assert!(asks(&chat, typed).starts_with("Jane Doe\n"), "{typed} of {stored}");
            assert_eq!(lines(&chat, typed, &["🔎"]), "", "{typed} of {stored}");
        }
    }
}

#[test]
fn an_unknown_country_is_said_to_be_ignored() {
    let chat = Chat::about(&Account::default().with(jane().phone("2125550111")));
    let said = "🔎 Matched by phone number, ignoring the country code: 12125550111";
    assert_eq!(lines(&chat, "+1 212 555 0111", &["🔎"]), said);
    assert!(asks(&chat, "+44 212 555 0111").starts_with("No exact match for"));
}

#[test]
fn of_two_contacts_the_one_in_the_typed_country_is_shown() {
    let account = Account::default()
        .organization(1, "Acme Corporation")
        .organization(2, "Globex Limited")
        .location_like(location(1, 1, ["Portland", "Maine", "United States"]))
        .location_like(location(2, 2, ["London", "", "United Kingdom"]))
        .with(jane().at(1).phone("2079460111"))
        .with(person(2, "Ian Briton").at(2).phone("2079460111"));
    let chat = Chat::about(&account);
    assert!(asks(&chat, "+1 207 946 0111").starts_with("Jane Doe\n"));
    assert!(asks(&chat, "+44 20 7946 0111").starts_with("Ian Briton\n"));
    assert!(asks(&chat, "207 946 0111").starts_with("Several contacts share the number"));
}

#[test]
fn a_location_in_another_country_is_not_offered() {
    let site = location(1, 1, ["San Francisco", "California", "United States"]);
    let site = callsheet_core::domain::organization::Location { phone: Some("4155550100".into()), ..site };
    let account = Account::default().organization(1, "Acme Corporation").location_like(site);
    let chat = Chat::about(&account.with(jane().at(1)));
    assert!(asks(&chat, "+1 415 555 0100").contains("but a location does\n"));
    assert!(asks(&chat, "+44 415 555 0100").starts_with("No match for"));
}

#[test]
fn a_number_of_another_country_beside_a_name_shows_no_card() {
    let chat = acme(jane().phone("4155550111"));
    let shown = asks(&chat, "jane +44 415 555 0111");
    assert!(shown.starts_with("No match for “jane +44 415 555 0111”\n"), "{shown}");
    assert!(asks(&chat, "jane +1 415 555 0111").starts_with("Jane Doe\n"));
}

#[test]
fn an_extension_is_said_to_match_or_not() {
    let none = acme(jane().phone("4155550111"));
    let other = acme(jane().phone_like(Phone { extension: Some("12".into()), ..phone("4155550111") }));
    let in_value = acme(jane().phone("415-555-0111 ext. 12"));
    let unverified = Chat::about(&Account::default().with(jane().phone("415-555-0111 ext. 12")));
    for chat in [&none, &other, &in_value, &unverified] {
        assert!(asks(chat, "415 555 0111 x9").starts_with("Jane Doe\n"));
        assert_eq!(lines(chat, "415 555 0111 x9", &["🔎"]), "🔎 Extension not matched: 9");
    }
    for chat in [&other, &in_value, &unverified] {
        assert_eq!(lines(chat, "(415) 555-0111 ext. 12", &["🔎"]), "🔎 Extension matched: 12");
        assert_eq!(lines(chat, "415 555 0111", &["🔎"]), "");
    }
    assert_snapshot!(lines(&other, "555 0111 x9", &["🔎"]), @"
    🔎 Matched by the last digits of a phone number: …5550111
    🔎 Extension not matched: 9
    ");
    assert_eq!(lines(&other, "x12", &["🔎"]), "🔎 Extension matched: 12");
}

#[test]
fn an_extension_of_no_one_is_said_above_a_choice() {
    let with = |id, name, extension: &str| {
        person(id, name).phone_like(Phone { extension: Some(extension.into()), ..phone("4155550156") })
    };
    let chat = Chat::about(&Account::default().with(with(1, "Jane Doe", "12")).with(with(2, "John Roe", "34")));
    assert_snapshot!(asks(&chat, "415 555 0156 x9"), @"
    Several contacts share the number “415 555 0156 x9”
    🔎 Extension not matched: 9
    It may be a main line. Pick the contact you mean.
    1. Jane Doe
    2. John Roe
    Synced 4 min ago
    [Jane Doe | -]
    [John Roe | -]
    ");
    assert!(asks(&chat, "0156 x9").contains("\n🔎 Extension not matched: 9\n"));
    assert!(!asks(&chat, "415 555 0156").contains("Extension"));
    assert!(asks(&chat, "415 555 0156 x34").starts_with("John Roe\n"));
}

#[test]
fn a_line_that_the_card_does_not_show_is_named() {
    let with_fax = jane().phone_like(labelled("Fax", "4155550199")).phone("4155550111");
    let chat = acme(with_fax.clone());
    let said = "🔎 Matched by fax: +1 415-555-0199 · Fax · country guess: US (client)";
    for typed in ["415-555-0199", "+1 415 555 0199", "5550199", "0199"] {
        assert_eq!(lines(&chat, typed, &["🔎"]), said, "{typed}");
    }
    assert_eq!(lines(&chat, "415-555-0111", &["🔎"]), "");
    let many = (0..10).fold(jane(), |jane, at| jane.phone(&format!("41555501{at:02}")));
    let beyond = lines(&acme(many), "415-555-0109", &["🔎"]);
    assert_eq!(beyond, "🔎 Matched by phone number: +1 415-555-0109 · country guess: US (client)");
    let compact = chat.with_policy("open = true\nlayout = \"compact\"");
    assert_eq!(lines(&compact, "0199", &["🔎"]), said);
}

#[test]
fn the_line_that_was_typed_has_a_mark_among_several() {
    let jane = || jane().phone_like(labelled("Office", "4155550100")).phone_like(labelled("Mobile", "4155550156"));
    let mailed = jane().email_like(email("jane@acme.example")).email_like(email("j.doe@home.example"));
    let chat = acme(mailed);
    assert_snapshot!(lines(&chat, "415 555 0100", &["📞", "✉️", "🔎"]), @"
    📞 <+1 415 555 0156>
    📞 Other phone: <+1 415 555 0100> · Office · matched
    ✉️ Email: <jane@acme.example>
    ✉️ Other email: <j.doe@home.example>
    ");
    assert_snapshot!(lines(&chat, "j.doe@home.example", &["✉️", "🔎"]), @"
    ✉️ Email: <jane@acme.example>
    ✉️ Other email: <j.doe@home.example> · matched
    ");
    for typed in ["0156", "+1 415 555 0156"] {
        assert!(asks(&chat, typed).contains(" · matched\n"), "{typed}");
    }
    assert_eq!(asks(&chat, "jane doe").matches("matched").count(), 0);
    let both = asks(&chat, "j.doe@home.example 415 555 0100");
    assert_eq!(both.matches(" · matched\n").count(), 2, "{both}");
}

#[test]
fn a_single_line_has_no_mark() {
    let chat = acme(jane().phone("4155550100").email_like(email("jane@acme.example")));
    for typed in ["415 555 0100", "jane@acme.example", "JANE@acme.example"] {
        let shown = asks(&chat, typed);
        assert!(shown.starts_with("Jane Doe\n") && !shown.contains("atched"), "{shown}");
    }
}

#[test]
fn the_mark_speaks_every_language() {
    for (language, mark) in [("en-US", "matched"), ("de", "gesucht"), ("fr", "recherché"), ("es-ES", "buscado")] {
        let chat = acme(jane().phone("4155550100").phone("4155550156")).speaking(language);
        let shown = asks(&chat, "415 555 0100");
        assert_eq!(shown.matches(&format!(" · {mark}\n")).count(), 1, "{shown}");
    }
}

#[test]
fn a_near_address_is_said_with_the_stored_one() {
    let chat = acme(jane().email_like(email("jane.doe@acme.example")).email_like(email("reception@acme.example")));
    for typed in ["jane.doe@acrne.example", "jane.deo@acme.example", "jane.doe+it@acme.example"] {
        assert!(asks(&chat, typed).starts_with("Jane Doe\n"), "{typed}");
        let said = format!("🔎 Email: jane.doe@acme.example (typed “{typed}”)");
        assert_eq!(lines(&chat, typed, &["🔎"]), said);
        assert!(!asks(&chat, typed).contains("matched"), "{typed}");
    }
    assert_eq!(lines(&chat, "jane.doe@", &["🔎"]), "🔎 Matched by part of an email address");
    let shown = lines(&chat, "receptoin@acme.example", &["🔎"]);
    assert_eq!(shown, "🔎 Email: reception@acme.example (typed “receptoin@acme.example”)");
}

#[test]
fn what_takes_a_click_is_not_said_before_it() {
    let policy = "[[access]]\nroles = [7]\ncommands = [\"contact\"]\nfields = [\"phone\", \"email\"]\non_click = [\"phone\", \"email\"]";
    let jane =
        jane().phone_like(labelled("Fax", "4155550199")).phone("4155550100").email_like(email("jane@acme.example"));
    let chat = acme(jane).with_policy(policy).having_roles(&[7]);
    assert_eq!(lines(&chat, "0199", &["🔎"]), "🔎 Matched by the last digits of a phone number: …0199");
    assert_eq!(
        lines(&chat, "jane@amce.example", &["🔎"]),
        "🔎 No exact match for the email address “jane@amce.example”"
    );
    for typed in ["0199", "0100", "0100 x9", "jane@acme.example", "jane@amce.example"] {
        let shown = asks(&chat, typed);
        assert!(shown.starts_with("Jane Doe\n"), "{shown}");
        assert!(!["415", " x9", "· matched", " jane@acme"].iter().any(|hidden| shown.contains(hidden)), "{shown}");
    }
}
