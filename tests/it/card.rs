//! One contact's card, situation by situation, as a technician reads it.

mod actions;
mod notes;
mod numbers;
mod times;

use callsheet_core::domain::contact::{Email, Phone};
use callsheet_core::domain::id::{ContactId, OrganizationId, UserId};
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::reach::country::Country;
use callsheet_core::reach::number::{CountryFrom, Guess, understand};

use testkit::account::{Account, Person, location, person, phone, usual_types};
use testkit::chat::Chat;

/// Tuesday at ten in the morning in San Francisco.
const MORNING: &str = "2026-11-24T18:00:00Z";

/// The same Tuesday there, at six in the evening.
const EVENING: &str = "2026-11-25T02:00:00Z";

/// The night before, at twelve minutes past three.
const NIGHT: &str = "2026-11-24T11:12:00Z";

/// A contact at Acme in San Francisco.
fn jane() -> Person {
    person(42, "Jane Doe").at(1).located(1).title("IT Manager").of_type(2)
}

/// The account with this person in it.
fn acme(person: Person) -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .location_like(location(1, 1, ["San Francisco", "California", "United States"]))
        .with(person)
}

/// A contact at an organization without a location on record.
fn nowhere(person: Person) -> Account {
    Account::default().organization(1, "Acme Corporation").with(person)
}

fn labelled(label: &str, value: &str) -> Phone {
    Phone { label: Some(label.into()), ..phone(value) }
}

fn primary(phone: Phone) -> Phone {
    Phone { primary: true, ..phone }
}

fn chat(account: &Account, at: &str) -> Chat {
    Chat::about(account).at(at)
}

fn card(chat: &Chat) -> String {
    chat.asks("contact", &[("name", "id:42")]).to_string()
}

/// The lines of the card with one of these signs.
fn lines(chat: &Chat, signs: &[&str]) -> String {
    let card = card(chat);
    let wanted = card.lines().filter(|line| signs.iter().any(|sign| line.starts_with(sign)));
    wanted.collect::<Vec<_>>().join("\n")
}

/// Jane was called.
fn called(at: &str, by: u64, number: Option<&str>, outcome: Outcome) -> Change {
    let country = Country::of_code("US").unwrap();
    let guess = Guess { country, from: CountryFrom::Location };
    Change::Attempt(Attempt {
        at: at.parse().unwrap(),
        by: UserId(by),
        organization: Some(OrganizationId(1)),
        contact: ContactId(42),
        number: number.map(|number| understand(&phone(number), &[guess])[0].fingerprint),
        outcome,
        reason: None,
    })
}

/// A contact with every field filled.
fn everything() -> Person {
    jane()
        .vip()
        .phone_like(primary(labelled("Office", "4155550100")))
        .phone_like(Phone { extension: Some("123".into()), ..labelled("Mobile", "4155550156") })
        .phone_like(labelled("Fax", "4155550199"))
        .email_like(Email { value: "jane.doe@acme.example".into(), primary: true, label: Some("Work".into()) })
        .email_like(Email { value: "j.doe@home.example".into(), primary: false, label: Some("Home".into()) })
        .notes("Hours: M-F 9-5.\nAfter 5pm call mobile.\nRuns the server room. Password: Tr0ub4dor-3")
        .updated("2025-11-02T08:00:00Z")
        .url("https://acme.itglue.example/1/contacts/42")
}
