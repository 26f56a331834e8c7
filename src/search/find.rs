//! The order in which the ways to find people are tried.
//!
//! Every word of a question has to be explained by the contact that is answered: by the name, by what the record says beside
//! it ([`context`](super::context)), by a number or an address. What is spelled as it is stored is tried first, then what is
//! nearly so. Contacts that leave a word unexplained are kept as the nearest, and each says which word that is.

mod beside;
mod identified;
mod login;

use std::cmp::Ordering;

use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::search::candidates::{self, Scope};
use crate::search::context::{Beside, Context};
use crate::search::fold;
use crate::search::organizations::{self, Organizations};
use crate::search::people::People;
use crate::search::places::Places;
use crate::search::probe::{MOST_WORDS, Probe};
use crate::search::question::{self, Identifier, Question, Word};
use crate::search::score::{GIVEN_ALONE, Score};
use crate::search::{Certainty, Reason};

/// A contact found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Part of the index.
    pub(crate) part: usize,
    pub(crate) contact: u32,
    pub(crate) score: f32,
    /// Whether what is explained is spelled as it is stored.
    literal: bool,
    /// Whether every word is a whole one of the name or record.
    exact: bool,
    /// Whether it was found by an address.
    addressed: bool,
    /// The words of the name it was found by, unless they are the typed ones.
    near: [Option<u32>; 2],
    pub(crate) reasons: Vec<Reason>,
    /// Words of the question that nothing explains.
    pub(crate) missing: Vec<String>,
    pub(crate) certainty: Certainty,
}

/// What was found, best first.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) found: Vec<Found>,
    /// The organizations that words name which nobody found explains.
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

/// A search: among which contacts, and whether the text is still being typed.
pub(crate) struct Search<'a> {
    pub(crate) parts: &'a [Part<'a>],
    pub(crate) organizations: &'a Organizations,
    pub(crate) places: &'a Places,
    /// Names of contact types, and other words for them.
    pub(crate) types: &'a [(Vec<String>, ContactTypeId)],
    pub(crate) unfinished: bool,
    pub(crate) limit: usize,
}

/// The words of a question, read against one part of the index.
struct Reading<'a> {
    probe: Probe<'a>,
    context: Context<'a>,
}

/// From this score on nothing less literal is tried.
const GOOD: f32 = 0.90;

/// A word that begins a name has at least this score.
const BEGUN: f32 = 0.87;

/// A login that is both the beginning of an address and made of its owner's name.
const BOTH_WAYS: f32 = 0.03;

/// Beside the best, a contact with less than this share of its score was not meant.
const LEAST_SHARE: f32 = 0.6;

/// Names less apart than this are about equally near; what every doubling of the people called so adds, and the most of it,
/// which is less than any difference that means something.
const ABOUT_EQUAL: f32 = 0.01;
const COMMON: f32 = 0.001;
const MOST_COMMON: f32 = 0.006;

/// A legal form that so few organizations have tells them from others.
const FEW_NAMED: usize = 2;

/// What each word costs in the order that is not explained, beside what its score lost by it.
const MISSING: f32 = 0.04;

/// The fewest found that are kept of each way of searching; their order is only final when all ways are done.
const FEWEST_KEPT: usize = 25;

impl Found {
    /// Whether it explains every word by a whole one.
    fn is_exact(&self) -> bool {
        self.exact && self.missing.is_empty()
    }

    /// The score less what the words cost that it does not explain; a single letter is mostly a middle initial.
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    pub(crate) fn standing(&self) -> f32 {
        self.score - MISSING * self.missing.iter().filter(|word| word.len() != 1).count() as f32
    }
}

impl<'a> Search<'a> {
    /// The people that a text may mean, best first.
    pub(crate) fn find(&self, text: &str) -> Findings {
        let mut findings = self.find_all(text);
        let found = &mut findings.found;
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
        // What is spelled so closes the list.
        if found.first().is_some_and(Found::is_exact) {
            found.retain(|found| found.literal);
        }
        let least = LEAST_SHARE * found.first().map_or(0.0, |first| first.score);
        found.retain(|found| found.score >= least);
        found.truncate(self.limit);
        findings
    }

