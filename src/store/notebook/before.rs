//! Rows from before servers were kept apart: whose they are, or that nobody can say so.

use std::collections::BTreeSet;

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::store::error::Result;
use crate::store::key::Key;
use crate::store::notebook::rows::{ATTEMPTS, Place, SHELVES, Table, proven, trusted, write};
use crate::store::{Store, encryption};
use callsheet_core::domain::id::{GuildId, UserId};
use callsheet_core::notebook::attempts::Kept;
use callsheet_core::notebook::shelf::Shelf;

impl Store {
    /// Gives what says of no server to the one that is served, where the database has known no other. Otherwise it is
    /// deleted: it might be shown to the wrong one. Returns whether there was anything.
    pub(in crate::store) async fn assign_to_guild(&self, served: &BTreeSet<u64>) -> Result<bool> {
        let pool = self.pool();
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        let rows = "SELECT (SELECT count(*) FROM attempts WHERE guild IS NULL)
                         + (SELECT count(*) FROM shelves WHERE guild IS NULL)";
        let rows: i64 = sqlx::query_scalar(rows).fetch_one(&mut *transaction).await?;
        if rows == 0 {
            return Ok(false);
        }
        let known: Vec<i64> =
            sqlx::query_scalar("SELECT guild FROM registrations").fetch_all(&mut *transaction).await?;
        let guilds: BTreeSet<u64> = known.into_iter().map(i64::cast_unsigned).chain(served.iter().copied()).collect();
        if let [only] = guilds.into_iter().collect::<Vec<_>>()[..] {
            let key = self.key();
            // Or it would vouch with a key that is no longer the database's.
            encryption::in_force(&mut transaction, key).await?;
            assign(&mut transaction, key, GuildId(only)).await?;
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

/// Writes anew, for this server, what can be trusted. The key vouches for what it has vouched for before, and for nothing else.
async fn assign(connection: &mut SqliteConnection, key: Option<&Key>, guild: GuildId) -> Result<()> {
    for (is_vouched, row) in unassigned(connection, ATTEMPTS, key).await? {
        if let Ok((_, _, call)) = trusted::<Kept>(&row, ATTEMPTS, None) {
            write(connection, key.filter(|_| is_vouched), Place::of_attempt(guild, &call.attempt), &call).await?;
        }
    }
    let taken = sqlx::query_scalar("SELECT id FROM shelves WHERE guild = ?1").bind(guild.0.cast_signed());
    let taken: Vec<i64> = taken.fetch_all(&mut *connection).await?;
    for (is_vouched, row) in unassigned(connection, SHELVES, key).await? {
        // Of two rows for one user the one that is vouched for stays.
        if let Ok((user, _, shelf)) = trusted::<Shelf>(&row, SHELVES, None)
            && (is_vouched || !taken.contains(&user.cast_signed()))
        {
            write(connection, key.filter(|_| is_vouched), Place::of_shelf(guild, UserId(user)), &shelf).await?;
        }
    }
    Ok(())
}

/// The rows that say of no server, last those that are vouched for.
async fn unassigned(
    connection: &mut SqliteConnection,
    table: Table,
    key: Option<&Key>,
) -> Result<Vec<(bool, SqliteRow)>> {
    let select = AssertSqlSafe(format!("{} WHERE guild IS NULL ORDER BY rowid", table.select("guild", "tag")));
    let rows = sqlx::query(select).fetch_all(connection).await?.into_iter();
    let mut rows: Vec<_> = rows.map(|row| (proven(&row, table, key).is_ok(), row)).collect();
    rows.sort_by_key(|(is_vouched, _)| *is_vouched);
    Ok(rows)
}
