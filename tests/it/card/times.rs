//! The local time, whether it is in the contact's hours, and the last calls.

use callsheet_core::directory::snapshot::{Status, Trouble};
use callsheet_core::notebook::attempts::Outcome;
use insta::assert_snapshot;
use jiff::SignedDuration;

use super::{EVENING, MORNING, NIGHT, acme, called, card, chat, everything, jane, labelled, lines, nowhere, primary};
use testkit::account::{Account, Person, location, person};
use testkit::chat::Chat;

fn times(chat: &Chat) -> String {
    lines(chat, &["🕒", "🌙"])
}

/// A contact with a number and these notes.
fn noted(notes: &str) -> Account {
    acme(jane().phone("4155550100").notes(notes))
}

fn somewhere(place: [&str; 3]) -> Chat {
    let erika = person(42, "Erika Muster").at(1).located(2).phone("+493023125555");
    chat(&nowhere(erika).location_like(location(2, 1, place)), MORNING)
}

#[test]
fn the_local_time_is_said_with_what_it_was_taken_from() {
    assert_snapshot!(times(&chat(&noted(""), MORNING)), @"🕒 Local time: Tue 10:00 in San Francisco");
    let without_location = acme(jane().but(|contact| contact.location = None));
    assert_snapshot!(times(&chat(&without_location, MORNING)), @"🕒 Local time: Tue 10:00 in San Francisco (client's location)");
    assert_snapshot!(times(&somewhere(["Kathmandu", "", "Nepal"])), @"🌙 Night there: Tue 23:45 in Kathmandu");
    assert_snapshot!(times(&somewhere(["", "", "Germany"])), @"🕒 Local time: Tue 19:00 in Germany");
}

#[test]
fn all_possible_local_times_are_said() {
    assert_snapshot!(times(&somewhere(["", "Indiana", "United States"])), @"🕒 Local time: one of Tue 13:00 in Indianapolis, Tue 12:00 in Evansville");
    assert_snapshot!(times(&somewhere(["", "", "United States"])), @"🕒 Local time: one of Tue 13:00 in New York City, Tue 12:00 in Chicago, Tue 10:00 in Los Angeles, Tue 11:00 in Denver, Tue 08:00 in Honolulu, Tue 09:00 in Anchorage");
}

#[test]
fn without_a_known_time_nothing_is_said() {
    assert_eq!(times(&somewhere(["", "", ""])), "");
    assert_eq!(times(&chat(&nowhere(jane()), MORNING)), "");
}

#[test]
fn a_call_at_night_has_a_warning() {
    assert_snapshot!(times(&chat(&noted(""), NIGHT)), @"🌙 Night there: Tue 03:12 in San Francisco");
    assert_eq!(times(&chat(&acme(jane().email("jane@acme.example")), NIGHT)).matches('🌙').count(), 0, "by e-mail");
    assert_eq!(times(&chat(&noted("Available 24/7."), NIGHT)).matches('🌙').count(), 0, "there at night");
}

