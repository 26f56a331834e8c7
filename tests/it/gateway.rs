//! The connection to Discord's gateway, and the ways in which it breaks.

use std::collections::BTreeSet;
use std::time::Duration;

use callsheet::discord::gateway::Link;
use callsheet::discord::gateway::error::GatewayError;
use callsheet_core::answer::File;
use serde_json::{Value, json};

use testkit::account::{Account, person};
use testkit::bot::{hello, start, start_with, store};
use testkit::chat::{self, Chat};
use testkit::discord::{APPLICATION, Absent, Discord, Order, Refusal, Route, Script, Seen, TOKEN, interaction};
use testkit::logs::Logs;

const GUILD: u64 = 1_100;

fn is_identify(seen: &Seen) -> bool {
    matches!(seen, Seen::Identified(_))
}

fn is_resume(seen: &Seen) -> bool {
    matches!(seen, Seen::Resumed(_))
}

fn is_connect(seen: &Seen) -> bool {
    matches!(seen, Seen::Connected(_))
}

fn is_answer(seen: &Seen) -> bool {
    matches!(seen, Seen::Answered(..))
}

fn content(answer: &Value) -> &str {
    answer["data"]["content"].as_str().unwrap()
}

#[tokio::test]
async fn every_kind_of_interaction_is_answered() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    assert_eq!(bot.wait_for(true).await, Link { connected: true, application: Some(APPLICATION) });

    assert_eq!(content(&discord.command(GUILD, "contact", &[("name", "jane")]).await), "hello");
    let suggestions = discord.autocomplete(GUILD, "contact", &[("name", "ja")], "name").await;
    assert_eq!(suggestions["data"]["choices"][0]["name"], "Jane Doe");
    assert_eq!(content(&discord.component(GUILD, "pick", &["1"]).await), "picked");
    let direct = discord.send(interaction::command(None, "contact", &[("name", "jane")])).await;
    assert_eq!(content(&discord.answer(direct).await), "hello");

    bot.stop().await.unwrap();
    discord.wait_for(1, |seen| *seen == Seen::Closed(Some(1000))).await;
}

#[tokio::test]
async fn a_command_on_a_message_is_answered() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let chat = Chat::about(&Account::default().organization(1, "Acme").with(person(1, "Jane Doe").at(1)));
    let bot = start_with(&discord.url(), &store, move |interaction| Some(chat.answers(interaction)?.response()));
    let alert = interaction::on_message(chat::GUILD, "Who do I call?", "ACME-DC01 is down");
    let answer = discord.answer(discord.send(alert).await).await;
    assert_eq!((&answer["type"], &answer["data"]["flags"]), (&json!(4), &json!(64)), "{answer}");
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_file_goes_with_its_message_on_every_attempt() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let file = File {
        name: "jane \"doe\" ü.vcf".to_owned(),
        of: None,
        fields: BTreeSet::new(),
        media_type: "text/vcard",
        content: "BEGIN:VCARD\r\nN:Doé\r\n".to_owned(),
    };
    let sent = file.clone();
    let bot = start_with(&discord.url(), &store, move |interaction| {
        let mut response = hello(interaction)?;
        response.first.file = Some(sent.clone());
        Some(response)
    });
    discord.refuse(Route::Answer, [Refusal::status(502)]);
    let id = discord.send(interaction::command(Some(GUILD), "contact", &[("name", "jane")])).await;
    let answer = discord.answer(id).await;
    assert_eq!(content(&answer), "hello");
    assert_eq!(answer["data"]["attachments"], json!([{ "id": "0", "filename": file.name }]));
    let [attached] = &*discord.files(id) else { panic!("not one file") };
    assert_eq!(
        (&*attached.part, &attached.name, &attached.bytes),
        ("files[0]", &file.name, &file.content.clone().into_bytes())
    );
    assert_eq!(attached.content_type, file.media_type);
    assert_eq!(discord.count(is_answer), 2);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_malformed_interaction_is_answered_too() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let chat = Chat::about(&Account::default().organization(1, "Acme").with(person(1, "Jane Doe").at(1)));
    let bot = start_with(&discord.url(), &store, move |interaction| Some(chat.answers(interaction)?.response()));
    let card = discord.command(chat::GUILD, "contact", &[("name", "jane doe")]).await;
    assert!(card.to_string().contains("Jane Doe"), "{card}");

    let changed = |key: &str, value: Value| {
        let mut interaction = interaction::command(Some(chat::GUILD), "contact", &[("name", "jane doe")]);
        interaction[key] = value;
        interaction
    };
    let strange = [
        json!({}),
        json!({ "type": 99 }),
        changed("type", json!(99)),
        changed("type", json!("2")),
        changed("data", Value::Null),
        changed("data", json!({ "name": "contact", "options": [{ "name": "name", "type": 99, "value": {} }] })),
        changed("guild_id", json!([])),
    ];
    for interaction in strange {
        let answer = discord.answer(discord.send(interaction.clone()).await).await;
        assert_eq!(answer["data"]["flags"], 64, "{interaction}");
        assert!(!answer.to_string().contains("Jane Doe"), "{interaction}");
    }
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_fatal_close_ends_the_bot_at_once_with_its_own_error() {
    let cases = [
        (4003, GatewayError::NotAuthenticated),
        (4004, GatewayError::BadToken),
        (4010, GatewayError::InvalidShard),
        (4011, GatewayError::ShardingRequired),
        (4012, GatewayError::InvalidVersion),
        (4013, GatewayError::InvalidIntents),
        (4014, GatewayError::DisallowedIntents),
    ];
    for (code, expected) in cases {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        discord.script([Script::Close(code)]);
        let error = start(&discord.url(), &store).end().await;
        assert_eq!(error, expected, "{code}");
        assert_eq!(discord.count(is_connect), 1, "{code}");
    }
}

