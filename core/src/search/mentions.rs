//! Tells which organizations a text names: an alert, a ticket, or anything written by a machine or in a hurry.
//!
//! This is the reverse of [`organizations`](super::organizations): there a few typed words are a name, here a name
//! stands anywhere in a text about something else. So no letter and no word may be missing. In falling order of
//! significance:
//!
//! 1. what stands behind a label ("Customer: Harborview Law"), where the beginning of a name will do;
//! 2. a full name, its legal form given or not, or two words and more that one begins with; a longer one wins over one
//!    inside it, and a full one over a beginning;
//! 3. a name of a single word, written with a capital and standing alone, and
//! 4. such a word or a short name in capitals or in the name of a host ("HLG", "acme-fw01"), if it is one
//!    organization's only; one of two letters only in brackets or before a host ("\[HF\]", "HF-DC1"), and
//! 5. the first word of a longer name ("Fairhaven" of "Town of Fairhaven") that no other organization has, before a host
//!    ("GLOBEX-DC01"), beside another organization's name, or in a list with another such word ("Acme and Globex").
//!
//! Alerts about others often name suppliers and the provider itself ("Veeam Backup"), so these count only if the text
//! names no other organization.

mod tokens;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::id::OrganizationId;
use crate::domain::organization::Organization;
use crate::search::lists::WORDS;
use crate::search::mentions::tokens::{Gap, Token, tokens};
pub(crate) use crate::search::mentions::words::domains;
use crate::search::mentions::words::{core, is_aside};

/// How organizations may be named in a text.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    names: Vec<Name>,
    beginning: HashMap<String, Vec<usize>>,
    /// Names of several words by all of them in one, as they are written in hosts and logins.
    joined: HashMap<String, Vec<usize>>,
    /// Words that are one organization's short or only name.
    handles: HashMap<String, OrganizationId>,
    /// The first words of longer names that are in no name of another organization.
    firsts: HashMap<String, OrganizationId>,
    /// Suppliers and the provider.
    asides: BTreeSet<OrganizationId>,
}

/// A full name.
#[derive(Debug)]
struct Name {
    organization: OrganizationId,
    /// Without "the", "and" and the legal form at its end.
    words: Vec<String>,
}

/// A place in a text that names an organization.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    strength: Strength,
    from: usize,
    to: usize,
    organization: OrganizationId,
}

/// How clearly a mention names an organization, most clearly first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Name,
    /// The first words of a name, two at least: "Acme Plumbing" of "Acme Plumbing & Heating".
    Beginning,
    Word,
    Handle,
}

/// A handle has at least as many letters where nothing else says that it is one: two are too often something else.
const SHORTEST_HANDLE: usize = 3;

/// A handle in brackets or before a host has at least as many letters.
const SHORTEST_OF_ALL: usize = 2;

/// A name in one word that is written in several has at least as many letters, or it may be a word by itself.
const SHORTEST_JOINED: usize = 8;

/// A beginning of more names than this is a common word, and no name behind a label.
const MOST_BEGINNING: usize = 5;

/// Parts of a host's name that are looked at, before and behind a word.
const MOST_PARTS: usize = 6;

impl Mentions {
    pub(crate) fn of<'a>(
        records: impl Iterator<Item = &'a Organization>,
        others: impl Iterator<Item = (OrganizationId, &'a str)>,
    ) -> Self {
        let mut mentions = Self::default();
        let mut handles: BTreeMap<String, BTreeSet<OrganizationId>> = BTreeMap::new();
        let (mut having, mut first_words) = (BTreeMap::<String, BTreeSet<OrganizationId>>::new(), BTreeSet::new());
        let mut names: BTreeSet<(OrganizationId, Vec<String>)> = others.map(|(id, name)| (id, core(name))).collect();
        for record in records {
            names.insert((record.id, core(&record.name)));
            let mut short = record.short_name.as_deref().map(core).unwrap_or_default();
            if short.len() > 1 {
                names.insert((record.id, short));
            } else if let Some(word) = short.pop() {
                handles.entry(word).or_default().insert(record.id);
            }
            if record.organization_type.as_deref().is_some_and(is_aside) {
                mentions.asides.insert(record.id);
            }
        }
        for (at, (organization, words)) in names.into_iter().filter(|(_, words)| !words.is_empty()).enumerate() {
            mentions.beginning.entry(words[0].clone()).or_default().push(at);
            // "Town of Fairhaven" is told from others by its place.
            let is_of = words.get(1).is_some_and(|word| word == "of");
            first_words.extend(words.get(if is_of { 2 } else { 0 }).cloned());
            for word in &words {
                having.entry(word.clone()).or_default().insert(organization);
            }
            if let [word] = &*words {
                handles.entry(word.clone()).or_default().insert(organization);
            } else if words.iter().map(String::len).sum::<usize>() >= SHORTEST_JOINED {
                mentions.joined.entry(words.concat()).or_default().push(at);
            }
            mentions.names.push(Name { organization, words });
        }
        handles.retain(|word, _| word.len() >= SHORTEST_OF_ALL && !WORDS.abbreviations.has(word));
        mentions.handles = unambiguous(handles);
        having.retain(|word, _| word.len() >= SHORTEST_HANDLE && first_words.contains(word));
        mentions.firsts = unambiguous(having);
        mentions.firsts.retain(|word, _| !mentions.handles.contains_key(word));
        mentions
    }

