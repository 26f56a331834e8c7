//! E-mail addresses, whole, in part and mistyped.

use std::cmp::Reverse;

use crate::domain::contact::{Contact, Email};
use crate::search::fuzzy;
use crate::search::grouped::Grouped;
use crate::search::vocabulary::{Vocabulary, numbered};

/// The addresses of all contacts.
#[derive(Debug, Default)]
pub(crate) struct Emails {
    domains: Vocabulary,
    locals: Vocabulary,
    /// Local part to contact.
    contacts: Grouped<(u32, u32)>,
    /// Domain to local part and contact.
    of_domain: Grouped<(u32, u32)>,
}

/// Addresses of one domain that are compared one by one; the large ones belong to mail providers.
const MOST_COMPARED: usize = 60_000;

/// What stands before the tag of an address (RFC 5233).
const TAG: char = '+';

/// An address with another tag is the same mailbox, and still not what was typed.
const SAME_MAILBOX: f32 = 0.985;

/// Mistyped domains tried.
const MOST_DOMAINS: usize = 4;

impl Emails {
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = (u32, &'a Contact)>) -> Self {
        let mut addresses: Vec<(String, String, u32)> = Vec::new();
        for (contact, record) in contacts {
            for email in &record.emails {
                if let Some((local, domain)) = split(&email.value) {
                    let shown = shown_domain(&domain).map(|shown| (local.clone(), shown, contact));
                    addresses.push((local, domain, contact));
                    addresses.extend(shown);
                }
            }
        }
        let (domains, domain_ids) = numbered(addresses.iter().map(|address| address.1.as_str()));
        let (locals, local_ids) = numbered(addresses.iter().map(|address| address.0.as_str()));
        let (domains, locals) = (Vocabulary::of(domains), Vocabulary::of(locals));
        let ids = || addresses.iter().zip(&local_ids).zip(&domain_ids);
        let by_local = ids().map(|((address, local), domain)| (*local, (address.2, *domain)));
        let by_domain = ids().map(|((address, local), domain)| (*domain, (*local, address.2)));
        let contacts = Grouped::new(locals.len(), by_local.collect());
        let of_domain = Grouped::new(domains.len(), by_domain.collect());
        Self { domains, locals, contacts, of_domain }
    }

    pub(crate) fn exactly(&self, address: &str) -> Vec<u32> {
        let Some((local, domain)) = split(address) else { return Vec::new() };
        let Some(domain) = self.domains.find(&domain) else { return Vec::new() };
        self.of_local(&local).iter().filter(|entry| entry.1 == domain).map(|entry| entry.0).collect()
    }

    /// The contacts, with the domains, of exactly this local part.
    fn of_local(&self, local: &str) -> &[(u32, u32)] {
        self.locals.find(local).map(|word| self.contacts.row(word)).unwrap_or_default()
    }

    /// The same of this local part, with a tag or without.
    fn of_mailbox<'a>(&'a self, local: &str) -> impl Iterator<Item = &'a (u32, u32)> + use<'a> {
        let tagged = self.locals.beginning_with(&format!("{local}{TAG}"));
        self.of_local(local).iter().chain(self.contacts.rows(tagged))
    }

    /// The contacts whose address has this before the "@", or this with a tag.
    pub(crate) fn with_local(&self, local: &str) -> impl Iterator<Item = u32> {
        self.of_mailbox(&plain_local(local)).map(|entry| entry.0)
    }

    /// The contacts with an address of exactly this domain; a contact with two such addresses comes twice.
    pub(crate) fn of_domain(&self, domain: &str) -> impl Iterator<Item = u32> {
        let word = self.domains.find(&plain_domain(domain));
        word.into_iter().flat_map(|word| self.of_domain.row(word)).map(|entry| entry.1)
    }

    pub(crate) fn beginning_with(&self, start: &str) -> Vec<u32> {
        let start = plain_local(start.trim());
        match start.split_once('@') {
            None => self.contacts.rows(self.locals.beginning_with(&start)).iter().map(|entry| entry.0).collect(),
            Some((local, domain)) => {
                let domains = self.domains.beginning_with(domain);
                let entries = self.of_local(local).iter().filter(|entry| domains.contains(&entry.1));
                entries.map(|entry| entry.0).collect()
            }
        }
    }

    /// The contacts whose address is a letter or two off, each with its likeness, in no order.
    pub(crate) fn nearly(&self, address: &str) -> Vec<(u32, f32)> {
        let Some((local, domain)) = split(address) else { return Vec::new() };
        // Only the tag differs: it+alerts@acme.example is delivered to it@acme.example.
        let mailbox = local.split(TAG).next().unwrap_or_default();
        let mut near = Vec::new();
        if let Some(domain) = self.domains.find(&domain).filter(|_| !mailbox.is_empty()) {
            let entries = self.of_mailbox(mailbox).filter(|entry| entry.1 == domain);
            near.extend(entries.map(|entry| (entry.0, SAME_MAILBOX)));
        }
        if !near.is_empty() {
            return near;
        }
        for (domain, domain_likeness) in self.similar_domains(&domain) {
            let entries = self.of_domain.row(domain);
            for &(word, contact) in &entries[..entries.len().min(MOST_COMPARED)] {
                if let Some(likeness) = alike(&local, self.locals.word(word)) {
                    near.push((contact, likeness.min(domain_likeness)));
                }
            }
        }
        near
    }

    fn similar_domains(&self, domain: &str) -> Vec<(u32, f32)> {
        if let Some(word) = self.domains.find(domain) {
            return vec![(word, 1.0)];
        }
        // The machine form of an internationalized domain does not show how alike two domains are.
        let domain = &shown_domain(domain).unwrap_or_else(|| domain.to_owned());
        let mut similar: Vec<(u32, f32)> = (0..self.domains.len())
            .filter_map(|word| alike(domain, self.domains.word(word)).map(|likeness| (word, likeness)))
            .collect();
        similar.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        similar.truncate(MOST_DOMAINS);
        similar
    }
}

