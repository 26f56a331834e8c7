use jiff::Timestamp;
use jiff::civil::Weekday;
use proptest::prelude::*;

use super::*;
use crate::reach::zone::{Place, place};

/// Days as "MTWTF??": a letter where the statement is about the day, "?" where it leaves it open.
fn days(days: Days) -> String {
    let week = Weekday::Monday.cycle_forward().take(7).zip("MTWTFSS".chars());
    week.map(|(day, letter)| days.contains(day).map_or('?', |on| if on { letter } else { '-' })).collect()
}

/// A statement in a few letters: `MTWTF-- 09:00-17:00 America/New_York`.
fn says(says: Says) -> String {
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    match says {
        Says::Weekly { days: on, from, to, zone } => {
            let zone = match zone {
                None => String::new(),
                Some(StatedZone::Offset(offset)) => format!(" {offset}"),
                Some(StatedZone::Named { usual, .. }) => format!(" {}", usual[0].name()),
            };
            format!("{} {}-{}{zone}", days(on), clock(from), clock(to))
        }
        Says::Always => "always".to_owned(),
        Says::Closed { days: on } => format!("closed {}", days(on)),
        Says::NotBefore { time } => format!("not before {}", clock(time)),
        Says::NotAfter { time } => format!("not after {}", clock(time)),
        Says::After { time, call } => format!("after {} {call:?}", clock(time)),
        Says::OutOfHours { call } => format!("out of hours {call:?}"),
    }
}

/// All statements of a text, each with its quote unless that is the whole text.
fn said(text: &str) -> String {
    let quote = |stated: &Stated| if stated.quote == text { String::new() } else { format!(" [{}]", stated.quote) };
    let all: Vec<_> = find(text).iter().map(|stated| says(stated.says) + &quote(stated)).collect();
    all.join("; ")
}

