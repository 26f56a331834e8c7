//! The words people write about secrets, and where they stand in a text.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use strsim::osa_distance;
use strum::{EnumString, FromRepr};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::notes::Secret;

/// What a phrase means. It may have several roles; its place decides. In the list of words they go by their names.
/// Those up to [`PhraseRole::Login`] are labels, the certain before the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, FromRepr)]
#[strum(serialize_all = "kebab-case")]
#[repr(u32)]
pub(super) enum PhraseRole {
    /// Announces a user's name and a password.
    Pair,
    /// Announces a password or an answer in place of one, in any position.
    Password,
    /// Announces a key for a machine.
    Key,
    /// Announces a code, of digits as a rule.
    Code,
    /// Announces a password, but has other meanings too.
    MaybePassword,
    /// Announces a key, but has other meanings too.
    MaybeKey,
    /// A thing that has a code.
    Locked,
    /// A wireless network, whose name or key may follow.
    Network,
    /// Announces a user's name, which a password may follow.
    Login,
    /// Stands between a label and its value.
    Is,
    /// Says what a label is about, or where the value is.
    Of,
    /// Stands before either, and means nothing.
    Filler,
    /// Speaks about a secret instead of giving it.
    Tell,
    /// After a label turns it into something else: "password policy".
    Other,
    /// Begins another field.
    Field,
    /// Turns the number after it into one of another kind: "ext. 4471".
    Number,
    /// Before a "code" or a "key" makes it public: "zip code".
    Public,
    /// Before a "pass" makes it a card or a sheet of paper: "boarding pass".
    Ticket,
    /// Ends in "code" and is public: "postcode".
    NotCode,
}

/// The bits of labels.
const LABELS: u32 = (1 << PhraseRole::Is as u32) - 1;

/// Longest phrase, in words; a character is a word in scripts without spaces.
const MOST_WORDS: usize = 8;

/// Letters of the shortest label that is recognised with a slip in it: a shorter one is too close to other words.
const LONG_LABEL: usize = 7;

/// Words that look like a misspelt label and are none.
const NO_LABELS: [&str; 4] = ["passport", "passports", "passwords", "combined"];

/// A run of letters and digits, or a character of a script without spaces.
#[derive(Default)]
pub(super) struct NoteWord {
    pub(super) range: Range<usize>,
    /// In lower-case letters without accents, Latin ones where the script has an alphabet.
    pub(super) folded: String,
    /// The label that begins here, with its number of words.
    pub(super) label: Option<(PhraseRole, usize)>,
    /// The same for a label that the word before makes public: "zip code".
    pub(super) public_label: Option<(PhraseRole, usize)>,
    /// Words of the longest phrase that begins here and means "is"; 0 if none does.
    pub(super) is: usize,
    roles: u32,
}

impl NoteWord {
    /// Whether a phrase of this role begins here.
    pub(super) fn is_a(&self, role: PhraseRole) -> bool {
        self.roles & bit(role) != 0
    }

    pub(super) fn is_any(&self, roles: &[PhraseRole]) -> bool {
        roles.iter().any(|role| self.is_a(*role))
    }
}

impl PhraseRole {
    pub(super) fn secret(self, label: &str) -> Secret {
        match self {
            Self::Key | Self::MaybeKey => Secret::Key,
            Self::Code | Self::Locked if label.contains("iban") || label.contains("account") => Secret::Account,
            Self::Code | Self::Locked if CARDS.iter().any(|card| label.contains(card)) => Secret::Card,
            Self::Code | Self::Locked => Secret::Code,
            _ => Secret::Password,
        }
    }
}

/// Words that tell a card's number from other codes, in labels as [`NoteWord::folded`].
const CARDS: [&str; 5] = ["card", "kredit", "karten", "carte", "tarjeta"];

#[derive(Default)]
struct Vocabulary {
    phrases: HashMap<String, u32>,
    beginnings: Vec<(String, u32)>,
    endings: Vec<(String, u32)>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    let lines = include_str!("vocabulary.txt").lines().filter_map(|line| line.split_once(": "));
    for (name, phrases) in lines.filter(|(name, _)| !name.starts_with('#')) {
        let roles = name.parse().map_or(0, bit);
        for phrase in phrases.split(',').map(str::trim) {
            let bare = joined(&split(phrase), phrase);
            if phrase.starts_with('*') {
                vocabulary.endings.push((bare.clone(), roles));
            } else if phrase.ends_with('*') {
                vocabulary.beginnings.push((bare.clone(), roles));
            }
            // "apikey" is written as often as "api key".
            let is_label = roles & (bit(PhraseRole::Key) | bit(PhraseRole::Code) | bit(PhraseRole::Password)) != 0;
            if is_label && bare.len() > LONG_LABEL {
                *vocabulary.phrases.entry(bare.replace(' ', "")).or_default() |= roles;
            }
            *vocabulary.phrases.entry(bare).or_default() |= roles;
        }
    }
    vocabulary
});

/// Long labels of one word, by their beginnings.
static LONG: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let passwords = VOCABULARY.phrases.iter().filter(|(_, roles)| *roles & bit(PhraseRole::Password) != 0);
    let is_long = |phrase: &&str| phrase.is_ascii() && phrase.len() >= LONG_LABEL && !phrase.contains([' ', '/']);
    passwords.map(|(phrase, _)| phrase.as_str()).filter(is_long).collect()
});

fn bit(role: PhraseRole) -> u32 {
    1 << role as u32
}

