//! Names with lost letters, and addresses written differently than stored.

use callsheet_core::search::Verdict;

use super::{Index, Query, contact, with_email};

/// The contacts found, and whether one is the answer.
fn found(index: &Index, text: &str) -> (Verdict, Vec<u64>) {
    let matches = index.search(&Query::new(text));
    (matches.verdict, matches.ranked.iter().map(|found| found.id.0).collect())
}

#[test]
fn a_lost_letter_may_be_any_letter() {
    let people = [
        contact(1, "Torbj?rn", "H?glund", 1),
        contact(2, "Ingrid", "S\u{fffd}ther", 1),
        contact(3, "J??rgen", "Gro?", 1),
        contact(4, "Ren?", "Dubarry", 1),
        contact(5, "?ke", "Lind", 1),
        contact(6, "Jane", "Doe", 1),
        contact(7, "Anna", "Berg\u{fffd}", 1),
    ];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    for (text, id) in [
        ("torbjörn höglund", 1),
        ("torbjorn hoglund", 1),
        ("Torbjoern Hoeglund", 1),
        ("Torbj?rn H?glund", 1),
        ("höglund", 1),
        ("ingrid saether", 2),
        ("Ingrid Sæther", 2),
        ("jurgen gross", 3),
        ("rené dubarry", 4),
        ("Åke Lind", 5),
        ("anna berg", 7),
        ("jane doe?", 6),
    ] {
        let (verdict, ids) = found(&index, text);
        assert_eq!((verdict, ids.first()), (Verdict::One, Some(&id)), "{text}: {ids:?}");
    }
}

#[test]
fn a_name_with_all_its_letters_comes_first() {
    let people = [contact(1, "Torbj?rn", "H?glund", 1), contact(2, "Torbjörn", "Höglund", 1)];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    assert_eq!(found(&index, "torbjörn höglund").1.first(), Some(&2));
}

#[test]
fn a_domain_is_found_in_both_its_forms() {
    let people = [
        with_email(contact(1, "Pavel", "Jarvela", 1), "kontor@münchberg.example"),
        with_email(contact(2, "Hugo", "Lomond", 1), "cuisine@xn--chlet-4qa.example"),
    ];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    for (text, id) in [
        ("kontor@münchberg.example", 1),
        ("Kontor@MÜNCHBERG.example", 1),
        ("kontor@mu\u{308}nchberg.example", 1),
        ("kontor@xn--mnchberg-65a.example", 1),
        ("cuisine@châlet.example", 2),
        ("cuisine@xn--chlet-4qa.example", 2),
        ("cuisine@châlett.example", 2),
    ] {
        let (verdict, ids) = found(&index, text);
        assert_eq!((verdict, ids), (Verdict::One, vec![id]), "{text}");
    }
    let begun = index.complete(&Query::new("kontor@münch"));
    assert_eq!(begun.iter().map(|found| found.id.0).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_tag_leads_to_the_same_mailbox_and_to_no_other_domain() {
    let people = [
        with_email(contact(1, "Olga", "Marlow", 1), "it19@ferrow.example"),
        with_email(contact(2, "Wanda", "Norwood", 1), "noc20+itglue@ferrow.example"),
        with_email(contact(3, "Nils", "Pemberley", 1), "sales22@underby.example"),
    ];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    for (text, id) in [("it19+alerts@ferrow.example", 1), ("noc20@ferrow.example", 2), ("noc20+x@ferrow.example", 2)] {
        let matches = index.search(&Query::new(text));
        let first = &matches.ranked[0];
        assert_eq!((matches.verdict, first.id.0, matches.ranked.len()), (Verdict::One, id, 1), "{text}");
        assert!(first.score < 1.0 && !first.reasons.is_empty(), "{text} is near, not the same");
    }
    assert_eq!(found(&index, "noc20").1, [2]);
    assert_eq!(found(&index, "sales22+news@quorrel.example"), (Verdict::None, vec![]));
    assert_eq!(found(&index, "+news@underby.example"), (Verdict::None, vec![]));
}

#[test]
fn an_apostrophe_may_be_curly_in_an_address() {
    let people = [with_email(contact(1, "Viktor", "Quill", 1), "shop.o'dell@northwick.example")];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    assert_eq!(found(&index, "shop.o’dell@northwick.example"), (Verdict::One, vec![1]));
}
