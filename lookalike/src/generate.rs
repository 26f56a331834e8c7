//! Invented contacts by the thousand: the same seed makes the same ones. Addresses end in `.example`, numbers are of
//! the kind set aside for fiction, and titles fit an organization's trade.

mod tables;

use std::collections::BTreeMap;

use fastrand::Rng;
use jiff::Timestamp;

use crate::account::{Account, Contact, Psa};
use crate::generate::tables::{CITIES, DESKS, FAMILY, GIVEN, NOTES, TITLES, TYPES};

/// 2021-01-01, before which no record was made.
const FIRST_RECORD: i64 = 1_609_459_200;

/// 2026-01-05, after which none was changed.
const LAST_CHANGE: i64 = 1_767_571_200;

/// How many numbers an area has for fiction.
const NUMBERS: u32 = 100;

pub(super) struct Generator {
    rng: Rng,
    given: Vec<&'static str>,
    family: Vec<&'static str>,
    /// By contact type and by trade.
    titles: BTreeMap<&'static str, Vec<&'static str>>,
    /// Which of the hundred numbers of each area are taken, a bit each.
    taken: BTreeMap<&'static str, u128>,
    /// Replaces a family name that does not suit a given name.
    pub(super) family_for: fn(&'static str, &'static str) -> &'static str,
}

pub(super) struct ClientSpec<'a> {
    pub(super) name: &'a str,
    pub(super) domain: &'a str,
    /// Its trade: a line of the titles.
    pub(super) trade: &'a str,
    /// The city of its head office; `None`: any.
    pub(super) city: Option<&'a str>,
    /// Its number; `None`: any.
    pub(super) switchboard: Option<&'a str>,
}

pub(super) struct Workplace {
    pub(super) organization: u64,
    /// Whether one of the contacts may be the primary one.
    pub(super) has_primary: bool,
    domain: String,
    trade: String,
    areas: &'static [&'static str],
    switchboard: String,
    locations: Vec<u64>,
    synced: bool,
}

impl Generator {
    pub(super) fn new(seed: u64) -> Self {
        let lines = |text: &'static str| text.lines().collect();
        let titles = TITLES.lines().filter_map(|line| line.split_once(": "));
        Self {
            rng: Rng::with_seed(seed),
            given: lines(GIVEN),
            family: lines(FAMILY),
            titles: titles.map(|(of, titles)| (of, titles.split(", ").collect())).collect(),
            taken: BTreeMap::new(),
            family_for: |_, family| family,
        }
    }

    /// An account with contact types only, and with a fixed time, so that it comes out the same on any day.
    pub(super) fn account() -> Account {
        let mut account = Account::default();
        account.now = Timestamp::from_second(LAST_CHANGE).ok();
        for (name, _) in TYPES {
            account.add_contact_type(name);
        }
        account
    }

    pub(super) fn add_organization(&mut self, account: &mut Account, client: &ClientSpec<'_>) -> Workplace {
        let organization = account.add_organization(client.name);
        let (created_at, updated_at) = self.moments();
        let synced = self.one_in(3);
        let psa = synced.then(|| self.psa());
        if let Some(row) = account.organizations.get_mut(&organization) {
            (row.created_at, row.updated_at) = (created_at, updated_at);
            row.psa = psa;
        }
        let mut cities = self.rng.choose_multiple(CITIES, 3);
        if let Some(home) = CITIES.into_iter().find(|city| Some(city.0) == client.city) {
            cities.retain(|city| city.0 != home.0);
            cities.insert(0, home);
        }
        // Drawn in any case, so that one organization's number changes nothing about the next one's contacts.
        let drawn = self.number(cities[0].3);
        let switchboard = client.switchboard.map_or(drawn, str::to_owned);
        let mut locations = Vec::new();
        for (index, (city, region, country, _)) in cities.iter().take(self.rng.usize(1..=3)).enumerate() {
            let name = if index == 0 { "Head Office" } else { city };
            let address = format!("{} Example Street", self.rng.u32(1..900));
            let location = account.add_location(organization, name);
            location.primary = index == 0;
            location.address = Some(address);
            location.city = Some((*city).to_owned());
            location.region = Some((*region).to_owned());
            location.country = Some((*country).to_owned());
            location.phone = (index == 0).then(|| switchboard.clone());
            (location.created_at, location.updated_at) = (created_at, updated_at);
            locations.push(location.id);
        }
        Workplace {
            organization,
            has_primary: true,
            domain: client.domain.to_owned(),
            trade: client.trade.to_owned(),
            areas: cities[0].3,
            switchboard,
            locations,
            synced,
        }
    }

