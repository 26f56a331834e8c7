//! Where a contact is, and by which numbers they can be reached.

use std::collections::BTreeMap;

use crate::domain::contact::Contact;
use crate::domain::id::OrganizationId;
use crate::domain::organization::Location;
use crate::handlers::context::Context;
use crate::reach::country::Country;
use crate::reach::number::{CountryFrom, Guess, Number, understand};
use crate::reach::zone::{self, Place};

/// Where a contact is: at their own location, else where their organization is.
pub(super) fn place(contact: &Contact, context: Context<'_>) -> Place {
    let own = contact.location.and_then(|id| context.snapshot.location(id)).map(place_of);
    let known = own.filter(|place| !place.spots.is_empty());
    known.or_else(|| Some(home(contact.organization?, context))).unwrap_or_else(Place::unknown)
}

/// Where an organization is: at its primary location, else at its only one.
pub(super) fn home(organization: OrganizationId, context: Context<'_>) -> Place {
    home_of(organization, context).map_or_else(Place::unknown, place_of)
}

/// The phone of an organization's site: of its home, else of any that has one.
pub(super) fn phone(organization: OrganizationId, context: Context<'_>) -> Option<String> {
    let mut locations = home_of(organization, context).into_iter().chain(context.snapshot.locations_of(organization));
    locations.find_map(|location| location.phone.as_deref()).map(str::to_owned)
}

fn home_of(organization: OrganizationId, context: Context<'_>) -> Option<&Location> {
    let locations: Vec<&Location> = context.snapshot.locations_of(organization).collect();
    match *locations {
        [only] => Some(only),
        _ => locations.into_iter().find(|location| location.primary),
    }
}

/// A contact's numbers, understood, in IT Glue's order.
pub(super) fn numbers(contact: &Contact, context: Context<'_>) -> Vec<Number> {
    let guesses = guesses(contact, context);
    contact.phones.iter().map(|phone| understand(phone, &guesses)).collect()
}

/// In which country a number without a country code may be, the likeliest first.
pub(super) fn guesses(contact: &Contact, context: Context<'_>) -> Vec<Guess> {
    let own = contact.location.and_then(|id| context.snapshot.location(id)).and_then(country_of);
    let usual = contact.organization.and_then(|id| usual_country(id, context));
    let guess = |country: Option<Country>, from| country.map(|country| Guess { country, from });
    let guesses = [
        guess(own, CountryFrom::Location),
        guess(usual, CountryFrom::Organization),
        guess(context.policy.default_country, CountryFrom::Default),
    ];
    guesses.into_iter().flatten().collect()
}

/// The country most of an organization's locations are in, its primary location deciding between equals.
fn usual_country(organization: OrganizationId, context: Context<'_>) -> Option<Country> {
    let mut count: BTreeMap<Country, (usize, bool)> = BTreeMap::new();
    for location in context.snapshot.locations_of(organization) {
        if let Some(country) = country_of(location) {
            let (times, is_primary) = count.entry(country).or_default();
            *times += 1;
            *is_primary |= location.primary;
        }
    }
    count.into_iter().max_by_key(|(_, weight)| *weight).map(|(country, _)| country)
}

fn country_of(location: &Location) -> Option<Country> {
    Country::named(location.country.as_deref()?)
}

/// The place a location names.
pub(super) fn place_of(location: &Location) -> Place {
    zone::place(location.country.as_deref(), location.region.as_deref(), location.city.as_deref())
}
