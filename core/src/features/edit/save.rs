//! Saves a draft: reads the record once more, sends what changes, and shows what came of it.

use jiff::Timestamp;

use crate::access::limiter::HOUR;
use crate::answer::edit::{EditPage, EditStep, Saved};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Effect};
use crate::domain::contact::Contact;
use crate::edit::EditField;
use crate::edit::compare::Becomes;
use crate::edit::outcome::Failure;
use crate::edit::request::{Request, Target};
use crate::edits::{Draft, EditChange, EditId, Found, Sent, State};
use crate::features::context::Context;
use crate::features::edit::draft;
use crate::features::edit::preview::{self, differences};
use crate::features::{edit, find};

pub(super) fn save(id: EditId, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let (by, guild) = (context.caller.id(), context.caller.guild);
    if let Some(sent) = context.edits.sent(id).filter(|sent| sent.by == by && sent.guild == guild) {
        // It was sent already, by this question or by an earlier click.
        match sent.state {
            State::NotDone(_) if context.found != Some(&Found::Sent(id)) => {}
            _ => return Ok(outcome(sent, context)),
        }
    }
    let found = draft::of(id, context)?;
    if context.edits.is_unknown(found.target) {
        return Ok(found.page(EditStep::Unknown, context).into());
    }
    let (request, before) = match (found.target, context.found) {
        (Target::New(organization), _) => (Request::create(organization, &found.wanted), None),
        (Target::Contact(contact), None) => {
            return Ok(Answer { effect: Some(Effect::Read { contact, keep: None }), ..preview::read_first() });
        }
        (Target::Contact(_), Some(Found::Sent(_))) => return Ok(found.page(EditStep::Unknown, context).into()),
        (Target::Contact(contact), Some(Found::Record(read))) => {
            let Ok(record) = found.trusted(read) else { return preview::compared(&found, read, context) };
            let now = differences(&found, record, context);
            let seen = found.record.as_ref().map(|record| differences(&found, record, context));
            let is_undecided = now.iter().any(|one| matches!(one.becomes, Becomes::Undecided { .. }));
            // Somebody has changed the same fields since the caller looked.
            if seen.as_ref() != Some(&now) || is_undecided {
                let draft = Draft { at: context.now, record: Some(record.clone()), ..Draft::clone(&found) };
                return preview::shown(draft, seen.is_some_and(|seen| seen != now), context);
            }
            let Some(request) = Request::change(contact, &now) else {
                return Ok(found.page(EditStep::Nothing, context).into());
            };
            (request, Some(record.clone()))
        }
    };
    check_pace(context)?;
    let organization = match found.target {
        Target::New(organization) => Some(organization),
        Target::Contact(_) => before.as_ref().and_then(|record| record.organization),
    };
    let sent = Sent {
        id,
        by,
        guild,
        at: context.now,
        organization,
        request,
        before,
        state: State::Unknown,
        undoes: None,
        reason: found.reason,
    };
    Ok(send(sent, found.page(EditStep::Unknown, context)))
}

/// Whether the caller may send another change within the hour.
pub(super) fn check_pace(context: Context<'_>) -> Result<(), Notice> {
    let since = context.now.checked_sub(HOUR).unwrap_or(Timestamp::MIN);
    let limit = context.policy.brake.changes_per_hour.get();
    let sent = context.edits.sent_since(context.caller.id(), since);
    if sent < usize::try_from(limit).unwrap_or(usize::MAX) { Ok(()) } else { Err(Notice::TooManyChanges { limit }) }
}

/// Sends a change; what comes of it replaces the answer.
pub(super) fn send(sent: Sent, meanwhile: Body) -> Answer {
    Answer { effect: Some(Effect::Edit(EditChange::Send(Box::new(sent)))), ..meanwhile.into() }
}

/// What came of a change: the card as it is now, or why there is none.
pub(super) fn outcome(sent: &Sent, context: Context<'_>) -> Answer {
    let subject = |contact: Option<&Contact>| contact.map(|contact| edit::subject(contact, context));
    let contact = sent.contact().and_then(|id| context.view.contact(id));
    let page = |step| {
        let name = sent.name();
        let fallback = crate::answer::edit::Subject { contact: sent.contact(), name, organization: None, url: None };
        let subject = subject(contact).unwrap_or(fallback);
        let draft = context.edits.draft(sent.id, sent.by, sent.guild, context.now).map(|draft| draft.id);
        Answer::from(Body::Edit(Box::new(EditPage { subject, draft, parts: Vec::new(), step })))
    };
    match &sent.state {
        State::Unknown => page(EditStep::Unknown),
        State::NotDone(failure) => {
            let refused = refused(failure, sent);
            let left = sent.request.without(&refused).is_some() && !refused.is_empty();
            let draft = context.edits.draft(sent.id, sent.by, sent.guild, context.now).filter(|_| left);
            let effect = draft.map(|draft| {
                let mut draft = Draft { at: context.now, ..Draft::clone(draft) };
                for field in &refused {
                    draft.wanted.put_back(*field, &draft.shown);
                }
                Effect::Edit(EditChange::Keep(Box::new(draft)))
            });
            Answer { effect, ..page(EditStep::NotSaved { failure: failure.clone(), rest: left }) }
        }
        State::Done { after, became } => {
            let is_new = matches!(sent.request.target, Target::New(_));
            let undoable = sent.undoes.is_none() && !became.done.is_empty() && !is_new;
            let saved = Saved {
                done: became.done.clone(),
                reformatted: became.reformatted.clone(),
                not_done: became.not_done.clone(),
                is_new,
                is_undo: sent.undoes.is_some(),
                undo: undoable.then_some(sent.id),
            };
            Answer { saved: Some(saved), ..find::by_id(after.id, context).into() }
        }
    }
}

/// The fields that a failure is about, of those that were sent.
fn refused(failure: &Failure, sent: &Sent) -> Vec<EditField> {
    let of = |fields: &[EditField]| sent.fields().filter(|field| fields.contains(field)).collect();
    match failure {
        // All that a ticket system owns: notes and the VIP mark are free.
        Failure::Owned(fields) if fields.is_empty() => {
            sent.fields().filter(|field| !matches!(field, EditField::Notes | EditField::Vip)).collect()
        }
        Failure::Owned(fields) | Failure::Invalid(fields) => of(fields),
        _ => Vec::new(),
    }
}
