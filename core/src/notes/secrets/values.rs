//! Runs of characters: those that look like a secret by themselves, and those that only seem to.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Runs with digits or signs that are public: an address, a phone number, a date, an hour, a product.
static ORDINARY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)^(?:
            [^@\s]+@[\w-]+(?:\.[\w-]+)+                                         # an e-mail address
            | .*://.* | www\..*
            | (?:(?-i:[a-z\d-]+|[A-Z\d-]+)\.)+(?-i:[a-z]{2,})(?::\d+)?(?:/.*)?  # a host
            | (?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?                               # an address of a network
            | (?:[a-f\d]{2}[:-]){5}[a-f\d]{2}                                   # an address of a device
            | [a-z]:\\.* | \\\\.* | /[\w.-]+/.* | [\w-]+\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|png|jpe?g|zip|exe|msi|ps1|bat|log|rdp|ovpn|kdbx|pst|eml|ini|cfg|conf|json|xml|html?) # a file
            | e?xt?\.?\d+                                                       # an extension
            | \d{1,4}(?:[:/.–-]\d{1,4}){1,2} | \d{1,2}:\d{2}[–-]\d{1,2}:\d{2}   # a date, hours
            | \d{1,4}(?:am|pm|h|st|nd|rd|th|uhr|hrs|min|mins|days|x|s|cm|mm|gb|tb|mb|kb)
            | \d{1,2}(?:[:.h]\d{0,2})?(?:am|pm|h)?[–-]\d{1,2}(?:[:.h]\d{0,2})?(?:am|pm|h|uhr)?
            | \d{1,2}[:.]\d{2}(?:am|pm|h|uhr)
            | (?:office|microsoft|m|o)\ ?365 | 1password | win(?:dows)?\d+ | [2m]fa | wpa\d | wi-?fi\d? | h264 | ipv[46]
            | lastpass | bitwarden | itglue | sharepoint | onedrive | connectwise | connectsecure
        )$",
    )
});

/// A phone number: digits in groups.
static PHONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:\+?\(?\d[\d()./-]*[()./-][\d()./-]*|\+\d+)$|^e?xt?\.?\d+$"));

/// Compiles a pattern of this module; a test runs each of them.
pub(super) fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("{error}"))
}

/// Marks around a word that are no part of it.
fn is_edge(char: char) -> bool {
    "()[]\"'“”„«»‘’`,.;:<>{}".contains(char)
}

/// A run without the marks around it.
pub(super) fn core(run: &str) -> &str {
    run.trim_matches(is_edge)
}

/// Whether a run is public despite its digits or signs.
pub(super) fn is_ordinary(run: &str) -> bool {
    ORDINARY.is_match(core(run)) || is_phone(run)
}

pub(super) fn is_phone(run: &str) -> bool {
    let core = run.trim_matches(|char| is_edge(char) && char != '(');
    PHONE.is_match(core) && (core.contains('x') || digits(core) >= 7)
}

pub(super) fn digits(run: &str) -> usize {
    run.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a run looks unlike a word: right after a label a little is enough.
pub(super) fn is_odd(run: &str) -> bool {
    looks_odd(core(run), 3) && !is_ordinary(run)
}

/// The same further on: longer, since product names have digits too ("M365", "Win11").
pub(super) fn is_very_odd(run: &str) -> bool {
    core(run).chars().any(char::is_alphabetic) && looks_odd(core(run), 6) && !is_ordinary(run)
}

/// Whether a run has capitals, small letters and digits, as passwords must in most places.
pub(super) fn is_mixed(run: &str) -> bool {
    let has = |kind: fn(char) -> bool| core(run).chars().any(kind);
    has(char::is_uppercase) && has(char::is_lowercase) && has(|char| char.is_ascii_digit()) && !is_ordinary(run)
}

fn looks_odd(core: &str, least: usize) -> bool {
    let digits = digits(core);
    let letters = core.chars().filter(|char| char.is_alphabetic()).count();
    let symbols = core.trim_end_matches(['!', '?', '*', '…']).contains(|char| "!#$%^&*+~?=@_\\{}<>|".contains(char));
    let inner_capital = core.chars().zip(core.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    core.chars().count() >= least
        && ((letters > 0 && digits > 0)
            || (letters + digits > 0 && symbols)
            || digits >= 4
            || (inner_capital && letters >= 8))
}

/// The runs of anything but white space and the commas of Chinese and Japanese, between two places.
pub(super) fn runs(text: &str, from: usize, to: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let parts = |char: char| char.is_whitespace() || "，。；、（）".contains(char);
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..to)?;
        let start = at + rest.find(|char: char| !parts(char))?;
        let rest = text.get(start..to)?;
        at = start + rest.find(parts).unwrap_or(rest.len());
        Some(start..at)
    })
}

/// A run without the end of its clause: the comma, the bracket that was opened before it.
pub(super) fn value(text: &str, run: &Range<usize>) -> Range<usize> {
    let all = text.get(run.clone()).unwrap_or_default();
    let mut value = all.strip_suffix([',', ';', '.']).unwrap_or(all);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if !value.contains(open) {
            value = value.strip_suffix(close).unwrap_or(value);
        }
    }
    run.start..run.start + value.len()
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}
