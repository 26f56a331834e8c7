//! Finds the typed words in a contact's name.

use crate::search::context::Beside;
use crate::search::lexicon::How;
use crate::search::names::Role;
use crate::search::people::People;
use crate::search::probe::{Hit, MOST_UNITS, Probe, bits};

/// A word of a compound family name, a further given name, or a nickname in the record.
const PART_OF_FAMILY: f32 = 0.025;
const MIDDLE: f32 = 0.05;
pub(super) const MIDDLE_INITIAL: f32 = 0.2;
const CALLED: f32 = 0.003;

/// Words that only together are a name. It breaks ties, but an initial is rarely part of the word beside it, and two
/// words rarely begin one.
const JOINED: f32 = 0.002;
const JOINED_INITIAL: f32 = 0.03;
const JOINED_BEGINNING: f32 = 0.03;
const JOINED_INITIAL_BEGINNING: f32 = 0.15;

/// An extra space is a slip as well, in addition to another one; within a compound family name it is none.
const JOINED_MISSPELLED: f32 = 0.05;

/// A typed word that the name lacks beside a given and a family name that it has: a middle name, or an initial.
pub(super) const LACKING: f32 = 0.06;
const LACKING_INITIAL: f32 = 0.02;

/// A middle name stands in the middle: a word before or after all others costs more.
const LACKING_AT_END: f32 = 0.02;

/// A typed word that the name lacks, where it would be half the name.
pub(super) const LACKING_HALF: f32 = 0.45;

/// A filler that is a word of some record, but not of this one.
const IDLE_FILLER: f32 = 0.01;

/// A typed word found elsewhere in the name, if it is this much like it.
const ELSEWHERE: f32 = 0.006;
const LEAST_ELSEWHERE: f32 = 0.85;

pub(super) struct Name {
    given: [Option<Hit>; MOST_UNITS],
    family: [Option<Hit>; MOST_UNITS],
    units: usize,
    pub(super) middle_names: u32,
}

/// What typed words cost that neither the given nor the family name explains.
#[derive(Clone, Copy, Default)]
pub(super) struct LeftOver {
    pub(super) cost: f32,
    pub(super) missing: u8,
    pub(super) beside: u8,
    pub(super) vague: u8,
}

impl Name {
    pub(super) fn read(people: &People, probe: &Probe<'_>, contact: u32) -> Self {
        let units = probe.units.len();
        let mut name = Self { given: [None; MOST_UNITS], family: [None; MOST_UNITS], units, middle_names: 0 };
        let parts = people.parts.row(contact);
        let is_compound = parts.iter().any(|part| part.role() == Role::FamilyPart);
        for part in parts {
            let (word, role) = (part.word(), part.role());
            name.middle_names += u32::from(role == Role::Middle);
            for meaning in probe.meanings(word) {
                let Hit { unit, how, .. } = meaning;
                if how == How::Nickname && role.is_family() {
                    continue;
                }
                let (best, loss) = match role {
                    Role::Family => (&mut name.family[unit], 0.0),
                    Role::FamilyPart => (&mut name.family[unit], PART_OF_FAMILY),
                    Role::Given => (&mut name.given[unit], 0.0),
                    Role::Called => (&mut name.given[unit], CALLED),
                    Role::Middle if how == How::Initial => (&mut name.given[unit], MIDDLE_INITIAL),
                    Role::Middle => (&mut name.given[unit], MIDDLE),
                };
                let likeness = meaning.likeness - loss - joined(probe, unit, how, is_compound && role == Role::Family);
                if best.is_none_or(|other| other.likeness < likeness) {
                    *best = Some(Hit { likeness, ..meaning });
                }
            }
        }
        name.drop_idle_joins(probe);
        name
    }

    pub(super) fn given(&self) -> impl Iterator<Item = &Hit> {
        self.given[..self.units].iter().flatten()
    }

    pub(super) fn family(&self) -> impl Iterator<Item = &Hit> {
        self.family[..self.units].iter().flatten()
    }

    /// Words together nearly a word of the name say nothing where one of them is it: "ue schmitt" is no "Schmitt".
    fn drop_idle_joins(&mut self, probe: &Probe<'_>) {
        for picks in [&mut self.given, &mut self.family] {
            for unit in probe.words.len()..probe.units.len() {
                let better = |pick: Hit| {
                    let mut single = bits(probe.units[unit].mask).filter_map(|at| picks[at]);
                    single.any(|one| one.word == pick.word && one.likeness >= pick.likeness)
                };
                if picks[unit].is_some_and(better) {
                    picks[unit] = None;
                }
            }
        }
    }

    /// The cost of the typed words of a mask, given the words of the name that are used already.
    pub(super) fn left_over(
        &self,
        probe: &Probe<'_>,
        beside: &Beside,
        mask: u8,
        used: [u32; 2],
        lacking: f32,
    ) -> LeftOver {
        let mut left_over = LeftOver::default();
        let explained = beside.mask();
        for at in bits(mask) {
            let bit = 1 << at;
            // A middle name that is only similar does not stand for half a name.
            let half = lacking >= LACKING_HALF;
            let is_initial = probe.words[at].text.len() == 1;
            let fits = |pick: &Option<Hit>| {
                pick.is_some_and(|pick| {
                    let near = match pick.how {
                        How::Exact => true,
                        // An initial is stored for a name that is known as one, and not for anything else.
                        How::Initial => {
                            !half && beside.meant & bit == 0 && (is_initial || probe.exactly_named & bit != 0)
                        }
                        _ => !half && pick.likeness >= LEAST_ELSEWHERE,
                    };
                    near && !used.contains(&pick.word)
                })
            };
            if fits(&self.given[at]) || fits(&self.family[at]) {
                left_over.cost += ELSEWHERE;
            } else if explained & bit != 0 {
                left_over.beside |= bit;
            } else if probe.needed & bit == 0 {
                left_over.cost += IDLE_FILLER;
            } else {
                left_over.missing |= bit;
                let at_end = at == 0 || at + 1 == probe.words.len();
                left_over.cost += match probe.words[at].text.len() {
                    1 if lacking < LACKING_HALF => LACKING_INITIAL,
                    _ if at_end => lacking + LACKING_AT_END,
                    _ => lacking,
                };
            }
        }
        let (cost, vague) = beside.explain(left_over.beside);
        (left_over.cost, left_over.vague) = (left_over.cost + cost, vague);
        // Fillers beside a name say nothing about it.
        left_over.beside &= probe.needed;
        left_over
    }
}

/// The cost of taking several typed words as one, which may be a compound family name.
fn joined(probe: &Probe<'_>, unit: usize, how: How, is_compound: bool) -> f32 {
    let mask = probe.units[unit].mask;
    if mask.is_power_of_two() {
        return 0.0;
    }
    let has_initial = probe.words_of(mask).any(|word| word.text.len() == 1);
    match how {
        How::Begins if has_initial => JOINED_INITIAL_BEGINNING,
        _ if has_initial => JOINED_INITIAL,
        How::Begins => JOINED_BEGINNING,
        How::Typo if is_compound => JOINED,
        How::Typo | How::Sound => JOINED_MISSPELLED,
        _ => JOINED,
    }
}
