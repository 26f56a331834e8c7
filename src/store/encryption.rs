//! Whether the account's records are encrypted and with which key: what the database says of it, and how that changes.
//!
//! A row of its own decides, before any record is looked at: a constant encrypted with the same key. So a wrong key is an
//! error that leaves everything as it is, and only what the right key cannot open is damage.
//!
//! With a key nothing is believed that is in the clear: who can write to the file could have put it there. Only an
//! operator's command takes over a database from before there was a key.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Row, SqlSafeStr, SqliteConnection};

use crate::store::error::{Result, StoreError};
use crate::store::journal::{self, checkpoint};
use crate::store::key::{Key, Place, version};
use crate::store::leftovers::{self, When};
use crate::store::open::{self, Access};
use crate::store::records::digest;
use crate::store::seal::{self, UNKNOWN, Versions};
use crate::store::{Store, edits, notebook, noted};

/// The tables whose records are encrypted where there is a key.
pub(super) const TABLES: [&str; 4] = ["contacts", "organizations", "contact_types", "locations"];

/// The row that decides which key is the right one.
const CHECK: Place = Place { table: "encryption", id: 1 };

/// What is encrypted in it; any constant would do.
const CONSTANT: &[u8] = b"callsheet";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenOver {
    pub records: usize,
    /// Rows of what Callsheet itself remembers.
    pub remembered: usize,
}

impl Store {
    /// Encrypts a database that is in the clear and vouches for what is remembered in it, all or nothing. An operator
    /// asks for it, because it believes what it finds. Of an encrypted one it vouches for the rest.
    pub async fn encrypt(path: &Path, key: &Key) -> Result<TakenOver> {
        let store = Self { key: Some(key.clone().into()), ..Self::open_as(path, Access::WithoutKey).await? };
        let mut transaction = store.pool().begin_with("BEGIN IMMEDIATE").await?;
        let mut records = 0;
        if in_force(&mut transaction, Some(key)).await?.is_none() {
            noted::begin(&mut transaction, key).await?;
            records = rewrite(&mut transaction, None, key).await?;
            let known = checkpoint::known_copy(&store.path, key).await?.unwrap_or(UNKNOWN);
            let versions = Versions::read(&mut transaction).await?;
            seal::renew(&mut transaction, key, versions, known).await?;
        }
        let remembered = notebook::vouch(&mut transaction, None, key).await?;
        transaction.commit().await?;
        store.note_copy().await;
        let removed = store.remove_leftovers().await;
        store.remove_clear_aside().await;
        store.close().await;
        removed?;
        Ok(TakenOver { records, remembered })
    }

    /// Encrypts the database at `path` with the key `new` in place of `old`, all of it or nothing, and seals its audit journal
    /// with it. After a kill at any moment it can be repeated, and does what is left to do.
    pub async fn rotate_key(path: &Path, old: &Key, new: &Key) -> Result<()> {
        let store = match Self::open_with_key(path, Some(old)).await {
            // An earlier attempt may have come as far as this.
            Err(StoreError::WrongKey) => Self::open_with_key(path, Some(new)).await?,
            outcome => {
                let store = outcome?;
                // Whatever is damaged is set aside now, so that it does not stand in the way of the new key for good.
                store.load().await?;
                let pool = store.pool();
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                let in_force = in_force(&mut transaction, Some(old)).await?;
                rewrite(&mut transaction, in_force, new).await?;
                notebook::vouch(&mut transaction, Some(old), new).await?;
                noted::rotate(&mut transaction, old.journal(), new.journal()).await?;
                // The journal is told first, as under the new key it knows of nothing yet. Under the old one it still knows
                // of the state that stays where the process dies in between.
                let versions = Versions::read(&mut transaction).await?;
                let copy = seal::renew(&mut transaction, new, versions, UNKNOWN).await?;
                checkpoint::rotate(&store.path, old, new, copy).await?;
                transaction.commit().await?;
                Self { key: Some(new.clone().into()), ..store }
            }
        };
        let sealed = async {
            // First, because it repairs the journal's file where that is damaged.
            journal::rotate::rotate(path, old, new).await?;
            checkpoint::forget_others(&store.path, new).await
        };
        let sealed = sealed.await;
        store.remove_clear_aside().await;
        let removed = store.remove_leftovers().await;
        store.close().await;
        sealed.and(removed)
    }
}

/// Whether a database that was set aside holds only what this key has encrypted. What cannot be read may be anything.
pub(super) async fn is_sealed(aside: &Path, key: &Key) -> bool {
    let Ok(mut connection) = open::read_only(aside).await else { return false };
    let clear = TABLES.iter().chain(&edits::TABLES);
    let clear: Vec<String> =
        clear.map(|table| format!("SELECT 1 FROM {table} WHERE typeof(record) <> 'blob'")).collect();
    let clear = clear.join(" UNION ALL ");
    let clear = AssertSqlSafe(format!("SELECT EXISTS ({clear} UNION ALL SELECT 1 FROM leftovers WHERE at_once)"));
    let is_sealed = matches!(in_force(&mut connection, Some(key)).await, Ok(Some(_)))
        && matches!(sqlx::query_scalar(clear).fetch_one(&mut connection).await, Ok(false));
    // It was only read.
    let _ = connection.close().await;
    is_sealed
}

