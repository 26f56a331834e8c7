//! Reading the journal, also while the bot writes to it.

use std::future::ready;
use std::path::Path;
use std::pin::pin;

use futures_util::{Stream, StreamExt as _, TryStreamExt};
use jiff::Timestamp;
use sqlx::{ConnectOptions, SqliteConnection};

use crate::store::error::{Result, StoreError};
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::rows::{self, End};
use crate::store::journal::{existing, file};
use crate::store::key::Key;
use crate::store::open;
use callsheet_core::domain::id::ContactId;
use callsheet_core::journal::Entry;
use callsheet_core::journal::chain::{Head, Row};

/// The journal as it was when it was opened.
#[derive(Debug)]
pub struct Reader {
    connection: SqliteConnection,
    base: Head,
    has_seals: bool,
}

impl Reader {
    /// Opens the journal of a database; `None` where nothing has been written yet.
    pub async fn open(database: &Path) -> Result<Option<Self>> {
        let Some(path) = existing(database)? else { return Ok(None) };
        Self::at(&path).await.map(Some)
    }

    pub(super) async fn at(path: &Path) -> Result<Self> {
        let options = open::options(path).read_only(true).busy_timeout(file::PATIENCE);
        let about = |error: sqlx::Error| StoreError::from(error).about_file(path);
        let mut connection = options.connect().await.map_err(about)?;
        // Of one moment: what is written meanwhile is not seen.
        sqlx::query("BEGIN").execute(&mut connection).await.map_err(about)?;
        let base = rows::base(&mut connection).await.map_err(|error| error.about_file(path))?;
        let has_seals = rows::has_seals(&mut connection).await?;
        Ok(Self { connection, base, has_seals })
    }

    pub fn base(&self) -> Head {
        self.base
    }

    /// The number and hash that the last row has, whether it is right or not.
    pub async fn head(&mut self) -> Result<Head> {
        match rows::all(&mut self.connection, End::Last, self.has_seals).try_next().await? {
            Some(last) => rows::head_of(&last),
            None => Ok(self.base),
        }
    }

    /// The head that the key vouches for.
    pub async fn checkpoint(&mut self, key: Option<&Key>) -> Result<Option<Head>> {
        Ok(Checkpoint::read(&mut self.connection, key).await?.map(|checkpoint| checkpoint.head))
    }

    /// What happened at or after a moment, first to last, as far as it can be read.
    pub async fn since(&mut self, moment: Timestamp) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        let mut rows = rows::all(&mut self.connection, End::Last, self.has_seals);
        while let Some(row) = rows.try_next().await? {
            match Entry::decode(&row.entry) {
                Some(entry) if entry.at < moment => break,
                entry => entries.extend(entry),
            }
        }
        entries.reverse();
        Ok(entries)
    }

    /// The entries after a number, with their own, first to last; at most so many of the newest.
    pub async fn newest(&mut self, after: u64, at_most: usize) -> Result<Vec<(u64, Entry)>> {
        let mut entries = Vec::new();
        let mut rows = pin!(rows::all(&mut self.connection, End::Last, self.has_seals).take(at_most));
        while let Some(row) = rows.try_next().await?.filter(|row| row.seq > after) {
            entries.extend(Entry::decode(&row.entry).map(|entry| (row.seq, entry)));
        }
        entries.reverse();
        Ok(entries)
    }

    /// The entries that may name a contact, last to first; and whatever they are about, the first one, and one now and then,
    /// which tell how far back it was read. They are not checked against the chain, and what is no entry is left out: the
    /// chain tells of it.
    pub fn about(&mut self, contact: ContactId) -> impl Stream<Item = Result<Entry>> + Send + '_ {
        let rows = rows::mentioning(contact, self.base, &mut self.connection);
        rows.try_filter_map(|row| ready(Ok(Entry::decode(&row.entry))))
    }

    /// What is stored, first to last.
    pub fn rows(&mut self) -> impl Stream<Item = Result<Row>> + Send + '_ {
        rows::all(&mut self.connection, End::First, self.has_seals)
    }
}