/// How a typed address fits one of a contact's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// By nearly all its letters.
    Near,
    /// By a part of it.
    Part,
    Whole,
}

/// The address of a contact that is meant by a typed one.
pub fn meant<'a>(typed: &str, emails: &'a [Email]) -> Option<(&'a Email, Fit)> {
    let (local, domain) = split(typed).unwrap_or_else(|| (plain_local(typed.trim()), String::new()));
    let fit = |email: &Email| {
        let (own_local, own_domain) = split(&email.value).unwrap_or_default();
        let has_local = own_local == local || own_local.strip_prefix(&local).is_some_and(|tag| tag.starts_with(TAG));
        match (local.is_empty(), domain.is_empty()) {
            (false, false) if own_local == local && own_domain == domain => Fit::Whole,
            (false, true) if has_local => Fit::Part,
            (true, false) if own_domain == domain => Fit::Part,
            _ => Fit::Near,
        }
    };
    let typed = typed.to_lowercase();
    let distance = |email: &Email| strsim::osa_distance(&typed, &email.value.to_lowercase());
    let fits = emails.iter().map(|email| (email, fit(email)));
    // The last of equals would be the least important one.
    fits.rev().max_by_key(|(email, fit)| (*fit, Reverse(distance(email))))
}

/// How alike two address parts are, unless more than two letters differ.
fn alike(typed: &str, stored: &str) -> Option<f32> {
    if typed == stored {
        return Some(1.0);
    }
    let reach = fuzzy::reach(typed.len().max(stored.len()));
    let differing = (fuzzy::letters(typed) ^ fuzzy::letters(stored)).count_ones() as usize;
    if typed.len().abs_diff(stored.len()) > reach || differing > 2 * reach {
        return None;
    }
    let distance = strsim::osa_distance(typed, stored);
    (distance <= reach).then(|| fuzzy::likeness(typed, stored, distance))
}

/// The two parts of an address, as they are compared.
fn split(address: &str) -> Option<(String, String)> {
    let (local, domain) = address.trim().split_once('@')?;
    Some((plain_local(local), plain_domain(domain)))
}

/// Small letters, and the apostrophe of keyboards for those of print.
fn plain_local(local: &str) -> String {
    local.to_lowercase().replace(['’', '‘', 'ʼ', '＇'], "'")
}

/// A domain as machines write it: "xn--mnchberg-65a.example" for "Münchberg.example".
fn plain_domain(domain: &str) -> String {
    match idna::domain_to_ascii(domain) {
        Ok(plain) if !plain.is_empty() => plain,
        _ => domain.to_lowercase(),
    }
}

/// A domain as people read it, if that differs.
fn shown_domain(plain: &str) -> Option<String> {
    // Every such domain has a part that begins so (RFC 5890).
    let (shown, result) = plain.contains("xn--").then(|| idna::domain_to_unicode(plain))?;
    result.ok().map(|()| shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_meant_is_the_one_that_fits_best() {
        let emails = ["jane.doe@acme.example", "reception+it@acme.example", "j.doe@home.example", "no address"];
        let emails = emails.map(|value| Email { value: value.into(), primary: false, label: None });
        for (typed, at, fit) in [
            ("jane.doe@acme.example", 0, Fit::Whole),
            (" JANE.Doe@Acme.example", 0, Fit::Whole),
            ("j.doe@home.example", 2, Fit::Whole),
            ("jane.doe@", 0, Fit::Part),
            ("j.doe", 2, Fit::Part),
            ("reception", 1, Fit::Part),
            ("@home.example", 2, Fit::Part),
            ("jane.doe@acrne.example", 0, Fit::Near),
            ("j.doe@hmoe.example", 2, Fit::Near),
            ("reception@acme.example", 1, Fit::Near),
        ] {
            assert_eq!(meant(typed, &emails), Some((&emails[at], fit)), "{typed}");
        }
        assert_eq!(meant("jane.doe@acme.example", &[]), None);
    }
}
