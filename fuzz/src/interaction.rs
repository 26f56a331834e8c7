//! Interactions from Discord.

use callsheet::directory::snapshot::Snapshot;
use callsheet::discord::interaction::{self, Request};
use callsheet::discord::respond::respond;
use serde_json::Value;

use crate::account::{GUILD, NOTEBOOKS, NOW, SERVED, SNAPSHOT};
use crate::answers;

/// An interaction. It is answered if and only if it has an id and a token, as Discord accepts; and outside the served
/// guilds the answer is the same as without any contact.
///
/// The data of a button or an entry is sealed here unless it is already: a fuzzer cannot find a seal.
///
/// # Panics
///
/// If one of these does not hold.
pub fn interaction(data: &[u8]) {
    let raw = sealed(&String::from_utf8_lossy(data));
    let response = respond(&raw, &SERVED, &SNAPSHOT, &NOTEBOOKS, NOW);
    let incoming = interaction::read(&raw);
    assert_eq!(response.is_some(), incoming.is_some(), "answered exactly where an answer could arrive");
    let (Some(response), Some(incoming)) = (response, incoming) else { return };
    assert_eq!(response.interaction, incoming.id);
    if incoming.guild != Some(GUILD) {
        let stranger = respond(&raw, &SERVED, &Snapshot::default(), &NOTEBOOKS, NOW).map(|response| response.body);
        assert_eq!(Some(&response.body), stranger.as_ref(), "a stranger learns nothing");
        assert!(response.change.is_none() && response.file.is_none() && response.unread.is_none());
    } else if matches!(incoming.request, Request::Command { .. } | Request::Message { .. }) {
        let is_refusal_of_words = response.entry.is_none();
        let shows_contacts = response.body["data"]["components"].as_array().is_some_and(|rows| !rows.is_empty());
        assert!(!(is_refusal_of_words && shows_contacts), "a contact is shown without a trace");
    }
    answers::check(response, incoming.caller.user.unwrap_or_default(), &SERVED);
}

/// The interaction with its data sealed for the user who clicks.
fn sealed(raw: &str) -> String {
    let Ok(mut interaction) = serde_json::from_str::<Value>(raw) else { return raw.to_owned() };
    let user = interaction::read(raw).and_then(|incoming| incoming.caller.user).unwrap_or_default();
    let mut changed = false;
    for pointer in ["/data/values/0", "/data/custom_id"] {
        if let Some(Value::String(carried)) = interaction.pointer_mut(pointer)
            && !carried.contains('~')
        {
            *carried = SERVED.seal.close(carried, user, NOW);
            changed = true;
        }
    }
    if changed { interaction.to_string() } else { raw.to_owned() }
}
