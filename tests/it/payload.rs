//! The checker of bodies for Discord is itself checked.

use serde_json::{Value, json};

use testkit::payload::{check_callback, check_commands, check_edit};

fn verdict(kind: &str, body: &Value) -> Result<(), String> {
    match kind {
        "callback" => check_callback(body),
        "edit" => check_edit(body),
        "commands" => check_commands(body),
        _ => panic!("no such kind of body: {kind}"),
    }
}

#[test]
fn documented_bodies_get_their_documented_verdicts() {
    let vectors: Value = serde_json::from_str(include_str!("../data/discord-payload-vectors.json")).unwrap();
    let vectors = vectors.as_array().unwrap();
    assert_eq!(vectors.len(), 64);
    let mut wrong = Vec::new();
    for vector in vectors {
        let verdict = verdict(vector["kind"].as_str().unwrap(), &vector["body"]);
        if verdict.is_ok() != vector["expect_ok"].as_bool().unwrap() {
            wrong.push(format!("{}: {verdict:?}", vector["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn message(data: &Value) -> Value {
    json!({ "type": 4, "data": data })
}

#[test]
fn rules_beyond_the_vectors_are_checked_too() {
    let row = |components: Value| json!([{ "type": 1, "components": components }]);
    let menu = |values: &[&str], most: u64| {
        let options: Vec<_> = values.iter().map(|value| json!({ "label": "L", "value": value })).collect();
        json!({ "type": 3, "custom_id": "m", "max_values": most, "options": options })
    };
    let button = |label: &str| json!({ "type": 2, "style": 1, "custom_id": "b", "label": label });
    let with = |components: Value| message(&json!({ "content": "c", "components": components }));
    let command = |options: Value| json!([{ "name": "c", "description": "d", "options": options }]);
    let option = |name: &str| json!({ "type": 3, "name": name, "description": "d" });
    let text = |content: &str| json!({ "type": 10, "content": content });
    let mut section = json!({ "type": 9, "components": [text("t")], "accessory": button("B") });
    let sections: Vec<_> = (0..14)
        .map(|n| {
            section["accessory"]["custom_id"] = n.to_string().into();
            section.clone()
        })
        .collect();
    let cases = [
        (message(&json!({ "content": " \n " })), "an empty message"),
        (message(&json!({ "embeds": [{ "color": 1 }] })), "an empty embed"),
        (message(&json!({ "embeds": [{ "title": "t", "url": "tel:1" }] })), "not a link that Discord accepts: tel:1"),
        (
            json!({ "type": 5, "data": { "flags": 64, "content": "c" } }),
            "a deferred response carries more than the ephemeral flag",
        ),
        (json!({ "type": 6, "data": { "content": "c" } }), "/data: a deferred update carries no data"),
        (json!({ "type": 7, "data": { "content": "", "embeds": [] } }), "the message is emptied"),
        (with(row(json!([menu(&["a"], 2)]))), "a menu asks for more choices than it has"),
        (with(row(json!([menu(&["a", "a"], 1)]))), "a menu option's value used twice: a"),
        (with(row(json!([menu(&["a"], 1), button("B")]))), "a menu shares its row"),
        (with(row(json!([button(" ")]))), "a button without a label or an emoji"),
        (with(row(json!([button(&"B".repeat(81))]))), "is longer than 80 characters"),
        (with(json!([button("B")])), "/data/components/0: "),
        (message(&json!({ "flags": 32768, "components": sections })), "more than 40 components"),
        (
            message(&json!({ "flags": 32768, "components": [text(&"t".repeat(4000)), text("t")] })),
            "more than 4000 characters of text",
        ),
        (json!([{ "name": "c", "description": "d", "contexts": [1] }]), "a guild's command offered in direct messages"),
        (command(json!([option("a"), option("a")])), "an option's name used twice: a"),
        (command(json!([option("A")])), "not a name for a command: \"A\""),
        (command(json!([{ "type": 1, "name": "b", "description": "d" }, option("a")])), "options beside subcommands"),
        (json!([{ "name": "Look up", "type": 2, "description": "d" }]), "a menu command with a description or options"),
    ];
    for (body, expected) in cases {
        let kind = if body.is_array() { "commands" } else { "callback" };
        let error = verdict(kind, &body).expect_err(expected);
        assert!(error.contains(expected), "expected {expected:?}, got {error:?}");
    }
}

#[test]
fn names_in_any_script_are_accepted() {
    for name in ["contact", "kontakt-2", "连络人", "संपर्क", "ติดต่อ", "l'ami"] {
        check_commands(&json!([{ "name": name, "description": "d" }])).unwrap();
    }
}
