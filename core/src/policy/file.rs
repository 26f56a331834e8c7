//! Reads the policy file.
//!
//! Strict: an unknown key is a fault, because a misspelt rule that is silently ignored is worse than none. All faults
//! are found at once, each with its line and what to write instead. No text of the file is repeated: it may be the
//! wrong file, with a secret in it.
//!
//! TOML has no end of its own: nearly every first part of a file is a file, and a rule without its last lines grants
//! more than the whole. So the last table of a file may be `[end]`, and its revision says which rules have been
//! written to their end. A file with `end_required` at its top is refused without it.

mod access;
mod rules;
mod value;

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::domain::id::{ChannelId, OrganizationId};
use crate::domain::link::host;
use crate::domain::role::RoleTable;
use crate::policy::dangling::Reference;
use crate::policy::file::access::{BRAKE, GRANT, GROUP};
use crate::policy::file::rules::{AUTHORISATION, CHAIN, HOURS, PERSON};
use crate::policy::file::value::{PolicyTable, PolicyValue, Reading};
use crate::policy::{Layout, OrganizationRef, Policy, Rules};

const TOP: &[&str] = &[
    "open",
    "share",
    "share_notes",
    "layout",
    "dial_links",
    "it_glue_host",
    "roles",
    "chain",
    "hours",
    "authorisation",
    "organization",
    "channel",
    "access",
    "groups",
    "redacted",
    "brake",
    REQUIRED,
    "end",
];

/// What a file without any grant must say.
const WHO_MAY_SEE: &str = "the file does not say who may look anything up: write open = true above the first line in \
                           [brackets] for every member, [[access]] rules for some, or open = false for nobody";

const ORGANIZATION: &[&str] = &["name", "id", "chain", "hours", "authorisation"];
const CHANNEL: &[&str] = &["id", "organization"];

/// Every key the file may have, by the table it is in; the documentation is checked against it.
pub const KEYS: [(&str, &[&str]); 11] = [
    ("", TOP),
    ("chain", CHAIN),
    ("hours", HOURS),
    ("authorisation", AUTHORISATION),
    ("organization", ORGANIZATION),
    ("channel", CHANNEL),
    ("person", PERSON),
    ("access", GRANT),
    ("group", GROUP),
    ("brake", BRAKE),
    ("end", END),
];

/// Reads a whole file: it says who may see what, and ends with `[end]` if it says so, which a file that was cut short
/// does not. Every fault is a line of its own: `line 3: share must be true or false`.
pub fn whole(text: &str) -> Result<Policy, Vec<String>> {
    read_text(text, true)
}

/// Reads rules alone, which may not be all that was written; they deny what they do not grant.
pub fn parse(text: &str) -> Result<Policy, Vec<String>> {
    read_text(text, false)
}

fn read_text(text: &str, is_whole: bool) -> Result<Policy, Vec<String>> {
    let reading = Reading::new(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        check_end(document.get_ref(), &reading);
        if is_whole && !["open", "access"].iter().any(|key| document.get_ref().contains_key(*key)) {
            reading.fault(0..0, WHO_MAY_SEE);
        }
        let policy = read(&PolicyTable::new("the file", document.span(), document.get_ref(), TOP, &reading));
        return reading.finish(Some(policy)).map(|(policy, named)| Policy { named, ..policy });
    }
    for error in errors {
        reading.fault(error.span().unwrap_or_default(), error.message());
    }
    reading.finish(None).map(|(policy, _)| policy)
}

fn read(top: &PolicyTable<'_, '_>) -> Policy {
    let default = Policy::default();
    top.take(REQUIRED, PolicyValue::boolean);
    Policy {
        share: top.take("share", PolicyValue::boolean).unwrap_or(default.share),
        share_notes: top.take("share_notes", PolicyValue::boolean).unwrap_or(default.share_notes),
        layout: top.take("layout", layout),
        dial_links: top.take("dial_links", PolicyValue::boolean).unwrap_or(default.dial_links),
        it_glue_host: top.take("it_glue_host", it_glue_host),
        roles: top.take("roles", roles).unwrap_or_default(),
        everywhere: rules::read(top, rules::Scope::Everywhere),
        organizations: organizations(top.take("organization", |value| value.tables(ORGANIZATION)).unwrap_or_default()),
        channels: channels(top.take("channel", |value| value.tables(CHANNEL)).unwrap_or_default()),
        access: access::read(top),
        brake: top.take("brake", access::brake).unwrap_or(default.brake),
        revision: top.take("end", revision),
        ..default
    }
}

