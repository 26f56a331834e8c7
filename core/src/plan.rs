//! Plans each question: the reply, the journal entry, and the effect. Pure, and it cannot fail: a refusal is an answer
//! too.
//!
//! A transport reads a [`Question`] and renders the [`Reply`]. Between them the desk carries out the plan.

pub mod rehearsal;

use std::collections::BTreeSet;

use commands::options::ParseError;
use commands::{Command, Completion};
use jiff::Timestamp;

use crate::access::limiter::Refusal;
use crate::access::{Caller, Permission};
use crate::answer::form::{Form, Given};
use crate::answer::language::Language;
use crate::answer::menu::Choice;
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Audience, Body, ClickTarget, Content, Effect, Reply};
use crate::directory::snapshot::Snapshot;
use crate::edits::{Edits, Found};
use crate::features::ask::Ask;
use crate::features::context::Context;
use crate::features::{self, disclosure};
use crate::health::Health;
use crate::journal::{Action, Entry};
use crate::notebook::Notebook;
use crate::notebook::guilds::Notebooks;
use crate::policy::Policy;
use crate::view::View;

/// A question from any transport. It cannot be printed, because it holds typed text.
pub struct Question {
    pub what: What,
    pub caller: Caller,
    pub language: Language,
    /// The server's language, for messages to the whole channel.
    pub guild_language: Language,
}

pub enum What {
    /// A command, or why it cannot be read.
    Command(Result<Command, ParseError>),
    /// Suggestions for a half-typed option; `None` if it cannot be read.
    Completion(Option<Completion>),
    /// A button or an entry of a menu was used, in a message that others may see too; or why it is refused.
    Click { target: Result<ClickTarget, Notice>, public: bool },
    /// A form was filled in, or why it is refused; `replaces` says whether it was opened from a message that only the
    /// caller sees.
    Form { form: Result<Form, Notice>, given: Given, replaces: bool },
    /// An unreadable question that still gets a message.
    Unreadable,
}

/// Everything a plan is made from, besides the question.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The servers that get answers. Every other server and every direct message is refused.
    pub guilds: &'a BTreeSet<u64>,
    pub policy: &'a Policy,
    pub snapshot: &'a Snapshot,
    pub notebooks: &'a Notebooks,
    pub edits: &'a Edits,
    /// What the effect of an earlier plan for this question has found out.
    pub found: Option<&'a Found>,
    /// How Callsheet itself fares; asked only by questions about that.
    pub health: &'a (dyn Fn() -> Health + Sync),
    pub now: Timestamp,
}

pub struct Plan {
    pub reply: Reply,
    /// The journal entry, written first; `None` if nothing was looked at. Where a record is to be read first, nothing is shown
    /// yet: it is only weighed.
    pub entry: Option<Entry>,
    pub effect: Option<Effect>,
}

#[must_use]
pub fn plan(question: &Question, world: &World<'_>) -> Plan {
    let caller = &question.caller;
    let is_served = caller.at_terminal || caller.guild.is_some_and(|guild| world.guilds.contains(&guild.0));
    let mut plan = if is_served { answer(question, world) } else { refuse(question, world.now) };
    if let Some(entry) = &mut plan.entry {
        (entry.user, entry.guild, entry.channel) = (caller.user, caller.guild, caller.channel);
        if caller.at_terminal {
            entry.action = disclosure::at_terminal(entry.action.clone());
        }
    }
    plan
}

fn answer(question: &Question, world: &World<'_>) -> Plan {
    let message = |ask: Ask<'_>| {
        let action = ask.action.clone();
        let answer = question.with(world, ask.permissions, |context| ask.answer(context));
        let mut entry = disclosure::of(&answer, action, world.now);
        if let Some(Found::Sent(id)) = world.found {
            disclosure::sent(&mut entry, world.edits.sent(*id).map(AsRef::as_ref));
        }
        let effect = answer.effect.clone();
        if let Some(Effect::Read { contact, .. }) = &effect {
            entry.contacts.insert(*contact);
        }
        Plan { reply: question.reply(answer), entry: Some(entry), effect }
    };
    match &question.what {
        What::Command(Ok(command)) => message(features::command(command)),
        What::Command(Err(error)) => question.say(Notice::Rejected(*error)).into(),
        What::Completion(Some(completion)) => {
            let offer = features::completion(completion);
            let (name, of) = (offer.name, offer.of);
            let choices = question.with(world, offer.permissions, |context| offer.choices(context));
            let entry = disclosure::of_choices(name, of, &choices, world.now);
            let reply = Reply { content: Content::Choices(choices), replaces: false, language: question.language };
            Plan { reply, entry: Some(entry), effect: None }
        }
        What::Click { target: Ok(target), .. } => message(features::click(*target)),
        What::Form { form: Ok(form), given, .. } => message(features::form(*form, given)),
        What::Click { target: Err(notice), .. } | What::Form { form: Err(notice), .. } => {
            question.reply(Body::Notice(notice.clone()).into()).into()
        }
        What::Completion(None) | What::Unreadable => question.say(Notice::Unreadable).into(),
    }
}

