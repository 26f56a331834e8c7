//! Words with a meaning of their own; `data/words.toml` has them, with what each list means.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

pub(crate) static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("data/words.toml")).unwrap_or_else(|error| unreachable!("{error}")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) titles: List,
    pub(crate) suffixes: List,
    pub(crate) particles: List,
    pub(crate) legal: List,
    pub(crate) small: List,
    pub(crate) usual: List,
    pub(crate) abbreviations: List,
    pub(crate) labels: List,
    pub(crate) asides: List,
    pub(crate) free_mail: List,
    pub(crate) around: List,
}

#[derive(Deserialize)]
#[serde(from = "String")]
pub(crate) struct List(FxHashSet<String>);

impl From<String> for List {
    fn from(words: String) -> Self {
        Self(words.split_whitespace().map(str::to_owned).collect())
    }
}

impl List {
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}
