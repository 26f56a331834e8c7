//! Answers `/release`: lifts a user's hold, for a reason. [`crate::access::limiter`] says what puts a user on hold.

use commands::release::Release;

use crate::access::Permission;
use crate::answer::form::{Form, Given, ReleaseReason};
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body, Effect};
use crate::domain::id::UserId;
use crate::features::ask::Feature;
use crate::features::context::Context;

pub(super) const FEATURE: Feature = Feature::new("release", &[Permission::Release], |_| None);

pub(super) fn answer(request: Release, context: Context<'_>) -> Answer {
    let user = UserId(request.user);
    refusal(user, context).map_or(Body::Form(Form::Release(user)), |hold| Body::Notice(Notice::Hold(hold))).into()
}

pub(super) fn submit(user: UserId, given: &Given, context: Context<'_>) -> Answer {
    if let Some(hold) = refusal(user, context) {
        return Body::Notice(Notice::Hold(hold)).into();
    }
    let Some(reason) = ReleaseReason::of(given) else { return Body::Notice(Notice::Unreadable).into() };
    let said = Body::Notice(Notice::Hold(Hold::Released { user, reason }));
    Answer { effect: Some(Effect::Release(user)), ..said.into() }
}

fn refusal(user: UserId, context: Context<'_>) -> Option<Hold> {
    match context.caller.user {
        None => Some(Hold::None),
        // Two have to agree that it was all right.
        Some(by) if by == user => Some(Hold::Own),
        Some(_) => None,
    }
}
