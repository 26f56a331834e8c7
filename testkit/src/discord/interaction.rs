//! Interactions in Discord's own shape.

use serde_json::{Value, json};

use super::APPLICATION;

const COMMAND: u64 = 2;
const COMPONENT: u64 = 3;
const AUTOCOMPLETE: u64 = 4;
const MODAL_SUBMIT: u64 = 5;
const STRING: u64 = 3;
const USER: u64 = 6;
const BUTTON: u64 = 2;
const MENU: u64 = 3;

/// A slash command, from a guild or a direct message.
pub fn command(guild: Option<u64>, name: &str, options: &[(&str, &str)]) -> Value {
    interaction(COMMAND, guild, &json!({ "id": "1170", "name": name, "type": 1, "options": list(options, "") }))
}

/// A command used on a message that says `content`.
pub fn on_message(guild: u64, name: &str, content: &str) -> Value {
    let target = json!({
        "id": "1180", "channel_id": "1190", "type": 0, "content": content, "timestamp": "2026-01-02T03:04:05.678000+00:00",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "flags": 0, "components": [], "author": user(1_141, "alerts"),
    });
    let resolved = json!({ "messages": { "1180": target } });
    let data = json!({ "id": "1170", "name": name, "type": 3, "target_id": "1180", "resolved": resolved });
    interaction(COMMAND, Some(guild), &data)
}

/// A keystroke in the option `focused`.
pub fn autocomplete(guild: u64, name: &str, options: &[(&str, &str)], focused: &str) -> Value {
    let data = json!({ "id": "1170", "name": name, "type": 1, "options": list(options, focused) });
    interaction(AUTOCOMPLETE, Some(guild), &data)
}

/// A button, or with `values` a pick in a menu.
pub fn component(guild: u64, custom_id: &str, values: &[&str]) -> Value {
    let data = if values.is_empty() {
        json!({ "id": 2, "custom_id": custom_id, "component_type": BUTTON })
    } else {
        json!({ "id": 2, "custom_id": custom_id, "component_type": MENU, "values": values })
    };
    let mut interaction = interaction(COMPONENT, Some(guild), &data);
    interaction["message"] = json!({
        "id": "1180", "channel_id": "1190", "type": 20, "content": "", "timestamp": "2026-01-02T03:04:05.678000+00:00",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "flags": 64, "components": [], "application_id": APPLICATION.to_string(),
        "webhook_id": APPLICATION.to_string(), "author": user(APPLICATION, "Callsheet"),
        "interaction_metadata": {
            "id": "1160", "type": COMMAND, "user": user(1_140, "technician"), "authorizing_integration_owners": { "0": "1100" },
        },
    });
    interaction
}

/// A form that was filled in, each field with one value.
pub fn submit(guild: u64, custom_id: &str, given: &[(&str, &str)]) -> Value {
    let field = |(name, value): &(&str, &str)| json!({ "type": 18, "id": 1, "component": { "type": 3, "id": 2, "custom_id": name, "values": [value] } });
    let fields: Vec<Value> = given.iter().map(field).collect();
    interaction(MODAL_SUBMIT, Some(guild), &json!({ "custom_id": custom_id, "components": fields }))
}

fn list(options: &[(&str, &str)], focused: &str) -> Value {
    let option = |(name, value): &(&str, &str)| {
        let kind = if *name == "user" { USER } else { STRING };
        let mut option = json!({ "name": name, "type": kind, "value": value });
        if *name == focused {
            option["focused"] = true.into();
        }
        option
    };
    options.iter().map(option).collect()
}

fn interaction(kind: u64, guild: Option<u64>, data: &Value) -> Value {
    let mut interaction = json!({
        "application_id": APPLICATION.to_string(), "type": kind, "data": data, "version": 1, "locale": "en-US",
        "channel_id": "1190", "channel": { "id": "1190", "type": 1 },
        "app_permissions": "562949953601536", "entitlements": [], "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": {}, "context": 1,
    });
    let user = user(1_140, "technician");
    if let Some(guild) = guild {
        interaction["context"] = 0.into();
        interaction["guild_id"] = guild.to_string().into();
        interaction["guild_locale"] = "en-US".into();
        interaction["guild"] = json!({ "id": guild.to_string(), "locale": "en-US", "features": [] });
        interaction["authorizing_integration_owners"]["0"] = guild.to_string().into();
        interaction["channel"] = json!({
            "id": "1190", "type": 0, "guild_id": guild.to_string(), "name": "service-desk", "position": 1, "nsfw": false,
            "permissions": "562949953601536", "parent_id": null, "topic": null, "last_message_id": null, "flags": 0,
        });
        interaction["member"] = json!({
            "user": user, "nick": null, "avatar": null, "banner": null, "roles": ["1145"],
            "joined_at": "2025-01-02T03:04:05.678000+00:00", "premium_since": null, "deaf": false, "mute": false, "flags": 0,
            "pending": false, "permissions": "562949953601536", "communication_disabled_until": null,
        });
    } else {
        interaction["user"] = user;
    }
    interaction
}

fn user(id: u64, name: &str) -> Value {
    json!({
        "id": id.to_string(), "username": name, "discriminator": "0", "global_name": null, "avatar": null, "bot": id == APPLICATION,
        "public_flags": 0, "avatar_decoration_data": null, "clan": null, "primary_guild": null, "collectibles": null,
    })
}