/// What notes say, with the quote where that is not the whole note.
const STATED: &[(&str, &str)] = &[
    ("M-F 9-5", "MTWTF-- 09:00-17:00"),
    ("Mon-Fri 08:00-17:00 CET", "MTWTF-- 08:00-17:00 Europe/Berlin"),
    ("Monday to Friday 8am – 5:30pm", "MTWTF-- 08:00-17:30"),
    ("M–F, 7a-3p", "MTWTF-- 07:00-15:00"),
    ("weekdays 9 to 5", "MTWTF-- 09:00-17:00"),
    ("Sat 10-2", "-----S- 10:00-14:00"),
    ("Mon, Wed & Fri 9:00–12:00", "M-W-F-- 09:00-12:00"),
    ("9am-5pm EST M-F", "MTWTF-- 09:00-17:00 America/New_York"),
    ("Hours: 8-5", "MTWTF?? 08:00-17:00"),
    ("Office hours 8:30 a.m. - 5:00 p.m.", "MTWTF?? 08:30-17:00"),
    ("after 5pm call mobile", "after 17:00 Mobile"),
    ("out of hours ring cell", "out of hours Mobile"),
    ("available 24/7", "always [24/7]"),
    ("24x7", "always"),
    ("Open 24 hours", "always [24 hours]"),
    ("24/7", "always"),
    ("do not call before 9am", "not before 09:00"),
    ("closed Wednesdays", "closed --W----"),
    (
        "M-F 9-5, text first. Do not call on Wednesdays.",
        "MTWTF-- 09:00-17:00 [M-F 9-5]; closed --W---- [Do not call on Wednesdays]",
    ),
    ("M-F 9-5 except Wednesdays", "closed --W---- [except Wednesdays]"),
    ("M-F 9-5, not Wednesdays", "MTWTF-- 09:00-17:00 [M-F 9-5]; closed --W---- [not Wednesdays]"),
    ("M-F 9-5, except Fri", "MTWTF-- 09:00-17:00 [M-F 9-5]; closed ----F-- [except Fri]"),
    ("Doesn't work Fridays", "closed ----F--"),
    ("nicht freitags anrufen", "closed ----F-- [nicht freitags]"),
    ("Mo-Fr 9-17 Uhr", "MTWTF-- 09:00-17:00"),
    ("rund um die Uhr erreichbar", "always [rund um die Uhr]"),
    ("werktags 8-16", "MTWTF?- 08:00-16:00"),
    ("nach 18 Uhr mobil anrufen", "after 18:00 Mobile"),
    ("lun-ven 9h-17h", "MTWTF-- 09:00-17:00"),
    ("du lundi au vendredi 8h30 à 17h", "MTWTF-- 08:30-17:00 [lundi au vendredi 8h30 à 17h]"),
    ("joignable 24h/24", "always [24h/24]"),
    ("L-V 9-17", "MTWTF-- 09:00-17:00"),
    ("lunes a viernes de 9 a 18 h", "MTWTF-- 09:00-18:00"),
    ("disponible las 24 horas", "always [las 24 horas]"),
    ("Mon-Fri 9-12, 13-17", "MTWTF-- 09:00-12:00; MTWTF-- 13:00-17:00"),
    ("Mo-Fr 9-12 und 14-18 Uhr", "MTWTF-- 09:00-12:00; MTWTF-- 14:00-18:00"),
    ("M-F 9-5, Sat 10-2", "MTWTF-- 09:00-17:00 [M-F 9-5]; -----S- 10:00-14:00 [Sat 10-2]"),
    ("Mon-Thu 9-5, Fri 9-3", "MTWT--- 09:00-17:00 [Mon-Thu 9-5]; ----F-- 09:00-15:00 [Fri 9-3]"),
    ("Mo-Do 8-17, Fr 8-14 Uhr", "MTWT--- 08:00-17:00 [Mo-Do 8-17]; ----F-- 08:00-14:00 [Fr 8-14 Uhr]"),
    ("Mon-Fri 22:00-06:00", "MTWTF-- 22:00-06:00"),
    ("Sun-Thu 7-3", "MTWT--S 07:00-15:00"),
    ("M-F 0900-1700", "MTWTF-- 09:00-17:00"),
    ("M/W/F 9-1", "M-W-F-- 09:00-13:00"),
    ("Mon & Tue 8-12", "MT----- 08:00-12:00"),
    ("Works M-F 9-5 PT", "MTWTF-- 09:00-17:00 America/Los_Angeles [M-F 9-5 PT]"),
    ("Mon to Fri from 9 to 5 Eastern time", "MTWTF-- 09:00-17:00 America/New_York"),
    ("Mon-Fri between 9 and 5", "MTWTF-- 09:00-17:00"),
    ("Mon-Fri 9am to noon", "MTWTF-- 09:00-12:00"),
    ("M-Th 8-4:30", "MTWT--- 08:00-16:30"),
    ("Mon–Fri 9:00 – 17:00 (GMT+1)", "MTWTF-- 09:00-17:00 +01"),
    ("Mon-Fri: 8:00 AM - 5:00 PM CST", "MTWTF-- 08:00-17:00 America/Chicago"),
    ("daily 6am-10pm", "MTWTFSS 06:00-22:00"),
    ("täglich 8-22 Uhr", "MTWTFSS 08:00-22:00"),
    ("tous les jours 9h-18h", "MTWTFSS 09:00-18:00"),
    ("todos los días 9-21", "MTWTFSS 09:00-21:00"),
    ("Sa, So 10-14 Uhr", "-----SS 10:00-14:00"),
    ("Di, Do 9-12 Uhr", "-T-T--- 09:00-12:00"),
    ("mobile after 5pm", "after 17:00 Mobile"),
    ("use cell after 17:00", "after 17:00 Mobile [cell after 17:00]"),
    ("After 6pm please ring his cell phone", "after 18:00 Mobile"),
    ("after 5 call home", "after 17:00 Home"),
    ("Please don't call after 8pm", "not after 20:00 [don't call after 8pm]"),
    ("Do not call before 9am or after 8pm", "not before 09:00; not after 20:00"),
    ("nicht vor 9 Uhr anrufen", "not before 09:00"),
    ("ne pas appeler avant 9h", "not before 09:00"),
    ("no llamar antes de las 9", "not before 09:00"),
    ("no calls after 20:00", "not after 20:00"),
    ("après 18h appeler le portable", "after 18:00 Mobile"),
    ("después de las 18 h llamar al móvil", "after 18:00 Mobile"),
    ("after hours: cell", "out of hours Mobile"),
    ("call mobile after hours", "out of hours Mobile"),
    ("Außerhalb der Geschäftszeiten Handy anrufen", "out of hours Mobile"),
    ("Sunday: closed", "closed ------S"),
    ("Fridays off", "closed ----F--"),
    ("geschlossen Montags", "closed M------"),
    ("fermé le lundi", "closed M------"),
    ("cerrado domingos", "closed ------S"),
    ("9am - 5pm ET", "MTWTF?? 09:00-17:00 America/New_York"),
    ("Reachable around the clock", "always [around the clock]"),
    ("On call 24 hours a day, 7 days a week", "always [24 hours a day, 7 days a week]"),
    ("24h/24 et 7j/7", "always"),
    ("Mon-Fri 8-5 MST", "MTWTF-- 08:00-17:00 America/Denver"),
    ("Mon-Fri 9-5 IST", "MTWTF-- 09:00-17:00 Asia/Kolkata"),
    ("Weekends 10am-4pm", "-----SS 10:00-16:00"),
    ("werktags von 8 bis 16 Uhr", "MTWTF?- 08:00-16:00"),
    ("Montag bis Freitag von 8 bis 16:30 Uhr", "MTWTF-- 08:00-16:30"),
    ("Mon.-Fri. 9 a.m.-5 p.m.", "MTWTF-- 09:00-17:00"),
    ("Mon-Fri 9-12 & 1-5", "MTWTF-- 09:00-12:00; MTWTF-- 13:00-17:00"),
    ("7-3 M-F", "MTWTF-- 07:00-15:00"),
    (
        "Hours of operation: M-F 8am-6pm, closed Sunday",
        "MTWTF-- 08:00-18:00 [M-F 8am-6pm]; closed ------S [closed Sunday]",
    ),
    ("24/7 support line, office open M-F 9-5", "MTWTF-- 09:00-17:00 [M-F 9-5]"),
    ("Mon-Fri 9.30-5.30", "MTWTF-- 09:30-17:30"),
    ("Mon-Thu 9-5 and Fri 9-3", "MTWT--- 09:00-17:00 [Mon-Thu 9-5]; ----F-- 09:00-15:00 [Fri 9-3]"),
    ("The office is closed Fridays", "closed ----F-- [closed Fridays]"),
    ("available 9-5", "MTWTF?? 09:00-17:00"),
    ("M-F 9-5 IT helpdesk", "MTWTF-- 09:00-17:00 [M-F 9-5]"),
    ("Hours: 8-5, after 5pm call cell", "MTWTF?? 08:00-17:00 [Hours: 8-5]; after 17:00 Mobile [after 5pm call cell]"),
    ("M-F 9-5. Do not call before 9am.", "MTWTF-- 09:00-17:00 [M-F 9-5]; not before 09:00 [Do not call before 9am]"),
    ("Mon-Fri 8:00-17:00 Uhr, danach mobil", "MTWTF-- 08:00-17:00 [Mon-Fri 8:00-17:00 Uhr]"),
    ("Hours M-F 9-5 Sat 10-2", "MTWTF-- 09:00-17:00 [M-F 9-5]; -----S- 10:00-14:00 [Sat 10-2]"),
    ("Lunes, miércoles y viernes de 9:00 a 13:00", "M-W-F-- 09:00-13:00"),
    (
        "du lundi au jeudi 9h-12h et 14h-18h",
        "MTWT--- 09:00-12:00 [lundi au jeudi 9h-12h et 14h-18h]; MTWT--- 14:00-18:00 [lundi au jeudi 9h-12h et 14h-18h]",
    ),
    ("Mo–Fr: 08:00–12:00 / 13:00–17:00", "MTWTF-- 08:00-12:00; MTWTF-- 13:00-17:00"),
    ("6am-2pm M-F", "MTWTF-- 06:00-14:00"),
    ("Mon-Fri 9 am-5 pm, lunch 12-1", "MTWTF-- 09:00-17:00 [Mon-Fri 9 am-5 pm]"),
    ("noon-8pm daily", "MTWTFSS 12:00-20:00"),
    ("M-F 12-8", "MTWTF-- 12:00-20:00"),
    ("9am-5pm", "MTWTF?? 09:00-17:00"),
    ("Wednesday 9:00-17:00", "--W---- 09:00-17:00"),
    ("Mon-Fri 8-16 h", "MTWTF-- 08:00-16:00"),
    ("24/7/365", "always"),
];

