use proptest::prelude::*;

use super::*;
use crate::domain::contact::Phone;
use crate::reach::country::Country;
use crate::reach::number::{CountryFrom, Guess, understand};

#[test]
fn the_number_to_dial_depends_on_the_hours() {
    assert_eq!(order(WorkTime::In, None, &[]), "0101 Primary, 0102 Next, 0103 Mobile, 0104 Next, 0106 Pager");
    assert_eq!(
        order(WorkTime::Out, None, &[]),
        "0103 MobileOutOfHours, 0104 HomeOutOfHours, 0101 Primary, 0102 Next, 0106 Pager"
    );
    assert_eq!(order(WorkTime::Unknown, None, &[]), "0101 Primary, 0103 Mobile, 0102 Next, 0104 Next, 0106 Pager");
}

#[test]
fn the_contacts_requested_line_comes_first() {
    assert!(order(WorkTime::Out, Some(Kind::Home), &[]).starts_with("0104 Stated, 0103 MobileOutOfHours"));
    assert!(order(WorkTime::In, Some(Kind::Pager), &[]).starts_with("0106 Stated, 0101 Primary"));
}

#[test]
fn numbers_reported_wrong_sink() {
    assert_eq!(
        order(WorkTime::In, None, &[(2, 1)]),
        "0101 Primary, 0103 Mobile, 0104 Next, 0102 Next, 0106 Pager",
        "once: below its equals"
    );
    assert_eq!(
        order(WorkTime::In, None, &[(1, 2), (3, 5)]),
        "0102 Next, 0104 Next, 0106 Pager, 0101 ReportedWrong, 0103 ReportedWrong",
        "more than once: below everything"
    );
}

#[test]
fn a_duplicate_number_is_shown_once_with_all_its_facts() {
    let twice = vec![number("4155550101", "", false), number("+1 415 555 0101", "Mobile", true)];
    let ranked = best_first(twice, WorkTime::Out, None, &|_| 1);
    assert_eq!(ranked.len(), 1);
    assert_eq!((ranked[0].why, ranked[0].reported_wrong), (RankReason::Only, 1));
    assert_eq!((ranked[0].number.kind, ranked[0].number.primary), (Kind::Mobile, true));
}

proptest! {
    #[test]
    fn a_fax_is_never_offered_and_no_other_number_is_lost(
        phones in proptest::collection::vec(("[0-9x]{0,12}", "Fax|Telefax|Cell|Pager|Work|", any::<bool>()), 0..8),
        reports in 0..4_u32,
        time in proptest::sample::select(vec![WorkTime::In, WorkTime::Out, WorkTime::Unknown]),
    ) {
        let numbers: Vec<Number> =
            phones.iter().flat_map(|(value, label, primary)| numbers_of(value, label, *primary)).collect();
        let ranked = best_first(numbers.clone(), time, None, &|mark| u32::from(mark.0) % (reports + 1));
        prop_assert!(ranked.iter().all(|ranked| ranked.number.kind != Kind::Fax));
        for number in numbers.iter().filter(|number| number.kind != Kind::Fax) {
            let same = ranked.iter().filter(|ranked| ranked.number.fingerprint == number.fingerprint);
            prop_assert_eq!(same.count(), 1);
        }
        let sunk: Vec<bool> = ranked.iter().map(|ranked| ranked.reported_wrong > 1).collect();
        prop_assert!(sunk.is_sorted(), "what was reported twice is not last");
    }
}

/// The order of a contact's six numbers, with (number, reports) of those reported wrong.
fn order(time: WorkTime, stated: Option<Kind>, reports: &[(usize, u32)]) -> String {
    let labels = ["Main", "Work", "Cell", "Home", "Fax", "Pager"];
    let numbers: Vec<Number> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| number(&format!("415555010{}", index + 1), label, index == 0))
        .collect();
    let marks: Vec<Fingerprint> = numbers.iter().map(|number| number.fingerprint).collect();
    let wrong = |mark| reports.iter().find(|(index, _)| marks[index - 1] == mark).map_or(0, |(_, count)| *count);
    let ranked = best_first(numbers, time, stated, &wrong);
    let words = ranked.iter().map(|ranked| format!("{} {:?}", &ranked.number.stored[6..], ranked.why));
    words.collect::<Vec<_>>().join(", ")
}

fn number(value: &str, label: &str, primary: bool) -> Number {
    numbers_of(value, label, primary).remove(0)
}

fn numbers_of(value: &str, label: &str, primary: bool) -> Vec<Number> {
    let label = Some(label.into());
    let phone = Phone { value: value.into(), formatted: None, extension: None, primary, label, fax: false };
    let country = Country::of_code("US").unwrap();
    understand(&phone, &[Guess { country, from: CountryFrom::Default }])
}
