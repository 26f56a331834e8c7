//! Reads variables one by one and collects what is wrong with them.

use std::collections::BTreeSet;
use std::mem;
use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use crate::config::environment::BOM;
use crate::config::logging::Logging;
use crate::config::names::{self, UnreadVariable};
use crate::config::{Checked, Faults, Source};
use crate::store::key::Key;

/// Reads variables and collects faults. A blank value counts as not set: the example file has blank ones.
pub(super) struct VariableReader<'a> {
    source: Source<'a>,
    faults: Vec<String>,
    warnings: Vec<String>,
    /// The variables that a setting depends on.
    needed: BTreeSet<String>,
    logging: Option<Logging>,
}

impl<'a> VariableReader<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { source, faults: source.faults.to_vec(), warnings: Vec::new(), needed: BTreeSet::new(), logging: None }
    }

    pub(super) fn fault<T>(&mut self, name: &str, what: &str) -> Option<T> {
        self.faults.push(format!("{name}: {what}"));
        None
    }

    pub(super) fn warn(&mut self, name: &str, what: &str) {
        self.warnings.push(format!("{name}: {what}"));
    }

    /// Notes a fault that stops nothing.
    pub(super) fn warn_of(&mut self, fault: &str) {
        self.warnings.push(format!("{fault}; it is ignored"));
    }

    /// Reads an optional setting: a fault in it becomes a warning.
    pub(super) fn leniently<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let (faults, needed) = (mem::take(&mut self.faults), mem::take(&mut self.needed));
        let value = read(self);
        for fault in mem::replace(&mut self.faults, faults) {
            self.warn_of(&fault);
        }
        self.needed = needed;
        value
    }

    /// Reads the log's settings strictly, for a long-running process that nothing else reports on.
    pub(super) fn require_logging(&mut self) {
        self.logging = Some(Logging::read(self));
    }

    pub(super) fn optional(&mut self, name: &str) -> Option<String> {
        debug_assert!(names::is_known(name), "{name} is not in the list");
        self.needed.insert(name.to_owned());
        self.set(name).map(str::to_owned)
    }

    fn set(&self, name: &str) -> Option<&'a str> {
        self.source.vars.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// An optional setting; the default also where it is faulty, as nothing is built then.
    pub(super) fn value<T>(&mut self, name: &str, default: T, parse: impl FnOnce(&str) -> Result<T, String>) -> T {
        let parsed = self.optional(name).map(|text| parse(&text));
        parsed.and_then(|parsed| parsed.map_or_else(|what| self.fault(name, &what), Some)).unwrap_or(default)
    }

    /// A switch; on where it is faulty, so that nothing that it would allow is a second fault.
    pub(super) fn switch(&mut self, name: &str, default: bool) -> bool {
        match self.optional(name).map(|text| text.to_lowercase()).as_deref() {
            None => default,
            Some("on") => true,
            Some("off") => false,
            Some(_) => self.fault(name, "must be on or off").unwrap_or(true),
        }
    }

    pub(super) fn required<T>(
        &mut self,
        name: &str,
        meaning: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        match self.optional(name) {
            None => self.fault(name, &format!("not set; needs {meaning}")),
            Some(text) => parse(&text).map_or_else(|what| self.fault(name, &what), Some),
        }
    }

    /// A required secret, in the variable itself or in the file that `NAME_FILE` names.
    pub(super) fn secret(&mut self, name: &str, meaning: &str) -> Option<SecretString> {
        let missing = format!("not set; needs {meaning} (or {name}_FILE, a file that holds it)");
        self.optional_secret(name)?.or_else(|| self.fault(name, &missing))
    }

    /// An optional secret. The outer `None`: it is faulty.
    #[expect(clippy::option_option, reason = "something wrong, nothing, or a secret, as everywhere here")]
    pub(super) fn optional_secret(&mut self, name: &str) -> Option<Option<SecretString>> {
        let file_name = format!("{name}_FILE");
        let text = match (self.optional(name), self.optional(&file_name)) {
            (Some(_), Some(_)) => return self.fault(name, &format!("is set here and in {file_name}; keep only one")),
            (Some(text), None) => text.into(),
            (None, Some(path)) => self.secret_file(&file_name, Path::new(&path))?,
            (None, None) => return Some(None),
        };
        // Secrets travel in an HTTP header or are base64; neither has other characters.
        if !text.expose_secret().chars().all(|c| c.is_ascii_graphic() || c == ' ') {
            return self.fault(name, "contains characters that a key or token cannot have; check what was pasted");
        }
        Some(Some(text))
    }

    pub(super) fn secret_file(&mut self, name: &str, path: &Path) -> Option<SecretString> {
        let text = Zeroizing::new(self.read_file(name, path)?);
        match text.trim_start_matches(BOM).trim() {
            "" => self.fault(name, &format!("points to an empty file{}", shown(path))),
            text => Some(text.into()),
        }
    }

    pub(super) fn read_file(&mut self, name: &str, path: &Path) -> Option<String> {
        match (self.source.read_file)(path) {
            Ok(text) => Some(text),
            Err(error) => self.fault(name, &format!("could not read the file{}: {error}", shown(path))),
        }
    }

    /// The settings with their warnings, if no variable they depend on is faulty.
    pub(super) fn finish<T>(mut self, build: impl FnOnce() -> Option<T>) -> Result<Checked<T>, Faults> {
        let logging = self.logging.take().unwrap_or_else(|| self.leniently(Logging::read));
        for unread_variable in names::unread_variables(self.source.vars) {
            self.report_unread(&unread_variable);
        }
        match build() {
            Some(settings) if self.faults.is_empty() => Ok(Checked { settings, logging, warnings: self.warnings }),
            _ => Err(Faults { errors: self.faults, warnings: self.warnings }),
        }
    }

    /// Reports a variable that is not read: as a fault where it stands for a required one that is not set.
    fn report_unread(&mut self, UnreadVariable { name, meant, is_slip }: &UnreadVariable) {
        let Some(meant) = meant else { return self.warn(name, "is not a setting") };
        let what = format!("is not a setting; did you mean {meant}?");
        let secret = meant.strip_suffix("_FILE").unwrap_or(meant);
        let is_set = self.set(secret).or_else(|| self.set(&format!("{secret}_FILE"))).is_some();
        if *is_slip && !is_set && self.needed.contains(meant) {
            self.fault::<()>(name, &what);
        } else {
            self.warn(name, &what);
        }
    }
}

/// The path of a file, unless it may be a secret pasted in its place: a text that neither begins like a path nor ends
/// like a file name, and has characters no plain name has.
fn shown(path: &Path) -> String {
    let Some(text) = path.to_str() else { return String::new() };
    let is_path = ["/", "./", "../", "~/"].iter().any(|start| text.starts_with(start));
    let is_file =
        ["toml", "txt", "key", "token", "secret"].iter().any(|ending| path.extension() == Some(ending.as_ref()));
    let is_plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || "-_./".contains(char);
    let is_name = text.len() <= LONGEST_NAME && text.chars().all(is_plain);
    let is_text = text.chars().all(|char| char.is_alphanumeric() || " -_./~+@".contains(char));
    let is_secret = !is_text || Key::parse(text).is_some();
    if (is_path || is_file || is_name) && !is_secret { format!(" ({text})") } else { String::new() }
}

/// A token or key is longer than most file names: Discord's has some 70 characters, IT Glue's 100, the database's 44.
const LONGEST_NAME: usize = 32;
