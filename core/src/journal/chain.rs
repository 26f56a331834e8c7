//! The chain: how an entry is tied to the one before it, and how it is told that one of them is not what it was.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Keeps these hashes apart from all others, and from those of another version of the chain.
const DOMAIN: &[u8] = b"callsheet journal v1\n";

/// The hash of an entry and all before it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hash(#[serde(with = "hex::serde")] pub [u8; 32]);

/// How far a chain has come: the number and the hash of its last entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub seq: u64,
    pub hash: Hash,
}

/// An entry as it is stored. Nothing about it is known to be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub seq: u64,
    pub entry: Vec<u8>,
    pub hash: Vec<u8>,
    /// Its seal; `None` where it was written without a key.
    pub seal: Option<Vec<u8>>,
}

/// Where and how a journal is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the audit log was altered: entry {seq} {what}")]
pub struct Fault {
    /// The number of the first entry that is not right.
    pub seq: u64,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display)]
pub enum What {
    /// It, its number or its hash is another than was written there.
    #[strum(to_string = "was edited or replaced")]
    Edited,
    #[strum(to_string = "is missing")]
    Missing,
    /// It stands where one with a higher number belongs.
    #[strum(to_string = "is out of order")]
    OutOfOrder,
    /// It fits the chain, but is nothing that this version writes.
    #[strum(to_string = "is not in a format this version knows")]
    Unreadable,
    /// Those before it are gone, and no entry says that they were pruned.
    #[strum(to_string = "is the first, and there is no record that older entries expired")]
    Unanchored,
    /// Its hash is another than that of the head noted elsewhere.
    #[strum(to_string = "does not match the head you gave")]
    OtherHead,
    /// It was pruned, so that the head noted elsewhere cannot be compared with it.
    #[strum(to_string = "has expired, so the head you gave cannot be checked")]
    Pruned,
    /// It has no seal, and the next one has one although no entry says that the seals begin there.
    #[strum(to_string = "has lost its seal")]
    Unsealed,
    /// Its seal is not of this key.
    #[strum(to_string = "is sealed with another key than CALLSHEET_KEY, or was forged")]
    OtherSeal,
}

impl Head {
    /// Before the first entry.
    pub const START: Self = Self { seq: 0, hash: Hash([0; 32]) };

    /// The head once this line has been added.
    #[must_use]
    pub fn followed_by(self, line: &[u8]) -> Self {
        let seq = self.seq.saturating_add(1);
        let mut hash = Sha256::new();
        hash.update(DOMAIN);
        hash.update(self.hash.0);
        hash.update(seq.to_be_bytes());
        hash.update(line);
        Self { seq, hash: Hash(hash.finalize().into()) }
    }

    /// The head once this row has been added, if it is the one that was written next.
    pub fn accept(self, row: &Row) -> Result<Self, Fault> {
        let next = self.followed_by(&row.entry);
        match row.seq {
            seq if seq < next.seq => Err(Fault { seq, what: What::OutOfOrder }),
            seq if seq > next.seq => Err(Fault { seq: next.seq, what: What::Missing }),
            seq if row.hash != next.hash.0 => Err(Fault { seq, what: What::Edited }),
            _ => Ok(next),
        }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

/// A text that is no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be NUMBER:HASH as printed by `callsheet journal head`")]
pub struct NoHead;

impl FromStr for Head {
    type Err = NoHead;

    fn from_str(text: &str) -> Result<Self, NoHead> {
        let (seq, digits) = text.trim().split_once(':').ok_or(NoHead)?;
        let mut hash = [0; 32];
        hex::decode_to_slice(digits, &mut hash).map_err(|_| NoHead)?;
        Ok(Self { seq: seq.parse().map_err(|_| NoHead)?, hash: Hash(hash) })
    }
}
