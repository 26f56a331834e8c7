//! Scores of chance matches, from which the threshold of `search/decide.rs` is derived.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Result;
use callsheet_core::search::index::Index;
use callsheet_core::search::{Query, Reason};
use fastrand::Rng;

use crate::corpus::Corpus;
use crate::goals::{percent, quantile};
use crate::population;

/// Numbers of contacts.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Names searched for that no contact has.
const STRANGERS: usize = 4_000;

/// The share of strangers that may match no contact.
const TOLERATED: f64 = 0.995;

/// Prints, for each number of contacts, the score that this share of strangers stays below. A stranger has one
/// contact's given and another's family name; a name with a nickname or initial in common is no stranger's.
pub(crate) fn run(corpus: &Path) -> Result<()> {
    let corpus = Corpus::read(corpus)?;
    for size in SIZES {
        let (contacts, organizations) = population::grow(&corpus, size);
        let index = Index::build(contacts.iter(), organizations.iter(), std::iter::empty());
        let names: HashSet<String> = contacts.iter().map(|contact| contact.display_name().to_lowercase()).collect();
        let mut random = Rng::with_seed(3);
        let mut scores = Vec::new();
        while scores.len() < STRANGERS {
            let mut part = |last: bool| {
                let contact = &corpus.contacts[random.usize(..corpus.contacts.len())];
                let part = if last { &contact.last_name } else { &contact.first_name };
                part.as_deref().unwrap_or_default().to_lowercase()
            };
            let name = format!("{} {}", part(false), part(true));
            if names.contains(&name) {
                continue;
            }
            let found = index.search(&Query { limit: 1, ..Query::new(&name) }).ranked;
            let by_chance = |reason: &Reason| matches!(reason, Reason::Typo { .. } | Reason::SoundsLike { .. });
            let near = found.first().filter(|first| !first.reasons.is_empty() && first.reasons.iter().all(by_chance));
            scores.push(near.map_or(0.0, |first| f64::from(first.score)));
        }
        let above = |least: f64| percent(scores.iter().filter(|&&score| score >= least).count(), scores.len());
        let shares = [0.86, 0.88, 0.90, 0.92].map(above);
        println!("{size:>8} people: {:.4}, above .86 .88 .90 .92: {shares:.2?} %", quantile(&mut scores, TOLERATED));
    }
    Ok(())
}
