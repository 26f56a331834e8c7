//! The process's environment and the `.env` file of the working folder, as one.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::Path;

use crate::config::names;

/// The mark that some editors put before a text.
pub(super) const BOM: char = '\u{feff}';

/// The variables, and the faults in reading them. No `Debug`: it holds the secrets.
#[derive(Default)]
pub struct Environment {
    pub vars: BTreeMap<String, String>,
    /// What is wrong with the file, or with a variable that is not text. Never shows a value.
    pub faults: Vec<String>,
}

impl Environment {
    /// The process's variables, and those of the file at `path`, if any, where the process has none or a blank.
    pub fn new(
        process: impl IntoIterator<Item = (OsString, OsString)>,
        path: &Path,
        file: io::Result<Vec<u8>>,
    ) -> Self {
        let mut environment = Self::default();
        for (name, value) in process {
            let Ok(name) = name.into_string() else { continue };
            match value.into_string() {
                Ok(value) => _ = environment.vars.insert(name, value),
                Err(_) if names::is_known(&name) => environment.faults.push(format!("{name}: is not valid UTF-8")),
                Err(_) => {}
            }
        }
        match file {
            Ok(bytes) => environment.add_file(path, bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
                environment.fault(path, "is a folder, but must be a file");
            }
            Err(error) => environment.fault(path, &format!("could not be opened: {error}")),
        }
        environment
    }

    fn add_file(&mut self, path: &Path, bytes: Vec<u8>) {
        let Ok(text) = String::from_utf8(bytes) else {
            return self.fault(path, "is not valid UTF-8; save it as UTF-8");
        };
        let mut before = None;
        for line in dotenvy::from_read_iter(text.strip_prefix(BOM).unwrap_or(&text).as_bytes()) {
            // The error would quote the line, which may hold a secret.
            let Ok((name, value)) = line else {
                let place =
                    before.as_ref().map_or("the first line".to_owned(), |name| format!("the line after {name}"));
                self.faults.push(format!(
                    ".env: could not read {place}; write NAME=value, and put values with spaces or # in single quotes"
                ));
                continue;
            };
            if self.vars.get(&name).is_none_or(|known| known.trim().is_empty()) {
                self.vars.insert(name.clone(), value);
            }
            before = Some(name);
        }
    }

    fn fault(&mut self, path: &Path, what: &str) {
        self.faults.push(format!(".env: {} {what}", path.display()));
    }
}

#[cfg(test)]
mod tests;
