//! Puts the contacts found in order.

use std::cmp::Ordering;

use crate::search::Missing;
use crate::search::find::{Found, Part, Search};

/// A login that is both the beginning of an address and made of its owner's name.
const BOTH_WAYS: f32 = 0.03;

/// A contact with less than this share of the best score was not meant.
const LEAST_SHARE: f32 = 0.6;

/// Names that differ by less are about equally near; the bonus for each doubling of the contacts with that name, and
/// its maximum, which is less than any difference that matters.
const ABOUT_EQUAL: f32 = 0.01;
const COMMON: f32 = 0.001;
const MOST_COMMON: f32 = 0.006;

/// What each unexplained word costs in the order, in addition to what it cost the score.
const MISSING: f32 = 0.04;

impl Found {
    /// Whether it explains every word by a whole one.
    pub(super) fn is_exact(&self) -> bool {
        self.exact && self.missing.is_empty()
    }

    /// The score less the cost of the words it does not explain; a single letter is mostly a middle initial.
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    pub(crate) fn standing(&self) -> f32 {
        let is_initial = |missing: &Missing| matches!(missing, Missing::Text(text) if text.len() == 1);
        self.score - MISSING * self.missing.iter().filter(|missing| !is_initial(missing)).count() as f32
    }
}

impl Search<'_> {
    /// Keeps each contact once, best first, and as many as are wanted.
    pub(super) fn put_in_order(&self, found: &mut Vec<Found>) {
        found.sort_by(|a, b| (a.part, a.contact).cmp(&(b.part, b.contact)).then(b.standing().total_cmp(&a.standing())));
        found.dedup_by(|worse, better| {
            let same = (worse.part, worse.contact) == (better.part, better.contact);
            if same && worse.addressed != better.addressed {
                better.addressed = true;
                better.score = (better.score + BOTH_WAYS).min(1.0);
            }
            same
        });
        self.prefer_common(found);
        found.sort_by(|a, b| b.standing().total_cmp(&a.standing()).then_with(|| self.compare_equals(a, b)));
        // An exact match ends the list.
        if found.first().is_some_and(Found::is_exact) {
            found.retain(|found| found.literal);
        }
        let least = LEAST_SHARE * found.first().map_or(0.0, |first| first.score);
        found.retain(|found| found.score >= least);
        found.truncate(self.query.limit);
    }

    /// Of names about equally near the text, the commoner is likelier.
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

    /// How many contacts have both words in their names.
    fn namesakes(&self, one: &str, other: &str) -> usize {
        let of_part = |part: &Part<'_>| {
            let vocabulary = &part.people.lexicon.vocabulary;
            let (Some(one), Some(other)) = (vocabulary.find(one), vocabulary.find(other)) else { return 0 };
            let names = part.people.names_with_both(one, other..other + 1).iter();
            names.filter(|(_, entry)| part.has_current(entry.contact())).count()
        };
        self.parts.iter().map(of_part).sum()
    }

    /// Compares equals: by an address that was typed, then by favour, then by importance and name.
    fn compare_equals(&self, a: &Found, b: &Found) -> Ordering {
        let favour = |found: &Found| self.parts[found.part].favour(found.contact);
        b.addressed.cmp(&a.addressed).then_with(|| favour(a).cmp(&favour(b))).then_with(|| {
            if a.part == b.part {
                return a.contact.cmp(&b.contact);
            }
            let order = |found: &Found| self.parts[found.part].people.order(found.contact);
            order(a).cmp(&order(b))
        })
    }
}

pub(super) fn best(found: &[Found]) -> f32 {
    found.iter().map(|found| found.score).fold(0.0, f32::max)
}
