//! The words of one field of a name.

use crate::search::fold;
use crate::search::lists::WORDS;
use crate::search::names::{Role, strip_suffixes, strip_titles};

/// A name in one field: "Jane van Doe", "Doe, Jane", "王志偉".
pub(super) fn whole(name: &str, parts: &mut Vec<(String, Role)>) {
    if let Some((last, first)) = name.split_once(',')
        && fold::words(first).iter().any(|word| !WORDS.suffixes.has(word))
    {
        given(first, parts);
        family(last, parts);
        return;
    }
    let trimmed = name.trim();
    if fold::has_ideographs(trimmed) && !trimmed.contains(char::is_whitespace) {
        // East Asian order, family name first, nearly always of one character.
        let split = trimmed.char_indices().nth(1).map_or(trimmed.len(), |(at, _)| at);
        family(&trimmed[..split], parts);
        given(&trimmed[split..], parts);
        return;
    }
    let outside = called(trimmed, parts);
    let mut words: Vec<&str> = outside.split_whitespace().filter(|word| !fold::words(word).is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| WORDS.suffixes.has(&fold::joined(word))) {
        words.pop();
    }
    while words.len() > 1 && WORDS.titles.has(&fold::joined(words[0])) {
        words.remove(0);
    }
    if words.len() <= 1 {
        given(&words.concat(), parts);
        return;
    }
    let mut split = words.len() - 1;
    while split > 1 && WORDS.particles.has(&fold::joined(words[split - 1])) {
        split -= 1;
    }
    given(&words[..split].join(" "), parts);
    family(&words[split..].join(" "), parts);
}

pub(super) fn given(text: &str, parts: &mut Vec<(String, Role)>) {
    let text = called(text, parts);
    for spelling in [Some(text.clone()), fold::written_out(&text)].into_iter().flatten() {
        let mut words = fold::words(&spelling);
        strip_titles(&mut words);
        if fold::has_ideographs(&spelling) {
            parts.push((words.concat(), Role::Given));
            continue;
        }
        if let [first, second, ..] = words.as_slice()
            && first.len() > 1
            && second.len() > 1
        {
            parts.push((format!("{first}{second}"), Role::Called));
        }
        for (at, word) in words.into_iter().take(fold::MOST_WORDS).enumerate() {
            parts.push((word, if at == 0 { Role::Given } else { Role::Middle }));
        }
    }
}

pub(super) fn family(text: &str, parts: &mut Vec<(String, Role)>) {
    let text = called(text, parts);
    for spelling in [Some(text.clone()), fold::written_out(&text)].into_iter().flatten() {
        let mut words = fold::words(&spelling);
        strip_suffixes(&mut words);
        words.truncate(fold::MOST_WORDS);
        parts.push((words.concat(), Role::Family));
        if words.len() == 1 || fold::has_ideographs(&spelling) {
            continue;
        }
        let mut particles = String::new();
        for word in words {
            if WORDS.particles.has(&word) {
                particles.push_str(&word);
                continue;
            }
            if !particles.is_empty() {
                parts.push((format!("{particles}{word}"), Role::FamilyPart));
                particles.clear();
            }
            parts.push((word, Role::FamilyPart));
        }
    }
}

/// Words of the whole name that the other two fields do not have.
pub(super) fn others(name: &str, parts: &mut Vec<(String, Role)>) {
    let rest = called(name, parts);
    let mut words = fold::words(&rest);
    strip_titles(&mut words);
    strip_suffixes(&mut words);
    if fold::has_ideographs(&rest) {
        return;
    }
    for word in words.into_iter().take(fold::MOST_WORDS) {
        let known = parts.iter().any(|(part, _)| part.contains(&word)) || WORDS.particles.has(&word);
        if !known {
            parts.push((word, Role::Called));
        }
    }
}

/// Takes what stands in quotes or brackets out of a name, as what the person is called besides.
fn called(text: &str, parts: &mut Vec<(String, Role)>) -> String {
    if !text.contains(['(', '[', '"', '“', '«']) {
        return text.to_owned();
    }
    let mut outside = String::with_capacity(text.len());
    let mut inside: Option<(char, String)> = None;
    for letter in text.chars() {
        match &mut inside {
            Some((close, name)) if letter == *close => {
                parts.extend(fold::words(name).into_iter().map(|word| (word, Role::Called)));
                outside.push(' ');
                inside = None;
            }
            Some((_, name)) => name.push(letter),
            None => match "()[]\"\"“”«»".split_once(letter) {
                // Each sign that opens stands before the one that closes.
                Some((before, after)) if before.chars().count() % 2 == 0 => {
                    inside = after.chars().next().map(|close| (close, String::new()));
                }
                _ => outside.push(letter),
            },
        }
    }
    if let Some((_, unclosed)) = inside {
        outside.push(' ');
        outside.push_str(&unclosed);
    }
    outside
}
