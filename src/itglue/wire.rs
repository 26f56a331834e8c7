//! The wire format: pages of records, each read on its own so that a bad one harms no other.
//!
//! A field of an unexpected kind is left out of its record, and the log names it; a field that is missing, null, blank
//! or unknown is not worth a word. A record without an id or a required name is unreadable, and the known copy stays
//! in use.

mod addresses;
mod contact;
pub mod fields;
mod halves;
pub mod record;
mod rows;
pub(super) mod text;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::itglue::error::{ItGlueError, Result};
use crate::itglue::wire::fields::Fields;

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

pub trait Resource: Sized {
    const PATH: &'static str;

    /// Makes the record of its attributes. `None` where a required field is missing.
    fn from_wire(id: u64, attributes: &mut Fields<'_>) -> Option<Self>;
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    meta: Option<&'a RawValue>,
}

impl<R: Resource> RecordPage<R> {
    pub fn read(body: &str) -> Result<Self> {
        let body = halves::replaced(body);
        let document: Document<'_> = serde_json::from_str(&body).map_err(broken)?;
        let mut meta = document.meta.and_then(|meta| Fields::read(meta.get()));
        let mut count = |name| meta.as_mut().and_then(|meta| usize::try_from(meta.id(name)?).ok());
        let mut page = Self {
            records: Vec::with_capacity(document.data.len()),
            unreadable: Vec::new(),
            total: count("total-count"),
            is_last: count("total-pages").is_some() && count("next-page").is_none(),
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
    pub fn len(&self) -> usize {
        self.records.len() + self.unreadable.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
fn broken(error: serde_json::Error) -> ItGlueError {
    if error.is_eof() { ItGlueError::Truncated } else { ItGlueError::Malformed }
}

fn read_record<R: Resource>(raw: &str) -> Result<(u64, R), Option<u64>> {
    let mut envelope = Fields::read(raw).ok_or(None)?;
    let id = envelope.id("id").ok_or(None)?;
    let mut attributes = envelope.object("attributes").ok_or(Some(id))?;
    let record = R::from_wire(id, &mut attributes);
    let fields = attributes.unreadable().join(", ");
    if !fields.is_empty() {
        tracing::warn!(kind = R::PATH, id, fields, "fields of a record cannot be read and are left out");
    }
    Ok((id, record.ok_or(Some(id))?))
}
