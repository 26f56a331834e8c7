//! Answers `/contact`. The request is in [`commands::contact`].

use commands::Completion;
use commands::contact::Contact as Request;
use commands::options::Pick;

use crate::access::Permission;
use crate::answer::Body;
use crate::domain::contact::Contact;
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::{channel, narrow, suggest};

pub(super) const FEATURE: Feature = Feature::new("contact", &[Permission::Contact], |context| {
    channel::example(context, |one| Some(format!("/contact name: {}", one.name)))
});

pub(super) fn ask(request: &Request) -> Ask<'_> {
    Ask { name: request.name.text(), ..Ask::command(&FEATURE, |context| answer(request, context)) }
}

pub(super) fn offer<'q>(
    completion: &'q Completion,
    organization: Option<&'q Pick>,
    contact_type: Option<&'q Pick>,
) -> Offer<'q> {
    Offer::new("contact", Offered::Contacts, FEATURE.permissions, completion, move |typed, context| {
        suggest::people(typed, organization, contact_type, None, context)
    })
}

fn answer(request: &Request, context: Context<'_>) -> Result<Body, Box<Body>> {
    let organizations = narrow::scope(request.organization.as_ref(), context)?;
    let types = narrow::types(request.contact_type.as_ref(), context)?;
    let is_of = |contact: &Contact| types.has_people_like(contact, context);
    let admit: Option<&dyn Fn(&Contact) -> bool> = if types.is_none() { None } else { Some(&is_of) };
    let typed_organization = request.organization.as_ref().and_then(Pick::text);
    let among = SearchScope { organizations: &organizations, typed_organization, admit };
    Ok(find::person(&request.name, among, context))
}
