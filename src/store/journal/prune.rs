//! Removing what is older than is kept, so that the rest stays provable and the removal can be seen.

use futures_util::TryStreamExt;
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use crate::store::error::Result;
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::file;
use crate::store::journal::rows::{self, End};
use crate::store::key::Key;
use callsheet_core::journal::chain::Head;
use callsheet_core::journal::{Action, Entry};

/// Entries removed by one commit: some milliseconds, and an entry that comes meanwhile waits for no more than that.
const AT_ONCE: u64 = 500;

/// Removes some of the entries from before a moment, and returns how many, and the new head; none where there are no more.
///
/// It stops at one that is younger, even if older ones follow, which a clock set back can do; and at one that is not what
/// was written, which is evidence. What was read beyond a damage goes all at once with the entry that says so: what was left
/// of it would look as if it were proven.
pub(super) async fn prune(
    connection: &mut SqliteConnection,
    before: Timestamp,
    at: Timestamp,
    key: Option<&Key>,
) -> Result<(u64, Head)> {
    // Or what notes the removal would be next to go, and what notes that, without end.
    let before = before.min(at);
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let base = rows::base(&mut transaction).await?;
    let head = rows::head(&mut transaction).await?;
    let (mut through, mut read, mut unproven) = (base, base, 0_u64);
    {
        let mut rows = rows::all(&mut transaction, End::First, true);
        while (unproven > 0 || through.seq - base.seq < AT_ONCE)
            && let Some(row) = rows.try_next().await?
        {
            let next = match read.accept(&row) {
                Ok(next) => next,
                Err(fault) => {
                    tracing::error!(%fault, "pruned no further; `callsheet journal verify` tells more");
                    break;
                }
            };
            let Some(entry) = Entry::decode(&row.entry).filter(|entry| entry.at < before) else { break };
            read = next;
            unproven = match entry.action {
                Action::Damaged { rechained, .. } if unproven == 0 => rechained,
                _ => unproven.saturating_sub(1),
            };
            if unproven == 0 {
                through = read;
            }
        }
    }
    if through == base {
        return Ok((0, head));
    }
    rows::set_base(&mut transaction, through).await?;
    let line = rows::line(at, Action::Pruned(through))?;
    let (before, (head, noted)) = (head, rows::chained(head, [&line], key.map(Key::journal)));
    rows::insert(&mut transaction, &noted).await?;
    Checkpoint::follow(&mut transaction, key, before, head).await?;
    let delete = sqlx::query("DELETE FROM journal WHERE seq <= ?1").bind(through.seq.cast_signed());
    delete.execute(&mut *transaction).await?;
    transaction.commit().await?;
    // What was removed must not linger in the log. A reader can delay this to the next time; no entry waits for that.
    sqlx::query("PRAGMA busy_timeout = 0").execute(&mut *connection).await?;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *connection).await?;
    let patience = format!("PRAGMA busy_timeout = {}", file::PATIENCE.as_millis());
    sqlx::query(AssertSqlSafe(patience)).execute(&mut *connection).await?;
    Ok((through.seq - base.seq, head))
}
