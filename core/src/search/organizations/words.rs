//! The words of organizations' names, and what they tell.

use std::collections::BTreeSet;

use crate::search::fold;
use crate::search::lists::{List, WORDS, Words};

/// What a legal form or a small word says beside an ordinary word.
pub(super) const NEARLY_NOTHING: f32 = 0.01;

/// Words that are written out or shortened at will ("Saint Brigid's", "St. Brigid's").
const SHORTENED: [(&str, &str); 6] =
    [("saint", "st"), ("sainte", "st"), ("sankt", "st"), ("mount", "mt"), ("fort", "ft"), ("brothers", "bros")];

/// A word as it is kept, if it is one that is written out or shortened at will.
pub(crate) fn spelled(word: &str) -> &str {
    SHORTENED.iter().find(|(long, _)| *long == word).map_or(word, |(_, short)| short)
}

/// The words of an organization's name; letters in a row are one word, as in "L.L.C.".
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last_was_letter = false;
    for word in fold::words(name) {
        let is_letter = word.len() == 1;
        match words.last_mut() {
            Some(last) if is_letter && last_was_letter => last.push_str(&word),
            _ => words.push(spelled(&word).to_owned()),
        }
        last_was_letter = is_letter;
    }
    words
}

/// Whether a word of an organization's name is one that people write or leave out at will.
pub(crate) fn is_filler(word: &str) -> bool {
    WORDS.legal.has(word) || WORDS.small.has(word)
}

/// The initials of a name with and without its legal form and small words.
pub(super) fn initials(words: &[String]) -> BTreeSet<String> {
    let of = |skip: &[&List]| -> String {
        let kept = words.iter().filter(|word| !skip.iter().any(|list| list.has(word)));
        kept.filter_map(|word| word.chars().next()).collect()
    };
    let Words { legal, small, .. } = &*WORDS;
    let initials = [of(&[]), of(&[legal]), of(&[small]), of(&[legal, small])];
    initials.into_iter().filter(|acronym| acronym.len() > 1).collect()
}

/// The rarer a word, the more it tells; inverse document frequency, with 1 for a word of one organization.
#[expect(clippy::cast_precision_loss, reason = "counts of organizations")]
pub(super) fn weight(word: &str, count: u32, all: u32) -> f32 {
    if is_filler(word) {
        return NEARLY_NOTHING;
    }
    let all = all.max(1) as f32 + 1.0;
    ((all / count.max(1) as f32).ln() / all.ln()).clamp(0.1, 1.0)
}
