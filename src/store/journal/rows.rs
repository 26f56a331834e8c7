//! The journal's rows, read and written as they are.

use futures_util::{Stream, TryStreamExt};
use jiff::Timestamp;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, QueryBuilder, Row as _, Sqlite, SqliteConnection};

use crate::store::error::StoreError;
use callsheet_core::domain::id::ContactId;
use callsheet_core::journal::chain::{Hash, Head, Row};
use callsheet_core::journal::seal::{SealKey, Vouching};
use callsheet_core::journal::{Action, Entry};

/// Rows of one statement, of four values each, of which the engine takes 32,766.
pub(super) const AT_ONCE: usize = 1000;

/// The end of the journal from which rows are read.
#[derive(Clone, Copy)]
pub(super) enum End {
    First,
    Last,
}

// Every keystroke is a row, and to read one as an entry takes far longer than to look for digits in it. Each
// 10,000th row, some milliseconds of reading, tells how far it has come.
const MENTIONING: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB), NULL FROM journal
     WHERE seq % 10000 = 0 OR seq = ?2 OR instr(entry, ?1) > 0 ORDER BY seq DESC";
const HOLDING: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB), CAST(seal AS BLOB) FROM journal
     WHERE instr(entry, ?1) > 0 ORDER BY seq DESC";
const BASE: &str = "SELECT seq, NULL, CAST(hash AS BLOB), NULL FROM base WHERE id = 1";
const AFTER: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB), CAST(seal AS BLOB) FROM journal
     WHERE seq > ?1 ORDER BY seq LIMIT ?2";
const LAST: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB), CAST(seal AS BLOB) FROM journal
     ORDER BY seq DESC LIMIT 1";

/// All rows, in a journal that may have been written before there were seals.
pub(super) fn all(
    connection: &mut SqliteConnection,
    from: End,
    has_seals: bool,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    // Both texts and bytes are asked for as bytes: what a damaged or edited row holds may be no text.
    let seal = if has_seals { "CAST(seal AS BLOB)" } else { "NULL" };
    let order = match from {
        End::First => "seq",
        End::Last => "seq DESC",
    };
    let query = format!("SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB), {seal} FROM journal ORDER BY {order}");
    fetch(sqlx::query(AssertSqlSafe(query)), connection)
}

/// Whether the journal has room for seals: one that no bot has opened since there are some has not.
pub(super) async fn has_seals(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let query = "SELECT count(*) FROM pragma_table_info('journal') WHERE name = 'seal'";
    let columns: i64 = sqlx::query_scalar(query).fetch_one(connection).await?;
    Ok(columns > 0)
}

/// The rows that have the digits of this contact's id somewhere, last to first: every one that names the contact, and
/// others. The first row after the base, and one now and then, are among them in any case.
pub(super) fn mentioning(
    contact: ContactId,
    base: Head,
    connection: &mut SqliteConnection,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    let first = base.seq.saturating_add(1).cast_signed();
    fetch(sqlx::query(MENTIONING).bind(contact.to_string()).bind(first), connection)
}

pub(super) async fn base(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
    let row = fetch(sqlx::query(BASE), connection).try_next().await?;
    row.as_ref().and_then(stored_head).ok_or(StoreError::Damaged { what: "the beginning of the journal is unknown" })
}

pub(super) async fn set_base(connection: &mut SqliteConnection, base: Head) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE base SET seq = ?1, hash = ?2");
    query.bind(base.seq.cast_signed()).bind(base.hash.0.as_slice()).execute(connection).await?;
    Ok(())
}

pub(super) async fn last(connection: &mut SqliteConnection) -> Result<Option<Row>, StoreError> {
    fetch(sqlx::query(LAST), connection).try_next().await
}

/// The number and hash of the last row, or where there is none, of the base.
pub(super) async fn head(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
    match last(connection).await? {
        Some(row) => head_of(&row),
        None => base(connection).await,
    }
}

