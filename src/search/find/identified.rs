//! People by what identifies them: e-mail addresses and phone numbers.

use crate::search::Reason;
use crate::search::candidates;
use crate::search::find::{Found, Part, Search};
use crate::search::fold;
use crate::search::phones::{Found as Number, Typed};

/// A whole address and a whole number are literal.
const LITERAL: f32 = 1.0;

/// A whole number whose country code is not stored.
const NUMBER_OTHERWISE: f32 = 0.98;

/// The last seven digits or fewer of a number.
const NUMBER_ENDS: f32 = 0.95;

/// The part of an address before the "@": below a family name, above a given name, which it may be as well.
const LOCAL_PART: f32 = 0.94;

/// The beginning of an address, below the beginning of a name.
const ADDRESS_BEGINS: f32 = 0.88;

/// A mistyped address is compared letter by letter; people have similar addresses.
const ADDRESS_MISTYPED: f32 = 0.97;

/// The name that an unknown address is made of is only a hint.
const UNKNOWN_ADDRESS: f32 = 0.7;

/// What a link to write to somebody begins with.
const MAILTO: &str = "mailto:";

/// The shortest text taken for the beginning of an address.
const SHORTEST_BEGINNING: usize = 4;

impl Search<'_> {
    /// By an address: exactly, by its beginning while it is typed, by what is nearly it, by the name in it.
    pub(super) fn by_address(&self, address: &str) -> Vec<Found> {
        let mut found = self.identified(|part| {
            let exact = part.people.emails.exactly(address).into_iter();
            exact.map(|contact| (contact, LITERAL, Some(Reason::Email))).collect()
        });
        if found.is_empty() && self.unfinished {
            found = self.identified(|part| {
                let begun = part.people.emails.beginning_with(address).into_iter();
                begun.map(|contact| (contact, ADDRESS_BEGINS, Some(Reason::Email))).collect()
            });
        }
        if found.is_empty() {
            found = self.identified(|part| {
                let near = part.people.emails.nearly(address).into_iter();
                near.map(|(contact, likeness)| (contact, likeness * ADDRESS_MISTYPED, Some(Reason::Email))).collect()
            });
        }
        let words = fold::words(address.split('@').next().unwrap_or_default());
        if found.is_empty() && !words.is_empty() {
            let probes: Vec<_> = self.parts.iter().map(|part| part.probe(&words, false)).collect();
            found = self.by_names(&probes, &[]);
            for found in &mut found {
                found.score *= UNKNOWN_ADDRESS;
            }
        }
        found
    }

    /// By a number or its end.
    pub(super) fn by_number(&self, number: &Typed) -> Vec<Found> {
        let with_score = |numbers: Vec<(u32, Number)>| {
            let scored = numbers.into_iter().map(|(contact, how)| match how {
                Number::Whole => (contact, LITERAL, None),
                // Of which country the stored number is nobody knows.
                Number::Otherwise => (contact, NUMBER_OTHERWISE, Some(Reason::PhoneOtherwise)),
                Number::Ending => (contact, NUMBER_ENDS, Some(Reason::PhoneEnds)),
            });
            scored.collect()
        };
        let found = self.identified(|part| with_score(part.people.phones.find(number)));
        if !found.is_empty() {
            return found;
        }
        self.identified(|part| with_score(part.people.phones.find_without_country(number)))
    }

    /// By what may be the part of an address before the "@".
    pub(super) fn by_local_part(&self, text: &str) -> Vec<Found> {
        let text = text.trim();
        if text.contains(char::is_whitespace) {
            return Vec::new();
        }
        let score = if self.unfinished { ADDRESS_BEGINS } else { LOCAL_PART };
        let found = self.identified(|part| {
            let contacts = part.people.emails.with_local(text);
            contacts.map(|contact| (contact, score, Some(Reason::Email))).collect()
        });
        if !found.is_empty() || !self.unfinished || text.len() < SHORTEST_BEGINNING {
            return found;
        }
        self.identified(|part| {
            let contacts = part.people.emails.beginning_with(text).into_iter();
            contacts.map(|contact| (contact, score, Some(Reason::Email))).collect()
        })
    }

    /// In every part, the contacts with their scores that may be answered.
    fn identified(&self, find: impl Fn(&Part<'_>) -> Vec<(u32, f32, Option<Reason>)>) -> Vec<Found> {
        let parts = self.parts.iter().enumerate().flat_map(|(at, part)| {
            let admitted = find(part).into_iter().filter(|&(contact, ..)| (part.scope.admit)(contact));
            admitted.take(candidates::MOST_OF_WORD).map(move |(contact, score, reason)| Found {
                part: at,
                contact,
                score,
                literal: !self.unfinished,
                near: [None, None],
                addressed: reason == Some(Reason::Email),
                reasons: reason.into_iter().collect(),
            })
        });
        parts.collect()
    }
}

/// The e-mail address in a text: "Jane Doe <jane@acme.example>", "mailto:jane@acme.example?subject=…". In "jane @ acme"
/// there is none.
pub(super) fn address(text: &str) -> Option<&str> {
    let ends = |letter: char| letter.is_whitespace() || "<>()[],;\"“”„«»|".contains(letter);
    let mut words = text.split(ends).map(|word| word.trim_matches(['.', ':', '\'', '’', '‘']));
    let word = words.find(|word| word.contains('@') && !word.starts_with('@'))?;
    let is_link = word.get(..MAILTO.len()).is_some_and(|start| start.eq_ignore_ascii_case(MAILTO));
    let address = if is_link { word.get(MAILTO.len()..)? } else { word };
    address.split('?').next()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_found_in_whatever_it_was_copied_with() {
        for text in [
            "jane@acme.example",
            " jane@acme.example. ",
            "Jane Doe <jane@acme.example>",
            "Jane Doe<jane@acme.example>;",
            "\"Doe, Jane\" <jane@acme.example>",
            "mailto:jane@acme.example",
            "MAILTO:jane@acme.example?subject=Re%3A%20outage",
            "<mailto:jane@acme.example>",
            "[jane@acme.example](mailto:jane@acme.example)",
            "From: 'jane@acme.example'",
            "jane@acme.example, bob@acme.example",
        ] {
            assert_eq!(address(text), Some("jane@acme.example"), "{text}");
        }
        for text in ["", "jane @ acme", "@acme", "jane", "<>", "…"] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
