//! The order in which the ways to find people are tried.

mod identified;
mod login;
mod organization;

use std::cmp::Ordering;

use crate::search::Reason;
use crate::search::candidates::{self, Scope};
use crate::search::fold;
use crate::search::names;
use crate::search::organizations::Organizations;
use crate::search::people::People;
use crate::search::phones;
use crate::search::probe::Probe;
use crate::search::score::{GIVEN_ALONE, Score};

/// Somebody found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// In which part of the index.
    pub(crate) part: usize,
    pub(crate) contact: u32,
    pub(crate) score: f32,
    /// Whether nothing less literal need be tried.
    literal: bool,
    /// Whether it was found by an address.
    addressed: bool,
    /// The words of the name it was found by, unless they are the typed ones.
    near: [Option<u32>; 2],
    pub(crate) reasons: Vec<Reason>,
}

/// Some of the people, and who of them may be answered.
pub(crate) struct Part<'a> {
    pub(crate) people: &'a People,
    /// Contacts that are out of date, sorted.
    pub(crate) gone: &'a [u32],
    pub(crate) scope: Scope<'a>,
}

/// A search: among whom, and whether the text is still being typed.
pub(crate) struct Search<'a> {
    pub(crate) parts: &'a [Part<'a>],
    pub(crate) organizations: &'a Organizations,
    /// Whether an organization is already given, so that words of one need not be looked for.
    pub(crate) in_organization: bool,
    pub(crate) unfinished: bool,
    pub(crate) limit: usize,
}

/// From this score on nothing less literal is tried.
const GOOD: f32 = 0.90;

/// A word that begins a name has at least this score.
const BEGUN: f32 = 0.87;

/// A login that is both the beginning of an address and made of its owner's name.
const BOTH_WAYS: f32 = 0.03;

/// Beside the best, whoever has less than this share of its score was not meant.
const LEAST_SHARE: f32 = 0.6;

/// Names less apart than this are about equally near; what every doubling of the people called so adds, and the most of it,
/// which is less than any difference that means something.
const ABOUT_EQUAL: f32 = 0.01;
const COMMON: f32 = 0.001;
const MOST_COMMON: f32 = 0.006;

/// The fewest found that are kept of each way of searching; their order is only final when all ways are done.
const FEWEST_KEPT: usize = 25;

