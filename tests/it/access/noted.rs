//! What the journal notes of an answer: the contacts shown, and which fields.

use std::collections::BTreeSet;

use callsheet_core::domain::id::ContactId;
use callsheet_core::journal::Entry;
use insta::assert_snapshot;
use serde_json::Value;

use super::account;
use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, asked, clicked, typed};
use testkit::targets;

#[test]
fn the_journal_names_contacts_and_fields_but_no_content() {
    let chat = Chat::about(&account());
    let entry = |interaction: &Value| chat.answers(&interaction.to_string()).unwrap().entry.unwrap();
    let card = entry(&asked("contact", &[("name", "jane doe")]));
    assert_snapshot!(card.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"contact"},"contacts":[1],"fields":["name","title","phone","email","location","notes"],"audience":"caller","outcome":"disclosed"}"#);
    let suggested = entry(&typed("contact", &[("name", "jan")]));
    assert_snapshot!(suggested.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"suggestions":"contact"},"contacts":[1],"fields":["name","title"],"audience":"caller","outcome":"disclosed"}"#);
    let unmatched = entry(&asked("contact", &[("name", "nobody at all")]));
    assert_snapshot!(unmatched.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"contact"},"audience":"caller","outcome":"nothing"}"#);
    let refused = Chat::about(&account()).with_policy("[[access]]\nusers = [\"999\"]");
    let refused = refused.answers(&asked("vip", &[]).to_string()).unwrap().entry.unwrap();
    assert_snapshot!(refused.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"vip"},"audience":"caller","outcome":{"refused":"not-allowed"}}"#);
}

#[test]
fn a_contact_who_is_only_named_is_journaled_too() {
    let entry = |account: Account| {
        let answer = Chat::about(&account).answers(&asked("primary", &[("organization", "id:1")]).to_string());
        answer.unwrap().entry.unwrap().encode().unwrap()
    };
    let acme = || usual_types(Account::default()).organization(1, "Acme Corporation");
    let gone = || person(8, "Al Gone").at(1).of_type(1).title("formerly CEO");
    let beside = entry(acme().with(gone()).with(person(9, "Tess Tech").at(1).of_type(2).phone("4155550109")));
    assert!(beside.contains(r#""also":[{"contacts":[8],"fields":["name"]}]"#), "{beside}");
    let unreachable = entry(acme().with(person(7, "Una Reachable").at(1).of_type(1)));
    assert!(
        unreachable.contains(r#""contacts":[7]"#) && unreachable.contains(r#""outcome":"disclosed""#),
        "{unreachable}"
    );
}

#[test]
fn the_journal_notes_what_told_namesakes_apart() {
    let jane = |id| person(id, "Jane Doe").at(1).title("IT Manager").phone(&format!("415555015{id}"));
    let alike = account().with(jane(1).email("jane@acme.example")).with(jane(7).email("j.doe@acme.example"));
    for (policy, told_by) in [
        ("open = true", r#"["name","title","email"]"#),
        ("[[access]]\nfields = [\"phone\"]", r#"["name","title","phone"]"#),
    ] {
        for interaction in [asked("contact", &[("name", "jane doe")]), typed("contact", &[("name", "jane d")])] {
            let chat = Chat::about(&alike).with_policy(policy);
            let noted = chat.responds(&interaction).entry.unwrap().encode().unwrap();
            assert!(noted.contains(&format!(r#""contacts":[1,7],"fields":{told_by}"#)), "{noted}");
        }
    }
}

#[test]
fn a_contact_file_is_noted_with_what_is_in_it() {
    for (policy, fields) in [
        ("open = true", r#"["name","title","phone","email"]"#),
        ("[[access]]\nfields = [\"email\"]", r#"["name","title","email"]"#),
        ("[[access]]\nfields = [\"notes\"]", r#"["name","title"]"#),
    ] {
        let taken = Chat::about(&account()).with_policy(policy).responds(&clicked(targets::file(1)));
        let (file, noted) = (taken.file.unwrap().content, taken.entry.unwrap().encode().unwrap());
        assert!(noted.contains(&format!(r#""contacts":[1],"fields":{fields},"#)), "{noted}");
        assert_eq!(
            (file.contains("TEL"), file.contains("EMAIL")),
            (fields.contains("phone"), fields.contains("email"))
        );
    }
}

#[test]
fn a_refusal_that_names_a_contact_is_journaled() {
    let gone = person(8, "Al Gone").at(1).title("formerly CEO").phone("4155550108");
    let chat = Chat::about(&account().with(gone));
    for carried in [targets::share(8), targets::file(8)] {
        let noted = chat.responds(&clicked(carried)).entry.unwrap().encode().unwrap();
        let refused = r#""contacts":[8],"fields":["name"],"audience":"caller","outcome":{"refused":"departed"}"#;
        assert!(noted.contains(refused), "{noted}");
    }
}

#[test]
fn a_shared_card_is_journaled_without_the_menu_before_it() {
    let names = ["Ann", "Ben", "Cora", "Dan", "Eve", "Finn", "Gil", "Hal", "Ida", "Jon", "Kim", "Lea"];
    let acme = usual_types(Account::default()).organization(1, "Acme Corporation");
    let account = (1..).zip(names).fold(acme, |account, (id, name)| {
        account.with(person(id, &format!("{name} Quill")).at(1).of_type(2).phone(&format!("41555501{id:02}")))
    });
    let chat = Chat::about(&account);
    let card = chat.asks("primary", &[("organization", "id:1")]);
    let shared = chat.shares(&card).to_string();
    let entry = chat.responds(&card.pressed("Share in channel")).entry.unwrap();
    let noted: Vec<_> = entry.everybody().iter().map(|contact| contact.0).collect();
    let seen: Vec<_> = (1..).zip(names).filter(|(_, name)| shared.contains(&format!("{name} Quill"))).collect();
    assert!(seen.len() > 1 && seen.len() < names.len(), "{shared}");
    assert_eq!(noted, seen.iter().map(|(id, _)| *id).collect::<Vec<u64>>(), "{shared}");
}

/// A field shown of one contact is not noted for another whose name stands beside it.
#[test]
fn a_contact_only_named_on_a_card_has_no_fields_noted() {
    let account = account().with(person(4, "Bob Beside").at(1).title("CFO").phone("4155550159").notes("Back door."));
    let card = Chat::about(&account).responds(&asked("primary", &[("organization", "id:1")])).entry.unwrap();
    assert_snapshot!(card.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"primary"},"contacts":[1],"organizations":[1],"fields":["name","title","phone","email","location","notes"],"also":[{"contacts":[4],"fields":["name","title","location"]}],"audience":"caller","outcome":"disclosed"}"#);
    let row = |entry: &Entry, id| entry.shown_of(ContactId(id)).map(BTreeSet::len);
    assert_eq!((row(&card, 4), row(&card, 99)), (Some(3), None));
    let list = Chat::about(&account.with(person(5, "Nora Nophone").at(1)));
    let list = list.responds(&asked("directory", &[("organization", "id:1")])).entry.unwrap();
    assert_eq!((row(&list, 4), row(&list, 5)), (Some(3), Some(2)), "{}", list.encode().unwrap());
}
