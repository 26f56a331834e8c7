//! What an answer says it understood, and what it did not.

use insta::assert_snapshot;
use serde_json::json;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, Shown};

fn account() -> Account {
    usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .organization(2, "Globex Industries")
        .organization_called(3, "Harbor Foods", "HF")
        .organization(4, "Brown Pelican Charters")
        .organization(5, "Northwind Wholesale")
        .organization(6, "Northwind Express")
        .site(1, 2, "Head office", "4155550180")
        .with(person(1, "Jane Doe").at(1).title("IT Manager").of_type(2).phone("4155550111"))
        .with(person(2, "John Smith").at(1).title("CEO").of_type(3).phone("4155550112"))
        .with(person(3, "Emily Smith").at(2).title("Sales").of_type(6).phone("4155550113"))
        .with(person(4, "Robert Smith").at(2).title("Manager").of_type(1).phone("4155550114"))
        .with(person(5, "Ann Brown").at(2).title("Clerk").of_type(4).phone("4155550115"))
        .with(person(6, "Eric Brown").at(1).title("Clerk").of_type(6).phone("4155550116"))
        .with(person(7, "Peter Low").at(1).title("CTO").of_type(5).phone("4155550117"))
        .with(person(8, "Max Moore").at(3).title("Chef").of_type(1).vip().phone("4155550118"))
}

fn asks(typed: &str) -> String {
    Chat::about(&account()).asks("contact", &[("name", typed)]).to_string()
}

fn lines(shown: &str) -> Vec<&str> {
    shown.lines().collect()
}

fn used_on(content: &str) -> Shown {
    Chat::about(&account()).uses_on("Who do I call?", &json!({ "content": content }))
}

