//! Answers `/release`: lifts a user's hold, for a reason. [`crate::access::limiter`] says what puts a user on hold.

use commands::release::Release;

use crate::access::Permission;
use crate::answer::form::{Form, Given};
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body, Effect};
use crate::domain::id::UserId;
use crate::features::ask::{Ask, Feature};
use crate::features::context::Context;
use crate::journal::Action;

pub(super) const FEATURE: Feature = Feature::new("release", &[Permission::Release], |_| None);

pub(super) fn ask(request: Release) -> Ask<'static> {
    Ask::command(&FEATURE, move |context| answer(request, context))
}

pub(super) fn submitted(user: UserId, given: &Given) -> Ask<'_> {
    Ask::new(Action::Release, FEATURE.permissions, move |context| submit(user, given, context))
}

fn answer(request: Release, context: Context<'_>) -> Result<Body, Box<Body>> {
    let user = UserId(request.user);
    check(user, context)?;
    Ok(Body::Form(Form::Release(user).into()))
}

fn submit(user: UserId, given: &Given, context: Context<'_>) -> Result<Answer, Box<Body>> {
    check(user, context)?;
    let reason = given.reason().ok_or(Notice::Unreadable)?;
    let said = Body::Notice(Notice::Hold(Hold::Released { user, reason }));
    Ok(Answer { effect: Some(Effect::Release(user)), ..said.into() })
}

fn check(user: UserId, context: Context<'_>) -> Result<(), Notice> {
    match context.caller.user {
        None => Err(Notice::Hold(Hold::None)),
        // Two have to agree that it was all right.
        Some(by) if by == user => Err(Notice::Hold(Hold::Own)),
        Some(_) => Ok(()),
    }
}
