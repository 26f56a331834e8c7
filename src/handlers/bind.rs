//! Answers `/bind` and `/unbind`: which organization a channel stands for.

use commands::bind::Bind;

use crate::answer::notice::Notice;
use crate::answer::{Answer, Body};
use crate::domain::organization::Organization;
use crate::handlers::context::Context;

pub(super) fn answer(_request: &Bind, _context: Context<'_>) -> Answer {
    Body::Notice(Notice::Gone).into()
}

pub(super) fn to(_organization: &Organization, _context: Context<'_>) -> Answer {
    Body::Notice(Notice::Gone).into()
}

pub(super) fn unbind(_context: Context<'_>) -> Answer {
    Body::Notice(Notice::Gone).into()
}
