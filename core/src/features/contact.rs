//! Answers `/contact`. The request is in [`commands::contact`].

use commands::contact::Contact as Request;
use commands::options::Pick;

use crate::answer::Body;
use crate::domain::contact::Contact;
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::narrow;

pub(super) fn answer(request: &Request, context: Context<'_>) -> Body {
    let organizations = match narrow::scope(request.organization.as_ref(), context) {
        Ok(organizations) => organizations,
        Err(unresolved) => return unresolved.notice(),
    };
    let types = match narrow::types(request.contact_type.as_ref(), context) {
        Ok(types) => types,
        Err(notice) => return Body::Notice(notice),
    };
    let is_of = |contact: &Contact| types.has_people_like(contact, context);
    let admit: Option<&dyn Fn(&Contact) -> bool> = if types.is_none() { None } else { Some(&is_of) };
    let typed_organization = request.organization.as_ref().and_then(Pick::text);
    find::person(&request.name, SearchScope { organizations: &organizations, typed_organization, admit }, context)
}
