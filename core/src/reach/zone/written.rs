//! A city field as people fill it: with a postcode, a state, a country, a remark.

use crate::reach::country::Country;

/// Letters that are read; a longer field is a whole address, whose first lines suffice.
const MOST_LETTERS: usize = 200;

/// Parts that are read: a site's name, a street, the city, and what follows it.
const MOST_PARTS: usize = 6;

/// Words of the longest names of regions ("Newfoundland and Labrador").
const REGION_WORDS: usize = 3;

/// Separators of a field's parts; a dash only with spaces around it.
const SEPARATORS: [&str; 11] = [",", ";", "/", "|", "\n", "\t", "·", " - ", " – ", " — ", "\r"];

/// One way to read a city field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CityReading {
    pub(super) city: String,
    /// What may be region or country, in the order written.
    pub(super) rest: Vec<String>,
    /// Whether a mere space sets the first of the rest off: it counts only if it is known.
    pub(super) split: bool,
}

/// The ways to read a city field, the likeliest first.
pub(super) fn readings(text: &str) -> Vec<CityReading> {
    let whole = CityReading { city: text.trim().to_owned(), rest: Vec::new(), split: false };
    let parts = parts(text);
    let mut readings = vec![whole];
    // A site's name and a street may stand before the city.
    for at in 0..parts.len().min(3) {
        let (Some(part), Some(rest)) = (parts.get(at), parts.get(at + 1..)) else { break };
        let rest = || rest.iter().map(|part| part.join(" "));
        readings.push(CityReading { city: part.join(" "), rest: rest().collect(), split: false });
        for words in (1..=REGION_WORDS).rev().filter(|words| *words < part.len()) {
            let (city, region) = part.split_at(part.len() - words);
            let rest = std::iter::once(region.join(" ")).chain(rest()).collect();
            readings.push(CityReading { city: city.join(" "), rest, split: true });
        }
    }
    readings
}

/// The country whose postcodes look like one in the field. Only shapes that no other country has.
pub(super) fn country_by_postcode(text: &str) -> Option<Country> {
    let words: Vec<String> = words_of(text).map(shape).collect();
    let pairs = words.windows(2).map(<[String]>::concat);
    let code = words.iter().cloned().chain(pairs).find_map(|shape| match shape.as_str() {
        "A9A9A9" => Some("CA"),
        // The outward code and, after it, a digit and two letters.
        "A99AA" | "A999AA" | "AA99AA" | "AA999AA" | "A9A9AA" | "AA9A9AA" => Some("GB"),
        _ => None,
    });
    code.and_then(Country::of_code)
}

/// The parts of a field in words, without remarks in brackets and postcodes.
fn parts(text: &str) -> Vec<Vec<String>> {
    let mut text = without_brackets(beginning(text));
    for separator in SEPARATORS {
        text = text.replace(separator, "\n");
    }
    let parts = text.lines().map(|part| without_postcodes(&words_of(part).collect::<Vec<_>>()));
    parts.filter(|part| !part.is_empty()).take(MOST_PARTS).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    beginning(text).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

fn beginning(text: &str) -> &str {
    text.char_indices().nth(MOST_LETTERS).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let is_outside = |letter: &char| {
        let closes = matches!(letter, ')' | ']');
        depth = (depth + u32::from(matches!(letter, '(' | '['))).saturating_sub(u32::from(closes));
        depth == 0 && !closes
    };
    text.chars().filter(is_outside).collect()
}

/// Words without digits; also without the letters after a Dutch postcode ("1012 AB") and the French "Cedex".
fn without_postcodes(words: &[&str]) -> Vec<String> {
    let is_kept = |(at, word): &(usize, &&str)| {
        let shape = shape(word);
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let is_dutch =
            shape == "AA" && before.is_some_and(|before| self::shape(before) == "9999") && at + 1 < words.len();
        !shape.contains('9') && !is_dutch && !word.eq_ignore_ascii_case("cedex")
    };
    words.iter().enumerate().filter(is_kept).map(|(_, word)| (*word).to_owned()).collect()
}

/// A word with each capital as "A" and each digit as "9".
fn shape(word: &str) -> String {
    let of = |letter: char| match letter {
        '0'..='9' => '9',
        'A'..='Z' => 'A',
        other => other,
    };
    word.chars().map(of).collect()
}

#[cfg(test)]
mod tests;