/// Notes that state no hours, or none that can be relied on.
const NOTHING: &[&str] = &[
    "Available M-F 9-5 and on call 24/7",
    "555-0100",
    "call 415-555-0100",
    "2024-11-05",
    "11/05/2024 9-5-2024",
    "ext 9-5",
    "192.168.9-5",
    "192.0.2.9",
    "v9.5-10",
    "$9-5",
    "room 9-5",
    "since 9",
    "since M-F 9-5",
    "24/7 Fitness",
    "No Friday deliveries",
    "do not call Mon 9-5",
    "Works at 24/7 Fitness, call mobile",
    "order 9-5",
    "Order M-F 9-5",
    "8-8",
    "M-F 8-8",
    "M-F 8-9pm",
    "M-F 1-5",
    "Backups run Mon-Fri 22:00-06:00",
    "not available 24/7",
    "respond within 24 hours",
    "24 hours notice",
    "on 24/7/2024",
    "available from 24/7",
    "on leave until 24/7",
    "after 5 rings call mobile",
    "do not call mobile after 5pm",
    "M-F 9-5; M-F 8-6",
    "Mon 9:00-9:30 standup",
    "Mon 9-9:30",
    "Mar 9-5",
    "do 9-5",
    "so 9-5",
    "Mon-Fri 08:00-05:00",
    "Mon-Fri 9-5 XYT",
    "Used to be M-F 9-5 but was laid off",
    "M-F 9-5 in summer",
    "10-12 people",
    "9-5",
    "see page 9-5 of the manual",
    "Fri 11-5-2024",
    "version 2-10",
    "Dial 9 then 5-0100",
    "Monitoring is 24/7",
    "backup window 22:00-06:00",
    "12-14 Main Street, open plan",
    "closed Wed afternoon",
    "The hours are long",
    "Hours: call and ask",
    "PO Box 9-5",
    "M-F",
    "10.0.0.0/24",
    "Budget 10-12k",
    "closes deals on Fridays",
    "OFFICE 365 E5",
    "score 10:2 - 11:3",
    "Deal closed Friday",
    "Ticket closed Monday May 5",
    "Kicks off Monday",
    "Site visit Tue 1-4pm",
    "Open 10-12 tickets",
    "works 10-12 hours",
    "half past 5 call mobile",
];

