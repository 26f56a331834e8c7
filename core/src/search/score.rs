//! Scores how well a contact's name answers the text.

mod name;

use crate::search::Reason;
use crate::search::context::Beside;
use crate::search::fold;
use crate::search::lexicon::How;
use crate::search::names::Role;
use crate::search::nicknames;
use crate::search::people::{Part, People};
use crate::search::probe::{Hit, Probe, bits};
use crate::search::score::name::{LACKING, LACKING_HALF, LeftOver, MIDDLE_INITIAL, Name};

/// A score with what it rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    pub(crate) value: f32,
    /// Whether everything explained is spelled as stored.
    pub(crate) literal: bool,
    /// Whether the contact explains every word by a whole word of its name or record.
    pub(crate) exact: bool,
    /// The typed words that stay unexplained, one bit each.
    pub(crate) missing: u8,
    /// The typed words that the record explains beside the name.
    pub(crate) beside: u8,
    /// The words in `beside` that are not spelled as stored.
    pub(crate) vague: u8,
    picks: [Option<Hit>; 2],
}

/// The family name tells more than the given name, because there are more family names.
const GIVEN: f32 = 0.44;
const FAMILY: f32 = 0.56;

/// Two parts both only vaguely alike are another person: this weighs the product of what is missing in both.
const BOTH_VAGUE: f32 = 1.2;

/// One part that is only vaguely alike belongs to another person more often than in proportion. There are fewer given
/// names, so one near another by chance is more common.
const GIVEN_VAGUE: f32 = 0.8;
const FAMILY_VAGUE: f32 = 0.4;

/// Only a family name, only a given name was typed.
const FAMILY_ALONE: f32 = 0.95;
pub(crate) const GIVEN_ALONE: f32 = 0.93;

/// An initial was typed for a name of which only the initial is stored.
const SAME_INITIAL: f32 = 0.96;

/// "Smith Jane" for Jane Smith; only breaks ties.
const SWAPPED: f32 = 0.004;

/// Two initials the other way round.
const SWAPPED_INITIALS: f32 = 0.06;

/// "Craig G" for George Craig, where Craig is mostly a given name.
const SWAPPED_AGAINST_USE: f32 = 0.03;

/// A stored middle name that was not typed; only breaks ties.
const NOT_TYPED: f32 = 0.003;

/// Beside an organization or a title, where contacts are few, a gap in the name counts less.
const WITHIN: f32 = 0.6;

/// What it costs that words are explained beside the name; breaks ties with a name alone.
const BESIDE: f32 = 0.01;

/// A title, a contact type or a number without a name.
const NAMELESS: f32 = 0.97;

/// Two or three letters, or a login, made of a name.
const AS_LOGIN: f32 = 0.87;

/// A typed Chinese character that the name is not written with.
const WRITTEN_OTHERWISE: f32 = 0.04;

impl Score {
    /// Scores a contact, given what its record explains beside the name; `None` if no typed word tells this contact
    /// from others of its organization. `identified` says that a number or an address already does.
    pub(crate) fn of(
        people: &People,
        probe: &Probe<'_>,
        contact: u32,
        beside: &Beside,
        identified: bool,
    ) -> Option<Self> {
        let name = Name::read(people, probe, contact);
        let full = probe.full_mask();
        let left_over = |mask, used, lacking| name.left_over(probe, beside, mask, used, lacking);
        let mut best: Option<Self> = None;
        let keep = |best: &mut Option<Self>, score: Self| {
            if best.is_none_or(|other| other.value < score.value) {
                *best = Some(score);
            }
        };
        let mut consider = |value, rest, picks| keep(&mut best, Self::with(value, rest, picks));
        for first in name.given() {
            let mask = probe.units[first.unit].mask;
            let rest = left_over(full & !mask, [first.word, first.word], LACKING_HALF);
            consider(first.likeness * GIVEN_ALONE, rest, [Some(*first), None]);
            for last in name.family() {
                let other = probe.units[last.unit].mask;
                if mask & other != 0 {
                    continue;
                }
                let rest = left_over(full & !(mask | other), [first.word, last.word], LACKING);
                let swapped = if other < mask { swapped(people, first, last) } else { 0.0 };
                let alike = both(given_likeness(probe, first, last), last.likeness);
                consider(alike - swapped, rest, [Some(*first), Some(*last)]);
            }
        }
        for last in name.family() {
            let mask = probe.units[last.unit].mask;
            let rest = left_over(full & !mask, [last.word, last.word], LACKING_HALF);
            let against_use = rest.beside != 0 && people.family_share(last.word) < 0.5;
            let against_use = if against_use { SWAPPED_AGAINST_USE } else { 0.0 };
            consider(last.likeness * FAMILY_ALONE - against_use, rest, [None, Some(*last)]);
        }
        if identified || beside.personal() != 0 {
            let rest = left_over(full, [u32::MAX; 2], LACKING_HALF);
            if identified || rest.beside & beside.personal() != 0 {
                consider(NAMELESS, rest, [None, None]);
            }
        }
        // Letters or a login: "jd globex", "jsmith acme".
        if beside.mask() != 0 || identified || probe.words.len() == 1 {
            let missing = best.map_or(full, |best| best.missing);
            for unit in bits(missing).filter(|at| is_login(people, contact, &probe.words[*at].text)) {
                let rest = left_over(full & !(1 << unit), [u32::MAX; 2], LACKING_HALF);
                let login = Hit { unit, likeness: 1.0, word: u32::MAX, how: How::Initial };
                keep(&mut best, Self::with(AS_LOGIN, rest, [Some(login), None]));
            }
        }
        let mut best = best?;
        if name.middle_names > 0 && probe.words.len() < 3 {
            best.value -= NOT_TYPED;
        }
        Some(best)
    }

