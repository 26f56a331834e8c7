//! Answers `/vip`; what may be asked is in [`commands::vip`].

use commands::options::Pick;
use commands::vip::Vip;

use crate::answer::menu::{Heading, List, Row};
use crate::answer::notice::Notice;
use crate::answer::{Body, Target};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
use crate::domain::organization::Organization;
use crate::handlers::context::Context;
use crate::handlers::find::{self, Among};
use crate::handlers::narrow;
use crate::search::{Match, Verdict};

/// People on one page: what fits on a phone's screen with a number beside each.
const PAGE: usize = 10;

pub(super) fn answer(request: &Vip, context: Context<'_>) -> Body {
    let organizations = request.organization.as_ref().map(|pick| (pick, narrow::organizations(pick, context)));
    match (&request.name, organizations) {
        (Some(name), None) => named(name, &[], None, context),
        (Some(name), Some((pick, Ok(organizations)))) => named(name, &organizations, pick.text(), context),
        (Some(_), Some((_, Err(unresolved)))) => unresolved.notice(),
        (None, None) => list(None, 0, context),
        (None, Some((pick, Ok(organizations)))) => match *organizations {
            [organization] => list(Some(organization), 0, context),
            _ => narrow::which(pick, &organizations, first_page),
        },
        (None, Some((_, Err(unresolved)))) => unresolved.menu(first_page),
    }
}

/// Whether a contact counts as a VIP: marked important, and still there.
pub(super) fn is_vip(contact: &Contact, context: Context<'_>) -> bool {
    contact.important && context.departed(contact).is_none()
}

/// A page of the VIPs.
pub(super) fn follow(
    organization: Option<OrganizationId>,
    _contact_type: Option<ContactTypeId>,
    page: usize,
    context: Context<'_>,
) -> Body {
    match organization.map(|id| context.snapshot.organization(id)) {
        None => list(None, page, context),
        Some(Some(organization)) => list(Some(organization), page, context),
        Some(None) => Body::Notice(Notice::Gone),
    }
}

/// One page of the VIPs.
fn list(organization: Option<&Organization>, page: usize, context: Context<'_>) -> Body {
    let belongs = |contact: &&Contact| organization.is_none_or(|one| contact.organization == Some(one.id));
    let everybody = context.snapshot.contacts().filter(belongs);
    let mut vips: Vec<&Contact> = everybody.filter(|contact| is_vip(contact, context)).collect();
    if vips.is_empty() {
        let organization = organization.map(|organization| organization.name.to_string());
        return Body::Notice(Notice::NoVips { organization });
    }
    vips.sort_by_cached_key(|contact| {
        let organization = context.snapshot.organization_name(contact).map(str::to_lowercase);
        // Whoever has no organization comes last.
        (organization.is_none(), organization, contact.display_name().to_lowercase(), contact.id)
    });
    let pages = vips.len().div_ceil(PAGE);
    // There may be fewer pages than when the button was made.
    let page = page.min(pages - 1);
    let shown: Vec<&Contact> = vips.iter().copied().skip(page * PAGE).take(PAGE).collect();
    Body::List(List {
        organization: organization.map(|organization| (organization.id, organization.name.to_string())),
        rows: rows(&shown, context),
        page,
        pages,
        total: vips.len(),
    })
}

fn rows(contacts: &[&Contact], context: Context<'_>) -> Vec<Row> {
    let row = |(entry, contact): (_, &&Contact)| Row {
        entry,
        organization: context.snapshot.organization_name(contact).map(str::to_owned),
        phone: contact.dialable_phones().next().cloned(),
    };
    context.people(contacts).into_iter().zip(contacts).map(row).collect()
}

fn named(name: &Pick, organizations: &[&Organization], typed: Option<&str>, context: Context<'_>) -> Body {
    let admit = |contact: &Contact| is_vip(contact, context);
    let among = Among { organizations, typed_organization: typed, admit: &admit };
    let not_vips = name.text().and_then(|typed| not_vips(typed, among, context));
    not_vips.unwrap_or_else(|| find::person(name, among, context))
}

/// People who match better than any VIP, but are none: whoever types a name means the person of that name, not the VIP
/// whose name comes nearest.
fn not_vips(typed: &str, among: Among<'_>, context: Context<'_>) -> Option<Body> {
    let mut found = find::search(typed, Among { admit: &|_| true, ..among }, context);
    match found.verdict {
        Verdict::One => found.ranked.truncate(1),
        Verdict::Several => {}
        Verdict::None => return None,
    }
    let is_no_vip = |found: &Match<ContactId>| {
        let contact = context.snapshot.contact(found.id);
        contact.is_some_and(|contact| !is_vip(contact, context))
    };
    let best = found.ranked.first().filter(|best| is_no_vip(best))?.score;
    let vips = find::search(typed, among, context);
    if vips.ranked.first().is_some_and(|vip| vip.score >= best) {
        return None;
    }
    found.ranked.retain(is_no_vip);
    Some(find::menu(Heading::NotVips { typed: typed.to_owned() }, &found.ranked, context))
}

fn first_page(organization: &Organization) -> Target {
    Target::Vips { organization: Some(organization.id), contact_type: None, page: 0 }
}
