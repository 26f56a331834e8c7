//! Words a letter or two away (the symmetric-delete idea of `SymSpell`).
//!
//! Two words within distance *d* share a string that each reaches by deleting at most *d* letters. Every word is filed
//! under what is left of its first [`HEAD`] letters after such deletions; a lookup visits the places of the typed word's own
//! deletions. Candidates are verified with [`strsim::osa_distance`], so a collision costs time and never a wrong answer.

use crate::search::vocabulary::{Vocabulary, size};

/// Letters at the beginning of a word that deletions are taken from. Deleting two of seven gives at most 29 places a word,
/// and names that agree in their first seven letters but for two are few enough to verify.
const HEAD: usize = 7;

/// The deletion neighbourhood of a vocabulary.
#[derive(Debug, Default)]
pub(crate) struct Neighbourhood {
    /// Which letters a word has, one bit each: a cheap refusal before the distance is computed.
    letters: Vec<u32>,
    /// Where the words of each hash bucket start; the number of buckets is a power of two.
    starts: Vec<u32>,
    words: Vec<u32>,
}

impl Neighbourhood {
    /// Builds from all words of a vocabulary.
    pub(crate) fn of(vocabulary: &Vocabulary) -> Self {
        let mut hashes = Vec::new();
        let mut entries = 0_usize;
        for id in 0..vocabulary.len() {
            remains(vocabulary.word(id), &mut hashes);
            entries += hashes.len();
        }
        let buckets = (entries / 2).next_power_of_two().max(1);
        let mut starts = vec![0_u32; buckets + 1];
        for id in 0..vocabulary.len() {
            remains(vocabulary.word(id), &mut hashes);
            for &hash in &hashes {
                starts[bucket(hash, buckets) + 1] += 1;
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut words = vec![0; entries];
        for id in 0..vocabulary.len() {
            remains(vocabulary.word(id), &mut hashes);
            for &hash in &hashes {
                let slot = &mut next[bucket(hash, buckets)];
                words[*slot as usize] = id;
                *slot += 1;
            }
        }
        let letters = (0..vocabulary.len()).map(|id| letters(vocabulary.word(id))).collect();
        Self { letters, starts, words }
    }

    /// The words near the typed one, each with its distance. The typed word itself is not among them.
    pub(crate) fn near(&self, vocabulary: &Vocabulary, typed: &str) -> Vec<(u32, usize)> {
        let buckets = self.starts.len().saturating_sub(1);
        if buckets == 0 {
            return Vec::new();
        }
        let mut hashes = Vec::new();
        remains(typed, &mut hashes);
        let mut ids: Vec<u32> = Vec::new();
        for &hash in &hashes {
            let at = bucket(hash, buckets);
            ids.extend_from_slice(&self.words[self.starts[at] as usize..self.starts[at + 1] as usize]);
        }
        ids.sort_unstable();
        ids.dedup();
        let typed_letters = letters(typed);
        let mut near = Vec::new();
        for id in ids {
            let word = vocabulary.word(id);
            let reach = reach(size(word.len().max(typed.len())));
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
pub(crate) fn reach(length: u32) -> usize {
    match length {
        0..=2 => 0,
        3 => 1,
        _ => 2,
    }
}

/// The hashes of what is left of the head of a word after up to [`reach`] deletions.
fn remains(word: &str, into: &mut Vec<u64>) {
    into.clear();
    let mut cut = word.len().min(HEAD);
    while !word.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = &word.as_bytes()[..cut];
    let deletions = match word.len() {
        0..=1 => return,
        2..=3 => 1,
        _ => 2,
    };
    into.push(hash(head, usize::MAX, usize::MAX));
    for first in 0..head.len() {
        into.push(hash(head, first, usize::MAX));
        if deletions == 2 {
            into.extend((first + 1..head.len()).map(|second| hash(head, first, second)));
        }
    }
    into.sort_unstable();
    into.dedup();
}

/// FNV-1a over the bytes but for two places.
fn hash(bytes: &[u8], skip: usize, and: usize) -> u64 {
    let kept = bytes.iter().enumerate().filter(|&(at, _)| at != skip && at != and);
    kept.fold(0xcbf2_9ce4_8422_2325, |hash, (_, &byte)| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The bucket of a hash: its upper half is the better mixed one.
fn bucket(hash: u64, buckets: usize) -> usize {
    usize::try_from(hash >> 32).unwrap_or_default() & (buckets - 1)
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
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small counts and a ratio below one")]
pub(crate) fn likeness(typed: &str, stored: &str, distance: usize) -> f32 {
    let longest = typed.len().max(stored.len()).max(1);
    let kept = 1.0 - distance as f32 / longest as f32;
    // In words of two or three letters Jaro-Winkler sees nothing that has moved by one.
    let alike = (strsim::jaro_winkler(typed, stored) as f32).max(kept);
    (0.45 * kept + 0.55 * alike).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Neighbourhood, reach};
    use crate::search::vocabulary::{Vocabulary, size};

    proptest! {
        /// The reference compares the typed word with every word.
        #[test]
        fn exactly_the_words_within_reach_are_near(
            words in prop::collection::btree_set("[abc]{1,9}|[a-e]{8,12}", 1..60),
            typed in "[abc]{1,10}|[a-e]{8,12}",
        ) {
            let vocabulary = Vocabulary::of_sorted(words.iter().map(String::as_str));
            let near = Neighbourhood::of(&vocabulary).near(&vocabulary, &typed);
            let expected: Vec<(u32, usize)> = (0..)
                .zip(&words)
                .map(|(id, word)| (id, word, strsim::osa_distance(&typed, word)))
                .filter(|(_, word, distance)| (1..=reach(size(word.len().max(typed.len())))).contains(distance))
                .map(|(id, _, distance)| (id, distance))
                .collect();
            prop_assert_eq!(near, expected);
        }
    }
}
