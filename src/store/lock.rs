//! One process that changes a database at a time: two bots would not know of each other's holds, and show each what the
//! other has paused.
//!
//! The system's own lock on a file beside the database, which ends with the process however it ends. What is left of the
//! file afterwards locks nobody out.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::store::error::{Result, StoreError};
use crate::store::files::with_ending;
use crate::store::open;

/// Held for as long as it lives. Those who only read need none.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a database, whether that is there already or not. An error where another process has it.
    pub fn take(database: &Path) -> Result<Self> {
        let path = with_ending(&of_its_own_name(database)?, ".lock");
        open::create(&path)?;
        let failed = |error| StoreError::file(&path, error);
        let file = File::options().write(true).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse { lock: path }),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

/// The database's file itself, which may have other names by links.
fn of_its_own_name(database: &Path) -> Result<PathBuf> {
    let failed = |error| StoreError::file(database, error);
    let path = std::path::absolute(database).map_err(failed)?;
    if let Ok(path) = fs::canonicalize(&path) {
        return Ok(path);
    }
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => Ok(fs::canonicalize(folder).map_err(failed)?.join(name)),
        _ => Ok(path),
    }
}
