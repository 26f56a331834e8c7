//! Typed words as words of organizations' names.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::domain::id::OrganizationId;
use crate::search::Reason;
use crate::search::ablation::{self, Part};
use crate::search::context::{BEGUN, Fit, LEAST_LIKENESS, Meaning, first};
use crate::search::organizations::Organizations;
use crate::search::people::People;
use crate::search::probe::{MOST_WORDS, Probe, bits, mask};

pub(crate) struct OrganizationWords<'a> {
    organizations: &'a Organizations,
    meanings: Vec<Meaning>,
    /// Words that are an organization's initials: which word, and which name.
    acronyms: Vec<(u8, u32)>,
    /// Words that are a contact's name as well.
    names: u8,
    /// The organizations each word names, and whether there are more.
    named: RefCell<BTreeMap<usize, Option<Vec<OrganizationId>>>>,
}

/// Organizations named, all by the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Client {
    pub(crate) organizations: Vec<OrganizationId>,
    pub(crate) words: u8,
    /// Whether the words are spelled differently from the organization's.
    pub(crate) is_vague: bool,
    /// Whether the words are enough of its name to mean it.
    pub(crate) is_clear: bool,
}

/// Organizations are equally meant if about as much of their names was typed.
const NO_WORSE: f32 = 0.008;

/// Words that name more organizations than this say too little to go through their contacts.
const MOST_NAMED: usize = 60;

/// Words that name more organizations than this do not tell which client is meant.
const MOST_DISTINCTIVE: usize = 3;

/// How much less alike than the nearest word another word of an organization may be.
const AS_NEAR: f32 = 0.08;

/// What it costs that only a part of an organization's name was typed.
const PART_OF_NAME: f32 = 0.04;

/// What a word of a part of its name costs that is a contact's name as well; with the whole name typed, nothing.
const NAME_AS_WELL: f32 = 0.03;
const WHOLE: f32 = 0.99;

/// The share of a name that is enough to mean the organization.
const HALF: f32 = 0.5;

/// What it costs to name an organization by its initials.
const ACRONYM: f32 = 0.01;

/// The fewest letters that are an organization's initials.
const SHORTEST_ACRONYM: usize = 2;

/// The fewest letters with which a finished word may be a similar word's beginning.
const SHORTEST_BEGINNING: usize = 4;

impl<'a> OrganizationWords<'a> {
    pub(super) fn of(organizations: &'a Organizations, probe: &Probe<'_>) -> Self {
        let vocabulary = &organizations.lexicon.vocabulary;
        let mut meanings = Vec::new();
        let mut acronyms = Vec::new();
        for unit in probe.units.iter().filter(|_| ablation::is_on(Part::Organizations)) {
            let spelled = std::iter::once(unit.text.as_str()).chain(unit.alone.as_deref());
            for text in spelled {
                let text = crate::search::organizations::spelled(text);
                meanings.extend(vocabulary.find(text).map(|word| Meaning::of_word(unit.mask, word, 1.0)));
            }
            if unit.unfinished && unit.text.len() > 1 {
                meanings.extend(Meaning::of_beginning(unit.mask, vocabulary.beginning_with(&unit.text), BEGUN));
            }
            if unit.text.len() >= SHORTEST_ACRONYM {
                acronyms.extend(organizations.with_initials(&unit.text).map(|name| (unit.mask, name)));
            }
        }
        // Several words that together are one word come first.
        meanings.sort_by_key(|meaning| Reverse(meaning.mask.count_ones()));
        Self { organizations, meanings, acronyms, names: probe.exactly_named, named: RefCell::default() }
    }

