//! A phone number that belongs to no single contact.

use std::collections::BTreeMap;

use crate::access::Field;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::text::plain;
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::id::OrganizationId;
use crate::domain::organization::Organization;
use crate::features::context::Context;
use crate::features::find::{self, SearchScope, line};
use crate::features::narrow::Limit;
use crate::features::reach;
use crate::search::phones::{Fit, Typed};

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
    let is_other = |contact| line::meant(number, contact, context).is_some_and(|(_, fit)| fit == Fit::OtherCountry);
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
