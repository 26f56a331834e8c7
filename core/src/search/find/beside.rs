//! Contacts by what their records say beside the name: "bob globex", "wilson the controller", "ceo acme".

use std::cmp::Reverse;

use crate::search::find::{Found, Part, Reading, Search};
use crate::search::probe::MOST_WORDS;

/// Contacts of the rarest word that are looked at: more than any organization has, and few enough to be fast.
const MOST_LOOKED_AT: usize = 5_000;

/// Contacts scored, unless more explain as many words: many times as many as are shown.
const MOST_SCORED: usize = 200;

/// Contacts looked at if only a look at each one tells, as for a city.
const MOST_OF_ALL: usize = 200_000;

/// Letters that may be a contact's initials rather than a short name.
const LONGEST_INITIALS: usize = 3;

impl Search<'_> {
    /// In every part, the contacts that explain words beside their names.
    pub(super) fn by_context(&self, readings: &[Reading<'_>], needed: u8, written: &[char]) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().zip(readings);
        let found = parts.flat_map(|((at, part), reading)| {
            let contacts = part.explaining(reading, needed);
            self.score(at, reading, contacts, written)
        });
        found.collect()
    }
}

impl Part<'_> {
    /// The contacts that the rarest of the words stands for and that explain something beside the name. A contact that
    /// explains every word is among them.
    fn explaining(&self, reading: &Reading<'_>, needed: u8) -> Vec<u32> {
        let meant = reading.context.meant() & needed;
        if meant == 0 {
            return Vec::new();
        }
        let mut contacts = if let Some(members) = self.scope.members {
            members.to_vec()
        } else {
            let words = (0..MOST_WORDS).filter(|at| needed & 1 << at != 0);
            let counted = words.clone().filter_map(|at| {
                // A word that is no whole word of a name may be initials.
                let is_long = reading.probe.words[at].text.len() > LONGEST_INITIALS;
                let is_whole = (meant | reading.probe.exactly_named_mask()) & 1 << at != 0;
                (is_long && is_whole).then_some(())?;
                Some((reading.context.count(at)? + self.count(reading, at), at))
            });
            // A word that no contact has explains nothing in this spelling.
            let short = words.filter_map(|at| Some((reading.context.count(at)? + self.count(reading, at), at)));
            let rarest = counted.filter(|(count, _)| *count > 0).min();
            match rarest.or_else(|| short.filter(|(count, _)| *count > 0).min()) {
                Some((_, at)) => self.of_word(reading, at, needed),
                None => (0..self.people.len()).take(MOST_OF_ALL).collect(),
            }
        };
        contacts.sort_unstable();
        contacts.dedup();
        let named = reading.context.organizations_named(contacts.len());
        let beside = |contact: u32| reading.context.mask(contact, named.as_ref()) & needed;
        contacts.retain(|&contact| beside(contact) != 0 && (self.scope.admit)(contact));
        if contacts.len() > MOST_SCORED {
            let explained = |contact: u32| {
                let name = self.people.parts(contact).iter();
                let mask = name.fold(beside(contact), |mask, part| mask | reading.probe.mask_of(part.word()));
                (mask & needed).count_ones()
            };
            let mut counted: Vec<(u32, u32)> = contacts.iter().map(|&contact| (explained(contact), contact)).collect();
            let (_, &mut (least, _), _) = counted.select_nth_unstable_by_key(MOST_SCORED, |&(words, _)| Reverse(words));
            counted.retain(|&(words, _)| words >= least);
            contacts = counted.into_iter().map(|(_, contact)| contact).collect();
        }
        contacts
    }

    /// How many names have what a word may mean.
    fn count(&self, reading: &Reading<'_>, at: usize) -> usize {
        let probe = &reading.probe;
        let has = |unit: usize| probe.units[unit].mask & 1 << at != 0;
        let hits = probe.hits.iter().filter(|hit| has(hit.unit)).map(|hit| self.people.names_with(hit.word).len());
        let spans = probe.spans.iter().filter(|span| has(span.unit));
        hits.sum::<usize>() + spans.map(|span| self.people.names_with_any(span.words.clone()).len()).sum::<usize>()
    }

    /// The contacts that a word may stand for.
    fn of_word(&self, reading: &Reading<'_>, at: usize, needed: u8) -> Vec<u32> {
        let probe = &reading.probe;
        let mut contacts = Vec::new();
        reading.context.contacts(at, &mut contacts);
        contacts.truncate(MOST_LOOKED_AT);
        // For a word alone, the contacts with that name were found by it already.
        if needed.is_power_of_two() {
            return contacts;
        }
        let has = |unit: usize| probe.units[unit].mask & 1 << at != 0;
        let hits = probe.hits.iter().filter(|hit| has(hit.unit)).map(|hit| self.people.names_with(hit.word));
        let spans = probe.spans.iter().filter(|span| has(span.unit));
        let names = hits.chain(spans.map(|span| self.people.names_with_any(span.words.clone()))).flatten();
        contacts.extend(names.map(|(_, entry)| entry.contact()).take(MOST_LOOKED_AT));
        contacts.truncate(MOST_LOOKED_AT);
        contacts
    }
}
