//! Answers `/directory`: everyone at an organization, by contact type. The request is in [`commands::directory`].

use std::collections::BTreeMap;

use commands::directory::Directory;
use commands::options::Pick;

use crate::access::Permission;
use crate::answer::menu::{Group, Listed};
use crate::answer::notice::Notice;
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::domain::organization::{ContactType, Organization};
use crate::domain::role::Role;
use crate::features::ask::{Ask, Example, Feature};
use crate::features::context::{Context, departed};
use crate::features::narrow::{self, Limit};
use crate::features::{channel, rows};

const NEEDS: &[Permission] = &[Permission::Directory];

pub(super) const FEATURE: Feature = Feature {
    name: "directory",
    permissions: NEEDS,
    for_managers: false,
    example: |context| {
        let organization = channel::example(context)?;
        Some(Example::about(organization, |name| format!("/directory organization: {name}")))
    },
};

pub(super) fn ask(request: &Directory) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn click(id: OrganizationId, contact_type: Option<ContactTypeId>, number: usize) -> Ask<'static> {
    Ask::click("directory", NEEDS, move |context| {
        context.at(id, |organization| page(organization, contact_type, number, context))
    })
}

/// The contacts' own fields stay behind a click on each of them.
pub(super) fn click_reveal(id: OrganizationId, contact_type: Option<ContactTypeId>, number: usize) -> Ask<'static> {
    let ask = Ask::click("reveal", NEEDS, move |context| {
        let context = Context { reveal: false, ..context };
        context.at(id, |organization| page(organization, contact_type, number, context))
    });
    ask.revealing()
}

fn answer(request: &Directory, context: Context<'_>) -> Body {
    let own = || channel::organization(context).map(|organization| Pick::Id(organization.id.0));
    let Some(pick) = request.organization.clone().or_else(own) else {
        return Body::Notice(Notice::NoChannel);
    };
    let types = match narrow::types(request.contact_type.as_ref(), context) {
        Ok(types) => types,
        Err(notice) => return Body::Notice(notice),
    };
    let first_page = |organization: &Organization, contact_type: Option<&ContactType>| ClickTarget::Directory {
        organization: organization.id,
        contact_type: contact_type.map(|contact_type| contact_type.id),
        page: 0,
    };
    let organizations = match narrow::organizations(&pick, context) {
        Ok(organizations) => organizations,
        Err(unresolved) => {
            return unresolved.menu(|organization| first_page(organization, types.only()), context);
        }
    };
    match (&*organizations, &request.contact_type) {
        (all, Some(wanted))
            if let Limit::To(types) = &types
                && types.len() > 1 =>
        {
            let named = |organization| (all.len() > 1).then_some(organization);
            let lists = all.iter().flat_map(|&organization| {
                types.iter().map(move |&only| (only, named(organization), first_page(organization, Some(only))))
            });
            narrow::which_type(wanted, lists)
        }
        ([organization], _) => list(organization, types.only(), 0, context),
        (several, _) => narrow::which(&pick, several, |organization| first_page(organization, types.only()), context),
    }
}

/// A page of everyone at an organization.
fn page(organization: &Organization, contact_type: Option<ContactTypeId>, page: usize, context: Context<'_>) -> Body {
    match contact_type.map(|id| context.view.contact_type(id)) {
        None => list(organization, None, page, context),
        Some(Some(contact_type)) => list(organization, Some(contact_type), page, context),
        Some(None) => Body::Notice(Notice::Gone),
    }
}

fn list(organization: &Organization, contact_type: Option<&ContactType>, page: usize, context: Context<'_>) -> Body {
    if context.is_redacted(organization) {
        return names(organization, page, context);
    }
    let is_of = |contact: &&Contact| contact_type.is_none_or(|only| contact.contact_type == Some(only.id));
    // An organization may have thousands of contacts, but an account only has a few types.
    let mut by_type: BTreeMap<Option<&str>, OfType<'_>> = BTreeMap::new();
    let mut left = Vec::new();
    for contact in context.view.contacts_of(organization.id).filter(is_of) {
        let name = context.view.contact_type_name(contact);
        let of_type =
            by_type.entry(name).or_insert_with(|| OfType { role: context.policy.roles.role(name), people: Vec::new() });
        let people = if departed(contact, of_type.role).is_some() { &mut left } else { &mut of_type.people };
        people.push(contact);
    }
    let mut groups: Vec<(Option<&str>, OfType<'_>)> = by_type.into_iter().collect();
    groups.sort_by_key(|(name, of_type)| (place(of_type.role), name.is_none(), name.map(str::to_lowercase)));
    let counts: BTreeMap<Option<&str>, usize> = groups.iter().map(|(name, it)| (*name, it.people.len())).collect();
    let departed = left.len();
    let mut everybody: Vec<&Contact> = Vec::new();
    for mut people in groups.into_iter().map(|(_, of_type)| of_type.people).chain([left]) {
        people.sort_by_cached_key(|contact| (contact.display_name().to_lowercase(), contact.id));
        everybody.extend(people);
    }
    let (id, name) = (organization.id, organization.name.to_string());
    if everybody.is_empty() {
        let contact_type = contact_type.map(|contact_type| contact_type.name.to_string());
        return Body::Notice(Notice::NobodyListed { id, organization: name, contact_type });
    }
    let group = |contact: &Contact| {
        if context.departed(contact).is_some() {
            return Group::Departed { people: departed };
        }
        let name = context.view.contact_type_name(contact);
        let people = counts.get(&name).copied().unwrap_or_default();
        Group::ContactType { name: name.map(str::to_owned), people }
    };
    rows::list(Listed::Everybody(id, name), contact_type, &everybody, page, group, context)
}

/// Only the names, whatever type is asked for: an omission or an order would tell the types as well.
fn names(organization: &Organization, page: usize, context: Context<'_>) -> Body {
    let (id, name) = (organization.id, organization.name.to_string());
    let mut everybody: Vec<&Contact> = context.view.contacts_of(organization.id).collect();
    if everybody.is_empty() {
        return Body::Notice(Notice::NobodyListed { id, organization: name, contact_type: None });
    }
    everybody.sort_by_cached_key(|contact| (contact.display_name().to_lowercase(), contact.id));
    let group = |_: &Contact| Group::Withheld { people: everybody.len() };
    rows::list(Listed::Everybody(id, name), None, &everybody, page, group, context)
}

/// The contacts of one type who have not left, and what the type means.
struct OfType<'a> {
    role: Option<Role>,
    people: Vec<&'a Contact>,
}

/// The place of a type in the directory: the first to call stands first.
fn place(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Primary) => 0,
        Some(Role::Technical) => 1,
        Some(Role::Executive) => 2,
        Some(Role::Billing) => 3,
        Some(Role::EndUser) => 4,
        None => 5,
        Some(Role::Vendor) => 6,
        Some(Role::Departed) => 7,
    }
}
