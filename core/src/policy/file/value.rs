//! Values of the file, each with its name and line, the faults found in them, and what they name.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::policy::dangling::{NamedInFile, Reference};
use crate::policy::file::TOP;

/// A wrong file can be wrong in every line; no one reads more than this.
const SHOWN: usize = 30;

/// From this likeness on, a key with the same first letter is another one misspelt: two slips in a word of five
/// letters, as in "shear". Without the same letter, "token" would be "open".
const NEAR: f64 = 0.6;

/// Fewer letters begin too many words.
const ABBREVIATION: usize = 3;

/// No key has half as many letters.
const LONGEST: usize = 40;

/// One reading of the file: its faults so far, and what it names.
pub(super) struct Reading<'t> {
    text: &'t str,
    faults: RefCell<Vec<(usize, String)>>,
    named: RefCell<Vec<NamedInFile>>,
}

impl<'t> Reading<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, faults: RefCell::default(), named: RefCell::default() }
    }

    /// Notes a fault, in the program's own words only.
    pub(super) fn fault(&self, span: Range<usize>, what: &str) {
        let line = self.line(&span);
        self.faults.borrow_mut().push((line, format!("line {line}: {what}")));
    }

    pub(super) fn after(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The last line with something on it.
    pub(super) fn last(&self) -> Range<usize> {
        let at = self.text.trim_end().len();
        at..at
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
    }

    /// The result and what it names, if there are no faults; otherwise the faults from top to bottom.
    pub(super) fn finish<T>(self, read: Option<T>) -> Result<(T, Vec<NamedInFile>), Vec<String>> {
        let mut found = self.faults.into_inner();
        if let (Some(read), true) = (read, found.is_empty()) {
            let mut named = self.named.into_inner();
            named.sort_by_key(|named| named.line);
            return Ok((read, named));
        }
        found.sort();
        let more = found.len().saturating_sub(SHOWN);
        let mut lines: Vec<String> = found.into_iter().take(SHOWN).map(|(_, fault)| fault).collect();
        if more > 0 {
            lines.push(format!("and {more} more errors; check that this is the right file"));
        }
        Err(lines)
    }
}

/// What to say where a list has to be.
const NO_LIST: &str = "must be a list with at least one entry: [\"…\", \"…\"]";

/// A value with the name of its key.
#[derive(Clone, Copy)]
pub(super) struct PolicyValue<'f, 't> {
    name: &'static str,
    value: &'f Spanned<DeValue<'t>>,
    reading: &'f Reading<'t>,
}

impl<'f, 't> PolicyValue<'f, 't> {
    fn data(self) -> &'f DeValue<'t> {
        self.value.get_ref()
    }

    pub(super) fn fault<T>(self, what: &str) -> Option<T> {
        self.reading.fault(self.value.span(), &format!("{} {what}", self.name));
        None
    }

