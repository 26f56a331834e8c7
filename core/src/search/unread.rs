//! Words with letters that were lost on their way: what was "Höglund" is kept as "H?glund".

use crate::search::fold::UNREAD;

/// Letters that one lost letter may be, folded, where they are two: "æ", "ö" written out, "ß", "þ".
const TWO: [&str; 6] = ["ae", "oe", "ue", "aa", "ss", "th"];

/// Whether a folded word has lost letters, and enough others to tell it by: two for each, so that the ways to read it are few.
pub(crate) fn is_in(word: &str) -> bool {
    let lost = word.matches(UNREAD).count();
    lost > 0 && word.len() >= 3 * lost
}

/// Whether a folded word with lost letters may be the typed one. One letter may be lost as several signs.
pub(crate) fn may_be(word: &str, typed: &str) -> bool {
    let Some((known, rest)) = word.split_once(UNREAD) else { return word == typed };
    let Some(typed) = typed.strip_prefix(known) else { return false };
    let next = rest.trim_start_matches(UNREAD);
    let signs = rest.len() - next.len() + 1;
    let one_by_one = (1..=signs).filter_map(|letters| typed.get(letters..));
    let two = TWO.iter().filter_map(|two| typed.strip_prefix(two));
    one_by_one.chain(two).any(|left| may_be(next, left))
}

#[cfg(test)]
mod tests {
    use super::{is_in, may_be};

    #[test]
    fn a_lost_letter_may_be_any_one_letter() {
        for (word, typed) in [
            ("torbj?rn", "torbjorn"),
            ("torbj?rn", "torbjoern"),
            ("h?glund", "haglund"),
            ("s?ther", "saether"),
            ("ren?", "rene"),
            ("?ke", "ake"),
            ("j??rgen", "jurgen"),
            ("j??rgen", "juergen"),
            ("??str?m", "ostrom"),
        ] {
            assert!(is_in(word) == (word != "??str?m") && may_be(word, typed), "{word} {typed}");
        }
        for (word, typed) in [("h?glund", "hglund"), ("h?glund", "hoiglund"), ("h?glund", "hoglun"), ("ren?", "renata")]
        {
            assert!(!may_be(word, typed), "{word} {typed}");
        }
        assert!(!is_in("jurgen") && !is_in("a?") && !is_in("??????"));
    }
}
