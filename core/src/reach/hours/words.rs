//! The words hours are stated in; `words.toml` has them, with what each list means.

use std::sync::LazyLock;

use serde::Deserialize;

/// The words of the file. Any test about hours reads it.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| unreachable!("{error}")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub labels: String,
    pub hours: String,
    pub open: String,
    pub plain: String,
    pub plain_phrases: String,
    pub until: String,
    pub and: String,
    pub closed: String,
    pub not: String,
    pub do_not: String,
    pub lunch: String,
    pub only: String,
    pub or_more: String,
    pub some_weeks: String,
    pub seasons: String,
    pub times: String,
    pub abbreviations: String,
    pub always: String,
    pub calls: String,
    pub write_first: String,
    pub before: String,
    pub after: String,
    pub out_of_hours: String,
    pub on_the_way: String,
    pub mobile: String,
    pub office: String,
    pub home: String,
    pub days: [String; 7],
    pub short_days: [String; 7],
    pub working_days: String,
    pub legal_working_days: String,
    pub weekend: String,
    pub sunday: String,
    pub all_days: String,
}

pub(super) fn is_one_of(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|other| other == word)
}
