use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::{Asking, HOUR, LISTED, Limits, LookupLimiter, Refusal, Refused, Typed};
use crate::domain::id::{ContactId, GuildId, UserId};

const TECHNICIAN: UserId = UserId(1140);
const COLLEAGUE: UserId = UserId(1141);
const HERE: Option<GuildId> = Some(GuildId(1000));
const ELSEWHERE: Option<GuildId> = Some(GuildId(2000));

fn limits(contacts: u32, questions: u32) -> Limits {
    Limits {
        contacts_per_hour: NonZeroU32::new(contacts).unwrap(),
        questions_per_minute: NonZeroU32::new(questions).unwrap(),
        ..Limits::default()
    }
}

fn people(ids: impl IntoIterator<Item = u64>) -> BTreeSet<ContactId> {
    ids.into_iter().map(ContactId).collect()
}

fn typing(text: &str) -> Asking<'_> {
    Asking::Typing(Typed { text, beside: "" })
}

/// A technician's actions, one after the other, a few seconds apart.
struct Work {
    brake: LookupLimiter,
    guild: Option<GuildId>,
    limits: Limits,
    now: Timestamp,
}

impl Work {
    fn with(limits: Limits) -> Self {
        Self { brake: LookupLimiter::default(), guild: HERE, limits, now: "2026-11-24T03:00:00Z".parse().unwrap() }
    }

    fn later(&mut self, by: SignedDuration) {
        self.now += by;
    }

    fn weighs(&mut self, user: UserId, asking: Asking<'_>, contacts: &BTreeSet<ContactId>) -> Result<(), Refusal> {
        self.weighs_in_full(user, asking, contacts).map_err(|refused| refused.why)
    }

    fn weighs_in_full(
        &mut self,
        user: UserId,
        asking: Asking<'_>,
        contacts: &BTreeSet<ContactId>,
    ) -> Result<(), Refused> {
        self.later(SignedDuration::from_secs(3));
        self.brake.weigh(user, self.guild, asking, contacts, &self.limits, self.now)
    }

    fn asks(&mut self, ids: impl IntoIterator<Item = u64>) -> Result<(), Refusal> {
        self.weighs(TECHNICIAN, Asking::Answer, &people(ids))
    }

    fn types(&mut self, text: &str, ids: impl IntoIterator<Item = u64>) -> Result<(), Refusal> {
        self.weighs(TECHNICIAN, typing(text), &people(ids))
    }

    fn types_beside(&mut self, text: &str, beside: &str, ids: impl IntoIterator<Item = u64>) -> Result<(), Refusal> {
        self.weighs(TECHNICIAN, Asking::Typing(Typed { text, beside }), &people(ids))
    }
}

#[test]
fn the_same_person_counts_once_and_one_too_many_is_not_shown() {
    let mut work = Work::with(limits(3, 30));
    for ids in [vec![1], vec![1, 2], vec![2], vec![3, 1]] {
        assert_eq!(work.asks(ids), Ok(()));
    }
    let until = work.now + SignedDuration::from_secs(3) + HOUR;
    assert_eq!(work.asks([4]), Err(Refusal::TooMany { until }));
    assert_eq!(work.asks([1]), Err(Refusal::OnHold { until, elsewhere: false }), "not even who was seen before");
    assert_eq!(work.types("j", [1]), Err(Refusal::OnHold { until, elsewhere: false }));
    assert_eq!(work.weighs(COLLEAGUE, Asking::Answer, &people([4])), Ok(()), "a colleague has a count of their own");
}

#[test]
fn a_hold_ends_and_contacts_count_for_an_hour() {
    let mut work = Work::with(limits(2, 30));
    assert_eq!((work.asks([1]), work.asks([2])), (Ok(()), Ok(())));
    assert!(matches!(work.asks([3]), Err(Refusal::TooMany { .. })));
    work.later(HOUR - SignedDuration::from_secs(4));
    assert!(matches!(work.asks([3]), Err(Refusal::OnHold { .. })));
    assert_eq!((work.asks([3]), work.asks([4])), (Ok(()), Ok(())));
}

