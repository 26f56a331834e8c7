//! Deleting the copy of the account, from the database and from everything beside it.
//!
//! What Callsheet itself remembers stays: it holds ids, times and outcomes, and cannot be fetched again.

use std::path::Path;

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::store::encryption::TABLES;
use crate::store::error::Result;
use crate::store::leftovers::When;
use crate::store::open::Access;
use crate::store::progress::Progress;
use crate::store::records::write_progress;
use crate::store::{Store, files, leftovers, seal};

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
}

/// Deletes the copy, with what tells its key, and returns the progress that is left.
pub(super) async fn delete_copy(connection: &mut SqliteConnection, expired_at: Option<Timestamp>) -> Result<Progress> {
    // Higher than before, so that other processes notice.
    let revision = seal::read(connection, None).await?.0.revision.wrapping_add(1);
    for table in TABLES {
        sqlx::query(AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&mut *connection).await?;
    }
    sqlx::query("DELETE FROM encryption").execute(&mut *connection).await?;
    sqlx::query("DELETE FROM seal").execute(&mut *connection).await?;
    let progress = Progress { revision, expired_at, ..Progress::default() };
    write_progress(connection, &progress).await?;
    leftovers::mark(connection, When::AtOnce).await?;
    Ok(progress)
}
