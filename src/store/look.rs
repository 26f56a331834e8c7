//! Opening a database to read it and nothing else, also beside a running bot: nothing is created, brought up to date,
//! encrypted or set aside.

use std::io;
use std::path::Path;
use std::sync::Arc;

use arc_swap::ArcSwap;
use sqlx::SqlitePool;
use sqlx::sqlite::SqlitePoolOptions;

use crate::store::encryption::{holds_records, in_force};
use crate::store::error::{Result, StoreError};
use crate::store::key::Key;
use crate::store::open::{self, PATIENCE};
use crate::store::{Store, files};
use callsheet_core::domain::id::ContactId;

impl Store {
    /// Opens the database to be read. `None` where there is none, or one with nothing in it.
    pub async fn open_to_read(path: &Path, key: Option<&Key>) -> Result<Option<Self>> {
        let path = std::path::absolute(path).map_err(|error| StoreError::file(path, error))?;
        match path.metadata() {
            Ok(metadata) if !metadata.is_dir() => {}
            Ok(_) => return Err(StoreError::file(&path, io::ErrorKind::IsADirectory.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::file(&path, error)),
        }
        files::refuse_other(&path)?;
        files::tighten(&path);
        let options = open::options(&path)
            .busy_timeout(PATIENCE)
            // Not the file's own mode for that, in which the engine leaves files of its own beside it.
            .pragma("query_only", "ON")
            .pragma("cell_size_check", "ON")
            .pragma("trusted_schema", "OFF");
        // Two, because the structure is checked while the records are read.
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await;
        let pool = pool.map_err(|error| StoreError::from(error).about_file(&path))?;
        let can_be_read = can_be_read(&pool, &path, key).await;
        if !matches!(can_be_read, Ok(true)) {
            pool.close().await;
            return can_be_read.map(|_| None);
        }
        let pool = Arc::new(ArcSwap::from_pointee(pool));
        Ok(Some(Self { path, key: key.cloned().map(Arc::new), pool, is_only_read: true }))
    }

    pub async fn has_contact(&self, contact: ContactId) -> Result<bool> {
        let query = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ?1)");
        Ok(query.bind(contact.0.cast_signed()).fetch_one(&self.pool()).await?)
    }
}

/// Whether there is anything to read. What could only be read once something is written is an error.
async fn can_be_read(pool: &SqlitePool, path: &Path, key: Option<&Key>) -> Result<bool> {
    let mut connection = pool.acquire().await.map_err(|error| StoreError::from(error).about_file(path))?;
    let (tables, ours) = open::tables(&mut connection).await.map_err(|error| error.about_file(path))?;
    if tables == 0 {
        return Ok(false);
    }
    if ours == 0 {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let version: i64 =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut *connection).await?;
    if version < open::version() {
        return Err(StoreError::Older { path: path.to_owned() });
    }
    if version > open::version() {
        return Err(StoreError::Newer { path: path.to_owned() });
    }
    let in_force = in_force(&mut connection, key).await?;
    if key.is_some() && in_force.is_none() && holds_records(&mut connection).await? {
        return Err(StoreError::NotEncrypted);
    }
    Ok(true)
}
