use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use crate::reach::zone::{Place, place};

/// Statements, each with the results at three moments.
const STATEMENTS: &str = include_str!("statements.txt");

/// The first statement that is not a plain one.
const PLAIN_UNTIL: &str = "# Over midnight.";

/// Words in no list, each of which may limit hours.
const UNKNOWN: [&str; 3] = ["zorblat", "Ramadan", "(usually)"];

/// A statement, and "Mo 10:00 open" three times.
fn statements(table: &str) -> impl Iterator<Item = (String, Vec<&str>)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (note, said) = line.rsplit_once(" => ").unwrap();
        (note.replace("\\n", "\n"), said.split(", ").collect())
    })
}

/// A time in Chicago in the week of Monday, 13 July 2026: "Mo 10:00".
fn moment(day: &str, time: &str) -> Timestamp {
    let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let day = 13 + days.iter().position(|name| *name == day).unwrap();
    format!("2026-07-{day}T{time}:00-05:00").parse().unwrap()
}

fn look(text: &str) -> Place {
    let mut fields = text.split('|');
    place(fields.next(), fields.next(), fields.next())
}

fn word(open: Open<'_>) -> &'static str {
    match open {
        Open::Open { .. } => "open",
        Open::Closed { .. } => "closed",
        Open::Unknown => "unknown",
    }
}

/// The outcome of a note at each hour of a week in Chicago.
fn week(note: &str) -> Vec<&'static str> {
    let (stated, place, monday) = (find(note), look("US|IL|Chicago"), moment("Mo", "00:30"));
    (0..7 * 24).map(|hour| word(stated.open(&place, monday + SignedDuration::from_hours(hour)))).collect()
}

#[test]
fn statements_say_what_the_table_says() {
    let place = look("US|IL|Chicago");
    for (note, expected) in statements(STATEMENTS) {
        assert_eq!(expected.len(), 3, "{note:?}");
        for expected in expected {
            let [day, time, told] = *expected.split(' ').collect::<Vec<_>>() else { panic!("{expected}") };
            assert_eq!(word(find(&note).open(&place, moment(day, time))), told, "{note:?} at {day} {time}");
        }
    }
}

#[test]
fn every_plain_statement_is_told() {
    let plain = STATEMENTS.split(PLAIN_UNTIL).next().unwrap();
    let told = statements(plain).filter(|(_, said)| said.iter().all(|said| !said.ends_with("unknown"))).count();
    assert_eq!((told, told > 100), (statements(plain).count(), true));
}

#[test]
fn an_unknown_word_never_opens_or_closes() {
    for (note, _) in statements(STATEMENTS) {
        let before = week(&note);
        let gaps = note.match_indices(' ').map(|(at, _)| at).chain([0, note.len()]);
        for (at, unknown) in gaps.flat_map(|at| UNKNOWN.map(|unknown| (at, unknown))) {
            let longer = format!("{} {unknown} {}", &note[..at], &note[at..]);
            for (hour, (before, after)) in before.iter().zip(week(&longer)).enumerate() {
                assert!(after == *before || after == "unknown", "{longer:?} is {after}, not {before}, at hour {hour}");
            }
        }
    }
}

#[test]
fn quotes_are_the_words_that_say_so() {
    for (note, time, expected) in [
        ("Hours: M-F 9-5.\nText first.", "10:00", "open: M-F 9-5"),
        ("Works M-F 9-5 PT", "13:00", "open: M-F 9-5 PT"),
        ("M-F 8-5 (PST), Sat 9-1", "12:00", "open: M-F 8-5 (PST)"),
        ("du lundi au vendredi 8h30 à 17h", "10:00", "open: lundi au vendredi 8h30 à 17h"),
        ("Mon & Tue 8-12, Wed 9-12", "15:00", "closed: Mon & Tue 8-12"),
        ("M-F 9-5, Mon closed", "10:00", "closed: Mon closed"),
        ("9-5 Mon-Fri, 10-2 Sat", "18:00", "closed: 9-5 Mon-Fri"),
    ] {
        let stated = find(note);
        let said = match stated.open(&look("US|IL|Chicago"), moment("Mo", time)) {
            Open::Open { quote } => format!("open: {quote}"),
            Open::Closed { quote } => format!("closed: {quote}"),
            Open::Unknown => "unknown".to_owned(),
        };
        assert_eq!(said, expected, "{note:?}");
    }
}