    pub(super) fn widen(&mut self, probe: &Probe<'_>) {
        let literal = self.mask();
        for unit in probe.units.iter().filter(|_| ablation::is_on(Part::Organizations)) {
            // Three words that only together are similar to one are not that word.
            if unit.mask & literal != 0 || unit.mask & probe.needed == 0 || unit.mask.count_ones() > 2 {
                continue;
            }
            let similar = self.organizations.lexicon.similar(&unit.text);
            let best = similar.first().map_or(0.0, |first| first.likeness).max(LEAST_LIKENESS + AS_NEAR);
            let near = similar.iter().filter(|one| one.likeness >= best - AS_NEAR);
            self.meanings.extend(near.map(|one| Meaning::of_word(unit.mask, one.word, one.likeness)));
            if unit.mask.is_power_of_two() && unit.text.len() >= SHORTEST_BEGINNING {
                let words = self.organizations.lexicon.vocabulary.beginning_with(&unit.text);
                self.meanings.extend(Meaning::of_beginning(unit.mask, words, LEAST_LIKENESS));
            }
        }
        self.named.take();
    }

    pub(super) fn mask(&self) -> u8 {
        let acronyms = self.acronyms.iter().fold(0, |mask, acronym| mask | acronym.0);
        self.meanings.iter().fold(acronyms, |mask, meaning| mask | meaning.mask)
    }

    /// The typed words that name one organization, or two or three.
    pub(crate) fn distinctive(&self) -> u8 {
        let few = |at: &usize| self.named(*at).is_some_and(|named| (1..=MOST_DISTINCTIVE).contains(&named.len()));
        mask((0..MOST_WORDS).filter(few))
    }

    /// The organizations that a word names, in order; `None` for too many.
    fn named(&self, at: usize) -> Option<Vec<OrganizationId>> {
        self.named.borrow_mut().entry(at).or_insert_with(|| self.read_named(at)).clone()
    }

    fn read_named(&self, at: usize) -> Option<Vec<OrganizationId>> {
        let bit = 1_u8 << at;
        let mut named = Vec::new();
        for meaning in self.meanings.iter().filter(|meaning| meaning.mask & bit != 0) {
            let having = self.organizations.names_with.rows(meaning.words.clone());
            if having.len() > MOST_NAMED {
                return None;
            }
            named.extend(having.iter().filter_map(|&name| self.organizations.organization(name)));
        }
        let acronyms = self.acronyms.iter().filter(|acronym| acronym.0 & bit != 0);
        named.extend(acronyms.filter_map(|&(_, name)| self.organizations.organization(name)));
        named.sort_unstable();
        named.dedup();
        Some(named)
    }

    /// The organizations that any of the words may mean, unless that takes going through more names than so many.
    pub(crate) fn all_named(&self, most: usize) -> Option<FxHashSet<OrganizationId>> {
        let with_meaning =
            || self.meanings.iter().map(|meaning| self.organizations.names_with.rows(meaning.words.clone()));
        if with_meaning().map(<[u32]>::len).sum::<usize>() > most {
            return None;
        }
        let names = with_meaning().flatten().copied().chain(self.acronyms.iter().map(|acronym| acronym.1));
        Some(names.filter_map(|name| self.organizations.organization(name)).collect())
    }

    pub(super) fn count(&self, at: usize, people: &People) -> Option<usize> {
        Some(self.named(at)?.iter().map(|&id| people.members_of(id).len()).sum())
    }

    pub(super) fn contacts(&self, at: usize, people: &People, into: &mut Vec<u32>) {
        for id in self.named(at).unwrap_or_default() {
            into.extend_from_slice(people.members_of(id));
        }
    }

    pub(super) fn fit(&self, organization: OrganizationId) -> Fit {
        let names = self.organizations.names_of(organization);
        let fits = names.map(|name| self.fit_of_name(name));
        fits.max_by(|a, b| a.mask.count_ones().cmp(&b.mask.count_ones()).then(b.part_cost.total_cmp(&a.part_cost)))
            .unwrap_or_default()
    }

