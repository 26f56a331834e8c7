//! Answers `/release`: lifts a user's hold. [`crate::access::limiter`] says what puts a user on hold.

use commands::release::Release;

use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body, Effect};
use crate::domain::id::UserId;
use crate::handlers::context::Context;

pub(super) fn answer(request: Release, context: Context<'_>) -> Answer {
    let user = UserId(request.user);
    let Some(by) = context.caller.user else { return said(Hold::None) };
    // Two have to agree that it was all right.
    if user == by {
        return said(Hold::Own);
    }
    Answer { effect: Some(Effect::Release(user)), ..said(Hold::Released(user)) }
}

fn said(hold: Hold) -> Answer {
    Body::Notice(Notice::Hold(hold)).into()
}
