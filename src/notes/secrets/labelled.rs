//! Secrets that a label announces.

use std::ops::Range;

use super::Found;
use super::labels::{self, Label, Value};
use super::link::{self, Kind, Link};
use super::values;
use super::words::{Word, chunks, folded, line_end, words};
use super::{digits, login, table};
use crate::notes::Secret;

/// Runs that are looked at behind a label.
pub(super) const MOST_RUNS: usize = 16;

/// The secrets of a text that follow a label.
pub(super) fn find(text: &str) -> Vec<Found> {
    let words = words(text);
    let mut scan = Scan { text, found: Vec::new(), taken: vec![false; text.len()], covered: 0 };
    let mut at = 0;
    while let Some(word) = words.get(at) {
        // What stands between two values of one label may be a label of its own.
        let label = labels::at(text, &words, at).filter(|_| !scan.has_taken(word.range.start));
        let Some((count, label)) = label else {
            at += 1;
            continue;
        };
        if let Some(last) = words.get(at + count - 1) {
            scan.behind(label, word, last.range.end);
        }
        at += count;
    }
    scan.found
}

/// A text, and what has been found in it.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    found: Vec<Found>,
    /// Of each byte, whether it is within a secret: each label asks, and there can be thousands of both.
    taken: Vec<bool>,
    /// Where the last secret ends.
    covered: usize,
}

impl<'a> Scan<'a> {
    fn behind(&mut self, label: Label, first: &Word, end: usize) {
        let stop = line_end(self.text, end);
        if table::columns(self, label, first.range.start..end, stop) {
            return;
        }
        let link = link::after(self.text, end, stop);
        if link.at >= stop {
            self.next_line(label, link, stop);
            return;
        }
        match label.value {
            Value::Words => self.words(label, link, stop),
            Value::Odd => self.odd(label.secret, link.at, stop, link.kind != Kind::None),
            Value::Digits => digits::nearby(self, label.secret, link, stop),
            Value::NextDigits => _ = digits::next(self, label.secret, link, stop),
            Value::FewDigits => digits::few(self, link, stop),
            Value::Login => login::after(self, link, stop, false),
            Value::Pair => login::after(self, link, stop, true),
        }
    }

    /// Whether a place is within a secret.
    fn has_taken(&self, at: usize) -> bool {
        self.taken.get(at).is_some_and(|taken| *taken)
    }

    /// Takes a range for a secret.
    pub(super) fn take(&mut self, secret: Secret, range: Range<usize>) {
        self.covered = self.covered.max(range.end);
        self.column(secret, range);
    }

    /// Takes a cell below a head. What stands before it in its row is still looked at.
    pub(super) fn column(&mut self, secret: Secret, cell: Range<usize>) {
        if let Some(taken) = self.taken.get_mut(cell.clone()) {
            taken.fill(true);
        }
        self.found.push(Found { range: cell, secret });
    }

