//! A caller's draft, and what of it the caller may still change.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use strum::VariantArray;

use crate::access::{Field, Permission};
use crate::answer::Body;
use crate::answer::edit::{EditPage, EditStep, Subject};
use crate::answer::notice::Notice;
use crate::domain::contact::{Affiliation, Contact};
use crate::edit::fields::Fields;
use crate::edit::outcome::Failure;
use crate::edit::record::Record;
use crate::edit::request::Target;
use crate::edit::{EditField, Part};
use crate::edits::{Draft, EditId};
use crate::features::context::Context;

/// A draft, and the contact that it is of as the caller may see it.
pub(super) struct Found<'a> {
    draft: Arc<Draft>,
    pub(super) contact: Option<&'a Contact>,
    pub(super) subject: Subject,
}

impl Deref for Found<'_> {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

/// The caller's draft, as long as they may edit its contact.
pub(super) fn of(id: EditId, context: Context<'_>) -> Result<Found<'_>, Box<Body>> {
    let (caller, now) = (context.caller, context.now);
    let draft = context.edits.draft(id, caller.id(), caller.guild, now).ok_or(Notice::DraftGone)?;
    Found::of(Arc::clone(draft), context)
}

impl<'a> Found<'a> {
    pub(super) fn of(draft: Arc<Draft>, context: Context<'a>) -> Result<Self, Box<Body>> {
        let (contact, subject) = match draft.target {
            Target::Contact(id) => {
                let contact = context.view.contact(id).ok_or(Notice::Gone)?;
                let may = [Permission::Edit, Permission::Retire].iter().any(|it| context.view.allows(*it, contact));
                if !may || context.view.is_redacted(contact) {
                    return Err(Notice::NotAllowed.into());
                }
                (Some(contact), super::subject(contact, context))
            }
            Target::New(id) => {
                let organization = context.view.organization(id).ok_or(Notice::Gone)?;
                if !context.view.allows_at(Permission::Add, organization) || context.is_redacted(organization) {
                    return Err(Notice::NotAllowed.into());
                }
                let organization = Some((id, organization.name.to_string()));
                (None, Subject { contact: None, name: draft.wanted.name(), organization, url: None })
            }
        };
        Ok(Self { draft, contact, subject })
    }

    /// The parts that the caller may change.
    pub(super) fn parts(&self, context: Context<'_>) -> Vec<Part> {
        match (self.contact, self.target) {
            (Some(contact), _) if context.view.allows(Permission::Edit, contact) => super::parts(contact, context),
            // Who may only retire changes the type, and only to that.
            (Some(_), _) | (None, Target::Contact(_)) => Vec::new(),
            (None, Target::New(organization)) => {
                let standing = context.view.standing(Affiliation::Organization(organization), false);
                let hides = |field: Field| standing.hides(field);
                let may = |part: &&Part| part.fields().iter().all(|field| field.needs().is_none_or(|it| !hides(it)));
                Part::VARIANTS.iter().filter(may).copied().collect()
            }
        }
    }

    pub(super) fn check(&self, part: Part, context: Context<'_>) -> Result<(), Box<Body>> {
        if self.parts(context).contains(&part) { Ok(()) } else { Err(Notice::NotAllowed.into()) }
    }

    /// Whether the caller may change a field: those of the parts; who may only retire, the type.
    pub(super) fn may(&self, field: EditField, context: Context<'_>) -> bool {
        let retires = || self.contact.is_some_and(|contact| context.view.allows(Permission::Retire, contact));
        self.parts(context).iter().any(|part| part.fields().contains(&field)) || (field == EditField::Type && retires())
    }

    /// The record that was read, if it is still where the caller may change it.
    pub(super) fn trusted<'r>(&self, read: &'r Result<Box<Record>, Failure>) -> Result<&'r Record, Failure> {
        trusted(self.contact, read)
    }

    pub(super) fn edit_page(&self, step: EditStep, context: Context<'_>) -> EditPage {
        EditPage { subject: self.subject.clone(), draft: Some(self.id), parts: self.parts(context), step }
    }

    pub(super) fn page(&self, step: EditStep, context: Context<'_>) -> Body {
        Body::Edit(Box::new(self.edit_page(step, context)))
    }
}

/// A record that was read, unless it belongs elsewhere than the local copy says, by which the caller may see it.
pub(super) fn trusted<'r>(
    contact: Option<&Contact>,
    read: &'r Result<Box<Record>, Failure>,
) -> Result<&'r Record, Failure> {
    let record = read.as_ref().map_err(Clone::clone)?;
    let is_there =
        |contact: &Contact| contact.organization == record.organization && (contact.restricted || !record.restricted);
    if contact.is_some_and(is_there) { Ok(record) } else { Err(Failure::Moved) }
}

/// The caller's draft of a contact that is kept, or a new one.
pub(super) fn begun(contact: &Contact, context: Context<'_>) -> Draft {
    let target = Target::Contact(contact.id);
    let kept = context.edits.draft_of(target, context.caller.id(), context.caller.guild, context.now);
    match kept {
        Some(draft) => Draft { at: context.now, ..Draft::clone(draft) },
        None => new(target, Fields::from(contact), context),
    }
}

pub(super) fn new(target: Target, shown: Fields, context: Context<'_>) -> Draft {
    let (by, guild, at) = (context.caller.id(), context.caller.guild, context.now);
    Draft {
        id: context.edits.new_id(by, target, at),
        by,
        guild,
        at,
        target,
        wanted: shown.clone(),
        shown,
        typed: BTreeMap::new(),
        record: None,
        sides: BTreeMap::new(),
        reason: None,
    }
}
