//! A row of the notebook: what it is bound to, and whether it can be trusted.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use crate::domain::id::{ChannelId, GuildId, UserId};
use crate::notebook::Binding;
use crate::notebook::attempts::Attempt;
use crate::notebook::shelf::Shelf;
use crate::store::error::StoreError;
use crate::store::records;

/// A record with the server it belongs to, which rows from before servers were kept apart do not say.
pub(super) type Of<T> = (Option<GuildId>, T);

/// A row of `guild, key, record, digest`, if its digest is right.
pub(super) fn trusted<T: DeserializeOwned>(row: &SqliteRow) -> Result<(u64, Of<T>), StoreError> {
    let (guild, key): (Option<i64>, i64) = (row.try_get(0)?, row.try_get(1)?);
    let (json, expected): (String, i64) = (row.try_get(2)?, row.try_get(3)?);
    let (guild, key) = (guild.map(|guild| GuildId(guild.cast_unsigned())), key.cast_unsigned());
    if digest(guild, key, &json) != expected {
        return Err(StoreError::Damaged { what: "a record is not what was saved" });
    }
    // The reason is left out on purpose: it could quote the record.
    let record = serde_json::from_str(&json).map_err(|_| StoreError::Damaged { what: "a record is unreadable" })?;
    Ok((key, (guild, record)))
}

pub(super) async fn write_attempt(
    connection: &mut SqliteConnection,
    guild: Option<GuildId>,
    attempt: &Attempt,
) -> Result<(), StoreError> {
    let at = attempt.at.as_millisecond().cast_unsigned();
    let (json, digest) = sealed(guild, at, attempt)?;
    let into = "INSERT INTO attempts (guild, at, record, digest) VALUES (?1, ?2, ?3, ?4)";
    write(connection, into, guild, at, json, digest).await
}

pub(super) async fn write_shelf(
    connection: &mut SqliteConnection,
    guild: Option<GuildId>,
    user: UserId,
    shelf: &Shelf,
) -> Result<(), StoreError> {
    let (json, digest) = sealed(guild, user.into(), shelf)?;
    let into = "INSERT OR REPLACE INTO shelves (guild, id, record, digest) VALUES (?1, ?2, ?3, ?4)";
    write(connection, into, guild, user.into(), json, digest).await
}

pub(super) async fn write_binding(
    connection: &mut SqliteConnection,
    channel: ChannelId,
    binding: &Binding,
) -> Result<(), StoreError> {
    // The record names the server, so the digest need not.
    let (json, digest) = sealed(None, channel.into(), binding)?;
    let into = "INSERT OR REPLACE INTO bindings (guild, id, record, digest) VALUES (?1, ?2, ?3, ?4)";
    write(connection, into, Some(binding.guild), channel.into(), json, digest).await
}

async fn write(
    connection: &mut SqliteConnection,
    into: &'static str,
    guild: Option<GuildId>,
    key: u64,
    json: String,
    digest: i64,
) -> Result<(), StoreError> {
    sqlx::query(into)
        .bind(guild.map(|guild| guild.0.cast_signed()))
        .bind(key.cast_signed())
        .bind(json)
        .bind(digest)
        .execute(connection)
        .await?;
    Ok(())
}

/// A record as JSON, with its digest.
fn sealed(guild: Option<GuildId>, key: u64, record: &impl Serialize) -> Result<(String, i64), StoreError> {
    // The reason is left out on purpose: it could quote the record.
    let json = serde_json::to_string(record).map_err(|_| StoreError::Record)?;
    let digest = digest(guild, key, &json);
    Ok((json, digest))
}

/// Over server, key and record; without a server as rows from before have it.
fn digest(guild: Option<GuildId>, key: u64, json: &str) -> i64 {
    let guild = guild.map(|guild| guild.0.to_le_bytes());
    let bytes = guild.iter().flatten().chain(json.as_bytes());
    records::digest(key, bytes.copied().collect::<Vec<u8>>())
}
