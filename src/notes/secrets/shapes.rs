//! Secrets that are known by their shape, without a label.

use std::ops::Range;

use super::Found;
use super::words::chunks;
use crate::notes::Secret;

/// How the keys of well-known services begin, and how long the shortest of them is. From the services' own documentation.
const BEGINNINGS: [(&str, usize); 36] = [
    ("AKIA", 20),
    ("ASIA", 20),
    ("ghp_", 20),
    ("gho_", 20),
    ("ghu_", 20),
    ("ghs_", 20),
    ("ghr_", 20),
    ("github_pat_", 20),
    ("glpat-", 20),
    ("xoxb-", 15),
    ("xoxp-", 15),
    ("xoxa-", 15),
    ("xoxr-", 15),
    ("xoxs-", 15),
    ("xapp-", 15),
    ("AIza", 30),
    ("ya29.", 20),
    ("GOCSPX-", 20),
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("whsec_", 16),
    ("sk-", 24),
    ("SG.", 30),
    ("key-", 30),
    ("npm_", 20),
    ("pypi-", 20),
    ("dop_v1_", 20),
    ("shpat_", 20),
    ("hf_", 20),
    ("dckr_pat_", 20),
    ("hvs.", 20),
    ("ITG.", 20),
    ("eyJ", 24),
    ("AGE-SECRET-KEY-", 20),
    ("tskey-", 16),
];

/// The secrets of a text that are known by their shape.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> =
        private_keys(text).into_iter().map(|range| Found { range, secret: Secret::Key }).collect();
    for chunk in chunks(text, 0, text.len()) {
        let run = text.get(chunk.clone()).unwrap_or_default();
        if let Some(range) = url_password(run) {
            found.push(Found { range: chunk.start + range.start..chunk.start + range.end, secret: Secret::Password });
        }
        found.extend(
            keys(run)
                .into_iter()
                .map(|range| Found { range: chunk.start + range.start..chunk.start + range.end, secret: Secret::Key }),
        );
    }
    found.extend(super::numbers::find(text));
    found
}

/// Blocks such as "-----BEGIN RSA PRIVATE KEY-----", to their end or, if it is missing, to that of the text.
fn private_keys(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("BEGIN ")).map(|found| at + found) {
        at = start + "BEGIN ".len();
        let head: String = text.get(at..).unwrap_or_default().chars().take(40).collect();
        if !head.contains("PRIVATE KEY") {
            continue;
        }
        let dashes = text.get(..start).unwrap_or_default();
        let from = dashes.trim_end_matches(['-', ' ']).len();
        let from = from + dashes.get(from..).map_or(0, |gap| gap.len() - gap.trim_start().len());
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find("END ").and_then(|end| {
            let after = rest.get(end..)?;
            let key = after.find("KEY")? + "KEY".len();
            let tail = after.get(key..)?.trim_start_matches(" BLOCK");
            Some(rest.len() - tail.trim_start_matches('-').len())
        });
        at = end.map_or(text.len(), |end| at + end);
        blocks.push(from..at);
    }
    blocks
}

/// The password in `https://user:password@host`.
fn url_password(run: &str) -> Option<Range<usize>> {
    let start = run.find("://")? + "://".len();
    let rest = run.get(start..)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let colon = authority.find(':')?;
    // What follows is a port, unless there is more to it.
    let port = authority.get(colon + 1..)?.bytes().all(|byte| byte.is_ascii_digit());
    let at = rest.rfind('@').filter(|at| colon < *at && !port)?;
    Some(start + colon + 1..start + at)
}

/// The keys in a run: by how they begin, or because nobody could have thought of them.
fn keys(run: &str) -> Vec<Range<usize>> {
    let inside = |char: char| char.is_ascii_alphanumeric() || "_-+/.~=%".contains(char);
    let mut keys = Vec::new();
    let mut at = 0;
    while let Some(start) = run.get(at..).and_then(|rest| rest.find(inside)).map(|found| at + found) {
        let rest = run.get(start..).unwrap_or_default();
        let token = rest.get(..rest.find(|char| !inside(char)).unwrap_or(rest.len())).unwrap_or_default();
        at = start + token.len().max(1);
        let mut offset = start;
        for part in token.split(['/', '=']) {
            let known = BEGINNINGS.iter().any(|(beginning, least)| part.len() >= *least && part.starts_with(beginning));
            let azure = part.len() >= 34 && part.contains("Q~");
            if known || azure || is_product_key(part) || part.split(['-', '.', '_', '%', '~', '+']).any(is_random) {
                // What follows belongs to it: base64 has "/" and ends in "=".
                keys.push(offset..at);
                break;
            }
            offset += part.len() + 1;
        }
        if token.len() >= 32 && !run.contains("://") && is_random(&token.replace(['/', '+'], "")) {
            keys.push(start..at);
        }
    }
    keys
}

/// Groups of characters between hyphens: five of five (Windows and many others), or eight of six digits (`BitLocker`).
fn is_product_key(token: &str) -> bool {
    let groups: Vec<&str> = token.trim_end_matches('.').split('-').collect();
    let all = |count: usize, length: usize, fits: fn(&u8) -> bool| {
        groups.len() == count && groups.iter().all(|group| group.len() == length && group.as_bytes().iter().all(fits))
    };
    all(5, 5, |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) || all(8, 6, u8::is_ascii_digit)
}

/// Whether letters and digits change places too often for words, or are a long number in hexadecimal digits.
fn is_random(token: &str) -> bool {
    let class = |byte: &u8| match byte {
        b'a'..=b'z' => 0,
        b'A'..=b'Z' => 1,
        b'0'..=b'9' => 2,
        _ => 3,
    };
    let bytes = token.as_bytes();
    let has = |wanted: i32| bytes.iter().any(|byte| class(byte) == wanted);
    let changes = bytes.iter().zip(bytes.iter().skip(1)).filter(|(a, b)| class(a) != class(b)).count();
    let hexadecimal = bytes.len() >= 32 && bytes.iter().all(u8::is_ascii_hexdigit) && has(2) && (has(0) || has(1));
    // Of words in capitals, one after the other, two in five characters change place at most; of random ones, three.
    let mixed = bytes.len() >= 20 && has(0) && has(1) && has(2) && changes * 5 >= bytes.len() * 2;
    let plain = bytes.len() >= 24 && has(2) && (has(0) || has(1)) && changes * 10 >= bytes.len() * 3;
    bytes.iter().all(u8::is_ascii_alphanumeric) && (hexadecimal || mixed || plain)
}
