//! Answers `/contact`. The request is in [`commands::contact`].

use commands::Completion;
use commands::contact::Contact as Request;
use commands::options::Pick;

use crate::access::Permission;
use crate::answer::Body;
use crate::domain::contact::Contact;
use crate::features::ask::{Ask, Example, Feature, Offer, Offered};
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::{channel, narrow, suggest};

const NEEDS: &[Permission] = &[Permission::Contact];

pub(super) const FEATURE: Feature = Feature {
    name: "contact",
    permissions: NEEDS,
    for_managers: false,
    example: |context| {
        let organization = channel::example(context)?;
        Some(Example::about(organization, |name| format!("/contact name: {name}")))
    },
};

pub(super) fn ask(request: &Request) -> Ask<'_> {
    Ask::command(&FEATURE, |context| answer(request, context)).naming(request.name.text())
}

pub(super) fn offer<'q>(
    completion: &'q Completion,
    organization: Option<&'q Pick>,
    contact_type: Option<&'q Pick>,
) -> Offer<'q> {
    Offer::new("contact", Offered::Contacts, completion, NEEDS, move |typed, context| {
        suggest::people(typed, organization, contact_type, None, context)
    })
}

fn answer(request: &Request, context: Context<'_>) -> Body {
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
