//! Suggestions while a command is being typed.

use callsheet::directory::snapshot::Snapshot;
use insta::assert_snapshot;

use crate::support::account::{Account, person, usual_types};
use crate::support::chat::Chat;

fn account() -> Account {
    usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .organization(2, "Globex Limited")
        .with(person(1, "Jane Doe").at(1).title("IT Manager").of_type(2).phone("4155550101"))
        .with(person(2, "Janet Dorn").at(2).vip().title("Owner").of_type(3).phone("4155550102"))
        .with(person(3, "Jane Dough").at(1).of_type(6).phone("4155550103"))
        .with(person(4, "Secret Jane").at(1).vip().restricted().phone("4155550104"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

#[test]
fn a_beginning_suggests_people_whoever_left_last() {
    assert_snapshot!(chat().types("contact", &[("name", "jan")]), @r"
        Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
        ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]
        Jane Dough · no longer there · Acme Corporation · Terminated [id:3]
        ");
}

#[test]
fn a_suggestion_leads_to_its_own_card() {
    let chat = chat();
    let shown = chat.types("contact", &[("name", "janet")]);
    let (_, value) = shown.suggestions()[0];
    assert!(chat.asks("contact", &[("name", value)]).to_string().starts_with("⭐ VIP · Janet Dorn\n"));
}

#[test]
fn the_other_options_limit_the_suggestions() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("organization", "id:2"), ("name", "jan")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("contact", &[("organization", "acme"), ("type", "internal"), ("name", "jan")]), @"Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]");
    assert_snapshot!(chat.types("contact", &[("organization", "id:99"), ("name", "jan")]), @"No such organization: check that option first [jan]");
    assert_snapshot!(chat.types("contact", &[("type", "astronaut"), ("name", "jan")]), @"No such contact type: check that option first [jan]");
}

#[test]
fn before_anything_is_typed_vips_or_the_organizations_people_are_suggested() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("contact", &[("organization", "id:1"), ("name", "")]), @r"
        Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
        Jane Dough · no longer there · Acme Corporation · Terminated [id:3]
        ");
}

#[test]
fn only_vips_are_suggested_for_vip() {
    let chat = chat();
    assert_snapshot!(chat.types("vip", &[("name", "jan")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("vip", &[("organization", "id:1"), ("name", "jan")]), @"No match for “jan”: try a last name, an e-mail or a phone [jan]");
}

#[test]
fn organizations_are_suggested_by_name_or_short_name() {
    let chat = chat();
    assert_snapshot!(chat.types("primary", &[("organization", "acm")]), @"Acme Corporation · ACME [id:1]");
    assert_snapshot!(chat.types("vip", &[("organization", "")]), @r"
        Acme Corporation · ACME [id:1]
        Globex Limited [id:2]
        ");
}

#[test]
fn contact_types_are_suggested() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("type", "ter")]), @"Terminated [id:6]");
    assert_snapshot!(chat.types("contact", &[("type", "")]), @r"
        Accounts Payable [id:5]
        Decision Maker [id:3]
        End User [id:4]
        Internal IT [id:2]
        Primary Contact [id:1]
        Terminated [id:6]
        Vendor Support [id:7]
        ");
}

#[test]
fn nothing_found_is_said_and_submitting_it_explains() {
    let chat = chat();
    let shown = chat.types("contact", &[("name", "xqzt")]);
    assert_snapshot!(shown, @"No match for “xqzt”: try a last name, an e-mail or a phone [xqzt]");
    assert!(chat.asks("contact", &[("name", "xqzt")]).to_string().starts_with("Nobody matches “xqzt”\n"));
    assert_snapshot!(chat.types("contact", &[("type", "astronaut")]), @"No contact type matches “astronaut” [astronaut]");
    assert_eq!(Chat::about(&Account::default()).types("primary", &[("organization", "")]).suggestions().len(), 1);
    let empty = Chat::about(&Account::default());
    assert_snapshot!(empty.types("contact", &[("name", "")]), @"Type a name, an e-mail address or digits of a phone number […]");
    let chat = Chat::about(&account().organization(3, "Initech"));
    let shown = chat.types("contact", &[("organization", "initech"), ("name", "")]);
    assert_eq!(shown.suggestions(), [("Nobody fits the other options", "…")]);
    assert!(empty.asks("contact", &[("name", "…")]).to_string().starts_with("Nothing to search for\n"));
}

#[test]
fn before_the_first_sync_suggestions_say_so() {
    let chat = Chat::over(Snapshot::default());
    for (command, option) in [
        ("contact", "name"),
        ("contact", "organization"),
        ("contact", "type"),
        ("vip", "name"),
        ("primary", "organization"),
    ] {
        let shown = chat.types(command, &[(option, "jan")]);
        assert_eq!(shown.suggestions(), [("Still loading the contacts: try again in a minute", "jan")]);
    }
}

#[test]
fn many_people_and_long_names_keep_discords_limits() {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(4);
    let people = (1..=60).map(|id| person(id, &format!("Jane {long}")).title(&long).vip());
    let chat = Chat::about(&Account::default().with_all(people));
    for typed in ["", "jane", &"j".repeat(6000)] {
        let shown = chat.types("contact", &[("name", typed)]);
        assert!((1..=25).contains(&shown.suggestions().len()));
    }
}

#[test]
fn restricted_people_are_not_suggested() {
    for (command, typed) in [("contact", "secret"), ("vip", "secret"), ("vip", ""), ("contact", "")] {
        let shown = chat().types(command, &[("name", typed)]);
        assert!(!shown.to_string().contains("Secret Jane"), "{shown}");
    }
}
