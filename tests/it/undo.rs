//! A wrong number is reported with a reason from every card that shows one, and what a click has noted is taken back.

use std::collections::BTreeSet;

use callsheet::terminal::Conversation;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::language::Language;
use callsheet_core::domain::id::{ContactId, GuildId};
use callsheet_core::journal::Action;
use callsheet_core::notebook::attempts::Outcome;
use insta::assert_snapshot;
use jiff::SignedDuration;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, GUILD, Shown, submitted};
use testkit::desk::DeskChat;
use testkit::targets;

/// Jane has one number, Tess two.
fn account() -> Account {
    let acme = usual_types(Account::default()).organization(1, "Acme Corporation");
    acme.with_all([
        person(1, "Jane Doe").at(1).of_type(1).phone("4155550101"),
        person(2, "Tess Tech").at(1).of_type(2).phone("4155550102").phone("4155550103"),
    ])
}

fn chat() -> Chat {
    Chat::about(&account())
}

fn jane(chat: &Chat) -> Shown {
    chat.asks("contact", &[("name", "id:1")])
}

fn primary(chat: &Chat) -> Shown {
    chat.asks("primary", &[("organization", "id:1")])
}

/// The lines that contain these words.
fn about(shown: &Shown, words: &str) -> String {
    shown.to_string().lines().filter(|line| line.contains(words)).collect::<Vec<_>>().join("\n")
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

#[test]
fn a_report_is_told_to_the_next_technician_with_its_reason() {
    let chat = chat();
    let card = jane(&chat);
    assert_snapshot!(chat.presses(&card, "Wrong number"), @"
    Report a wrong number
    What's wrong with it?
    [not in service | -]
    [someone else answers | -]
    [they no longer work there | -]
    [something else | -]
    ");
    let reported = chat.reports(&card, "not-in-service");
    assert_eq!(reported.kind(), 7, "it takes the place of the card");
    assert_snapshot!(about(&reported, "reported"), @"⚠️ reported wrong once: not in service · as stored, unverified");
    let chat = chat.by_user(5);
    chat.later(minutes(2));
    let theirs = jane(&chat);
    assert_eq!(about(&theirs, "reported"), about(&reported, "reported"));
    assert_eq!(about(&theirs, "Undo"), "", "that is for the one who reported it");
    let twice = chat.reports(&theirs, "somebody-else");
    assert!(about(&twice, "reported").contains("reported wrong 2 times: not in service, someone else answers · "));
    let other = Chat::about(&account());
    assert!(about(&other.reports(&jane(&other), "other"), "reported").contains("reported wrong once · "));
}

#[test]
fn an_undone_report_is_told_to_nobody() {
    let chat = chat();
    let reported = chat.reports(&jane(&chat), "left");
    assert_snapshot!(about(&reported, "Undo"), @"[Undo: wrong number, Jane Doe]");
    let less = chat.presses(&reported, "Show less");
    assert_eq!(about(&less, "Undo"), about(&reported, "Undo"), "it stays while one looks around");
    let undone = chat.presses(&reported, "Undo");
    assert_eq!(undone.kind(), 7);
    assert_snapshot!(about(&undone, "Undone"), @"↩️ Undone: wrong number, Jane Doe");
    for shown in [undone, jane(&chat), jane(&chat.by_user(5))] {
        assert!(!shown.to_string().contains("reported") && !shown.to_string().contains("Last call"), "{shown}");
        assert!(!shown.to_string().contains("[Undo"), "{shown}");
    }
}

#[test]
fn undo_works_for_fifteen_minutes() {
    for (after, undone) in [(15 * 60, true), (15 * 60 + 1, false)] {
        let chat = chat();
        let reported = chat.reports(&jane(&chat), "left");
        chat.later(SignedDuration::from_secs(after));
        assert_eq!(!about(&jane(&chat), "[Undo").is_empty(), undone);
        let shown = chat.presses(&reported, "Undo");
        let said = "⚠️ Too late to undo: wrong number, Jane Doe. Undo works for 15 minutes.";
        assert_eq!(about(&shown, "Too late"), if undone { "" } else { said });
        assert_eq!(about(&shown, "reported").is_empty(), undone, "{shown}");
    }
}

#[test]
fn nobody_takes_back_what_somebody_else_noted() {
    let chat = chat();
    let reported = chat.reports(&jane(&chat), "left");
    let (button, at) = (reported.pressed("Undo"), chat.now());
    let chat = chat.by_user(5);
    assert!(chat.sends(&button).to_string().starts_with("No longer available\n"));
    let number = chat.remembered().of(GuildId(GUILD)).since(at).next().unwrap().number;
    let own = ClickTarget::Undo { contact: ContactId(1), chain: None, number, outcome: Outcome::WrongNumber, at };
    let shown = chat.clicks(own);
    assert_snapshot!(about(&shown, "undo"), @"⚠️ Nothing left to undo: wrong number, Jane Doe");
    assert!(!about(&shown, "reported wrong once").is_empty(), "{shown}");
}

#[test]
fn a_double_click_undoes_one_act_only() {
    let chat = chat();
    let second = chat.presses(&primary(&chat), "No answer");
    chat.later(minutes(2));
    let reached = chat.presses(&second, "Reached");
    let undo = reached.pressed("Undo");
    let undone = chat.sends(&undo);
    assert_eq!(about(&undone, "Undone"), "↩️ Undone: reached, Tess Tech");
    assert_eq!(about(&undone, "[Undo"), "", "the second click of a thumb must not hit another");
    let again = chat.sends(&undo);
    assert_eq!(about(&again, "undo:"), "⚠️ Nothing left to undo: reached, Tess Tech");
    assert_eq!(about(&again, "called"), "🗒️ Tried so far: 2 min ago · <@4> called Jane Doe · no answer");
}

#[test]
fn undo_leads_back_to_the_contact_called() {
    let chat = chat();
    let next = chat.presses(&primary(&chat), "No answer");
    assert!(next.to_string().starts_with("Tess Tech\n"), "{next}");
    assert_eq!(about(&next, "[Undo"), "[Undo: no answer, Jane Doe]");
    let back = chat.presses(&next, "Undo");
    assert!(back.to_string().starts_with("↩️ Undone") || back.to_string().starts_with("Jane Doe\n↩️ Undone"), "{back}");
    assert!(!back.to_string().contains("Tried so far") && back.to_string().contains("[No answer → next]"), "{back}");
    chat.later(minutes(1));
    let again = chat.presses(&back, "No answer");
    assert_eq!(
        about(&again, "called"),
        "🗒️ Tried so far: just now · <@4> called Jane Doe · no answer",
        "it can be noted again"
    );
}

#[test]
fn a_chain_goes_on_after_the_form() {
    let chat = chat();
    let next = chat.reports(&primary(&chat), "somebody-else");
    assert!(next.to_string().starts_with("Tess Tech\n"), "{next}");
    assert_snapshot!(about(&next, "called"), @"🗒️ Tried so far: just now · <@4> called Jane Doe · wrong number: someone else answers");
    let other_number = chat.reports(&next, "not-in-service");
    assert!(other_number.to_string().starts_with("Tess Tech\n"), "{other_number}");
    chat.later(minutes(2));
    let nobody = chat.reports(&other_number, "not-in-service");
    assert!(nobody.to_string().starts_with("No one to call at Acme Corporation\n"), "{nobody}");
    let back = chat.presses(&nobody, "Undo");
    assert_eq!(about(&back, "Undone"), "↩️ Undone: wrong number, Tess Tech");
    assert!(back.to_string().starts_with("Tess Tech\n"), "{back}");
}

#[test]
fn a_form_sent_twice_counts_once() {
    let chat = chat();
    let form = chat.presses(&jane(&chat), "Wrong number").submitted_on_card(&[("reason", "left")]);
    let once = chat.sends(&form);
    chat.later(SignedDuration::from_secs(9));
    let twice = chat.sends(&form);
    assert_eq!(about(&twice, "reported"), about(&once, "reported"));
    let undone = chat.presses(&twice, "Undo");
    assert_eq!(about(&undone, "reported"), "", "{undone}");
}

#[test]
fn a_report_does_not_open_a_settled_chain_again() {
    let chat = chat();
    let reached = chat.presses(&primary(&chat), "Reached");
    chat.later(minutes(1));
    let reported = chat.reports(&reached, "left");
    assert!(!about(&reported, "reported wrong once").is_empty(), "{reported}");
    assert!(primary(&chat).to_string().contains("[Call again]"));
}

#[test]
fn a_technician_who_sees_no_number_reports_none() {
    let hidden = chat().with_policy("[[access]]\nfields = [\"email\"]");
    let card = jane(&hidden);
    assert!(card.to_string().contains("Phone numbers are hidden here"), "{card}");
    assert_eq!(about(&card, "Wrong number"), "");
    let open = chat();
    let form = open.presses(&jane(&open), "Wrong number").submitted_on_card(&[("reason", "left")]);
    for asked in [jane(&open).pressed("Wrong number"), form] {
        let answered = hidden.responds(&asked);
        assert!(answered.body.to_string().contains("You don't have access"), "{}", answered.body);
        assert!(answered.effect.is_none());
    }
}

#[test]
fn what_is_no_answer_to_the_form_reports_nothing() {
    let chat = chat();
    for given in [&[][..], &[("reason", "because")], &[("reason", "busy")], &[("why", "left")]] {
        let answered = chat.responds(&submitted(&targets::wrong_number(1), given));
        assert!(answered.body.to_string().contains("Couldn't read that request"), "{given:?}: {}", answered.body);
        assert!(answered.effect.is_none() && answered.entry.unwrap().reason.is_none());
    }
    let gone = chat.sends(&submitted(&targets::wrong_number(9), &[("reason", "left")]));
    assert!(gone.to_string().starts_with("No longer available"), "{gone}");
}

#[tokio::test]
async fn the_journal_has_the_reason_and_the_undoing() {
    let desk = DeskChat::of(chat()).await;
    let card = desk.asks("contact", &[("name", "id:1")]).await;
    let reported = desk.reports(&card, "somebody-else").await;
    desk.presses(&reported, "Undo").await;
    desk.presses(&reported, "Undo").await;
    let entries = desk.entries().await;
    let button = |name: &'static str| Action::Button(name.into());
    let noted: Vec<_> = entries[1..].iter().map(|entry| (&entry.action, entry.reason.clone())).collect();
    assert_eq!(
        noted,
        [
            (&button("outcome"), None),
            (&button("wrong-number"), Some("somebody-else".into())),
            (&button("undo"), Some("wrong-number".into())),
            (&button("undo"), None),
        ]
    );
    assert!(entries[2..].iter().all(|entry| entry.everybody() == BTreeSet::from([ContactId(1)])));
    assert!(about(&desk.asks("contact", &[("name", "id:1")]).await, "reported").is_empty());
}

#[tokio::test]
async fn a_number_is_reported_and_taken_back_on_a_terminal() {
    let desk = DeskChat::of(chat()).await;
    let mut conversation = Conversation::new(Language::default());
    let mut says = async |line| desk.types_at_terminal(&mut conversation, line).await;
    says("/contact jane").await;
    assert_snapshot!(says("wrong number").await, @"
    Report a wrong number
    What's wrong with it?
    1. not in service
    2. someone else answers
    3. they no longer work there
    4. something else
    Synced 4 min ago
    [type a number from 1 to 4]
    ");
    let reported = says("2").await;
    assert!(reported.contains("reported wrong once: someone else answers"), "{reported}");
    let undone = says("undo").await;
    assert!(undone.contains("Undone: wrong number, Jane Doe") && !undone.contains("reported"), "{undone}");
}
