//! Checks that hold for every answer to any question about any account.

use callsheet::access::brake::{Limits, Refusal};
use callsheet::answer::lookups::Trail;
use callsheet::directory::snapshot::Snapshot;
use callsheet::discord::instead::Instead;
use callsheet::discord::respond::{Response, Served, respond};
use callsheet::discord::unread::Unread;
use callsheet::domain::id::UserId;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::account::{self, COLLEAGUE, GUILD, NOTEBOOKS, NOW};
use crate::support::{harmless, payload};

/// The caller, unless the interaction says otherwise.
pub(crate) const ASKER: u64 = 4;

/// Answers a command on this account, and checks the answer.
pub(crate) fn ask(command: &str, options: &Value, served: &Served, snapshot: &Snapshot) {
    let data = json!({ "type": 1, "name": command, "options": options });
    check(answered(2, &data, served, snapshot), ASKER, served);
}

/// The answer to an interaction of this type.
pub(crate) fn answered(kind: u8, data: &Value, served: &Served, snapshot: &Snapshot) -> Response {
    let interaction = json!({
        "id": "7", "token": "t", "type": kind, "guild_id": GUILD.to_string(), "channel_id": "3",
        "member": { "user": { "id": ASKER.to_string() }, "roles": [], "permissions": "32" },
        "data": data,
    });
    let response = respond(&interaction.to_string(), served, snapshot, &NOTEBOOKS, NOW);
    response.unwrap_or_else(|| panic!("{data} was not answered"))
}

/// Fails unless Discord would accept the answer and each fallback reply, no user is pinged, and foreign text can only
/// be read. `asker` may be named.
pub(crate) fn check(response: Response, asker: u64, served: &Served) {
    let released = response.entry.as_ref().and_then(|entry| entry.subject).map_or(asker, |user| user.0);
    check_body(&response.body, &[asker, released]);
    if let Some(instead) = &response.instead {
        check_instead(instead, asker, &served.policy.load().brake);
    }
    if let Some(unread) = response.unread {
        let trail = account::trail(unread.contact());
        check_lookups(unread, trail, &[asker]);
    }
    if let Some(file) = &response.file {
        let lines = file.content.split_terminator("\r\n");
        assert!(lines.clone().all(|line| line.len() <= 75 && !line.contains(char::is_control)), "{}", file.content);
    }
}

fn check_instead(instead: &Instead, asker: u64, limits: &Limits) {
    let until = |wait| NOW.checked_add(wait).unwrap_or(Timestamp::MAX);
    let refusals = [
        Refusal::TooSoon { until: until(SignedDuration::from_millis(400)) },
        Refusal::TooMany { until: until(limits.hold) },
        Refusal::OnHold { until: until(limits.hold), elsewhere: false },
        Refusal::OnHold { until: until(limits.hold), elsewhere: true },
    ];
    let refused = refusals.map(|refusal| instead.too_much(refusal));
    for body in [instead.not_saved(), instead.not_journaled()].into_iter().chain(refused) {
        check_body(&complete(body), &[asker]);
    }
    let alert = complete(instead.alert(UserId(asker), limits));
    assert_eq!(payload::check_message(&alert), Ok(()), "{alert:#}");
    assert_eq!(alert["allowed_mentions"]["parse"], json!([]), "a user is pinged");
    harmless::check_visible(&alert);
}

/// A body can always be written.
fn complete(body: Option<Value>) -> Value {
    body.unwrap_or_else(|| panic!("there is nothing to send"))
}

/// Checks the answer about a contact's look-ups. The name stands out, once; no contact is called `**`.
pub(crate) fn check_lookups(unread: Unread, trail: Trail, named: &[u64]) {
    let mut body = complete(unread.complete(trail));
    check_taken(&body);
    let description = &mut body["data"]["embeds"][0]["description"];
    *description = description.as_str().map(|text| text.replacen("**", "", 2)).into();
    check_read(&body, named);
}

fn check_body(body: &Value, named: &[u64]) {
    check_taken(body);
    check_read(body, named);
}

/// Fails unless Discord would accept it and no user is pinged.
fn check_taken(body: &Value) {
    if let Err(fault) = payload::check_callback(body) {
        panic!("Discord would refuse this: {fault}\n{body:#}");
    }
    if matches!(body["type"].as_u64(), Some(4 | 7)) {
        assert_eq!(body["data"]["allowed_mentions"]["parse"], json!([]), "a user is pinged");
    }
}

/// Fails unless foreign text can only be read; `named` are the users and channels that may be named besides the
/// colleague.
fn check_read(body: &Value, named: &[u64]) {
    let named: Vec<String> = named.iter().chain(&[COLLEAGUE]).map(u64::to_string).collect();
    harmless::check(body, &named.iter().map(String::as_str).collect::<Vec<_>>());
}
