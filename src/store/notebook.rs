//! What Callsheet itself remembers, on disk: read all at once, written change by change.
//!
//! Nothing of it can be fetched again, so a row that cannot be trusted is skipped and the others kept, and what can be read
//! of a database that is set aside goes into the new one.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection, SqlitePool};
use tokio::time::timeout;

use crate::domain::id::{ChannelId, UserId};
use crate::notebook::attempts::{Attempt, MOST, REMEMBERED};
use crate::notebook::shelf::Shelf;
use crate::notebook::{Binding, Change, Hold, Notebook};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::records::{digest, parse, write_row};

/// How long a change waits for those before it, and then for another process that is writing. Whoever made it waits for an
/// answer, which Discord takes for 3 s, and is to be told in time that nothing was written down.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

impl Store {
    /// Reads everything that can be trusted. To be called before [`Store::load`]: a database whose tables cannot be read is
    /// set aside, and with it the copy of the account.
    pub async fn notebook(&self) -> Result<Notebook, StoreError> {
        let pages = match Pages::read(&self.pool()).await {
            Err(StoreError::Damaged { what }) => {
                self.rebuild(what).await?;
                Pages::read(&self.pool()).await?
            }
            outcome => outcome?,
        };
        if pages.skipped > 0 {
            tracing::warn!(
                rows = pages.skipped,
                "skipped damaged rows of attempts, channel bindings, recents, favourites and holds"
            );
        }
        Ok(Notebook::of(pages.attempts, pages.bindings, pages.shelves, pages.holds))
    }

    /// Writes one change, whole or not at all.
    pub async fn record(&self, change: Change) -> Result<(), StoreError> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let begun = timeout(PATIENCE, pool.begin_with("BEGIN IMMEDIATE")).await;
        let mut transaction = begun.map_err(|_| StoreError::Busy)??;
        match change {
            Change::Attempt(attempt) => {
                write_attempt(&mut transaction, &attempt).await?;
                forget(&mut transaction).await?;
            }
            Change::Bind { channel, binding } => {
                write_row(&mut transaction, "bindings", channel.into(), &binding).await?;
            }
            Change::Unbind { channel } => {
                delete(&mut transaction, "DELETE FROM bindings WHERE id = ?1", channel.into()).await?;
            }
            Change::LookedUp { user, contact, at } => {
                update_shelf(&mut transaction, user, |shelf| shelf.looked_up(contact, at)).await?;
            }
            Change::Favourite { user, contact, on } => {
                update_shelf(&mut transaction, user, |shelf| shelf.set_favourite(contact, on)).await?;
            }
            Change::Hold { user, hold } => write_row(&mut transaction, "holds", user.into(), &hold).await?,
            Change::Release { user } => {
                delete(&mut transaction, "DELETE FROM holds WHERE id = ?1", user.into()).await?;
            }
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Puts what can be read of a database that was set aside into the one that takes its place. As far as it goes: failing
/// here must not keep the bot from starting.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool) {
    let pages = Pages::salvage(aside).await;
    if pages.is_empty() {
        return;
    }
    let (attempts, bindings, users) = (pages.attempts.len(), pages.bindings.len(), pages.shelves.len());
    match pages.write(pool).await {
        Ok(()) => tracing::warn!(attempts, bindings, users, "carried over what could be read of the damaged database"),
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::error!(error, attempts, bindings, users, "could not carry over from the damaged database");
        }
    }
}

/// Rows that can be trusted.
#[derive(Default)]
struct Pages {
    attempts: Vec<Attempt>,
    bindings: BTreeMap<ChannelId, Binding>,
    shelves: BTreeMap<UserId, Shelf>,
    holds: BTreeMap<UserId, Hold>,
    /// Rows that cannot.
    skipped: usize,
}

/// From which end a table is read.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

impl Pages {
    async fn read(pool: &SqlitePool) -> Result<Self, StoreError> {
        // One transaction, so that another process's change is seen whole or not at all.
        let mut transaction = pool.begin().await?;
        let mut pages = Self::default();
        pages.read_attempts(&mut transaction, End::First).await?;
        pages.read_bindings(&mut transaction, End::First).await?;
        pages.read_shelves(&mut transaction, End::First).await?;
        pages.read_holds(&mut transaction, End::First).await?;
        Ok(pages)
    }

