//! What Callsheet itself remembers, on disk: read all at once, written change by change.
//!
//! Nothing of it can be fetched again, so a row that cannot be trusted is skipped and the others kept, and what can be read
//! of a database that is set aside goes into the new one. With a key only rows that it vouches for are trusted; the others
//! stay where they are, until an operator says that they are to be believed.

mod pages;

use std::path::Path;
use std::time::Duration;

use serde::Serialize;
use sqlx::{AssertSqlSafe, Row, SqlSafeStr, SqliteConnection, SqlitePool};
use tokio::time::timeout;

use crate::domain::id::{ChannelId, UserId};
use crate::notebook::attempts::{Attempt, MOST, REMEMBERED};
use crate::notebook::shelf::Shelf;
use crate::notebook::{Change, Notebook};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::key::{Key, Place, Tag};
use crate::store::notebook::pages::{Pages, proven, trusted};
use crate::store::records::write_json;
use crate::store::{encryption, records};

/// How long a change waits for those before it, and then for another process that is writing. Whoever made it waits for an
/// answer, which Discord takes for 3 s, and is to be told in time that nothing was written down.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

impl Store {
    /// Reads everything that can be trusted. To be called before [`Store::load`]: a database whose tables cannot be read is
    /// set aside, and with it the copy of the account.
    pub async fn notebook(&self) -> Result<Notebook, StoreError> {
        let pages = match Pages::read(&self.pool(), self.key()).await {
            Err(StoreError::Damaged { what }) => {
                self.rebuild(what).await?;
                Pages::read(&self.pool(), self.key()).await?
            }
            outcome => outcome?,
        };
        if pages.unproven > 0 {
            tracing::error!(
                rows = pages.unproven,
                "left out rows of attempts, channel bindings, recents and favourites that were written without CALLSHEET_KEY: \
                 anybody could have; `callsheet key encrypt` takes them over"
            );
        }
        if pages.skipped > 0 {
            tracing::warn!(
                rows = pages.skipped,
                "skipped damaged rows of attempts, channel bindings, recents and favourites"
            );
        }
        Ok(Notebook::of(pages.attempts, pages.bindings, pages.shelves))
    }

    /// Writes one change, whole or not at all.
    pub async fn record(&self, change: Change) -> Result<(), StoreError> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let begun = timeout(PATIENCE, pool.begin_with("BEGIN IMMEDIATE")).await;
        let mut transaction = begun.map_err(|_| StoreError::Busy)??;
        let key = self.key();
        // Or it would vouch with a key that is no longer the database's.
        encryption::in_force(&mut transaction, key).await?;
        match change {
            Change::Attempt(attempt) => {
                write_attempt(&mut transaction, key, &attempt).await?;
                forget(&mut transaction).await?;
            }
            Change::Bind { channel, binding } => {
                write_page(&mut transaction, key, binding_of(channel), &binding).await?;
            }
            Change::Unbind { channel } => {
                sqlx::query("DELETE FROM bindings WHERE id = ?1")
                    .bind(u64::from(channel).cast_signed())
                    .execute(&mut *transaction)
                    .await?;
            }
            Change::LookedUp { user, contact, at } => {
                update_shelf(&mut transaction, key, user, |shelf| shelf.looked_up(contact, at)).await?;
            }
            Change::Favourite { user, contact, on } => {
                update_shelf(&mut transaction, key, user, |shelf| shelf.set_favourite(contact, on)).await?;
            }
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Puts what can be read of a database that was set aside into the one that takes its place. As far as it goes: failing
/// here must not keep the bot from starting.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool, key: Option<&Key>) {
    let proven = Pages::salvage(aside, key).await;
    let mut others = Pages::default();
    if key.is_some() {
        // They stay what they are: not to be believed, and not lost.
        others = Pages::salvage(aside, None).await;
        others.attempts.retain(|attempt| proven.attempts.binary_search(attempt).is_err());
    }
    if proven.is_empty() && others.is_empty() {
        return;
    }
    let (attempts, bindings, users) = (proven.attempts.len(), proven.bindings.len(), proven.shelves.len());
    // First, so that of two rows for the same thing the proven one stays.
    let written = match others.write(pool, None).await {
        Ok(()) => proven.write(pool, key).await,
        failed => failed,
    };
    match written {
        Ok(()) => tracing::warn!(attempts, bindings, users, "carried over what could be read of the damaged database"),
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::error!(error, attempts, bindings, users, "could not carry over from the damaged database");
        }
    }
}

/// Vouches for every row that `from` vouches for, or where it is `None`, for every row that is not damaged. Returns how
/// many were not vouched for by `to` already.
pub(super) async fn vouch(
    connection: &mut SqliteConnection,
    from: Option<&Key>,
    to: &Key,
) -> Result<usize, StoreError> {
    let mut vouched = 0;
    for table in ["attempts", "bindings", "shelves"] {
        let select = AssertSqlSafe(format!("SELECT *, rowid FROM {table}"));
        let update = AssertSqlSafe(format!("UPDATE {table} SET tag = ?2 WHERE rowid = ?1")).into_sql_str();
        for row in sqlx::query(select).fetch_all(&mut *connection).await? {
            if let Ok((place, json)) = proven(&row, table, from)
                && proven(&row, table, Some(to)).is_err()
            {
                let rowid: i64 = row.try_get(4)?;
                let tag = tag(to, place, &json);
                sqlx::query(update.clone()).bind(rowid).bind(tag.as_slice()).execute(&mut *connection).await?;
                vouched += 1;
            }
        }
    }
    Ok(vouched)
}

fn binding_of(channel: ChannelId) -> Place {
    Place { table: "bindings", id: channel.into() }
}

fn tag(key: &Key, place: Place, json: &str) -> Tag {
    key.tag("row", &[place.table.as_bytes(), &place.id.to_le_bytes(), json.as_bytes()])
}

async fn write_attempt(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    attempt: &Attempt,
) -> Result<(), StoreError> {
    let place = Place { table: "attempts", id: attempt.at.as_millisecond().cast_unsigned() };
    insert(connection, key, place, write_json(attempt)?, "INSERT INTO attempts (at, record, digest, tag)").await
}

/// Writes what there is one row of for each id.
async fn write_page(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    place: Place,
    page: &impl Serialize,
) -> Result<(), StoreError> {
    let insert_or_replace = format!("INSERT OR REPLACE INTO {} (id, record, digest, tag)", place.table);
    insert(connection, key, place, write_json(page)?, &insert_or_replace).await
}

async fn insert(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    place: Place,
    json: String,
    insert: &str,
) -> Result<(), StoreError> {
    let tag = key.map(|key| tag(key, place, &json).to_vec());
    let digest = records::digest(place.id, &json);
    sqlx::query(AssertSqlSafe(format!("{insert} VALUES (?1, ?2, ?3, ?4)")))
        .bind(place.id.cast_signed())
        .bind(json)
        .bind(digest)
        .bind(tag)
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
    key: Option<&Key>,
    user: UserId,
    change: impl FnOnce(&mut Shelf),
) -> Result<(), StoreError> {
    let place = Place { table: "shelves", id: user.into() };
    let row = sqlx::query("SELECT id, record, digest, tag FROM shelves WHERE id = ?1")
        .bind(place.id.cast_signed())
        .fetch_optional(&mut *connection)
        .await?;
    let mut shelf =
        row.and_then(|row| trusted(&row, place.table, key).ok()).map(|(_, shelf)| shelf).unwrap_or_default();
    change(&mut shelf);
    write_page(connection, key, place, &shelf).await
}
