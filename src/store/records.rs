//! The account's records on disk: read all at once, written as one transaction per sync.

use std::sync::Arc;

use crc::{CRC_32_ISCSI, Crc, Table as Lookup};
use futures_util::TryStreamExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, Row, SqlSafeStr, SqliteConnection, SqlitePool};

use crate::store::error::{Result, StoreError};
use crate::store::journal::checkpoint;
use crate::store::key::{Key, Place, Tag};
use crate::store::leftovers::{self, When};
use crate::store::progress::Progress;
use crate::store::seal::{self, UNKNOWN, Versions};
use crate::store::{Store, encryption};
use callsheet_core::directory::changes::{Changes, TableChange};
use callsheet_core::directory::records::{Record, Records, Table};
use callsheet_core::domain::id::ContactId;

/// CRC-32C with the largest lookup table: every record is checked at every start.
const DIGEST: Crc<u32, Lookup<16>> = Crc::<u32, Lookup<16>>::new(&CRC_32_ISCSI);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    pub records: Records,
    pub progress: Progress,
}

impl Store {
    /// Reads everything and checks it. A damaged database is set aside for an empty one: no doubtful record is shown.
    pub async fn load(&self) -> Result<Saved> {
        loop {
            // Before the copy itself: what is noted is never ahead of what is read after it.
            let known = self.known_copy().await?;
            let pool = self.pool();
            match tokio::try_join!(check(&pool), read(&pool, self.key(), known.as_ref())) {
                Ok(((), (saved, state))) => {
                    if state != known && !self.is_only_read {
                        self.note_copy().await;
                    }
                    return Ok(saved);
                }
                // Another process has saved more than once in between.
                Err(StoreError::Damaged { .. }) if self.known_copy().await? != known => {}
                Err(StoreError::Damaged { what }) => {
                    self.rebuild(what).await?;
                    return Ok(Saved::default());
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// How far the copy on disk has come, perhaps by another process.
    pub async fn progress(&self) -> Result<Progress> {
        let pool = self.pool();
        let mut transaction = pool.begin().await?;
        Ok(seal::read(&mut transaction, self.key()).await?.0)
    }

    pub async fn has_contact(&self, contact: ContactId) -> Result<bool> {
        let query = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ?1)");
        Ok(query.bind(contact.0.cast_signed()).fetch_one(&self.pool()).await?)
    }

    /// Writes what has changed since revision `base`, all of it or nothing. With changes the revision becomes the next
    /// one, without it stays; the progress that is now on disk is returned.
    pub async fn save(&self, base: u64, changes: &Changes, progress: &Progress) -> Result<Progress> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        let key = self.key();
        encryption::settle(&mut transaction, key).await?;
        let known = match self.known_copy().await? {
            Some(UNKNOWN) => Some(self.begin_copy().await),
            known => known,
        };
        let (on_disk, seal) = seal::read(&mut transaction, key).await?;
        let mut versions = Versions::default();
        if key.is_some() {
            // Otherwise a change by another program since then would be sealed along with this.
            versions = Versions::read(&mut transaction).await?;
            seal::check(seal.as_ref(), versions.clone(), known.as_ref())?;
        }
        if on_disk.revision != base {
            return Err(StoreError::Overtaken);
        }
        write(&mut transaction, key, "contacts", &changes.contacts).await?;
        write(&mut transaction, key, "organizations", &changes.organizations).await?;
        write(&mut transaction, key, "contact_types", &changes.contact_types).await?;
        write(&mut transaction, key, "locations", &changes.locations).await?;
        if changes.replace_or_remove() {
            leftovers::mark(&mut transaction, When::AfterSweep).await?;
        }
        let revision = if changes.is_empty() { base } else { base.wrapping_add(1) };
        let progress = Progress { revision, ..progress.clone() };
        write_progress(&mut transaction, &progress).await?;
        if let Some(key) = key {
            if !changes.is_empty() {
                versions = Versions::read(&mut transaction).await?;
            }
            seal::renew(&mut transaction, key, versions, known.unwrap_or(UNKNOWN)).await?;
        }
        transaction.commit().await?;
        self.note_copy().await;
        if !changes.is_empty() {
            let mut connection = pool.acquire().await?;
            // What was removed must not linger in the log. A reader in another process can delay this.
            leftovers::empty_log(&mut connection).await?;
            leftovers::remove_urgent(&mut connection).await?;
        }
        Ok(progress)
    }

    /// What the journal knows of the copy, as [`seal::check`] asks for it.
    async fn known_copy(&self) -> Result<Option<Tag>> {
        match self.key() {
            Some(key) => checkpoint::known_copy(&self.path, key).await,
            None => Ok(None),
        }
    }

    /// Tells a journal that knows nothing of the copy that there will be one.
    async fn begin_copy(&self) -> Tag {
        let Some(key) = self.key() else { return UNKNOWN };
        checkpoint::begin_copy(&self.path, key).await.unwrap_or_else(|error| {
            let error = error.in_full();
            tracing::warn!(error, "cannot note in the audit log that there is an encrypted copy");
            UNKNOWN
        })
    }

    /// Tells the journal of the copy's state. Being kept from it is no reason to stop: it is told of the next one.
    pub(super) async fn note_copy(&self) {
        if let Err(error) = self.try_to_note_copy().await {
            let error = error.in_full();
            tracing::warn!(error, "cannot note the newest state of the copy in the audit log");
        }
    }

    async fn try_to_note_copy(&self) -> Result<()> {
        let Some(key) = self.key() else { return Ok(()) };
        let mut noted = None;
        // Until it is the newest: another process may be doing the same for a later one.
        loop {
            let mut transaction = self.pool().begin().await?;
            let seal = seal::read(&mut transaction, Some(key)).await?.1;
            transaction.rollback().await?;
            match seal {
                Some(seal) if noted != Some(seal.tag) && checkpoint::note_copy(&self.path, key, seal.tag).await? => {
                    noted = Some(seal.tag);
                }
                _ => return Ok(()),
            }
        }
    }
}

const PROGRESS_ROW: u64 = 1;

/// The engine's own check of the file's structure; what is inside of the rows is checked while reading them.
async fn check(pool: &SqlitePool) -> Result<()> {
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(pool).await?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged { what: "its structure is broken" }) }
}

