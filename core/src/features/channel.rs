//! The organization the question's channel stands for.

use crate::domain::id::{ChannelId, OrganizationId};
use crate::domain::organization::Organization;
use crate::features::context::Context;
use crate::policy::OrganizationRef;

/// A thread's own organization, else its channel's. For either, the policy file goes before a binding in Discord.
pub(super) fn organization(context: Context<'_>) -> Option<&Organization> {
    let places = [context.caller.channel, context.caller.parent];
    places.into_iter().flatten().find_map(|place| of(place, context))
}

/// A line to type about an organization, which it names: the channel's own, else the first by name that has contacts.
pub(super) fn example(
    context: Context<'_>,
    line: impl FnOnce(&Organization) -> Option<String>,
) -> Option<(String, OrganizationId)> {
    let has_contacts = |one: &&Organization| context.view.contacts_of(one.id).next().is_some();
    let named = || context.view.organizations().filter(has_contacts);
    let first = || named().min_by_key(|one| (one.unusual_status().is_some(), &one.name, one.id));
    let organization = organization(context).or_else(first)?;
    Some((line(organization)?, organization.id))
}

fn of(channel: ChannelId, context: Context<'_>) -> Option<&Organization> {
    let view = context.view;
    let by_policy = context.policy.channel(channel).and_then(|named| match named {
        OrganizationRef::Id(id) => view.organization(*id),
        OrganizationRef::Name(_) => view.organizations().find(|organization| named.is(organization)),
    });
    by_policy.or_else(|| view.organization(context.notebook.binding(channel)?.organization))
}