/// The answer to a caller who is not served: it shows nothing of the account, not even how fresh it is.
fn refuse(question: &Question, now: Timestamp) -> Plan {
    let action = match &question.what {
        What::Command(Ok(Command::WhoDoICall { .. })) => Action::Alert,
        What::Command(_) => Action::Command("any".into()),
        What::Completion(Some(_)) => Action::Suggestions("any".into()),
        What::Click { .. } | What::Form { .. } => Action::Button("any".into()),
        What::Completion(None) | What::Unreadable => return question.say(Notice::Unreadable).into(),
    };
    let entry = disclosure::refused(action, "not-served", now);
    Plan { entry: Some(entry), ..question.say(Notice::NotServed).into() }
}

impl From<Reply> for Plan {
    /// A reply without a look at the account.
    fn from(reply: Reply) -> Self {
        Self { reply, entry: None, effect: None }
    }
}

impl Question {
    /// A question from the operator at the terminal.
    pub fn at_terminal(what: What, language: Language) -> Self {
        Self { what, caller: Caller::at_terminal(), language, guild_language: language }
    }

    /// Replies with a notice; in suggestions, with a remark.
    pub fn say(&self, notice: Notice) -> Reply {
        let content = if let What::Completion(_) = self.what {
            let sentence = match notice {
                Notice::NotServed => "suggest-not-served",
                Notice::NotJournaled => "suggest-not-journaled",
                Notice::Hold(Hold::TooSoon { .. }) => "suggest-too-soon",
                Notice::Hold(_) => "suggest-on-hold",
                _ => "suggest-nothing",
            };
            Content::Choices(vec![Choice::remark(&self.language.say(sentence), "")])
        } else {
            Content::Message(Box::new(Body::Notice(notice).into()))
        };
        Reply { content, replaces: false, language: self.language }
    }

    /// Replies with a refusal of the limiter.
    pub fn refused(&self, refusal: Refusal, now: Timestamp) -> Reply {
        self.say(Notice::Hold(match Hold::of(refusal, now) {
            // No server's manager can release the operator.
            Hold::OnHold { minutes, .. } if self.caller.at_terminal => Hold::AtTerminal { minutes },
            hold => hold,
        }))
    }

    /// The text that asks for a contact, if the question has one.
    pub fn name(&self) -> Option<&str> {
        let What::Command(Ok(command)) = &self.what else { return None };
        features::command(command).name
    }

    /// An answer with a file or for the channel is a message of its own; a click changes no message that others see.
    fn reply(&self, answer: Answer) -> Reply {
        let is_own = answer.file.is_none() && answer.audience == Audience::Caller;
        let is_from_own = matches!(self.what, What::Click { public: false, .. } | What::Form { replaces: true, .. });
        let replaces = is_own && is_from_own;
        Reply { content: Content::Message(Box::new(answer)), replaces, language: self.language }
    }

    /// Answers with what any of these permissions grants the caller, and with this server's notebook only.
    fn with<T>(&self, world: &World<'_>, permissions: &[Permission], answer: impl FnOnce(Context<'_>) -> T) -> T {
        let World { policy, snapshot, notebooks, edits, found, health, now, .. } = *world;
        let Self { caller, language, .. } = self;
        let allowed = policy.access.allowed(caller, permissions);
        let view = View::new(snapshot, &allowed);
        let notebook = match caller.guild {
            Some(guild) => notebooks.of(guild),
            None if caller.at_terminal => notebooks.for_the_operator(),
            None => Notebook::default(),
        };
        let language = *language;
        answer(Context {
            view: &view,
            policy,
            notebook: &notebook,
            edits,
            found,
            health,
            caller,
            language,
            reveal: false,
            now,
        })
    }
}
