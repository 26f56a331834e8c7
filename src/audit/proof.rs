//! What is known of a journal once all of it is read.

use jiff::Timestamp;
use serde::Serialize;

use crate::failure::{Failure, Result};
use crate::store::error::StoreError;
use callsheet_core::journal::chain::{Fault, Head};
use callsheet_core::journal::check::{Doubt, Verdict, Why};

pub(super) enum Proof {
    /// Every entry fits the one before it.
    Fitting(Verdict),
    Faulty(Fault),
    /// The entries fit, but their seals cannot be checked without a key.
    NoKey(Head),
}

/// Why nothing proves an entry, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Mark {
    /// One word, for other programs.
    pub(super) why: &'static str,
    /// `None` where the time is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<Timestamp>,
}

impl Proof {
    /// The head of a journal whose entries fit each other.
    pub(super) fn head(&self) -> Option<Head> {
        match self {
            Self::Fitting(verdict) => Some(verdict.head),
            Self::NoKey(head) => Some(*head),
            Self::Faulty(_) => None,
        }
    }

    /// Whether there is nothing to doubt.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self, Self::Fitting(verdict) if verdict.doubts.is_empty())
    }

    pub(super) fn mark(&self, seq: u64) -> Option<Mark> {
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

    pub(super) fn into_result(self) -> Result<()> {
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
