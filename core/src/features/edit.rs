//! Edits a contact: `/contact-edit`, `/contact-add`, `/contact-retire`, and the buttons and forms from there to the saved
//! record.
//!
//! A form opens from the local copy at once. What comes back is checked, compared with the record as IT Glue holds it, and
//! shown before it is saved. Between two of these steps the draft is kept, and each step checks again what the caller may
//! change.

mod draft;
mod form;
mod preview;
mod save;
mod undo;

use std::collections::BTreeMap;

use commands::Completion;
use commands::contact_add::ContactAdd;
use commands::contact_edit::ContactEdit;
use commands::contact_retire::ContactRetire;
use commands::options::Pick;
use strum::VariantArray;

use crate::access::Permission;
use crate::answer::edit::{EditPage, EditStep, Subject};
use crate::answer::form::{Form, Given, Opened};
use crate::answer::menu::{Heading, Menu, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, ClickTarget, Effect, Few};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::edit::compare::Side;
use crate::edit::fields::Fields;
use crate::edit::request::Target;
use crate::edit::{EditField, Part};
use crate::edits::{EditChange, EditId};
use crate::features::ask::{Ask, Feature, Offer, Offered};
use crate::features::context::Context;
use crate::features::find::{self, SearchScope};
use crate::features::narrow::{self, Limit};
use crate::features::{channel, suggest};

pub(super) const ADD: Feature = Feature::new("contact-add", &[Permission::Add], |context| {
    channel::example(context, |one| Some(format!("/contact-add organization: {}", one.name)))
});
pub(super) const EDIT: Feature = Feature::new("contact-edit", &[Permission::Edit], |context| {
    channel::example(context, |one| Some(format!("/contact-edit contact: {}", one.name)))
});
pub(super) const RETIRE: Feature = Feature::new("contact-retire", &[Permission::Retire], |context| {
    channel::example(context, |one| Some(format!("/contact-retire contact: {}", one.name)))
});

/// Contact types named where the one that was typed is none of them.
const MOST_TYPES: usize = 12;

/// Whatever the edit is: each step checks what its own draft needs.
const ANY: &[Permission] = &[Permission::Edit, Permission::Add, Permission::Retire];

pub(super) fn ask(request: &ContactEdit) -> Ask<'_> {
    let name = request.contact.text();
    Ask { name, ..Ask::command(&EDIT, move |context| edit(request, context)) }
}

pub(super) fn ask_to_add(request: &ContactAdd) -> Ask<'_> {
    Ask::command(&ADD, move |context| add(request, context))
}

pub(super) fn ask_to_retire(request: &ContactRetire) -> Ask<'_> {
    let name = request.contact.text();
    Ask { name, ..Ask::command(&RETIRE, move |context| retire(&request.contact, context)) }
}

pub(super) fn offer(completion: &Completion) -> Offer<'_> {
    Offer::new("contact-edit", Offered::Contacts, ANY, completion, |typed, context| {
        suggest::people(typed, None, None, None, context)
    })
}

pub(super) fn click(contact: ContactId) -> Ask<'static> {
    Ask::click("edit", EDIT.permissions, move |context| at(contact, context, |contact| Ok(hub(contact, context))))
}

pub(super) fn click_part(contact: ContactId, part: Part) -> Ask<'static> {
    Ask::click("edit", EDIT.permissions, move |context| at(contact, context, |contact| begin(contact, part, context)))
}

pub(super) fn click_retire(contact: ContactId) -> Ask<'static> {
    Ask::click("retire", RETIRE.permissions, move |context| retire(&Pick::Id(contact.0), context))
}

pub(super) fn click_draft(draft: EditId) -> Ask<'static> {
    Ask::click("edit", ANY, move |context| draft::of(draft, context).map(|draft| draft.page(EditStep::Hub, context)))
}

pub(super) fn click_draft_part(draft: EditId, part: Part) -> Ask<'static> {
    Ask::click("edit", ANY, move |context| {
        let draft = draft::of(draft, context)?;
        draft.check(part, context)?;
        Ok::<Body, Box<Body>>(Body::Form(form::opened(&draft, part, context)))
    })
}

