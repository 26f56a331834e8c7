//! One bot serves two servers: events in one are neither seen nor have effects in the other.

mod before;

use callsheet::desk;
use callsheet_core::access::limiter::HOUR;
use callsheet_core::domain::id::GuildId;
use callsheet_core::notebook::Notebook;
use insta::assert_snapshot;
use serde_json::{Value, json};

use testkit::account::{Account, now, person};
use testkit::chat::{Chat, GUILD, OTHER_GUILD, Shown, asked, typed, used, used_on};
use testkit::desk::DeskChat;

/// Discord's bit for "Manage Server".
const MANAGE: u64 = 32;

const TECHNICIAN: u64 = 5;
const MANAGER: u64 = 6;

/// High enough that no user is stopped.
const NO_LIMIT: &str = "open = true\n[brake]\ncontacts_per_hour = 1_000_000\nquestions_per_minute = 1_000_000\n";

/// An additional rule, as a provider's policy file has it.
const POLICY: &str = "open = true\n[[authorisation]]\naction = \"purchase\"\nby = [\"vip\"]\n";

fn account() -> Account {
    let at_acme = |id, name: &str| person(id, name).at(1).phone(&format!("41555501{id:02}")).email("x@acme.example");
    Account::default()
        .organization(1, "Acme Corporation")
        .organization(2, "Quiet Clinic")
        .contact_type(1, "Approver")
        .contact_type(2, "Primary Contact")
        .with(at_acme(26, "Jane Doe").title("IT Manager").of_type(2).vip().notes("Text first."))
        .with(at_acme(27, "John Roe").title("Clerk").of_type(1).phone("4155550188"))
        .with(at_acme(28, "Joan Roe").phone("4155550189").vip())
        .with(person(30, "Quentin Quiet").at(2).title("Dentist").phone("4155550104"))
}

async fn desk(policy: &str) -> DeskChat {
    DeskChat::of(Chat::about(&account()).with_policy(policy).serving_two()).await
}

/// The same user, a manager of every server.
fn manager_of(guild: u64) -> impl FnOnce(Chat) -> Chat {
    move |chat| chat.by_user(MANAGER).permitted(MANAGE).in_guild(guild)
}

/// Every command, every kind of suggestion, and a message.
fn questions() -> Vec<Value> {
    let name = &[("name", "id:26")][..];
    let organization = &[("organization", "id:1")][..];
    vec![
        asked("contact", name),
        asked("contact", &[("name", "roe")]),
        asked("vip", &[]),
        asked("primary", organization),
        asked("primary", &[]),
        asked("directory", organization),
        asked("who-can", &[("action", "purchase"), ("organization", "id:1")]),
        used_on("Who do I call?", &json!({ "content": "Acme Corporation: server down" })),
        asked("who-looked", name),
        asked("who-looked", &[("name", "roe")]),
        asked("unbind", &[]),
        asked("bind", organization),
        asked("bind", organization),
        asked("contact", &[("name", "jane")]),
        asked("release", &[("user", "5")]),
        typed("contact", &[("name", "")]),
        typed("contact", &[("name", "ro")]),
        typed("vip", &[("name", "")]),
        typed("who-looked", &[("name", "")]),
        typed("contact", &[("name", "x"), ("organization", "a")]),
        typed("contact", &[("name", "x"), ("type", "a")]),
        typed("who-can", &[("organization", "id:1"), ("action", "p")]),
    ]
}

/// Every button and menu entry of an answer.
fn clicks(shown: &Shown) -> Vec<Value> {
    let rows = shown.body()["data"]["components"].as_array().into_iter().flatten();
    let components = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let of = |component: &Value| {
        let Some(custom_id) = component["custom_id"].as_str() else { return Vec::new() };
        match component["options"].as_array() {
            None => vec![used(custom_id, None)],
            Some(options) => options.iter().map(|option| used(custom_id, option["value"].as_str())).collect(),
        }
    };
    components.flat_map(of).collect()
}

