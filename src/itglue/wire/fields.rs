//! The fields of a JSON object as the service, its relatives and its older versions write them: a number may be a string,
//! a flag may be null, a text may be blank.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::itglue::wire::text;

/// The fields of an object. What is missing or null is nothing. So is a field of an unexpected kind, whose name is kept.
pub struct Fields<'a> {
    raw: BTreeMap<String, &'a RawValue>,
    unreadable: Vec<String>,
}

struct Unexpected;

impl<'a> Fields<'a> {
    /// Reads an object. `None` where the JSON is anything else.
    pub(super) fn read(json: &'a str) -> Option<Self> {
        Some(Self { raw: serde_json::from_str(json).ok()?, unreadable: Vec::new() })
    }

    /// The names of the fields of an unexpected kind, each once.
    pub(super) fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// A trimmed text; `None` where it is empty.
    pub(super) fn string(&mut self, name: &str) -> Option<Box<str>> {
        self.untrimmed(name).as_deref().and_then(text::filled)
    }

    /// A text as it is sent, for fields whose length matters.
    pub(super) fn untrimmed(&mut self, name: &str) -> Option<String> {
        self.get(name, None, |value| match value {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text)),
            Value::Number(number) => {
                Ok(number.as_u64().map(|whole| whole.to_string()).or(number.as_f64().map(|n| n.to_string())))
            }
            _ => Err(Unexpected),
        })
    }

    /// A text of one line, cleaned.
    pub(super) fn line(&mut self, name: &str) -> Option<Box<str>> {
        self.string(name).and_then(|text| text::line(&text))
    }

    /// The same for a text whose lines may be several things.
    pub(super) fn lines(&mut self, name: &str) -> Option<Box<str>> {
        self.string(name).and_then(|text| text::lines(&text))
    }

    pub(super) fn id(&mut self, name: &str) -> Option<u64> {
        self.get(name, None, |value| match &value {
            Value::Null => Ok(None),
            Value::Number(number) => number.as_u64().or_else(|| whole(number.as_f64()?)).map(Some).ok_or(Unexpected),
            Value::String(text) if text.trim().is_empty() => Ok(None),
            Value::String(text) => text.trim().parse().map(Some).map_err(|_| Unexpected),
            _ => Err(Unexpected),
        })
    }

    /// A flag; null means no.
    pub(super) fn flag(&mut self, name: &str, if_unreadable: bool) -> bool {
        self.get(name, if_unreadable, |value| {
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text,
                other => other.to_string(),
            };
            match text.trim() {
                "" | "false" | "0" => Ok(false),
                "true" | "1" => Ok(true),
                _ => Err(Unexpected),
            }
        })
    }

    /// A moment. An unreadable one is not worth a word.
    pub(super) fn moment(&mut self, name: &str) -> Option<Timestamp> {
        let text: String = serde_json::from_str(self.raw.get(name)?.get()).ok()?;
        text.trim().parse().ok()
    }

    pub(super) fn object(&self, name: &str) -> Option<Fields<'a>> {
        Fields::read(self.raw.get(name)?.get())
    }

    /// What `read` makes of each object in a list.
    pub(super) fn list<T>(&mut self, name: &str, read: impl Fn(&mut Fields<'_>) -> T) -> Vec<T> {
        let Some(list) = self.raw.get(name) else { return Vec::new() };
        let Ok(list) = serde_json::from_str::<Option<Vec<Option<&RawValue>>>>(list.get()) else {
            self.note(name.to_owned());
            return Vec::new();
        };
        let mut items = Vec::new();
        for entry in list.into_iter().flatten().flatten() {
            let Some(mut fields) = Fields::read(entry.get()) else {
                self.note(name.to_owned());
                continue;
            };
            items.push(read(&mut fields));
            fields.unreadable.iter().for_each(|field| self.note(format!("{name}.{field}")));
        }
        items
    }

    /// The objects of a list with all their keys. A missing list counts as unreadable: written anew, it would lose them.
    pub(super) fn objects(&mut self, name: &str) -> Vec<Map<String, Value>> {
        let list = self.raw.get(name).and_then(|raw| serde_json::from_str::<Option<Vec<_>>>(raw.get()).ok());
        list.unwrap_or_else(|| {
            self.note(name.to_owned());
            None
        })
        .unwrap_or_default()
    }

    fn get<T: Default>(&mut self, name: &str, if_unreadable: T, read: impl Fn(Value) -> Result<T, Unexpected>) -> T {
        let Some(raw) = self.raw.get(name) else { return T::default() };
        let value = serde_json::from_str(raw.get()).map_err(|_| Unexpected).and_then(read);
        value.unwrap_or_else(|Unexpected| {
            self.note(name.to_owned());
            if_unreadable
        })
    }

    fn note(&mut self, name: String) {
        if !self.unreadable.contains(&name) {
            self.unreadable.push(name);
        }
    }
}

/// A whole number written with a decimal point: "1.0".
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are checked")]
fn whole(number: f64) -> Option<u64> {
    // Beyond this, a float stands for several whole numbers.
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    ((0.0..=LARGEST).contains(&number) && number.fract() == 0.0).then_some(number as u64)
}
