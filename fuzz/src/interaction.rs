//! Interactions from Discord.

use callsheet::discord::interaction;
use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::id::GuildId;
use callsheet_core::plan::What;
use serde_json::Value;

use crate::account::{GUILD, NOW, SERVED, SNAPSHOT};
use crate::answers;

/// An interaction. Outside of the served guilds, the answer is that of a bot without any contacts.
///
/// What a button, an entry or a form carries is sealed here, unless it is already: no bytes could be found that open
/// otherwise.
///
/// # Panics
///
/// If one of these does not hold.
pub fn interaction(data: &[u8]) {
    let raw = sealed(&String::from_utf8_lossy(data));
    let Some(answered) = answers::answer(&raw, &SERVED, &SNAPSHOT) else { return };
    let mut asker = 0;
    if let Some((question, ..)) = &answered.asked {
        asker = question.caller.user.map_or(0, |user| user.0);
        assert!(!question.caller.at_terminal, "nobody is the operator from outside");
        if question.caller.guild != Some(GuildId(GUILD)) {
            let stranger = answers::answer(&raw, &SERVED, &Snapshot::default()).map(|answered| answered.body);
            assert_eq!(Some(&answered.body), stranger.as_ref(), "a stranger learns nothing");
            assert!(answered.is_only_said());
        } else if matches!(question.what, What::Command(_)) {
            let is_refusal_of_words = answered.entry.is_none();
            let shows_somebody = answered.body["data"]["components"].as_array().is_some_and(|rows| !rows.is_empty());
            assert!(!(is_refusal_of_words && shows_somebody), "somebody is shown without a trace");
        }
    }
    answers::check(answered, asker, &SERVED);
}

/// The interaction, with its content sealed for the user who it says has clicked.
pub(crate) fn sealed(raw: &str) -> String {
    let Ok(mut interaction) = serde_json::from_str::<Value>(raw) else { return raw.to_owned() };
    let question = interaction::read(raw, &SERVED.seal, NOW).and_then(|incoming| incoming.question);
    let user = question.and_then(|question| question.caller.user).map_or(0, |user| user.0);
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
