//! "Text first", "do not call": what to do before a call, or instead of one.

use crate::reach::hours::read::{MOST_TOKENS, quote};
use crate::reach::hours::token::{TokenKind, any_phrase, clause_after, clause_before, tokens};
use crate::reach::hours::words::WORDS;

/// The clause of a note that asks to write before a call, or not to call at all. One with a number, such as "do not call
/// before 9", is about hours.
pub fn write_first(text: &str) -> Option<String> {
    let mut tokens = tokens(text);
    tokens.truncate(MOST_TOKENS);
    (0..tokens.len()).find_map(|at| {
        let phrase = any_phrase(&tokens, at, &WORDS.write_first)?;
        let first = at - clause_before(&tokens, at).len();
        let next = phrase + clause_after(&tokens, phrase).len();
        let has_number = tokens[first..next].iter().any(|token| matches!(token.kind, TokenKind::Number(_)));
        (!has_number).then(|| quote(text, &tokens, first, next))
    })
}

#[cfg(test)]
mod tests {
    use super::write_first;

    #[test]
    fn a_wish_to_be_written_to_first_is_quoted() {
        for (note, quoted) in [
            ("Primary technical contact. Text first.", Some("Text first")),
            ("Please text before calling, he is in theatre", Some("Please text before calling")),
            ("Bitte vorher schreiben!", Some("Bitte vorher schreiben")),
            ("Envoyer un SMS\nBâtiment B", Some("Envoyer un SMS")),
            ("Deaf: e-mail only, never call", Some("Deaf: e-mail only")),
            ("No llamar; usar el correo", Some("No llamar")),
            ("Do not call before 9", None),
            ("Runs the server room", None),
            ("", None),
        ] {
            assert_eq!(write_first(note).as_deref(), quoted, "{note}");
        }
    }
}
