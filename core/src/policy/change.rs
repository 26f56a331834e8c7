//! What a new policy file shows or allows more or less of, and whom it has called or asked to approve. For the log, and so
//! without names.

use crate::access::Access;
use crate::access::limiter::Limits;
use crate::policy::who::Who;
use crate::policy::{OrganizationRef, Policy, Rules};

/// What the new rules let someone see or do that the old ones did not, and whom they call or ask anew: a phrase each.
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
    if after.roles != before.roles {
        wider.push("roles has contact types stand for other roles".to_owned());
    }
    // Whose names an organization goes by is not known here, so rules of one that had none count as others.
    if after.organizations.iter().any(|(named, _)| own(before, named).is_none()) {
        wider.push("[[organization]] has rules for one that had none".to_owned());
    }
    let of_one = before.organizations.iter().map(|(named, rules)| (Some(rules), own(after, named)));
    let places: Vec<_> = of_one.chain([(None, None)]).collect();
    if places.iter().any(|&(own_before, own_after)| calls_others(before, own_before, after, own_after)) {
        wider.push("[chain] or [hours] has somebody called who was not, or not then".to_owned());
    }
    if places.iter().any(|&(own_before, own_after)| asks_others(before, own_before, after, own_after)) {
        wider.push("[[authorisation]] lets somebody approve what they could not".to_owned());
    }
    if after.channels.iter().any(|(channel, organization)| before.channels.get(channel) != Some(organization)) {
        wider.push("[[channel]] leads to another organization".to_owned());
    }
    wider
}

fn own<'p>(policy: &'p Policy, of: &OrganizationRef) -> Option<&'p Rules> {
    policy.organizations.iter().find(|(named, _)| named == of).map(|(_, rules)| rules)
}

fn calls_others(before: &Policy, own_before: Option<&Rules>, after: &Policy, own_after: Option<&Rules>) -> bool {
    let [in_hours, out_of_hours] = [true, false].map(|in_hours| after.chain_with(own_after, Some(in_hours)));
    let is_left_of = |turn: &[Who], in_hours| {
        let mut whole = before.chain_with(own_before, Some(in_hours)).iter();
        turn.iter().all(|who| whole.any(|other| other == who))
    };
    !is_left_of(in_hours, true)
        || !is_left_of(out_of_hours, false)
        || (in_hours != out_of_hours && after.hours_with(own_after) != before.hours_with(own_before))
}

fn asks_others(before: &Policy, own_before: Option<&Rules>, after: &Policy, own_after: Option<&Rules>) -> bool {
    after.authorisations_with(own_after).any(|after| {
        !before.authorisations_with(own_before).any(|before| {
            after.names().all(|name| before.is_called(name)) && after.by.iter().all(|who| before.by.contains(who))
        })
    })
}

fn is_looser(after: &Limits, before: &Limits) -> bool {
    after.contacts_per_hour > before.contacts_per_hour
        || after.questions_per_minute > before.questions_per_minute
        || after.changes_per_hour > before.changes_per_hour
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
    pub redacted_before: usize,
    pub redacted: usize,
}

/// `None` where the access rules are the same.
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
