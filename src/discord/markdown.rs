//! Renders words as Discord's markdown. Our own words keep their marks; foreign text is escaped, so that it is only read.

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use callsheet_core::answer::phrases;
use callsheet_core::answer::words::{Piece, Words, cut, visible, width};

/// The longest piece of foreign text shown: as long as an e-mail address can be (RFC 5321).
const MAX_PIECE: usize = 254;

/// Renders words within a limit, counted in UTF-16 units; the rest is cut with "…".
pub(super) fn render(words: &Words, now: Timestamp, limit: usize) -> String {
    let mut line = Line { text: String::new(), width: 0, limit, full: false };
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
            Piece::Dial(e164) => line.push(&format!("<{e164}> ")),
            Piece::Mail(address) if is_plain_address(address) => line.push(&format!("<{address}> ")),
            Piece::Mail(_) => {}
            // It shows the name. Discord notifies no user, because the response allows no mentions.
            Piece::User(user, _) => line.push(&format!("<@{user}>")),
            Piece::Channel(channel) => line.push(&format!("<#{channel}>")),
            // In the reader's own time zone.
            Piece::At(moment) => line.push(&format!("<t:{}:f>", moment.as_second())),
            Piece::Ago(moment, language) => {
                // The exact moment too, in the reader's own time zone: the words turn wrong on an answer left open.
                let moment = format!("{} (<t:{}:f>)", phrases::ago(*language, *moment, now), moment.as_second());
                line.push(&moment);
            }
        }
    }
    line.text
}

struct Line {
    text: String,
    width: usize,
    limit: usize,
    full: bool,
}

impl Line {
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
mod tests {
    use super::*;
    use callsheet_core::answer::language::Language;
    use callsheet_core::domain::id::UserId;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn foreign_text_is_only_ever_read() {
        for (text, rendered) in [
            ("Jane O'Neil-Smith (Acme & Co.)", "Jane O'Neil-Smith (Acme & Co.)"),
            ("**bold** __u__ *i* _i_ ~~s~~", r"\*\*bold\*\* \_\_u\_\_ \*i\* \_i\_ \~\~s\~\~"),
            ("||spoiler||", r"\|\|spoiler\|\|"),
            ("`code` ```block", r"\`code\` \`\`\`block"),
            (r"\*", r"\\\*"),
            ("@everyone @here", "@\u{200b}everyone @\u{200b}here"),
            ("<@1> <@&2> <#3> </cmd:4>", "\\<@\u{200b}1\\> \\<@\u{200b}&2\\> \\<\\#3\\> \\</cmd\\:4\\>"),
            ("<:x:1> <a:x:1> :smile:", r"\<\:x\:1\> \<a\:x\:1\> \:smile\:"),
            ("<t:0:R> <+15550100>", r"\<t\:0\:R\> \<+15550100\>"),
            ("[Call](https://evil.example)", r"\[Call\](https\://evil.example)"),
            ("https://evil.example", r"https\://evil.example"),
            ("# Title", r"\# Title"),
            ("> quote", r"\> quote"),
            ("-# small", r"\-\# small"),
            ("- item", r"\- item"),
            ("+ item", r"\+ item"),
            ("12. item", r"12\. item"),
            ("12) item", r"12\) item"),
            ("24.7 Support 1. Tier", r"24\.7 Support 1. Tier"),
            ("a\n# b\n- c", r"a \# b - c"),
            ("Jane\u{202e}\u{200b}", "Jane"),
            ("\u{200b}", "(–)"),
        ] {
            assert_eq!(render(&Words::default().theirs(text), NOW, 4096), rendered, "{text}");
        }
    }

    #[test]
    fn copyable_text_is_code_that_cannot_be_left() {
        for (text, rendered) in [
            ("jane@acme.example", "`jane@acme.example`"),
            ("+1 (415) 555-0123", "`+1 (415) 555-0123`"),
            ("`` @everyone", "`'' @everyone`"),
            ("a\nb", "`a b`"),
            (" ", "`(–)`"),
        ] {
            assert_eq!(render(&Words::default().copy(text), NOW, 4096), rendered, "{text}");
        }
    }

    #[test]
    fn only_a_plain_address_can_be_tapped() {
        for address in ["jane@acme.example", "j.doe+it_2@mail-1.acme.example"] {
            assert_eq!(render(&Words::mail(address), NOW, 4096), format!("<{address}> "));
        }
        let long = format!("{}@acme.example", "x".repeat(250));
        for address in [
            "",
            "jane",
            "jane@",
            "@acme.example",
            "jane@acme",
            "jane@acme..example",
            "a b@acme.example",
            "<@1>@acme.example",
            "jane@acme.example>",
            "a@b@c.example",
            "jané@acme.example",
            "a@b.example\n",
            "a`@b.example",
            "mailto:a@b.example",
            "a@b.example?subject=x",
            &long,
        ] {
            assert_eq!(render(&Words::mail(address), NOW, 4096), "", "{address}");
        }
    }

    #[test]
    fn our_own_marks_survive_discords_rendering() {
        let words = Words::dial("+14155550156").copy("+1 415-555-0156").ours(" ").strong("a *b").ours(" ");
        let words = words.list([Words::user(UserId(4), Language::default())], "");
        assert_eq!(render(&words, NOW, 4096), r"<+14155550156> `+1 415-555-0156` **a \*b** <@4>");
        assert_eq!(render(&words, NOW, 44), r"<+14155550156> `+1 415-555-0156` **a \*b** …");
        assert_eq!(render(&words, NOW, 10), "…");
    }

    #[test]
    fn a_cut_breaks_neither_an_escape_nor_code() {
        let words = Words::new("a").theirs("**").copy("555-0123").ours("b").theirs("…").ours("c");
        for (limit, rendered) in [
            (19, r"a\*\*`555-0123`b…c"),
            (18, r"a\*\*`555-0123`b……"),
            (16, r"a\*\*`555-0123`…"),
            (15, r"a\*\*…"),
            (5, r"a\*…"),
            (2, "a…"),
        ] {
            assert_eq!(render(&words, NOW, limit), rendered, "{limit}");
        }
    }
}