    /// The score of a name with what was typed beside it.
    fn with(name: f32, left_over: LeftOver, picks: [Option<Hit>; 2]) -> Self {
        let name = if left_over.beside == 0 { name } else { 1.0 - WITHIN * (1.0 - name) - BESIDE };
        let picked = |fits: fn(How) -> bool| picks.iter().flatten().all(|pick| fits(pick.how));
        Self {
            value: name - left_over.cost,
            literal: left_over.vague == 0 && picked(How::is_literal),
            exact: left_over.vague == 0 && picked(|how| how == How::Exact),
            missing: left_over.missing,
            beside: left_over.beside,
            vague: left_over.vague,
            picks,
        }
    }

    /// Whether a formal name was typed and a nickname is stored.
    pub(crate) fn takes_nickname_for_name(&self, probe: &Probe<'_>) -> bool {
        self.picks.iter().flatten().any(|pick| {
            pick.how == How::Nickname
                && !nicknames::is_short_for(&probe.units[pick.unit].text, probe.lexicon.vocabulary.word(pick.word))
        })
    }

    pub(crate) fn has_whole_name(&self) -> bool {
        self.picks.iter().all(|pick| pick.is_some_and(|pick| pick.how == How::Exact))
    }

    /// Whether a family name was typed before the initial of the given name.
    pub(crate) fn ends_with_initial(&self, probe: &Probe<'_>) -> bool {
        let [Some(given), Some(family)] = self.picks else { return false };
        given.how == How::Initial && probe.units[family.unit].mask < probe.units[given.unit].mask
    }

    /// The words of the name that were taken for the typed ones.
    pub(crate) fn words(&self) -> [Option<u32>; 2] {
        self.picks.map(|pick| pick.filter(|pick| pick.word != u32::MAX).map(|pick| pick.word))
    }

    /// Lowers the score by how much the name's writing differs from the text.
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

    pub(crate) fn reasons(&self, probe: &Probe<'_>, written: Option<&str>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for pick in self.picks.iter().flatten() {
            let typed = probe.units[pick.unit].text.clone();
            if pick.word == u32::MAX {
                reasons.push(Reason::Initials);
                continue;
            }
            let stored = probe.lexicon.vocabulary.word(pick.word).to_owned();
            let reason = match pick.how {
                How::Exact | How::Begins => continue,
                How::Initial => Reason::Initials,
                How::Nickname => Reason::Nickname { typed, stored },
                How::Typo => Reason::Typo { typed, stored },
                // If a word is both one slip away and sounds alike, the slip is the plainer reason.
                How::Sound if strsim::osa_distance(&typed, &stored) == 1 => Reason::Typo { typed, stored },
                // Consonants alone cannot be read, so the reason shows the name.
                How::Sound => Reason::SoundsLike { typed, stored: written.map_or(stored, str::to_owned) },
            };
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }
}

/// Whether a word is a contact's initials, or a login: "jd", "jsmith", "johns"; "smithe" may be a slip.
fn is_login(people: &People, contact: u32, typed: &str) -> bool {
    if typed.len() < 2 || !typed.is_ascii() {
        return false;
    }
    let parts = people.parts.row(contact);
    let word = |part: &Part| people.lexicon.vocabulary.word(part.word());
    let given = parts.iter().filter(|part| part.role() == Role::Given);
    let mut pairs = given.flat_map(|given| {
        let family = parts.iter().filter(|part| part.role() == Role::Family);
        family.map(move |family| (word(given), word(family)))
    });
    pairs.any(|(given, family)| {
        let made_of = |one: &str, other: &str| typed.strip_prefix(one).is_some_and(|rest| rest == other);
        let (Some(g), Some(f)) = (given.get(..1), family.get(..1)) else { return false };
        made_of(g, f) || made_of(g, family) || made_of(given, f) || made_of(given, family)
    })
}

/// How alike the given names are. "J Smith" is all there is to say of a J. Smith; beside a mistyped name it says little.
fn given_likeness(probe: &Probe<'_>, given: &Hit, family: &Hit) -> f32 {
    let initial = |text: &str| text.len() == 1;
    let both_initials = initial(&probe.units[given.unit].text) && initial(probe.lexicon.vocabulary.word(given.word));
    let is_first = given.likeness > 1.0 - MIDDLE_INITIAL;
    if both_initials && is_first && family.how == How::Exact { SAME_INITIAL } else { given.likeness }
}

/// The score of a given and a family name with these likenesses.
fn both(given: f32, family: f32) -> f32 {
    let (no_given, no_family) = (1.0 - given, 1.0 - family);
    let vague = GIVEN_VAGUE * no_given * no_given + FAMILY_VAGUE * no_family * no_family;
    GIVEN * given + FAMILY * family - BOTH_VAGUE * no_given * no_family - vague
}

/// The cost of the family name before the given name: more where a word is mostly the other part of a name.
fn swapped(people: &People, given: &Hit, family: &Hit) -> f32 {
    let exact = |pick: &Hit| pick.how == How::Exact;
    if given.how == How::Initial && family.how == How::Initial {
        return SWAPPED_INITIALS;
    }
    let against = match (exact(given), exact(family)) {
        (false, true) => people.family_share(family.word) < 0.5,
        (true, false) => people.family_share(given.word) > 0.5,
        _ => false,
    };
    if against { SWAPPED_AGAINST_USE } else { SWAPPED }
}
