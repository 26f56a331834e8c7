//! Which number or address of a contact is the typed one, and numbers that belong to no single contact.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::access::Field;
use crate::answer::card::ShownReason;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::text::plain;
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::narrow::Limit;
use crate::features::reach;
use crate::reach::number::{Kind, Number};
use crate::search::phones::{Fit, Typed};
use crate::search::{Match, Reason, emails};

/// Sites of one organization that are named: hundreds may share a number.
const MAX_SITES: usize = 3;

/// The organizations with a site that has this number, if there are any.
pub(super) fn sites(
    number: &Typed,
    typed: &str,
    among: &Limit<'_, Organization>,
    context: Context<'_>,
) -> Option<Body> {
    let mut names = names(number, among, context);
    let mut organizations: Vec<&Organization> = names.keys().filter_map(|id| context.view.organization(*id)).collect();
    if organizations.is_empty() {
        return None;
    }
    let more = organizations.len() > MAX_ENTRIES;
    organizations.truncate(MAX_ENTRIES);
    let mut entries = context.organizations(&organizations, |organization| ClickTarget::Primary(organization.id));
    for (entry, organization) in entries.iter_mut().zip(organizations) {
        // First, so that no cut takes it away: it is what the number belongs to.
        let names = names.remove(&organization.id).filter(|_| !context.keeps(Field::Location, organization));
        let names = Few::of(names.unwrap_or_default(), MAX_SITES);
        let more = names.rest(context.language).map(|words| plain(&words, context.now));
        entry.details.splice(0..0, names.shown.into_iter().chain(more));
    }
    Some(Body::Menu(Menu { heading: Heading::SiteNumber { typed: typed.to_owned() }, entries, more }))
}

/// The contacts who have the digits of the number behind another country code or none.
pub(super) fn in_another_country(
    number: &Typed,
    typed: &str,
    among: SearchScope<'_>,
    context: Context<'_>,
) -> Option<Body> {
    let mut found = find::search(&number.without_country()?, among, context).ranked;
    let is_other = |contact| meant(number, contact, context).is_some_and(|(_, fit)| fit == Fit::OtherCountry);
    found.retain(|found| context.view.contact(found.id).is_some_and(is_other));
    let within = among.organizations.only().map(|one| one.name.to_string());
    let heading = Heading::AnotherCountry { typed: typed.to_owned(), within };
    (!found.is_empty()).then(|| find::menu(heading, &found, context))
}

pub(in crate::features) fn organizations(number: &Typed, context: Context<'_>) -> Vec<OrganizationId> {
    names(number, &Limit::None, context).into_keys().collect()
}

/// The names of the sites that have this number.
fn names(
    number: &Typed,
    among: &Limit<'_, Organization>,
    context: Context<'_>,
) -> BTreeMap<OrganizationId, Vec<String>> {
    let mut names: BTreeMap<OrganizationId, Vec<String>> = BTreeMap::new();
    for site in context.view.locations() {
        let Some(organization) = site.organization else { continue };
        let has_it = || {
            let numbers = reach::numbers_of_site(site, context).unwrap_or_default();
            let mut fits = numbers.iter().filter_map(|own| number.fit(own)).peekable();
            fits.peek().is_none() || fits.any(|fit| fit != Fit::OtherCountry)
        };
        if among.has(organization) && site.phone.as_deref().is_some_and(|phone| number.is(phone)) && has_it() {
            let names = names.entry(organization).or_default();
            names.extend(site.name.iter().chain(&site.city).next().map(ToString::to_string));
        }
    }
    names
}

/// Whether a contact found by the digits of a number has it. The same digits in another country are another number.
pub(in crate::features) fn has(typed: &Typed, contact: &Contact, context: Context<'_>) -> bool {
    // Too short to have a country code.
    !typed.is_long() || meant(typed, contact, context).is_none_or(|(_, fit)| fit != Fit::OtherCountry)
}

/// The contact's number that is meant by a typed one.
pub(super) fn meant(typed: &Typed, contact: &Contact, context: Context<'_>) -> Option<(Number, Fit)> {
    let numbers = reach::numbers(contact, context).into_iter().enumerate();
    let fits = numbers.filter_map(|(at, number)| typed.fit(&number).map(|fit| (at, number, fit)));
    let best = fits
        .max_by_key(|(at, number, fit)| (*fit, typed.has_extension_of(number), number.kind != Kind::Fax, Reverse(*at)));
    best.map(|(_, number, fit)| (number, fit))
}

/// The typed extension, if none of these contacts has it with the number.
pub(super) fn extension_of_nobody(typed: &Typed, found: &[Match<ContactId>], context: Context<'_>) -> Option<String> {
    let contacts = found.iter().filter_map(|found| context.view.contact(found.id));
    let mut numbers = contacts.filter_map(|contact| meant(typed, contact, context));
    let has_it = numbers.any(|(number, _)| typed.has_extension_of(&number) == Some(true));
    typed.extension().filter(|_| !has_it).map(|extension| extension.to_string())
}

/// A reason, with the line of the contact that it is about.
pub(super) fn shown(reason: &Reason, contact: &Contact, context: Context<'_>) -> ShownReason {
    match reason {
        Reason::Phone { typed } => {
            let (line, fit) =
                meant(typed, contact, context).map_or((None, None), |(line, fit)| (Some(line), Some(fit)));
            ShownReason::Phone { typed: typed.clone(), line: line.map(Box::new), fit }
        }
        Reason::Email { typed } => {
            let meant = emails::meant(typed, &contact.emails);
            let (line, fit) = meant.map_or((None, emails::Fit::Near), |(line, fit)| (Some(line.clone()), fit));
            ShownReason::Email { typed: typed.clone(), line, fit }
        }
        reason => ShownReason::Matched(reason.clone()),
    }
}
