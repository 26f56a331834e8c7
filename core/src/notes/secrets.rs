//! Finds the secrets in a text.

mod labelled;
mod link;
mod numbers;
mod shapes;
mod table;
mod values;
mod vocabulary;

use std::ops::Range;

use super::Secret;

/// A secret, and its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundSecret {
    pub(super) range: Range<usize>,
    pub(super) secret: Secret,
}

/// The secrets of a text in order, without overlaps. The text is lines, without invisible characters.
pub(super) fn find(text: &str) -> Vec<FoundSecret> {
    let mut all = labelled::find(text);
    all.extend(shapes::find(text));
    all.retain(|found| !found.range.is_empty());
    all.sort_by_key(|found| (found.range.start, usize::MAX - found.range.end));
    let mut apart: Vec<FoundSecret> = Vec::new();
    for found in all {
        match apart.last_mut() {
            Some(last) if found.range.start < last.range.end => last.range.end = last.range.end.max(found.range.end),
            // Words of one secret.
            Some(last)
                if found.secret == last.secret
                    && text.get(last.range.end..found.range.start).is_some_and(|gap| gap == " ") =>
            {
                last.range.end = found.range.end;
            }
            _ => apart.push(found),
        }
    }
    apart
}
