//! What the audit journal says, for an operator, an auditor, or a contact who asks who looked them up.
//!
//! The journal is read twice: first to find out which part is proven, then to print it with the rest marked. Entries
//! after a fault are printed as well, and the fault at the end.

mod export;
mod report;

use std::io::Write;
use std::path::PathBuf;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use serde::Serialize;

use crate::audit::export::Export;
use crate::audit::report::Report;
pub use crate::audit::report::line;
use crate::cli::Journal;
use crate::config::database::Database;
use crate::failure::{Failure, Result};
use crate::screen;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::journal::beside;
use crate::store::journal::read::Reader;
use crate::store::key::Key;
use crate::store::noted::Says;
use callsheet_core::domain::id::ContactId;
use callsheet_core::journal::Entry;
use callsheet_core::journal::chain::{Fault, Head, Row};
use callsheet_core::journal::check::{Against, Check, Doubt, Verdict, Why};

/// As many entries take some seconds to read.
const LONG: usize = 500_000;

/// Entries between two lines of progress.
const STEP: usize = 10_000;

/// What is known of a journal once all of it is read.
enum Proof {
    /// Every entry fits the one before it.
    Fitting(Verdict),
    Faulty(Fault),
    /// The entries fit, but their seals cannot be checked without a key.
    NoKey(Head),
}

/// Why nothing proves an entry, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Mark {
    /// One word, for other programs.
    why: &'static str,
    /// `None` where the time is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

impl Proof {
    /// The head of a journal whose entries fit each other.
    fn head(&self) -> Option<Head> {
        match self {
            Self::Fitting(verdict) => Some(verdict.head),
            Self::NoKey(head) => Some(*head),
            Self::Faulty(_) => None,
        }
    }

    /// Whether there is nothing to doubt.
    fn is_whole(&self) -> bool {
        matches!(self, Self::Fitting(verdict) if verdict.doubts.is_empty())
    }

    fn mark(&self, seq: u64) -> Option<Mark> {
        match self {
            Self::NoKey(_) => Some(Mark { why: "no-key", since: None }),
            Self::Faulty(fault) => (seq >= fault.seq).then_some(Mark { why: "not-as-written", since: None }),
            Self::Fitting(verdict) => verdict.doubts.iter().find_map(|doubt| match *doubt {
                Doubt::Span { first, last, since, why } if (first..=last).contains(&seq) => {
                    Some(Mark { why: word(why), since: Some(since) })
                }
                _ => None,
            }),
        }
    }

    fn into_result(self) -> Result<()> {
        match self {
            Self::Faulty(fault) => Err(fault.into()),
            Self::NoKey(_) => Err(StoreError::SealKeyMissing.into()),
            Self::Fitting(verdict) if verdict.doubts.is_empty() => Ok(()),
            Self::Fitting(verdict) => Err(Failure::Unproven(verdict.doubts.iter().map(ToString::to_string).collect())),
        }
    }
}

fn word(why: Why) -> &'static str {
    match why {
        Why::Damaged => "read-beyond-damage",
        Why::Gone => "before-break",
        Why::Unsealed => "without-seal",
        Why::OtherSeal => "other-seal",
    }
}

pub async fn run(database: &Database, request: &Journal, out: &mut impl Write) -> Result<()> {
    match tell(database, request, out).await {
        Err(Failure::Store(StoreError::Damaged { what })) => {
            Err(Failure::DamagedJournal { path: beside(&database.path)?, what })
        }
        outcome => outcome,
    }
}

