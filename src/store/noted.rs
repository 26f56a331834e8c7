//! The note, in the database, of the audit journal's last entry.
//!
//! The journal has a file of its own, and its chain shows neither that the end was cut off nor that the whole file is an
//! older copy. The note shows both. It may be behind: an entry is noted once it is on disk, and others may follow meanwhile.
//!
//! With a key the note is sealed, and it exists from the key's first use. A missing note was removed by an attacker.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};

use crate::store::error::Result;
use crate::store::key::Key;
use crate::store::open::{self, PATIENCE};
use crate::store::records::{parse, write_row};
use crate::store::{Store, encryption, notebook};
use callsheet_core::journal::chain::{Hash, Head};
use callsheet_core::journal::seal::{SealKey, Vouching};

const ROW: u64 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Noted {
    head: Head,
    /// Only the holder of the key can make it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<Hash>,
}

/// What the database says about the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Nothing: there was no journal yet.
    Nothing,
    /// The key was new when this was the last entry. It has sealed none yet.
    KeyIsNew(Head),
    /// This is the last entry, or was a moment ago: sealed where there is a key.
    Last(Head),
    /// The key is in use, and its note of the journal is gone.
    Forgotten,
}

impl Noted {
    fn new(head: Head, key: Option<&SealKey>, vouching: Vouching) -> Self {
        Self { head, seal: key.map(|key| Hash(key.seal(vouching, head))) }
    }

    /// The kind of seal that the key has set, if any.
    fn vouching(&self, key: &SealKey) -> Option<Vouching> {
        let seal = self.seal?.0;
        [Vouching::Last, Vouching::First].into_iter().find(|vouching| key.has_sealed(*vouching, self.head, &seal))
    }
}

impl Says {
    /// What the database says. Without a database: nothing. With a key, an unreadable database counts as forgotten.
    pub async fn in_database(path: &Path, key: Option<&Key>) -> Self {
        if !path.exists() {
            return Self::Nothing;
        }
        let says = async {
            let mut connection = open::read_only(path).await?;
            let says = says(&mut connection, key).await;
            // A failure to close changes nothing of what was read.
            let _ = connection.close().await;
            says
        };
        says.await.unwrap_or(if key.is_some() { Self::Forgotten } else { Self::Nothing })
    }
}

impl Store {
    /// What the database says about the journal. To be called before [`Store::load`], as [`Store::notebooks`].
    pub(super) async fn says_of_journal(&self) -> Result<Says> {
        self.or_rebuilt(|| async { says(&mut *self.pool().acquire().await?, self.key()).await }).await
    }

    /// Notes the last entry. It is all that a question writes into the database.
    pub(super) async fn note_head(&self, head: Head) -> Result<()> {
        let noted = Noted::new(head, self.key().map(Key::journal), Vouching::Last);
        if !self.is_only_read {
            return write(&mut *self.pool().acquire().await?, &noted).await;
        }
        let mut connection = open::options(&self.path).busy_timeout(PATIENCE).connect().await?;
        let written = write(&mut connection, &noted).await;
        connection.close().await?;
        written
    }
}

/// Seals the note with a key that is new here, or that there is none. For a known key, a missing note stays missing.
pub(super) async fn begin(connection: &mut SqliteConnection, key: &Key) -> Result<()> {
    let noted = read(connection).await?;
    let is_sealed = noted.is_some_and(|noted| noted.vouching(key.journal()).is_some());
    if is_sealed || notebook::is_vouched(connection, key).await? {
        return Ok(());
    }
    let head = noted.map_or(Head::START, |noted| noted.head);
    write(connection, &Noted::new(head, Some(key.journal()), Vouching::First)).await
}

/// Seals the note with the key `new` if `old` has sealed it.
pub(super) async fn rotate(connection: &mut SqliteConnection, old: &SealKey, new: &SealKey) -> Result<()> {
    let Some(noted) = read(connection).await? else { return Ok(()) };
    match noted.vouching(old) {
        Some(vouching) => write(connection, &Noted::new(noted.head, Some(new), vouching)).await,
        None => Ok(()),
    }
}

/// Copies the note of a database that was set aside into its successor; where it cannot be read, that has forgotten it.
pub(super) async fn carry_over(aside: &Path, pool: &SqlitePool) {
    let noted = async {
        let mut connection = open::read_only(aside).await?;
        let noted = read(&mut connection).await;
        // A failure to close changes nothing of what was read.
        let _ = connection.close().await;
        noted
    };
    let noted = noted.await.unwrap_or_default();
    let carried_over = async {
        let mut connection = pool.acquire().await?;
        if let Some(noted) = noted {
            return write(&mut connection, &noted).await;
        }
        sqlx::query("DELETE FROM journal_head").execute(&mut *connection).await?;
        Ok(())
    };
    if let Err(error) = carried_over.await {
        let error: &dyn std::error::Error = &error;
        tracing::error!(
            error,
            "could not carry over from the damaged database which entry of the audit log is the last"
        );
    }
}

async fn says(connection: &mut SqliteConnection, key: Option<&Key>) -> Result<Says> {
    let noted = read(connection).await?;
    let Some(key) = key else { return Ok(noted.map_or(Says::Nothing, |noted| Says::Last(noted.head))) };
    Ok(match noted.and_then(|noted| Some((noted.vouching(key.journal())?, noted.head))) {
        Some((Vouching::First, head)) => Says::KeyIsNew(head),
        Some((_, head)) => Says::Last(head),
        None if encryption::in_force(connection, Some(key)).await?.is_some() => Says::Forgotten,
        None if notebook::is_vouched(connection, key).await? => Says::Forgotten,
        None => Says::Nothing,
    })
}

async fn read(connection: &mut SqliteConnection) -> Result<Option<Noted>> {
    let query = sqlx::query_as("SELECT record, digest FROM journal_head WHERE id = 1");
    let row: Option<(String, i64)> = query.fetch_optional(connection).await?;
    // A row that does not match its digest is not believed.
    Ok(row.and_then(|(json, digest)| parse(ROW, json, digest).ok()))
}

async fn write(connection: &mut SqliteConnection, noted: &Noted) -> Result<()> {
    write_row(connection, "journal_head", ROW, noted).await
}
