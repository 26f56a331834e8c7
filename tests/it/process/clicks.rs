//! The running program remembers every click, or tells the technician that it does not.

use std::fs;

use callsheet::clock;
use callsheet::discord::seal::Seal;
use lookalike::Lookalike;
use secrecy::ExposeSecret;
use serde_json::Value;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use super::{GUILD, Place, ask_until, small_account};
use testkit::discord::{Discord, TOKEN, interaction};

pub(super) const ACME: [(&str, &str); 1] = [("organization", "acme")];

/// Where the button with this label leads.
pub(super) fn button(answer: &Value, label: &str) -> String {
    let rows = answer["data"]["components"].as_array().unwrap();
    let mut buttons = rows.iter().flat_map(|row| row["components"].as_array().unwrap());
    let labelled = |button: &&Value| button["label"].as_str().is_some_and(|text| text.starts_with(label));
    buttons.find(labelled).unwrap()["custom_id"].as_str().unwrap().to_owned()
}

/// A technician's click, each on a card of their own with the same button.
pub(super) fn click(user: u64, custom_id: &str) -> Value {
    let carried = custom_id.split('~').next().unwrap();
    let sealed = Seal::of(&TOKEN.to_owned().into()).close(carried, user, clock::now());
    let mut click = interaction::component(GUILD, &sealed, &[]);
    click["member"]["user"]["id"] = user.to_string().into();
    click
}

/// The calls that a card lists.
pub(super) fn calls(card: &Value) -> Vec<&str> {
    let text = card["data"]["embeds"][0]["description"].as_str().unwrap();
    text.lines().filter(|line| line.contains(" called ")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn many_clicks_are_one_call_per_user_and_survive_a_kill() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    // More clicks than the usual limit allows.
    fs::write(place.file("policy.toml"), "open = true\nlayout = \"full\"\n[brake]\nquestions_per_minute = 1000\n[end]")
        .unwrap();
    let policy = [("CALLSHEET_CONFIG", "policy.toml")];
    let mut bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &policy);
    let card = ask_until(&discord, "primary", &ACME, "Wilhelmina Featherstone").await;
    let no_answer = button(&card, "No answer");

    let mut sent = Vec::new();
    for number in 0..100 {
        sent.push(discord.send(click(2000 + number % 5, &no_answer)).await);
    }
    for id in sent {
        let answer = discord.answer(id).await;
        assert!(answer.to_string().contains("Barnaby Quill"), "each is shown who is next: {answer}");
    }
    let shown = discord.command(GUILD, "primary", &ACME).await;
    assert_eq!(calls(&shown).len(), 5, "{shown}");

    bot.kill();
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &policy);
    discord.wait_for_session(2).await;
    let shown = discord.command(GUILD, "primary", &ACME).await;
    for user in 2000..2005 {
        let of_user = calls(&shown).into_iter().filter(|call| call.contains(&format!("<@{user}>"))).count();
        assert_eq!(of_user, 1, "{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_locked_database_is_told_not_saved() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    let card = ask_until(&discord, "primary", &ACME, "Wilhelmina Featherstone").await;
    let no_answer = button(&card, "No answer");
    let options = SqliteConnectOptions::new().filename(place.file("callsheet.db"));
    let mut other_process = options.connect().await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other_process).await.unwrap();

    // Several at once, because each waits for the one before it. A late answer is discarded.
    let mut sent = Vec::new();
    for user in 2000..2005 {
        sent.push(discord.send(click(user, &no_answer)).await);
    }
    for id in sent {
        let answer = discord.answer(id).await;
        assert_eq!(answer["data"]["embeds"][0]["title"], "Couldn't save that", "{answer}");
    }
    let shown = discord.command(GUILD, "primary", &ACME).await;
    assert!(shown.to_string().contains("Wilhelmina Featherstone") && calls(&shown).is_empty(), "{shown}");

    sqlx::query("ROLLBACK").execute(&mut other_process).await.unwrap();
    let answer = discord.answer(discord.send(click(2000, &no_answer)).await).await;
    assert_eq!(calls(&answer).len(), 1, "{answer}");
}
