//! Reads an interaction's JSON from Discord into a question.
//!
//! serenity's model names the numbers, but does not read the whole: it refuses an interaction without a key it knows,
//! or with an unknown shape anywhere, and Discord adds and drops keys freely. This module reads only the fields it
//! uses, and a missing or odd field costs only itself.
//!
//! Nothing read here can be printed, because users typed it.

mod message;

use commands::options::{Options, ParseError};
use commands::{Command, Completion};
use jiff::Timestamp;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use serenity::model::application::{CommandOptionType, CommandType, ComponentType, InteractionType};
use serenity::model::channel::MessageFlags;

use crate::discord::custom_id::CustomId;
use crate::discord::form;
use crate::discord::seal::{BadSeal, Seal};
use callsheet_core::access::Caller;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::language::Language;
use callsheet_core::answer::notice::Notice;
use callsheet_core::domain::id::{ChannelId, GuildId, UserId};
use callsheet_core::plan::{Question, What};

pub struct Incoming {
    pub id: u64,
    /// The bot's application; 0 where Discord does not tell.
    pub application: u64,
    pub token: SecretString,
    /// `None` if Discord only asks whether the bot is there.
    pub question: Option<Question>,
}

/// Discord's bits of who may manage a server: Administrator, Manage Server.
const MAY_MANAGE: u64 = 1 << 3 | 1 << 5;

/// Reads an interaction. `None` without an id or token, because no answer could reach it.
pub fn read(raw: &str, seal: &Seal, now: Timestamp) -> Option<Incoming> {
    let raw: Value = serde_json::from_str(raw).ok()?;
    let id = snowflake(&raw["id"])?;
    let token = raw["token"].as_str().filter(|token| !token.is_empty())?.to_owned().into();
    let (data, caller) = (&raw["data"], caller(&raw));
    let application = snowflake(&raw["application_id"]).unwrap_or_default();
    // Without a user for the journal, nothing is shown.
    let known = caller.user;
    let what = match of(&raw["type"]) {
        Some(InteractionType::Ping) => return Some(Incoming { id, application, token, question: None }),
        Some(InteractionType::Autocomplete) => What::Completion(known.and_then(|_| completion(data))),
        Some(InteractionType::Command) => known.and_then(|_| command(data)).map_or(What::Unreadable, What::Command),
        Some(InteractionType::Component) => {
            let target = known.and_then(|user| Some(target(carried(data)?, seal, user.0, now)));
            let public = is_public(&raw["message"]);
            target.map_or(What::Unreadable, |target| What::Click { target, public })
        }
        Some(InteractionType::Modal) => {
            let submitted = known.and_then(|user| form::submitted(data, seal, user.0, now));
            // A command's form stands on no message.
            let replaces = raw["message"].is_object() && !is_public(&raw["message"]);
            submitted.map_or(What::Unreadable, |(form, given)| What::Form { form, given, replaces })
        }
        _ => What::Unreadable,
    };
    let language = |locale: &Value| Language::of_locale(locale.as_str().unwrap_or_default());
    let (language, guild_language) = (language(&raw["locale"]), language(&raw["guild_locale"]));
    Some(Incoming { id, application, token, question: Some(Question { what, caller, language, guild_language }) })
}

/// Reads the caller. Fields that Discord leaves out or sends unreadable stay empty.
fn caller(raw: &Value) -> Caller {
    let (member, channel) = (&raw["member"], &raw["channel"]);
    // Digits in a string, like an id, because a JSON number does not hold that many bits reliably.
    let permissions = snowflake(&member["permissions"]).unwrap_or_default();
    let parent = is_thread(channel).then(|| snowflake(&channel["parent_id"])).flatten();
    Caller {
        user: snowflake(&member["user"]["id"]).or_else(|| snowflake(&raw["user"]["id"])).map(UserId),
        guild: snowflake(&raw["guild_id"]).map(GuildId),
        channel: snowflake(&raw["channel_id"]).or_else(|| snowflake(&channel["id"])).map(ChannelId),
        parent: parent.map(ChannelId),
        roles: member["roles"].as_array().into_iter().flatten().filter_map(snowflake).collect(),
        may_manage: permissions & MAY_MANAGE != 0,
        at_terminal: false,
    }
}

/// Whether a channel is a thread; of the others the parent is a category.
fn is_thread(channel: &Value) -> bool {
    use serenity::model::channel::ChannelType::{NewsThread, PrivateThread, PublicThread};
    matches!(of(&channel["type"]), Some(NewsThread | PrivateThread | PublicThread))
}

fn command(data: &Value) -> Option<Result<Command, ParseError>> {
    let name = data["name"].as_str()?;
    match of(&data["type"]).unwrap_or(CommandType::ChatInput) {
        CommandType::ChatInput => Some(commands::parse(name, &options(data)?)),
        CommandType::Message => {
            let message = &data["resolved"]["messages"][data["target_id"].as_str()?];
            Some(commands::parse_message(name, &message::text(message)?))
        }
        _ => None,
    }
}

fn completion(data: &Value) -> Option<Completion> {
    let focused = given(data).find(|option| option["focused"] == true)?["name"].as_str()?;
    commands::parse_completion(data["name"].as_str()?, &options(data)?, focused).ok()
}

/// The options as text; a user's value is the id. `None` if one is neither, which none of ours is.
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

fn carried(data: &Value) -> Option<&str> {
    match of(&data["component_type"])? {
        ComponentType::Button => data["custom_id"].as_str(),
        ComponentType::StringSelect => data["values"][0].as_str(),
        _ => None,
    }
}

/// The target of a button or entry, if the bot made it for this user, and not too long ago.
fn target(carried: &str, seal: &Seal, user: u64, now: Timestamp) -> Result<ClickTarget, Notice> {
    match opened(carried, seal, user, now)? {
        CustomId::Target(target) => Ok(target),
        CustomId::Form(..) => Err(Notice::Gone),
    }
}

/// The id that was sealed for this user.
pub(super) fn opened(carried: &str, seal: &Seal, user: u64, now: Timestamp) -> Result<CustomId, Notice> {
    let opened = seal.open(carried, user, now).map_err(|broken| match broken {
        BadSeal::Expired => Notice::Expired,
        BadSeal::Foreign => Notice::Gone,
    })?;
    CustomId::read(opened).ok_or(Notice::Gone)
}

/// Whether others see a message too. A message without flags is one of ours, and all of ours are ephemeral.
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
mod tests;
