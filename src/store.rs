//! The database: the last good copy of the account, and what the bot must remember over a restart.
//!
//! The account's records are encrypted and sealed as a whole where there is a [`key`], and what Callsheet itself remembers
//! is vouched for; it holds ids, times and outcomes only.
//!
//! SQLite in WAL mode: a reader never blocks the writer, and a process killed at any moment leaves the last committed
//! state behind. Nearly everything in it can be fetched again from IT Glue, so a file that is damaged is moved out of the
//! way and a new one started, with what can be read of the rest; a file that cannot be used for any other reason is an
//! error.

pub mod bot;
pub mod edits;
pub mod encryption;
pub mod error;
mod files;
pub mod journal;
pub mod key;
mod leftovers;
pub mod lock;
mod migrations;
pub mod notebook;
pub mod notebooks;
pub mod noted;
mod open;
pub mod progress;
pub mod records;
mod seal;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use sqlx::SqlitePool;

use crate::store::error::{Result, StoreError};
use crate::store::key::Key;
use crate::store::open::Access;

/// The open database. Cheap to clone; all clones are the same database.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    key: Option<Arc<Key>>,
    pool: Arc<ArcSwap<SqlitePool>>,
    /// Nothing is changed then, not even where something is wrong.
    is_only_read: bool,
}

impl Store {
    /// Opens a database that is in the clear; otherwise as [`Store::open_with_key`].
    pub async fn open(path: &Path) -> Result<Self> {
        Self::open_with_key(path, None).await
    }

    /// Opens the database file, creating it where missing, and setting it aside where it is damaged or, with a key, in
    /// the clear. With another key than the database's, nothing is touched.
    pub async fn open_with_key(path: &Path, key: Option<&Key>) -> Result<Self> {
        let mut store = Self::open_as(path, Access::Key(key)).await?;
        store.key = key.cloned().map(Arc::new);
        store.remove_clear_aside().await;
        Ok(store)
    }

    async fn open_as(path: &Path, access: Access<'_>) -> Result<Self> {
        // Absolute, because the engine reads a name like `file:x` as something else, and so that errors name the place.
        let path = std::path::absolute(path).map_err(|error| StoreError::file(path, error))?;
        let pool = match open::connect(&path, access).await {
            Err(StoreError::Damaged { what }) => replace(&path, access, what).await?,
            outcome => outcome?,
        };
        Ok(Self { path, key: None, pool: Arc::new(ArcSwap::from_pointee(pool)), is_only_read: false })
    }

    /// Closes the file, for every clone. The engine then takes its log back into the database.
    pub async fn close(&self) {
        self.pool().close().await;
    }

    fn pool(&self) -> SqlitePool {
        SqlitePool::clone(&self.pool.load())
    }

    fn key(&self) -> Option<&Key> {
        self.key.as_deref()
    }

    /// Does work on the database, and does it again on a new one where this one is damaged.
    async fn or_rebuilt<T, F: Future<Output = Result<T>>>(&self, work: impl Fn() -> F) -> Result<T> {
        match work().await {
            Err(StoreError::Damaged { what }) => {
                self.rebuild(what).await?;
                work().await
            }
            outcome => outcome,
        }
    }

    /// Sets the damaged file aside and starts a new one.
    async fn rebuild(&self, what: &'static str) -> Result<()> {
        if self.is_only_read {
            return Err(StoreError::Damaged { what });
        }
        self.close().await;
        self.pool.store(Arc::new(replace(&self.path, Access::Key(self.key()), what).await?));
        self.remove_clear_aside().await;
        Ok(())
    }

    /// Deletes databases that were set aside and may hold anything in the clear, where there is a key to prevent that.
    async fn remove_clear_aside(&self) {
        let Some(key) = self.key() else { return };
        for aside in files::set_aside(&self.path) {
            if encryption::is_sealed(&aside, key).await {
                continue;
            }
            if let Err(error) = files::remove(&aside) {
                tracing::error!(
                    %error,
                    "cannot delete a database that was set aside and may hold contacts in the clear: delete it by hand"
                );
            } else {
                let file = aside.display();
                tracing::warn!(%file, "deleted a database that was set aside: it may have held contacts in the clear");
            }
        }
    }
}

/// Sets the damaged file aside and starts one with nothing in it but what cannot be fetched again.
async fn replace(path: &Path, access: Access<'_>, what: &'static str) -> Result<SqlitePool> {
    let aside = open::set_aside(path, what)?;
    let pool = open::connect(path, access).await?;
    notebook::carry_over(&aside, &pool).await;
    noted::carry_over(&aside, &pool).await;
    edits::carry_over(&aside, &pool).await;
    Ok(pool)
}
