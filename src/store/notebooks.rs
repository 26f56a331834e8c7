//! The notebook as readers and writers of one process share it.

use std::collections::BTreeSet;
use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::store::Store;
use crate::store::error::StoreError;
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
}

impl NotebookStore {
    /// Reads what is on disk, for a bot that serves these servers. To be called before [`Store::load`], for the reason
    /// given at [`Store::notebooks`].
    pub async fn open(store: Store, served: &BTreeSet<u64>) -> Result<Self, StoreError> {
        let mut notebooks = store.notebooks().await?;
        if store.assign_to_guild(served).await? {
            notebooks = store.notebooks().await?;
        }
        let current = ArcSwap::from_pointee(notebooks);
        Ok(Self { store, current, writing: Mutex::default() })
    }

    /// Reads what is on disk, for the operator at the terminal.
    pub async fn read(store: Store) -> Result<Self, StoreError> {
        let current = ArcSwap::from_pointee(store.notebooks().await?);
        Ok(Self { store, current, writing: Mutex::default() })
    }

    /// What is remembered at this moment.
    pub fn current(&self) -> Arc<Notebooks> {
        self.current.load_full()
    }

    /// Remembers a change in a server. The same call noted twice is noted once: two clicks of one thumb may both have been answered
    /// before either was written down.
    pub async fn record(&self, guild: GuildId, change: Change) -> Result<(), StoreError> {
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        if matches!(change, Change::Attempt(attempt) if self.current.load().of(guild).has_just(&attempt)) {
            return Ok(());
        }
        self.store.record(guild, change).await?;
        self.current.store(Arc::new(self.current.load().with(guild, change)));
        Ok(())
    }
}
