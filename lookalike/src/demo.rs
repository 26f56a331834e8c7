//! The demo's account: a handful of contacts to look for, among fifteen hundred others.

use crate::account::{Account, ORGANIZATION_STATUSES, ORGANIZATION_TYPES};
use crate::generate::{ClientSpec, Generator, ascii, type_id};

/// The other organizations: name, short name, trade, and the city of the head office where it matters.
const ORGANIZATIONS: &str = include_str!("demo/organizations.txt");

/// Alerts and quick notes of a few of them.
const BANNERS: [(&str, &str, &str); 8] = [
    ("Acme Corporation", "Ring the mobile after 18:00.", "<p>Main client of the east team.</p>"),
    ("Globex Medical Group", "No remote sessions while patients are treated: ring first.", ""),
    (
        "Harborview Law Group LLP",
        "",
        "<div><strong>Confidential.</strong> Say no client's name on the phone.</div><ul><li>Deliveries: rear door</li>\
         <li>Alarm code: 4417</li></ul>",
    ),
    ("Sunset Valley Clinic", "Front desk answers 24/7: call there before anybody's mobile.", ""),
    (
        "Union Station Hospitality",
        "BILLING HOLD. Emergencies only.",
        "Ask for the duty manager.\nNo calls during check-in (15:00 to 17:00).",
    ),
    ("Pelican Bay Marine", "Contract ended. Offboarding until the end of the year.", ""),
    ("Redwood Credit Cooperative", "", "<p>Two people must confirm each change to an account.</p>"),
    (
        "Westmark Surveying",
        "",
        "<p>Field crews are out of reach from 7:00 to 15:00; the office forwards calls.</p><p>Site visits: Tuesdays and \
         Thursdays, with two days' notice. Bring boots and a vest. Parking behind the warehouse, not in the street. The \
         server room is in the basement; the caretaker has the key.</p>",
    ),
];

const PEOPLE: usize = 1500;

/// The demo is the same every time.
const SEED: u64 = 2026;

impl Account {
    /// The demo's account: about 60 organizations, 1,500 contacts, all invented.
    pub fn demo() -> Self {
        let mut generator = Generator::new(SEED);
        generator.family_for = unlike_john_smith;
        let mut account = Generator::account();

        let mut add = |name, domain, trade, city, switchboard| {
            let client = ClientSpec { name, domain, trade, city: Some(city), switchboard: Some(switchboard) };
            generator.add_organization(&mut account, &client)
        };
        let provider = add("Lighthouse IT Services", "lighthouse.example", "technology", "Chicago", "3125550100");
        let mut acme = add("Acme Corporation", "acme.example", "office", "San Francisco", "4155550100");
        let mut globex = add("Globex Medical Group", "globex.example", "health", "Boston", "6175550100");
        (acme.has_primary, globex.has_primary) = (false, false);
        people_of_acme(&mut account, acme.organization);
        people_of_globex(&mut account, globex.organization);
        if let Some(row) = account.organizations.get_mut(&provider.organization) {
            row.primary = true;
            row.short_name = Some("LIS".to_owned());
        }
        if let Some(row) = account.organizations.get_mut(&acme.organization) {
            row.short_name = Some("ACME".to_owned());
        }
        generator.keep_numbers_of(&account);
        generator.add_people(&mut account, &provider, 12);
        generator.add_people(&mut account, &acme, 24);
        generator.add_people(&mut account, &globex, 30);

        let others: Vec<&str> = ORGANIZATIONS.lines().collect();
        for (index, line) in others.iter().enumerate() {
            let mut columns = line.split(';');
            let mut column = || columns.next().unwrap_or_default();
            let (name, short_name, trade, city) = (column(), column(), column(), columns.next());
            let words: String = name.split(' ').take(2).map(ascii).collect();
            let domain = format!("{words}.example");
            let client = ClientSpec { name, domain: &domain, trade, city, switchboard: None };
            let workplace = generator.add_organization(&mut account, &client);
            if let Some(row) = account.organizations.get_mut(&workplace.organization) {
                row.short_name = Some(short_name.to_owned()).filter(|name| !name.is_empty());
                // The last few are suppliers; a few clients have left.
                let is_vendor = index + 3 >= others.len();
                row.organization_type = Some(ORGANIZATION_TYPES[if is_vendor { 2 } else { 0 }].to_owned());
                row.status = Some(ORGANIZATION_STATUSES[usize::from(index % 17 == 16)].to_owned());
            }
            let left = PEOPLE - account.contacts.len();
            generator.add_people(&mut account, &workplace, left / (others.len() - index));
        }
        for row in account.organizations.values_mut() {
            let said = BANNERS.iter().find(|(name, ..)| *name == row.name);
            let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            (row.alert, row.quick_notes) = said.map_or((None, None), |(_, alert, notes)| (given(alert), given(notes)));
            if row.name == "Pelican Bay Marine" {
                row.status = Some(ORGANIZATION_STATUSES[1].to_owned());
            }
        }
        account.now = None;
        account
    }
}

