//! Why the database could not be used, by what can be done about it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::migrate::MigrateError;

/// Why the database could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file cannot be created, read or written.
    #[error("cannot use the database file {}: {fix}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What to do about it.
        fix: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// Another process has the database.
    #[error("another callsheet is using this database, as its lock on {} tells", lock.display())]
    InUse {
        /// The file that it has locked.
        lock: PathBuf,
    },
    /// The tables are of an earlier version than this program, which was only to read them.
    #[error("the database {} was written by an older callsheet", path.display())]
    Older {
        /// Which file.
        path: PathBuf,
    },
    /// The tables are of a later version than this program.
    #[error("the database {} was written by a newer callsheet: run that version or name another file", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
    },
    /// The file belongs to another program.
    #[error("{} is the database of another program: name another file", path.display())]
    Foreign {
        /// Which file.
        path: PathBuf,
    },
    /// The file is no database at all.
    #[error("{} is no database, and nothing is done to it: name another file, or move it away if it was one", path.display())]
    NoDatabase {
        /// Which file.
        path: PathBuf,
    },
    /// The file has a second name.
    #[error(
        "the database {} has a second name by a hard link, under which another callsheet could use it: remove that name, or copy \
         the file and name the copy",
        path.display()
    )]
    OtherName {
        /// Which file.
        path: PathBuf,
    },
    /// The records are encrypted, and no key is given.
    #[error("the contacts in the database are encrypted, and CALLSHEET_KEY is not set")]
    KeyMissing,
    /// The records are encrypted with another key.
    #[error("the contacts in the database are encrypted with another key than CALLSHEET_KEY")]
    WrongKey,
    /// What was deleted may still be in the files.
    #[error("another process is using the database, so what was deleted may still be in its files")]
    Leftovers,
    /// The journal's entries are sealed, and no key is given to check them.
    #[error("the audit journal is sealed with a key and cannot be checked without: CALLSHEET_KEY is not set")]
    SealKeyMissing,
    /// The journal was not as it was left. What was to be written is in it, after an entry that says so.
    #[error("the audit journal was not as it was left; the break is noted in it")]
    Broken,
    /// The system has no random numbers to give.
    #[error("the system gives no random numbers, and nothing can be encrypted without")]
    NoRandomness,
    /// Another process has changed the records since they were loaded.
    #[error("another process has changed the database meanwhile")]
    Overtaken,
    /// Another process, or a sync, is writing, and there was no time to wait for it.
    #[error("the database is busy")]
    Busy,
    /// The file is no longer where it was opened.
    #[error("the file was moved, removed or replaced while it was open")]
    Moved,
    /// What is in the file cannot be what was written to it.
    #[error("the database is damaged: {what}")]
    Damaged {
        /// What was found.
        what: &'static str,
    },
    /// A record could not be written as JSON.
    #[error("a record cannot be saved")]
    Record,
    /// Entries are not in the journal. The reason is shared by all that were to be written together.
    #[error("the audit journal could not be written")]
    Unwritten(#[source] Arc<StoreError>),
    /// The database engine refused.
    #[error("the database engine refused")]
    Engine(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    /// Tells damage from every other refusal.
    fn from(error: sqlx::Error) -> Self {
        match damage(&error) {
            Some(what) => Self::Damaged { what },
            None => Self::Engine(error),
        }
    }
}

impl StoreError {
    /// What an operator can do about it, where the message does not say so itself.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::KeyMissing => Some(
                "set CALLSHEET_KEY or CALLSHEET_KEY_FILE to the key; where it is lost, `callsheet wipe` deletes the copy and \
                 a sync reads the account again",
            ),
            Self::SealKeyMissing => Some(
                "set CALLSHEET_KEY or CALLSHEET_KEY_FILE to the key that the bot runs with, and run the command again",
            ),
            Self::WrongKey => Some(
                "nothing was changed; if the key was being rotated, the new one may be the right one; where it is lost, \
                 `callsheet wipe` deletes the copy and a sync reads the account again",
            ),
            Self::Leftovers => Some("stop it and run the same command again"),
            Self::InUse { .. } => Some(
                "stop that one first, or name another database in DATABASE_URL; `callsheet ask` and `callsheet journal` work \
                 beside a running bot",
            ),
            Self::Older { .. } => Some("start the bot or run `callsheet sync`, which bring it up to date"),
            Self::Damaged { .. } => Some("the bot and `callsheet sync` set it aside and read the account again"),
            Self::File { .. } | Self::Newer { .. } | Self::Foreign { .. } | Self::Engine(_) => {
                Some("DATABASE_URL names the database; without it, it is callsheet.db in the working folder")
            }
            _ => None,
        }
    }

    /// The error and what led to it, for a line of the log: that something could not be written helps no operator.
    #[must_use]
    pub fn in_full(self) -> String {
        format!("{:#}", anyhow::Error::new(self))
    }

    /// Whether another process holds the database at this moment.
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
            // The engine believes the header before the file system: a version in it that it cannot write makes it
            // refuse to. Its extended codes are about the file's surroundings, the plain one about the header.
            Ok(_) if extended_code(error) == Some(READ_ONLY) => Self::Damaged { what: "its header is unknown" },
            Ok(_) => Self::file(path, io::Error::other("the folder cannot be written to")),
        }
    }

    /// Names the file and what to do.
    pub(super) fn file(path: &Path, source: io::Error) -> Self {
        let fix = match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "its folder does not exist; create it",
            io::ErrorKind::IsADirectory => "it is a folder; name a file in it",
            io::ErrorKind::StorageFull => "the disk is full",
            _ => "give the user that runs callsheet write access to the file and its folder",
        };
        Self::File { path: path.to_owned(), fix, source }
    }

    /// What a failed migration means.
    pub(super) fn migration(error: MigrateError, path: &Path) -> Self {
        match error {
            MigrateError::VersionMissing(_) => Self::Newer { path: path.to_owned() },
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            _ => Self::Damaged { what: "its tables have another history" },
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
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => return Some("a text is unreadable"),
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
        // The program's own statements are correct, so a refusal to run them or a value that breaks a rule of the tables
        // speaks of the tables.
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
