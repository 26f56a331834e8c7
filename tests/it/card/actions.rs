//! The buttons of a card.

use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::notebook::Change;
use callsheet_core::policy::Layout;
use insta::assert_snapshot;

use super::{EVENING, MORNING, acme, chat, everything, jane};
use testkit::account::person;
use testkit::chat::{Chat, Shown};
use testkit::targets;

fn opened(chat: &Chat) -> Shown {
    chat.asks("contact", &[("name", "id:42")])
}

#[test]
fn the_full_card_shows_all_there_is() {
    assert_snapshot!(opened(&chat(&acme(everything()), EVENING)), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now, per notes: “After 5pm call mobile” · country guess: US (location)
    🕒 Unavailable now, per notes: “M-F 9-5”
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    🕒 Local time: Tue 18:00 in San Francisco
    type: Internal IT
    📍 Location: San Francisco, California, United States
    📝 Notes:
    > Hours: M-F 9-5.
    > After 5pm call mobile.
    > Runs the server room. Password: (🔒 password hidden)
    🔒 1 possible secret hidden. See IT Glue.
    Synced 14 h ago · record updated 2025-11-02
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}

#[test]
fn the_compact_card_shows_what_is_needed_to_call() {
    let chat = chat(&acme(everything()), EVENING).with_policy("open = true\nlayout = \"compact\"");
    let compact = opened(&chat);
    assert_snapshot!(compact, @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now, per notes: “After 5pm call mobile” · country guess: US (location)
    🕒 Unavailable now, per notes: “M-F 9-5”
    ✉️ Email: <jane.doe@acme.example>
    … 1 more number under “More”
    🕒 Local time: Tue 18:00 in San Francisco
    Synced 14 h ago
    [More]
    [Share in channel]
    [Wrong number]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
    let full = chat.presses(&compact, "More");
    assert!(full.to_string().contains("📍 Location: San Francisco"), "{full}");
    assert_eq!(chat.presses(&full, "Show less").to_string(), compact.to_string());
}

#[test]
fn a_shared_card_leaves_the_notes_out() {
    let chat = chat(&acme(everything()), EVENING).by_user(7);
    assert_snapshot!(chat.shares(&opened(&chat)), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · country guess: US (location)
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    🕒 Local time: Tue 18:00 in San Francisco
    type: Internal IT
    📍 Location: San Francisco, California, United States
    Shared by <@7>
    Synced 14 h ago · record updated 2025-11-02
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}

#[test]
fn notes_are_shared_without_secrets_if_the_operator_allows() {
    let chat = chat(&acme(everything()), EVENING).with_policy("open = true\nshare_notes = true");
    assert_snapshot!(chat.shares(&opened(&chat)), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now, per notes: “After 5pm call mobile” · country guess: US (location)
    🕒 Unavailable now, per notes: “M-F 9-5”
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    🕒 Local time: Tue 18:00 in San Francisco
    type: Internal IT
    📍 Location: San Francisco, California, United States
    📝 Notes:
    > Hours: M-F 9-5.
    > After 5pm call mobile.
    > Runs the server room. Password: (🔒 password hidden)
    🔒 1 possible secret hidden. See IT Glue.
    Shared by <@4>
    Synced 14 h ago · record updated 2025-11-02
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}

#[test]
fn where_sharing_is_off_it_is_neither_offered_nor_done() {
    let chat = chat(&acme(everything()), EVENING).with_policy("open = true\nshare = false");
    assert!(!opened(&chat).to_string().contains("[Share]"));
    assert_snapshot!(chat.clicks(targets::share(42)), @"
    Sharing is turned off
    Your bot admin doesn't allow sharing contacts in channels.
    Synced 14 h ago
    ");
}

#[test]
fn a_contact_who_left_is_not_shared() {
    let chat = chat(&acme(jane().of_type(6).phone("4155550100")), MORNING);
    assert_snapshot!(opened(&chat), @"
    Jane Doe
    ⛔ Former contact: the contact type is “Terminated”. Check before you call.
    IT Manager · Acme Corporation
    📞 <+1 415 555 0100>
    country guess: US (location)
    ✉️ No email address
    🕒 Local time: Tue 10:00 in San Francisco
    type: Terminated
    📍 Location: San Francisco, California, United States
    Synced 6 h ago
    [Show less]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    ");
    assert_snapshot!(chat.clicks(targets::share(42)), @"
    Former contacts can't be shared
    Jane Doe is marked as former in IT Glue. Find someone else at this client.
    Synced 6 h ago
    ");
    assert!(chat.clicks(targets::file(42)).to_string().starts_with("Former contacts can't be shared\n"));
}

#[test]
fn a_deleted_contact_can_be_neither_shared_nor_changed() {
    let chat = chat(&acme(jane()), MORNING);
    for button in [
        targets::share(1),
        targets::file(1),
        targets::favourite(1),
        targets::layout(1, None, Layout::Full),
        targets::layout(1, Some(5), Layout::Compact),
    ] {
        assert!(chat.clicks(button).to_string().starts_with("No longer available\n"), "{button:?}");
    }
}

#[test]
fn a_favourite_belongs_to_its_user() {
    let mine = chat(&acme(jane()), MORNING).by_user(7);
    let marked = mine.presses(&opened(&mine), "Add favorite");
    assert_snapshot!(marked, @"
    Jane Doe · ★ favorite
    IT Manager · Acme Corporation
    📞 No phone number
    ✉️ No email address
    🕒 Local time: Tue 10:00 in San Francisco
    type: Internal IT
    📍 Location: San Francisco, California, United States
    Synced 6 h ago
    [Show less]
    [Share in channel]
    [Directory]
    [★ Remove favorite]
    [Download vCard]
    ");
    assert_eq!(opened(&mine).to_string(), marked.to_string(), "it is remembered");
    let theirs = chat(&acme(jane()), MORNING).by_user(8).remembering([Change::Favourite {
        user: UserId(7),
        contact: ContactId(42),
        on: true,
    }]);
    assert!(!opened(&theirs).to_string().contains("★ favorite"));
    let removed = mine.presses(&marked, "Remove favorite");
    assert!(removed.to_string().contains("[☆ Add favorite]"), "{removed}");
    assert_eq!(opened(&mine).to_string(), removed.to_string());
}

#[test]
fn a_favourite_mark_is_not_shared() {
    let chat = chat(&acme(jane()), MORNING);
    let marked = chat.presses(&opened(&chat), "Add favorite");
    assert!(!chat.shares(&marked).to_string().contains("favorite"));
}

#[test]
fn a_card_comes_as_a_file_that_phones_import() {
    let chat = chat(&acme(everything()), MORNING);
    let shown = chat.presses(&opened(&chat), "Download vCard");
    assert_eq!(shown.kind(), 4, "a message of its own, which only the technician sees");
    assert_snapshot!(shown, @"
    vCard for Jane Doe
    Open the file to add this person to your contacts. It doesn't update itself, so delete it when you no longer need it.
    Synced 6 h ago
    (Jane-Doe.vcf)
    ");
    let file = shown.file().unwrap();
    assert_eq!(file.media_type, "text/vcard");
    assert_snapshot!(file.content.replace("\r\n", "\n"), @r"
    BEGIN:VCARD
    VERSION:3.0
    N:Doe;Jane;;;
    FN:Jane Doe
    ORG:Acme Corporation
    TITLE:IT Manager
    TEL;TYPE=WORK;TYPE=PREF:+14155550100
    TEL;TYPE=CELL:+14155550156\,123
    TEL;TYPE=WORK;TYPE=FAX:+14155550199
    EMAIL;TYPE=INTERNET;TYPE=PREF:jane.doe@acme.example
    EMAIL;TYPE=INTERNET:j.doe@home.example
    END:VCARD
    ");
}

#[test]
fn a_file_has_every_number_and_none_that_is_a_placeholder() {
    let jane = jane().phone("415-555-0101 / 415-555-0102 x12").phone("n/a").phone("0000000000").phone("415 555 (Bob)");
    let chat = chat(&acme(jane), MORNING);
    let shown = chat.presses(&opened(&chat), "Download vCard");
    let content = &shown.file().unwrap().content;
    let numbers: Vec<&str> = content.lines().filter(|line| line.starts_with("TEL")).collect();
    assert_eq!(numbers, ["TEL;TYPE=VOICE:+14155550101", r"TEL;TYPE=VOICE:+14155550102\,12", "TEL;TYPE=VOICE:415555"]);
}

#[test]
fn a_shared_card_has_no_button_but_the_link() {
    let chat = chat(&acme(everything()), MORNING);
    let shared = chat.shares(&opened(&chat)).to_string();
    let buttons: Vec<&str> = shared.lines().filter(|line| line.starts_with('[')).collect();
    assert_eq!(buttons, ["[Open in IT Glue] https://acme.itglue.example/1/contacts/42"]);
}

#[test]
fn the_reason_for_the_match_is_said_in_every_layout() {
    let chat = chat(&acme(person(42, "Robert Baker").at(1).phone("4155550100")), MORNING);
    let chat = chat.with_policy("open = true\nlayout = \"compact\"");
    assert_snapshot!(chat.asks("contact", &[("name", "bob baker")]), @"
    Robert Baker
    Acme Corporation
    📞 <+1 415 555 0100>
    country guess: US (client)
    ✉️ No email address
    🕒 Local time: Tue 10:00 in San Francisco (client's location)
    🔎 Matched by nickname: bob → Robert
    Synced 6 h ago
    [More]
    [Share in channel]
    [Wrong number]
    ");
}
