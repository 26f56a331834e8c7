//! What arrives from Discord: an interaction's JSON, read through serenity's model into a request.
//!
//! The model refuses an interaction that lacks any key it knows or has an unknown shape anywhere, and Discord adds and
//! drops keys as it likes. So only what is read here is handed to it; the rest is filled with stand-ins.

use commands::options::Options;
use secrecy::SecretString;
use serde_json::{Map, Value, json};
use serenity::model::application::{
    CommandData, CommandDataOptionValue, ComponentInteractionData, ComponentInteractionDataKind, Interaction,
};

/// An interaction that can be answered. It cannot be printed: it holds a token and what somebody typed.
pub(super) struct Incoming {
    /// The interaction's id.
    pub(super) id: u64,
    /// The interaction's token.
    pub(super) token: SecretString,
    /// The guild it comes from; `None` in direct messages.
    pub(super) guild: Option<u64>,
    /// The language of the person's Discord ("en-US").
    pub(super) locale: Option<String>,
    /// What is asked.
    pub(super) request: Request,
}

/// What an interaction asks.
pub(super) enum Request {
    /// Whether anybody is there.
    Ping,
    /// A finished command.
    Command {
        /// Its name.
        name: String,
        /// What was given.
        options: Options,
    },
    /// Suggestions for a half-typed option.
    Completion {
        /// The command's name.
        name: String,
        /// What was given so far.
        options: Options,
        /// The option being typed.
        focused: String,
    },
    /// A button or an entry of a menu was used.
    Click {
        /// What the button, or else the entry, carries.
        carried: String,
        /// Whether the message can be seen by others too.
        public: bool,
    },
    /// Not to be understood, but to be answered.
    Unreadable(Expects),
}

/// The kind of answer Discord takes for an interaction that cannot be read.
pub(super) enum Expects {
    /// A message.
    Message,
    /// A list of suggestions.
    Choices,
}

/// Reads an interaction. `None` where it has no id or token, so that no answer could reach it.
pub(super) fn read(raw: &str) -> Option<Incoming> {
    let Ok(Value::Object(raw)) = serde_json::from_str(raw) else { return None };
    let id = raw.get("id").and_then(snowflake)?;
    let token = raw.get("token").and_then(Value::as_str).filter(|token| !token.is_empty())?.to_owned();
    let kind = raw.get("type").and_then(Value::as_u64);
    let locale = raw.get("locale").and_then(Value::as_str).map(str::to_owned);
    let public = raw.get("message").is_some_and(is_public);
    let (guild, request) = match serde_json::from_value(bare(raw)) {
        Ok(Interaction::Ping(_)) => (None, Some(Request::Ping)),
        Ok(Interaction::Command(command)) => (command.guild_id, self::command(&command.data)),
        Ok(Interaction::Autocomplete(command)) => (command.guild_id, completion(&command.data)),
        Ok(Interaction::Component(component)) => (component.guild_id, click(component.data, public)),
        // No modal is ever offered.
        _ => (None, None),
    };
    let request = request.unwrap_or(match kind {
        Some(PING) => Request::Ping,
        Some(AUTOCOMPLETE) => Request::Unreadable(Expects::Choices),
        _ => Request::Unreadable(Expects::Message),
    });
    Some(Incoming { id, token: token.into(), guild: guild.map(serenity::all::GuildId::get), locale, request })
}

/// The number of a ping among the kinds of interactions.
const PING: u64 = 1;

/// The number of an autocomplete among the kinds of interactions.
const AUTOCOMPLETE: u64 = 4;

/// The bit of a message's flags that says that only one person sees it.
const EPHEMERAL: u64 = 1 << 6;

/// The interaction with nothing but what is read, and stand-ins for what the model demands besides.
fn bare(mut raw: Map<String, Value>) -> Value {
    raw.retain(|key, _| matches!(key.as_str(), "id" | "type" | "guild_id" | "token" | "data"));
    if let Some(Value::Object(data)) = raw.get_mut("data") {
        data.retain(|key, value| {
            let read = matches!(key.as_str(), "name" | "type" | "options" | "custom_id" | "component_type" | "values");
            read && !value.is_null()
        });
        data.entry("id").or_insert_with(|| json!("1"));
        data.entry("type").or_insert_with(|| json!(1));
    }
    let user = json!({ "id": "1", "username": "" });
    let stand_ins = json!({
        "application_id": "1", "channel_id": "1", "version": 1, "locale": "en-US", "entitlements": [],
        "attachment_size_limit": 0, "user": user,
        "message": {
            "id": "1", "channel_id": "1", "author": user, "content": "", "timestamp": "2026-01-01T00:00:00Z",
            "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": false, "type": 0,
        },
    });
    if let Value::Object(stand_ins) = stand_ins {
        raw.extend(stand_ins);
    }
    raw.into()
}

fn command(data: &CommandData) -> Option<Request> {
    Some(Request::Command { name: data.name.clone(), options: options(data)? })
}

fn completion(data: &CommandData) -> Option<Request> {
    let focused = data.autocomplete()?.name.to_owned();
    Some(Request::Completion { name: data.name.clone(), options: options(data)?, focused })
}

/// The options as text; `None` where one is not text, which none of ours is.
fn options(data: &CommandData) -> Option<Options> {
    let text = |value: &CommandDataOptionValue| match value {
        CommandDataOptionValue::String(text) | CommandDataOptionValue::Autocomplete { value: text, .. } => {
            Some(text.clone())
        }
        _ => None,
    };
    data.options.iter().map(|option| Some((option.name.clone(), text(&option.value)?))).collect()
}

fn click(data: ComponentInteractionData, public: bool) -> Option<Request> {
    let carried = match data.kind {
        ComponentInteractionDataKind::Button => data.custom_id,
        ComponentInteractionDataKind::StringSelect { values } => values.into_iter().next()?,
        _ => return None,
    };
    Some(Request::Click { carried, public })
}

/// Whether a message says that others see it too. One that says nothing is one of ours, and all of ours are ephemeral.
fn is_public(message: &Value) -> bool {
    message["flags"].as_u64().is_some_and(|flags| flags & EPHEMERAL == 0)
}

fn snowflake(id: &Value) -> Option<u64> {
    id.as_u64().or_else(|| id.as_str()?.parse().ok())
}
