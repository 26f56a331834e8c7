//! The pure core of the bot: an interaction's JSON in, the JSON of its response out.

use std::collections::BTreeSet;
use std::sync::Arc;

use arc_swap::ArcSwap;
use commands::Command;
use commands::options::ParseError;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::answer::choice::Choice;
use crate::answer::language::Language;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Audience, Body, File};
use crate::directory::snapshot::Snapshot;
use crate::discord::asked::Asked;
use crate::discord::custom_id;
use crate::discord::instead::Instead;
use crate::discord::interaction::{self, Expects, Request, Typed};
use crate::discord::render::{self, Place, Reader};
use crate::discord::seal::{Broken, Seal};
use crate::discord::unread::Unread;
use crate::domain::id::GuildId;
use crate::handlers;
use crate::handlers::context::Caller;
use crate::handlers::{disclosure, gate};
use crate::journal::{Action, Entry};
use crate::notebook::Change;
use crate::notebook::guilds::Notebooks;
use crate::policy::Policy;

/// Whom the bot serves, and how.
#[derive(Clone, Debug)]
pub struct Served {
    /// The guilds that get answers; every other guild and every direct message is refused.
    pub guilds: BTreeSet<u64>,
    /// What the operator has decided; replaced when the policy file changes.
    pub policy: Arc<ArcSwap<Policy>>,
    /// Binds what buttons carry to whom they are for.
    pub seal: Seal,
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
    /// What it discloses, for the audit journal.
    pub entry: Option<Entry>,
    /// What is to be remembered, and in which server.
    pub change: Option<(GuildId, Change)>,
    /// What the journal has to be asked before the body is complete.
    pub unread: Option<Unread>,
    /// What is being typed, where these are suggestions to it.
    pub typed: Option<Typed>,
    /// What to say instead where it must not be sent.
    pub instead: Option<Instead>,
}

impl Response {
    /// A response of which nothing is to be written down.
    #[must_use]
    pub fn plain(interaction: u64, token: SecretString, body: Value) -> Self {
        Self {
            interaction,
            token,
            body,
            file: None,
            entry: None,
            change: None,
            typed: None,
            unread: None,
            instead: None,
        }
    }
}

/// Answers one interaction. `None` where it carries no id and token to answer to.
#[must_use]
pub fn respond(
    interaction: &str,
    served: &Served,
    snapshot: &Snapshot,
    notebooks: &Notebooks,
    now: Timestamp,
) -> Option<Response> {
    let incoming = interaction::read(interaction)?;
    let is_served = incoming.guild.is_some_and(|guild| served.guilds.contains(&guild));
    let policy = served.policy.load();
    let (from, guild) = (&incoming.caller, incoming.guild.map(GuildId));
    // Of what other servers remember there is nothing from here on.
    let notebook = guild.map(|guild| notebooks.of(guild)).unwrap_or_default();
    let asked = Asked { policy: &policy, seal: &served.seal, snapshot, notebook: &notebook, from, guild, now };
    let language = asked.language();
    let reader = Reader { language, now, seal: served.seal.clone(), user: asked.user() };
    let typed = incoming.request.typed(from.channel);
    let said = if is_served { answer(incoming.request, &asked) } else { refuse(&incoming.request, language, now) };
    let expects = if matches!(said, Said::Choices(..)) { Expects::Choices } else { Expects::Message };
    let unread = match (&said, guild) {
        (Said::Answer(answer, place, _), Some(guild)) => Unread::of(answer, guild, *place, &reader),
        _ => None,
    };
    let instead = Instead { expects, reader, guild_language: asked.guild_language() };
    let reader = &instead.reader;
    let (body, file, entry, change) = match said {
        Said::Pong => (render::pong()?, None, None, None),
        Said::Choices(choices, entry) => (render::choices(choices)?, None, entry.map(|entry| *entry), None),
        Said::Answer(answer, place, action) => {
            let entry = action.map(|action| disclosure::of(&answer, action, now));
            (render::message(&answer, place, reader)?, answer.file, entry, guild.zip(answer.change))
        }
    };
    let Caller { user, guild, channel, .. } = asked.caller();
    Some(Response {
        interaction: incoming.id,
        token: incoming.token,
        body,
        file,
        entry: entry.map(|entry| Entry { user, guild, channel, ..entry }),
        change,
        unread,
        typed,
        instead: Some(instead),
    })
}

