//! The notebook's rows: read as far as they can be trusted, also from a damaged file.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection, SqlitePool};

use crate::domain::id::{ChannelId, UserId};
use crate::notebook::Binding;
use crate::notebook::attempts::Attempt;
use crate::notebook::shelf::Shelf;
use crate::store::error::StoreError;
use crate::store::notebook::write_attempt;
use crate::store::records::{parse, write_row};

/// Rows that can be trusted.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) attempts: Vec<Attempt>,
    pub(super) bindings: BTreeMap<ChannelId, Binding>,
    pub(super) shelves: BTreeMap<UserId, Shelf>,
    /// Rows that cannot.
    pub(super) skipped: usize,
}

/// From which end a table is read.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

impl Pages {
    pub(super) async fn read(pool: &SqlitePool) -> Result<Self, StoreError> {
        // One transaction, so that another process's change is seen whole or not at all.
        let mut transaction = pool.begin().await?;
        let mut pages = Self::default();
        pages.read_attempts(&mut transaction, End::First).await?;
        pages.read_bindings(&mut transaction, End::First).await?;
        pages.read_shelves(&mut transaction, End::First).await?;
        Ok(pages)
    }

    /// What can be read of a damaged file: of each table the rows up to the damage, from either end.
    pub(super) async fn salvage(path: &Path) -> Self {
        let mut pages = Self::default();
        // It is evidence, and not to be written to.
        let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
        let Ok(mut connection) = options.connect().await else { return pages };
        for from in [End::First, End::Last] {
            // Every failure is the damage that is known already.
            let _ = pages.read_attempts(&mut connection, from).await;
            let _ = pages.read_bindings(&mut connection, from).await;
            let _ = pages.read_shelves(&mut connection, from).await;
        }
        let _ = connection.close().await;
        pages.attempts.sort_unstable();
        pages.attempts.dedup();
        pages
    }

    async fn read_attempts(&mut self, connection: &mut SqliteConnection, from: End) -> Result<(), StoreError> {
        let attempts = &mut self.attempts;
        let query = "SELECT at, record, digest FROM attempts ORDER BY rowid";
        self.skipped += read_rows(connection, query, from, |_, attempt| attempts.push(attempt)).await?;
        Ok(())
    }

    async fn read_bindings(&mut self, connection: &mut SqliteConnection, from: End) -> Result<(), StoreError> {
        let query = "SELECT id, record, digest FROM bindings ORDER BY rowid";
        self.skipped += read_each(connection, query, from, ChannelId, &mut self.bindings).await?;
        Ok(())
    }

    async fn read_shelves(&mut self, connection: &mut SqliteConnection, from: End) -> Result<(), StoreError> {
        let query = "SELECT id, record, digest FROM shelves ORDER BY rowid";
        self.skipped += read_each(connection, query, from, UserId, &mut self.shelves).await?;
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.attempts.is_empty() && self.bindings.is_empty() && self.shelves.is_empty()
    }

    pub(super) async fn write(&self, pool: &SqlitePool) -> Result<(), StoreError> {
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        for attempt in &self.attempts {
            write_attempt(&mut transaction, attempt).await?;
        }
        for (&channel, binding) in &self.bindings {
            write_row(&mut transaction, "bindings", channel.into(), binding).await?;
        }
        for (&user, shelf) in &self.shelves {
            write_row(&mut transaction, "shelves", user.into(), shelf).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Hands over the rows that can be trusted and counts those that cannot. An error is one of the table.
async fn read_rows<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    query: &str,
    from: End,
    mut take: impl FnMut(u64, T),
) -> Result<usize, StoreError> {
    let order = match from {
        End::First => "ASC",
        End::Last => "DESC",
    };
    let mut rows = sqlx::query(AssertSqlSafe(format!("{query} {order}"))).fetch(connection);
    let mut skipped = 0;
    while let Some(row) = rows.try_next().await? {
        match trusted(&row) {
            Ok((key, record)) => take(key, record),
            Err(_) => skipped += 1,
        }
    }
    Ok(skipped)
}

/// The same, where there is one row for each key.
async fn read_each<K: Ord, T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    query: &str,
    from: End,
    key: fn(u64) -> K,
    records: &mut BTreeMap<K, T>,
) -> Result<usize, StoreError> {
    let take = |id, record| {
        records.insert(key(id), record);
    };
    read_rows(connection, query, from, take).await
}

/// A row's key and record, if its digest is right.
pub(super) fn trusted<T: DeserializeOwned>(row: &SqliteRow) -> Result<(u64, T), StoreError> {
    let (key, json, digest): (i64, String, i64) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let key = key.cast_unsigned();
    Ok((key, parse(key, &json, digest)?))
}
