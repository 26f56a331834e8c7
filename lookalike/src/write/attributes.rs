//! The attributes of one resource in a body: their valid values, and the service's refusals.

use serde_json::{Map, Value};

use crate::answers::Answer;

/// The attributes of one resource, with dashes, however they were sent.
pub(super) type Attributes = Map<String, Value>;

pub(super) fn with_dashes(attributes: &Map<String, Value>) -> Attributes {
    attributes.iter().map(|(key, value)| (key.replace('_', "-"), value.clone())).collect()
}

/// An id, as a number or as a string.
pub(super) fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

pub(super) fn invalid(detail: &str, attribute: &str) -> Answer {
    Answer::error(422, "Unprocessable Entity", Some(detail), Some(&format!("/data/attributes/{attribute}")))
}

/// Refuses to change a record that the ticket system owns, except the attributes named.
pub(super) fn refuse_synced(attributes: &Attributes, free: &[&str]) -> Result<(), Answer> {
    if attributes.keys().all(|key| key == "id" || free.contains(&key.as_str())) {
        return Ok(());
    }
    Err(invalid("Cannot update a synced resource", "base"))
}

/// Sets a text if the attributes name it.
pub(super) fn set_text(field: &mut Option<String>, attributes: &Attributes, key: &str) -> Result<(), Answer> {
    match attributes.get(key) {
        None => {}
        Some(Value::Null) => *field = None,
        Some(Value::String(text)) => *field = Some(text.clone()).filter(|text| !text.is_empty()),
        Some(_) => return Err(invalid("is invalid", key)),
    }
    Ok(())
}

/// Sets a reference if the attributes name it and it exists.
pub(super) fn set_reference(
    field: &mut Option<u64>,
    attributes: &Attributes,
    key: &str,
    exists: impl Fn(u64) -> bool,
) -> Result<(), Answer> {
    match attributes.get(key) {
        None => {}
        Some(Value::Null) => *field = None,
        Some(value) => {
            *field = Some(number(value).filter(|&id| exists(id)).ok_or_else(|| invalid("must exist", key))?);
        }
    }
    Ok(())
}
