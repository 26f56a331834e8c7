//! Looking up very many people: what stops, when, and what the person who asks is told.

use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::support::account::{Account, person};
use crate::support::chat::{Chat, asked};
use crate::support::desk::DeskChat;

const TECHNICIAN: u64 = 4;
const COLLEAGUE: u64 = 5;

/// A client with five people for each letter of the alphabet.
fn account() -> Account {
    let people = ('a'..='z').zip(0..).flat_map(|(letter, at)| {
        (1..=5).map(move |number| {
            let name = format!("{}{} Person{number}", letter.to_uppercase(), "lvarez");
            person(at * 5 + number, &name).at(1).phone(&format!("41555501{:02}", at * 3 + number))
        })
    });
    Account::default().organization(1, "Acme Corporation").with_all(people)
}

async fn desk(policy: &str) -> DeskChat {
    DeskChat::of(Chat::about(&account()).with_policy(policy)).await
}

#[tokio::test]
async fn whoever_pages_through_a_client_is_stopped_before_the_page_that_is_too_many() {
    let desk = desk("[brake]\ncontacts_per_hour = 35\nhold = \"10m\"").await;
    let mut shown = desk.asks("directory", &[("organization", "acme")]).await;
    let mut pages = 1;
    while shown.to_string().contains("Next") {
        shown = desk.presses(&shown, "Next").await;
        pages += 1;
    }
    assert_eq!(pages, 4, "three pages of ten were shown");
    assert_snapshot!(shown, @"
    Lookups are paused for you
    You have asked for more people within an hour than this bot shows anybody. You can go on in 10 minutes. If it cannot wait, ask somebody else who manages the server to use /release.
    ");
    let entries = desk.entries().await;
    let said: Vec<String> = entries.iter().map(|entry| format!("{:?}", entry.outcome)).collect();
    assert_eq!(said.join(" "), r#"Disclosed Disclosed Disclosed Refused(Word("too-many"))"#);
}

#[tokio::test]
async fn a_hold_is_over_when_its_time_is() {
    let mut desk = desk("[brake]\ncontacts_per_hour = 10\nhold = \"90m\"").await;
    let directory = asked("directory", &[("organization", "acme")]);
    let page = desk.sends(&directory).await;
    assert!(desk.presses(&page, "Next").await.to_string().starts_with("Lookups are paused for you"));
    for (minutes, paused) in [(0, true), (89, true), (1, false)] {
        desk = desk.with(|chat| {
            chat.later(SignedDuration::from_mins(minutes));
            chat
        });
        let shown = desk.sends(&directory).await.to_string();
        assert_eq!(shown.starts_with("Lookups are paused for you"), paused, "{minutes} minutes later: {shown}");
    }
}

#[tokio::test]
async fn a_walk_over_the_alphabet_is_noticed_and_typing_names_is_not() {
    let mut desk = desk("[brake]\ncontacts_per_hour = 25").await;
    let mut suggested = 0;
    for letter in 'a'..='z' {
        let shown = desk.types("contact", &[("name", &letter.to_string())]).await;
        if shown.suggestions().len() == 1 {
            assert_snapshot!(shown, @"Lookups are paused for you: press Enter to see for how long […]");
            break;
        }
        suggested += shown.suggestions().len();
    }
    assert!((25..60).contains(&suggested), "{suggested} of 130 people before it is noticed");

    desk = desk.with(|chat| chat.by_user(COLLEAGUE));
    for letter in 'a'..='t' {
        let name = format!("{letter}lvarez person3");
        for length in 1..=name.len() {
            assert!(!desk.types("contact", &[("name", &name[..length])]).await.suggestions().is_empty());
        }
        let card = desk.asks("contact", &[("name", &name)]).await;
        assert!(card.to_string().contains("Person3"), "{letter}: {card}");
    }
}

#[tokio::test]
async fn too_many_questions_at_once_have_to_wait_for_some_seconds() {
    let mut desk = desk("[brake]\nquestions_per_minute = 6").await;
    for number in 1..=6 {
        assert!(desk.asks("contact", &[("name", "id:1")]).await.to_string().contains("Person1"), "{number}");
    }
    assert_snapshot!(desk.asks("contact", &[("name", "id:1")]).await, @"
    Too many questions at once
    Ask again in 10 seconds.
    ");
    desk = desk.with(|chat| {
        chat.later(SignedDuration::from_secs(10));
        chat
    });
    assert!(desk.asks("contact", &[("name", "id:1")]).await.to_string().contains("Person1"));

    let typing = [("name", "alv")];
    for _ in 0..60 {
        assert!(desk.types("contact", &typing).await.suggestions()[0].0.contains("Alvarez"));
    }
    assert_snapshot!(desk.types("contact", &typing).await, @"Too fast: wait a few seconds and type on […]");
}

#[tokio::test]
async fn whoever_is_on_hold_can_still_let_a_colleague_go_on_but_not_themselves() {
    let desk = desk("[brake]\ncontacts_per_hour = 1").await.with(|chat| chat.permitted(32));
    assert!(desk.asks("directory", &[("organization", "acme")]).await.to_string().starts_with("Lookups are paused"));
    assert_snapshot!(desk.asks("release", &[("user", &TECHNICIAN.to_string())]).await, @"
    Not for yourself
    Somebody else who manages the server has to let you go on.
    Synced 4 min ago
    ");
    assert_snapshot!(desk.asks("release", &[("user", &COLLEAGUE.to_string())]).await, @"
    <@5> was not on hold
    Their count of people seen begins anew. The audit journal says that you let them go on.
    Synced 4 min ago
    ");
    let who = desk.entries().await.pop().unwrap();
    assert_eq!(who.subject.map(|user| user.0), Some(COLLEAGUE));
}
