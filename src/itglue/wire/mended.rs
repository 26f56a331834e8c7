//! A record without its unreadable fields.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::itglue::wire::Resource;

/// Where this field is unreadable, the value that shows the contact to fewer callers is taken.
const RESTRICTED: &str = "restricted";

/// The attributes by name, as they are written.
type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// Reads attributes without those that cannot be read, and logs their names.
pub(super) fn read<R: Resource>(id: u64, attributes: &str) -> Option<R::Attributes> {
    let fields: Fields<'_> = serde_json::from_str(attributes).ok()?;
    let mut unreadable = Vec::new();
    let mut kept = Vec::new();
    for (name, value) in fields {
        let value = value.get();
        if is_readable::<R>(&name, value) {
            kept.push(written(&name, value));
        } else if name == RESTRICTED {
            kept.push(written(&name, "true"));
            unreadable.push(name);
        } else if let Some(entries) = entries::<R>(&name, value, &mut unreadable) {
            kept.push(written(&name, &entries));
        } else {
            unreadable.push(name);
        }
    }
    let attributes = serde_json::from_str(&object(&kept)).ok()?;
    let fields = unreadable.join(", ");
    tracing::warn!(kind = R::PATH, id, fields, "fields of a record cannot be read and are left out");
    Some(attributes)
}

/// The readable part of a list of objects; adds the names of the unreadable fields.
fn entries<R: Resource>(name: &str, list: &str, unreadable: &mut Vec<String>) -> Option<String> {
    let entries: Vec<&RawValue> = serde_json::from_str(list).ok()?;
    let mut kept = Vec::new();
    let mut note = |field: String| {
        if !unreadable.contains(&field) {
            unreadable.push(field);
        }
    };
    for entry in entries {
        let entry = entry.get();
        if is_readable::<R>(name, &format!("[{entry}]")) {
            kept.push(entry.to_owned());
            continue;
        }
        let Ok(fields) = serde_json::from_str::<Fields<'_>>(entry) else {
            note(name.to_owned());
            continue;
        };
        let mut kept_fields = Vec::new();
        for (field, value) in fields {
            let field_alone = written(&field, value.get());
            if is_readable::<R>(name, &format!("[{{{field_alone}}}]")) {
                kept_fields.push(field_alone);
            } else {
                note(format!("{name}.{field}"));
            }
        }
        kept.push(object(&kept_fields));
    }
    let list = format!("[{}]", kept.join(","));
    is_readable::<R>(name, &list).then_some(list)
}

/// Whether a field can be read alone: no field needs another.
fn is_readable<R: Resource>(name: &str, value: &str) -> bool {
    serde_json::from_str::<R::Attributes>(&object(&[written(name, value)])).is_ok()
}

fn written(name: &str, value: &str) -> String {
    format!("{}:{value}", serde_json::Value::from(name))
}

fn object(fields: &[String]) -> String {
    format!("{{{}}}", fields.join(","))
}
