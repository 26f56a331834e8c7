//! Registers the bot's commands in each guild.
//!
//! Discord keeps them, so they are sent only when something differs: Discord limits new commands per day, and a
//! technician with the menu open loses it when they are replaced.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use serde_json::Value;
use tokio::time::sleep;

use crate::discord::api::Api;
use crate::discord::api::error::ApiError;
use crate::discord::pace::{Backoff, jittered};
use crate::store::Store;
use crate::store::error::StoreError;

/// The fields that change how a command or an option looks or who may use it. A field that was not sent must have its
/// default; fields that Discord adds later do not matter.
const SHOWN: [&str; 14] = [
    "description",
    "name_localizations",
    "description_localizations",
    "default_member_permissions",
    "nsfw",
    "options",
    "required",
    "autocomplete",
    "choices",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
];

/// Discord keeps these for global commands only, and returns null for a guild's.
const ONLY_GLOBAL: [&str; 3] = ["contexts", "integration_types", "dm_permission"];

#[derive(Debug, thiserror::Error)]
enum RegistrationError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Registers the commands in every guild. A guild that fails is tried again, with growing pauses, until it succeeds; the
/// others do not wait for it.
///
/// A stand-in for Discord may not name the `application` on the gateway; then the API is asked for it.
pub async fn register(
    api: &Api,
    store: &Store,
    application: Option<u64>,
    guilds: &BTreeSet<u64>,
    manifests: &[Value],
    backoff: Backoff,
) {
    let application = match application {
        Some(application) => application,
        None => ask_for_application(api, backoff).await,
    };
    let mut missing = guilds.clone();
    let mut failures = 0;
    loop {
        let mut at_least = Duration::ZERO;
        let mut failed = BTreeSet::new();
        for guild in missing {
            match register_one(api, store, application, guild, manifests).await {
                Ok(true) => tracing::info!(guild, "registered the commands"),
                Ok(false) => tracing::debug!(guild, "the commands are as they should be"),
                Err(error) => {
                    tracing::warn!(guild, %error, fix = fix(&error), "cannot register the commands; trying again later");
                    if let RegistrationError::Api(error) = error {
                        at_least = at_least.max(error.retry_after().unwrap_or_default());
                    }
                    failed.insert(guild);
                }
            }
        }
        if failed.is_empty() {
            return;
        }
        missing = failed;
        failures += 1;
        sleep(jittered(backoff.after(failures)).max(at_least)).await;
    }
}

async fn ask_for_application(api: &Api, backoff: Backoff) -> u64 {
    let mut failures = 0;
    loop {
        let error = match api.application().await {
            Ok(application) => return application,
            Err(error) => error,
        };
        tracing::warn!(%error, "cannot ask which application the bot is; the commands are registered later");
        failures += 1;
        sleep(jittered(backoff.after(failures)).max(error.retry_after().unwrap_or_default())).await;
    }
}

/// Registers the commands in a guild, and returns whether that was necessary.
///
/// It is not if the hash of what was sent last shows no change here, and Discord's list shows none there. If Discord's
/// list cannot be read, sending the same commands again does no harm, and shows the guild's fault.
async fn register_one(
    api: &Api,
    store: &Store,
    application: u64,
    guild: u64,
    manifests: &[Value],
) -> Result<bool, RegistrationError> {
    let hash = hash(manifests);
    if store.registration(guild).await?.as_ref() == Some(&hash)
        && api.commands(application, guild).await.is_ok_and(|found| is_registered(manifests, &found))
    {
        return Ok(false);
    }
    api.set_commands(application, guild, manifests).await?;
    store.set_registration(guild, &hash).await?;
    Ok(true)
}

/// What the operator can do about an error.
fn fix(error: &RegistrationError) -> &'static str {
    match error {
        RegistrationError::Api(ApiError::Forbidden { .. }) => {
            "invite the bot to this server with the scopes `bot` and `applications.commands`"
        }
        RegistrationError::Api(ApiError::NotFound { .. }) => "check this ID in DISCORD_GUILD_IDS",
        RegistrationError::Api(ApiError::CreateLimit) => "wait: Discord's limit resets within 24 hours",
        RegistrationError::Store(_) => "check that the database can be written",
        RegistrationError::Api(_) => "wait, unless it stays like this",
    }
}

