//! Properties for every text and every account.

use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::domain::organization::Organization;
use callsheet_core::search::index::Index;
use callsheet_core::search::{Match, Query};
use proptest::prelude::*;
use proptest::sample::select;

use super::{account, contact, index, with_email, with_phone};

/// Given and family names that share no word, so that each word has one use in any account made of them.
const GIVEN: [&str; 14] = [
    "Jane",
    "John",
    "Robert",
    "Bob",
    "María",
    "Peter",
    "Petra",
    "Anne Marie",
    "Éric",
    "Li",
    "Jürgen",
    "Kate",
    "Catherine",
    "J.",
];
const FAMILY: [&str; 14] = [
    "Smith",
    "Smyth",
    "Doe",
    "O'Neil",
    "García",
    "Müller",
    "van den Berg",
    "Smith-Jones",
    "Wu",
    "Schmidt",
    "Neill",
    "Bergmann",
    "Garcia Lopez",
    "Dough",
];

fn person() -> impl Strategy<Value = (&'static str, &'static str, u64, u16)> {
    (select(&GIVEN[..]), select(&FAMILY[..]), 1..4_u64, any::<u16>())
}

fn people(most: usize) -> impl Strategy<Value = Vec<Contact>> {
    prop::collection::vec(person(), 1..most).prop_map(|people| {
        let numbered = (1..).zip(people);
        numbered.map(|(id, (first, last, organization, number))| make(id, first, last, organization, number)).collect()
    })
}

fn make(id: u64, first: &str, last: &str, organization: u64, number: u16) -> Contact {
    let contact = contact(id, first, last, organization);
    let contact = if number.is_multiple_of(2) {
        with_phone(contact, &format!("41555501{:02}", number % 100), None)
    } else {
        contact
    };
    if number.is_multiple_of(3) {
        with_email(contact, &format!("{}{}@acme.example", first.replace(' ', "."), number % 7))
    } else {
        contact
    }
}

/// Texts that look like names, and any other.
fn text() -> impl Strategy<Value = String> {
    let name = (select(&GIVEN[..]), select(&FAMILY[..]));
    prop_oneof![
        name.clone().prop_map(|(first, last)| format!("{first} {last}")),
        name.clone().prop_map(|(first, last)| format!("{last} {first}")),
        (name, any::<prop::sample::Index>())
            .prop_map(|((first, last), at)| without_a_letter(&format!("{first} {last}"), at)),
        select(&FAMILY[..]).prop_map(str::to_owned),
        "[a-z]{1,3} [a-z]{0,8}",
        "[0-9 ()+-]{3,12}",
        any::<String>(),
    ]
}

fn without_a_letter(text: &str, at: prop::sample::Index) -> String {
    let letters: Vec<usize> =
        text.char_indices().filter(|(_, letter)| letter.is_alphabetic()).map(|(at, _)| at).collect();
    let mut text = text.to_owned();
    text.remove(letters[at.index(letters.len())]);
    text
}

fn organizations() -> Vec<Organization> {
    account().1
}

fn build(contacts: &[Contact]) -> Index {
    Index::build(contacts.iter(), organizations().iter(), std::iter::empty())
}

