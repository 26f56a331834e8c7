//! What the bot itself must remember over a restart: how often it identified itself, and which commands each guild has.

use jiff::{SignedDuration, Timestamp};

use crate::store::Store;
use crate::store::error::Result;

/// How long an IDENTIFY is remembered. Discord counts over 24 hours; twice that leaves room for a clock set back.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

impl Store {
    /// Notes that an IDENTIFY is about to be sent, and forgets those too old to count. Killing the process does not undo it.
    pub async fn record_identify(&self, at: Timestamp) -> Result<()> {
        let oldest = at.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN).as_millisecond();
        let mut transaction = self.pool().begin().await?;
        sqlx::query("DELETE FROM identifies WHERE at < ?1").bind(oldest).execute(&mut *transaction).await?;
        let insert = sqlx::query("INSERT INTO identifies (at) VALUES (?1)");
        insert.bind(at.as_millisecond()).execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// Moves IDENTIFYs that are later than `now` to it: the clock was set back, and they would look recent.
    pub async fn settle_identifies(&self, now: Timestamp) -> Result<()> {
        let update = sqlx::query("UPDATE identifies SET at = ?1 WHERE at > ?1");
        update.bind(now.as_millisecond()).execute(&self.pool()).await?;
        Ok(())
    }

    /// When IDENTIFYs were sent at or after `since`, oldest first.
    pub async fn identifies_since(&self, since: Timestamp) -> Result<Vec<Timestamp>> {
        let select = sqlx::query_scalar("SELECT at FROM identifies WHERE at >= ?1 ORDER BY at");
        let sent: Vec<i64> = select.bind(since.as_millisecond()).fetch_all(&self.pool()).await?;
        // A number outside of jiff's range cannot have been written by this program, and says nothing about the budget.
        Ok(sent.into_iter().filter_map(|at| Timestamp::from_millisecond(at).ok()).collect())
    }

    /// The hash of the commands that the guild was given last. `None`: none yet.
    pub async fn registration(&self, guild: u64) -> Result<Option<String>> {
        let select = sqlx::query_scalar("SELECT manifests FROM registrations WHERE guild = ?1");
        Ok(select.bind(guild.cast_signed()).fetch_optional(&self.pool()).await?)
    }

    /// Remembers the hash of the commands that the guild has been given.
    pub async fn set_registration(&self, guild: u64, manifests_hash: &str) -> Result<()> {
        let upsert = sqlx::query(
            "INSERT INTO registrations (guild, manifests) VALUES (?1, ?2)
             ON CONFLICT (guild) DO UPDATE SET manifests = excluded.manifests",
        );
        upsert.bind(guild.cast_signed()).bind(manifests_hash).execute(&self.pool()).await?;
        Ok(())
    }
}
