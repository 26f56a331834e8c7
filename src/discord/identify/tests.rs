use proptest::prelude::*;

use super::*;

const GAP: Duration = Duration::from_secs(5);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn wait_at(now: i64, sent: &[i64], told: Option<(u64, u64)>) -> u64 {
    let sent: Vec<_> = sent.iter().map(|&second| at(second)).collect();
    let told = told
        .map(|(remaining, reset_after_s)| (SessionStartLimit { remaining, reset_after: reset_after_s * 1000 }, at(0)));
    wait(at(now), &sent, told, GAP).as_secs()
}

#[test]
fn pauses_grow_after_the_first_identifies_of_an_hour() {
    // Every IDENTIFY in the same second, as from a container that crashes at once.
    let waits: Vec<_> = (0..14).map(|count| wait_at(0, &vec![0; count], None)).collect();
    assert_eq!(waits, [0, 5, 5, 5, 5, 5, 10, 20, 40, 80, 160, 320, 600, 600]);
}

#[test]
fn time_that_has_passed_counts() {
    assert_eq!(wait_at(3, &[0], None), 2);
    assert_eq!(wait_at(5, &[0], None), 0);
    assert_eq!(wait_at(3600, &[0; 12], None), 0, "an hour later all is forgiven");
}

#[test]
fn the_cap_holds_until_the_oldest_is_a_day_old() {
    let sent: Vec<_> = (0..300).map(|n| n * 100).collect();
    assert_eq!(wait_at(40_000, &sent[..299], None), 0);
    assert_eq!(wait_at(40_000, &sent, None), 86_400 - 40_000);
    assert_eq!(wait_at(86_400, &sent, None), 0);
}

#[test]
fn the_last_identifies_of_discords_count_are_kept() {
    assert_eq!(wait_at(60, &[], Some((11, 7200))), 0);
    assert_eq!(wait_at(60, &[], Some((10, 7200))), 7140);
    assert_eq!(wait_at(60, &[10], Some((11, 7200))), 7140, "one was sent since Discord counted");
    assert_eq!(wait_at(60, &[-10], Some((11, 7200))), 0, "Discord has counted that one");
    assert_eq!(wait_at(7200, &[], Some((0, 7200))), 0);
    assert_eq!(wait_at(60, &[], Some((0, 0))), 0, "a server that counts nothing");
}

#[test]
fn a_clock_that_was_set_back_opens_no_door() {
    assert_eq!(wait_at(0, &[5000; 12], None), 600);
    assert_eq!(wait_at(0, &[5000; 300], None), 86_400);
}

proptest! {
    // Each case is two days of a bot's life.
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn no_crash_loop_comes_near_the_limit(lives in prop::collection::vec(0_u32..900, 1..40)) {
        let mut now = at(0);
        let mut sent: Vec<Timestamp> = Vec::new();
        let mut lives = lives.iter().cycle();
        while now < at(48 * 3600) {
            let pause = wait(now, &sent, None, GAP);
            now += SignedDuration::try_from(pause).unwrap();
            sent.push(now);
            now += SignedDuration::from_secs(lives.next().copied().unwrap_or(0).into());
        }
        for (n, &last) in sent.iter().enumerate() {
            let in_day = sent[..=n].iter().filter(|&&earlier| last.duration_since(earlier).unsigned_abs() < DAY).count();
            prop_assert!(in_day <= DAILY_CAP, "{in_day} in a day");
        }
    }
}

#[test]
fn a_crash_loop_of_two_days_stays_online_part_of_each_hour() {
    let mut now = at(0);
    let mut sent: Vec<Timestamp> = Vec::new();
    while now < at(48 * 3600) {
        now += SignedDuration::try_from(wait(now, &sent, None, GAP)).unwrap();
        sent.push(now);
    }
    let longest = sent.windows(2).map(|pair| pair[1].duration_since(pair[0])).max().unwrap();
    assert!(longest <= SignedDuration::from_mins(10), "{longest:?} between two");
    let second_day = sent.iter().filter(|&&at_| at_ >= at(24 * 3600)).count();
    assert!((200..=260).contains(&second_day), "{second_day} in the second day");
}
