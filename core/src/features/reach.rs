//! Where a contact is, when they are on duty, and by which numbers they can be reached.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::access::Field;
use crate::answer::card::{SiteOf, SitePhone};
use crate::domain::contact::{Contact, Phone};
use crate::domain::id::OrganizationId;
use crate::domain::organization::{Location, Organization};
use crate::features::context::Context;
use crate::notes::{self, Notes};
use crate::policy::hours::Hours;
use crate::reach::country::Country;
use crate::reach::hours::{self, Open, PhoneLine, Stated};
use crate::reach::number::{self, CountryFrom, Guess, Kind, Number, Ranked, WorkTime, understand};
use crate::reach::zone::{self, Place};

/// Where a contact is, and what the notes say about when to call.
pub(super) struct Times {
    pub(super) place: Place,
    /// Whether the place is the contact's own or the organization's.
    pub(super) of: SiteOf,
    /// The notes, without secrets.
    pub(super) notes: Notes,
    stated: Stated,
}

impl Times {
    pub(super) fn of(contact: &Contact, context: Context<'_>) -> Self {
        let of = if own_place(contact, context).is_some() { SiteOf::Contact } else { SiteOf::Organization };
        let notes = notes::read(contact.notes.as_deref().unwrap_or_default());
        let stated = hours::find(&notes.text());
        Self { place: place(contact, context), of, notes, stated }
    }

    /// Whether the contact is on duty, by the notes.
    pub(super) fn open(&self, now: Timestamp) -> Open<'_> {
        self.stated.open(&self.place, now)
    }

    /// The line the contact asks to be called on, with the words that say so.
    pub(super) fn asked_for(&self, now: Timestamp) -> Option<(PhoneLine, &str)> {
        self.stated.preferred(&self.place, now)
    }

    /// Whether it is working time for the contact: by the notes, else by the organization's hours in the policy.
    pub(super) fn work(&self, contact: &Contact, context: Context<'_>) -> WorkTime {
        match self.open(context.now) {
            Open::Open { .. } => return WorkTime::In,
            Open::Closed { .. } => return WorkTime::Out,
            Open::Unknown => {}
        }
        let organization = contact.organization.and_then(|id| context.view.organization(id));
        match organization.and_then(|one| in_hours(context.policy.hours(one), &self.place, context.now)) {
            Some(true) => WorkTime::In,
            Some(false) => WorkTime::Out,
            None => WorkTime::Unknown,
        }
    }

    /// The contact's numbers, the one to call now first.
    pub(super) fn numbers(&self, contact: &Contact, context: Context<'_>) -> Vec<Ranked> {
        let numbers = numbers(contact, context);
        let asked_for = self.asked_for(context.now).and_then(|(line, _)| kind_of(line, &numbers));
        let wrong_reports = |number| context.notebook.wrong_reports(contact.id, number).count;
        number::best_first(numbers, self.work(contact, context), asked_for, &wrong_reports)
    }
}

/// Whether it is in hours at a place. `None` where this is not known, or differs between several possible times.
pub(super) fn in_hours(hours: &Hours, place: &Place, now: Timestamp) -> Option<bool> {
    let zones: Vec<_> = place.spots.iter().map(|spot| spot.zone.time_zone()).collect();
    let first = hours.contain(now, zones.first().and_then(Option::as_ref))?;
    zones.iter().all(|zone| hours.contain(now, zone.as_ref()) == Some(first)).then_some(first)
}

/// The kind of number that a note means by a line: "the office" may be a direct line, or one only known as fixed.
fn kind_of(line: PhoneLine, numbers: &[Number]) -> Option<Kind> {
    let kinds: &[Kind] = match line {
        PhoneLine::Mobile => &[Kind::Mobile],
        PhoneLine::Office => &[Kind::Office, Kind::Direct, Kind::Landline],
        PhoneLine::Home => &[Kind::Home],
    };
    kinds.iter().copied().find(|kind| numbers.iter().any(|number| number.kind == *kind))
}

/// A contact's own location, else the organization's.
pub(super) fn place(contact: &Contact, context: Context<'_>) -> Place {
    let home = || Some(home(contact.organization?, context));
    own_place(contact, context).or_else(home).unwrap_or_else(Place::unknown)
}

