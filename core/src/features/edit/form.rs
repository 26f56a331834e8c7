//! The forms of an edit: how they open, and what they give back.

use std::collections::BTreeMap;

use crate::answer::edit::EditStep;
use crate::answer::form::{Form, Given, Opened, Prefill};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Effect};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactTypeId, LocationId};
use crate::edit::check::{self, Problem};
use crate::edit::fields::Fields;
use crate::edit::list::{self, Kind};
use crate::edit::request::Target;
use crate::edit::{EditField, Part, notes};
use crate::edits::{Draft, EditChange, EditId, Found};
use crate::features::context::Context;
use crate::features::edit::{draft, preview};
use crate::features::reach;

/// The most entries of a menu in a form: Discord's limit.
const MOST: usize = 25;

/// Why a form cannot hold a part of a contact.
pub(super) fn fits(contact: &Contact, part: Part) -> Result<(), Notice> {
    let too_long = part == Part::Notes && !notes::fits(contact.notes.as_deref().unwrap_or_default());
    if too_long { Err(Notice::NotesTooLong) } else { Ok(()) }
}

/// The form of a part, with what the draft has.
pub(super) fn opened(draft: &Draft, part: Part, context: Context<'_>) -> Opened {
    let organization = match draft.target {
        Target::New(organization) => Some(organization),
        Target::Contact(contact) => context.view.contact(contact).and_then(|contact| contact.organization),
    };
    let locations = organization.into_iter().flat_map(|id| context.view.locations_of(id));
    let locations = locations.filter_map(|site| Some((site.id, site.name.as_deref()?.to_owned())));
    let prefill = Prefill {
        part,
        contact: match draft.target {
            Target::New(_) => None,
            Target::Contact(contact) => Some(contact),
        },
        fields: draft.wanted.clone(),
        typed: draft.typed.clone(),
        types: first_with(types(context), draft.wanted.contact_type),
        locations: first_with(locations.collect(), draft.wanted.location),
    };
    Opened { form: Form::Edit { draft: draft.id, part }, prefill: Some(Box::new(prefill)) }
}

/// The account's types, those with most contacts first.
fn types(context: Context<'_>) -> Vec<(ContactTypeId, String)> {
    let mut used: BTreeMap<ContactTypeId, usize> = BTreeMap::new();
    for id in context.view.contacts().filter_map(|contact| contact.contact_type) {
        *used.entry(id).or_default() += 1;
    }
    let mut types: Vec<_> = context.view.contact_types().map(|one| (one.id, one.name.to_string())).collect();
    types.sort_by_key(|(id, _)| std::cmp::Reverse(used.get(id).copied().unwrap_or_default()));
    types
}

/// As many as a menu holds, among them the one that is selected; in the order of their names.
fn first_with<T: Copy + PartialEq>(mut all: Vec<(T, String)>, selected: Option<T>) -> Vec<(T, String)> {
    all.sort_by_key(|(id, _)| Some(*id) != selected);
    all.truncate(MOST);
    all.sort_by(|(_, one), (_, other)| one.cmp(other));
    all
}

pub(super) fn submitted(id: EditId, part: Part, given: &Given, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let found = draft::of(id, context)?;
    found.check(part, context)?;
    if let Some(Found::Record(record)) = context.found {
        return preview::compared(&found, record, context);
    }
    let mut draft = Draft { at: context.now, ..Draft::clone(&found) };
    let mut problems = read(part, given, &mut draft).ok_or(Notice::Unreadable)?;
    problems.extend(self::problems(&draft, context));
    let is_of_part = |problem: &Problem| problem.field().is_none_or(|field| part.fields().contains(&field));
    if problems.iter().any(is_of_part) {
        let effect = Some(Effect::Edit(EditChange::Keep(Box::new(draft))));
        let page = found.page(EditStep::Problems { part, problems }, context);
        return Ok(Answer { effect, ..page.into() });
    }
    match draft.target {
        Target::Contact(_) => Ok(preview::read(draft)),
        Target::New(_) => preview::of_new(draft, context),
    }
}

pub(super) fn submitted_retire(id: EditId, given: &Given, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let found = draft::of(id, context)?;
    if let Some(Found::Record(record)) = context.found {
        return preview::compared(&found, record, context);
    }
    let reason = given.reason().ok_or(Notice::Unreadable)?;
    Ok(preview::read(Draft { at: context.now, reason: Some(reason), ..Draft::clone(&found) }))
}

/// Takes what was given into the draft. `None` where it is no answer to the form.
fn read(part: Part, given: &Given, draft: &mut Draft) -> Option<Vec<Problem>> {
    let Fields { first_name, last_name, title, contact_type, vip, notes, location, .. } = &mut draft.wanted;
    match part {
        Part::Name => {
            *first_name = given.text(EditField::FirstName)?;
            *last_name = given.text(EditField::LastName)?;
            *title = given.text(EditField::Title)?;
            let picked: Option<u64> = given.picked(EditField::Type)?;
            *contact_type = picked.map(ContactTypeId);
            *vip = given.checked(EditField::Vip)?;
        }
        Part::Notes => *notes = given.text(EditField::Notes)?,
        Part::Place => {
            let picked: Option<u64> = given.picked(EditField::Location)?;
            *location = picked.map(LocationId);
        }
        Part::Emails => return read_list(EditField::Emails, Kind::Emails, given, draft),
        Part::Phones => return read_list(EditField::Phones, Kind::Phones, given, draft),
    }
    Some(Vec::new())
}

fn read_list(field: EditField, kind: Kind, given: &Given, draft: &mut Draft) -> Option<Vec<Problem>> {
    let text = given.text(field)?;
    let (shown, wanted) = match kind {
        Kind::Emails => (&draft.shown.emails, &mut draft.wanted.emails),
        Kind::Phones => (&draft.shown.phones, &mut draft.wanted.phones),
    };
    let (entries, lines) = list::read(kind, shown, &text);
    *wanted = entries;
    if lines.is_empty() {
        draft.typed.remove(&field);
    } else {
        draft.typed.insert(field, text);
    }
    let problem = |one: list::Unreadable| Problem::Unreadable { field, line: one.line, text: one.text };
    Some(lines.into_iter().map(problem).collect())
}

pub(super) fn problems(draft: &Draft, context: Context<'_>) -> Vec<Problem> {
    let contact = match draft.target {
        Target::Contact(contact) => context.view.contact(contact),
        Target::New(_) => None,
    };
    let organization = match draft.target {
        Target::New(organization) => Some(organization),
        Target::Contact(_) => contact.and_then(|contact| contact.organization),
    };
    let of_new = Contact { organization, location: draft.wanted.location, ..Contact::default() };
    let guesses = reach::guesses(contact.unwrap_or(&of_new), context);
    check::problems(&draft.shown, &draft.wanted, organization, context.view, &guesses)
}
