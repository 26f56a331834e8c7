//! Job titles by their words.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::contact::Contact;
use crate::search::fold;
use crate::search::grouped::Grouped;
use crate::search::lexicon::Lexicon;
use crate::search::people::NOBODY;
use crate::search::vocabulary::size;

/// The titles of all contacts.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    pub(crate) lexicon: Lexicon,
    /// Title to words, sorted.
    pub(crate) words: Grouped<u32>,
    pub(crate) with_word: Grouped<u32>,
    /// For each contact its title, or [`NOBODY`].
    of_contact: Vec<u32>,
    pub(crate) holders: Grouped<u32>,
}

/// What titles are shortened to, and the words that are shortened, longer ones first.
static SHORT: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let row = |line: &'static str| line.split_once(',').map(|(short, long)| (short, long.split(' ').collect()));
    include_str!("data/title-words.csv").lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
});

/// Small words of titles ("Head of IT").
const SMALL: [&str; 5] = ["of", "the", "and", "for", "to"];

/// A title's words as short as can be ("CEO" of "Chief Executive Officer"), with the places of those they stand for.
pub(crate) fn shortened(words: &[String]) -> Vec<(String, Range<usize>)> {
    let mut short = Vec::with_capacity(words.len());
    let mut from = 0;
    while from < words.len() {
        let rest = &words[from..];
        let begins = |long: &[&str]| rest.len() >= long.len() && long.iter().zip(rest).all(|(one, word)| one == word);
        let (text, length) = match SHORT.iter().find(|(_, long)| begins(long)) {
            Some((text, long)) => (*text, long.len()),
            None => (&*words[from], 1),
        };
        short.push((text.to_owned(), from..from + length));
        from += length;
    }
    short
}

impl Titles {
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = (u32, &'a Contact)>) -> Self {
        let mut numbers: HashMap<Vec<String>, u32> = HashMap::new();
        let mut titles: Vec<Vec<String>> = Vec::new();
        let mut of_contact = Vec::new();
        for (_, contact) in contacts {
            let words = fold::words(contact.title.as_deref().unwrap_or_default());
            let mut words: Vec<String> = shortened(&words).into_iter().map(|(word, _)| word).collect();
            words.retain(|word| !SMALL.contains(&word.as_str()));
            let number = |words: &Vec<String>| {
                titles.push(words.clone());
                size(titles.len() - 1)
            };
            of_contact.push(if words.is_empty() { NOBODY } else { *numbers.entry(words).or_insert_with_key(number) });
        }
        let mut distinct: Vec<&str> = titles.iter().flatten().map(String::as_str).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let lexicon = Lexicon::of(distinct);
        let word_of = |(word, title): (&String, u32)| Some((title, lexicon.vocabulary.find(word)?));
        let words = titles.iter().zip(0..).flat_map(|(words, title)| words.iter().map(move |word| (word, title)));
        let words: Vec<(u32, u32)> = words.filter_map(word_of).collect();
        let with_word = words.iter().map(|&(title, word)| (word, title)).collect();
        let holders = (0..).zip(&of_contact).map(|(contact, &title)| (title, contact)).collect();
        Self {
            with_word: Grouped::new(lexicon.vocabulary.len(), with_word),
            words: Grouped::new(size(titles.len()), words),
            holders: Grouped::new(size(titles.len()), holders),
            of_contact,
            lexicon,
        }
    }

    pub(crate) fn of_contact(&self, contact: u32) -> Option<u32> {
        self.of_contact.get(contact as usize).copied().filter(|&title| title != NOBODY)
    }
}
