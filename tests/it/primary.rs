//! `/primary`: whom to call now, what was tried, and who is next.

use std::collections::BTreeSet;

use callsheet_core::domain::id::{LocationId, OrganizationId};
use callsheet_core::domain::organization::Location;
use insta::assert_snapshot;
use jiff::SignedDuration;
use proptest::prelude::*;
use serde_json::Value;

use testkit::account::{Account, Person, person, usual_types};
use testkit::chat::{Chat, Shown, picked};
use testkit::targets;

/// Acme with these contacts.
fn acme(people: impl IntoIterator<Item = Person>) -> Account {
    let account = usual_types(Account::default()).organization_called(1, "Acme Corporation", "ACME");
    account.with_all(people.into_iter().map(|person| person.at(1)))
}

/// A site of Acme's.
fn site(id: u64, city: &str, country: &str, primary: bool, phone: Option<&str>) -> Location {
    Location {
        id: LocationId(id),
        organization: Some(OrganizationId(1)),
        name: None,
        primary,
        city: Some(city.into()),
        region: None,
        country: Some(country.into()),
        phone: phone.map(Into::into),
    }
}

/// A primary contact, a technical one and a decision maker.
fn three() -> Vec<Person> {
    vec![
        called(1, "Pat Prime").of_type(1),
        called(2, "Tess Tech").of_type(2),
        person(3, "Dee Cider").of_type(3).email("dee@acme.example"),
    ]
}

fn primary(chat: &Chat) -> Shown {
    chat.asks("primary", &[("organization", "id:1")])
}

