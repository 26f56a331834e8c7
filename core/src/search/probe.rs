//! Reads the typed words against the words of an index.

use std::ops::Range;

use crate::search::lexicon::{How, Lexicon, Similar};
use crate::search::nicknames;
use crate::search::question::Word;
use crate::search::vocabulary::share;

/// Words of a question that are looked at: no name has more, and the work grows with the square.
pub(crate) const MOST_WORDS: usize = 8;

/// Neighbouring words that may be one name: "van der berg", "xiao ming".
const LONGEST_UNIT: usize = 3;

/// Units of eight words: eight single ones, seven pairs, six triples.
pub(crate) const MOST_UNITS: usize = 21;

/// Neighbouring typed words taken together as one.
#[derive(Debug)]
pub(crate) struct Unit {
    /// As typed, folded.
    pub(crate) text: String,
    /// Without a possessive "'s".
    pub(crate) alone: Option<String>,
    /// Which typed words it is made of, one bit each.
    pub(crate) mask: u8,
    /// Whether it ends with a word that may still be unfinished.
    pub(crate) unfinished: bool,
}

/// A word of the index that a unit may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) word: u32,
    pub(crate) unit: usize,
    pub(crate) likeness: f32,
    pub(crate) how: How,
}

/// Words of the index that begin with a unit.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) words: Range<u32>,
    pub(crate) unit: usize,
    pub(crate) how: How,
}

/// Everything that the typed words may mean.
#[derive(Debug)]
pub(crate) struct Probe<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) words: Vec<Word>,
    /// Whether the last word is still being typed.
    pub(crate) unfinished: bool,
    /// The single words first, in their order.
    pub(crate) units: Vec<Unit>,
    /// By word of the index.
    pub(crate) hits: Vec<Hit>,
    pub(crate) spans: Vec<Span>,
    /// The words that an answer has to explain.
    pub(crate) needed: u8,
    /// The words that are whole words of names as spelled.
    pub(crate) exactly_named: u8,
}

/// A typed initial against a name that begins with it. High enough that the only "J Smith" is shown at once.
const INITIAL: f32 = 0.88;

/// A typed initial against a stored one.
const STORED_INITIAL: f32 = 0.885;

/// A typed name against a stored initial.
const INITIAL_STORED: f32 = 0.80;

/// The consonants of a name in a script without vowels. Two consonants fit many names.
const SAME_CONSONANTS: f32 = 0.86;
const SAME_TWO_CONSONANTS: f32 = 0.82;

/// A nickname for the formal name, or the other way round.
const NICKNAME: f32 = 0.95;

/// The same while it may become another word: below the words that it is the beginning of.
const NICKNAME_UNFINISHED: f32 = 0.90;

/// A typed word that is some contact's name is rarely another's misspelled name, and a larger account knows more names.
const KNOWN_ITSELF: f32 = 0.05;

/// The least letters that count as the beginning of a name in a finished question.
const SHORTEST_BEGINNING: usize = 3;

impl<'a> Probe<'a> {
    /// Reads the words literally: as they are, as nicknames, as initials, and as beginnings.
    pub(crate) fn new(lexicon: &'a Lexicon, words: &[Word], unfinished: bool) -> Self {
        Self::of_units(lexicon, words, unfinished, LONGEST_UNIT)
    }

    /// Reads the words so that no two are one name.
    pub(crate) fn singly(lexicon: &'a Lexicon, words: &[Word], unfinished: bool) -> Self {
        Self::of_units(lexicon, words, unfinished, 1)
    }

