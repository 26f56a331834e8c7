//! How well a contact's name answers what was typed.

mod name;

use crate::search::Reason;
use crate::search::fold;
use crate::search::lexicon::How;
use crate::search::people::People;
use crate::search::probe::Probe;
use crate::search::score::name::{LACKING, LACKING_HALF, LeftOver, MIDDLE_INITIAL, Name, Pick};

/// A score with what it rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    pub(crate) value: f32,
    /// Whether all that was typed is in the name as it was typed.
    pub(crate) literal: bool,
    picks: [Option<Pick>; 2],
}

/// The family name tells more than the given name: there are more of them.
const GIVEN: f32 = 0.44;
const FAMILY: f32 = 0.56;

/// Two parts that both are only vaguely alike are somebody else: this weighs the product of what is missing in both.
const BOTH_VAGUE: f32 = 1.2;

/// One part that is only vaguely alike is somebody else sooner than in proportion. There are fewer given names, so one that is
/// near another by chance is more common.
const GIVEN_VAGUE: f32 = 0.8;
const FAMILY_VAGUE: f32 = 0.4;

/// Only a family name, only a given name was typed.
const FAMILY_ALONE: f32 = 0.95;
pub(crate) const GIVEN_ALONE: f32 = 0.93;

/// An initial typed of a name of which only that is stored.
const SAME_INITIAL: f32 = 0.96;

/// "Smith Jane" for Jane Smith; only breaks ties.
const SWAPPED: f32 = 0.004;

/// "Craig G" for George Craig, where Craig is mostly a given name.
const SWAPPED_AGAINST_USE: f32 = 0.03;

/// A middle name that is stored and was not typed; only breaks ties.
const NOT_TYPED: f32 = 0.003;

/// A typed Chinese character that the name is not written with.
const WRITTEN_OTHERWISE: f32 = 0.04;

impl Score {
    /// Of a contact; `None` if nothing typed is in the name.
    pub(crate) fn of(people: &People, probe: &Probe<'_>, contact: u32) -> Option<Self> {
        let name = Name::read(people, probe, contact);
        let full = probe.full_mask();
        let mut best: Option<Self> = None;
        let mut consider = |value: f32, left_over: LeftOver, picks: [Option<Pick>; 2]| {
            let value = value - left_over.cost;
            if best.is_none_or(|other| other.value < value) {
                let literal = !left_over.lacks && picks.iter().flatten().all(|pick| pick.how.is_literal());
                best = Some(Self { value, literal, picks });
            }
        };
        for first in name.given.iter().flatten() {
            let mask = probe.units[first.unit].mask;
            let left_over = name.left_over(probe, full & !mask, [first.word, first.word], LACKING_HALF);
            consider(first.likeness * GIVEN_ALONE, left_over, [Some(*first), None]);
            for last in name.family.iter().flatten() {
                let other = probe.units[last.unit].mask;
                if mask & other != 0 {
                    continue;
                }
                let left_over = name.left_over(probe, full & !(mask | other), [first.word, last.word], LACKING);
                let swapped = if other < mask { swapped(people, first, last) } else { 0.0 };
                consider(
                    both(given_likeness(probe, first, last), last.likeness) - swapped,
                    left_over,
                    [Some(*first), Some(*last)],
                );
            }
        }
        for last in name.family.iter().flatten() {
            let mask = probe.units[last.unit].mask;
            let left_over = name.left_over(probe, full & !mask, [last.word, last.word], LACKING_HALF);
            let against_use = probe.by_use && people.family_share(last.word) < 0.5;
            let against_use = if against_use { SWAPPED_AGAINST_USE } else { 0.0 };
            consider(last.likeness * FAMILY_ALONE - against_use, left_over, [None, Some(*last)]);
        }
        let mut best = best?;
        if name.middle_names > 0 && probe.words.len() < 3 {
            best.value -= NOT_TYPED;
        }
        Some(best)
    }

    /// The words of the name that were taken for the typed ones.
    pub(crate) fn words(&self) -> [Option<u32>; 2] {
        self.picks.map(|pick| pick.map(|pick| pick.word))
    }

    /// Lowers the score by how much of what was typed the name is written otherwise.
    #[expect(clippy::cast_precision_loss, reason = "a few characters")]
    pub(crate) fn compare_writing(&mut self, typed: &[char], written: Option<&str>) {
        if let Some(written) = written
            && !typed.is_empty()
            && fold::has_ideographs(written)
        {
            let missing = typed.iter().filter(|&&letter| !written.contains(letter)).count();
            self.value -= WRITTEN_OTHERWISE * missing as f32 / typed.len() as f32;
        }
    }

    /// Why the name was taken where that is not literal.
    pub(crate) fn reasons(&self, probe: &Probe<'_>, written: Option<&str>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for pick in self.picks.iter().flatten() {
            let typed = probe.units[pick.unit].text.clone();
            let stored = probe.lexicon.vocabulary.word(pick.word).to_owned();
            let reason = match pick.how {
                How::Exact | How::Begins => continue,
                How::Initial => Reason::Initials,
                How::Nickname => Reason::Nickname { typed, stored },
                How::Typo => Reason::Typo { typed, stored },
                // Consonants alone are nothing to read: the name itself is.
                How::Sound => Reason::SoundsLike { typed, stored: written.map_or(stored, str::to_owned) },
            };
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }
}

/// How alike the given names are. "J Smith" is all there is to say of a J. Smith; beside a mistyped name it says little.
fn given_likeness(probe: &Probe<'_>, given: &Pick, family: &Pick) -> f32 {
    let initial = |text: &str| text.len() == 1;
    let both_initials = initial(&probe.units[given.unit].text) && initial(probe.lexicon.vocabulary.word(given.word));
    let is_first = given.likeness > 1.0 - MIDDLE_INITIAL;
    if both_initials && is_first && family.how == How::Exact { SAME_INITIAL } else { given.likeness }
}

/// The score of a given and a family name that are so much alike.
fn both(given: f32, family: f32) -> f32 {
    let (no_given, no_family) = (1.0 - given, 1.0 - family);
    let vague = GIVEN_VAGUE * no_given * no_given + FAMILY_VAGUE * no_family * no_family;
    GIVEN * given + FAMILY * family - BOTH_VAGUE * no_given * no_family - vague
}

/// The cost of the family name before the given name: more where a word is mostly the other part of a name.
fn swapped(people: &People, given: &Pick, family: &Pick) -> f32 {
    let exact = |pick: &Pick| pick.how == How::Exact;
    let against = match (exact(given), exact(family)) {
        (false, true) => people.family_share(family.word) < 0.5,
        (true, false) => people.family_share(given.word) > 0.5,
        _ => false,
    };
    if against { SWAPPED_AGAINST_USE } else { SWAPPED }
}
