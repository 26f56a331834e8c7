//! Words beside phone numbers, of many languages.

use std::collections::HashSet;
use std::sync::LazyLock;

use any_ascii::any_ascii;

/// Words and letters that an extension follows. Those of libphonenumber (`createExtnPattern`, and the prefixes of its
/// regions: "ext", "x", "int", "доб", "anexo"), and what telephone systems are labelled with elsewhere.
static EXTENSION: LazyLock<HashSet<String>> = LazyLock::new(|| folded(include_str!("extension.txt")));

/// From this length on a word for an extension means nothing else.
pub(super) const SHORTEST_CLEAR: usize = 3;

/// Words beside a number that say nothing about it.
static NEUTRAL: LazyLock<HashSet<String>> = LazyLock::new(|| folded(include_str!("neutral.txt")));

/// Words between two numbers.
pub(super) static OR: LazyLock<HashSet<String>> =
    LazyLock::new(|| folded("or and oder und ou et o y e u of en eller och og tai lub i veya ve или 或"));

pub(super) fn is_extension(word: &str) -> bool {
    EXTENSION.contains(word)
}

/// Whether a word, in lower-case ASCII, says nothing about the number beside it.
pub(crate) fn is_neutral(word: &str) -> bool {
    NEUTRAL.contains(word)
}

fn folded(words: &str) -> HashSet<String> {
    let letters = |word: &str| {
        let ascii = any_ascii(word).to_ascii_lowercase();
        ascii.chars().filter(char::is_ascii_alphabetic).collect()
    };
    words.split_whitespace().map(letters).collect()
}
