//! How the journal's file is opened, created, or put in the place of a damaged one, and what is known of it while open.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::Duration;

use futures_util::{Stream, TryStreamExt};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::clock;
use crate::store::error::{Result, StoreError};
use crate::store::files::{self, with_ending};
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::rows::{self, End};
use crate::store::key::Key;
use crate::store::{migrations, open};
use callsheet_core::journal::chain::{Head, Row};
use callsheet_core::journal::seal::Vouching;
use callsheet_core::journal::{Action, Entry};

/// How long to wait for another process that is writing, so that the caller hears within Discord's 3 s if it fails.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// How soon to try again where the engine does not wait by itself.
const RETRY: Duration = Duration::from_millis(5);

const AT_ONCE: usize = 1000;

/// A file that is being put in the place of a damaged one.
const REBUILT: &str = ".rebuilt";

/// The open file.
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
    /// Opens the file for the writer of entries.
    pub(super) async fn open(path: &Path, key: Option<&Key>) -> Result<Self> {
        Ok(open(path, key).await?.with_head_logged("opened").await)
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

/// Opens the file, creating it where missing, and replacing it where it is damaged.
pub(super) async fn open(path: &Path, key: Option<&Key>) -> Result<Open> {
    let rebuilt = with_ending(path, REBUILT);
    if !path.exists() && rebuilt.exists() {
        // The process died between the two steps at the end of `replace`.
        rename(&rebuilt, path)?;
    }
    match connect(path).await {
        Err(StoreError::Damaged { what }) => replace(path, what, key).await,
        outcome => Ok(Open { connection: outcome?, replaced: None, files: identities(path) }),
    }
}

/// Puts a file with what can be read of a damaged one in its place. Until it is complete, the damaged one stays there.
pub(super) async fn replace(path: &Path, what: &'static str, key: Option<&Key>) -> Result<Open> {
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
    Ok(Open { connection: connect(path).await?, replaced: Some(entry), files: identities(path) })
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| StoreError::file(to, error))
}

/// Opens the file as it is, creating it where missing.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection> {
    open::create(path)?;
    open::patiently(path, PATIENCE, RETRY, || try_connect(path)).await
}

async fn try_connect(path: &Path) -> Result<SqliteConnection> {
    // These options read nothing of the file, so that there is a connection to close when something is wrong with it.
    let mut connection = open::options(path).busy_timeout(PATIENCE).connect().await?;
    if let Err(error) = prepare(&mut connection, path).await {
        // What is wrong is known already.
        let _ = connection.close().await;
        return Err(error);
    }
    Ok(connection)
}

async fn prepare(connection: &mut SqliteConnection, path: &Path) -> Result<()> {
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
    Ok(transaction.commit().await?)
}

struct Salvaged {
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
async fn salvage(damaged: &Path, into: &mut SqliteConnection, key: Option<&Key>) -> Result<Salvaged> {
    let mut transaction = into.begin_with("BEGIN IMMEDIATE").await?;
    let (mut base, mut head, mut beyond) = (Head::START, Head::START, BTreeMap::new());
    // It is evidence, and not to be written to. Where it cannot even be opened, nothing can be read of it.
    if let Ok(mut source) = open::read_only(damaged).await {
        base = rows::base(&mut source).await.unwrap_or(Head::START);
        if base != Head::START {
            rows::set_base(&mut transaction, base).await?;
        }
        let has_seals = rows::has_seals(&mut source).await.unwrap_or_default();
        let rows = rows::all(&mut source, End::First, has_seals);
        head = keep_proven(rows, base, &mut beyond, &mut transaction).await?;
        // From the other end up to the damage, or to what has been read already.
        let mut rows = rows::all(&mut source, End::Last, has_seals);
        while let Ok(Some(row)) = rows.try_next().await
            && row.seq > head.seq
            && !beyond.contains_key(&row.seq)
        {
            keep_entry(row, &mut beyond);
        }
        drop(rows);
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
    mut rows: impl Stream<Item = Result<Row>> + Send + Unpin,
    base: Head,
    beyond: &mut BTreeMap<u64, String>,
    into: &mut SqliteConnection,
) -> Result<Head> {
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
