//! Countries, by their ISO 3166-1 code, and the names people write for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use celes::LookupTable;

/// Names the crate `celes` lacks: countries' own names, and English, German, French and Spanish ones. Written for
/// Callsheet.
const MORE_NAMES: &str = include_str!("data/country-names.csv");

/// Letters of a name that are read; the longest name of a country or a city is shorter.
const MOST_LETTERS: usize = 100;

/// Every known name of a country, folded by [`key`].
static NAMES: LazyLock<HashMap<String, Country>> = LazyLock::new(names);

/// A country, by its two-letter ISO 3166-1 code in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// A country by its two-letter code, in either case; `None` for a code that ISO 3166-1 does not have.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = celes::Country::from_alpha2(code.trim()).ok()?.alpha2.as_bytes();
        Some(Self([*code.first()?, *code.get(1)?]))
    }

    /// A country by any name or code people write for it ("U.S.", "Deutschland", "GBR"). Case, accents and punctuation
    /// do not matter. `None` where the name is unknown or fits several ("Korea", "Congo").
    pub fn named(name: &str) -> Option<Self> {
        // "n/a" is no name, and not Namibia's code.
        if name.contains('/') {
            return None;
        }
        let key = key(name);
        NAMES.get(&key).or_else(|| NAMES.get(key.strip_prefix("the")?)).copied()
    }

    pub fn code(&self) -> &str {
        // Two ASCII letters, by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The form in which names are compared: lower-case Latin letters and digits with nothing between them, "&" and the
/// short forms of "Saint", "Fort" and "Mount" written out. A short form on its own stays ("MT" is Montana).
pub(crate) fn key(name: &str) -> String {
    let mut words = vec![String::new()];
    for letter in name.chars().take(MOST_LETTERS) {
        if letter == '&' {
            words.extend(["and".to_owned(), String::new()]);
        } else if letter.is_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.extend(any_ascii_char(letter).chars().filter(char::is_ascii_alphanumeric));
            }
        } else if !matches!(letter, '.' | '\'' | '’')
            || letter == '.' && words.last().is_some_and(|word| word.len() > 1)
        {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    let alone = words.len() == 1;
    let written_out = |word: String| match word.to_ascii_lowercase().as_str() {
        "st" if !alone => "saint".to_owned(),
        "ste" if !alone => "sainte".to_owned(),
        "ft" if !alone => "fort".to_owned(),
        "mt" if !alone => "mount".to_owned(),
        word => word.to_owned(),
    };
    words.into_iter().map(written_out).collect()
}

fn names() -> HashMap<String, Country> {
    let mut names = HashMap::new();
    let mut add = |name: &str, code: &str| {
        if let Some(country) = Country::of_code(code) {
            names.entry(key(name)).or_insert(country);
        }
    };
    let countries = celes::Country::get_countries();
    // Codes and full names come before aliases: "Samoa" is also an alias of American Samoa there.
    for country in &countries {
        for name in [country.alpha2, country.alpha3, country.long_name] {
            add(name, country.alpha2);
        }
    }
    for (code, name) in MORE_NAMES.lines().skip(1).filter_map(|line| line.split_once(',')) {
        add(name, code);
    }
    for country in &countries {
        country.aliases.iter().for_each(|alias| add(alias, country.alpha2));
    }
    // Two countries have this name; celes knows one.
    names.remove("congo");
    names
}

#[cfg(test)]
mod tests;
