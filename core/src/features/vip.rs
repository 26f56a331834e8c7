//! Answers `/vip`. The request is in [`commands::vip`].
//!
//! A contact of a redacted client is neither shown to be a VIP nor not to be one: they are in no list, no count and no
//! suggestion here.

use commands::Completion;
use commands::options::Pick;
use commands::vip::Vip;

use crate::access::Permission;
use crate::answer::menu::{Group, Heading, Listed};
use crate::answer::notice::Notice;
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
use crate::domain::organization::{ContactType, Organization};
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::narrow::{self, Limit};
use crate::features::{rows, suggest};
use crate::search::{Match, Verdict};

pub(super) const FEATURE: Feature = Feature::new("vip", &[Permission::Vip], |_| None);

pub(super) fn ask(request: &Vip) -> Ask<'_> {
    let name = request.name.as_ref().and_then(Pick::text);
    Ask { name, ..Ask::command(&FEATURE, |context| answer(request, context)) }
}

pub(super) fn click(
    organization: Option<OrganizationId>,
    contact_type: Option<ContactTypeId>,
    number: usize,
) -> Ask<'static> {
    Ask::click("vips", FEATURE.permissions, move |context| page(organization, contact_type, number, context))
}

pub(super) fn offer<'q>(
    completion: &'q Completion,
    organization: Option<&'q Pick>,
    contact_type: Option<&'q Pick>,
) -> Offer<'q> {
    Offer::new("vip", Offered::Contacts, FEATURE.permissions, completion, move |typed, context| {
        let is_vip = |contact: &Contact| is_vip(contact, context);
        suggest::people(typed, organization, contact_type, Some(&is_vip), context)
    })
}

fn answer(request: &Vip, context: Context<'_>) -> Result<Body, Box<Body>> {
    let types = narrow::types(request.contact_type.as_ref(), context)?;
    let picked = request.organization.as_ref();
    if let Some(name) = &request.name {
        let organizations = narrow::scope(picked, context)?;
        return Ok(named(name, &organizations, picked.and_then(Pick::text), &types, context));
    }
    let at = |organization: &Organization| first_page(Some(organization), types.only());
    let organizations = picked.map(|pick| narrow::organizations(pick, context)).transpose();
    let organizations = organizations.map_err(|unresolved| unresolved.menu(at, context))?;
    if let Some(types) = types.several() {
        let all: Vec<_> = organizations.map_or(vec![None], |all| all.into_iter().map(Some).collect());
        return Ok(narrow::which_type(request.contact_type.as_ref(), types, &all, first_page));
    }
    Ok(match organizations.as_deref() {
        None => list(None, types.only(), 0, context),
        Some([organization]) => list(Some(organization), types.only(), 0, context),
        Some(several) => narrow::which(picked.and_then(Pick::text), several, at, context),
    })
}

/// Whether a contact counts as a VIP: visibly marked important, and not departed.
fn is_vip(contact: &Contact, context: Context<'_>) -> bool {
    context.is_important(contact) && context.departed(contact).is_none()
}

fn page(
    organization: Option<OrganizationId>,
    contact_type: Option<ContactTypeId>,
    page: usize,
    context: Context<'_>,
) -> Result<Body, Notice> {
    let organization = organization.map(|id| context.view.organization(id).ok_or(Notice::Gone)).transpose()?;
    let contact_type = contact_type.map(|id| context.view.contact_type(id).ok_or(Notice::Gone)).transpose()?;
    Ok(list(organization, contact_type, page, context))
}

