//! The seal over the encrypted copy as a whole: no record is missing, added, or older than what was saved last.
//!
//! Each record's own encryption says nothing of the others, nor of its age: an older version of it opens as well. So every
//! save also writes down which version of each record there is, with the progress and a generation that grows, all under
//! the key. What does not fit is not answered from: the copy is dropped and the account read anew.
//!
//! A file that is put back as a whole fits in itself. So the audit journal's file, beside it, knows the newest generation
//! too. It is told after a save, and may miss one when the process dies in between: a copy may be one generation ahead of
//! it, and never behind. Of a copy that was never saved beside a journal, the generation stays the first.

use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use futures_util::TryStreamExt;

use crate::store::encryption::TABLES;
use crate::store::error::StoreError;
use crate::store::key::{Key, Tag};
use crate::store::progress::Progress;
use crate::store::records::{progress_json, read_json};

/// Which versions of which records there are: a digest of them, to be added to.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions(Sha256);

/// One state of the copy, told from every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Grows with every save.
    pub(super) generation: u64,
    /// Vouches for the state.
    pub(super) tag: Tag,
}

/// What is vouched for: a head, and which records belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    pub(super) head: Head,
    versions: [u8; 32],
}

impl Head {
    /// What a journal knows before it is told of the first save.
    pub(super) const FIRST: Self = Self { generation: 1, tag: [0; 32] };
}

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
    pub(super) async fn read(connection: &mut SqliteConnection) -> Result<Self, StoreError> {
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
    fn new(key: &Key, generation: u64, versions: [u8; 32], progress: &str) -> Self {
        let tag = key.tag("copy", &[&generation.to_le_bytes(), &versions, progress.as_bytes()]);
        Self { head: Head { generation, tag }, versions }
    }
}

/// How far the copy has come, and its seal where it has one. Nothing is believed of the progress of an encrypted copy that
/// has none, but what a wipe leaves behind.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
) -> Result<(Progress, Option<Seal>), StoreError> {
    let json = progress_json(connection).await?;
    let progress: Progress =
        json.as_deref().map_or_else(|| Ok(Progress::default()), |json| read_json(json.as_bytes()))?;
    let Some(key) = key else { return Ok((progress, None)) };
    let row: Option<(i64, Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT generation, versions, tag FROM seal WHERE id = 1").fetch_optional(connection).await?;
    let Some((generation, versions, tag)) = row else {
        let Progress { revision, expired_at, .. } = progress;
        return Ok((Progress { revision, expired_at, ..Progress::default() }, None));
    };
    let seal = versions
        .try_into()
        .ok()
        .map(|versions| Seal::new(key, generation.cast_unsigned(), versions, json.as_deref().unwrap_or_default()));
    match seal {
        Some(seal) if seal.head.tag[..] == tag => Ok((progress, Some(seal))),
        _ => Err(StoreError::Damaged { what: "its seal is not what was saved" }),
    }
}

/// Whether the records are those of the seal, and the seal is the newest that the journal knows of.
pub(super) fn check(seal: Option<&Seal>, versions: Versions, noted: Option<&Head>) -> Result<(), StoreError> {
    let versions = versions.finish();
    let Some(seal) = seal else {
        // Where nothing is, nothing is to be believed.
        return if versions == Versions::default().finish() { Ok(()) } else { damaged("its records have no seal") };
    };
    if versions != seal.versions {
        return damaged("records were removed, added or put back to an older state");
    }
    match (seal.head.generation.checked_sub(noted.map_or(0, |noted| noted.generation)), noted) {
        (Some(0), Some(noted)) if noted.tag == seal.head.tag || *noted == Head::FIRST => Ok(()),
        (Some(1), _) => Ok(()),
        (None | Some(0), _) => damaged("the whole of it was put back to an older state"),
        (Some(_), _) => damaged("the audit log beside it does not know of its state"),
    }
}

fn damaged(what: &'static str) -> Result<(), StoreError> {
    Err(StoreError::Damaged { what })
}

/// Seals these records and the progress as it is now, as the generation after the one that the journal knows of.
pub(super) async fn renew(
    connection: &mut SqliteConnection,
    key: &Key,
    versions: Versions,
    noted: Option<&Head>,
) -> Result<Head, StoreError> {
    let generation = noted.map_or(0, |noted| noted.generation).wrapping_add(1);
    let versions = versions.finish();
    let progress = progress_json(connection).await?.unwrap_or_default();
    let Seal { head, .. } = Seal::new(key, generation, versions, &progress);
    sqlx::query("INSERT OR REPLACE INTO seal (id, generation, versions, tag) VALUES (1, ?1, ?2, ?3)")
        .bind(generation.cast_signed())
        .bind(versions.as_slice())
        .bind(head.tag.as_slice())
        .execute(connection)
        .await?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_may_be_one_save_ahead_of_the_journal_and_never_behind() {
        let head = |generation, tag| Head { generation, tag: [tag; 32] };
        let versions = |ids: &[u64]| {
            let mut versions = Versions::default();
            for &id in ids {
                versions.add("contacts", id, 1);
            }
            versions
        };
        let sealed = |generation| Seal { head: head(generation, 1), versions: versions(&[1, 2]).finish() };
        let [right, wrong] = [&[1, 2][..], &[1]];
        for (seal, found, noted, is_believed) in [
            (None, &[][..], None, true),
            (None, &[][..], Some(head(7, 1)), true),
            (None, right, None, false),
            (Some(sealed(1)), right, None, true),
            (Some(sealed(2)), right, None, false),
            (Some(sealed(1)), right, Some(Head::FIRST), true),
            (Some(sealed(2)), right, Some(Head::FIRST), true),
            (Some(sealed(3)), right, Some(Head::FIRST), false),
            (Some(sealed(7)), right, Some(head(7, 1)), true),
            (Some(sealed(7)), right, Some(head(7, 2)), false),
            (Some(sealed(7)), right, Some(head(6, 2)), true),
            (Some(sealed(7)), right, Some(head(5, 2)), false),
            (Some(sealed(7)), right, Some(head(8, 1)), false),
            (Some(sealed(7)), wrong, Some(head(7, 1)), false),
            (Some(sealed(7)), wrong, Some(head(6, 1)), false),
            (Some(sealed(0)), right, None, false),
            (Some(sealed(u64::MAX)), right, None, false),
        ] {
            let believed = check(seal.as_ref(), versions(found), noted.as_ref()).is_ok();
            assert_eq!(believed, is_believed, "{seal:?} {found:?} {noted:?}");
        }
    }
}
