//! What people type, and which contacts they mean.

mod damaged;
mod mentions;
mod properties;
mod scripts;

use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::domain::organization::Organization;
use callsheet_core::search::index::Index;
use callsheet_core::search::phones;
use callsheet_core::search::{Query, Reason, Verdict};

/// A contact as IT Glue has them: "first last" with a given organization.
fn contact(id: u64, first: &str, last: &str, organization: u64) -> Contact {
    let filled = |text: &str| (!text.is_empty()).then(|| Box::from(text));
    Contact {
        organization: Some(OrganizationId(organization)),
        name: filled(format!("{first} {last}").trim()),
        first_name: filled(first),
        last_name: filled(last),
        ..Contact::new(ContactId(id))
    }
}

fn with_email(mut contact: Contact, address: &str) -> Contact {
    contact.emails.push(Email { value: address.into(), primary: true, label: None });
    contact
}

fn with_phone(mut contact: Contact, number: &str, extension: Option<&str>) -> Contact {
    contact.phones.push(Phone {
        value: number.into(),
        formatted: None,
        extension: extension.map(Box::from),
        primary: true,
        label: None,
        fax: false,
    });
    contact
}

fn organization(id: u64, name: &str, short_name: Option<&str>) -> Organization {
    Organization { short_name: short_name.map(Box::from), ..Organization::new(OrganizationId(id), name) }
}

/// A small invented account.
fn account() -> (Vec<Contact>, Vec<Organization>) {
    let organizations = vec![
        organization(1, "Acme Dental Partners, LLC", Some("ADP")),
        organization(2, "Birch & Stone Plumbing Inc.", None),
        organization(3, "Town of Fairhaven", None),
        organization(4, "Pioneerlabs GmbH", None),
    ];
    let contacts = vec![
        with_email(contact(1, "Jane", "Doe", 1), "jane.doe@acmedental.example"),
        with_phone(contact(2, "Robert", "Smith", 1), "(415) 555-0123", Some("204")),
        contact(3, "Jon", "Smith", 2),
        contact(4, "Katarzyna", "Wójcik", 2),
        contact(5, "José María", "de la Cruz", 3),
        contact(6, "Jürgen", "Müller", 3),
        contact(7, "William \"Bill\"", "O'Brien-Smythe", 3),
        with_email(contact(8, "志偉", "王", 4), "chihwei.wang@pioneerlabs.example"),
        contact(9, "Евгений", "Зайцев", 4),
        contact(10, "Front", "Desk", 1),
        contact(11, "Dr. Anne Marie", "van der Berg III", 2),
        contact(12, "فيليب", "كاريل", 4),
        contact(13, "陽葵", "井上", 4),
        with_phone(contact(14, "Priya", "Raman", 2), "+44 20 7946 0018", None),
        contact(15, "Αικατερίνη", "Κουφός", 3),
        contact(16, "Jane", "Dorsey", 2),
    ];
    (contacts, organizations)
}

fn index() -> Index {
    let (contacts, organizations) = account();
    Index::build(contacts.iter(), organizations.iter(), std::iter::empty())
}

/// For each text, the expected contact comes first.
fn check(expected: &[(&str, u64)]) {
    let index = index();
    for &(text, id) in expected {
        let matches = index.search(&Query::new(text));
        let first = matches.ranked.first().map(|first| first.id.0);
        assert_eq!(first, Some(id), "{text}: {:?}", matches.ranked);
        assert_ne!(matches.verdict, Verdict::None, "{text}: {:?}", matches.ranked);
    }
}

#[test]
fn names_are_found_in_any_order_and_in_part() {
    check(&[
        ("Jane Doe", 1),
        ("doe jane", 1),
        ("Doe, Jane", 1),
        ("JANE DOE", 1),
        ("j doe", 1),
        ("jane d doe", 1),
        ("wojcik", 4),
        ("katarzyna", 4),
        ("front desk", 10),
        ("marie van der berg", 11),
        ("anne berg", 11),
        ("Mrs. Jane Doe", 1),
    ]);
}

#[test]
fn spelling_is_forgiven() {
    check(&[
        ("jnae doe", 1),
        ("ane doe", 1),
        ("katarzina wojick", 4),
        ("jose delacruz", 5),
        ("jose maria de la cruz", 5),
        ("jurgen muller", 6),
        ("juergen mueller", 6),
        ("obrien smythe", 7),
        ("o brien", 7),
        ("prya ramen", 14),
        ("pr9ya raman", 14),
        ("katarzyna w0jcik", 4),
    ]);
}

#[test]
fn nicknames_and_logins_are_names() {
    check(&[
        ("bob smith", 2),
        ("kasia wojcik", 4),
        ("pepe de la cruz", 5),
        ("bill obrien", 7),
        ("rsmith", 2),
        ("jane.doe", 1),
    ]);
}

#[test]
fn names_in_other_scripts_are_found_as_written_and_as_spoken() {
    check(&[
        ("王志偉", 8),
        ("chih-wei wang", 8),
        ("wong chihwei", 8),
        ("Зайцев Евгений", 9),
        ("yevgeny zaytsev", 9),
        ("zhenya zaitsev", 9),
        ("philippe karel", 12),
        ("himari inoue", 13),
        ("katerina koufos", 15),
    ]);
}

