//! Nicknames, and forms of a name in other languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::search::ablation::{self, Part};

/// English pairs, from the `nicknames` data set; licence beside it.
const ENGLISH: &str = include_str!("data/nicknames-en.csv");

/// Pairs of other languages and pairs that the English set lacks, collected for this project.
const OTHER: &str = include_str!("data/nicknames-other.csv");

/// The large English table holds every nickname ever found in a register, such as "Lena" for Catherine and "Bill" for
/// Robert. A pair of it counts less than a homophone beside a correct name, and more than a misspelling.
const LOOSE: f32 = 0.92;

/// One name in different languages and spellings, collected for this project.
const SISTERS: &str = include_str!("data/sister-names.csv");

/// "Carlos" for "Charles" is one name, but mostly two people.
const SISTER: f32 = 0.84;

/// Two nicknames of one name ("Bob", "Rob") against a nickname and the name itself.
const SIBLING: f32 = 0.85;

/// Formal names with more nicknames than this do not join nicknames with each other.
const MOST_SIBLINGS: usize = 24;

/// Every name with its others, each with a weight: 1 for a pair of the table, less for two nicknames of one name.
static NAMES: LazyLock<BTreeMap<&'static str, Vec<(&'static str, f32)>>> = LazyLock::new(|| {
    let formal = &*FORMAL;
    let mut names: BTreeMap<&str, Vec<(&str, f32)>> = BTreeMap::new();
    for (name, sister) in pairs(SISTERS) {
        names.entry(name).or_default().push((sister, SISTER));
        names.entry(sister).or_default().push((name, SISTER));
    }
    for (table, weight) in [(ENGLISH, LOOSE), (OTHER, 1.0)] {
        for (name, nickname) in pairs(table) {
            names.entry(name).or_default().push((nickname, weight));
            names.entry(nickname).or_default().push((name, weight));
        }
    }
    for siblings in formal.values().filter(|siblings| siblings.len() <= MOST_SIBLINGS) {
        // "William" and "Robert" may each be short for something, which does not make them one name.
        let short = |name: &&&str| !formal.contains_key(**name);
        for &one in siblings.iter().filter(short) {
            let others = siblings.iter().filter(short).filter(|&&other| other != one).map(|&other| (other, SIBLING));
            names.entry(one).or_default().extend(others);
        }
    }
    for others in names.values_mut() {
        others.sort_unstable_by(|a, b| a.0.cmp(b.0).then(b.1.total_cmp(&a.1)));
        others.dedup_by_key(|other| other.0);
    }
    names
});

/// Every name with what is short for it.
static FORMAL: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut formal: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, nickname) in [ENGLISH, OTHER].into_iter().flat_map(pairs) {
        formal.entry(name).or_default().push(nickname);
    }
    formal
});

pub(crate) fn is_short_for(word: &str, name: &str) -> bool {
    FORMAL.get(name).is_some_and(|short| short.contains(&word))
}

/// Reads the tables, if they are not read yet.
pub(crate) fn read() {
    LazyLock::force(&NAMES);
    LazyLock::force(&FORMAL);
}

/// The other names of a person with this name, folded, with their weights.
pub(crate) fn of(name: &str) -> &'static [(&'static str, f32)] {
    if !ablation::is_on(Part::Nicknames) {
        return &[];
    }
    NAMES.get(name).map(Vec::as_slice).unwrap_or_default()
}

fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(','));
    lines.flat_map(|(name, others)| others.split(' ').filter(|other| !other.is_empty()).map(move |other| (name, other)))
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, NAMES, OTHER, SISTERS, of, pairs};
    use crate::search::fold;

    #[test]
    fn names_in_the_tables_are_folded_and_not_their_nicknames() {
        for (name, other) in [ENGLISH, OTHER, SISTERS].into_iter().flat_map(pairs) {
            assert_ne!(name, other);
            assert_eq!(fold::words(name), [name]);
            assert_eq!(fold::words(other), [other]);
        }
    }

    #[test]
    fn nicknames_lead_both_ways_with_the_same_weight() {
        for (&name, others) in NAMES.iter() {
            for &(other, weight) in others {
                assert!(of(other).contains(&(name, weight)), "{other} {name}");
            }
        }
    }
}
