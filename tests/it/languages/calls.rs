//! Questions about the chain and about cards, one for each situation with a sentence of its own.

use callsheet_core::domain::contact::{Fingerprint, Phone};
use callsheet_core::domain::id::{ContactId, OrganizationId, UserId};
use callsheet_core::domain::organization::Location;
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Attempt, Outcome, WrongReason};
use callsheet_core::reach::country::Country;
use callsheet_core::reach::number::{CountryFrom, Guess, understand};
use jiff::SignedDuration;
use serde_json::{Value, json};

use testkit::account::{Account, Person, location, now, person, phone, usual_types};
use testkit::chat::{Chat, asked, clicked, used_on};
use testkit::targets;

/// A Tuesday in San Francisco: ten in the morning, six in the evening, and the night between.
const MORNING: &str = "2026-11-24T18:00:00Z";
const EVENING: &str = "2026-11-25T02:00:00Z";
const NIGHT: &str = "2026-11-25T11:12:00Z";

const ORDERS: &str = r#"
    open = true
    [[organization]]
    name = "Acme Corporation"
    chain.order = ["vendor", "billing", "end_user", "vip", { person = "Nora Nobody" }, { person = 99 }, { person = "Eve Mail" }, { person = "Una Reachable" }, { person = "Al Gone" }, { person = "Ann Other" }]
    chain.out_of_hours = ["technical", "primary"]
"#;

const APPROVALS: &str = r#"
    open = true
    [roles]
    "Decision Maker" = "executive"
    [[authorisation]]
    action = "password reset"
    by = ["primary"]
    [[authorisation]]
    action = "password change"
    by = ["billing"]
    [[authorisation]]
    action = "visit"
    by = ["anyone"]
"#;

/// Acme, in San Francisco, with these contacts.
fn acme(people: impl IntoIterator<Item = Person>) -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .location_like(location(1, 1, ["San Francisco", "California", "United States"]))
        .with_all(people.into_iter().map(|person| person.at(1)))
}

fn called(id: u64, name: &str, contact_type: u64) -> Person {
    person(id, name).of_type(contact_type).phone(&format!("41555501{id:02}"))
}

/// Enough contacts for a chain longer than what is shown.
fn everybody() -> Vec<Person> {
    vec![
        called(1, "Pat Prime", 1),
        called(2, "Tess Tech", 2),
        person(3, "Dee Cider").of_type(3).email("dee@acme.example"),
        called(4, "Ann Other", 4),
        called(5, "Bill Payer", 5),
        called(6, "Al Gone", 6),
        called(7, "Ven Dor", 7),
        person(8, "Vic Important").vip().phone("4155550108"),
        person(9, "Eve Mail").email("eve@acme.example"),
        person(10, "Una Reachable"),
    ]
}

/// A call so many minutes ago.
fn attempt(minutes: i64, by: u64, contact: u64, outcome: Outcome) -> Change {
    Change::Attempt(call(minutes, by, contact, outcome))
}

/// A call that found the number wrong.
fn wrong_number(minutes: i64, by: u64, contact: u64, number: &str) -> Change {
    let number = Some(fingerprint(number));
    Change::Attempt(Attempt { number, ..call(minutes, by, contact, Outcome::WrongNumber) })
}

/// The same, with the reason.
fn because(reason: WrongReason, minutes: i64, by: u64, contact: u64) -> Change {
    let number = Some(fingerprint("4155550100"));
    let call = call(minutes, by, contact, Outcome::WrongNumber);
    Change::Attempt(Attempt { number, reason: Some(reason), ..call })
}

fn call(minutes: i64, by: u64, contact: u64, outcome: Outcome) -> Attempt {
    Attempt {
        at: now() - SignedDuration::from_mins(minutes),
        by: UserId(by),
        organization: Some(OrganizationId(1)),
        contact: ContactId(contact),
        number: None,
        outcome,
        reason: None,
    }
}

