//! The journal's rows: read as they are, and added to the end of the chain.

use futures_util::{Stream, TryStreamExt};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Connection, QueryBuilder, Row as _, Sqlite, SqliteConnection};

use crate::domain::id::ContactId;
use crate::journal::chain::{Hash, Head, Row};
use crate::store::error::StoreError;

/// Rows of one statement, of three values each, of which the engine takes 32,766.
const AT_ONCE: usize = 1000;

// Both texts and bytes are asked for as bytes: what a damaged or edited row holds may be no text.
const FIRST_TO_LAST: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB) FROM journal ORDER BY seq";
const LAST_TO_FIRST: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB) FROM journal ORDER BY seq DESC";
// Every keystroke is a row, and to read one as an entry takes far longer than to look for digits in it. Each
// 10,000th row, some milliseconds of reading, tells how far it has come.
const MENTIONING: &str = "SELECT seq, CAST(entry AS BLOB), CAST(hash AS BLOB) FROM journal
     WHERE seq % 10000 = 0 OR seq = ?2 OR instr(entry, ?1) > 0 ORDER BY seq DESC";
const BASE: &str = "SELECT seq, NULL, CAST(hash AS BLOB) FROM base WHERE id = 1";

/// All rows, first to last.
pub(super) fn forwards(connection: &mut SqliteConnection) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    select(FIRST_TO_LAST, connection)
}

/// All rows, last to first.
pub(super) fn backwards(connection: &mut SqliteConnection) -> impl Stream<Item = Result<Row, StoreError>> + Send + '_ {
    select(LAST_TO_FIRST, connection)
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

/// Up to where everything was pruned.
pub(super) async fn base(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
    let row = select(BASE, connection).try_next().await?;
    row.as_ref().and_then(stored_head).ok_or(StoreError::Damaged { what: "the beginning of the journal is unknown" })
}

/// The number and hash of the last row, or where there is none, of the base.
pub(super) async fn head(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
    let last = backwards(connection).try_next().await?;
    match last {
        Some(row) => {
            stored_head(&row).ok_or(StoreError::Damaged { what: "the last entry of the journal is unreadable" })
        }
        None => base(connection).await,
    }
}

/// The head that a row says it is.
pub(super) fn stored_head(row: &Row) -> Option<Head> {
    Some(Head { seq: row.seq, hash: Hash(row.hash.as_slice().try_into().ok()?) })
}

/// Adds lines to the end, all of them or none.
pub(super) async fn append(connection: &mut SqliteConnection, lines: &[String]) -> Result<(), StoreError> {
    // The head is read under the lock: another process may have written.
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let head = head(&mut transaction).await?;
    insert(&mut transaction, &chained(head, lines).1).await?;
    transaction.commit().await?;
    Ok(())
}

/// The rows that lines become after a head, and the new head.
pub(super) fn chained<'a>(head: Head, lines: impl IntoIterator<Item = &'a String>) -> (Head, Vec<Row>) {
    let mut head = head;
    let rows = lines.into_iter().map(|line| {
        head = head.followed_by(line.as_bytes());
        Row { seq: head.seq, entry: line.clone().into_bytes(), hash: head.hash.0.into() }
    });
    let rows = rows.collect();
    (head, rows)
}

/// Writes rows as they are.
pub(super) async fn insert(connection: &mut SqliteConnection, rows: &[Row]) -> Result<(), StoreError> {
    for rows in rows.chunks(AT_ONCE) {
        let mut statement = QueryBuilder::<Sqlite>::new("INSERT INTO journal (seq, entry, hash) ");
        statement.push_values(rows, |mut values, row| {
            values.push_bind(row.seq.cast_signed());
            values.push("CAST(").push_bind_unseparated(&row.entry).push_unseparated(" AS TEXT)");
            values.push_bind(&row.hash);
        });
        // Each number of rows is a statement of its own, not worth being kept.
        statement.build().persistent(false).execute(&mut *connection).await?;
    }
    Ok(())
}

fn select<'a>(
    query: &'static str,
    connection: &'a mut SqliteConnection,
) -> impl Stream<Item = Result<Row, StoreError>> + Send + 'a {
    fetch(sqlx::query(query), connection)
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
        })
    };
    query.fetch(connection).map_err(StoreError::from).and_then(move |raw| std::future::ready(row(raw)))
}
