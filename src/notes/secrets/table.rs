//! Tables whose head names a column of secrets.

use std::ops::Range;

use super::labelled::Scan;
use super::labels::{self, Label, Value};
use super::words::{folded, line_end};
use crate::notes::Secret;

/// Between cells: how rows of HTML are written, and how rows are pasted.
const BORDERS: [char; 2] = ['|', '\t'];

/// Rows that are looked at below a head.
const MOST_ROWS: usize = 100;

/// Bytes of the longest head: its cells are names.
const LONGEST_HEAD: usize = 1000;

/// Takes the cells below a label that fills a cell of a head: of a row without digits and signs. Says whether it is certainly
/// a head, so that no value stands beside the label.
pub(super) fn columns(scan: &mut Scan<'_>, label: Label, at: Range<usize>, stop: usize) -> bool {
    if matches!(label.value, Value::Login | Value::Pair | Value::FewDigits) {
        return false;
    }
    let start = scan.text.get(..at.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let head = scan.text.get(start..stop).unwrap_or_default();
    if head.len() > LONGEST_HEAD
        || !head.contains(BORDERS)
        || head.chars().any(|char| char.is_ascii_digit() || char == ':' || char == '=')
    {
        return false;
    }
    let cells = cells(scan.text, start, stop);
    // Its words may be few more: "Wi-Fi password".
    let Some(column) =
        cells.iter().position(|cell| cell.start <= at.start && at.end <= cell.end && cell.len() <= at.len() + 16)
    else {
        return false;
    };
    let mut below = stop;
    let mut is_head = false;
    for _ in 0..MOST_ROWS {
        let end = line_end(scan.text, below + 1);
        let row = self::cells(scan.text, below + 1, end);
        let Some(cell) = row.get(column).filter(|_| row.len() == cells.len()) else { break };
        let text = scan.part(cell);
        if labels::is_label(&folded(text)) {
            // Every row has its own label.
            return false;
        }
        let is_code = label.secret != Secret::Code || text.chars().any(|char| char.is_ascii_digit());
        if is_code && text.chars().any(char::is_alphanumeric) {
            scan.column(label.secret, cell.clone());
            is_head = true;
        }
        below = end;
    }
    // Two columns, or a label in the first, may as well be a label and its value.
    is_head && column > 0 && cells.len() > 2
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
