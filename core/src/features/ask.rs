//! A question as its feature takes it: who may ask it, its name in the journal, and how it is answered.

use commands::Completion;

use crate::access::{Caller, Permission};
use crate::answer::menu::Choice;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Effect};
use crate::domain::id::OrganizationId;
use crate::features::context::Context;
use crate::features::{banner, calls};
use crate::journal::Action;
use crate::notebook::Change;

/// Every way to look a contact up.
pub(super) const LOOKUPS: &[Permission] = &[
    Permission::Contact,
    Permission::Vip,
    Permission::Primary,
    Permission::Directory,
    Permission::WhoCan,
    Permission::Alert,
];

/// Every way to the chain of an organization.
pub(super) const CHAINS: &[Permission] = &[Permission::Primary, Permission::Alert];

/// Any way to ask at all.
pub const ANY: [Permission; Permission::ALL.len()] = {
    let mut any = [Permission::Contact; Permission::ALL.len()];
    let mut at = 0;
    while at < any.len() {
        any[at] = Permission::ALL[at].1;
        at += 1;
    }
    any
};

/// A command, as the table lists it.
pub struct Feature {
    /// The command's name as it is registered; a typed one has it in the journal too.
    pub name: &'static str,
    /// What it needs; any of these will do.
    pub permissions: &'static [Permission],
    /// Whether only callers who may manage the server can use it.
    pub for_managers: bool,
    /// A line to type that has an answer in this account, and the organization it names; `None`: the name alone.
    pub example: fn(Context<'_>) -> Option<(String, OrganizationId)>,
}

impl Feature {
    pub(super) const fn new(
        name: &'static str,
        permissions: &'static [Permission],
        example: fn(Context<'_>) -> Option<(String, OrganizationId)>,
    ) -> Self {
        let for_managers = matches!(permissions[0], Permission::Bind | Permission::WhoLooked | Permission::Release);
        Self { name, permissions, for_managers, example }
    }
}

/// A command, a click or a form.
pub struct Ask<'q> {
    /// What it needs; any of these will do.
    pub permissions: &'static [Permission],
    pub action: Action,
    /// The text that asks for a contact.
    pub name: Option<&'q str>,
    /// Whether it asks for what is shown on a click only.
    pub(super) reveal: bool,
    /// Whether it is about Callsheet itself, so that there is an answer without any contact too.
    pub(super) of_itself: bool,
    pub(super) answer: Box<dyn FnOnce(Context<'_>) -> Answer + 'q>,
}

impl<'q> Ask<'q> {
    pub(super) fn new<A: Into<Answer>>(
        action: Action,
        permissions: &'static [Permission],
        answer: impl FnOnce(Context<'_>) -> A + 'q,
    ) -> Self {
        let answer = Box::new(|context: Context<'_>| answer(context).into());
        Self { permissions, action, name: None, reveal: false, of_itself: false, answer }
    }

    pub(super) fn command<A: Into<Answer>>(feature: &Feature, answer: impl FnOnce(Context<'_>) -> A + 'q) -> Self {
        Self::new(Action::Command(feature.name.into()), feature.permissions, answer)
    }

    pub(super) fn click<A: Into<Answer>>(
        name: &'static str,
        permissions: &'static [Permission],
        answer: impl FnOnce(Context<'_>) -> A + 'q,
    ) -> Self {
        Self::new(Action::Button(name.into()), permissions, answer)
    }

    /// The answer, with how fresh the account is.
    pub fn answer(self, context: Context<'_>) -> Answer {
        let context = Context { reveal: self.reveal, ..context };
        // Not even how fresh the account is.
        if context.view.is_closed() {
            return Body::Notice(Notice::NotAllowed).into();
        }
        let status = context.view.status().at(context.now);
        let mut answer = match status.synced_at {
            None if !self.of_itself => Body::Notice(Notice::StillLoading).into(),
            _ => (self.answer)(context),
        };
        answer.effect = answer.effect.or(match (&answer.body, context.caller) {
            (Body::Card(card), &Caller { user: Some(user), .. }) => {
                Some(Effect::Remember(Change::LookedUp { user, contact: card.id, at: context.now }))
            }
            (Body::Lookups(lookups), Caller { guild: Some(_), .. } | Caller { at_terminal: true, .. }) => {
                Some(Effect::ReadTrail(lookups.contact))
            }
            _ => None,
        });
        answer.banner = banner::of(&answer, context);
        if answer.undo.is_none() {
            answer.undo = calls::offered(&answer, context);
        }
        answer.status = Some(status);
        answer
    }
}

/// Makes suggestions of what is typed so far.
type Choose<'q> = dyn FnOnce(&str, Context<'_>) -> Vec<Choice> + 'q;

pub struct Offer<'q> {
    /// What it needs; any of these will do.
    pub permissions: &'static [Permission],
    /// What is offered, as the journal calls it.
    pub name: &'static str,
    pub of: Offered,
    typed: &'q str,
    choices: Box<Choose<'q>>,
}

/// The records that suggestions name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    Contacts,
    Organizations,
    /// Neither: types, actions.
    Words,
}

impl<'q> Offer<'q> {
    pub(super) fn new(
        name: &'static str,
        of: Offered,
        permissions: &'static [Permission],
        completion: &'q Completion,
        choices: impl FnOnce(&str, Context<'_>) -> Vec<Choice> + 'q,
    ) -> Self {
        Self { permissions, name, of, typed: completion.typed(), choices: Box::new(choices) }
    }

    /// The suggestions: at least one, at most 25.
    pub fn choices(self, context: Context<'_>) -> Vec<Choice> {
        let remark = |sentence| vec![Choice::remark(&context.language.say(sentence), self.typed)];
        if context.view.is_closed() {
            return remark("suggest-not-allowed");
        }
        if context.view.status().synced_at.is_none() {
            return remark("suggest-loading");
        }
        (self.choices)(self.typed, context)
    }
}
