//! What Callsheet itself remembers, on disk: read all at once, written change by change.
//!
//! Nothing of it can be fetched again, so a row that cannot be trusted is skipped and the others kept, and what can be read
//! of a database that is set aside goes into the new one. With a key only rows that it vouches for are trusted; the others
//! stay where they are, until an operator says that they are to be believed.

mod before;
mod pages;
mod rows;

use std::path::Path;
use std::time::Duration;

use sqlx::{AssertSqlSafe, Row as _, SqlSafeStr as _, SqliteConnection, SqlitePool};
use tokio::time::timeout;

use crate::store::error::{Result, StoreError};
use crate::store::key::Key;
use crate::store::notebook::pages::Pages;
use crate::store::notebook::rows::{ATTEMPTS, BINDINGS, Place, SHELVES, delete, proven, trusted, write};
use crate::store::{Store, encryption};
use callsheet_core::domain::id::{GuildId, UserId};
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Kept, MOST, REMEMBERED};
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::notebook::shelf::Shelf;

/// How long a change waits for those before it, and then for another process that is writing. The caller waits for an
/// answer, which Discord takes for 3 s, and has to learn in time that the change was not written.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

impl Store {
    /// Reads everything that can be trusted and says of which server it is. To be called before [`Store::load`]: a database
    /// whose tables cannot be read is set aside, and with it the copy of the account.
    pub async fn notebooks(&self) -> Result<Notebooks> {
        let pages = self.or_rebuilt(|| async { Pages::read(&self.pool(), self.key()).await }).await?;
        if pages.unproven > 0 {
            tracing::error!(
                rows = pages.unproven,
                "left out rows of attempts, channel bindings, recents and favourites that were written without CALLSHEET_KEY: \
                 anybody could have; `callsheet key encrypt` takes them over"
            );
        }
        let rows = pages.skipped;
        if rows > 0 {
            tracing::warn!(rows, "skipped damaged rows of attempts, channel bindings, recents and favourites");
        }
        Ok(pages.notebooks())
    }

    /// Writes one change in a server, whole or not at all.
    pub async fn record(&self, guild: GuildId, change: Change) -> Result<()> {
        self.record_all(&[(guild, change)]).await
    }

    pub(super) async fn record_all(&self, changes: &[(GuildId, Change)]) -> Result<()> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let begun = timeout(PATIENCE, pool.begin_with("BEGIN IMMEDIATE")).await;
        let mut transaction = begun.map_err(|_| StoreError::Busy)??;
        let key = self.key();
        // Or it would vouch with a key that is no longer the database's.
        encryption::in_force(&mut transaction, key).await?;
        for &(guild, change) in changes {
            carry_out(&mut transaction, key, guild, change).await?;
        }
        Ok(transaction.commit().await?)
    }
}

async fn carry_out(connection: &mut SqliteConnection, key: Option<&Key>, guild: GuildId, change: Change) -> Result<()> {
    match change {
        Change::Attempt(attempt) => {
            let call = Kept::from(attempt);
            write(&mut *connection, key, Place::of_attempt(guild, &attempt), &call).await?;
            forget(connection, guild).await
        }
        Change::Undo(attempt) => {
            let (place, call) = (Place::of_attempt(guild, &attempt), Kept { undone: true, ..attempt.into() });
            delete(&mut *connection, place, &Kept::from(attempt)).await?;
            delete(&mut *connection, place, &call).await?;
            write(&mut *connection, key, place, &call).await?;
            forget(connection, guild).await
        }
        Change::Bind { channel, binding } => {
            write(connection, key, Place::of_binding(channel, &binding), &binding).await
        }
        Change::Unbind { channel } => {
            let delete = sqlx::query("DELETE FROM bindings WHERE guild = ?1 AND id = ?2");
            delete.bind(guild.0.cast_signed()).bind(channel.0.cast_signed()).execute(connection).await?;
            Ok(())
        }
        Change::LookedUp { user, contact, at } => {
            update_shelf(connection, key, guild, user, |shelf| shelf.looked_up(contact, at)).await
        }
        Change::Favourite { user, contact, on } => {
            update_shelf(connection, key, guild, user, |shelf| shelf.set_favourite(contact, on)).await
        }
    }
}

/// Puts what can be read of a database that was set aside into its successor, each row as it is, vouched for or not. A
/// failure must not keep the bot from starting.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool) {
    let rows = pages::salvage(aside).await;
    if rows.is_empty() {
        return;
    }
    match rows::write_all(pool, &rows).await {
        Ok(()) => tracing::warn!(rows = rows.len(), "carried over what could be read of the damaged database"),
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::error!(error, rows = rows.len(), "could not carry over from the damaged database");
        }
    }
}

/// Vouches for every row that `from` vouches for, or else every sound row; returns how many were new to `to`.
pub(super) async fn vouch(connection: &mut SqliteConnection, from: Option<&Key>, to: &Key) -> Result<usize> {
    let mut vouched = 0;
    for table in [ATTEMPTS, BINDINGS, SHELVES] {
        let select = AssertSqlSafe(table.select("guild", "tag"));
        let update = AssertSqlSafe(format!("UPDATE {} SET tag = ?2 WHERE rowid = ?1", table.name)).into_sql_str();
        for row in sqlx::query(select).fetch_all(&mut *connection).await? {
            if let Ok((place, json)) = proven(&row, table, from)
                && proven(&row, table, Some(to)).is_err()
            {
                let rowid: i64 = row.try_get(5)?;
                let tag = place.tag(to, &json);
                sqlx::query(update.clone()).bind(rowid).bind(tag.as_slice()).execute(&mut *connection).await?;
                vouched += 1;
            }
        }
    }
    Ok(vouched)
}

pub(super) async fn is_vouched(connection: &mut SqliteConnection, key: &Key) -> Result<bool> {
    for table in [ATTEMPTS, BINDINGS, SHELVES] {
        let rows = sqlx::query(AssertSqlSafe(table.select("guild", "tag"))).fetch_all(&mut *connection).await?;
        if rows.iter().any(|row| proven(row, table, Some(key)).is_ok()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Deletes the attempts of a server that are no longer remembered.
async fn forget(connection: &mut SqliteConnection, guild: GuildId) -> Result<()> {
    let remembered = i64::try_from(REMEMBERED.as_millis()).unwrap_or(i64::MAX);
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let delete = sqlx::query(
        "DELETE FROM attempts WHERE guild = ?1 AND (
            at < (SELECT max(at) FROM attempts WHERE guild = ?1) - ?2
            OR rowid IN (SELECT rowid FROM attempts WHERE guild = ?1 ORDER BY at DESC LIMIT -1 OFFSET ?3)
         )",
    );
    delete.bind(guild.0.cast_signed()).bind(remembered).bind(most).execute(connection).await?;
    Ok(())
}

/// Changes what is remembered of a user in a server. What was damaged starts anew.
async fn update_shelf(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    guild: GuildId,
    user: UserId,
    change: impl FnOnce(&mut Shelf),
) -> Result<()> {
    let select = AssertSqlSafe(format!("{} WHERE guild = ?1 AND id = ?2", SHELVES.select("guild", "tag")));
    let select = sqlx::query(select).bind(guild.0.cast_signed()).bind(user.0.cast_signed());
    let row = select.fetch_optional(&mut *connection).await?;
    let mut shelf = row.and_then(|row| trusted(&row, SHELVES, key).ok()).map(|(_, _, shelf)| shelf).unwrap_or_default();
    change(&mut shelf);
    write(connection, key, Place::of_shelf(guild, user), &shelf).await
}
