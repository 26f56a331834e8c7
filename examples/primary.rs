//! Measures `/primary` at an organization with many contacts: `cargo run --release -p callsheet-core --example primary -- 24000`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use callsheet_core::access::{Allowed, Caller};
use callsheet_core::answer::language::Language;
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::contact::{Contact, Phone};
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Organization};
use callsheet_core::edits::Edits;
use callsheet_core::features;
use callsheet_core::features::context::Context;
use callsheet_core::health::Health;
use callsheet_core::notebook::Notebook;
use callsheet_core::policy::Policy;
use callsheet_core::view::View;
use commands::Command;
use commands::options::Pick;
use commands::primary::Primary;
use jiff::Timestamp;

/// Answers measured; the median counts.
const TIMES: usize = 51;

/// Rows of the account's contact types.
const TYPES: [&str; 6] =
    ["Primary Contact", "Internal IT", "Decision Maker", "End User", "Accounts Payable", "Terminated"];

#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn main() {
    let people = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(24_000);
    let now: Timestamp = Timestamp::UNIX_EPOCH;
    let snapshot = Snapshot::build(&records(people), Status { synced_at: Some(now), ..Status::default() });
    let (policy, notebook) = (Policy::default(), Notebook::default());
    let (caller, language) = (Caller::at_terminal(), Language::default());
    let allowed = Allowed::everything();
    let view = View::new(&snapshot, &allowed);
    let context = Context {
        view: &view,
        policy: &policy,
        notebook: &notebook,
        edits: &Edits::default(),
        found: None,
        health: &Health::default,
        caller: &caller,
        language,
        reveal: false,
        now,
    };
    let command = Command::Primary(Primary { organization: Some(Pick::Id(1)) });
    let mut took: Vec<Duration> = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        let answer = features::command(&command).answer(context);
        took.push(begun.elapsed());
        drop(answer);
    }
    took.sort();
    println!("{people} people: {:?} (at worst {:?})", took[TIMES / 2], took[TIMES - 1]);
}

/// One organization of so many people; every thousandth is a primary contact, most are end users.
fn records(people: u64) -> Records {
    let mut records = Records::default();
    let organization = OrganizationId(1);
    records.organizations.insert(organization, Arc::new(Organization::new(organization, "Acme Corporation")));
    for (id, name) in (1..).zip(TYPES) {
        let id = ContactTypeId(id);
        records.contact_types.insert(id, Arc::new(ContactType { id, name: name.into() }));
    }
    for id in 1..=people {
        let contact_type = if id % 1000 == 0 {
            1
        } else if id % 10 == 0 {
            1 + id % 6
        } else {
            4
        };
        let phone = Phone {
            value: format!("41555501{:02}", id % 100).into(),
            formatted: None,
            extension: Some(id.to_string().into()),
            primary: true,
            label: Some("Work".into()),
            fax: false,
        };
        let contact = Contact {
            organization: Some(organization),
            name: Some(format!("Robin {} Family{}", id * 7919 % 24_001, id).into()),
            title: Some("Account Manager".into()),
            contact_type: Some(ContactTypeId(contact_type)),
            important: id % 500 == 0,
            phones: vec![phone],
            ..Contact::new(ContactId(id))
        };
        records.contacts.insert(contact.id, Arc::new(contact));
    }
    records
}
