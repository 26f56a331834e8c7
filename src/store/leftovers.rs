//! Bytes of records that were deleted or replaced, and how they leave the files.
//!
//! The engine overwrites what is deleted, but a page that is split or merged can keep a copy in its unused part, and the log
//! beside the database keeps pages as they were. So what has to be gone for certain ends with the file being rewritten.
//! That it has to be is written down in the same transaction, so a process that is killed in between does it at its next
//! start.

use sqlx::SqliteConnection;

use crate::store::error::StoreError;

/// Notes that the files have to be rewritten once the transaction is over.
pub(super) async fn mark(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("INSERT OR IGNORE INTO leftovers (id) VALUES (1)").execute(connection).await?;
    Ok(())
}

/// Rewrites the files if that is due.
pub(super) async fn remove(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let due: bool = sqlx::query_scalar("SELECT count(*) > 0 FROM leftovers").fetch_one(&mut *connection).await?;
    if !due {
        return Ok(());
    }
    sqlx::query("VACUUM").execute(&mut *connection).await?;
    if !empty_log(connection).await? {
        return Err(StoreError::Leftovers);
    }
    sqlx::query("DELETE FROM leftovers").execute(connection).await?;
    Ok(())
}

/// As [`remove`], where being kept from it is no reason to stop: the next start tries again.
pub(super) async fn try_remove(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    match remove(connection).await {
        Err(error @ StoreError::Damaged { .. }) => Err(error),
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::warn!(error, "old contents may still be in the database's files; the next start tries again");
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

/// Takes the log back into the database and empties it. Returns whether nobody was in the way: a reader in another process
/// can be.
pub(super) async fn empty_log(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let (busy, ..): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
    Ok(busy == 0)
}
