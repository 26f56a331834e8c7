//! What changes with another policy file, as far as anybody sees more or less by it. For the log, and so without names.

use crate::access::Access;
use crate::access::limiter::Limits;
use crate::policy::Policy;

/// What the rules after let somebody see or do that those before did not, a phrase each. Which of the file's rules about
/// whom to call hold is another matter.
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
    /// Grants before.
    pub before: usize,
    /// Grants after.
    pub after: usize,
    /// Grants that were not there before.
    pub added: usize,
    /// Grants that are not there any more.
    pub removed: usize,
    /// Redacted organizations and patterns before.
    pub redacted_before: usize,
    /// Redacted organizations and patterns after.
    pub redacted: usize,
}

/// How many come and go; `None` where who may see what stays as it is.
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
