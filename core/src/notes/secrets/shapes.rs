//! Secrets that are known by their shape, without a label.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::FoundSecret;
use super::values::{core, is_odd, is_ordinary, pattern, runs, value};
use crate::notes::Secret;

/// Certain secrets: the last group of a match, else all of it.
///
/// The beginnings of keys are from the services' own documentation.
static CERTAIN: LazyLock<Vec<(Secret, Regex)>> = LazyLock::new(|| {
    [
        (
            Secret::Key,
            r"(?s)(?:-[- ]*)?BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY.*?(?:END [A-Z0-9 ]*KEY(?: BLOCK)?-*|\z)",
        ),
        (
            Secret::Key,
            r"(?-u)\b(?:(?:AKIA|ASIA)\w{16,}|gh[pousr]_\w{16,}|github_pat_\w{9,}|glpat-[\w-]{14,}|xox[bpars]-[\w-]{10,}|xapp-[\w-]{10,}|AIza[\w-]{26,}|ya29\.[\w.-]{15,}|GOCSPX-[\w-]{13,}|[sr]k_(?:live|test)_\w{8,}|whsec_\w{10,}|sk-[\w-]{21,}|SG\.[\w.-]{27,}|key-\w{26,}|npm_\w{16,}|pypi-[\w-]{15,}|dop_v1_\w{13,}|shpat_\w{14,}|hf_\w{17,}|dckr_pat_[\w-]{11,}|hvs\.[\w.-]{16,}|ITG\.[\w.-]{16,}|eyJ[\w.=-]{21,}|AGE-SECRET-KEY-\w{5,}|tskey-[\w-]{10,})",
        ),
        (Secret::Key, r"(?-u)[\w~.-]{3,}Q~[\w~.-]{29,}"),
        // Windows and many others, and BitLocker's.
        (Secret::Key, r"\b(?:[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}|\d{6}(?:-\d{6}){7})\b"),
        (Secret::Password, r"://[^\s/?#:@]*:([^\s]*[^\s\d/@][^\s]*|\d+)@"),
        (
            Secret::Key,
            r"(?i)[?&](?:[\w-]*(?:key|token|secret|passw(?:or)?d|pwd|sig|signature|code|auth))=([^&\s]+)",
        ),
        (Secret::Key, r"(?i)\b(?:basic|bearer) ([\w+/=.-]{12,})"),
        (Secret::Card, r"(?i)\d{4}[ ,]+exp(?:iry|ires)?[.:]? ?(\d\d ?/ ?\d\d)\b"),
        (Secret::Password, r"(?i)(?:^|\s)(?:--?|/)(?:password|passphrase|passwd|pass|pwd|pw|storepass|keypass|passin pass)[:= ]\s*(\S+)"),
        (Secret::Password, r"(?i)(?:^|\s)-(?:passin|passout) pass:(\S+)"),
        (Secret::Password, r"(?i)\b(?:unzip|7z|zip|sqlcmd|bcp|sshpass|plink|pscp|psexec|mosquitto_\w+|ldap\w+|xfreerdp|mysql\w*|ipmitool|isql|tsql|sqlplus)\b[^\n]*? (?:-[pP]w? ?|-w ?|/p:)([^\s/-]\S*)"),
        (Secret::Password, r"(?i)(?:^|\s)(?:-u|--user|-U|--proxy-user|--http-user)[= ]\s*[^\s:%/]+[:%](\S+)"),
        (Secret::Password, r"(?i)\bnet use (?:\w:|\*)? ?\\\\\S+ ([^\s/]\S*)"),
        (Secret::Password, r"(?i)\bnet user \S+ ([^\s/]\S*)"),
        (Secret::Password, r"(?i)\brasdial \S+ \S+ (\S+)"),
        (Secret::Password, r"(?i)\bConvertTo-SecureString\s+(?:-String\s+)?(\S+)"),
    ]
    .map(|(secret, shape)| (secret, pattern(shape)))
    .into()
});

