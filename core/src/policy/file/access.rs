//! Reads who may see what, and how much one user may look up.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::time::Duration;

use jiff::SignedDuration;

use crate::access::limiter::Limits;
use crate::access::scope::{Pattern, Scope};
use crate::access::{Access, Field, Grant, Permission};
use crate::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use crate::policy::dangling::Reference;
use crate::policy::file::value::{PolicyTable, PolicyValue};

pub(super) const GRANT: &[&str] = &[
    "guilds",
    "roles",
    "users",
    "channels",
    "commands",
    "organizations",
    "except",
    "fields",
    "on_click",
    "restricted",
    "writes",
];
pub(super) const GROUP: &[&str] = &["group"];

type Groups = BTreeMap<String, Vec<Pattern>>;

pub(super) fn read(top: &PolicyTable<'_, '_>) -> Access {
    let groups = top.take("groups", groups).unwrap_or_default();
    let redacted = top.take("redacted", |value| organizations(value, &groups)).unwrap_or_default().into();
    let is_ruled = top.has("access");
    let is_open = top.take("open", |value| open(value, is_ruled)).unwrap_or_default();
    let tables = top.take("access", |value| value.tables(GRANT)).unwrap_or_default();
    let grants = tables.into_iter().map(|table| grant(&table, &groups)).collect();
    Access { grants: if is_open { Access::open().grants } else { grants }, redacted }
}

fn open(value: PolicyValue<'_, '_>, is_ruled: bool) -> Option<bool> {
    match value.boolean()? {
        true if is_ruled => {
            value.fault("= true lets every member look up everything, so [[access]] has no effect; keep one of the two")
        }
        is_open => Some(is_open),
    }
}

fn groups(value: PolicyValue<'_, '_>) -> Option<Groups> {
    let groups = value.entries()?;
    Some(groups.filter_map(|(name, value)| Some((name, organizations(value, &Groups::new())?))).collect())
}

fn grant(table: &PolicyTable<'_, '_>, groups: &Groups) -> Grant {
    let everything = Grant::everything();
    // A rule that has lost the lines behind its name.
    if !GRANT.iter().any(|key| !matches!(*key, "restricted" | "writes") && table.has(key)) {
        table.fault("sets no limit, so every member could see everything; say for whom or what, or write open = true");
    }
    let only = table.take("organizations", |value| organizations(value, groups));
    let except = table.take("except", |value| organizations(value, groups)).unwrap_or_default();
    let fields = table.take("fields", |value| named(value, &Field::ALL)).unwrap_or(everything.fields);
    let on_click = table.take("on_click", |value| named(value, &Field::ALL)).unwrap_or_default();
    if !on_click.is_subset(&fields) {
        table.fault("lists in on_click what is not in fields");
    }
    Grant {
        guilds: ids(table, "guilds", GuildId),
        roles: ids(table, "roles", |id| id),
        users: ids(table, "users", UserId),
        channels: ids(table, "channels", ChannelId),
        permissions: table.take("commands", |value| named(value, &Permission::ALL)).unwrap_or(everything.permissions),
        organizations: Scope { only, except },
        fields,
        on_click,
        restricted: table.take("restricted", PolicyValue::boolean).unwrap_or_default(),
        writes: table.take("writes", PolicyValue::boolean).unwrap_or_default(),
    }
}

fn ids<T: Ord>(table: &PolicyTable<'_, '_>, key: &str, id: impl Fn(u64) -> T) -> BTreeSet<T> {
    // An unreadable list is a fault, and so is never taken for "anybody".
    let read = |value: PolicyValue<'_, '_>| Some(value.list()?.filter_map(|item| item.id().map(&id)).collect());
    table.take(key, read).unwrap_or_default()
}

/// A list of known names. It is written as an empty list where nothing is meant.
fn named<T: Copy + Ord>(value: PolicyValue<'_, '_>, known: &[(&'static str, T)]) -> Option<BTreeSet<T>> {
    let mut meant = BTreeSet::new();
    for item in value.list_or_none()? {
        let Some((_, one)) = known.iter().find(|(name, _)| item.as_str() == Some(name)) else {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            return item.none_of(&format!("may only list: {}", names.join(", ")), names.into_iter());
        };
        meant.insert(*one);
    }
    Some(meant)
}

fn organizations(value: PolicyValue<'_, '_>, groups: &Groups) -> Option<Vec<Pattern>> {
    let mut patterns = Vec::new();
    for item in value.list()? {
        let pattern = if item.is_number() {
            Pattern::Id(OrganizationId(item.id()?))
        } else if item.as_str().is_some() {
            Pattern::named(&item.text()?)
        } else {
            patterns.extend(group(item, groups)?);
            continue;
        };
        item.names(Reference::Organizations(pattern.clone()));
        patterns.push(pattern);
    }
    Some(patterns)
}

fn group(item: PolicyValue<'_, '_>, groups: &Groups) -> Option<Vec<Pattern>> {
    let name = item.table(GROUP)?.require("group", PolicyValue::text)?;
    groups.get(&name).cloned().or_else(|| item.fault("uses a group that [groups] does not define"))
}

pub(super) const BRAKE: &[&str] =
    &["contacts_per_hour", "questions_per_minute", "changes_per_hour", "hold", "alert_channel"];

/// Below a minute a hold goes unnoticed. The journal carries it across a restart, and none keeps less than a day.
const HOLD: RangeInclusive<Duration> = Duration::from_mins(1)..=Duration::from_hours(24);

pub(super) fn brake(value: PolicyValue<'_, '_>) -> Option<Limits> {
    let table = value.table(BRAKE)?;
    let default = Limits::default();
    Some(Limits {
        contacts_per_hour: table.take("contacts_per_hour", number).unwrap_or(default.contacts_per_hour),
        questions_per_minute: table.take("questions_per_minute", number).unwrap_or(default.questions_per_minute),
        changes_per_hour: table.take("changes_per_hour", number).unwrap_or(default.changes_per_hour),
        hold: table.take("hold", hold).unwrap_or(default.hold),
        alert_channel: table.take("alert_channel", PolicyValue::id).map(ChannelId),
    })
}

fn number(value: PolicyValue<'_, '_>) -> Option<NonZeroU32> {
    value.number().and_then(NonZeroU32::new).or_else(|| value.fault("must be 1 or more"))
}

fn hold(value: PolicyValue<'_, '_>) -> Option<SignedDuration> {
    let time = value.as_str().and_then(|text| humantime::parse_duration(text).ok()).filter(|time| HOLD.contains(time));
    let time = time.and_then(|time| SignedDuration::try_from(time).ok());
    time.or_else(|| value.fault("must be a duration from \"1m\" to \"24h\", such as \"1h\""))
}
