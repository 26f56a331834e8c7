//! Drafts and changes sent to IT Glue, as readers and writers of one process share them: in memory and on disk.
//!
//! They hold values of contacts, and are encrypted as the copy is. A change is on disk before it is sent, so that after a
//! kill at any moment its outcome can be found out.

use std::path::Path;
use std::sync::Arc;

use arc_swap::ArcSwap;
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection, SqlitePool};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::store::error::{Result, StoreError};
use crate::store::key::{Key, Place};
use crate::store::notebook::PATIENCE;
use crate::store::records::{read_json, write_json};
use crate::store::{Store, encryption, open};
use callsheet_core::edits::{Draft, EditChange, EditId, Edits, KEPT, Sent};

const DRAFTS: &str = "drafts";
const EDITS: &str = "edits";

/// The tables that are encrypted like the copy, and are none of it.
pub(super) const TABLES: [&str; 2] = [DRAFTS, EDITS];

/// Keeps the edits in memory and on disk. A change is on disk before anybody sees it; readers never wait for one.
#[derive(Debug)]
pub struct EditStore {
    store: Store,
    current: ArcSwap<Edits>,
    /// Held from the write to the swap, so that both places see the same order.
    writing: Mutex<()>,
}

impl EditStore {
    /// Reads what is on disk. To be called before [`Store::load`], like [`Store::notebooks`].
    pub async fn open(store: Store) -> Result<Self> {
        let edits = store.or_rebuilt(|| async { read(&store.pool(), store.key()).await }).await?;
        Ok(Self { store, current: ArcSwap::from_pointee(edits), writing: Mutex::default() })
    }

    pub fn current(&self) -> Arc<Edits> {
        self.current.load_full()
    }

    pub async fn record(&self, change: EditChange) -> Result<()> {
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        self.write(&change).await?;
        self.current.store(self.current().with(change).into());
        Ok(())
    }

    /// When the last sweep began that read the whole account.
    pub async fn swept_at(&self) -> Result<Option<Timestamp>> {
        Ok(self.store.progress().await?.swept_at)
    }

    /// Forgets drafts that are not kept any more, and what was sent before a moment.
    pub async fn forget(&self, before: Timestamp, now: Timestamp) -> Result<()> {
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        let kept = self.current().since(before, now.checked_sub(KEPT).unwrap_or(Timestamp::MIN));
        if kept == *self.current() {
            return Ok(());
        }
        let mut transaction = self.begin().await?;
        for (table, gone) in [
            (
                DRAFTS,
                ids(&mut transaction, DRAFTS).await?.into_iter().filter(|id| !kept.has_draft(*id)).collect::<Vec<_>>(),
            ),
            (EDITS, ids(&mut transaction, EDITS).await?.into_iter().filter(|id| kept.sent(*id).is_none()).collect()),
        ] {
            for id in gone {
                delete(&mut transaction, table, id).await?;
            }
        }
        transaction.commit().await?;
        self.current.store(kept.into());
        Ok(())
    }

    async fn begin(&self) -> Result<sqlx::Transaction<'static, sqlx::Sqlite>> {
        let pool = self.store.pool();
        // A transaction that starts by reading could not wait for another process's write; this one can.
        let begun = timeout(PATIENCE, pool.begin_with("BEGIN IMMEDIATE")).await;
        Ok(begun.map_err(|_| StoreError::Busy)??)
    }

    async fn write(&self, change: &EditChange) -> Result<()> {
        let mut transaction = self.begin().await?;
        let key = self.store.key();
        encryption::settle(&mut transaction, key).await?;
        match change {
            EditChange::Keep(draft) => {
                let place = Place { table: DRAFTS, id: draft.id.0 };
                encryption::write_record(&mut transaction, key, place, write_json(&**draft)?).await?;
            }
            EditChange::Drop(id) => delete(&mut transaction, DRAFTS, *id).await?,
            EditChange::Send(sent) => {
                let place = Place { table: EDITS, id: sent.id.0 };
                encryption::write_record(&mut transaction, key, place, write_json(&**sent)?).await?;
            }
        }
        Ok(transaction.commit().await?)
    }
}

/// Everything that can be read. A row that cannot be trusted is left out: a draft is typed again, and of a change the next
/// sweep tells what became of it.
async fn read(pool: &SqlitePool, key: Option<&Key>) -> Result<Edits> {
    let mut connection = pool.acquire().await?;
    let key = encryption::in_force(&mut connection, key).await?;
    let (drafts, lost_drafts) = rows::<Draft>(&mut connection, key, DRAFTS).await?;
    let (sent, lost) = rows::<Sent>(&mut connection, key, EDITS).await?;
    if lost_drafts + lost > 0 {
        tracing::error!(drafts = lost_drafts, changes = lost, "skipped damaged rows of drafts and changes sent");
    }
    Ok(Edits::of(drafts, sent))
}

async fn rows<T: serde::de::DeserializeOwned>(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    table: &'static str,
) -> Result<(Vec<T>, usize)> {
    let select = AssertSqlSafe(format!("SELECT id, record, digest FROM {table}"));
    let (mut read, mut lost, mut buffer) = (Vec::new(), 0, Vec::new());
    for row in sqlx::query(select).fetch_all(connection).await? {
        let (id, record, digest): (i64, &[u8], Option<i64>) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        let place = Place { table, id: id.cast_unsigned() };
        match encryption::plain(key, place, record, digest, &mut buffer).and_then(read_json) {
            Ok(record) => read.push(record),
            Err(_) => lost += 1,
        }
    }
    Ok((read, lost))
}

async fn ids(connection: &mut SqliteConnection, table: &str) -> Result<Vec<EditId>> {
    let ids: Vec<i64> =
        sqlx::query_scalar(AssertSqlSafe(format!("SELECT id FROM {table}"))).fetch_all(connection).await?;
    Ok(ids.into_iter().map(|id| EditId(id.cast_unsigned())).collect())
}

async fn delete(connection: &mut SqliteConnection, table: &str, id: EditId) -> Result<()> {
    let delete = AssertSqlSafe(format!("DELETE FROM {table} WHERE id = ?1"));
    sqlx::query(delete).bind(id.0.cast_signed()).execute(connection).await?;
    Ok(())
}

/// Puts the changes of a database that was set aside into its successor, each row as it is. A failure must not keep the bot
/// from starting.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool) {
    let carried = async {
        let mut from = open::read_only(aside).await?;
        let rows = sqlx::query("SELECT id, record, digest, typeof(record) FROM edits").fetch_all(&mut from).await?;
        let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
        for row in &rows {
            let insert = sqlx::query("INSERT OR REPLACE INTO edits (id, record, digest) VALUES (?1, ?2, ?3)");
            let insert = insert.bind(row.try_get::<i64, _>(0)?);
            let insert = if row.try_get::<&str, _>(3)? == "blob" {
                insert.bind(row.try_get::<Vec<u8>, _>(1)?)
            } else {
                insert.bind(row.try_get::<String, _>(1)?)
            };
            insert.bind(row.try_get::<Option<i64>, _>(2)?).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok::<_, StoreError>(rows.len())
    };
    match carried.await {
        Ok(0) => {}
        Ok(changes) => tracing::warn!(changes, "carried over changes sent to IT Glue from the damaged database"),
        Err(error) => tracing::warn!(%error, "could not carry over changes sent to IT Glue from the damaged database"),
    }
}
