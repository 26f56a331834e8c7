//! Reads the end of the file, which tells a whole file from one that was cut short while it was written.
//!
//! TOML has no end of its own: nearly every first part of a file is a file, and a rule without its last lines grants
//! more than the whole. So the last table of a file may be `[end]`, and its revision says which rules have been
//! written to their end. A file with `end_required` at its top is refused without it.

use toml::de::{DeTable, DeValue};

use crate::policy::file::value::{PolicyValue, Reading};

pub(super) const END: &[&str] = &["revision"];

/// The key at the top of a file that must end with `[end]`.
pub(super) const REQUIRED: &str = "end_required";

/// Notes a fault where a file that must end with `[end]` does not, or goes on after it.
pub(super) fn check(document: &DeTable<'_>, reading: &Reading<'_>) {
    let is_required = document.get(REQUIRED).is_some_and(|value| matches!(value.get_ref(), DeValue::Boolean(true)));
    match document.get_key_value("end") {
        Some((key, _)) if !is_last(reading.after(key.span().end)) => {
            reading.fault(key.span(), "end must be written as [end], with nothing but revision = … below it");
        }
        None if is_required => reading.fault(
            reading.last(),
            "the file does not end with a line [end], which end_required says it does: it was cut short, or [end] has to be \
             written below everything else",
        ),
        _ => {}
    }
}

/// Whether only the table's own key comes after its name.
fn is_last(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix(']');
    let is_own = |(at, line): (usize, &str)| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || (at > 0 && line.starts_with("revision"))
    };
    rest.is_some_and(|rest| rest.lines().enumerate().all(is_own))
}

pub(super) fn revision(value: PolicyValue<'_, '_>) -> Option<u32> {
    let read = |value: PolicyValue<'_, '_>| value.number().or_else(|| value.fault("must be a whole number such as 7"));
    Some(value.table(END)?.take("revision", read).unwrap_or_default())
}
