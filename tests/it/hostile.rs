//! Any text in any field and any question: the bot does not fail, pings no user, and Discord accepts every body.

mod card;

use callsheet_core::domain::contact::{Email, Phone};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use testkit::account::{Account, Person, person, phone};
use testkit::chat::{Chat, Shown, asked, clicked, on_a_terminal, picked, typed, used, used_on};
use testkit::harmless;
use testkit::targets;

/// Users who may be named: callers.
const USERS: [&str; 2] = ["4", "77"];

/// Text of characters with a meaning in Discord or on a terminal, and any other text.
fn text() -> impl Strategy<Value = String> {
    let active = prop::sample::select(vec![
        "@everyone",
        "@here",
        "<@1>",
        "<@&2>",
        "<@!3>",
        "<#4>",
        "</contact:5>",
        "<:x:6>",
        "<a:x:7>",
        "<t:0:R>",
        "<id:guide>",
        "[Call](https://evil.example)",
        "https://evil.example",
        "<https://evil.example>",
        "<+15550100>",
        "**",
        "__",
        "~~",
        "||",
        "`",
        "```",
        "\\",
        "# ",
        "-# ",
        "> ",
        ">>> ",
        "- ",
        "1. ",
        "* ",
        ":smile:",
        "\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{1b}[2J",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{ad}",
        "\u{2028}",
        "…",
        "e\u{301}",
        "👩\u{200d}💻",
        "\u{1f1fa}\u{1f1f8}",
        " ",
        "Jane",
        "Doe",
        "acme",
        "555",
        "id:1",
        "山田",
        "محمد",
        "ﷺ",
    ]);
    let any = prop_oneof![6 => active.prop_map(str::to_owned), 2 => ".{0,12}", 1 => "[a-z`@<*]{300,900}"];
    vec(any, 0..8).prop_map(|parts| parts.concat())
}

