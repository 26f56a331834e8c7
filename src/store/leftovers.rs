//! Deleting the copy of the account, and how bytes of records that were deleted or replaced leave the files.
//!
//! What Callsheet itself remembers stays: it holds ids, times and outcomes, and cannot be fetched again.
//!
//! The engine overwrites what is deleted, but a page that is split or merged can keep a copy in its unused part, and the log
//! beside the database keeps pages as they were. So what has to be gone for certain ends with the file being rewritten.
//! That it has to be is written down in the same transaction, so a process that is killed in between does it later.

use std::path::Path;

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::store::encryption::TABLES;
use crate::store::error::{Result, StoreError};
use crate::store::open::Access;
use crate::store::progress::Progress;
use crate::store::records::write_progress;
use crate::store::{Store, edits, files, seal};

/// When the files are to be rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Before anything else is done: they may hold in the clear what is encrypted now, or what somebody wanted deleted.
    AtOnce,
    /// After the next sweep: a file of 100,000 contacts is too much to rewrite for every contact that changes.
    AfterSweep,
}

impl Store {
    /// Opens the database without asking for its key, to be wiped.
    pub async fn open_to_wipe(path: &Path) -> Result<Self> {
        Self::open_as(path, Access::WithoutKey).await
    }

    /// Deletes the copy of the account, and returns the progress that is left, with the moment of expiry for readers.
    /// The database is open to any key then. To be followed by [`Store::remove_traces`].
    pub async fn wipe(&self, expired_at: Option<Timestamp>) -> Result<Progress> {
        let delete = || async {
            let mut transaction = self.pool().begin_with("BEGIN IMMEDIATE").await?;
            let progress = delete_copy(&mut transaction, expired_at).await?;
            transaction.commit().await?;
            Ok(progress)
        };
        self.or_rebuilt(delete).await
    }

    /// Deletes what may be left of a wiped copy: databases that were set aside, and unused bytes in the files.
    pub async fn remove_traces(&self) -> Result<()> {
        files::remove_set_aside(&self.path)?;
        self.remove_leftovers().await
    }

    /// Rewrites the files where something of deleted or replaced records may be left in them. Other writers wait meanwhile.
    pub async fn remove_leftovers(&self) -> Result<()> {
        let mut connection = self.pool().acquire().await?;
        if due(&mut connection).await?.is_some() { remove(&mut connection).await } else { Ok(()) }
    }
}

/// Deletes the copy, with what tells its key, and returns the progress that is left.
pub(super) async fn delete_copy(connection: &mut SqliteConnection, expired_at: Option<Timestamp>) -> Result<Progress> {
    // Higher than before, so that other processes notice.
    let revision = seal::read(connection, None).await?.0.revision.wrapping_add(1);
    for table in TABLES.into_iter().chain(edits::TABLES) {
        sqlx::query(AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&mut *connection).await?;
    }
    sqlx::query("DELETE FROM encryption").execute(&mut *connection).await?;
    sqlx::query("DELETE FROM seal").execute(&mut *connection).await?;
    let progress = Progress { revision, expired_at, ..Progress::default() };
    write_progress(connection, &progress).await?;
    mark(connection, When::AtOnce).await?;
    Ok(progress)
}

/// Notes that the files have to be rewritten once the transaction is over.
pub(super) async fn mark(connection: &mut SqliteConnection, when: When) -> Result<()> {
    let mark = sqlx::query(
        "INSERT INTO leftovers (id, at_once) VALUES (1, ?1)
         ON CONFLICT (id) DO UPDATE SET at_once = max(at_once, excluded.at_once)",
    );
    mark.bind(when == When::AtOnce).execute(connection).await?;
    Ok(())
}

/// Rewrites the files if that is not to wait. Being kept from it is no reason to stop: the next start tries again.
pub(super) async fn remove_urgent(connection: &mut SqliteConnection) -> Result<()> {
    if due(connection).await? != Some(When::AtOnce) {
        return Ok(());
    }
    match remove(connection).await {
        Err(error) if !matches!(error, StoreError::Damaged { .. }) => {
            let error: &dyn std::error::Error = &error;
            tracing::warn!(error, "old contents may still be in the database's files; the next start tries again");
            Ok(())
        }
        outcome => outcome,
    }
}

/// Takes the log back into the database and empties it; `false` where a reader in another process is in the way.
pub(super) async fn empty_log(connection: &mut SqliteConnection) -> Result<bool> {
    let (busy, ..): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
    Ok(busy == 0)
}

async fn due(connection: &mut SqliteConnection) -> Result<Option<When>> {
    let at_once: Option<bool> = sqlx::query_scalar("SELECT at_once FROM leftovers").fetch_optional(connection).await?;
    Ok(at_once.map(|at_once| if at_once { When::AtOnce } else { When::AfterSweep }))
}

async fn remove(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("VACUUM").execute(&mut *connection).await?;
    if !empty_log(&mut *connection).await? {
        return Err(StoreError::Leftovers);
    }
    sqlx::query("DELETE FROM leftovers").execute(connection).await?;
    Ok(())
}
