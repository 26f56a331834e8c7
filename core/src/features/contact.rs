//! Answers `/contact`. The request is in [`commands::contact`].

use commands::contact::Contact as Request;
use commands::options::Pick;

use crate::access::Permission;
use crate::answer::Body;
use crate::domain::contact::Contact;
use crate::features::ask::Feature;
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::{channel, narrow};

pub(super) const FEATURE: Feature = Feature::new("contact", &[Permission::Contact], |context| {
    channel::example(context, |one| Some(format!("/contact name: {}", one.name)))
});

pub(super) fn answer(request: &Request, context: Context<'_>) -> Result<Body, Box<Body>> {
    let organizations = narrow::scope(request.organization.as_ref(), context)?;
    let types = narrow::types(request.contact_type.as_ref(), context)?;
    let is_of = |contact: &Contact| types.has_people_like(contact, context);
    let admit: Option<&dyn Fn(&Contact) -> bool> = if types.is_none() { None } else { Some(&is_of) };
    let typed_organization = request.organization.as_ref().and_then(Pick::text);
    let among = SearchScope { organizations: &organizations, typed_organization, admit };
    Ok(find::person(&request.name, among, context))
}
