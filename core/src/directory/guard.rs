//! Stops a sweep that would remove so much that a fault is more likely than a deletion.
//!
//! A key that lost its permissions, an account being moved, a fault in the service: each looks like a mass deletion.
//! Such a sweep's additions and changes are taken, its removals are not, and an operator decides.

use crate::directory::records::Records;
use crate::directory::sweep::Removals;

/// Fewer removals than this never stop a sweep, however small the account: people do leave.
const AT_LEAST: usize = 10;

/// How large a share of the contacts or of the organizations one sweep may remove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemovalGuard {
    /// In percent.
    pub percent: u8,
}

/// Removals that wait for an operator to accept them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldBack {
    pub contacts: usize,
    pub organizations: usize,
}

impl Default for RemovalGuard {
    /// One in five: more than any account loses between two sweeps in the ordinary way.
    fn default() -> Self {
        Self { percent: 20 }
    }
}

impl RemovalGuard {
    /// Lets these removals pass, or says how many are kept back.
    pub fn check(self, removals: Removals, known: &Records) -> Result<Removals, HeldBack> {
        let held_back = HeldBack { contacts: removals.contacts.len(), organizations: removals.organizations.len() };
        let is_suspicious = self.is_suspicious(held_back.contacts, known.contacts.len())
            || self.is_suspicious(held_back.organizations, known.organizations.len());
        if is_suspicious { Err(held_back) } else { Ok(removals) }
    }

    /// Losing everything is suspicious in an account of any size: an empty answer is a common fault.
    fn is_suspicious(self, removed: usize, known: usize) -> bool {
        let over_share = removed * 100 > known * usize::from(self.percent);
        (removed >= AT_LEAST && over_share) || (removed > 0 && removed == known)
    }
}
