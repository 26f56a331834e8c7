//! Each guild gets its commands, once.

use std::collections::BTreeSet;

use callsheet::discord::registration::register;
use callsheet::store::Store;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::Url;

use testkit::bot::{PACE, api, store};
use testkit::discord::{APPLICATION, Discord, Refusal, Route, Seen};
use testkit::logs::Logs;

const HERE: u64 = 1_100;
const THERE: u64 = 1_101;

fn manifests() -> Vec<Value> {
    vec![
        json!({
            "name": "contact", "description": "Find a person", "contexts": [0], "name_localizations": { "de": "kontakt" },
            "options": [{ "type": 3, "name": "name", "description": "Who", "required": true, "autocomplete": true }],
        }),
        json!({ "name": "vip", "description": "Important people" }),
    ]
}

async fn run(discord: &Discord, store: &Store, manifests: &[Value]) {
    let guilds = BTreeSet::from([HERE, THERE]);
    register(&api(&discord.url()), store, Some(APPLICATION), &guilds, manifests, PACE.register).await;
}

fn sent(discord: &Discord, to: u64) -> usize {
    discord.count(|seen| matches!(seen, Seen::SentCommands(guild, _) if *guild == to))
}

/// A server that answers with a status and an endless body, and tells how much of it was sent.
async fn endless(status: &'static str) -> (Url, oneshot::Receiver<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let (tell, told) = oneshot::channel();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        assert!(socket.read(&mut request).await.unwrap() > 0);
        let head = format!("HTTP/1.1 {status}\r\nTransfer-Encoding: chunked\r\n\r\n");
        socket.write_all(head.as_bytes()).await.unwrap();
        let chunk = format!("{:x}\r\n{}\r\n", 65_536, " ".repeat(65_536));
        let mut sent = 0;
        while sent < 64 << 20 && socket.write_all(chunk.as_bytes()).await.is_ok() {
            sent += chunk.len();
        }
        tell.send(sent).unwrap();
    });
    (url, told)
}

#[tokio::test]
async fn an_answer_that_does_not_end_is_read_up_to_the_limit() {
    for (status, expected) in [
        ("200 OK", "Discord's response is longer than 8 MiB"),
        ("403 Forbidden", "Discord denied access (code 0)"),
        ("500 Internal Server Error", "Discord is unavailable (HTTP 500)"),
    ] {
        let (url, told) = endless(status).await;
        let error = api(&url).gateway().await.unwrap_err();
        assert_eq!(error.to_string(), expected);
        // The bytes read, and those in the sockets' buffers.
        assert!((8 << 20..32 << 20).contains(&told.await.unwrap()), "{status}");
    }
}

#[tokio::test]
async fn commands_are_sent_once_and_again_only_when_something_differs() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    run(&discord, &store, &manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (1, 1));
    assert_eq!(discord.commands(HERE).unwrap()[1]["name"], "vip");

    run(&discord, &store, &manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (1, 1), "nothing differs");

    discord.refuse(Route::Commands(HERE), [Refusal::status(500)]);
    run(&discord, &store, &manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (2, 1), "what Discord has cannot be learned");

    discord.change_commands(THERE, |commands| commands[0]["description"] = "Somebody else was here".into());
    run(&discord, &store, &manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (2, 2), "what Discord has differs");
    assert_eq!(discord.commands(THERE).unwrap()[0]["description"], "Find a person");

    let mut fewer = manifests();
    fewer[0].as_object_mut().unwrap().remove("name_localizations");
    run(&discord, &store, &fewer).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (3, 3), "what is sent differs");
}

#[tokio::test]
async fn discord_returns_the_bots_commands_unchanged() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    run(&discord, &store, &commands::manifests()).await;
    run(&discord, &store, &commands::manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (1, 1));
}

#[tokio::test]
async fn a_guild_that_fails_is_tried_again_and_keeps_no_other_waiting() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.refuse(
        Route::Commands(HERE),
        [
            Refusal::code(403, 50_001),
            Refusal::code(404, 10_004),
            Refusal::code(400, 30_034),
            Refusal::status(500),
            Refusal::slow_down("0.05"),
        ],
    );
    run(&discord, &store, &manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (6, 1));
    let log = logs.text();
    let said: Vec<_> =
        log.lines().filter_map(|line| line.split_once(" callsheet::discord::")).map(|(_, said)| said).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    registration: cannot register the commands; trying again later guild=1100 error=Discord denied access (code 50001) fix="invite the bot to this server with the scopes `bot` and `applications.commands`"
    registration: registered the commands guild=1101
    registration: cannot register the commands; trying again later guild=1100 error=Discord could not find this (code 10004) fix="check this ID in DISCORD_GUILD_IDS"
    registration: cannot register the commands; trying again later guild=1100 error=this server has reached Discord's daily limit for new commands fix="wait: Discord's limit resets within 24 hours"
    registration: cannot register the commands; trying again later guild=1100 error=Discord is unavailable (HTTP 500) fix="wait, unless it stays like this"
    api: Discord asks to slow down retry_after_s=0.05
    registration: registered the commands guild=1100
    "#);
}

#[tokio::test]
async fn an_administrators_changes_to_commands_are_undone() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    run(&discord, &store, &commands::manifests()).await;
    discord.change_commands(HERE, |commands| commands[0]["nsfw"] = true.into());
    discord.change_commands(THERE, |commands| commands[1]["default_member_permissions"] = "0".into());
    run(&discord, &store, &commands::manifests()).await;
    assert_eq!((sent(&discord, HERE), sent(&discord, THERE)), (2, 2));
    assert_eq!(discord.commands(HERE).unwrap()[0]["nsfw"], false);
    assert!(discord.commands(THERE).unwrap()[1]["default_member_permissions"].is_null());
}

#[tokio::test]
async fn an_unnamed_application_is_asked_for_until_known() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.refuse(Route::Application, [Refusal::status(502), Refusal::slow_down("0.01")]);
    let guilds = BTreeSet::from([HERE]);
    register(&api(&discord.url()), &store, None, &guilds, &manifests(), PACE.register).await;
    assert_eq!(discord.count(|seen| *seen == Seen::AskedForApplication), 3);
    assert_eq!(sent(&discord, HERE), 1);
}