#[test]
fn contacts_seen_at_several_times_are_forgotten_one_by_one() {
    let mut work = Work::with(limits(2, 30));
    let half = SignedDuration::from_mins(31);
    assert_eq!(work.asks([1]), Ok(()));
    for id in 2..9 {
        work.later(half);
        assert_eq!(work.asks([id]), Ok(()), "only {} of the earlier ones was within the hour", id - 1);
    }
    assert!(matches!(work.asks([9]), Err(Refusal::TooMany { .. })));
}

#[test]
fn a_short_hold_does_not_make_the_hour_shorter() {
    let mut work = Work::with(Limits { hold: SignedDuration::from_mins(1), ..limits(2, 30) });
    assert_eq!(work.asks([1, 2]), Ok(()));
    assert!(matches!(work.asks([3]), Err(Refusal::TooMany { .. })));
    work.later(SignedDuration::from_mins(2));
    assert_eq!(work.asks([1, 2]), Ok(()), "contacts already seen may be seen again");
    assert!(matches!(work.asks([3]), Err(Refusal::TooMany { .. })));
}

#[test]
fn a_released_user_begins_anew() {
    let mut work = Work::with(limits(2, 30));
    assert_eq!(work.asks([1, 2]), Ok(()));
    assert!(matches!(work.asks([3]), Err(Refusal::TooMany { .. })));
    work.brake.release(TECHNICIAN, HERE);
    assert_eq!(work.asks([3, 4]), Ok(()));
    assert!(matches!(work.asks([5]), Err(Refusal::TooMany { .. })));
}

#[test]
fn suggestions_that_lead_to_a_look_up_do_not_count() {
    let mut work = Work::with(limits(30, 30));
    for round in 0..9 {
        let list = |from: u64| (round * 1000 + from)..(round * 1000 + from + 25);
        for (text, from) in [("j", 0), ("jo", 10), ("jon", 20), ("jo", 10), ("jon", 20), ("jon s", 30)] {
            assert_eq!(work.types(text, list(from)), Ok(()), "{round} {text}");
        }
        assert_eq!(work.types("jon smithx", []), Ok(()));
        assert_eq!(work.asks([round * 1000 + 31]), Ok(()), "{round}");
    }
}

#[test]
fn a_walk_over_the_alphabet_counts_in_full() {
    let mut work = Work::with(limits(100, 30));
    let walked = ('a'..='z').zip(0..).take_while(|(letter, at)| {
        let list = at * 25..(at + 1) * 25;
        work.types(&letter.to_string(), list).is_ok()
    });
    assert_eq!(walked.count(), 5, "four lists of 25 are 100, and the fifth is not yet left");
}

#[test]
fn corrections_on_the_way_to_a_name_do_not_count() {
    let mut work = Work::with(limits(60, 30));
    for round in 0..9 {
        let list = |from: u64| (round * 1000 + from)..(round * 1000 + from + 25);
        for (text, from) in [("jo", 0), ("jox", 100), ("jo", 0), ("jon", 25), ("jonm", 200), ("jon", 25), ("jons", 50)]
        {
            assert_eq!(work.types(text, list(from)), Ok(()), "{round} {text}");
        }
        assert_eq!(work.asks([round * 1000 + 50]), Ok(()), "{round}");
    }
}

#[test]
fn neither_corrections_nor_nonsense_hide_a_walk() {
    for between in [&[""][..], &["a§"], &["", "zzz"]] {
        for within in ["", "a"] {
            let mut work = Work::with(limits(100, 30));
            let mut lists = 0;
            for (letter, at) in ('a'..='z').zip(0..) {
                if work.types(&format!("{within}{letter}"), at * 25..(at + 1) * 25).is_err() {
                    break;
                }
                lists += 1;
                // No contact is listed.
                assert!(between.iter().all(|text| work.types(text, []).is_ok()));
            }
            // Within one letter, up to two corrections might still lead to a name.
            assert!((5..=6).contains(&lists), "{lists} {between:?} {within}");
        }
    }
}

