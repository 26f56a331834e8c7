//! Days of the week as notes name them: "M-F", "Mon, Wed & Fri", "du lundi au vendredi", "weekdays".

use jiff::civil::Weekday;

use crate::reach::hours::Days;
use crate::reach::hours::token::{Token, any_phrase, phrase};
use crate::reach::hours::words::{AND, UNTIL};

/// Names of days that mean nothing else, from Monday on.
const FULL: [&str; 7] = [
    "monday mondays mon montag montags lundi lundis lunes",
    "tuesday tuesdays tue tues dienstag dienstags mardi mardis martes",
    "wednesday wednesdays wed weds mittwoch mittwochs mercredi mercredis miercoles",
    "thursday thursdays thu thur thurs donnerstag donnerstags jeudi jeudis jueves",
    "friday fridays fri freitag freitags vendredi vendredis viernes",
    "saturday saturdays sat samstag samstags sonnabend sonnabends samedi samedis sabado sabados",
    "sunday sundays sun sonntag sonntags dimanche dimanches domingo domingos",
];

/// Short names that are also other words: they count only in a row of days, or with a capital.
const SHORT: [&str; 7] =
    ["mo lun", "di tu mar", "mi we mer mie", "do th jeu jue", "fr ven vie", "sa sam sab", "so su dim dom"];

/// Short names that even with a capital are other words at the start of a sentence.
const ALSO_WORDS: &str = "do so we mar di th";

/// Single letters: English ones, and those of French and Spanish, which begin at Monday ("L-V").
const ENGLISH: [(&str, usize); 3] = [("m", 0), ("w", 2), ("f", 4)];
const ROMANCE: [(&str, usize); 6] = [("l", 0), ("x", 2), ("j", 3), ("v", 4), ("s", 5), ("d", 6)];

/// A name of a day with a full stop after it is no longer than this: "Tues.".
const LONGEST_SHORT: usize = 5;

/// Phrases for several days.
const SETS: &[(&str, Days)] = &[
    ("weekdays", Days::WORKING),
    ("weekday", Days::WORKING),
    ("working days", Days::WORKING),
    ("business days", Days::WORKING),
    ("wochentags", Days::WORKING),
    ("an wochentagen", Days::WORKING),
    // By law Saturday is one; most people do not mean it.
    ("werktags", Days { on: Days::WORKING.on, unsaid: 1 << 5 }),
    ("werktaglich", Days { on: Days::WORKING.on, unsaid: 1 << 5 }),
    ("en semaine", Days::WORKING),
    ("jours ouvrables", Days { on: Days::WORKING.on, unsaid: 1 << 5 }),
    ("jours ouvres", Days::WORKING),
    ("dias laborables", Days::WORKING),
    ("entre semana", Days::WORKING),
    ("weekends", Days::WEEKEND),
    ("weekend", Days::WEEKEND),
    ("wochenende", Days::WEEKEND),
    ("wochenenden", Days::WEEKEND),
    ("week - end", Days::WEEKEND),
    ("fin de semana", Days::WEEKEND),
    ("fines de semana", Days::WEEKEND),
    ("7 days a week", Days::ALL),
    ("7 days", Days::ALL),
    ("daily", Days::ALL),
    ("every day", Days::ALL),
    ("everyday", Days::ALL),
    ("taglich", Days::ALL),
    ("jeden tag", Days::ALL),
    ("tous les jours", Days::ALL),
    ("7 j / 7", Days::ALL),
    ("todos los dias", Days::ALL),
    ("diario", Days::ALL),
];

/// How sure a word is a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// On its own.
    Full,
    /// Next to others.
    Short,
    /// A single letter, in a row of English ones.
    English,
    /// A single letter, in a row of French or Spanish ones.
    Romance,
}

