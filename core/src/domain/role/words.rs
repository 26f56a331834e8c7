//! A type name as words, so that case, spaces and punctuation do not matter.

use crate::domain::spelling;

/// The words of a name, lower-cased. `EndUser` is two words and `I.T.` is one.
pub(super) fn of(name: &str) -> Vec<String> {
    let separates = |char: char| !(char.is_alphanumeric() || matches!(char, '.' | '\'' | '’'));
    let mut words = Vec::new();
    for token in spelling::composed(name).split(separates) {
        let parts: Vec<&str> = token.split('.').filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| part.chars().count() == 1) {
            words.push(parts.concat().to_lowercase());
        } else {
            for part in parts {
                push_camel_words(part, &mut words);
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// One or more words of a table, taken apart once: every suggestion asks for its person's role.
pub(super) struct Phrase {
    words: Vec<&'static str>,
    length: usize,
}

impl Phrase {
    pub(super) fn of(phrase: &'static str) -> Self {
        let words: Vec<&str> = phrase.split(' ').collect();
        Self { length: words.iter().map(|word| word.len()).sum(), words }
    }

    pub(super) fn first(&self) -> &'static str {
        self.words.first().copied().unwrap_or_default()
    }

    pub(super) fn is(&self, name: &[String]) -> bool {
        self.words == name
    }

    /// Whether its words stand in the name, one after the other and whole; or are the name, written as one word.
    pub(super) fn stands_in(&self, name: &[String]) -> bool {
        let written_as_one =
            || name.iter().flat_map(|word| word.bytes()).eq(self.words.iter().flat_map(|word| word.bytes()));
        name.windows(self.words.len()).any(|window| self.words == window)
            || (name.iter().map(String::len).sum::<usize>() == self.length && written_as_one())
    }
}

fn push_camel_words(token: &str, words: &mut Vec<String>) {
    let mut word = String::new();
    let mut after_small = false;
    for char in token.chars().filter(|char| char.is_alphanumeric()) {
        if after_small && char.is_uppercase() {
            words.push(std::mem::take(&mut word));
        }
        word.extend(char.to_lowercase());
        after_small = char.is_lowercase();
    }
    words.push(word);
}
