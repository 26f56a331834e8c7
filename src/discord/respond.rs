//! The pure core of the bot: an interaction's JSON in, the JSON of its response out.

use std::collections::BTreeSet;

use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::answer::choice::Choice;
use crate::answer::language::Language;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body};
use crate::directory::snapshot::Snapshot;
use crate::discord::custom_id;
use crate::discord::interaction::{self, Expects, Request};
use crate::discord::render::{self, Place};
use crate::domain::role::RoleTable;
use crate::handlers;
use crate::handlers::context::Context;

/// Whom the bot serves and how it reads the account.
#[derive(Clone, Debug)]
pub struct Served {
    /// The guilds that get answers; every other guild and every direct message is refused.
    pub guilds: BTreeSet<u64>,
    /// What the account's contact types mean.
    pub roles: RoleTable,
}

/// What to send back to Discord for one interaction. It cannot be printed: it holds people's names and numbers.
pub struct Response {
    /// The interaction's id, for the callback's address.
    pub interaction: u64,
    /// The interaction's token: whoever has it can answer as the bot for 15 minutes, so it is never logged.
    pub token: SecretString,
    /// The body of the callback.
    pub body: Value,
}

/// Answers one interaction. `None` where it carries no id and token to answer to.
#[must_use]
pub fn respond(interaction: &str, served: &Served, snapshot: &Snapshot, now: Timestamp) -> Option<Response> {
    let incoming = interaction::read(interaction)?;
    let is_served = incoming.guild.is_some_and(|guild| served.guilds.contains(&guild));
    let language = incoming.locale.as_deref().map_or_else(Language::default, Language::of_locale);
    let context = Context { snapshot, roles: &served.roles, language, now };
    let body = if is_served { answer(incoming.request, context) } else { refuse(&incoming.request, context) };
    Some(Response { interaction: incoming.id, token: incoming.token, body: body? })
}

fn answer(request: Request, context: Context<'_>) -> Option<Value> {
    let message = |answer, place| render::message(&answer, place, context.language, context.now);
    match request {
        Request::Ping => render::pong(),
        Request::Command { name, options } => {
            let answer = match commands::parse(&name, &options) {
                Ok(command) => handlers::answer(&command, context),
                Err(error) => notice(Notice::Rejected(error)),
            };
            message(answer, Place::New)
        }
        Request::Completion { name, options, focused } => {
            render::choices(match commands::parse_completion(&name, &options, &focused) {
                Ok(completion) => handlers::suggest(&completion, context),
                Err(_) => remark("suggest-nothing", context.language),
            })
        }
        Request::Click { carried, public } => {
            let answer = match custom_id::read(&carried) {
                Some(target) => handlers::follow(target, context),
                None => notice(Notice::Gone),
            };
            // What is in a message that others see stays as it is: the answer is for whoever clicked.
            message(answer, if public { Place::New } else { Place::Update })
        }
        Request::Unreadable(Expects::Message) => message(notice(Notice::Unreadable), Place::New),
        Request::Unreadable(Expects::Choices) => render::choices(remark("suggest-nothing", context.language)),
    }
}

/// The answer to whoever is not served: it shows nothing of the account, not even how fresh it is.
fn refuse(request: &Request, context: Context<'_>) -> Option<Value> {
    let say = |what| render::message(&notice(what), Place::New, context.language, context.now);
    match request {
        Request::Ping => render::pong(),
        Request::Completion { .. } => render::choices(remark("suggest-not-served", context.language)),
        Request::Unreadable(Expects::Choices) => render::choices(remark("suggest-nothing", context.language)),
        Request::Unreadable(Expects::Message) => say(Notice::Unreadable),
        Request::Command { .. } | Request::Click { .. } => say(Notice::NotServed),
    }
}

fn notice(notice: Notice) -> Answer {
    Answer { body: Body::Notice(notice), status: None }
}

fn remark(sentence: &'static str, language: Language) -> Vec<Choice> {
    vec![Choice::remark(&language.say(sentence), "")]
}
