//! The checkpoint: one sealed record in the journal's file that names the last entry and the newest state of the encrypted
//! copy beside it ([`crate::store::seal`]).
//!
//! It is written with every entry and after every save. So neither the entries nor the copy can be put back alone, and a
//! journal with sealed entries always has it. The database keeps the head of the journal in turn
//! ([`crate::store::noted`]): each file tells what was done to the other. Only a head kept elsewhere tells that both were
//! put back together.
//!
//! A sync reads and writes it on its own connections, so that a sync and the writer of entries never wait for each other.

use std::path::Path;

use sqlx::{ConnectOptions, Connection, QueryBuilder, Sqlite, SqliteConnection};

use crate::store::error::Result;
use crate::store::journal::{append, existing, file, rows};
use crate::store::key::{Key, Tag};
use crate::store::open;
use crate::store::seal::UNKNOWN;
use callsheet_core::journal::chain::{Hash, Head};
use callsheet_core::journal::seal::SealKey;

/// What the key vouches for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Checkpoint {
    pub(in crate::store) head: Head,
    pub(in crate::store) copy: Tag,
}

/// The columns of a row: number, hash, copy and proof.
type Raw = (i64, Vec<u8>, Vec<u8>, Vec<u8>);

/// The name under which a key has its row.
fn name(key: &Key) -> Tag {
    key.tag("the key of a checkpoint", &[])
}

impl Checkpoint {
    /// A checkpoint after a break: every earlier copy is refused, and the next save is the first.
    pub(super) fn without_copy(key: &Key, head: Head) -> Self {
        Self { head, copy: key.tag("no copy", &[&head.seq.to_le_bytes(), &head.hash.0]) }
    }

    fn proof(&self, key: &Key) -> Tag {
        key.tag("checkpoint", &[&self.head.seq.to_le_bytes(), &self.head.hash.0, &self.copy])
    }

    /// Reads this key's checkpoint. One that is unreadable, or written without the key, counts as missing.
    pub(super) async fn read(connection: &mut SqliteConnection, key: Option<&Key>) -> Result<Option<Self>> {
        let Some(key) = key else { return Ok(None) };
        let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'checkpoint'";
        if sqlx::query_scalar::<_, i64>(tables).fetch_one(&mut *connection).await? == 0 {
            // An earlier version wrote the file.
            return Ok(None);
        }
        let select = sqlx::query_as("SELECT seq, hash, copy, proof FROM checkpoint WHERE key = ?1");
        let row: Option<Raw> = select.bind(name(key).to_vec()).fetch_optional(connection).await?;
        Ok(row.and_then(|(seq, hash, copy, proof)| {
            let head = Head { seq: seq.cast_unsigned(), hash: Hash(hash.try_into().ok()?) };
            let read = Self { head, copy: copy.try_into().ok()? };
            (read.proof(key)[..] == proof).then_some(read)
        }))
    }

    pub(super) async fn write(&self, connection: &mut SqliteConnection, key: &Key) -> Result<()> {
        let (Head { seq, hash }, name, proof) = (self.head, name(key), self.proof(key));
        let replace = "INSERT OR REPLACE INTO checkpoint (key, seq, hash, copy, proof) VALUES (?1, ?2, ?3, ?4, ?5)";
        let replace = sqlx::query(replace).bind(&name[..]).bind(seq.cast_signed()).bind(&hash.0[..]);
        replace.bind(&self.copy[..]).bind(&proof[..]).execute(connection).await?;
        Ok(())
    }

    /// Puts the values of its row at the end of a statement.
    pub(super) fn push_row(&self, statement: &mut QueryBuilder<Sqlite>, key: &Key) {
        let mut values = statement.separated(", ");
        values
            .push_bind(name(key).to_vec())
            .push_bind(self.head.seq.cast_signed())
            .push_bind(self.head.hash.0.to_vec());
        values.push_bind(self.copy.to_vec()).push_bind(self.proof(key).to_vec());
    }

    /// Moves the checkpoint to a new head, if it names the head before. One that does not fit stays as it is, to be found.
    pub(super) async fn follow(
        connection: &mut SqliteConnection,
        key: Option<&Key>,
        before: Head,
        head: Head,
    ) -> Result<()> {
        match (key, Self::read(connection, key).await?) {
            (Some(key), Some(checkpoint)) if checkpoint.head == before => {
                Self { head, ..checkpoint }.write(connection, key).await
            }
            _ => Ok(()),
        }
    }
}

