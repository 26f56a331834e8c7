//! The scripts of India, whose consonants have a vowel of their own: "महेश" is written m-h-e-sh and read Mahesh.
//!
//! The blocks of Unicode for nine of them have the same sound at the same place (Unicode Standard, chapter 12).

/// The first block and the end of the last: Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam.
const FIRST: u32 = 0x900;
const END: u32 = 0xd80;
const BLOCK: u32 = 0x80;

/// Where the scripts of the south begin, which write a last vowel that is not said by a sign of its own.
const SOUTH: u32 = 0xb80;

/// The Tamil block.
const TAMIL: std::ops::Range<u32> = 0xb80..0xc00;

/// The consonants, from 15 on.
const CONSONANTS: [&str; 37] = [
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n",
    "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
];

/// Consonants with a dot, from 58 on.
const DOTTED: [&str; 8] = ["k", "kh", "g", "z", "r", "rh", "f", "y"];

/// Vowels at the beginning, from 05 on, and their signs behind a consonant, from 3E on.
const VOWELS: [&str; 16] = ["a", "a", "i", "i", "u", "u", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au"];
const SIGNS: [&str; 15] = ["a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"];

/// Takes the vowel from the consonant before it.
const VIRAMA: u32 = 0x4d;

/// The text in Latin letters, if it has any of these scripts.
pub(super) fn read(text: &str) -> Option<String> {
    let within = |letter: char| (FIRST..END).contains(&u32::from(letter));
    text.chars().any(within).then(|| text.split_whitespace().map(word).collect::<Vec<_>>().join(" "))
}

fn word(word: &str) -> String {
    let mut read = String::with_capacity(word.len());
    // Whether the last consonant still has its own vowel, and whether it stands right behind another.
    let (mut open, mut cluster, mut is_southern) = (false, false, false);
    let letters: Vec<u32> = word.chars().map(u32::from).collect();
    for (at, &letter) in letters.iter().enumerate() {
        if !(FIRST..END).contains(&letter) {
            continue;
        }
        is_southern = letter >= SOUTH;
        let place = letter % BLOCK;
        let index = |first: u32| usize::try_from(place.wrapping_sub(first)).unwrap_or(usize::MAX);
        let consonant = CONSONANTS.get(index(0x15)).or_else(|| DOTTED.get(index(0x58)));
        let own_vowel = if open { "a" } else { "" };
        if let Some(consonant) = consonant {
            cluster = !open && at > 0 && letters[at - 1] % BLOCK == VIRAMA;
            read.push_str(own_vowel);
            // Tamil has one sign for two sounds.
            read.push_str(if TAMIL.contains(&letter) && *consonant == "ch" { "s" } else { consonant });
            open = true;
        } else if let Some(sign) = SIGNS.get(index(0x3e)) {
            read.push_str(sign);
            open = false;
        } else if place == VIRAMA {
            open = false;
        } else if let Some(vowel) = VOWELS.get(index(0x05)) {
            read.push_str(own_vowel);
            read.push_str(vowel);
            open = false;
        } else if let 1 | 2 = place {
            read.push_str(own_vowel);
            open = false;
            let next = letters.get(at + 1).map(|next| next % BLOCK);
            read.push_str(match next {
                Some(0x2a..=0x2e) => "m",
                Some(0x39) => "ng",
                _ => "n",
            });
        }
    }
    if open && (cluster || is_southern) {
        read.push('a');
    }
    read
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_are_read_with_the_vowels_that_are_not_written() {
        for (written, expected) in [
            ("राजेश कुमार", "rajesh kumar"),
            ("महेश शर्मा", "mahesh sharma"),
            ("नरेन्द्र सिंह", "narendra singh"),
            ("अजय विक्रम", "ajay vikram"),
            ("मिश्र", "mishra"),
            ("संजय", "sanjay"),
            ("ऋषि", "rishi"),
            ("சுரேஷ்", "suresh"),
            ("కృష్ణ", "krishna"),
            ("ਅਮਰ", "amar"),
            ("সুমন", "suman"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        assert_eq!(read("Jane"), None);
    }
}
