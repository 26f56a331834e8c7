//! The organizations that an alert is about, by what it names and by the addresses in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{ContactId, OrganizationId};
use crate::search::index::{Index, first_letters};
use crate::search::lists::WORDS;
use crate::search::mentions;
use crate::search::phones::{Found, Phones, Typed};
use crate::search::question;

/// Letters of a message that are looked at: more than Discord allows.
const LONGEST_MESSAGE: usize = 8_000;

/// A domain belongs to an organization if this many in [`OWNED_IN`] contacts with an address there are its own: a
/// contact may be on record twice, but a domain that many share belongs to none.
const OWNED: usize = 3;

/// See [`OWNED`].
const OWNED_IN: usize = 4;

impl Index {
    /// The organizations that a text about something else names, such as an alert's, `limit` at most: those named most
    /// clearly first. By the addresses and phone numbers in it, it names those whose people have them, unless it names others.
    pub fn organizations_in(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        let text = first_letters(text, LONGEST_MESSAGE);
        let is_of_person = |word: &str| self.parts().any(|(people, _)| people.lexicon.vocabulary.find(word).is_some());
        let mut named = self.mentions.named_in(text, &is_of_person);
        if named.iter().all(|organization| self.mentions.is_aside(*organization)) {
            let owner = |domains: Vec<String>| domains.iter().find_map(|domain| self.owner(domain));
            named.extend(mentions::domains(text).filter_map(owner));
        }
        if named.is_empty() {
            named.extend(self.callers(text).into_iter().filter_map(|contact| self.organization_of(contact)));
        }
        let mut named = self.mentions.without_asides(named);
        named.truncate(limit);
        named
    }

    /// The contacts who have a whole phone number that stands in a text.
    pub fn callers(&self, text: &str) -> Vec<ContactId> {
        let with = |find: &dyn Fn(&Phones) -> Vec<(u32, Found)>| {
            let whole = |(contact, how): (u32, Found)| (how != Found::Ending).then_some(contact);
            let whole = self.current(|people| find(&people.phones).into_iter().filter_map(whole));
            let callers: Vec<ContactId> =
                whole.filter_map(|(people, contact)| people.ids.get(contact as usize).copied()).collect();
            callers
        };
        let numbers = question::numbers(first_letters(text, LONGEST_MESSAGE)).into_iter().filter(Typed::is_long);
        let callers = numbers.flat_map(|number| {
            let callers = with(&|phones| phones.find(&number));
            if callers.is_empty() { with(&|phones| phones.find_without_country(&number)) } else { callers }
        });
        callers.collect::<BTreeSet<ContactId>>().into_iter().collect()
    }

    /// The organization whose contacts, and hardly any others, have addresses in a domain.
    fn owner(&self, domain: &str) -> Option<OrganizationId> {
        if WORDS.free_mail.has(domain) {
            return None;
        }
        let mut counts: BTreeMap<Option<OrganizationId>, usize> = BTreeMap::new();
        for (people, contact) in self.current(|people| people.emails.of_domain(domain)) {
            *counts.entry(people.organizations.get(contact)).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let (organization, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        organization.filter(|_| most * OWNED_IN >= all * OWNED)
    }
}
