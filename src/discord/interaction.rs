//! What arrives from Discord: an interaction's JSON, read into a request and who makes it.
//!
//! serenity's model gives the numbers their names, but does not read the whole: it refuses an interaction that lacks any
//! key it knows or has an unknown shape anywhere, and Discord adds and drops keys as it likes. Here only what is used is
//! looked at, and what is missing or odd costs no more than itself.
//!
//! Nothing that is read here can be printed: it is what somebody typed or wrote.

mod message;

use commands::options::Options;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use serenity::model::application::{CommandOptionType, CommandType, ComponentType, InteractionType};
use serenity::model::channel::MessageFlags;

use crate::access::brake;

/// An interaction that can be answered.
pub struct Incoming {
    /// The interaction's id.
    pub id: u64,
    /// The interaction's token.
    pub token: SecretString,
    /// The guild it comes from; `None` in direct messages.
    pub guild: Option<u64>,
    /// Who asks, and where.
    pub caller: Sender,
    /// What is asked.
    pub request: Request,
}

/// Who asks, and where. What Discord does not tell, or not in a way that can be read, is missing here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The person.
    pub user: Option<u64>,
    /// The channel or thread.
    pub channel: Option<u64>,
    /// The channel that the thread belongs to, where it is one.
    pub parent: Option<u64>,
    /// What the person may do in the channel, as Discord's bits.
    pub permissions: u64,
    /// The person's roles in the guild.
    pub roles: Vec<u64>,
    /// The language of the person's Discord ("en-US").
    pub locale: Option<String>,
    /// The guild's own language.
    pub guild_locale: Option<String>,
}

/// What an interaction asks.
pub enum Request {
    /// Whether anybody is there.
    Ping,
    /// A finished command.
    Command {
        /// Its name.
        name: String,
        /// What was given.
        options: Options,
    },
    /// A command used on a message.
    Message {
        /// Its name.
        name: String,
        /// What the message says.
        text: String,
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

/// A text that is being typed, with all else that decides what is suggested.
pub struct Typed {
    text: String,
    beside: String,
}

impl Request {
    /// What is being typed in a channel, where suggestions are asked for.
    #[must_use]
    pub fn typed(&self, channel: Option<u64>) -> Option<Typed> {
        let Self::Completion { name, options, focused } = self else { return None };
        let others: Vec<_> = options.iter().filter(|(option, _)| option != focused).collect();
        Some(Typed {
            text: options.text(focused).unwrap_or_default().to_owned(),
            beside: format!("{:?}", (channel, name, focused, others)),
        })
    }

    /// What is typed for a person, where a command asks for one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Command { options, .. } => options.text(PERSON),
            _ => None,
        }
    }
}

impl<'a> From<&'a Typed> for brake::Typed<'a> {
    fn from(Typed { text, beside }: &'a Typed) -> Self {
        Self { text, beside }
    }
}

/// The option by which commands ask for a person.
const PERSON: &str = "name";

/// The kind of answer Discord takes for an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expects {
    /// A message.
    Message,
    /// A list of suggestions.
    Choices,
}

/// Reads an interaction. `None` where it has no id or token, so that no answer could reach it.
#[must_use]
pub fn read(raw: &str) -> Option<Incoming> {
    let raw: Value = serde_json::from_str(raw).ok()?;
    let id = snowflake(&raw["id"])?;
    let token = raw["token"].as_str().filter(|token| !token.is_empty())?.to_owned();
    let data = &raw["data"];
    let (request, expects) = match of(&raw["type"]) {
        Some(InteractionType::Ping) => (Some(Request::Ping), Expects::Message),
        Some(InteractionType::Command) => (command(data), Expects::Message),
        Some(InteractionType::Autocomplete) => (completion(data), Expects::Choices),
        Some(InteractionType::Component) => (click(data, &raw["message"]), Expects::Message),
        // No modal is ever offered.
        _ => (None, Expects::Message),
    };
    let caller = sender(&raw);
    // Nobody is shown anything without a name to note.
    let request = request.filter(|request| caller.user.is_some() || matches!(request, Request::Ping));
    Some(Incoming {
        id,
        token: token.into(),
        guild: snowflake(&raw["guild_id"]),
        caller,
        request: request.unwrap_or(Request::Unreadable(expects)),
    })
}

fn sender(raw: &Value) -> Sender {
    let (member, channel) = (&raw["member"], &raw["channel"]);
    Sender {
        user: snowflake(&member["user"]["id"]).or_else(|| snowflake(&raw["user"]["id"])),
        channel: snowflake(&raw["channel_id"]).or_else(|| snowflake(&channel["id"])),
        parent: is_thread(channel).then(|| snowflake(&channel["parent_id"])).flatten(),
        // Digits in a string, like an id, for there are more bits than a number in JSON can be trusted with.
        permissions: snowflake(&member["permissions"]).unwrap_or_default(),
        roles: member["roles"].as_array().into_iter().flatten().filter_map(snowflake).collect(),
        locale: raw["locale"].as_str().map(str::to_owned),
        guild_locale: raw["guild_locale"].as_str().map(str::to_owned),
    }
}

