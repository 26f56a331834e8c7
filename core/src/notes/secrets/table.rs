//! Tables whose head names a column of secrets.

use std::collections::HashSet;
use std::ops::Range;

use super::FoundSecret;
use super::values::{digits, line_end};
use super::vocabulary::{NoteWord, PhraseRole};
use crate::notes::Secret;

/// Between cells: as rows of HTML are written, and as rows are pasted.
const BORDERS: [char; 3] = ['|', '\t', ';'];

/// Rows looked at below a head.
const MOST_ROWS: usize = 100;

/// Bytes of the longest head: its cells are names.
const LONGEST_HEAD: usize = 1000;

/// The cells below labels that fill a cell of a head, and where labels are that certainly are in one.
pub(super) fn find(text: &str, words: &[NoteWord]) -> (Vec<FoundSecret>, HashSet<usize>) {
    let (mut found, mut heads) = (Vec::new(), HashSet::new());
    let (mut start, mut first) = (0, 0);
    while start < text.len() {
        let stop = line_end(text, start);
        let last = first + words.get(first..).unwrap_or_default().partition_point(|word| word.range.start < stop);
        let row = words.get(first..last).unwrap_or_default();
        let head = text.get(start..stop).unwrap_or_default();
        if head.len() <= LONGEST_HEAD && head.contains(BORDERS) && digits(head) == 0 && !head.contains([':', '=']) {
            let cells = cells(text, start, stop);
            for word in row {
                let Some((role, count)) = word.label else { continue };
                let name = row.iter().skip_while(|other| other.range.start < word.range.start).take(count);
                let end = name.clone().last().map_or(word.range.end, |word| word.range.end);
                let secret = role.secret(&name.map(|word| word.folded.as_str()).collect::<String>());
                // The cell may hold a few more words: "Wi-Fi password".
                let fills = |cell: &Range<usize>| {
                    cell.start <= word.range.start && end <= cell.end && cell.len() <= end - word.range.start + 16
                };
                let known =
                    !matches!(role, PhraseRole::Login | PhraseRole::Network | PhraseRole::Pair | PhraseRole::Locked);
                let Some(column) = cells.iter().position(fills).filter(|_| known) else { continue };
                let below = below(text, words, stop, column, cells.len(), secret);
                // Two columns, or a label in the first, may also be a label and its value.
                if !below.is_empty() && column > 0 && cells.len() > 2 {
                    heads.insert(word.range.start);
                }
                found.extend(below.into_iter().map(|range| FoundSecret { range, secret }));
            }
        }
        (start, first) = (stop + 1, last);
    }
    (found, heads)
}

/// The cells of a column. There are none if a row has a label of its own.
fn below(
    text: &str,
    words: &[NoteWord],
    head: usize,
    column: usize,
    width: usize,
    secret: Secret,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = head;
    for _ in 0..MOST_ROWS {
        let stop = line_end(text, at + 1);
        let (line, start) = (text.get(at + 1..stop).unwrap_or_default(), at + 1);
        at = stop;
        if !line.is_empty() && line.chars().all(|char| "+-=|: ".contains(char)) {
            continue;
        }
        let row = cells(text, start, stop);
        let Some(cell) = row.get(column).filter(|_| row.len() == width) else { break };
        let first = words.get(words.partition_point(|word| word.range.start < cell.start));
        let within = first.filter(|word| word.range.end <= cell.end);
        if within.is_some_and(|word| word.range == *cell && (word.label.is_some() || word.is_a(PhraseRole::Field))) {
            return Vec::new();
        }
        let cell_text = text.get(cell.clone()).unwrap_or_default();
        if within.is_some() && (secret != Secret::Code || digits(cell_text) > 0) {
            found.push(cell.clone());
        }
    }
    found
}

/// The cells of a row, without the spaces around their text.
fn cells(text: &str, start: usize, end: usize) -> Vec<Range<usize>> {
    let row = text.get(start..end).unwrap_or_default();
    let mut at = start;
    // A border at either end, as in Markdown, only makes the same number of empty cells everywhere.
    row.split(BORDERS)
        .map(|cell| {
            let from = at + (cell.len() - cell.trim_start().len());
            // A border is one byte.
            at += cell.len() + 1;
            from..from + cell.trim().len()
        })
        .collect()
}
