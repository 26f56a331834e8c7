//! Whether there is one clear winner.

use crate::search::{Match, Verdict};

/// The score from which somebody may be shown as found, for ten thousand people: one misspelled name of usual length beside one
/// that is right scores more, two misspelled ones mostly less.
const SURE: f32 = 0.88;

/// How much surer one must be for every tenfold of people.
///
/// Among ten times as many people about three times as many strangers have somebody near their name by chance, and among
/// strangers every 0.02 of score makes that 1.6 times rarer (`benches`, command `threshold`), so that 0.047 would hold the
/// danger where it is. But those asked for are mostly there, only misspelled: a quarter of it keeps most of them shown at once.
const SURER_FOR_TENFOLD: f32 = 0.012;

/// The bounds of the rule: few people do not make a vague match a good one, and identity is never out of reach.
const LEAST_SURE: f32 = 0.86;
const MOST_SURE: f32 = 0.92;

/// The score from which somebody may be offered as what was perhaps meant.
const PLAUSIBLE: f32 = 0.72;

/// Scores nearer than this are no difference, where the first is literal and where it is not.
const MARGIN: f32 = 0.02;
const VAGUE_MARGIN: f32 = 0.03;

/// The score to be shown as found among so many.
#[expect(clippy::cast_precision_loss, reason = "its logarithm is wanted")]
pub(crate) fn sure(people: usize) -> f32 {
    let tenfolds = (people.max(1) as f32).log10() - 4.0;
    (SURE + SURER_FOR_TENFOLD * tenfolds).clamp(LEAST_SURE, MOST_SURE)
}

/// Judges a ranking of matches among so many.
pub(crate) fn verdict<Id>(ranked: &[Match<Id>], people: usize) -> Verdict {
    let Some(first) = ranked.first() else { return Verdict::None };
    let margin = if first.reasons.is_empty() { MARGIN } else { VAGUE_MARGIN };
    let rival = ranked.get(1).is_some_and(|second| second.score > first.score - margin);
    if first.score >= sure(people) && !rival {
        Verdict::One
    } else if first.score >= PLAUSIBLE {
        Verdict::Several
    } else {
        Verdict::None
    }
}
