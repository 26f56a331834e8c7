//! The last entry of the audit journal, as the database has it noted.
//!
//! The journal has a file of its own, and a chain does not show that its end was cut off, or that the whole file is an older
//! copy. What is noted here does. It follows behind: an entry is noted as the last one once it is on disk, and by then there
//! may be others.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};

use crate::journal::chain::{Hash, Head};
use crate::journal::seal::{SealKey, Vouching};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::key::Key;
use crate::store::records::{parse, write_row};

/// The only row of the table.
const ROW: u64 = 1;

/// An entry that is noted as the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Which entry.
    pub head: Head,
    /// What only who has the key can put to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<Hash>,
}

impl Noted {
    fn new(head: Head, key: Option<&SealKey>) -> Self {
        Self { head, seal: key.map(|key| Hash(key.seal(Vouching::Last, head))) }
    }

    /// Whether this was noted with the key.
    #[must_use]
    pub fn is_sealed_with(&self, key: &SealKey) -> bool {
        self.seal.is_some_and(|seal| key.has_sealed(Vouching::Last, self.head, &seal.0))
    }

    /// What the database has noted; `None` where there is no database, or nothing in it that could be read.
    pub async fn in_database(path: &Path) -> Option<Self> {
        let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
        let mut connection = options.connect().await.ok()?;
        let noted = read(&mut connection).await;
        // What was read is known.
        let _ = connection.close().await;
        noted.ok()?
    }
}

impl Store {
    /// What is noted. To be called before [`Store::load`], for the reason given at [`Store::notebooks`].
    pub(super) async fn noted_head(&self) -> Result<Option<Noted>, StoreError> {
        match read_from(&self.pool()).await {
            Err(StoreError::Damaged { what }) => {
                self.rebuild(what).await?;
                read_from(&self.pool()).await
            }
            outcome => outcome,
        }
    }

    /// Notes which entry is the last one now, unless the database is only read.
    pub(super) async fn note_head(&self, head: Head) -> Result<(), StoreError> {
        if self.is_only_read {
            return Ok(());
        }
        let noted = Noted::new(head, self.key().map(Key::journal));
        write(&mut *self.pool().acquire().await?, &noted).await
    }

    /// Seals what is noted with the key `new`, if it was sealed with `old`.
    pub(super) async fn seal_noted_head(&self, old: &SealKey, new: &SealKey) -> Result<(), StoreError> {
        match self.noted_head().await? {
            Some(noted) if noted.is_sealed_with(old) => {
                write(&mut *self.pool().acquire().await?, &Noted::new(noted.head, Some(new))).await
            }
            _ => Ok(()),
        }
    }
}

/// Puts what a database that was set aside has noted into the one that takes its place.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool) {
    let Some(noted) = Noted::in_database(aside).await else { return };
    let written = async { write(&mut *pool.acquire().await?, &noted).await };
    if let Err(error) = written.await {
        let error: &dyn std::error::Error = &error;
        tracing::error!(
            error,
            "could not carry over from the damaged database which entry of the audit log is the last"
        );
    }
}

async fn read_from(pool: &SqlitePool) -> Result<Option<Noted>, StoreError> {
    read(&mut *pool.acquire().await?).await
}

async fn read(connection: &mut SqliteConnection) -> Result<Option<Noted>, StoreError> {
    let query = sqlx::query_as("SELECT record, digest FROM journal_head WHERE id = 1");
    let row: Option<(String, i64)> = query.fetch_optional(connection).await?;
    // A row that has changed by itself is not believed.
    Ok(row.and_then(|(json, digest)| parse(ROW, json, digest).ok()))
}

async fn write(connection: &mut SqliteConnection, noted: &Noted) -> Result<(), StoreError> {
    write_row(connection, "journal_head", ROW, noted).await
}
