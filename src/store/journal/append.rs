//! Adding to the end of the chain, once it is known to be the end that was left.

use futures_util::TryStreamExt;
use sqlx::{Connection, QueryBuilder, SqliteConnection};

use crate::clock;
use crate::store::error::StoreError;
use crate::store::journal::checkpoint::Checkpoint;
use crate::store::journal::rows;
use crate::store::key::Key;
use callsheet_core::journal::chain::{Head, Row};
use callsheet_core::journal::seal::{SealKey, Vouching};
use callsheet_core::journal::{Action, Entry};

/// What is known of the journal before something is added to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing: there was no bot yet that noted its head.
    Nothing,
    /// The head after what this process wrote last.
    Own(Head),
    /// A head that was noted in the database; there may be entries after it.
    Noted(Head),
    /// The key is in use, and the database has no head noted with it.
    Forgotten,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) head: Head,
    /// What was written of it, where there is a key.
    pub(super) checkpoint: Option<Checkpoint>,
    /// The entry that says that the journal was not as it had been left, if it was not.
    pub(super) broken: Option<u64>,
}

/// Whether an entry has a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seal {
    None,
    OfKey,
    /// Its seal is of another key, or missing, or there is no key to tell.
    Other,
}

/// Adds lines to the end, all of them or none; `checkpoint` is the one that this process wrote last.
///
/// If the end is not the known one, an entry about the fault comes first, and the checkpoint no longer vouches for the copy of
/// the account: an old copy may have been put back along with an old journal. After an error the connection may still be in a
/// transaction; the caller drops it.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    lines: &[String],
    known: Known,
    checkpoint: Option<Checkpoint>,
    key: Option<&Key>,
) -> Result<Added, StoreError> {
    if let Known::Own(head) = known
        && let Some(added) = add_at_once(connection, lines, head, checkpoint, key).await?
    {
        return Ok(added);
    }
    // The end is read under the lock: another process may have written.
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let last = rows::last(&mut transaction).await?;
    let head = match &last {
        Some(last) => rows::head_of(last)?,
        None => rows::base(&mut transaction).await?,
    };
    let checkpoint = Checkpoint::read(&mut transaction, key).await?;
    let at = checkpoint.map(|checkpoint| checkpoint.head);
    let seals = key.map(Key::journal);
    let (mut notes, mut is_broken) = (Vec::new(), false);
    if last.is_none() || known != Known::Own(head) || (key.is_some() && at != Some(head)) {
        let seal = last.as_ref().map(|last| seal(last, head, seals));
        if let Some(action) = change_of_key(seal, seals) {
            // The end of a journal that another key has sealed may be anybody's.
            is_broken = matches!(known, Known::Own(_)) || (key.is_some() && seal == Some(Seal::Other));
            notes.push(action);
        }
        if let Some(action) = broken(&mut transaction, known, head, at, seals).await? {
            is_broken = true;
            notes.push(action);
        }
    }
    let broken = head.seq.saturating_add(u64::try_from(notes.len()).unwrap_or(u64::MAX));
    let notes: Vec<String> = notes.into_iter().map(|note| rows::line(clock::now(), note)).collect::<Result<_, _>>()?;
    let (head, rows) = rows::chained(head, notes.iter().chain(lines), seals);
    rows::insert(&mut transaction, &rows).await?;
    let checkpoint = key.map(|key| match checkpoint {
        Some(checkpoint) if !is_broken => Checkpoint { head, ..checkpoint },
        _ => Checkpoint::without_copy(key, head),
    });
    if let (Some(checkpoint), Some(key)) = (checkpoint, key) {
        checkpoint.write(&mut transaction, key).await?;
    }
    transaction.commit().await?;
    Ok(Added { head, checkpoint, broken: is_broken.then_some(broken) })
}

