//! How names in other scripts are written in Latin letters, beside the letter-by-letter spelling of [`fold`].

mod indic;
mod kana;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::search::fold;
use crate::search::names::Role;
use crate::search::skeleton;

type Table = LazyLock<BTreeMap<String, Vec<&'static str>>>;

static FAMILY: Table = LazyLock::new(|| table(include_str!("data/family-readings.csv")));

static GIVEN: Table = LazyLock::new(|| table(include_str!("data/given-readings.csv")));

static KOREAN: Table = LazyLock::new(|| table(include_str!("data/korean-syllables.csv")));

static WADE_GILES: Table = LazyLock::new(|| table(include_str!("data/wade-giles-syllables.csv")));

/// Two spellings this much alike are of the same name.
const SAME: f64 = 0.75;

/// Whether the text has letters of a script other than Latin.
pub(crate) fn is_foreign(text: &str) -> bool {
    // Latin letters end with Extended-B; a second block of them, for Vietnamese, is far above.
    !text.is_ascii()
        && text
            .chars()
            .any(|letter| letter.is_alphabetic() && letter > '\u{24f}' && !matches!(letter, '\u{1e00}'..='\u{1eff}'))
}

/// Further spellings of a name in another script, also out of the person's own addresses.
pub(crate) fn aliases<'a>(given: &str, family: &str, addresses: impl Iterator<Item = &'a str>) -> Vec<(String, Role)> {
    let mut aliases: Vec<(String, Role)> = Vec::new();
    // Below the name as it is written letter by letter: a reading is a guess.
    for (text, role, readings) in [(given, Role::Called, &GIVEN), (family, Role::FamilyPart, &FAMILY)] {
        let text = text.trim();
        let known = [text, skeleton::without_article(text)].map(as_listed);
        let known = known.iter().find_map(|text| readings.get(text.as_str())).into_iter().flatten();
        aliases.extend(known.map(|reading| ((*reading).to_owned(), role)));
        let others = [
            syllables(text, wade_giles),
            syllables(text, korean),
            cyrillic(text),
            greek(text),
            indic::read(text),
            kana::read(text),
        ];
        aliases.extend(others.into_iter().flatten().flat_map(|other| fold::words(&other)).map(|word| (word, role)));
    }
    let spelled = |text: &str, role: Role, aliases: &[(String, Role)]| -> Vec<String> {
        let others = aliases.iter().filter(|alias| alias.1 == role).map(|alias| alias.0.clone());
        std::iter::once(fold::joined(text)).chain(others).collect()
    };
    let givens = spelled(given, Role::Called, &aliases);
    let families = spelled(family, Role::FamilyPart, &aliases);
    for address in addresses {
        aliases.extend(of_address(address, &givens, &families));
    }
    aliases
}

/// A name as the tables have it: Arabic is written with and without the marks of an alef and the dots of its last letter.
fn as_listed(name: &str) -> String {
    let plain = name.chars().filter(|letter| !matches!(letter, '\u{200c}' | '\u{640}' | '\u{64b}'..='\u{652}'));
    let plain = plain.map(|letter| match letter {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        other => other,
    });
    plain.collect()
}

/// What an address says about how its owner spells the name: "chihwei.wang", "hinoue", "inoueh", "himari".
fn of_address(address: &str, givens: &[String], families: &[String]) -> Vec<(String, Role)> {
    let local = address.split('@').next().unwrap_or_default();
    let local = local.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let words = fold::words(local);
    let like = |word: &str, names: &[String]| -> f64 {
        names.iter().map(|name| strsim::jaro_winkler(word, name)).fold(0.0, f64::max)
    };
    let one = |word: &str, role| (word.to_owned(), role);
    match words.as_slice() {
        [first, last] => {
            let straight = like(first, givens) + like(last, families);
            let turned = like(last, givens) + like(first, families);
            let (first, last) = if turned > straight { (last, first) } else { (first, last) };
            vec![one(first, Role::Given), one(last, Role::Family)]
        }
        [word] if word.len() > 2 => {
            // The best way to cut the word into the two names, one of which may be an initial or missing.
            let (mut best, mut cut) = (SAME, Vec::new());
            for at in 0..=word.len() {
                let (left, right) = word.split_at(at);
                for (given, family) in [(left, right), (right, left)] {
                    let likeness = match (given.len(), family.len()) {
                        (0 | 1, 1..) => like(family, families),
                        (_, 0 | 1) => like(given, givens),
                        _ => like(given, givens).min(like(family, families)),
                    };
                    if likeness > best {
                        best = likeness;
                        let parts = [one(given, Role::Given), one(family, Role::Family)];
                        cut = parts.into_iter().filter(|part| part.0.len() > 1).collect();
                    }
                }
            }
            if cut.is_empty() {
                // Nothing is known of how the name is read: one of the usual logins, then.
                cut = vec![one(word, Role::Called), one(&word[1..], Role::FamilyPart)];
            }
            cut
        }
        _ => Vec::new(),
    }
}

