use super::*;

#[test]
fn a_renamed_contact_type_is_asked_for_by_its_new_name() {
    let named = |name: &str| {
        let contact_type = ContactType { id: ContactTypeId(1), name: name.into() };
        Records { contact_types: [(contact_type.id, contact_type.into())].into(), ..Records::default() }
    };
    let words = |snapshot: &Snapshot| -> Vec<(String, Vec<String>)> {
        snapshot.type_words().map(|(one, words)| (one.name.to_string(), words.to_vec())).collect()
    };
    let (before, after) = (named("Primary Contact"), named("Décideur principal"));
    let snapshot = Snapshot::build(&before, Status::default());
    assert_eq!(words(&snapshot), [("Primary Contact".to_owned(), vec!["primary".to_owned()])]);
    let snapshot = snapshot.with_changes(&after, &Changes::between(&before, &after), Status::default());
    let expected = vec!["decideur".to_owned(), "principal".to_owned()];
    assert_eq!(words(&snapshot), [("Décideur principal".to_owned(), expected)]);
}

#[test]
fn a_copy_is_overdue_by_its_age_and_the_interval_alone() {
    let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    for (every, age, expected) in [
        (Some(300), 0, false),
        (Some(300), 600, false),
        (Some(300), 601, true),
        (Some(300), 864_000, true),
        (Some(1), 31, false),
        (Some(1), 32, true),
        (Some(60), 120, false),
        (Some(60), 121, true),
        // A clock set back a little is ignored; one set back a lot leaves the age unknown.
        (Some(300), -600, false),
        (Some(300), -601, true),
        (None, 864_000, false),
        (Some(u64::MAX), 864_000, false),
    ] {
        let synced_at = now.checked_sub(jiff::SignedDuration::from_secs(age)).unwrap();
        let every = every.map(Duration::from_secs);
        let status = Status { synced_at: Some(synced_at), every, ..Status::default() };
        let overdue = Some(Trouble::Overdue { since: synced_at }).filter(|_| expected);
        assert_eq!(status.at(now).trouble, overdue, "every {every:?}, {age} s old");

        let held_back = Status { trouble: Some(Trouble::HeldBack { since: now }), ..status.clone() };
        assert_eq!(held_back.at(now).trouble, overdue.or(held_back.trouble));
        for known in [Trouble::Unreachable { since: now }, Trouble::Refused { since: now }] {
            let status = Status { trouble: Some(known), ..status.clone() };
            assert_eq!(status.at(now).trouble, Some(known), "why is known, and says more");
        }
    }
    let never = Status { every: Some(Duration::from_secs(1)), ..Status::default() };
    assert_eq!(never.at(now), never);
}