    fn fit_of_name(&self, name: u32) -> Fit {
        let mut fit = Fit::default();
        let mut covered = 0_u32;
        for meaning in &self.meanings {
            if fit.mask & meaning.mask != 0 {
                continue;
            }
            let here = |&(word, places): &(u32, u32)| meaning.words.contains(&word) && covered & places == 0;
            let Some((_, places)) = self.organizations.spellings(name).find(here) else { continue };
            covered |= places;
            fit.explain(meaning);
        }
        if fit.mask != 0 {
            let share = self.organizations.share(name, covered);
            fit.part_cost = PART_OF_NAME * (1.0 - share);
            fit.clear = share >= HALF || covered & 1 != 0;
            // A part of an organization's name that is a contact's name as well may mean the contact.
            if share < WHOLE {
                let names = fit.mask & self.names;
                fit.vague |= names;
                bits(names).for_each(|at| fit.word_costs[at] += NAME_AS_WELL);
            }
        }
        for &(mask, _) in self.acronyms.iter().filter(|acronym| acronym.1 == name) {
            if fit.mask & mask != 0 {
                continue;
            }
            fit.mask |= mask;
            fit.word_costs[first(mask)] = ACRONYM;
            fit.part_cost = 0.0;
            fit.clear = true;
        }
        fit
    }

    pub(super) fn reason(&self, probe: &Probe<'_>, organization: OrganizationId, words: u8, vague: u8) -> Reason {
        let is_acronym = self
            .acronyms
            .iter()
            .any(|&(mask, name)| mask & words != 0 && self.organizations.organization(name) == Some(organization))
            && self.meanings.iter().all(|meaning| meaning.mask & words == 0);
        if is_acronym {
            return Reason::Acronym;
        }
        let misspelled = || probe.words_of(words & vague).map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        Reason::Client { typed: (vague & words != 0).then(misspelled) }
    }

    /// The organizations that explain the most of these words, all of them the same ones.
    pub(crate) fn client(&self, words: u8) -> Option<Client> {
        let fits = self.explaining_most(words);
        let words = fits.iter().fold(words, |mask, (_, fit)| mask & fit.mask);
        (words != 0 && !fits.is_empty()).then(|| Client::of(&fits, words))
    }

    /// All organizations that explain any of these words, those that explain the most first, each by words of its own.
    pub(crate) fn clients(&self, mut words: u8) -> Vec<Client> {
        let mut clients = Vec::new();
        loop {
            let mut fits = self.explaining_most(words);
            let Some(here) = fits.first().map(|(_, fit)| fit.mask & words).filter(|here| *here != 0) else {
                return clients;
            };
            fits.retain(|(_, fit)| fit.mask & words == here);
            clients.push(Client::of(&fits, here));
            words &= !here;
        }
    }

    /// The organizations that explain the most of these words.
    fn explaining_most(&self, words: u8) -> Vec<(OrganizationId, Fit)> {
        let mut fits: Vec<(OrganizationId, Fit)> = Vec::new();
        for at in bits(words) {
            for id in self.named(at).unwrap_or_default() {
                if fits.iter().all(|fit| fit.0 != id) {
                    fits.push((id, self.fit(id)));
                }
            }
        }
        let rank = |fit: &Fit| ((fit.mask & words).count_ones(), fit.mask & words & fit.vague == 0);
        let best = fits.iter().map(|(_, fit)| rank(fit)).max();
        fits.retain(|(_, fit)| Some(rank(fit)) == best);
        let least = fits.iter().map(|(_, fit)| fit.part_cost).fold(f32::INFINITY, f32::min);
        fits.retain(|(_, fit)| fit.part_cost < least + NO_WORSE);
        fits
    }
}

impl Client {
    fn of(fits: &[(OrganizationId, Fit)], words: u8) -> Self {
        Self {
            organizations: fits.iter().map(|fit| fit.0).collect(),
            words,
            is_vague: fits.iter().any(|(_, fit)| fit.mask & words & fit.vague != 0),
            is_clear: fits.iter().all(|(_, fit)| fit.clear),
        }
    }
}
