//! How the journal's file is opened, created, or put in the place of a damaged one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use futures_util::{Stream, TryStreamExt};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::time::Instant;

use crate::clock;
use crate::store::error::StoreError;
use crate::store::files::{self, with_ending};
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::rows::{self, End};
use crate::store::key::Key;
use crate::store::{migrations, open};
use callsheet_core::journal::chain::{Head, Row};
use callsheet_core::journal::seal::Vouching;
use callsheet_core::journal::{Action, Entry};

/// How long to wait for another process that is writing. Only a second bot does, for milliseconds, and a caller who asked
/// is to hear within Discord's 3 s that it cannot be written.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// How soon to try again where the engine does not wait by itself.
const RETRY: Duration = Duration::from_millis(5);

const AT_ONCE: usize = 1000;

/// A file that is being put in the place of a damaged one.
const REBUILT: &str = ".rebuilt";

/// The open file, and which entry says that it was damaged, if it just was.
pub(super) type Opened = (SqliteConnection, Option<u64>);

/// Opens the file, creating it where missing, and replacing it where it is damaged.
pub(super) async fn open(path: &Path, key: Option<&Key>) -> Result<Opened, StoreError> {
    let rebuilt = with_ending(path, REBUILT);
    if !path.exists() && rebuilt.exists() {
        // The process died between the two steps at the end of `replace`.
        rename(&rebuilt, path)?;
    }
    match connect(path).await {
        Err(StoreError::Damaged { what }) => replace(path, what, key).await,
        outcome => Ok((outcome?, None)),
    }
}

/// Sets the damaged file aside and puts one in its place with what can be read of it. Until that is complete, the damaged
/// file stays where it is.
pub(super) async fn replace(path: &Path, what: &'static str, key: Option<&Key>) -> Result<Opened, StoreError> {
    let rebuilt = with_ending(path, REBUILT);
    files::remove(&rebuilt)?;
    let mut connection = connect(&rebuilt).await?;
    let salvaged = salvage(path, &mut connection, key).await;
    // Takes the log back into the file, so that there is only one to rename.
    connection.close().await?;
    let Salvaged { kept, lost, rechained, entry } = salvaged?;
    let aside = open::move_aside(path)?;
    rename(&rebuilt, path)?;
    tracing::error!(
        journal = %path.display(),
        set_aside = %aside.display(),
        kept,
        lost,
        rechained,
        entry,
        "the audit log is damaged ({what}): what can be read of it is taken over; keep the old file as evidence"
    );
    Ok((connect(path).await?, Some(entry)))
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::file(to, error))
}

/// Opens the file as it is, creating it where missing.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, StoreError> {
    open::create(path)?;
    let give_up = Instant::now() + PATIENCE;
    loop {
        match try_connect(path).await {
            // Two processes that create the same file get in each other's way where the engine cannot wait.
            Err(error) if error.is_busy() && Instant::now() < give_up => tokio::time::sleep(RETRY).await,
            outcome => return outcome.map_err(|error| error.about_file(path)),
        }
    }
}

async fn try_connect(path: &Path) -> Result<SqliteConnection, StoreError> {
    // These options read nothing of the file, so that there is a connection to close when something is wrong with it.
    let mut connection = open::options(path).busy_timeout(PATIENCE).connect().await?;
    match prepare(&mut connection, path).await {
        Ok(()) => Ok(connection),
        Err(error) => {
            // What is wrong is known already.
            let _ = connection.close().await;
            Err(error)
        }
    }
}

async fn prepare(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let tables: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM sqlite_schema
         WHERE type = 'table' AND name NOT IN ('_sqlx_migrations', 'journal', 'base', 'copy_head', 'checkpoint')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if tables > 0 {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    sqlx::raw_sql(
        "PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 4194304;
         PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF",
    )
    .execute(&mut *connection)
    .await?;
    // Every commit is on the disk before it is done, also when the power fails.
    sqlx::query("PRAGMA synchronous = FULL").execute(&mut *connection).await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    migrations::JOURNAL
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|error| StoreError::migration(error, path))?;
    sqlx::query(open::MARK).execute(&mut *transaction).await?;
    // Known now rather than at the first answer.
    rows::base(&mut transaction).await?;
    rows::head(&mut transaction).await?;
    transaction.commit().await?;
    Ok(())
}

