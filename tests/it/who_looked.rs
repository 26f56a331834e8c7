//! `/who-looked`: who looked a contact up, for managers of the server.

use callsheet::config::audit::Audit;
use callsheet::store::journal::beside;
use callsheet::terminal::Conversation;
use callsheet_core::answer::lookups::Trail;
use callsheet_core::domain::id::{ContactId, GuildId, UserId};
use callsheet_core::journal::{Action, Entry, Field, Outcome};
use insta::assert_snapshot;
use jiff::SignedDuration;
use serde_json::json;

use testkit::account::{Account, now, person};
use testkit::chat::{Chat, GUILD, Shown, asked, used_on};
use testkit::desk::DeskChat;
use testkit::logs::Logs;
use testkit::targets;

/// Discord's bits for "Manage Server" and "Administrator".
const MANAGE: u64 = 32;
const ADMINISTRATOR: u64 = 8;

fn account() -> Account {
    let jane = person(26, "Jane Doe").at(1).title("IT Manager").phone("4155550101").email("jane@acme.example");
    Account::default()
        .organization(1, "Acme Corporation")
        .organization(2, "Quiet Clinic")
        .site(1, 1, "Head office", "4155550100")
        .with(jane.notes("Text first."))
        .with(person(126, "John Roe").at(1).title("Clerk").phone("4155550102"))
        .with(person(262, "Joan Roe").at(1).phone("4155550103"))
        .with(person(30, "Quentin Quiet").at(2).title("Dentist").phone("4155550104"))
        .with(person(31, "Vera Veiled").at(1).restricted())
}

async fn desk() -> DeskChat {
    DeskChat::of(Chat::about(&account())).await
}

fn technician(user: u64, at: &'static str) -> impl FnOnce(Chat) -> Chat {
    move |chat| chat.by_user(user).permitted(0).at(at)
}

fn manager(chat: Chat) -> Chat {
    chat.by_user(4).permitted(MANAGE).at("2026-11-24T12:00:00Z")
}

fn card(user: u64, minutes: i64) -> Entry {
    Entry {
        user: Some(UserId(user)),
        guild: Some(GuildId(GUILD)),
        contacts: [ContactId(26)].into(),
        fields: [Field::Name, Field::Phone].into(),
        outcome: Outcome::Disclosed,
        ..Entry::new(now() - SignedDuration::from_mins(minutes), Action::Command("contact".into()))
    }
}

async fn looked(desk: &DeskChat) -> Shown {
    desk.asks("who-looked", &[("name", "jane doe")]).await
}

/// Three days of look-ups of Jane Doe in every possible way.
async fn three_days() -> DeskChat {
    let desk = desk().await.with(technician(5, "2026-11-20T08:00:00Z"));
    for typed in ["j", "ja", "jan", "jane"] {
        desk.types("contact", &[("name", typed)]).await;
    }
    let card = desk.asks("contact", &[("name", "id:26")]).await;
    let desk = desk.with(technician(5, "2026-11-20T08:05:00Z"));
    desk.presses(&card, "Show less").await;
    desk.posts(&card.pressed("Share in channel")).await;
    desk.types("contact", &[("name", "jane")]).await;
    let desk = desk.with(technician(6, "2026-11-21T09:00:00Z"));
    desk.asks("directory", &[("organization", "acme")]).await;
    desk.sends(&used_on("Who do I call?", &json!({ "content": "Acme Corporation: server down" }))).await;
    let card = desk.asks("contact", &[("name", "id:26")]).await;
    desk.presses(&card, "Download vCard").await;
    let desk = desk.with(technician(7, "2026-11-22T10:00:00Z"));
    desk.types("vip", &[("name", "jane")]).await;
    desk.asks("contact", &[("name", "jo")]).await;
    desk.types("contact", &[("name", "jane")]).await;
    // Look-ups of other contacts, whose ids contain digits of hers.
    let desk = desk.with(technician(8, "2026-11-23T11:00:00Z"));
    desk.asks("contact", &[("name", "id:126")]).await;
    desk.asks("contact", &[("name", "id:262")]).await;
    desk.with(manager)
}

