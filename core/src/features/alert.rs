//! Answers "Who do I call?" on a message: whom to call at the organization that an alert, a ticket or a person names, or
//! the contact whose phone number is in it, such as that of a missed call.
//!
//! The text is used to find organizations and for nothing else: no word of it is in an answer.

use std::collections::BTreeSet;

use crate::access::Permission;
use crate::answer::menu::{Heading, MAX_ENTRIES};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, ClickTarget, OrganizationSource};
use crate::domain::id::OrganizationId;
use crate::domain::organization::Organization;
use crate::features::ask::{Ask, Feature};
use crate::features::context::Context;
use crate::features::{channel, find, narrow, primary};
use crate::journal::Action;
use crate::search;

// As it is typed on a terminal; elsewhere it is used on a message.
pub(super) const FEATURE: Feature = Feature::new("Who do I call?", &[Permission::Alert], |context| {
    channel::example(context, |one| Some(format!("/who-do-i-call {}", one.name)))
});

pub(super) fn ask(text: &str) -> Ask<'_> {
    Ask::new(Action::Alert, FEATURE.permissions, |context| answer(text, context))
}

fn answer(text: &str, context: Context<'_>) -> Answer {
    // One more than a menu holds, to know whether there are more.
    let named = context.view.index().organizations_in(text, MAX_ENTRIES + 1);
    let mut named: Vec<&Organization> = named.into_iter().filter_map(|id| context.view.organization(id)).collect();
    if let [caller] = *context.view.index().callers(text)
        && let Some(caller) = context.view.contact(caller)
        && search::numbers(text).any(|number| find::number::has(&number, caller, context))
        && named.iter().all(|organization| caller.organization == Some(organization.id))
        && context.view.allows(Permission::Contact, caller)
    {
        return Answer { told: Some(OrganizationSource::ByNumber), ..context.card(caller, Vec::new()).into() };
    }
    if named.is_empty() {
        let sites: BTreeSet<OrganizationId> =
            search::numbers(text).flat_map(|number| find::number::organizations(&number, context)).collect();
        named = sites.into_iter().filter_map(|id| context.view.organization(id)).collect();
    }
    match (&*named, channel::organization(context)) {
        ([], None) => Body::Notice(Notice::NothingNamed).into(),
        ([], Some(organization)) => {
            inferred(OrganizationSource::ByChannel(organization.name.to_string()), organization, context)
        }
        ([organization], _) => {
            inferred(OrganizationSource::InMessage(organization.name.to_string()), organization, context)
        }
        (several, _) => {
            let target = |organization: &Organization| ClickTarget::Primary(organization.id);
            narrow::menu(Heading::NamedInMessage, several, target, context).into()
        }
    }
}

fn inferred(source: OrganizationSource, organization: &Organization, context: Context<'_>) -> Answer {
    Answer { told: Some(source), ..primary::of(organization, context).into() }
}
