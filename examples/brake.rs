//! Tells which users the limits stop: `cargo run --release --example brake -- 100000`.
//!
//! Technicians type the names of an invented account's contacts letter by letter until the contact they mean is among
//! the first five suggestions, and look the contact up; one name in ten has a slip that is corrected, one in twenty is
//! given up. Beside them, a walker and a program try to collect all contacts.

use std::collections::BTreeSet;
use std::sync::Arc;

use callsheet_core::access::limiter::{Asking, Limits, LookupLimiter, Typed};
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::search::Query;
use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};
use lookalike::account::Account;

/// Discord's limit of suggestions.
const CHOICES: usize = 25;

/// How many suggestions a reader takes in.
const READ: usize = 5;

/// Hours of work of each kind.
const HOURS: usize = 200;

const USER: UserId = UserId(1);

/// About the pause after a keystroke before Discord's clients ask.
const KEYSTROKE: SignedDuration = SignedDuration::from_millis(400);

#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn main() {
    let people = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1500);
    let account = Account::generated(people, people.div_ceil(25), 1);
    let names: Vec<(ContactId, String)> = account
        .contacts
        .values()
        .map(|contact| {
            let parts = [&contact.first_name, &contact.last_name].into_iter().flatten();
            (ContactId(contact.id), parts.map(String::as_str).collect::<Vec<_>>().join(" ").to_lowercase())
        })
        .collect();
    let snapshot = snapshot(&names);
    println!("{people} contacts, {:?}", Limits::default());
    for lookups in [10, 20, 40, 60] {
        let hours: Vec<Hour> = (0..HOURS).map(|seed| technician(lookups, seed as u64, &names, &snapshot)).collect();
        let stopped = hours.iter().filter(|hour| hour.is_stopped).count();
        let mut listed: Vec<usize> = hours.iter().map(|hour| hour.listed.len()).collect();
        listed.sort_unstable();
        println!(
            "a technician, {lookups} people an hour: on hold in {stopped} of {HOURS} hours; suggestions listed {} people in \
             the middle hour, {} at most",
            listed[HOURS / 2],
            listed[HOURS - 1],
        );
    }
    for (who, hour) in [
        ("a walk over the alphabet, a to zz", walk(&snapshot)),
        ("a program that leads each list to one person", program(&names, &snapshot)),
    ] {
        println!("{who}: stopped: {}, after {} people in {} lists", hour.is_stopped, hour.listed.len(), hour.lists);
    }
}

/// The events of an hour.
struct Hour {
    brake: LookupLimiter,
    now: Timestamp,
    listed: BTreeSet<ContactId>,
    lists: usize,
    is_stopped: bool,
}

impl Hour {
    fn new() -> Self {
        Self {
            brake: LookupLimiter::default(),
            now: Timestamp::UNIX_EPOCH,
            listed: BTreeSet::new(),
            lists: 0,
            is_stopped: false,
        }
    }

    /// The suggestions for a text, unless they are refused.
    fn types(&mut self, text: &str, snapshot: &Snapshot) -> Vec<ContactId> {
        self.now += KEYSTROKE;
        let found = snapshot.index().complete(&Query { limit: CHOICES, ..Query::new(text) });
        let found: Vec<ContactId> = found.iter().map(|found| found.id).collect();
        let shown = found.iter().copied().collect();
        self.weigh(Asking::Typing(Typed { text, beside: "" }), &shown);
        if !self.is_stopped {
            self.lists += 1;
            self.listed.extend(&shown);
        }
        found
    }

    fn asks(&mut self, contact: ContactId) {
        self.now += SignedDuration::from_secs(2);
        self.weigh(Asking::Answer, &BTreeSet::from([contact]));
    }

    fn weigh(&mut self, asking: Asking<'_>, contacts: &BTreeSet<ContactId>) {
        self.is_stopped |= self.brake.weigh(USER, None, asking, contacts, &Limits::default(), self.now).is_err();
    }
}

fn technician(lookups: usize, seed: u64, names: &[(ContactId, String)], snapshot: &Snapshot) -> Hour {
    let (mut hour, mut rng) = (Hour::new(), Rng::with_seed(seed));
    for lookup in 0..lookups {
        hour.now =
            Timestamp::UNIX_EPOCH + SignedDuration::from_secs((3600 * lookup / lookups).try_into().unwrap_or_default());
        let (meant, name) = &names[rng.usize(..names.len())];
        let slip = (rng.usize(..10) == 0).then(|| rng.usize(1..5));
        let is_given_up = rng.usize(..20) == 0;
        for (letters, (at, letter)) in name.char_indices().enumerate() {
            if slip == Some(letters) {
                hour.types(&format!("{}{}", &name[..at], rng.lowercase()), snapshot);
                hour.types(&name[..at], snapshot);
            }
            let found = hour.types(&name[..at + letter.len_utf8()], snapshot);
            if is_given_up && letters > 3 {
                break;
            }
            let is_whole = at + letter.len_utf8() == name.len();
            if is_whole || found.iter().take(READ).any(|found| found == meant) {
                hour.asks(*meant);
                break;
            }
        }
    }
    hour
}

/// A user who types one letter after the other, then every two, and reads the suggestions.
fn walk(snapshot: &Snapshot) -> Hour {
    let mut hour = Hour::new();
    let one = ('a'..='z').map(|letter| letter.to_string());
    let two = ('a'..='z').flat_map(|first| ('a'..='z').map(move |second| format!("{first}{second}")));
    for text in one.chain(two) {
        hour.types(&text, snapshot);
        if hour.is_stopped {
            break;
        }
    }
    hour
}

/// A program that completes each text to the name of a suggested contact and looks the contact up, so that no list
/// counts as left.
fn program(names: &[(ContactId, String)], snapshot: &Snapshot) -> Hour {
    let mut hour = Hour::new();
    for (id, name) in names {
        let first: String = name.chars().take(2).collect();
        hour.types(&first, snapshot);
        hour.types(name, snapshot);
        hour.asks(*id);
        if hour.is_stopped {
            break;
        }
    }
    hour
}

fn snapshot(names: &[(ContactId, String)]) -> Snapshot {
    let mut records = Records::default();
    for (id, name) in names {
        let contact = Contact { name: Some(name.as_str().into()), ..Contact::new(*id) };
        records.contacts.insert(*id, Arc::new(contact));
    }
    Snapshot::build(&records, Status { synced_at: Some(Timestamp::UNIX_EPOCH), ..Status::default() })
}