#[test]
fn stated_hours_are_said_with_the_words_that_state_them() {
    assert_snapshot!(times(&chat(&noted("Hours: M-F 9-5"), MORNING)), @"
    🕒 Local time: Tue 10:00 in San Francisco
    🕒 Available now, per notes: “M-F 9-5”
    ");
    assert_snapshot!(times(&chat(&noted("Hours: M-F 9-5"), EVENING)), @"
    🕒 Unavailable now, per notes: “M-F 9-5”
    🕒 Local time: Tue 18:00 in San Francisco
    ");
    assert_snapshot!(times(&chat(&noted("Mon-Fri 08:00-17:00 CET"), MORNING)), @"
    🕒 Unavailable now, per notes: “Mon-Fri 08:00-17:00 CET”
    🕒 Local time: Tue 10:00 in San Francisco
    ");
    assert_snapshot!(times(&chat(&noted("available 24/7"), NIGHT)), @"
    🕒 Local time: Tue 03:12 in San Francisco
    🕒 Available now, per notes: “24/7”
    ");
    assert_snapshot!(times(&chat(&noted("Do not call before 9am."), NIGHT)), @"
    🌙 Night there: Tue 03:12 in San Francisco
    🕒 Unavailable now, per notes: “Do not call before 9am”
    ");
}

#[test]
fn uncertain_hours_are_not_said() {
    for notes in ["Hours: 9-5 M-F and 10-6 M-F", "Likes cats", "Mon-Fri 9-5 unless on the road, then 7-3"] {
        assert_eq!(times(&chat(&noted(notes), MORNING)).lines().count(), 1, "{notes}");
    }
    let nowhere = nowhere(jane().phone("4155550100").notes("Hours: M-F 9-5"));
    assert_eq!(times(&chat(&nowhere, MORNING)), "");
}

fn with_evening_line() -> Person {
    let jane = jane().phone_like(primary(labelled("Office", "4155550100"))).phone_like(labelled("Cell", "4155550156"));
    jane.notes("Hours M-F 9-5, after 5pm call mobile")
}

#[test]
fn a_requested_line_comes_first_at_its_stated_time() {
    assert_snapshot!(lines(&chat(&acme(with_evening_line()), MORNING), &["📞", "🕒"]), @"
    📞 <+1 415 555 0100>
    📞 Other phone: <+1 415 555 0156> · Cell
    🕒 Local time: Tue 10:00 in San Francisco
    🕒 Available now, per notes: “M-F 9-5”
    ");
    assert_snapshot!(lines(&chat(&acme(with_evening_line()), EVENING), &["📞", "🕒"]), @"
    📞 <+1 415 555 0156>
    🕒 Unavailable now, per notes: “M-F 9-5”
    📞 Other phone: <+1 415 555 0100> · Office
    🕒 Local time: Tue 18:00 in San Francisco
    ");
}

#[test]
fn the_number_to_call_changes_with_the_time_of_day() {
    let jane = jane().phone_like(primary(labelled("Office", "4155550100"))).phone_like(labelled("Cell", "4155550156"));
    let chat = chat(&acme(jane), MORNING);
    let first = |chat: &Chat| lines(chat, &["Office", "Cell"]);
    assert!(first(&chat).contains("Office"));
    chat.later(SignedDuration::from_hours(12));
    assert!(first(&chat).contains("Cell"));
    chat.later(SignedDuration::from_hours(12));
    assert!(first(&chat).contains("Office"));
}

#[test]
fn the_last_calls_are_said_with_who_made_them() {
    let chat = chat(&noted(""), MORNING).by_user(4);
    let chat = chat.remembering([called("2026-11-24T15:00:00Z", 7, None, Outcome::Reached)]);
    assert_snapshot!(lines(&chat, &["✅", "⚠️"]), @"✅ Last reached 3 h ago by <@7>");
    let chat = chat.remembering([called("2026-11-24T17:30:00Z", 8, None, Outcome::NoAnswer)]);
    assert_snapshot!(lines(&chat, &["✅", "⚠️"]), @"
    ⚠️ Last call 30 min ago by <@8>: no answer
    ✅ Last reached 3 h ago by <@7>
    ");
    let chat = chat.remembering([called("2026-11-24T17:45:00Z", 8, Some("4155550100"), Outcome::WrongNumber)]);
    assert_snapshot!(lines(&chat, &["✅", "⚠️", "📞"]), @"
    📞 <+1 415 555 0100>
    ⚠️ reported wrong once · country guess: US (location)
    ⚠️ Last call 15 min ago by <@8>: wrong number
    ✅ Last reached 3 h ago by <@7>
    ");
    let chat = chat.remembering([called("2026-11-24T17:50:00Z", 8, Some("4155550100"), Outcome::Reached)]);
    assert_snapshot!(lines(&chat, &["✅", "⚠️", "📞"]), @"
    📞 <+1 415 555 0100>
    ✅ Last reached 10 min ago by <@8>
    ");
}

#[test]
fn a_copy_that_is_not_fresh_says_so_below_everything() {
    let trouble = Some(Trouble::Unreachable { since: "2026-11-24T07:12:00Z".parse().unwrap() });
    let synced_at = Some("2026-11-24T07:10:00Z".parse().unwrap());
    let chat = chat(&acme(everything()), NIGHT).with_status(Status { synced_at, trouble, ..Status::default() });
    assert_snapshot!(card(&chat), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now, per notes: “After 5pm call mobile” · country guess: US (location)
    🌙 Night there: Tue 03:12 in San Francisco
    🕒 Unavailable now, per notes: “M-F 9-5”
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    type: Internal IT
    📍 Location: San Francisco, California, United States
    📝 Notes:
    > Hours: M-F 9-5.
    > After 5pm call mobile.
    > Runs the server room. Password: (🔒 password hidden)
    🔒 1 possible secret hidden. See IT Glue.
    ⚠️ Can't reach IT Glue (first failure 4 h ago). Showing the last good copy.
    Synced 4 h ago · record updated 2025-11-02
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}