#[test]
fn numbers_tried_in_vain_one_after_the_other_count() {
    for is_typed in [true, false] {
        let mut work = Work::with(limits(20, 3000));
        let tried = (0..100).take_while(|last| {
            let number = format!("415 555-01{last:02}");
            let asking = if is_typed { typing(&number) } else { Asking::AnswerTo(&number) };
            work.weighs(TECHNICIAN, asking, &people([])).is_ok()
        });
        assert_eq!(tried.count(), 20, "{is_typed}");
        work.later(HOUR + HOUR);
        assert_eq!(work.types("415 555-0199", []), Ok(()), "an hour later they count no more");
    }
}

#[test]
fn a_number_that_is_typed_digit_by_digit_and_asked_for_is_one() {
    let mut work = Work::with(limits(1, 3000));
    let number = "+1 415 555 0199";
    for length in 1..=number.len() {
        assert_eq!(work.types(&number[..length], []), Ok(()), "{length}");
    }
    for text in ["+1 415 555", number] {
        assert_eq!(work.types(text, []), Ok(()), "{text}");
    }
    assert_eq!(work.weighs(TECHNICIAN, Asking::AnswerTo(number), &people([])), Ok(()));
    assert!(matches!(work.types("+1 415 556", []), Err(Refusal::TooMany { .. })), "another one");
}

#[test]
fn unmatched_names_and_short_numbers_do_not_count() {
    let mut work = Work::with(limits(1, 3000));
    for text in ["xqzt", "24 Hour Fitness 365", "12", "7", "\u{663}\u{664}\u{665}", ""] {
        assert_eq!(work.types(text, []), Ok(()), "{text}");
    }
    assert_eq!(work.types("", [1]), Ok(()));
    assert_eq!(work.asks([1]), Ok(()));
}

#[test]
fn a_list_left_for_a_contact_outside_it_counts() {
    let mut work = Work::with(limits(26, 30));
    assert_eq!(work.types("j", 0..25), Ok(()));
    assert_eq!(work.asks([100]), Ok(()));
    assert!(matches!(work.asks([101]), Err(Refusal::TooMany { .. })), "25 and 1 are 26");
}

#[test]
fn all_suggestions_together_have_a_limit_too() {
    let mut work = Work::with(limits(2, 60));
    let mut listed = 0;
    // A program that types on until one contact is left, and looks up that one: the same in each round.
    let is_let_through = |round: &u64| {
        let list = (round * 20 + 1..round * 20 + 21).chain([0]);
        listed += 20;
        work.types("a", list).is_ok() && work.types("ab", [0]).is_ok() && work.asks([0]).is_ok()
    };
    let rounds = (0..1000_u64).take_while(is_let_through).count();
    assert!(rounds < 1000 && listed <= 2 * LISTED + 20, "{listed}");
}

#[test]
fn a_minutes_questions_may_come_at_once_then_at_the_rate() {
    let mut brake = LookupLimiter::default();
    let (limits, none) = (limits(1000, 30), BTreeSet::new());
    let now: Timestamp = "2026-11-24T03:00:00Z".parse().unwrap();
    let mut ask = |after: i64| {
        let now = now + SignedDuration::from_millis(after);
        brake.weigh(TECHNICIAN, HERE, Asking::Answer, &none, &limits, now).map_err(|refused| refused.why)
    };
    assert!((0..30).all(|_| ask(0).is_ok()));
    let Err(Refusal::TooSoon { until }) = ask(0) else { panic!("let through") };
    assert_eq!(until.duration_since(now), SignedDuration::from_secs(2));
    assert!(ask(1999).is_err() && ask(2000).is_ok() && ask(2000).is_err());

    let mut type_on = || brake.weigh(TECHNICIAN, HERE, typing("j"), &none, &limits, now).map_err(|refused| refused.why);
    assert!((0..300).all(|_| type_on().is_ok()), "ten keystrokes a question");
    assert!(matches!(type_on(), Err(Refusal::TooSoon { .. })));
}