#[tokio::test]
async fn a_refused_token_ends_the_bot_before_it_connects() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.refuse(Route::Gateway, [Refusal::code(401, 0)]);
    assert_eq!(start(&discord.url(), &store).end().await, GatewayError::BadToken);
    assert_eq!(discord.seen(), [Seen::AskedForGateway]);
}

#[tokio::test]
async fn a_broken_connection_is_resumed_and_no_interaction_is_lost() {
    let faults = [
        Order::Close(1000),
        Order::Close(1001),
        Order::Close(4000),
        Order::Close(4001),
        Order::Close(4002),
        Order::Close(4005),
        Order::Close(4008),
        Order::Close(4999),
        Order::Drop,
        Order::reconnect(),
        Order::invalid_session(true),
    ];
    for fault in faults {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        let mut bot = start(&discord.url(), &store);
        bot.wait_for(true).await;
        assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello");

        discord.order(fault.clone());
        bot.wait_for(false).await;
        let missed = discord.send(interaction::command(Some(GUILD), "contact", &[])).await;
        assert_eq!(content(&discord.answer(missed).await), "hello", "{fault:?}");
        bot.wait_for(true).await;

        let connects: Vec<_> = discord.seen().into_iter().filter(is_connect).collect();
        assert_eq!(connects, [Seen::Connected("gw".into()), Seen::Connected("resume".into())], "{fault:?}");
        assert_eq!((discord.count(is_identify), discord.count(is_resume)), (1, 1), "{fault:?}");
        assert_eq!(discord.count(is_answer), 2, "{fault:?}");
        bot.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_lost_session_is_replaced_by_a_new_one() {
    for fault in [Order::Close(4007), Order::Close(4009), Order::invalid_session(false)] {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        let mut bot = start(&discord.url(), &store);
        bot.wait_for(true).await;

        discord.order(fault.clone());
        discord.wait_for_session(2).await;
        assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello", "{fault:?}");
        assert_eq!((discord.count(is_identify), discord.count(is_resume)), (2, 0), "{fault:?}");
        bot.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_refused_resume_leads_to_a_new_session() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    discord.script([Script::Invalid(false)]);
    discord.order(Order::Drop);
    discord.wait_for_session(2).await;
    assert_eq!((discord.count(is_identify), discord.count(is_resume)), (2, 1));
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_session_with_a_useless_address_is_resumed_elsewhere() {
    // No server can listen on port 1. An address without a host is dropped before twilight reads it.
    for (address, resumes) in [("ws://127.0.0.1:1", 1), ("wss://", 2), ("https://discord.example", 2), ("nonsense", 2)]
    {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        discord.script([Script::ResumeAt(address)]);
        let mut bot = start(&discord.url(), &store);
        bot.wait_for(true).await;
        discord.order(Order::Drop);
        let missed = discord.send(interaction::command(Some(GUILD), "contact", &[])).await;
        assert_eq!(content(&discord.answer(missed).await), "hello", "{address}");
        let connects: Vec<_> = discord.seen().into_iter().filter(is_connect).collect();
        assert_eq!(connects, vec![Seen::Connected("gw".into()); 1 + resumes], "{address}");
        assert_eq!((discord.count(is_identify), discord.count(is_resume)), (1, resumes), "{address}");
        bot.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_address_to_resume_at_may_end_in_a_slash_or_have_a_query() {
    for address in ["ws://127.0.0.1:1/", "ws://127.0.0.1:1/?v=10&encoding=json"] {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        discord.script([Script::ResumeAt(address)]);
        let bot = start(&discord.url(), &store);
        assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello");
        assert_eq!((discord.count(is_connect), discord.count(is_resume)), (1, 0), "{address}");
        bot.stop().await.unwrap();
    }
}

#[tokio::test]
async fn heartbeats_keep_the_connection() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.heartbeat_every(Duration::from_millis(20));
    let bot = start(&discord.url(), &store);
    discord.wait_for(5, |seen| *seen == Seen::Beat).await;
    assert_eq!(discord.count(is_connect), 1);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_heartbeat_that_discord_asks_for_is_sent_at_once() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    let before = discord.count(|seen| *seen == Seen::Beat);
    discord.order(Order::beat());
    discord.wait_for(before + 1, |seen| *seen == Seen::Beat).await;
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_connection_that_no_longer_listens_is_given_up_and_resumed() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.heartbeat_every(Duration::from_millis(20));
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    discord.order(Order::Ignore);
    discord.wait_for(1, is_resume).await;
    assert_eq!(discord.count(is_identify), 1);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn a_gateway_that_is_not_up_yet_is_awaited() {
    for script in [Script::Refuse, Script::Mute] {
        let (_folder, store) = store().await;
        let discord = Discord::start();
        discord.script([script; 2]);
        let mut bot = start(&discord.url(), &store);
        bot.wait_for(true).await;
        assert_eq!((discord.count(is_connect), discord.count(is_identify)), (3, 1), "{script:?}");
        assert_eq!(discord.count(|seen| *seen == Seen::AskedForGateway), 3, "{script:?}");
        bot.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_failing_api_at_the_start_is_awaited_and_logged() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let trouble = [Refusal::status(500), Refusal::status(503), Refusal::status(403), Refusal::slow_down("0.02")];
    discord.refuse(Route::Gateway, trouble);
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    assert_eq!(discord.count(|seen| *seen == Seen::AskedForGateway), 5);
    logs.wait_for("cannot ask where Discord's gateway is; trying again error=Discord is unavailable (HTTP 500)").await;
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn the_token_goes_to_no_other_host() {
    let (_folder, store) = store().await;
    let (discord, other) = (Discord::start(), Discord::start());
    let elsewhere = other.url().join("/api/v10/gateway/bot").unwrap();
    discord.refuse(Route::Gateway, [Refusal::elsewhere(&elsewhere)]);
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    bot.stop().await.unwrap();
    assert_eq!(other.seen(), []);
}

#[tokio::test]
async fn an_unreachable_discord_at_the_start_is_awaited_and_logged() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let absent = Absent::at_some_port();
    let mut bot = start(&absent.url(), &store);
    logs.wait_for("trying again error=could not reach Discord: Connection refused").await;
    let discord = absent.arrive();
    bot.wait_for(true).await;
    assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello");
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn while_the_api_fails_the_known_gateway_is_used() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    discord.refuse(Route::Gateway, vec![Refusal::status(500); 1000]);
    discord.order(Order::Close(4009));
    discord.wait_for_session(2).await;
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn an_answer_is_resent_after_rate_limits_and_errors() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let bot = start(&discord.url(), &store);
    for refusal in [Refusal::slow_down("0.05"), Refusal::status(502)] {
        discord.refuse(Route::Answer, [refusal.clone()]);
        assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello", "{refusal:?}");
    }
    assert_eq!(discord.count(is_answer), 4);
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn an_undeliverable_answer_costs_one_log_line() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let bot = start_with(&discord.url(), &store, |interaction| {
        assert!(!interaction.contains("panic"), "the answer panics");
        if interaction.contains("nothing") { None } else { hello(interaction) }
    });
    let panics = discord.send(interaction::command(Some(GUILD), "contact", &[("name", "panic")])).await;
    let nothing = discord.send(interaction::command(Some(GUILD), "contact", &[("name", "nothing")])).await;
    logs.wait_for(&format!("not answered: the answer could not be made interaction={panics}")).await;
    logs.wait_for(&format!("not answered: it cannot be told where to interaction={nothing}")).await;

    let refusals = [
        (Refusal::code(404, 10_062), "the interaction has expired"),
        (Refusal::code(400, 40_060), "the interaction was already answered"),
        (Refusal::code(400, 50_035), "Discord rejected the request"),
        (Refusal::slow_down("5"), "Discord's rate limit is reached: retry in 5 s"),
    ];
    for (refusal, reason) in refusals {
        discord.refuse(Route::Answer, [refusal]);
        let refused = discord.send(interaction::command(Some(GUILD), "contact", &[])).await;
        logs.wait_for(&format!("not answered interaction={refused} error={reason}")).await;
    }
    assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello");
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn an_answer_delivered_without_confirmation_is_good() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let bot = start(&discord.url(), &store);
    discord.refuse(Route::Answer, [Refusal::status(504), Refusal::code(400, 40_060)]);
    discord.send(interaction::command(Some(GUILD), "contact", &[])).await;
    discord.wait_for(2, is_answer).await;
    assert_eq!(content(&discord.command(GUILD, "contact", &[]).await), "hello");
    bot.stop().await.unwrap();
    assert!(!logs.text().contains("not answered"));
}

#[tokio::test]
async fn a_burst_is_answered_to_the_last_one() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let bot = start(&discord.url(), &store);
    let mut sent = Vec::new();
    for _ in 0..500 {
        sent.push(discord.send(interaction::command(Some(GUILD), "contact", &[])).await);
    }
    for interaction in sent {
        assert_eq!(content(&discord.answer(interaction).await), "hello");
    }
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn shutdown_finishes_pending_answers_and_takes_no_more() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    discord.refuse(Route::Answer, [Refusal::slow_down("0.3")]);
    let in_flight = discord.send(interaction::command(Some(GUILD), "contact", &[])).await;
    discord.wait_for(1, is_answer).await;
    let link = bot.link.clone();
    bot.stop().await.unwrap();
    assert!(!link.borrow().connected);
    assert_eq!(content(&discord.answer(in_flight).await), "hello");
    discord.wait_for(1, |seen| *seen == Seen::Closed(Some(1000))).await;
}

#[tokio::test]
async fn a_bot_still_waiting_for_discord_stops_at_once() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let absent = Absent::at_some_port();
    let bot = start(&absent.url(), &store);
    logs.wait_for("trying again").await;
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn nothing_of_an_interaction_and_no_token_is_ever_logged() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let mut bot = start_with(&discord.url(), &store, |interaction| {
        let mut response = hello(interaction)?;
        response.first.body = json!({ "type": 4, "data": { "content": "secret-answer", "flags": 64 } });
        Some(response)
    });
    bot.wait_for(true).await;
    let ask = || discord.send(interaction::command(Some(GUILD), "contact", &[("name", "secret-query")]));
    discord.answer(ask().await).await;
    let refusals = [Refusal::slow_down("0.01"), Refusal::status(500), Refusal::code(404, 10_062)];
    for refusal in refusals {
        discord.refuse(Route::Answer, [refusal]);
        ask().await;
    }
    // An event without a sequence number, which twilight cannot use.
    discord.order(Order::Send(json!({ "op": 0, "t": "INTERACTION_CREATE", "s": null, "d": { "secret-query": 1 } })));
    logs.wait_for("it cannot be told where to").await;
    for fault in [Order::Close(4000), Order::reconnect(), Order::invalid_session(false), Order::Drop] {
        bot.wait_for(true).await;
        discord.order(fault);
        bot.wait_for(false).await;
    }
    bot.wait_for(true).await;
    bot.stop().await.unwrap();
    let text = logs.text();
    assert!(text.contains("hyper_util::") && text.contains("twilight_gateway::"), "every crate is listened to");
    for secret in ["secret-query", "secret-answer", "interaction-token", TOKEN] {
        // The fake runs in this process too. Its WebSocket library, which the bot does not use, logs what it sends.
        let leak = text.lines().find(|line| line.contains(secret) && !line.contains(" tungstenite::"));
        assert_eq!(leak, None, "{secret}");
    }
}

#[tokio::test]
async fn a_zero_heartbeat_ends_the_connection_and_not_the_bot() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.heartbeat_every(Duration::ZERO);
    let bot = start(&discord.url(), &store);
    discord.wait_for(2, is_connect).await;
    discord.heartbeat_every(Duration::from_secs(40));
    discord.wait_for_session(1).await;
    bot.stop().await.unwrap();
}
