//! Removes invisible characters before a text is searched.

use crate::domain::spelling::{is_joiner, is_unseen};

/// The text without characters that show nothing by themselves or turn the direction of text. White space and control
/// characters stay: the calling code decides about them.
pub fn without_invisible(text: &str) -> String {
    // Nearly all texts.
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let before = clean.chars().next_back();
        let shows = if is_joiner(char) {
            // Persian and the scripts of India spell with joiners; between other letters they only hide things.
            before.is_some_and(joins) && chars.peek().copied().is_some_and(joins)
        } else if is_variation(char) {
            // Emoji and digits on keys have variations; Latin letters have none.
            !before.is_none_or(|before| before.is_ascii_alphabetic())
        } else {
            // Two of them are line breaks to other programs.
            char.is_whitespace() || !is_invisible(char)
        };
        if shows {
            clean.push(char);
        }
    }
    clean
}

fn joins(char: char) -> bool {
    !(char.is_ascii() || char.is_whitespace() || char.is_control() || is_invisible(char) || is_joiner(char))
}

fn is_variation(char: char) -> bool {
    matches!(char, '\u{fe00}'..='\u{fe0f}')
}

/// Variations show nothing by themselves either, but change what stands before them.
fn is_invisible(char: char) -> bool {
    is_unseen(char) && !is_variation(char)
}

#[cfg(test)]
mod tests {
    use super::without_invisible;

    #[test]
    fn only_invisible_characters_are_removed() {
        for (text, clean) in [
            ("Jane\n\t Doe\u{0}", "Jane\n\t Doe\u{0}"),
            ("a\u{2028}b", "a\u{2028}b"),
            ("Ja\u{200b}n\u{ad}e\u{202e}\u{feff}", "Jane"),
            ("Ja\u{200d}ne\u{fe0f}", "Jane"),
            ("می\u{200c}خواهم 👩\u{200d}💻 1\u{fe0f}\u{20e3}", "می\u{200c}خواهم 👩\u{200d}💻 1\u{fe0f}\u{20e3}"),
        ] {
            assert_eq!(without_invisible(text), clean, "{text:?}");
        }
    }
}
