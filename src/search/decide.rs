//! Whether there is one clear winner.

use crate::search::{Certainty, Match, Matches, Verdict};

/// The score from which somebody may be shown as found, for ten thousand people: one misspelled name of usual length beside one
/// that is right scores more, two misspelled ones mostly less.
const SURE: f32 = 0.92;

/// How much surer one must be for every tenfold of people.
///
/// Among ten times as many people about three times as many strangers have somebody near their name by chance, and among
/// strangers every 0.02 of score makes that 1.6 times rarer (`benches`, command `threshold`), so that 0.047 would hold the
/// danger where it is. But those asked for are mostly there, only misspelled: a quarter of it keeps most of them shown at once.
const SURER_FOR_TENFOLD: f32 = 0.012;

/// The bounds of the rule: few people do not make a vague match a good one, and identity is never out of reach.
const LEAST_SURE: f32 = 0.86;
const MOST_SURE: f32 = 0.95;

/// The score from which somebody may be offered as what was perhaps meant.
const PLAUSIBLE: f32 = 0.72;

/// Scores nearer than this are no difference, where the first is literal and where it is not.
const MARGIN: f32 = 0.02;
const VAGUE_MARGIN: f32 = 0.09;

/// People of an organization of ordinary size.
const PEOPLE_OF_CLIENT: usize = 100;

/// How near somebody spelled so at another client comes to who is nearly so at the one named.
const NAMESAKE_MARGIN: f32 = 0.08;

/// The score to be shown as found among so many.
#[expect(clippy::cast_precision_loss, reason = "its logarithm is wanted")]
pub(crate) fn sure(people: usize) -> f32 {
    let tenfolds = (people.max(1) as f32).log10() - 4.0;
    (SURE + SURER_FOR_TENFOLD * tenfolds).clamp(LEAST_SURE, MOST_SURE)
}

/// Judges matches, best first, among so many. A verdict that is known already stays.
pub(crate) fn judged<Id>(mut matches: Matches<Id>, people: usize) -> Matches<Id> {
    if matches.verdict == Verdict::None {
        matches.verdict = verdict(&matches, people);
    }
    matches
}

fn verdict<Id>(matches: &Matches<Id>, people: usize) -> Verdict {
    let ranked = &matches.ranked;
    let Some(first) = ranked.first() else { return Verdict::None };
    if !first.missing.is_empty() {
        // A card is only ever shown for a question that it explains whole.
        return match first.score {
            _ if !matches.clients.is_empty() => Verdict::Elsewhere,
            score if score >= PLAUSIBLE => Verdict::Several,
            _ => Verdict::None,
        };
    }
    let margin = if first.is_vague() { VAGUE_MARGIN } else { MARGIN };
    let is_rival = |second: &Match<Id>| second.missing.is_empty() && second.score > first.score - margin;
    // Who is spelled so at another client may be meant rather than who is nearly so at this one.
    let is_namesake = |second: &Match<Id>| {
        !second.missing.is_empty() && !second.is_misspelled() && second.score > first.score - NAMESAKE_MARGIN
    };
    let rival = ranked[1..]
        .iter()
        .any(|second| is_rival(second) || (first.certainty != Certainty::Spelled && is_namesake(second)));
    let sure = match first.certainty {
        Certainty::Spelled => LEAST_SURE,
        Certainty::NearInClient => sure(PEOPLE_OF_CLIENT),
        Certainty::Near => sure(people),
        Certainty::Doubtful => f32::INFINITY,
    };
    if first.score >= sure && !rival {
        Verdict::One
    } else if first.score >= PLAUSIBLE {
        Verdict::Several
    } else {
        Verdict::None
    }
}
