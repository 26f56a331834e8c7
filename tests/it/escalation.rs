//! The chain: a table of invented organizations with the expected order, and properties for any people and rules.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use callsheet_core::domain::contact::{Contact, Phone};
use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::domain::role::{Role, RoleTable, says_departed};
use callsheet_core::escalation::next::queue;
use callsheet_core::escalation::{Because, Chain, Person, Reach, Step, StepReason, better_placed, chain};
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notebook::{Change, Notebook};
use callsheet_core::policy::who::{PersonRef, Who};
use callsheet_core::policy::{DEFAULT_CHAIN, file};
use jiff::SignedDuration;
use proptest::prelude::*;

use testkit::records::{NOON, contact};

const ORGANIZATIONS: &str = include_str!("escalation/organizations.txt");

/// One block of the table: the people as records, the rules, and the expected lines.
struct Organization {
    title: String,
    people: Vec<(Contact, String)>,
    rules: Vec<Who>,
    notebook: Notebook,
    expected: String,
}

fn organization(block: &str) -> Organization {
    let mut lines = block.lines();
    let mut read = Organization {
        title: lines.next().unwrap().to_owned(),
        people: Vec::new(),
        rules: DEFAULT_CHAIN.to_vec(),
        notebook: Notebook::default(),
        expected: String::new(),
    };
    for line in lines {
        if let Some(listed) = line.strip_prefix("rules: ") {
            read.rules = rules(listed);
        } else if let Some(person) = line.strip_prefix("    ") {
            let id = read.people.len() as u64 + 1;
            let (contact, contact_type, reached) = person_of(id, person);
            if let Some(ago) = reached {
                read.notebook = read.notebook.with(attempt(contact.id, ago, Outcome::Reached));
            }
            read.people.push((contact, contact_type));
        } else {
            assert!(line.starts_with(['=', '!']), "{line}");
            writeln!(read.expected, "{line}").unwrap();
        }
    }
    read
}

/// `technical, "Dora Dale"` as the policy file would have it.
fn rules(listed: &str) -> Vec<Who> {
    let who = |who: &str| match who.strip_prefix('"') {
        Some(name) => format!("{{ person = \"{name} }}"),
        None => format!("\"{who}\""),
    };
    let order: Vec<String> = listed.split(", ").map(who).collect();
    let text = format!("[[organization]]\nname = \"Acme\"\nchain = {{ order = [{}] }}", order.join(", "));
    file::parse(&text).unwrap().organizations.remove(0).1.chain.unwrap().order
}

/// `Anna Ames | Primary Contact | phone mail`
fn person_of(id: u64, line: &str) -> (Contact, String, Option<i64>) {
    let [name, contact_type, marks] = line.split('|').map(str::trim).collect::<Vec<_>>().try_into().unwrap();
    let mut person = Contact { name: Some(name.into()), important: false, ..contact(id) };
    let (phone, email) = (person.phones.remove(0), person.emails.remove(0));
    let mut reached = None;
    for mark in marks.split_whitespace() {
        match mark {
            "phone" => person.phones.push(phone.clone()),
            "fax" => person.phones.push(Phone { fax: true, ..phone.clone() }),
            "mail" => person.emails.push(email.clone()),
            "vip" => person.important = true,
            _ => reached = Some(mark.strip_prefix("reached=").unwrap().parse().unwrap()),
        }
    }
    (person, contact_type.to_owned(), reached)
}

fn attempt(contact: ContactId, minutes_ago: i64, outcome: Outcome) -> Change {
    let at = NOON - SignedDuration::from_mins(minutes_ago);
    Change::Attempt(Attempt { at, by: UserId(1), organization: None, contact, number: None, outcome, reason: None })
}

fn people(organization: &Organization) -> Vec<Person<'_>> {
    let person = |(contact, contact_type): &'_ (Contact, String)| {
        let role = RoleTable::default().role(Some(contact_type));
        (role, says_departed(&contact.display_name()))
    };
    let people = organization.people.iter();
    people
        .map(|one| {
            let (role, departed) = person(one);
            person_with(&one.0, role, departed)
        })
        .collect()
}

fn person_with(contact: &Contact, role: Option<Role>, departed: bool) -> Person<'_> {
    Person { contact, role, departed, reach: Reach::of(contact, |_| false) }
}

