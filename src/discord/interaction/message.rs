//! What a message says, wherever in it that stands: alerts come as text, as embeds and as components.

use serde_json::Value;

/// The number of a text among the components; serenity's list ends before it.
const TEXT_DISPLAY: u8 = 10;

/// The text of a message, its parts on lines of their own; `None` where there is no message.
pub(super) fn text(message: &Value) -> Option<String> {
    let mut parts = Vec::new();
    collect(message.as_object().map(|_| message)?, &mut parts);
    for forwarded in list(&message["message_snapshots"]) {
        collect(&forwarded["message"], &mut parts);
    }
    Some(parts.join("\n"))
}

fn collect(message: &Value, parts: &mut Vec<String>) {
    let mut add = |text: &Value| parts.extend(text.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned));
    add(&message["content"]);
    for embed in list(&message["embeds"]) {
        add(&embed["author"]["name"]);
        add(&embed["title"]);
        add(&embed["description"]);
        for field in list(&embed["fields"]) {
            // A field is a label and its value, which belong on one line.
            if let (Some(name), Some(value)) = (field["name"].as_str(), field["value"].as_str()) {
                add(&format!("{}: {value}", name.trim().trim_end_matches(':')).into());
            }
        }
        add(&embed["footer"]["text"]);
    }
    texts(&message["components"], &mut add);
}

/// The texts among components, which stand inside one another no deeper than JSON is read.
fn texts(components: &Value, add: &mut impl FnMut(&Value)) {
    for component in list(components) {
        if component["type"] == TEXT_DISPLAY {
            add(&component["content"]);
        }
        texts(&component["components"], add);
    }
}

fn list(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_read_from_content_embeds_components_forwards() {
        let message = json!({
            "content": "@here",
            "embeds": [
                {
                    "author": { "name": "Monitoring" }, "title": "[FIRING:1] HostDown", "description": "unreachable",
                    "fields": [{ "name": "Customer:", "value": "Acme" }, { "name": "Host", "value": "ACME-DC01" }],
                    "footer": { "text": "rule 7" }, "url": "https://grafana.example/7",
                },
                { "description": "second" },
            ],
            "components": [
                { "type": 17, "components": [{ "type": 9, "components": [{ "type": 10, "content": "boxed" }] }] },
                { "type": 1, "components": [{ "type": 2, "label": "Silence" }] },
            ],
            "message_snapshots": [{ "message": { "content": "forwarded", "embeds": [{ "title": "alert" }] } }],
        });
        insta::assert_snapshot!(text(&message).unwrap(), @r"
        @here
        Monitoring
        [FIRING:1] HostDown
        unreachable
        Customer: Acme
        Host: ACME-DC01
        rule 7
        second
        boxed
        forwarded
        alert
        ");
    }

    #[test]
    fn a_message_without_text_is_empty_and_no_message_is_none() {
        for message in [json!({}), json!({ "content": " ", "embeds": [{}, 7], "components": {} })] {
            assert_eq!(text(&message).as_deref(), Some(""), "{message}");
        }
        for message in [json!(null), json!("text"), json!([1])] {
            assert_eq!(text(&message), None, "{message}");
        }
    }
}