/// A chain of three, in which the first did not answer.
pub(super) fn under_way() -> Chat {
    Chat::about(&acme(everybody().into_iter().take(3))).remembering([attempt(3, 5, 1, Outcome::NoAnswer)])
}

pub(super) fn primary() -> Value {
    asked("primary", &[("organization", "id:1")])
}

/// Questions about the chain and about authorisations.
pub(super) fn chain_questions() -> Vec<(Chat, Value)> {
    let all = || Chat::about(&acme(everybody()));
    let only = |people: Vec<Person>| Chat::about(&acme(people));
    let policy = |at| all().with_policy(ORDERS).at(at);
    let trusting = ORDERS.replace("open = true", "") + "[[access]]\nexcept = [99]\nrestricted = true\n";
    let trusted = || all().with_policy(&trusting).at(MORNING);
    let nowhere = usual_types(Account::default()).organization(1, "Acme Corporation");
    let nowhere = Chat::about(&nowhere.with(called(7, "Ven Dor", 7).at(1))).with_policy(ORDERS);
    let unreachable = acme([person(1, "Noah Phone").at(1)]).location_like(Location {
        phone: Some("4155550199".into()),
        ..location(1, 1, ["San Francisco", "California", "United States"])
    });
    let abroad = acme([called(1, "Pat Prime", 1).located(1), called(2, "Tess Tech", 2).located(1)])
        .location_like(Location { primary: false, ..location(2, 1, ["Berlin", "", "Germany"]) })
        .with(called(3, "Dee Cider", 3).located(2).at(1));
    // By the user of a terminal.
    let tried = [(9, 1, Outcome::NoAnswer), (6, 2, Outcome::WrongNumber), (3, 99, Outcome::NoAnswer)];
    let tried = tried.map(|(minutes, contact, outcome)| attempt(minutes, 0, contact, outcome));
    let often = (0..9).map(|minutes| attempt(30 - minutes, 5, 1, Outcome::NoAnswer));
    let again = [(8, 1), (7, 2), (6, 3)].map(|(minutes, contact)| attempt(minutes, 5, contact, Outcome::NoAnswer));
    let undo = |minutes| clicked(targets::undo(1, 1, Outcome::NoAnswer, now() - SignedDuration::from_mins(minutes)));
    let who_can = |action: &str| asked("who-can", &[("action", action), ("organization", "id:1")]);
    let approving = || all().with_policy(APPROVALS);
    vec![
        (all(), primary()),
        (policy(MORNING), primary()),
        (policy(EVENING), primary()),
        (trusted(), primary()),
        (nowhere, primary()),
        (only(vec![called(1, "Pat Prime", 1)]), primary()),
        (only(vec![person(1, "Pat Prime").of_type(1).email("pat@acme.example"), called(2, "Tess Tech", 2)]), primary()),
        (only(vec![person(1, "Pat Prime").of_type(1), called(2, "Tess Tech", 2)]), primary()),
        (only(vec![called(1, "Pat Prime (terminated)", 1), called(2, "Tess Tech", 2)]), primary()),
        (only((1..40).map(|id| called(id, "Robin", 4)).collect()), primary()),
        (Chat::about(&abroad).at(NIGHT), primary()),
        (only(vec![called(1, "Pat Prime", 1), called(3, "Dee Cider", 3).notes("Available 24/7")]).at(NIGHT), primary()),
        (under_way(), primary()),
        (under_way().remembering([attempt(1, 4, 2, Outcome::Reached)]), primary()),
        (all().remembering(tried), primary()),
        (all().remembering([because(WrongReason::NotInService, 2, 4, 1)]), primary()),
        (all(), clicked(targets::outcome(1, 1, Outcome::WrongNumber))),
        (all().remembering([attempt(3, 4, 1, Outcome::NoAnswer)]), undo(3)),
        (all().remembering([attempt(20, 4, 1, Outcome::NoAnswer)]), undo(20)),
        (all(), undo(3)),
        (all().remembering(often), primary()),
        (Chat::about(&acme(everybody().into_iter().take(3))).remembering(again), primary()),
        (only(vec![called(1, "Pat Prime", 1)]).remembering([wrong_number(2, 5, 1, "4155550101")]), primary()),
        (all(), clicked(targets::outcome(6, 1, Outcome::NoAnswer))),
        (Chat::about(&unreachable), primary()),
        (only(vec![person(1, "Noah Phone")]), primary()),
        (all().with_policy("open = true\n[chain]\norder = [\"billing\"]\n"), primary()),
        (only(vec![called(1, "Pat Prime", 1)]).with_policy("open = true\n[chain]\norder = [\"billing\"]\n"), primary()),
        (all(), asked("primary", &[])),
        (all(), used_on("Who do I call?", &json!({ "content": "Acme Corporation is down" }))),
        (approving(), who_can("password reset")),
        (approving(), who_can("password")),
        (approving(), who_can("launch a rocket")),
        (approving(), clicked(targets::who_can(1, 9999))),
        (all(), who_can("visit")),
        (only((1..40).map(|id| called(id, "Robin", 4)).collect()).with_policy(APPROVALS), who_can("visit")),
        (
            only(vec![called(3, "Dee Cider", 3), called(5, "Ada Payable", 5)]).with_policy(APPROVALS),
            who_can("password change"),
        ),
    ]
}