/// A hash of the manifests. Another version of the standard library may compute another one, and then the commands are
/// sent once more than necessary.
fn hash(manifests: &[Value]) -> String {
    let mut hasher = DefaultHasher::new();
    for manifest in manifests {
        manifest.to_string().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Whether Discord has exactly these commands.
fn is_registered(manifests: &[Value], found: &[Value]) -> bool {
    let has = |sent: &Value| {
        let named_alike = |found: &&Value| found["name"] == sent["name"] && kind(found) == kind(sent);
        found.iter().find(named_alike).is_some_and(|found| holds(found, sent))
    };
    manifests.len() == found.len() && manifests.iter().all(has)
}

/// A command's type, which may be left out for a chat command.
fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// Whether Discord has a command, option or choice as it was sent.
fn holds(found: &Value, sent: &Value) -> bool {
    let Value::Object(fields) = sent else { return found == sent };
    let sent_ones = fields.iter().filter(|(key, _)| !ONLY_GLOBAL.contains(&key.as_str()));
    let others = SHOWN.iter().filter(|key| !fields.contains_key(**key));
    sent_ones.into_iter().all(|(key, sent)| is_same(&found[key], sent))
        && others.into_iter().all(|key| is_default(&found[*key]))
}

fn is_same(found: &Value, sent: &Value) -> bool {
    match (found, sent) {
        // Discord leaves out defaults.
        (Value::Null, _) => is_default(sent),
        (Value::Array(found), Value::Array(sent)) => {
            found.len() == sent.len() && found.iter().zip(sent).all(|(found, sent)| holds(found, sent))
        }
        _ => found == sent,
    }
}

/// Whether a value means the same as its absence, such as the empty description of a command on a message.
fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn manifest() -> Value {
        json!({
            "name": "contact", "description": "Find", "contexts": [0], "default_member_permissions": null,
            "name_localizations": { "de": "kontakt" },
            "options": [{ "type": 3, "name": "name", "description": "Who", "required": true, "autocomplete": false, "choices": [] }],
        })
    }

    /// The manifest as Discord returns it.
    fn registered() -> Value {
        json!({
            "id": "1", "application_id": "2", "guild_id": "3", "version": "4", "type": 1, "nsfw": false, "contexts": null,
            "name": "contact", "description": "Find", "default_member_permissions": null,
            "name_localizations": { "de": "kontakt" }, "description_localizations": null,
            "options": [{ "type": 3, "name": "name", "name_localizations": null, "description": "Who", "required": true }],
        })
    }

    #[test]
    fn discords_additions_and_omissions_make_no_difference() {
        assert!(is_registered(&[manifest()], &[registered()]));
        let mut later = registered();
        later["something_new"] = json!(1);
        assert!(is_registered(&[manifest()], &[later]));
    }

    #[test]
    fn a_command_on_a_message_comes_back_with_an_empty_description() {
        let sent = [json!({ "name": "Who do I call?", "type": 3, "contexts": [0], "integration_types": [0] })];
        let mut found = sent.clone();
        found[0]["description"] = "".into();
        found[0]["nsfw"] = false.into();
        assert!(is_registered(&sent, &found));
        found[0]["type"] = 2.into();
        assert!(!is_registered(&sent, &found));
    }

    #[test]
    fn any_change_makes_a_difference() {
        let changed = |pointer: &str, value: Value| {
            let mut registered = registered();
            *registered.pointer_mut(pointer).unwrap() = value;
            registered
        };
        assert!(!is_registered(&[manifest()], &[]));
        assert!(!is_registered(&[manifest()], &[registered(), changed("/name", json!("old"))]));
        assert!(!is_registered(&[manifest()], &[changed("/name", json!("old"))]));
        assert!(!is_registered(&[manifest()], &[changed("/type", json!(2))]));
        assert!(!is_registered(&[manifest()], &[changed("/description", json!("Look up"))]));
        assert!(!is_registered(&[manifest()], &[changed("/default_member_permissions", json!("0"))]));
        assert!(!is_registered(&[manifest()], &[changed("/name_localizations/de", json!("kunde"))]));
        assert!(!is_registered(&[manifest()], &[changed("/options/0/required", json!(false))]));
        assert!(!is_registered(&[manifest()], &[changed("/options", json!([]))]));
        // Fields that the manifest leaves out must have their defaults.
        let mut bare = manifest();
        for key in ["default_member_permissions", "name_localizations"] {
            bare.as_object_mut().unwrap().remove(key);
        }
        let added = |pointer: &str, key: &str, value: Value| {
            let mut registered = changed("/name_localizations", Value::Null);
            registered.pointer_mut(pointer).unwrap()[key] = value;
            registered
        };
        assert!(is_registered(&[bare.clone()], &[added("", "nsfw", json!(false))]));
        for (pointer, key, value) in [
            ("", "nsfw", json!(true)),
            ("", "default_member_permissions", json!("0")),
            ("", "name_localizations", json!({ "de": "kunde" })),
            ("", "description_localizations", json!({ "de": "Kunden" })),
            ("/options/0", "max_length", json!(5)),
            ("/options/0", "choices", json!([{ "name": "Jane", "value": "jane" }])),
        ] {
            assert!(!is_registered(&[bare.clone()], &[added(pointer, key, value)]), "{pointer}/{key}");
        }
        let more = json!({ "de": "kontakt", "fr": "contact" });
        assert!(!is_registered(&[manifest()], &[changed("/name_localizations", more)]));
    }

    #[test]
    fn the_hash_tells_manifests_apart() {
        assert_eq!(hash(&[manifest()]), hash(&[manifest()]));
        assert_ne!(hash(&[manifest()]), hash(&[registered()]));
        assert_ne!(hash(&[manifest()]), hash(&[manifest(), manifest()]));
    }
}
