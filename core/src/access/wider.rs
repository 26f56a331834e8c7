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
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::access::{Field, Permission};
    use crate::domain::id::{ChannelId, GuildId, OrganizationId, UserId};

    /// Whether rules with this grant are wider than rules with the other.
    fn is_wider(grant: &Grant, than: &Grant) -> bool {
        let rules = |grant: &Grant| Access { grants: [grant.clone()].into(), redacted: Arc::default() };
        !rules(grant).wider_grants(&rules(than)).is_empty()
    }

    fn patterns(names: &[&str]) -> Vec<Pattern> {
        names
            .iter()
            .map(|name| name.parse().map_or(Pattern::named(name), |id| Pattern::Id(OrganizationId(id))))
            .collect()
    }

    #[test]
    fn each_key_of_a_grant_widens_it_one_way_only() {
        let all = Grant::everything;
        let of = |only: Option<&[&str]>, except: &[&str]| Grant {
            organizations: Scope { only: only.map(patterns), except: patterns(except) },
            ..all()
        };
        let on_click = |fields: &[Field]| Grant { on_click: fields.iter().copied().collect(), ..all() };
        // Numbers at once, and these besides.
        let on_click_only = |fields: &[Field]| {
            let on_click: BTreeSet<Field> = fields.iter().copied().collect();
            Grant { fields: [Field::Phone].into_iter().chain(on_click.clone()).collect(), on_click, ..all() }
        };
        for (narrow, wide) in [
            (Grant { guilds: [GuildId(1)].into(), ..all() }, all()),
            (Grant { roles: [1].into(), ..all() }, all()),
            (Grant { roles: [1].into(), ..all() }, Grant { roles: [1, 2].into(), ..all() }),
            (Grant { users: [UserId(1)].into(), ..all() }, all()),
            (Grant { channels: [ChannelId(1)].into(), ..all() }, all()),
            (Grant { permissions: [Permission::Vip].into(), ..all() }, all()),
            (Grant { fields: [Field::Phone].into(), ..all() }, all()),
            (on_click(&[Field::Phone]), all()),
            (on_click_only(&[]), on_click_only(&[Field::Notes])),
            (on_click(&[Field::Phone, Field::Notes]), on_click(&[Field::Phone])),
            (all(), Grant { restricted: true, ..all() }),
            (of(Some(&["Acme"]), &[]), all()),
            (of(Some(&["Acme"]), &[]), of(Some(&["Ac*"]), &[])),
            (of(Some(&["Ac*me"]), &[]), of(Some(&["Ac*"]), &[])),
            (of(Some(&["7"]), &[]), of(Some(&["Acme", "7"]), &[])),
            (of(None, &["Acme"]), all()),
            (of(None, &["Ac*"]), of(None, &["Acme"])),
            (of(None, &["*Clinic", "7"]), of(None, &["*Clinic"])),
        ] {
            assert!(!is_wider(&narrow, &wide), "{narrow:?} in {wide:?}");
            assert!(is_wider(&wide, &narrow), "{wide:?} in {narrow:?}");
            assert!(!is_wider(&wide, &wide) && !is_wider(&narrow, &narrow));
        }
    }

    #[test]
    fn a_grant_covered_by_no_single_one_is_wider_with_its_place() {
        let role = |role| Grant { roles: [role].into(), ..Grant::everything() };
        let rules = |grants: &[Grant]| Access { grants: grants.into(), redacted: Arc::default() };
        let both = Grant { roles: [1, 2].into(), ..Grant::everything() };
        assert_eq!(rules(&[role(1), both, role(3)]).wider_grants(&rules(&[role(1), role(2)])), [2, 3]);
        assert_eq!(rules(&[]).wider_grants(&rules(&[role(1)])), [0; 0]);
        assert_eq!(Access::open().wider_grants(&Access::default()), [1]);
    }

    #[test]
    fn a_redaction_is_lost_unless_a_wider_one_is_there() {
        let rules = |names: &[&str]| Access { redacted: patterns(names).into(), ..Access::default() };
        for (before, after, lost) in [
            (&["Acme", "*Clinic"][..], &["*Clinic", "acme", "7"][..], 0),
            (&["Acme"], &["Ac*"], 0),
            (&["Ac*"], &["Acme"], 1),
            (&["7", "Acme"], &["*"], 1),
            (&["7", "8"], &[], 2),
        ] {
            assert_eq!(rules(after).lost_redactions(&rules(before)), lost, "{before:?} {after:?}");
        }
    }
}
