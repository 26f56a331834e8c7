//! An answer on a terminal.

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use crate::answer::language::Language;
use crate::answer::page::Page;
use crate::answer::words::{Piece, Words, visible};
use crate::answer::{Answer, phrases};
use crate::domain::link::Link;

/// The columns of a default terminal.
const COLUMNS: usize = 80;

/// The start of a continued line.
const INDENT: &str = "   ";

/// Renders an answer as plain text. Entries of a menu are numbered from 1, in the answer's order.
pub fn render(answer: &Answer, language: Language, now: Timestamp) -> String {
    let Page { title, lines, url, closing, .. } = Page::of(answer, language);
    let at = |url: Link| language.say_with("open-in-it-glue-at", [("url", Words::new(url.to_string()).into())]);
    let lines = lines.into_iter().map(|line| line.words);
    let closing = closing.into_iter().map(|line| line.words);
    let all = [title].into_iter().chain(lines).chain(url.map(at)).chain(closing);
    all.map(|line| wrap(&plain(&line, now))).collect()
}

/// Words as one line of plain text, where no formatting is known.
pub fn plain(words: &Words, now: Timestamp) -> String {
    let show = |piece: &Piece| match piece {
        Piece::Ours(ours) => ours.to_string(),
        Piece::Theirs(theirs) | Piece::Copy(theirs) | Piece::Strong(theirs) | Piece::Mail(theirs) => visible(theirs),
        Piece::Dial { reading, .. } => visible(reading),
        Piece::User(user, language) => {
            plain(&language.say_with("user-number", [("number", Words::new(user.to_string()).into())]), now)
        }
        Piece::Channel(channel) => format!("#{channel}"),
        Piece::At(moment) => moment.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Piece::Ago(moment, language) => phrases::ago(*language, *moment, now),
    };
    words.pieces().iter().map(show).collect()
}

/// Breaks a line between words, indents what follows, and ends it.
fn wrap(line: &str) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in line.split(' ') {
        let width = word.graphemes(true).count();
        if column > 0 && column + 1 + width > COLUMNS {
            text.push('\n');
            text.push_str(INDENT);
            column = INDENT.len();
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text.push('\n');
    text
}
