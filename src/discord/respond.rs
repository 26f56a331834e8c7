//! The pure core of the bot: an interaction's JSON in, the JSON of its response out.

use std::collections::BTreeSet;
use std::sync::Arc;

use arc_swap::ArcSwap;
use commands::Command;
use commands::options::ParseError;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::access::view::View;
use crate::access::{Asker, Permission};
use crate::answer::choice::Choice;
use crate::answer::language::Language;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Audience, Body, File};
use crate::directory::snapshot::Snapshot;
use crate::discord::custom_id;
use crate::discord::interaction::{self, Expects, Request, Sender};
use crate::discord::render::{self, Place};
use crate::domain::id::{ChannelId, GuildId, UserId};
use crate::handlers;
use crate::handlers::context::{Caller, Context};
use crate::handlers::gate;
use crate::notebook::{Change, Notebook};
use crate::policy::Policy;

/// Discord's bits for who may manage a server: Administrator, Manage Server.
const MAY_MANAGE: u64 = 1 << 3 | 1 << 5;

/// Whom the bot serves, and how.
#[derive(Clone, Debug)]
pub struct Served {
    /// The guilds that get answers; every other guild and every direct message is refused.
    pub guilds: BTreeSet<u64>,
    /// What the operator has decided; replaced when the policy file changes.
    pub policy: Arc<ArcSwap<Policy>>,
}

/// What to send back to Discord for one interaction. It cannot be printed: it holds people's names and numbers.
pub struct Response {
    /// The interaction's id, for the callback's address.
    pub interaction: u64,
    /// The interaction's token: whoever has it can answer as the bot for 15 minutes, so it is never logged.
    pub token: SecretString,
    /// The body of the callback.
    pub body: Value,
    /// A file to go with the message.
    pub file: Option<File>,
    /// What is to be remembered.
    pub remember: Option<Remember>,
}

/// What is to be remembered of an answer.
pub struct Remember {
    /// The change to write down.
    pub change: Change,
    /// The body to send instead where that is not possible.
    pub otherwise: Value,
}

/// Answers one interaction. `None` where it carries no id and token to answer to.
#[must_use]
pub fn respond(
    interaction: &str,
    served: &Served,
    snapshot: &Snapshot,
    notebook: &Notebook,
    now: Timestamp,
) -> Option<Response> {
    let incoming = interaction::read(interaction)?;
    let is_served = incoming.guild.is_some_and(|guild| served.guilds.contains(&guild));
    let policy = served.policy.load();
    let asked = Asked { policy: &policy, snapshot, notebook, from: &incoming.caller, guild: incoming.guild, now };
    let said = if is_served { answer(incoming.request, &asked) } else { refuse(&incoming.request, asked.language()) };
    let message = |answer: &Answer, place| render::message(answer, place, asked.language(), now);
    let (body, file, change) = match said {
        Said::Body(body) => (body?, None, None),
        Said::Answer(answer, place) => (message(&answer, place)?, answer.file, answer.change),
    };
    let remember = change.and_then(|change| {
        let otherwise = message(&notice(Notice::NotSaved), Place::New)?;
        Some(Remember { change, otherwise })
    });
    Some(Response { interaction: incoming.id, token: incoming.token, body, file, remember })
}

/// A question with all it takes to answer it, before it is known what it needs to be granted.
struct Asked<'a> {
    policy: &'a Policy,
    snapshot: &'a Snapshot,
    notebook: &'a Notebook,
    from: &'a Sender,
    guild: Option<u64>,
    now: Timestamp,
}

