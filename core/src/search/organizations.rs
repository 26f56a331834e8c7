//! Organizations by name, short name, acronym or beginning.

mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::id::OrganizationId;
use crate::search::fold;
use crate::search::grouped::{Grouped, with_key};
use crate::search::lexicon::{How, Lexicon};
use crate::search::organizations::words::{NEARLY_NOTHING, initials, weight};
pub(crate) use crate::search::organizations::words::{is_filler, spelled, words};
use crate::search::probe::{Hit, Probe};
use crate::search::question::Word;
use crate::search::vocabulary::size;
use crate::search::{Certainty, Match, Reason};

/// The organizations and their words.
#[derive(Debug, Default)]
pub(crate) struct Organizations {
    pub(crate) lexicon: Lexicon,
    /// How telling each word is, 0 to 1.
    weights: Vec<f32>,
    names: Vec<Name>,
    pub(crate) names_with: Grouped<u32>,
    /// Acronym and name, sorted.
    acronyms: Vec<(Box<str>, u32)>,
}

/// One name of an organization.
#[derive(Debug)]
struct Name {
    organization: OrganizationId,
    words: Box<[u32]>,
    /// See [`other_spellings`].
    others: Box<[(u32, u32)]>,
}

/// A name in folded words, with their other spellings and the places of the words that each stands for.
type Folded = (OrganizationId, Vec<String>, Vec<(String, u32)>);

/// The share of the score that depends on how much of the organization's name was typed.
const COVERAGE: f32 = 0.08;

/// Typed letters that are no organization's word, but an organization's initials.
const ACRONYM: f32 = 0.93;

/// Names looked at for one word; words more common than this say too little alone.
const MOST_NAMES: usize = 1000;

/// The share of the typed weight that a good match may leave unexplained.
const MAY_BE_MISSING: f32 = 0.35;

