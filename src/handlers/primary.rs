//! Answers `/primary`; what may be asked is in [`commands::primary`].
//!
//! IT Glue knows no primary contact, so it is the person whose contact type says so. Where nobody's does, or where that
//! person cannot be reached, the next best is shown, and the answer says why. Whoever left is never offered.

use std::collections::BTreeMap;

use commands::options::ParseError;
use commands::primary::Primary;

use crate::answer::card::{Fallback, Tier, Why};
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Target};
use crate::domain::contact::{Contact, Fingerprint};
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::handlers::context::{Context, departed};
use crate::handlers::{channel, find, narrow};
use crate::notebook::attempts::Outcome;

pub(super) fn answer(request: &Primary, context: Context<'_>) -> Body {
    let target = |organization: &Organization| Target::Primary(organization.id);
    let Some(pick) = &request.organization else {
        return match channel::organization(context) {
            Some(organization) => of(organization, context),
            None => Body::Notice(Notice::Rejected(ParseError::Missing("organization"))),
        };
    };
    match narrow::organizations(pick, context) {
        Ok(organizations) => match *organizations {
            [organization] => of(organization, context),
            _ => narrow::which(pick, &organizations, target),
        },
        Err(unresolved) => unresolved.menu(target),
    }
}

/// Whom to call first at this organization.
pub(super) fn of(organization: &Organization, context: Context<'_>) -> Body {
    let everybody = colleagues(organization.id, context);
    let departed = everybody.iter().filter(|colleague| colleague.departed).count();
    let people: Vec<Colleague<'_>> = everybody.into_iter().filter(|colleague| !colleague.departed).collect();
    let name = organization.name.to_string();
    if people.is_empty() {
        return Body::Notice(Notice::NobodyAt { organization: name, departed });
    }
    let primaries = of_role(&people, Role::Primary);
    match *primaries {
        [primary] if primary.is_reachable() => {
            let contact_type = context.snapshot.contact_type_name(primary).unwrap_or_default().to_owned();
            context.card(primary, vec![Why::Primary { contact_type }])
        }
        // At least the first one can be reached: those who can be come first.
        [first, _, ..] if first.is_reachable() => menu(Heading::Primaries { organization: name }, &primaries, context),
        _ => fallback(name, &people, &primaries, context),
    }
}

/// A person of the organization, with what decides whether to call them.
struct Colleague<'a> {
    contact: &'a Contact,
    role: Option<Role>,
    departed: bool,
}

/// Everybody on record at an organization: those who can be reached first, by phone before e-mail, suppliers last among
/// equals.
fn colleagues(organization: OrganizationId, context: Context<'_>) -> Vec<Colleague<'_>> {
    // An organization may have thousands of people, but an account only has a few types.
    let mut roles: BTreeMap<Option<&str>, Option<Role>> = BTreeMap::new();
    let colleague = |contact| {
        let contact_type = context.snapshot.contact_type_name(contact);
        let role = *roles.entry(contact_type).or_insert_with(|| context.policy.roles.role(contact_type));
        Colleague { contact, role, departed: departed(contact, role).is_some() }
    };
    let mut colleagues: Vec<Colleague<'_>> = context.snapshot.contacts_of(organization).map(colleague).collect();
    colleagues.sort_by_cached_key(|Colleague { contact, role, .. }| {
        let reach = (!contact.is_reachable(), contact.dialable_phones().next().is_none());
        (reach, *role == Some(Role::Vendor), contact.display_name().to_lowercase(), contact.id)
    });
    colleagues
}

fn fallback(organization: String, people: &[Colleague<'_>], primaries: &[&Contact], context: Context<'_>) -> Body {
    let is_reachable = |colleague: &&Colleague<'_>| colleague.contact.is_reachable();
    let reachable = &people[..people.iter().take_while(is_reachable).count()];
    let vips = reachable.iter().map(|colleague| colleague.contact).filter(|contact| contact.important);
    let tiers = [
        (Tier::Vip, vips.collect()),
        (Tier::Technical, of_role(reachable, Role::Technical)),
        (Tier::Executive, of_role(reachable, Role::Executive)),
        (Tier::Anyone, contacts(reachable)),
    ];
    let best = tiers.into_iter().find(|(_, people)| !people.is_empty());
    let (tier, people) = best.unwrap_or_else(|| (Tier::Unreachable, contacts(people)));
    let unreachable_primaries = primaries.iter().map(|contact| contact.display_name()).collect();
    let fallback = Fallback { organization, tier, unreachable_primaries };
    match *people {
        [one] => context.card(one, vec![Why::Fallback(fallback)]),
        _ => menu(Heading::Fallback(fallback), &people, context),
    }
}

fn contacts<'a>(colleagues: &[Colleague<'a>]) -> Vec<&'a Contact> {
    colleagues.iter().map(|colleague| colleague.contact).collect()
}

fn of_role<'a>(colleagues: &[Colleague<'a>], role: Role) -> Vec<&'a Contact> {
    let colleagues = colleagues.iter().filter(|colleague| colleague.role == Some(role));
    colleagues.map(|colleague| colleague.contact).collect()
}

fn menu(heading: Heading, people: &[&Contact], context: Context<'_>) -> Body {
    let shown = &people[..people.len().min(MAX_ENTRIES)];
    Body::Menu(Menu { heading, entries: context.people(shown), more: people.len() > MAX_ENTRIES })
}

/// The card of a person as a step of the organization's chain.
pub(super) fn step(_organization: &Organization, contact: ContactId, context: Context<'_>) -> Body {
    find::by_id(contact, context)
}

/// Notes how a call ended, and shows who is next.
pub(super) fn outcome(
    contact: ContactId,
    _chain: Option<OrganizationId>,
    _number: Option<Fingerprint>,
    _outcome: Outcome,
    context: Context<'_>,
) -> Answer {
    find::by_id(contact, context).into()
}
