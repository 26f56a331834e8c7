//! Answers `/release`: lets somebody go on whose lookups are paused. What pauses them is in [`crate::access::brake`].

use commands::release::Release;

use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body};
use crate::domain::id::UserId;
use crate::handlers::context::{Caller, Context};
use crate::notebook::Change;

pub(super) fn answer(request: Release, context: Context<'_>) -> Answer {
    let user = UserId(request.user);
    let Caller { user: Some(by), .. } = context.caller else { return said(Hold::None) };
    // Two have to agree that it was all right.
    if user == by {
        return said(Hold::Own);
    }
    let was_on_hold = context.notebook.is_on_hold(user, context.now);
    Answer { change: Some(Change::Release { user }), ..said(Hold::Released { user, was_on_hold }) }
}

fn said(hold: Hold) -> Answer {
    Body::Notice(Notice::Hold(hold)).into()
}