    /// Adds `count` contacts to an organization: the first is mostly its primary contact, a few are desks.
    pub(super) fn add_people(&mut self, account: &mut Account, workplace: &Workplace, count: usize) {
        for index in 0..count {
            let wanted = match index {
                0 if workplace.has_primary && !self.one_in(4) => Some("Primary Contact"),
                _ => self.type_name(),
            };
            let wanted = match wanted {
                // No one owns those.
                Some("Owner") if matches!(&*workplace.trade, "church" | "school") => Some("Management"),
                wanted => wanted,
            };
            let contact_type = wanted.and_then(type_id);
            let terminated = wanted == Some("Terminated");
            if index > 3 && self.one_in(40) {
                let (name, mailbox) = pick(&mut self.rng, &DESKS);
                let contact = account.add_contact(workplace.organization, name, "");
                contact.email("Work", &format!("{mailbox}@{}", workplace.domain));
                contact.phone("Office", &workplace.switchboard);
                (contact.created_at, contact.updated_at) = self.moments();
                continue;
            }
            let (given, family) = (pick(&mut self.rng, &self.given), pick(&mut self.rng, &self.family));
            let family = (self.family_for)(given, family);
            let contact = account.add_contact(workplace.organization, given, family);
            contact.contact_type = contact_type;
            self.fill_in(contact, workplace, wanted, given, family);
            if terminated {
                contact.notes = Some("No longer with the company.".to_owned());
                contact.important = None;
            }
        }
    }

    /// Fills in a contact's fields: most of them, never all.
    fn fill_in(
        &mut self,
        contact: &mut Contact,
        workplace: &Workplace,
        contact_type: Option<&str>,
        given: &str,
        family: &str,
    ) {
        (contact.created_at, contact.updated_at) = self.moments();
        let has_title = !self.one_in(3);
        let titles = contact_type.and_then(|name| self.titles.get(name)).or_else(|| self.titles.get(&*workplace.trade));
        let titles = titles.filter(|_| has_title);
        contact.title = titles.map(|titles| pick(&mut self.rng, titles).to_owned());
        contact.location = if self.one_in(3) { None } else { self.rng.choice(workplace.locations.iter().copied()) };
        contact.important = match self.rng.u32(0..100) {
            0..5 => Some(true),
            5..15 => Some(false),
            _ => None,
        };
        contact.restricted = self.one_in(70);
        contact.notes = self.one_in(5).then(|| pick(&mut self.rng, &NOTES).to_owned());
        let mailbox = format!("{}.{}", ascii(given), ascii(family));
        if !self.one_in(9) {
            contact.email("Work", &format!("{mailbox}@{}", workplace.domain));
        }
        if self.one_in(8) {
            contact.email("Home", &format!("{mailbox}{}@freemail.example", self.rng.u32(1..99)));
        }
        if self.one_in(2) {
            let extension = self.rng.u32(100..999).to_string();
            contact.extension("Work", &workplace.switchboard, &extension);
        }
        if self.one_in(2) {
            let label = pick(&mut self.rng, &["Mobile", "Cell"]);
            contact.phone(label, &self.number(workplace.areas));
        }
        if self.one_in(60) {
            // The range that the United Kingdom keeps for drama.
            contact.phone("Mobile", &format!("447700900{:03}", self.rng.u32(0..1000)));
        }
        if self.one_in(12) {
            contact.fax(&self.number(workplace.areas));
        }
        if workplace.synced && !self.one_in(5) {
            contact.psa = Some(self.psa());
        }
    }