/// Whether a channel is a thread; of the others the parent is a category.
fn is_thread(channel: &Value) -> bool {
    use serenity::model::channel::ChannelType::{NewsThread, PrivateThread, PublicThread};
    matches!(of(&channel["type"]), Some(NewsThread | PrivateThread | PublicThread))
}

fn command(data: &Value) -> Option<Request> {
    let name = data["name"].as_str()?.to_owned();
    match of(&data["type"]).unwrap_or(CommandType::ChatInput) {
        CommandType::ChatInput => Some(Request::Command { name, options: options(data)? }),
        CommandType::Message => {
            let message = &data["resolved"]["messages"][data["target_id"].as_str()?];
            Some(Request::Message { name, text: message::text(message)? })
        }
        _ => None,
    }
}

fn completion(data: &Value) -> Option<Request> {
    let name = data["name"].as_str()?.to_owned();
    let focused = given(data).find(|option| option["focused"] == true)?["name"].as_str()?.to_owned();
    Some(Request::Completion { name, options: options(data)?, focused })
}

/// The options as text; a user is given by id. `None` where one is neither, which none of ours is.
fn options(data: &Value) -> Option<Options> {
    let is_text =
        |option: &Value| matches!(of(&option["type"]), Some(CommandOptionType::String | CommandOptionType::User));
    let text = |option: &Value| {
        let (name, value) = (option["name"].as_str()?, option["value"].as_str()?);
        is_text(option).then(|| (name.to_owned(), value.to_owned()))
    };
    given(data).map(text).collect()
}

fn given(data: &Value) -> impl Iterator<Item = &Value> {
    data["options"].as_array().into_iter().flatten()
}

fn click(data: &Value, message: &Value) -> Option<Request> {
    let carried = match of(&data["component_type"])? {
        ComponentType::Button => &data["custom_id"],
        ComponentType::StringSelect => &data["values"][0],
        _ => return None,
    };
    Some(Request::Click { carried: carried.as_str()?.to_owned(), public: is_public(message) })
}

/// Whether a message says that others see it too. One that says nothing is one of ours, and all of ours are ephemeral.
fn is_public(message: &Value) -> bool {
    let flags = message["flags"].as_u64().map(MessageFlags::from_bits_truncate);
    flags.is_some_and(|flags| !flags.contains(MessageFlags::EPHEMERAL))
}

/// What a number stands for.
fn of<'de, T: Deserialize<'de>>(number: &'de Value) -> Option<T> {
    T::deserialize(number).ok()
}

fn snowflake(id: &Value) -> Option<u64> {
    id.as_u64().or_else(|| id.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn caller(interaction: &Value) -> Sender {
        let mut interaction = interaction.clone();
        (interaction["id"], interaction["token"]) = ("7".into(), "token".into());
        read(&interaction.to_string()).unwrap().caller
    }

    #[test]
    fn the_caller_is_read_in_guilds_threads_and_direct_messages() {
        let in_guild = json!({
            "type": 2, "guild_id": "1", "channel_id": "3", "channel": { "id": "3", "type": 0, "parent_id": "30" },
            "locale": "de", "guild_locale": "fr", "member": { "user": { "id": "4" }, "roles": ["6", "7"], "permissions": "562949953421311" },
        });
        let expected = Sender {
            user: Some(4),
            channel: Some(3),
            parent: None,
            permissions: 562_949_953_421_311,
            roles: vec![6, 7],
            locale: Some("de".to_owned()),
            guild_locale: Some("fr".to_owned()),
        };
        assert_eq!(caller(&in_guild), expected);

        let mut in_thread = in_guild;
        in_thread["channel"]["type"] = 11.into();
        assert_eq!(caller(&in_thread), Sender { parent: Some(30), ..expected });

        let direct =
            json!({ "type": 2, "channel_id": "3", "channel": { "id": "3", "type": 1 }, "user": { "id": "4" } });
        assert_eq!(caller(&direct), Sender { user: Some(4), channel: Some(3), ..Sender::default() });
    }

    #[test]
    fn an_odd_field_of_the_caller_costs_only_that_field() {
        for odd in [json!(null), json!([]), json!("x"), json!(-1), json!(1.5), json!({ "id": [] })] {
            let interaction = json!({
                "type": 2, "channel_id": odd, "channel": odd, "locale": { "of": odd }, "user": odd,
                "member": { "user": odd, "roles": [odd, "6"], "permissions": odd },
            });
            assert_eq!(caller(&interaction), Sender { roles: vec![6], ..Sender::default() }, "{odd}");
            assert_eq!(caller(&json!({ "type": 2, "member": odd })), Sender::default(), "{odd}");
        }
        let overlong = json!({ "member": { "permissions": "99999999999999999999" } });
        assert_eq!(caller(&overlong).permissions, 0, "no permission is made up");
    }
}
