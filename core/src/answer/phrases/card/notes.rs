//! The words of notes: foreign text, each line of which begins with a sign of ours, so that no line passes for one of
//! the card's.

use unicode_segmentation::UnicodeSegmentation;

use crate::answer::card::{Excerpt, NotesPage};
use crate::answer::language::Language;
use crate::answer::phrases::card::name;
use crate::answer::phrases::page_of;
use crate::answer::words::{Words, width};
use crate::notes::{NoteLine, NotePiece};

/// The start of a line of notes: to Discord and to readers of mail it means a quotation.
const QUOTE: &str = "> ";

/// The longest part of a line, in UTF-16 units, which no renderer cuts.
const MAX_PART: usize = 200;

/// The beginning of notes: the sentence before them, and the one that says where there is more.
pub(in crate::answer::phrases) fn beginning(
    excerpt: &Excerpt,
    [title, more]: [&'static str; 2],
    language: Language,
) -> Vec<Words> {
    let mut lines = vec![language.say(title)];
    lines.extend(excerpt.lines.iter().map(|each| line(each, language)));
    lines.extend(excerpt.more.then(|| language.say(more)));
    let secrets = excerpt.secrets;
    lines.extend((secrets > 0).then(|| language.say_with("notes-secrets", [("count", secrets.into())])));
    lines
}

pub fn title(notes: &NotesPage, language: Language) -> Words {
    language.say_with("notes-of", [("name", name(&notes.name, language).into())])
}

pub fn page(notes: &NotesPage, language: Language) -> Vec<Words> {
    let page = &notes.page;
    let mut lines: Vec<Words> = page.lines.iter().map(|each| line(each, language)).collect();
    lines.extend(lines.is_empty().then(|| language.say("no-notes")));
    lines.extend((notes.cut && page.page == page.pages).then(|| language.say("notes-cut")));
    lines.extend(page_of(page.page, page.pages, language));
    lines
}

fn line(line: &NoteLine, language: Language) -> Words {
    Words::new(QUOTE).list([pieces(line, language)], "")
}

pub(in crate::answer::phrases) fn pieces(line: &NoteLine, language: Language) -> Words {
    // A cut between two words leaves a space at the end.
    let last = line.pieces.len().saturating_sub(1);
    let shown = |text: &'_ str, at| if at == last { text.trim_end().to_owned() } else { text.to_owned() };
    line.pieces.iter().enumerate().fold(Words::default(), |words, (at, piece)| match piece {
        NotePiece::Plain(plain) => text(words, &shown(plain, at), Words::theirs),
        NotePiece::Strong(strong) => text(words, &shown(strong, at), Words::strong),
        NotePiece::Masked(secret) => {
            words.list([language.say_with("masked", [("secret", <&str>::from(*secret).into())])], "")
        }
    })
}

/// Adds text in parts. Renderers trim each part, so a space at its edge is added apart.
fn text(words: Words, text: &str, first: fn(Words, String) -> Words) -> Words {
    let mut add = first;
    parts(text).into_iter().fold(words, |words, part| {
        let space = |words: Words, is_there| if is_there { words.ours(" ") } else { words };
        let inner = part.trim();
        if inner.is_empty() {
            return words.ours(" ");
        }
        let words = space(words, part.starts_with(char::is_whitespace));
        let words = add(words, inner.to_owned());
        // Two emphasized parts would run into each other.
        add = Words::theirs;
        space(words, part.ends_with(char::is_whitespace))
    })
}

/// Cuts a text between characters into parts that are short enough.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut room = MAX_PART;
    for grapheme in text.graphemes(true) {
        let needed = width(grapheme);
        if needed > room {
            parts.push(String::new());
            room = MAX_PART;
        }
        room = room.saturating_sub(needed);
        if let Some(part) = parts.last_mut() {
            part.push_str(grapheme);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}
