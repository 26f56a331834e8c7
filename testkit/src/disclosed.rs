//! All that a policy discloses of a small account, found by asking for everything and not by reading the rules.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use callsheet_core::access::{Caller, Field, Permission};
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet_core::domain::organization::Organization;
use callsheet_core::policy::Policy;
use callsheet_core::view::View;
use serde_json::json;

/// A policy file with every kind of rule, about the contacts and places below.
pub const POLICY: &str = include_str!("../../tests/data/policy.toml");

/// Each client, by id from 1 on, matches different rules of the file.
const CLIENTS: [&str; 8] = [
    "Acme Corporation",
    "Quiet Clinic",
    "Granite Peak Dental",
    "Globex",
    "Initech",
    "Bolt Ltd",
    "Roe & Partners",
    "Acme Holding",
];

const ROLES: [&[u64]; 6] = [&[], &[70], &[71], &[72], &[70, 71], &[99]];
const USERS: [u64; 2] = [4, 9];
const GUILDS: [u64; 2] = [1, 2];

/// Channels, each with its parent if it is a thread.
const CHANNELS: [(u64, Option<u64>); 3] = [(20, None), (30, None), (31, Some(30))];

/// A contact and a restricted contact of each client, and two without a client.
static ACCOUNT: LazyLock<Snapshot> = LazyLock::new(|| {
    let record = |(id, name): (u64, &&str)| Organization::new(OrganizationId(id), name);
    let organizations: BTreeMap<_, _> =
        (1..).zip(&CLIENTS).map(record).map(|record| (record.id, Arc::new(record))).collect();
    let clients = (1..).zip(&CLIENTS).map(|(id, name)| (Some(id), Some(*name))).chain([(None, None)]);
    let people = clients.flat_map(|(id, name)| [(id, name, false), (id, name, true)]);
    let contact = |(id, (organization, name, restricted)): (u64, (Option<u64>, Option<&str>, bool))| {
        let contact = json!({
            "id": id, "name": "Jane Doe", "organization": organization, "organization_name": name,
            "important": false, "restricted": restricted, "emails": [], "phones": [],
        });
        serde_json::from_value::<Contact>(contact).unwrap()
    };
    let contacts = (1..).zip(people).map(contact).map(|contact| (contact.id, Arc::new(contact))).collect();
    Snapshot::build(&Records { contacts, organizations, ..Records::default() }, Status::default())
});

/// One bit for each question, in the same order for every policy.
#[derive(PartialEq, Eq)]
pub struct Disclosed(Vec<bool>);

impl Disclosed {
    /// All that a policy lets any caller see.
    pub fn by(policy: &Policy) -> Self {
        let mut seen = Vec::new();
        for caller in callers() {
            for (at, (_, permission)) in Permission::ALL.into_iter().enumerate() {
                let allowed = policy.access.allowed(&caller, &[permission]);
                let view = View::new(&ACCOUNT, &allowed);
                for organization in ACCOUNT.organizations() {
                    seen.push(view.organization(organization.id).is_some());
                    // What else may be done is the same whichever way the caller came.
                    let also = Permission::ALL.iter().filter(|_| at == 0);
                    seen.extend(also.map(|(_, also)| view.allows_at(*also, organization)));
                }
                for contact in ACCOUNT.contacts() {
                    let is_there = view.contact(contact.id).is_some();
                    let [now, asked] = [false, true].map(|asked| view.withheld(contact, asked));
                    seen.extend([is_there, is_there && !now.everything]);
                    for (_, field) in Field::ALL {
                        seen.extend([&now, &asked].map(|withheld| is_there && !withheld.keeps(field)));
                    }
                    let also = Permission::ALL.iter().filter(|_| at == 0);
                    seen.extend(also.map(|(_, also)| view.allows(*also, contact)));
                }
            }
        }
        Self(seen)
    }

    /// Whether the other discloses all that this one does.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(this, other)| this <= other)
    }

    /// How many questions are answered.
    pub fn count(&self) -> usize {
        self.0.iter().filter(|seen| **seen).count()
    }

    /// How many questions there are.
    pub fn asked(&self) -> usize {
        self.0.len()
    }
}

/// Whether a policy allows no more than another: share, show notes, look up many.
pub fn does_no_more(policy: &Policy, than: &Policy) -> bool {
    let (brake, other) = (policy.brake, than.brake);
    policy.share <= than.share
        && policy.share_notes <= than.share_notes
        && brake.contacts_per_hour <= other.contacts_per_hour
        && brake.questions_per_minute <= other.questions_per_minute
        && brake.hold >= other.hold
        && brake.alert_channel.is_some() >= other.alert_channel.is_some()
}

fn callers() -> Vec<Caller> {
    let mut callers = Vec::new();
    for roles in ROLES {
        for user in USERS {
            for guild in GUILDS {
                for (channel, parent) in CHANNELS {
                    let (guild, user, channel) = (Some(GuildId(guild)), Some(UserId(user)), Some(ChannelId(channel)));
                    let (roles, parent) = (roles.to_vec(), parent.map(ChannelId));
                    let caller = Caller { user, guild, channel, parent, roles, may_manage: true, at_terminal: false };
                    callers.push(caller);
                }
            }
        }
    }
    callers
}