struct Salvaged {
    /// Entries that were taken over as they were.
    kept: u64,
    /// Entries that are known to be lost.
    lost: u64,
    /// Entries that were chained anew.
    rechained: u64,
    /// The entry that says so.
    entry: u64,
}

/// Takes over what can be read of a damaged file: from its beginning as it is, as far as the chain proves it; beyond that
/// whatever is an entry, after one that says what happened, in a chain that begins anew.
async fn salvage(damaged: &Path, into: &mut SqliteConnection, key: Option<&Key>) -> Result<Salvaged, StoreError> {
    let mut transaction = into.begin_with("BEGIN IMMEDIATE").await?;
    // It is evidence, and not to be written to. Where it cannot even be opened, nothing can be read of it.
    let mut source = open::read_only(damaged).await.ok();
    let base = match &mut source {
        Some(source) => rows::base(source).await.unwrap_or(Head::START),
        None => Head::START,
    };
    if base != Head::START {
        rows::set_base(&mut transaction, base).await?;
    }
    let (mut head, mut beyond) = (base, BTreeMap::new());
    if let Some(source) = &mut source {
        let has_seals = rows::has_seals(source).await.unwrap_or_default();
        head = keep_proven(rows::all(source, End::First, has_seals), base, &mut beyond, &mut transaction).await?;
        // From the other end up to the damage, or to what has been read already.
        let mut rows = rows::all(source, End::Last, has_seals);
        while let Ok(Some(row)) = rows.try_next().await
            && row.seq > head.seq
            && !beyond.contains_key(&row.seq)
        {
            keep_entry(row, &mut beyond);
        }
    }
    if let Some(source) = source {
        let _ = source.close().await;
    }
    let rechained = u64::try_from(beyond.len()).unwrap_or(u64::MAX);
    let highest = beyond.last_key_value().map_or(head.seq, |(&seq, _)| seq);
    let lost = highest.saturating_sub(head.seq).saturating_sub(rechained);
    let kept = head.seq - base.seq;
    let mut notes = vec![Action::Damaged { base, lost, rechained }];
    if let (Some(key), Some(last)) = (key, rows::last(&mut transaction).await?)
        && !last.seal.is_some_and(|seal| key.journal().has_sealed(Vouching::Entry, head, &seal))
    {
        notes.insert(0, Action::Keyed);
    }
    let entry = head.seq + u64::try_from(notes.len()).unwrap_or(u64::MAX);
    let lines: Vec<String> = notes.into_iter().map(|note| rows::line(clock::now(), note)).collect::<Result<_, _>>()?;
    let (head, rows) = rows::chained(head, lines.iter().chain(beyond.values()), key.map(Key::journal));
    rows::insert(&mut transaction, &rows).await?;
    if let Some(key) = key {
        // What the damaged file knew of the copy may have been put back with it.
        Checkpoint::without_copy(key, head).write(&mut transaction, key).await?;
    }
    transaction.commit().await?;
    Ok(Salvaged { kept, lost, rechained, entry })
}

/// Copies rows as far as the chain proves them, and returns its head; what can be read after that is put `beyond`.
async fn keep_proven(
    mut rows: impl Stream<Item = Result<Row, StoreError>> + Send + Unpin,
    base: Head,
    beyond: &mut BTreeMap<u64, String>,
    into: &mut SqliteConnection,
) -> Result<Head, StoreError> {
    let (mut head, mut proven) = (base, Vec::new());
    // An error is the damage that is known already.
    while let Ok(Some(row)) = rows.try_next().await {
        match head.accept(&row) {
            Ok(next) if beyond.is_empty() && Entry::decode(&row.entry).is_some() => {
                head = next;
                proven.push(row);
                if proven.len() == AT_ONCE {
                    rows::insert(&mut *into, &proven).await?;
                    proven.clear();
                }
            }
            _ if row.seq > head.seq => keep_entry(row, beyond),
            _ => {}
        }
    }
    rows::insert(into, &proven).await?;
    Ok(head)
}

fn keep_entry(row: Row, beyond: &mut BTreeMap<u64, String>) {
    if Entry::decode(&row.entry).is_some()
        && let Ok(line) = String::from_utf8(row.entry)
    {
        beyond.insert(row.seq, line);
    }
}