fn hostile_person(id: u64) -> impl Strategy<Value = Person> {
    let phones = vec((text(), option::of(text()), option::of(text()), option::of(text()), any::<bool>()), 0..12);
    let words = (text(), option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    (words, phones, vec((text(), option::of(text())), 0..12), any::<bool>()).prop_map(
        move |((name, title, url, site, type_name), phones, emails, important)| {
            let phones = phones.into_iter().map(|(value, formatted, extension, label, fax)| Phone {
                formatted: formatted.map(Into::into),
                extension: extension.map(Into::into),
                label: label.map(Into::into),
                fax,
                ..phone(&value)
            });
            let emails = emails.into_iter().map(|(value, label)| Email {
                value: value.into(),
                primary: false,
                label: label.map(Into::into),
            });
            person(id, &name).at(1).but(|contact| {
                contact.title = title.map(Into::into);
                contact.url = url.map(Into::into);
                contact.location_name = site.map(Into::into);
                contact.contact_type_name = type_name.map(Into::into);
                contact.phones = phones.collect();
                contact.emails = emails.collect();
                contact.important = important;
            })
        },
    )
}

fn hostile_account() -> impl Strategy<Value = Account> {
    let people = (hostile_person(1), hostile_person(2), hostile_person(3));
    (text(), text(), text(), people).prop_map(|(name, other, contact_type, (one, two, three))| {
        let account = Account::default().organization(1, &name).organization_called(2, &other, &name);
        let account = account.alert(1, &other).quick_notes(1, &contact_type).status(1, &name).status(2, &other);
        account.contact_type(1, &contact_type).with(one).with(two.at(2)).with(three.of_type(1))
    })
}

/// Fails if foreign text can do anything but be read.
fn check_harmless(shown: &Shown) {
    harmless::check(shown.body(), &USERS);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_account_or_question_breaks_an_answer(account in hostile_account(), typed_text in text(), other in text()) {
        let snapshot = account.snapshot();
        // A manager of the server, who may bind the channel.
        let chat = Chat::over(snapshot.clone()).permitted(32);
        for interaction in [
            asked("contact", &[("name", "id:1")]),
            asked("contact", &[("name", &typed_text)]),
            asked("contact", &[("name", &typed_text), ("organization", &other)]),
            asked("contact", &[("name", &typed_text), ("type", &other)]),
            asked("contact", &[("name", "id:1"), ("organization", "id:2")]),
            asked("vip", &[]),
            asked("vip", &[("name", &typed_text)]),
            asked("vip", &[("organization", &other)]),
            asked("primary", &[("organization", "id:1")]),
            asked("primary", &[("organization", &other)]),
            asked("primary", &[]),
            asked("directory", &[]),
            asked("directory", &[("organization", &other), ("type", &typed_text)]),
            asked("directory", &[("organization", "id:1")]),
            asked("directory", &[("organization", "id:2"), ("type", "id:1")]),
            asked("vip", &[("type", "id:1")]),
            asked("who-can", &[("action", &typed_text), ("organization", &other)]),
            asked("bind", &[("organization", &other)]),
            asked("unbind", &[]),
            asked("vip", &[("name", &typed_text), ("organization", &other), ("type", &typed_text)]),
            asked("who-looked", &[("name", &typed_text)]),
            asked("who-looked", &[("name", "id:1")]),
            typed("who-looked", &[("name", &typed_text)]),
            clicked(targets::who_looked(1, 5)),
            used_on("Who do I call?", &json!({ "content": typed_text })),
            used_on("Who do I call?", &json!({ "embeds": [{ "title": other, "fields": [{ "name": typed_text, "value": other }] }] })),
            used_on(&typed_text, &json!({ "content": other })),
            asked(&typed_text, &[(&other, &typed_text)]),
            picked(targets::person(3)),
            clicked(targets::primary(1)),
            clicked(targets::vips(Some(1), None, 0)),
            clicked(targets::vips(None, Some(1), 0)),
            clicked(targets::directory(1, None, 1)),
            picked(targets::bind(1)),
            used_on("Who do I call?", &json!({ "content": "on fire" })),
            asked("directory", &[]),
            asked("unbind", &[]),
            picked(targets::bind(2)),
            used(&typed_text, Some(&other)),
            typed("contact", &[("name", &typed_text)]),
            typed("contact", &[("organization", &other), ("name", &typed_text)]),
            typed("contact", &[("type", &other)]),
            typed("vip", &[("name", "")]),
            typed("primary", &[("organization", &other)]),
            typed("directory", &[("type", &other)]),
            typed("who-can", &[("organization", &other), ("action", &typed_text)]),
            typed("bind", &[("organization", &typed_text)]),
        ] {
            let shown = chat.sends(&interaction);
            check_harmless(&shown);
            if shown.kind() == 8 {
                prop_assert!((1..=25).contains(&shown.suggestions().len()));
            }
        }
        for line in [format!("/contact {typed_text}"), "/vip".to_owned(), "/primary id:1".to_owned(), "/directory id:1".to_owned()] {
            let Ok(command) = commands::line::parse(&line) else { continue };
            let text = on_a_terminal(&command, &snapshot);
            prop_assert!(text.chars().all(|char| char == '\n' || !char.is_control()), "{text:?}");
        }
    }

    #[test]
    fn no_interaction_breaks_the_bot(raw in ".{0,200}", key in "[a-z_]{1,12}", value in text()) {
        let chat = Chat::about(&Account::default());
        chat.answers(&raw);
        let alert = used_on("Who do I call?", &json!({ "content": "Acme is down", "embeds": [{ "fields": [{}] }] }));
        for mut interaction in
            [asked("vip", &[]), typed("vip", &[("name", "a")]), picked(targets::person(1)), alert.clone()]
        {
            interaction[&key] = Value::String(value.clone());
            interaction["data"][&key] = Value::String(value.clone());
            chat.answers(&interaction.to_string());
        }
        // A part of the message or of the caller is missing or has another type.
        for pointer in [
            "/member", "/member/user", "/member/roles", "/member/permissions", "/channel", "/locale", "/data/name",
            "/data/resolved", "/data/resolved/messages", "/data/resolved/messages/8",
            "/data/resolved/messages/8/embeds", "/data/resolved/messages/8/embeds/0",
            "/data/resolved/messages/8/embeds/0/fields", "/data/resolved/messages/8/embeds/0/fields/0",
            "/data/resolved/messages/8/components", "/data/target_id", "/data/type",
        ] {
            for odd in [Value::Null, json!(value), json!(-1), json!([value]), json!({ &key: value }), json!([[[]]])] {
                let mut damaged = alert.clone();
                *damaged.pointer_mut(pointer).unwrap() = odd;
                prop_assert!(chat.answers(&damaged.to_string()).is_some());
            }
        }
    }
}
