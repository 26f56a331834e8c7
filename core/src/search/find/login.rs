//! A word as a login made of a name: "jsmith", "smithj", "johnsmith".

use crate::search::ablation;
use crate::search::candidates;
use crate::search::context::Context;
use crate::search::find::{Found, Part, Reading, Search};
use crate::search::probe::Probe;
use crate::search::question::Word;
use crate::search::{Certainty, Missing, Reason};

/// A login explains a name a little less than the name does.
const AS_LOGIN: f32 = 0.01;

/// A family name and a letter is no way to write a name; as a login it is rarer than a slip in the name.
const INITIAL_LAST: f32 = 0.022;

/// The shortest word that may be a login: an initial and a name.
const SHORTEST: usize = 4;

/// The shortest name that may be mistyped in a login; of a shorter one too little is left.
const SHORTEST_MISTYPED: usize = 3;

impl Search<'_> {
    /// By every way to cut the word into two names, or into an initial and a name.
    pub(super) fn by_login(&self, word: &str, widen: bool) -> Vec<Found> {
        let mut found = Vec::new();
        if word.len() < SHORTEST || !ablation::is_on(ablation::Part::Logins) {
            return found;
        }
        for at in (1..word.len()).filter(|&at| word.is_char_boundary(at)) {
            let (left, right) = word.split_at(at);
            for (number, part) in self.parts.iter().enumerate() {
                if !self.may_be_names(part, left, right, widen) {
                    continue;
                }
                let halves = [Word::needed(left), Word::needed(right)];
                let mut probe = Probe::singly(&part.people.lexicon, &halves, self.unfinished);
                if widen {
                    self.widen(part, &mut probe, 0);
                }
                let contacts = candidates::gather(part, &probe);
                // Beside the halves, nothing was typed.
                let nothing = Probe::new(&part.people.lexicon, &[], false);
                let context = Context::of(part.people, self.organizations, &Vec::new(), &[], &nothing);
                let reading = Reading { probe, context };
                for mut one in self.score(number, &reading, contacts, &[]) {
                    // The halves are no words of the question.
                    if !one.missing.is_empty() {
                        one.missing = vec![Missing::Text(word.to_owned())];
                    }
                    one.score -= AS_LOGIN;
                    if one.ends_with_initial && !self.unfinished {
                        one.score -= INITIAL_LAST;
                        one.literal = false;
                        one.certainty = Certainty::Doubtful;
                    }
                    if !one.reasons.contains(&Reason::Initials) {
                        one.reasons.insert(0, Reason::Initials);
                    }
                    found.push(one);
                }
            }
        }
        found
    }

    /// Whether the halves are worth looking up: an initial and anything, two known names, or, widened, one known name.
    fn may_be_names(&self, part: &Part<'_>, left: &str, right: &str, widen: bool) -> bool {
        let vocabulary = &part.people.lexicon.vocabulary;
        let known = |half: &str| self.is_known(half);
        let begun = |half: &str| self.unfinished && !vocabulary.beginning_with(half).is_empty();
        match left.len().min(right.len()) {
            1 => true,
            shorter if widen => shorter >= SHORTEST_MISTYPED && (known(left) || known(right)),
            _ => known(left) && (known(right) || begun(right)),
        }
    }
}