fn own_place(contact: &Contact, context: Context<'_>) -> Option<Place> {
    let own = contact.location.and_then(|id| context.view.location(id)).map(place_of);
    own.filter(|place| !place.spots.is_empty())
}

/// An organization's primary location, else its only one.
pub(super) fn home(organization: OrganizationId, context: Context<'_>) -> Place {
    home_location(organization, context).map_or_else(Place::unknown, place_of)
}

fn home_location<'a>(organization: OrganizationId, context: Context<'a>) -> Option<&'a Location> {
    let locations: Vec<&'a Location> = context.view.locations_of(organization).collect();
    let primary = locations.iter().find(|location| location.primary);
    let home = primary.or(if let [only] = &*locations { Some(only) } else { None });
    home.copied()
}

/// The numbers of a site by itself, if it has any.
pub(super) fn numbers_of_site(site: &Location, context: Context<'_>) -> Option<Vec<Number>> {
    let default = context.policy.default_country.map(|country| Guess { country, from: CountryFrom::Default });
    let there = country_of(site).map(|country| Guess { country, from: CountryFrom::Location });
    numbers_of(site, &there.into_iter().chain(default).collect::<Vec<_>>())
}

/// An organization's main line, as far as the caller may read it: a number of its home, else of any other site.
pub(super) fn main_line(organization: &Organization, context: Context<'_>) -> Vec<Number> {
    if [Field::Phone, Field::Location].iter().any(|field| context.keeps(*field, organization)) {
        return Vec::new();
    }
    let home = home_location(organization.id, context);
    let mut locations = home.into_iter().chain(context.view.locations_of(organization.id));
    locations.find_map(|location| numbers_of_site(location, context)).unwrap_or_default()
}

/// The numbers of a location, if it has any. A fax does not count.
fn numbers_of(location: &Location, guesses: &[Guess]) -> Option<Vec<Number>> {
    let value = location.phone.clone()?;
    let phone = Phone { value, formatted: None, extension: None, primary: false, label: None, fax: false };
    let numbers = understand(&phone, guesses).into_iter().filter(|number| number.kind != Kind::Fax).collect();
    Some(numbers).filter(|numbers: &Vec<Number>| !numbers.is_empty())
}

/// The phone of the contact's location, else of the organization's home. A fax does not count.
pub(super) fn site_phone(contact: &Contact, context: Context<'_>) -> Option<SitePhone> {
    let own = contact.location.and_then(|id| context.view.location(id));
    let home = contact.organization.and_then(|id| home_location(id, context));
    let phone = |location: Option<&Location>, of, guesses: Vec<Guess>| {
        numbers_of(location?, &guesses).map(|numbers| SitePhone { numbers, of })
    };
    phone(own, SiteOf::Contact, guesses(contact, context)).or_else(|| {
        let there = home.and_then(country_of).map(|country| Guess { country, from: CountryFrom::Organization });
        // The contact's own country says nothing about a phone elsewhere.
        let others = guesses(contact, context).into_iter().filter(|guess| guess.from != CountryFrom::Location);
        phone(home, SiteOf::Organization, there.into_iter().chain(others).collect())
    })
}

/// A contact's parsed numbers, in IT Glue's order.
pub(super) fn numbers(contact: &Contact, context: Context<'_>) -> Vec<Number> {
    let guesses = guesses(contact, context);
    contact.phones.iter().flat_map(|phone| understand(phone, &guesses)).collect()
}

/// The countries a number without a country code may belong to, the likeliest first.
pub(super) fn guesses(contact: &Contact, context: Context<'_>) -> Vec<Guess> {
    let own = contact.location.and_then(|id| context.view.location(id)).and_then(country_of);
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
    let locations = context.view.locations_of(organization);
    for (country, primary) in locations.filter_map(|location| Some((country_of(location)?, location.primary))) {
        let (times, is_primary) = count.entry(country).or_default();
        *times += 1;
        *is_primary |= primary;
    }
    count.into_iter().max_by_key(|(_, weight)| *weight).map(|(country, _)| country)
}

fn country_of(location: &Location) -> Option<Country> {
    Country::named(location.country.as_deref()?)
}

pub(super) fn place_of(location: &Location) -> Place {
    zone::place(location.country.as_deref(), location.region.as_deref(), location.city.as_deref())
}
