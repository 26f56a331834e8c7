//! Typed words as words of job titles.

use crate::search::ablation::{self, Part};
use crate::search::context::{BEGUN, Fit, LEAST_LIKENESS, Meaning};
use crate::search::probe::{Probe, mask};
use crate::search::titles::{self, Titles};
use crate::search::vocabulary::share;

pub(super) struct TitleWords<'a> {
    titles: &'a Titles,
    meanings: Vec<Meaning>,
}

/// What it costs that only a part of a title was typed.
const PART_OF_TITLE: f32 = 0.10;

impl<'a> TitleWords<'a> {
    pub(super) fn of(titles: &'a Titles, probe: &Probe<'_>) -> Self {
        let vocabulary = &titles.lexicon.vocabulary;
        let typed: Vec<String> = probe.words.iter().map(|word| word.text.clone()).collect();
        let mut meanings = Vec::new();
        let shortened = titles::shortened(&typed).into_iter().filter(|_| ablation::is_on(Part::Titles));
        for (word, places) in shortened {
            let (is_last, mask) = (places.end == typed.len(), mask(places));
            if let Some(id) = vocabulary.find(&word) {
                meanings.push(Meaning::of_word(mask, id, 1.0));
            } else if probe.unfinished && is_last && word.len() > 1 {
                meanings.extend(Meaning::of_beginning(mask, vocabulary.beginning_with(&word), BEGUN));
            }
        }
        Self { titles, meanings }
    }

    pub(super) fn widen(&mut self, probe: &Probe<'_>) {
        let literal = self.mask();
        for unit in probe.units[..probe.words.len()].iter().filter(|_| ablation::is_on(Part::Titles)) {
            if unit.mask & literal != 0 || unit.mask & probe.needed == 0 {
                continue;
            }
            let similar = self.titles.lexicon.similar(&unit.text).into_iter();
            let near = similar.filter(|one| one.likeness >= LEAST_LIKENESS);
            self.meanings.extend(near.map(|one| Meaning::of_word(unit.mask, one.word, one.likeness)));
        }
    }

    pub(super) fn mask(&self) -> u8 {
        self.meanings.iter().fold(0, |mask, meaning| mask | meaning.mask)
    }

    pub(super) fn fit(&self, title: u32) -> Fit {
        let words = self.titles.words.row(title);
        let mut fit = Fit::default();
        let mut covered = 0_usize;
        for &word in words {
            let meanings = self.meanings.iter().filter(|meaning| meaning.words.contains(&word));
            let Some(meaning) = meanings.max_by(|a, b| a.likeness.total_cmp(&b.likeness)) else { continue };
            covered += 1;
            fit.explain(meaning);
        }
        if covered > 0 {
            fit.part_cost = PART_OF_TITLE * (1.0 - share(covered, words.len()));
        }
        fit
    }

    pub(super) fn count(&self, at: usize) -> usize {
        self.titles_with(at).map(|title| self.titles.holders.row(title).len()).sum()
    }

    pub(super) fn contacts(&self, at: usize, into: &mut Vec<u32>) {
        for title in self.titles_with(at) {
            into.extend_from_slice(self.titles.holders.row(title));
        }
    }

    fn titles_with(&self, at: usize) -> impl Iterator<Item = u32> {
        let meanings = self.meanings.iter().filter(move |meaning| meaning.mask & 1 << at != 0);
        let words = meanings.flat_map(|meaning| meaning.words.clone());
        words.flat_map(|word| self.titles.with_word.row(word).iter().copied())
    }
}