/// Whether the contact is on duty, with the quote: "open: M-F 9-5".
fn at(note: &str, place: &Place, now: &str) -> String {
    match find(note).open(place, now.parse().unwrap()) {
        Open::Open { quote } => format!("open: {quote}"),
        Open::Closed { quote } => format!("closed: {quote}"),
        Open::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn hours_are_read_on_the_clock_that_is_meant() {
    // The fifth of November 2024 is a Tuesday.
    for (note, site, now, expected) in [
        ("M-F 9-5", "US|NY|New York", "2024-11-05T14:00:00Z", "open: M-F 9-5"),
        ("M-F 9-5", "US|NY|New York", "2024-11-05T13:59:59Z", "closed: M-F 9-5"),
        ("M-F 9-5", "US|NY|New York", "2024-11-05T22:00:00Z", "closed: M-F 9-5"),
        ("M-F 9-5", "US|NY|New York", "2024-11-09T15:00:00Z", "closed: M-F 9-5"),
        ("M-F 9-5", "||", "2024-11-05T15:00:00Z", "unknown"),
        ("call the desk", "US|NY|New York", "2024-11-05T15:00:00Z", "unknown"),
        // Two clocks: only where both agree.
        ("M-F 9-5", "US|Texas|", "2024-11-05T15:30:00Z", "unknown"),
        ("M-F 9-5", "US|Texas|", "2024-11-05T16:30:00Z", "open: M-F 9-5"),
        ("M-F 9-5", "US|Texas|", "2024-11-05T03:30:00Z", "closed: M-F 9-5"),
        // A stated zone goes before the place.
        ("M-F 9-5 CET", "US|NY|New York", "2024-11-05T09:00:00Z", "open: M-F 9-5 CET"),
        ("M-F 9-5 CET", "||", "2024-07-05T07:30:00Z", "open: M-F 9-5 CET"),
        ("M-F 9-5 EST", "||", "2024-07-05T13:30:00Z", "open: M-F 9-5 EST"),
        ("M-F 9-5 UTC+10", "||", "2024-11-05T00:00:00Z", "open: M-F 9-5 UTC+10"),
        // Denver or Phoenix, unless the place tells.
        ("M-F 9-5 MST", "||", "2024-07-05T15:30:00Z", "unknown"),
        ("M-F 9-5 MST", "US|AZ|Phoenix", "2024-07-05T15:30:00Z", "closed: M-F 9-5 MST"),
        ("M-F 9-5 MST", "US|CO|Denver", "2024-07-05T15:30:00Z", "open: M-F 9-5 MST"),
        ("M-F 9-5 CST", "China||Shanghai", "2024-11-05T02:00:00Z", "open: M-F 9-5 CST"),
        ("M-F 9-5 IST", "Ireland||Dublin", "2024-07-05T08:30:00Z", "open: M-F 9-5 IST"),
        // Over midnight: Friday's night goes on on Saturday, and none begins on Sunday.
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-09T05:00:00Z", "open: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T05:00:00Z", "closed: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T23:00:00Z", "open: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T12:00:00Z", "closed: Mon-Fri 22:00-06:00"),
        // Without stated days the weekend is unknown.
        ("Hours: 8-5", "UK||London", "2024-11-05T12:00:00Z", "open: 8-5"),
        ("Hours: 8-5", "UK||London", "2024-11-05T20:00:00Z", "closed: 8-5"),
        ("Hours: 8-5", "UK||London", "2024-11-09T12:00:00Z", "unknown"),
        // The quote about today says most.
        ("M-Thu 9-5, Fri 9-3", "UK||London", "2024-11-08T15:30:00Z", "closed: Fri 9-3"),
        ("Mo-Fr 9-12 und 14-18 Uhr", "Germany||", "2024-11-05T12:00:00Z", "closed: Mo-Fr 9-12 und 14-18 Uhr"),
        ("M-F 9-5, closed Wednesdays", "UK||London", "2024-11-06T12:00:00Z", "closed: closed Wednesdays"),
        ("available 24/7", "||", "2024-11-06T12:00:00Z", "open: 24/7"),
        ("do not call before 9am", "UK||London", "2024-11-06T08:00:00Z", "closed: do not call before 9am"),
        ("do not call before 9am", "UK||London", "2024-11-06T10:00:00Z", "unknown"),
        ("no calls after 20:00", "UK||London", "2024-11-06T20:00:00Z", "closed: no calls after 20:00"),
    ] {
        assert_eq!(at(note, &look(site), now), expected, "{note:?} at {site} {now}");
    }
}

#[test]
fn a_note_says_which_line_to_call_when() {
    for (note, now, expected) in [
        ("after 5pm call mobile", "2024-11-05T17:00:00Z", Some((PhoneLine::Mobile, "after 5pm call mobile"))),
        ("after 5pm call mobile", "2024-11-05T16:59:00Z", None),
        // The evening lasts until the morning.
        ("after 5pm call mobile", "2024-11-05T03:00:00Z", Some((PhoneLine::Mobile, "after 5pm call mobile"))),
        ("after 9am call office", "2024-11-05T03:00:00Z", None),
        ("after 9am call office", "2024-11-05T10:00:00Z", Some((PhoneLine::Office, "after 9am call office"))),
        (
            "after 5pm call mobile. after 9pm call home",
            "2024-11-05T21:30:00Z",
            Some((PhoneLine::Home, "after 9pm call home")),
        ),
        ("M-F 9-5, out of hours ring cell", "2024-11-05T12:00:00Z", None),
        (
            "M-F 9-5, out of hours ring cell",
            "2024-11-05T18:00:00Z",
            Some((PhoneLine::Mobile, "out of hours ring cell")),
        ),
        ("out of hours ring cell", "2024-11-05T18:00:00Z", None),
    ] {
        let stated = find(note);
        assert_eq!(stated.preferred(&look("UK||London"), now.parse().unwrap()), expected, "{note:?} {now}");
    }
}

/// Days with their hours, in the order of the week.
const WEEK: [&str; 6] =
    ["Mon 9am-5pm", "Tue-Wed 10-6", "Thu closed", "Fri 8-12 and 13-17", "Sat 22:00-02:00", "Sunday: closed"];

proptest! {
    #[test]
    fn the_order_of_days_says_nothing(
        order in Just(WEEK.to_vec()).prop_shuffle(),
        between in prop_oneof![Just(", "), Just(" "), Just("; "), Just("\n"), Just(" / "), Just(" - ")],
    ) {
        prop_assert_eq!(week(&order.join(between)), week(&WEEK.join("\n")));
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), seconds in 0i64..4_000_000_000) {
        check_any(&text, seconds)?;
    }

    #[test]
    fn any_words_of_hours_are_read(
        words in proptest::collection::vec(
            "M-F|Mon|Fri|–|to|bis|9|17|5pm|:30|h|Uhr|,|and|CET|GMT|\\+1|24/7|24h/24|open|closed|after|before|call|mobile|not|do|\
             lunch|only|1st|summer|or by appointment|[(]|[)]|[0-9]{1,5}|[àé’]|\n| ",
            0..25,
        ),
        joined in prop_oneof![Just(""), Just(" ")],
        seconds in 0i64..4_000_000_000,
    ) {
        check_any(&words.join(joined), seconds)?;
    }
}

fn check_any(text: &str, seconds: i64) -> Result<(), TestCaseError> {
    let stated = find(text);
    for statement in &stated.statements {
        prop_assert!(text.contains(&statement.quote));
    }
    let now = Timestamp::from_second(seconds).unwrap();
    for place in [look("US|Texas|"), look("Germany||"), Place::unknown()] {
        if let Open::Open { quote } | Open::Closed { quote } = stated.open(&place, now) {
            prop_assert!(!quote.is_empty());
        }
        let _ = stated.preferred(&place, now);
    }
    Ok(())
}
