//! What a document carries beside its records: the systems outside that they are linked to.

use serde_json::{Value, json};
use url::form_urlencoded;

use crate::records::Record;

/// The name by which `include` asks for them, with underscores.
const ADAPTERS: &str = "adapters_resources";

/// Their `type`, and their name among a record's relationships.
const KIND: &str = "adapters-resources";

/// Adds what the query's `include` asks for; names that no record has are ignored.
pub(super) fn add<'a, R: Record>(document: &mut Value, query: &str, records: impl IntoIterator<Item = &'a R>) {
    let asks = |value: &str| value.split(',').any(|name| name.replace('-', "_") == ADAPTERS);
    if !form_urlencoded::parse(query.as_bytes()).any(|(key, value)| key == "include" && asks(&value)) {
        return;
    }
    let mut included = Vec::new();
    for (place, record) in records.into_iter().enumerate() {
        let mut links = Vec::new();
        for (number, adapter) in record.adapters().into_iter().enumerate() {
            let id = format!("{}{number}", record.id());
            links.push(json!({ "id": id, "type": KIND }));
            included.push(json!({ "id": id, "type": KIND, "attributes": {
                "adapter-type-name": adapter.system,
                "remote-id": adapter.remote_id,
                "sync": adapter.sync,
                "orphaned": adapter.orphaned,
            } }));
        }
        let data = &mut document["data"];
        let item = if data.is_array() { data.get_mut(place) } else { Some(data) };
        // A record that a test has replaced may have any form.
        if let Some(Value::Object(relationships)) = item.and_then(|item| item.get_mut("relationships")) {
            relationships.insert(KIND.to_owned(), json!({ "data": links }));
        }
    }
    document["included"] = included.into();
}
