//! Answers `/who-can`: who may approve an action. The request is in [`commands::who_can`].
//!
//! Only the policy file says so. Nothing is guessed: a purchase approved by the wrong person is worse than no answer.
//! For a role in the file, a contact counts if the file maps its type to the role, or the type states the role literally.

use std::collections::{BTreeSet, HashMap};

use commands::Completion;
use commands::options::{MAX_LENGTH, Pick};
use commands::who_can::WhoCan;

use crate::access::{Field, Permission};
use crate::answer::menu::{Approver, Approvers, Caution, Choice, Heading, MAX_ENTRIES, Menu, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::words::{cut, theirs};
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::contact::Contact;
use crate::domain::id::OrganizationId;
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::escalation::{Because, MissingContact, Person, StepReason};
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::chain::{NAMED, people, visible_missing};
use crate::features::context::Context;
use crate::features::narrow::Limit;
use crate::features::{channel, narrow, rows, suggest};
use crate::policy::who::Who;
use crate::policy::{Authorisation, OrganizationRef, mark};

/// Actions listed for an unknown one.
const MAX_ACTIONS: usize = 15;

pub(super) const FEATURE: Feature = Feature::new("who-can", &[Permission::WhoCan], |context| {
    channel::example(context, |organization| {
        let action = &context.policy.authorisations(organization).next()?.action;
        Some(format!("/who-can action: {action} organization: {}", organization.name))
    })
});

pub(super) fn ask(request: &WhoCan) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn click(id: OrganizationId, action: u16) -> Ask<'static> {
    Ask::click("who-can", FEATURE.permissions, move |context| {
        context.at(id, |organization| of_action(organization, action, context))
    })
}

pub(super) fn offer<'q>(completion: &'q Completion, organization: Option<&'q Pick>) -> Offer<'q> {
    Offer::new("action", Offered::Words, FEATURE.permissions, completion, move |typed, context| {
        choices(typed, organization, context)
    })
}

fn answer(request: &WhoCan, context: Context<'_>) -> Result<Body, Box<Body>> {
    let typed = request.action.as_str();
    let organizations = match &request.organization {
        None => vec![channel::organization(context).ok_or(Notice::NoChannel)?],
        Some(pick) => narrow::organizations(pick, context)
            .map_err(|unresolved| unresolved.menu(|organization| target(organization, typed, context), context))?,
    };
    let [organization] = *organizations else {
        let typed_organization = request.organization.as_ref().and_then(|pick| pick.text()).unwrap_or_default();
        return Ok(which(typed_organization, typed, &organizations, context));
    };
    Ok(match *meant(typed, organization, context) {
        [] => unknown(Some(typed), organization, context),
        [authorisation] => approvers(authorisation, organization, context),
        _ => which("", typed, &[organization], context),
    })
}

/// The approvers of the action with this mark.
fn of_action(organization: &Organization, action: u16, context: Context<'_>) -> Body {
    let found = context.policy.authorisations(organization).find(|authorisation| authorisation.mark() == action);
    found.map_or_else(
        || unknown(None, organization, context),
        |authorisation| approvers(authorisation, organization, context),
    )
}

/// The actions to choose from while one is typed.
fn choices(typed: &str, organization: Option<&Pick>, context: Context<'_>) -> Vec<Choice> {
    let language = context.language;
    let organizations = match organization.map(|pick| narrow::organizations(pick, context)) {
        None => channel::organization(context).map_or(Limit::None, |own| Limit::To(vec![own])),
        Some(Ok(organizations)) => Limit::To(organizations),
        Some(Err(_)) => return vec![Choice::remark(&language.say("suggest-unknown-organization"), typed)],
    };
    let all = actions(&organizations, context);
    if all.is_empty() {
        return vec![Choice::remark(&language.say("suggest-no-actions"), typed)];
    }
    let mut found =
        if typed.chars().any(char::is_alphanumeric) { narrow::matching_actions(typed, all.into_iter()) } else { all };
    if found.is_empty() {
        return vec![Choice::remark(&suggest::no_match("suggest-no-action", typed, context), typed)];
    }
    found.truncate(MAX_ENTRIES);
    let choice = |action: &str| Choice::new(&theirs(action), cut(action, MAX_LENGTH));
    found.iter().map(|authorisation| choice(&authorisation.action)).collect()
}

