//! The bytes of the database's files.

use std::collections::BTreeSet;
use std::path::Path;

use aho_corasick::AhoCorasick;
use callsheet_core::directory::records::Records;
use serde::Serialize;
use serde_json::Value;

/// A shorter text may occur by chance.
const SHORTEST: usize = 5;

/// The shortest single name that still identifies a person.
const SHORTEST_PIECE: usize = 4;

/// Every text of these records except times.
pub fn texts(records: &Records) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    records.contacts.values().for_each(|record| collect(record, &mut texts));
    records.organizations.values().for_each(|record| collect(record, &mut texts));
    records.contact_types.values().for_each(|record| collect(record, &mut texts));
    records.locations.values().for_each(|record| collect(record, &mut texts));
    assert!(texts.len() > 20, "not much to look for: {texts:?}");
    texts
}

/// Parts of these contacts' texts that would identify them too: single names, local parts of addresses, and numbers in
/// other spellings.
pub fn pieces(records: &Records) -> BTreeSet<String> {
    let mut pieces = BTreeSet::new();
    for contact in records.contacts.values() {
        let name = contact.display_name();
        pieces.extend(name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned));
        pieces.extend(contact.emails.iter().filter_map(|email| email.value.split('@').next()).map(str::to_owned));
        for phone in &contact.phones {
            let digits: String = phone.value.chars().filter(char::is_ascii_digit).collect();
            let Some((rest, line)) = digits.split_at_checked(digits.len().saturating_sub(4)) else { continue };
            let Some((_, office)) = rest.split_at_checked(rest.len().saturating_sub(3)) else { continue };
            pieces.extend([
                digits.clone(),
                format!("{office}-{line}"),
                format!("{office} {line}"),
                format!("{office}{line}"),
            ]);
        }
    }
    pieces.retain(|piece| piece.chars().count() >= SHORTEST_PIECE);
    assert!(pieces.len() > 20, "not much to look for: {pieces:?}");
    pieces
}

fn collect(record: &impl Serialize, texts: &mut BTreeSet<String>) {
    let mut values = vec![serde_json::to_value(record).unwrap()];
    while let Some(value) = values.pop() {
        match value {
            Value::String(text) if text.len() >= SHORTEST => drop(texts.insert(text)),
            Value::Array(list) => values.extend(list),
            Value::Object(fields) => {
                values.extend(fields.into_iter().filter(|(name, _)| !name.ends_with("_at")).map(|(_, value)| value));
            }
            _ => {}
        }
    }
}

/// The content of all files of a database: itself, its log, its index, and files set aside.
pub fn content(database: &Path) -> Vec<u8> {
    let name = database.file_name().unwrap().to_str().unwrap();
    let files = database.parent().unwrap().read_dir().unwrap().map(|file| file.unwrap().path());
    let ours = files.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with(name));
    ours.flat_map(|file| std::fs::read(file).unwrap()).collect()
}

/// The texts that occur in the content.
pub fn found<'t>(texts: impl IntoIterator<Item = &'t String>, content: impl AsRef<[u8]>) -> BTreeSet<&'t str> {
    let texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
    let all = AhoCorasick::new(&texts).unwrap();
    all.find_overlapping_iter(content.as_ref()).map(|found| texts[found.pattern()]).collect()
}