    /// Of names about equally near what was typed, the commoner is the likelier.
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

    /// How many people have both words in their names.
    fn namesakes(&self, one: &str, other: &str) -> usize {
        let of_part = |part: &Part<'_>| {
            let vocabulary = &part.people.lexicon.vocabulary;
            let (Some(one), Some(other)) = (vocabulary.find(one), vocabulary.find(other)) else { return 0 };
            let names = part.people.names_with_both(one, other..other + 1).iter();
            names.filter(|(_, entry)| part.has_current(entry.contact())).count()
        };
        self.parts.iter().map(of_part).sum()
    }

    /// Of equals those come first whose address was typed, then those that the scope favours, then by importance and name.
    fn compare_equals(&self, a: &Found, b: &Found) -> Ordering {
        let favour = |found: &Found| self.parts[found.part].scope.favour(self.parts[found.part].people, found.contact);
        b.addressed.cmp(&a.addressed).then_with(|| favour(a).cmp(&favour(b))).then_with(|| {
            if a.part == b.part {
                return a.contact.cmp(&b.contact);
            }
            let order = |found: &Found| self.parts[found.part].people.order(found.contact);
            order(a).cmp(&order(b))
        })
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

    /// Takes groups of digits that are no word of the account for the end of a number.
    fn take_number_ends(&self, question: &mut Question) {
        question.words.retain(|word| {
            let Some(number) = question::number_end(&word.text).filter(|_| !self.has_meaning(&word.text)) else {
                return true;
            };
            question.identifiers.push(Identifier::Number(number));
            false
        });
    }

    /// Whether a word is one of a name, an organization or a title.
    fn has_meaning(&self, word: &str) -> bool {
        self.organizations.lexicon.vocabulary.find(word).is_some() || self.is_named(word)
    }

    /// How many names of organizations have a word.
    fn named_by(&self, word: &str) -> usize {
        let word = self.organizations.lexicon.vocabulary.find(word);
        word.map_or(0, |word| self.organizations.names_with_any(word..word + 1).len())
    }

    /// Whether a word is one of a name or a title.
    fn is_named(&self, word: &str) -> bool {
        let known = |part: &Part<'_>| {
            let People { lexicon, titles, .. } = part.people;
            lexicon.vocabulary.find(word).is_some() || titles.lexicon.vocabulary.find(word).is_some()
        };
        self.parts.iter().any(known)
    }

    /// The words that are looked at: without fillers that mean nothing in this account.
    fn kept(&self, words: &[Word]) -> Vec<Word> {
        // A legal form that one client has names it, unless something else does.
        let named = words.iter().any(|word| word.needed && self.named_by(&word.text) > 0);
        let is_telling = |word: &Word| !named && (1..=FEW_NAMED).contains(&self.named_by(&word.text));
        let words = words.iter().map(|word| {
            let needed = word.needed || (organizations::is_legal(&word.text) && is_telling(word));
            Word { needed, ..word.clone() }
        });
        let mut kept: Vec<Word> = words.filter(|word| word.needed || self.is_named(&word.text)).collect();
        while kept.len() > MOST_WORDS
            && let Some(filler) = kept.iter().rposition(|word| !word.needed)
        {
            kept.remove(filler);
        }
        kept
    }

    fn by_words(&self, text: &str, words: &[Word]) -> Findings {
        let words = self.kept(words);
        if words.is_empty() {
            return Findings::default();
        }
        let beyond: Vec<String> = words.iter().skip(MOST_WORDS).map(|word| word.text.clone()).collect();
        let written: Vec<char> = text.chars().filter(|&letter| fold::is_ideograph(letter)).collect();
        let mut readings = self.readings(&words, text);
        let needed = readings[0].probe.needed_mask();
        let named = readings.iter().fold(0, |mask, reading| mask | reading.probe.named_mask());
        let meant = needed & readings.iter().fold(0, |mask, reading| mask | reading.context.meant());
        let single = if let [word] = &*words { Some(word.text.as_str()) } else { None };

        let mut found = if needed & !named == 0 { self.by_names(&readings, &written) } else { Vec::new() };
        let is_name = best(&found) >= if self.unfinished { BEGUN } else { GIVEN_ALONE };
        // While one word is typed it begins a name, if there is such a name; and where more are called so than are shown,
        // nobody is shown for anything else.
        let is_full = found.iter().filter(|found| found.is_exact()).count() >= self.limit;
        if meant != 0 && !(single.is_some() && (is_full || (self.unfinished && !found.is_empty()))) {
            found.extend(self.by_context(&readings, needed, &written));
        }
        if let Some(word) = single.filter(|_| !is_name) {
            found.extend(self.by_login(word, false));
        }
        // A word that is a name means everybody called so, not only a contact who happens to have it for an address.
        if !(is_name && text.trim().chars().all(char::is_alphabetic)) {
            found.extend(self.by_local_part(text));
        }
        if !self.is_settled(&found) {
            let is_client = clients_of(&readings, needed).1;
            if is_client && !found.iter().any(Found::is_exact) && !self.unfinished {
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

    /// Whether somebody was found so well that nothing less literal need be tried.
    fn is_settled(&self, found: &[Found]) -> bool {
        let good = if self.unfinished { BEGUN } else { GOOD };
        found.iter().any(|found| found.literal && found.missing.is_empty() && found.score >= good)
    }

    /// Adds to the meanings of the words what is nearly so.
    fn widen(&self, part: &Part<'_>, probe: &mut Probe<'_>, bound: u8) {
        probe.widen(bound, |word| self.is_known(word));
        probe.add_sounds(bound, |typed| part.people.with_consonants(typed));
    }

    /// Whether a word is in anybody's name.
    fn is_known(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.has(word))
    }

    /// In every part, by what the words may mean there.
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

    /// Scores contacts that may be answered.
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
        // The favoured stay even where many equals come first in the index.
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
        let missing = words.filter(|(at, _)| score.missing & 1 << at != 0).map(|(_, word)| word.text.clone());
        Found {
            part,
            contact,
            score: score.value.min(1.0),
            literal: score.literal,
            exact: score.exact,
            addressed: false,
            near: if score.literal { [None, None] } else { score.words() },
            reasons,
            missing: missing.collect(),
            certainty,
        }
    }
}

