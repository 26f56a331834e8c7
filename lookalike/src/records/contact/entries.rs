//! The addresses and numbers of a contact, as the service sends and takes them.

use serde_json::{Map, Value, json};

use crate::account::{Email, Phone};
use crate::answers::Answer;
use crate::behaviour::Quirk;
use crate::records::formatted;
use crate::write::{Attributes, Quirks, invalid, with_dashes};

/// What is wrong with an entry, and with which of its keys.
type Wrong = (&'static str, &'static str);

pub(super) trait Entry: Sized + Clone {
    /// The attribute that holds the list.
    const ATTRIBUTE: &'static str;

    fn read(item: &Attributes) -> Result<Self, Wrong>;

    /// The keys that documents name.
    fn named(&self) -> Value;

    fn value(&self) -> &str;

    fn primary(&mut self) -> &mut bool;

    fn more(&self) -> &Map<String, Value>;

    fn more_mut(&mut self) -> &mut Map<String, Value>;

    /// Writes the list if the attributes name it: it takes the old one's place, or is added to it.
    fn set(list: &mut Vec<Self>, attributes: &Attributes, quirks: &Quirks) -> Result<(), Answer> {
        let Some(value) = attributes.get(Self::ATTRIBUTE) else { return Ok(()) };
        let items = value.as_array().ok_or_else(|| invalid("is invalid", Self::ATTRIBUTE))?;
        let entries: Vec<Self> = items.iter().enumerate().map(|item| sent(item, list)).collect::<Result<_, _>>()?;
        if quirks.contains(&Quirk::MergesEntries) {
            for entry in entries {
                match list.iter_mut().find(|old| old.value() == entry.value()) {
                    Some(old) => *old = entry,
                    None => list.push(entry),
                }
            }
        } else {
            *list = entries;
        }
        for (place, entry) in list.iter_mut().enumerate() {
            if quirks.contains(&Quirk::LosesPrimary) {
                *entry.primary() = false;
            }
            if quirks.contains(&Quirk::DoublesPrimary) {
                *entry.primary() = place < 2;
            }
        }
        Ok(())
    }
}

/// Entries with all their keys.
pub(super) fn shown<E: Entry>(entries: &[E]) -> Vec<Value> {
    let whole = |entry: &E| {
        let mut shown = entry.named();
        if let Value::Object(keys) = &mut shown {
            keys.extend(entry.more().clone());
        }
        shown
    };
    entries.iter().map(whole).collect()
}

/// Reads one entry. A key that no document names is kept if it comes back as the record has it; else it means nothing.
fn sent<E: Entry>((place, item): (usize, &Value), old: &[E]) -> Result<E, Answer> {
    let item = item.as_object().ok_or_else(|| invalid("is invalid", E::ATTRIBUTE))?;
    let refuse = |(detail, key)| invalid(detail, &format!("{}[{place}].{key}", E::ATTRIBUTE));
    let mut entry = E::read(&with_dashes(item)).map_err(refuse)?;
    let is_known = |(key, value): &(&String, &Value)| old.iter().any(|old| old.more().get(*key) == Some(value));
    *entry.more_mut() = item.iter().filter(is_known).map(|(key, value)| (key.clone(), value.clone())).collect();
    Ok(entry)
}

impl Entry for Email {
    const ATTRIBUTE: &'static str = "contact-emails";

    fn read(item: &Attributes) -> Result<Self, Wrong> {
        let value = item.get("value").and_then(Value::as_str).unwrap_or_default();
        let good = value.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@') && !value.contains(char::is_whitespace)
        });
        if !good {
            return Err(("must be a valid email address format", "value"));
        }
        Ok(Self { value: value.to_owned(), primary: is_primary(item), label: label(item)?, more: Map::new() })
    }

    fn named(&self) -> Value {
        json!({ "value": self.value, "primary": self.primary, "label-name": self.label })
    }

    fn value(&self) -> &str {
        &self.value
    }

    fn primary(&mut self) -> &mut bool {
        &mut self.primary
    }

    fn more(&self) -> &Map<String, Value> {
        &self.more
    }

    fn more_mut(&mut self) -> &mut Map<String, Value> {
        &mut self.more
    }
}

impl Entry for Phone {
    const ATTRIBUTE: &'static str = "contact-phones";

    /// Reads one number, reduced to its digits.
    fn read(item: &Attributes) -> Result<Self, Wrong> {
        let digits = |key: &str| {
            let text = item.get(key).and_then(Value::as_str).unwrap_or_default();
            Some(text.chars().filter(char::is_ascii_digit).collect::<String>()).filter(|digits| !digits.is_empty())
        };
        Ok(Self {
            value: digits("value").ok_or(("can't be blank", "value"))?,
            extension: digits("extension"),
            primary: is_primary(item),
            label: label(item)?,
            fax: item.get("label-type").and_then(Value::as_str) == Some("fax"),
            more: Map::new(),
        })
    }

    fn named(&self) -> Value {
        json!({
            "value": self.value,
            "extension": self.extension,
            "primary": self.primary,
            "label-name": self.label,
            "label-type": if self.fax { "fax" } else { "phone" },
            "formatted-value": formatted(&self.value),
        })
    }

    fn value(&self) -> &str {
        &self.value
    }

    fn primary(&mut self) -> &mut bool {
        &mut self.primary
    }

    fn more(&self) -> &Map<String, Value> {
        &self.more
    }

    fn more_mut(&mut self) -> &mut Map<String, Value> {
        &mut self.more
    }
}

fn is_primary(item: &Attributes) -> bool {
    item.get("primary").and_then(Value::as_bool).unwrap_or_default()
}

fn label(item: &Attributes) -> Result<String, Wrong> {
    let label = item.get("label-name").and_then(Value::as_str).filter(|label| !label.is_empty());
    label.map(str::to_owned).ok_or(("label_name is required", "label-name"))
}
