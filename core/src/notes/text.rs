//! Lines while they are read: one text, and its emphasized ranges.

use std::ops::Range;

use super::clean::without_invisible;

/// A text of lines without blank ones, double spaces or invisible characters.
#[derive(Default)]
pub(super) struct Text {
    /// The lines, separated by "\n". A tab stands where plain text had one, which may be between two columns.
    pub(super) text: String,
    pub(super) strong: Vec<Range<usize>>,
}

impl Text {
    /// Adds text; `breaks` says whether its line breaks count.
    pub(super) fn push(&mut self, text: &str, strong: bool, breaks: bool) {
        for char in without_invisible(text).chars() {
            if breaks && matches!(char, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                self.end_line();
            } else if char.is_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\t', '\n']) {
                    self.text.push(if breaks && char == '\t' { '\t' } else { ' ' });
                }
            } else if !char.is_control() {
                let from = self.text.len();
                self.text.push(char);
                if strong {
                    self.mark(from);
                }
            }
        }
    }

    /// Ends a line, if there is any text in it.
    pub(super) fn end_line(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Marks the character added last; only spaces between two marked ones may be missing.
    fn mark(&mut self, from: usize) {
        let to = self.text.len();
        match self.strong.last_mut() {
            Some(last) if self.text.get(last.end..from).is_some_and(|gap| gap.is_empty() || gap == " ") => {
                last.end = to;
            }
            _ => self.strong.push(from..to),
        }
    }
}
