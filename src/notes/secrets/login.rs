//! A user's name with the password behind it: "login: jdoe / x", "creds admin:x".

use std::ops::Range;

use super::labelled::Scan;
use super::labels;
use super::link::{Kind, Link};
use super::values;
use super::words::folded;
use crate::notes::Secret;

/// Marks between a name and a password.
const BETWEEN: [char; 3] = ['/', ':', '|'];

/// Takes what stands behind a user's name. `pair` says that the label itself promised a password.
pub(super) fn after(scan: &mut Scan<'_>, link: Link, stop: usize, pair: bool) {
    let runs: Vec<Range<usize>> = scan.runs(link.at, stop).collect();
    let Some(name) = runs.first() else { return };
    let text = scan.part(name);
    let announced = (link.kind != Kind::None && !link.doubtful) || pair;
    // The head of a table: "User | Password".
    if labels::is_label(&folded(text)) {
        return;
    }
    if values::tells(text) {
        scan.odd(Secret::Password, link.at, stop, pair);
        return;
    }
    if let Some(password) = glued(scan, name) {
        if values::is_odd(scan.part(&password)) || (announced && (pair || password.len() >= 4)) {
            let value = scan.value(&password);
            scan.take(Secret::Password, value);
        }
        return;
    }
    if !announced {
        return;
    }
    let split = runs.get(1).is_some_and(|mark| is_between(scan.part(mark))) || text.ends_with(['/', ':']);
    if pair && !split && values::is_odd(text) {
        // It may be the password already.
        let value = scan.value(name);
        scan.take(Secret::Password, value);
    }
    let mut behind = runs.iter().skip(1).filter(|run| scan.part(run).contains(char::is_alphanumeric));
    let Some(password) = behind.next() else { return };
    let run = scan.part(password);
    let ordinary = values::is_ordinary(run) && !pair;
    if (pair || split) && !ordinary && !values::tells(run) && !values::is_field(run) {
        let value = scan.value(password);
        scan.take(Secret::Password, value);
    }
    scan.odd(Secret::Password, password.start, stop, values::is_very_odd(run));
}

fn is_between(text: &str) -> bool {
    text.chars().count() == 1 && text.starts_with(BETWEEN) || matches!(text, "-" | "–" | "//" | "\\")
}

/// What stands behind the "/" or ":" in a run.
fn glued(scan: &Scan<'_>, run: &Range<usize>) -> Option<Range<usize>> {
    let text = scan.part(run);
    if text.contains("://") || values::is_ordinary(text) && !text.contains('@') {
        return None;
    }
    let mark = text.find(['/', ':'])?;
    let start = run.start + mark + 1;
    (mark > 0 && start < run.end).then_some(start..run.end)
}
