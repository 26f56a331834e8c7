//! The database's files and their modes: only their owner may read them.

use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::store::error::{Result, StoreError};

/// What stands between a database's name and the moment at which it was set aside.
pub(super) const ASIDE: &str = ".damaged-";

pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// How every database begins, and where and how ours are marked ([`super::open::MARK`]): SQLite's file format, 1.3.
const HEADER: &[u8] = b"SQLite format 3\0";
const MARK: (usize, &[u8]) = (68, b"call");

/// Refuses a file that never was a database: another one was meant. A damaged one has its mark or a journal left. And
/// one with a second name, under which it would have another lock, log and journal (sqlite.org/howtocorrupt.html, 2.5).
pub(super) fn refuse_other(path: &Path) -> Result<()> {
    // What cannot be read is told where it is opened.
    let Ok(mut file) = fs::File::open(path) else { return Ok(()) };
    let mut header = Vec::new();
    let read = file.by_ref().take(100).read_to_end(&mut header);
    let (at, mark) = MARK;
    let looks_like_one = header.is_empty()
        || header.starts_with(HEADER)
        || header.get(at..).is_some_and(|rest| rest.starts_with(mark))
        || with_ending(path, ".audit").exists();
    match read {
        Ok(_) if !looks_like_one => Err(StoreError::NoDatabase { path: path.to_owned() }),
        Ok(_) if file.metadata().is_ok_and(|metadata| metadata.nlink() > 1) => {
            Err(StoreError::OtherName { path: path.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Lets only the owner read the database and all files beside it. None is opened: closing drops the engine's locks.
pub(super) fn tighten(path: &Path) {
    const OTHERS: u32 = 0o077;
    for file in parts(path).into_iter().chain(set_aside_files(path)) {
        // What is not there needs no mode.
        let Ok(metadata) = fs::metadata(&file) else { continue };
        if metadata.permissions().mode() & OTHERS == 0 {
            continue;
        }
        let tightened = fs::set_permissions(&file, fs::Permissions::from_mode(0o600));
        let file = file.display();
        match tightened {
            Ok(()) => tracing::warn!(%file, "other users could read this file of the database; now only its owner can"),
            Err(error) => tracing::warn!(%file, %error, "other users can read this file of the database; chmod 600 it"),
        }
    }
}

/// A database's file, the engine's log beside it, and the index of that.
pub(super) fn parts(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|ending| with_ending(path, ending))
}

pub(super) fn remove_set_aside(path: &Path) -> Result<()> {
    set_aside_files(path).iter().try_for_each(|file| remove_file(file))
}

/// Deletes a database, with its log and index.
pub(super) fn remove(path: &Path) -> Result<()> {
    parts(path).iter().try_for_each(|file| remove_file(file))
}

fn remove_file(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::file(file, error)),
        _ => Ok(()),
    }
}

/// The databases that were set aside in place of this one. A log or index whose database is gone counts as one.
pub(super) fn set_aside(path: &Path) -> Vec<PathBuf> {
    let mut files = set_aside_files(path);
    let beside: Vec<PathBuf> = files.iter().flat_map(|file| parts(file).into_iter().skip(1)).collect();
    files.retain(|file| !beside.contains(file));
    files
}

/// The same, with their logs and indexes.
fn set_aside_files(path: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), with_ending(path, ASIDE).file_name().map(ToOwned::to_owned))
    else {
        return Vec::new();
    };
    let is_aside = |file: &PathBuf| {
        let bytes = file.file_name().map(std::ffi::OsStr::as_encoded_bytes);
        bytes.is_some_and(|bytes| bytes.starts_with(name.as_encoded_bytes()))
    };
    // A folder that cannot be read holds nothing that could be found.
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|entry| entry.path()).filter(is_aside).collect()
}
