//! The invented accounts.

use std::collections::{BTreeMap, BTreeSet};

use lookalike::account::Account;

#[test]
fn the_demo_is_always_the_same_and_covers_every_field() {
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
fn no_two_clients_of_the_demo_share_a_number() {
    let demo = Account::demo();
    let mut holders: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for contact in demo.contacts.values() {
        for phone in &contact.phones {
            holders.entry(&phone.value).or_default().insert(contact.organization);
        }
    }
    for site in demo.locations.values() {
        if let Some(phone) = &site.phone {
            holders.entry(phone).or_default().insert(site.organization);
        }
    }
    let shared: Vec<_> = holders.iter().filter(|(_, organizations)| organizations.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

#[test]
fn no_two_contacts_of_the_demo_share_a_mobile() {
    let demo = Account::demo();
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for phone in demo.contacts.values().flat_map(|contact| &contact.phones) {
        *lines.entry(&phone.value).or_default() += 1;
    }
    let mobiles = demo.contacts.values().flat_map(|contact| &contact.phones);
    for phone in mobiles.filter(|phone| matches!(&*phone.label, "Mobile" | "Cell")) {
        assert_eq!(lines[&*phone.value], 1, "{}", phone.value);
    }
}

#[test]
fn titles_of_the_demo_fit_what_a_client_does() {
    let demo = Account::demo();
    let titles = |client: &str| -> BTreeSet<&str> {
        let client = demo.organizations.values().find(|row| row.name == client).unwrap().id;
        let people = demo.contacts.values().filter(|person| person.organization == client);
        people.filter_map(|person| person.title.as_deref()).collect()
    };
    for (client, usual, odd) in [
        ("Quarry Road Brewing", ["Bottling Line Lead", "Tasting Room Host", "Delivery Driver"], "Nurse"),
        ("Sunset Valley Clinic", ["Nurse", "Medical Assistant", "Lab Technician"], "Warehouse Supervisor"),
        ("Harborview Law Group LLP", ["Attorney", "Paralegal", "Legal Secretary"], "Teacher"),
        ("Orchard Park Montessori", ["Teacher", "Classroom Assistant", "Librarian"], "Owner"),
    ] {
        let titles = titles(client);
        let is_usual = usual.iter().any(|title| titles.contains(title));
        assert!(is_usual && !titles.contains(odd), "{client}: {titles:?}");
    }
    let chiefs = demo.contacts.values().filter(|person| person.title.as_deref() == Some("Chief Executive Officer"));
    assert_eq!(chiefs.count(), 1, "of Acme");
}

#[test]
fn exactly_three_demo_contacts_are_named_like_john_smith() {
    let demo = Account::demo();
    let alike = demo.contacts.values().filter_map(|person| {
        let (first, last) = (person.first_name.as_deref()?, person.last_name.as_deref()?);
        (first.starts_with("Jo") && last.starts_with("Sm")).then(|| format!("{first} {last}"))
    });
    assert_eq!(alike.collect::<Vec<_>>(), ["John Smith", "Jon Smyth", "John Smith"], "the second John has left");
}

#[test]
fn generated_accounts_have_the_size_asked_for() {
    for (contacts, organizations) in [(0, 3), (10, 3), (1000, 7)] {
        let account = Account::generated(contacts, organizations, 9);
        assert_eq!((account.contacts.len(), account.organizations.len()), (contacts, organizations));
    }
}
