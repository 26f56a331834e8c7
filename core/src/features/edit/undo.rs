//! Takes a change back: puts the fields to what they were, unless somebody has changed them since.

use crate::answer::edit::{EditPage, EditStep};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, Effect};
use crate::edit::EditField;
use crate::edit::outcome::Failure;
use crate::edit::record::Record;
use crate::edit::request::{Held, Request, Target};
use crate::edits::{EditId, Found, KEPT, Sent, State};
use crate::features::context::Context;
use crate::features::edit;
use crate::features::edit::draft::trusted;
use crate::features::edit::preview;
use crate::features::edit::save::{check_pace, outcome, send};

pub(super) fn undo(id: EditId, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let (by, guild) = (context.caller.id(), context.caller.guild);
    let sent = context.edits.sent(id).filter(|sent| sent.by == by && sent.guild == guild).ok_or(Notice::Gone)?;
    if let Some(Found::Sent(undone)) = context.found {
        return Ok(context.edits.sent(*undone).map_or_else(|| Notice::Gone.into(), |sent| outcome(sent, context)));
    }
    let contact = sent.contact().and_then(|id| context.view.contact(id)).ok_or(Notice::Gone)?;
    let parts = edit::parts(contact, context);
    let may = |field: EditField| parts.iter().any(|part| part.fields().contains(&field));
    if !context.view.allows(crate::access::Permission::Edit, contact) || !sent.fields().all(may) {
        return Err(Notice::NotAllowed.into());
    }
    let page = |step| {
        let subject = edit::subject(contact, context);
        Body::Edit(Box::new(EditPage { subject, draft: None, parts: Vec::new(), step }))
    };
    let is_taken_back = |other: &Sent| other.undoes == Some(id) && !matches!(other.state, State::NotDone(_));
    let (State::Done { after, .. }, Some(before)) = (&sent.state, &sent.before) else {
        return Ok(page(EditStep::NoUndo).into());
    };
    if context.now.duration_since(sent.at) > KEPT || context.edits.all_sent().any(|other| is_taken_back(other)) {
        return Ok(page(EditStep::NoUndo).into());
    }
    match context.found {
        None => Ok(Answer { effect: Some(Effect::Read { contact: contact.id, keep: None }), ..preview::read_first() }),
        Some(Found::Record(read)) => {
            let record = match trusted(Some(contact), read) {
                Ok(record) => record,
                Err(failure) => return Ok(page(EditStep::NotSaved { failure, rest: false }).into()),
            };
            let overtaken = overtaken(sent, after, record);
            if !overtaken.is_empty() {
                return Ok(page(EditStep::NotSaved { failure: Failure::Overtaken(overtaken), rest: false }).into());
            }
            check_pace(context)?;
            let target = Target::Contact(contact.id);
            let undoing = Sent {
                id: context.edits.new_id(by, target, context.now),
                by,
                guild,
                at: context.now,
                organization: record.organization,
                request: Request::restore(sent.fields(), before),
                before: Some(record.clone()),
                state: State::Unknown,
                undoes: Some(id),
                reason: None,
            };
            Ok(send(undoing, page(EditStep::Unknown)))
        }
        Some(Found::Sent(_)) => Ok(page(EditStep::Unknown).into()),
    }
}

/// The fields that are not any more as the change has left them.
fn overtaken(sent: &Sent, after: &Record, now: &Record) -> Vec<EditField> {
    sent.fields().filter(|field| now.holds(*field, &after.sent(*field)) == Held::No).collect()
}
