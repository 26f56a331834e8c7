//! Rows from before servers were kept apart: whose they are, or that nobody can say so.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use crate::domain::id::{GuildId, UserId};
use crate::notebook::attempts::Attempt;
use crate::notebook::shelf::Shelf;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::notebook::rows::{trusted, write_attempt, write_shelf};

impl Store {
    /// Gives what says of no server to the one that is served, where this database has never known another. Where it has,
    /// nobody can say whose it is, and it is deleted: to show it in one of them might show it to the wrong one. Returns
    /// whether there was anything.
    pub(in crate::store) async fn assign_to_guild(&self, served: &BTreeSet<u64>) -> Result<bool, StoreError> {
        let pool = self.pool();
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        let rows: i64 = sqlx::query_scalar(
            "SELECT (SELECT count(*) FROM attempts WHERE guild IS NULL)
                  + (SELECT count(*) FROM shelves WHERE guild IS NULL)",
        )
        .fetch_one(&mut *transaction)
        .await?;
        if rows == 0 {
            return Ok(false);
        }
        let known: Vec<i64> =
            sqlx::query_scalar("SELECT guild FROM registrations").fetch_all(&mut *transaction).await?;
        let guilds: BTreeSet<u64> = known.into_iter().map(i64::cast_unsigned).chain(served.iter().copied()).collect();
        if let [only] = guilds.into_iter().collect::<Vec<_>>()[..] {
            assign(&mut transaction, GuildId(only)).await?;
            tracing::info!(rows, guild = only, "attempts, recents and favourites belong to this server from now on");
        } else {
            tracing::warn!(
                rows,
                "deleted attempts, recents and favourites from before servers were kept apart: several are served, or were, and the rows do not say whose they are"
            );
        }
        for delete in ["DELETE FROM attempts WHERE guild IS NULL", "DELETE FROM shelves WHERE guild IS NULL"] {
            sqlx::query(delete).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }
}

/// Writes anew, for this server, what can be trusted.
async fn assign(connection: &mut SqliteConnection, guild: GuildId) -> Result<(), StoreError> {
    let attempts = "SELECT guild, at, record, digest FROM attempts WHERE guild IS NULL ORDER BY rowid";
    for row in sqlx::query(attempts).fetch_all(&mut *connection).await? {
        if let Ok((_, (_, attempt))) = trusted::<Attempt>(&row) {
            write_attempt(connection, Some(guild), &attempt).await?;
        }
    }
    let shelves = "SELECT guild, id, record, digest FROM shelves WHERE guild IS NULL";
    for row in sqlx::query(shelves).fetch_all(&mut *connection).await? {
        if let Ok((user, (_, shelf))) = trusted::<Shelf>(&row) {
            write_shelf(connection, Some(guild), UserId(user), &shelf).await?;
        }
    }
    Ok(())
}
