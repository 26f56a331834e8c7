//! Contacts by what their records say beside the name: "bob globex", "wilson the controller", "ceo acme".

use std::cmp::Reverse;

use crate::search::find::{Part, Reading};
use crate::search::probe::bits;

/// Contacts of the rarest word that are looked at: more than any organization has, and few enough to be fast.
const MOST_LOOKED_AT: usize = 5_000;

/// Contacts scored, unless more explain as many words: many times as many as are shown.
const MOST_SCORED: usize = 200;

/// Contacts looked at if only a look at each one tells, as for a city.
const MOST_OF_ALL: usize = 200_000;

/// Letters that may be a contact's initials rather than a short name.
const LONGEST_INITIALS: usize = 3;

impl Part<'_> {
    /// The contacts that the rarest word stands for and that explain something beside the name.
    pub(super) fn explaining(&self, reading: &Reading<'_>, needed: u8) -> Vec<u32> {
        let meant = reading.context.meant & needed;
        if meant == 0 {
            return Vec::new();
        }
        let mut contacts = if let Some(members) = self.members {
            members.to_vec()
        } else {
            // A word that is no whole word of a name may be initials.
            let is_clear = |at: &usize| {
                let is_long = reading.probe.words[*at].text.len() > LONGEST_INITIALS;
                is_long && (meant | reading.probe.exactly_named) & 1 << at != 0
            };
            let names = |at| reading.probe.meant_by(at).map(|words| self.people.pairs.rows(words).len()).sum::<usize>();
            // A word that no contact has explains nothing in this spelling.
            let count = |at| Some((reading.context.count(at)? + names(at), at));
            let counted = |at| count(at).filter(|(count, _)| *count > 0);
            let rarest = bits(needed).filter(is_clear).filter_map(counted).min();
            match rarest.or_else(|| bits(needed).filter_map(counted).min()) {
                Some((_, at)) => self.of_word(reading, at, needed),
                None => (0..self.people.len()).take(MOST_OF_ALL).collect(),
            }
        };
        contacts.sort_unstable();
        contacts.dedup();
        let named = reading.context.organization.all_named(contacts.len());
        let beside = |contact: u32| reading.context.mask(contact, named.as_ref()) & needed;
        contacts.retain(|&contact| beside(contact) != 0 && self.admits(contact));
        if contacts.len() > MOST_SCORED {
            let explained = |contact: u32| {
                let name = self.people.parts.row(contact).iter();
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

    fn of_word(&self, reading: &Reading<'_>, at: usize, needed: u8) -> Vec<u32> {
        let mut contacts = Vec::new();
        reading.context.contacts(at, &mut contacts);
        contacts.truncate(MOST_LOOKED_AT);
        // For a word alone, the contacts with that name were found by it already.
        if needed.is_power_of_two() {
            return contacts;
        }
        let names = reading.probe.meant_by(at).flat_map(|words| self.people.pairs.rows(words));
        contacts.extend(names.map(|(_, entry)| entry.contact()).take(MOST_LOOKED_AT));
        contacts.truncate(MOST_LOOKED_AT);
        contacts
    }
}