    /// A tie to the ticket system, mostly in order.
    fn psa(&mut self) -> Psa {
        let state = match self.rng.u32(0..20) {
            0 => "orphaned",
            1 => "disabled",
            _ => "enabled",
        };
        let id = self.rng.u32(10_000..99_999).to_string();
        Psa { system: "autotask".to_owned(), id, state: state.to_owned() }
    }

    /// One of the types by its share, or none.
    fn type_name(&mut self) -> Option<&'static str> {
        let mut draw = self.rng.u32(0..100);
        TYPES.into_iter().find_map(|(name, share)| {
            let hit = draw < share;
            draw = draw.saturating_sub(share);
            hit.then_some(name)
        })
    }

    /// When a record was made, and when it was last changed.
    fn moments(&mut self) -> (Timestamp, Timestamp) {
        let created = self.rng.i64(FIRST_RECORD..LAST_CHANGE);
        let updated = if self.one_in(3) { created } else { self.rng.i64(created..LAST_CHANGE) };
        let moment = |second| Timestamp::from_second(second).unwrap_or_default();
        (moment(created), moment(updated))
    }

    /// A number of one of these areas that is set aside for fiction; used twice only where all hundred are taken.
    fn number(&mut self, areas: &'static [&'static str]) -> String {
        let drawn = self.rng.u32(0..NUMBERS);
        for area in areas {
            let taken = self.taken.entry(area).or_default();
            let free = (0..NUMBERS).map(|step| (drawn + step) % NUMBERS).find(|number| *taken & 1 << number == 0);
            if let Some(number) = free {
                *taken |= 1 << number;
                return fictional(area, number);
            }
        }
        fictional(areas.first().unwrap_or(&""), drawn)
    }

    /// Marks the numbers in the account as taken.
    pub(super) fn keep_numbers_of(&mut self, account: &Account) {
        let people = account.contacts.values().flat_map(|contact| &contact.phones).map(|phone| &phone.value);
        let known: Vec<&String> =
            people.chain(account.locations.values().filter_map(|site| site.phone.as_ref())).collect();
        for area in CITIES.into_iter().flat_map(|city| city.3) {
            let taken = self.taken.entry(area).or_default();
            for number in (0..NUMBERS).filter(|number| known.contains(&&fictional(area, *number))) {
                *taken |= 1 << number;
            }
        }
    }

    fn one_in(&mut self, odds: u32) -> bool {
        self.rng.u32(0..odds) == 0
    }
}

fn fictional(area: &str, number: u32) -> String {
    format!("{area}55501{number:02}")
}

fn pick<T: Copy>(rng: &mut Rng, choices: &[T]) -> T {
    choices[rng.usize(0..choices.len())]
}

/// The id of a contact type: [`Generator::account`] adds them first, and ids begin at 1.
pub(super) fn type_id(name: &str) -> Option<u64> {
    (1..).zip(TYPES).find(|(_, (known, _))| *known == name).map(|(id, _)| id)
}

/// A name as mailboxes write it: unaccented lower-case letters.
pub(super) fn ascii(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The kinds of organizations in an account of any size, and their trades.
const KINDS: [(&str, &str); 7] = [
    ("Dental", "dental"),
    ("Logistics", "logistics"),
    ("Law Group", "law"),
    ("Holdings", "office"),
    ("Foods", "food"),
    ("Clinic", "health"),
    ("Motors", "motors"),
];

impl Account {
    /// An account of any size, for measurements: the same arguments make the same account.
    pub fn generated(contacts: usize, organizations: usize, seed: u64) -> Self {
        let mut generator = Generator::new(seed);
        let mut account = Generator::account();
        for index in 0..organizations {
            let (family, (kind, trade)) =
                (pick(&mut generator.rng, &generator.family), pick(&mut generator.rng, &KINDS));
            let name = format!("{family} {kind} {}", index + 1);
            let domain = format!("client{}.example", index + 1);
            let client = ClientSpec { name: &name, domain: &domain, trade, city: None, switchboard: None };
            let workplace = generator.add_organization(&mut account, &client);
            // Shares that add up to the whole, whatever the remainder.
            let share = contacts * (index + 1) / organizations - contacts * index / organizations;
            generator.add_people(&mut account, &workplace, share);
        }
        account.now = None;
        account
    }
}
