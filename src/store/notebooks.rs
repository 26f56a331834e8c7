//! The notebook as readers and writers of one process share it.

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Arc, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::store::Store;
use crate::store::error::{Result, StoreError};
use crate::store::notebook::PATIENCE;
use callsheet_core::domain::id::GuildId;
use callsheet_core::notebook::Change;
use callsheet_core::notebook::guilds::Notebooks;

/// Keeps the notebooks in memory and on disk. A change is on disk before anybody sees it; readers never wait for one.
#[derive(Debug)]
pub struct NotebookStore {
    store: Store,
    current: ArcSwap<Notebooks>,
    /// Held from the write to the swap, so that no change is lost to another and both places see the same order.
    writing: Mutex<()>,
    /// Look-ups that wait for their turn, to be written together.
    lookups: std::sync::Mutex<Vec<(GuildId, Change)>>,
}

impl NotebookStore {
    /// Reads what is on disk, for a bot that serves these servers. To be called before [`Store::load`], for the reason
    /// given at [`Store::notebooks`].
    pub async fn open(store: Store, served: &BTreeSet<u64>) -> Result<Self> {
        let mut opened = Self::read(store).await?;
        if opened.store.assign_to_guild(served).await? {
            opened.current = ArcSwap::from_pointee(opened.store.notebooks().await?);
        }
        Ok(opened)
    }

    /// Reads what is on disk, for the operator at the terminal.
    pub async fn read(store: Store) -> Result<Self> {
        let current = ArcSwap::from_pointee(store.notebooks().await?);
        Ok(Self { store, current, writing: Mutex::default(), lookups: std::sync::Mutex::default() })
    }

    pub fn current(&self) -> Arc<Notebooks> {
        self.current.load_full()
    }

    /// Remembers a change in a server, once: two clicks of one thumb may come before either is written.
    pub async fn record(&self, guild: GuildId, change: Change) -> Result<()> {
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        if self.current.load().of(guild).has(&change) {
            return Ok(());
        }
        self.write(&[(guild, change)]).await
    }

    /// Remembers a look-up, together with those that wait; if that fails, the first of them learns it for all.
    pub async fn record_lookup(&self, guild: GuildId, change: Change) -> Result<()> {
        self.lookups().push((guild, change));
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        let lookups = mem::take(&mut *self.lookups());
        if lookups.is_empty() { Ok(()) } else { self.write(&lookups).await }
    }

    async fn write(&self, changes: &[(GuildId, Change)]) -> Result<()> {
        self.store.record_all(changes).await?;
        let now = changes.iter().fold(self.current(), |now, (guild, change)| now.with(*guild, *change).into());
        self.current.store(now);
        Ok(())
    }

    fn lookups(&self) -> MutexGuard<'_, Vec<(GuildId, Change)>> {
        // A panic leaves the list as it was.
        self.lookups.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
