//! The account's records on disk: read all at once, written as one transaction per sync.

use std::sync::Arc;

use crc::{CRC_32_ISCSI, Crc, Table as Lookup};
use futures_util::TryStreamExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, Row, SqlSafeStr, SqliteConnection, SqlitePool};

use crate::directory::changes::{Change, Changes};
use crate::directory::records::{Record, Records, Table};
use crate::store::Store;
use crate::store::encryption;
use crate::store::error::StoreError;
use crate::store::key::{Key, Place};
use crate::store::leftovers::{self, When};
use crate::store::progress::Progress;

/// CRC-32C with the largest lookup table: every record is checked at every start.
const DIGEST: Crc<u32, Lookup<16>> = Crc::<u32, Lookup<16>>::new(&CRC_32_ISCSI);

/// What the database holds of the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The records as of the last sync.
    pub records: Records,
    /// How far that sync has come.
    pub progress: Progress,
}

impl Store {
    /// Reads everything and checks it. A damaged database is set aside and an empty one put in its place: the account is
    /// in IT Glue, and a record that cannot be trusted must not be shown.
    pub async fn load(&self) -> Result<Saved, StoreError> {
        let pool = self.pool();
        match tokio::try_join!(check(&pool), read(&pool, self.key())) {
            Ok(((), saved)) => Ok(saved),
            Err(StoreError::Damaged { what }) => {
                self.rebuild(what).await?;
                Ok(Saved::default())
            }
            Err(error) => Err(error),
        }
    }

    /// How far the copy on disk has come, perhaps by another process.
    pub async fn progress(&self) -> Result<Progress, StoreError> {
        let pool = self.pool();
        let mut connection = pool.acquire().await?;
        read_progress(&mut connection).await
    }

    /// Writes what has changed since revision `base`, all of it or nothing. With changes the revision becomes the next
    /// one, without it stays; the progress that is now on disk is returned.
    pub async fn save(&self, base: u64, changes: &Changes, progress: &Progress) -> Result<Progress, StoreError> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        let key = encryption::settle(&mut transaction, self.key()).await?;
        if read_progress(&mut transaction).await?.revision != base {
            return Err(StoreError::Overtaken);
        }
        write(&mut transaction, key, "contacts", &changes.contacts).await?;
        write(&mut transaction, key, "organizations", &changes.organizations).await?;
        write(&mut transaction, key, "contact_types", &changes.contact_types).await?;
        write(&mut transaction, key, "locations", &changes.locations).await?;
        if changes.replace_or_remove() {
            leftovers::mark(&mut transaction, When::AfterSweep).await?;
        }
        let revision = if changes.is_empty() { base } else { base + 1 };
        let progress = Progress { revision, ..progress.clone() };
        write_row(&mut transaction, "progress", PROGRESS_ROW, &progress).await?;
        transaction.commit().await?;
        if !changes.is_empty() {
            let mut connection = pool.acquire().await?;
            // What was removed must not linger in the log beside the database. A reader in another process can delay
            // this to the next save.
            leftovers::empty_log(&mut connection).await?;
            leftovers::remove_urgent(&mut connection).await?;
        }
        Ok(progress)
    }
}

/// The only row of the table `progress`.
pub(super) const PROGRESS_ROW: u64 = 1;

/// The engine's own check of the file's structure; what is inside of the rows is checked while reading them.
async fn check(pool: &SqlitePool) -> Result<(), StoreError> {
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(pool).await?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged { what: "its structure is broken" }) }
}

async fn read(pool: &SqlitePool, key: Option<&Key>) -> Result<Saved, StoreError> {
    // One transaction, so that another process's save is seen whole or not at all.
    let mut transaction = pool.begin().await?;
    // Another process may have encrypted it since it was opened, or wiped it.
    let key = encryption::in_force(&mut transaction, key).await?;
    let progress = read_progress(&mut transaction).await?;
    let records = Records {
        contacts: read_table(&mut transaction, key, "contacts").await?,
        organizations: read_table(&mut transaction, key, "organizations").await?,
        contact_types: read_table(&mut transaction, key, "contact_types").await?,
        locations: read_table(&mut transaction, key, "locations").await?,
    };
    Ok(Saved { records, progress })
}

async fn read_table<R>(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    table: &'static str,
) -> Result<Table<R>, StoreError>
where
    R: Record + DeserializeOwned,
{
    let (mut records, mut buffer) = (Vec::new(), Vec::new());
    let query = AssertSqlSafe(format!("SELECT id, record, digest FROM {table} ORDER BY id"));
    let mut rows = sqlx::query(query).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let (id, record, digest): (i64, &[u8], _) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        let place = Place { table, id: id.cast_unsigned() };
        let record: R = read_json(encryption::plain(key, place, record, digest, &mut buffer)?)?;
        if record.id().into() != place.id {
            return Err(StoreError::Damaged { what: "a record is in the place of another" });
        }
        records.push((record.id(), Arc::new(record)));
    }
    Ok(records.into_iter().collect())
}

pub(super) async fn read_progress(connection: &mut SqliteConnection) -> Result<Progress, StoreError> {
    let row: Option<(String, i64)> =
        sqlx::query_as("SELECT record, digest FROM progress WHERE id = 1").fetch_optional(connection).await?;
    row.map_or_else(|| Ok(Progress::default()), |(json, digest)| parse(PROGRESS_ROW, &json, digest))
}

async fn write<R>(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    table: &'static str,
    change: &Change<R>,
) -> Result<(), StoreError>
where
    R: Record + Serialize,
{
    for (&id, record) in &change.upserts {
        let place = Place { table, id: id.into() };
        encryption::write_record(connection, key, place, write_json(record.as_ref())?).await?;
    }
    let delete = AssertSqlSafe(format!("DELETE FROM {table} WHERE id = ?1")).into_sql_str();
    for &id in &change.removals {
        sqlx::query(delete.clone()).bind(id.into().cast_signed()).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Writes a row that is never encrypted: it holds nothing of the account but ids.
pub(super) async fn write_row(
    connection: &mut SqliteConnection,
    table: &'static str,
    id: u64,
    record: &impl Serialize,
) -> Result<(), StoreError> {
    encryption::write_record(connection, None, Place { table, id }, write_json(record)?).await
}

pub(super) fn parse<T: DeserializeOwned>(id: u64, json: &str, expected: i64) -> Result<T, StoreError> {
    if digest(id, json) != expected {
        return Err(StoreError::Damaged { what: "a record is not what was saved" });
    }
    read_json(json.as_bytes())
}

fn read_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, StoreError> {
    // The reason is left out on purpose: it could quote the record.
    serde_json::from_slice(json).map_err(|_| StoreError::Damaged { what: "a record is unreadable" })
}

fn write_json(record: &impl Serialize) -> Result<String, StoreError> {
    // The reason is left out on purpose: it could quote the record.
    serde_json::to_string(record).map_err(|_| StoreError::Record)
}

pub(super) fn digest(id: u64, record: impl AsRef<[u8]>) -> i64 {
    let mut digest = DIGEST.digest();
    digest.update(&id.to_le_bytes());
    digest.update(record.as_ref());
    digest.finalize().into()
}
