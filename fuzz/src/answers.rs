//! What must hold of every answer, whatever was asked and whatever the account holds.

use callsheet::access::brake::Refusal;
use callsheet::directory::snapshot::Snapshot;
use callsheet::discord::respond::{Response, Served, respond};
use serde_json::{Value, json};

use crate::account::{COLLEAGUE, GUILD, NOTEBOOK, NOW};
use crate::support::{harmless, payload};

/// Who asks, unless the interaction says otherwise.
const ASKER: u64 = 4;

/// Answers a command on this account, and checks the answer.
pub(crate) fn ask(command: &str, options: &Value, served: &Served, snapshot: &Snapshot) {
    let interaction = json!({
        "id": "7", "token": "t", "type": 2, "guild_id": GUILD.to_string(), "channel_id": "3",
        "member": { "user": { "id": ASKER.to_string() }, "roles": [], "permissions": "32" },
        "data": { "type": 1, "name": command, "options": options },
    });
    let response = respond(&interaction.to_string(), served, snapshot, &NOTEBOOK, NOW);
    let response = response.unwrap_or_else(|| panic!("/{command} was not answered"));
    check(&response, ASKER);
}

/// Fails unless Discord would take the answer, nobody is pinged, and foreign text in it can only be read. Of users,
/// `asker` may be named.
pub(crate) fn check(response: &Response, asker: u64) {
    check_body(&response.body, asker);
    if let Some(instead) = &response.instead {
        let on_hold = instead.too_much(Refusal::OnHold { until: NOW });
        for body in [instead.not_saved(), instead.not_journaled(), on_hold].into_iter().flatten() {
            check_body(&body, asker);
        }
    }
    if let Some(file) = &response.file {
        let lines = file.content.split_terminator("\r\n");
        assert!(lines.clone().all(|line| line.len() <= 75 && !line.contains(char::is_control)), "{}", file.content);
    }
}

fn check_body(body: &Value, asker: u64) {
    if let Err(fault) = payload::check_callback(body) {
        panic!("Discord would refuse this: {fault}\n{body:#}");
    }
    if matches!(body["type"].as_u64(), Some(4 | 7)) {
        assert_eq!(body["data"]["allowed_mentions"]["parse"], json!([]), "nobody is pinged");
    }
    harmless::check(body, &[&asker.to_string(), &COLLEAGUE.to_string()]);
}
