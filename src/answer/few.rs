//! A few of what may be many.

use std::ops::Deref;

/// The first of many, and how many more there are: nobody reads a list without an end, and nobody is to take a part for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T> {
    /// The first of them.
    pub shown: Vec<T>,
    /// How many there are besides.
    pub more: usize,
}

impl<T> Few<T> {
    /// The first of these, and a count of the rest.
    #[must_use]
    pub fn of(all: impl IntoIterator<Item = T>, most: usize) -> Self {
        let mut all = all.into_iter();
        let shown = all.by_ref().take(most).collect();
        Self { shown, more: all.count() }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.shown
    }
}
