//! The database: the last good copy of the account, and what the bot must remember over a restart.
//!
//! SQLite in WAL mode: a reader never blocks the writer, and a process killed at any moment leaves the last committed
//! state behind. Nearly everything in it can be fetched again from IT Glue, so a file that is damaged is moved out of the
//! way and a new one started, with what can be read of the rest; a file that cannot be used for any other reason is an
//! error.

mod open;

pub mod error;

pub mod progress;

pub mod records;

pub mod bot;

pub mod notebook;

pub mod keeper;

pub mod journal;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use sqlx::SqlitePool;

use crate::store::error::StoreError;

/// The open database. Cheap to clone; all clones are the same database.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    pool: Arc<ArcSwap<SqlitePool>>,
}

impl Store {
    /// Opens the database file, creating it and its tables where missing, and setting it aside where it is damaged.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        // Absolute, because the engine reads a name like `file:x` as something else, and so that errors name the place.
        let path = std::path::absolute(path).map_err(|error| StoreError::file(path, error))?;
        let pool = match open::connect(&path).await {
            Err(StoreError::Damaged { what }) => replace(&path, what).await?,
            outcome => outcome?,
        };
        Ok(Self { path, pool: Arc::new(ArcSwap::from_pointee(pool)) })
    }

    /// Closes the file, for every clone. The engine then takes its log back into the database.
    pub async fn close(&self) {
        self.pool().close().await;
    }

    fn pool(&self) -> SqlitePool {
        SqlitePool::clone(&self.pool.load())
    }

    /// Sets the damaged file aside and starts a new one.
    async fn rebuild(&self, what: &'static str) -> Result<(), StoreError> {
        self.close().await;
        self.pool.store(Arc::new(replace(&self.path, what).await?));
        Ok(())
    }
}

/// Sets the damaged file aside and starts one with nothing in it but what cannot be fetched again.
async fn replace(path: &Path, what: &'static str) -> Result<SqlitePool, StoreError> {
    let aside = open::set_aside(path, what)?;
    let pool = open::connect(path).await?;
    notebook::carry_over(&aside, &pool).await;
    Ok(pool)
}
