//! A note as words, numbers and marks.

use any_ascii::any_ascii;

pub(super) struct Token<'t> {
    pub text: &'t str,
    pub kind: TokenKind,
    pub start: usize,
    /// Whether white space, or nothing at all, stands before it.
    pub spaced: bool,
}

#[derive(PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Lower-case ASCII without apostrophes.
    Word(String),
    Number(u32),
    /// Any other character, also the end of a line. Every dash is a '-'.
    Mark(char),
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The folded word, or "" for anything else.
    pub(super) fn word(&self) -> &str {
        if let TokenKind::Word(word) = &self.kind { word } else { "" }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, letter)) = rest.next() {
        if letter.is_whitespace() {
            if letter == '\n' {
                let text = text.get(start..=start).unwrap_or_default();
                tokens.push(Token { text, kind: TokenKind::Mark('\n'), start, spaced: true });
            }
            spaced = true;
            continue;
        }
        let mut end = start + letter.len_utf8();
        let goes_on: fn(char) -> bool = if letter.is_ascii_digit() {
            |next| next.is_ascii_digit()
        } else if letter.is_alphabetic() {
            |next| next.is_alphabetic() || matches!(next, '\'' | '’' | '\u{300}'..='\u{36f}')
        } else {
            |_| false
        };
        while let Some((at, next)) = rest.next_if(|(_, next)| goes_on(*next)) {
            end = at + next.len_utf8();
        }
        let text = text.get(start..end).unwrap_or_default();
        let kind = if letter.is_ascii_digit() {
            TokenKind::Number(text.parse().unwrap_or(u32::MAX))
        } else if letter.is_alphabetic() {
            let letters = any_ascii(text);
            TokenKind::Word(letters.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect())
        } else {
            TokenKind::Mark(if matches!(letter, '‐'..='―' | '−' | '-') { '-' } else { letter })
        };
        tokens.push(Token { text, kind, start, spaced });
        spaced = false;
    }
    tokens
}

/// Reads a phrase such as "24 h / 24" or "tous les jours", token by token, and says where it ends.
fn phrase(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    let is_it = |token: &Token<'_>, part: &str| match &token.kind {
        TokenKind::Word(word) => word == part,
        TokenKind::Number(_) => token.text == part,
        TokenKind::Mark(mark) => part.chars().eq([*mark]),
    };
    phrase.split(' ').try_fold(at, |at, part| is_it(tokens.get(at)?, part).then_some(at + 1))
}

/// Reads the longest of the phrases, which are separated by "|".
pub(super) fn any_phrase(tokens: &[Token<'_>], at: usize, phrases: &str) -> Option<usize> {
    let token = tokens.get(at)?;
    let first = match &token.kind {
        TokenKind::Word(word) => word.as_bytes().first().copied()?,
        TokenKind::Number(_) => *token.text.as_bytes().first()?,
        TokenKind::Mark(mark) => u8::try_from(*mark).ok()?,
    };
    // Nearly every phrase begins with another letter.
    let phrases = phrases.split('|').filter(|words| words.as_bytes().first() == Some(&first));
    phrases.filter_map(|words| phrase(tokens, at, words)).max()
}

/// The tokens before a place, back to the last comma, full stop or the like.
pub(super) fn clause_before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> &'a [Token<'t>] {
    let before = tokens.get(..at).unwrap_or_default();
    let start = (0..before.len()).rev().find(|place| ends_clause(tokens, *place)).map_or(0, |place| place + 1);
    &before[start..]
}

/// The tokens from a place on, up to the next comma, full stop or the like.
pub(super) fn clause_after<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> &'a [Token<'t>] {
    let after = tokens.get(at..).unwrap_or_default();
    let end = (0..after.len()).find(|place| ends_clause(tokens, at + place)).unwrap_or(after.len());
    &after[..end]
}

fn ends_clause(tokens: &[Token<'_>], at: usize) -> bool {
    match tokens.get(at).map(|token| &token.kind) {
        Some(TokenKind::Mark('\n' | ',' | ';' | '(' | ')' | '|' | '•' | '!' | '?')) => true,
        // A full stop inside "17.30" or "a.m" ends nothing.
        Some(TokenKind::Mark('.')) => tokens.get(at + 1).is_none_or(|next| next.spaced),
        _ => false,
    }
}
