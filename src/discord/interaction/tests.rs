use serde_json::json;

use super::*;

fn question(interaction: &Value) -> Question {
    let mut interaction = interaction.clone();
    (interaction["id"], interaction["token"]) = ("7".into(), "token".into());
    let seal = Seal::of(&"token".to_owned().into());
    read(&interaction.to_string(), &seal, Timestamp::UNIX_EPOCH).unwrap().question.unwrap()
}

fn caller(interaction: &Value) -> Caller {
    question(interaction).caller
}

#[test]
fn the_caller_is_read_in_guilds_threads_and_direct_messages() {
    let in_guild = json!({
        "type": 2, "guild_id": "1", "channel_id": "3", "channel": { "id": "3", "type": 0, "parent_id": "30" },
        "locale": "de", "guild_locale": "fr", "member": { "user": { "id": "4" }, "roles": ["6", "7"], "permissions": "562949953421311" },
    });
    let expected = Caller {
        user: Some(UserId(4)),
        guild: Some(GuildId(1)),
        channel: Some(ChannelId(3)),
        roles: vec![6, 7],
        may_manage: true,
        ..Caller::default()
    };
    assert_eq!(caller(&in_guild), expected);
    let Question { language, guild_language, .. } = question(&in_guild);
    assert_eq!((language.code(), guild_language.code()), ("de", "fr"));

    let mut in_thread = in_guild;
    in_thread["channel"]["type"] = 11.into();
    assert_eq!(caller(&in_thread), Caller { parent: Some(ChannelId(30)), ..expected });

    let direct = json!({ "type": 2, "channel_id": "3", "channel": { "id": "3", "type": 1 }, "user": { "id": "4" } });
    assert_eq!(caller(&direct), Caller { user: Some(UserId(4)), channel: Some(ChannelId(3)), ..Caller::default() });
}

#[test]
fn an_odd_field_of_the_caller_costs_only_that_field() {
    for odd in [json!(null), json!([]), json!("x"), json!(-1), json!(1.5), json!({ "id": [] })] {
        let interaction = json!({
            "type": 2, "channel_id": odd, "channel": odd, "locale": { "of": odd }, "user": odd,
            "member": { "user": odd, "roles": [odd, "6"], "permissions": odd },
        });
        assert_eq!(caller(&interaction), Caller { roles: vec![6], ..Caller::default() }, "{odd}");
        assert_eq!(caller(&json!({ "type": 2, "member": odd })), Caller::default(), "{odd}");
    }
    let overlong = json!({ "member": { "permissions": "99999999999999999999" } });
    assert!(!caller(&overlong).may_manage, "no permission is made up");
}
