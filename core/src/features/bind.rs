//! Answers `/bind` and `/unbind`: which organization a channel stands for. The request is in [`commands::bind`].
//!
//! A thread can stand for another organization than its channel. The channels in the policy file cannot be changed
//! from within Discord.

use commands::bind::Bind;

use crate::access::{Caller, Permission};
use crate::answer::notice::{Channel, Notice};
use crate::answer::{Answer, Body, ClickTarget, Effect};
use crate::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use crate::domain::organization::Organization;
use crate::features::ask::{Ask, Example, Feature};
use crate::features::context::Context;
use crate::features::{channel, narrow};
use crate::notebook::{Binding, Change};

const NEEDS: &[Permission] = &[Permission::Bind];

pub(super) const FEATURE: Feature = Feature {
    name: "bind",
    permissions: NEEDS,
    for_managers: true,
    example: |context| {
        let organization = channel::example(context)?;
        Some(Example::about(organization, |name| format!("/bind organization: {name}")))
    },
};

pub(super) const UNBIND: Feature = Feature {
    name: "unbind",
    permissions: NEEDS,
    for_managers: true,
    example: |_| Some(Example { line: "/unbind".to_owned(), organization: None }),
};

pub(super) fn ask(request: &Bind) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn ask_to_unbind() -> Ask<'static> {
    Ask::command(&UNBIND, unbind)
}

pub(super) fn click(id: OrganizationId) -> Ask<'static> {
    Ask::click("bind", NEEDS, move |context| context.at(id, |organization| to(organization, context)))
}

fn answer(request: &Bind, context: Context<'_>) -> Answer {
    // A caller who may not bind learns it at once, and not after choosing.
    if let Err(refusal) = changeable(context) {
        return notice(refusal);
    }
    let target = |organization: &Organization| ClickTarget::Bind(organization.id);
    match narrow::organizations(&request.organization, context) {
        Ok(organizations) => match *organizations {
            [organization] => to(organization, context),
            _ => narrow::which(&request.organization, &organizations, target, context).into(),
        },
        Err(unresolved) => unresolved.menu(target, context).into(),
    }
}

/// Lets the channel stand for this organization.
fn to(organization: &Organization, context: Context<'_>) -> Answer {
    let place = match changeable(context) {
        Ok(place) => place,
        Err(refusal) => return notice(refusal),
    };
    let name = organization.name.to_string();
    let bound = context.notebook.binding(place.channel).map(|binding| binding.organization);
    if bound == Some(organization.id) {
        return notice(Channel::BoundAlready { organization: name });
    }
    let before = bound.and_then(|id| name_of(id, context));
    let BindingPlace { channel, guild, by } = place;
    let change = Change::Bind { channel, binding: Binding { guild, organization: organization.id, by } };
    Answer { effect: Some(Effect::Remember(change)), ..notice(Channel::Bound { organization: name, before }) }
}

/// Lets the channel stand for no organization any more.
fn unbind(context: Context<'_>) -> Answer {
    let channel = match changeable(context) {
        Ok(place) => place.channel,
        Err(refusal) => return notice(refusal),
    };
    let Some(binding) = context.notebook.binding(channel) else {
        let by_parent = channel::organization(context).map(|organization| organization.name.to_string());
        return notice(Channel::NotBound { by_parent });
    };
    let organization = name_of(binding.organization, context);
    Answer { effect: Some(Effect::Remember(Change::Unbind { channel })), ..notice(Channel::Unbound { organization }) }
}

/// The channel to be changed, and the caller.
struct BindingPlace {
    channel: ChannelId,
    guild: GuildId,
    by: UserId,
}

/// The channel of the question, if the person who asks may change what it stands for.
fn changeable(context: Context<'_>) -> Result<BindingPlace, Channel> {
    let &Caller { user: Some(by), guild: Some(guild), channel: Some(channel), may_manage, .. } = context.caller else {
        return Err(Channel::None);
    };
    if !may_manage {
        return Err(Channel::NotAllowed);
    }
    if context.policy.channel(channel).is_some() {
        let organization = channel::organization(context).map(|organization| organization.name.to_string());
        return Err(Channel::BoundByPolicy { organization });
    }
    Ok(BindingPlace { channel, guild, by })
}

fn name_of(id: OrganizationId, context: Context<'_>) -> Option<String> {
    context.view.organization(id).map(|organization| organization.name.to_string())
}

fn notice(channel: Channel) -> Answer {
    Body::Notice(Notice::Channel(channel)).into()
}