    /// The organizations that a text names, most clearly first. A person's name is no organization's first word.
    pub(crate) fn named_in(&self, text: &str, is_of_person: &dyn Fn(&str) -> bool) -> Vec<OrganizationId> {
        let tokens = tokens(text);
        let mut found = self.labelled(&tokens);
        if found.iter().all(|organization| self.is_aside(*organization)) {
            found.extend(self.anywhere(&tokens, is_of_person));
        }
        found
    }

    /// Leaves out organizations that texts name as a matter of course beside others.
    pub(crate) fn without_asides(&self, found: Vec<OrganizationId>) -> Vec<OrganizationId> {
        let only_asides = found.iter().all(|organization| self.is_aside(*organization));
        let mut seen = BTreeSet::new();
        let counts = |id: &OrganizationId| (only_asides || !self.is_aside(*id)) && seen.insert(*id);
        found.into_iter().filter(counts).collect()
    }

    /// Whether texts about others name an organization as a matter of course.
    pub(crate) fn is_aside(&self, organization: OrganizationId) -> bool {
        self.asides.contains(&organization)
    }

    fn labelled(&self, tokens: &[Token]) -> Vec<OrganizationId> {
        let values = (1..tokens.len()).filter(|&at| {
            // "Customer: …", and "Customer name: …".
            let label = if tokens[at - 1].word == "name" { at.checked_sub(2) } else { Some(at - 1) };
            tokens[at].gap == Gap::Label && label.is_some_and(|label| WORDS.labels.has(&tokens[label].word))
        });
        values.flat_map(|at| self.behind_label(&tokens[at..])).collect()
    }

    fn behind_label(&self, tokens: &[Token]) -> Vec<OrganizationId> {
        let longest = self.names_at(tokens).map(|(_, to)| to).max();
        if let Some(longest) = longest {
            let names = self.names_at(tokens).filter(|(_, to)| *to == longest);
            return names.map(|(name, _)| name.organization).collect();
        }
        let value = tokens.iter().enumerate().take_while(|(at, token)| *at == 0 || token.goes_on());
        let value: Vec<&str> = value.map(|(_, token)| &*token.word).collect();
        if let Some(handle) = tokens.first().and_then(|token| self.handle(&token.word)) {
            let is_whole = value.len() == 1 || tokens.get(1).is_some_and(Token::is_in_host);
            return if is_whole { vec![handle] } else { Vec::new() };
        }
        let begins = |name: &&Name| value.len() <= name.words.len() && value.iter().eq(&name.words[..value.len()]);
        let names = self.beginning_with(value.first().copied().unwrap_or_default()).filter(begins);
        let organizations: BTreeSet<OrganizationId> = names.map(|name| name.organization).collect();
        if organizations.len() > MOST_BEGINNING { Vec::new() } else { organizations.into_iter().collect() }
    }

