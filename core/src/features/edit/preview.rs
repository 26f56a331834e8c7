//! What an edit would change, before it is saved.

use std::sync::Arc;

use crate::access::Permission;
use crate::answer::edit::{EditStep, Outcome, ShownDifference};
use crate::answer::menu::MenuEntry;
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Effect};
use crate::domain::contact::Contact;
use crate::edit::EditField;
use crate::edit::compare::{Becomes, Difference, Side, compare};
use crate::edit::fields::{FieldValue, Fields};
use crate::edit::list::Kind;
use crate::edit::outcome::Failure;
use crate::edit::record::Record;
use crate::edit::request::Target;
use crate::edits::{Draft, EditChange, EditId};
use crate::features::context::Context;
use crate::features::edit::draft::{self, Found};
use crate::features::find::{self, SearchScope};
use crate::features::narrow::Limit;
use crate::search::Verdict;

/// Contacts shown that a new one may be already.
const MOST_DUPLICATES: usize = 5;

/// Keeps the draft and reads the record; the answer comes with it.
pub(super) fn read(draft: Draft) -> Answer {
    let effect = match draft.target {
        Target::Contact(contact) => Effect::Read { contact, keep: Some(Box::new(draft)) },
        Target::New(_) => Effect::Edit(EditChange::Keep(Box::new(draft))),
    };
    Answer { effect: Some(effect), ..read_first() }
}

/// What nobody sees: what is read replaces it.
pub(super) fn read_first() -> Answer {
    Notice::Gone.into()
}

/// The answer once the record is read.
pub(super) fn compared(
    found: &Found<'_>,
    record: &Result<Box<Record>, Failure>,
    context: Context<'_>,
) -> Result<Answer, Box<Body>> {
    match found.trusted(record) {
        Err(failure) => Ok(found.page(EditStep::NotSaved { failure, rest: false }, context).into()),
        Ok(record) => {
            let draft = Draft { record: Some(Record::clone(record)), ..Draft::clone(found) };
            shown(draft, false, context)
        }
    }
}

/// The same with a choice between two values.
pub(super) fn decided(id: EditId, field: EditField, side: Side, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let found = draft::of(id, context)?;
    if found.record.is_none() {
        return Err(Notice::DraftGone.into());
    }
    let mut draft = Draft { at: context.now, ..Draft::clone(&found) };
    draft.sides.insert(field, side);
    shown(draft, false, context)
}

/// What the draft would change of the record that was read for it.
pub(super) fn shown(draft: Draft, again: bool, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let record = draft.record.clone().unwrap_or_default();
    let found = Found::of(Arc::new(draft), context)?;
    let differences = differences(&found, &record, context);
    if differences.is_empty() {
        let effect = Some(Effect::Edit(EditChange::Drop(found.id)));
        return Ok(Answer { effect, ..found.page(EditStep::Nothing, context).into() });
    }
    let differences = differences.iter().map(|one| of_difference(one, context)).collect();
    let effect = Some(Effect::Edit(EditChange::Keep(Box::new(Draft::clone(&found)))));
    let page = found.page(EditStep::Preview { differences, duplicates: Vec::new(), again }, context);
    Ok(Answer { effect, ..page.into() })
}

/// What would change, as far as the caller may change it.
pub(super) fn differences(found: &Found<'_>, record: &Record, context: Context<'_>) -> Vec<Difference> {
    let mut differences = compare(&found.shown, &found.wanted, record, &found.sides);
    differences.retain(|difference| found.may(difference.field, context));
    differences
}

/// A new contact before it is saved, with those that it may be already.
pub(super) fn of_new(draft: Draft, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let found = Found::of(Arc::new(draft), context)?;
    let differences = differences(&found, &Record::default(), context);
    let duplicates = duplicates(&found, context);
    let shown = differences.iter().map(|one| of_difference(one, context)).collect();
    let effect = Some(Effect::Edit(EditChange::Keep(Box::new(Draft::clone(&found)))));
    let page = found.page(EditStep::Preview { differences: shown, duplicates, again: false }, context);
    Ok(Answer { effect, ..page.into() })
}

/// Contacts with the same address or number, or with nearly this name at this client.
fn duplicates(found: &Found<'_>, context: Context<'_>) -> Vec<MenuEntry> {
    let Target::New(organization) = found.target else { return Vec::new() };
    let Fields { emails, phones, .. } = &found.wanted;
    let has_same = |contact: &Contact| {
        let theirs = Fields::from(contact);
        let hides = |field: EditField| field.needs().is_some_and(|it| context.view.hides(it, contact));
        let same = |kind, ours: &[crate::edit::list::Entry], theirs: &[crate::edit::list::Entry]| {
            ours.iter().any(|one| theirs.iter().any(|other| one.leads_to(kind, other)))
        };
        (!hides(EditField::Emails) && same(Kind::Emails, emails, &theirs.emails))
            || (!hides(EditField::Phones)
                && contact.organization == Some(organization)
                && same(Kind::Phones, phones, &theirs.phones))
    };
    let mut same: Vec<&Contact> = context.view.contacts().filter(|contact| has_same(contact)).collect();
    let client = context.view.organization(organization);
    let within = Limit::To(client.into_iter().collect());
    let scope = SearchScope { organizations: &within, typed_organization: None, admit: None };
    let name = found.wanted.name();
    if name.chars().any(char::is_alphanumeric) {
        let near = find::search(&name, scope, context);
        if matches!(near.verdict, Verdict::One | Verdict::Several) {
            same.extend(near.ranked.iter().filter_map(|one| context.view.contact(one.id)));
        }
    }
    same.sort_by_key(|contact| contact.id);
    same.dedup_by_key(|contact| contact.id);
    same.retain(|contact| context.view.allows(Permission::Contact, contact));
    same.truncate(MOST_DUPLICATES);
    context.people(&same)
}

fn of_difference(difference: &Difference, context: Context<'_>) -> ShownDifference {
    let lines = |value: &FieldValue| lines(value, context);
    ShownDifference {
        field: difference.field,
        was: lines(&difference.shown),
        now: lines(&difference.now),
        becomes: match &difference.becomes {
            Becomes::Changed { value, .. } => Outcome::Changed(lines(value)),
            Becomes::Left => Outcome::Left,
            Becomes::Undecided { mine } => Outcome::Undecided(lines(mine)),
            Becomes::Hidden => Outcome::Hidden,
        },
        owner: difference.owner.clone(),
    }
}

/// A value as lines of text; none where there is no value.
fn lines(value: &FieldValue, context: Context<'_>) -> Vec<String> {
    match value {
        FieldValue::Text(text) => text.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).collect(),
        FieldValue::Type(id) => {
            let name = id.and_then(|id| context.view.contact_type(id)).map(|one| one.name.to_string());
            name.or(id.map(|id| id.to_string())).into_iter().collect()
        }
        FieldValue::Location(id) => {
            let site = id.and_then(|id| context.view.location(id)).and_then(|site| site.name.as_deref());
            site.map(str::to_owned).or(id.map(|id| id.to_string())).into_iter().collect()
        }
        FieldValue::Vip(vip) => vip.then(|| context.language.text("edit-vip-yes")).into_iter().collect(),
        FieldValue::Entries(entries) => entries.iter().map(crate::edit::list::Entry::line).collect(),
    }
}
