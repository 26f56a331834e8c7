//! Who and what is in the channel, and the sentences of the page.

use axum::Json;
use axum::extract::{Query, State};
use serde_json::{Map, Value, json};

use crate::playground::{GUILD, Playground, Wish};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::manifests::localized;

/// The channel and the bot, by ids that Discord gives none.
const CHANNEL: &str = "1001";
const BOT: &str = "1002";

/// A server that the bot does not serve.
const ELSEWHERE: u64 = 1010;

/// Discord's bit for "Manage Server".
const MANAGE_SERVER: &str = "32";

/// A user whom the page can act as. The policy file says what the roles may see.
struct User {
    id: &'static str,
    name: &'static str,
    role: Option<&'static str>,
    permissions: &'static str,
    guild: u64,
}

const USERS: [User; 5] = [
    User { id: "1005", name: "page-on-call", role: Some("1101"), permissions: "0", guild: GUILD.0 },
    User { id: "1004", name: "page-manager", role: Some("1103"), permissions: MANAGE_SERVER, guild: GUILD.0 },
    User { id: "1003", name: "page-technician", role: Some("1102"), permissions: "0", guild: GUILD.0 },
    User { id: "1006", name: "page-outsider", role: None, permissions: "0", guild: GUILD.0 },
    User { id: "1007", name: "page-elsewhere", role: Some("1101"), permissions: "0", guild: ELSEWHERE },
];

/// The sentences of the page itself.
const SENTENCES: [&str; 24] = [
    "page-about",
    "page-act-as",
    "page-act-in",
    "page-cancel",
    "page-change",
    "page-it-glue",
    "page-it-glue-down",
    "page-it-glue-mass-deletion",
    "page-it-glue-refusing",
    "page-it-glue-slow",
    "page-it-glue-up",
    "page-journal",
    "page-line",
    "page-log",
    "page-moment",
    "page-moment-night",
    "page-moment-now",
    "page-moment-office",
    "page-no-answer",
    "page-only-you",
    "page-panel",
    "page-send",
    "page-submit",
    "page-working",
];

/// Messages that stand in the channel already, as monitoring and telephony post them.
const MESSAGES: [(&str, &str); 3] = [
    ("Monitoring", "**PROBLEM** Acme Corporation · ACME-FS01 · host down for 5 min"),
    ("Telephony", "Missed call from +1 415-555-0142"),
    ("Monitoring", "**WARNING** backup failed for the second night · Globex Medical Group"),
];

pub(super) async fn world(State(playground): State<Playground>, Query(wish): Query<Wish>) -> Json<Value> {
    let language = playground.language_of(wish);
    let texts: Map<String, Value> =
        SENTENCES.iter().map(|sentence| ((*sentence).to_owned(), language.text(sentence).into())).collect();
    let messages: Vec<Value> = (2000..)
        .zip(MESSAGES)
        .map(|(id, (author, content))| json!({ "id": id.to_string(), "author": author, "content": content }))
        .collect();
    let users = USERS.iter().map(|user| {
        json!({
            "id": user.id,
            "name": language.text(user.name),
            "roles": user.role.as_slice(),
            "permissions": user.permissions,
            "guild": user.guild.to_string(),
        })
    });
    let locales = Language::all().into_iter();
    let locales = locales.map(|one| json!({ "code": one.code(), "name": one.text("language-name") }));
    Json(json!({
        "channel": { "id": CHANNEL, "name": "it-support" },
        "bot": { "id": BOT, "name": "Callsheet" },
        "users": users.collect::<Vec<_>>(),
        "commands": localized(commands::manifests()),
        "locale": language.code(),
        "locales": locales.collect::<Vec<_>>(),
        "messages": messages,
        "texts": texts,
    }))
}
