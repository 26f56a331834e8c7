//! The organizations that a text names so clearly that the caller need not confirm them.

use crate::domain::id::OrganizationId;
use crate::search::context::Context;
use crate::search::index::{Index, first_letters};
use crate::search::lexicon::Lexicon;
use crate::search::mentions;
use crate::search::places::Places;
use crate::search::probe::{MOST_WORDS, Probe};
use crate::search::question::{Question, Word};

/// Letters of a text that are looked at: more than the first line of an alert has.
const LONGEST_LINE: usize = 300;

impl Index {
    /// The organizations that a text names: if all of it is words of their names as spelled, by these; else as an alert
    /// names them; else by some words of it. Of several named equally well it returns all, `limit` at most.
    #[must_use]
    pub fn clients_named(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        let text = first_letters(text, LONGEST_LINE);
        let question = Question::read(text, false);
        let mut words = question.words;
        words.retain(|word| word.needed);
        words.truncate(MOST_WORDS);
        // Whether a word is a contact's name as well does not matter here.
        let nobody = Lexicon::default();
        let probe = Probe::new(&nobody, &words, false);
        let places = Places::default();
        let context = Context::of(&self.base, &self.organizations, &places, &[], &probe);
        let needed = probe.needed_mask();
        let of_words = context.client(needed).filter(|client| !client.is_vague);
        let is_usual = words.iter().all(|word| mentions::is_usual(&word.text));
        let mut named = match &of_words {
            Some(client)
                if client.words == needed && !is_usual && (client.is_clear || client.organizations.len() > 1) =>
            {
                client.organizations.clone()
            }
            _ => self.organizations_in(text, limit),
        };
        if let Some(client) = of_words.filter(|client| client.is_clear && client.words != needed)
            && named.is_empty()
            && client.words & !context.distinctive() == 0
            && !has_digits(&words, needed & !client.words)
        {
            named = client.organizations;
        }
        named.truncate(limit);
        named
    }
}

/// Whether one of these words has a digit: it may be a part of another name.
fn has_digits(words: &[Word], mask: u8) -> bool {
    let named = words.iter().enumerate().filter(|(at, _)| mask & 1 << at != 0);
    named.into_iter().any(|(_, word)| word.text.bytes().any(|byte| byte.is_ascii_digit()))
}