#[test]
fn a_clock_set_back_prolongs_no_wait() {
    let mut work = Work::with(limits(2, 1));
    assert_eq!(work.asks([1, 2]), Ok(()));
    // Questions that arrive together may be weighed in any order.
    work.later(SignedDuration::from_secs(-5));
    assert!(matches!(work.asks([1]), Err(Refusal::TooSoon { .. })));
    work.later(SignedDuration::from_hours(-24));
    assert_eq!(work.asks([3, 4]), Ok(()));
}

#[test]
fn contacts_seen_before_a_restart_count() {
    let mut work = Work::with(limits(2, 30));
    work.brake.recall(TECHNICIAN, HERE, [ContactId(1), ContactId(2)], work.now);
    assert_eq!(work.asks([2]), Ok(()));
    assert!(matches!(work.asks([3]), Err(Refusal::TooMany { .. })));

    let mut work = Work::with(limits(2, 30));
    let until = work.now + HOUR;
    work.brake.hold(TECHNICIAN, HERE, until);
    assert_eq!(work.asks([1]), Err(Refusal::OnHold { until, elsewhere: false }));
}

#[test]
fn nothing_that_was_typed_can_be_printed() {
    let mut work = Work::with(limits(2, 30));
    assert_eq!(work.types("featherstone", [1]), Ok(()));
    assert_eq!(format!("{:?}", work.brake), "LookupLimiter { users: 1, .. }");
}

#[test]
fn a_walk_over_clients_types_or_channels_counts_in_full() {
    // One letter at each client; the same letters again and again; a text that is shortened; and a full name.
    for texts in [&["a"][..], &["a", "ab", "abc", "abcd"], &["abcd", "abc", "ab", "a"], &["alvarez"]] {
        let mut work = Work::with(limits(100, 30));
        let walked = (0..26).zip(texts.iter().cycle()).take_while(|(client, text)| {
            work.types_beside(text, &format!("client {client}"), client * 25..(client + 1) * 25).is_ok()
        });
        // Up to two changes might still lead to a name.
        assert!((5..=7).contains(&walked.count()), "{texts:?}");
    }
}

#[test]
fn naming_the_client_after_the_person_is_no_walk() {
    let mut work = Work::with(limits(60, 30));
    for round in 0..9 {
        let list = |from: u64| (round * 1000 + from)..(round * 1000 + from + 25);
        for (text, beside, from) in [("j", "", 0), ("jo", "", 10), ("jo", "acme", 100), ("jon", "acme", 110)] {
            assert_eq!(work.types_beside(text, beside, list(from)), Ok(()), "{round} {text}");
        }
        assert_eq!(work.asks([round * 1000 + 110]), Ok(()), "{round}");
    }
}

#[test]
fn a_second_server_allows_no_more() {
    let mut work = Work::with(limits(3, 30));
    assert_eq!((work.asks([1, 2]), work.guild), (Ok(()), HERE));
    work.guild = ELSEWHERE;
    assert_eq!(work.asks([1, 3]), Ok(()), "a person counts once, wherever they are shown");
    let until = work.now + SignedDuration::from_secs(3) + HOUR;
    assert_eq!(work.asks([4]), Err(Refusal::TooMany { until }));
    assert_eq!(work.asks([1]), Err(Refusal::OnHold { until, elsewhere: false }));
    work.guild = HERE;
    assert_eq!(work.asks([1]), Err(Refusal::OnHold { until, elsewhere: true }), "on hold in one, on hold in all");
    assert_eq!(work.types("j", [1]), Err(Refusal::OnHold { until, elsewhere: true }));
}

