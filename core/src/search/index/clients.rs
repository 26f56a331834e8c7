//! The organizations that a text names so clearly that the caller need not confirm them.

use crate::domain::id::OrganizationId;
use crate::search::ClientsNamed;
use crate::search::context::Context;
use crate::search::index::{Index, first_letters};
use crate::search::lexicon::Lexicon;
use crate::search::lists::WORDS;
use crate::search::organizations;
use crate::search::people::People;
use crate::search::probe::{MOST_WORDS, Probe};
use crate::search::question::{Question, Word};
use crate::search::titles;

/// Letters of a text that are looked at: more than the first line of an alert has.
const LONGEST_LINE: usize = 300;

impl Index {
    /// The organizations that a text names: if all of it is words of their names as spelled, by these; else as an alert
    /// names them; else by some words of it. Of several named it returns all, `limit` at most.
    pub fn clients_named(&self, text: &str, limit: usize) -> ClientsNamed {
        let text = first_letters(text, LONGEST_LINE);
        let question = Question::read(text, false);
        let mut words = question.words;
        words.retain(|word| word.needed);
        words.truncate(MOST_WORDS);
        // Whether a word is a contact's name as well does not matter here.
        let nobody = Lexicon::default();
        let probe = Probe::new(&nobody, &words, false);
        let context = Context::of(&self.base, &self.organizations, &Vec::new(), &[], &probe);
        let (needed, context) = (probe.needed, &context.organization);
        let of_words = context.client(needed).filter(|client| !client.is_vague);
        let is_usual = words.iter().all(|word| WORDS.usual.has(&word.text));
        let mut named = match &of_words {
            Some(client)
                if client.words == needed && !is_usual && (client.is_clear || client.organizations.len() > 1) =>
            {
                client.organizations.clone()
            }
            _ => self.organizations_in(text, limit),
        };
        if named.is_empty() {
            let mut clients = context.clients(needed);
            clients.retain(|client| {
                let is_usual = probe.words_of(client.words).all(|word| WORDS.usual.has(&word.text));
                client.is_clear && !client.is_vague && client.words & !context.distinctive() == 0 && !is_usual
            });
            let rest = clients.iter().fold(needed, |rest, client| rest & !client.words);
            // A word with a digit may be a part of another name.
            let has_digit = |word: &Word| word.text.bytes().any(|byte| byte.is_ascii_digit());
            for client in clients.iter().filter(|_| !probe.words_of(rest).any(has_digit)) {
                // A word may be the name of a contact at the organization named already.
                if named.is_empty() || !self.explains(probe.words_of(client.words), &named) {
                    named.extend(&client.organizations);
                }
            }
        }
        named.truncate(limit);
        ClientsNamed {
            is_clear: self.is_alert(text, &words) || self.explains(words.iter(), &named),
            organizations: named,
        }
    }

    /// Whether a text is written as alerts are: with marks, or with the name of a device, such as "fw01".
    fn is_alert(&self, text: &str, words: &[Word]) -> bool {
        let is_device = |word: &Word| {
            let has = |is: fn(&u8) -> bool| word.text.as_bytes().iter().any(is);
            let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
            is_mixed && self.organizations.lexicon.vocabulary.find(&word.text).is_none()
        };
        words.len() > MOST_ASKED
            || text.contains(['[', ']', ':', '=', '_', '%', '\n'])
            || text.contains(" - ")
            || words.iter().any(is_device)
    }

    /// Whether each word is of a name of one of these organizations, of the name or title of a contact there, or of alerts.
    fn explains<'a>(&self, mut words: impl Iterator<Item = &'a Word>, organizations: &[OrganizationId]) -> bool {
        let names: Vec<u32> = organizations.iter().flat_map(|id| self.organizations.names_of(*id)).collect();
        let is_of_name = |word: &str| {
            let vocabulary = &self.organizations.lexicon.vocabulary;
            let is_word = |of: u32| is_nearly(word, vocabulary.word(of));
            let has_word = |name: &u32| self.organizations.spellings(*name).any(|(of, _)| is_word(of));
            let has_initials = || self.organizations.with_initials(word).any(|name| names.contains(&name));
            names.iter().any(has_word) || has_initials()
        };
        let is_of_contact = |word: &str| {
            let members = |id: OrganizationId| self.current(move |people| people.members_of(id).iter().copied());
            organizations.iter().any(|id| members(*id).any(|(people, contact)| is_about(people, contact, word)))
        };
        words.all(|Word { text, .. }| {
            WORDS.usual.has(text) || is_of_name(organizations::spelled(text)) || is_of_contact(text)
        })
    }
}

/// Whether a word is another one, but for a slip in a long one.
fn is_nearly(word: &str, other: &str) -> bool {
    word == other || (other.len() >= LONG && strsim::osa_distance(word, other) == 1)
}

/// In a word of as many letters a slip leaves no doubt of it.
const LONG: usize = 6;

fn is_about(people: &People, contact: u32, word: &str) -> bool {
    let name = people.lexicon.vocabulary.find(word);
    let [(title, _)] = &*titles::shortened(&[word.to_owned()]) else { return false };
    let title = people.titles.lexicon.vocabulary.find(title);
    let has_title =
        |word: u32| people.titles.of_contact(contact).is_some_and(|of| people.titles.words.row(of).contains(&word));
    name.is_some_and(|word| people.parts.row(contact).iter().any(|part| part.word() == word))
        || title.is_some_and(has_title)
}

/// The words of a name, of a contact beside it or of a short request; an alert's line has more, or marks between them.
const MOST_ASKED: usize = 4;
