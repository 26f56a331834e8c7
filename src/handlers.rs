//! Command and snapshot to answer: pure, and it cannot fail.
//!
//! "Not found", "several", "gone" and "still loading" are answers. What names a record (a suggestion that was taken,
//! an entry of a menu, a button) is looked up again in the snapshot of the moment.

mod alert;
mod banner;
mod bind;
mod card;
mod chain;
mod channel;
mod contact;
pub mod context;
mod directory;
pub mod disclosure;
mod find;
pub mod gate;
mod narrow;
mod primary;
mod reach;
mod release;
mod rows;
mod suggest;
mod vip;
mod who_can;
mod who_looked;

use commands::{Command, Completion};

use crate::access::Caller;
use crate::answer::choice::Choice;
use crate::answer::form::{Form, Given};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, ClickTarget, Effect};
use crate::domain::id::OrganizationId;
use crate::domain::organization::Organization;
use crate::handlers::context::Context;
use crate::notebook::Change;

#[must_use]
pub fn answer(command: &Command, context: Context<'_>) -> Answer {
    with_status(context, || match command {
        Command::Contact(request) => contact::answer(request, context).into(),
        Command::Vip(request) => vip::answer(request, context).into(),
        Command::Primary(request) => primary::answer(request, context).into(),
        Command::Directory(request) => directory::answer(request, context).into(),
        Command::WhoCan(request) => who_can::answer(request, context).into(),
        Command::WhoDoICall { text } => alert::answer(text, context),
        Command::Bind(request) => bind::answer(request, context),
        Command::Unbind => bind::unbind(context),
        Command::WhoLooked(request) => who_looked::answer(request, context).into(),
        Command::Release(request) => release::answer(*request, context),
    })
}

/// Answers a click on an entry of a menu or a button.
#[must_use]
pub fn follow(target: ClickTarget, context: Context<'_>) -> Answer {
    let context = Context {
        reveal: matches!(target, ClickTarget::Reveal { .. } | ClickTarget::RevealDirectory { .. }),
        ..context
    };
    with_status(context, || match target {
        ClickTarget::Person(id) => find::by_id(id, context).into(),
        ClickTarget::Layout { contact, chain, layout } => card::in_layout(contact, chain, layout, context).into(),
        ClickTarget::Notes { contact, chain, page } => card::notes(contact, chain, page, context).into(),
        ClickTarget::Share { contact, chain } => card::shared(contact, chain, context),
        ClickTarget::Reveal { contact, chain } => card::of(contact, chain, context).into(),
        ClickTarget::Favourite { contact, chain, on } => card::favourite(contact, chain, on, context),
        ClickTarget::ContactFile(id) => card::file(id, context),
        ClickTarget::Primary(id) => at(id, context, |organization| primary::of(organization, context).into()),
        ClickTarget::Step { organization, contact } => {
            at(organization, context, |organization| primary::step(organization, contact, context).into())
        }
        ClickTarget::Outcome { contact, chain, number, outcome } => {
            primary::outcome(contact, chain, number, outcome, context)
        }
        ClickTarget::Vips { organization, contact_type, page } => {
            vip::follow(organization, contact_type, page, context).into()
        }
        ClickTarget::Directory { organization, contact_type, page } => {
            at(organization, context, |organization| directory::page(organization, contact_type, page, context).into())
        }
        // The people's own fields stay behind a click on each of them.
        ClickTarget::RevealDirectory { organization, contact_type, page } => {
            let context = Context { reveal: false, ..context };
            at(organization, context, |organization| directory::page(organization, contact_type, page, context).into())
        }
        ClickTarget::WhoCan { organization, action } => {
            at(organization, context, |organization| who_can::follow(organization, action, context).into())
        }
        ClickTarget::Bind(id) => at(id, context, |organization| bind::to(organization, context)),
        ClickTarget::WhoLooked { contact, page } => who_looked::page(contact, page, context).into(),
    })
}

/// Answers a form that was filled in.
#[must_use]
pub fn submit(form: Form, given: &Given, context: Context<'_>) -> Answer {
    with_status(context, || match form {
        Form::Release(user) => release::submit(user, given, context),
    })
}

/// Suggestions for a half-typed option: at least one, at most 25.
#[must_use]
pub fn suggest(completion: &Completion, context: Context<'_>) -> Vec<Choice> {
    suggest::choices(completion, context)
}

fn with_status(context: Context<'_>, answer: impl FnOnce() -> Answer) -> Answer {
    // Not even how fresh the account is.
    if context.view.is_closed() {
        return Body::Notice(Notice::NotAllowed).into();
    }
    let status = context.view.status().at(context.now);
    let mut answer =
        if status.synced_at.is_some() { answer() } else { Answer::from(Body::Notice(Notice::StillLoading)) };
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
    answer.status = Some(status);
    answer
}

/// The answer about an organization, if it still exists.
fn at(id: OrganizationId, context: Context<'_>, answer: impl FnOnce(&Organization) -> Answer) -> Answer {
    match context.view.organization(id) {
        Some(organization) => answer(organization),
        None => Body::Notice(Notice::Gone).into(),
    }
}