#[tokio::test]
async fn managers_see_who_looked_a_contact_up() {
    let desk = three_days().await;
    assert_snapshot!(looked(&desk).await, @"
    Who looked up Jane Doe · Acme Corporation
    👁️ 2 people looked up **Jane Doe** since 2026-11-20.
    1 person saw only the name or title, in suggestions, menus or lists.
    <t:1795341600:f> · <@7> · in suggestions · name, title
    <t:1795251600:f> · <@6> · as a vCard · name, title, phone, email
    <t:1795251600:f> · <@6> · /contact · name, title, phone, email, location, notes
    <t:1795251600:f> · <@6> · Who do I call? · name, title, phone, email, location, notes
    <t:1795251600:f> · <@6> · /directory · name, title, phone
    <t:1795161900:f> · <@5> · in suggestions · name, title · 5×
    <t:1795161900:f> · <@5> · shared in <#3> · name, title, phone, email, location
    <t:1795161900:f> · <@5> · button or menu · name, title, phone, email, location, notes
    <t:1795161600:f> · <@5> · /contact · name, title, phone, email, location, notes
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify checks the audit log for changes and callsheet journal report --contact 26 lists every entry.
    Synced 4 min ago
    ");
    let noted = desk.entries().await.pop().unwrap();
    assert_snapshot!(noted.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"who-looked"},"contacts":[26],"fields":["name"],"audience":"caller","outcome":"disclosed"}"#);
    // Asking `/who-looked` is no look-up.
    assert_eq!(looked(&desk).await.to_string(), looked(&desk).await.to_string());
    assert_snapshot!(looked(&desk.with(|chat| chat.speaking("de"))).await, @"
    Wer Jane Doe abgefragt hat · Acme Corporation
    👁️ 2 Personen haben **Jane Doe** seit dem 20.11.2026 abgefragt.
    1 Person sah nur Name oder Position, in Vorschlägen, Menüs oder Listen.
    <t:1795341600:f> · <@7> · in Vorschlägen · Name, Position
    <t:1795251600:f> · <@6> · als vCard · Name, Position, Telefon, E-Mail
    <t:1795251600:f> · <@6> · /contact · Name, Position, Telefon, E-Mail, Standort, Notizen
    <t:1795251600:f> · <@6> · Wen rufe ich an? · Name, Position, Telefon, E-Mail, Standort, Notizen
    <t:1795251600:f> · <@6> · /directory · Name, Position, Telefon
    <t:1795161900:f> · <@5> · in Vorschlägen · Name, Position · 5×
    <t:1795161900:f> · <@5> · geteilt in <#3> · Name, Position, Telefon, E-Mail, Standort
    <t:1795161900:f> · <@5> · Schaltfläche oder Menü · Name, Position, Telefon, E-Mail, Standort, Notizen
    <t:1795161600:f> · <@5> · /contact · Name, Position, Telefon, E-Mail, Standort, Notizen
    /who-looked selbst wird nicht mitgezählt. Auf dem Rechner des Bots prüft callsheet journal verify das Audit-Protokoll auf Änderungen, und callsheet journal report --contact 26 zeigt alle Einträge.
    Letzter Abgleich: 4 min ago
    ");
}

#[tokio::test]
async fn without_look_ups_the_answer_says_since_when() {
    let desk = desk().await.with(technician(5, "2026-11-20T08:00:00Z"));
    desk.asks("contact", &[("name", "id:126")]).await;
    let desk = desk.with(manager);
    desk.types("who-looked", &[("name", "jane")]).await;
    assert_snapshot!(looked(&desk).await, @"
    Who looked up Jane Doe · Acme Corporation
    No one has looked up **Jane Doe** since the audit log began (2026-11-20).
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify checks the audit log for changes and callsheet journal report --contact 26 lists every entry.
    Synced 4 min ago
    ");
}

#[test]
fn a_partly_read_journal_says_back_to_when() {
    let mut trail = Trail::new(ContactId(26), Some(GuildId(GUILD)), now());
    let days = 24 * 60;
    for entry in [card(5, days), Entry { contacts: [ContactId(126)].into(), ..card(6, 9 * days) }] {
        trail.add(&entry);
    }
    let chat = manager(Chat::about(&account()));
    let response = chat.answers(&chat.sent(&asked("who-looked", &[("name", "id:26")]))).unwrap();
    let shown = Shown::of(&response.with_trail(trail));
    assert_snapshot!(shown, @"
    Who looked up Jane Doe · Acme Corporation
    👁️ 1 person looked up **Jane Doe** since 2026-11-15.
    ⚠️ The audit log couldn't be read in full. Lookups before 2026-11-15 aren't counted.
    <t:1795435200:f> · <@5> · /contact · name, phone
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify checks the audit log for changes and callsheet journal report --contact 26 lists every entry.
    Synced 4 min ago
    ");
}

#[tokio::test]
async fn entries_of_a_contact_with_a_similar_id_are_not_hers() {
    let desk = desk().await.with(manager);
    let others = [2, 6, 126, 226, 260, 262].map(|id| Entry { contacts: [ContactId(id)].into(), ..card(26, 26) });
    desk.desk().journal.append(&others).await.unwrap();
    assert!(looked(&desk).await.to_string().contains("No one has looked up **Jane Doe**"));
    let hers = Entry { contacts: [ContactId(2), ContactId(26), ContactId(300)].into(), ..card(5, 1) };
    desk.desk().journal.append(&[hers]).await.unwrap();
    assert!(looked(&desk).await.to_string().contains("1 person looked up **Jane Doe**"));
}

#[tokio::test]
async fn refused_keystrokes_on_hold_are_one_line_a_day() {
    let chat = Chat::about(&account()).with_policy("open = true\n[brake]\ncontacts_per_hour = 1");
    let desk = DeskChat::of(technician(5, "2026-11-20T08:00:00Z")(chat)).await;
    desk.asks("directory", &[("organization", "acme")]).await;
    for typed in ["j", "ja", "jan"] {
        desk.types("contact", &[("name", typed)]).await;
    }
    assert_snapshot!(looked(&desk.with(manager)).await, @"
    Who looked up Jane Doe · Acme Corporation
    No one has looked up **Jane Doe** since the audit log began (2026-11-20).
    <t:1795161600:f> · <@5> · in suggestions · refused
    <t:1795161600:f> · <@5> · /directory · refused
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify checks the audit log for changes and callsheet journal report --contact 26 lists every entry.
    Synced 4 min ago
    ");
}

#[tokio::test]
async fn many_lookups_are_shown_in_pages() {
    let desk = desk().await.with(manager);
    let entries: Vec<Entry> = (0_i64..30).map(|minutes| card(5 + minutes.unsigned_abs() % 3, minutes)).rev().collect();
    desk.desk().journal.append(&entries).await.unwrap();
    let first = looked(&desk).await;
    assert!(first.to_string().contains("3 people looked up"), "{first}");
    assert!(first.to_string().contains("Page 1 of 3") && !first.to_string().contains("Previous"), "{first}");
    let second = desk.presses(&first, "Next").await;
    assert_eq!(second.kind(), 7, "in place of the first");
    assert!(second.to_string().contains("Page 2 of 3"), "{second}");
    let last = desk.presses(&second, "Next").await;
    assert!(last.to_string().contains("Page 3 of 3") && !last.to_string().contains("Next"), "{last}");
    assert_eq!(last.to_string().matches("/contact").count(), 30 - 2 * 12, "{last}");
    assert_eq!(desk.presses(&second, "Previous").await.body()["data"]["embeds"], first.body()["data"]["embeds"]);
    // There may be fewer pages than when the button was made.
    assert!(desk.clicks(targets::who_looked(26, 99)).await.to_string().contains("Page 3 of 3"));
}

#[tokio::test]
async fn only_managers_learn_who_looked_by_any_way_in() {
    let desk = desk().await.with(manager);
    let entries: Vec<Entry> = (0..20).map(|minutes| card(5, minutes)).collect();
    desk.desk().journal.append(&entries).await.unwrap();
    let (pages, menu) = (looked(&desk).await, desk.asks("who-looked", &[("name", "roe")]).await);
    let desk = desk.with(|chat| chat.permitted(1 << 4));
    for shown in [
        looked(&desk).await,
        desk.types("who-looked", &[("name", "jan")]).await,
        desk.types("who-looked", &[("name", "")]).await,
        desk.presses(&pages, "Next").await,
        desk.picks(&menu, "John Roe").await,
        desk.clicks(targets::who_looked(26, 0)).await,
    ] {
        assert!(shown.to_string().starts_with("You don't have access"), "{shown}");
        assert!(!shown.to_string().contains("Jane"), "{shown}");
    }
    assert!(desk.entries().await.iter().rev().take(4).all(|entry| entry.contacts.is_empty()));
    // A rule of the policy file cannot make a user a manager, and can exclude one.
    let desk = desk.with(|chat| chat.with_policy("[[access]]\ncommands = [\"who-looked\", \"contact\"]"));
    assert!(looked(&desk).await.to_string().starts_with("You don't have access"));
    let desk = desk.with(|chat| chat.permitted(ADMINISTRATOR));
    assert!(looked(&desk).await.to_string().starts_with("Who looked up Jane Doe"));
    let desk = desk.with(|chat| chat.with_policy("[[access]]\ncommands = [\"contact\"]"));
    assert!(looked(&desk).await.to_string().starts_with("You don't have access"));
}

#[tokio::test]
async fn a_page_is_for_its_caller() {
    let desk = desk().await.with(manager);
    let entries: Vec<Entry> = (0..20).map(|minutes| card(5, minutes)).collect();
    desk.desk().journal.append(&entries).await.unwrap();
    let pages = looked(&desk).await;
    let desk = desk.with(|chat| chat.by_user(9));
    assert!(desk.presses(&pages, "Next").await.to_string().starts_with("No longer available\n"));
}

#[tokio::test]
async fn several_matches_are_a_choice_and_no_match_is_said() {
    let desk = three_days().await;
    let menu = desk.asks("who-looked", &[("name", "roe")]).await;
    assert_snapshot!(menu, @"
    Several matches for “roe”
    Pick the one you mean.
    1. Joan Roe · Acme Corporation
    2. John Roe · Clerk · Acme Corporation
    Synced 4 min ago
    [Joan Roe | Acme Corporation]
    [John Roe | Clerk · Acme Corporation]
    ");
    assert_snapshot!(desk.picks(&menu, "John Roe").await, @"
    Who looked up John Roe · Acme Corporation
    👁️ 2 people looked up **John Roe** since 2026-11-20.
    2 people saw only the name or title, in suggestions, menus or lists.
    <t:1795431600:f> · <@8> · /contact · name, title, phone, location
    <t:1795341600:f> · <@7> · /contact · name, title
    <t:1795251600:f> · <@6> · Who do I call? · name, title, location
    <t:1795251600:f> · <@6> · /directory · name, title, phone
    <t:1795161600:f> · <@5> · in suggestions · name, title · 2×
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify checks the audit log for changes and callsheet journal report --contact 126 lists every entry.
    Synced 4 min ago
    ");
    for (typed, title) in [
        ("xqzt wvkj", "No match for “xqzt wvkj”\n"),
        ("…", "Enter something to search for\n"),
        ("id:999", "No longer available\n"),
        // A site's number belongs to no contact.
        ("415 555 0100", "No match for “415 555 0100”\n"),
    ] {
        let shown = desk.asks("who-looked", &[("name", typed)]).await.to_string();
        assert!(shown.starts_with(title), "{typed}: {shown}");
    }
    assert!(desk.types("who-looked", &[("name", "jan")]).await.to_string().starts_with("Jane Doe · IT Manager"));
}

#[tokio::test]
async fn a_manager_cannot_ask_about_a_hidden_contact() {
    let desk = desk().await.with(manager);
    assert!(!desk.asks("who-looked", &[("name", "vera")]).await.to_string().contains("Veiled"));
    assert!(desk.clicks(targets::who_looked(31, 0)).await.to_string().starts_with("No longer available\n"));
    let desk = desk.with(|chat| chat.with_policy("redacted = [\"Quiet *\"]\n[[access]]\nexcept = [\"Acme*\"]"));
    assert!(desk.clicks(targets::who_looked(26, 0)).await.to_string().starts_with("No longer available\n"));
    let redacted = desk.asks("who-looked", &[("name", "quentin")]).await.to_string();
    assert!(redacted.starts_with("Who looked up Quentin Quiet") && !redacted.contains("Dentist"), "{redacted}");
}

#[tokio::test]
async fn an_unreadable_journal_is_said_with_what_to_do() {
    let desk = DeskChat::audited(manager(Chat::about(&account())), Audit { required: false, retention: None }).await;
    let logs = Logs::capture();
    let journal = beside(&desk.database()).unwrap();
    std::fs::remove_file(&journal).unwrap();
    std::fs::create_dir(&journal).unwrap();
    assert_snapshot!(looked(&desk).await, @"
    Who looked up Jane Doe · Acme Corporation
    The audit log couldn't be read. On the bot's host, run callsheet journal report --contact 26 to see who looked up Jane Doe.
    Synced 4 min ago
    ");
    logs.wait_for("cannot read the audit log").await;
    assert!(!logs.text().contains("Jane"));
}

#[tokio::test]
async fn an_answer_that_cannot_be_journaled_is_not_shown() {
    let desk = three_days().await;
    desk.desk().journal.close().await;
    assert!(looked(&desk).await.to_string().starts_with("Can't show this right now\n"));
}

#[tokio::test]
async fn the_terminal_reads_the_whole_journal() {
    let desk = three_days().await;
    let elsewhere = Entry { guild: Some(GuildId(GUILD + 1)), ..card(9, 1) };
    desk.desk().journal.append(&[elsewhere]).await.unwrap();
    let mut conversation = Conversation::default();
    desk.types_at_terminal(&mut conversation, "/contact id:26").await;
    assert_snapshot!(desk.types_at_terminal(&mut conversation, "/who-looked jane doe").await, @"
    Who looked up Jane Doe · Acme Corporation
    👁️ 4 people looked up Jane Doe since 2026-11-20.
    1 person saw only the name or title, in suggestions, menus or lists.
    2026-11-24 12:00 UTC · on the bot's host · /contact · name, title, phone, email,
       location, notes
    2026-11-24 11:59 UTC · user 9 · /contact · name, phone
    2026-11-22 10:00 UTC · user 7 · in suggestions · name, title
    2026-11-21 09:00 UTC · user 6 · as a vCard · name, title, phone, email
    2026-11-21 09:00 UTC · user 6 · /contact · name, title, phone, email, location,
       notes
    2026-11-21 09:00 UTC · user 6 · Who do I call? · name, title, phone, email,
       location, notes
    2026-11-21 09:00 UTC · user 6 · /directory · name, title, phone
    2026-11-20 08:05 UTC · user 5 · in suggestions · name, title · 5×
    2026-11-20 08:05 UTC · user 5 · shared in #3 · name, title, phone, email,
       location
    2026-11-20 08:05 UTC · user 5 · button or menu · name, title, phone, email,
       location, notes
    2026-11-20 08:00 UTC · user 5 · /contact · name, title, phone, email, location,
       notes
    /who-looked itself isn't counted. On the bot's host, callsheet journal verify
       checks the audit log for changes and callsheet journal report --contact 26
       lists every entry.
    Synced 4 min ago
    ");
    let menu = desk.types_at_terminal(&mut conversation, "/who-looked roe").await;
    assert!(menu.ends_with("[type a number from 1 to 2]\n"), "{menu}");
    let john = desk.types_at_terminal(&mut conversation, "2").await;
    assert!(john.starts_with("Who looked up John Roe · Acme Corporation\n👁️ 2 people looked up"), "{john}");
}