pub(super) fn click_side(draft: EditId, field: EditField, side: Side) -> Ask<'static> {
    Ask::click("edit", ANY, move |context| preview::decided(draft, field, side, context))
}

pub(super) fn click_save(draft: EditId) -> Ask<'static> {
    Ask::click("save", ANY, move |context| save::save(draft, context))
}

pub(super) fn click_drop(draft: EditId) -> Ask<'static> {
    Ask::click("discard", ANY, move |context| {
        let found = draft::of(draft, context)?;
        let page = EditPage { draft: None, ..found.edit_page(EditStep::Discarded, context) };
        let effect = Some(Effect::Edit(EditChange::Drop(draft)));
        Ok::<Answer, Box<Body>>(Answer { effect, ..Body::Edit(Box::new(page)).into() })
    })
}

pub(super) fn click_undo(edit: EditId) -> Ask<'static> {
    Ask::click("undo", ANY, move |context| undo::undo(edit, context))
}

pub(super) fn submitted(draft: EditId, part: Part, given: &Given) -> Ask<'_> {
    Ask::click("edit", ANY, move |context| form::submitted(draft, part, given, context))
}

pub(super) fn submitted_retire(draft: EditId, given: &Given) -> Ask<'_> {
    Ask::click("retire", RETIRE.permissions, move |context| form::submitted_retire(draft, given, context))
}

fn at<A: Into<Answer>>(
    contact: ContactId,
    context: Context<'_>,
    answer: impl FnOnce(&Contact) -> Result<A, Box<Body>>,
) -> Answer {
    match context.view.contact(contact) {
        None => Notice::Gone.into(),
        Some(contact) if context.view.is_redacted(contact) => Notice::NotAllowed.into(),
        Some(contact) => answer(contact).into(),
    }
}

/// Finds the contact as `/contact` does.
fn edit(request: &ContactEdit, context: Context<'_>) -> Answer {
    found(&request.contact, ClickTarget::Edit, context, |contact| {
        let Some(pick) = &request.contact_type else { return Ok(hub(contact, context).into()) };
        let types = narrow::types(Some(pick), context)?;
        let Some(contact_type) = types.only() else {
            let known = context.view.contact_types().map(|one| one.name.to_string());
            let named = pick.text().unwrap_or_default().to_owned();
            return Err(Notice::UnknownType { typed: named, known: Few::of(known, MOST_TYPES) }.into());
        };
        let mut draft = draft::begun(contact, context);
        draft.wanted.contact_type = Some(contact_type.id);
        Ok(preview::read(draft))
    })
}

fn found(
    pick: &Pick,
    target: fn(ContactId) -> ClickTarget,
    context: Context<'_>,
    answer: impl FnOnce(&Contact) -> Result<Answer, Box<Body>>,
) -> Answer {
    let everybody = SearchScope { organizations: &Limit::None, typed_organization: None, admit: None };
    let leads = |entry: MenuEntry| match entry.target {
        ClickTarget::Person(contact) => MenuEntry { target: target(contact), ..entry },
        _ => entry,
    };
    match find::person(pick, everybody, context) {
        Body::Card(card) => at(card.id, context, answer),
        // A site is no contact.
        Body::Menu(Menu { heading: Heading::SiteNumber { typed }, .. }) => {
            Notice::NobodyMatches { typed, within: None }.into()
        }
        Body::Menu(menu) => Body::Menu(Menu { entries: menu.entries.into_iter().map(leads).collect(), ..menu }).into(),
        other => other.into(),
    }
}

fn hub(contact: &Contact, context: Context<'_>) -> Body {
    let target = Target::Contact(contact.id);
    let draft = context.edits.draft_of(target, context.caller.id(), context.caller.guild, context.now);
    Body::Edit(Box::new(EditPage {
        subject: subject(contact, context),
        draft: draft.map(|draft| draft.id),
        parts: parts(contact, context),
        step: EditStep::Hub,
    }))
}

