//! The wire format: pages of records, each read on its own so that a bad one harms no other.
//!
//! A field of an unexpected kind is left out of its record, and the log names it; a field that is missing, null, blank
//! or unknown is not worth a word. A record without an id or a required name is unreadable, and the known copy stays
//! in use.

mod addresses;
mod contact;
mod fields;
mod halves;
mod mended;
mod rows;
mod text;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::itglue::error::ItGlueError;

#[derive(Debug)]
pub struct RecordPage<R> {
    /// The readable records, by their ids.
    pub records: Vec<(u64, R)>,
    /// The unreadable ones: their ids, where these at least are readable.
    pub unreadable: Vec<Option<u64>>,
    /// The number of records in the whole list, where the service gives it.
    pub total: Option<usize>,
    /// Whether the service says that no page follows.
    pub is_last: bool,
}

/// A kind of record.
pub trait Resource: Sized {
    /// The list's path.
    const PATH: &'static str;

    /// The attributes on the wire.
    type Attributes: DeserializeOwned;

    /// Makes the record. `None` where a required field is missing.
    fn from_wire(id: u64, attributes: Self::Attributes) -> Option<Self>;
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    meta: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Meta {
    #[serde(default, deserialize_with = "fields::count")]
    total_count: Option<usize>,
    #[serde(default, deserialize_with = "fields::count")]
    total_pages: Option<usize>,
    #[serde(default, deserialize_with = "fields::count")]
    next_page: Option<usize>,
}

#[derive(Deserialize)]
struct RecordEnvelope<'a> {
    #[serde(deserialize_with = "fields::own_id")]
    id: u64,
    #[serde(borrow)]
    attributes: Option<&'a RawValue>,
}

impl<R: Resource> RecordPage<R> {
    pub fn read(body: &str) -> Result<Self, ItGlueError> {
        let body = halves::replaced(body);
        let document: Document<'_> = serde_json::from_str(&body)
            .map_err(|error| if error.is_eof() { ItGlueError::Truncated } else { ItGlueError::Malformed })?;
        let meta = document.meta.and_then(|meta| serde_json::from_str::<Meta>(meta.get()).ok());
        let mut page = Self {
            records: Vec::with_capacity(document.data.len()),
            unreadable: Vec::new(),
            total: meta.as_ref().and_then(|meta| meta.total_count),
            is_last: meta.is_some_and(|meta| meta.total_pages.is_some() && meta.next_page.is_none()),
        };
        for raw in document.data {
            match read_record(raw.get()) {
                Ok(record) => page.records.push(record),
                Err(id) => page.unreadable.push(id),
            }
        }
        Ok(page)
    }

    /// How many records the page has, readable or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len() + self.unreadable.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Reads one record, or at least its id.
fn read_record<R: Resource>(raw: &str) -> Result<(u64, R), Option<u64>> {
    let RecordEnvelope { id, attributes } = serde_json::from_str(raw).map_err(|_| None)?;
    attributes
        .map(RawValue::get)
        // Serde would accept an array, with the fields by position: without names, nothing is certain.
        .filter(|attributes| attributes.starts_with('{'))
        .and_then(|attributes| serde_json::from_str(attributes).ok().or_else(|| mended::read::<R>(id, attributes)))
        .and_then(|attributes| R::from_wire(id, attributes))
        .map(|record| (id, record))
        .ok_or(Some(id))
}