/// Family names for all others: none is close to John Smith of Acme, whose misspelt name is the first question.
fn unlike_john_smith(given: &'static str, family: &'static str) -> &'static str {
    let is_alike = given.starts_with("Jo") && (family.starts_with("Sm") || family.starts_with("Schm"));
    if is_alike { "Marsh" } else { family }
}

/// Acme has everything: a primary contact, each role, two contacts with one name, and some who have left.
fn people_of_acme(account: &mut Account, acme: u64) {
    let mut offices = account.locations.values().filter(|location| location.organization == acme);
    let office = offices.next().map(|location| location.id);
    let person = account.add_contact(acme, "Jane", "Doe").title("IT Manager").vip();
    person.contact_type = type_id("Technical Contact");
    person.location = office;
    person.email("Work", "jane.doe@acme.example").email("Home", "jane@doe.example");
    person.phone("Mobile", "4155550156").extension("Office", "4155550100", "123").fax("4155550109");
    person.notes = Some("Primary technical contact, M-F 9-5.\nText first.".to_owned());

    let person = account.add_contact(acme, "John", "Smith").title("Chief Executive Officer").vip();
    person.contact_type = type_id("Primary Contact");
    person.location = office;
    person.email("Work", "john.smith@acme.example");
    person.extension("Office", "4155550100", "101").phone("Mobile", "4155550111");

    let person = account.add_contact(acme, "Jon", "Smyth").title("Network Engineer");
    person.contact_type = type_id("Internal IT");
    person.email("Work", "jon.smyth@acme.example").phone("Cell", "4155550142");

    let person = account.add_contact(acme, "Robert", "Wilson").title("Controller");
    person.contact_type = type_id("Billing");
    person.email("Work", "bob.wilson@acme.example").extension("Office", "4155550100", "140");

    let person = account.add_contact(acme, "Siobhán", "O'Connor-Núñez").title("Chief Operating Officer").vip();
    person.contact_type = type_id("Decision Maker");
    person.email("Work", "siobhan@acme.example").phone("Mobile", "4155550177");
    person.notes = Some("<p>Pronounced <em>shi-VAWN</em>.</p>".to_owned());

    let desk = account.add_contact(acme, "Front Desk", "");
    desk.phone("Office", "4155550100").email("Work", "reception@acme.example");

    let person = account.add_contact(acme, "John", "Smith").title("Systems Administrator");
    person.contact_type = type_id("Terminated");
    person.email("Work", "john.smith2@acme.example").phone("Mobile", "4155550133");
    person.notes = Some("Left in March.".to_owned());

    let person = account.add_contact(acme, "Maximilian", "Featherstonehaugh");
    person.contact_type = type_id("End User");
    person.important = Some(false);

    let person = account.add_contact(acme, "Agnes", "Fernsby").title("Archivist");
    person.contact_type = type_id("End User");
    person.fax("4155550110");

    let person = account.add_contact(acme, "Vera", "Quiet").title("General Counsel");
    person.restricted = true;
    person.email("Work", "vera.quiet@acme.example").phone("Mobile", "4155550188");
}

/// Globex has no primary contact, and texts that try to be markup.
fn people_of_globex(account: &mut Account, globex: u64) {
    let person = account.add_contact(globex, "Martha", "Bell").title("Practice Manager");
    person.contact_type = type_id("Approver");
    person.email("Work", "martha.bell@globex.example").phone("Mobile", "6175550120");

    let person = account.add_contact(globex, "Katherine", "Nguyễn").title("Owner").vip();
    person.contact_type = type_id("Owner");
    person.email("Work", "kate@globex.example").phone("Mobile", "6175550121");

    let person = account.add_contact(globex, "Max", "**Power** @everyone");
    person.title("<b>Head</b> of [Links](https://evil.example)").email("Work", "max@globex.example");
    person.notes = Some("<script>alert(1)</script>Bring a badge.".to_owned());
}
