//! Why the database could not be used, by what can be done about it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::migrate::MigrateError;

pub type Result<T, E = StoreError> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("could not use the database file {}: {fix}", path.display())]
    File { path: PathBuf, fix: &'static str, source: io::Error },
    #[error("another Callsheet is using this database (it has locked {})", lock.display())]
    InUse { lock: PathBuf },
    /// The tables are of an earlier version than this program, which was only to read them.
    #[error("the database {} was created by an older version", path.display())]
    Older { path: PathBuf },
    #[error("the database {} was created by a newer version: update Callsheet or use another file", path.display())]
    Newer { path: PathBuf },
    #[error("{} belongs to another program: use another file", path.display())]
    Foreign { path: PathBuf },
    #[error("{} is not a database and was left alone: use another file, or move it away if it was one", path.display())]
    NoDatabase { path: PathBuf },
    #[error(
        "the database {} has a second name (a hard link), under which another Callsheet could use it: remove that name, or use a \
         copy of the file",
        path.display()
    )]
    OtherName { path: PathBuf },
    #[error("the database is encrypted, but CALLSHEET_KEY is not set")]
    KeyMissing,
    #[error("CALLSHEET_KEY is not the key of this database")]
    WrongKey,
    #[error("CALLSHEET_KEY is set, but the database is not encrypted, so nothing in it is believed")]
    NotEncrypted,
    #[error("another process is using the database, so deleted data may still be in its files")]
    Leftovers,
    #[error("the audit log is sealed with a key, but CALLSHEET_KEY is not set")]
    SealKeyMissing,
    /// The journal was not as it was left. What was to be written is in it, after an entry that says so.
    #[error("the audit log was altered since the last entry; the break is recorded in it")]
    Broken,
    #[error("the system provides no random numbers, so nothing can be encrypted")]
    NoRandomness,
    #[error("another process changed the database in the meantime")]
    Overtaken,
    /// Another process, or a sync, is writing, and there was no time to wait for it.
    #[error("the database is busy: try again in a moment")]
    Busy,
    #[error("the file was moved, removed or replaced while it was open")]
    Moved,
    #[error("the database is damaged: {what}")]
    Damaged { what: &'static str },
    #[error("could not save a record")]
    Record,
    /// Entries are not in the journal. The reason is shared by all that were to be written together.
    #[error("could not write to the audit log")]
    Unwritten(#[source] Arc<StoreError>),
    #[error("database error")]
    Engine(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    /// Tells damage from every other refusal.
    fn from(error: sqlx::Error) -> Self {
        damage(&error).map_or_else(|| Self::Engine(error), |what| Self::Damaged { what })
    }
}

impl StoreError {
    /// What an operator can do about it, where the message does not say so itself.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::KeyMissing => Some(
                "set CALLSHEET_KEY or CALLSHEET_KEY_FILE; if the key is lost, run `callsheet wipe --yes` and sync again",
            ),
            Self::SealKeyMissing => {
                Some("set CALLSHEET_KEY or CALLSHEET_KEY_FILE to the bot's key and run the command again")
            }
            Self::WrongKey => Some(
                "nothing was changed; during a rotation, try the new key; if the key is lost, run `callsheet wipe --yes` and sync \
                 again",
            ),
            Self::NotEncrypted => Some(
                "if you have just set the key, run `callsheet key encrypt`; otherwise the files were changed: start the bot, which \
                 reads the account again",
            ),
            Self::Leftovers => Some("stop it and run the same command again"),
            Self::InUse { .. } => Some(
                "stop it first or set DATABASE_URL to another database; `callsheet ask` and `callsheet journal` work while the bot \
                 runs",
            ),
            Self::Older { .. } => Some("start the bot or run `callsheet sync` to update it"),
            Self::Damaged { .. } => Some("start the bot or run `callsheet sync`: they set it aside and sync again"),
            Self::File { .. } | Self::Newer { .. } | Self::Foreign { .. } | Self::Engine(_) => {
                Some("DATABASE_URL sets the database; the default is callsheet.db in the working folder")
            }
            _ => None,
        }
    }

    /// The error and what led to it, for a line of the log: that something could not be written helps no operator.
    pub fn in_full(self) -> String {
        format!("{:#}", anyhow::Error::new(self))
    }

    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Engine(error) if primary_code(error) == Some(BUSY))
    }

    /// Names the file and what to do, where the trouble is one with the file rather than with what is in it.
    pub(super) fn about_file(self, path: &Path) -> Self {
        let Self::Engine(error) = &self else { return self };
        if path.is_dir() {
            return Self::file(path, io::ErrorKind::IsADirectory.into());
        }
        let code = primary_code(error);
        if !matches!(code, Some(PERMISSION | READ_ONLY | CANNOT_OPEN)) {
            return self;
        }
        match std::fs::OpenOptions::new().read(true).write(true).open(path) {
            Err(source) => Self::file(path, source),
            // The engine does not write where it does not know the header's version; its code is plain then.
            Ok(_) if extended_code(error) == Some(READ_ONLY) => Self::Damaged { what: "its header is unknown" },
            Ok(_) => Self::file(path, io::Error::other("the folder cannot be written to")),
        }
    }

    pub(super) fn file(path: &Path, source: io::Error) -> Self {
        let fix = match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "its folder does not exist; create it",
            io::ErrorKind::IsADirectory => "it is a folder; use a file in it",
            io::ErrorKind::StorageFull => "the disk is full",
            _ => "give the user that runs Callsheet write access to the file and its folder",
        };
        Self::File { path: path.to_owned(), fix, source }
    }

    pub(super) fn migration(error: MigrateError, path: &Path) -> Self {
        match error {
            MigrateError::VersionMissing(_) => Self::Newer { path: path.to_owned() },
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            _ => Self::Damaged { what: "its schema history does not match" },
        }
    }
}

// The engine's result codes, https://sqlite.org/rescode.html. The lowest byte is the primary code.
const ERROR: i32 = 1;
const PERMISSION: i32 = 3;
const BUSY: i32 = 5;
const READ_ONLY: i32 = 8;
const CORRUPT: i32 = 11;
const CANNOT_OPEN: i32 = 14;
const TOO_BIG: i32 = 18;
const CONSTRAINT: i32 = 19;
const MISMATCH: i32 = 20;
const NOT_A_DATABASE: i32 = 26;
const SHORT_READ: i32 = 522;

/// What is wrong with the file's content, if this error says that anything is.
fn damage(error: &sqlx::Error) -> Option<&'static str> {
    match error {
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => return Some("it contains unreadable text"),
        sqlx::Error::ColumnNotFound(_) | sqlx::Error::ColumnIndexOutOfBounds { .. } | sqlx::Error::RowNotFound => {
            return Some("its tables are not the expected ones");
        }
        _ => {}
    }
    if extended_code(error) == Some(SHORT_READ) {
        return Some("it ends too early");
    }
    match primary_code(error)? {
        CORRUPT => Some("its structure is broken"),
        NOT_A_DATABASE => Some("it is not a database"),
        // The program's own statements are correct, so that such a refusal speaks of the tables.
        ERROR | TOO_BIG | CONSTRAINT | MISMATCH => Some("its tables are not the expected ones"),
        _ => None,
    }
}

fn primary_code(error: &sqlx::Error) -> Option<i32> {
    Some(extended_code(error)? & 0xff)
}

fn extended_code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