/// The key that the records are encrypted with; `None`: they are in the clear. Another key than that is an error.
pub(super) async fn in_force<'k>(connection: &mut SqliteConnection, key: Option<&'k Key>) -> Result<Option<&'k Key>> {
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

/// As [`in_force`], but where there is a key and no record yet, records are encrypted from now on. Records that are there
/// already without anything that tells their key are not believed.
pub(super) async fn settle(connection: &mut SqliteConnection, key: Option<&Key>) -> Result<()> {
    let Some(key) = key else { return in_force(connection, None).await.map(drop) };
    if in_force(&mut *connection, Some(key)).await?.is_some() {
        return Ok(());
    }
    if holds_records(&mut *connection).await? {
        return Err(StoreError::Damaged { what: "it is not encrypted, although there is a key" });
    }
    noted::begin(connection, key).await?;
    write_check(connection, key).await
}

/// Deletes a copy that is in the clear although there is a key.
pub(super) async fn drop_clear(connection: &mut SqliteConnection, key: Option<&Key>) -> Result<()> {
    if key.is_some() && in_force(&mut *connection, key).await?.is_none() && holds_records(&mut *connection).await? {
        leftovers::delete_copy(connection, None).await?;
        tracing::error!(
            "the database is not encrypted although CALLSHEET_KEY is set, so that nothing in it is believed: its copy of the \
             account is deleted and read anew; `callsheet key encrypt` would have taken it over"
        );
    }
    Ok(())
}

pub(super) async fn holds_records(connection: &mut SqliteConnection) -> Result<bool> {
    let any = TABLES.map(|table| format!("SELECT 1 FROM {table}")).join(" UNION ALL ");
    Ok(sqlx::query_scalar(AssertSqlSafe(format!("SELECT EXISTS ({any})"))).fetch_one(connection).await?)
}

pub(super) fn plain<'b>(
    key: Option<&Key>,
    place: Place,
    record: &'b [u8],
    expected: Option<i64>,
    buffer: &'b mut Vec<u8>,
) -> Result<&'b [u8]> {
    let checked = match (key, expected) {
        (None, Some(expected)) => Some(record).filter(|record| digest(place.id, record) == expected),
        // The digest is what the seal over all records stands on.
        (Some(key), Some(expected)) if version(record) == expected => key.open(place, record, buffer),
        (Some(_), _) | (None, None) => None,
    };
    checked.ok_or(StoreError::Damaged { what: "a record is not what was saved" })
}

pub(super) async fn write_record(
    connection: &mut SqliteConnection,
    key: Option<&Key>,
    place: Place,
    json: String,
) -> Result<()> {
    let upsert = AssertSqlSafe(format!(
        "INSERT INTO {} (id, record, digest) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record, digest = excluded.digest",
        place.table
    ));
    let query = sqlx::query(upsert).bind(place.id.cast_signed());
    let query = if let Some(key) = key {
        let sealed = key.seal(place, json.as_bytes())?;
        let version = version(&sealed);
        query.bind(sealed).bind(version)
    } else {
        let digest = digest(place.id, &json);
        query.bind(json).bind(digest)
    };
    query.execute(connection).await?;
    Ok(())
}

/// Encrypts every record anew, and returns how many there are.
async fn rewrite(connection: &mut SqliteConnection, from: Option<&Key>, to: &Key) -> Result<usize> {
    let (mut records, mut buffer) = (0, Vec::new());
    for table in TABLES.into_iter().chain(edits::TABLES) {
        let select = AssertSqlSafe(format!("SELECT id, record, digest FROM {table}"));
        let update = AssertSqlSafe(format!("UPDATE {table} SET record = ?2, digest = ?3 WHERE id = ?1")).into_sql_str();
        for row in sqlx::query(select).fetch_all(&mut *connection).await? {
            let (id, record, digest): (i64, &[u8], _) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            let place = Place { table, id: id.cast_unsigned() };
            let sealed = to.seal(place, plain(from, place, record, digest, &mut buffer)?)?;
            let version = version(&sealed);
            sqlx::query(update.clone()).bind(id).bind(sealed).bind(version).execute(&mut *connection).await?;
            records += 1;
        }
    }
    write_check(connection, to).await?;
    if records > 0 {
        leftovers::mark(connection, When::AtOnce).await?;
    }
    Ok(records)
}

async fn write_check(connection: &mut SqliteConnection, key: &Key) -> Result<()> {
    let sealed = key.seal(CHECK, CONSTANT)?;
    let replace = sqlx::query("INSERT OR REPLACE INTO encryption (id, key_check, digest) VALUES (1, ?1, ?2)");
    replace.bind(&sealed).bind(digest(CHECK.id, &sealed)).execute(connection).await?;
    Ok(())
}
