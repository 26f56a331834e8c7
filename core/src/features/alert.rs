//! Answers "Who do I call?" on a message: whom to call at the organization that an alert, a ticket or a person names.
//!
//! The text is used to find organizations and for nothing else: no word of it is in an answer.

use crate::access::Permission;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, ClickTarget, OrganizationSource};
use crate::domain::organization::Organization;
use crate::features::ask::{Ask, Feature};
use crate::features::context::Context;
use crate::features::{channel, primary};
use crate::journal::Action;

pub(super) const FEATURE: Feature =
    Feature { name: "Who do I call?", permissions: &[Permission::Alert], example: |_| None };

pub(super) fn ask(text: &str) -> Ask<'_> {
    Ask::new(Action::Alert, FEATURE.permissions, |context| answer(text, context))
}

fn answer(text: &str, context: Context<'_>) -> Answer {
    // One more than a menu holds, to know whether there are more.
    let named = context.view.organizations_in(text, MAX_ENTRIES + 1);
    let named: Vec<&Organization> = named.into_iter().filter_map(|id| context.view.organization(id)).collect();
    match (&*named, channel::organization(context)) {
        ([], None) => Body::Notice(Notice::NothingNamed).into(),
        ([], Some(organization)) => {
            inferred(OrganizationSource::ByChannel(organization.name.to_string()), organization, context)
        }
        ([organization], _) => {
            inferred(OrganizationSource::InMessage(organization.name.to_string()), organization, context)
        }
        (several, _) => {
            let shown = &several[..several.len().min(MAX_ENTRIES)];
            let entries = context.organizations(shown, |organization| ClickTarget::Primary(organization.id));
            Body::Menu(Menu { heading: Heading::NamedInMessage, entries, more: several.len() > MAX_ENTRIES }).into()
        }
    }
}

fn inferred(source: OrganizationSource, organization: &Organization, context: Context<'_>) -> Answer {
    Answer { told: Some(source), ..primary::of(organization, context).into() }
}
