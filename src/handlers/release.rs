//! Answers `/release`: lifts the pause on a user's lookups. The limits are in [`crate::access::brake`].

use commands::release::Release;

use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Body};
use crate::domain::id::UserId;
use crate::handlers::context::{Caller, Context};

pub(super) fn answer(request: Release, context: Context<'_>) -> Answer {
    let user = UserId(request.user);
    let Caller { user: Some(by), .. } = context.caller else { return notice(Hold::None) };
    // Two people have to agree that the lookups were in order.
    if user == by {
        return notice(Hold::Own);
    }
    notice(Hold::Released(user))
}

fn notice(hold: Hold) -> Answer {
    Body::Notice(Notice::Hold(hold)).into()
}
