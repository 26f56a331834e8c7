//! Limits on look-ups: what is stopped, when, and what the caller is told.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use callsheet::desk;
use callsheet_core::access::limiter::{HOUR, Limits};
use callsheet_core::domain::id::ChannelId;
use callsheet_core::journal::{Entry, Outcome};
use callsheet_core::policy::file;
use insta::assert_snapshot;
use jiff::{SignedDuration, Timestamp};

use testkit::account::{Account, now, person};
use testkit::chat::{Chat, Shown, asked};
use testkit::desk::DeskChat;

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
async fn paging_through_a_client_stops_before_the_page_too_many() {
    let desk = desk("open = true\n[brake]\ncontacts_per_hour = 35\nhold = \"10m\"").await;
    let mut shown = desk.asks("directory", &[("organization", "acme")]).await;
    let mut pages = 1;
    while shown.to_string().contains("Next") {
        shown = desk.presses(&shown, "Next").await;
        pages += 1;
    }
    assert_eq!(pages, 4, "three pages of ten were shown");
    assert_snapshot!(shown, @"
    Your lookups are paused
    You looked up more contacts in an hour than the bot allows. Try again in 10 minutes. Can't wait? Ask someone else with Manage Server to run /release.
    ");
    let entries = desk.entries().await;
    let said: Vec<String> = entries.iter().map(|entry| format!("{:?}", entry.outcome)).collect();
    assert_eq!(said.join(" "), r#"Disclosed Disclosed Disclosed Refused(Word("too-many"))"#);
}

#[tokio::test]
async fn a_hold_ends_when_its_time_is_over() {
    let mut desk = desk("open = true\n[brake]\ncontacts_per_hour = 10\nhold = \"90m\"").await;
    let directory = asked("directory", &[("organization", "acme")]);
    let page = desk.sends(&directory).await;
    assert!(desk.presses(&page, "Next").await.to_string().starts_with("Your lookups are paused"));
    for (minutes, paused) in [(0, true), (89, true), (1, false)] {
        desk = desk.with(|chat| {
            chat.later(SignedDuration::from_mins(minutes));
            chat
        });
        let shown = desk.sends(&directory).await.to_string();
        assert_eq!(shown.starts_with("Your lookups are paused"), paused, "{minutes} minutes later: {shown}");
    }
}

#[tokio::test]
async fn a_walk_over_digits_is_noticed_even_without_matches() {
    for ways in [["contact", "contact"], ["vip", "contact"]] {
        let desk = desk("open = true\n[brake]\ncontacts_per_hour = 25").await;
        let mut tried = 0;
        for last in 0..100 {
            let number = format!("2079460{last:03}");
            let typed = desk.types(ways[0], &[("name", &number)]).await.to_string();
            let asked = desk.asks(ways[1], &[("name", &number)]).await.to_string();
            if [typed, asked].iter().any(|shown| shown.starts_with("Your lookups are paused")) {
                break;
            }
            tried += 1;
        }
        assert_eq!(tried, 25, "{ways:?}");
    }
}

#[tokio::test]
async fn a_walk_over_the_alphabet_is_noticed_and_typing_names_is_not() {
    let mut desk = desk("open = true\n[brake]\ncontacts_per_hour = 25").await;
    let mut suggested = 0;
    for letter in 'a'..='z' {
        let shown = desk.types("contact", &[("name", &letter.to_string())]).await;
        if shown.suggestions().len() == 1 {
            assert_snapshot!(shown, @"Your lookups are paused. Press Enter to see for how long. […]");
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
async fn too_many_questions_at_once_wait_some_seconds() {
    let mut desk = desk("open = true\n[brake]\nquestions_per_minute = 6").await;
    for number in 1..=6 {
        assert!(desk.asks("contact", &[("name", "id:1")]).await.to_string().contains("Person1"), "{number}");
    }
    assert_snapshot!(desk.asks("contact", &[("name", "id:1")]).await, @"
    Too many requests
    Try again in 10 seconds.
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
    assert_snapshot!(desk.types("contact", &typing).await, @"Too fast. Wait a few seconds, then keep typing. […]");
}

#[tokio::test]
async fn a_walk_over_clients_in_suggestions_is_noticed() {
    let clients = (1..=40).map(|id| (id, format!("Client {id}")));
    let with = |account: Account, (id, name): (u64, String)| account.organization(id, &name);
    let people = (1..=400).map(|id| person(id, &format!("Alvarez Person{id}")).at(id % 40 + 1).phone("4155550101"));
    let account = clients.fold(Account::default(), with).with_all(people);
    let walks: [(&str, &dyn Fn(u64) -> String); 3] = [
        ("picked", &|client| format!("id:{client}")),
        ("named", &|client| format!("client {client}")),
        ("begun", &|client| format!("clien {client}")),
    ];
    for (how, of) in walks {
        let chat = Chat::about(&account).with_policy("open = true\n[brake]\ncontacts_per_hour = 50");
        let desk = DeskChat::of(chat).await;
        let mut suggested = 0;
        for client in 1..=40 {
            let shown = desk.types("contact", &[("organization", &of(client)), ("name", "alv")]).await;
            if shown.to_string().starts_with("Your lookups are paused") {
                break;
            }
            suggested += shown.suggestions().len();
        }
        assert!((50..=100).contains(&suggested), "{how}: {suggested} of 400 people before it is noticed");
    }
    // The same through channels, each bound to a client.
    let channels = (1..=40).map(|id| format!("[[channel]]\nid = \"{}\"\norganization = {id}\n", 500 + id));
    let policy = "open = true\n".to_owned() + &channels.collect::<String>() + "[brake]\ncontacts_per_hour = 50";
    let mut desk = DeskChat::of(Chat::about(&account).with_policy(&policy)).await;
    let (mut suggested, mut noticed) = (BTreeSet::new(), false);
    for channel in 501..=540 {
        desk = desk.with(|chat| chat.in_channel(channel));
        let shown = desk.types("contact", &[("name", "alv")]).await;
        noticed = shown.to_string().starts_with("Your lookups are paused");
        if noticed {
            break;
        }
        suggested.extend(shown.suggestions().into_iter().map(|(_, value)| value.to_owned()));
    }
    assert!(noticed && suggested.len() < 150, "{} of 400 people by channels", suggested.len());
}

#[tokio::test]
async fn typing_on_while_refused_writes_one_entry() {
    let mut desk = desk("open = true\n[brake]\nquestions_per_minute = 1\ncontacts_per_hour = 9\nhold = \"10m\"").await;
    let typing = [("name", "alv")];
    for _ in 0..100 {
        desk.types("contact", &typing).await;
    }
    let refused = |entries: Vec<Entry>, why: &'static str| {
        entries.iter().filter(|entry| entry.outcome == Outcome::Refused(why.into())).count()
    };
    assert_eq!(refused(desk.entries().await, "too-soon"), 1, "90 came too soon");
    for _ in 0..59 {
        desk = later(desk, SignedDuration::from_secs(1));
        desk.types("contact", &typing).await;
        desk.types("contact", &typing).await;
    }
    assert_eq!(refused(desk.entries().await, "too-soon"), 1, "and others all of that minute");
    desk = later(desk, SignedDuration::from_secs(1));
    for _ in 0..100 {
        desk.types("contact", &typing).await;
    }
    assert_eq!(refused(desk.entries().await, "too-soon"), 2, "once more in the next");

    desk = later(desk, SignedDuration::from_mins(2));
    assert!(
        desk.asks("directory", &[("organization", "acme")]).await.to_string().starts_with("Your lookups are paused")
    );
    for _ in 0..100 {
        desk.types("contact", &typing).await;
    }
    desk = later(desk, SignedDuration::from_mins(9));
    for _ in 0..100 {
        desk.types("contact", &typing).await;
    }
    let entries = desk.entries().await;
    assert_eq!((refused(entries.clone(), "too-many"), refused(entries, "on-hold")), (1, 1), "once in the whole hold");
    // Commands are stopped as well once they exceed the rate.
    for _ in 0..100 {
        assert!(desk.asks("contact", &[("name", "id:1")]).await.to_string().starts_with("Your lookups are paused"));
    }
    assert_eq!(refused(desk.entries().await, "on-hold"), 2);
}

fn later(desk: DeskChat, by: SignedDuration) -> DeskChat {
    desk.with(|chat| {
        chat.later(by);
        chat
    })
}

#[test]
fn brake_settings_apply_or_are_faults_with_their_line() {
    let limits = |text: &str| file::parse(&format!("[brake]\n{text}")).map(|policy| policy.brake);
    assert_eq!(limits(""), Ok(Limits::default()));
    let given =
        "contacts_per_hour = 1_000\nquestions_per_minute = 4294967295\nhold = \"24h\"\nalert_channel = \"1191\"";
    let expected = Limits {
        contacts_per_hour: NonZeroU32::new(1000).unwrap(),
        questions_per_minute: NonZeroU32::MAX,
        changes_per_hour: Limits::default().changes_per_hour,
        hold: SignedDuration::from_hours(24),
        alert_channel: Some(ChannelId(1191)),
    };
    assert_eq!(limits(given), Ok(expected));
    let (number, time) = ("must be 1 or more", "must be a duration from \"1m\" to \"24h\", such as \"1h\"");
    for (key, value, fault) in [
        ("contacts_per_hour", "0", number),
        ("contacts_per_hour", "-1", number),
        ("contacts_per_hour", "4294967296", number),
        ("contacts_per_hour", "2.5", number),
        ("questions_per_minute", "\"30\"", number),
        ("hold", "\"59s\"", time),
        ("hold", "\"25h\"", time),
        ("hold", "60", time),
    ] {
        assert_eq!(limits(&format!("{key} = {value}")), Err(vec![format!("line 2: {key} {fault}")]), "{value}");
    }
    let unknown = "line 2: unknown key \"contacts\" in brake; did you mean \"contacts_per_hour\"?";
    assert_eq!(limits("contacts = 1"), Err(vec![unknown.to_owned()]));
}

/// The program ends and starts again.
async fn restarts(desk: &DeskChat, now: Timestamp) {
    let anew = desk::limiter(&desk.database(), HOUR, now).await;
    *desk.desk().limiter.lock().unwrap() = anew;
}

/// The contacts of these who are shown.
async fn shown(desk: &DeskChat, people: impl IntoIterator<Item = u64>) -> Vec<u64> {
    let mut shown = Vec::new();
    for id in people {
        let answer = desk.asks("contact", &[("name", &format!("id:{id}"))]).await.to_string();
        assert!(answer.contains("Person") != answer.starts_with("Your lookups are paused"), "{answer}");
        shown.extend(answer.contains("Person").then_some(id));
    }
    shown
}

#[tokio::test]
async fn seen_contacts_count_for_an_hour_beyond_a_restart() {
    let desk = desk("open = true\n[brake]\ncontacts_per_hour = 3").await;
    assert_eq!(shown(&desk, [1, 2]).await, [1, 2]);
    // Where suggestions led is forgotten at the restart.
    assert_eq!(desk.types("contact", &[("name", "b")]).await.suggestions().len(), 5);
    let desk = desk.with(|chat| chat.by_user(COLLEAGUE));
    assert_eq!(shown(&desk, [11, 12, 13]).await, [11, 12, 13]);
    let desk = desk.with(|chat| chat.by_user(TECHNICIAN));
    restarts(&desk, now()).await;
    assert_eq!(shown(&desk, [2, 1, 3, 4]).await, [2, 1, 3]);
    let later = now() + HOUR;
    let desk = desk.with(|chat| chat.at(&later.to_string()));
    restarts(&desk, later).await;
    assert_eq!(shown(&desk, [4, 5, 6, 7]).await, [4, 5, 6]);
}

#[tokio::test]
async fn a_hold_keeps_its_end_over_a_restart() {
    let mut desk = desk("open = true\n[brake]\ncontacts_per_hour = 3").await;
    assert_eq!(shown(&desk, [1, 2, 3, 4]).await, [1, 2, 3]);
    for (minutes, expected) in [(1, &[][..]), (59, &[]), (60, &[4, 5, 6])] {
        let moment = now() + SignedDuration::from_mins(minutes);
        desk = desk.with(|chat| chat.at(&moment.to_string()));
        restarts(&desk, moment).await;
        assert_eq!(shown(&desk, [4, 5, 6, 7]).await, expected, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn a_release_survives_a_restart() {
    let desk = desk("open = true\n[brake]\ncontacts_per_hour = 3").await;
    assert_eq!(shown(&desk, [1, 2, 3]).await, [1, 2, 3]);
    let desk = desk.with(|chat| chat.by_user(COLLEAGUE).permitted(32));
    desk.releases(TECHNICIAN).await;
    let desk = desk.with(|chat| chat.by_user(TECHNICIAN).permitted(0));
    restarts(&desk, now()).await;
    assert_eq!(shown(&desk, [4, 5, 6, 7]).await, [4, 5, 6]);
}

#[tokio::test]
async fn a_manager_on_hold_releases_neither_self_nor_others() {
    let desk = desk("open = true\n[brake]\ncontacts_per_hour = 1").await.with(|chat| chat.permitted(32));
    assert_snapshot!(desk.releases(TECHNICIAN).await, @"
    You can't resume your own lookups
    Ask someone else with Manage Server to run /release for you.
    Synced 4 min ago
    ");
    assert_snapshot!(desk.releases(COLLEAGUE).await, @"
    <@5> can look up contacts again in this server
    Their count in this server starts over. The audit log shows that you resumed their lookups, and why: a busy shift. Pauses in other servers stay.
    Synced 4 min ago
    ");
    let who = desk.entries().await.pop().unwrap();
    assert_eq!(who.subject.map(|user| user.0), Some(COLLEAGUE));
    // Otherwise two managers could release each other for ever.
    let directory = [("organization", "acme")];
    let paused = |shown: Shown| shown.to_string().starts_with("Your lookups are paused");
    assert!(paused(desk.asks("directory", &directory).await));
    let desk = desk.with(|chat| chat.by_user(COLLEAGUE));
    assert!(paused(desk.asks("directory", &directory).await));
    assert!(paused(desk.releases(TECHNICIAN).await));
    let desk = desk.with(|chat| chat.by_user(TECHNICIAN));
    assert!(paused(desk.asks("contact", &[("name", "id:1")]).await));
}
