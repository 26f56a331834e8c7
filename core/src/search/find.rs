//! Tries the ways to find contacts, in order.
//!
//! A contact that is returned has to explain every word of the question: by its name, by the rest of its record
//! ([`context`](super::context)), by a number or an address. Words spelled as stored are tried first, then similar
//! ones. Contacts that leave a word unexplained are kept as the nearest, and each says which word it leaves.

mod beside;
mod clients;
mod identified;
mod login;
mod order;
mod words;

use crate::domain::id::{ContactId, OrganizationId};
use crate::search::candidates::{self, Scope};
use crate::search::context::{Beside, Context};
use crate::search::find::clients::{bound, client_of, findings};
use crate::search::find::order::best;
use crate::search::fold;
use crate::search::organizations::Organizations;
use crate::search::people::People;
use crate::search::phones::Typed;
use crate::search::places::Places;
use crate::search::probe::{MOST_WORDS, Probe};
use crate::search::question::{Question, Word};
use crate::search::score::{GIVEN_ALONE, Score};
use crate::search::{Certainty, Missing, Reason, TypeWords};

/// A contact found.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about how the words were explained")]
pub(crate) struct Found {
    /// Part of the index.
    pub(crate) part: usize,
    pub(crate) contact: u32,
    pub(crate) score: f32,
    /// Whether everything explained is spelled as stored.
    literal: bool,
    /// Whether the contact explains every word by a whole word of its name or record.
    exact: bool,
    /// Whether an address found it.
    addressed: bool,
    /// Whether a family name before the initial of the given name found it.
    ends_with_initial: bool,
    /// The words of the name that found it, if they are not the typed ones.
    near: [Option<u32>; 2],
    pub(crate) reasons: Vec<Reason>,
    /// The parts of the question that it does not explain.
    pub(crate) missing: Vec<Missing>,
    pub(crate) certainty: Certainty,
}

/// What was found, best first.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) found: Vec<Found>,
    /// The organizations named by words that no contact found explains.
    pub(crate) clients: Vec<OrganizationId>,
    /// Whether the question is nothing but the name of an organization.
    pub(crate) is_client: bool,
}

/// Part of the index, and which contacts may be returned.
pub(crate) struct Part<'a> {
    pub(crate) people: &'a People,
    /// Contacts that are out of date, sorted.
    pub(crate) gone: &'a [u32],
    pub(crate) scope: Scope<'a>,
}

/// A search: its contacts, and whether the text is still being typed.
pub(crate) struct Search<'a> {
    pub(crate) parts: &'a [Part<'a>],
    pub(crate) organizations: &'a Organizations,
    pub(crate) places: &'a Places,
    pub(crate) types: &'a [TypeWords<'a>],
    pub(crate) unfinished: bool,
    /// Whether a contact found by the digits of a number has that number.
    pub(crate) has: &'a dyn Fn(ContactId, &Typed) -> bool,
    pub(crate) limit: usize,
}

/// The words of a question, read against one part of the index.
struct Reading<'a> {
    probe: Probe<'a>,
    context: Context<'a>,
}

/// From this score on, less literal ways are not tried.
const GOOD: f32 = 0.90;

/// A word that begins a name has at least this score.
const BEGUN: f32 = 0.87;

/// The fewest matches kept from each way of searching; the order is only final after all ways.
const FEWEST_KEPT: usize = 25;

impl<'a> Search<'a> {
    /// The contacts that a text may mean, best first.
    pub(crate) fn find(&self, text: &str) -> Findings {
        let mut findings = self.find_all(text);
        self.put_in_order(&mut findings.found);
        findings
    }

    fn find_all(&self, text: &str) -> Findings {
        let mut question = Question::read(text, self.unfinished);
        if !self.unfinished {
            self.take_number_ends(&mut question);
        }
        if !question.identifiers.is_empty() {
            return self.identified(question);
        }
        self.by_words(text, &question.words)
    }

    fn by_words(&self, text: &str, words: &[Word]) -> Findings {
        let words = self.kept(words);
        if words.is_empty() {
            return Findings::default();
        }
        let beyond: Vec<Missing> = words.iter().skip(MOST_WORDS).map(|word| Missing::Text(word.text.clone())).collect();
        let written: Vec<char> = text.chars().filter(|&letter| fold::is_ideograph(letter)).collect();
        let mut readings = self.readings(&words, text);
        let needed = readings[0].probe.needed_mask();
        let named = readings.iter().fold(0, |mask, reading| mask | reading.probe.named_mask());
        let meant = needed & readings.iter().fold(0, |mask, reading| mask | reading.context.meant());
        let single = if let [word] = &*words { Some(word.text.as_str()) } else { None };

        let mut found = if needed & !named == 0 { self.by_names(&readings, &written) } else { Vec::new() };
        let is_name = best(&found) >= if self.unfinished { BEGUN } else { GIVEN_ALONE };
        // A single word being typed begins a name, if there is such a name. If more contacts have that name than are
        // shown, no contact is shown for anything else.
        let is_full = found.iter().filter(|found| found.is_exact()).count() >= self.limit;
        if meant != 0 && !(single.is_some() && (is_full || (self.unfinished && !found.is_empty()))) {
            found.extend(self.by_context(&readings, needed, &written));
        }
        if let Some(word) = single.filter(|_| !is_name) {
            found.extend(self.by_login(word, false));
        }
        // A word that is a name means every contact with that name, not only one who has it as an address.
        if !(is_name && text.trim().chars().all(char::is_alphabetic)) {
            found.extend(self.by_local_part(text));
        }
        if !self.is_settled(&found) {
            if client_of(&readings, needed).is_some() && !found.iter().any(Found::is_exact) && !self.unfinished {
                return findings(found, &readings, needed);
            }
            let bound = bound(&readings, needed, named);
            for (part, reading) in self.parts.iter().zip(&mut readings) {
                self.widen(part, &mut reading.probe, bound);
                reading.context.widen(&reading.probe);
            }
            found.extend(self.by_context(&readings, needed, &written));
            if bound == 0 || found.iter().all(|found| !found.missing.is_empty()) {
                found.extend(self.by_names(&readings, &written));
            }
            if let Some(word) = single {
                found.extend(self.by_login(word, true));
            }
            if found.is_empty() {
                found = self.nearest(&readings, &written);
            }
        }
        for found in &mut found {
            found.missing.extend(beyond.iter().cloned());
        }
        findings(found, &readings, needed)
    }