    fn of_units(lexicon: &'a Lexicon, words: &[Word], unfinished: bool, longest: usize) -> Self {
        let words = &words[..words.len().min(MOST_WORDS)];
        let mut units = Vec::with_capacity(MOST_UNITS);
        for length in 1..=longest.min(words.len()) {
            for (from, unit) in words.windows(length).enumerate() {
                let texts = || unit.iter().map(|word| word.text.as_str());
                let alone = unit.last().and_then(|last| last.alone.as_deref());
                units.push(Unit {
                    text: texts().collect(),
                    alone: alone.map(|last| texts().take(length - 1).chain([last]).collect()),
                    mask: mask(from..from + length),
                    unfinished: unfinished && from + length == words.len(),
                });
            }
        }
        let needed = mask((0..words.len()).filter(|at| words[*at].needed));
        let (words, hits, spans) = (words.to_vec(), Vec::new(), Vec::new());
        let mut probe = Self { lexicon, words, unfinished, units, hits, spans, needed, exactly_named: 0 };
        for unit in 0..probe.units.len() {
            probe.read_literally(unit);
        }
        probe.arrange();
        probe
    }

    pub(crate) fn also(&mut self, words: &[String]) {
        let words = &words[..words.len().min(MOST_WORDS)];
        for length in 1..=LONGEST_UNIT.min(words.len()) {
            for (from, unit) in words.windows(length).enumerate() {
                let place = self.units.iter().position(|other| other.mask == mask(from..from + length));
                let unit = place.zip(self.lexicon.vocabulary.find(&unit.concat()));
                self.hits.extend(unit.map(|(unit, word)| Hit { word, unit, likeness: 1.0, how: How::Exact }));
            }
        }
        self.arrange();
    }

    /// Adds similar spellings and sounds, given which words are names themselves and which mean something else.
    pub(crate) fn widen(&mut self, other: u8, is_known: impl Fn(&str) -> bool) {
        for (unit, Unit { text, mask, .. }) in self.units.iter().enumerate() {
            // Three words that only together are nearly a name are no name.
            if mask.count_ones() < 3 && mask & self.needed != 0 && mask & other == 0 {
                let doubt = if is_known(text) { KNOWN_ITSELF } else { 0.0 };
                let similar = self.lexicon.similar(text).into_iter().chain(self.lexicon.with_letter_for_digit(text));
                let hit = |it: Similar| Hit { word: it.word, unit, likeness: it.likeness - doubt, how: it.how };
                self.hits.extend(similar.map(hit));
            }
        }
        self.arrange();
    }

    /// Adds words that sound the same by another rule than that of the lexicon, each with how many consonants it has.
    pub(crate) fn add_sounds(&mut self, other: u8, alike: impl Fn(&str) -> Vec<(u32, u32)>) {
        for (unit, Unit { text, mask, .. }) in self.units.iter().enumerate() {
            if mask.count_ones() < 3 && text.len() > 1 && mask & other == 0 {
                self.hits.extend(alike(text).into_iter().map(|(word, consonants)| {
                    let likeness = if consonants > 2 { SAME_CONSONANTS } else { SAME_TWO_CONSONANTS };
                    Hit { word, unit, likeness, how: How::Sound }
                }));
            }
        }
        self.arrange();
    }

    /// What the units may mean by this word of the index.
    pub(crate) fn meanings(&self, word: u32) -> impl Iterator<Item = Hit> {
        let from = self.hits.partition_point(|hit| hit.word < word);
        let hits = self.hits[from..].iter().take_while(move |hit| hit.word == word).copied();
        let spans = self.spans.iter().filter(move |span| span.words.contains(&word));
        let hit =
            move |span: &Span| Hit { word, unit: span.unit, likeness: self.span_likeness(span, word), how: span.how };
        hits.chain(spans.map(hit))
    }

    pub(crate) fn mask_of(&self, word: u32) -> u8 {
        self.meanings(word).fold(0, |mask, hit| mask | self.units[hit.unit].mask)
    }

    /// The ranges of words that a typed word may mean, alone or together with its neighbours.
    pub(crate) fn meant_by(&self, at: usize) -> impl Iterator<Item = Range<u32>> {
        let has = move |unit: usize| self.units[unit].mask & 1 << at != 0;
        let hits = self.hits.iter().filter(move |hit| has(hit.unit)).map(|hit| hit.word..hit.word + 1);
        hits.chain(self.spans.iter().filter(move |span| has(span.unit)).map(|span| span.words.clone()))
    }