/// Chinese characters and Korean syllables one by one, if the text is all of them.
fn syllables(text: &str, respell: fn(&str) -> String) -> Option<String> {
    let all = !text.is_empty() && text.chars().all(fold::is_ideograph);
    all.then(|| fold::words(text).iter().map(|syllable| respell(syllable)).collect())
}

/// A pinyin syllable as Taiwan writes it, without apostrophes.
fn wade_giles(syllable: &str) -> String {
    if let Some(whole) = WADE_GILES.get(syllable) {
        return whole.concat();
    }
    let split = syllable.find(['a', 'e', 'i', 'o', 'u']).unwrap_or(syllable.len());
    let (initial, rest) = syllable.split_at(split);
    let initials = pairs("zh ch|j ch|q ch|x hs|z ts|c ts|b p|d t|g k|r j");
    let initial = initials.into_iter().find(|(pinyin, _)| *pinyin == initial).map_or(initial, |(_, spelled)| spelled);
    let rest = match rest {
        "ian" => "ien",
        "ie" => "ieh",
        "ue" => "ueh",
        "ong" => "ung",
        "iong" => "iung",
        "uo" if !matches!(initial, "k" | "h" | "sh") => "o",
        "ui" if matches!(initial, "k" | "h") => "uei",
        other => other,
    };
    format!("{initial}{rest}")
}

/// A Korean syllable as people write it, where that is not the official way.
fn korean(syllable: &str) -> String {
    KOREAN.get(syllable).map_or_else(|| syllable.to_owned(), |usual| usual.concat())
}

/// Russian, Ukrainian and Bulgarian as English writes it: "Евгений" is Yevgeny, "Алексей" Alexei.
fn cyrillic(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if !lower.chars().any(|letter| matches!(letter, '\u{400}'..='\u{4ff}')) {
        return None;
    }
    let ukrainian = lower.contains(['і', 'ї', 'є', 'ґ']);
    let lower = lower.replace("ий", "y").replace("ый", "y").replace("кс", "x").replace("ей", "ei").replace("ай", "ai");
    let mut spelled = String::new();
    let mut after_vowel = true;
    for letter in lower.chars() {
        match letter {
            'е' if after_vowel => spelled.push_str("ye"),
            'є' => spelled.push_str("ye"),
            'ї' => spelled.push_str("yi"),
            'ё' => spelled.push_str("yo"),
            'г' if ukrainian => spelled.push('h'),
            'и' if ukrainian => spelled.push('y'),
            other => spelled.push(other),
        }
        after_vowel = !letter.is_alphabetic() || "аеёиоуыэюяієї".contains(letter);
    }
    Some(spelled)
}

/// Greek by its sound: "Ευαγγελία" is Evangelia, "Μπάμπης" Babis.
fn greek(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let plain: String = text.to_lowercase().nfd().filter(|&letter| !is_combining_mark(letter)).collect();
    if !plain.chars().any(|letter| matches!(letter, 'α'..='ω')) {
        return None;
    }
    Some(
        pairs("αυ av|ευ ev|ου ou|γγ ng|γκ g|μπ b|ντ d|χ h|αι e").fold(plain, |text, (from, to)| text.replace(from, to)),
    )
}

fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.split('|').filter_map(|pair| pair.split_once(' '))
}

/// A word without the letters that are written and not said, as far as its script tells: Thai marks them.
pub(crate) fn spoken(word: &str) -> Cow<'_, str> {
    const SILENCED: char = '\u{e4c}';
    if !word.contains([SILENCED, 'ร']) {
        return word.into();
    }
    let mut said = String::with_capacity(word.len());
    // Two of these are a vowel.
    for letter in word.replace("รร", "ะ").chars() {
        if letter == SILENCED {
            let vowel = said.ends_with(['ิ', 'ี', 'ุ', 'ู']);
            for _ in 0..=usize::from(vowel) {
                said.pop();
            }
        } else {
            said.push(letter);
        }
    }
    said.into()
}

fn table(text: &'static str) -> BTreeMap<String, Vec<&'static str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(','));
    lines.map(|(name, readings)| (as_listed(name), readings.split(' ').collect())).collect()
}