/// Every action with approvers at this organization, or at any.
fn actions<'a>(organizations: &Limit<'_, Organization>, context: Context<'a>) -> Vec<&'a Authorisation> {
    let policy = context.policy;
    let mut actions: Vec<&Authorisation> = match organizations {
        Limit::None => {
            let own = policy.organizations.iter().filter(|(_, rules)| !rules.authorisations.is_empty());
            let own: Vec<_> = own.collect();
            // The policy file's rules for a client are shown only to callers who may see the client.
            let is_named = own.iter().any(|(named, _)| matches!(named, OrganizationRef::Name(_)));
            let all = context.view.organizations().filter(|_| is_named);
            let seen: Vec<OrganizationRef> = all.map(|one| OrganizationRef::named(&one.name)).collect();
            let is_seen = |named: &OrganizationRef| match named {
                OrganizationRef::Id(id) => context.view.organization(*id).is_some(),
                OrganizationRef::Name(_) => seen.contains(named),
            };
            let own = own.into_iter().filter(|(named, _)| is_seen(named)).flat_map(|(_, rules)| &rules.authorisations);
            policy.everywhere.authorisations.iter().chain(own).collect()
        }
        Limit::To(left) => left.iter().flat_map(|organization| policy.authorisations(organization)).collect(),
    };
    let mut seen = BTreeSet::new();
    actions.retain(|authorisation| seen.insert(authorisation.mark()));
    actions
}

fn meant<'a>(typed: &str, organization: &Organization, context: Context<'a>) -> Vec<&'a Authorisation> {
    narrow::matching_actions(typed, context.policy.authorisations(organization))
}

/// Where an organization leads that may be meant. What is not known there is said at the click.
fn target(organization: &Organization, typed: &str, context: Context<'_>) -> ClickTarget {
    let action = match *meant(typed, organization, context) {
        [authorisation] => authorisation.mark(),
        _ => mark(typed),
    };
    ClickTarget::WhoCan { organization: organization.id, action }
}

/// A menu of what may be meant: each organization with each action.
fn which(typed_organization: &str, typed: &str, organizations: &[&Organization], context: Context<'_>) -> Body {
    let is_one = organizations.len() == 1;
    let whole = context.organizations(organizations, |organization| target(organization, typed, context));
    let entries = whole.into_iter().zip(organizations).flat_map(|(entry, organization)| {
        let found = meant(typed, organization, context);
        let to = |found: &&Authorisation| {
            let target = ClickTarget::WhoCan { organization: organization.id, action: found.mark() };
            let action = found.action.to_string();
            let details = [action.clone()].into_iter().chain(entry.details.iter().cloned()).collect();
            if is_one {
                MenuEntry { name: action, details: Vec::new(), record: None, target, ..entry.clone() }
            } else {
                MenuEntry { details, target, ..entry.clone() }
            }
        };
        if found.is_empty() { vec![entry] } else { found.iter().map(to).collect() }
    });
    let heading = if is_one {
        Heading::WhichAction { typed: typed.to_owned() }
    } else {
        Heading::WhichOrganization { typed: typed_organization.to_owned() }
    };
    Body::Menu(Menu::of(heading, entries))
}

fn unknown(typed: Option<&str>, organization: &Organization, context: Context<'_>) -> Body {
    let known = context.policy.authorisations(organization).map(|authorisation| authorisation.action.to_string());
    let known = Few::of(known, MAX_ACTIONS);
    Body::Notice(if known.is_empty() {
        Notice::NoActions { organization: organization.name.to_string() }
    } else {
        Notice::UnknownAction { typed: typed.map(str::to_owned), known }
    })
}

fn approvers(authorisation: &Authorisation, organization: &Organization, context: Context<'_>) -> Body {
    let everybody = stated(organization, context);
    let mut may = meant_by(&authorisation.by, &everybody, context);
    let deciders = if may.is_empty() && !context.is_redacted(organization) {
        meant_by(&[Who::Role(Role::Executive)], &everybody, context)
    } else {
        Vec::new()
    };
    let more = may.len() > MAX_ENTRIES;
    may.truncate(MAX_ENTRIES);
    let deciders = Few::of(deciders, NAMED);
    let missing = authorisation.by.iter().filter_map(|who| missing(who, &everybody));
    // Whether a contact has left is more than a name.
    let missing = missing.filter(|one| one.because == Because::NotOnRecord || !context.is_redacted(organization));
    Body::Approvers(Approvers {
        action: authorisation.action.to_string(),
        id: organization.id,
        organization: organization.name.to_string(),
        people: listed(&may, context),
        more,
        guessed_types: guessed_types(&authorisation.by, &everybody, context),
        missing: visible_missing(missing, organization, context),
        deciders: Few { shown: listed(&deciders, context), more: deciders.more },
    })
}

