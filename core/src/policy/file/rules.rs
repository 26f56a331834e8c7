//! Reads the rules for all organizations or for one.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use strum::VariantNames;

use crate::domain::id::ContactId;
use crate::domain::role::Role;
use crate::policy::dangling::Reference;
use crate::policy::file::value::{PolicyTable, PolicyValue, nearest};
use crate::policy::hours::{DAY, DAYS, Hours};
use crate::policy::who::{PersonRef, Who};
use crate::policy::{Authorisation, Order, OrganizationRef, Rules};

pub(super) const CHAIN: &[&str] = &["order", "out_of_hours"];
pub(super) const HOURS: &[&str] = &["days", "from", "to", "zone"];
pub(super) const AUTHORISATION: &[&str] = &["action", "aliases", "by"];
pub(super) const PERSON: &[&str] = &["person"];

#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    /// Every organization that has none of its own.
    Everywhere,
    /// `None` where the file does not say which, which is a fault.
    Organization(Option<&'a OrganizationRef>),
}

pub(super) fn read(table: &PolicyTable<'_, '_>, scope: Scope<'_>) -> Rules {
    Rules {
        chain: table.take("chain", |value| chain(&value.table(CHAIN)?, scope)),
        hours: table.take("hours", |value| Some(hours(&value.table(HOURS)?))),
        authorisations: authorisations(
            table.take("authorisation", |value| value.tables(AUTHORISATION)).unwrap_or_default(),
            scope,
        ),
    }
}

pub(super) fn role(value: PolicyValue<'_, '_>) -> Option<Role> {
    let role = value.as_str().and_then(|name| name.parse().ok());
    let roles = Role::VARIANTS;
    role.or_else(|| value.none_of(&format!("may only be: {}", roles.join(", ")), roles.iter().copied()))
}

fn chain(table: &PolicyTable<'_, '_>, scope: Scope<'_>) -> Option<Order> {
    let names_people = matches!(scope, Scope::Organization(_));
    let order = table.require("order", |value| who_in_turn(value, scope, names_people));
    let out_of_hours = table.take("out_of_hours", |value| who_in_turn(value, scope, names_people));
    Some(Order { order: order?, out_of_hours })
}

fn who_in_turn(value: PolicyValue<'_, '_>, scope: Scope<'_>, names_people: bool) -> Option<Vec<Who>> {
    let mut turn = Vec::new();
    for item in value.list()? {
        let is_twice = |who: &Who| turn.contains(who);
        let who = match who(item, scope) {
            Some(Who::Person(_)) if !names_people => {
                item.fault("cannot name a person here; name people in the chain of their client")
            }
            Some(who) if is_twice(&who) => item.fault("lists this twice; remove one"),
            who => who,
        };
        turn.extend(who);
    }
    Some(turn)
}

fn who(item: PolicyValue<'_, '_>, scope: Scope<'_>) -> Option<Who> {
    match item.as_str() {
        Some("vip") => Some(Who::Vip),
        Some("anyone") => Some(Who::Anyone),
        Some("departed") => item.fault("cannot list departed: former contacts are never offered"),
        Some(name) => name.parse().ok().map(Who::Role).or_else(|| {
            item.none_of(
                "may only list: primary, technical, billing, executive, end_user, vendor, vip, anyone; \
                 and people as { person = \"Jane Doe\" } or { person = 123456 }",
                Role::VARIANTS.iter().copied().filter(|role| *role != "departed").chain(["vip", "anyone"]),
            )
        }),
        None => person(item, scope),
    }
}

fn person(item: PolicyValue<'_, '_>, scope: Scope<'_>) -> Option<Who> {
    let table = item.table(PERSON)?;
    let person = table.require("person", |value| {
        if value.is_number() {
            return value.id().map(|id| PersonRef::Id(ContactId(id)));
        }
        value.text().map(|name| PersonRef::named(&name))
    });
    let person = person?;
    let of = match scope {
        Scope::Everywhere => None,
        Scope::Organization(organization) => organization.cloned(),
    };
    item.names(Reference::Person(person.clone(), of));
    Some(Who::Person(person))
}

fn hours(table: &PolicyTable<'_, '_>) -> Hours {
    let days = table.take("days", days).unwrap_or(Hours::OFFICE.days);
    let from = table.take("from", time).unwrap_or(Hours::OFFICE.from);
    let to = table.take("to", time).unwrap_or(Hours::OFFICE.to);
    let zone = table.take("zone", zone);
    if from == to || from == DAY {
        table.fault("start and end at the same time; for the whole day use from = \"00:00\", to = \"24:00\"");
    }
    Hours { days, from, to, zone }
}

fn days(value: PolicyValue<'_, '_>) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    for item in value.list()? {
        let day = DAYS.iter().zip(&mut days).find(|(name, _)| item.as_str() == Some(name));
        match day {
            Some((_, day)) => *day = true,
            None => return item.none_of("may only list: mon, tue, wed, thu, fri, sat, sun", DAYS.into_iter()),
        }
    }
    Some(days)
}

/// Minutes after midnight.
fn time(value: PolicyValue<'_, '_>) -> Option<u16> {
    let two_digits = |text: &str| {
        let is_plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_plain)
    };
    let minutes = value.as_str().and_then(|text| {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
        (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
    });
    minutes.filter(|minutes| *minutes <= DAY).or_else(|| value.fault("must be a time in quotes such as \"08:30\""))
}

/// Looked up in the program's own list: the system's may differ from machine to machine.
fn zone(value: PolicyValue<'_, '_>) -> Option<TimeZone> {
    let zones = TimeZoneDatabase::bundled();
    let zone = value.as_str().and_then(|name| zones.get(name).ok());
    zone.or_else(|| {
        let names: Vec<String> = zones.available().map(|name| name.to_string()).collect();
        // Often only the city is written; a whole name has to be alike as a whole too.
        let meant = value.as_str().and_then(|written| {
            let written = written.replace(' ', "_");
            let alike =
                |name: &&String| !written.contains('/') || nearest(&written, [name.as_str()].into_iter()).is_some();
            let names: Vec<&str> = names.iter().filter(alike).map(String::as_str).collect();
            let near = nearest(city(&written), names.iter().map(|name| city(name)))?;
            names.into_iter().find(|name| city(name) == near).map(str::to_owned)
        });
        let what = "must be a time zone such as \"Europe/Berlin\"; leave it out to use the client's own";
        value.unknown(what, meant.as_deref())
    })
}

/// The last part of a zone's name, which tells it from the others.
fn city(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

fn authorisations(tables: Vec<PolicyTable<'_, '_>>, scope: Scope<'_>) -> Vec<Authorisation> {
    let mut authorisations: Vec<Authorisation> = Vec::new();
    for table in tables {
        let action = table.require("action", PolicyValue::text);
        let aliases = table.take("aliases", |value| {
            Some(value.list()?.filter_map(|alias| alias.text().map(String::into_boxed_str)).collect())
        });
        let by = table.require("by", |value| who_in_turn(value, scope, true));
        let (Some(action), Some(by)) = (action, by) else { continue };
        let read = Authorisation { action: action.into(), aliases: aliases.unwrap_or_default(), by };
        let is_taken = |name: &str| authorisations.iter().any(|other| other.is_called(name));
        if is_taken(&read.action) || read.aliases.iter().any(|alias| is_taken(alias)) {
            table.fault("repeats an action or alias of another entry; keep it in one");
        }
        authorisations.push(read);
    }
    authorisations
}
