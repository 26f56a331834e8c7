//! A row of the notebook: what it is bound to, and whether it can be trusted.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection, SqlitePool};

use crate::store::error::{Result, StoreError};
use crate::store::key::{Key, Tag};
use crate::store::records::{self, read_json, write_json};
use callsheet_core::domain::id::{ChannelId, GuildId, UserId};
use callsheet_core::notebook::Binding;
use callsheet_core::notebook::attempts::Attempt;

#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    key: &'static str,
    /// Whether the digest covers the server. The record of a binding names it.
    is_guild_in_digest: bool,
}

pub(super) const ATTEMPTS: Table = Table { name: "attempts", key: "at", is_guild_in_digest: true };
pub(super) const BINDINGS: Table = Table { name: "bindings", key: "id", is_guild_in_digest: false };
pub(super) const SHELVES: Table = Table { name: "shelves", key: "id", is_guild_in_digest: true };

/// Where a row belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    table: Table,
    guild: Option<GuildId>,
    key: u64,
}

impl Table {
    /// Selects rows as they are read here. Of a file from before there were servers or tags, nothing is in their columns.
    pub(super) fn select(self, guild: &str, tag: &str) -> String {
        let Self { name, key, .. } = self;
        format!("SELECT {guild}, {key}, record, digest, {tag}, rowid FROM {name}")
    }
}

impl Place {
    pub(super) fn of_attempt(guild: GuildId, attempt: &Attempt) -> Self {
        Self { table: ATTEMPTS, guild: Some(guild), key: attempt.at.as_millisecond().cast_unsigned() }
    }

    pub(super) fn of_shelf(guild: GuildId, user: UserId) -> Self {
        Self { table: SHELVES, guild: Some(guild), key: user.into() }
    }

    pub(super) fn of_binding(channel: ChannelId, binding: &Binding) -> Self {
        Self { table: BINDINGS, guild: Some(binding.guild), key: channel.into() }
    }

    /// Over server, key and record; without a server as rows from before have it.
    fn digest(self, json: &str) -> i64 {
        let guild = self.guild.filter(|_| self.table.is_guild_in_digest).map(|guild| guild.0.to_le_bytes());
        let bytes = guild.iter().flatten().chain(json.as_bytes());
        records::digest(self.key, bytes.copied().collect::<Vec<u8>>())
    }

    /// What the key vouches for.
    pub(super) fn tag(self, key: &Key, json: &str) -> Tag {
        let guild = self.guild.map(|guild| guild.0.to_le_bytes());
        let guild = guild.as_ref().map_or(&[][..], |guild| guild);
        key.tag("row", &[self.table.name.as_bytes(), guild, &self.key.to_le_bytes(), json.as_bytes()])
    }
}

/// A row's key, server and record, if it can be trusted. Rows from before servers were kept apart name none.
pub(super) fn trusted<T: DeserializeOwned>(
    row: &SqliteRow,
    table: Table,
    key: Option<&Key>,
) -> Result<(u64, Option<GuildId>, T)> {
    let (place, json) = proven(row, table, key)?;
    Ok((place.key, place.guild, read_json(json.as_bytes())?))
}

/// The place and JSON of a selected row, if its digest is right, and the key, where there is one, vouches for it.
pub(super) fn proven(row: &SqliteRow, table: Table, key: Option<&Key>) -> Result<(Place, String)> {
    let (guild, id): (Option<i64>, i64) = (row.try_get(0)?, row.try_get(1)?);
    let (json, digest): (String, i64) = (row.try_get(2)?, row.try_get(3)?);
    let guild = guild.map(|guild| GuildId(guild.cast_unsigned()));
    let place = Place { table, guild, key: id.cast_unsigned() };
    let is_proven = match key {
        Some(key) => row.try_get(4).is_ok_and(|stored: Option<&[u8]>| stored == Some(&place.tag(key, &json))),
        None => true,
    };
    if is_proven && place.digest(&json) == digest {
        Ok((place, json))
    } else {
        Err(StoreError::Damaged { what: "a record is not what was saved" })
    }
}

/// Writes a record in the place of one that is there already.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    place: Place,
    record: &impl Serialize,
) -> Result<()> {
    let json = write_json(record)?;
    let tag = key.map(|key| place.tag(key, &json).to_vec());
    write_row(connection, &Row { place, json, tag }).await
}

/// Deletes a record, if it is there as it would be written now.
pub(super) async fn delete(connection: &mut SqliteConnection, place: Place, record: &impl Serialize) -> Result<()> {
    let Table { name, key, .. } = place.table;
    let delete = format!("DELETE FROM {name} WHERE guild = ?1 AND {key} = ?2 AND record = ?3");
    let guild = place.guild.map(|guild| guild.0.cast_signed());
    let delete = sqlx::query(AssertSqlSafe(delete)).bind(guild).bind(place.key.cast_signed());
    delete.bind(write_json(record)?).execute(connection).await?;
    Ok(())
}

pub(super) struct Row {
    place: Place,
    json: String,
    tag: Option<Vec<u8>>,
}

impl Row {
    /// One that [`Table::select`] has selected, if it is not damaged; its tag is not looked at.
    pub(super) fn read(row: &SqliteRow, table: Table) -> Option<Self> {
        let (place, json) = proven(row, table, None).ok()?;
        Some(Self { place, json, tag: row.try_get(4).unwrap_or_default() })
    }
}

/// Writes rows as they are, all of them or none.
pub(super) async fn write_all(pool: &SqlitePool, rows: &[Row]) -> Result<()> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    for row in rows {
        write_row(&mut transaction, row).await?;
    }
    Ok(transaction.commit().await?)
}

async fn write_row(connection: &mut SqliteConnection, row: &Row) -> Result<()> {
    let Row { place, json, tag } = row;
    let Table { name, key, .. } = place.table;
    let insert =
        format!("INSERT OR REPLACE INTO {name} (guild, {key}, record, digest, tag) VALUES (?1, ?2, ?3, ?4, ?5)");
    let guild = place.guild.map(|guild| guild.0.cast_signed());
    let insert = sqlx::query(AssertSqlSafe(insert)).bind(guild).bind(place.key.cast_signed());
    insert.bind(json).bind(place.digest(json)).bind(tag).execute(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_sealed_to_its_table_server_and_place() {
        let key = Key::parse("b25lIGtleSBmb3IgdGVzdHMsIG9mIDMyIGJ5dGVzISE=").unwrap();
        let place = Place { table: BINDINGS, guild: Some(GuildId(1)), key: 7 };
        let tag = place.tag(&key, "{}");
        assert_eq!(tag, place.tag(&key, "{}"));
        assert_ne!(tag, place.tag(&key, "{ }"));
        for other in [
            Place { table: SHELVES, ..place },
            Place { table: ATTEMPTS, ..place },
            Place { guild: Some(GuildId(2)), ..place },
            Place { guild: None, ..place },
            Place { key: 8, ..place },
        ] {
            assert_ne!(tag, other.tag(&key, "{}"), "{other:?}");
        }
    }
}
