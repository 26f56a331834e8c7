//! A contact as a vCard, for the technician's own phone or mail program.
//!
//! Version 3.0 (RFC 2426), which phones and Outlook import most widely. Notes stay out: a file outlives the rules
//! about who may read them. The calling code decides whether a card may be handed out at all.

mod text;

use crate::domain::contact::Contact;
use crate::reach::number::{Kind, Number};

/// The longest line in octets, without its end (RFC 2426, 2.6).
const LONGEST_LINE: usize = 75;

/// The longest file name before its ending, which every file system accepts.
const LONGEST_FILE_NAME: usize = 60;

/// Writes a contact with its parsed numbers and the name of its organization.
pub fn vcard(contact: &Contact, organization: Option<&str>, numbers: &[Number]) -> String {
    let name = contact.display_name();
    // Programs that file contacts by N get the whole name where the record has no parts of it.
    let (family, given) = match (contact.last_name.as_deref(), contact.first_name.as_deref()) {
        (None, None) => ("", &*name),
        (family, given) => (family.unwrap_or_default(), given.unwrap_or_default()),
    };
    // N wants a suffix apart: "van der Berg, Jr.".
    let (family, suffix) =
        family.split_once(',').map_or((family, ""), |(family, suffix)| (family.trim(), suffix.trim()));
    let mut card = String::new();
    line(&mut card, "BEGIN:VCARD");
    line(&mut card, "VERSION:3.0");
    line(&mut card, &format!("N:{};{};;;{}", escape(family), escape(given), escape(suffix)));
    line(&mut card, &format!("FN:{}", escape(&name)));
    for (field, value) in [("ORG", organization), ("TITLE", contact.title.as_deref())] {
        if let Some(value) = value {
            line(&mut card, &format!("{field}:{}", escape(value)));
        }
    }
    let preferred = |primary| if primary { ";TYPE=PREF" } else { "" };
    for number in numbers.iter().filter(|number| !number.keyed.is_empty()) {
        let (types, dialled) = (types(number.kind), escape(&dialled(number)));
        line(&mut card, &format!("TEL{types}{}:{dialled}", preferred(number.primary)));
    }
    for email in &contact.emails {
        line(&mut card, &format!("EMAIL;TYPE=INTERNET{}:{}", preferred(email.primary), escape(&email.value)));
    }
    line(&mut card, "END:VCARD");
    card
}

pub fn file_name(contact: &Contact) -> String {
    let plain = any_ascii::any_ascii(&contact.display_name());
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = words.collect::<Vec<_>>().join("-");
    name.truncate(LONGEST_FILE_NAME);
    if name.is_empty() { "contact.vcf".to_owned() } else { format!("{name}.vcf") }
}

/// One kind per number: Outlook files a number that is also `VOICE` under "other" and drops the second such (MS-OXVCARD
/// 2.1.3.3.1).
fn types(kind: Kind) -> &'static str {
    match kind {
        Kind::Mobile => ";TYPE=CELL",
        Kind::Direct | Kind::Office => ";TYPE=WORK",
        Kind::Home => ";TYPE=HOME",
        Kind::Pager => ";TYPE=PAGER",
        // A fax by itself is imported as nothing.
        Kind::Fax => ";TYPE=WORK;TYPE=FAX",
        Kind::Landline | Kind::Other => ";TYPE=VOICE",
    }
}

/// The number as a phone dials it, digits and pauses only: a phone takes letters for the digits on their keys. The
/// extension follows a comma, the pause phones know: the number before it stays right even where the rest is not
/// dialled, while the digits of "x123" or ";ext=123" may be dialled with it. An extension that says more than digits
/// is left out.
fn dialled(number: &Number) -> String {
    let is_key = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '#' | '*');
    match &number.extension {
        Some(extension) if extension.chars().all(is_key) => format!("{},{extension}", number.keyed),
        _ => number.keyed.clone(),
    }
}

/// A value as text: vCard's own characters are escaped, line breaks and invisible characters left out.
fn escape(value: &str) -> String {
    ['\\', ';', ','].iter().fold(text::visible(value), |text, mark| text.replace(*mark, &format!("\\{mark}")))
}

/// Adds a line, folded between characters: a continued line begins with a space.
fn line(card: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            card.push_str("\r\n ");
            length = 1;
        }
        card.push(letter);
        length += letter.len_utf8();
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests;
