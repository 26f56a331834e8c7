//! Creating, changing and deleting: the form of a body, and the service's refusals.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::account::Account;
use crate::answers::Answer;
use crate::behaviour::Quirk;
use crate::query::resource;
use crate::records::Record;

/// An answer, or a refusal.
pub(super) type Outcome = Result<Answer, Answer>;

pub(super) type Quirks = BTreeSet<Quirk>;

pub(super) trait Writable: Record + Clone {
    fn all_mut(account: &mut Account) -> &mut BTreeMap<u64, Self>;

    /// A new record, for the attributes to be applied to.
    fn new(account: &mut Account, organization: Option<u64>, attributes: &Attributes) -> Result<Self, Answer>;

    /// Changes what the attributes name and the time of the last change, and nothing else.
    fn apply(&mut self, attributes: &Attributes, account: &Account, quirks: &Quirks) -> Result<(), Answer>;

    fn remove(&self, account: &mut Account) {
        Self::all_mut(account).remove(&self.id());
    }
}

/// Creates one record, or several from an array, and returns their ids as well.
pub(super) fn create<R: Writable>(
    account: &mut Account,
    quirks: &Quirks,
    body: &Value,
    organization: Option<u64>,
) -> Result<(Answer, Vec<u64>), Answer> {
    let made: Vec<R> = each(account, body, |account, _, attributes| {
        let mut record = R::new(account, organization, attributes)?;
        record.apply(attributes, account, quirks)?;
        Ok(record)
    })?;
    let ids = made.iter().map(R::id).collect();
    Ok((keep(account, body, 201, made), ids))
}

/// Changes the record of the path, or those whose ids are in the body.
pub(super) fn update<R: Writable>(
    account: &mut Account,
    quirks: &Quirks,
    body: &Value,
    id: Option<u64>,
    organization: Option<u64>,
) -> Outcome {
    let changed = each(account, body, |account, item, attributes| {
        let before = find::<R>(account, id.or_else(|| id_of(item, attributes)), organization)?;
        let mut record = before.clone();
        record.apply(attributes, account, quirks)?;
        Ok(if quirks.contains(&Quirk::IgnoresChanges) { before.clone() } else { record })
    })?;
    Ok(keep(account, body, 200, changed))
}

/// Deletes the records whose ids are in the body, and answers with their last state.
pub(super) fn delete<R: Writable>(account: &mut Account, body: &Value, organization: Option<u64>) -> Outcome {
    let found: Vec<R> = items(body)
        .iter()
        .map(|item| {
            let attributes = item["attributes"].as_object().map(with_dashes).unwrap_or_default();
            find(account, id_of(item, &attributes), organization).cloned()
        })
        .collect::<Result<_, _>>()?;
    if found.is_empty() {
        return Err(bad_request());
    }
    let gone: Vec<Value> = found.iter().map(|record| resource(record, account)).collect();
    for record in found {
        record.remove(account);
    }
    Ok(Answer::json(200, &json!({ "data": gone })))
}

/// Makes a record of each resource in the body, which has to have one at least.
fn each<R>(
    account: &mut Account,
    body: &Value,
    mut make: impl FnMut(&mut Account, &Value, &Attributes) -> Result<R, Answer>,
) -> Result<Vec<R>, Answer> {
    let records: Vec<R> = items(body)
        .iter()
        .map(|item| {
            let attributes = item["attributes"].as_object().map(with_dashes).ok_or_else(bad_request)?;
            make(account, item, &attributes)
        })
        .collect::<Result<_, _>>()?;
    if records.is_empty() { Err(bad_request()) } else { Ok(records) }
}

/// Keeps records of which all are valid, and answers with them.
fn keep<R: Writable>(account: &mut Account, body: &Value, status: u16, records: Vec<R>) -> Answer {
    let mut data = Vec::new();
    for record in records {
        R::all_mut(account).insert(record.id(), record.clone());
        data.push(resource(&record, account));
    }
    let data = if body["data"].is_array() { data.into() } else { data.swap_remove(0) };
    Answer::json(status, &json!({ "data": data }))
}

/// The resources of a body: `data` may be one or an array.
fn items(body: &Value) -> &[Value] {
    match &body["data"] {
        Value::Array(items) => items,
        Value::Object(_) => std::slice::from_ref(&body["data"]),
        _ => &[],
    }
}

/// The id of a resource in the body: most bulk calls carry it inside the attributes.
fn id_of(item: &Value, attributes: &Attributes) -> Option<u64> {
    attributes.get("id").and_then(number).or_else(|| number(&item["id"]))
}

/// The record with this id, within the organization of the path if there is one.
pub(super) fn find<R: Record>(account: &Account, id: Option<u64>, organization: Option<u64>) -> Result<&R, Answer> {
    let record = id.and_then(|id| R::all(account).get(&id));
    record
        .filter(|record| organization.is_none() || record.organization() == organization)
        .ok_or_else(Answer::not_found)
}

fn bad_request() -> Answer {
    Answer::error(400, "Bad Request", Some("The body is no JSON:API document"), None)
}

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
