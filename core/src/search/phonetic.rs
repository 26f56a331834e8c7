//! Words that sound alike, by Double Metaphone.

use rphonetic::DoubleMetaphone;

use crate::search::vocabulary::Vocabulary;

/// Longer codes tell longer names apart; four, the usual length, joins "Christine" with "Christopher".
const CODE_LENGTH: usize = 6;

/// A code of one sound ("Lee", "Lou", "Lai": L) joins too much to say anything.
const SHORTEST_CODE: usize = 2;

/// The words of a vocabulary by their sound.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    /// Code and word, sorted.
    entries: Vec<(u32, u32)>,
}

impl Sounds {
    /// Builds from all words of a vocabulary.
    pub(crate) fn of(vocabulary: &Vocabulary) -> Self {
        let mut entries = Vec::new();
        for id in 0..vocabulary.len() {
            entries.extend(codes(vocabulary.word(id)).into_iter().map(|code| (code, id)));
        }
        entries.sort_unstable();
        entries.dedup();
        entries.shrink_to_fit();
        Self { entries }
    }

    /// The words that sound like the typed one, sorted.
    pub(crate) fn alike(&self, typed: &str) -> Vec<u32> {
        let mut alike = Vec::new();
        for code in codes(typed) {
            let from = self.entries.partition_point(|&(other, _)| other < code);
            let entries = self.entries[from..].iter().take_while(|&&(other, _)| other == code);
            alike.extend(entries.map(|&(_, id)| id));
        }
        alike.sort_unstable();
        alike.dedup();
        alike
    }
}

/// The word's one or two codes, packed: a code has at most six of about twenty letters.
fn codes(word: &str) -> Vec<u32> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let result = DoubleMetaphone::new(Some(CODE_LENGTH)).double_metaphone(word);
    let mut codes: Vec<u32> = [result.primary(), result.alternate()]
        .iter()
        .filter(|code| code.len() >= SHORTEST_CODE)
        .map(|code| code.bytes().fold(0, |packed, byte| packed << 5 | sound(byte)))
        .collect();
    codes.dedup();
    codes
}

/// Five bits for a letter of a code. Double Metaphone writes the sound of "th" as a zero, whose low bits are those of P.
fn sound(letter: u8) -> u32 {
    if letter == b'0' { 27 } else { u32::from(letter & 31) }
}
