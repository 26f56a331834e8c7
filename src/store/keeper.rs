//! The notebook as readers and writers of one process share it.

use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::notebook::{Change, Notebook};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::notebook::PATIENCE;

/// Keeps the notebook in memory and on disk. A change is on disk before anybody sees it; readers never wait for one.
#[derive(Debug)]
pub struct Keeper {
    store: Store,
    current: ArcSwap<Notebook>,
    /// Held from the write to the swap, so that no change is lost to another and both places see the same order.
    writing: Mutex<()>,
}

impl Keeper {
    /// Reads what is on disk. To be called before [`Store::load`], for the reason given at [`Store::notebook`].
    pub async fn open(store: Store) -> Result<Self, StoreError> {
        let current = ArcSwap::from_pointee(store.notebook().await?);
        Ok(Self { store, current, writing: Mutex::default() })
    }

    /// What is remembered at this moment.
    #[must_use]
    pub fn current(&self) -> Arc<Notebook> {
        self.current.load_full()
    }

    /// Remembers a change. The same call noted twice is noted once: two clicks of one thumb may both have been answered
    /// before either was written down.
    pub async fn record(&self, change: Change) -> Result<(), StoreError> {
        let _writing = timeout(PATIENCE, self.writing.lock()).await.map_err(|_| StoreError::Busy)?;
        if matches!(change, Change::Attempt(attempt) if self.current.load().has_just(&attempt)) {
            return Ok(());
        }
        self.store.record(change).await?;
        self.current.store(Arc::new(self.current.load().with(change)));
        Ok(())
    }
}
