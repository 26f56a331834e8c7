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
use crate::features::ask::{Ask, Feature};
use crate::features::context::Context;
use crate::features::{channel, narrow};
use crate::notebook::{Binding, Change};

pub(super) const FEATURE: Feature = Feature::new("bind", &[Permission::Bind], |context| {
    channel::example(context, |one| Some(format!("/bind organization: {}", one.name)))
});

pub(super) const UNBIND: Feature = Feature::new("unbind", &[Permission::Bind], |_| None);

pub(super) fn ask(request: &Bind) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn ask_to_unbind() -> Ask<'static> {
    Ask::command(&UNBIND, unbind)
}

pub(super) fn click(id: OrganizationId) -> Ask<'static> {
    Ask::click("bind", FEATURE.permissions, move |context| context.at(id, |organization| to(organization, context)))
}

fn answer(request: &Bind, context: Context<'_>) -> Result<Answer, Box<Body>> {
    // A caller who may not bind learns it at once, and not after choosing.
    changeable(context)?;
    let target = |organization: &Organization| ClickTarget::Bind(organization.id);
    to(narrow::one(&request.organization, target, context)?, context)
}

fn to(organization: &Organization, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let (channel, guild, by) = changeable(context)?;
    let name = organization.name.to_string();
    let bound = context.notebook.binding(channel).map(|binding| binding.organization);
    if bound == Some(organization.id) {
        return Err(Notice::Channel(Channel::BoundAlready { organization: name }).into());
    }
    let before = bound.and_then(|id| name_of(id, context));
    let change = Change::Bind { channel, binding: Binding { guild, organization: organization.id, by } };
    Ok(Answer { effect: Some(Effect::Remember(change)), ..notice(Channel::Bound { organization: name, before }) })
}

fn unbind(context: Context<'_>) -> Result<Answer, Box<Body>> {
    let (channel, ..) = changeable(context)?;
    let Some(binding) = context.notebook.binding(channel) else {
        let by_parent = channel::organization(context).map(|organization| organization.name.to_string());
        return Err(Notice::Channel(Channel::NotBound { by_parent }).into());
    };
    let said = notice(Channel::Unbound { organization: name_of(binding.organization, context) });
    Ok(Answer { effect: Some(Effect::Remember(Change::Unbind { channel })), ..said })
}

/// The channel of the question, if the person who asks may change what it stands for.
fn changeable(context: Context<'_>) -> Result<(ChannelId, GuildId, UserId), Notice> {
    let &Caller { user: Some(by), guild: Some(guild), channel: Some(channel), may_manage, .. } = context.caller else {
        return Err(Notice::Channel(Channel::None));
    };
    if !may_manage {
        return Err(Notice::Channel(Channel::NotAllowed));
    }
    if context.policy.channel(channel).is_some() {
        let organization = channel::organization(context).map(|organization| organization.name.to_string());
        return Err(Notice::Channel(Channel::BoundByPolicy { organization }));
    }
    Ok((channel, guild, by))
}

fn name_of(id: OrganizationId, context: Context<'_>) -> Option<String> {
    context.view.organization(id).map(|organization| organization.name.to_string())
}

fn notice(channel: Channel) -> Answer {
    Body::Notice(Notice::Channel(channel)).into()
}
