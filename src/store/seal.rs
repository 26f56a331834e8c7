//! The seal over the encrypted copy as a whole: no record is missing, added, or older than what was saved last.
//!
//! Each record's own encryption says nothing of the others, nor of its age: an older version of it opens as well. So every
//! save also writes down which version of each record there is, with the progress and the state before, all under the key.
//! What does not fit is not answered from: the copy is dropped and the account read anew.
//!
//! A file that is put back as a whole fits in itself. So the audit journal's file, beside it, knows the newest state too
//! ([`crate::store::journal::checkpoint`]). It is told after a save, and may miss one when the process dies in between: a
//! copy may be one save ahead of it, and never behind, nor ahead of any other state.

use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use futures_util::TryStreamExt;

use crate::store::encryption::TABLES;
use crate::store::error::{Result, StoreError};
use crate::store::key::{Key, Tag};
use crate::store::progress::Progress;
use crate::store::records::{progress_json, read_json};

/// Which versions of which records there are: a digest of them, to be added to.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions(Sha256);

/// What is vouched for: one state of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    /// Vouches for the state, and tells it from every other.
    pub(super) tag: Tag,
    /// The tag of the state that the journal knew of when this one was saved.
    parent: Tag,
    versions: [u8; 32],
}

/// What stands for a state where the journal knows of none, or there is no journal.
pub(super) const UNKNOWN: Tag = [0; 32];

impl Versions {
    /// The next record, in the order of [`TABLES`] and of the ids in them.
    pub(super) fn add(&mut self, table: &str, id: u64, version: i64) {
        // No two lists of records give the same bytes: a name has its length before it.
        self.0.update([table.len().to_le_bytes()[0]]);
        self.0.update(table);
        self.0.update(id.to_le_bytes());
        self.0.update(version.to_le_bytes());
    }

    fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }

    /// Those in the database.
    pub(super) async fn read(connection: &mut SqliteConnection) -> Result<Self> {
        let mut versions = Self::default();
        for table in TABLES {
            let query = AssertSqlSafe(format!("SELECT id, coalesce(digest, 0) FROM {table} ORDER BY id"));
            let mut rows = sqlx::query(query).fetch(&mut *connection);
            while let Some(row) = rows.try_next().await? {
                versions.add(table, row.try_get::<i64, _>(0)?.cast_unsigned(), row.try_get(1)?);
            }
        }
        Ok(versions)
    }
}

impl Seal {
    fn new(key: &Key, parent: Tag, versions: [u8; 32], progress: &str) -> Self {
        Self { tag: key.tag("copy", &[&parent, &versions, progress.as_bytes()]), parent, versions }
    }
}

/// How far the copy has come, and its seal. Of the progress without one, only what a wipe leaves is believed.
pub(super) async fn read(connection: &mut SqliteConnection, key: Option<&Key>) -> Result<(Progress, Option<Seal>)> {
    let json = progress_json(connection).await?;
    let progress: Progress =
        json.as_deref().map_or_else(|| Ok(Progress::default()), |json| read_json(json.as_bytes()))?;
    let Some(key) = key else { return Ok((progress, None)) };
    let row: Option<(Vec<u8>, Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT parent, versions, tag FROM seal WHERE id = 1").fetch_optional(connection).await?;
    let Some((parent, versions, tag)) = row else {
        let Progress { revision, expired_at, .. } = progress;
        return Ok((Progress { revision, expired_at, ..Progress::default() }, None));
    };
    let seal = parent.try_into().ok().zip(versions.try_into().ok());
    let seal = seal.map(|(parent, versions)| Seal::new(key, parent, versions, json.as_deref().unwrap_or_default()));
    match seal {
        Some(seal) if seal.tag[..] == tag => Ok((progress, Some(seal))),
        _ => Err(StoreError::Damaged { what: "its seal is not what was saved" }),
    }
}

/// Whether the records are those of the seal, and the seal is of the newest state that the journal knows of, or the next one.
/// `None`: the journal is not as it was left, so that nothing says which state is the newest.
pub(super) fn check(seal: Option<&Seal>, versions: Versions, known: Option<&Tag>) -> Result<()> {
    let versions = versions.finish();
    let what = match (seal, known) {
        // Where nothing is, nothing is to be believed.
        (None, _) if versions == Versions::default().finish() => return Ok(()),
        (None, _) => "its records have no seal",
        (Some(seal), _) if versions != seal.versions => "records were removed, added or put back to an older state",
        (Some(_), None) => "the audit log beside it is not as it was left",
        (Some(seal), Some(known)) if [seal.tag, seal.parent].contains(known) => return Ok(()),
        (Some(_), Some(&UNKNOWN)) => "the audit log beside it does not know of its state",
        (Some(_), Some(_)) => "the whole of it was put back to an older state, or the audit log beside it was",
    };
    Err(StoreError::Damaged { what })
}

/// Seals these records and the progress as it is now, as the state after the one that the journal knows of.
pub(super) async fn renew(
    connection: &mut SqliteConnection,
    key: &Key,
    versions: Versions,
    parent: Tag,
) -> Result<Tag> {
    let versions = versions.finish();
    let progress = progress_json(connection).await?.unwrap_or_default();
    let Seal { tag, .. } = Seal::new(key, parent, versions, &progress);
    let replace = sqlx::query("INSERT OR REPLACE INTO seal (id, parent, versions, tag) VALUES (1, ?1, ?2, ?3)");
    replace.bind(&parent[..]).bind(&versions[..]).bind(&tag[..]).execute(connection).await?;
    Ok(tag)
}

#[cfg(test)]
mod tests;
