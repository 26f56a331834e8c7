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

use crate::domain::id::OrganizationId;
use crate::search::candidates;
use crate::search::context::{Beside, Context};
use crate::search::find::clients::{bound, client_of, findings};
use crate::search::find::order::best;
use crate::search::fold;
use crate::search::organizations::Organizations;
use crate::search::people::People;
use crate::search::places::Places;
use crate::search::probe::{MOST_WORDS, Probe};
use crate::search::question::{Question, Word};
use crate::search::score::{GIVEN_ALONE, Score};
use crate::search::{Certainty, Missing, Query, Reason};

/// A contact found.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about how the words were explained")]
pub(crate) struct Found {
    pub(crate) part: usize,
    pub(crate) contact: u32,
    pub(crate) score: f32,
    /// Whether everything explained is spelled as stored.
    literal: bool,
    /// Whether the contact explains every word by a whole word of its name or record.
    exact: bool,
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
    gone: &'a [u32],
    query: &'a Query<'a>,
    /// The only contacts that may be returned, if they are few.
    pub(crate) members: Option<&'a [u32]>,
    recent: Vec<u32>,
    /// Contacts that are all looked at, however many others there are.
    pub(crate) favoured: Vec<u32>,
}

/// A search: its contacts, and whether the text is still being typed.
pub(crate) struct Search<'a> {
    pub(crate) query: &'a Query<'a>,
    pub(crate) parts: &'a [Part<'a>],
    pub(crate) organizations: &'a Organizations,
    pub(crate) places: &'a Places,
    pub(crate) unfinished: bool,
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
    pub(crate) fn find(&self, text: &str) -> Findings {
        let mut question = Question::read(text, self.unfinished);
        if !self.unfinished {
            self.take_number_ends(&mut question);
        }
        let has_words_only = question.identifiers.is_empty();
        let mut findings =
            if has_words_only { self.by_words(text, &question.words) } else { self.identified(question) };
        self.put_in_order(&mut findings.found);
        findings
    }

    fn by_words(&self, text: &str, words: &[Word]) -> Findings {
        let words = self.kept(words);
        if words.is_empty() {
            return Findings::default();
        }
        let beyond: Vec<Missing> = words.iter().skip(MOST_WORDS).map(|word| Missing::Text(word.text.clone())).collect();
        let written: Vec<char> = text.chars().filter(|&letter| fold::is_ideograph(letter)).collect();
        let mut readings = self.readings(&words, text);
        let needed = readings[0].probe.needed;
        let named = readings.iter().fold(0, |mask, reading| mask | reading.probe.named_mask());
        let meant = needed & readings.iter().fold(0, |mask, reading| mask | reading.context.meant);
        let single = if let [word] = &*words { Some(word.text.as_str()) } else { None };

        // The contacts that explain words beside their names.
        let beside = |part: &Part<'_>, reading: &Reading<'_>| part.explaining(reading, needed);
        let mut found = if needed & !named == 0 { self.by_names(&readings, &written) } else { Vec::new() };
        let is_name = best(&found) >= if self.unfinished { BEGUN } else { GIVEN_ALONE };
        // A single word being typed begins a name, if there is such a name. If more contacts have that name than are
        // shown, no contact is shown for anything else.
        let is_full = found.iter().filter(|found| found.is_exact()).count() >= self.query.limit;
        if meant != 0 && !(single.is_some() && (is_full || (self.unfinished && !found.is_empty()))) {
            found.extend(self.score_all(&readings, &written, beside));
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
            found.extend(self.score_all(&readings, &written, beside));
            if bound == 0 || found.iter().all(|found| !found.missing.is_empty()) {
                found.extend(self.by_names(&readings, &written));
            }
            if let Some(word) = single {
                found.extend(self.by_login(word, true));
            }
            if found.is_empty() {
                let nearest = |part: &Part<'_>, reading: &Reading<'_>| candidates::gather_nearest(part, &reading.probe);
                found = self.score_all(&readings, &written, nearest);
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
            let context = Context::of(part.people, self.organizations, self.places, self.query.types, &probe);
            Reading { probe, context }
        };
        self.parts.iter().map(read).collect()
    }

    /// Whether a contact was found so well that less literal ways need not be tried.
    fn is_settled(&self, found: &[Found]) -> bool {
        let good = if self.unfinished { BEGUN } else { GOOD };
        found.iter().any(|found| found.literal && found.missing.is_empty() && found.score >= good)
    }

    fn widen(&self, part: &Part<'_>, probe: &mut Probe<'_>, bound: u8) {
        probe.widen(bound, |word| self.is_known(word));
        probe.add_sounds(bound, |typed| part.people.with_consonants(typed));
    }

    fn is_known(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.has(word))
    }

    /// Scores what is gathered in every part.
    fn score_all(
        &self,
        readings: &[Reading<'_>],
        written: &[char],
        gather: impl Fn(&Part<'_>, &Reading<'_>) -> Vec<u32>,
    ) -> Vec<Found> {
        let parts = self.parts.iter().zip(readings).enumerate();
        parts.flat_map(|(at, (part, reading))| self.score(at, reading, gather(part, reading), written)).collect()
    }

    /// Searches every part by what the words may mean there.
    fn by_names(&self, readings: &[Reading<'_>], written: &[char]) -> Vec<Found> {
        self.score_all(readings, written, |part, reading| candidates::gather(part, &reading.probe))
    }

    fn score(&self, part: usize, reading: &Reading<'_>, contacts: Vec<u32>, written: &[char]) -> Vec<Found> {
        let Part { people, favoured, .. } = &self.parts[part];
        let Reading { probe, context } = reading;
        let has_context = context.meant != 0;
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
        let rest = scores.split_off(scores.len().min(self.query.limit.max(FEWEST_KEPT)));
        // Keep the favoured contacts even if many equals come first in the index.
        let last = scores.last().map_or(0.0, |score| score.1.value);
        let is_favoured = |(contact, score): &(u32, Score)| score.value >= last && favoured.contains(contact);
        scores.extend(rest.into_iter().filter(is_favoured));
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
        } else if score.beside & context.organization.distinctive() != 0 && score.vague == 0 {
            Certainty::NearInClient
        } else {
            Certainty::Near
        };
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
            missing: probe.words_of(score.missing).map(|word| Missing::Text(word.text.clone())).collect(),
            certainty,
        }
    }
}