fn ids(ranked: &[Match<ContactId>]) -> Vec<ContactId> {
    ranked.iter().map(|found| found.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_a_ranking_within_bounds(contacts in people(30), text in text(), limit in 0..30_usize) {
        let index = build(&contacts);
        let query = Query { limit, ..Query::new(&text) };
        for ranked in [index.search(&query).ranked, index.complete(&query)] {
            prop_assert!(ranked.len() <= limit);
            prop_assert!(ranked.iter().all(|found| (0.0..=1.0).contains(&found.score)));
            prop_assert!(ranked.is_sorted_by(|a, b| a.score >= b.score));
            let mut once = ids(&ranked);
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), ranked.len());
        }
        let organizations = index.organizations(&text, limit).ranked;
        prop_assert!(organizations.len() <= limit);
        prop_assert!(organizations.iter().all(|found| (0.0..=1.0).contains(&found.score)));
    }

    #[test]
    fn only_admitted_contacts_of_the_organization_are_found(
        contacts in people(40),
        text in text(),
        organization in 1..5_u64,
        odd in any::<bool>(),
    ) {
        let index = build(&contacts);
        let organization = OrganizationId(organization);
        let admit = |id: ContactId| !odd || id.0 % 2 == 1;
        let query = Query { organization: Some(organization), admit: &admit, ..Query::new(&text) };
        for ranked in [index.search(&query).ranked, index.complete(&query), index.search_within(&query, &[organization]).ranked] {
            for found in ranked {
                let one = contacts.iter().find(|contact| contact.id == found.id);
                prop_assert_eq!(one.and_then(|contact| contact.organization), Some(organization));
                prop_assert!(admit(found.id));
            }
        }
    }

    #[test]
    fn a_whole_name_finds_all_its_bearers_first(contacts in people(20), one in any::<prop::sample::Index>()) {
        let name = one.get(&contacts).display_name();
        let namesakes: Vec<ContactId> =
            contacts.iter().filter(|contact| contact.display_name() == name).map(|contact| contact.id).collect();
        let ranked = build(&contacts).search(&Query::new(&name)).ranked;
        let mut first: Vec<ContactId> = ids(&ranked).into_iter().take(namesakes.len()).collect();
        first.sort_unstable();
        prop_assert_eq!(first, namesakes);
    }

    #[test]
    fn a_name_scores_no_less_than_the_same_with_a_mistake(
        contacts in people(20),
        one in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let index = build(&contacts);
        let one = one.get(&contacts);
        let only = |id: ContactId| id == one.id;
        let score = |text: &str| {
            index.search(&Query { admit: &only, ..Query::new(text) }).ranked.first().map_or(0.0, |found| found.score)
        };
        let name = one.display_name();
        prop_assert!(score(&name) >= score(&without_a_letter(&name, at)));
    }

    #[test]
    fn strangers_do_not_change_the_order_of_others(contacts in people(20), text in text(), strangers in 1..20_u64) {
        let before = build(&contacts).search(&Query::new(&text)).ranked;
        let strangers = (0..strangers).map(|id| contact(1000 + id, "Xzqxv", &format!("Qqzvx{id}"), 4));
        let all: Vec<Contact> = contacts.iter().cloned().chain(strangers).collect();
        let known = |id: ContactId| id.0 < 1000;
        let after = build(&all).search(&Query { admit: &known, ..Query::new(&text) }).ranked;
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_changed_index_answers_as_a_new_one(
        contacts in people(25),
        renamed in prop::collection::vec((0..30_u64, person()), 0..8),
        removed in prop::collection::vec(0..30_u64, 0..5),
        text in text(),
    ) {
        let mut now: std::collections::BTreeMap<ContactId, Contact> =
            contacts.iter().map(|contact| (contact.id, contact.clone())).collect();
        let mut index = build(&contacts);
        for (id, (first, last, organization, number)) in renamed {
            let contact = make(id, first, last, organization, number);
            index = index.with_changes([&contact].into_iter(), std::iter::empty(), organizations().iter(), std::iter::empty());
            now.insert(contact.id, contact);
        }
        let removed: Vec<ContactId> = removed.into_iter().map(ContactId).collect();
        index = index.with_changes(std::iter::empty(), removed.iter().copied(), organizations().iter(), std::iter::empty());
        now.retain(|id, _| !removed.contains(id));
        let anew = Index::build(now.values(), organizations().iter(), std::iter::empty());
        for organization in [None, Some(OrganizationId(2))] {
            let query = Query { organization, ..Query::new(&text) };
            prop_assert_eq!(index.search(&query), anew.search(&query));
            prop_assert_eq!(index.complete(&query), anew.complete(&query));
        }
    }
}

#[test]
fn the_longest_and_strangest_texts_are_answered() {
    let index = index();
    let texts = [
        "a".repeat(10_000),
        "smith ".repeat(2_000),
        "\u{301}".repeat(500),
        "é".repeat(500),
        "王".repeat(500),
        "@".repeat(500),
        "1".repeat(500),
        "a@".repeat(500),
        "\u{10ffff}\u{0}\u{202e}jane\u{202c} doe".to_owned(),
        "x".repeat(31) + "é",
        "ext x # ext.".to_owned(),
    ];
    for text in &texts {
        let query = Query::new(text);
        assert!(index.search(&query).ranked.len() <= query.limit);
        assert!(index.complete(&query).len() <= query.limit);
        assert!(index.organizations(text, 5).ranked.len() <= 5);
    }
}