/// The number and hash of this row, which is the last.
pub(super) fn head_of(last: &Row) -> Result<Head, StoreError> {
    stored_head(last).ok_or(StoreError::Damaged { what: "the last entry of the journal is unreadable" })
}

/// The hash of a row; `None` where there is no such row.
pub(super) async fn hash(connection: &mut SqliteConnection, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let query = sqlx::query_scalar("SELECT CAST(hash AS BLOB) FROM journal WHERE seq = ?1");
    Ok(query.bind(seq.cast_signed()).fetch_optional(connection).await?)
}

/// Some rows after a number, first to last.
pub(super) fn after(
    connection: &mut SqliteConnection,
    seq: i64,
    limit: i64,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    fetch(sqlx::query(AFTER).bind(seq).bind(limit), connection)
}

pub(super) async fn set_seal(connection: &mut SqliteConnection, seq: u64, seal: &[u8]) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE journal SET seal = ?2 WHERE seq = ?1");
    query.bind(seq.cast_signed()).bind(seal).execute(connection).await?;
    Ok(())
}

/// The entries that hold a text, last to first.
pub(super) fn holding(
    text: String,
    connection: &mut SqliteConnection,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    fetch(sqlx::query(HOLDING).bind(text), connection)
}

pub(super) fn stored_head(row: &Row) -> Option<Head> {
    Some(Head { seq: row.seq, hash: Hash(row.hash.as_slice().try_into().ok()?) })
}

/// What is written for an entry about the journal itself.
pub(super) fn line(at: Timestamp, action: Action) -> Result<String, StoreError> {
    Entry::new(at, action).encode().ok_or(StoreError::Record)
}

/// The rows that lines become after a head, and the new head.
pub(super) fn chained<'a>(
    head: Head,
    lines: impl IntoIterator<Item = &'a String>,
    key: Option<&SealKey>,
) -> (Head, Vec<Row>) {
    let mut head = head;
    let rows = lines.into_iter().map(|line| {
        head = head.followed_by(line.as_bytes());
        let seal = key.map(|key| key.seal(Vouching::Entry, head).into());
        Row { seq: head.seq, entry: line.clone().into_bytes(), hash: head.hash.0.into(), seal }
    });
    let rows = rows.collect();
    (head, rows)
}

pub(super) async fn insert(connection: &mut SqliteConnection, rows: &[Row]) -> Result<(), StoreError> {
    for rows in rows.chunks(AT_ONCE) {
        let mut statement = QueryBuilder::<Sqlite>::new("");
        push_insert(&mut statement, rows);
        // Each number of rows is a statement of its own, not worth being kept.
        statement.build().persistent(false).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Puts an insert of rows, no more than [`AT_ONCE`], at the end of a statement. A condition may follow it.
pub(super) fn push_insert(statement: &mut QueryBuilder<Sqlite>, rows: &[Row]) {
    statement.push("INSERT INTO journal (seq, entry, hash, seal) SELECT * FROM (");
    statement.push_values(rows, |mut values, row| {
        values.push_bind(row.seq.cast_signed());
        values.push("CAST(").push_bind_unseparated(&row.entry).push_unseparated(" AS TEXT)");
        values.push_bind(&row.hash);
        values.push_bind(&row.seal);
    });
    statement.push(")");
}

fn fetch<'a>(
    query: Query<'a, Sqlite, SqliteArguments>,
    connection: &'a mut SqliteConnection,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + 'a {
    let row = |row: SqliteRow| {
        Ok(Row {
            // A number below nothing is out of order wherever it stands.
            seq: u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default(),
            entry: row.try_get::<Option<_>, _>(1)?.unwrap_or_default(),
            hash: row.try_get::<Option<_>, _>(2)?.unwrap_or_default(),
            seal: row.try_get(3)?,
        })
    };
    query.fetch(connection).map_err(StoreError::from).and_then(move |raw| std::future::ready(row(raw)))
}
