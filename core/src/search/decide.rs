//! Decides whether there is one clear winner.

use crate::search::{Certainty, Match, Matches, Verdict};

/// The score from which a contact may be shown as found, among ten thousand contacts: one misspelled name of usual
/// length beside a correct one scores more, two misspelled ones mostly less.
const SURE: f32 = 0.92;

/// How much more is needed for each tenfold of contacts.
///
/// Among ten times as many contacts, about three times as many strangers have a name near the typed one by chance. Every
/// 0.02 of score makes such a name 1.6 times rarer (`benches`, command `threshold`), so 0.047 would keep the danger where
/// it is. But the contact asked for is mostly there, only misspelled: a quarter of that keeps most of them shown at once.
const SURER_FOR_TENFOLD: f32 = 0.012;

/// The bounds of the rule: among few contacts a vague match is no better, and an exact one always reaches the bound.
const LEAST_SURE: f32 = 0.86;
const MOST_SURE: f32 = 0.95;

/// The score from which a contact may be offered as perhaps meant.
const PLAUSIBLE: f32 = 0.72;

/// Scores nearer than this are no difference, where the first is literal and where it is not.
const MARGIN: f32 = 0.02;
const VAGUE_MARGIN: f32 = 0.09;

/// The contacts of an organization of ordinary size.
const PEOPLE_OF_CLIENT: usize = 100;

/// How near a correctly spelled contact of another client comes to a nearly spelled one of the client named.
const NAMESAKE_MARGIN: f32 = 0.08;

/// The score needed to be shown as found among so many contacts.
#[expect(clippy::cast_precision_loss, reason = "its logarithm is wanted")]
pub(crate) fn sure(people: usize) -> f32 {
    let tenfolds = (people.max(1) as f32).log10() - 4.0;
    (SURE + SURER_FOR_TENFOLD * tenfolds).clamp(LEAST_SURE, MOST_SURE)
}

/// Judges matches, best first, among so many contacts. A verdict that is already known stays.
pub(crate) fn judged<Id>(mut matches: Matches<Id>, people: usize) -> Matches<Id> {
    if matches.verdict == Verdict::None {
        matches.verdict = verdict(&matches, people);
    }
    matches
}

fn verdict<Id>(matches: &Matches<Id>, people: usize) -> Verdict {
    let ranked = &matches.ranked;
    let Some(first) = ranked.first() else {
        return if matches.clients.is_empty() { Verdict::None } else { Verdict::Elsewhere };
    };
    if !first.missing.is_empty() {
        // A card is only shown for a question that the contact explains completely.
        return match first.score {
            _ if !matches.clients.is_empty() => Verdict::Elsewhere,
            score if score >= PLAUSIBLE => Verdict::Several,
            _ => Verdict::None,
        };
    }
    let margin = if first.is_vague() { VAGUE_MARGIN } else { MARGIN };
    let is_rival = |second: &Match<Id>| second.missing.is_empty() && second.score > first.score - margin;
    // The caller may mean a contact spelled exactly so at another client rather than one spelled nearly so at this
    // client.
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
