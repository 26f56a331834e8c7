//! Whether a journal is what was written, and which parts of it nothing proves.

use std::fmt;

use jiff::Timestamp;

use crate::journal::chain::{Fault, Head, Row, What};
use crate::journal::seal::{SealKey, Vouching};
use crate::journal::{Action, Entry};

/// What a journal is compared with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Against<'k> {
    /// The key that its entries are sealed with.
    pub key: Option<&'k SealKey>,
    /// A head that was noted elsewhere. It proves all that is before it.
    pub noted: Option<Head>,
    /// The head noted in the database, sealed where there is a key. It shows a slip, and with a key every cut.
    pub in_database: Option<Head>,
    /// The head that the key vouches for in the journal's own file.
    pub checkpoint: Option<Head>,
    /// Whether the database says that the key was in use, though not which entry is the last.
    pub is_forgotten: bool,
}

/// Goes along a journal, row by row, and tells the first thing that is not right.
#[derive(Debug, Default)]
pub struct Check<'k> {
    against: Against<'k>,
    base: Head,
    head: Head,
    /// Up to where the entries so far say that everything was pruned.
    pruned: Head,
    /// How many of the next entries were read beyond a damage: what they say of the journal is about the chain that broke.
    rechained: u64,
    /// The entries up to here that the key has not sealed, since one that it has.
    unsealed: Option<Unsealed>,
    /// Whether any entry has a seal, of whichever key.
    has_seals: bool,
    doubts: Vec<Doubt>,
}

/// Entries that the key has not sealed.
#[derive(Clone, Copy, Debug)]
struct Unsealed {
    first: u64,
    since: Timestamp,
    /// The first of them that has a seal, of another key or none at all.
    otherwise: Option<u64>,
}

/// A journal in which every entry fits the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub head: Head,
    /// What nothing proves all the same.
    pub doubts: Vec<Doubt>,
    pub has_seals: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The journal was not whole when this entry was written, which says so.
    Break { seq: u64, at: Timestamp, what: Broken },
    /// Nothing proves since then that these entries are what was written.
    Span { first: u64, last: u64, since: Timestamp, why: Why },
    /// What the key vouches for does not say which entry is the last, as it has to in the database and in the journal.
    End,
}

/// In which way a journal was not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Its file was damaged, or was made to look so. So many entries are known to be lost.
    Damaged { lost: u64 },
    /// The entry that had been the last one was gone: cut off, rewritten, or not there yet in an older copy. `noted` is
    /// `None` where the database had forgotten which one that was.
    Gone { noted: Option<Head>, lost: u64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display)]
pub enum Why {
    #[strum(to_string = "recovered from a damaged file")]
    Damaged,
    /// The entry that was the last one then was gone, and the entries before it have no seals.
    #[strum(to_string = "from before a break, without seals")]
    Gone,
    #[strum(to_string = "written without CALLSHEET_KEY")]
    Unsealed,
    #[strum(to_string = "sealed with another key than CALLSHEET_KEY, or forged")]
    OtherSeal,
}

impl<'k> Check<'k> {
    /// Begins after `base`, up to which everything was pruned.
    pub fn new(base: Head, against: Against<'k>) -> Self {
        Self { against, base, head: base, ..Self::default() }
    }

    pub fn next(&mut self, row: &Row) -> Result<Entry, Fault> {
        self.head = self.head.accept(row)?;
        let seq = self.head.seq;
        let noted = [self.against.noted, self.against.in_database, self.against.checkpoint];
        if noted.into_iter().flatten().any(|noted| noted.seq == seq && noted != self.head) {
            return Err(Fault { seq, what: What::OtherHead });
        }
        let entry = Entry::decode(&row.entry).ok_or(Fault { seq, what: What::Unreadable })?;
        self.check_seal(row, &entry)?;
        let is_rechained = self.rechained > 0;
        self.rechained = self.rechained.saturating_sub(1);
        if !is_rechained {
            self.heed(&entry);
        }
        Ok(entry)
    }

    /// Takes in what an entry says of the journal itself.
    fn heed(&mut self, entry: &Entry) {
        let (seq, at) = (self.head.seq, entry.at);
        match entry.action {
            Action::Pruned(through) => self.pruned = through,
            Action::Damaged { base, lost, rechained } => {
                (self.pruned, self.rechained) = (base, rechained);
                self.doubts.push(Doubt::Break { seq, at, what: Broken::Damaged { lost } });
                self.doubt(seq.saturating_add(1), seq.saturating_add(rechained), at, Why::Damaged);
            }
            Action::Broken { noted } => {
                let lost = noted.map_or(0, |noted| noted.seq.saturating_add(1).saturating_sub(seq));
                self.doubts.push(Doubt::Break { seq, at, what: Broken::Gone { noted, lost } });
                // With a key each entry has a seal of its own.
                if self.against.key.is_none() {
                    self.doubt(self.base.seq.saturating_add(1), seq.saturating_sub(1), at, Why::Gone);
                }
            }
            _ => {}
        }
    }

