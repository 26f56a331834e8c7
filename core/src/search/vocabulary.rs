//! A sorted set of words. Ids follow the alphabet, so that every beginning of a word is one range of ids.

use std::ops::Range;

/// Texts in one buffer, by their position.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    text: String,
    /// Where each text starts, and one more for the end of the last.
    starts: Vec<u32>,
}

impl Texts {
    /// Builds from texts in this order.
    pub(crate) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self { text: String::new(), starts: vec![0] };
        for text in texts {
            all.text.push_str(text);
            all.starts.push(size(all.text.len()));
        }
        all.text.shrink_to_fit();
        all.starts.shrink_to_fit();
        all
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u32 {
        size(self.starts.len().saturating_sub(1))
    }

    /// The text at a position; empty beyond the last.
    pub(crate) fn get(&self, at: u32) -> &str {
        let at = at as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => self.text.get(from as usize..to as usize).unwrap_or_default(),
            _ => "",
        }
    }
}

/// Words by alphabetical id.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(Texts);

impl Vocabulary {
    /// Builds from sorted, distinct words.
    pub(crate) fn of_sorted<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        Self(Texts::new(words))
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> u32 {
        self.0.len()
    }

    /// The word of an id; empty for an id that was never given.
    pub(crate) fn word(&self, id: u32) -> &str {
        self.0.get(id)
    }

    /// The id of a word.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let id = self.first_not_before(word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    /// The ids of all words that begin so.
    pub(crate) fn beginning_with(&self, prefix: &str) -> Range<u32> {
        let from = self.first_not_before(prefix);
        let to = self.partition(from, |word| word.starts_with(prefix));
        from..to
    }

    fn first_not_before(&self, word: &str) -> u32 {
        self.partition(0, |other| other < word)
    }

    /// The first id from `from` on for which the condition, true for a while and then no more, is false.
    fn partition(&self, from: u32, condition: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if condition(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// A length as the index stores it. The arrays stay far below 2^32 entries; beyond, the excess is not indexed.
pub(crate) fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
