//! Where the copy of the account is kept, and the key it is encrypted with.

use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};

use crate::config::reader::VariableReader;
use crate::config::{Checked, Faults, Source};
use crate::store::key::Key;

const NAME: &str = "CALLSHEET_KEY";

/// What a text has to be to be a key.
const SHAPE: &str = "must be 32 bytes in base64; create one with `callsheet key new`";

#[derive(Debug)]
pub struct Database {
    pub path: PathBuf,
    /// Encrypts the account's records. `None`: they are in the clear.
    pub key: Option<Key>,
}

/// What `callsheet key encrypt` needs.
#[derive(Debug)]
pub struct Encryption {
    pub path: PathBuf,
    pub key: Key,
}

/// What `callsheet key rotate` needs.
#[derive(Debug)]
pub struct Rotation {
    pub path: PathBuf,
    pub old: Key,
    pub new: Key,
}

impl Database {
    /// Reads only the path, for commands that need no key.
    pub fn path_from_vars(source: Source<'_>) -> Result<Checked<PathBuf>, Faults> {
        let mut reader = VariableReader::new(source);
        let path = path(&mut reader);
        reader.finish(|| Some(path))
    }

    /// What `callsheet journal` needs: the database beside the journal, and the key that seals both.
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let database = Self::read(&mut reader);
        reader.finish(|| database)
    }

    pub(super) fn read(reader: &mut VariableReader<'_>) -> Option<Self> {
        let path = path(reader);
        let key = match reader.optional_secret(NAME)? {
            Some(text) => Some(key(reader, NAME, &text)?),
            None => None,
        };
        Some(Self { path, key })
    }
}

impl Encryption {
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let path = path(&mut reader);
        let text = reader.secret(NAME, "the key to encrypt the database with");
        let key = text.and_then(|text| key(&mut reader, NAME, &text));
        reader.finish(|| Some(Self { path, key: key? }))
    }
}

impl Rotation {
    pub fn from_vars(source: Source<'_>, new_key_file: &Path) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let path = path(&mut reader);
        let old = reader.secret(NAME, "the current key of the database");
        let old = old.and_then(|text| key(&mut reader, NAME, &text));
        let new = reader.secret_file("--new-key-file", new_key_file);
        let new = new.and_then(|text| key(&mut reader, "--new-key-file", &text));
        reader.finish(|| Some(Self { path, old: old?, new: new? }))
    }
}

fn key(reader: &mut VariableReader<'_>, name: &str, text: &SecretString) -> Option<Key> {
    Key::parse(text.expose_secret()).or_else(|| reader.fault(name, SHAPE))
}

/// The database file. Only SQLite: an address of another engine is a fault, not a silent second choice.
fn path(reader: &mut VariableReader<'_>) -> PathBuf {
    reader.value("DATABASE_URL", PathBuf::from("callsheet.db"), |text| {
        let path = text
            .strip_prefix("sqlite://")
            .or_else(|| text.strip_prefix("sqlite:"))
            .ok_or_else(|| "must be an SQLite URL, such as sqlite:///var/lib/callsheet/callsheet.db".to_owned())?;
        match path {
            "" | ":memory:" => Err("must name a file, so that data survives a restart".to_owned()),
            path if path.contains('?') => Err("must not contain query parameters (?…)".to_owned()),
            path => Ok(PathBuf::from(path)),
        }
    })
}
