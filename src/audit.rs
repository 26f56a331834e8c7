//! What the audit journal says, for whoever has to know: an operator, an auditor, somebody who asks who looked them up.
//!
//! Whatever is read of it is checked on the way. What stands after a fault is shown as well, and the fault told at the end.

mod export;
mod report;

use std::io::Write;
use std::path::Path;

use futures_util::TryStreamExt;
use jiff::Timestamp;

use crate::audit::export::Export;
use crate::audit::report::Report;
use crate::cli::Journal;
use crate::failure::Failure;
use crate::journal::chain::{Check, Fault, Head, Row};
use crate::journal::{Action, Entry};
use crate::screen;
use crate::store::journal::read::Reader;

/// Entries that take some seconds to be read.
const LONG: usize = 500_000;

/// How many entries later to tell again how far it has come.
const STEP: usize = 10_000;

/// Does what was asked for with the journal of a database.
pub async fn run(database: &Path, request: &Journal, out: &mut impl Write) -> Result<(), Failure> {
    let mut reader = Reader::open(database).await?.ok_or(Failure::NoJournal)?;
    match request {
        Journal::Verify { head } => verify(&mut reader, *head, out).await,
        Journal::Head => {
            writeln!(out, "{}", walk(&mut reader, None, |_, _| Ok(())).await??)?;
            Ok(())
        }
        Journal::Export { format, since, until } => {
            let mut export = Export::begin(*format, out)?;
            let within = |at: Timestamp| since.is_none_or(|since| at >= since) && until.is_none_or(|until| at < until);
            let checked =
                walk(&mut reader, None, |row, entry| if within(entry.at) { export.write(row, entry) } else { Ok(()) });
            let checked = checked.await?;
            export.end()?;
            checked?;
            Ok(())
        }
        Journal::Report { contact, user, since } => {
            let mut report = Report::new(*contact, *user, *since);
            let checked = walk(&mut reader, None, |_, entry| report.write(entry, out)).await?;
            report.end(reader.base(), checked, out)?;
            checked?;
            Ok(())
        }
    }
}

async fn verify(reader: &mut Reader, noted: Option<Head>, out: &mut impl Write) -> Result<(), Failure> {
    let mut breaks = Vec::new();
    let checked = walk(reader, noted, |row, entry| {
        if let Action::Damaged { lost, rechained, .. } = entry.action {
            breaks.push((row.seq, entry.at, lost, rechained));
        }
        Ok(())
    });
    let head = checked.await??;
    let base = reader.base();
    writeln!(out, "intact from entry {} up to {head}", base.seq.saturating_add(1))?;
    if noted.is_some() {
        writeln!(out, "the head that was noted is among them")?;
    }
    if base.seq > 0 {
        writeln!(out, "entries up to {} were removed for their age", base.seq)?;
    }
    for (seq, at, lost, rechained) in breaks {
        writeln!(out, "entry {seq}, {at}: the file was damaged; at least {lost} entries are lost")?;
        if rechained > 0 {
            let (first, last) = (seq.saturating_add(1), seq.saturating_add(rechained));
            writeln!(out, "entries {first} to {last} were read beyond the damage: nothing proves them")?;
        }
    }
    Ok(())
}

/// Hands over every entry that can be read, and tells whether the journal is what was written.
async fn walk(
    reader: &mut Reader,
    noted: Option<Head>,
    mut each: impl FnMut(&Row, &Entry) -> Result<(), Failure>,
) -> Result<Result<Head, Fault>, Failure> {
    let (base, head) = (reader.base(), reader.head().await.unwrap_or(Head::START));
    let rows = usize::try_from(head.seq.saturating_sub(base.seq)).unwrap_or_default();
    let mut check = Check::new(base, noted);
    let (mut read, mut found) = (0_usize, None);
    let mut stored = std::pin::pin!(reader.rows());
    while let Some(row) = stored.try_next().await? {
        read += 1;
        if rows >= LONG && (read.is_multiple_of(STEP) || read == rows) {
            screen::progress(read, rows, "entries");
        }
        let entry = match found {
            None => check.next(&row),
            Some(fault) => Err(fault),
        };
        match entry {
            Ok(entry) => each(&row, &entry)?,
            Err(fault) => {
                found = Some(fault);
                if let Some(entry) = Entry::decode(&row.entry) {
                    each(&row, &entry)?;
                }
            }
        }
    }
    Ok(match found {
        None => check.finish(),
        Some(fault) => Err(fault),
    })
}

/// Ids one after the other, as they are shown.
fn listed<T: ToString>(ids: impl IntoIterator<Item = T>, between: &str) -> String {
    ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(between)
}
