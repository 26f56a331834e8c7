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
    names.iter().map(|name| name.parse().map_or(Pattern::named(name), |id| Pattern::Id(OrganizationId(id)))).collect()
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
