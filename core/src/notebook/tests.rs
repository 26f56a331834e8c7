use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use crate::notebook::attempts::{Attempt, Kept, MOST, Outcome, REMEMBERED, WrongReason, WrongReports};
use crate::notebook::shelf::RECENTS;
use crate::notebook::{Binding, Change, Notebook};

const NOON: Timestamp = Timestamp::constant(1_793_707_200, 0);
const JANE: ContactId = ContactId(1);
const JOHN: ContactId = ContactId(2);
const ACME: OrganizationId = OrganizationId(10);
const ANN: UserId = UserId(100);
const BEN: UserId = UserId(200);

fn minutes(minutes: i64) -> Timestamp {
    NOON + SignedDuration::from_mins(minutes)
}

fn attempt(at: Timestamp, contact: ContactId, outcome: Outcome) -> Attempt {
    Attempt { at, by: ANN, organization: Some(ACME), contact, number: Some(Fingerprint(7)), outcome, reason: None }
}

fn notebook(changes: impl IntoIterator<Item = Change>) -> Notebook {
    changes.into_iter().fold(Notebook::default(), |notebook, change| notebook.with(change))
}

fn tried(attempts: &[Attempt]) -> Notebook {
    notebook(attempts.iter().map(|attempt| Change::Attempt(*attempt)))
}

#[test]
fn the_last_success_and_the_last_failure_are_known() {
    let attempts = [
        attempt(minutes(0), JANE, Outcome::Reached),
        attempt(minutes(5), JANE, Outcome::NoAnswer),
        attempt(minutes(9), JANE, Outcome::WrongNumber),
        attempt(minutes(10), JOHN, Outcome::NoAnswer),
    ];
    let notebook = tried(&attempts);
    assert_eq!(notebook.last_reached(JANE), Some(&attempts[0]));
    assert_eq!(notebook.last_failed(JANE), Some(&attempts[2]));
    assert_eq!((notebook.last_reached(JOHN), notebook.last_failed(JOHN)), (None, Some(&attempts[3])));
}

#[test]
fn a_timeline_has_one_organizations_calls_oldest_first() {
    let elsewhere = Attempt { organization: None, ..attempt(minutes(4), JANE, Outcome::NoAnswer) };
    let attempts = [
        attempt(minutes(9), JOHN, Outcome::NoAnswer),
        attempt(minutes(-1), JANE, Outcome::NoAnswer),
        attempt(minutes(0), JANE, Outcome::NoAnswer),
        elsewhere,
        attempt(minutes(5), JANE, Outcome::Reached),
    ];
    let notebook = tried(&attempts);
    let times: Vec<_> = notebook.timeline(ACME, NOON).map(|attempt| attempt.at).collect();
    assert_eq!(times, [minutes(0), minutes(5), minutes(9)]);
}

#[test]
fn the_same_outcome_within_a_minute_is_the_same_call() {
    let attempt = attempt(minutes(0), JANE, Outcome::NoAnswer);
    let notebook = tried(&[attempt]);
    let second = SignedDuration::from_secs(1);
    for (at, has_just) in [
        (minutes(0), true),
        (minutes(1) - second, true),
        (minutes(1), false),
        (minutes(-1), false),
        (minutes(-1) + second, true),
    ] {
        assert_eq!(notebook.noted(&Attempt { at, ..attempt }).is_some(), has_just, "{at}");
    }
    for other in [
        Attempt { outcome: Outcome::Reached, ..attempt },
        Attempt { by: UserId(u64::MAX), ..attempt },
        Attempt { contact: JOHN, ..attempt },
        Attempt { organization: None, ..attempt },
        Attempt { number: None, ..attempt },
    ] {
        assert_eq!(notebook.noted(&other), None);
        assert!(!notebook.has(&Change::Attempt(other)));
    }
    let because = Attempt { reason: Some(WrongReason::Left), ..attempt };
    assert!(notebook.has(&Change::Attempt(because)), "a second thought about the reason is no second call");
}

#[test]
fn of_two_calls_close_together_the_nearer_is_meant() {
    let calls = [attempt(minutes(0), JANE, Outcome::NoAnswer), attempt(minutes(1), JANE, Outcome::NoAnswer)];
    let near = |second| Attempt { at: NOON + SignedDuration::from_secs(second), ..calls[0] };
    let notebook = tried(&calls);
    assert_eq!((notebook.noted(&near(2)), notebook.noted(&near(55))), (Some(&calls[0]), Some(&calls[1])));
}

