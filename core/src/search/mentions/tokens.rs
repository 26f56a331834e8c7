//! The words of a text, with how they are written and what stands between them.

use crate::search::fold;

/// A word of a text.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about how the word is written")]
pub(super) struct Token {
    /// Folded as the words of names are.
    pub(super) word: String,
    /// Begins with a capital, or with what has no capitals.
    pub(super) is_capital: bool,
    /// Has nothing but capitals, and at least two.
    pub(super) is_upper: bool,
    pub(super) gap: Gap,
    /// Stands alone in brackets.
    pub(super) is_bracketed: bool,
    /// Only a mark that joins the items of a list is between it and the word before: "Acme, Globex", "Acme & Globex".
    pub(super) is_listed: bool,
    is_initials: bool,
}

/// What is between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing that separates them: a space, a comma.
    Plain,
    /// One mark without any space, which makes them one thing, such as an address or the name of a host.
    Glue(char),
    /// The end of a line, a bracket or the like.
    Apart,
    /// A colon or an equals sign.
    Label,
}

const APART: &str = "\n\r;|[](){}<>\"/\\!?•·—–@";

const GLUE: &str = "-_.@/\\";

impl Gap {
    fn of(between: &str) -> Self {
        let mut marks = between.chars();
        match (marks.next(), marks.next()) {
            (Some(mark), None) if GLUE.contains(mark) => Self::Glue(mark),
            _ if between.contains([':', '=']) => Self::Label,
            _ if between.contains(|mark| APART.contains(mark)) || between.contains(" - ") => Self::Apart,
            _ => Self::Plain,
        }
    }
}

impl Token {
    /// Whether a name may go on with this word.
    pub(super) fn goes_on(&self) -> bool {
        matches!(self.gap, Gap::Plain | Gap::Glue('-' | '_' | '.'))
    }

    /// Whether the word before belongs to the same address, path or host.
    pub(super) fn is_glued(&self) -> bool {
        matches!(self.gap, Gap::Glue(_))
    }

    /// Whether the word before is a part of the same host's name.
    pub(super) fn is_in_host(&self) -> bool {
        matches!(self.gap, Gap::Glue('-' | '_'))
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_of_word) {
        let (between, from) = rest.split_at(start);
        let (written, after) = from.split_at(from.find(|char| !is_of_word(char)).unwrap_or(from.len()));
        let is_bracketed = between.ends_with(['[', '(']) && after.starts_with([']', ')']);
        add(written, between, is_bracketed, &mut tokens);
        rest = after;
    }
    tokens
}

fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || fold::joins(char)
}

fn add(written: &str, between: &str, is_bracketed: bool, tokens: &mut Vec<Token>) {
    let gap = if tokens.is_empty() { Gap::Apart } else { Gap::of(between) };
    let mut letters = written.chars().filter(|char| char.is_alphanumeric());
    let is_capital = letters.next().is_some_and(|char| !char.is_lowercase());
    let is_upper =
        written.chars().filter(|char| char.is_uppercase()).count() > 1 && !written.chars().any(char::is_lowercase);
    let is_listed = matches!(between.trim(), "," | "&" | "+" | "/");
    for (nth, word) in fold::words(written).into_iter().enumerate() {
        // A script that writes its words without spaces has several here.
        let gap = if nth == 0 { gap } else { Gap::Plain };
        let is_initials = word.len() == 1;
        match tokens.last_mut() {
            // Letters in a row are one word, as they are in names: "L.L.C.".
            Some(last) if is_initials && last.is_initials && matches!(gap, Gap::Plain | Gap::Glue('.')) => {
                last.word.push_str(&word);
                last.is_upper = last.is_capital && is_capital;
            }
            _ => tokens.push(Token { word, is_capital, is_upper, gap, is_bracketed, is_listed, is_initials }),
        }
    }
}