/// Reads days: single ones, ranges, rows of both, or a phrase for several.
pub(super) fn days(tokens: &[Token<'_>], at: usize) -> Option<(Days, usize)> {
    if tokens.get(at).is_some_and(|token| !token.spaced) && tokens.get(at.checked_sub(1)?)?.is_mark('-') {
        return None;
    }
    let set = SETS.iter().find_map(|(words, days)| Some((*days, phrase(tokens, at, words)?)));
    let (mut all, mut next) = set.or_else(|| range(tokens, at, false)).or_else(|| row_of_letters(tokens, at))?;
    while let Some(joined) = any_phrase(tokens, next, AND).and_then(|at| any_phrase(tokens, at, AND).or(Some(at))) {
        let Some((more, after)) = range(tokens, joined, true) else { break };
        (all, next) = (all.and(more), after);
    }
    Some((all, next))
}

/// A day, or two with "to" between them. `in_row` says that days stand before it.
fn range(tokens: &[Token<'_>], at: usize, in_row: bool) -> Option<(Days, usize)> {
    let (first, name, next) = day(tokens, at)?;
    if let Some((last, other, after)) = any_phrase(tokens, next, UNTIL).and_then(|next| day(tokens, next)) {
        let fits = match (name, other) {
            (Name::Romance, Name::Romance) => first == 0,
            (Name::English, Name::Romance) | (Name::Romance, Name::English) => false,
            _ => true,
        };
        return fits.then(|| (Days::from_to(first, last), after));
    }
    let alone = match name {
        Name::Full => true,
        Name::Short => in_row || is_clearly_a_day(tokens, at, next),
        Name::English | Name::Romance => false,
    };
    alone.then(|| (Days::from_to(first, first), next))
}

/// "M, W & F", "M/W/F".
fn row_of_letters(tokens: &[Token<'_>], at: usize) -> Option<(Days, usize)> {
    let (first, Name::English, mut next) = day(tokens, at)? else { return None };
    let mut all = Days::from_to(first, first);
    let mut letters = 1;
    while let Some((more, Name::English, after)) = any_phrase(tokens, next, AND).and_then(|next| day(tokens, next)) {
        (all, next, letters) = (all.and(Days::from_to(more, more)), after, letters + 1);
    }
    (letters > 1).then_some((all, next))
}

/// A short name with a capital, or one that begins a row ("Sa, So", "lun et mar").
fn is_clearly_a_day(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let row = any_phrase(tokens, next, AND)
        .and_then(|next| day(tokens, next))
        .is_some_and(|(_, name, _)| matches!(name, Name::Full | Name::Short));
    let is_word = ALSO_WORDS.split(' ').any(|word| word == token.word());
    row || token.is_capitalised() && !is_word
}

/// The number of a day from Monday on, how sure it is one, and where it ends.
fn day(tokens: &[Token<'_>], at: usize) -> Option<(usize, Name, usize)> {
    let word = tokens.get(at).map(Token::word).filter(|word| !word.is_empty())?;
    let among = |names: &[&str; 7]| names.iter().position(|names| names.split(' ').any(|name| name == word));
    let letter = |letters: &[(&str, usize)]| letters.iter().find(|(letter, _)| *letter == word).map(|(_, day)| *day);
    let (day, name) = among(&FULL)
        .map(|day| (day, Name::Full))
        .or_else(|| among(&SHORT).map(|day| (day, Name::Short)))
        .or_else(|| letter(&ENGLISH).map(|day| (day, Name::English)))
        .or_else(|| letter(&ROMANCE).map(|day| (day, Name::Romance)))?;
    // "Mon.-Fri."
    let is_short = name != Name::English && word.len() <= LONGEST_SHORT;
    let dot = is_short && tokens.get(at + 1).is_some_and(|dot| dot.is_mark('.') && !dot.spaced);
    Some((day, name, at + 1 + usize::from(dot)))
}

impl Days {
    /// Monday to Friday.
    pub(super) const WORKING: Self = Self { on: 0b001_1111, unsaid: 0 };
    /// Saturday and Sunday.
    pub(super) const WEEKEND: Self = Self { on: 0b110_0000, unsaid: 0 };
    /// All of them.
    pub(super) const ALL: Self = Self { on: 0b111_1111, unsaid: 0 };
    /// Where no days are stated: Monday to Friday surely, and nothing about the weekend.
    pub(super) const UNSTATED: Self = Self { on: 0b001_1111, unsaid: 0b110_0000 };

    /// Whether the statement is about that day; `None` where it leaves that open.
    #[must_use]
    pub fn contains(self, day: Weekday) -> Option<bool> {
        let bit = 1 << day.to_monday_zero_offset();
        if self.unsaid & bit == 0 { Some(self.on & bit != 0) } else { None }
    }

    /// The days from one to another, over the weekend if need be.
    fn from_to(first: usize, last: usize) -> Self {
        let on = (0..7).filter(|day| (day + 7 - first) % 7 <= (last + 7 - first) % 7).map(|day| 1 << day).sum();
        Self { on, unsaid: 0 }
    }

    fn and(self, other: Self) -> Self {
        Self { on: self.on | other.on, unsaid: (self.unsaid | other.unsaid) & !(self.on | other.on) }
    }

    /// Whether both are about the same day.
    pub(super) fn overlap(self, other: Self) -> bool {
        self.on & other.on != 0
    }
}
