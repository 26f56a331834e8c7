//! Names by their consonants, for other scripts than Latin.
//!
//! Arabic and Hebrew do not write most vowels, and how those of other scripts are written in Latin letters differs more than
//! how the consonants are. Stored and typed names are reduced to the same classes of consonants, in every way their letters
//! can be read.

/// Ways of reading that are followed; a name with more is not of these scripts.
const MOST_READINGS: usize = 8;

/// Whether a word is of a script that does not write vowels.
pub(crate) fn is_vowelless(word: &str) -> bool {
    word.chars().any(|letter| vowelless(letter).is_some())
}

/// An Arabic name without the article before it, which people leave out, if two letters or more remain.
pub(crate) fn without_article(name: &str) -> &str {
    name.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(name)
}

/// The consonant classes of a folded word, in all readings, packed four bits each.
pub(crate) fn of(word: &str) -> Vec<u64> {
    let mut readings = vec![Reading::default()];
    let word = word.replace('x', "ks");
    let mut rest = word.as_str();
    while let Some(letter) = rest.chars().next() {
        let (length, classes) = consonant(rest);
        rest = &rest[length.max(letter.len_utf8())..];
        // A vowel between two equal consonants keeps them apart.
        let is_vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
        readings = go_on(&readings, classes, |reading, class| match class {
            SILENT if is_vowel => [Some(Reading { last: None, ..reading }), None],
            SILENT => [Some(reading), None],
            // A doubled consonant is one.
            _ if Some(class) == reading.last => [Some(reading), None],
            _ => [Some(reading.and(class)), None],
        });
    }
    packed(&readings)
}

pub(crate) fn length(packed: u64) -> u32 {
    (u64::BITS - packed.leading_zeros()).div_ceil(4)
}

/// The same of a word in its own script, if that is one without vowels.
pub(crate) fn of_vowelless(word: &str) -> Vec<u64> {
    let mut readings = vec![Reading::default()];
    for classes in word.chars().filter_map(vowelless) {
        readings = go_on(&readings, classes, |reading, class| match class {
            SILENT => [Some(Reading { last: None, ..reading }), None],
            // One sign twice is a doubled consonant, or two with a vowel between them that is not written.
            _ if Some(class) == reading.last => [Some(reading), Some(reading.and(class))],
            _ => [Some(reading.and(class)), None],
        });
    }
    packed(&readings)
}

/// One way of reading the beginning of a word: its consonants, and the last of them if nothing followed it.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Reading {
    packed: u64,
    last: Option<char>,
}

impl Reading {
    fn and(self, class: char) -> Self {
        let number = CLASSES.chars().zip(1..).find(|(other, _)| *other == class).map_or(0, |(_, number)| number);
        Self { packed: self.packed << 4 | number, last: Some(class) }
    }
}

/// Goes on with a letter of one of these classes.
fn go_on(readings: &[Reading], classes: &str, step: impl Fn(Reading, char) -> [Option<Reading>; 2]) -> Vec<Reading> {
    let step = &step;
    let next = readings.iter().flat_map(|&reading| classes.chars().flat_map(move |class| step(reading, class)));
    let mut next: Vec<Reading> = next.flatten().collect();
    next.sort_unstable();
    next.dedup();
    next.truncate(MOST_READINGS);
    next
}

/// The readings with any consonants.
fn packed(readings: &[Reading]) -> Vec<u64> {
    let mut packed: Vec<u64> = readings.iter().map(|reading| reading.packed).filter(|&it| it != 0).collect();
    packed.dedup();
    packed
}

/// The classes of consonants, by the letter that most of each are written with.
const CLASSES: &str = "KJSZTDBFLMNR";

/// The class of vowels and of what is not said.
const SILENT: char = '-';

/// How many letters the next consonant is written with, and the classes it may be of.
fn consonant(text: &str) -> (usize, &'static str) {
    let two = [
        "dj J", "ph F", "kh K-", "ch KS-", "sh S", "gh K", "th T", "dh DZ", "ts Z", "tz Z", "ck K", "ce S", "ci S",
        "ge KJ",
    ];
    if let Some((pair, classes)) = two.iter().map(|row| row.split_at(2)).find(|(pair, _)| text.starts_with(pair)) {
        // The vowel of "ce" and its like is read on its own.
        let length = if pair.ends_with(['e', 'i']) { 1 } else { 2 };
        return (length, classes.trim_start());
    }
    let classes = match text.as_bytes().first() {
        Some(b'k' | b'q' | b'c') => "K",
        Some(b'g') => "KJ",
        Some(b'j') => "J-",
        Some(b's') => "S",
        Some(b'z') => "Z",
        Some(b't') => "T",
        Some(b'd') => "D",
        Some(b'b' | b'p') => "B",
        Some(b'f') => "F",
        // Hebrew writes the vowels o and u with the same letter.
        Some(b'v') => "F-",
        Some(b'l') => "L",
        Some(b'm') => "M",
        Some(b'n') => "N",
        Some(b'r') => "R",
        _ => "-",
    };
    (1, classes)
}

/// The classes that a letter of a script without vowels may be of; `None` for letters of other scripts.
fn vowelless(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ب' | 'پ' => "B",
        'ت' | 'ط' | 'ט' => "T",
        'ث' | 'ת' => "TS",
        'ج' => "JK",
        'چ' => "KS",
        'خ' | 'غ' | 'ق' | 'ك' | 'ک' | 'گ' | 'ג' | 'כ' | 'ך' | 'ק' => "K",
        'د' | 'ד' => "D",
        // Persian says Z for all three.
        'ذ' | 'ظ' | 'ض' => "DZ",
        'ر' | 'ר' => "R",
        'ز' | 'ژ' | 'ז' => "Z",
        'س' | 'ش' | 'ص' | 'ש' | 'ס' => "S",
        'ف' | 'ڤ' => "F",
        'ل' | 'ל' => "L",
        'م' | 'מ' | 'ם' => "M",
        'ن' | 'נ' | 'ן' => "N",
        // Before another name it is said.
        'ة' => "-T",
        // A vowel, or a consonant that is written with V.
        'و' | 'ו' => "-F",
        // With and without the dot that is mostly left out.
        'ב' | 'פ' | 'ף' => "BF",
        'צ' | 'ץ' => "ZS",
        '\u{590}'..='\u{5ff}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