async fn tell(database: &Database, request: &Journal, out: &mut impl Write) -> Result<()> {
    let key = database.key.as_ref();
    // Before the journal: what the database has noted is to be in what is read.
    let says = Says::in_database(&database.path, key).await;
    let Some(mut reader) = Reader::open(&database.path).await? else {
        return Err(missing(says, beside(&database.path)?));
    };
    let against = Against {
        key: key.map(Key::journal),
        noted: if let Journal::Verify { head } = request { *head } else { None },
        in_database: if let Says::Last(head) = says { Some(head) } else { None },
        checkpoint: reader.checkpoint(key).await?,
        is_forgotten: says == Says::Forgotten,
    };
    let proof = prove(&mut reader, against).await?;
    match request {
        Journal::Verify { .. } => verify(reader.base(), against, &proof, out)?,
        Journal::Head => {
            if let Some(head) = proof.head() {
                writeln!(out, "{head}")?;
            }
        }
        Journal::Export { format, since, until } => {
            let mut export = Export::begin(*format, out)?;
            let within = |at: Timestamp| since.is_none_or(|since| at >= since) && until.is_none_or(|until| at < until);
            each(
                &mut reader,
                |row, entry| {
                    if within(entry.at) { export.write(row, entry, proof.mark(row.seq)) } else { Ok(()) }
                },
            )
            .await?;
            export.end()?;
        }
        Journal::Report { contact, user, since } => {
            let mut report = Report::new(*contact, *user, *since);
            each(&mut reader, |row, entry| report.write(entry, proof.mark(row.seq), out)).await?;
            let is_in_copy = is_in_copy(*contact, database).await;
            report.end(is_in_copy, reader.base(), &proof, out)?;
        }
    }
    proof.into_result()
}

/// Whether the copy has a contact; `None` where there is none that can be read.
async fn is_in_copy(contact: Option<ContactId>, database: &Database) -> Option<bool> {
    let contact = contact?;
    let store = Store::open_to_read(&database.path, database.key.as_ref()).await.ok()??;
    let found = store.has_contact(contact).await.ok();
    store.close().await;
    found
}

fn missing(says: Says, path: PathBuf) -> Failure {
    match says {
        Says::Nothing | Says::KeyIsNew(_) => Failure::NoJournal,
        Says::Last(head) => Failure::LostJournal { path, head: Some(head) },
        Says::Forgotten => Failure::LostJournal { path, head: None },
    }
}

fn verify(base: Head, against: Against<'_>, proof: &Proof, out: &mut impl Write) -> Result<()> {
    let (Some(head), first) = (proof.head(), base.seq.saturating_add(1)) else { return Ok(()) };
    if proof.is_whole() {
        writeln!(out, "intact from entry {first} up to {head}")?;
    } else {
        writeln!(out, "consistent from entry {first} up to {head}, but parts are unproven")?;
    }
    if against.noted.is_some() {
        writeln!(out, "contains the head you gave")?;
    }
    if base.seq > 0 {
        writeln!(out, "entries up to {} have expired", base.seq)?;
    }
    if matches!(proof, Proof::NoKey(_)) {
        return Ok(());
    }
    if against.key.is_some() {
        writeln!(out, "seals checked with CALLSHEET_KEY")?;
    } else if against.noted.is_none() {
        writeln!(
            out,
            "not checked without CALLSHEET_KEY: whether the whole log was rewritten; --head with a head that you kept elsewhere shows \
             that"
        )?;
    }
    Ok(())
}

async fn prove(reader: &mut Reader, against: Against<'_>) -> Result<Proof> {
    let (base, head) = (reader.base(), reader.head().await.unwrap_or(Head::START));
    let rows = usize::try_from(head.seq.saturating_sub(base.seq)).unwrap_or_default();
    let mut check = Check::new(base, against);
    let mut read = 0_usize;
    let mut stored = std::pin::pin!(reader.rows());
    while let Some(row) = stored.try_next().await? {
        read += 1;
        if rows >= LONG && (read.is_multiple_of(STEP) || read == rows) {
            screen::progress(read, rows, "entries");
        }
        if let Err(fault) = check.next(&row) {
            return Ok(Proof::Faulty(fault));
        }
    }
    Ok(match check.finish() {
        Ok(verdict) if verdict.has_seals && against.key.is_none() => Proof::NoKey(verdict.head),
        Ok(verdict) => Proof::Fitting(verdict),
        Err(fault) => Proof::Faulty(fault),
    })
}

async fn each(reader: &mut Reader, mut take: impl FnMut(&Row, &Entry) -> Result<()>) -> Result<()> {
    let mut stored = std::pin::pin!(reader.rows());
    while let Some(row) = stored.try_next().await? {
        if let Some(entry) = Entry::decode(&row.entry) {
            take(&row, &entry)?;
        }
    }
    Ok(())
}

/// Ids one after the other, as they are shown.
fn listed<T: ToString>(ids: impl IntoIterator<Item = T>, between: &str) -> String {
    ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(between)
}
