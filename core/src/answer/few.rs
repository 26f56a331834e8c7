//! The first few of what may be many.

use std::ops::Deref;

use crate::answer::language::Language;
use crate::answer::words::Words;

/// The first of many, and how many more there are: no one reads an endless list, and no one must take a part for the
/// whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T> {
    pub shown: Vec<T>,
    pub more: usize,
}

impl<T> Few<T> {
    /// The first of these, and a count of the rest.
    pub fn of(all: impl IntoIterator<Item = T>, most: usize) -> Self {
        let mut all = all.into_iter();
        let shown = all.by_ref().take(most).collect();
        Self { shown, more: all.count() }
    }

    /// How many more there are, if any.
    pub fn rest(&self, language: Language) -> Option<Words> {
        (self.more > 0).then(|| language.say_with("chain-more", [("count", self.more.into())]))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.shown
    }
}
