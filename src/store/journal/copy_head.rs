//! The newest state of the encrypted copy, noted in the journal's file; see [`crate::store::seal`].
//!
//! A table beside the chain and no part of it. It is read and written on connections of its own, so that a sync neither
//! waits for the writer of entries nor keeps it.

use std::path::Path;

use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::store::error::StoreError;
use crate::store::journal::{beside, file};
use crate::store::key::{Key, Tag};
use crate::store::seal::Head;

/// A row as it is: key, generation, tag and proof.
type Raw = (Vec<u8>, i64, Vec<u8>, Vec<u8>);

/// What tells a key from others.
fn name(key: &Key) -> Tag {
    key.tag("the key of a head", &[])
}

fn proof(key: &Key, head: &Head) -> Tag {
    key.tag("head", &[&head.generation.to_le_bytes(), &head.tag])
}

/// The newest state that was noted under this key. What cannot be read, or was written without the key, was not noted.
pub(in crate::store) async fn read(database: &Path, key: &Key) -> Result<Option<Head>, StoreError> {
    let path = beside(database)?;
    if !path.exists() {
        return Ok(None);
    }
    let options = file::options(&path).read_only(true).busy_timeout(file::PATIENCE);
    let noted = async {
        let mut connection = options.connect().await?;
        let noted = select(&mut connection, key).await;
        connection.close().await?;
        noted
    };
    Ok(noted.await.unwrap_or_else(|error| {
        let error = error.in_full();
        tracing::warn!(error, "cannot read what the audit log knows of the copy");
        None
    }))
}

async fn select(connection: &mut SqliteConnection, key: &Key) -> Result<Option<Head>, StoreError> {
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'copy_head'";
    if sqlx::query_scalar::<_, i64>(tables).fetch_one(&mut *connection).await? == 0 {
        // Its file is of an earlier version.
        return Ok(None);
    }
    let row: Option<(i64, Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT generation, tag, proof FROM copy_head WHERE key = ?1")
            .bind(name(key).as_slice())
            .fetch_optional(connection)
            .await?;
    let head = row.and_then(|(generation, tag, stored)| {
        let head = Head { generation: generation.cast_unsigned(), tag: tag.try_into().ok()? };
        (proof(key, &head)[..] == stored).then_some(head)
    });
    Ok(head)
}

/// Notes the newest state. Returns whether there is a journal to note it in: a sync begins none.
pub(in crate::store) async fn write(database: &Path, key: &Key, head: &Head) -> Result<bool, StoreError> {
    let path = beside(database)?;
    if !path.exists() {
        return Ok(false);
    }
    let mut connection = file::connect(&path).await?;
    let written = sqlx::query("INSERT OR REPLACE INTO copy_head (key, generation, tag, proof) VALUES (?1, ?2, ?3, ?4)")
        .bind(name(key).as_slice())
        .bind(head.generation.cast_signed())
        .bind(head.tag.as_slice())
        .bind(proof(key, head).as_slice())
        .execute(&mut connection)
        .await;
    connection.close().await?;
    written?;
    Ok(true)
}

/// Forgets what was noted under every other key.
pub(in crate::store) async fn forget_others(database: &Path, key: &Key) -> Result<(), StoreError> {
    let path = beside(database)?;
    if !path.exists() {
        return Ok(());
    }
    let mut connection = file::connect(&path).await?;
    let deleted =
        sqlx::query("DELETE FROM copy_head WHERE key <> ?1").bind(name(key).as_slice()).execute(&mut connection).await;
    connection.close().await?;
    deleted?;
    Ok(())
}

/// Takes over what a damaged journal knows, as it is: each row vouches for itself.
pub(super) async fn carry_over(from: &mut SqliteConnection, into: &mut SqliteConnection) -> Result<(), StoreError> {
    let rows: Result<Vec<Raw>, _> =
        sqlx::query_as("SELECT key, generation, tag, proof FROM copy_head").fetch_all(from).await;
    // Where it cannot be read, it is unknown, and the copy is read anew.
    for (key, generation, tag, proof) in rows.unwrap_or_default() {
        sqlx::query("INSERT OR REPLACE INTO copy_head (key, generation, tag, proof) VALUES (?1, ?2, ?3, ?4)")
            .bind(key)
            .bind(generation)
            .bind(tag)
            .bind(proof)
            .execute(&mut *into)
            .await?;
    }
    Ok(())
}