/// Writes the first checkpoint of a key that has sealed no entry yet, and returns the head; otherwise `None`.
pub(super) async fn begin(connection: &mut SqliteConnection, key: &Key) -> Result<Option<Head>> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let head = rows::head(&mut transaction).await?;
    if is_last_sealed(&mut transaction, key.journal()).await? {
        return Ok(None);
    }
    match Checkpoint::read(&mut transaction, Some(key)).await? {
        // The process died before the database noted the checkpoint.
        Some(checkpoint) if checkpoint.head == head => {}
        Some(_) => return Ok(None),
        None => Checkpoint { head, copy: UNKNOWN }.write(&mut transaction, key).await?,
    }
    transaction.commit().await?;
    Ok(Some(head))
}

async fn is_last_sealed(connection: &mut SqliteConnection, key: &SealKey) -> Result<bool> {
    Ok(rows::last(connection).await?.is_some_and(|last| append::is_sealed(&last, Some(key))))
}

/// The newest known state of the copy, or [`UNKNOWN`]. `None` if the journal is not as the bot left it.
pub(in crate::store) async fn known_copy(database: &Path, key: &Key) -> Result<Option<Tag>> {
    let Some(path) = existing(database)? else { return Ok(Some(UNKNOWN)) };
    let options = open::options(&path).read_only(true).busy_timeout(file::PATIENCE);
    let known = async {
        let mut connection = options.connect().await?;
        let known = known(&mut connection, key).await;
        connection.close().await?;
        known
    };
    Ok(known.await.unwrap_or_else(|error| {
        let error = error.in_full();
        tracing::warn!(error, "cannot read what the audit log knows of the copy");
        Some(UNKNOWN)
    }))
}

async fn known(connection: &mut SqliteConnection, key: &Key) -> Result<Option<Tag>> {
    // Both reads are of one moment.
    let mut transaction = connection.begin().await?;
    Ok(match Checkpoint::read(&mut transaction, Some(key)).await? {
        Some(Checkpoint { head, copy }) => (head == rows::head(&mut transaction).await?).then_some(copy),
        None => (!is_last_sealed(&mut transaction, key.journal()).await?).then_some(UNKNOWN),
    })
}

/// Notes the newest state of the copy. Returns whether there is a checkpoint for it: only the writer of entries begins one.
pub(in crate::store) async fn note_copy(database: &Path, key: &Key, copy: Tag) -> Result<bool> {
    Ok(change(database, [key, key], |checkpoint| Checkpoint { copy, ..checkpoint }).await?.is_some())
}

/// Notes that a copy is about to be saved, and returns the known one. From then on, no unknown copy is believed.
pub(in crate::store) async fn begin_copy(database: &Path, key: &Key) -> Result<Tag> {
    let begun = |checkpoint: Checkpoint| match checkpoint {
        Checkpoint { head, copy: UNKNOWN } => Checkpoint::without_copy(key, head),
        known => known,
    };
    Ok(change(database, [key, key], begun).await?.map_or(UNKNOWN, |checkpoint| checkpoint.copy))
}

/// Vouches with the key `new` for what `old` vouches for, and this state of the copy.
pub(in crate::store) async fn rotate(database: &Path, old: &Key, new: &Key, copy: Tag) -> Result<()> {
    change(database, [old, new], |checkpoint| Checkpoint { copy, ..checkpoint }).await.map(|_| ())
}

pub(in crate::store) async fn forget_others(database: &Path, key: &Key) -> Result<()> {
    let Some(path) = existing(database)? else { return Ok(()) };
    let mut connection = file::connect(&path).await?;
    let delete = sqlx::query("DELETE FROM checkpoint WHERE key <> ?1").bind(name(key).to_vec());
    let deleted = delete.execute(&mut connection).await;
    connection.close().await?;
    deleted?;
    Ok(())
}

/// Changes the checkpoint of the key `from` into one of `to`; `None` if there is none.
async fn change(
    database: &Path,
    [from, to]: [&Key; 2],
    change: impl FnOnce(Checkpoint) -> Checkpoint + Send,
) -> Result<Option<Checkpoint>> {
    let Some(path) = existing(database)? else { return Ok(None) };
    let mut connection = file::connect(&path).await?;
    let changed = async {
        let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
        let changed = Checkpoint::read(&mut transaction, Some(from)).await?.map(change);
        if let Some(checkpoint) = changed {
            checkpoint.write(&mut transaction, to).await?;
            transaction.commit().await?;
        }
        Ok(changed)
    };
    let changed = changed.await;
    connection.close().await?;
    changed
}
