//! Lists of lists in two flat arrays (compressed sparse rows), and rows of a sorted list.

use std::borrow::Borrow;
use std::ops::Range;

use crate::search::vocabulary::size;

/// For every row `0..rows` a slice of values.
#[derive(Debug, Default)]
pub(crate) struct Grouped<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Ord> Grouped<T> {
    /// Collects `(row, value)` pairs; each row comes out sorted and without repetitions. Rows not below `rows` are dropped.
    pub(crate) fn new(rows: u32, mut pairs: Vec<(u32, T)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = Vec::with_capacity(rows as usize + 1);
        let mut values = Vec::with_capacity(pairs.len());
        let mut pairs = pairs.into_iter().peekable();
        for row in 0..rows {
            starts.push(size(values.len()));
            while let Some((_, value)) = pairs.next_if(|&(of, _)| of == row) {
                values.push(value);
            }
        }
        starts.push(size(values.len()));
        values.shrink_to_fit();
        Self { starts, values }
    }

    pub(crate) fn row(&self, row: u32) -> &[T] {
        self.rows(row..row.saturating_add(1))
    }

    /// The values of neighbouring rows, one after the other.
    pub(crate) fn rows(&self, rows: Range<u32>) -> &[T] {
        match (self.starts.get(rows.start as usize), self.starts.get(rows.end as usize)) {
            (Some(&from), Some(&to)) => self.values.get(from as usize..to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// The entries of a sorted list that have this key.
pub(crate) fn with_key<'a, Q: Ord + ?Sized, K: Borrow<Q>, V>(sorted: &'a [(K, V)], key: &Q) -> &'a [(K, V)] {
    let from = sorted.partition_point(|entry| entry.0.borrow() < key);
    let length = sorted[from..].partition_point(|entry| entry.0.borrow() == key);
    &sorted[from..from + length]
}
