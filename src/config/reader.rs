//! Reads variables one by one and remembers what was wrong with them.

use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use crate::config::{Faults, Source};

/// Reads variables and collects faults. A blank value counts as not set, as an `.env` file copied from the example has.
pub(super) struct Reader<'a> {
    source: Source<'a>,
    faults: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { source, faults: Vec::new() }
    }

    /// Notes a fault of a variable.
    pub(super) fn fault<T>(&mut self, name: &str, what: &str) -> Option<T> {
        self.faults.push(format!("{name}: {what}"));
        None
    }

    /// A variable that may be missing.
    pub(super) fn optional(&self, name: &str) -> Option<String> {
        self.source.vars.get(name).map(|value| value.trim()).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// A variable with a default.
    pub(super) fn value<T>(
        &mut self,
        name: &str,
        default: T,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        match self.optional(name) {
            None => Some(default),
            Some(text) => parse(&text).map_or_else(|what| self.fault(name, &what), Some),
        }
    }

    /// A variable that must be there.
    pub(super) fn required<T>(
        &mut self,
        name: &str,
        meaning: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        match self.optional(name) {
            None => self.fault(name, &format!("is not set: {meaning}")),
            Some(text) => parse(&text).map_or_else(|what| self.fault(name, &what), Some),
        }
    }

    /// A secret that must be there, in the variable itself or in the file that `NAME_FILE` names.
    pub(super) fn secret(&mut self, name: &str, meaning: &str) -> Option<SecretString> {
        let missing =
            |reader: &mut Self| reader.fault(name, &format!("is not set: {meaning} (or {name}_FILE, a file with it)"));
        self.optional_secret(name)?.or_else(|| missing(self))
    }

    /// A secret that may be missing. `None`: something is wrong with it.
    #[expect(clippy::option_option, reason = "something wrong, nothing, or a secret, as everywhere here")]
    pub(super) fn optional_secret(&mut self, name: &str) -> Option<Option<SecretString>> {
        let file_name = format!("{name}_FILE");
        let text = match (self.optional(name), self.optional(&file_name)) {
            (Some(_), Some(_)) => return self.fault(name, &format!("is set twice, here and in {file_name}; keep one")),
            (Some(text), None) => text.into(),
            (None, Some(path)) => self.secret_file(&file_name, Path::new(&path))?,
            (None, None) => return Some(None),
        };
        // Secrets travel in an HTTP header or are base64, and neither can have anything else.
        if !text.expose_secret().chars().all(|c| c.is_ascii_graphic() || c == ' ') {
            return self.fault(name, "has characters that no such secret has; was something else pasted?");
        }
        Some(Some(text))
    }

    /// The secret in a file.
    pub(super) fn secret_file(&mut self, name: &str, path: &Path) -> Option<SecretString> {
        let text = Zeroizing::new(self.read_file(name, path)?);
        match text.trim() {
            "" => self.fault(name, "names an empty file"),
            text => Some(text.into()),
        }
    }

    /// The text of a file that a variable names.
    pub(super) fn read_file(&mut self, name: &str, path: &Path) -> Option<String> {
        match (self.source.read_file)(path) {
            Ok(text) => Some(text),
            Err(error) => self.fault(name, &format!("the file it names cannot be read: {error}")),
        }
    }

    /// The value, if nothing was wrong with any variable.
    pub(super) fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Faults> {
        if self.faults.is_empty() { build().ok_or(Faults(self.faults)) } else { Err(Faults(self.faults)) }
    }
}
