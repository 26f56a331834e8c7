//! Interactions of any shape, from any place.

use callsheet::discord::interaction;
use callsheet_core::access::Caller;
use callsheet_core::domain::id::{ChannelId, GuildId, UserId};
use insta::assert_snapshot;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use testkit::account::{Account, now, person};
use testkit::chat::{Chat, GUILD, asked, clicked, picked, typed, used, used_on};
use testkit::payload::check_commands;
use testkit::targets;

fn chat() -> Chat {
    Chat::about(&Account::default().organization(1, "Acme").with(person(1, "Jane Doe").at(1).vip().phone("4155550101")))
}

fn from_guild(mut interaction: Value, guild: Option<&str>) -> Value {
    match guild {
        Some(guild) => interaction["guild_id"] = json!(guild),
        None => drop(interaction.as_object_mut().unwrap().remove("guild_id")),
    }
    interaction
}

fn without(mut interaction: Value, key: &str) -> Value {
    interaction.as_object_mut().unwrap().remove(key);
    interaction
}

#[test]
fn discord_takes_the_manifests() {
    check_commands(&commands::manifests().into()).unwrap();
}

#[test]
fn other_guilds_and_direct_messages_get_a_refusal_and_no_data() {
    let chat = chat();
    assert_snapshot!(chat.sends(&from_guild(asked("contact", &[("name", "id:1")]), Some("2000"))), @"
    Not available here
    This bot only works in the servers it was set up for. Ask your bot admin.
    ");
    assert_snapshot!(chat.sends(&from_guild(typed("contact", &[("name", "jane")]), Some("2000"))), @"Not available in this server […]");
    for guild in [Some("2000"), None] {
        for interaction in [
            asked("contact", &[("name", "id:1")]),
            asked("vip", &[]),
            asked("primary", &[("organization", "id:1")]),
            asked("weather", &[]),
            asked("directory", &[("organization", "id:1")]),
            asked("who-can", &[("action", "password reset"), ("organization", "id:1")]),
            asked("bind", &[("organization", "id:1")]),
            asked("unbind", &[]),
            asked("who-looked", &[("name", "id:1")]),
            typed("who-looked", &[("name", "jane")]),
            clicked(targets::who_looked(1, 0)),
            used_on("Who do I call?", &json!({ "content": "Acme is down" })),
            typed("who-can", &[("action", "")]),
            typed("directory", &[("type", "")]),
            picked(targets::person(1)),
            clicked(targets::vips(None, None, 0)),
            typed("contact", &[("name", "jane")]),
            typed("vip", &[("name", "")]),
            typed("primary", &[("organization", "")]),
        ] {
            let shown = chat.sends(&from_guild(interaction, guild));
            let text = shown.body().to_string();
            assert!(shown.kind() != 7, "no message is changed");
            assert!(text.contains("Not available"), "{text}");
            assert!(["Jane", "Acme", "555", "Synced"].iter().all(|data| !text.contains(data)), "{text}");
        }
    }
}

#[test]
fn a_ping_is_answered_from_anywhere() {
    let ping = json!({ "id": "77", "application_id": "9", "type": 1, "token": "t", "version": 1 });
    assert_eq!(chat().sends(&ping).kind(), 1);
    assert_eq!(chat().sends(&json!({ "id": 77, "type": 1, "token": "t" })).kind(), 1);
}

#[test]
fn the_response_is_addressed_by_the_interactions_id_and_token() {
    let response = chat().answers(&asked("vip", &[]).to_string()).unwrap();
    assert_eq!((response.interaction, response.token.expose_secret()), (77, "secret-token"));
}

#[test]
fn without_id_or_token_there_is_no_answer() {
    for interaction in [
        without(asked("vip", &[]), "id").to_string(),
        without(asked("vip", &[]), "token").to_string(),
        "[1, 2]".to_owned(),
        "null".to_owned(),
        "{".to_owned(),
        String::new(),
        "[".repeat(100_000),
    ] {
        assert!(chat().answers(&interaction).is_none());
    }
}

#[test]
fn a_caller_without_an_id_is_shown_nothing() {
    for interaction in [
        asked("contact", &[("name", "id:1")]),
        typed("contact", &[("name", "")]),
        picked(targets::person(1)),
        used_on("Who do I call?", &json!({ "content": "Acme Corporation" })),
    ] {
        for member in [json!(null), json!({ "user": { "id": "nobody" }, "roles": [] })] {
            let mut strange = interaction.clone();
            strange["member"] = member;
            let response = chat().answers(&strange.to_string()).unwrap();
            assert!(!response.body.to_string().contains("Jane"), "{}", response.body);
            assert!(response.entry.is_none() && response.effect.is_none());
        }
    }
}

#[test]
fn keys_that_are_not_read_may_be_missing_or_strange() {
    let chat = chat();
    for key in [
        "application_id",
        "version",
        "channel_id",
        "channel",
        "locale",
        "guild_locale",
        "context",
        "entitlements",
        "attachment_size_limit",
        "app_permissions",
        "authorizing_integration_owners",
        "message",
    ] {
        for (interaction, answer) in [
            (asked("contact", &[("name", "id:1")]), "⭐ VIP · Jane Doe"),
            (typed("contact", &[("name", "")]), "⭐ VIP · Jane Doe"),
            (picked(targets::person(1)), "⭐ VIP · Jane Doe"),
        ] {
            let mut strange = interaction.clone();
            strange[key] = json!({ "components": [{ "type": 99 }], "flags": 64 });
            for interaction in [without(interaction, key), strange] {
                let shown = chat.sends(&interaction);
                assert!(shown.to_string().starts_with(answer), "{key}: {shown}");
            }
        }
    }
    let mut strange = asked("contact", &[("name", "id:1")]);
    strange["data"]["resolved"] = json!({ "users": 1 });
    strange["data"]["id"] = json!(null);
    strange["data"].as_object_mut().unwrap().remove("type");
    assert!(chat.sends(&strange).to_string().starts_with("⭐ VIP · Jane Doe"));
    let mut strange = asked("vip", &[]);
    strange["data"]["options"] = json!(null);
    assert!(chat.sends(&strange).to_string().starts_with("VIPs · 1 contact"));
    let mut strange = asked("contact", &[("name", "id:1")]);
    strange["data"]["guild_id"] = json!({});
    assert!(chat.sends(&strange).to_string().starts_with("⭐ VIP · Jane Doe"));
}

#[test]
fn the_answer_is_the_same_for_every_caller_and_place() {
    let sender = |chat: Chat| chat.by_user(40).having_roles(&[60, 61]).in_channel(30).permitted(32).speaking("en-GB");
    let (usual, other) = (chat(), sender(chat()));
    assert_eq!(usual.asks("vip", &[]).to_string(), other.asks("vip", &[]).to_string());
    let asked = asked("vip", &[]);
    let question = interaction::read(&asked.to_string(), usual.own_seal(), now()).unwrap().question.unwrap();
    let expected = Caller {
        user: Some(UserId(4)),
        guild: Some(GuildId(GUILD)),
        channel: Some(ChannelId(3)),
        roles: vec![6],
        ..Caller::default()
    };
    assert_eq!(question.caller, expected);
}

#[test]
fn ids_may_be_numbers() {
    let mut interaction = asked("contact", &[("name", "id:1")]);
    (interaction["id"], interaction["guild_id"]) = (json!(77), json!(1000));
    let response = chat().answers(&interaction.to_string()).unwrap();
    assert_eq!(response.interaction, 77);
    assert!(response.body.to_string().contains("Jane Doe"));
}

#[test]
fn an_unreadable_interaction_still_gets_an_answer() {
    let chat = chat();
    let mut subcommand = asked("contact", &[]);
    subcommand["data"]["options"] = json!([{ "type": 1, "name": "name", "options": [] }]);
    let mut number = asked("contact", &[]);
    number["data"]["options"] = json!([{ "type": 4, "name": "name", "value": 5 }]);
    let mut unknown_kind = asked("vip", &[]);
    unknown_kind["type"] = json!(99);
    let mut modal = asked("vip", &[]);
    modal["type"] = json!(5);
    let mut on_user = asked("vip", &[]);
    on_user["data"]["type"] = json!(2);
    let on_message = |change: &dyn Fn(&mut Value)| {
        let mut interaction = used_on("Who do I call?", &json!({ "content": "Acme is down" }));
        change(&mut interaction["data"]);
        interaction
    };
    let mut user_menu = used("menu", Some("1"));
    user_menu["data"]["component_type"] = json!(5);
    let mut nothing_picked = used("menu", Some("1"));
    nothing_picked["data"]["values"] = json!([]);
    assert_snapshot!(chat.sends(&subcommand), @"
    Couldn't read that request
    Nothing was looked up. Run the command again. If it keeps happening, tell your bot admin.
    ");
    for interaction in [
        subcommand,
        number,
        unknown_kind,
        modal,
        on_user,
        on_message(&|data| data["target_id"] = json!("9")),
        on_message(&|data| data["target_id"] = json!(null)),
        on_message(&|data| data["resolved"] = json!(null)),
        on_message(&|data| data["resolved"]["messages"] = json!([1])),
        on_message(&|data| data["resolved"]["messages"]["8"] = json!("Acme is down")),
        on_message(&|data| data["name"] = json!(7)),
        user_menu,
        nothing_picked,
        without(asked("vip", &[]), "data"),
        without(asked("vip", &[]), "type"),
    ] {
        let shown = chat.sends(&interaction);
        assert_eq!(shown.kind(), 4, "{interaction}");
        assert!(shown.to_string().starts_with("Couldn't read that request\n"), "{shown}");
    }
}

#[test]
fn an_autocomplete_that_cannot_be_read_still_gets_a_list() {
    let chat = chat();
    let mut unfocused = typed("contact", &[("name", "jane")]);
    unfocused["data"]["options"][0]["focused"] = json!(false);
    let mut wrong = typed("contact", &[("name", "jane")]);
    wrong["data"]["options"][0]["value"] = json!({});
    assert_snapshot!(chat.sends(&unfocused), @"No suggestions. Type the text and press Enter. […]");
    for interaction in [
        unfocused,
        wrong,
        typed("weather", &[("name", "jane")]),
        typed("contact", &[("colour", "red")]),
        without(typed("contact", &[("name", "")]), "data"),
    ] {
        let shown = chat.sends(&interaction);
        assert_eq!((shown.kind(), shown.suggestions().len()), (8, 1), "{shown}");
    }
}

#[test]
fn a_command_of_another_version_is_explained() {
    let chat = chat();
    assert_snapshot!(chat.asks("weather", &[]), @"
    Couldn't read that command
    This command has changed. Reload Discord and try again.
    ");
    assert_snapshot!(chat.asks("contact", &[]), @"
    Couldn't read that command
    Fill in “name”.
    ");
    assert!(
        chat.uses_on("Translate", &json!({ "content": "Acme is down" }))
            .to_string()
            .contains("This command has changed")
    );
    assert!(chat.asks("Who do I call?", &[]).to_string().contains("This command has changed"));
    assert!(chat.asks("contact", &[("name", " \t ")]).to_string().contains("Fill in “name”."));
    assert!(chat.asks("vip", &[("colour", "red")]).to_string().contains("This command has changed"));
}

#[test]
fn a_button_of_another_version_leads_nowhere() {
    for (custom_id, entry) in [("share:1", None), ("", None), ("menu", Some("jane")), ("AP8B", None)] {
        let shown = chat().sends(&used(custom_id, entry));
        assert_eq!(shown.kind(), 7);
        assert!(shown.to_string().starts_with("No longer available\n"), "{shown}");
    }
}

#[test]
fn a_click_on_a_message_others_see_is_answered_beside_it() {
    let mut public = picked(targets::person(1));
    public["message"]["flags"] = json!(0);
    assert_eq!(chat().sends(&public).kind(), 4);
}
