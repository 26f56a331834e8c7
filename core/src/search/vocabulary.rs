//! A sorted set of words. Ids follow the alphabet, so that every beginning of a word is one range of ids.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// Texts in one buffer, by their position. As a vocabulary they are sorted and distinct.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    text: String,
    /// Where each text starts, and one more for the end of the last.
    starts: Vec<u32>,
}

impl Vocabulary {
    pub(crate) fn of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut all = Self { text: String::new(), starts: vec![0] };
        for text in texts {
            all.text.push_str(text.as_ref());
            all.starts.push(size(all.text.len()));
        }
        all.text.shrink_to_fit();
        all.starts.shrink_to_fit();
        all
    }

    pub(crate) fn len(&self) -> u32 {
        size(self.starts.len().saturating_sub(1))
    }

    /// The word of an id; empty for an id that was never given.
    pub(crate) fn word(&self, id: u32) -> &str {
        let at = id as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => self.text.get(from as usize..to as usize).unwrap_or_default(),
            _ => "",
        }
    }

    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let id = self.partition(0, |other| other < word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    pub(crate) fn beginning_with(&self, prefix: &str) -> Range<u32> {
        let from = self.partition(0, |other| other < prefix);
        from..self.partition(from, |word| word.starts_with(prefix))
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

/// The distinct values, sorted, and the number among them of each value met.
pub(crate) fn numbered<T: Hash + Ord>(values: impl Iterator<Item = T>) -> (Vec<T>, Vec<u32>) {
    let mut numbers: HashMap<T, u32> = HashMap::new();
    let number = |value| {
        let next = size(numbers.len());
        *numbers.entry(value).or_insert(next)
    };
    let mut met: Vec<u32> = values.map(number).collect();
    let mut distinct: Vec<(T, u32)> = numbers.into_iter().collect();
    distinct.sort_unstable();
    let mut sorted = vec![0; distinct.len()];
    for ((_, number), place) in distinct.iter().zip(0..) {
        sorted[*number as usize] = place;
    }
    for number in &mut met {
        *number = sorted[*number as usize];
    }
    (distinct.into_iter().map(|(value, _)| value).collect(), met)
}

/// A length as the index stores it. The arrays stay far below 2^32 entries; beyond, the excess is not indexed.
pub(crate) fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How large a part of a whole is.
#[expect(clippy::cast_precision_loss, reason = "lengths and small counts")]
pub(crate) fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