impl Search<'_> {
    /// The people that a text may mean, best first.
    pub(crate) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = self.find_all(text);
        found.sort_by(|a, b| (a.part, a.contact).cmp(&(b.part, b.contact)).then(b.score.total_cmp(&a.score)));
        found.dedup_by(|worse, better| {
            let same = (worse.part, worse.contact) == (better.part, better.contact);
            if same && worse.addressed != better.addressed {
                better.addressed = true;
                better.score = (better.score + BOTH_WAYS).min(1.0);
            }
            same
        });
        self.prefer_common(&mut found);
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| self.compare_equals(a, b)));
        let least = LEAST_SHARE * found.first().map_or(0.0, |first| first.score);
        found.retain(|found| found.score >= least);
        found.truncate(self.limit);
        found
    }

    /// Of names about equally near what was typed, the commoner is the likelier.
    #[expect(clippy::cast_precision_loss, reason = "the logarithm of a count")]
    fn prefer_common(&self, found: &mut [Found]) {
        let best = best(found);
        for found in found.iter_mut().filter(|found| found.score > best - ABOUT_EQUAL) {
            if let [Some(given), Some(family)] = found.near {
                let vocabulary = &self.parts[found.part].people.lexicon.vocabulary;
                let namesakes = self.namesakes(vocabulary.word(given), vocabulary.word(family));
                found.score += (COMMON * (namesakes as f32).log2()).clamp(0.0, MOST_COMMON);
            }
        }
    }

    /// How many people have both words in their names.
    fn namesakes(&self, one: &str, other: &str) -> usize {
        let of_part = |part: &Part<'_>| {
            let vocabulary = &part.people.lexicon.vocabulary;
            let (Some(one), Some(other)) = (vocabulary.find(one), vocabulary.find(other)) else { return 0 };
            let names = part.people.names_with_both(one, other..other + 1).iter();
            names.filter(|(_, entry)| part.has_current(entry.contact())).count()
        };
        self.parts.iter().map(of_part).sum()
    }

    /// Of equals those come first whose address was typed, then those that the scope favours, then by importance and name.
    fn compare_equals(&self, a: &Found, b: &Found) -> Ordering {
        let favour = |found: &Found| self.parts[found.part].scope.favour(self.parts[found.part].people, found.contact);
        b.addressed.cmp(&a.addressed).then_with(|| favour(a).cmp(&favour(b))).then_with(|| {
            if a.part == b.part {
                return a.contact.cmp(&b.contact);
            }
            let order = |found: &Found| self.parts[found.part].people.order(found.contact);
            order(a).cmp(&order(b))
        })
    }

    fn find_all(&self, text: &str) -> Vec<Found> {
        if let Some(address) = identified::address(text) {
            return self.by_address(address);
        }
        if let Some(number) = phones::typed(text) {
            return self.by_number(&number);
        }
        let mut words = fold::words(text);
        names::strip_address(&mut words, self.unfinished);
        if words.is_empty() {
            return Vec::new();
        }
        let written: Vec<char> = text.chars().filter(|&letter| fold::is_ideograph(letter)).collect();
        let second_spelling = fold::written_out(text).map(|long| fold::words(&long));
        let mut probes: Vec<Probe<'_>> = self.parts.iter().map(|part| part.probe(&words, self.unfinished)).collect();
        for probe in &mut probes {
            probe.also(second_spelling.as_deref().unwrap_or_default());
        }
        let mut found = self.by_names(&probes, &written);
        let is_name = best(&found) >= if self.unfinished { BEGUN } else { GIVEN_ALONE };
        if words.len() == 1 && !is_name {
            found.extend(self.by_login(&words[0], false));
        }
        // A word that is a name means everybody called so, not only who happens to have it for an address.
        if !(is_name && text.trim().chars().all(char::is_alphabetic)) {
            found.extend(self.by_local_part(text));
        }
        if words.len() > 1 && !self.in_organization && !self.is_settled(&found) {
            found.extend(self.with_organization(&words, false));
        }
        if self.is_settled(&found) {
            return found;
        }
        for (part, probe) in self.parts.iter().zip(&mut probes) {
            self.widen(part, probe);
        }
        found.extend(self.by_names(&probes, &written));
        if words.len() == 1 {
            found.extend(self.by_login(&words[0], true));
        } else if !self.in_organization {
            found.extend(self.with_organization(&words, true));
        }
        if found.is_empty() {
            found = self.nearest(&probes, &written);
        }
        found
    }

    /// Whether somebody was found so well that nothing less literal need be tried.
    fn is_settled(&self, found: &[Found]) -> bool {
        let good = if self.unfinished { BEGUN } else { GOOD };
        found.iter().any(|found| found.literal && found.score >= good)
    }

    /// Adds to the meanings of the words what is nearly so.
    fn widen(&self, part: &Part<'_>, probe: &mut Probe<'_>) {
        probe.widen(|word| self.is_known(word));
        probe.add_sounds(|typed| part.people.with_consonants(typed));
    }

    /// Whether a word is in anybody's name.
    fn is_known(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.has(word))
    }

    /// In every part, by what the words may mean there.
    fn by_names(&self, probes: &[Probe<'_>], written: &[char]) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().zip(probes);
        parts.flat_map(|((at, part), probe)| self.by_name(at, probe, &part.scope, written)).collect()
    }

    fn by_name(&self, part: usize, probe: &Probe<'_>, scope: &Scope<'_>, written: &[char]) -> Vec<Found> {
        self.score(part, probe, candidates::gather(self.parts[part].people, probe, scope), written)
    }

    fn nearest(&self, probes: &[Probe<'_>], written: &[char]) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().zip(probes);
        let nearest = parts.flat_map(|((at, part), probe)| {
            self.score(at, probe, candidates::gather_nearest(part.people, probe, &part.scope), written)
        });
        nearest.collect()
    }

    fn score(&self, part: usize, probe: &Probe<'_>, contacts: Vec<u32>, written: &[char]) -> Vec<Found> {
        let Part { people, scope, .. } = &self.parts[part];
        let mut scores: Vec<(u32, Score)> = contacts
            .into_iter()
            .filter_map(|contact| {
                let mut score = Score::of(people, probe, contact)?;
                score.compare_writing(written, people.written(contact));
                Some((contact, score))
            })
            .filter(|(_, score)| score.value > 0.0)
            .collect();
        scores.sort_by(|a, b| b.1.value.total_cmp(&a.1.value).then(a.0.cmp(&b.0)));
        let rest = scores.split_off(scores.len().min(self.limit.max(FEWEST_KEPT)));
        // The favoured stay even where many equals come first in the index.
        let last = scores.last().map_or(0.0, |score| score.1.value);
        scores.extend(
            rest.into_iter().filter(|(contact, score)| score.value >= last && scope.favoured.contains(contact)),
        );
        let found = scores.into_iter().map(|(contact, score)| Found {
            part,
            contact,
            score: score.value.min(1.0),
            literal: score.literal,
            addressed: false,
            near: if score.literal { [None, None] } else { score.words() },
            reasons: score.reasons(probe, people.written(contact)),
        });
        found.collect()
    }
}

impl<'a> Part<'a> {
    fn probe(&self, words: &[String], unfinished: bool) -> Probe<'a> {
        Probe::new(&self.people.lexicon, words, unfinished)
    }

    /// Whether somebody's name has the word.
    fn has(&self, word: &str) -> bool {
        let word = self.people.lexicon.vocabulary.find(word);
        let mut names = word.into_iter().flat_map(|word| self.people.names_with(word));
        names.any(|(_, entry)| self.has_current(entry.contact()))
    }

    fn has_current(&self, contact: u32) -> bool {
        self.gone.binary_search(&contact).is_err()
    }
}

fn best(found: &[Found]) -> f32 {
    found.iter().map(|found| found.score).fold(0.0, f32::max)
}
