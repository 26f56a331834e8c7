//! Takes a question apart into addresses, numbers and words.

use crate::search::fold;
use crate::search::lists::{WORDS, Words};
use crate::search::organizations;
use crate::search::phones::{self, Typed};

/// What identifies a contact or a mailbox.
#[derive(Clone, Debug)]
pub(crate) enum Identifier {
    /// An e-mail address as typed: "jane@acme.example".
    Address(String),
    /// A part of an address, with its "@": "@acme.example", "jane.doe@".
    Half(String),
    /// A phone number or its end.
    Number(Typed),
}

/// A word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded.
    pub(crate) text: String,
    /// Without the "'s" it was typed with.
    pub(crate) alone: Option<String>,
    /// Whether an answer has to explain it; fillers and forms of address need no explanation.
    pub(crate) needed: bool,
}

impl Word {
    pub(crate) fn needed(text: &str) -> Self {
        Self { text: text.to_owned(), alone: None, needed: true }
    }
}

/// A question taken apart.
#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) identifiers: Vec<Identifier>,
    pub(crate) words: Vec<Word>,
}

/// The fewest and the most digits of a group that may be the end of a number beside words.
const SHORTEST_END: usize = 4;
const LONGEST_END: usize = 6;

/// The most groups of digits and marks of one number, with its extension.
const MOST_GROUPS: usize = 12;

/// Begins a link to write an e-mail.
const MAILTO: &str = "mailto:";

impl Question {
    /// Reads a text. `unfinished` says that its last word is still being typed.
    pub(crate) fn read(text: &str, unfinished: bool) -> Self {
        if let Some(number) = phones::typed(text) {
            return Self { identifiers: vec![Identifier::Number(number)], words: Vec::new() };
        }
        let mut question = Self::default();
        let rest = question.take_addresses(text);
        let rest = question.take_numbers(&rest);
        question.take_words(&rest);
        if !question.words.iter().any(|word| word.needed) && question.identifiers.is_empty() {
            for word in &mut question.words {
                word.needed = true;
            }
        }
        // A word that is still being typed may become any other.
        if unfinished
            && text.ends_with(char::is_alphanumeric)
            && let Some(last) = question.words.last_mut()
        {
            last.needed = true;
        }
        question
    }

    /// Takes the addresses out of a text; the rest remains.
    fn take_addresses(&mut self, text: &str) -> String {
        if !text.contains('@') {
            return text.to_owned();
        }
        let ends = |letter: char| letter.is_whitespace() || "<>()[],;\"“”„«»|".contains(letter);
        let mut rest = String::with_capacity(text.len());
        for token in text.split(ends) {
            let word = token.trim_matches(['.', ':', '\'', '’', '‘']);
            let is_link = word.get(..MAILTO.len()).is_some_and(|start| start.eq_ignore_ascii_case(MAILTO));
            let word = if is_link { word.get(MAILTO.len()..).unwrap_or_default() } else { word };
            let word = word.split('?').next().unwrap_or_default();
            match word.split_once('@') {
                Some(("", "")) | None => rest.push_str(token),
                Some(("", domain)) if !domain.contains('.') => rest.push_str(domain),
                Some(("", _) | (_, "")) => self.identifiers.push(Identifier::Half(word.to_lowercase())),
                // "smith@acme" is no address, but a contact at a client.
                Some((local, domain)) if !domain.contains('.') => {
                    rest.push_str(local);
                    rest.push(' ');
                    rest.push_str(domain);
                }
                Some(_) => {
                    let same = |other: &Identifier| matches!(other, Identifier::Address(other) if other == word);
                    if !self.identifiers.iter().any(same) {
                        self.identifiers.push(Identifier::Address(word.to_owned()));
                    }
                }
            }
            rest.push(' ');
        }
        rest
    }