#[test]
fn a_slip_at_the_end_of_a_surname_offers_the_near_ones() {
    assert_snapshot!(asks("smithe"), @"
    No exact match for “smithe”
    Did you mean one of these?
    1. John Smith · CEO · Acme Corporation · Decision Maker
    2. Robert Smith · Manager · Globex Industries · Primary Contact
    3. Emily Smith · former contact · Sales · Globex Industries · Terminated
    Synced 4 min ago
    [John Smith | CEO · Acme Corporation · Decision Maker]
    [Robert Smith | Manager · Globex Industries · Primary Contact]
    [Emily Smith | former contact · Sales · Globex Industries · Terminated]
    ");
    let shown = asks("smithr");
    let mut entries = lines(&shown).into_iter().skip(2).zip(["Robert Smith", "John Smith", "Emily Smith"]);
    assert!(shown.starts_with("No exact match for “smithr”\n"), "{shown}");
    assert!(entries.all(|(entry, name)| entry.contains(name)), "{shown}");
}

#[test]
fn a_former_contact_is_a_remark_on_the_only_present_near_name() {
    let shown = asks("browne");
    assert!(shown.starts_with("Ann Brown\n"), "{shown}");
    assert!(shown.contains("\n👥 Former contact with a similar name: Eric Brown, Acme Corporation\n"), "{shown}");
}

#[test]
fn a_stored_login_is_still_the_contact_who_has_it() {
    let account = account().with(person(9, "Edgar Smith").at(1).email("smithe@acme.example"));
    let shown = Chat::about(&account).asks("contact", &[("name", "smithe")]).to_string();
    assert!(shown.starts_with("Edgar Smith\n"), "{shown}");
}

#[test]
fn a_client_without_the_wanted_contact_is_named() {
    assert_snapshot!(asks("cto globex"), @"
    No contact at Globex Industries matches your whole search
    You typed “cto globex”. No other contact matches the rest of it either.
    1. Who to call · Globex Industries
    2. Directory · Globex Industries
    3. VIPs · Globex Industries
    Synced 4 min ago
    [Who to call | Globex Industries]
    [Directory | Globex Industries]
    [VIPs | Globex Industries]
    ");
    for (typed, client) in [
        ("helpdesk pelican", "Brown Pelican Charters"),
        ("billing globex", "Globex Industries"),
        ("cto northwind", "Northwind Wholesale, Northwind Express"),
    ] {
        let shown = asks(typed);
        assert_eq!(lines(&shown)[0], format!("No contact at {client} matches your whole search"), "{typed}: {shown}");
    }
}

#[test]
fn a_word_that_names_no_client_is_said_not_to_be_understood() {
    for (typed, word) in [("smith at umbrella", "umbrella"), ("doe umbrella corp", "umbrella"), ("cto globx", "globx")]
    {
        let shown = asks(typed);
        assert_eq!(lines(&shown)[0], format!("No contact matches all of “{typed}”"), "{shown}");
        assert_eq!(lines(&shown)[1], format!("Not understood: “{word}”. These contacts match the rest."), "{shown}");
    }
    let shown = asks("xavier quimby");
    assert_eq!(
        lines(&shown)[1],
        "Try a last name, an email address, part of a phone number, or the client.",
        "{shown}"
    );
}

#[test]
fn it_is_a_word_of_a_title() {
    assert_snapshot!(asks("it manager globex"), @"
    No contact at Globex Industries matches your whole search
    You typed “it manager globex”. These contacts match only part of it.
    1. Jane Doe · IT Manager · Acme Corporation · Internal IT
    2. Robert Smith · Manager · Globex Industries · Primary Contact
    3. Who to call · Globex Industries
    4. Directory · Globex Industries
    5. VIPs · Globex Industries
    Synced 4 min ago
    [Jane Doe | IT Manager · Acme Corporation · Internal IT]
    [Robert Smith | Manager · Globex Industries · Primary Contact]
    [Who to call | Globex Industries]
    [Directory | Globex Industries]
    [VIPs | Globex Industries]
    ");
    for typed in ["it manager acme", "it acme", "it"] {
        assert!(asks(typed).starts_with("Jane Doe\n"), "{typed}");
    }
}

#[test]
fn a_main_number_is_the_clients_and_no_contacts() {
    assert_snapshot!(asks("main number globex"), @"
    Globex Industries
    ☎️ Location phone: <+1 415 555 0180> · country guess: US (location)
    1. Directory · Globex Industries
    2. Who to call · Globex Industries
    3. VIPs · Globex Industries
    Synced 4 min ago
    [Directory | Globex Industries]
    [Who to call | Globex Industries]
    [VIPs | Globex Industries]
    ");
    let shown = asks("acme main line");
    assert_eq!(
        lines(&shown)[..2],
        ["Acme Corporation", "IT Glue has no main number for this client. Pick what else you want to know."]
    );
    let within = Chat::about(&account()).asks("contact", &[("name", "main number"), ("organization", "globex")]);
    assert_eq!(within.to_string(), asks("main number globex"));
    let switchboard = account().with(person(9, "Main Number").at(2).phone("4155550181"));
    let shown = Chat::about(&switchboard).asks("contact", &[("name", "main number globex")]).to_string();
    assert!(shown.starts_with("Main Number\n"), "{shown}");
    assert!(asks("main globex").starts_with("Robert Smith\n"));
}

#[test]
fn a_client_among_the_vips_is_its_vips() {
    let vips = |name: &str| Chat::about(&account()).asks("vip", &[("name", name)]).to_string();
    assert!(vips("harbor").starts_with("VIPs at Harbor Foods · 1 contact\n1. Max Moore · Chef"), "{}", vips("harbor"));
    assert_snapshot!(vips("globex"), @"
    No VIPs at Globex Industries
    VIPs are contacts marked as important in IT Glue. Former contacts aren't listed.
    1. Who to call · Globex Industries
    2. Directory · Globex Industries
    Synced 4 min ago
    [Who to call | Globex Industries]
    [Directory | Globex Industries]
    ");
    assert!(vips("northwind").starts_with("Several clients match “northwind”\n"), "{}", vips("northwind"));
}

#[test]
fn two_clients_in_one_line_are_asked_about() {
    assert_snapshot!(used_on("ACME and Globex both down"), @"
    The message names several clients
    Best matches come first. Pick the right one.
    1. Acme Corporation · ACME
    2. Globex Industries
    Synced 4 min ago
    [Acme Corporation | ACME]
    [Globex Industries | -]
    ");
    for typed in ["ACME and Globex both down", "acme and globex both down", "acme, globex", "Globex and Pelican down"] {
        let shown = Chat::about(&account()).asks("primary", &[("organization", typed)]).to_string();
        assert!(shown.contains("[Globex Industries | ") && !shown.contains("555"), "{typed}: {shown}");
        assert!(shown.contains("[Acme Corporation | ") != typed.contains("Pelican"), "{typed}: {shown}");
    }
}

#[test]
fn a_phone_number_in_a_message_is_its_callers() {
    assert_snapshot!(used_on("missed call from +1 415 555 0111"), @"
    Jane Doe
    IT Manager · Acme Corporation
    📞 4155550111
    as stored, unverified
    ✉️ No email address
    type: Internal IT
    📍 No location
    🔎 Found by the phone number in the message
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    let site = used_on("missed call from +1 415 555 0180").to_string();
    assert!(
        site.starts_with("Robert Smith\n") && site.contains("\n🔎 Found in the message: Globex Industries\n"),
        "{site}"
    );
    let other = used_on("Globex Industries: missed call from +1 415 555 0111").to_string();
    assert!(
        other.starts_with("Robert Smith\n") && other.contains("\n🔎 Found in the message: Globex Industries\n"),
        "{other}"
    );
    let unknown = used_on("missed call from +1 415 555 0199").to_string();
    assert!(unknown.starts_with("No client found in the message\n"), "{unknown}");
    let primary = Chat::about(&account()).asks("primary", &[("organization", "missed call from +1 415 555 0111")]);
    assert!(primary.to_string().contains("Step 1 of 3 at Acme Corporation"), "{primary}");
}

#[test]
fn a_number_shared_by_two_clients_is_asked_about() {
    let account = account().with(person(9, "Ida Lane").at(3).phone("4155550111"));
    let shown = Chat::about(&account).uses_on("Who do I call?", &json!({ "content": "call +1 415 555 0111 back" }));
    assert!(shown.to_string().starts_with("The message names several clients\n"), "{shown}");
}
