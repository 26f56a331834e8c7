//! The rules for messages and modals that Discord documents and its schema misses.

use serde_json::Value;
use url::Url;

use super::{check_unique, is_blank, items, length};

const EPHEMERAL: u64 = 1 << 6;
const IS_COMPONENTS_V2: u64 = 1 << 15;

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_DISPLAY: u64 = 10;

/// Checks a new message.
pub(super) fn check_new(data: &Value) -> Result<(), String> {
    let has_more = ["attachments", "poll"].iter().any(|part| !data[part].is_null());
    if is_empty(data) && !has_more {
        return Err("an empty message".to_owned());
    }
    check(data)
}

/// Checks a change to a message: omitted parts stay as they are.
pub(super) fn check_edit(data: &Value) -> Result<(), String> {
    let replaces_all = ["content", "embeds"].iter().all(|part| data.get(part).is_some());
    if replaces_all && is_empty(data) {
        return Err("the message is emptied".to_owned());
    }
    check(data)
}

/// Checks the data of a deferred response, which may only say whether it will be ephemeral.
pub(super) fn check_deferred(data: &Value) -> Result<(), String> {
    let only_flags = data.as_object().is_none_or(|data| data.keys().all(|key| key == "flags"));
    if !only_flags || data["flags"].as_u64().unwrap_or(0) & !EPHEMERAL != 0 {
        return Err("a deferred response carries more than the ephemeral flag".to_owned());
    }
    Ok(())
}

pub(super) fn check_modal(data: &Value) -> Result<(), String> {
    if items(&data["components"]).count() > 5 {
        return Err("a modal with more than 5 components".to_owned());
    }
    check_unique("custom_id", flatten(&data["components"]).into_iter().filter_map(|part| part["custom_id"].as_str()))
}

fn is_empty(data: &Value) -> bool {
    let has_parts = is_v2(data) && items(&data["components"]).count() > 0;
    is_blank(&data["content"]) && items(&data["embeds"]).count() == 0 && !has_parts
}

fn is_v2(data: &Value) -> bool {
    data["flags"].as_u64().unwrap_or(0) & IS_COMPONENTS_V2 != 0
}

fn check(data: &Value) -> Result<(), String> {
    check_embeds(&data["embeds"])?;
    let parts = flatten(&data["components"]);
    check_unique("custom_id", parts.iter().filter_map(|part| part["custom_id"].as_str()))?;
    if is_v2(data) {
        if ["content", "embeds", "poll", "stickers"].iter().any(|part| !data[part].is_null()) {
            return Err("components V2 beside content or embeds".to_owned());
        }
        if parts.len() > 40 {
            return Err("more than 40 components".to_owned());
        }
        let texts = parts.iter().filter(|part| part["type"] == TEXT_DISPLAY);
        if texts.map(|part| length(&part["content"])).sum::<usize>() > 4000 {
            return Err("more than 4000 characters of text".to_owned());
        }
    } else {
        if items(&data["components"]).any(|row| row["type"] != ACTION_ROW) {
            return Err("components V2 without the flag".to_owned());
        }
        if items(&data["components"]).count() > 5 {
            return Err("more than 5 rows of components".to_owned());
        }
    }
    parts.iter().try_for_each(|part| check_component(part))
}

fn check_embeds(embeds: &Value) -> Result<(), String> {
    let mut total = 0;
    for embed in items(embeds) {
        let has_text = ["title", "description"].iter().any(|part| !is_blank(&embed[part]))
            || !is_blank(&embed["footer"]["text"])
            || !is_blank(&embed["author"]["name"]);
        let has_more = ["image", "thumbnail", "video"].iter().any(|part| !embed[part].is_null())
            || items(&embed["fields"]).count() > 0;
        if !has_text && !has_more {
            return Err("an empty embed".to_owned());
        }
        for field in items(&embed["fields"]) {
            if is_blank(&field["name"]) || is_blank(&field["value"]) {
                return Err("an embed field without a name or a value".to_owned());
            }
            total += length(&field["name"]) + length(&field["value"]);
        }
        total += length(&embed["title"])
            + length(&embed["description"])
            + length(&embed["footer"]["text"])
            + length(&embed["author"]["name"]);
        check_link(&embed["url"], &["http", "https"])?;
        check_link(&embed["author"]["url"], &["http", "https"])?;
        for picture in [&embed["image"]["url"], &embed["thumbnail"]["url"], &embed["footer"]["icon_url"]] {
            check_link(picture, &["http", "https", "attachment"])?;
        }
    }
    if total > 6000 { Err(format!("{total} characters in all embeds, 6000 are allowed")) } else { Ok(()) }
}

fn check_component(part: &Value) -> Result<(), String> {
    match part["type"].as_u64() {
        Some(ACTION_ROW) => {
            let inside = || items(&part["components"]);
            if inside().any(|child| child["type"] != BUTTON) && inside().count() > 1 {
                return Err("a menu shares its row".to_owned());
            }
            Ok(())
        }
        Some(BUTTON) => check_button(part),
        Some(STRING_SELECT) => {
            let options = items(&part["options"]).count() as u64;
            let least = part["min_values"].as_u64().unwrap_or(1);
            let most = part["max_values"].as_u64().unwrap_or(1);
            if least > most || most > options {
                return Err("a menu asks for more choices than it has".to_owned());
            }
            if items(&part["options"]).any(|option| is_blank(&option["label"])) {
                return Err("a menu option without a label".to_owned());
            }
            check_unique("a menu option's value", items(&part["options"]).filter_map(|option| option["value"].as_str()))
        }
        _ => Ok(()),
    }
}

fn check_button(button: &Value) -> Result<(), String> {
    let (id, url, sku) = (&button["custom_id"], &button["url"], &button["sku_id"]);
    let fits = match button["style"].as_u64() {
        Some(5) => !url.is_null() && id.is_null() && sku.is_null(),
        Some(6) => !sku.is_null() && id.is_null() && url.is_null(),
        _ => !id.is_null() && url.is_null() && sku.is_null(),
    };
    if !fits {
        return Err("a button needs exactly what its style acts on: custom_id, url or sku_id".to_owned());
    }
    if button["style"] != 6 && is_blank(&button["label"]) && button["emoji"].is_null() {
        return Err("a button without a label or an emoji".to_owned());
    }
    check_link(url, &["http", "https", "discord"])
}

fn check_link(link: &Value, schemes: &[&str]) -> Result<(), String> {
    let Some(link) = link.as_str() else { return Ok(()) };
    match Url::parse(link) {
        Ok(url) if schemes.contains(&url.scheme()) => Ok(()),
        _ => Err(format!("not a link that Discord accepts: {link}")),
    }
}

/// A component tree as a flat list.
fn flatten(components: &Value) -> Vec<&Value> {
    let mut flat = Vec::new();
    for part in items(components) {
        flat.push(part);
        flat.extend(flatten(&part["components"]));
        flat.extend(["accessory", "component"].iter().map(|inside| &part[inside]).filter(|inside| !inside.is_null()));
    }
    flat
}
