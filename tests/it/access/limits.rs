//! An option that matches no record still limits the answer.

use callsheet_core::access::{Access, Caller, Permission};
use callsheet_core::search::{Query, Verdict};
use callsheet_core::view::View;
use insta::assert_snapshot;

use testkit::account::{Account, person, usual_types};
use testkit::chat::Chat;

/// A client with a record, and one that only its contacts name.
fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .with(person(1, "Jane Doe").at(1).of_type(1).vip().phone("4155550101"))
        .with(person(2, "Una Listed").at(2).carrying("Undocumented Works").of_type(2).vip().phone("4155550102"))
}

#[test]
fn a_client_without_a_record_still_limits_the_answer() {
    let chat = Chat::about(&account());
    for options in [
        &[("name", "jane doe"), ("organization", "undocumented works")][..],
        &[("name", "jane doe"), ("organization", "id:2")],
        &[("name", "jane doe"), ("organization", "Undocumented Works"), ("type", "id:1")],
    ] {
        for command in ["contact", "vip"] {
            let answer = chat.asks(command, options).to_string();
            assert!(!answer.contains("0101") && !answer.contains("Jane Doe"), "{command} {options:?}: {answer}");
        }
        let typed = [&options[1..], &[("name", "jane")]].concat();
        let offered = chat.types("contact", &typed).to_string();
        assert!(!offered.contains("Jane Doe"), "{typed:?}: {offered}");
    }
    for command in ["vip", "primary", "directory", "bind"] {
        let answer = chat.asks(command, &[("organization", "undocumented works")]).to_string();
        assert!(!answer.contains("Jane Doe"), "{command}: {answer}");
    }
    assert_snapshot!(chat.asks("contact", &[("name", "jane doe"), ("organization", "undocumented works")]), @"
    No client matches “undocumented works”
    Pick a suggestion while typing, or try the short name.
    Synced 4 min ago
    ");
}

#[test]
fn people_of_a_client_without_a_record_are_found_by_name() {
    let card = Chat::about(&account()).asks("contact", &[("name", "una undocumented")]).to_string();
    assert!(card.contains("Una Listed") && card.contains("Undocumented Works"), "{card}");
}

#[test]
fn an_empty_list_of_organizations_matches_no_contact() {
    let snapshot = account().snapshot();
    let allowed = Access::open().allowed(&Caller::default(), &[Permission::Contact]);
    let view = View::new(&snapshot, &allowed);
    let found = view.search_within(&Query::new("jane doe"), &[]);
    assert_eq!((found.verdict, found.ranked.len()), (Verdict::None, 0));
    assert_eq!(view.search(&Query::new("jane doe")).ranked.len(), 1);
}