/// All that a user can read by asking every question and clicking everything: call outcomes, favourites, channels,
/// shared cards, files.
fn everything(chat: &Chat) -> Vec<String> {
    let mut told = Vec::new();
    let mut sends = |interaction: &Value| {
        let mut shown = chat.posts(interaction);
        if shown.kind() == 9 {
            shown = chat.posts(&shown.submitted_on_card(&[("reason", "left")]));
        }
        told.push(shown.to_string());
        clicks(&shown)
    };
    for question in questions() {
        for click in sends(&question) {
            for click in sends(&click) {
                sends(&click);
            }
        }
    }
    told
}

fn chat() -> Chat {
    Chat::about(&account()).with_policy(POLICY).serving_two()
}

#[test]
fn events_in_one_server_are_invisible_in_another() {
    let quiet = manager_of(OTHER_GUILD)(chat());
    let expected = [everything(&quiet), everything(&quiet)].concat();
    assert!(expected.len() > 300, "{}", expected.len());
    for by in [TECHNICIAN, MANAGER] {
        let busy = manager_of(GUILD)(chat()).by_user(by);
        let there = [everything(&busy), everything(&busy)].concat();
        for trace in ["★ Favorite", "Reached", "No answer", "reported wrong", "linked to Acme Corporation"] {
            assert!(there.iter().any(|told| told.contains(trace)), "{trace}");
        }
        let busy = manager_of(OTHER_GUILD)(busy);
        let told = [everything(&busy), everything(&busy)].concat();
        for (at, (told, expected)) in told.iter().zip(&expected).enumerate() {
            assert_eq!(told, expected, "answer {at}, after user {by} was busy in another server");
        }
        assert_eq!(told.len(), expected.len());
    }
}

#[test]
fn no_action_in_one_server_changes_anothers_notebook() {
    let chat = manager_of(GUILD)(chat());
    everything(&chat);
    let before = chat.remembered().of(GuildId(GUILD));
    assert_ne!(before, Notebook::default());
    // The same user, in a channel with the same number.
    let chat = manager_of(OTHER_GUILD)(chat);
    everything(&chat);
    everything(&chat);
    assert_ne!(chat.remembered().of(GuildId(OTHER_GUILD)), Notebook::default());
    assert_eq!(chat.remembered().of(GuildId(GUILD)), before);
}

/// The technician exceeds the limit in a server.
async fn on_hold_in(guild: u64) -> DeskChat {
    let desk =
        desk("open = true\n[brake]\ncontacts_per_hour = 2").await.with(|chat| chat.by_user(TECHNICIAN).in_guild(guild));
    assert!(!is_paused(&desk.asks("contact", &[("name", "id:26")]).await));
    assert!(is_paused(&desk.asks("directory", &[("organization", "acme")]).await));
    desk
}

fn is_paused(shown: &Shown) -> bool {
    shown.to_string().starts_with("Your lookups are paused")
}

/// What a manager who releases the technician is told.
async fn released_in(guild: u64, desk: DeskChat) -> (DeskChat, String) {
    let desk = desk.with(manager_of(guild));
    let told = desk.releases(5).await.to_string();
    (desk, told)
}

/// Whether the technician's lookups are paused in a server.
async fn is_paused_in(guild: u64, desk: DeskChat) -> (DeskChat, bool) {
    let desk = desk.with(|chat| chat.by_user(TECHNICIAN).permitted(0).in_guild(guild));
    let paused = is_paused(&desk.asks("contact", &[("name", "id:30")]).await);
    (desk, paused)
}

