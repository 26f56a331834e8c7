//! Technicians correct contacts from chat, against a look-alike of IT Glue that changes, refuses and fails meanwhile.

mod faults;
mod killed;

use std::sync::Arc;

use callsheet::itglue::client::Client;
use callsheet::store::Store;
use callsheet::sync::{Settings, Syncer};
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::Status;
use callsheet_core::domain::id::ContactId;
use insta::assert_snapshot;
use jiff::SignedDuration;
use lookalike::Lookalike;
use lookalike::account::Account;
use tempfile::TempDir;

use testkit::account::now;
use testkit::chat::{Chat, Shown};
use testkit::desk::DeskChat;

const ACME: u64 = 1;

/// One client, and one person with two numbers.
fn account() -> Account {
    let mut account = Account::default();
    account.now = "2026-11-24T12:00:00Z".parse().ok();
    account.add_organization("Acme Corporation");
    let [manager, gone] = ["Decision Maker", "Terminated"].map(|name| account.add_contact_type(name));
    let jane = account.add_contact(ACME, "Jane", "Doe").title("IT Manager").of_type(manager);
    jane.email("Work", "jane@acme.example").phone("Work", "4155550156").phone("Mobile", "4155550100");
    jane.phones[0].more.insert("verified_by".into(), "dispatch".into());
    jane.notes = Some("Username: jdoe\nText first.\nPassword: hunter2".into());
    account.add_contact(ACME, "Olaf", "Old").of_type(gone).phone("Work", "4155550111");
    account
}

const JANE: u64 = 4;

/// An editor at Discord, and IT Glue.
async fn editor() -> (DeskChat, Lookalike) {
    with_policy("[[access]]\nroles = [\"6\"]\nwrites = true").await
}

async fn with_policy(policy: &str) -> (DeskChat, Lookalike) {
    let lookalike = Lookalike::start(account()).await.unwrap();
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    let directory = Arc::new(Directory::default());
    let client = Client::new(&lookalike.url(), lookalike.key()).unwrap();
    let mut syncer = Syncer::load_from_disk(client, store, Arc::clone(&directory), Settings::default()).await.unwrap();
    syncer.sweep(false, &|_, _, _| {}).await.unwrap();
    let status = Status { synced_at: Some(now()), ..Status::default() };
    let chat = Chat::of(&directory).with_policy(policy).with_status(status);
    (DeskChat::of(chat).await.editing(&lookalike.url(), lookalike.key()), lookalike)
}

async fn hub(desk: &DeskChat) -> Shown {
    let card = desk.asks("contact", &[("name", "jane doe")]).await;
    desk.presses(&card, "Edit").await
}

/// The lines that contain these words.
fn about(shown: &Shown, words: &str) -> String {
    shown.to_string().lines().filter(|line| line.contains(words)).collect::<Vec<_>>().join("\n")
}

fn jane(lookalike: &Lookalike) -> lookalike::account::Contact {
    lookalike.edit(|account| account.contacts[&JANE].clone())
}

const NAME: [(&str, &str); 5] =
    [("first-name", "Jane"), ("last-name", "Doe"), ("title", "CTO"), ("type", "2"), ("vip", "false")];