/// Secrets only if they look odd: the text after a flag, an account or a user's name.
static LIKELY: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?:^|\s)(?:-[pP]|/p:?) ?([^\s/-]\S*)",
        // An account of a domain, no path.
        r"(?:^|[\s:(])[A-Za-z][\w.-]+\\[\w.$-]+(?:\s*[:/,|]\s*|\s+)(\S+)",
        r"(?i)\b(?:admin|administrator|root|guest|sa|ubnt|pi|user|operator|support|service|manager|cisco|sysadmin|localadmin)\s*(?://|[/:,|\\])?\s*(\S+)",
        r"(?:^|\s)[\w.-]+:([^\s:/@]+)@[\w.-]+\.[a-z]+",
        r"[\w.-]+@[\w.-]+(?:\s*[:,|]\s*|\s+)(\S+)",
        r"(?:^|\s)[\w.@-]+(?:\s+/{1,2}\s+|//?|\s+\|\s+)([^\s/]+)(?:\s|$)",
    ]
    .map(pattern)
    .into()
});

pub(super) fn find(text: &str) -> Vec<FoundSecret> {
    let mut found = Vec::new();
    for (secret, shape) in CERTAIN.iter() {
        found.extend(shape.captures_iter(text).filter_map(|groups| {
            let range = groups.iter().flatten().last()?.range();
            Some(FoundSecret { range: value(text, &range), secret: *secret })
        }));
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let behind = LIKELY.iter().flat_map(|shape| shape.captures_iter(line)).filter_map(|groups| groups.get(1));
        found.extend(behind.filter(|run| is_strong(run.as_str())).map(|run| {
            let range = start + run.start()..start + run.end();
            FoundSecret { range: value(text, &range), secret: Secret::Password }
        }));
        start += line.len();
    }
    for run in runs(text, 0, text.len()) {
        let part = text.get(run.clone()).unwrap_or_default();
        let mut at = run.start;
        for cell in part.split([';', '|', ',']) {
            if is_made_up(cell) {
                found.push(FoundSecret { range: value(text, &(at..at + cell.len())), secret: Secret::Password });
            }
            at += cell.len() + 1;
        }
        let keys = keys(part).into_iter().map(|key| run.start + key.start..run.start + key.end);
        found.extend(keys.map(|range| FoundSecret { range, secret: Secret::Key }));
    }
    found.extend(super::numbers::find(text));
    found
}

/// Whether a run may be a chosen password: letters with digits or signs.
fn is_strong(run: &str) -> bool {
    let core = core(run);
    core.chars().count() >= 5
        && is_odd(run)
        && core.chars().any(char::is_alphabetic)
        && !core.contains(['/', '\\'])
        && (core.chars().any(|char| char.is_ascii_digit()) || core.contains(['!', '@', '#', '$', '%', '^', '&', '*']))
}

/// Whether letters go on after a sign that no word has: "P@ssw0rd1", "Dr!cker8".
fn is_made_up(run: &str) -> bool {
    let core = core(run);
    let inner = core.trim_matches(|char: char| !char.is_alphanumeric());
    let is_joined = |letter: char, sign: char| letter.is_alphanumeric() && "!$%^*@".contains(sign);
    (6..=40).contains(&core.chars().count())
        && inner.contains(['!', '$', '%', '^', '*', '@'])
        && inner.chars().any(char::is_alphabetic)
        && !is_ordinary(run)
        && !core.contains(['/', '\\', '=', ':', '<'])
        && inner.chars().zip(inner.chars().skip(1)).any(|(a, b)| is_joined(a, b) || is_joined(b, a))
}

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
            if part.split(['-', '.', '_', '%', '~', '+']).any(is_random) {
                // The rest belongs to it: base64 has "/" and ends in "=".
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

/// Whether letters and digits alternate too often for words, or are a long hexadecimal number.
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
    let least = if has(1) { 32 } else { 20 };
    let hexadecimal = bytes.len() >= least && bytes.iter().all(u8::is_ascii_hexdigit) && has(2) && (has(0) || has(1));
    // In words in capitals, one after the other, at most two in five characters change class; in random text, three.
    let mixed = bytes.len() >= 20 && has(0) && has(1) && has(2) && changes * 5 >= bytes.len() * 2;
    let plain = bytes.len() >= 24 && has(2) && (has(0) || has(1)) && changes * 10 >= bytes.len() * 3;
    bytes.iter().all(u8::is_ascii_alphanumeric) && (hexadecimal || mixed || plain)
}
