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
mod tests {
    use std::os::unix::ffi::OsStringExt;

    use super::*;

    fn environment(process: &[(&str, &[u8])], file: io::Result<&[u8]>) -> Environment {
        let process = process.iter().map(|&(name, value)| (name.into(), OsString::from_vec(value.to_vec())));
        Environment::new(process, Path::new("/srv/.env"), file.map(<[u8]>::to_vec))
    }

    fn seen(environment: &Environment) -> Vec<(&str, &str)> {
        environment.vars.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    #[test]
    fn the_file_fills_in_what_the_process_lacks() {
        let process: [(&str, &[u8]); 2] = [("A", b"process"), ("B", b" ")];
        let both = environment(&process, Ok(b"A=file\nB=file\n\n# C=no\nD='a # b'\nD=again\n"));
        assert_eq!(seen(&both), [("A", "process"), ("B", "file"), ("D", "a # b")]);
        let without = environment(&process, Err(io::ErrorKind::NotFound.into()));
        assert_eq!((seen(&without), without.faults.len()), (vec![("A", "process"), ("B", " ")], 0));
    }

    #[test]
    fn an_editors_marks_in_the_file_change_nothing() {
        for text in ["\u{feff}A=1\nB=2", "A=1\r\nB=2\r\n", "\u{feff}A=1\r\n\r\nB=2"] {
            let read = environment(&[], Ok(text.as_bytes()));
            assert_eq!((seen(&read), &*read.faults), (vec![("A", "1"), ("B", "2")], &[][..]), "{text:?}");
        }
    }

    #[test]
    fn each_line_that_cannot_be_read_is_told_without_its_text() {
        let read = environment(&[], Ok(b"s3cret one\nA=1\nB=s3cret two\nC=3\nD=s3cret three\n"));
        assert_eq!(seen(&read), [("A", "1"), ("C", "3")]);
        let told: Vec<&str> = read.faults.iter().map(|fault| fault.split(';').next().unwrap()).collect();
        assert_eq!(
            told,
            [
                ".env: could not read the first line",
                ".env: could not read the line after A",
                ".env: could not read the line after C"
            ]
        );
        assert!(!read.faults.concat().contains("s3cret"));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let faults = |file| environment(&[], file).faults.join("\n");
        assert_eq!(faults(Err(io::ErrorKind::IsADirectory.into())), ".env: /srv/.env is a folder, but must be a file");
        assert_eq!(
            faults(Err(io::ErrorKind::PermissionDenied.into())),
            ".env: /srv/.env could not be opened: permission denied"
        );
        let utf16: Vec<u8> = "\u{feff}A=1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(faults(Ok(&utf16)), ".env: /srv/.env is not valid UTF-8; save it as UTF-8");
    }

    #[test]
    fn a_non_text_value_of_our_variable_is_a_fault() {
        let read = environment(&[("SYNC_INTERVAL", b"\xff"), ("OTHER", b"\xff")], Ok(b""));
        assert_eq!(read.faults, ["SYNC_INTERVAL: is not valid UTF-8"]);
    }
}