#[test]
fn the_common_forms_of_hours_are_read() {
    for (note, expected) in STATED {
        assert_eq!(said(note), *expected, "{note:?}");
    }
}

#[test]
fn what_is_no_hours_or_doubtful_is_not_read() {
    for note in NOTHING {
        assert_eq!(said(note), "", "{note:?}");
    }
}

/// Whether somebody is there, with the quote: "open: M-F 9-5".
fn at(note: &str, place: &Place, now: &str) -> String {
    match open(&find(note), place, now.parse().unwrap()) {
        Open::Open { quote } => format!("open: {quote}"),
        Open::Closed { quote } => format!("closed: {quote}"),
        Open::Unknown => "unknown".to_owned(),
    }
}

fn look(text: &str) -> Place {
    let mut fields = text.split('|');
    place(fields.next(), fields.next(), fields.next())
}

#[test]
fn hours_are_open_or_closed_on_the_clock_that_is_meant() {
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
        // A stated zone counts before the place.
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
        // Over midnight: the night of Friday goes on on Saturday, and none begins on Sunday.
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-09T05:00:00Z", "open: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T05:00:00Z", "closed: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T23:00:00Z", "open: Mon-Fri 22:00-06:00"),
        ("Mon-Fri 22:00-06:00", "UK||London", "2024-11-11T12:00:00Z", "closed: Mon-Fri 22:00-06:00"),
        // No days stated: nothing is known of the weekend.
        ("Hours: 8-5", "UK||London", "2024-11-05T12:00:00Z", "open: Hours: 8-5"),
        ("Hours: 8-5", "UK||London", "2024-11-05T20:00:00Z", "closed: Hours: 8-5"),
        ("Hours: 8-5", "UK||London", "2024-11-09T12:00:00Z", "unknown"),
        // The quote that is about today says most.
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
        ("after 5pm call mobile", "2024-11-05T17:00:00Z", Some((Line::Mobile, "after 5pm call mobile"))),
        ("after 5pm call mobile", "2024-11-05T16:59:00Z", None),
        // The evening goes on until the morning.
        ("after 5pm call mobile", "2024-11-05T03:00:00Z", Some((Line::Mobile, "after 5pm call mobile"))),
        ("after 9am call office", "2024-11-05T03:00:00Z", None),
        ("after 9am call office", "2024-11-05T10:00:00Z", Some((Line::Office, "after 9am call office"))),
        (
            "after 5pm call mobile. after 9pm call home",
            "2024-11-05T21:30:00Z",
            Some((Line::Home, "after 9pm call home")),
        ),
        ("M-F 9-5, out of hours ring cell", "2024-11-05T12:00:00Z", None),
        ("M-F 9-5, out of hours ring cell", "2024-11-05T18:00:00Z", Some((Line::Mobile, "out of hours ring cell"))),
        ("out of hours ring cell", "2024-11-05T18:00:00Z", None),
    ] {
        let stated = find(note);
        assert_eq!(preferred(&stated, &look("UK||London"), now.parse().unwrap()), expected, "{note:?} {now}");
    }
}

