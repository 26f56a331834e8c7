//! What Callsheet itself remembers, on disk: read all at once, written change by change.
//!
//! Nothing of it can be fetched again, so a row that cannot be trusted is skipped and the others kept, and what can be read
//! of a database that is set aside goes into the new one.

mod before;
mod pages;
mod rows;

use std::path::Path;
use std::time::Duration;

use sqlx::{SqliteConnection, SqlitePool};
use tokio::time::timeout;

use crate::domain::id::{GuildId, UserId};
use crate::notebook::Change;
use crate::notebook::attempts::{MOST, REMEMBERED};
use crate::notebook::guilds::Notebooks;
use crate::notebook::shelf::Shelf;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::notebook::pages::Pages;
use crate::store::notebook::rows::{trusted, write_attempt, write_binding, write_shelf};

/// How long a change waits for those before it, and then for another process that is writing. Whoever made it waits for an
/// answer, which Discord takes for 3 s, and is to be told in time that nothing was written down.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

impl Store {
    /// Reads everything that can be trusted and says of which server it is. To be called before [`Store::load`]: a database whose tables cannot be read is
    /// set aside, and with it the copy of the account.
    pub async fn notebooks(&self) -> Result<Notebooks, StoreError> {
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
                "skipped damaged rows of attempts, channel bindings, recents and favourites"
            );
        }
        Ok(pages.notebooks())
    }

    /// Writes one change in a server, whole or not at all.
    pub async fn record(&self, guild: GuildId, change: Change) -> Result<(), StoreError> {
        let pool = self.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let begun = timeout(PATIENCE, pool.begin_with("BEGIN IMMEDIATE")).await;
        let mut transaction = begun.map_err(|_| StoreError::Busy)??;
        match change {
            Change::Attempt(attempt) => {
                write_attempt(&mut transaction, Some(guild), &attempt).await?;
                forget(&mut transaction, guild).await?;
            }
            Change::Bind { channel, binding } => {
                write_binding(&mut transaction, channel, &binding).await?;
            }
            Change::Unbind { channel } => {
                sqlx::query("DELETE FROM bindings WHERE guild = ?1 AND id = ?2")
                    .bind(guild.0.cast_signed())
                    .bind(channel.0.cast_signed())
                    .execute(&mut *transaction)
                    .await?;
            }
            Change::LookedUp { user, contact, at } => {
                update_shelf(&mut transaction, guild, user, |shelf| shelf.looked_up(contact, at)).await?;
            }
            Change::Favourite { user, contact, on } => {
                update_shelf(&mut transaction, guild, user, |shelf| shelf.set_favourite(contact, on)).await?;
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
    let (attempts, bindings, shelves) = (pages.attempts.len(), pages.bindings.len(), pages.shelves.len());
    match pages.write(pool).await {
        Ok(()) => {
            tracing::warn!(attempts, bindings, shelves, "carried over what could be read of the damaged database");
        }
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::error!(error, attempts, bindings, shelves, "could not carry over from the damaged database");
        }
    }
}

/// Deletes the attempts of a server that are no longer remembered.
async fn forget(connection: &mut SqliteConnection, guild: GuildId) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM attempts WHERE guild = ?1 AND (
            at < (SELECT max(at) FROM attempts WHERE guild = ?1) - ?2
            OR rowid IN (SELECT rowid FROM attempts WHERE guild = ?1 ORDER BY at DESC LIMIT -1 OFFSET ?3)
         )",
    )
    .bind(guild.0.cast_signed())
    .bind(i64::try_from(REMEMBERED.as_millis()).unwrap_or(i64::MAX))
    .bind(i64::try_from(MOST).unwrap_or(i64::MAX))
    .execute(connection)
    .await?;
    Ok(())
}

/// Changes what is remembered of a user in a server. What was damaged starts anew.
async fn update_shelf(
    connection: &mut SqliteConnection,
    guild: GuildId,
    user: UserId,
    change: impl FnOnce(&mut Shelf),
) -> Result<(), StoreError> {
    let row = sqlx::query("SELECT guild, id, record, digest FROM shelves WHERE guild = ?1 AND id = ?2")
        .bind(guild.0.cast_signed())
        .bind(user.0.cast_signed())
        .fetch_optional(&mut *connection)
        .await?;
    let mut shelf = row.and_then(|row| trusted(&row).ok()).map(|(_, (_, shelf))| shelf).unwrap_or_default();
    change(&mut shelf);
    write_shelf(connection, Some(guild), user, &shelf).await
}
