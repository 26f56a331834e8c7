//! Whether rules show any caller more than other rules do.
//!
//! This is decided from the rules alone, without the account. A grant counts as covered if a single other grant covers
//! all of it; in doubt it counts as wider. A grant that is only written differently may thus be called wider, but a
//! wider grant is never called covered.

use std::collections::BTreeSet;

use crate::access::scope::{Pattern, Scope, fits};
use crate::access::{Access, Grant};

impl Access {
    /// The positions, from 1, of the grants that no grant of the other rules covers.
    pub fn wider_grants(&self, other: &Self) -> Vec<usize> {
        let is_covered = |grant: &Grant| other.grants.iter().any(|one| covers(one, grant));
        let places = (1..).zip(self.grants.iter());
        places.filter(|(_, grant)| !is_covered(grant)).map(|(place, _)| place).collect()
    }

    /// How many redactions of the other rules are missing here.
    pub fn lost_redactions(&self, other: &Self) -> usize {
        other.redacted.iter().filter(|pattern| !means(&self.redacted, pattern)).count()
    }
}

/// Whether `outer` grants everything that `inner` grants.
fn covers(outer: &Grant, inner: &Grant) -> bool {
    let at_once = |grant: &Grant| grant.fields.difference(&grant.on_click).copied().collect::<BTreeSet<_>>();
    limits(&outer.guilds, &inner.guilds)
        && limits(&outer.roles, &inner.roles)
        && limits(&outer.users, &inner.users)
        && limits(&outer.channels, &inner.channels)
        && inner.permissions.is_subset(&outer.permissions)
        && holds(&outer.organizations, &inner.organizations)
        && inner.fields.is_subset(&outer.fields)
        && at_once(inner).is_subset(&at_once(outer))
        && outer.restricted >= inner.restricted
        && outer.writes >= inner.writes
}

/// Whether the outer list holds the inner one; an empty list means everything.
fn limits<T: Ord>(outer: &BTreeSet<T>, inner: &BTreeSet<T>) -> bool {
    outer.is_empty() || (!inner.is_empty() && inner.is_subset(outer))
}

fn holds(outer: &Scope, inner: &Scope) -> bool {
    let listed = match (&outer.only, &inner.only) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => inner.iter().all(|pattern| means(outer, pattern)),
    };
    listed && outer.except.iter().all(|pattern| means(&inner.except, pattern))
}

/// Whether one of the patterns covers everything that `other` does.
fn means(patterns: &[Pattern], other: &Pattern) -> bool {
    patterns.iter().any(|pattern| match (pattern, other) {
        (Pattern::Id(one), Pattern::Id(other)) => one == other,
        // An asterisk of `other` only fits under an asterisk, and so does anything it stands for.
        (Pattern::Name(one), Pattern::Name(other)) => fits(one, other),
        _ => false,
    })
}

#[cfg(test)]
mod tests;