/// The words of a text, with their meaning.
pub(super) fn read(text: &str) -> Vec<NoteWord> {
    let mut words = split(text);
    for at in 0..words.len() {
        let from = words.get(at..).unwrap_or_default();
        let (label, is, roles) = said(from, text);
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let said_before = |role| before.is_some_and(|word| word.is_a(role));
        let public = match label {
            Some((PhraseRole::Locked | PhraseRole::MaybeKey, _)) => said_before(PhraseRole::Public),
            Some((PhraseRole::MaybePassword, _)) => said_before(PhraseRole::Public) || said_before(PhraseRole::Ticket),
            _ => false,
        };
        if let Some(word) = words.get_mut(at) {
            (word.label, word.public_label) = if public { (None, label) } else { (label, None) };
            (word.is, word.roles) = (is, roles);
        }
    }
    words
}

/// The meaning from the first of these words on: the longest label, the length of the longest "is", all roles.
fn said(words: &[NoteWord], text: &str) -> (Option<(PhraseRole, usize)>, usize, u32) {
    let (mut label, mut is, mut all) = (None, 0, 0);
    let mut name = String::new();
    let mut end = None;
    for (count, word) in (1..=MOST_WORDS).zip(words) {
        if let Some(end) = end {
            let Some(gap) = gap(text.get(end..word.range.start).unwrap_or_default()) else { break };
            name.push_str(gap);
        }
        end = Some(word.range.end);
        name.push_str(&word.folded);
        let roles = if count == 1 { of_word(&name) } else { of_phrase(&name) };
        let first = PhraseRole::from_repr(roles.trailing_zeros()).filter(|_| roles & LABELS != 0);
        label = first.map(|role| (role, count)).or(label);
        if roles & bit(PhraseRole::Is) != 0 {
            is = count;
        }
        all |= roles;
    }
    (label, is, all)
}

/// What joins two words of a phrase.
fn gap(between: &str) -> Option<&'static str> {
    let sign = |char: char| " -_/'’&+‑.".contains(char);
    (between.chars().count() <= 3 && between.chars().all(sign)).then_some(match between {
        "" => "",
        _ if between.contains(['/', '&', '+']) => "/",
        _ => " ",
    })
}

/// "Password 1" may be written as one, and "wpa2" is not "wpa".
fn of_phrase(name: &str) -> u32 {
    let phrases = &VOCABULARY.phrases;
    let bare = || name.trim_end_matches(|char: char| char.is_ascii_digit());
    phrases.get(name).or_else(|| phrases.get(bare())).copied().unwrap_or_default()
}

fn of_word(name: &str) -> u32 {
    let roles = of_phrase(name);
    if roles != 0 || name.len() < 4 {
        return roles;
    }
    let bare = name.trim_end_matches(|char: char| char.is_ascii_digit());
    let ending = VOCABULARY.endings.iter().find(|(ending, _)| bare.ends_with(ending.as_str()));
    let beginning = VOCABULARY.beginnings.iter().find(|(beginning, _)| bare.starts_with(beginning.as_str()));
    if let Some((_, roles)) = ending.or(beginning) {
        return *roles;
    }
    let misspelt = bare.len() + 1 >= LONG_LABEL
        && !NO_LABELS.contains(&bare)
        && LONG.iter().any(|label| {
            bare.as_bytes().first() == label.as_bytes().first()
                && bare.len().abs_diff(label.len()) <= 1
                && osa_distance(bare, label) <= slips(bare, label)
        });
    if misspelt { bit(PhraseRole::MaybePassword) } else { 0 }
}

/// How many slips a label may have: two where few other words end alike.
fn slips(word: &str, label: &str) -> usize {
    let ends_alike = word.as_bytes().last() == label.as_bytes().last();
    if ends_alike && (label.ends_with("word") || label.ends_with("woord") || label.ends_with("wort")) { 2 } else { 1 }
}

/// The words of a text, without their meaning.
fn split(text: &str) -> Vec<NoteWord> {
    let mut words: Vec<NoteWord> = Vec::new();
    let mut open = false;
    for (at, char) in text.char_indices() {
        let spaceless = is_spaceless(char);
        let inside = char.is_alphanumeric() || spaceless || (!words.is_empty() && open && is_combining_mark(char));
        if inside {
            if !open || spaceless {
                words.push(NoteWord { range: at..at, ..NoteWord::default() });
            }
            if let Some(word) = words.last_mut() {
                word.range.end = at + char.len_utf8();
                push_folded(&mut word.folded, char);
            }
        }
        open = inside && !spaceless;
    }
    words
}

fn joined(words: &[NoteWord], phrase: &str) -> String {
    let mut name = String::new();
    let mut end = 0;
    for word in words {
        if !name.is_empty() {
            name.push_str(gap(phrase.get(end..word.range.start).unwrap_or_default()).unwrap_or(" "));
        }
        end = word.range.end;
        name.push_str(&word.folded);
    }
    name
}

/// Thai, Chinese, Japanese and Korean, where words stand close together or carry endings.
fn is_spaceless(char: char) -> bool {
    matches!(char, '\u{e00}'..='\u{e7f}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff66}'..='\u{ff9f}')
}

fn push_folded(folded: &mut String, char: char) {
    if is_spaceless(char) {
        folded.extend(std::iter::once(char).nfkc());
        return;
    }
    let ascii = any_ascii_char(char).bytes().filter(u8::is_ascii_alphanumeric);
    folded.extend(ascii.map(|byte| char::from(byte.to_ascii_lowercase())));
}