#[tokio::test]
async fn a_hold_applies_everywhere_and_is_lifted_where_set() {
    for restarts in [false, true] {
        let mut desk = on_hold_in(GUILD).await;
        let mut paused;
        for (released, expected) in [(None, true), (Some(OTHER_GUILD), true), (Some(GUILD), false)] {
            if let Some(guild) = released {
                (desk, _) = released_in(guild, desk).await;
            }
            if restarts {
                *desk.desk().limiter.lock().unwrap() = desk::limiter(&desk.database(), HOUR, now()).await;
            }
            for guild in [OTHER_GUILD, GUILD] {
                (desk, paused) = is_paused_in(guild, desk).await;
                assert_eq!(paused, expected, "in {guild}, released in {released:?}, restarts: {restarts}");
            }
        }
    }
}

#[tokio::test]
async fn managers_do_not_learn_of_holds_in_other_servers() {
    let (_, nothing) = released_in(OTHER_GUILD, desk("open = true").await).await;
    let (_, held) = released_in(OTHER_GUILD, on_hold_in(GUILD).await).await;
    assert_eq!(nothing, held);
    assert_snapshot!(held, @"
    <@5> can look up contacts again in this server
    Their count in this server starts over. The audit log shows that you resumed their lookups, and why: a busy shift. Pauses in other servers stay.
    Synced 4 min ago
    ");
}

#[tokio::test]
async fn a_user_on_hold_is_told_where_to_be_released() {
    let desk = on_hold_in(GUILD).await;
    assert_snapshot!(desk.asks("contact", &[("name", "id:26")]).await, @"
    Your lookups are paused
    You looked up more contacts in an hour than the bot allows. Try again in 60 minutes. Can't wait? Ask someone else with Manage Server to run /release.
    ");
    let desk = desk.with(|chat| chat.in_guild(OTHER_GUILD));
    assert_snapshot!(desk.asks("contact", &[("name", "id:26")]).await, @"
    Your lookups are paused
    You looked up more contacts in an hour than the bot allows. Try again in 60 minutes. Lookups were paused in another server. Can't wait? Ask someone with Manage Server there to run /release.
    ");
}

#[tokio::test]
async fn a_second_server_gives_no_second_allowance() {
    for restarts in [false, true] {
        let mut desk = desk("open = true\n[brake]\ncontacts_per_hour = 3").await;
        let mut shown = 0;
        for (person, guild) in [26, 27, 28, 30].into_iter().zip([GUILD, OTHER_GUILD].into_iter().cycle()) {
            desk = desk.with(|chat| chat.by_user(TECHNICIAN).in_guild(guild));
            let card = desk.asks("contact", &[("name", &format!("id:{person}"))]).await;
            shown += usize::from(!is_paused(&card));
            if restarts {
                *desk.desk().limiter.lock().unwrap() = desk::limiter(&desk.database(), HOUR, now()).await;
            }
        }
        assert_eq!(shown, 3, "restarts: {restarts}");
    }
}

#[tokio::test]
async fn who_looked_tells_of_its_own_server_only() {
    let desk = desk(NO_LIMIT).await.with(|chat| chat.by_user(TECHNICIAN).in_guild(GUILD));
    desk.asks("contact", &[("name", "id:26")]).await;
    desk.types("contact", &[("name", "jane")]).await;
    let desk = desk.with(|chat| chat.by_user(7).in_guild(OTHER_GUILD));
    desk.asks("contact", &[("name", "id:26")]).await;
    // Where the bot serves no server, it shows no contacts and tells no server.
    let nowhere = |chat: Chat| chat.by_user(8).in_guild(3000);
    let desk = desk.with(nowhere);
    desk.asks("contact", &[("name", "id:26")]).await;
    let mut desk = desk;
    for (guild, theirs, others) in [(GUILD, "<@5>", ["<@7>", "<@8>"]), (OTHER_GUILD, "<@7>", ["<@5>", "<@8>"])] {
        desk = desk.with(|chat| manager_of(guild)(chat));
        let told = desk.asks("who-looked", &[("name", "jane doe")]).await.to_string();
        assert!(told.contains("1 person looked up"), "{guild}: {told}");
        assert!(told.contains(theirs) && others.iter().all(|other| !told.contains(other)), "{guild}: {told}");
    }
}
