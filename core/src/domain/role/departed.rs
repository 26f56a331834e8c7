//! Words that say that a contact has left.

use std::sync::LazyLock;

use regex::Regex;

use super::defaults::departed;
use super::words::{self, Phrase};

/// What every wording has: one of the words it may begin with, or a sign that may hide such a word ("E.X.").
static HINT: LazyLock<Regex> = LazyLock::new(|| {
    let words: Vec<&str> = departed().map(Phrase::first).chain(["gone", "past", "quit"]).collect();
    Regex::new(&format!("(?i)[^[:ascii:]]|[.']|{}", words.join("|"))).unwrap_or_else(|error| unreachable!("{error}"))
});

/// Whether a contact's name or title says explicitly that the contact has left: "Jane Doe (Terminated)", "Former IT
/// Manager". Accounts without a type for it write it there.
///
/// Only wording apart from the rest counts, so that a contact whose name is such a word is not declared gone.
pub fn says_departed(text: &str) -> bool {
    // Asked about every contact of an organization at once, and true of hardly any.
    HINT.is_match(text) && says_so(text)
}

fn says_so(text: &str) -> bool {
    let (inside, outside) = split_brackets(text);
    let mut outside = outside.into_iter().skip_while(Vec::is_empty);
    let first = outside.next().unwrap_or_default();
    let alone = departed().any(|phrase| phrase.is(&first));
    let was = first.len() > 1 && matches!(first[0].as_str(), "former" | "formerly" | "ex");
    alone || was || inside.into_iter().chain(outside).any(|words| apart(&words))
}

/// Whether a remark, which is all there is in these brackets or after this dash, says so.
fn apart(words: &[String]) -> bool {
    let remark: Vec<&str> = words.iter().map(String::as_str).collect();
    match *remark {
        // "left in May", "left 2023"; but not "Left Coast".
        ["left" | "gone" | "past" | "quit" | "ex" | "former" | "formerly"]
        | ["left", "in" | "on" | "us" | "since", ..] => true,
        ["left", next, ..] if next.starts_with(|char: char| char.is_ascii_digit()) => true,
        // "former employee"; but "CEO (former CFO)" only changed places.
        ["ex" | "former" | "formerly", next, ..] => {
            "employee staff user client customer contact member owner worker".split(' ').any(|word| word == next)
        }
        _ => {
            let mut others = departed().filter(|phrase| !phrase.first().starts_with("former"));
            others.any(|phrase| phrase.stands_in(words))
        }
    }
}

/// The remarks in brackets, and the parts of what stands outside, both as words.
fn split_brackets(text: &str) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let (mut inside, mut outside) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['(', '[', '{']) {
        let (remark, after) = after.split_once([')', ']', '}']).unwrap_or((after, ""));
        inside.push(words::of(remark));
        outside.push_str(before);
        outside.push(' ');
        rest = after;
    }
    outside.push_str(rest);
    // A dash stands apart only with spaces around it: "Smith-Jones" is one name.
    let marked = [" - ", " – ", " — "].iter().fold(outside, |text, dash| text.replace(dash, "|"));
    (inside, marked.split(['|', '*', ':', ',', ';', '/']).map(words::of).collect())
}

#[cfg(test)]
mod tests;
