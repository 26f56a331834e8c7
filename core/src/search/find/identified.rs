//! Finds contacts by e-mail addresses and phone numbers, with words or alone.

use std::collections::BTreeMap;

use crate::search::candidates;
use crate::search::emails::Emails;
use crate::search::find::{Findings, Found, Part, Reading, Search};
use crate::search::fold;
use crate::search::phones::{Found as Number, Typed};
use crate::search::question::{Identifier, Question, Word};
use crate::search::score::Score;
use crate::search::{Missing, Reason};

/// A whole address and a whole number are literal.
const LITERAL: f32 = 1.0;

/// A whole number whose country code is not stored.
const NUMBER_OTHERWISE: f32 = 0.98;

/// The last seven digits of a number, or fewer.
const NUMBER_ENDS: f32 = 0.95;

/// The part of an address before the "@": below a family name, above a given name, which it may be as well.
const LOCAL_PART: f32 = 0.94;

/// The beginning of an address, below the beginning of a name.
const ADDRESS_BEGINS: f32 = 0.88;

/// A mistyped address is compared letter by letter; people have similar addresses.
const ADDRESS_MISTYPED: f32 = 0.97;

/// The name inside an unknown address is only a hint.
const UNKNOWN_ADDRESS: f32 = 0.7;

/// The weight of words beside an identifier: a gap in them counts half.
const BESIDE: f32 = 0.5;

/// The shortest text taken for the beginning of an address.
const SHORTEST_BEGINNING: usize = 4;

/// The contacts that an identifier names, with score and reason.
type Named = BTreeMap<u32, (f32, Reason)>;