async fn read(pool: &SqlitePool, key: Option<&Key>, known: Option<&Tag>) -> Result<(Saved, Option<Tag>)> {
    // One transaction, so that another process's save is seen whole or not at all.
    let mut transaction = pool.begin().await?;
    // Another process may have encrypted it since. Where what tells the key is gone, nothing in the clear is believed.
    encryption::in_force(&mut transaction, key).await?;
    let (progress, seal) = seal::read(&mut transaction, key).await?;
    let mut versions = Versions::default();
    let records = Records {
        contacts: read_table(&mut transaction, key, "contacts", &mut versions).await?,
        organizations: read_table(&mut transaction, key, "organizations", &mut versions).await?,
        contact_types: read_table(&mut transaction, key, "contact_types", &mut versions).await?,
        locations: read_table(&mut transaction, key, "locations", &mut versions).await?,
    };
    if key.is_some() {
        seal::check(seal.as_ref(), versions, known)?;
    }
    Ok((Saved { records, progress }, seal.map(|seal| seal.tag)))
}

async fn read_table<R>(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    table: &'static str,
    versions: &mut Versions,
) -> Result<Table<R>>
where
    R: Record + DeserializeOwned,
{
    let (mut records, mut buffer) = (Vec::new(), Vec::new());
    let query = AssertSqlSafe(format!("SELECT id, record, digest FROM {table} ORDER BY id"));
    let mut rows = sqlx::query(query).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let (id, record, digest): (i64, &[u8], Option<i64>) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        let place = Place { table, id: id.cast_unsigned() };
        versions.add(table, place.id, digest.unwrap_or_default());
        let record: R = read_json(encryption::plain(key, place, record, digest, &mut buffer)?)?;
        if record.id().into() != place.id {
            return Err(StoreError::Damaged { what: "a record is in the place of another" });
        }
        records.push((record.id(), Arc::new(record)));
    }
    Ok(records.into_iter().collect())
}

/// The progress as it was written down, where it was; checked for damage only.
pub(super) async fn progress_json(connection: &mut SqliteConnection) -> Result<Option<String>> {
    let row: Option<(String, i64)> =
        sqlx::query_as("SELECT record, digest FROM progress WHERE id = 1").fetch_optional(connection).await?;
    row.map(|(json, digest)| checked(PROGRESS_ROW, json, digest)).transpose()
}

async fn write<R>(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    table: &'static str,
    change: &TableChange<R>,
) -> Result<()>
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

pub(super) async fn write_progress(connection: &mut SqliteConnection, progress: &Progress) -> Result<()> {
    write_row(connection, "progress", PROGRESS_ROW, progress).await
}

/// Writes a row that is never encrypted: it holds nothing of the account but ids.
pub(super) async fn write_row(
    connection: &mut SqliteConnection,
    table: &'static str,
    id: u64,
    record: &impl Serialize,
) -> Result<()> {
    encryption::write_record(connection, None, Place { table, id }, write_json(record)?).await
}

pub(super) fn parse<T: DeserializeOwned>(id: u64, json: String, expected: i64) -> Result<T> {
    read_json(checked(id, json, expected)?.as_bytes())
}

fn checked(id: u64, json: String, expected: i64) -> Result<String> {
    if digest(id, &json) == expected {
        Ok(json)
    } else {
        Err(StoreError::Damaged { what: "a record is not what was saved" })
    }
}

pub(super) fn read_json<T: DeserializeOwned>(json: &[u8]) -> Result<T> {
    // The reason is left out on purpose: it could quote the record.
    serde_json::from_slice(json).map_err(|_| StoreError::Damaged { what: "a record is unreadable" })
}

pub(super) fn write_json(record: &impl Serialize) -> Result<String> {
    // The reason is left out on purpose: it could quote the record.
    serde_json::to_string(record).map_err(|_| StoreError::Record)
}

pub(super) fn digest(id: u64, record: impl AsRef<[u8]>) -> i64 {
    let mut digest = DIGEST.digest();
    digest.update(&id.to_le_bytes());
    digest.update(record.as_ref());
    digest.finalize().into()
}