/// Everyone at an organization, each with the role that the contact's type states; see
/// [`crate::domain::role::RoleTable::stated`].
fn stated<'a>(organization: &Organization, context: Context<'a>) -> Vec<(Person<'a>, Option<Role>)> {
    // An account only has a few types.
    let mut roles: HashMap<Option<&str>, Option<Role>> = HashMap::new();
    let mut role = |contact| {
        let contact_type = context.view.contact_type_name(contact);
        *roles.entry(contact_type).or_insert_with(|| context.policy.roles.stated(contact_type))
    };
    people(organization, context).into_iter().map(|person| (person, role(person.contact))).collect()
}

/// The contacts these rules mean, each once, by the first rule that does: those with a phone first, and VIPs.
fn meant_by<'a>(
    rules: &[Who],
    everybody: &[(Person<'a>, Option<Role>)],
    context: Context<'_>,
) -> Vec<(&'a Contact, StepReason)> {
    let mut seen = BTreeSet::new();
    let mut meant = Vec::new();
    for who in rules {
        let is_meant = |(person, stated): &&(Person<'a>, Option<Role>)| {
            // Except for a rule about it, a role only ever leaves a contact out.
            let role = if matches!(who, Who::Role(_)) { *stated } else { person.role };
            !person.departed && who.takes_in(person.contact, role)
        };
        let mut people: Vec<Person<'a>> = everybody.iter().filter(is_meant).map(|(person, _)| *person).collect();
        people.retain(|person| seen.insert(person.contact.id));
        people.sort_by_cached_key(|Person { contact, reach, .. }| {
            (*reach, !context.is_important(contact), contact.display_name().to_lowercase(), contact.id)
        });
        meant.extend(people.into_iter().map(|person| (person.contact, StepReason::of(who))));
    }
    meant
}

/// The types of the contacts that would be meant if a guess counted.
fn guessed_types(rules: &[Who], everybody: &[(Person<'_>, Option<Role>)], context: Context<'_>) -> Few<String> {
    let is_guess = |(person, stated): &&(Person<'_>, Option<Role>)| {
        let role = person.role.filter(|_| !person.departed && stated.is_none());
        role.is_some_and(|role| rules.contains(&Who::Role(role))) && !context.withheld(person.contact).everything
    };
    let guesses = everybody.iter().filter(is_guess);
    let types: BTreeSet<&str> =
        guesses.filter_map(|(person, _)| context.view.contact_type_name(person.contact)).collect();
    Few::of(types.into_iter().map(str::to_owned), NAMED)
}

fn listed(people: &[(&Contact, StepReason)], context: Context<'_>) -> Vec<Approver> {
    let contacts: Vec<&Contact> = people.iter().map(|(contact, _)| *contact).collect();
    let row = |(entry, (contact, why)): (MenuEntry, &(&Contact, StepReason))| {
        let number = rows::number(contact, context);
        let withheld = context.withheld(contact).keeps(Field::Phone);
        let caution = entry.caution.or_else(|| (number.is_none() && !withheld).then_some(Caution::OnlyEmail));
        let is_shown = !context.withheld(contact).everything;
        let contact_type = context.view.contact_type_name(contact).filter(|_| is_shown).map(str::to_owned);
        Approver {
            entry: MenuEntry { caution, ..entry },
            contact_type,
            why: Some(*why).filter(|_| is_shown),
            number,
            withheld,
        }
    };
    context.people(&contacts).into_iter().zip(people).map(row).collect()
}

/// A person the policy file names who is not on record.
fn missing<'a>(who: &Who, everybody: &[(Person<'a>, Option<Role>)]) -> Option<MissingContact<Vec<&'a Contact>>> {
    let Who::Person(person) = who else { return None };
    let wanted: Vec<&Person<'a>> = everybody.iter().map(|(one, _)| one).filter(|one| person.is(one.contact)).collect();
    let because = if wanted.is_empty() {
        Because::NotOnRecord
    } else if wanted.iter().all(|one| one.departed) {
        Because::Departed(wanted.iter().map(|one| one.contact).collect())
    } else {
        return None;
    };
    Some(MissingContact { who: who.clone(), because })
}
