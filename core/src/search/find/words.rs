//! Chooses the words of a question that are looked at in this account.

use crate::search::find::{Part, Search};
use crate::search::lists::WORDS;
use crate::search::people::People;
use crate::search::probe::MOST_WORDS;
use crate::search::question::{self, Identifier, Question, Word};

/// A legal form that only this many organizations have tells them from others.
const FEW_NAMED: usize = 2;

impl Search<'_> {
    /// Reads groups of digits that are no word of the account as the end of a number.
    pub(super) fn take_number_ends(&self, question: &mut Question) {
        question.words.retain(|word| {
            let has_meaning = || self.named_by(&word.text) > 0 || self.is_named(&word.text);
            let Some(number) = question::number_end(&word.text).filter(|_| !has_meaning()) else { return true };
            question.identifiers.push(Identifier::Number(number));
            false
        });
    }

    fn named_by(&self, word: &str) -> usize {
        let word = self.organizations.lexicon.vocabulary.find(word);
        word.map_or(0, |word| self.organizations.names_with.row(word).len())
    }

    fn is_named(&self, word: &str) -> bool {
        let known = |part: &Part<'_>| {
            let People { lexicon, titles, .. } = part.people;
            lexicon.vocabulary.find(word).is_some() || titles.lexicon.vocabulary.find(word).is_some()
        };
        self.parts.iter().any(known)
    }

    /// The words that are looked at: fillers that mean nothing in this account are left out.
    pub(super) fn kept(&self, words: &[Word]) -> Vec<Word> {
        // A legal form that one client has names that client, unless another word does.
        let named = words.iter().any(|word| word.needed && self.named_by(&word.text) > 0);
        let is_telling = |word: &Word| !named && (1..=FEW_NAMED).contains(&self.named_by(&word.text));
        let words = words.iter().map(|word| {
            let needed = word.needed || (WORDS.legal.has(&word.text) && is_telling(word));
            Word { needed, ..word.clone() }
        });
        let mut kept: Vec<Word> = words.filter(|word| word.needed || self.is_named(&word.text)).collect();
        while kept.len() > MOST_WORDS
            && let Some(filler) = kept.iter().rposition(|word| !word.needed)
        {
            kept.remove(filler);
        }
        kept
    }
}
