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
mod tests;
