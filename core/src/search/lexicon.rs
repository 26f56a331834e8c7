//! The words of one kind of record, with every way of finding them.

use crate::search::ablation::{self, Part};
use crate::search::fuzzy::{self, Neighbourhood};
use crate::search::phonetic;
use crate::search::unread;
use crate::search::vocabulary::Vocabulary;

/// A vocabulary with its neighbourhoods.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    neighbourhood: Neighbourhood,
    /// By [`phonetic::sounds`].
    sounds: Vec<(u32, u32)>,
    /// The words with letters that were lost.
    unread: Vec<u32>,
}

/// How a word of the index was found from a typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// It is the same.
    Exact,
    /// It begins with what was typed.
    Begins,
    /// Its first letter was typed.
    Initial,
    /// One is a nickname of the other.
    Nickname,
    /// A letter or two differ.
    Typo,
    /// It sounds the same.
    Sound,
}

impl How {
    /// Whether the letters typed are those stored.
    pub(crate) fn is_literal(self) -> bool {
        matches!(self, Self::Exact | Self::Begins | Self::Initial)
    }
}

/// A word of the index that may have been meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Similar {
    pub(crate) word: u32,
    pub(crate) likeness: f32,
    pub(crate) how: How,
}

/// Below this a word is too far off to be worth pairing with anything.
const LEAST_LIKENESS: f32 = 0.50;

/// Two words that sound alike must also look alike this much: the codes alone join "Jane" with "Gwen".
const LEAST_LIKENESS_OF_SOUND: f32 = 0.48;

/// What sounding alike adds, as a share of what is missing to identity.
const SOUND_CREDIT: f32 = 0.25;

/// A stored word whose readable letters are all typed, with some letters lost.
const UNREAD_LETTERS: f32 = 0.985;

/// The shortest word with a digit: two letters at least are left to compare.
const SHORTEST_WITH_DIGIT: usize = 3;

/// The nearest words kept of each typed one; the pairs of two words are tried all.
const MOST_SIMILAR: usize = 96;

impl Lexicon {
    /// Builds from sorted, distinct words.
    pub(crate) fn of<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> Self {
        let vocabulary = Vocabulary::of(words);
        let neighbourhood =
            if ablation::is_on(Part::Edits) { Neighbourhood::of(&vocabulary) } else { Neighbourhood::default() };
        let sounds = if ablation::is_on(Part::Sounds) { phonetic::sounds(&vocabulary) } else { Vec::new() };
        let unread = (0..vocabulary.len()).filter(|&id| unread::is_in(vocabulary.word(id))).collect();
        Self { vocabulary, neighbourhood, sounds, unread }
    }

    /// The words that differ little from the typed one or sound like it, best first. Digits are identity: a word with
    /// digits is never another one misspelled.
    pub(crate) fn similar(&self, typed: &str) -> Vec<Similar> {
        if has_digit(typed) {
            return Vec::new();
        }
        let near = self.neighbourhood.near(&self.vocabulary, typed).into_iter();
        let mut similar: Vec<Similar> = near.map(|(word, distance)| self.slip(typed, word, distance)).collect();
        for word in phonetic::alike(&self.sounds, typed) {
            let stored = self.vocabulary.word(word);
            if stored == typed {
                continue;
            }
            let looks = fuzzy::likeness(typed, stored, strsim::osa_distance(typed, stored));
            if looks < LEAST_LIKENESS_OF_SOUND {
                continue;
            }
            let likeness = looks + SOUND_CREDIT * (1.0 - looks);
            match similar.iter_mut().find(|other| other.word == word) {
                Some(other) => (other.likeness, other.how) = (likeness, How::Sound),
                None => similar.push(Similar { word, likeness, how: How::Sound }),
            }
        }
        for &word in self.unread.iter().filter(|&&word| unread::may_be(self.vocabulary.word(word), typed)) {
            similar.retain(|other| other.word != word);
            similar.push(Similar { word, likeness: UNREAD_LETTERS, how: How::Typo });
        }
        similar.retain(|similar| similar.likeness >= LEAST_LIKENESS && !has_digit(self.vocabulary.word(similar.word)));
        similar.sort_unstable_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.word.cmp(&b.word)));
        similar.truncate(MOST_SIMILAR);
        similar
    }

    /// The words that the typed one is if its only digit stands for a letter, because digits are on the row above the
    /// letters: "j0hn", "y9ung". A digit after a whole word does not belong to it: "smith2" is not "smith".
    pub(crate) fn with_letter_for_digit(&self, typed: &str) -> Vec<Similar> {
        let mut digits = typed.match_indices(|letter: char| letter.is_ascii_digit());
        let (Some((at, digit)), None) = (digits.next(), digits.next()) else { return Vec::new() };
        if typed.len() < SHORTEST_WITH_DIGIT {
            return Vec::new();
        }
        let (before, after) = (&typed[..at], &typed[at + digit.len()..]);
        let words = ('a'..='z').filter_map(|letter| self.vocabulary.find(&format!("{before}{letter}{after}")));
        words.map(|word| self.slip(typed, word, 1)).collect()
    }

    fn slip(&self, typed: &str, word: u32, distance: usize) -> Similar {
        Similar { word, likeness: fuzzy::likeness(typed, self.vocabulary.word(word), distance), how: How::Typo }
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}