fn list(
    organization: Option<&Organization>,
    contact_type: Option<&ContactType>,
    page: usize,
    context: Context<'_>,
) -> Body {
    if let Some(organization) = organization.filter(|organization| context.is_redacted(organization)) {
        return withheld(organization);
    }
    let belongs = |contact: &&Contact| organization.is_none_or(|one| contact.organization == Some(one.id));
    let is_of = |contact: &&Contact| contact_type.is_none_or(|only| context.contact_type(contact) == Some(only.id));
    let everybody = context.view.contacts().filter(belongs).filter(is_of);
    let mut vips: Vec<&Contact> = everybody.filter(|contact| is_vip(contact, context)).collect();
    if vips.is_empty() {
        if contact_type.is_none()
            && let Some(menu) = organization.and_then(|organization| find::client::without_vips(organization, context))
        {
            return Body::Menu(menu);
        }
        let organization = organization.map(|organization| organization.name.to_string());
        let contact_type = contact_type.map(|contact_type| contact_type.name.to_string());
        return Body::Notice(Notice::NoVips { organization, contact_type });
    }
    vips.sort_by_cached_key(|contact| {
        let organization = context.view.organization_name(contact).map(str::to_lowercase);
        // Contacts without an organization come last.
        (organization.is_none(), organization, contact.display_name().to_lowercase(), contact.id)
    });
    let of = Listed::Vips(organization.map(|organization| (organization.id, organization.name.to_string())));
    let group = |contact: &Contact| Group::Organization(context.view.organization_name(contact).map(str::to_owned));
    rows::list(of, contact_type, &vips, page, group, context)
}

fn withheld(organization: &Organization) -> Body {
    Body::Notice(Notice::VipsWithheld { organization: organization.name.to_string() })
}

fn named(
    name: &Pick,
    organizations: &Limit<'_, Organization>,
    typed_organization: Option<&str>,
    types: &Limit<'_, ContactType>,
    context: Context<'_>,
) -> Body {
    if let Some(organization) = organizations.only().filter(|organization| context.is_redacted(organization)) {
        return withheld(organization);
    }
    let is_of = |contact: &Contact| !context.view.is_redacted(contact) && types.has_people_like(contact, context);
    let admit = |contact: &Contact| is_vip(contact, context) && is_of(contact);
    let among = SearchScope { organizations, typed_organization, admit: Some(&admit) };
    let everybody = SearchScope { admit: Some(&is_of), ..among };
    let instead = name.text().and_then(|typed| instead(typed, everybody, among, types, context));
    instead.unwrap_or_else(|| find::person(name, among, context))
}

/// The VIPs of the client, where a client is named instead of a contact; else the contacts who match better than any VIP
/// without being one: a typed name does not mean the VIP with the nearest.
fn instead(
    typed: &str,
    everybody: SearchScope<'_>,
    vips: SearchScope<'_>,
    only: &Limit<'_, ContactType>,
    context: Context<'_>,
) -> Option<Body> {
    let mut found = find::search(typed, everybody, context);
    match found.verdict {
        Verdict::Client => {
            let clients = found.clients.iter().filter_map(|&id| context.view.organization(id));
            let at = |organization: &Organization| first_page(Some(organization), only.only());
            return match *clients.collect::<Vec<_>>() {
                _ if only.several().is_some() => None,
                [] => None,
                [organization] => Some(list(Some(organization), only.only(), 0, context)),
                ref several => Some(narrow::which(Some(typed), several, at, context)),
            };
        }
        Verdict::One => found.ranked.truncate(1),
        Verdict::Several => {}
        Verdict::Elsewhere | Verdict::None => return None,
    }
    let is_no_vip =
        |found: &Match<ContactId>| context.view.contact(found.id).is_some_and(|contact| !is_vip(contact, context));
    let best = found.ranked.first().filter(|best| is_no_vip(best))?.score;
    if find::search(typed, vips, context).ranked.first().is_some_and(|vip| vip.score >= best) {
        return None;
    }
    found.ranked.retain(is_no_vip);
    Some(find::menu(Heading::NotVips { typed: typed.to_owned() }, &found.ranked, context))
}

fn first_page(organization: Option<&Organization>, contact_type: Option<&ContactType>) -> ClickTarget {
    ClickTarget::Vips {
        organization: organization.map(|organization| organization.id),
        contact_type: contact_type.map(|contact_type| contact_type.id),
        page: 0,
    }
}