#[test]
fn an_undone_call_teaches_nothing_and_can_be_made_again() {
    let (first, second) = (attempt(minutes(0), JANE, Outcome::Reached), attempt(minutes(3), JANE, Outcome::NoAnswer));
    let report = Attempt { reason: Some(WrongReason::Left), ..attempt(minutes(5), JANE, Outcome::WrongNumber) };
    let before = tried(&[first, second, report]);
    assert_eq!(before.wrong_reports(JANE, Fingerprint(7)).count, 1);
    let after = before.with(Change::Undo(report));
    assert_eq!(after.wrong_reports(JANE, Fingerprint(7)), WrongReports::default());
    assert_eq!((after.last_failed(JANE), after.noted(&report)), (Some(&second), None));
    assert_eq!(after.timeline(ACME, NOON).collect::<Vec<_>>(), [&first, &second]);
    assert!(after.has(&Change::Undo(report)) && !before.has(&Change::Undo(report)));
    assert_eq!(after.with(Change::Undo(report)), after);
    assert_eq!(after.with(Change::Attempt(report)), after, "a write that comes late does not bring it back");
    let again = Attempt { at: minutes(6), ..report };
    assert!(!after.has(&Change::Attempt(again)));
    assert_eq!(after.with(Change::Attempt(again)).wrong_reports(JANE, Fingerprint(7)).count, 1);
}

#[test]
fn reports_keep_their_reasons_until_the_number_leads_there() {
    let report = |minute, by, reason| Attempt {
        by,
        reason: Some(reason),
        ..attempt(minutes(minute), JANE, Outcome::WrongNumber)
    };
    let reports = [report(0, ANN, WrongReason::Left), report(9, BEN, WrongReason::NotInService)];
    let told = tried(&reports).wrong_reports(JANE, Fingerprint(7));
    assert_eq!(told.reasons.into_iter().collect::<Vec<_>>(), [WrongReason::NotInService, WrongReason::Left]);
    let reached = tried(&reports).with(Change::Attempt(attempt(minutes(10), JANE, Outcome::Reached)));
    assert!(reached.wrong_reports(JANE, Fingerprint(7)).reasons.is_empty());
}

