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
use crate::store::key::{Key, Place};
use crate::store::notebook::{binding_of, tag, write_attempt, write_page};
use crate::store::records::{digest, read_json};

/// Rows that can be trusted.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) attempts: Vec<Attempt>,
    pub(super) bindings: BTreeMap<ChannelId, Binding>,
    pub(super) shelves: BTreeMap<UserId, Shelf>,
    /// Rows that cannot, because they are damaged.
    pub(super) skipped: usize,
    /// Rows that cannot, because the key does not vouch for them.
    pub(super) unproven: usize,
}

/// From which end a table is read.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

impl Pages {
    /// With a key, only what it vouches for.
    pub(super) async fn read(pool: &SqlitePool, key: Option<&Key>) -> Result<Self, StoreError> {
        // One transaction, so that another process's change is seen whole or not at all.
        let mut transaction = pool.begin().await?;
        let mut pages = Self::default();
        pages.read_attempts(&mut transaction, key, End::First).await?;
        pages.read_bindings(&mut transaction, key, End::First).await?;
        pages.read_shelves(&mut transaction, key, End::First).await?;
        Ok(pages)
    }

    /// What can be read of a damaged file: of each table the rows up to the damage, from either end.
    pub(super) async fn salvage(path: &Path, key: Option<&Key>) -> Self {
        let mut pages = Self::default();
        // It is evidence, and not to be written to.
        let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
        let Ok(mut connection) = options.connect().await else { return pages };
        for from in [End::First, End::Last] {
            // Every failure is the damage that is known already.
            let _ = pages.read_attempts(&mut connection, key, from).await;
            let _ = pages.read_bindings(&mut connection, key, from).await;
            let _ = pages.read_shelves(&mut connection, key, from).await;
        }
        let _ = connection.close().await;
        pages.attempts.sort_unstable();
        pages.attempts.dedup();
        pages
    }

    async fn read_attempts(
        &mut self,
        connection: &mut SqliteConnection,
        key: Option<&Key>,
        from: End,
    ) -> Result<(), StoreError> {
        let attempts = &mut self.attempts;
        let left_out = read_rows(connection, "attempts", key, from, |_, attempt| attempts.push(attempt)).await?;
        self.leave_out(left_out);
        Ok(())
    }

    async fn read_bindings(
        &mut self,
        connection: &mut SqliteConnection,
        key: Option<&Key>,
        from: End,
    ) -> Result<(), StoreError> {
        let take = |id, binding| {
            self.bindings.insert(ChannelId(id), binding);
        };
        let left_out = read_rows(connection, "bindings", key, from, take).await?;
        self.leave_out(left_out);
        Ok(())
    }

    async fn read_shelves(
        &mut self,
        connection: &mut SqliteConnection,
        key: Option<&Key>,
        from: End,
    ) -> Result<(), StoreError> {
        let take = |id, shelf| {
            self.shelves.insert(UserId(id), shelf);
        };
        let left_out = read_rows(connection, "shelves", key, from, take).await?;
        self.leave_out(left_out);
        Ok(())
    }

    fn leave_out(&mut self, (skipped, unproven): (usize, usize)) {
        self.skipped += skipped;
        self.unproven += unproven;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.attempts.is_empty() && self.bindings.is_empty() && self.shelves.is_empty()
    }

    pub(super) async fn write(&self, pool: &SqlitePool, key: Option<&Key>) -> Result<(), StoreError> {
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        for attempt in &self.attempts {
            write_attempt(&mut transaction, key, attempt).await?;
        }
        for (&channel, binding) in &self.bindings {
            write_page(&mut transaction, key, binding_of(channel), binding).await?;
        }
        for (&user, shelf) in &self.shelves {
            write_page(&mut transaction, key, Place { table: "shelves", id: user.into() }, shelf).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Hands over the rows that can be trusted and counts those that cannot: damaged, and not vouched for. An error is one of
/// the table.
async fn read_rows<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    table: &'static str,
    key: Option<&Key>,
    from: End,
    mut take: impl FnMut(u64, T),
) -> Result<(usize, usize), StoreError> {
    let order = match from {
        End::First => "ASC",
        End::Last => "DESC",
    };
    // Of a file from before there were tags as well.
    let query = AssertSqlSafe(format!("SELECT * FROM {table} ORDER BY rowid {order}"));
    let mut rows = sqlx::query(query).fetch(connection);
    let (mut skipped, mut unproven) = (0, 0);
    while let Some(row) = rows.try_next().await? {
        match trusted(&row, table, key) {
            Ok((id, record)) => take(id, record),
            Err(_) if proven(&row, table, None).is_ok() => unproven += 1,
            Err(_) => skipped += 1,
        }
    }
    Ok((skipped, unproven))
}

/// A row's key and record, if it can be trusted.
pub(super) fn trusted<T: DeserializeOwned>(
    row: &SqliteRow,
    table: &'static str,
    key: Option<&Key>,
) -> Result<(u64, T), StoreError> {
    let (place, json) = proven(row, table, key)?;
    Ok((place.id, read_json(json.as_bytes())?))
}

/// A row's place and JSON, if its digest is right, and with a key if that vouches for it.
pub(super) fn proven(row: &SqliteRow, table: &'static str, key: Option<&Key>) -> Result<(Place, String), StoreError> {
    let (id, json, expected): (i64, String, i64) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let place = Place { table, id: id.cast_unsigned() };
    let is_proven = match key {
        Some(key) => row.try_get(3).is_ok_and(|stored: Option<&[u8]>| stored == Some(&tag(key, place, &json))),
        None => true,
    };
    if is_proven && digest(place.id, &json) == expected {
        Ok((place, json))
    } else {
        Err(StoreError::Damaged { what: "a record is not what was saved" })
    }
}