    /// The runs from a place to the end of the line.
    pub(super) fn runs(&self, at: usize, stop: usize) -> impl Iterator<Item = Range<usize>> + use<'a> {
        chunks(self.text, at, stop).take(MOST_RUNS)
    }

    /// A part of the text.
    pub(super) fn part(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// A run without what ends the clause behind it: the comma, the bracket that was opened before it.
    pub(super) fn value(&self, run: &Range<usize>) -> Range<usize> {
        let text = self.part(run);
        let mut value = text.strip_suffix([',', ';', '.']).unwrap_or(text);
        for (open, close) in [('(', ')'), ('[', ']')] {
            if !value.contains(open) {
                value = value.strip_suffix(close).unwrap_or(value);
            }
        }
        run.start..run.start + value.len()
    }

    fn words(&mut self, label: Label, link: Link, stop: usize) {
        let Some(first) = self.runs(link.at, stop).next() else { return };
        if let Some(quoted) = self.quoted(&first, stop) {
            let end = quoted.end;
            self.take(label.secret, quoted);
            self.odd(label.secret, end, stop, false);
            return;
        }
        let run = self.part(&first);
        let whole = match link.kind {
            Kind::Mark => !link.doubtful && !values::tells(run) && !values::is_field(run),
            Kind::Dash => !link.doubtful && !values::tells(run) && values::is_odd(run),
            Kind::Copula => !link.doubtful && !values::tells(run),
            Kind::None => false,
        };
        if !whole {
            self.odd(label.secret, link.at, stop, true);
            return;
        }
        let end = self.clause(&first, stop, link.kind != Kind::Mark);
        self.take(label.secret, first.start..end);
        self.odd(label.secret, end, stop, false);
    }

    /// What looks like no word, in what is left of a sentence; right behind the label a little of it is enough.
    pub(super) fn odd(&mut self, secret: Secret, at: usize, stop: usize, adjacent: bool) {
        let mut taken = Vec::new();
        let mut before = String::new();
        for (index, run) in self.runs(at, stop).enumerate() {
            let text = self.part(&run);
            let odd = if adjacent && index == 0 { values::is_odd(text) } else { values::is_very_odd(text) };
            let word = folded(text);
            if odd && !(index > 0 && (values::is_numbered(&before) || values::is_field(text))) {
                taken.push(self.value(&run));
            } else if index > 0 && (text.ends_with('.') || (text.ends_with(':') && labels::is_label(&word))) {
                break;
            }
            before = word;
        }
        for value in taken {
            self.take(secret, value);
        }
    }

    /// The value in quotes that begins with a run, with whatever is glued to it.
    fn quoted(&self, first: &Range<usize>, stop: usize) -> Option<Range<usize>> {
        let rest = self.text.get(first.start..stop)?;
        let open = rest.chars().next()?;
        let close = match open {
            '"' | '\'' | '`' => open,
            '“' | '„' => '”',
            '«' => '»',
            '‘' | '‚' => '’',
            _ => return None,
        };
        let inside = rest.get(open.len_utf8()..)?;
        // German closes with what English opens with.
        let length =
            inside.rfind(|char| char == close || (open == '„' && char == '“') || (close == '”' && char == '"'))?;
        let after = first.start + open.len_utf8() + length;
        let glued = self.text.get(after..stop)?.find(char::is_whitespace).map_or(stop, |length| after + length);
        Some(self.value(&(first.start..glued)))
    }

    /// Where the clause ends that a run begins: at a comma, a bracket, a dash, the next field, the cell's border.
    fn clause(&self, first: &Range<usize>, stop: usize, prose: bool) -> usize {
        let mut end = first.start;
        for (index, run) in chunks(self.text, first.start, stop).enumerate() {
            let text = self.part(&run);
            let ends_before = index > 0
                && (matches!(text, "|" | "-" | "–" | "—" | "/" | "&")
                    || text.starts_with(['(', '['])
                    || values::is_field(text)
                    || labels::is_label(&folded(text))
                    || (prose
                        && matches!(
                            folded(text).as_str(),
                            "and" | "und" | "et" | "y" | "but" | "for" | "fur" | "pour" | "para" | "if" | "until"
                        )));
            let tab = index > 0 && self.text.get(end..run.start).is_some_and(|gap| gap.contains('\t'));
            if ends_before || tab {
                break;
            }
            let value = self.value(&run);
            end = value.end;
            if value.end < run.end {
                break;
            }
        }
        end
    }

    /// A label at the end of its line: the value is what the next line begins with, or all of it.
    fn next_line(&mut self, label: Label, link: Link, stop: usize) {
        let marked = link.kind != Kind::None;
        let start = (stop + 1).min(self.text.len());
        let end = line_end(self.text, start);
        let Some(first) = self.runs(start, end).next() else { return };
        let single = self.runs(start, end).count() == 1;
        let link = Link {
            kind: if marked || (single && !link.doubtful) { Kind::Mark } else { Kind::None },
            at: start,
            doubtful: link.doubtful,
        };
        let run = self.part(&first);
        if labels::is_label(&folded(run)) && !values::is_odd(run) {
            return;
        }
        match label.value {
            Value::Words => self.words(label, link, end),
            Value::Odd => self.odd(label.secret, start, end, true),
            Value::Digits | Value::NextDigits => _ = digits::next(self, label.secret, link, end),
            Value::FewDigits => {}
            Value::Login | Value::Pair => login::after(self, link, end, label.value == Value::Pair),
        }
        self.list(label.secret, end);
    }

    /// More values, one on each of the lines that follow.
    fn list(&mut self, secret: Secret, mut stop: usize) {
        while self.covered >= stop && stop < self.text.len() {
            let end = line_end(self.text, stop + 1);
            let mut runs = self.runs(stop + 1, end);
            let Some(run) = runs.next() else { return };
            if runs.next().is_some() || !values::is_odd(self.part(&run)) {
                return;
            }
            self.take(secret, run);
            stop = end;
        }
    }
}
