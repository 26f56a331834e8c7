//! Answers `/primary`. The request is in [`commands::primary`].
//!
//! The answer is the card of the contact to call now, with the chain behind it. It depends on all calls of this
//! escalation: a colleague who asks ten minutes later goes on where the first technician stopped.

use commands::primary::Primary;

use crate::access::Permission;
use crate::answer::card::Named;
use crate::answer::notice::{DeadEnd, DeadEndReason, Notice};
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::escalation::{Person, Reach};
use crate::features::ask::{Ask, CHAINS, Feature};
use crate::features::chain::{Escalation, NAMED, ShownAs, people};
use crate::features::context::Context;
use crate::features::{channel, narrow, reach};

pub(super) const FEATURE: Feature = Feature::new("primary", &[Permission::Primary], |context| {
    channel::example(context, |one| Some(format!("/primary organization: {}", one.name)))
});

pub(super) fn ask(request: &Primary) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context))
}

pub(super) fn click(id: OrganizationId) -> Ask<'static> {
    Ask::click("primary", CHAINS, move |context| context.at(id, |organization| of(organization, context)))
}

pub(super) fn click_step(id: OrganizationId, contact: ContactId) -> Ask<'static> {
    Ask::click("step", CHAINS, move |context| {
        context.at(id, |organization| card(organization, contact, ShownAs::Chosen, context))
    })
}

fn answer(request: &Primary, context: Context<'_>) -> Result<Body, Box<Body>> {
    let organization = match &request.organization {
        None => channel::organization(context).ok_or(Notice::NoChannel)?,
        Some(pick) => narrow::one(pick, |organization| ClickTarget::Primary(organization.id), context)?,
    };
    Ok(of(organization, context))
}

pub(super) fn of(organization: &Organization, context: Context<'_>) -> Body {
    now(&Escalation::of(organization, people(organization, context), context), ShownAs::Now)
}

/// The card of a contact as a step of the organization's chain; the chain as it is where the contact is no step of it.
pub(super) fn card(organization: &Organization, contact: ContactId, shown: ShownAs, context: Context<'_>) -> Body {
    let escalation = Escalation::of(organization, people(organization, context), context);
    escalation.card(contact, shown).unwrap_or_else(|| now(&escalation, ShownAs::InsteadOfAnother))
}

/// The card of the contact to call now, or why there is none.
pub(super) fn now(escalation: &Escalation<'_>, shown: ShownAs) -> Body {
    let Escalation { organization, people, chain, context, .. } = escalation;
    let called = chain.reached().or(chain.queue.first().map(|step| step.contact.id));
    called.and_then(|contact| escalation.card(contact, shown)).unwrap_or_else(|| {
        let there: Vec<&Person<'_>> = people.iter().filter(|person| !person.departed).collect();
        let (id, name) = (organization.id, organization.name.to_string());
        if context.is_redacted(organization) {
            return Notice::CallsWithheld { organization: name }.into();
        }
        if there.is_empty() {
            return Body::Notice(Notice::NobodyAt { id, organization: name, departed: people.len() });
        }
        let mut named: Vec<Named> = there.iter().map(|person| Named::of(person.contact)).collect();
        named.sort_by_key(|named| named.name.to_lowercase());
        let because = if !chain.steps.is_empty() {
            DeadEndReason::Tried
        } else if there.iter().any(|person| person.reach != Reach::Nothing) {
            DeadEndReason::NotInChain
        } else {
            DeadEndReason::Unreachable
        };
        let dial_links = context.policy.dial_links;
        let phones = reach::main_line(organization, *context);
        let (missing, named) = (escalation.missing(), Few::of(named, NAMED));
        let dead_end = DeadEnd { id, organization: name, because, named, missing, phones, dial_links };
        Body::Notice(Notice::NobodyToCall(dead_end.into()))
    })
}
