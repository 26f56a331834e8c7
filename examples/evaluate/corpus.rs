//! The contacts of a corpus file. Ids there may be any text; the index gets numbers.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::domain::organization::Organization;
use serde::Deserialize;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Contacts, organizations, and the file's own ids.
pub(crate) struct Corpus {
    pub(crate) contacts: Vec<Contact>,
    pub(crate) organizations: Vec<Organization>,
    ids: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Record {
    /// A text or a number.
    id: Value,
    organization_id: Option<Value>,
    organization_name: Option<Box<str>>,
    name: Option<Box<str>>,
    first_name: Option<Box<str>>,
    last_name: Option<Box<str>>,
    title: Option<Box<str>>,
    contact_emails: Option<Vec<Value>>,
    contact_phones: Option<Vec<Value>>,
}

impl Corpus {
    /// Reads a corpus file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let file = File::open(path).with_context(|| path.display().to_string())?;
        let mut corpus = Self { contacts: Vec::new(), organizations: Vec::new(), ids: Vec::new() };
        // The file's ids of organizations, in order of appearance.
        let mut organizations: HashMap<String, OrganizationId> = HashMap::new();
        for (number, line) in (0..).zip(BufReader::new(file).lines()) {
            let record: Record = serde_json::from_str(&line?)?;
            let of = record.organization_id.as_ref().filter(|id| !id.is_null()).map(written);
            let next = OrganizationId(u64::try_from(organizations.len())?);
            let of = of.map(|id| *organizations.entry(id).or_insert(next));
            if let (Some(id), Some(name)) = (of, &record.organization_name)
                && id == next
            {
                corpus.organizations.push(Organization::new(id, name));
            }
            corpus.ids.push(written(&record.id));
            corpus.contacts.push(contact(ContactId(number), of, record));
        }
        Ok(corpus)
    }

    /// The file's id of a contact.
    pub(crate) fn id(&self, id: ContactId) -> &str {
        usize::try_from(id.0).ok().and_then(|at| self.ids.get(at)).map_or("", String::as_str)
    }

    /// Whether a rule stands for a contact: a folded word of the name begins with the rule's prefix or, without one,
    /// equals what was typed.
    pub(crate) fn follows(&self, rule: Option<&Value>, typed: &str, id: ContactId) -> bool {
        let fold = |text: &str| -> String {
            text.to_lowercase().nfd().filter(|&letter| !is_combining_mark(letter) && letter != '\'').collect()
        };
        let contact = usize::try_from(id.0).ok().and_then(|at| self.contacts.get(at));
        let name = contact.map(|contact| fold(&contact.display_name())).unwrap_or_default();
        let mut words = name.split(|letter: char| !letter.is_alphanumeric());
        let text = |key: &str| rule.and_then(|rule| rule.get(key)).and_then(Value::as_str);
        match (text("first"), text("prefix")) {
            (Some(first), Some(prefix)) => {
                words.clone().any(|word| word == first) && words.any(|word| word.starts_with(prefix))
            }
            (None, Some(prefix)) => words.any(|word| word.starts_with(prefix)),
            (_, None) => words.any(|word| word == fold(typed)),
        }
    }
}

/// An id as text, from a text or a number.
fn written(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn contact(id: ContactId, organization: Option<OrganizationId>, record: Record) -> Contact {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(Box::from);
    let primary = |value: &Value| value.get("primary").and_then(Value::as_bool).unwrap_or(false);
    let emails = record.contact_emails.iter().flatten().filter_map(|email| {
        Some(Email { value: text(email, "value")?, primary: primary(email), label: text(email, "label-name") })
    });
    let phones = record.contact_phones.iter().flatten().filter_map(|phone| {
        Some(Phone {
            value: text(phone, "value")?,
            formatted: None,
            extension: text(phone, "extension"),
            primary: primary(phone),
            label: text(phone, "label-name"),
            fax: false,
        })
    });
    Contact {
        organization,
        organization_name: record.organization_name,
        emails: emails.collect(),
        phones: phones.collect(),
        name: record.name,
        first_name: record.first_name,
        last_name: record.last_name,
        title: record.title,
        ..Contact::new(id)
    }
}
