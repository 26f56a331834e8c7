//! Takes a contact's name apart.

mod fields;

use crate::domain::contact::Contact;
use crate::search::ablation;
use crate::search::fold;
use crate::search::names::fields::{family, given, others, whole};
use crate::search::romanised;

/// What part of a name a word is. The order matters: of equally good matches on one word, family names come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The role of its number.
    pub(crate) fn of_bits(bits: u32) -> Self {
        match bits {
            0 => Self::Family,
            1 => Self::Given,
            2 => Self::Called,
            3 => Self::FamilyPart,
            _ => Self::Middle,
        }
    }

    /// Whether it is (part of) a family name.
    pub(crate) fn is_family(self) -> bool {
        matches!(self, Self::Family | Self::FamilyPart)
    }
}

/// Forms of address before a name.
const TITLES: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "reverend",
    "fr",
    "sir",
    "dame",
    "lord",
    "lady",
    "hon",
    "capt",
    "sgt",
    "lt",
    "herr",
    "frau",
    "sr",
    "sra",
    "mme",
];

/// Words that follow a name without being part of it. Words that may be names or begin one ("Do", "Pa") are left out.
const SUFFIXES: [&str; 17] =
    ["jr", "sr", "ii", "iii", "iv", "esq", "md", "phd", "dds", "dmd", "cpa", "mba", "rn", "dvm", "jd", "pmp", "cissp"];

/// Small words inside a family name by which no contact is looked up.
const PARTICLES: [&str; 40] = [
    "de", "la", "las", "los", "le", "les", "du", "des", "da", "das", "do", "dos", "del", "della", "di", "van", "der",
    "den", "von", "vom", "zu", "zum", "zur", "ten", "ter", "te", "af", "av", "al", "el", "bin", "ibn", "ben", "bat",
    "st", "mc", "mac", "o", "d", "y",
];

/// Strips forms of address and suffixes from the words of a whole name, as long as a name remains.
pub(crate) fn strip_address(words: &mut Vec<String>) {
    while words.len() > 1 && TITLES.contains(&words[0].as_str()) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|word| SUFFIXES.contains(&word.as_str())) {
        words.pop();
    }
}

/// Whether a word is a form of address or what follows a name.
pub(crate) fn is_form_of_address(word: &str) -> bool {
    TITLES.contains(&word) || SUFFIXES.contains(&word)
}

/// Whether a word follows a name without being part of it.
pub(crate) fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

/// Whether a word is a small one inside family names.
pub(crate) fn is_particle(word: &str) -> bool {
    word.len() > 1 && PARTICLES.contains(&word)
}

/// The words a contact's name can be found by. The same word may have several roles.
pub(crate) fn parts(contact: &Contact) -> Vec<(String, Role)> {
    let mut parts = Vec::new();
    let [name, first, last] = [&contact.name, &contact.first_name, &contact.last_name]
        .map(|field| field.as_deref().map(fold::with_lost_letters));
    let name = name.as_deref();
    match (first.as_deref(), last.as_deref()) {
        (None, None) => whole(name.unwrap_or_default(), &mut parts),
        (Some(first), None) => match name.and_then(|name| name.strip_prefix(first)) {
            Some(rest) if !fold::words(rest).is_empty() => {
                given(first, &mut parts);
                family(rest, &mut parts);
            }
            _ => whole(first, &mut parts),
        },
        (None, Some(last)) => match name.and_then(|name| name.strip_suffix(last)) {
            Some(rest) if !fold::words(rest).is_empty() => {
                given(rest, &mut parts);
                family(last, &mut parts);
            }
            _ => family(last, &mut parts),
        },
        (Some(first), Some(last)) => {
            given(first, &mut parts);
            family(last, &mut parts);
            let is_both = |name: &str| name.strip_prefix(first).is_some_and(|rest| rest.trim_start() == last);
            if let Some(name) = name.filter(|name| !is_both(name)) {
                others(name, &mut parts);
            }
        }
    }
    let mut fields = [&contact.name, &contact.first_name, &contact.last_name].into_iter().flatten();
    if fields.any(|text| romanised::is_foreign(text)) && ablation::is_on(ablation::Part::Scripts) {
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
