//! Names by their consonants, for scripts that do not write vowels.
//!
//! Arabic and Hebrew names arrive in Latin letters as their consonants ("فيليب": fylyb). A typed name is reduced to the same
//! classes of consonants, in every way its letters can be read.

/// Ways of reading that are followed; a name with more is not of these scripts.
const MOST_READINGS: usize = 8;

/// Whether the text is in a script without vowels.
pub(crate) fn is_vowelless(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|letter| matches!(letter, '\u{590}'..='\u{5ff}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// The consonant classes of a folded word, in all readings, packed four bits each.
pub(crate) fn of(word: &str) -> Vec<u64> {
    let mut readings: Vec<(u64, u8)> = vec![(0, 0)];
    let word = word.replace('x', "ks");
    let mut rest = word.as_str();
    while let Some(letter) = rest.chars().next() {
        let (length, classes) = consonant(rest);
        rest = &rest[length.max(letter.len_utf8())..];
        let mut next = Vec::with_capacity(readings.len() * classes.len());
        for &(reading, last) in &readings {
            for &class in classes {
                // A doubled consonant is one, and what is silent says nothing.
                let extended = if class == 0 || class == last { reading } else { reading << 4 | u64::from(class) };
                next.push((extended, if class == 0 { last_after_silence(letter, last) } else { class }));
            }
        }
        next.sort_unstable();
        next.dedup();
        next.truncate(MOST_READINGS);
        readings = next;
    }
    let mut readings: Vec<u64> =
        readings.into_iter().map(|reading| reading.0).filter(|&reading| reading != 0).collect();
    readings.dedup();
    readings
}

/// A vowel between two equal consonants keeps them apart.
fn last_after_silence(letter: char, last: u8) -> u8 {
    if matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w') { 0 } else { last }
}

const SILENT: u8 = 0;
const K: u8 = 1;
const J: u8 = 2;
const S: u8 = 3;
const Z: u8 = 4;
const T: u8 = 5;
const D: u8 = 6;
const B: u8 = 7;
const F: u8 = 8;
const L: u8 = 9;
const M: u8 = 10;
const N: u8 = 11;
const R: u8 = 12;

/// How many letters the next consonant is written with, and the classes it may be of.
fn consonant(text: &str) -> (usize, &'static [u8]) {
    let two: [(&str, &[u8]); 13] = [
        ("ph", &[F]),
        ("kh", &[K, SILENT]),
        ("ch", &[K, S, SILENT]),
        ("sh", &[S]),
        ("gh", &[K]),
        ("th", &[T]),
        ("dh", &[D, Z]),
        ("ts", &[Z]),
        ("tz", &[Z]),
        ("ck", &[K]),
        ("ce", &[S]),
        ("ci", &[S]),
        ("ge", &[K, J]),
    ];
    if let Some((pair, classes)) = two.into_iter().find(|(pair, _)| text.starts_with(pair)) {
        // The vowel of "ce" and its like is read on its own.
        let length = if pair.ends_with(['e', 'i']) { 1 } else { 2 };
        return (length, classes);
    }
    let classes: &[u8] = match text.as_bytes().first() {
        Some(b'k' | b'q' | b'c') => &[K],
        Some(b'g') => &[K, J],
        Some(b'j') => &[J, SILENT],
        Some(b's') => &[S],
        Some(b'z') => &[Z],
        Some(b't') => &[T],
        Some(b'd') => &[D],
        Some(b'b' | b'p') => &[B],
        Some(b'f') => &[F],
        // Hebrew writes the vowels o and u with the same letter.
        Some(b'v') => &[F, SILENT],
        Some(b'l') => &[L],
        Some(b'm') => &[M],
        Some(b'n') => &[N],
        Some(b'r') => &[R],
        _ => &[SILENT],
    };
    (1, classes)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_name_and_its_consonants_have_a_reading_in_common() {
        for (typed, stored) in
            [("philippe", "fylyb"), ("kathy", "kthy"), ("gamal", "jml"), ("yosef", "yvsf"), ("noa", "nvh")]
        {
            assert!(of(typed).iter().any(|reading| of(stored).contains(reading)), "{typed} {stored}");
        }
        assert!(!of("david").iter().any(|reading| of("shlvmh").contains(reading)));
    }
}
