//! Whether the account's records are encrypted and with which key: what the database says of it, and how that changes.
//!
//! A row of its own decides, before any record is looked at: a constant encrypted with the same key. So a wrong key is an
//! error that leaves everything as it is, and only what the right key cannot open is damage.

use std::path::Path;

use sqlx::{AssertSqlSafe, Row, SqlSafeStr, SqliteConnection};

use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::key::{Key, Place};
use crate::store::leftovers::{self, When};
use crate::store::records::digest;

/// The tables whose records are encrypted where there is a key.
pub(super) const TABLES: [&str; 4] = ["contacts", "organizations", "contact_types", "locations"];

/// The row that decides which key is the right one.
const CHECK: Place = Place { table: "encryption", id: 1 };

/// What is encrypted in it; any constant would do.
const CONSTANT: &[u8] = b"callsheet";

impl Store {
    /// Encrypts the database at `path` with the key `new` in place of `old`, all of it or nothing, and seals its audit journal
    /// with it. After a kill at any
    /// moment it can be repeated, and does what is left to do.
    pub async fn rotate_key(path: &Path, old: &Key, new: &Key) -> Result<(), StoreError> {
        let store = match Self::open_with_key(path, Some(old)).await {
            // An earlier attempt may have come as far as this.
            Err(StoreError::WrongKey) => Self::open_with_key(path, Some(new)).await?,
            outcome => {
                let store = outcome?;
                // Whatever is damaged is set aside now, so that it does not stand in the way of the new key for good.
                store.load().await?;
                let pool = store.pool();
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                let old = in_force(&mut transaction, Some(old)).await?;
                rewrite(&mut transaction, old, new).await?;
                transaction.commit().await?;
                store
            }
        };
        let (old, new) = (old.journal(), new.journal());
        let sealed = async {
            journal::rotate::rotate(path, old, new).await?;
            store.seal_noted_head(old, new).await
        };
        let (sealed, removed) = (sealed.await, store.remove_leftovers().await);
        store.close().await;
        sealed.and(removed)
    }
}

/// The key that the records are encrypted with. `None`: they are in the clear. A database that is encrypted with another
/// key than the given one is an error.
pub(super) async fn in_force<'k>(
    connection: &mut SqliteConnection,
    key: Option<&'k Key>,
) -> Result<Option<&'k Key>, StoreError> {
    let row: Option<(Vec<u8>, i64)> =
        sqlx::query_as("SELECT key_check, digest FROM encryption WHERE id = 1").fetch_optional(connection).await?;
    let Some((sealed, expected)) = row else { return Ok(None) };
    let key = key.ok_or(StoreError::KeyMissing)?;
    if digest(CHECK.id, &sealed) != expected {
        return Err(StoreError::Damaged { what: "what tells its key is not what was saved" });
    }
    match key.open(CHECK, &sealed, &mut Vec::new()) {
        Some(CONSTANT) => Ok(Some(key)),
        _ => Err(StoreError::WrongKey),
    }
}

/// As [`in_force`], but what is in the clear although there is a key is encrypted first.
pub(super) async fn settle<'k>(
    connection: &mut SqliteConnection,
    key: Option<&'k Key>,
) -> Result<Option<&'k Key>, StoreError> {
    match (in_force(&mut *connection, key).await?, key) {
        (None, Some(key)) => {
            let records = rewrite(connection, None, key).await?;
            if records > 0 {
                tracing::info!(records, "encrypted what the database held in the clear");
            }
            Ok(Some(key))
        }
        (in_force, _) => Ok(in_force),
    }
}

/// The JSON of a record, checked.
pub(super) fn plain<'b>(
    key: Option<&Key>,
    place: Place,
    record: &'b [u8],
    expected: Option<i64>,
    buffer: &'b mut Vec<u8>,
) -> Result<&'b [u8], StoreError> {
    let checked = match (key, expected) {
        (None, Some(expected)) => Some(record).filter(|record| digest(place.id, record) == expected),
        (Some(key), None) => key.open(place, record, buffer),
        // Whoever can write to the file must not be able to slip in a record without the key.
        (Some(_), Some(_)) | (None, None) => None,
    };
    checked.ok_or(StoreError::Damaged { what: "a record is not what was saved" })
}

/// Writes the JSON of a record.
pub(super) async fn write_record(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    place: Place,
    json: String,
) -> Result<(), StoreError> {
    let upsert = AssertSqlSafe(format!(
        "INSERT INTO {} (id, record, digest) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record, digest = excluded.digest",
        place.table
    ));
    let query = sqlx::query(upsert).bind(place.id.cast_signed());
    let query = if let Some(key) = key {
        query.bind(key.seal(place, json.as_bytes())?).bind(None::<i64>)
    } else {
        let digest = digest(place.id, &json);
        query.bind(json).bind(digest)
    };
    query.execute(connection).await?;
    Ok(())
}

/// Encrypts every record anew, and returns how many there are.
async fn rewrite(connection: &mut SqliteConnection, from: Option<&Key>, to: &Key) -> Result<usize, StoreError> {
    let (mut records, mut buffer) = (0, Vec::new());
    for table in TABLES {
        let select = AssertSqlSafe(format!("SELECT id, record, digest FROM {table}"));
        let update =
            AssertSqlSafe(format!("UPDATE {table} SET record = ?2, digest = NULL WHERE id = ?1")).into_sql_str();
        for row in sqlx::query(select).fetch_all(&mut *connection).await? {
            let (id, record, digest): (i64, &[u8], _) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            let place = Place { table, id: id.cast_unsigned() };
            let sealed = to.seal(place, plain(from, place, record, digest, &mut buffer)?)?;
            sqlx::query(update.clone()).bind(id).bind(sealed).execute(&mut *connection).await?;
            records += 1;
        }
    }
    let sealed = to.seal(CHECK, CONSTANT)?;
    sqlx::query("INSERT OR REPLACE INTO encryption (id, key_check, digest) VALUES (1, ?1, ?2)")
        .bind(&sealed)
        .bind(digest(CHECK.id, &sealed))
        .execute(&mut *connection)
        .await?;
    if records > 0 {
        leftovers::mark(connection, When::AtOnce).await?;
    }
    Ok(records)
}