/// What is said to an interaction.
enum Said {
    /// An answer, where it is to appear, and to what, unless nothing was looked at.
    Answer(Box<Answer>, Place, Option<Action>),
    /// Suggestions.
    Choices(Vec<Choice>, Option<Box<Entry>>),
    /// That somebody is there.
    Pong,
}

fn answer(request: Request, asked: &Asked<'_>) -> Said {
    let language = asked.language();
    let command = |parsed: Result<Command, ParseError>| match parsed {
        Ok(command) => {
            let answer = asked.with(gate::command(&command), |context| handlers::answer(&command, context));
            Said::Answer(answer.into(), Place::New, Some(disclosure::action_of(&command)))
        }
        Err(error) => say(Notice::Rejected(error)),
    };
    match request {
        Request::Ping => Said::Pong,
        Request::Command { name, options } => command(commands::parse(&name, &options)),
        Request::Message { name, text } => command(commands::parse_message(&name, &text)),
        Request::Completion { name, options, focused } => match commands::parse_completion(&name, &options, &focused) {
            Ok(completion) => {
                let permissions = gate::completion(&completion);
                let choices = asked.with(permissions, |context| handlers::suggest(&completion, context));
                let entry = disclosure::of_choices(&completion, &choices, asked.now);
                Said::Choices(choices, Some(entry.into()))
            }
            Err(_) => Said::Choices(remark("suggest-nothing", language), None),
        },
        Request::Click { carried, public } => {
            let unusable = |what| Said::Answer(notice(what).into(), place(public), None);
            let target = match asked.seal.open(&carried, asked.user(), asked.now) {
                Ok(carried) => custom_id::read(carried),
                Err(Broken::Expired) => return unusable(Notice::Expired),
                Err(Broken::Foreign) => None,
            };
            let Some(target) = target else { return unusable(Notice::Gone) };
            let answer = asked.with(gate::target(target), |context| handlers::follow(target, context));
            // What comes with a file, or is for others to see, is a message of its own.
            let is_new = public || answer.file.is_some() || answer.audience == Audience::Channel;
            Said::Answer(answer.into(), place(is_new), Some(disclosure::action_of_click(target)))
        }
        Request::Unreadable(Expects::Message) => say(Notice::Unreadable),
        Request::Unreadable(Expects::Choices) => Said::Choices(remark("suggest-nothing", language), None),
    }
}

/// What is in a message that others see stays as it is: the answer is for whoever clicked.
fn place(is_new: bool) -> Place {
    if is_new { Place::New } else { Place::Update }
}

/// The answer to whoever is not served: it shows nothing of the account, not even how fresh it is.
fn refuse(request: &Request, language: Language, now: Timestamp) -> Said {
    let refused = |action: Action| disclosure::refused(action, "not-served", now);
    match request {
        Request::Ping => Said::Pong,
        Request::Completion { .. } => {
            let entry = refused(Action::Suggestions("any".into()));
            Said::Choices(remark("suggest-not-served", language), Some(entry.into()))
        }
        Request::Unreadable(Expects::Choices) => Said::Choices(remark("suggest-nothing", language), None),
        Request::Unreadable(Expects::Message) => say(Notice::Unreadable),
        Request::Command { .. } => not_served(Action::Command("any".into())),
        Request::Message { .. } => not_served(Action::Alert),
        Request::Click { .. } => not_served(Action::Button("any".into())),
    }
}

fn not_served(action: Action) -> Said {
    Said::Answer(notice(Notice::NotServed).into(), Place::New, Some(action))
}

/// Something that is said without a look at the account.
fn say(what: Notice) -> Said {
    Said::Answer(notice(what).into(), Place::New, None)
}

pub(super) fn notice(notice: Notice) -> Answer {
    Answer::new(Body::Notice(notice), None)
}

pub(super) fn remark(sentence: &'static str, language: Language) -> Vec<Choice> {
    vec![Choice::remark(&language.say(sentence), "")]
}
