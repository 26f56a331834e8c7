//! The account of the questions: a few invented people, with a value in every kind of field, read as from the wire.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use callsheet::discord::seal::Seal;
use callsheet::itglue::wire::{RecordPage, Resource};
use callsheet_core::answer::lookups::Trail;
use callsheet_core::directory::records::{Record, Records, Table};
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::id::{ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::edits::Edits;
use callsheet_core::journal::{self, Action, Entry, Field};
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::policy::{self, Policy};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// A Tuesday noon in Europe and early morning in Texas.
pub(crate) const NOW: Timestamp = Timestamp::constant(1_795_521_600, 0);

/// The served guild.
pub(crate) const GUILD: u64 = 1000;

/// A user who called before, and so may be named.
pub(crate) const COLLEAGUE: u64 = 77;

pub(crate) static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| {
    let all: Value = parsed(include_str!("account/records.json"));
    let page = |kind: &str| json!({ "data": all[kind] }).to_string();
    snapshot(&Records {
        contacts: table(&page("contacts")),
        organizations: table(&page("organizations")),
        contact_types: table(&page("contact_types")),
        locations: table(&page("locations")),
    })
});

pub(crate) static SERVED: LazyLock<Served> = LazyLock::new(|| {
    let policy = policy::file::whole(include_str!("account/policy.toml"));
    serving(policy.unwrap_or_else(|faults| panic!("the policy of the account: {faults:?}")))
});

pub(crate) static EDITS: LazyLock<Edits> = LazyLock::new(Edits::default);

pub(crate) static NOTEBOOKS: LazyLock<Notebooks> = LazyLock::new(|| {
    let called = |contact, outcome| {
        let (by, organization) = (UserId(COLLEAGUE), Some(OrganizationId(1)));
        let contact = ContactId(contact);
        Change::Attempt(Attempt { at: NOW, by, organization, contact, number: None, outcome, reason: None })
    };
    let changes = [called(1, Outcome::NoAnswer), called(2, Outcome::Reached), called(8, Outcome::WrongNumber)];
    changes.into_iter().fold(Notebooks::default(), |notebooks, change| notebooks.with(GuildId(GUILD), change))
});

/// Look-ups of a contact: enough for several pages.
pub(crate) fn trail(contact: ContactId) -> Trail {
    let mut trail = Trail::new(contact, Some(GuildId(GUILD)), NOW);
    let actions = [Action::Command("contact".into()), Action::Share, Action::Suggestions("vip".into()), Action::Alert];
    for (minutes, action) in (0..30).zip(actions.into_iter().cycle()) {
        let outcomes = [journal::Outcome::Disclosed, journal::Outcome::Refused("on-hold".into())];
        trail.add(&Entry {
            guild: Some(GuildId(GUILD)),
            user: (minutes % 7 > 0).then_some(UserId(COLLEAGUE)),
            contacts: BTreeSet::from([contact]),
            fields: BTreeSet::from([Field::Name, Field::Phone]),
            outcome: outcomes[usize::from(minutes % 5 == 0)].clone(),
            ..Entry::new(NOW - SignedDuration::from_mins(minutes), action)
        });
    }
    trail.is_whole = contact.0.is_multiple_of(2);
    trail
}

/// Whom the bot serves, and how.
pub(crate) struct Served {
    pub(crate) guilds: BTreeSet<u64>,
    pub(crate) policy: Policy,
    pub(crate) seal: Seal,
}

/// The bot in the one guild, by this policy.
pub(crate) fn serving(policy: Policy) -> Served {
    Served { guilds: BTreeSet::from([GUILD]), policy, seal: Seal::of(&"no token".to_owned().into()) }
}

/// The snapshot of these records.
pub(crate) fn snapshot(records: &Records) -> Snapshot {
    Snapshot::build(records, Status { synced_at: Some(NOW), ..Status::default() })
}

/// The records of a page, by id; none if it cannot be read.
pub(crate) fn table<R: Resource + Record>(body: &str) -> Table<R> {
    let records = RecordPage::<R>::read(body).map(|page| page.records).unwrap_or_default();
    records.into_iter().map(|(_, record)| (record.id(), Arc::new(record))).collect()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("the account: {error}"))
}
