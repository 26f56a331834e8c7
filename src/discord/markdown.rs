//! Renders words as Discord's markdown. Our own words keep their marks; foreign text is escaped, so that it is only read.

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use callsheet_core::answer::words::{Line, Piece, Size, Words, cut, visible, width};

/// The longest piece of foreign text shown: as long as an e-mail address can be (RFC 5321).
const MAX_PIECE: usize = 254;

/// Renders a line within a limit, with Discord's mark for its size.
pub(super) fn line(line: &Line, now: Timestamp, limit: usize) -> String {
    let mark = match line.size {
        Size::Large => "## ",
        Size::Normal => "",
        Size::Small => "-# ",
    };
    format!("{mark}{}", render(&line.words, now, limit.saturating_sub(mark.len())))
}

/// Renders words within a limit, counted in UTF-16 units; the rest is cut with "…".
pub(super) fn render(words: &Words, now: Timestamp, limit: usize) -> String {
    let mut line = Cut { text: String::new(), width: 0, limit, full: false };
    for piece in words.pieces() {
        match piece {
            Piece::Ours(ours) if line.has_room(ours) => line.push(ours),
            Piece::Ours(ours) => ours.graphemes(true).for_each(|part| line.push(part)),
            Piece::Theirs(theirs) => {
                let theirs = cut(&visible(theirs), MAX_PIECE);
                let safe = neutral([&*theirs]).concat();
                if line.has_room(&safe) {
                    line.push(&safe);
                } else {
                    for part in &neutral(theirs.graphemes(true)) {
                        line.push(part);
                    }
                }
            }
            Piece::Copy(theirs) => line.push(&code(&cut(&visible(theirs), MAX_PIECE))),
            Piece::Strong(theirs) => {
                let safe = neutral([&*cut(&visible(theirs), MAX_PIECE)]).concat();
                line.push(&format!("**{safe}**"));
            }
            Piece::Dial { e164, reading } => line.push(&format!("<{}>", spaced(e164, reading))),
            Piece::Mail(address) if is_plain_address(address) => line.push(&format!("<{address}>")),
            Piece::Mail(address) => line.push(&code(&cut(&visible(address), MAX_PIECE))),
            // It shows the name. Discord notifies no user, because the response allows no mentions.
            Piece::User(user, _) => line.push(&format!("<@{user}>")),
            Piece::Channel(channel) => line.push(&format!("<#{channel}>")),
            // In the reader's own time zone.
            Piece::At(moment) => line.push(&format!("<t:{}:f>", moment.as_second())),
            // Discord counts on while the answer is open. The future of a wrong clock is now.
            Piece::Ago(moment, _) => line.push(&format!("<t:{}:R>", (*moment).min(now).as_second())),
        }
    }
    line.text
}

/// A text that is cut at a limit.
struct Cut {
    text: String,
    width: usize,
    limit: usize,
    full: bool,
}

impl Cut {
    /// Whether there is room for a part and for a "…" in place of the rest.
    fn has_room(&self, part: &str) -> bool {
        self.width + width(part) + width("…") <= self.limit
    }

    /// Adds a whole part, or a "…" in place of it and the rest.
    fn push(&mut self, part: &str) {
        if !self.full {
            self.full = !self.has_room(part);
            self.width += width(part);
            self.text.push_str(if self.full { "…" } else { part });
        }
    }
}

/// Escapes the parts of a foreign text, so that nothing that Discord formats, links or mentions can begin.
fn neutral<'a>(parts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut only_digits = true;
    let mut escape = |part: &str| {
        let mut safe = String::with_capacity(part.len());
        for char in part.chars() {
            // At the start of a line "1. " and "- " begin a list, and "-# " begins small print.
            let begins_block = only_digits && matches!(char, '-' | '+' | '.' | ')');
            only_digits &= char.is_ascii_digit();
            // A colon would complete a link's "https:" or begin an emoji (":smile:").
            let is_mark = matches!(char, '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']' | '#' | ':');
            if begins_block || is_mark {
                safe.push('\\');
            }
            safe.push(char);
            // A backslash does not stop every parser from finding "@everyone"; a zero-width space does.
            if char == '@' {
                safe.push('\u{200b}');
            }
        }
        safe
    };
    parts.into_iter().map(&mut escape).collect()
}

/// A number to dial as it is read: Discord's clients ignore blanks in it (so the Userdoccers' reference, 2026-07), and it is
/// unsaid that they ignore other marks.
fn spaced(e164: &str, reading: &str) -> String {
    let is_blank = |char: char| !char.is_ascii_digit() && char != '+';
    let spaced = reading.split(is_blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if spaced.replace(' ', "") == e164 { spaced } else { e164.to_owned() }
}

/// Renders foreign text to be copied: Discord formats nothing inside code, and one tap selects it.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}

/// Whether Discord makes a link of an address, and nothing else: it has only letters, digits and a few common marks.
fn is_plain_address(address: &str) -> bool {
    let fits = |part: &str, marks: &[u8]| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || marks.contains(&byte);
        !part.is_empty() && part.bytes().all(is_allowed)
    };
    let parts = address.split_once('@').filter(|_| address.len() <= MAX_PIECE);
    parts.is_some_and(|(local, domain)| {
        fits(local, b".-_+") && domain.contains('.') && domain.split('.').all(|label| fits(label, b"-"))
    })
}

#[cfg(test)]
mod tests;