    /// What can be read of a damaged file: of each table the rows up to the damage, from either end.
    async fn salvage(path: &Path) -> Self {
        let mut pages = Self::default();
        // It is evidence, and not to be written to.
        let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
        let Ok(mut connection) = options.connect().await else { return pages };
        for from in [End::First, End::Last] {
            // Every failure is the damage that is known already.
            let _ = pages.read_attempts(&mut connection, from).await;
            let _ = pages.read_bindings(&mut connection, from).await;
            let _ = pages.read_shelves(&mut connection, from).await;
            let _ = pages.read_holds(&mut connection, from).await;
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
        let bindings = &mut self.bindings;
        let query = "SELECT id, record, digest FROM bindings ORDER BY rowid";
        let take = |id, binding| {
            bindings.insert(ChannelId(id), binding);
        };
        self.skipped += read_rows(connection, query, from, take).await?;
        Ok(())
    }

    async fn read_shelves(&mut self, connection: &mut SqliteConnection, from: End) -> Result<(), StoreError> {
        let shelves = &mut self.shelves;
        let query = "SELECT id, record, digest FROM shelves ORDER BY rowid";
        let take = |id, shelf| {
            shelves.insert(UserId(id), shelf);
        };
        self.skipped += read_rows(connection, query, from, take).await?;
        Ok(())
    }

    async fn read_holds(&mut self, connection: &mut SqliteConnection, from: End) -> Result<(), StoreError> {
        let holds = &mut self.holds;
        let query = "SELECT id, record, digest FROM holds ORDER BY rowid";
        let take = |id, hold| {
            holds.insert(UserId(id), hold);
        };
        self.skipped += read_rows(connection, query, from, take).await?;
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.attempts.is_empty() && self.bindings.is_empty() && self.shelves.is_empty() && self.holds.is_empty()
    }

    async fn write(&self, pool: &SqlitePool) -> Result<(), StoreError> {
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
        for (&user, hold) in &self.holds {
            write_row(&mut transaction, "holds", user.into(), hold).await?;
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

fn trusted<T: DeserializeOwned>(row: &SqliteRow) -> Result<(u64, T), StoreError> {
    let (key, json, digest): (i64, String, i64) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let key = key.cast_unsigned();
    Ok((key, parse(key, &json, digest)?))
}

async fn delete(connection: &mut SqliteConnection, statement: &'static str, key: u64) -> Result<(), StoreError> {
    sqlx::query(statement).bind(key.cast_signed()).execute(connection).await?;
    Ok(())
}

async fn write_attempt(connection: &mut SqliteConnection, attempt: &Attempt) -> Result<(), StoreError> {
    let at = attempt.at.as_millisecond();
    let json = serde_json::to_string(attempt).map_err(|_| StoreError::Record)?;
    let digest = digest(at.cast_unsigned(), &json);
    sqlx::query("INSERT INTO attempts (at, record, digest) VALUES (?1, ?2, ?3)")
        .bind(at)
        .bind(json)
        .bind(digest)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes the attempts that are no longer remembered.
async fn forget(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM attempts WHERE at < (SELECT max(at) FROM attempts) - ?1
         OR rowid IN (SELECT rowid FROM attempts ORDER BY at DESC LIMIT -1 OFFSET ?2)",
    )
    .bind(i64::try_from(REMEMBERED.as_millis()).unwrap_or(i64::MAX))
    .bind(i64::try_from(MOST).unwrap_or(i64::MAX))
    .execute(connection)
    .await?;
    Ok(())
}

/// Changes what is remembered of a user. What was damaged starts anew.
async fn update_shelf(
    connection: &mut SqliteConnection,
    user: UserId,
    change: impl FnOnce(&mut Shelf),
) -> Result<(), StoreError> {
    let row = sqlx::query("SELECT id, record, digest FROM shelves WHERE id = ?1")
        .bind(u64::from(user).cast_signed())
        .fetch_optional(&mut *connection)
        .await?;
    let mut shelf = row.and_then(|row| trusted(&row).ok()).map(|(_, shelf)| shelf).unwrap_or_default();
    change(&mut shelf);
    write_row(connection, "shelves", user.into(), &shelf).await
}
