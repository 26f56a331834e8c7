use jiff::{SignedDuration, Timestamp};

use super::queue;
use crate::domain::contact::{Contact, Fingerprint, Phone};
use crate::domain::id::{ContactId, UserId};
use crate::escalation::{Step, StepReason};
use crate::notebook::attempts::{Attempt, Outcome};

/// A contact with so many numbers.
fn contact(id: u64, numbers: u64) -> Contact {
    let json = serde_json::json!({
        "id": id, "important": false, "restricted": false, "emails": [], "phones": [],
    });
    let phone = |number| Phone {
        value: format!("4155551{id}{number}").into(),
        formatted: None,
        extension: None,
        primary: false,
        label: None,
        fax: false,
    };
    Contact { phones: (0..numbers).map(phone).collect(), ..serde_json::from_value(json).unwrap() }
}

/// The fingerprints of a contact's numbers.
fn numbers(contact: &Contact) -> Vec<Fingerprint> {
    contact.phones.iter().map(|phone| Fingerprint(phone.value[6..].parse().unwrap())).collect()
}

/// The next of 1, 2 (who has two numbers) and 3 after these attempts: `1-` no answer, `2x` wrong number (the first not
/// known to be wrong), `2=` the last wrong number once more, `3+` reached.
#[track_caller]
fn check(attempts: &str, expected: Option<u64>) {
    let people = [contact(1, 1), contact(2, 2), contact(3, 1)];
    let steps: Vec<Step<'_>> =
        people.iter().map(|contact| Step { contact, why: StepReason::Anyone, by_phone: true }).collect();
    let mut made: Vec<Attempt> = Vec::new();
    for (minute, text) in (0..).zip(attempts.split_whitespace()) {
        let id: u16 = text[..1].parse().unwrap();
        let wrong = made
            .iter()
            .filter(|one| one.contact == ContactId(u64::from(id)) && one.outcome == Outcome::WrongNumber)
            .count();
        let wrong = u16::try_from(wrong).unwrap();
        let (outcome, number) = match &text[1..] {
            "-" => (Outcome::NoAnswer, wrong),
            "x" => (Outcome::WrongNumber, wrong),
            "=" => (Outcome::WrongNumber, wrong - 1),
            "+" => (Outcome::Reached, wrong),
            other => panic!("{other}"),
        };
        made.push(Attempt {
            at: Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute),
            by: UserId(1),
            organization: None,
            contact: ContactId(id.into()),
            number: Some(Fingerprint(100 + id * 10 + number)),
            outcome,
            reason: None,
        });
    }
    let found = queue(&steps, &made.iter().collect::<Vec<_>>(), &|contact| Some(numbers(contact)));
    assert_eq!(found.first().map(|step| step.contact.id.0), expected);
}

#[test]
fn contacts_not_called_yet_come_in_the_chains_order() {
    check("", Some(1));
    check("1-", Some(2));
    check("1- 2-", Some(3));
    check("2-", Some(1));
    check("3- 1-", Some(2));
    check("9-", Some(1));
}

#[test]
fn after_all_were_called_those_without_answer_come_again() {
    check("1- 2- 3-", Some(1));
    check("1- 2- 3- 1-", Some(2));
    check("1- 2- 3- 1- 2- 3-", Some(1));
    check("1+ 2- 3-", Some(2));
    check("1+ 1- 2- 3-", Some(1));
}

#[test]
fn a_contact_with_only_a_wrong_number_is_not_called_again() {
    check("1x", Some(2));
    check("1x 2- 3-", Some(2));
    check("1x 2- 3- 2-", Some(3));
    check("1- 1x 2- 3-", Some(2));
}

#[test]
fn after_a_wrong_number_the_contacts_other_number_is_next() {
    check("1- 2x", Some(2));
    check("1- 2x 2-", Some(3));
    check("1- 2x 2x", Some(3));
    check("1- 2x 2x 3-", Some(1));
    check("1- 2x 2=", Some(2));
}

#[test]
fn without_a_callable_contact_there_is_no_next() {
    check("1x 2x 2x 3x", None);
    check("1x 2+ 3x", None);
    check("1x 2- 2+ 3x", None);
    assert!(queue(&[], &[], &|contact| Some(numbers(contact))).is_empty());
}
