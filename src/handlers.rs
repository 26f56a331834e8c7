//! Command and snapshot to answer: pure, and it cannot fail.
//!
//! "Nobody", "several", "gone" and "still loading" are answers. Whatever names a record (a suggestion that was taken, an
//! entry of a menu, a button) is looked up again in the snapshot of the moment.

mod contact;
pub mod context;
mod find;
mod narrow;
mod primary;
mod suggest;
mod vip;

use commands::options::ParseError;
use commands::{Command, Completion};

use crate::answer::choice::Choice;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Target};
use crate::directory::snapshot::Snapshot;
use crate::handlers::context::Context;

/// Answers a command.
#[must_use]
pub fn answer(command: &Command, context: Context<'_>) -> Answer {
    with_status(context.snapshot, || match command {
        Command::Contact(contact) => contact::answer(contact, context),
        Command::Vip(vip) => vip::answer(vip, context),
        Command::Primary(primary) => primary::answer(primary, context),
        Command::Directory(_)
        | Command::WhoCan(_)
        | Command::Bind(_)
        | Command::Unbind
        | Command::WhoDoICall { .. } => Body::Notice(Notice::Rejected(ParseError::UnknownCommand)),
    })
}

/// Answers a click on an entry of a menu or a button.
#[must_use]
pub fn follow(target: Target, context: Context<'_>) -> Answer {
    let snapshot = context.snapshot;
    with_status(snapshot, || match target {
        Target::Person(id) => find::by_id(id, context),
        Target::Primary(id) => match snapshot.organization(id) {
            Some(organization) => primary::of(organization, context),
            None => Body::Notice(Notice::Gone),
        },
        Target::Vips { organization: None, page } => vip::list(None, page, context),
        Target::Vips { organization: Some(id), page } => match snapshot.organization(id) {
            Some(organization) => vip::list(Some(organization), page, context),
            None => Body::Notice(Notice::Gone),
        },
    })
}

/// Suggestions for a half-typed option: at least one, at most 25.
#[must_use]
pub fn suggest(completion: &Completion, context: Context<'_>) -> Vec<Choice> {
    suggest::choices(completion, context)
}

fn with_status(snapshot: &Snapshot, body: impl FnOnce() -> Body) -> Answer {
    let status = snapshot.status().clone();
    let body = if status.synced_at.is_some() { body() } else { Body::Notice(Notice::StillLoading) };
    Answer { body, status: Some(status) }
}