    fn anywhere(&self, tokens: &[Token], is_of_person: &dyn Fn(&str) -> bool) -> Vec<OrganizationId> {
        let mut mentions: Vec<Mention> = Vec::new();
        for from in 0..tokens.len() {
            let names = self.names_at(&tokens[from..]).map(|(name, length)| (name, length, None));
            let begun = self.beginnings_at(&tokens[from..]);
            let begun = begun.map(|(name, length)| (name, length, Some(Strength::Beginning)));
            mentions.extend(names.chain(begun).filter_map(|(name, length, known)| {
                let to = from + length;
                let strength = strength(tokens, from, to, name)?;
                Some(Mention { strength: known.unwrap_or(strength), from, to, organization: name.organization })
            }));
            let handle = self.handle(&tokens[from].word).filter(|_| is_written_as_handle(tokens, from));
            let first = || self.firsts.get(&tokens[from].word).copied().filter(|_| is_before_host(tokens, from));
            if let Some(organization) = handle.or_else(first) {
                mentions.push(Mention { strength: Strength::Handle, from, to: from + 1, organization });
            }
        }
        // Long mentions first: one inside a longer one is part of that name. Several organizations may share a name.
        mentions.sort_by_key(|mention| (Reverse(mention.to - mention.from), *mention));
        let mut taken: Vec<Option<(usize, usize, bool)>> = vec![None; tokens.len()];
        mentions.retain(|&Mention { strength, from, to, .. }| {
            let by = (from, to, strength == Strength::Beginning);
            let is_free = taken[from..to].iter().all(|taken| taken.is_none_or(|taken| taken == by));
            if is_free {
                taken[from..to].fill(Some(by));
            }
            is_free
        });
        mentions.sort_unstable();
        let mut named: Vec<OrganizationId> = mentions.into_iter().map(|mention| mention.organization).collect();
        let is_free = |at: usize| taken[at].is_none() && !is_of_person(&tokens[at].word);
        let firsts: Vec<(usize, OrganizationId)> = self.firsts_in(tokens).filter(|(at, _)| is_free(*at)).collect();
        let is_beside = named.iter().any(|organization| !self.is_aside(*organization));
        let is_listed = |at: usize| firsts.iter().any(|&(other, _)| are_listed(tokens, at.min(other), at.max(other)));
        named.extend(firsts.iter().filter(|(at, _)| is_beside || is_listed(*at)).map(|first| first.1));
        named
    }

    /// The words that are written as names and begin one organization's name only.
    fn firsts_in(&self, tokens: &[Token]) -> impl Iterator<Item = (usize, OrganizationId)> {
        let is_name = |at: usize| {
            tokens[at].is_capital && !tokens[at].is_glued() && !tokens.get(at + 1).is_some_and(Token::is_in_host)
        };
        let first = move |at: usize| Some((at, self.firsts.get(&tokens[at].word).copied().filter(|_| is_name(at))?));
        (0..tokens.len()).filter_map(first)
    }

    /// The full names that these tokens begin with, and how many of the tokens they are.
    fn names_at<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = (&'a Name, usize)> {
        let first = tokens.first().map(|token| &*token.word).unwrap_or_default();
        let spaced = self.beginning_with(first).filter_map(|name| Some((name, length(&name.words, tokens)?)));
        let joined = self.joined.get(first).into_iter().flatten().filter(|_| !WORDS.usual.has(first));
        spaced.chain(joined.filter_map(|&at| Some((self.names.get(at)?, with_legal_form(tokens, 1)))))
    }

    /// The names of which these tokens begin with two words at least, but not with all, and how many of the tokens they are.
    fn beginnings_at<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = (&'a Name, usize)> {
        let first = tokens.first().map(|token| &*token.word).unwrap_or_default();
        let begun = |name: &'a Name| {
            let is_there = |words: usize| {
                let told = name.words[..words].iter().filter(|word| !WORDS.legal.has(word)).count();
                let to = (told > 1 && !WORDS.legal.has(&name.words[words - 1]))
                    .then(|| length(&name.words[..words], tokens));
                Some((name, to.flatten()?))
            };
            (2..name.words.len()).rev().find_map(is_there).filter(|_| length(&name.words, tokens).is_none())
        };
        self.beginning_with(first).filter_map(begun)
    }

    fn beginning_with(&self, word: &str) -> impl Iterator<Item = &Name> {
        self.beginning.get(word).into_iter().flatten().filter_map(|&at| self.names.get(at))
    }

    /// The organization whose handle a word is, apart from a number at its end ("HLG01").
    fn handle(&self, word: &str) -> Option<OrganizationId> {
        let word =
            if self.handles.contains_key(word) { word } else { word.trim_end_matches(|c: char| c.is_ascii_digit()) };
        self.handles.get(word).copied()
    }
}