/// Opens the form of one part, with what a kept draft has of it.
fn begin(contact: &Contact, part: Part, context: Context<'_>) -> Result<Answer, Box<Body>> {
    if !parts(contact, context).contains(&part) {
        return Err(Notice::NotAllowed.into());
    }
    let draft = draft::begun(contact, context);
    form::fits(contact, part)?;
    let opened = form::opened(&draft, part, context);
    Ok(Answer { effect: Some(Effect::Edit(EditChange::Keep(Box::new(draft)))), ..Body::Form(opened).into() })
}

/// Asks first for the name, at the organization named or that of the channel.
fn add(request: &ContactAdd, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let own = || channel::organization(context).map(|organization| Pick::Id(organization.id.0));
    let pick = request.organization.clone().or_else(own).ok_or(Notice::NoChannel)?;
    let directory = |one: &Organization| ClickTarget::Add(one.id);
    let organizations =
        narrow::organizations(&pick, context).map_err(|unresolved| unresolved.menu(directory, context))?;
    match *organizations {
        [organization] => add_at(organization.id, context),
        _ => Err(Box::new(narrow::which(pick.text(), &organizations, directory, context))),
    }
}

pub(super) fn click_add(organization: OrganizationId) -> Ask<'static> {
    Ask::click("add", ADD.permissions, move |context| add_at(organization, context))
}

fn add_at(organization: OrganizationId, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let organization = context.view.organization(organization).ok_or(Notice::Gone)?;
    if !context.view.allows_at(Permission::Add, organization) || context.is_redacted(organization) {
        return Err(Notice::NotAllowed.into());
    }
    let target = Target::New(organization.id);
    let draft = draft::new(target, Fields::default(), context);
    let opened = form::opened(&draft, Part::Name, context);
    Ok(Answer { effect: Some(Effect::Edit(EditChange::Keep(Box::new(draft)))), ..Body::Form(opened).into() })
}

/// Asks why a contact is retired.
fn retire(pick: &Pick, context: Context<'_>) -> Answer {
    found(pick, ClickTarget::Retire, context, |contact| {
        if context.departed(contact).is_some() {
            return Err(Notice::RetiredAlready { name: contact.display_name() }.into());
        }
        let mut draft = draft::begun(contact, context);
        draft.wanted.contact_type = Some(departed_type(context).ok_or(Notice::NoDepartedType)?);
        let opened = Opened { form: Form::Retire(draft.id), prefill: None };
        Ok(Answer { effect: Some(Effect::Edit(EditChange::Keep(Box::new(draft)))), ..Body::Form(opened).into() })
    })
}

/// The account's contact type for those who have left: the one that the policy names, else the only one, or the one that
/// most contacts have.
fn departed_type(context: Context<'_>) -> Option<ContactTypeId> {
    let is_departed = |name: &str| context.policy.roles.role(Some(name)) == Some(Role::Departed);
    let types: Vec<ContactTypeId> =
        context.view.contact_types().filter(|one| is_departed(&one.name)).map(|one| one.id).collect();
    if let [only] = *types {
        return Some(only);
    }
    let mut used: BTreeMap<ContactTypeId, usize> = BTreeMap::new();
    for contact in context.view.contacts() {
        if let Some(of_type) = contact.contact_type.filter(|id| types.contains(id)) {
            *used.entry(of_type).or_default() += 1;
        }
    }
    types.into_iter().max_by_key(|id| used.get(id).copied().unwrap_or_default())
}

/// The parts of a contact that the caller may change.
fn parts(contact: &Contact, context: Context<'_>) -> Vec<Part> {
    let may = |part: &&Part| {
        part.fields().iter().all(|field| field.needs().is_none_or(|it| !context.view.hides(it, contact)))
    };
    Part::VARIANTS.iter().filter(may).copied().collect()
}

fn subject(contact: &Contact, context: Context<'_>) -> Subject {
    let organization = contact.organization.and_then(|id| context.view.organization(id));
    Subject {
        contact: Some(contact.id),
        name: contact.display_name(),
        organization: organization.map(|one| (one.id, one.name.to_string())),
        url: contact.url.as_deref().and_then(|url| context.link(url)),
    }
}
