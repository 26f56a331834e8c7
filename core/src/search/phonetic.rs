//! Words that sound alike, by Double Metaphone.

use rphonetic::DoubleMetaphone;

use crate::search::grouped::with_key;
use crate::search::vocabulary::Vocabulary;

/// Longer codes tell longer names apart; four, the usual length, joins "Christine" with "Christopher".
const CODE_LENGTH: usize = 6;

/// A code of one sound ("Lee", "Lou", "Lai": L) joins too much to say anything.
const SHORTEST_CODE: usize = 2;

/// The words of a vocabulary by their sound: code and word, sorted.
pub(crate) fn sounds(vocabulary: &Vocabulary) -> Vec<(u32, u32)> {
    let of_word = |id| codes(vocabulary.word(id)).into_iter().map(move |code| (code, id));
    let mut sounds: Vec<_> = (0..vocabulary.len()).flat_map(of_word).collect();
    sounds.sort_unstable();
    sounds.dedup();
    sounds.shrink_to_fit();
    sounds
}

pub(crate) fn alike(sounds: &[(u32, u32)], typed: &str) -> Vec<u32> {
    let mut alike: Vec<u32> =
        codes(typed).iter().flat_map(|code| with_key(sounds, code)).map(|entry| entry.1).collect();
    alike.sort_unstable();
    alike.dedup();
    alike
}

/// The word's one or two codes, packed: a code has at most six of about twenty letters.
fn codes(word: &str) -> Vec<u32> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let result = DoubleMetaphone::new(Some(CODE_LENGTH)).double_metaphone(word);
    let codes = [result.primary(), result.alternate()];
    let codes = codes.iter().filter(|code| code.len() >= SHORTEST_CODE);
    let mut codes: Vec<u32> =
        codes.map(|code| code.bytes().fold(0, |packed, byte| packed << 5 | sound(byte))).collect();
    codes.dedup();
    codes
}

/// Five bits for a letter of a code. Double Metaphone writes the sound of "th" as a zero, whose low bits are those of P.
fn sound(letter: u8) -> u32 {
    if letter == b'0' { 27 } else { u32::from(letter & 31) }
}