/// The words that are of one organization only, and are no usual ones.
fn unambiguous(words: BTreeMap<String, BTreeSet<OrganizationId>>) -> HashMap<String, OrganizationId> {
    let one = words.into_iter().filter(|(word, of)| of.len() == 1 && !WORDS.usual.has(word));
    one.filter_map(|(word, of)| Some((word, of.first().copied()?))).collect()
}

/// Whether two words are items of a list, one after the other.
fn are_listed(tokens: &[Token], one: usize, other: usize) -> bool {
    match other - one {
        1 => tokens[other].is_listed,
        2 => matches!(&*tokens[one + 1].word, "and" | "or") && tokens[other].gap == Gap::Plain,
        _ => false,
    }
}

/// How many tokens the words of a name are, where the tokens begin with them.
fn length(words: &[String], tokens: &[Token]) -> Option<usize> {
    let mut at = 0;
    for (nth, word) in words.iter().enumerate() {
        while nth > 0 && tokens.get(at).is_some_and(|token| token.word == "and" && token.goes_on()) {
            at += 1;
        }
        let is_next = tokens.get(at).is_some_and(|token| token.word == *word && (nth == 0 || token.goes_on()));
        // A legal form inside a name is left out at will, as one at its end is.
        if !is_next && nth > 0 && WORDS.legal.has(word) {
            continue;
        }
        is_next.then_some(())?;
        at += 1;
    }
    Some(with_legal_form(tokens, at))
}

fn with_legal_form(tokens: &[Token], at: usize) -> usize {
    let form = tokens.iter().skip(at).take_while(|token| WORDS.legal.has(&token.word) && token.goes_on());
    at + form.count()
}

/// What the tokens say of a name; `None` where they may be words like any others.
fn strength(tokens: &[Token], from: usize, to: usize, name: &Name) -> Option<Strength> {
    let is_capital = tokens[from..to].iter().all(|token| token.is_capital || WORDS.legal.has(&token.word));
    if to - from > 1 {
        let is_usual =
            tokens[from..to].iter().all(|token| WORDS.usual.has(&token.word) || WORDS.legal.has(&token.word));
        // Two usual words and a legal form are no usual phrase any more.
        let is_formal = name.words.len() > 1 && WORDS.legal.has(&tokens[to - 1].word);
        return (is_capital || !is_usual || is_formal).then_some(Strength::Name);
    }
    let token = &tokens[from];
    if name.words.len() > 1 {
        return Some(Strength::Name);
    }
    let stands_alone = !token.is_glued() && !tokens.get(to).is_some_and(Token::is_glued);
    let is_name = token.word.len() >= SHORTEST_HANDLE && !WORDS.usual.has(&token.word);
    (stands_alone && is_name && is_capital).then_some(Strength::Word)
}

/// Whether a token begins the name of a host: a part with letters and a number follows, "GLOBEX-DC01".
fn is_before_host(tokens: &[Token], at: usize) -> bool {
    let is_numbered = |word: &str| {
        let letters = word.trim_end_matches(|char: char| char.is_ascii_digit());
        letters.len() > 1 && letters.len() < word.len() && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let mut parts = tokens[at + 1..].iter().take(MOST_PARTS).take_while(|token| token.is_in_host());
    !tokens[at].is_in_host() && parts.any(|token| is_numbered(&token.word))
}

/// Whether a token is written as short names are: in capitals, or as a part of a host's name or of a login.
fn is_written_as_handle(tokens: &[Token], at: usize) -> bool {
    if tokens[at].word.trim_end_matches(|char: char| char.is_ascii_digit()).len() < SHORTEST_HANDLE {
        return tokens[at].is_upper && (tokens[at].is_bracketed || is_before_host(tokens, at));
    }
    if tokens[at].is_upper || tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Glue('\\')) {
        return true;
    }
    let from = at - (at.saturating_sub(MOST_PARTS)..=at).rev().take_while(|&at| tokens[at].is_in_host()).count();
    let to = at + 1 + tokens[at + 1..].iter().take(MOST_PARTS).take_while(|token| token.is_in_host()).count();
    // Hyphens join other words too ("summit-level"), but those have no numbers, abbreviations or underscores.
    let is_of_host = |other: usize| {
        let word = &tokens[other].word;
        let is_short = other != at && word.len() <= 3;
        is_short
            || word.ends_with(|char: char| char.is_ascii_digit())
            || (other > from && tokens[other].gap == Gap::Glue('_'))
    };
    to - from > 1 && (from..to).any(is_of_host)
}
