//! HTML or plain text as lines.
//!
//! HTML is read as a stream of tags and never built into a tree: by the very rules that browsers follow, 25 KB of
//! unclosed tags can make a tree of hundreds of megabytes. A stream takes time and room in proportion to its length,
//! however deeply its tags are nested.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, ScriptData};
use html5ever::tokenizer::{BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::text::Text;

/// Elements that begin and end a line.
const BLOCKS: &str = include_str!("markup/blocks.txt");

/// The other elements of HTML, with obsolete ones that editors still write.
const INLINE: &str = include_str!("markup/inline.txt");

/// Separates the cells of a row.
pub(super) const CELL: &str = " | ";

/// Whether a text is HTML: a known tag, a comment, or `&amp;`. "a < b" and `<jane@acme.example>` are none.
pub(crate) fn is_html(raw: &str) -> bool {
    let entity = |rest: &str| {
        let name = head(rest);
        let name = name.split_once(';').map_or("", |(name, _)| name);
        name.len() > 1 && name.strip_prefix('#').unwrap_or(name).bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    raw.split('<').skip(1).any(is_tag) || raw.split('&').skip(1).any(entity)
}

/// Whether the text after a "<" is a tag or a comment.
fn is_tag(rest: &str) -> bool {
    let head = head(rest);
    let name = head.strip_prefix('/').unwrap_or(&head);
    let end = name.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, after) = name.split_at(end);
    let name = name.to_ascii_lowercase();
    let ends = after.starts_with(|char: char| char == '>' || char == '/' || char.is_ascii_whitespace());
    head.starts_with("!--") || (ends && (is_block(&name) || INLINE.lines().any(|inline| inline == name)))
}

/// The HTML with every literal "<" escaped: a parser takes any text after it for a tag.
fn with_signs(raw: &str) -> String {
    let mut parts = raw.split('<');
    let mut html = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        // Office's own elements have a colon in their names.
        let foreign =
            head(rest).trim_start_matches('/').split(['>', ' ']).next().is_some_and(|name| name.contains(':'));
        html.push_str(if is_tag(rest) || foreign || rest.starts_with(['!', '?']) { "<" } else { "&lt;" });
        html.push_str(rest);
    }
    html
}

/// As much of a text as the name of an element or a character may take.
fn head(rest: &str) -> String {
    rest.chars().take(16).collect()
}

pub(super) fn read_html(raw: &str) -> Text {
    let reader = MarkupReader { breaks: !has_breaks(raw), mark_end: usize::MAX, ..MarkupReader::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(with_signs(raw)));
    // It stops early only for a sink that runs scripts.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut text = tokenizer.sink.0.into_inner().text;
    text.end_line();
    text
}

pub(super) fn read_plain(raw: &str) -> Text {
    let mut text = Text::default();
    text.push(raw, false, true);
    text.end_line();
    text
}

/// Whether tags say where lines end. Where none does, in text with a few `&amp;` or `<b>`, the line breaks do.
fn has_breaks(raw: &str) -> bool {
    raw.split('<').skip(1).any(|rest| {
        let name = rest.trim_start_matches('/').split(|char: char| !char.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        name == "br" || is_block(&name)
    })
}

struct Sink(RefCell<MarkupReader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::TagToken(tag) if tag.kind == StartTag => {
                reader.open(&tag);
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    name if is_unread(name) => TokenSinkResult::RawData(Rawtext),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => reader.close(&tag.name),
            // Comments, document types, null characters, parse errors.
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The state of reading a stream of tags.
#[derive(Default)]
struct MarkupReader {
    text: Text,
    breaks: bool,
    unread: bool,
    strong: usize,
    preformatted: usize,
    in_row: bool,
    cells: usize,
    /// The open lists, with the next number in numbered ones.
    lists: Vec<Option<u32>>,
    mark_end: usize,
    /// The open link: its target, and where its text begins.
    link: Option<(String, usize)>,
}

impl MarkupReader {
    fn text(&mut self, text: &str) {
        if !self.unread {
            self.text.push(text, self.strong > 0, self.breaks || (self.preformatted > 0 && !self.in_row));
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if matches!(name, "tr" | "table") {
            self.in_row = false;
        }
        if name == "br" || is_block(name) {
            self.end_line();
        }
        if is_strong(name) {
            self.strong += 1;
        }
        match name {
            _ if is_unread(name) => self.unread = true,
            "tr" => (self.in_row, self.cells) = (true, 0),
            "td" | "th" => {
                if self.cells > 0 {
                    self.text.push(CELL, false, false);
                }
                self.cells += 1;
            }
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(1)),
            "li" => self.item(),
            "pre" => self.preformatted += 1,
            "a" => self.link = attribute(tag, "href").map(|target| (target, self.text.text.len())),
            "img" => self.text(&attribute(tag, "alt").map_or(String::new(), |alt| format!(" {alt} "))),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            _ if is_unread(name) => self.unread = false,
            "ul" | "ol" => _ = self.lists.pop(),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "a" => self.end_link(),
            "tr" | "table" => self.in_row = false,
            _ => {}
        }
        if is_strong(name) {
            self.strong = self.strong.saturating_sub(1);
        }
        if is_block(name) {
            self.end_line();
        }
    }

    /// Ends a line, except inside a table's row, which stays together, and right after the mark of an item.
    fn end_line(&mut self) {
        if self.in_row || self.text.text.len() == self.mark_end {
            self.text(" ");
        } else {
            self.text.end_line();
        }
    }

    fn item(&mut self) {
        let deeper = self.lists.len() > 1;
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ if deeper => "◦ ".to_owned(),
            _ => "• ".to_owned(),
        };
        self.text(&mark);
        self.mark_end = self.text.text.len();
    }

    /// Writes a link's target, unless the text has it already. Only targets that people can use as an address.
    fn end_link(&mut self) {
        let Some((target, from)) = self.link.take() else { return };
        let target = target.trim();
        let address = ["mailto:", "tel:"].iter().find_map(|scheme| target.strip_prefix(scheme)).unwrap_or(target);
        let bare = |text: &str| -> String {
            let text = text.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            text.chars().filter(|char| !char.is_whitespace()).collect::<String>().to_lowercase()
        };
        let usable = address.len() < target.len() || target.starts_with("http://") || target.starts_with("https://");
        if usable && bare(self.text.text.get(from..).unwrap_or_default()) != bare(address) {
            self.text(&format!(" ({address})"));
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

fn is_block(name: &str) -> bool {
    BLOCKS.lines().any(|block| block == name)
}

fn is_strong(name: &str) -> bool {
    matches!(name, "b" | "strong" | "th" | "dt" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether the text of an element is not for reading, so that tags mean nothing in it.
fn is_unread(name: &str) -> bool {
    matches!(name, "script" | "style" | "iframe" | "title" | "noembed" | "noframes")
}