#[test]
fn a_release_is_about_what_happened_in_its_own_server() {
    let mut work = Work::with(limits(3, 30));
    assert_eq!(work.asks([1, 2]), Ok(()));
    work.guild = ELSEWHERE;
    assert!(matches!(work.asks([3, 4]), Err(Refusal::TooMany { .. })));
    work.brake.release(TECHNICIAN, HERE);
    for guild in [HERE, ELSEWHERE] {
        work.guild = guild;
        assert!(matches!(work.asks([1]), Err(Refusal::OnHold { .. })), "{guild:?} after a release in another server");
    }
    work.brake.release(TECHNICIAN, ELSEWHERE);
    assert_eq!(work.asks([3, 4, 5]), Ok(()), "released in both");
    work.brake.release(TECHNICIAN, HERE);
    work.guild = HERE;
    assert!(matches!(work.asks([6]), Err(Refusal::TooMany { .. })), "what was shown elsewhere goes on to count");
}

#[test]
fn of_many_refusals_only_the_first_is_news() {
    let mut work = Work::with(limits(1, 1));
    let none = BTreeSet::new();
    let news = |work: &mut Work, asking| work.weighs_in_full(TECHNICIAN, asking, &none).map_err(|it| it.is_news);
    assert_eq!(news(&mut work, Asking::Answer), Ok(()));
    let too_soon: Vec<_> = (0..25).map(|_| news(&mut work, Asking::Answer)).collect();
    // One every three seconds: a minute has twenty, and in it one more falls due.
    let expected = |at: usize| if at == 19 { Ok(()) } else { Err(at == 0 || at == 20) };
    assert_eq!(too_soon, (0..25).map(expected).collect::<Vec<_>>());

    work.brake.hold(TECHNICIAN, HERE, work.now + HOUR);
    let typed: Vec<_> = (0..100).map(|_| news(&mut work, typing("j"))).collect();
    assert_eq!(typed.iter().filter(|typed| **typed == Err(true)).count(), 1, "once a hold");
    let asked: Vec<_> = (0..100).map(|_| news(&mut work, Asking::Answer)).collect();
    assert_eq!(asked.iter().filter(|asked| **asked == Err(true)).count(), 5, "as many as may be asked in five minutes");
    work.guild = ELSEWHERE;
    assert_eq!(news(&mut work, typing("j")), Err(true), "the other server has not been told yet");
}

/// A user's action: a keystroke or a question, the contacts it shows, in one of two servers, after some seconds.
fn step() -> impl Strategy<Value = (bool, Option<String>, BTreeSet<u64>, bool, i64)> {
    let text = prop::option::of("[ab]{0,3}");
    (any::<bool>(), text, prop::collection::btree_set(0..40_u64, 0..6), any::<bool>(), 0..900_i64)
}

proptest! {
    #[test]
    fn no_user_sees_more_contacts_in_an_hour_than_the_limit(
        steps in prop::collection::vec(step(), 0..120),
        limit in 1..12_u32,
        hold in 1..7200_i64,
    ) {
        let limits = Limits { hold: SignedDuration::from_secs(hold), ..limits(limit, 1000) };
        let mut brake = LookupLimiter::default();
        let mut now = "2026-11-24T03:00:00Z".parse::<Timestamp>().unwrap();
        let mut shown: BTreeMap<UserId, Vec<(Timestamp, u64)>> = BTreeMap::new();
        for (is_technician, typed, ids, is_here, seconds) in steps {
            now += SignedDuration::from_secs(seconds);
            let user = if is_technician { TECHNICIAN } else { COLLEAGUE };
            let asking = typed.as_deref().map_or(Asking::Answer, typing);
            let guild = if is_here { HERE } else { ELSEWHERE };
            let verdict = brake.weigh(user, guild, asking, &people(ids.iter().copied()), &limits, now);
            if verdict.is_ok() && typed.is_none() {
                shown.entry(user).or_default().extend(ids.iter().map(|id| (now, *id)));
            }
        }
        for shown in shown.values() {
            for (from, _) in shown {
                let within = shown.iter().filter(|(at, _)| at >= from && at.duration_since(*from) < HOUR);
                let people: BTreeSet<u64> = within.map(|(_, id)| *id).collect();
                prop_assert!(people.len() <= limit as usize, "{} in the hour from {from}", people.len());
            }
        }
    }
}
