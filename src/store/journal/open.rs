//! The journal's file while it is open.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use sqlx::{Connection, SqliteConnection};

use crate::store::error::Result;
use crate::store::files;
use crate::store::journal::file::Opened;
use crate::store::journal::{file, rows};
use crate::store::key::Key;
use callsheet_core::journal::chain::Head;

pub(super) struct Open {
    pub(super) connection: SqliteConnection,
    /// The entry that says that the file was damaged, where it has just been replaced and nobody was told yet.
    pub(super) replaced: Option<u64>,
    /// What was opened under the journal's name.
    files: [Option<Identity>; 3],
}

/// A file, whatever it is called: its device and its number there.
type Identity = (u64, u64);

impl Open {
    /// Opens the file, creating it where missing, and replacing it where it is damaged.
    pub(super) async fn open(path: &Path, key: Option<&Key>) -> Result<Self> {
        Ok(Self::of(path, file::open(path, key).await?).with_head_logged("opened").await)
    }

    /// Sets the damaged file aside and opens one in its place with what can be read of it.
    pub(super) async fn in_place_of_damaged(path: &Path, what: &'static str, key: Option<&Key>) -> Result<Self> {
        Ok(Self::of(path, file::replace(path, what, key).await?))
    }

    fn of(path: &Path, (connection, replaced): Opened) -> Self {
        Self { connection, replaced, files: identities(path) }
    }

    /// Whether others find another file by the journal's name, or none. The engine writes to the one that it has open.
    pub(super) fn has_moved(&self, path: &Path) -> bool {
        identities(path) != self.files
    }

    /// Lets go of a file that has moved, and tells up to where it has come.
    pub(super) async fn abandon(mut self) {
        let head = rows::head(&mut self.connection).await.ok();
        tracing::error!(
            head = head.map(tracing::field::display),
            "the audit log's file was moved, removed or replaced while it was open: going on with what is there now"
        );
        // Before another one is opened: only the engine can tell which of the files beside it are still its own.
        let _ = self.connection.close().await;
    }

    pub(super) async fn close(self) {
        let _ = self.with_head_logged("closed").await.connection.close().await;
    }

    /// The log is often kept on another machine, where a head is worth most.
    async fn with_head_logged(mut self, what: &'static str) -> Self {
        match rows::head(&mut self.connection).await {
            Ok(Head { seq: 0, .. }) => {}
            Ok(head) => tracing::info!(%head, "{what} the audit log"),
            Err(error) => tracing::warn!(%error, "cannot read the head of the audit log"),
        }
        self
    }
}

/// The files of the journal. Asking for them opens none: closing it would drop the engine's locks.
fn identities(path: &Path) -> [Option<Identity>; 3] {
    files::parts(path).map(|file| file.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino())))
}