#[test]
fn words_of_an_organization_may_stand_beside_the_name() {
    check(&[
        ("jane acme", 1),
        ("acme jane d", 1),
        ("jane birch", 16),
        ("front desk acme dental", 10),
        ("robert @ acme", 2),
    ]);
}

#[test]
fn numbers_and_addresses_are_recognised() {
    check(&[
        ("jane.doe@acmedental.example", 1),
        ("JANE.DOE@acmedental.example", 1),
        ("jane.deo@acmedental.example", 1),
        ("jane.doe@acmdental.example", 1),
        ("Jane <jane.doe@acmedental.example>", 1),
        ("+1 415 555 0123", 2),
        ("415.555.0123", 2),
        ("5550123", 2),
        ("0123", 2),
        ("(415) 555-0123 ext 204", 2),
        ("x204", 2),
        ("020 7946 0018", 14),
    ]);
}

#[test]
fn an_absent_contact_is_not_replaced_by_another() {
    let index = index();
    let unknown =
        ["Stacey Doe", "Jane Doe2", "vpn issue", "qwrtz pqxv", "2125550199", "paul@nowhere.example", "", "  ", "?!"];
    for text in unknown {
        let matches = index.search(&Query::new(text));
        assert_ne!(matches.verdict, Verdict::One, "{text}: {:?}", matches.ranked);
    }
}

#[test]
fn a_query_that_fits_several_is_a_choice() {
    let matches = index().search(&Query::new("smith"));
    assert_eq!(matches.verdict, Verdict::Several);
    let ids: Vec<u64> = matches.ranked.iter().take(2).map(|found| found.id.0).collect();
    assert_eq!(ids, [3, 2], "equals come by name");
}

#[test]
fn among_equals_the_channels_organization_precedes_recents() {
    let index = index();
    let first = |query: &Query<'_>| index.search(query).ranked.first().map(|found| found.id.0);
    assert_eq!(first(&Query { preferred: Some(OrganizationId(1)), ..Query::new("smith") }), Some(2));
    assert_eq!(first(&Query { recent: &[ContactId(2)], ..Query::new("smith") }), Some(2));
    let both = Query { preferred: Some(OrganizationId(2)), recent: &[ContactId(2)], ..Query::new("smith") };
    assert_eq!(first(&both), Some(3));
}

#[test]
fn important_people_come_first_among_equals() {
    let (mut contacts, organizations) = account();
    contacts[1].important = true;
    let index = Index::build(contacts.iter(), organizations.iter(), std::iter::empty());
    assert_eq!(index.search(&Query::new("smith")).ranked[0].id, ContactId(2));
}

#[test]
fn a_match_says_why_it_is_one() {
    let index = index();
    let reasons = |text: &str| index.search(&Query::new(text)).ranked.swap_remove(0).reasons;
    let nickname = Reason::Nickname { typed: "bob".to_owned(), stored: "robert".to_owned() };
    assert_eq!(reasons("bob smith"), [nickname]);
    assert_eq!(reasons("jane doe"), []);
    assert_eq!(reasons("j doe"), [Reason::Initials]);
    assert_eq!(reasons("0123"), [Reason::Phone { typed: phones::typed("0123").unwrap() }]);
    let address = "jane.doe@acmedental.example".to_owned();
    assert_eq!(reasons(&address.clone()), [Reason::Email { typed: address }]);
    let typo = Reason::Typo { typed: "ramam".to_owned(), stored: "raman".to_owned() };
    assert_eq!(reasons("priya ramam"), [typo]);
}

#[test]
fn half_typed_names_are_completed() {
    let index = index();
    for (text, id) in
        [("ja", 1), ("jane d", 1), ("doe j", 1), ("katar", 4), ("woj", 4), ("jnae do", 1), ("jane.d", 1), ("王", 8)]
    {
        let found = index.complete(&Query::new(text));
        let ids: Vec<u64> = found.iter().take(3).map(|found| found.id.0).collect();
        assert!(ids.contains(&id), "{text}: {found:?}");
    }
}

#[test]
fn organizations_are_completed_from_the_first_letter_on() {
    let index = index();
    for (text, id) in [("a", 1), ("p", 4), ("acme d", 1), ("birch s", 2), ("town of f", 3)] {
        let ranked = index.organizations(text, 5).ranked;
        assert_eq!(ranked.first().map(|found| found.id.0), Some(id), "{text}: {ranked:?}");
    }
}

#[test]
fn organizations_are_found_by_name_acronym_prefix_and_typo() {
    let index = index();
    for (text, id) in [
        ("acme", 1),
        ("ADP", 1),
        ("acme dental partners", 1),
        ("acmee dentl", 1),
        ("birch and stone", 2),
        ("BSP", 2),
        ("fairhaven", 3),
        ("pioneer labs", 4),
        ("pion", 4),
    ] {
        let matches = index.organizations(text, 5);
        assert_eq!(matches.ranked.first().map(|found| found.id.0), Some(id), "{text}: {:?}", matches.ranked);
        assert_eq!(index.organizations_meant(text, 5).first().map(|id| id.0), Some(id), "{text}");
    }
}