/// Contacts of a given organization that are scored one by one instead of looked up.
const MOST_MEMBERS: usize = 2000;

/// Contacts of the channel's organization that are put first among equals.
const MOST_FAVOURED: usize = 300;

impl<'a> Part<'a> {
    pub(crate) fn of(people: &'a People, gone: &'a [u32], query: &'a Query<'a>) -> Self {
        let members = query.organization.map(|id| people.members_of(id));
        let recent: Vec<u32> = query.recent.iter().filter_map(|&id| people.rank(id)).collect();
        let preferred = query.preferred.map(|id| people.members_of(id)).unwrap_or_default();
        let favoured = preferred.iter().take(MOST_FAVOURED).chain(&recent).copied().collect();
        let members = members.filter(|members| members.len() <= MOST_MEMBERS);
        Self { people, gone, query, members, recent, favoured }
    }

    pub(crate) fn admits(&self, contact: u32) -> bool {
        let id = || self.people.ids.get(contact as usize);
        self.has_current(contact) && self.is_inside(contact) && id().is_some_and(|&id| (self.query.admit)(id))
    }

    fn is_inside(&self, contact: u32) -> bool {
        self.query.organization.is_none_or(|id| self.people.organizations.get(contact) == Some(id))
    }

    pub(crate) fn count(&self) -> usize {
        let all = self.query.organization.map_or(self.people.ids.len(), |id| self.people.members_of(id).len());
        all - self.gone.iter().filter(|&&contact| self.is_inside(contact)).count()
    }

    /// A contact's place among equals; smaller is earlier.
    fn favour(&self, contact: u32) -> usize {
        let organization = self.people.organizations.get(contact);
        if organization.is_some() && organization == self.query.preferred {
            return 0;
        }
        self.recent.iter().position(|&recent| recent == contact).map_or(usize::MAX, |at| at + 1)
    }

    fn has(&self, word: &str) -> bool {
        let word = self.people.lexicon.vocabulary.find(word);
        let mut names = word.into_iter().flat_map(|word| self.people.pairs.row(word));
        names.any(|(_, entry)| self.has_current(entry.contact()))
    }

    fn has_current(&self, contact: u32) -> bool {
        self.gone.binary_search(&contact).is_err()
    }
}
