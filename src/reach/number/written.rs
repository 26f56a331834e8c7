//! A number taken apart as it is written: digits, letters that stand for digits, extension.

use crate::reach::number::kind;

/// Words and letters that an extension follows, in English, German, French and Spanish; lower case, without accents.
const EXTENSION: [&str; 16] = [
    "x",
    "xt",
    "ext",
    "extn",
    "extension",
    "dw",
    "durchwahl",
    "app",
    "apparat",
    "nst",
    "nebenstelle",
    "poste",
    "int",
    "interno",
    "interne",
    "anexo",
];

/// Words beside a number that say nothing about it.
const NEUTRAL: [&str; 12] =
    ["t", "tel", "tlf", "telephone", "telefon", "telefono", "phone", "ph", "number", "no", "nr", "nummer"];

/// The longest extension. Private exchanges rarely go beyond six digits; what is longer is a second number.
const LONGEST_EXTENSION: usize = 8;

/// A number taken apart.
pub(super) struct Written {
    /// Whether it begins with `+`.
    pub(super) plus: bool,
    /// Its digits; `None` where it has words that explain themselves as nothing but letters for digits.
    pub(super) digits: Option<String>,
    /// Its digits where letters stand for those on their keys, as in 0800-ACME; `None` where it has no letters.
    pub(super) keyed: Option<String>,
    /// The extension written behind it.
    pub(super) extension: Option<String>,
}

/// Takes a number apart; `None` for what is not written like one.
pub(super) fn read(value: &str) -> Option<Written> {
    // Makes full-width and other scripts' digits plain ones, dashes hyphens, and invisible characters vanish.
    let text = any_ascii::any_ascii(value).to_ascii_lowercase();
    let (mut plus, mut letters, mut unknown) = (false, false, false);
    let (mut digits, mut keyed) = (String::new(), String::new());
    let mut extension: Option<String> = None;
    for run in text.as_bytes().chunk_by(|one, next| class(*one) == class(*next)) {
        let run = std::str::from_utf8(run).unwrap_or_default();
        match class(run.bytes().next()?) {
            Class::Digit => match &mut extension {
                Some(extension) => extension.push_str(run),
                None => [&mut digits, &mut keyed].into_iter().for_each(|number| number.push_str(run)),
            },
            Class::Letter if EXTENSION.contains(&run) && !digits.is_empty() => begin(&mut extension)?,
            Class::Letter => {
                letters = true;
                unknown |= !NEUTRAL.contains(&run) && !kind::is_word(run);
                keyed.extend(run.bytes().filter_map(key));
            }
            Class::Mark => {
                for mark in run.chars() {
                    match mark {
                        '+' if digits.is_empty() && !plus => plus = true,
                        // The pause, the wait and the key that phones put between a number and what to dial then.
                        ',' | ';' | '#' if !digits.is_empty() => begin(&mut extension)?,
                        ' ' | '-' | '.' | '/' | '(' | ')' | '[' | ']' | '_' | '~' | ':' | '=' => {}
                        _ => return None,
                    }
                }
            }
        }
    }
    let extension = extension.filter(|extension| !extension.is_empty());
    if digits.is_empty() || extension.as_ref().is_some_and(|extension| extension.len() > LONGEST_EXTENSION) {
        return None;
    }
    Some(Written { plus, digits: (!unknown).then_some(digits), keyed: letters.then_some(keyed), extension })
}

/// The extension in a field of its own: its digits where it says nothing else ("x 123"), else the text; `None` if blank.
pub(super) fn extension(text: &str) -> Option<String> {
    let plain = any_ascii::any_ascii(text).to_ascii_lowercase();
    let mut parts = plain.split([' ', '.', ':', '#', '=']).filter(|part| !part.is_empty());
    let digits = plain.trim_start_matches(|letter: char| !letter.is_ascii_digit()).trim_end();
    let alone = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty();
    let marked = parts.all(|part| {
        let word = part.trim_end_matches(|letter: char| letter.is_ascii_digit());
        word.is_empty() || EXTENSION.contains(&word)
    });
    let text = if alone && marked { digits } else { text.trim() };
    (!text.is_empty()).then(|| text.to_owned())
}

/// Begins the extension; `None` where one has been read already: "x12 or x13" is no number to dial.
fn begin(extension: &mut Option<String>) -> Option<()> {
    extension.get_or_insert_default().is_empty().then_some(())
}

#[derive(PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Mark,
}

fn class(byte: u8) -> Class {
    match byte {
        b'0'..=b'9' => Class::Digit,
        b'a'..=b'z' => Class::Letter,
        _ => Class::Mark,
    }
}

/// The digit on whose key a lower-case letter is, by ITU-T E.161.
fn key(letter: u8) -> Option<char> {
    Some(match letter {
        b'a'..=b'c' => '2',
        b'd'..=b'f' => '3',
        b'g'..=b'i' => '4',
        b'j'..=b'l' => '5',
        b'm'..=b'o' => '6',
        b'p'..=b's' => '7',
        b't'..=b'v' => '8',
        b'w'..=b'z' => '9',
        _ => return None,
    })
}
