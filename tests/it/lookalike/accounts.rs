//! The invented accounts.

use callsheet::lookalike::account::Account;

#[test]
fn the_demo_is_the_same_every_time_and_has_something_of_everything() {
    let (demo, again) = (Account::demo(), Account::demo());
    assert_eq!(format!("{demo:?}"), format!("{again:?}"));
    assert_eq!((demo.organizations.len(), demo.contacts.len()), (61, 1500));
    let people = || demo.contacts.values();
    let type_of = |name: &str| demo.contact_types.values().find(|row| row.name == name).unwrap().id;
    for (what, least, count) in [
        ("VIPs", 30, people().filter(|person| person.important == Some(true)).count()),
        ("flags that are null", 500, people().filter(|person| person.important.is_none()).count()),
        ("restricted", 10, people().filter(|person| person.restricted).count()),
        ("departed", 50, people().filter(|person| person.contact_type == Some(type_of("Terminated"))).count()),
        ("without phone", 100, people().filter(|person| person.phones.is_empty()).count()),
        ("without e-mail", 100, people().filter(|person| person.emails.is_empty()).count()),
        ("without title", 100, people().filter(|person| person.title.is_none()).count()),
        ("without type", 100, people().filter(|person| person.contact_type.is_none()).count()),
        ("desks", 10, people().filter(|person| person.last_name.is_none()).count()),
        ("notes in HTML", 20, people().filter_map(|person| person.notes.as_ref()).filter(|n| n.contains("</")).count()),
        (
            "orphaned",
            5,
            people().filter_map(|person| person.psa.as_ref()).filter(|psa| psa.state == "orphaned").count(),
        ),
        ("faxes", 50, people().flat_map(|person| &person.phones).filter(|phone| phone.fax).count()),
    ] {
        assert!(count >= least, "{what}: {count}");
    }
    let clients = || demo.organizations.values();
    for (what, least, count) in [
        ("alerts", 5, clients().filter(|client| client.alert.is_some()).count()),
        ("quick notes", 5, clients().filter(|client| client.quick_notes.is_some()).count()),
        (
            "quick notes that lists cut",
            1,
            clients().filter_map(|c| c.quick_notes.as_ref()).filter(|n| n.len() > 250).count(),
        ),
        ("inactive", 4, clients().filter(|client| client.status.as_deref() == Some("Inactive")).count()),
    ] {
        assert!(count >= least, "{what}: {count}");
    }
    let addresses = people().flat_map(|person| &person.emails);
    assert!(addresses.into_iter().all(|email| email.value.is_ascii() && email.value.ends_with(".example")));
}

#[test]
fn generated_accounts_have_the_size_asked_for() {
    for (contacts, organizations) in [(0, 3), (10, 3), (1000, 7)] {
        let account = Account::generated(contacts, organizations, 9);
        assert_eq!((account.contacts.len(), account.organizations.len()), (contacts, organizations));
    }
}