fn fingerprint(number: &str) -> Fingerprint {
    let guess = Guess { country: Country::of_code("US").unwrap(), from: CountryFrom::Location };
    understand(&phone(number), &[guess])[0].fingerprint
}

fn labelled(label: &str, number: &str) -> Phone {
    Phone { label: Some(label.into()), ..phone(number) }
}

/// A contact with every remark, at night.
pub(super) fn night_call() -> (Chat, Value) {
    let jane = person(42, "Jane Doe").located(1).of_type(2);
    let jane = jane.phone_like(labelled("Office", "4155550100")).phone_like(labelled("Mobile", "4155550156"));
    let jane = jane.notes("Hours: M-F 9-5.\nPassword: Tr0ub4dor-3");
    let reached = attempt(60 * 24 * 3, 5, 42, Outcome::Reached);
    let chat = Chat::about(&acme([jane])).remembering([reached]).at(NIGHT);
    (chat, asked("contact", &[("name", "id:42")]))
}

/// Questions about one contact, Jane Doe.
pub(super) fn cards() -> Vec<(Chat, Value)> {
    let jane = || person(42, "Jane Doe").located(1);
    let about = |jane: Person| Chat::about(&acme([jane]));
    let card = || asked("contact", &[("name", "id:42")]);
    let noted = |notes: &str| about(jane().phone("4155550100").notes(notes));
    let compact = "open = true\nlayout = \"compact\"";
    let somewhere = |place, number: &str| {
        let account = Account::default().organization(1, "Acme Corporation").location_like(location(2, 1, place));
        Chat::about(&account.with(person(42, "Jane Doe").at(1).located(2).phone(number))).at(MORNING)
    };
    let report = |minutes, by| wrong_number(minutes, by, 42, "4155550100");
    let reached = |outcome| {
        about(jane().phone("4155550100")).remembering([attempt(9, 4, 42, Outcome::Reached), attempt(3, 5, 42, outcome)])
    };
    let two = || jane().phone_like(labelled("Office", "4155550100")).phone_like(labelled("Mobile", "4155550156"));
    let home = || jane().phone_like(labelled("Office", "4155550100")).phone_like(labelled("Home", "4155550111"));
    let site = || Location {
        phone: Some("4155550199".into()),
        ..location(1, 1, ["San Francisco", "California", "United States"])
    };
    let kinds = ["mobile", "direct", "office", "home", "pager"];
    let kinds = (10..).zip(kinds).fold(jane(), |jane, (at, kind)| jane.phone(&format!("{kind} 41555501{at}")));
    let secrets = "Password: Tr0ub4dor-3\nDoor code 4711#\nCard 4111 1111 1111 1111\nAPI key: q8Zr-77xx-Kd02\n\
                   IBAN DE89 3704 0044 0532 0130 00";
    let long: Vec<String> = (1..200).map(|number| format!("Sentence number {number} of a long story.")).collect();
    let long = long.join(" ");
    let endless = "Sentence of a long story. ".repeat(4_000);
    let by_digits = Account::default().organization(1, "Acme Corporation");
    let by_digits = Chat::about(&by_digits.with(person(42, "Jane Doe").at(1).phone("49 30 23125555")));
    let by_default = Account::default().organization(1, "Acme Corporation");
    let by_default = by_default.with(person(42, "Jane Doe").at(1).phone("030 23125555"));
    let mut questions = vec![
        (Chat::about(&Account::default().with(two())), card()),
        (about(jane().but(|jane| jane.phones_changed_at = Some(now()))), card()),
        (about(two()).at(MORNING), card()),
        (about(two()).at(EVENING), card()),
        (about(home()).at(EVENING), card()),
        (about(two()).at(MORNING).with_policy(compact), card()),
        (about(two().phone_like(labelled("Home", "4155550111"))).at(MORNING).with_policy(compact), card()),
        (about(two().notes("After 5pm call mobile.")).at(EVENING), card()),
        (about(kinds), card()),
        (somewhere(["", "", ""], "+49 172 9925904"), card()),
        (somewhere(["", "", ""], "+44 20 7946 0123"), card()),
        // No regulator reserves pager numbers for fiction.
        (somewhere(["", "", ""], "+44 7640 123456"), card()),
        (somewhere(["", "Indiana", "United States"], "5550123"), card()),
        (somewhere(["", "", "United States"], "5550123"), card()),
        (Chat::about(&acme([jane()]).location_like(site())), card()),
        (Chat::about(&acme([jane().but(|contact| contact.location = None)]).location_like(site())), card()),
        (about(jane().phone("4155550100").but(|contact| contact.location = None)).at(NIGHT), card()),
        (about(jane().phone("4155550100").but(|contact| contact.location = None)), card()),
        (noted("Text first."), card()),
        (noted("").at(NIGHT), card()),
        (by_digits, card()),
        (Chat::about(&by_default).in_country("DE"), card()),
        (noted("Hours: M-F 9-5").at(MORNING), card()),
        (noted("Hours: M-F 9-5").at(EVENING), card()),
        (noted("").remembering([report(9, 4)]), card()),
        (noted("").remembering([report(9, 4), report(200, 5)]), card()),
        (noted("").remembering([because(WrongReason::SomebodyElse, 9, 4, 42)]), card()),
        (noted("").remembering([because(WrongReason::Left, 9, 4, 42), because(WrongReason::Other, 9, 5, 42)]), card()),
        (reached(Outcome::NoAnswer), card()),
        (reached(Outcome::WrongNumber), card()),
        (noted(secrets), card()),
        (noted("Password: Tr0ub4dor-3"), card()),
        (noted(&long), card()),
        (noted(&long), clicked(targets::notes(42, 1))),
        (noted(&endless), clicked(targets::notes(42, 9999))),
        (noted(""), clicked(targets::notes(42, 0))),
        (noted("").remembering([Change::Favourite { user: UserId(4), contact: ContactId(42), on: true }]), card()),
        (noted("").with_policy("open = true\nshare = false"), clicked(targets::share(42))),
        (about(jane().of_type(6)), clicked(targets::file(42))),
        (noted(""), clicked(targets::file(42))),
    ];
    // From Monday to Sunday.
    questions.extend((23..30).map(|day| (noted("").at(&format!("2026-11-{day}T18:00:00Z")), card())));
    questions
}
