//! Typed text, in Discord or on a terminal.

use std::collections::BTreeSet;
use std::fmt;

use callsheet::terminal;
use callsheet_core::answer::language::Language;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::health::Health;
use callsheet_core::plan::{World, plan};
use callsheet_core::search::{Match, Query, Verdict, phones};

use crate::account::{EDITS, NOTEBOOKS, NOW, SERVED, SNAPSHOT};

const LIMIT: usize = 5;

/// A typed text. Results are ordered, within the limit, without duplicates, and admitted; the same text finds the same;
/// and a terminal receives only text.
///
/// # Panics
///
/// If one of these does not hold.
pub fn query(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let index = SNAPSHOT.index();
    let is_important = |id| SNAPSHOT.contact(id).is_some_and(|contact| contact.important);
    let everybody = Query { limit: LIMIT, ..Query::new(text) };
    let important = Query { admit: &is_important, recent: &[ContactId(8)], ..everybody };
    let inside = Query { organization: Some(OrganizationId(1)), ..everybody };
    for query in [&everybody, &important, &inside] {
        let found = index.search(query);
        assert_eq!(found, index.search(query), "the same text finds the same");
        assert!(found.verdict != Verdict::One || !found.ranked.is_empty());
        for ranked in [found.ranked, index.complete(query)] {
            check(&ranked);
            assert!(ranked.iter().all(|found| (query.admit)(found.id)), "a contact who is not admitted");
            let organization = |id| SNAPSHOT.contact(id).and_then(|contact| contact.organization);
            let is_inside = |found: &Match<_>| query.organization.is_none_or(|at| organization(found.id) == Some(at));
            assert!(ranked.iter().all(is_inside), "a contact of another organization");
        }
    }
    check(&index.organizations(text, LIMIT).ranked);
    assert!(
        index.organizations_meant(text, LIMIT).len() <= LIMIT && index.organizations_in(text, LIMIT).len() <= LIMIT
    );
    check(&index.search_within(&everybody, &[OrganizationId(1), OrganizationId(3)]).ranked);

    if let Some(number) = phones::typed(text) {
        // A contact stored under exactly the typed text is meant.
        assert!(number.is(text) || !number.is_long(), "a number is not itself");
    }
    if let Ok(question) = terminal::read(text, Language::default()) {
        let (guilds, policy) = (&SERVED.guilds, &SERVED.policy);
        let world = World {
            guilds,
            policy,
            snapshot: &SNAPSHOT,
            notebooks: &NOTEBOOKS,
            edits: &EDITS,
            found: None,
            health: &Health::default,
            now: NOW,
        };
        let shown = terminal::render(&plan(&question, &world).reply, NOW);
        assert!(shown.chars().all(|char| char == '\n' || !char.is_control()), "{shown:?}");
    }
}

/// Fails unless these are few, in order and without duplicates.
fn check<Id: Copy + Ord + fmt::Debug>(ranked: &[Match<Id>]) {
    assert!(ranked.len() <= LIMIT, "{} results", ranked.len());
    assert!(ranked.is_sorted_by(|one, next| one.score >= next.score), "{ranked:?}");
    assert!(ranked.iter().all(|found| (0.0..=1.0).contains(&found.score)), "{ranked:?}");
    let ids: BTreeSet<Id> = ranked.iter().map(|found| found.id).collect();
    assert_eq!(ids.len(), ranked.len(), "a duplicate");
}
