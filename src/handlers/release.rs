//! Answers `/release`: lets somebody go on whose lookups are paused. What pauses them is in [`crate::access::brake`].

use commands::release::Release;

use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body};
use crate::domain::id::UserId;
use crate::handlers::context::{Caller, Context};

pub(super) fn answer(request: Release, context: Context<'_>) -> Answer {
    let user = UserId(request.user);
    let Caller { user: Some(by), .. } = context.caller else { return said(Hold::None) };
    // Two have to agree that it was all right.
    if user == by {
        return said(Hold::Own);
    }
    said(Hold::Released(user))
}

fn said(hold: Hold) -> Answer {
    Body::Notice(Notice::Hold(hold)).into()
}