fn it_glue_host(value: PolicyValue<'_, '_>) -> Option<Box<str>> {
    match value.as_str().and_then(host) {
        Some(host) => Some(host.into()),
        None => value.fault("must be a host without a scheme, such as \"acme.itglue.example\""),
    }
}

fn layout(value: PolicyValue<'_, '_>) -> Option<Layout> {
    match value.as_str() {
        Some("full") => Some(Layout::Full),
        Some("compact") => Some(Layout::Compact),
        _ => value.none_of("must be \"full\" or \"compact\"", ["full", "compact"].into_iter()),
    }
}

fn roles(value: PolicyValue<'_, '_>) -> Option<RoleTable> {
    let types = value.entries()?;
    let meant = types.filter_map(|(name, role)| {
        role.names(Reference::ContactType(name.as_str().into()));
        Some((name, rules::role(role)?))
    });
    Some(RoleTable::with_overrides(meant.collect()))
}

fn organizations(tables: Vec<PolicyTable<'_, '_>>) -> Vec<(OrganizationRef, Rules)> {
    let mut organizations: Vec<(OrganizationRef, Rules)> = Vec::new();
    for table in tables {
        let name = table.take("name", |value| organization(value, false));
        let id = table.take("id", |value| organization(value, true));
        let rules = rules::read(&table, rules::Scope::Organization(name.as_ref().or(id.as_ref())));
        let named = match (name, id) {
            (Some(named), None) | (None, Some(named)) => named,
            (Some(_), Some(_)) => {
                table.fault("has both name and id; keep one");
                continue;
            }
            (None, None) => {
                table.fault("needs name = \"…\" or id = …");
                continue;
            }
        };
        if organizations.iter().any(|(other, _)| *other == named) {
            table.fault("is defined twice; merge the two");
        }
        organizations.push((named, rules));
    }
    organizations
}

/// An organization by its name, or by its id.
fn organization(value: PolicyValue<'_, '_>, is_id: bool) -> Option<OrganizationRef> {
    let named =
        if is_id { OrganizationRef::Id(OrganizationId(value.id()?)) } else { OrganizationRef::named(&value.text()?) };
    value.names(Reference::Organization(named.clone()));
    Some(named)
}

fn channels(tables: Vec<PolicyTable<'_, '_>>) -> BTreeMap<ChannelId, OrganizationRef> {
    let mut channels = BTreeMap::new();
    for table in tables {
        let id = table.require("id", PolicyValue::id);
        let organization = table.require("organization", |value| organization(value, value.is_number()));
        let (Some(id), Some(organization)) = (id, organization) else { continue };
        if channels.insert(ChannelId(id), organization).is_some() {
            table.fault("is defined twice; a channel can have only one client");
        }
    }
    channels
}

const END: &[&str] = &["revision"];

/// The key at the top of a file that must end with `[end]`.
const REQUIRED: &str = "end_required";

/// Notes a fault where a file that must end with `[end]` does not, or goes on after it.
fn check_end(document: &DeTable<'_>, reading: &Reading<'_>) {
    let is_required = document.get(REQUIRED).is_some_and(|value| matches!(value.get_ref(), DeValue::Boolean(true)));
    match document.get_key_value("end") {
        Some((key, _)) if !is_last(reading.after(key.span().end)) => {
            reading.fault(key.span(), "end must be written as [end], with nothing but revision = … below it");
        }
        None if is_required => reading.fault(
            reading.last(),
            "the file does not end with a line [end], which end_required says it does: it was cut short, or [end] has to be \
             written below everything else",
        ),
        _ => {}
    }
}

/// Whether only the table's own key comes after its name.
fn is_last(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix(']');
    let is_own = |(at, line): (usize, &str)| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || (at > 0 && line.starts_with("revision"))
    };
    rest.is_some_and(|rest| rest.lines().enumerate().all(is_own))
}

fn revision(value: PolicyValue<'_, '_>) -> Option<u32> {
    let read = |value: PolicyValue<'_, '_>| value.number().or_else(|| value.fault("must be a whole number such as 7"));
    Some(value.table(END)?.take("revision", read).unwrap_or_default())
}