#[test]
fn hours_on_several_lines_are_read_together() {
    assert_eq!(
        said("Mon: 9-5\nTue: 10-4\r\nIn case of fire use the stairs"),
        "M------ 09:00-17:00 [Mon: 9-5]; -T----- 10:00-16:00 [Tue: 10-4]"
    );
    assert_eq!(said("Office: M-F 9-5\nWarehouse: M-F 7-3"), "");
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_quote_is_part_of_it(text in any::<String>(), seconds in 0i64..4_000_000_000) {
        check_any(&text, seconds)?;
    }

    #[test]
    fn any_words_of_hours_are_read_and_every_quote_is_part_of_it(
        words in proptest::collection::vec(
            "M-F|Mon|Fri|–|to|bis|9|17|5pm|:30|h|Uhr|,|and|CET|GMT|\\+1|24/7|24h/24|open|closed|after|before|call|mobile|not|do|\
             [0-9]{1,5}|[àé’]|\n| ",
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
    for statement in &stated {
        prop_assert!(text.contains(&statement.quote) && !statement.quote.is_empty());
        if let Says::Weekly { from, to, .. } = statement.says {
            prop_assert_ne!(from, to);
        }
    }
    let now = Timestamp::from_second(seconds).unwrap();
    for place in [look("US|Texas|"), look("Germany||"), Place::unknown()] {
        let _ = (open(&stated, &place, now), preferred(&stated, &place, now));
    }
    Ok(())
}
