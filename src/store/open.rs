//! How a database file is opened, created, or moved out of the way.
//!
//! Opened to be read, also beside a running bot, nothing is created, brought up to date, encrypted or set aside.

use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use tokio::time::Instant;

use crate::store::encryption::{self, holds_records, in_force};
use crate::store::error::{Result, StoreError};
use crate::store::files::{self, ASIDE, with_ending};
use crate::store::key::Key;
use crate::store::{Store, leftovers, migrations};

/// How long to wait for another process that is writing: a first sync of a large account takes some seconds to save.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How soon to try again where the engine does not wait by itself.
const RETRY: Duration = Duration::from_millis(20);

/// The log beside the database is cut back to this after a large save, in bytes.
const LOG_LIMIT: &str = "4194304";

/// Marks the file as Callsheet's: "call" in ASCII.
pub(super) const MARK: &str = "PRAGMA application_id = 0x63616c6c";

/// On what terms the database is opened.
#[derive(Clone, Copy, Debug)]
pub(super) enum Access<'k> {
    /// It has to be encrypted with this key, or in the clear where there is none.
    Key(Option<&'k Key>),
    /// Its records are of no interest.
    WithoutKey,
}

impl Store {
    /// Opens the database to be read. `None` where there is none, or one with nothing in it.
    pub async fn open_to_read(path: &Path, key: Option<&Key>) -> Result<Option<Self>> {
        let path = std::path::absolute(path).map_err(|error| StoreError::file(path, error))?;
        match path.metadata() {
            Ok(metadata) if !metadata.is_dir() => {}
            Ok(_) => return Err(StoreError::file(&path, io::ErrorKind::IsADirectory.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::file(&path, error)),
        }
        files::refuse_other(&path)?;
        files::tighten(&path);
        let options = options(&path)
            .busy_timeout(PATIENCE)
            // Not the file's own mode for that, in which the engine leaves files of its own beside it.
            .pragma("query_only", "ON")
            .pragma("cell_size_check", "ON")
            .pragma("trusted_schema", "OFF");
        // Two, because the structure is checked while the records are read.
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await;
        let pool = pool.map_err(|error| StoreError::from(error).about_file(&path))?;
        let can_be_read = can_be_read(&pool, &path, key).await;
        if !matches!(can_be_read, Ok(true)) {
            pool.close().await;
            return can_be_read.map(|_| None);
        }
        let pool = Arc::new(ArcSwap::from_pointee(pool));
        Ok(Some(Self { path, key: key.cloned().map(Arc::new), pool, is_only_read: true }))
    }
}

/// Whether there is anything to read. What could only be read once something is written is an error.
async fn can_be_read(pool: &SqlitePool, path: &Path, key: Option<&Key>) -> Result<bool> {
    let mut connection = pool.acquire().await.map_err(|error| StoreError::from(error).about_file(path))?;
    let (tables, ours) = tables(&mut connection).await.map_err(|error| error.about_file(path))?;
    if tables == 0 {
        return Ok(false);
    }
    if ours == 0 {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let version = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations");
    let version: i64 = version.fetch_one(&mut *connection).await?;
    let known = migrations::COPY.iter().map(|migration| migration.version).max().unwrap_or_default();
    if version != known {
        let path = path.to_owned();
        return Err(if version < known { StoreError::Older { path } } else { StoreError::Newer { path } });
    }
    let in_force = in_force(&mut connection, key).await?;
    if key.is_some() && in_force.is_none() && holds_records(&mut connection).await? {
        return Err(StoreError::NotEncrypted);
    }
    Ok(true)
}

/// Brings the file and its tables up to date, and connects.
pub(super) async fn connect(path: &Path, access: Access<'_>) -> Result<SqlitePool> {
    create(path)?;
    files::refuse_other(path)?;
    files::tighten(path);
    patiently(path, PATIENCE, RETRY, || try_connect(path, access)).await
}

/// Tries again for a while: two processes that create the same file get in each other's way where the engine cannot wait.
pub(super) async fn patiently<T, F: Future<Output = Result<T>>>(
    path: &Path,
    patience: Duration,
    pause: Duration,
    connect: impl Fn() -> F,
) -> Result<T> {
    let give_up = Instant::now() + patience;
    loop {
        match connect().await {
            Err(error) if error.is_busy() && Instant::now() < give_up => tokio::time::sleep(pause).await,
            outcome => return outcome.map_err(|error| error.about_file(path)),
        }
    }
}

/// What every connection to a database has in common. These options read nothing of the file.
pub(super) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        // Nothing of the database goes into files elsewhere, not even while it is rewritten: only its folder may be writable.
        .pragma("temp_store", "MEMORY")
        // Reading 100,000 records takes long by design, and no statement is worth a line in the log.
        .disable_statement_logging()
}

/// Opens a file that is evidence, or somebody else's at the moment: it is not to be written to.
pub(super) async fn read_only(path: &Path) -> Result<SqliteConnection> {
    Ok(options(path).read_only(true).connect().await?)
}

async fn try_connect(path: &Path, access: Access<'_>) -> Result<SqlitePool> {
    // A person who is deleted must be gone from the file, not only from its index.
    let options = options(path).busy_timeout(PATIENCE).pragma("secure_delete", "ON");
    // One connection first, which is really closed when something is wrong: one of a failing pool closes later, and
    // would take the log of the database put in this one's place with it.
    let mut connection = options.connect().await?;
    let prepared = prepare(&mut connection, path, access).await;
    let closed = connection.close().await;
    prepared?;
    closed?;
    let options = options
        // With WAL, NORMAL keeps every commit through a crash of the process and never damages the file.
        .synchronous(SqliteSynchronous::Normal)
        .pragma("journal_size_limit", LOG_LIMIT)
        .pragma("cell_size_check", "ON")
        .pragma("trusted_schema", "OFF");
    Ok(SqlitePoolOptions::new().max_connections(4).connect_with(options).await?)
}

async fn prepare(connection: &mut SqliteConnection, path: &Path, access: Access<'_>) -> Result<()> {
    let (tables, ours) = tables(connection).await?;
    if tables > 0 && ours == 0 {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    // Stays with the file.
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await?;
    // Under the write lock, so that a second process finds either none of the tables or all of them.
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    // Not `run`: its generic connection makes this future, and all that await it, unfit for another thread.
    migrations::COPY
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|error| StoreError::migration(error, path))?;
    // A write, so that a file that cannot be written to is found now and not after the first sync.
    sqlx::query(MARK).execute(&mut *transaction).await?;
    if let Access::Key(key) = access {
        encryption::drop_clear(&mut transaction, key).await?;
        encryption::settle(&mut transaction, key).await?;
    }
    transaction.commit().await?;
    leftovers::remove_urgent(connection).await
}

/// How many tables there are, and how many of those that every database of ours has.
pub(super) async fn tables(connection: &mut SqliteConnection) -> Result<(i64, i64)> {
    let counts = sqlx::query_as(
        "SELECT count(*), count(*) FILTER (WHERE name IN ('_sqlx_migrations', 'contacts', 'progress'))
         FROM sqlite_schema WHERE type = 'table'",
    );
    Ok(counts.fetch_one(connection).await?)
}

/// Creates the file where missing, for its owner only: it holds people's names and numbers. The engine gives the files
/// beside it the same mode. An existing file is left alone, not even opened: closing it would drop the engine's locks.
pub(super) fn create(path: &Path) -> Result<()> {
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !path.is_dir() => Ok(()),
        Err(_) if path.is_dir() => Err(StoreError::file(path, io::ErrorKind::IsADirectory.into())),
        Err(error) => Err(StoreError::file(path, error)),
    }
}

/// Moves the database out of the way, and says where to.
pub(super) fn set_aside(path: &Path, what: &'static str) -> Result<PathBuf> {
    let aside = move_aside(path)?;
    tracing::error!(
        database = %path.display(),
        set_aside = %aside.display(),
        "the database is damaged ({what}): it is set aside and rebuilt from IT Glue; delete the old file when it is no longer needed"
    );
    Ok(aside)
}

/// Moves a file out of the way, and then what is beside it: the engine discards a log without a database.
pub(super) fn move_aside(path: &Path) -> Result<PathBuf> {
    let suffix = format!("{ASIDE}{}", crate::clock::now().strftime("%Y%m%dT%H%M%S%.3fZ"));
    let aside = with_ending(path, &suffix);
    for (from, to) in files::parts(path).iter().zip(files::parts(&aside)) {
        match std::fs::rename(from, to) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StoreError::file(from, error)),
            _ => {}
        }
    }
    Ok(aside)
}
