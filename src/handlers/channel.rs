//! Which organization the channel of a question stands for.

use crate::domain::id::ChannelId;
use crate::domain::organization::Organization;
use crate::handlers::context::Context;
use crate::policy::OrganizationRef;

/// The organization the channel stands for: a thread's own, else that of the channel it belongs to. What the policy file
/// says of either goes before what somebody has bound it to.
pub(super) fn organization(context: Context<'_>) -> Option<&Organization> {
    let places = [context.caller.channel, context.caller.parent];
    places.into_iter().flatten().find_map(|place| of(place, context))
}

fn of(channel: ChannelId, context: Context<'_>) -> Option<&Organization> {
    let view = context.view;
    let by_policy = context.policy.channel(channel).and_then(|named| match named {
        OrganizationRef::Id(id) => view.organization(*id),
        OrganizationRef::Name(_) => view.organizations().find(|organization| named.is(organization)),
    });
    by_policy.or_else(|| view.organization(context.notebook.binding(channel)?.organization))
}
