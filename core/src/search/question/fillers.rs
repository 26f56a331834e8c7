//! Words of a question that say nothing about who is meant.

use crate::search::names;
use crate::search::organizations;

/// Words around a name: of questions, of displays that show who calls, of tickets.
#[rustfmt::skip]
const AROUND: [&str; 124] = [
    // English
    "about", "am", "are", "at", "be", "by", "call", "called", "caller", "callers", "calling", "calls", "can", "cell", "contact",
    "contacts", "details", "dial", "do", "does", "email", "find", "for", "from", "get", "give", "has", "have", "hello", "hey",
    "hi", "how", "i", "id", "in", "info", "is", "just", "landline", "lookup", "me", "missed", "mobile", "my", "name",
    "need", "number", "numbers", "of", "on", "our", "person", "phone", "phones", "please", "pls", "reach", "re", "ring", "s",
    "show", "someone", "somebody", "talk", "tel", "telephone", "that", "the", "their", "there", "they", "this", "to", "us",
    "voicemail", "want", "we", "what", "whats", "who", "whom", "whos", "with", "works", "you", "your", "and", "or",
    // German
    "anruf", "anrufen", "bei", "bitte", "das", "dem", "die", "ein", "eine", "fur", "handy", "im", "ist", "mit", "nummer",
    "telefon", "und", "wen", "wer", "wie",
    // French
    "appel", "appeler", "chez", "est", "et", "pour", "qui", "numero",
    // Spanish
    "con", "en", "llamada", "llamar", "para", "por", "quien", "telefono",
];

/// Whether a word needs no explanation: it stands around names, or people write or leave it out at will.
pub(crate) fn is_filler(word: &str) -> bool {
    AROUND.contains(&word)
        || organizations::is_filler(word)
        || names::is_form_of_address(word)
        || names::is_particle(word)
}