fn findings(found: Vec<Found>, readings: &[Reading<'_>], needed: u8) -> Findings {
    let missing = |found: &Found| {
        let words = readings[0].probe.words.iter().enumerate();
        words.filter(|(_, word)| found.missing.contains(&word.text)).fold(0, |mask, (at, _)| mask | 1 << at)
    };
    let (clients, is_client) = clients_of(readings, needed);
    if is_client && !found.iter().any(Found::is_exact) {
        return Findings { found, clients, is_client };
    }
    let best = found.iter().max_by(|a, b| a.standing().total_cmp(&b.standing()));
    let words = best.map_or(needed, missing);
    let (clients, _) = if words == 0 { (Vec::new(), false) } else { clients_of(readings, words) };
    Findings { found, clients, is_client: false }
}

/// The organizations that these words name, and whether all of them do.
fn clients_of(readings: &[Reading<'_>], words: u8) -> (Vec<OrganizationId>, bool) {
    // Organizations are the same in every part.
    let Some(client) = readings.first().and_then(|reading| reading.context.client(words)) else {
        return (Vec::new(), false);
    };
    let is_all = words != 0 && client.words == words;
    (client.organizations, is_all)
}

/// The words that name an organization, and are no name: they are not taken for a misspelled one.
fn bound(readings: &[Reading<'_>], needed: u8, named: u8) -> u8 {
    readings.iter().fold(0, |mask, reading| mask | reading.context.distinctive()) & needed & !named
}

impl Part<'_> {
    /// Whether somebody's name has the word.
    fn has(&self, word: &str) -> bool {
        let word = self.people.lexicon.vocabulary.find(word);
        let mut names = word.into_iter().flat_map(|word| self.people.names_with(word));
        names.any(|(_, entry)| self.has_current(entry.contact()))
    }

    fn has_current(&self, contact: u32) -> bool {
        self.gone.binary_search(&contact).is_err()
    }
}

fn best(found: &[Found]) -> f32 {
    found.iter().map(|found| found.score).fold(0.0, f32::max)
}
