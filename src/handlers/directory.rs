//! Answers `/directory`: everybody at an organization.

use commands::directory::Directory;

use crate::answer::Body;
use crate::answer::notice::Notice;
use crate::domain::id::ContactTypeId;
use crate::domain::organization::Organization;
use crate::handlers::context::Context;

pub(super) fn answer(_request: &Directory, _context: Context<'_>) -> Body {
    Body::Notice(Notice::Gone)
}

pub(super) fn page(
    _organization: &Organization,
    _contact_type: Option<ContactTypeId>,
    _page: usize,
    _context: Context<'_>,
) -> Body {
    Body::Notice(Notice::Gone)
}