#[tokio::test]
async fn an_editor_corrects_a_title_and_undoes_it() {
    let (desk, lookalike) = editor().await;
    let hub = hub(&desk).await;
    assert_snapshot!(hub, @"
    Edit Jane Doe
    Acme Corporation
    What do you want to change? You see the changes before anything is saved.
    Synced just now
    [Name]
    [Emails]
    [Phones]
    [Notes]
    [Location]
    [↩ Back to contact]
    ");
    let preview = desk.fills_in(&hub, "Name", &NAME).await;
    assert_snapshot!(preview, @"
    Check before you save: Jane Doe
    Acme Corporation
    Job title: IT Manager → CTO
    Nothing is saved yet.
    Synced just now
    [Save]
    [Change more]
    [Discard]
    ");
    assert_eq!(lookalike.writes(), [""; 0], "nothing is saved before it is asked for");
    let saved = desk.presses(&preview, "Save").await;
    assert_snapshot!(about(&saved, "Saved"), @"✅ Saved in IT Glue: Job title");
    assert!(saved.to_string().contains("CTO"), "the card shows it: {saved}");
    assert_eq!(jane(&lookalike).title.as_deref(), Some("CTO"));
    assert_eq!(lookalike.writes(), ["PATCH /contacts/4"]);
    // Everybody sees it at once.
    assert!(desk.asks("contact", &[("name", "jane doe")]).await.to_string().contains("CTO"));
    let undone = desk.presses(&saved, "Undo").await;
    assert_snapshot!(about(&undone, "Undone"), @"↩️ Undone in IT Glue: Job title");
    assert_eq!(jane(&lookalike).title.as_deref(), Some("IT Manager"));
    assert!(desk.presses(&saved, "Undo").await.to_string().starts_with("Nothing left to undo: Jane Doe"));
    assert_eq!(lookalike.filtered_writes(), [""; 0]);
}

#[tokio::test]
async fn a_corrected_number_keeps_what_no_form_shows() {
    let (desk, lookalike) = editor().await;
    let before = jane(&lookalike);
    let lines = "Work 4155550177 *\nMobile 4155550100";
    let preview = desk.fills_in(&hub(&desk).await, "Phones", &[("phones", lines)]).await;
    assert_snapshot!(about(&preview, "555"), @"
    − Work 4155550156 *
    + Work 4155550177 *
    ");
    desk.presses(&preview, "Save").await;
    let after = jane(&lookalike);
    assert_eq!(after.phones[0].value, "4155550177");
    assert_eq!((&after.phones[0].more, &after.phones[1]), (&before.phones[0].more, &before.phones[1]));
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_until_it_is_fixed() {
    let (desk, lookalike) = editor().await;
    let lines = "Work jane@acme.example *\nHome jane at home\nWork jane@acme";
    let problems = desk.fills_in(&hub(&desk).await, "Emails", &[("emails", lines)]).await;
    assert_snapshot!(about(&problems, "⚠"), @"
    ⚠️ Emails, line 2: can't read “Home jane at home”
    ⚠️ Not an email address: jane@acme
    ");
    let form = desk.presses(&problems, "Fix it").await;
    assert!(form.body().to_string().contains("Home jane at home"), "{form}");
    let fixed =
        desk.sends(&form.submitted_on_card(&[("emails", "Work jane@acme.example *\nHome j@home.example")])).await;
    assert_snapshot!(about(&fixed, "home"), @"+ Home j@home.example");
    desk.presses(&fixed, "Save").await;
    assert_eq!(jane(&lookalike).emails.len(), 2);
}

#[tokio::test]
async fn both_values_are_shown_where_two_change_one_field() {
    let (desk, lookalike) = editor().await;
    let hub = hub(&desk).await;
    lookalike.edit(|account| account.change_contact(JANE).unwrap().title = Some("CIO".into()));
    let preview = desk.fills_in(&hub, "Name", &NAME).await;
    assert_snapshot!(about(&preview, "Job title"), @"
    ⚠️ Job title: someone else changed it too. In IT Glue: CIO. Yours: CTO. Choose one.
    [Job title: use mine]
    [Job title: keep IT Glue's]
    ");
    assert_eq!(about(&preview, "[Save]"), "", "not before a choice");
    let mine = desk.presses(&preview, "use mine").await;
    assert_snapshot!(about(&mine, "Job title"), @"
    Job title: CIO → CTO
    ⚠️ Someone else changed Job title in IT Glue meanwhile: IT Manager → CIO
    ");
    desk.presses(&mine, "Save").await;
    assert_eq!(jane(&lookalike).title.as_deref(), Some("CTO"));
}

#[tokio::test]
async fn a_change_after_the_preview_is_shown_before_it_is_saved() {
    let (desk, lookalike) = editor().await;
    let preview =
        desk.fills_in(&hub(&desk).await, "Phones", &[("phones", "Work 4155550177 *\nMobile 4155550100")]).await;
    lookalike.edit(|account| _ = account.change_contact(JANE).unwrap().phone("Pager", "4155550188"));
    let again = desk.presses(&preview, "Save").await;
    assert_snapshot!(about(&again, "since you looked"), @"⚠️ Someone changed this record in IT Glue since you looked. Check again.");
    assert_eq!(lookalike.writes(), [""; 0]);
    desk.presses(&again, "Save").await;
    let numbers: Vec<String> = jane(&lookalike).phones.into_iter().map(|phone| phone.value).collect();
    assert_eq!(numbers, ["4155550177", "4155550100", "4155550188"]);
}

#[tokio::test]
async fn an_undo_goes_over_nobody_elses_change() {
    let (desk, lookalike) = editor().await;
    let preview = desk.fills_in(&hub(&desk).await, "Name", &NAME).await;
    let saved = desk.presses(&preview, "Save").await;
    lookalike.edit(|account| account.change_contact(JANE).unwrap().title = Some("CIO".into()));
    let refused = desk.presses(&saved, "Undo").await;
    assert_snapshot!(about(&refused, "⚠"), @"⚠️ Someone changed this since, so undoing would overwrite it: Job title");
    assert_eq!(jane(&lookalike).title.as_deref(), Some("CIO"));
}

#[tokio::test]
async fn a_hidden_line_of_notes_stays_hidden_and_stays() {
    let (desk, lookalike) = editor().await;
    let hub = hub(&desk).await;
    let form = desk.presses(&hub, "Notes").await;
    let text = form.body()["data"]["components"][0]["component"]["value"].as_str().unwrap().to_owned();
    assert!(!text.contains("hunter2"), "{text}");
    let given = text.replace("Text first.", "Call first.");
    let preview = desk.sends(&form.submitted_on_card(&[("notes", &given)])).await;
    desk.presses(&preview, "Save").await;
    assert_eq!(jane(&lookalike).notes.as_deref(), Some("Username: jdoe\nCall first.\nPassword: hunter2"));
}

#[tokio::test]
async fn a_new_contact_is_added_once_and_those_alike_are_shown() {
    let (desk, lookalike) = editor().await;
    let form = desk.asks("contact-add", &[("organization", "id:1")]).await;
    let given = [("first-name", "Jayne"), ("last-name", "Doe"), ("title", ""), ("type", "2"), ("vip", "true")];
    let preview = desk.sends(&form.submitted(&given)).await;
    assert_snapshot!(preview, @"
    Check before you save: Jayne Doe
    Acme Corporation
    First name: (blank) → Jayne
    Last name: (blank) → Doe
    Contact type: (blank) → Decision Maker
    VIP: (blank) → yes
    ⚠️ These contacts may be the same person. Pick one to open it instead:
    Nothing is saved yet.
    1. Jane Doe · IT Manager · Acme Corporation · Decision Maker
    Synced just now
    [Jane Doe | IT Manager · Acme Corporation · Decision Maker]
    [Add anyway]
    [Change more]
    [Discard]
    ");
    let more = desk.presses(&preview, "Change more").await;
    let preview = desk.fills_in(&more, "Phones", &[("phones", "Mobile 4155550133 *")]).await;
    let save = preview.pressed("Add anyway");
    let added = desk.sends(&save).await;
    assert_snapshot!(about(&added, "Added"), @"✅ Added to IT Glue: First name, Last name, Contact type, VIP, Phones");
    let again = desk.sends(&save).await;
    assert_eq!(about(&again, "Added"), about(&added, "Added"), "a second click adds nobody");
    assert_eq!(lookalike.writes(), ["POST /organizations/1/relationships/contacts"]);
    let made = lookalike.edit(|account| account.contacts.values().next_back().unwrap().clone());
    assert_eq!(
        (made.first_name.as_deref(), made.important, &*made.phones[0].value),
        (Some("Jayne"), Some(true), "4155550133")
    );
    assert!(desk.asks("contact", &[("name", "jayne doe")]).await.to_string().contains("Jayne Doe"));
}

#[tokio::test]
async fn a_retired_contact_is_called_former() {
    let (desk, lookalike) = editor().await;
    let form = desk.asks("contact-retire", &[("contact", "jane doe")]).await;
    let preview = desk.sends(&form.submitted(&[("reason", "left")])).await;
    assert_snapshot!(about(&preview, "Contact type"), @"Contact type: Decision Maker → Terminated");
    let saved = desk.presses(&preview, "Save").await;
    assert!(saved.to_string().contains("Former contact"), "{saved}");
    assert_eq!(jane(&lookalike).contact_type, Some(3));
    let again = desk.asks("contact-retire", &[("contact", "id:4")]).await;
    assert!(again.to_string().starts_with("Jane Doe is already a former contact"), "{again}");
}

#[tokio::test]
async fn who_may_not_write_is_offered_nothing() {
    for policy in ["open = true", "[[access]]\nroles = [\"6\"]", "[[access]]\nroles = [\"7\"]\nwrites = true"] {
        let (desk, _lookalike) = with_policy(policy).await;
        let card = desk.asks("contact", &[("name", "jane doe")]).await;
        assert_eq!(about(&card, "[Edit]"), "", "{policy}");
        for command in ["contact-edit", "contact-retire"] {
            let refused = desk.asks(command, &[("contact", "jane doe")]).await;
            assert!(refused.to_string().starts_with("You don't have access"), "{policy}: {refused}");
        }
    }
    let (desk, _lookalike) = with_policy("[[access]]\nroles = [\"6\"]\nfields = [\"email\"]\nwrites = true").await;
    assert_eq!(about(&hub(&desk).await, "["), "[Name]\n[Emails]\n[↩ Back to contact]");
}

#[tokio::test]
async fn a_right_that_is_lost_ends_an_edit() {
    let (desk, lookalike) = editor().await;
    let preview = desk.fills_in(&hub(&desk).await, "Name", &NAME).await;
    let save = preview.pressed("Save");
    let desk = desk.with(|chat| chat.with_policy("[[access]]\nroles = [\"6\"]"));
    assert!(desk.sends(&save).await.to_string().starts_with("You don't have access"));
    let desk = desk.with(|chat| chat.with_policy("[[access]]\nroles = [\"6\"]\nwrites = true"));
    let desk = desk.with(|chat| {
        chat.later(SignedDuration::from_mins(16));
        chat
    });
    assert!(desk.sends(&save).await.to_string().starts_with("That edit has expired"));
    assert_eq!(lookalike.writes(), [""; 0]);
}

#[tokio::test]
async fn the_journal_and_the_buttons_hold_no_value() {
    let (desk, _lookalike) = editor().await;
    let preview = desk.fills_in(&hub(&desk).await, "Phones", &[("phones", "Work 4155550177 *")]).await;
    desk.presses(&preview, "Save").await;
    let entries = desk.entries().await;
    let lines: Vec<String> = entries.iter().map(|entry| entry.encode().unwrap()).collect();
    assert!(lines.iter().all(|line| !line.contains("555") && !line.contains("Jane")), "{lines:?}");
    let saved = entries.iter().filter(|entry| entry.contacts.contains(&ContactId(JANE))).count();
    assert!(saved >= 4, "{lines:?}");
    assert!(!preview.body()["data"]["components"].to_string().contains("555"));
    let changes: Vec<&String> = lines.iter().filter(|line| line.contains("changed")).collect();
    assert_snapshot!(changes.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n"), @r#"
    {"v":5,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"button":"save"},"changed":["phones"],"contacts":[4],"organizations":[1],"fields":["name"],"audience":"caller","outcome":"disclosed"}
    {"v":5,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"button":"save"},"reason":"done","changed":["phones"],"contacts":[4],"fields":["name","title","phone","email","notes"],"audience":"caller","outcome":"disclosed"}
    "#);
}

#[tokio::test]
async fn a_contact_who_moved_to_another_client_is_not_shown() {
    let (desk, lookalike) = editor().await;
    let hub = hub(&desk).await;
    lookalike.edit(|account| {
        let secret = account.add_organization("Secret Client");
        let jane = account.change_contact(JANE).unwrap();
        (jane.organization, jane.title) = (secret, Some("Undercover".into()));
    });
    let refused = desk.fills_in(&hub, "Name", &NAME).await;
    assert!(
        refused.to_string().contains("moved to another client") && !refused.to_string().contains("Undercover"),
        "{refused}"
    );
    lookalike.edit(|account| {
        let jane = account.change_contact(JANE).unwrap();
        (jane.organization, jane.restricted) = (ACME, true);
    });
    let refused = desk.fills_in(&hub, "Name", &NAME).await;
    assert!(refused.to_string().contains("access changed") && !refused.to_string().contains("Undercover"), "{refused}");
}

#[tokio::test]
async fn changes_are_limited_by_the_hour_and_stopped_by_a_pause() {
    let policy = "[[access]]\nroles = [\"6\"]\nwrites = true\n[brake]\nchanges_per_hour = 1";
    let (desk, lookalike) = with_policy(policy).await;
    let preview = desk.fills_in(&hub(&desk).await, "Name", &NAME).await;
    let saved = desk.presses(&preview, "Save").await;
    assert!(desk.presses(&saved, "Undo").await.to_string().starts_with("Too many changes within an hour"));
    assert_eq!(lookalike.writes().len(), 1);
    let desk = desk
        .with(|chat| chat.with_policy("[[access]]\nroles = [\"6\"]\nwrites = true\n[brake]\nquestions_per_minute = 1"));
    desk.asks("help", &[]).await;
    let undone = desk.presses(&saved, "Undo").await;
    assert!(undone.to_string().starts_with("Too many requests"), "{undone}");
    assert_eq!(lookalike.writes().len(), 1);
}