fn asked(people: impl IntoIterator<Item = Person>) -> Shown {
    primary(&Chat::about(&acme(people)))
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

/// The lines of an answer that contain these words.
fn about(shown: &Shown, words: &str) -> String {
    shown.to_string().lines().filter(|line| line.contains(words)).collect::<Vec<_>>().join("\n")
}

fn called(id: u64, name: &str) -> Person {
    person(id, name).phone(&format!("41555501{id:02}"))
}

fn unreachable(id: u64, name: &str) -> Person {
    person(id, name)
}

fn left(id: u64, name: &str) -> Person {
    called(id, name).of_type(6)
}

#[test]
fn the_first_to_call_is_shown_with_those_behind() {
    assert_snapshot!(asked(three().into_iter().chain([called(4, "Vic Important").vip(), left(5, "Al Gone")])), @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 4155550101
    as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 2. Tess Tech · technical contact (guessed: Internal IT)
    3. Vic Important · VIP
    4. Dee Cider · decision maker (guessed: Decision Maker) · email only
    ⤵️ Step 1 of 4 at Acme Corporation: primary contact
    No title
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [⭐ VIP · Vic Important | Acme Corporation]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn the_only_one_to_call_has_no_menu() {
    assert_snapshot!(asked([called(1, "Pat Prime").of_type(1)]), @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 4155550101
    as stored, unverified
    ✉️ No email address
    ⤵️ Only contact to call at Acme Corporation: primary contact
    No title
    📍 No location
    Synced 4 min ago
    [No answer]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn several_primary_contacts_are_called_one_after_the_other() {
    let people =
        [called(1, "Pat Prime").of_type(1), called(2, "Abe First").of_type(1), called(3, "Viv Vip").of_type(1).vip()];
    assert_snapshot!(asked(people), @"
    ⭐ VIP · Viv Vip
    Primary Contact · Acme Corporation
    📞 4155550103
    as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 2. Abe First · primary contact
    3. Pat Prime · primary contact
    ⤵️ Step 1 of 3 at Acme Corporation: primary contact
    No title
    📍 No location
    Synced 4 min ago
    [⭐ VIP · Viv Vip | Acme Corporation · Primary Contact]
    [Abe First | Acme Corporation · Primary Contact]
    [Pat Prime | Acme Corporation · Primary Contact]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn without_a_primary_contact_the_next_best_is_shown_as_such() {
    let people = [called(1, "Vic Important").vip().of_type(4), called(2, "Tess Tech").of_type(2)];
    assert_snapshot!(asked(people), @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 4155550102
    as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 2. Vic Important · VIP
    ⤵️ Step 1 of 2 at Acme Corporation: technical contact (guessed: Internal IT)
    🔎 No primary contact at Acme Corporation.
    No title
    📍 No location
    Synced 4 min ago
    [Tess Tech | Acme Corporation · Internal IT]
    [⭐ VIP · Vic Important | Acme Corporation · End User]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn an_unreachable_primary_contact_is_named_with_the_reason() {
    let missing = |people: Vec<Person>| asked(people.into_iter().chain([called(9, "Tess Tech").of_type(2)]));
    let unreachable = missing(vec![unreachable(1, "Pat Prime").of_type(1), unreachable(2, "Abe First").of_type(1)]);
    assert_snapshot!(about(&unreachable, "primary contact"), @"⚠️ The primary contact at Acme Corporation has no phone or email: Abe First, Pat Prime.");
    let gone = missing(vec![called(1, "Pat Prime (terminated)").of_type(1)]);
    assert_snapshot!(about(&gone, "primary contact"), @"⛔ The primary contact at Acme Corporation is marked as former: Pat Prime (terminated).");
    let only_email = missing(vec![person(1, "Pat Prime").of_type(1).email("pat@acme.example")]);
    assert_snapshot!(only_email, @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 4155550109
    as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 2. Pat Prime · primary contact · email only
    ⤵️ Step 1 of 2 at Acme Corporation: technical contact (guessed: Internal IT)
    ⚠️ The primary contact at Acme Corporation has only an email address: Pat Prime.
    No title
    📍 No location
    Synced 4 min ago
    [Tess Tech | Acme Corporation · Internal IT]
    [Pat Prime | no phone · Acme Corporation · Primary Contact]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn suppliers_and_unlisted_contacts_come_last() {
    let people = [
        called(1, "Aaron Vendor").of_type(7),
        called(2, "Zed User").of_type(4),
        person(3, "Mail Only").email("mail@acme.example"),
    ];
    assert_snapshot!(about(&asked(people), ". "), @"
    ⤵️ If no answer: 2. Mail Only · other contact · email only
    3. Aaron Vendor · vendor (guessed: Vendor Support)
    ");
}

#[test]
fn a_long_chain_is_cut_with_a_count() {
    let shown = asked((1..=40).map(|id| called(id, &format!("Robin {id:02}"))));
    assert_snapshot!(about(&shown, "more"), @"… and 34 more");
    assert_eq!(shown.to_string().matches("[Robin ").count(), 25);
}

#[test]
fn without_reachable_contacts_the_sites_phone_is_shown() {
    let account = acme([unreachable(1, "Una Reachable"), unreachable(2, "Noah Phone").of_type(1)]);
    assert_snapshot!(primary(&Chat::about(&account)), @"
    No one to call at Acme Corporation
    ⚠️ No contact has a phone or email: Noah Phone, Una Reachable.
    ⚠️ The primary contact at Acme Corporation has no phone or email: Noah Phone.
    Look up the client's main number in IT Glue.
    Synced 4 min ago
    ");
    let account = account
        .location_like(site(1, "Fresno", "United States", false, Some("4155550198")))
        .location_like(site(2, "Salem", "United States", true, Some("4155550199")));
    assert_snapshot!(about(&primary(&Chat::about(&account)), "Last resort"), @"");
    let account = account.location_like(site(2, "Salem", "United States", true, Some("415-555-0199 / 415-555-0197")));
    assert_snapshot!(about(&primary(&Chat::about(&account)), "Last resort"), @"");
}

#[test]
fn a_placeholder_is_no_step_of_the_chain() {
    for value in ["0000000000", "999-999-9999", "123456789", "n/a", "tbd", "-"] {
        let shown = asked([person(1, "Pat Prime").of_type(1).phone(value), called(2, "Tess Tech").of_type(2)]);
        assert!(shown.to_string().starts_with("Tess Tech\n"), "{value}: {shown}");
        let missing = "⚠️ The primary contact at Acme Corporation has no phone or email: Pat Prime.";
        assert_eq!(about(&shown, "Pat Prime"), missing, "{value}");
    }
    let alone = asked([person(1, "Pat Prime").of_type(1).phone("0000000000")]).to_string();
    assert!(alone.starts_with("No one to call at Acme Corporation\n"), "{alone}");
    let by_mail = asked([person(1, "Pat Prime").of_type(1).phone("n/a").email("pat@acme.example")]);
    assert!(!by_mail.to_string().contains("by phone"), "{by_mail}");
}

#[test]
fn either_number_of_a_field_can_be_wrong_by_itself() {
    let account = acme([person(1, "Pat Prime").of_type(1).phone("+1 415-555-0101 / +1 415-555-0102")]);
    let chat = Chat::about(&account).by_user(7);
    let again = chat.reports(&primary(&chat), "not-in-service");
    assert_eq!(
        about(&again, "📞"),
        "📞 <+1 415 555 0102>\n\
         📞 Other phone: ⚠️ reported wrong once: not in service · <+1 415 555 0101>"
    );
}

#[test]
fn a_contact_who_left_is_never_offered() {
    assert_snapshot!(asked([left(1, "Al Gone").vip(), called(2, "Pat Prime (terminated)").of_type(1)]), @"
    No one to call at Acme Corporation
    All 2 contacts of this client are marked as former in IT Glue.
    Synced 4 min ago
    ");
    assert!(asked([left(1, "Al Gone")]).to_string().contains("The only contact of this client is marked as former"));
}

#[test]
fn an_organization_without_contacts_says_so() {
    assert_snapshot!(asked([]), @"
    No one to call at Acme Corporation
    IT Glue has no contacts for this client.
    Synced 4 min ago
    ");
}

#[test]
fn without_an_answer_the_next_is_shown_and_what_was_tried() {
    let chat = Chat::about(&acme(three()));
    let first = primary(&chat);
    chat.later(minutes(2));
    let second = chat.presses(&first, "No answer");
    assert_eq!(second.kind(), 7, "in place of the first");
    assert_snapshot!(second, @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 4155550102
    as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 3. Dee Cider · decision maker (guessed: Decision Maker) · email only
    1. Pat Prime · primary contact · no answer
    ⤵️ Step 2 of 3 at Acme Corporation: technical contact (guessed: Internal IT)
    🗒️ Tried so far: just now · <@4> called Pat Prime · no answer
    No title
    📍 No location
    Synced 6 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Undo: no answer, Pat Prime]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn a_colleague_goes_on_where_the_first_one_was() {
    let chat = Chat::about(&acme(three()));
    chat.presses(&primary(&chat), "No answer");
    chat.later(minutes(10));
    let chat = chat.by_user(5);
    let shown = primary(&chat);
    assert!(shown.to_string().starts_with("Tess Tech\n"), "{shown}");
    chat.later(minutes(1));
    let last = chat.presses(&shown, "No answer");
    assert_snapshot!(last, @"
    Dee Cider
    Decision Maker · Acme Corporation
    📞 No phone number
    ✉️ Email: <dee@acme.example>
    ⤵️ If no answer: 1. Pat Prime · primary contact · no answer
    2. Tess Tech · technical contact (guessed: Internal IT) · no answer
    ⤵️ Step 3 of 3 at Acme Corporation: decision maker (guessed: Decision Maker)
    🗒️ Tried so far: 11 min ago · <@4> called Pat Prime · no answer
    just now · <@5> called Tess Tech · no answer
    No title
    📍 No location
    Synced 15 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Undo: no answer, Tess Tech]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn after_the_last_contact_the_chain_starts_again() {
    let chat = Chat::about(&acme(three()));
    let mut shown = primary(&chat);
    for _ in 0..3 {
        chat.later(minutes(3));
        shown = chat.presses(&shown, "No answer");
    }
    assert_snapshot!(shown, @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 4155550101
    as stored, unverified
    🔁 Everyone was called, the last one just now. Starting over with those who didn't answer.
    ✉️ No email address
    ⤵️ If no answer: 2. Tess Tech · technical contact (guessed: Internal IT) · no answer
    3. Dee Cider · decision maker (guessed: Decision Maker) · email only · no answer
    ⤵️ Step 1 of 3 at Acme Corporation: primary contact
    🗒️ Tried so far: 6 min ago · <@4> called Pat Prime · no answer
    3 min ago · <@4> called Tess Tech · no answer
    just now · <@4> called Dee Cider · no answer
    No title
    📍 No location
    Synced 13 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Undo: no answer, Dee Cider]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    chat.later(minutes(3));
    assert!(chat.presses(&shown, "No answer").to_string().starts_with("Tess Tech\n"));
}

#[test]
fn an_escalation_is_forgotten_after_a_shift() {
    let chat = Chat::about(&acme(three()));
    chat.presses(&primary(&chat), "No answer");
    chat.later(minutes(4 * 60));
    assert!(primary(&chat).to_string().starts_with("Tess Tech\n"));
    chat.later(minutes(1));
    let anew = primary(&chat);
    assert!(anew.to_string().starts_with("Pat Prime\n") && !anew.to_string().contains("Tried"), "{anew}");
}

#[test]
fn a_reached_contact_ends_the_chain() {
    let chat = Chat::about(&acme(three()));
    let second = chat.presses(&primary(&chat), "No answer");
    chat.later(minutes(1));
    let reached = chat.presses(&second, "Reached");
    assert_snapshot!(reached, @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 4155550102
    as stored, unverified
    ✅ Reached just now by <@4>.
    ✉️ No email address
    ⤵️ Step 2 of 3 at Acme Corporation: technical contact (guessed: Internal IT)
    🗒️ Tried so far: 1 min ago · <@4> called Pat Prime · no answer
    No title
    📍 No location
    Synced 5 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [Call again]
    [Wrong number]
    [Undo: reached, Tess Tech]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    chat.later(minutes(30));
    let chat = chat.by_user(5);
    let later = primary(&chat);
    assert_snapshot!(about(&later, "Reached"), @"✅ Reached 30 min ago by <@4>.");
    let again = chat.presses(&later, "Call again");
    assert!(chat.presses(&again, "No answer").to_string().starts_with("Dee Cider\n"));
}

#[test]
fn a_wrong_number_leads_to_the_next_number_then_contact() {
    let people = [called(1, "Pat Prime").phone("4155550131").of_type(1), called(2, "Tess Tech").of_type(2)];
    let chat = Chat::about(&acme(people));
    let other = chat.reports(&primary(&chat), "not-in-service");
    assert_snapshot!(other, @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 4155550131
    as stored, unverified
    📞 Other phone: ⚠️ reported wrong once: not in service · 4155550101 · as stored, unverified
    ✉️ No email address
    ⤵️ If no answer: 2. Tess Tech · technical contact (guessed: Internal IT)
    ⤵️ Step 1 of 2 at Acme Corporation: primary contact
    🗒️ Tried so far: just now · <@4> called Pat Prime · wrong number: not in service
    No title
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Undo: wrong number, Pat Prime]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    chat.later(minutes(1));
    let next = chat.reports(&other, "not-in-service");
    assert_snapshot!(next, @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 4155550102
    as stored, unverified
    ✉️ No email address
    ⤵️ Step 2 of 2 at Acme Corporation: technical contact (guessed: Internal IT)
    🗒️ Tried so far: 1 min ago · <@4> called Pat Prime · wrong number: not in service
    just now · <@4> called Pat Prime · wrong number: not in service
    No title
    📍 No location
    Synced 5 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [No answer]
    [Reached]
    [Wrong number]
    [Undo: wrong number, Pat Prime]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    chat.later(minutes(1));
    assert_snapshot!(chat.reports(&next, "not-in-service"), @"
    No one to call at Acme Corporation
    ⚠️ Everyone was tried and no one is left to call: Pat Prime, Tess Tech.
    Look up the client's main number in IT Glue.
    Synced 6 min ago
    [Undo: wrong number, Tess Tech]
    ");
}

#[test]
fn a_number_reported_by_two_colleagues_counts_once() {
    let people = [called(1, "Pat Prime").phone("4155550131").of_type(1), called(2, "Tess Tech").of_type(2)];
    let chat = Chat::about(&acme(people)).by_user(5);
    let theirs = primary(&chat);
    let chat = chat.by_user(4);
    let mine = primary(&chat);
    chat.reports(&mine, "not-in-service");
    let chat = chat.by_user(5);
    let shown = chat.reports(&theirs, "not-in-service");
    assert!(shown.to_string().starts_with("Pat Prime\n"), "{shown}");
}

#[test]
fn an_impatient_thumb_counts_once() {
    let chat = Chat::about(&acme(three()));
    let first = primary(&chat);
    let once = chat.presses(&first, "No answer").to_string();
    chat.later(SignedDuration::from_secs(59));
    let twice = chat.presses(&first, "No answer");
    assert_eq!(about(&twice, "called").lines().count(), 1);
    assert!(twice.to_string().starts_with(once.lines().next().unwrap()), "{twice}");
    chat.later(minutes(1));
    assert_eq!(about(&chat.presses(&first, "No answer"), "called").lines().count(), 2, "that is another call");
}

#[test]
fn a_reached_contact_stays_reached_on_other_cards() {
    let chat = Chat::about(&acme(three()));
    let reached = chat.presses(&primary(&chat), "Reached");
    let shared = chat.shares(&reached).to_string();
    for shown in
        [shared, chat.presses(&reached, "Show less").to_string(), chat.presses(&reached, "Add favorite").to_string()]
    {
        let said = shown.to_lowercase().replace("[undo: reached", "");
        assert_eq!(said.matches("reached").count(), 1, "{shown}");
        assert!(shown.contains("✅ Reached just now"), "{shown}");
        assert!(!shown.contains("If there is no answer") && !shown.contains("[No answer"), "{shown}");
    }
    assert!(chat.presses(&reached, "Call again").to_string().contains("[No answer → next]"));
}

#[test]
fn the_order_stays_while_the_chain_is_followed() {
    let technicians = [(1, "Ann Able"), (2, "Ben Bold"), (3, "Cay Calm")];
    let chat = Chat::about(&acme(technicians.map(|(id, name)| called(id, name).of_type(2))));
    let second = chat.presses(&primary(&chat), "No answer");
    assert_eq!(about(&second, "Step"), "⤵️ Step 2 of 3 at Acme Corporation: technical contact (guessed: Internal IT)");
    let reached = chat.presses(&second, "Reached");
    assert!(reached.to_string().starts_with("Ben Bold\n"), "{reached}");
    assert_eq!(about(&reached, "Step"), about(&second, "Step"));

    chat.later(minutes(5 * 60));
    let shown = primary(&chat);
    assert!(shown.to_string().starts_with("Ben Bold\n"), "the contact reached last comes first next time: {shown}");
}

#[test]
fn each_contact_of_the_chain_can_be_chosen() {
    let chat = Chat::about(&acme(three()));
    let shown = chat.picks(&primary(&chat), "Dee Cider");
    assert_snapshot!(shown, @"
    Dee Cider
    Decision Maker · Acme Corporation
    📞 No phone number
    ✉️ Email: <dee@acme.example>
    ⤵️ If no answer: 1. Pat Prime · primary contact
    2. Tess Tech · technical contact (guessed: Internal IT)
    ⤵️ Step 3 of 3 at Acme Corporation: decision maker (guessed: Decision Maker)
    No title
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert!(chat.presses(&shown, "No answer").to_string().starts_with("Pat Prime\n"), "the one not called yet");
}

#[test]
fn the_shown_contact_is_marked_in_the_menu() {
    let chat = Chat::about(&acme(three()));
    let shown = chat.picks(&primary(&chat), "Tess Tech");
    let options = shown.body()["data"]["components"][0]["components"][0]["options"].as_array().unwrap();
    let marked: Vec<&Value> = options.iter().filter(|option| option["default"] == true).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(marked[0]["label"], "Tess Tech");
}

#[test]
fn a_click_on_a_deleted_contact_shows_the_current_chain() {
    let before = Chat::about(&acme(three()));
    let first = primary(&before);
    let moved = acme(three()).organization(2, "Globex").with(called(1, "Pat Prime").of_type(1).at(2));
    for account in [acme(three()).without(1), acme(three()).with(left(1, "Pat Prime").at(1)), moved] {
        let now = Chat::about(&account);
        for button in ["No answer", "Reached", "Wrong number"] {
            let shown = now.presses(&first, button);
            assert!(shown.to_string().starts_with("Tess Tech\n"), "{shown}");
            assert!(!shown.to_string().contains("Tried"), "nothing was written down: {shown}");
        }
        let shared = now.presses(&first, "Share in channel");
        assert_eq!(shared.body()["data"]["flags"], 64, "not to the channel: it is another contact");
        let picked = now.picks(&first, "Pat Prime");
        let said = "⚠️ The contact you clicked is no longer in the call order for Acme Corporation.";
        assert!(about(&picked, "clicked").starts_with(said), "{picked}");
    }
}

#[test]
fn a_timeline_does_not_name_deleted_contacts() {
    let chat = Chat::about(&acme(three()));
    chat.presses(&primary(&chat), "No answer");
    chat.later(minutes(1));
    let shown = primary(&chat.about_now(&acme(three()).without(1)));
    assert_snapshot!(about(&shown, "called"), @"🗒️ Tried so far: 1 min ago · <@4> called a removed contact · no answer");
}

#[test]
fn a_contact_with_night_hours_is_named_before_a_sleeping_one() {
    let account = acme([
        called(1, "Pat Prime").of_type(1),
        called(2, "Tess Tech").of_type(2),
        called(3, "Nora Night").of_type(3).notes("Available 24/7"),
    ]);
    let account = account.location_like(site(1, "San Francisco", "United States", true, None));
    let chat = Chat::about(&account).at("2026-11-24T11:12:00Z");
    let shown = primary(&chat);
    assert_snapshot!(about(&shown, "Nora Night"), @"
    ⚠️ Try step 3 first, available now per their notes: Nora Night, decision maker (guessed: Decision Maker).
    ⤵️ If no answer: 3. Nora Night · decision maker (guessed: Decision Maker)
    [Nora Night | Acme Corporation · Decision Maker]
    ");
    let awake = chat.presses(&shown, "Show who's awake").to_string();
    assert!(awake.starts_with("Nora Night\n") && awake.contains("🕒 Available now, per notes"), "{awake}");
}

#[test]
fn of_many_possible_local_times_a_few_are_told() {
    let account = acme([called(1, "Pat Prime").of_type(1), called(2, "Tess Tech").of_type(2)]);
    let site = Location { city: None, ..site(1, "", "Australia", true, None) };
    let shown = primary(&Chat::about(&account.location_like(site)).at("2026-11-24T18:00:00Z"));
    let told = about(&shown, "Tess Tech · technical");
    assert_snapshot!(told, @"⤵️ If no answer: 2. Tess Tech · technical contact (guessed: Internal IT) · night there (05:00/04:00/02:00/…)");
}

#[test]
fn a_call_that_would_wake_names_who_is_awake() {
    let account = acme([
        called(1, "Pat Prime").of_type(1).located(1),
        called(2, "Tess Tech").of_type(2).located(1),
        person(3, "Eve Mail").of_type(2).located(2).email("eve@acme.example"),
        called(4, "Dee Cider").of_type(3).located(2),
        called(5, "Ann Other").of_type(4).located(2),
    ]);
    let account = account.location_like(site(1, "San Francisco", "United States", true, None));
    let account = account.location_like(site(2, "Berlin", "Germany", false, None));
    let chat = Chat::about(&account).at("2026-11-24T11:12:00Z");
    let shown = primary(&chat);
    assert_snapshot!(shown, @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 <+1 415 555 0101>
    country guess: US (location)
    🌙 Night there: Tue 03:12 in San Francisco
    ⚠️ Try step 3 first, it's daytime there: Dee Cider, decision maker (guessed: Decision Maker).
    ✉️ No email address
    ⤵️ If no answer: 3. Dee Cider · decision maker (guessed: Decision Maker)
    2. Tess Tech · technical contact (guessed: Internal IT) · night there (03:12)
    4. Eve Mail · technical contact (guessed: Internal IT) · email only
    5. Ann Other · other contact
    ⤵️ Step 1 of 5 at Acme Corporation: primary contact
    No title
    📍 Location: San Francisco, United States
    Synced just now
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | Acme Corporation · Decision Maker]
    [Eve Mail | no phone · Acme Corporation · Internal IT]
    [Ann Other | Acme Corporation · End User]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show who's awake]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert!(chat.presses(&shown, "Show who's awake").to_string().starts_with("Dee Cider\n"));
    let by_day = Chat::about(&account).at("2026-11-24T17:12:00Z");
    assert_eq!(about(&primary(&by_day), "night"), "");
    let only_users = acme([called(1, "Pat Prime").of_type(1).located(1), called(5, "Ann Other").of_type(4).located(2)]);
    let only_users = only_users.location_like(site(1, "San Francisco", "United States", true, None));
    let only_users = only_users.location_like(site(2, "Berlin", "Germany", false, None));
    let chat = Chat::about(&only_users).at("2026-11-24T11:12:00Z");
    assert_eq!(about(&primary(&chat), "Try step"), "", "an end user is not");
}

const TWO_ORDERS: &str = r#"
    open = true
    [[organization]]
    name = "Acme Corporation"
    chain.order = [{ person = "Dee Cider" }, "primary"]
    chain.out_of_hours = ["technical", { person = "Nora Night" }]
"#;

#[test]
fn the_order_of_the_policy_file_depends_on_the_hours() {
    let account = acme(three()).location_like(site(1, "Berlin", "Germany", true, None));
    let at = |now| primary(&Chat::about(&account).with_policy(TWO_ORDERS).at(now));
    assert_snapshot!(at("2026-11-24T12:00:00Z"), @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 <+49 4155 550101>
    landline number · country guess: DE (client)
    ✉️ No email address
    ⤵️ If no answer: 2. Dee Cider · set in the policy file · email only
    🕒 Local time: Tue 13:00 in Berlin (client's location)
    ⤵️ Step 1 of 2 at Acme Corporation: primary contact
    🕒 Business hours: showing the regular call order.
    ⚠️ Named in the policy file, but email only: Dee Cider.
    No title
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert_snapshot!(at("2026-11-24T20:00:00Z"), @"
    Tess Tech
    Internal IT · Acme Corporation
    📞 <+49 4155 550102>
    landline number · country guess: DE (client)
    ✉️ No email address
    🕒 Local time: Tue 21:00 in Berlin (client's location)
    ⤵️ Only contact to call at Acme Corporation: technical contact (guessed: Internal IT)
    🕒 After hours: showing the after-hours call order.
    ⚠️ The policy file names someone who isn't in IT Glue or is hidden here.
    No title
    📍 No location
    Synced 8 h ago
    [No answer]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    let nowhere = primary(&Chat::about(&acme(three())).with_policy(TWO_ORDERS));
    assert_snapshot!(about(&nowhere, "hours"), @"🕒 Business hours unknown: showing the regular call order.");
}

#[test]
fn a_policy_that_leads_to_no_contact_says_so() {
    let policy = "open = true\n[chain]\norder = [\"billing\"]\n";
    assert_snapshot!(primary(&Chat::about(&acme(three())).with_policy(policy)), @"
    No one to call at Acme Corporation
    No one in the policy file's call order can be reached. See all contacts with /directory.
    Look up the client's main number in IT Glue.
    Synced 4 min ago
    ");
}

#[test]
fn a_channels_policy_comes_before_its_binding() {
    let policy = "open = true\n[[channel]]\nid = \"30\"\norganization = \"acme corporation\"\n[[channel]]\nid = \"31\"\norganization = 1\n";
    let chat = |channel| Chat::about(&acme(three())).with_policy(policy).in_channel(channel);
    for channel in [30, 31] {
        assert!(chat(channel).asks("primary", &[]).to_string().starts_with("Pat Prime\n"));
    }
    assert_snapshot!(chat(32).asks("primary", &[]), @"
    Which client?
    This channel isn't linked to a client. Name one in the command, or ask someone with Manage Server to run /bind here.
    Synced 4 min ago
    ");
    let thread = chat(32).but("/channel", serde_json::json!({ "id": "32", "type": 11, "parent_id": "30" }));
    assert!(thread.asks("primary", &[]).to_string().starts_with("Pat Prime\n"), "a thread of that channel");
}

#[test]
fn an_organization_is_found_by_name_beginning_and_short_name() {
    let chat = Chat::about(&acme([called(1, "Pat Prime").of_type(1)]).organization(2, "Globex"));
    for organization in ["Acme Corporation", "acme corp", "ACME", "acme corporatoin"] {
        let shown = chat.asks("primary", &[("organization", organization)]).to_string();
        assert!(shown.starts_with("Pat Prime\n"), "{organization}: {shown}");
    }
}

#[test]
fn an_ambiguous_organization_is_a_choice() {
    let account = Account::default()
        .organization(1, "Acme Dental")
        .organization(2, "Acme Logistics")
        .with(called(1, "Pat Prime").at(2));
    let chat = Chat::about(&account);
    let menu = chat.asks("primary", &[("organization", "acme")]);
    assert_snapshot!(menu, @"
    Several clients match “acme”
    Pick the one you mean.
    1. Acme Dental
    2. Acme Logistics
    Synced 4 min ago
    [Acme Dental | -]
    [Acme Logistics | -]
    ");
    let card = chat.picks(&menu, "Logistics");
    assert_eq!(card.kind(), 7);
    assert!(card.to_string().starts_with("Pat Prime\n"));
}

#[test]
fn more_organizations_than_a_menu_holds_are_narrowed_down() {
    let shown = |count: u64| {
        let account =
            (1..=count).fold(Account::default(), |account, id| account.organization(id, &format!("Acme {id}")));
        Chat::about(&account).asks("primary", &[("organization", "acme")]).to_string()
    };
    let more = "Showing the top 25. Type more of the name to narrow it down.";
    assert_eq!((shown(25).matches("[Acme ").count(), shown(25).contains(more)), (25, false));
    assert_eq!((shown(26).matches("[Acme ").count(), shown(26).contains(more)), (25, true));
}

#[test]
fn two_organizations_of_one_name_are_told_apart() {
    let account = Account::default().organization(1, "Acme").organization(2, "Acme");
    assert_snapshot!(Chat::about(&account).asks("primary", &[("organization", "acme")]), @"
    Several clients match “acme”
    Pick the one you mean.
    1. Acme · record 1
    2. Acme · record 2
    Synced 4 min ago
    [Acme | record 1]
    [Acme | record 2]
    ");
}

#[test]
fn an_unknown_organization_is_said_with_the_nearest() {
    let chat = Chat::about(&acme([called(1, "Pat Prime").of_type(1)]));
    assert_snapshot!(chat.asks("primary", &[("organization", "zzyzx")]), @"
    No client matches “zzyzx”
    Pick a suggestion while typing, or try the short name.
    Synced 4 min ago
    ");
    assert!(chat.asks("primary", &[("organization", "id:99")]).to_string().starts_with("No longer available\n"));
    assert!(chat.sends(&picked(targets::primary(99))).to_string().starts_with("No longer available\n"));
}

#[test]
fn the_policy_file_says_what_the_accounts_own_types_mean() {
    let account =
        acme([called(1, "Kim Key").of_type(20), called(2, "Vic Important").vip()]).contact_type(20, "Key User");
    let chat = Chat::about(&account).with_policy("open = true\n[roles]\n\"Key User\" = \"primary\"\n");
    let shown = chat.asks("primary", &[("organization", "id:1")]).to_string();
    assert!(shown.contains("Step 1 of 2 at Acme Corporation: primary contact"), "{shown}");
}

/// People of any kind, as (type, phones, e-mail, VIP, left).
fn anybody() -> impl Strategy<Value = Vec<Person>> {
    let one = (1..=7u64, 0..3u64, any::<[bool; 3]>());
    prop::collection::vec(one, 0..7).prop_map(|people| {
        let person = |(id, (contact_type, phones, [email, vip, left])): (u64, (u64, u64, [bool; 3]))| {
            let name = if left { format!("Robin {id} (left)") } else { format!("Robin {id}") };
            let one = (0..phones).fold(person(id, &name), |one, phone| one.phone(&format!("415555{phone}1{id:02}")));
            let one = if email { one.email("robin@acme.example") } else { one };
            one.of_type(contact_type).but(|contact| contact.important = vip)
        };
        (1..).zip(people).map(person).collect()
    })
}

/// The id of the contact whose card is shown.
fn on_the_card(shown: &Shown) -> Option<u64> {
    number(&shown.to_string())
}

fn number(text: &str) -> Option<u64> {
    text.trim_start_matches("⭐ VIP · ").strip_prefix("Robin ")?.split_whitespace().next()?.parse().ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_chain_offers_no_departed_and_leads_to_untried_contacts(
        people in anybody(),
        clicks in prop::collection::vec((0..4u8, 0..25usize), 0..12),
    ) {
        let fit: BTreeSet<u64> = (1..).zip(&people).filter(|(_, person)| person.can_be_called()).map(|(id, _)| id).collect();
        let chat = Chat::about(&acme(people));
        let mut shown = primary(&chat);
        let mut untried = fit.clone();
        for (click, entry) in clicks {
            let Some(id) = on_the_card(&shown) else { break };
            prop_assert!(fit.contains(&id), "{}", shown);
            for option in shown.options() {
                prop_assert!(fit.contains(&number(&option).unwrap()), "{}", shown);
            }
            chat.later(minutes(2));
            let reached = shown.to_string().contains("[Call again]");
            shown = match click {
                0 if !shown.options().is_empty() => {
                    let options = shown.options();
                    chat.picks(&shown, &options[entry % options.len()].clone())
                }
                _ if reached => chat.presses(&shown, "Call again"),
                1 => {
                    untried.remove(&id);
                    chat.presses(&shown, "Reached")
                }
                2 if shown.to_string().contains("[Wrong number]") => {
                    untried.remove(&id);
                    chat.reports(&shown, "not-in-service")
                }
                _ => {
                    untried.remove(&id);
                    let next = chat.presses(&shown, "No answer");
                    if !untried.is_empty() {
                        prop_assert!(on_the_card(&next).is_some_and(|next| next != id), "{}{}", shown, next);
                    }
                    next
                }
            };
        }
    }
}

#[test]
fn after_no_answer_an_awake_contact_comes_before_a_sleeping_one() {
    let account = acme([
        called(1, "Pat Prime").of_type(1).located(1),
        called(2, "Tess Tech").of_type(2).located(1),
        called(3, "Dee Cider").of_type(3).located(2),
        called(4, "Deb Cider").of_type(3).located(2),
    ]);
    let account = account.location_like(site(1, "San Francisco", "United States", true, None));
    let account = account.location_like(site(2, "Berlin", "Germany", false, None));
    let chat = Chat::about(&account).at("2026-11-24T11:12:00Z");
    let no_answer = |shown: &Shown| chat.presses(shown, "No answer → next");
    let awake = chat.presses(&primary(&chat), "Show who's awake");
    assert!(awake.to_string().starts_with("Deb Cider\n"), "{awake}");
    let second = no_answer(&awake);
    assert!(second.to_string().starts_with("Dee Cider\n"), "the other one awake: {second}");
    assert_eq!(about(&second, "known to be awake"), "");
    // Both were called in vain, so a call has to wake the first in order.
    let first = no_answer(&second);
    assert!(first.to_string().starts_with("Pat Prime\n"), "{first}");
    assert_eq!(about(&first, "known to be awake"), "⚠️ No other main contact is known to be awake now.");
    assert!(no_answer(&first).to_string().starts_with("Tess Tech\n"));

    // Also where a sleeping contact was called.
    let other = Chat::about(&account).at("2026-11-24T11:12:00Z");
    let after_a_sleeper = other.presses(&primary(&other), "No answer → next");
    assert!(after_a_sleeper.to_string().starts_with("Deb Cider\n"), "{after_a_sleeper}");
}