#[test]
fn a_call_of_an_earlier_version_is_read() {
    let written =
        r#"{"at":"2026-11-03T12:00:00Z","by":100,"organization":10,"contact":1,"number":7,"outcome":"wrong_number"}"#;
    let kept: Kept = serde_json::from_str(written).unwrap();
    let call = attempt("2026-11-03T12:00:00Z".parse().unwrap(), JANE, Outcome::WrongNumber);
    assert_eq!(kept, call.into());
    assert_eq!(serde_json::to_string(&kept).unwrap(), written, "a call without more is written as before");
    for reason in [WrongReason::NotInService, WrongReason::SomebodyElse, WrongReason::Left, WrongReason::Other] {
        let kept = Kept { attempt: Attempt { reason: Some(reason), ..call }, undone: true };
        let written = serde_json::to_string(&kept).unwrap();
        assert!(written.contains(&format!(r#""reason":"{}","undone":true"#, <&str>::from(reason))), "{written}");
        assert_eq!(serde_json::from_str::<Kept>(&written).unwrap(), kept);
    }
}

#[test]
fn wrong_reports_count_per_user_and_hour_until_reached() {
    let report = |minute, by| Attempt { by, ..attempt(minutes(minute), JANE, Outcome::WrongNumber) };
    let reports = |attempts: &[Attempt]| tried(attempts).wrong_reports(JANE, Fingerprint(7)).count;
    assert_eq!(reports(&[report(0, ANN)]), 1);
    assert_eq!(reports(&[report(0, ANN), report(59, ANN)]), 1);
    assert_eq!(reports(&[report(0, ANN), report(59, ANN), report(60, ANN)]), 2);
    assert_eq!(reports(&[report(0, ANN), report(1, BEN)]), 2);
    let reached = attempt(minutes(30), JANE, Outcome::Reached);
    assert_eq!(reports(&[report(0, ANN), reached]), 0);
    assert_eq!(reports(&[report(0, ANN), reached, report(31, ANN)]), 1);
    let by_another_number = Attempt { number: Some(Fingerprint(8)), ..reached };
    assert_eq!(reports(&[report(0, ANN), by_another_number]), 1, "reached by another number");
    let unanswered = attempt(minutes(30), JANE, Outcome::NoAnswer);
    assert_eq!(reports(&[report(0, ANN), unanswered]), 1, "no answer says nothing about the number");
}

#[test]
fn attempts_are_forgotten_after_half_a_year() {
    let old = attempt(NOON, JANE, Outcome::Reached);
    let notebook = tried(&[old, attempt(NOON + REMEMBERED, JOHN, Outcome::Reached)]);
    assert_eq!(notebook.last_reached(JANE), Some(&old));
    let later = attempt(NOON + REMEMBERED + SignedDuration::from_secs(1), JOHN, Outcome::NoAnswer);
    let notebook = notebook.with(Change::Attempt(later));
    assert_eq!(notebook.last_reached(JANE), None);
    assert_eq!(notebook.timeline(ACME, Timestamp::MIN).count(), 2);
}

#[test]
fn the_notebook_has_a_size_limit() {
    let most = i64::try_from(MOST).unwrap();
    let second = |second| attempt(NOON + SignedDuration::from_secs(second), JANE, Outcome::NoAnswer);
    let notebook = Notebook::of((0..most + 5).map(second).map(Kept::from), [], []);
    assert_eq!(notebook.timeline(ACME, Timestamp::MIN).count(), MOST);
    assert_eq!(notebook.timeline(ACME, Timestamp::MIN).next(), Some(&second(5)));
}

#[test]
fn recents_are_per_user_latest_first_and_limited() {
    let look = |user, contact, minute| Change::LookedUp { user, contact: ContactId(contact), at: minutes(minute) };
    let seen = notebook([look(ANN, 1, 0), look(ANN, 2, 1), look(ANN, 3, 2), look(ANN, 1, 3), look(BEN, 9, 9)]);
    assert_eq!(seen.recents(ANN).collect::<Vec<_>>(), [ContactId(1), ContactId(3), ContactId(2)]);
    let many = notebook((0..100).map(|id| look(ANN, id, i64::try_from(id).unwrap())));
    let expected: Vec<_> = (75..100).rev().map(ContactId).collect();
    assert_eq!(many.recents(ANN).collect::<Vec<_>>(), expected);
    assert_eq!(expected.len(), RECENTS);
    assert_eq!(many.recents(BEN).count(), 0);
}

#[test]
fn favourites_and_bindings_come_and_go() {
    let favourite = |contact, on| Change::Favourite { user: ANN, contact, on };
    let notebook = notebook([favourite(JOHN, true), favourite(JANE, true), favourite(JOHN, false)]);
    assert_eq!(notebook.favourites(ANN).collect::<Vec<_>>(), [JANE]);
    let channel = ChannelId(5);
    let bind = |organization| Change::Bind { channel, binding: Binding { guild: GuildId(1), organization, by: BEN } };
    let bound = notebook.with(bind(OrganizationId(1))).with(bind(ACME));
    assert_eq!(bound.binding(channel).unwrap().organization, ACME);
    assert_eq!(bound.binding(ChannelId(6)), None);
    assert_eq!(bound.with(Change::Unbind { channel }).binding(channel), None);
    assert!(bound.binding(channel).is_some(), "a reader keeps the state it holds");
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let outcome = prop::sample::select(vec![Outcome::NoAnswer, Outcome::Reached, Outcome::WrongNumber]);
    // Over nearly two years, so that some are too old beside others.
    let attempt = (0..600i64, 0..4u64, 0..3u64, 0..6u64, 0..3u16, outcome).prop_map(
        |(day, by, organization, contact, number, outcome)| {
            Change::Attempt(Attempt {
                at: NOON + SignedDuration::from_hours(24 * day),
                by: UserId(by),
                organization: (organization > 0).then_some(OrganizationId(organization)),
                contact: ContactId(contact),
                number: (number > 0).then_some(Fingerprint(number)),
                outcome,
                reason: None,
            })
        },
    );
    let look = (0..3u64, 0..60u64, 0..500i64).prop_map(|(user, contact, at)| Change::LookedUp {
        user: UserId(user),
        contact: ContactId(contact),
        at: minutes(at),
    });
    let calls = prop::collection::vec(prop_oneof![attempt, look], 0..150);
    (calls, prop::collection::vec(any::<prop::sample::Index>(), 0..20)).prop_map(|(mut changes, undone)| {
        let undone = undone.into_iter().filter_map(|at| match changes.get(at.index(changes.len().max(1)))? {
            Change::Attempt(attempt) => Some(Change::Undo(*attempt)),
            _ => None,
        });
        changes.extend(undone.collect::<Vec<_>>());
        changes
    })
}

proptest! {
    #[test]
    fn the_notebook_does_not_depend_on_the_order_of_changes((given, shuffled) in
        changes().prop_flat_map(|changes| (Just(changes.clone()), Just(changes).prop_shuffle())))
    {
        prop_assert_eq!(notebook(given), notebook(shuffled));
    }

    /// State derived step by step equals what the remaining attempts give.
    #[test]
    fn every_query_agrees_with_the_attempts_that_are_left(given in changes()) {
        let notebook = notebook(given.iter().copied());
        let undone: Vec<Change> = given.iter().copied().filter(|change| matches!(change, Change::Undo(_))).collect();
        let mut attempts: Vec<Attempt> = given
            .into_iter()
            .filter_map(|change| if let Change::Attempt(attempt) = change { Some(attempt) } else { None })
            .collect();
        attempts.sort_unstable();
        attempts.dedup();
        let newest = attempts.last().map_or(NOON, |attempt| attempt.at);
        attempts.retain(|attempt| attempt.at >= newest - REMEMBERED && !undone.contains(&Change::Undo(*attempt)));
        for contact in (0..6).map(ContactId) {
            let last = |reached: bool| attempts.iter().rfind(|attempt| {
                attempt.contact == contact && (attempt.outcome == Outcome::Reached) == reached
            });
            prop_assert_eq!(notebook.last_reached(contact), last(true));
            prop_assert_eq!(notebook.last_failed(contact), last(false));
        }
        for organization in (1..3).map(OrganizationId) {
            let expected: Vec<_> = attempts.iter().filter(|one| one.organization == Some(organization)).collect();
            prop_assert_eq!(notebook.timeline(organization, Timestamp::MIN).collect::<Vec<_>>(), expected);
        }
    }
}
