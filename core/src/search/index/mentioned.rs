//! The organizations that an alert is about, by what it names and by the addresses in it.

use std::collections::BTreeMap;

use crate::domain::id::OrganizationId;
use crate::search::index::{Index, first_letters};
use crate::search::mentions;

/// Letters of a message that are looked at: more than Discord allows.
const LONGEST_MESSAGE: usize = 8_000;

/// A domain belongs to an organization if this many in [`OWNED_IN`] contacts with an address there are its own: a
/// contact may be on record twice, but a domain that many share belongs to none.
const OWNED: usize = 3;

/// See [`OWNED`].
const OWNED_IN: usize = 4;

impl Index {
    /// The organizations that a text about something else names, such as an alert's, `limit` at most: those named most
    /// clearly first. By the addresses in it, it names those whose people have addresses there, unless it names others.
    #[must_use]
    pub fn organizations_in(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        let text = first_letters(text, LONGEST_MESSAGE);
        let mut named = self.mentions.named_in(text);
        if named.iter().all(|organization| self.mentions.is_aside(*organization)) {
            let owner = |domains: Vec<String>| domains.iter().find_map(|domain| self.owner(domain));
            named.extend(mentions::domains(text).filter_map(owner));
        }
        let mut named = self.mentions.without_asides(named);
        named.truncate(limit);
        named
    }

    /// The organization whose contacts, and hardly any others, have addresses in a domain.
    fn owner(&self, domain: &str) -> Option<OrganizationId> {
        if mentions::is_free_mail(domain) {
            return None;
        }
        let is_gone = |contact: &u32| self.gone.binary_search(contact).is_ok();
        let base = self.base.emails.of_domain(domain).filter(|contact| !is_gone(contact));
        let base = base.map(|contact| self.base.organization(contact));
        let overlay = self.overlay.emails.of_domain(domain).map(|contact| self.overlay.organization(contact));
        let mut people: BTreeMap<Option<OrganizationId>, usize> = BTreeMap::new();
        for organization in base.chain(overlay) {
            *people.entry(organization).or_default() += 1;
        }
        let all: usize = people.values().sum();
        let (organization, most) = people.into_iter().max_by_key(|(_, count)| *count)?;
        organization.filter(|_| most * OWNED_IN >= all * OWNED)
    }
}