impl Asked<'_> {
    /// Answers as far as any of these permissions is granted here to whoever asks.
    fn with<T>(&self, permissions: &[Permission], answer: impl FnOnce(Context<'_>) -> T) -> T {
        let allowed = self.policy.access.allowed(&self.asker(), permissions);
        let view = View::new(self.snapshot, &allowed);
        let Self { policy, notebook, now, .. } = *self;
        answer(Context { view: &view, policy, notebook, caller: self.caller(), reveal: false, now })
    }

    fn asker(&self) -> Asker<'_> {
        let Caller { user, guild, channel, parent, .. } = self.place();
        Asker { guild, roles: &self.from.roles, user, channel, parent }
    }

    fn caller(&self) -> Caller {
        let may = |permission| !self.policy.access.allowed(&self.asker(), &[permission]).is_nothing();
        Caller { may_share: may(Permission::Share), may_take_files: may(Permission::ContactFile), ..self.place() }
    }

    fn place(&self) -> Caller {
        Caller {
            user: self.from.user.map(UserId),
            guild: self.guild.map(GuildId),
            channel: self.from.channel.map(ChannelId),
            parent: self.from.parent.map(ChannelId),
            may_manage: self.from.permissions & MAY_MANAGE != 0,
            may_share: false,
            may_take_files: false,
            language: self.language(),
        }
    }

    fn language(&self) -> Language {
        Language::of_locale(self.from.locale.as_deref().unwrap_or_default())
    }
}

/// What is said to an interaction.
enum Said {
    /// An answer, and where it is to appear.
    Answer(Box<Answer>, Place),
    /// Anything else, as it is sent.
    Body(Option<Value>),
}

fn answer(request: Request, asked: &Asked<'_>) -> Said {
    let language = asked.language();
    let command = |parsed: Result<Command, ParseError>| {
        new(match parsed {
            Ok(command) => asked.with(gate::command(&command), |context| handlers::answer(&command, context)),
            Err(error) => notice(Notice::Rejected(error)),
        })
    };
    match request {
        Request::Ping => Said::Body(render::pong()),
        Request::Command { name, options } => command(commands::parse(&name, &options)),
        Request::Message { name, text } => command(commands::parse_message(&name, &text)),
        Request::Completion { name, options, focused } => {
            Said::Body(render::choices(match commands::parse_completion(&name, &options, &focused) {
                Ok(completion) => {
                    asked.with(gate::completion(&completion), |context| handlers::suggest(&completion, context))
                }
                Err(_) => remark("suggest-nothing", language),
            }))
        }
        Request::Click { carried, public } => {
            let answer = match custom_id::read(&carried) {
                Some(target) => asked.with(gate::target(target), |context| handlers::follow(target, context)),
                None => notice(Notice::Gone),
            };
            // What is in a message that others see stays as it is: the answer is for whoever clicked. And what comes with
            // a file, or is for others to see, is a message of its own.
            let is_new = public || answer.file.is_some() || answer.audience == Audience::Channel;
            Said::Answer(answer.into(), if is_new { Place::New } else { Place::Update })
        }
        Request::Unreadable(Expects::Message) => new(notice(Notice::Unreadable)),
        Request::Unreadable(Expects::Choices) => Said::Body(render::choices(remark("suggest-nothing", language))),
    }
}

/// The answer to whoever is not served: it shows nothing of the account, not even how fresh it is.
fn refuse(request: &Request, language: Language) -> Said {
    match request {
        Request::Ping => Said::Body(render::pong()),
        Request::Completion { .. } => Said::Body(render::choices(remark("suggest-not-served", language))),
        Request::Unreadable(Expects::Choices) => Said::Body(render::choices(remark("suggest-nothing", language))),
        Request::Unreadable(Expects::Message) => new(notice(Notice::Unreadable)),
        Request::Command { .. } | Request::Message { .. } | Request::Click { .. } => new(notice(Notice::NotServed)),
    }
}

fn new(answer: Answer) -> Said {
    Said::Answer(answer.into(), Place::New)
}

fn notice(notice: Notice) -> Answer {
    Answer::new(Body::Notice(notice), None)
}

fn remark(sentence: &'static str, language: Language) -> Vec<Choice> {
    vec![Choice::remark(&language.say(sentence), "")]
}
