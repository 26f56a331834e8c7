//! Words a letter or two away (the symmetric-delete idea of `SymSpell`).
//!
//! Two words within distance *d* share a string that each reaches by deleting at most *d* letters. Every word is filed
//! under what is left of its first [`HEAD`] letters after such deletions; a lookup visits the places of the typed word's own
//! deletions. Candidates are verified with [`strsim::osa_distance`], so a collision costs time and never a wrong answer.

use crate::search::grouped::Grouped;
use crate::search::vocabulary::{Vocabulary, share, size};

/// Letters at the beginning of a word that deletions are taken from. Deleting two of seven gives at most 29 places a word,
/// and names that agree in their first seven letters but for two are few enough to verify.
const HEAD: usize = 7;

/// The deletion neighbourhood of a vocabulary.
#[derive(Debug, Default)]
pub(crate) struct Neighbourhood {
    /// Which letters a word has, one bit each: a cheap refusal before the distance is computed.
    letters: Vec<u32>,
    /// The words by the last bits of their hashes, and which bits these are.
    words: Grouped<u32>,
    mask: u32,
}

impl Neighbourhood {
    pub(crate) fn of(vocabulary: &Vocabulary) -> Self {
        let ids = 0..vocabulary.len();
        let mut filed: Vec<(u32, u32)> =
            ids.clone().flat_map(|id| remains(vocabulary.word(id)).into_iter().map(move |hash| (hash, id))).collect();
        let buckets = size((filed.len() / 2).next_power_of_two());
        let mask = buckets - 1;
        for (hash, _) in &mut filed {
            *hash &= mask;
        }
        let letters = ids.map(|id| letters(vocabulary.word(id))).collect();
        Self { letters, words: Grouped::new(buckets, filed), mask }
    }

    /// The words near the typed one, each with its distance. The typed word itself is not among them.
    pub(crate) fn near(&self, vocabulary: &Vocabulary, typed: &str) -> Vec<(u32, usize)> {
        let mut ids: Vec<u32> = Vec::new();
        for hash in remains(typed) {
            ids.extend_from_slice(self.words.row(hash & self.mask));
        }
        ids.sort_unstable();
        ids.dedup();
        let typed_letters = letters(typed);
        let mut near = Vec::new();
        for id in ids {
            let word = vocabulary.word(id);
            let reach = reach(word.len().max(typed.len()));
            // One edit changes the set of letters by at most two.
            let differing = (typed_letters ^ self.letters[id as usize]).count_ones();
            if word.len().abs_diff(typed.len()) > reach || differing as usize > 2 * reach {
                continue;
            }
            let distance = strsim::osa_distance(typed, word);
            if distance > 0 && distance <= reach {
                near.push((id, distance));
            }
        }
        near
    }
}

/// How many edits may lie between two words, by the length of the longer: in a word of two letters one edit leaves nothing
/// to go by, and from four letters on two edits still leave half.
pub(crate) fn reach(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3 => 1,
        _ => 2,
    }
}

/// The hashes of what is left of the head of a word after up to [`reach`] deletions.
fn remains(word: &str) -> Vec<u32> {
    let head = &word.as_bytes()[..word.floor_char_boundary(HEAD)];
    let deletions = match word.len() {
        0..=1 => return Vec::new(),
        2..=3 => 1,
        _ => 2,
    };
    let mut hashes = vec![hash(head, usize::MAX, usize::MAX)];
    for first in 0..head.len() {
        hashes.push(hash(head, first, usize::MAX));
        if deletions == 2 {
            hashes.extend((first + 1..head.len()).map(|second| hash(head, first, second)));
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// FNV-1a over the bytes but for two places; its upper half is the better mixed one.
fn hash(bytes: &[u8], skip: usize, and: usize) -> u32 {
    let kept = bytes.iter().enumerate().filter(|&(at, _)| at != skip && at != and);
    let hash = kept
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, (_, &byte)| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    u32::try_from(hash >> 32).unwrap_or_default()
}

/// One bit for each letter of the word; digits and others share the last bits.
pub(crate) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| {
        let bit = if byte.is_ascii_lowercase() { byte - b'a' } else { 26 + byte % 6 };
        set | 1 << bit
    })
}

/// How alike two words are, 0 to 1, given their edit distance. Edits weigh by the length of the word; Jaro-Winkler adds that
/// people seldom err in the beginning of a name and often swap neighbours.
#[expect(clippy::cast_possible_truncation, reason = "a ratio below one")]
pub(crate) fn likeness(typed: &str, stored: &str, distance: usize) -> f32 {
    let kept = 1.0 - share(distance, typed.len().max(stored.len()));
    // In words of two or three letters Jaro-Winkler sees nothing that has moved by one.
    let alike = (strsim::jaro_winkler(typed, stored) as f32).max(kept);
    (0.45 * kept + 0.55 * alike).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Neighbourhood, reach};
    use crate::search::vocabulary::Vocabulary;

    proptest! {
        /// The reference compares the typed word with every word.
        #[test]
        fn exactly_the_words_within_reach_are_near(
            words in prop::collection::btree_set("[abc]{1,9}|[a-e]{8,12}", 1..60),
            typed in "[abc]{1,10}|[a-e]{8,12}",
        ) {
            let vocabulary = Vocabulary::of(&words);
            let near = Neighbourhood::of(&vocabulary).near(&vocabulary, &typed);
            let expected: Vec<(u32, usize)> = (0..)
                .zip(&words)
                .map(|(id, word)| (id, word, strsim::osa_distance(&typed, word)))
                .filter(|(_, word, distance)| (1..=reach(word.len().max(typed.len()))).contains(distance))
                .map(|(id, _, distance)| (id, distance))
                .collect();
            prop_assert_eq!(near, expected);
        }
    }
}
