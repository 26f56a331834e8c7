use super::*;
use crate::access::scope::{Pattern, Scope};
use crate::access::{Caller, Grant, Permission};
use crate::directory::records::Records;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::domain::organization::Organization;
use crate::search::Query;

/// Organizations with two contacts each.
fn account(organizations: u64) -> Records {
    let organization = |id| Organization::new(OrganizationId(id), &format!("Client {id}"));
    let contact = |id: u64| Contact {
        name: Some(format!("Jane Doe{id}").into()),
        organization: Some(OrganizationId(id.div_ceil(2))),
        ..Contact::new(ContactId(id))
    };
    Records {
        organizations: (1..=organizations).map(organization).map(|one| (one.id, one.into())).collect(),
        contacts: (1..=2 * organizations).map(contact).map(|one| (one.id, one.into())).collect(),
        ..Records::default()
    }
}

fn snapshot(records: &Records) -> Snapshot {
    Snapshot::build(records, Status::default())
}

/// A grant of some organizations to one user.
fn grant(user: u64, organizations: Scope) -> Grant {
    Grant { users: [UserId(user)].into(), organizations, ..Grant::everything() }
}

fn only(ids: &[u64]) -> Scope {
    Scope { only: Some(ids.iter().map(|id| Pattern::Id(OrganizationId(*id))).collect()), except: Vec::new() }
}

fn all_but(pattern: Pattern) -> Scope {
    Scope { only: None, except: vec![pattern] }
}

fn rules(grants: impl IntoIterator<Item = Grant>) -> Access {
    Access { grants: grants.into_iter().collect(), ..Access::default() }
}

fn of(user: u64, rules: &Access) -> Allowed {
    rules.allowed(&Caller { user: Some(UserId(user)), ..Caller::default() }, &[Permission::Contact])
}

/// How many contacts are left for a user, if that part is built already.
fn ready(narrowed: &Narrowed, user: u64, rules: &Access) -> Option<usize> {
    narrowed.known(&of(user, rules)).filter(|part| part.left.get().is_some()).map(|part| part.contacts())
}

#[test]
fn parts_are_ready_before_the_first_question() {
    let (whole, narrowed) = (snapshot(&account(5)), Narrowed::default());
    let rules = rules([grant(1, only(&[1])), grant(2, only(&[2, 3]))]);
    narrowed.prepare(&whole, &rules);
    assert_eq!([1, 2].map(|user| ready(&narrowed, user, &rules)), [Some(2), Some(4)]);

    let renewed = narrowed.renewed(&snapshot(&account(2)), None);
    assert_eq!([1, 2].map(|user| ready(&renewed, user, &rules)), [Some(2), Some(2)], "by what is there now");
}

#[test]
fn rules_that_were_replaced_leave_nothing_behind() {
    let (whole, narrowed) = (snapshot(&account(5)), Narrowed::default());
    let [before, after] = [[1, 2], [2, 1]].map(|ids| rules([grant(1, only(&ids))]));
    narrowed.prepare(&whole, &before);
    let left = Arc::clone(&narrowed.part(&whole, &of(1, &before)).left);
    narrowed.prepare(&whole, &after);
    assert_eq!([&before, &after].map(|rules| ready(&narrowed, 1, rules)), [None, Some(4)]);
    let still_left = &narrowed.part(&whole, &of(1, &after)).left;
    assert!(Arc::ptr_eq(&left, still_left), "what is the same is not made again");
}

#[test]
fn callers_who_see_the_same_share_what_is_left() {
    let (whole, narrowed) = (snapshot(&account(5)), Narrowed::default());
    let apart = [grant(2, only(&[1])), grant(2, only(&[2]))];
    let rules = rules([grant(1, only(&[1, 2])), grant(3, only(&[1]))].into_iter().chain(apart));
    let [one, same, other] = [1, 2, 3].map(|user| narrowed.part(&whole, &of(user, &rules)));
    assert!(Arc::ptr_eq(&one.left, &same.left) && !Arc::ptr_eq(&one.left, &other.left));
}

#[test]
fn the_part_asked_for_longest_ago_goes_first() {
    // Each part is a tenth smaller than the whole, so one part more than the allowed copies is too many.
    let (whole, narrowed) = (snapshot(&account(20)), Narrowed::default());
    let users = 1..=9;
    let rules = rules(users.clone().map(|user| grant(user, all_but(Pattern::Id(OrganizationId(user))))));
    for user in (1..=8).chain([1, 9]) {
        narrowed.part(&whole, &of(user, &rules));
    }
    let kept: Vec<u64> = users.filter(|user| ready(&narrowed, *user, &rules).is_some()).collect();
    assert_eq!(kept, [1, 3, 4, 5, 6, 7, 8, 9]);
}

#[test]
fn kinds_of_callers_are_bounded_where_they_cost_no_copy() {
    let (whole, narrowed) = (snapshot(&account(1)), Narrowed::default());
    let rules = rules((0..100).map(|user| grant(user, Scope::default())));
    for user in 0..100 {
        narrowed.part(&whole, &of(user, &rules));
    }
    assert_eq!(narrowed.kinds().len(), MOST_KINDS);
    narrowed.prepare(&whole, &rules);
    assert_eq!(narrowed.kinds().len(), MOST_KINDS);
}

#[test]
fn a_renamed_organization_is_kept_back_in_the_next_snapshot() {
    let before = account(40);
    let rules = rules([grant(1, all_but(Pattern::named("Quiet *")))]);
    let allowed = of(1, &rules);
    let mut after = before.clone();
    let renamed = Organization::new(OrganizationId(1), "Quiet Clinic");
    after.organizations.insert(renamed.id, renamed.into());

    let earlier = snapshot(&before);
    let found = |snapshot: &Snapshot| {
        let part = snapshot.part(&allowed);
        part.of(snapshot).index().search(&Query::new("jane doe1")).ranked.iter().any(|one| one.id == ContactId(1))
    };
    assert!(found(&earlier));
    let later = earlier.with_changes(&after, &Changes::between(&before, &after), Status::default());
    assert!(!found(&later) && found(&earlier), "who still reads the earlier one reads all of it");
    let built = snapshot(&after).for_callers_of(&earlier, None);
    assert!(!found(&built));
}