impl Organizations {
    pub(crate) fn of<'a>(organizations: impl Iterator<Item = (OrganizationId, &'a str)>) -> Self {
        let mut folded: Vec<Folded> = organizations
            .map(|(id, name)| {
                let words = words(name);
                let others = other_spellings(name, &words);
                (id, words, others)
            })
            .filter(|(_, words, _)| !words.is_empty())
            .collect();
        folded.sort_unstable();
        folded.dedup();
        let mut frequency: BTreeMap<String, u32> = BTreeMap::new();
        for (_, words, others) in &folded {
            for word in words.iter().chain(others.iter().map(|other| &other.0)) {
                *frequency.entry(word.clone()).or_default() += 1;
            }
        }
        let lexicon = Lexicon::of(frequency.keys());
        let weights = frequency.iter().map(|(word, &count)| weight(word, count, size(folded.len()))).collect();
        let mut names = Vec::with_capacity(folded.len());
        let mut pairs = Vec::new();
        let mut acronyms = Vec::new();
        for (name, (organization, words, others)) in (0..).zip(folded) {
            acronyms.extend(initials(&words).into_iter().map(|acronym| (acronym.into_boxed_str(), name)));
            let words: Box<[u32]> = words.iter().filter_map(|word| lexicon.vocabulary.find(word)).collect();
            let others = others.iter().filter_map(|(word, places)| Some((lexicon.vocabulary.find(word)?, *places)));
            let others: Box<[(u32, u32)]> = others.collect();
            pairs.extend(words.iter().copied().chain(others.iter().map(|other| other.0)).map(|word| (word, name)));
            names.push(Name { organization, words, others });
        }
        acronyms.sort_unstable();
        acronyms.dedup();
        let names_with = Grouped::new(lexicon.vocabulary.len(), pairs);
        Self { lexicon, weights, names, names_with, acronyms }
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn organization(&self, name: u32) -> Option<OrganizationId> {
        self.names.get(name as usize).map(|name| name.organization)
    }

    pub(crate) fn names_of(&self, organization: OrganizationId) -> Range<u32> {
        let from = self.names.partition_point(|name| name.organization < organization);
        let to = self.names.partition_point(|name| name.organization <= organization);
        size(from)..size(to)
    }

    /// The words of a name in all their spellings, each with the places it stands for.
    pub(crate) fn spellings(&self, name: u32) -> impl Iterator<Item = (u32, u32)> {
        self.names.get(name as usize).into_iter().flat_map(|name| {
            let words = name.words.iter().enumerate().map(|(at, &word)| (word, 1_u32 << at.min(31)));
            words.chain(name.others.iter().copied())
        })
    }

    /// How much of a name these places say.
    pub(crate) fn share(&self, name: u32, places: u32) -> f32 {
        let Some(name) = self.names.get(name as usize) else { return 0.0 };
        let weight = |at: usize| self.weights.get(name.words[at] as usize).copied().unwrap_or(1.0);
        let all: f32 = (0..name.words.len()).map(weight).sum();
        let covered: f32 = (0..name.words.len()).filter(|&at| places & 1 << at.min(31) != 0).map(weight).sum();
        covered / all.max(f32::MIN_POSITIVE)
    }

    pub(crate) fn with_initials(&self, initials: &str) -> impl Iterator<Item = u32> {
        with_key(&self.acronyms, initials).iter().map(|&(_, name)| name)
    }

    /// The organizations that these words may mean, best first.
    pub(crate) fn matching(&self, typed: &[String], unfinished: bool, widen: bool) -> Vec<Match<OrganizationId>> {
        let words: Vec<Word> = typed.iter().map(|word| Word::needed(word)).collect();
        let mut probe = Probe::new(&self.lexicon, &words, unfinished);
        if widen {
            probe.widen(0, |word| self.lexicon.vocabulary.find(word).is_some());
        }
        let candidates = self.candidates(&probe).into_iter();
        let mut found: Vec<Match<OrganizationId>> = candidates.filter_map(|name| self.score(&probe, name)).collect();
        if let [acronym] = typed {
            let holders = self.with_initials(acronym).filter_map(|name| self.organization(name));
            found.extend(holders.map(|id| found_by(id, ACRONYM, vec![Reason::Acronym])));
        }
        found.sort_by(|a, b| a.id.cmp(&b.id).then(b.score.total_cmp(&a.score)));
        found.dedup_by_key(|found| found.id);
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found
    }

    /// The names worth scoring. A good one explains most of the weight of what was typed, so it has at least one of any words
    /// that together weigh more than may be missing: the rarest such words are looked up.
    fn candidates(&self, probe: &Probe<'_>) -> Vec<u32> {
        let mut rows: Vec<(usize, f32, Vec<&[u32]>)> = (0..probe.words.len())
            .map(|at| {
                let contains = |unit: usize| probe.units[unit].mask & 1 << at != 0;
                let hits = probe.hits.iter().filter(|hit| contains(hit.unit)).map(|hit| hit.word..hit.word + 1);
                let spans = probe.spans.iter().filter(|span| {
                    contains(span.unit) && (span.how != How::Initial || probe.units[span.unit].unfinished)
                });
                let words = hits.chain(spans.map(|span| span.words.clone()));
                let rows: Vec<&[u32]> = words.map(|words| self.names_with.rows(words)).collect();
                (rows.iter().map(|row| row.len()).sum(), self.typed_weight(&probe.words[at].text), rows)
            })
            .collect();
        rows.sort_by_key(|row| row.0);
        let mut missing = MAY_BE_MISSING * rows.iter().map(|row| row.1).sum::<f32>();
        let mut names = Vec::new();
        for (_, weight, rows) in rows {
            names.extend(rows.into_iter().flatten().take(MOST_NAMES).copied());
            missing -= weight;
            if missing < 0.0 {
                break;
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The share of the typed weight that a name explains, and a little for how much of the name was typed.
    fn score(&self, probe: &Probe<'_>, at_name: u32) -> Option<Match<OrganizationId>> {
        let organization = self.organization(at_name)?;
        // What each unit finds in this name, and in which of its words.
        let mut finds: Vec<(Hit, u32)> = Vec::new();
        for (word, covers) in self.spellings(at_name) {
            let meanings = probe.meanings(word).filter(|hit| hit.how != How::Nickname);
            finds.extend(meanings.map(|hit| (hit, covers)));
        }
        // The best find of a unit among the words not yet taken; "jones jones" is no "Jones & Miller".
        let best = |unit: usize, covered: u32| {
            let free = finds.iter().filter(|(hit, covers)| hit.unit == unit && covers & covered == 0);
            free.max_by(|a, b| a.0.likeness.total_cmp(&b.0.likeness))
        };
        let (mut explained, mut total, mut covered, mut reasons) = (0.0, 0.0, 0_u32, Vec::new());
        let mut at = 0;
        while at < probe.words.len() {
            // A pair of typed words as one, if that explains more than the first alone.
            let alone = best(at, covered).map_or(0.0, |find| find.0.likeness);
            let pair = probe.units.iter().position(|unit| unit.mask == 3 << at);
            let pair = pair.filter(|&unit| best(unit, covered).is_some_and(|find| find.0.likeness > alone + 0.1));
            let unit = pair.unwrap_or(at);
            let weight = self.typed_weight(&probe.units[unit].text);
            total += weight;
            if let Some((hit, covers)) = best(unit, covered) {
                explained += weight * hit.likeness;
                covered |= covers;
                if matches!(hit.how, How::Typo | How::Sound) {
                    let typed = probe.units[unit].text.clone();
                    let stored = self.lexicon.vocabulary.word(hit.word).to_owned();
                    reasons.push(Reason::Typo { typed, stored });
                }
            }
            at += if pair.is_some() { 2 } else { 1 };
        }
        if total <= 0.0 || explained <= 0.0 {
            return None;
        }
        let score = explained / total - COVERAGE * (1.0 - self.share(at_name, covered));
        Some(found_by(organization, score.clamp(0.0, 1.0), reasons))
    }

    /// A word that no organization has weighs as much as the rarest.
    fn typed_weight(&self, text: &str) -> f32 {
        let known = self.lexicon.vocabulary.find(text).and_then(|word| self.weights.get(word as usize));
        known.copied().unwrap_or_else(|| if is_filler(text) { NEARLY_NOTHING } else { 1.0 })
    }
}

fn found_by(id: OrganizationId, score: f32, reasons: Vec<Reason>) -> Match<OrganizationId> {
    Match { id, score, reasons, missing: Vec::new(), certainty: Certainty::Spelled }
}

/// Other spellings of the words of a name, each with the places of the words it stands for: two neighbours in one,
/// because people drop the space ("pioneer labs", "pioneerlabs"), and a word without its "'s".
fn other_spellings(name: &str, words: &[String]) -> Vec<(String, u32)> {
    let doubled = words.windows(2).enumerate().map(|(at, pair)| (pair.concat(), 3_u32 << at.min(30)));
    let alone =
        fold::without_possessives(name).map(|name| self::words(&name)).filter(|alone| alone.len() == words.len());
    let alone = alone.into_iter().flatten().zip(words).enumerate();
    let alone = alone.filter(|(_, (one, word))| one != *word).map(|(at, (one, _))| (one, 1_u32 << at.min(31)));
    doubled.chain(alone).collect()
}