    fn check_seal(&mut self, row: &Row, entry: &Entry) -> Result<(), Fault> {
        self.has_seals |= row.seal.is_some();
        let Some(key) = self.against.key else { return Ok(()) };
        let seq = self.head.seq;
        if row.seal.as_ref().is_some_and(|seal| key.has_sealed(Vouching::Entry, self.head, seal)) {
            let Some(unsealed) = self.unsealed.take() else { return Ok(()) };
            // Where the bot went over to the key it has noted so. Anywhere else somebody took or changed the seals.
            if entry.action != Action::Keyed {
                return Err(unsealed.fault());
            }
            self.doubt(unsealed.first, seq.saturating_sub(1), unsealed.since, unsealed.why());
        } else {
            let unsealed = self.unsealed.get_or_insert(Unsealed { first: seq, since: entry.at, otherwise: None });
            unsealed.otherwise = unsealed.otherwise.or(row.seal.is_some().then_some(seq));
        }
        Ok(())
    }

    fn doubt(&mut self, first: u64, last: u64, since: Timestamp, why: Why) {
        // What was read beyond a damage was written into this chain as it was found: a head noted later proves nothing of it.
        let proven = self.against.noted.filter(|_| why != Why::Damaged).map_or(0, |noted| noted.seq);
        let first = first.max(proven.saturating_add(1));
        if first <= last {
            self.doubts.push(Doubt::Span { first, last, since, why });
        }
    }

    /// There are no more rows: what is left to doubt, if everything fits.
    pub fn finish(mut self) -> Result<Verdict, Fault> {
        let Against { key, noted, in_database, checkpoint, is_forgotten } = self.against;
        if self.pruned != self.base {
            return Err(Fault { seq: self.base.seq.saturating_add(1), what: What::Unanchored });
        }
        for (noted, is_elsewhere) in [(noted, true), (in_database, false), (checkpoint, false)] {
            let Some(noted) = noted else { continue };
            if noted.seq > self.head.seq {
                return Err(Fault { seq: self.head.seq.saturating_add(1), what: What::Missing });
            }
            // All of it may have been pruned after the database noted its head.
            if noted.seq < self.base.seq && is_elsewhere {
                return Err(Fault { seq: noted.seq, what: What::Pruned });
            }
            if noted.seq == self.base.seq && noted != self.base {
                return Err(Fault { seq: noted.seq, what: What::OtherHead });
            }
        }
        if let Some(unsealed) = self.unsealed.take() {
            if unsealed.otherwise.is_some() {
                return Err(unsealed.fault());
            }
            self.doubt(unsealed.first, self.head.seq, unsealed.since, Why::Unsealed);
        }
        let is_in_use = key.is_some() && (self.has_seals || in_database.is_some() || is_forgotten);
        let is_end_known = in_database.is_some() && checkpoint == Some(self.head);
        if is_in_use && !is_end_known && noted.is_none() {
            self.doubts.push(Doubt::End);
        }
        Ok(Verdict { head: self.head, doubts: self.doubts, has_seals: self.has_seals })
    }
}

impl Unsealed {
    fn why(self) -> Why {
        if self.otherwise.is_some() { Why::OtherSeal } else { Why::Unsealed }
    }

    fn fault(self) -> Fault {
        match self.otherwise {
            Some(seq) => Fault { seq, what: What::OtherSeal },
            None => Fault { seq: self.first, what: What::Unsealed },
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Break { seq, at, what } => write!(f, "break at entry {seq}, {at}: {what}"),
            Self::Span { first, last, since, why } if first == last => {
                write!(f, "unproven since {since}: entry {first}, {why}")
            }
            Self::Span { first, last, since, why } => {
                write!(f, "unproven since {since}: entries {first} to {last}, {why}")
            }
            Self::End => f.write_str(
                "unproven: nothing shows whether the newest entries were cut off or put back: what CALLSHEET_KEY sealed about the last \
                 one is missing or older, in the audit log or in the database",
            ),
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { lost: 0 } => f.write_str("the file was damaged; entries may be lost"),
            Self::Damaged { lost } => write!(f, "the file was damaged; entries lost: {lost} or more"),
            Self::Gone { noted: Some(noted), lost: 0 } => {
                write!(f, "the last entry until then, {noted}, was missing; entries may be lost")
            }
            Self::Gone { noted: Some(noted), lost } => {
                write!(f, "the last entry until then, {noted}, was missing; entries lost: {lost} or more")
            }
            Self::Gone { noted: None, .. } => {
                f.write_str("what the key sealed about the last entry was missing or older; entries may be lost")
            }
        }
    }
}
