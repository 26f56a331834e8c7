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
/// If Discord's list cannot be read, sending the same commands again does no harm, and shows the guild's fault.
async fn register_one(
    api: &Api,
    store: &Store,
    application: u64,
    guild: u64,
    manifests: &[Value],
) -> Result<bool, RegistrationError> {
    if let Some(known) = store.registration(guild).await?
        && api.commands(application, guild).await.is_ok_and(|found| hash(manifests, &found) == known)
    {
        return Ok(false);
    }
    let registered = api.set_commands(application, guild, manifests).await?;
    store.set_registration(guild, &hash(manifests, &registered)).await?;
    Ok(true)
}

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

/// A hash of what is sent, and of the ids and versions of what Discord has: a changed command has another version. A new
/// standard library may change the hash; the commands are then sent once more.
fn hash(manifests: &[Value], registered: &[Value]) -> String {
    let versions: BTreeSet<_> =
        registered.iter().map(|one| [&one["id"], &one["version"]].map(Value::to_string)).collect();
    let mut hasher = DefaultHasher::new();
    (manifests.iter().map(Value::to_string).collect::<Vec<_>>(), versions).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn any_change_here_or_at_discord_changes_the_hash() {
        let found =
            |id: u8, version: u8| json!({ "id": id.to_string(), "version": version.to_string(), "name": "vip" });
        let sent = [json!({ "name": "vip" }), json!({ "name": "contact" })];
        let known = hash(&sent, &[found(1, 5), found(2, 6)]);
        assert_eq!(hash(&sent, &[found(2, 6), found(1, 5)]), known, "Discord's order does not matter");
        for changed in [&[][..], &[found(1, 5)], &[found(1, 7), found(2, 6)], &[found(3, 5), found(2, 6)]] {
            assert_ne!(hash(&sent, changed), known);
        }
        assert_ne!(hash(&sent[..1], &[found(1, 5), found(2, 6)]), known);
    }
}
