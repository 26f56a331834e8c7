//! A person's card, and what can be done with it.

use crate::answer::notice::Notice;
use crate::answer::{Answer, Body};
use crate::domain::id::{ContactId, OrganizationId};
use crate::handlers::context::Context;
use crate::handlers::find;
use crate::policy::Layout;

pub(super) fn in_layout(
    contact: ContactId,
    _chain: Option<OrganizationId>,
    _layout: Layout,
    context: Context<'_>,
) -> Body {
    find::by_id(contact, context)
}

pub(super) fn notes(_contact: ContactId, _page: usize, _context: Context<'_>) -> Body {
    Body::Notice(Notice::Gone)
}

pub(super) fn shared(_contact: ContactId, _chain: Option<OrganizationId>, _context: Context<'_>) -> Answer {
    Body::Notice(Notice::Gone).into()
}

pub(super) fn favourite(
    _contact: ContactId,
    _chain: Option<OrganizationId>,
    _on: bool,
    _context: Context<'_>,
) -> Answer {
    Body::Notice(Notice::Gone).into()
}

pub(super) fn file(_contact: ContactId, _context: Context<'_>) -> Answer {
    Body::Notice(Notice::Gone).into()
}
