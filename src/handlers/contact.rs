//! Answers `/contact`; what may be asked is in [`commands::contact`].

use commands::contact::Contact as Request;
use commands::options::Pick;

use crate::answer::Body;
use crate::domain::contact::Contact;
use crate::handlers::context::Context;
use crate::handlers::find::{self, Among};
use crate::handlers::narrow;

pub(super) fn answer(request: &Request, context: Context<'_>) -> Body {
    let organizations = match request.organization.as_ref().map(|pick| narrow::scope(pick, context)) {
        None => Vec::new(),
        Some(Ok(organizations)) => organizations,
        Some(Err(unresolved)) => return unresolved.notice(),
    };
    let types = match request.contact_type.as_ref().map(|pick| narrow::contact_types(pick, context)) {
        None => None,
        Some(Ok(types)) => Some(types),
        Some(Err(notice)) => return Body::Notice(notice),
    };
    let admit = |contact: &Contact| narrow::is_of(contact, types.as_ref());
    let typed_organization = request.organization.as_ref().and_then(Pick::text);
    find::person(&request.name, Among { organizations: &organizations, typed_organization, admit: &admit }, context)
}