/// Adds lines in one trip to the engine, if the end and the checkpoint are still those that this process wrote. Otherwise it
/// adds nothing and returns `None`.
async fn add_at_once(
    connection: &mut SqliteConnection,
    lines: &[String],
    last: Head,
    checkpoint: Option<Checkpoint>,
    key: Option<&Key>,
) -> Result<Option<Added>, StoreError> {
    if lines.is_empty() || lines.len() > rows::AT_ONCE || key.is_some() != checkpoint.is_some() {
        return Ok(None);
    }
    let (head, rows) = rows::chained(last, lines, key.map(Key::journal));
    // By itself a statement takes the lock before it reads, and does all or nothing.
    let mut statement = QueryBuilder::new(if key.is_some() { "BEGIN IMMEDIATE; " } else { "" });
    rows::push_insert(&mut statement, &rows);
    statement.push(" WHERE (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1) = (");
    statement.push_bind(last.seq.cast_signed()).push(", ").push_bind(&last.hash.0[..]).push(")");
    let next = checkpoint.map(|checkpoint| Checkpoint { head, ..checkpoint });
    if let (Some(key), Some(checkpoint), Some(next)) = (key, checkpoint, next) {
        statement.push(" AND EXISTS (SELECT 1 FROM checkpoint WHERE (key, seq, hash, copy, proof) = (");
        checkpoint.push_row(&mut statement, key);
        statement.push(")) RETURNING seq; INSERT OR REPLACE INTO checkpoint (key, seq, hash, copy, proof) SELECT ");
        next.push_row(&mut statement, key);
        statement.push(" WHERE changes() > 0; COMMIT");
    } else {
        statement.push(" RETURNING seq");
    }
    // Read to the end, because the commit there can fail too.
    let added = statement.build().persistent(lines.len() == 1).fetch_all(connection).await?;
    Ok((added.len() == lines.len()).then_some(Added { head, checkpoint: next, broken: None }))
}

/// What the chain has to say where the end is not the one that was left: by the checkpoint, which is never behind, or by what
/// else is known.
async fn broken(
    connection: &mut SqliteConnection,
    known: Known,
    head: Head,
    checkpoint: Option<Head>,
    key: Option<&SealKey>,
) -> Result<Option<Action>, StoreError> {
    for known in checkpoint.map(Known::Noted).into_iter().chain([known]) {
        if let Some(gone) = gone(connection, known, key).await? {
            return Ok(Some(gone));
        }
    }
    // Something else was written behind it, or there is none any more.
    Ok((key.is_some() && checkpoint != Some(head)).then_some(Action::Broken { noted: None }))
}

fn seal(row: &Row, head: Head, key: Option<&SealKey>) -> Seal {
    match (&row.seal, key) {
        (None, _) => Seal::None,
        (Some(seal), Some(key)) if key.has_sealed(Vouching::Entry, head, seal) => Seal::OfKey,
        (Some(_), _) => Seal::Other,
    }
}

/// What the chain has to say where the last entry is not sealed as the next one is going to be.
fn change_of_key(last: Option<Seal>, key: Option<&SealKey>) -> Option<Action> {
    match (last?, key) {
        (Seal::None | Seal::Other, Some(_)) => Some(Action::Keyed),
        (Seal::Other, None) => Some(Action::Unkeyed),
        (Seal::OfKey, _) | (Seal::None, None) => None,
    }
}

/// What the chain has to say where the head that should be there is not, unless it says so already: the process may have died
/// before the database noted another one.
async fn gone(
    connection: &mut SqliteConnection,
    known: Known,
    key: Option<&SealKey>,
) -> Result<Option<Action>, StoreError> {
    match known {
        Known::Nothing => Ok(None),
        Known::Forgotten => Ok(Some(Action::Broken { noted: None })),
        Known::Own(head) | Known::Noted(head) => {
            let broken = Action::Broken { noted: Some(head) };
            let is_fine = is_there(connection, head, key).await?
                || says(connection, head, key, |action| *action == broken).await?;
            Ok((!is_fine).then_some(broken))
        }
    }
}

async fn is_there(connection: &mut SqliteConnection, head: Head, key: Option<&SealKey>) -> Result<bool, StoreError> {
    if head == Head::START {
        return Ok(true);
    }
    if let Some(hash) = rows::hash(connection, head.seq).await? {
        return Ok(hash == head.hash.0);
    }
    let base = rows::base(connection).await?;
    // It may have been pruned before the database noted another one. The chain says so, or it was not.
    let is_before = head.seq < base.seq || head == base;
    let is_pruning = |action: &Action| match action {
        Action::Pruned(through) => *through == base,
        Action::Damaged { base: damaged, .. } => *damaged == base,
        _ => false,
    };
    Ok(is_before && says(connection, base, key, is_pruning).await?)
}

/// Whether an entry that names a head says this, and is sealed where there is a key: anybody else can write one that is not.
async fn says(
    connection: &mut SqliteConnection,
    head: Head,
    key: Option<&SealKey>,
    what: impl Fn(&Action) -> bool + Send,
) -> Result<bool, StoreError> {
    let mut rows = rows::holding(head.hash.to_string(), connection);
    while let Some(row) = rows.try_next().await? {
        let is_ours = key.is_none() || is_sealed(&row, key);
        if is_ours && Entry::decode(&row.entry).is_some_and(|entry| what(&entry.action)) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn is_sealed(row: &Row, key: Option<&SealKey>) -> bool {
    rows::stored_head(row).is_some_and(|head| seal(row, head, key) == Seal::OfKey)
}

#[cfg(test)]
mod tests;