fn told_of((contact, role, departed): &(Contact, Option<Role>, bool)) -> Person<'_> {
    person_with(contact, *role, *departed)
}

/// The chain in the words of the table.
fn told(chain: &Chain<'_>) -> String {
    let mut told = String::new();
    for step in &chain.steps {
        let why = match step.why {
            StepReason::Named => "named".to_owned(),
            StepReason::Role(role) => format!("{role:?}").to_lowercase(),
            StepReason::Vip => "VIP".to_owned(),
            StepReason::Anyone => "anyone".to_owned(),
        };
        let how = if step.by_phone { "" } else { ", by e-mail" };
        writeln!(told, "= {}: {why}{how}", step.contact.display_name()).unwrap();
    }
    for missing in &chain.missing {
        let who = match &missing.who {
            Who::Role(role) => format!("{role:?}").to_lowercase(),
            Who::Person(PersonRef::Name(name)) => name.written.to_string(),
            other => panic!("{other:?}"),
        };
        let (because, people) = match &missing.because {
            Because::NotOnRecord | Because::NotShown => ("not on record", Vec::new()),
            Because::OnlyEmail(people) => ("only e-mail", people.clone()),
            Because::Unreachable(people) => ("unreachable", people.clone()),
            Because::Departed(people) => ("departed", people.clone()),
        };
        let names: Vec<String> = people.iter().map(|contact| contact.display_name()).collect();
        let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        writeln!(told, "! {who}: {because}{names}").unwrap();
    }
    told
}

#[test]
fn each_organization_is_called_in_the_expected_order() {
    let organizations: Vec<Organization> = ORGANIZATIONS.split("\n\n").map(organization).collect();
    let mut wrong = String::new();
    let mut right = 0;
    for organization in &organizations {
        let found = told(&chain(&people(organization), &organization.rules, &organization.notebook, NOON));
        if found == organization.expected {
            right += 1;
        } else {
            let Organization { title, expected, .. } = organization;
            write!(wrong, "\n{title}\nexpected\n{expected}found\n{found}").unwrap();
        }
    }
    assert!(organizations.len() >= 25, "{}", organizations.len());
    assert_eq!(right, organizations.len(), "{right} of {} as expected{wrong}", organizations.len());
}

#[test]
fn an_awake_contact_is_named_only_when_a_call_would_wake() {
    let contacts: Vec<Contact> = (1..=4).map(contact).collect();
    let steps = |by_phone: [bool; 4]| -> Vec<Step<'_>> {
        contacts
            .iter()
            .zip(by_phone)
            .map(|(contact, by_phone)| Step { contact, why: StepReason::Vip, by_phone })
            .collect()
    };
    let better = |by_phone, nights: [Option<bool>; 4]| {
        let steps = steps(by_phone);
        let night = |contact: &Contact| nights[usize::try_from(contact.id.0).unwrap() - 1];
        better_placed(&steps, &night).map(|step| step.contact.id.0)
    };
    let (day, night) = (Some(false), Some(true));
    let all = [true; 4];
    assert_eq!(better(all, [night, night, day, day]), Some(3));
    assert_eq!(better(all, [night, None, None, day]), Some(4), "unknown is not awake");
    assert_eq!(better(all, [day, day, day, day]), None, "no call would wake");
    assert_eq!(better(all, [None, day, day, day]), None, "no call is known to wake");
    assert_eq!(better(all, [night, night, night, None]), None, "no contact is known to be awake");
    assert_eq!(better([true, false, true, true], [night, day, day, day]), Some(3), "a call, not an e-mail");
    assert_eq!(better([false, true, true, true], [night, day, day, day]), None, "an e-mail wakes no contact");
    assert!(better_placed(&[], &|_| Some(true)).is_none());
}

/// People of any kind; some records twice.
fn anybody() -> impl Strategy<Value = Vec<(Contact, Option<Role>, bool)>> {
    let role = prop::sample::select(vec![
        None,
        Some(Role::Primary),
        Some(Role::Technical),
        Some(Role::Executive),
        Some(Role::Billing),
        Some(Role::EndUser),
        Some(Role::Vendor),
        Some(Role::Departed),
    ]);
    let person =
        (1..20u64, role, any::<[bool; 5]>()).prop_map(|(id, role, [important, phone, fax, email, departed])| {
            let mut person = Contact { important, ..contact(id) };
            person.phones.truncate(usize::from(phone || fax));
            person.phones.iter_mut().for_each(|number| number.fax = !phone);
            person.emails.truncate(usize::from(email));
            (person, role, departed)
        });
    prop::collection::vec(person, 0..25).prop_map(|mut people| {
        let records: Vec<_> = people.clone();
        for person in &mut people {
            // Records with the same id are the same record.
            *person = records.iter().find(|(contact, ..)| contact.id == person.0.id).unwrap().clone();
        }
        people
    })
}

