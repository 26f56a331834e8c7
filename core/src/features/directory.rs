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
use crate::features::ask::{Ask, Feature};
use crate::features::context::{Context, departed};
use crate::features::{channel, narrow, rows};

pub(super) const FEATURE: Feature = Feature::new("directory", &[Permission::Directory], |context| {
    channel::example(context, |one| Some(format!("/directory organization: {}", one.name)))
});

pub(super) fn ask(request: &Directory) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn click(id: OrganizationId, contact_type: Option<ContactTypeId>, number: usize) -> Ask<'static> {
    Ask::click("directory", FEATURE.permissions, move |context| page(id, contact_type, number, context))
}

/// The contacts' own fields stay behind a click on each of them.
pub(super) fn click_reveal(id: OrganizationId, contact_type: Option<ContactTypeId>, number: usize) -> Ask<'static> {
    let ask = Ask::click("reveal", FEATURE.permissions, move |context| {
        page(id, contact_type, number, Context { reveal: false, ..context })
    });
    Ask { reveal: true, ..ask }
}

fn answer(request: &Directory, context: Context<'_>) -> Result<Body, Box<Body>> {
    let own = || channel::organization(context).map(|organization| Pick::Id(organization.id.0));
    let pick = request.organization.clone().or_else(own).ok_or(Notice::NoChannel)?;
    let types = narrow::types(request.contact_type.as_ref(), context)?;
    let first_page = |organization: &Organization, contact_type: Option<&ContactType>| ClickTarget::Directory {
        organization: organization.id,
        contact_type: contact_type.map(|contact_type| contact_type.id),
        page: 0,
    };
    let at = |organization: &Organization| first_page(organization, types.only());
    let organizations = narrow::organizations(&pick, context).map_err(|unresolved| unresolved.menu(at, context))?;
    if let Some(types) = types.several() {
        return Ok(narrow::which_type(request.contact_type.as_ref(), types, &organizations, first_page));
    }
    Ok(match *organizations {
        [organization] => list(organization, types.only(), 0, context),
        _ => narrow::which(pick.text(), &organizations, at, context),
    })
}

fn page(
    organization: OrganizationId,
    contact_type: Option<ContactTypeId>,
    page: usize,
    context: Context<'_>,
) -> Result<Body, Notice> {
    let organization = context.view.organization(organization).ok_or(Notice::Gone)?;
    let contact_type = contact_type.map(|id| context.view.contact_type(id).ok_or(Notice::Gone)).transpose()?;
    Ok(list(organization, contact_type, page, context))
}

fn list(organization: &Organization, contact_type: Option<&ContactType>, page: usize, context: Context<'_>) -> Body {
    if context.is_redacted(organization) {
        return names(organization, page, context);
    }
    let is_of = |contact: &&Contact| contact_type.is_none_or(|only| contact.contact_type == Some(only.id));
    // An organization may have thousands of contacts, but an account only has a few types.
    let mut by_type: BTreeMap<Option<&str>, (Option<Role>, Vec<&Contact>)> = BTreeMap::new();
    let mut left = Vec::new();
    for contact in context.view.contacts_of(organization.id).filter(is_of) {
        let name = context.view.contact_type_name(contact);
        let (role, people) = by_type.entry(name).or_insert_with(|| (context.policy.roles.role(name), Vec::new()));
        if departed(contact, *role).is_some() { left.push(contact) } else { people.push(contact) }
    }
    let mut groups: Vec<_> = by_type.into_iter().collect();
    groups.sort_by_key(|(name, (role, _))| (place(*role), name.is_none(), name.map(str::to_lowercase)));
    let counts: BTreeMap<Option<&str>, usize> =
        groups.iter().map(|(name, (_, people))| (*name, people.len())).collect();
    let departed = left.len();
    let mut everybody: Vec<&Contact> = Vec::new();
    for mut people in groups.into_iter().map(|(_, (_, people))| people).chain([left]) {
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