    /// Reads the words against every part, as they are spelled.
    fn readings(&self, words: &[Word], text: &str) -> Vec<Reading<'a>> {
        let second_spelling = fold::written_out(text).map(|long| fold::words(&long));
        let read = |part: &Part<'a>| {
            let mut probe = Probe::new(&part.people.lexicon, words, self.unfinished);
            probe.also(second_spelling.as_deref().unwrap_or_default());
            let context = Context::of(part.people, self.organizations, self.places, self.types, &probe);
            Reading { probe, context }
        };
        self.parts.iter().map(read).collect()
    }

    /// Whether a contact was found so well that less literal ways need not be tried.
    fn is_settled(&self, found: &[Found]) -> bool {
        let good = if self.unfinished { BEGUN } else { GOOD };
        found.iter().any(|found| found.literal && found.missing.is_empty() && found.score >= good)
    }

    /// Adds similar words to the meanings of the words.
    fn widen(&self, part: &Part<'_>, probe: &mut Probe<'_>, bound: u8) {
        probe.widen(bound, |word| self.is_known(word));
        probe.add_sounds(bound, |typed| part.people.with_consonants(typed));
    }

    /// Whether any contact's name has a word.
    fn is_known(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.has(word))
    }

    /// Searches every part by what the words may mean there.
    fn by_names(&self, readings: &[Reading<'_>], written: &[char]) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().zip(readings);
        let found = parts.flat_map(|((at, part), reading)| {
            let contacts = candidates::gather(part.people, &reading.probe, &part.scope);
            self.score(at, reading, contacts, written)
        });
        found.collect()
    }

    fn nearest(&self, readings: &[Reading<'_>], written: &[char]) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().zip(readings);
        let nearest = parts.flat_map(|((at, part), reading)| {
            let contacts = candidates::gather_nearest(part.people, &reading.probe, &part.scope);
            self.score(at, reading, contacts, written)
        });
        nearest.collect()
    }

    /// Scores the contacts that may be returned.
    fn score(&self, part: usize, reading: &Reading<'_>, contacts: Vec<u32>, written: &[char]) -> Vec<Found> {
        let Part { people, scope, .. } = &self.parts[part];
        let Reading { probe, context } = reading;
        let has_context = context.meant() != 0;
        let mut scores: Vec<(u32, Score)> = contacts
            .into_iter()
            .filter_map(|contact| {
                let beside = if has_context { context.beside(contact) } else { Beside::default() };
                let mut score = Score::of(people, probe, contact, &beside, false)?;
                score.compare_writing(written, people.written(contact));
                Some((contact, score))
            })
            .filter(|(_, score)| score.value > 0.0)
            .collect();
        scores.sort_by(|(a, one), (b, other)| other.value.total_cmp(&one.value).then(a.cmp(b)));
        let rest = scores.split_off(scores.len().min(self.limit.max(FEWEST_KEPT)));
        // Keep the favoured contacts even if many equals come first in the index.
        let last = scores.last().map_or(0.0, |score| score.1.value);
        scores.extend(
            rest.into_iter().filter(|(contact, score)| score.value >= last && scope.favoured.contains(contact)),
        );
        scores.into_iter().map(|(contact, score)| self.found(part, reading, contact, &score)).collect()
    }

    fn found(&self, part: usize, reading: &Reading<'_>, contact: u32, score: &Score) -> Found {
        let people = self.parts[part].people;
        let Reading { probe, context } = reading;
        let mut reasons = score.reasons(probe, people.written(contact));
        if score.beside != 0 {
            reasons.extend(context.reasons(probe, contact, score.beside));
        }
        let certainty = if score.takes_nickname_for_name(probe) {
            Certainty::Doubtful
        } else if score.literal || score.has_whole_name() {
            Certainty::Spelled
        } else if score.beside & context.distinctive() != 0 && score.vague == 0 {
            Certainty::NearInClient
        } else {
            Certainty::Near
        };
        let words = probe.words.iter().enumerate();
        let missing =
            words.filter(|(at, _)| score.missing & 1 << at != 0).map(|(_, word)| Missing::Text(word.text.clone()));
        Found {
            part,
            contact,
            score: score.value.min(1.0),
            literal: score.literal,
            exact: score.exact,
            addressed: false,
            ends_with_initial: score.ends_with_initial(probe),
            near: if score.literal { [None, None] } else { score.words() },
            reasons,
            missing: missing.collect(),
            certainty,
        }
    }
}

impl Part<'_> {
    /// Whether any contact's name has the word.
    fn has(&self, word: &str) -> bool {
        let word = self.people.lexicon.vocabulary.find(word);
        let mut names = word.into_iter().flat_map(|word| self.people.names_with(word));
        names.any(|(_, entry)| self.has_current(entry.contact()))
    }

    fn has_current(&self, contact: u32) -> bool {
        self.gone.binary_search(&contact).is_err()
    }
}