fn any_rules() -> impl Strategy<Value = Vec<Who>> {
    let roles = [Role::Primary, Role::Technical, Role::Executive, Role::Billing, Role::EndUser, Role::Vendor];
    let mut all: Vec<Who> = roles.into_iter().map(Who::Role).collect();
    all.extend([Who::Vip, Who::Anyone]);
    all.extend((1..5).map(|id| Who::Person(PersonRef::Id(ContactId(id)))));
    prop::sample::subsequence(all.clone(), 0..=all.len()).prop_shuffle()
}

proptest! {
    #[test]
    fn the_chain_lists_only_reachable_contacts_and_each_once(
        people in anybody(),
        rules in any_rules(),
        reached in prop::collection::vec(1..20u64, 0..4),
    ) {
        let notebook = (0..).zip(&reached).fold(Notebook::default(), |notebook, (ago, id)| {
            notebook.with(attempt(ContactId(*id), ago, Outcome::Reached))
        });
        let of = |(contact, role, departed): &'_ (Contact, Option<Role>, bool)| (contact.clone(), *role, *departed);
        let records: Vec<_> = people.iter().map(of).collect();
        let people: Vec<Person<'_>> = records.iter().map(told_of).collect();
        let chain = chain(&people, &rules, &notebook, NOON);

        let mut seen = BTreeSet::new();
        for step in &chain.steps {
            prop_assert!(seen.insert(step.contact.id), "twice");
            prop_assert!(step.contact.is_reachable());
            prop_assert_eq!(step.by_phone, step.contact.dialable_phones().next().is_some());
            let person = people.iter().find(|person| person.contact.id == step.contact.id).unwrap();
            prop_assert!(!person.departed && person.role != Some(Role::Departed));
        }
        // A rule for anyone leaves out no contact who can be called.
        if rules.contains(&Who::Anyone) {
            let able = people.iter().filter(|one| {
                one.contact.is_reachable() && !one.departed && one.role != Some(Role::Departed)
            });
            prop_assert_eq!(able.map(|one| one.contact.id).collect::<BTreeSet<_>>(), seen);
        }
        // The order of the records does not matter.
        let backwards: Vec<Person<'_>> = people.iter().rev().copied().collect();
        prop_assert_eq!(&callsheet_core::escalation::chain(&backwards, &rules, &notebook, NOON).steps, &chain.steps);
        // A contact whom the rules name and who can be telephoned is not missing.
        for missing in &chain.missing {
            let is_wanted = |step: &&Step<'_>| {
                let person = people.iter().find(|person| person.contact.id == step.contact.id).unwrap();
                step.by_phone && missing.who.takes_in(step.contact, person.role)
            };
            prop_assert!(chain.steps.iter().find(is_wanted).is_none());
        }
    }

    /// Following the chain without an answer calls each contact once before any twice.
    #[test]
    fn each_contact_is_called_once_before_any_is_called_again(people in anybody(), rules in any_rules()) {
        let people: Vec<Person<'_>> = people.iter().map(told_of).collect();
        let chain = chain(&people, &rules, &Notebook::default(), NOON);
        let mut attempts: Vec<Attempt> = Vec::new();
        let mut called = Vec::new();
        for minute in 0..2 * i64::try_from(chain.steps.len()).unwrap() {
            let step = queue(&chain.steps, &attempts.iter().collect::<Vec<_>>(), &|_| Some(Vec::new()))[0];
            let Change::Attempt(attempt) = attempt(step.contact.id, -minute, Outcome::NoAnswer) else { unreachable!() };
            attempts.push(attempt);
            called.push(step.contact.id);
        }
        let order: Vec<_> = chain.steps.iter().map(|step| step.contact.id).collect();
        prop_assert_eq!(called, [order.clone(), order].concat());
    }
}
