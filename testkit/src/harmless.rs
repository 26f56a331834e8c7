//! Can foreign text in a body do anything but be read?

use serde_json::Value;

/// Fails if foreign text can do anything but be read. Works on the raw markdown, independently of the product's
/// escaping: it takes out escaped characters and code, and nothing active may remain. Users and channels with an id
/// among `named` may be named.
pub fn check(body: &Value, named: &[&str]) {
    check_visible(body);
    for embed in body["data"]["embeds"].as_array().into_iter().flatten() {
        for markdown in [&embed["title"], &embed["description"]] {
            assert!(!markdown.as_str().unwrap().is_empty());
            for line in markdown.as_str().unwrap().lines() {
                let bare = bare(line, named);
                let active = ["*", "_", "~", "`", "|", "[", "]", "<", ">", "#", "://", "@everyone", "@here"];
                assert!(active.iter().all(|active| !bare.contains(active)), "{line}\n{bare}");
                assert!(!bare.starts_with("- ") && !bare.starts_with("+ "), "{line}");
            }
        }
    }
}

/// A line without escaped characters, code and our own marks: starts of note lines, links to dial, users, channels,
/// moments. Each mark must have exactly its form.
fn bare(line: &str, named: &[&str]) -> String {
    let mut bare = String::new();
    // A heading is a number, behind a sign of ours.
    let heading = line.strip_prefix("## ").filter(|rest| rest.starts_with("📞 ") || rest.starts_with("☎️ "));
    let line = heading.or(line.strip_prefix("-# ")).unwrap_or(line);
    // A group of a list ends with how many it has.
    let is_group = line.starts_with("**")
        && line.rsplit_once("** · ").is_some_and(|(_, count)| count.starts_with(|char: char| char.is_ascii_digit()));
    let notes = line.strip_prefix("> ");
    let mut rest = notes.unwrap_or(line);
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        rest = match char {
            // A placeholder for the escaped character, so that its neighbours do not look adjacent.
            '\\' => {
                bare.push('x');
                after.char_indices().nth(1).map_or("", |(at, _)| &after[at..])
            }
            '`' => after.split_once('`').unwrap_or_else(|| panic!("code is not closed: {line}")).1,
            '<' => {
                let (mark, behind) = after.split_once('>').unwrap_or_else(|| panic!("a mark is not closed: {line}"));
                check_mark(mark, line, named);
                behind
            }
            // Bold text, which only notes and groups of a list have; the check goes on after it.
            '*' if (notes.is_some() || is_group) && after.starts_with('*') => &after[1..],
            _ => {
                bare.push(char);
                after
            }
        };
    }
    bare
}

/// Fails on a mark in angle brackets that is not ours.
fn check_mark(mark: &str, line: &str, named: &[&str]) {
    let moment = mark.strip_prefix("t:").and_then(|mark| mark.strip_suffix(":R").or(mark.strip_suffix(":f")));
    if let Some(number) = mark.strip_prefix('+') {
        // A tap dials what is read.
        assert!(
            number.split(' ').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())),
            "{line}"
        );
    } else if let Some(moment) = moment {
        assert!(moment.parse::<i64>().is_ok(), "{line}");
    } else if let Some(id) = mark.strip_prefix(['@', '#']) {
        assert!(named.contains(&id), "{line}");
    } else {
        assert!(mark.contains('@') && mark.is_ascii() && !mark.contains([' ', ':', '/']), "{line}");
    }
}

/// Fails on control characters, and on characters that hide or reverse others.
pub fn check_visible(value: &Value) {
    match value {
        Value::String(text) => {
            let hides =
                |char: char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
            assert!(!text.chars().any(|char| (char.is_control() && char != '\n') || hides(char)), "{text:?}");
        }
        Value::Array(values) => values.iter().for_each(check_visible),
        Value::Object(values) => {
            values.iter().filter(|(key, _)| *key != "value").for_each(|(_, value)| check_visible(value));
        }
        _ => {}
    }
}