impl Search<'_> {
    /// By identifiers and the words beside them.
    pub(super) fn identified(&self, mut question: Question) -> Findings {
        let mut missing = Vec::new();
        let mut named: Vec<Vec<Named>> = Vec::new();
        for identifier in &question.identifiers {
            let holders = self.holders(identifier, &mut question.words);
            if holders.iter().all(Named::is_empty) {
                missing.push(Missing::Text(match identifier {
                    Identifier::Address(text) | Identifier::Half(text) => text.clone(),
                    Identifier::Number(number) => number.shown(),
                }));
            } else {
                named.push(holders);
            }
        }
        if named.is_empty() {
            let text: Vec<&str> = question.words.iter().map(|word| word.text.as_str()).collect();
            let mut findings = self.by_words(&text.join(" "), &question.words);
            // The name inside an unknown address is a hint only if all of it is a contact's name.
            findings.found.retain(|found| found.missing.is_empty());
            for found in &mut findings.found {
                found.missing.extend(missing.iter().cloned());
                found.score *= UNKNOWN_ADDRESS;
            }
            findings.is_client = false;
            return findings;
        }
        let words = self.kept(&question.words);
        let readings = self.readings(&words, "");
        let mut found = Vec::new();
        for (number, (part, reading)) in self.parts.iter().zip(&readings).enumerate() {
            let mut reading_widened = None;
            let contacts: Vec<u32> = named.iter().flat_map(|holders| holders[number].keys().copied()).collect();
            for contact in contacts {
                let unnamed = named.iter().filter(|holders| !holders[number].contains_key(&contact)).count();
                let matched = || named.iter().filter_map(|holders| holders[number].get(&contact));
                let Some(value) = matched().map(|(value, _)| *value).max_by(f32::total_cmp) else { continue };
                let reasons: Vec<Reason> = matched().map(|(_, reason)| reason.clone()).collect();
                let mut one = Found {
                    part: number,
                    contact,
                    score: value,
                    literal: value >= NUMBER_ENDS,
                    exact: value >= NUMBER_ENDS,
                    addressed: reasons.iter().any(|reason| matches!(reason, Reason::Email { .. })),
                    reasons,
                    missing: missing.clone(),
                    ..Found::default()
                };
                if unnamed > 0 {
                    one.missing.push(Missing::Another);
                }
                if !words.is_empty() {
                    let score_with = |reading: &Reading<'_>| {
                        let beside = reading.context.beside(contact);
                        Score::of(part.people, &reading.probe, contact, &beside, true)
                            .map(|score| (score, self.found(number, reading, contact, &score)))
                    };
                    let mut scored = score_with(reading);
                    if scored.as_ref().is_none_or(|(score, _)| score.missing != 0) {
                        let widened = reading_widened.get_or_insert_with(|| {
                            let mut again = self.readings(&words, "").swap_remove(number);
                            self.widen(part, &mut again.probe, 0);
                            again.context.widen(&again.probe);
                            again
                        });
                        scored = score_with(widened).or(scored);
                    }
                    // At a known domain, the name inside the address is a contact's name or none.
                    let is_owner = scored.as_ref().is_some_and(|(score, _)| score.literal && score.missing == 0);
                    if one.reasons.contains(&Reason::EmailDomain) && !is_owner {
                        continue;
                    }
                    if let Some((score, of_words)) = scored {
                        one.score -= BESIDE * (1.0 - score.value);
                        one.literal &= score.literal;
                        one.exact &= score.exact;
                        one.reasons.extend(of_words.reasons);
                        one.missing.extend(of_words.missing);
                    }
                }
                found.push(one);
            }
        }
        Findings { found, ..Findings::default() }
    }

    /// In every part, the contacts that an identifier names. The name in an unknown address is read as words.
    fn holders(&self, identifier: &Identifier, words: &mut Vec<Word>) -> Vec<Named> {
        match identifier {
            Identifier::Number(number) => self.with_number(number),
            Identifier::Half(half) => self.addressed(half, LOCAL_PART, |emails| match half.split_once('@') {
                Some(("", domain)) => emails.of_domain(domain).collect(),
                Some((local, _)) => emails.with_local(local).collect(),
                None => Vec::new(),
            }),
            Identifier::Address(address) => {
                let holders = self.with_address(address);
                if !holders.iter().all(Named::is_empty) {
                    return holders;
                }
                let (local, domain) = address.split_once('@').unwrap_or((address, ""));
                words.extend(fold::words(local).iter().map(|word| Word::needed(word)));
                let domain = domain.to_lowercase();
                self.named(|part| {
                    let contacts = part.people.emails.of_domain(&domain);
                    contacts.map(|contact| (contact, LOCAL_PART, Reason::EmailDomain)).collect()
                })
            }
        }
    }

    /// By an address: exactly, by its beginning while it is typed, by what is nearly it.
    fn with_address(&self, address: &str) -> Vec<Named> {
        let mut found = self.addressed(address, LITERAL, |emails| emails.exactly(address));
        if found.iter().all(Named::is_empty) && self.unfinished {
            found = self.addressed(address, ADDRESS_BEGINS, |emails| emails.beginning_with(address));
        }
        if found.iter().all(Named::is_empty) {
            found = self.named(|part| {
                let near = part.people.emails.nearly(address).into_iter();
                near.map(|(contact, likeness)| (contact, likeness * ADDRESS_MISTYPED, by_address(address))).collect()
            });
        }
        found
    }

    fn with_number(&self, number: &Typed) -> Vec<Named> {
        let with_score = |part: &Part<'_>, numbers: Vec<(u32, Number)>| {
            let has =
                |contact: u32| part.people.ids.get(contact as usize).is_some_and(|&id| (self.query.has)(id, number));
            let held = numbers.into_iter().filter(|&(contact, _)| part.admits(contact) && has(contact));
            let scored = held.take(candidates::MOST_OF_WORD).map(|(contact, how)| {
                let score = match how {
                    Number::Whole => LITERAL,
                    // The stored number's country is not known.
                    Number::Otherwise => NUMBER_OTHERWISE,
                    Number::Ending => NUMBER_ENDS,
                };
                (contact, score, Reason::Phone { typed: number.clone() })
            });
            scored.collect()
        };
        let found = self.named(|part| with_score(part, part.people.phones.find(number)));
        if !found.iter().all(Named::is_empty) {
            return found;
        }
        self.named(|part| with_score(part, part.people.phones.find_without_country(number)))
    }

    /// By what may be the part of an address before the "@".
    pub(super) fn by_local_part(&self, text: &str) -> Vec<Found> {
        let text = text.trim();
        if text.contains(char::is_whitespace) {
            return Vec::new();
        }
        let score = if self.unfinished { ADDRESS_BEGINS } else { LOCAL_PART };
        let mut named = self.addressed(text, score, |emails| emails.with_local(text).collect());
        if named.iter().all(Named::is_empty) && self.unfinished && text.len() >= SHORTEST_BEGINNING {
            named = self.addressed(text, score, |emails| emails.beginning_with(text));
        }
        let parts = named.into_iter().enumerate();
        let found = parts.flat_map(|(part, named)| {
            named.into_iter().map(move |(contact, (score, reason))| Found {
                part,
                contact,
                score,
                literal: !self.unfinished,
                addressed: true,
                reasons: vec![reason],
                ..Found::default()
            })
        });
        found.collect()
    }

    /// In every part, the contacts that an address or a part of one names.
    fn addressed(&self, typed: &str, score: f32, find: impl Fn(&Emails) -> Vec<u32>) -> Vec<Named> {
        self.named(|part| {
            let contacts = find(&part.people.emails).into_iter();
            contacts.map(|contact| (contact, score, by_address(typed))).collect()
        })
    }

    /// In every part, the contacts that may be returned.
    fn named(&self, find: impl Fn(&Part<'_>) -> Vec<(u32, f32, Reason)>) -> Vec<Named> {
        let of_part = |part: &Part<'_>| {
            let mut named = Named::new();
            let admitted = find(part).into_iter().filter(|(contact, ..)| part.admits(*contact));
            for (contact, score, reason) in admitted.take(candidates::MOST_OF_WORD) {
                let other = named.entry(contact).or_insert((score, reason.clone()));
                if other.0 < score {
                    *other = (score, reason);
                }
            }
            named
        };
        self.parts.iter().map(of_part).collect()
    }
}

fn by_address(typed: &str) -> Reason {
    Reason::Email { typed: typed.to_owned() }
}