    /// Notes that the value is none of the known ones, with the one that was probably meant.
    pub(super) fn none_of<'k, T>(self, what: &str, known: impl Iterator<Item = &'k str>) -> Option<T> {
        self.unknown(what, self.as_str().and_then(|written| nearest(written, known)))
    }

    /// Notes an unknown value, with the one meant where that is known. It is not repeated: it may be a secret.
    pub(super) fn unknown<T>(self, what: &str, meant: Option<&str>) -> Option<T> {
        match meant {
            Some(meant) => self.fault(&format!("{what}; did you mean \"{meant}\"?")),
            None => self.fault(what),
        }
    }

    pub(super) fn names(self, what: Reference) {
        let line = self.reading.line(&self.value.span());
        self.reading.named.borrow_mut().push(NamedInFile { line, key: self.name, what });
    }

    pub(super) fn boolean(self) -> Option<bool> {
        self.data().as_bool().or_else(|| self.fault("must be true or false"))
    }

    pub(super) fn text(self) -> Option<String> {
        match self.as_str().map(str::trim) {
            Some("") => self.fault("must not be blank"),
            Some(text) => Some(text.to_owned()),
            None => self.fault("must be a string in quotes"),
        }
    }

    pub(super) fn as_str(self) -> Option<&'f str> {
        self.data().as_str()
    }

    pub(super) fn is_number(self) -> bool {
        self.data().is_integer()
    }

    /// A whole number that is not negative.
    pub(super) fn number(self) -> Option<u32> {
        match self.data() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        }
    }

    /// An id: a number, or one in quotes, as Discord's ids are often written.
    pub(super) fn id(self) -> Option<u64> {
        let digits = match self.data() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::String(text) => text,
            _ => "",
        };
        digits.parse().ok().filter(|id| *id != 0).or_else(|| self.fault("must be a numeric ID such as 123456"))
    }

    /// The values of a list, which all go by its name.
    pub(super) fn list(self) -> Option<impl Iterator<Item = Self>> {
        if self.data().as_array().is_some_and(|items| items.is_empty()) {
            return self.fault(NO_LIST);
        }
        self.list_or_none()
    }

    /// The values of a list that may be empty.
    pub(super) fn list_or_none(self) -> Option<impl Iterator<Item = Self>> {
        let items = self.data().as_array().or_else(|| self.fault(NO_LIST))?;
        Some(items.iter().map(move |value| Self { value, ..self }))
    }

    pub(super) fn table(self, known: &'static [&'static str]) -> Option<PolicyTable<'f, 't>> {
        let keys = self.data().as_table().or_else(|| self.fault("must be a table"))?;
        Some(PolicyTable::new(self.name, self.value.span(), keys, known, self.reading))
    }

    /// Tables that may have these keys, each written under its name in double brackets.
    pub(super) fn tables(self, known: &'static [&'static str]) -> Option<Vec<PolicyTable<'f, 't>>> {
        if !self.data().is_array() {
            return self.fault(&format!("must be written in double brackets: [[{}]]", self.name));
        }
        Some(self.list()?.filter_map(|item| item.table(known)).collect())
    }

    /// The entries of a table whose keys are the operator's own.
    pub(super) fn entries(self) -> Option<impl Iterator<Item = (String, Self)>> {
        let keys = self.data().as_table().or_else(|| self.fault("must be a table"))?;
        Some(keys.iter().map(move |(key, value)| (key.get_ref().to_string(), Self { value, ..self })))
    }
}

/// What to say about an unknown key. It is repeated only if nearly known: it may come from the wrong file.
fn unknown(key: &str, table: &str, known: &[&'static str]) -> String {
    if TOP.contains(&key) {
        return format!("unknown key in {table}: {key} belongs above the first line in [brackets]");
    }
    match nearest(key, known.iter().copied()) {
        Some(meant) => format!("unknown key {key:?} in {table}; did you mean \"{meant}\"?"),
        None => format!("unknown key; allowed in {table}: {}", known.join(", ")),
    }
}

/// The known word that was probably meant: nearly the same, or one begins the other, as "mon" does "monday".
pub(super) fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let written = written.trim().to_lowercase();
    let alike = |known: &str| {
        let known = known.to_lowercase();
        let is_begun = written.len() >= ABBREVIATION && known.starts_with(&written) || written.starts_with(&known);
        let is_near = written.len() <= LONGEST && written.get(..1) == known.get(..1);
        let alike = is_near.then(|| strsim::normalized_damerau_levenshtein(&written, &known))?;
        (is_begun || alike >= NEAR).then_some(alike)
    };
    let near = known.filter_map(|known| Some((alike(known)?, known)));
    near.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, known)| known)
}

/// A table of the file. Its unknown keys are noted already.
pub(super) struct PolicyTable<'f, 't> {
    name: &'static str,
    span: Range<usize>,
    keys: &'f DeTable<'t>,
    known: &'static [&'static str],
    reading: &'f Reading<'t>,
}

impl<'f, 't> PolicyTable<'f, 't> {
    pub(super) fn new(
        name: &'static str,
        span: Range<usize>,
        keys: &'f DeTable<'t>,
        known: &'static [&'static str],
        reading: &'f Reading<'t>,
    ) -> Self {
        for key in keys.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            reading.fault(key.span(), &unknown(key.get_ref(), name, known));
        }
        Self { name, span, keys, known, reading }
    }

    pub(super) fn fault(&self, what: &str) {
        self.reading.fault(self.span.clone(), &format!("{} {what}", self.name));
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    pub(super) fn take<T>(&self, key: &str, read: impl FnOnce(PolicyValue<'f, 't>) -> Option<T>) -> Option<T> {
        let name = self.known.iter().find(|known| **known == key)?;
        read(PolicyValue { name, value: self.keys.get(key)?, reading: self.reading })
    }

    /// Reads a required key.
    pub(super) fn require<T>(&self, key: &str, read: impl FnOnce(PolicyValue<'f, 't>) -> Option<T>) -> Option<T> {
        if !self.has(key) {
            self.fault(&format!("is missing {key} = …"));
        }
        self.take(key, read)
    }
}
