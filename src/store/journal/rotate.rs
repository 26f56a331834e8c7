//! Sealing the journal with another key.

use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::{Connection, SqliteConnection};

use crate::clock;
use crate::store::error::Result;
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::{append, existing, file, rows};
use crate::store::key::Key;
use callsheet_core::journal::Action;
use callsheet_core::journal::seal::Vouching;

/// Rows that are in memory at once.
const AT_ONCE: i64 = 10_000;

/// Seals every entry with `new` that `old` has sealed, and notes that: all of it or nothing. Others stay as they are.
pub(in crate::store) async fn rotate(database: &Path, old: &Key, new: &Key) -> Result<()> {
    let Some(path) = existing(database)? else { return Ok(()) };
    let mut connection = file::open(&path, Some(old)).await?.connection;
    let sealed = seal_anew(&mut connection, old, new).await;
    connection.close().await?;
    sealed
}

async fn seal_anew(connection: &mut SqliteConnection, old: &Key, new: &Key) -> Result<()> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let (mut after, mut sealed) = (i64::MIN, 0_u64);
    loop {
        let some: Vec<_> = rows::after(&mut transaction, after, AT_ONCE).try_collect().await?;
        let Some(last) = some.last() else { break };
        after = last.seq.cast_signed();
        for row in &some {
            let Some(head) = rows::stored_head(row).filter(|_| append::is_sealed(row, Some(old.journal()))) else {
                continue;
            };
            rows::set_seal(&mut transaction, row.seq, &new.journal().seal(Vouching::Entry, head)).await?;
            sealed += 1;
        }
    }
    let mut head = rows::head(&mut transaction).await?;
    if sealed > 0 {
        let line = rows::line(clock::now(), Action::Keyed)?;
        let (next, noted) = rows::chained(head, [&line], Some(new.journal()));
        rows::insert(&mut transaction, &noted).await?;
        Checkpoint::follow(&mut transaction, Some(new), head, next).await?;
        head = next;
    }
    transaction.commit().await?;
    tracing::info!(sealed, %head, "sealed the audit log with the new key");
    Ok(())
}
