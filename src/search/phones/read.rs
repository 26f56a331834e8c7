//! Phone numbers as people and programs write them.

use any_ascii::any_ascii;

use crate::search::phones::{FEWEST, LOCAL, Typed};

/// Words and marks that an extension follows, in English, German, French and Spanish.
const EXTENSION: [&str; 9] = ["x", "ext", "extn", "extension", "dw", "durchwahl", "poste", "interno", "anexo"];

/// Words beside a number that say nothing about whose it is.
const NEUTRAL: [&str; 11] =
    ["tel", "telefon", "telephone", "telefono", "phone", "mobile", "mobil", "cell", "fax", "call", "from"];

/// A number taken apart.
#[derive(Default)]
struct Written {
    digits: String,
    extension: Option<String>,
}

/// Reads a text as a phone number: nothing but digits and what people put between and beside them, perhaps with an
/// extension.
#[must_use]
pub fn typed(text: &str) -> Option<Typed> {
    let Written { digits, extension } = read(text)?;
    let digits = significant(&digits);
    let extension = extension.and_then(|digits| digits.parse().ok());
    let enough = digits.len() >= FEWEST || (digits.is_empty() && extension.is_some());
    enough.then_some(Typed { digits, extension })
}

/// The digits and the extension of a stored number. The extension has a field of its own, but may stand in the number's.
pub(super) fn stored(value: &str, extension: Option<&str>) -> (Vec<u8>, Option<u32>) {
    // What is not written like a number, such as one with a remark, still has the digits people know it by.
    let all = || Written { digits: value.to_owned(), extension: None };
    let written = read(value).unwrap_or_else(all);
    let in_field = extension.map(|text| text.chars().filter(char::is_ascii_digit).collect::<String>());
    let in_field = in_field.filter(|digits| !digits.is_empty()).or(written.extension);
    (significant(&written.digits), in_field.and_then(|digits| digits.parse().ok()))
}

/// Takes a number apart; `None` for what is not written like one.
fn read(text: &str) -> Option<Written> {
    // Makes full-width and other scripts' digits plain ones and dashes hyphens; what is invisible vanishes.
    let text = any_ascii(text).to_ascii_lowercase().replace("(0)", "");
    let mut written = Written::default();
    for run in text.as_bytes().chunk_by(|one, next| class(*one) == class(*next)) {
        let run = std::str::from_utf8(run).unwrap_or_default();
        match run.bytes().next().map(class)? {
            Class::Digit => match &mut written.extension {
                Some(extension) => extension.push_str(run),
                None => written.digits.push_str(run),
            },
            Class::Letter if EXTENSION.contains(&run) => written.begin_extension(),
            Class::Letter if NEUTRAL.contains(&run) => {}
            // The pause and the keys that phones put between a number and what to dial then.
            Class::Mark if run.contains([';', '#']) || run.contains(",,") => written.begin_extension(),
            Class::Mark if run.chars().all(|mark| " +-().,/:=<>[]_~".contains(mark)) => {}
            Class::Letter | Class::Mark => return None,
        }
    }
    Some(written)
}

impl Written {
    fn begin_extension(&mut self) {
        self.extension.get_or_insert_default();
    }
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

/// The digits of a number without the zeros that are dialled before a whole one.
fn significant(text: &str) -> Vec<u8> {
    let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    while digits.len() > LOCAL && digits.first() == Some(&0) {
        digits.remove(0);
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_number_is_read_as_one() {
        for (text, digits, extension) in [
            ("(415) 555-0123 x12", "4155550123", Some(12)),
            ("+1 415.555.0123 ext. 12", "14155550123", Some(12)),
            ("415/555-0123 Extension 12", "4155550123", Some(12)),
            ("tel:+1-415-555-0123;ext=12", "14155550123", Some(12)),
            ("4155550123,,12#", "4155550123", Some(12)),
            ("Tel.: 0041 44 555 01 23 DW 12", "41445550123", Some(12)),
            ("call from <+14155550123>", "14155550123", None),
            ("\u{202d}+1 (415) 555\u{2011}0123\u{202c}", "14155550123", None),
            ("４１５ ５５５ ０１２３", "4155550123", None),
            ("+44 (0)20 7946 0018", "442079460018", None),
            ("0123", "0123", None),
            ("9123", "9123", None),
            ("x204", "", Some(204)),
        ] {
            let typed = typed(text).unwrap();
            let read: String = typed.digits.iter().map(u8::to_string).collect();
            assert_eq!((read.as_str(), typed.extension), (digits, extension), "{text}");
        }
        for text in
            ["123", "jane 9123", "max", "x", "ext", "", "+", "4155550123 or so", "jane@acme.example", "山田 1234"]
        {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_the_stored_one_however_either_is_written() {
        for (text, stored) in [
            ("+1 (415) 555-0156 x12", "4155550156"),
            ("415.555.0156", "14155550156"),
            ("4155550156", "+1 415 555 0156"),
            ("0041 44 555 01 56", "+41445550156"),
            ("0041 44 555 01 56", "0445550156"),
            ("044 555 01 56", "+41 44 555 01 56"),
            ("044 555 01 56", "0041445550156"),
            ("+41 (0)44 555 01 56", "0445550156"),
            ("+41 044 555 01 56", "41445550156"),
            ("+41 44 555 01 56", "+41 (0)44 555 01 56"),
            ("+41 44 555 01 56", "410445550156"),
            ("011 44 20 7946 0156", "+442079460156"),
            ("011 44 20 7946 0156", "02079460156"),
            ("+44 20 7946 0156", "011442079460156"),
            ("0114 496 0156", "+441144960156"),
            ("+39 06 5550156", "065550156"),
            ("+353 20 911 0156", "0209110156"),
            ("415 555 0156", "415-555-0156 x9"),
            ("5550156", "5550156"),
        ] {
            assert!(typed(text).unwrap().is(stored), "{text}: {stored}");
        }
        for (text, stored) in [
            ("+1 415 555 0156", "4155550157"),
            ("+44 20 7946 0156", "+1 207 946 0156"),
            ("0156", "4155550156"),
            ("415 555 0156 x4", ""),
            ("x4", "4"),
        ] {
            assert!(!typed(text).unwrap().is(stored), "{text}: {stored}");
        }
    }
}
