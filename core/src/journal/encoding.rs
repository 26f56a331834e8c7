//! An entry as the line that is stored and hashed, and back.

use serde::Serialize;

use crate::journal::{Action, Entry};

#[derive(Serialize)]
struct Versioned<'a> {
    v: u8,
    #[serde(flatten)]
    entry: &'a Entry,
}

impl Entry {
    /// The line that is stored. `None` where it cannot be written, of which there is no case known.
    pub fn encode(&self) -> Option<String> {
        serde_json::to_string(&Versioned { v: self.version(), entry: self }).ok()
    }

    /// Reads a stored line. `None` where it is not one that [`Self::encode`] writes.
    pub fn decode(line: &[u8]) -> Option<Self> {
        let entry: Self = serde_json::from_slice(line).ok()?;
        // Another version, spaces, another order, keys unknown or given twice: nothing this program writes.
        (entry.encode()?.as_bytes() == line).then_some(entry)
    }

    /// The version of the format, as [`crate::journal`] describes it.
    fn version(&self) -> u8 {
        if !self.changed.is_empty() {
            return 5;
        }
        if self.reason.is_some() {
            return 4;
        }
        match self.action {
            Action::Terminal(_) | Action::Broken { .. } | Action::Keyed | Action::Unkeyed => 3,
            _ if self.organization_notes.is_empty() => 1,
            _ => 2,
        }
    }
}

/// Discord's ids do not fit into the numbers of many a program that reads JSON, so they are texts.
pub(super) mod as_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serializer, de};

    #[expect(clippy::ref_option, reason = "serde hands over the field as it is")]
    pub(in crate::journal) fn serialize<T: Display, S: Serializer>(
        id: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => serializer.collect_str(id),
            None => serializer.serialize_none(),
        }
    }

    pub(in crate::journal) fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        String::deserialize(deserializer)?.parse().map(Some).map_err(de::Error::custom)
    }
}