    fn take_numbers(&mut self, text: &str) -> String {
        if !text.contains(|letter: char| letter.is_numeric()) {
            return text.to_owned();
        }
        let spaced = text.replace(':', " ");
        let tokens: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = String::with_capacity(text.len());
        let mut from = 0;
        while from < tokens.len() {
            let is_numeric = |token: &&str| {
                token.contains(|letter: char| letter.is_numeric()) && !token.contains(char::is_alphabetic)
                    || token.chars().all(|mark| "+()-./–".contains(mark))
            };
            let run = tokens[from..].iter().take(MOST_GROUPS).take_while(|token| is_numeric(token)).count();
            // The longest beginning of the run that is a whole number, with an extension behind it.
            let number = (1..=run).rev().find_map(|length| {
                let with_extension = |more: usize| {
                    let to = from + length + more;
                    let text = tokens.get(from..to)?.join(" ");
                    let number = phones::typed(&text).filter(Typed::is_local_or_more)?;
                    Some((number, length + more))
                };
                with_extension(2).or_else(|| with_extension(1)).or_else(|| with_extension(0))
            });
            if let Some((number, length)) = number {
                self.identifiers.push(Identifier::Number(number));
                from += length;
            } else {
                rest.push_str(tokens[from]);
                rest.push(' ');
                from += 1;
            }
        }
        rest
    }

    fn take_words(&mut self, text: &str) {
        let typed = fold::words(text);
        let alone =
            fold::without_possessives(text).map(|text| fold::words(&text)).filter(|alone| alone.len() == typed.len());
        let letters_before = |at: usize| typed[..at].iter().rev().take_while(|word| word.len() == 1).count();
        let mut words: Vec<Word> = Vec::with_capacity(typed.len());
        for (at, text) in typed.iter().enumerate() {
            let alone = alone.as_ref().map(|alone| alone[at].clone()).filter(|alone| alone != text);
            // "Who do I call" has a one-letter filler, "Jane D" an initial, "Jane Doe MD" a suffix, and "md acme"
            // initials, as any two letters at the start are.
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let beside_filler = || beside.filter_map(|at| typed.get(at)).any(|word| word.len() > 1 && is_filler(word));
            let is_filler = match text.len() {
                1 => is_filler(text) && beside_filler(),
                length => {
                    is_filler(text)
                        && (at > 0
                            || !(length == 2
                                && (WORDS.suffixes.has(text) || is_particle(text) || WORDS.legal.has(text))))
                }
            };
            words.push(Word { text: text.clone(), alone, needed: !is_filler });
            // A legal form written with full stops: "P.C.", "L.L.C.".
            let letters = if text.len() == 1 { letters_before(at) } else { 0 };
            let is_last = typed.get(at + 1).is_none_or(|next| next.len() > 1);
            if letters > 0 && letters < at && is_last && WORDS.legal.has(&typed[at - letters..=at].concat()) {
                for word in &mut words[at - letters..] {
                    word.needed = false;
                }
            }
        }
        self.words = words;
    }
}

/// Whether a word needs no explanation: it stands around names, or people write or leave it out at will.
fn is_filler(word: &str) -> bool {
    let Words { titles, suffixes, around, .. } = &*WORDS;
    [titles, suffixes, around].iter().any(|list| list.has(word)) || organizations::is_filler(word) || is_particle(word)
}

fn is_particle(word: &str) -> bool {
    word.len() > 1 && WORDS.particles.has(word)
}

pub(crate) fn numbers(text: &str) -> Vec<Typed> {
    let mut question = Question::default();
    let rest = question.take_addresses(text);
    question.take_numbers(&rest);
    let number = |identifier| if let Identifier::Number(number) = identifier { Some(number) } else { None };
    question.identifiers.into_iter().filter_map(number).collect()
}

/// The ends of numbers among the words of a question: groups of digits that are no word of the account.
pub(crate) fn number_end(word: &str) -> Option<Typed> {
    let is_end = (SHORTEST_END..=LONGEST_END).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_end.then(|| phones::typed(word)).flatten()
}

#[cfg(test)]
mod tests;