    pub(crate) fn words_of(&self, mask: u8) -> impl Iterator<Item = &Word> {
        bits(mask).filter_map(|at| self.words.get(at))
    }

    /// All typed words, one bit each.
    pub(crate) fn full_mask(&self) -> u8 {
        mask(0..self.words.len())
    }

    /// The words that may be part of a name as spelled.
    pub(crate) fn named_mask(&self) -> u8 {
        let hits = self.hits.iter().fold(0, |mask, hit| mask | self.units[hit.unit].mask);
        self.spans.iter().fold(hits, |mask, span| mask | self.units[span.unit].mask)
    }

    fn span_likeness(&self, span: &Span, word: u32) -> f32 {
        let unit = &self.units[span.unit];
        let share = share(unit.text.len(), self.lexicon.vocabulary.word(word).len());
        match span.how {
            How::Initial if !unit.unfinished => INITIAL,
            _ if unit.unfinished => 0.95 + 0.03 * share,
            _ => 0.66 + 0.28 * share,
        }
    }

    fn read_literally(&mut self, unit: usize) {
        let vocabulary = &self.lexicon.vocabulary;
        let Unit { text, alone, mask, unfinished } = &self.units[unit];
        if let Some(word) = alone.as_deref().and_then(|alone| vocabulary.find(alone)) {
            self.hits.push(Hit { word, unit, likeness: 1.0, how: How::Exact });
        }
        if let Some(word) = vocabulary.find(text) {
            // A stored initial does not say either what it stands for.
            let (likeness, how) = if text.len() == 1 { (STORED_INITIAL, How::Initial) } else { (1.0, How::Exact) };
            self.hits.push(Hit { word, unit, likeness, how });
        }
        // A filler is only ever a name that is spelled so.
        if mask & self.needed == 0 {
            return;
        }
        let single = mask.is_power_of_two();
        if single
            && text.len() > 1
            && let Some(word) = vocabulary.find(&text[..1])
        {
            self.hits.push(Hit { word, unit, likeness: INITIAL_STORED, how: How::Initial });
        }
        if text.len() == 1 {
            self.spans.push(Span { words: vocabulary.beginning_with(text), unit, how: How::Initial });
        } else if *unfinished || (single && text.len() >= SHORTEST_BEGINNING) {
            self.spans.push(Span { words: vocabulary.beginning_with(text), unit, how: How::Begins });
        }
        for &(other, weight) in nicknames::of(text) {
            if let Some(word) = vocabulary.find(other) {
                let likeness = if *unfinished { NICKNAME_UNFINISHED } else { NICKNAME } * weight;
                self.hits.push(Hit { word, unit, likeness, how: How::Nickname });
            }
        }
    }

    /// Sorts the hits and keeps the best of each word and unit. A nickname says nothing about a family name, so it does
    /// not replace the other ways.
    fn arrange(&mut self) {
        let key = |hit: &Hit| (hit.word, hit.unit, hit.how == How::Nickname);
        self.hits.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then(b.likeness.total_cmp(&a.likeness)));
        self.hits.dedup_by_key(|hit| key(hit));
        self.spans.retain(|span| !span.words.is_empty());
        let exact = self.hits.iter().filter(|hit| hit.how == How::Exact);
        self.exactly_named = exact.fold(0, |mask, hit| mask | self.units[hit.unit].mask);
    }
}

/// The places of the words of a mask.
pub(crate) fn bits(mask: u8) -> impl Iterator<Item = usize> + Clone {
    (0..MOST_WORDS).filter(move |at| mask & 1 << at != 0)
}

/// The mask of the words at these places.
pub(crate) fn mask(places: impl IntoIterator<Item = usize>) -> u8 {
    places.into_iter().fold(0, |mask, at| mask | 1 << at)
}
