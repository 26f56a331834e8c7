//! Takes a contact's name apart.

mod fields;

use strum::FromRepr;

use crate::domain::contact::Contact;
use crate::search::ablation;
use crate::search::fold;
use crate::search::lists::WORDS;
use crate::search::names::fields::{family, given, others, whole};
use crate::search::romanised;

/// What part of a name a word is. The order matters: of equally good matches on one word, family names come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, FromRepr)]
#[repr(u32)]
pub(crate) enum Role {
    /// The family name, or all of a compound one in one word.
    Family,
    /// The given name.
    Given,
    /// A nickname in the record: `William "Bill" Gates`.
    Called,
    /// One word of a compound family name.
    FamilyPart,
    /// A further given name.
    Middle,
}

impl Role {
    pub(crate) fn is_family(self) -> bool {
        matches!(self, Self::Family | Self::FamilyPart)
    }
}

/// Strips forms of address from the words before a name, as long as a name remains.
pub(super) fn strip_titles<T: AsRef<str>>(words: &mut Vec<T>) {
    while words.len() > 1 && WORDS.titles.has(words[0].as_ref()) {
        words.remove(0);
    }
}

pub(super) fn strip_suffixes<T: AsRef<str>>(words: &mut Vec<T>) {
    while words.len() > 1 && words.last().is_some_and(|word| WORDS.suffixes.has(word.as_ref())) {
        words.pop();
    }
}

/// The words a contact's name can be found by. The same word may have several roles.
pub(crate) fn parts(contact: &Contact) -> Vec<(String, Role)> {
    let mut parts = Vec::new();
    let fields = [&contact.name, &contact.first_name, &contact.last_name];
    let [name, first, last] = fields.map(|field| field.as_deref().map(fold::with_lost_letters));
    let name = name.as_deref();
    let has_words = |rest: &&str| !fold::words(rest).is_empty();
    match (first.as_deref(), last.as_deref()) {
        (None, None) => whole(name.unwrap_or_default(), &mut parts),
        (Some(first), None) => {
            if let Some(rest) = name.and_then(|name| name.strip_prefix(first)).filter(has_words) {
                given(first, &mut parts);
                family(rest, &mut parts);
            } else {
                whole(first, &mut parts);
            }
        }
        (None, Some(last)) => {
            if let Some(rest) = name.and_then(|name| name.strip_suffix(last)).filter(has_words) {
                given(rest, &mut parts);
            }
            family(last, &mut parts);
        }
        (Some(first), Some(last)) => {
            given(first, &mut parts);
            family(last, &mut parts);
            let is_both = |name: &str| name.strip_prefix(first).is_some_and(|rest| rest.trim_start() == last);
            if let Some(name) = name.filter(|name| !is_both(name)) {
                others(name, &mut parts);
            }
        }
    }
    if fields.into_iter().flatten().any(|text| romanised::is_foreign(text)) && ablation::is_on(ablation::Part::Scripts)
    {
        let (given, family) = split(contact);
        parts.extend(romanised::aliases(given, family, contact.emails.iter().map(|email| &*email.value)));
    }
    let mut once: Vec<(String, Role)> = Vec::with_capacity(parts.len());
    for part in parts {
        if !part.0.is_empty() && !once.contains(&part) {
            once.push(part);
        }
    }
    once
}

/// The given and the family name as they are written, as far as they can be told apart.
fn split(contact: &Contact) -> (&str, &str) {
    if let (Some(first), Some(last)) = (&contact.first_name, &contact.last_name) {
        return (first, last);
    }
    let one = [&contact.name, &contact.first_name, &contact.last_name].into_iter().flatten().next();
    let one = one.map(|name| name.trim()).unwrap_or_default();
    one.rsplit_once(char::is_whitespace).unwrap_or_else(|| {
        let at = one.char_indices().nth(1).map_or(one.len(), |(at, _)| at);
        let (family, given) = one.split_at(at);
        (given, family)
    })
}
