//! Answers `/who-can`: who may approve something.

use commands::who_can::WhoCan;

use crate::answer::Body;
use crate::answer::notice::Notice;
use crate::domain::organization::Organization;
use crate::handlers::context::Context;

pub(super) fn answer(_request: &WhoCan, _context: Context<'_>) -> Body {
    Body::Notice(Notice::Gone)
}

pub(super) fn follow(_organization: &Organization, _action: u16, _context: Context<'_>) -> Body {
    Body::Notice(Notice::Gone)
}
