//! What a new policy file shows or allows more or less of. For the log, and so without names.

use crate::access::Access;
use crate::access::limiter::Limits;
use crate::policy::Policy;

/// What the new rules let someone see or do that the old ones did not, a phrase each. The order of calls is left out.
#[must_use]
pub fn widened(before: &Policy, after: &Policy) -> Vec<String> {
    let mut wider = Vec::new();
    let grants = after.access.wider_grants(&before.access);
    if !grants.is_empty() && after.access.is_open() {
        wider.push("it opens everything to every member".to_owned());
    } else {
        wider
            .extend(grants.into_iter().map(|place| format!("[[access]] number {place} grants what no single one did")));
    }
    match after.access.lost_redactions(&before.access) {
        0 => {}
        lost => wider.push(format!("redacted lacks {lost} of its entries")),
    }
    if after.share && !before.share {
        wider.push("share lets answers be posted".to_owned());
    }
    if after.share_notes && !before.share_notes {
        wider.push("share_notes lets notes go along".to_owned());
    }
    if is_looser(&after.brake, &before.brake) {
        wider.push("brake lets one user look up more, or be stopped for less time or unheard".to_owned());
    }
    wider
}

fn is_looser(after: &Limits, before: &Limits) -> bool {
    after.contacts_per_hour > before.contacts_per_hour
        || after.questions_per_minute > before.questions_per_minute
        || after.hold < before.hold
        || (before.alert_channel.is_some() && after.alert_channel.is_none())
}

/// How many grants and redactions come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub before: usize,
    pub after: usize,
    pub added: usize,
    pub removed: usize,
    /// Redacted organizations and patterns before.
    pub redacted_before: usize,
    /// Redacted organizations and patterns after.
    pub redacted: usize,
}

/// `None` where the access rules are the same.
#[must_use]
pub fn counts(before: &Access, after: &Access) -> Option<Counts> {
    let missing =
        |these: &Access, those: &Access| these.grants.iter().filter(|one| !those.grants.contains(one)).count();
    (before != after).then(|| Counts {
        before: before.grants.len(),
        after: after.grants.len(),
        added: missing(after, before),
        removed: missing(before, after),
        redacted_before: before.redacted.len(),
        redacted: after.redacted.len(),
    })
}
