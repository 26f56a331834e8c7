//! Notes how calls ended, asks why a number is wrong, and takes back what was noted by mistake.
//!
//! A favorite is no call: its button is its own way back.

use jiff::Timestamp;

use crate::access::{Field, OPERATOR};
use crate::answer::card::Named;
use crate::answer::form::{Form, Given};
use crate::answer::notice::Notice;
use crate::answer::undo::{Undo, UndoState};
use crate::answer::{Answer, Audience, Body, Effect};
use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, OrganizationId};
use crate::features::ask::Ask;
use crate::features::card::needs;
use crate::features::chain::{Escalation, ShownAs, people};
use crate::features::context::Context;
use crate::features::{find, primary};
use crate::notebook::attempts::{Attempt, Outcome, WrongReason};
use crate::notebook::{Change, UNDO};

/// A call, as a button or a form keeps it.
#[derive(Clone, Copy)]
pub(super) struct Call {
    pub(super) contact: ContactId,
    /// The organization whose chain the contact was called in.
    pub(super) chain: Option<OrganizationId>,
    pub(super) number: Option<Fingerprint>,
}

pub(super) fn click(call: Call, outcome: Outcome) -> Ask<'static> {
    Ask::click("outcome", needs(call.chain), move |context| match outcome {
        Outcome::WrongNumber => ask_why(call, context).into(),
        Outcome::NoAnswer | Outcome::Reached => Answer::from(note(call, outcome, None, context)),
    })
}

pub(super) fn submitted(call: Call, given: &Given) -> Ask<'_> {
    Ask::click("wrong-number", needs(call.chain), move |context| match given.reason() {
        None => Notice::Unreadable.into(),
        reason => Answer::from(note(call, Outcome::WrongNumber, reason, context)),
    })
}

pub(super) fn click_undo(call: Call, outcome: Outcome, at: Timestamp) -> Ask<'static> {
    Ask::click("undo", needs(call.chain), move |context| undo(call.ended(outcome, None, at, context), context))
}

impl Call {
    /// The call as the caller notes it.
    fn ended(self, outcome: Outcome, reason: Option<WrongReason>, at: Timestamp, context: Context<'_>) -> Attempt {
        let Self { contact, chain: organization, number } = self;
        Attempt { at, by: context.caller.user.unwrap_or(OPERATOR), organization, contact, number, outcome, reason }
    }

    /// The chain that the contact was called in. An answer of its own where the caller can note nothing of this call.
    fn escalation(self, outcome: Outcome, context: Context<'_>) -> Result<Option<Escalation<'_>>, Box<Body>> {
        let contact = context.view.contact(self.contact);
        // A wrong number is reported by who may see numbers.
        let hides_number = || contact.is_some_and(|contact| context.view.hides(Field::Phone, contact));
        if outcome == Outcome::WrongNumber && hides_number() {
            return Err(Notice::NotAllowed.into());
        }
        let Some(chain) = self.chain else { return contact.map(|_| None).ok_or(Notice::Gone.into()) };
        let organization = context.view.organization(chain).ok_or(Notice::Gone)?;
        let escalation = Escalation::of(organization, people(organization, context), context);
        match escalation.chain.place(self.contact) {
            Some(_) => Ok(Some(escalation)),
            None => Err(primary::now(&escalation, ShownAs::InsteadOfAnother).into()),
        }
    }
}

/// The form that asks why the number is wrong.
fn ask_why(call: Call, context: Context<'_>) -> Result<Body, Box<Body>> {
    call.escalation(Outcome::WrongNumber, context)?;
    let Call { contact, chain, number } = call;
    Ok(Body::Form(Form::WrongNumber { contact, chain, number }.into()))
}

/// Notes how a call ended, and shows who is next.
fn note(call: Call, outcome: Outcome, reason: Option<WrongReason>, context: Context<'_>) -> Result<Answer, Box<Body>> {
    let before = call.escalation(outcome, context)?;
    let change = Change::Attempt(call.ended(outcome, reason, context.now, context));
    let change = Some(change).filter(|change| !context.notebook.has(change));
    let notebook = change.map(|change| context.notebook.with(change));
    let context = Context { notebook: notebook.as_ref().unwrap_or(context.notebook), ..context };
    let body = match before {
        None => find::by_id(call.contact, context),
        Some(Escalation { organization, people, .. }) => {
            next(call.contact, outcome, &Escalation::of(organization, people, context))
        }
    };
    Ok(Answer { effect: change.map(Effect::Remember), ..body.into() })
}

/// The card after a call to a contact: still theirs, or the next contact's.
fn next(contact: ContactId, outcome: Outcome, after: &Escalation<'_>) -> Body {
    let is_left = || after.chain.queue.iter().any(|step| step.contact.id == contact);
    let other = || after.after(contact).first().map(|step| step.contact.id);
    let shown = match outcome {
        Outcome::Reached => Some(contact),
        Outcome::WrongNumber if is_left() => Some(contact),
        Outcome::WrongNumber | Outcome::NoAnswer => other(),
    };
    let card = shown.and_then(|shown| after.card(shown, ShownAs::Now));
    card.unwrap_or_else(|| primary::now(after, ShownAs::Now))
}

/// Takes a call back, and shows the contact as before it.
fn undo(call: Attempt, context: Context<'_>) -> Answer {
    let Some(contact) = context.view.contact(call.contact) else { return Notice::Gone.into() };
    let (state, change) = match context.notebook.noted(&call) {
        Some(noted) if context.now.duration_since(noted.at) <= UNDO => (UndoState::Done, Some(Change::Undo(*noted))),
        Some(_) => (UndoState::TooLate, None),
        None => (UndoState::Gone, None),
    };
    let notebook = change.map(|change| context.notebook.with(change));
    let context = Context { notebook: notebook.as_ref().unwrap_or(context.notebook), ..context };
    let body = match call.organization.and_then(|id| context.view.organization(id)) {
        None => find::by_id(call.contact, context),
        Some(organization) => {
            let escalation = Escalation::of(organization, people(organization, context), context);
            let card = escalation.card(call.contact, ShownAs::Now);
            card.unwrap_or_else(|| primary::now(&escalation, ShownAs::Now))
        }
    };
    let undo = Undo { call, whom: Named::of(contact), state };
    Answer { effect: change.map(Effect::Remember), undo: Some(undo), ..body.into() }
}

/// The caller's last call that an answer offers to take back: in the chain that it shows, else to its contact.
pub(super) fn offered(answer: &Answer, context: Context<'_>) -> Option<Undo> {
    let (chain, contact) = match &answer.body {
        Body::Card(card) if answer.audience == Audience::Caller => {
            (card.chain.as_ref().map(|chain| chain.organization), Some(card.id))
        }
        Body::Notice(Notice::NobodyToCall(dead_end)) => (Some(dead_end.id), None),
        _ => return None,
    };
    let by = context.caller.user.unwrap_or(OPERATOR);
    let is_of_card = |call: &Attempt| call.organization == chain && (chain.is_some() || Some(call.contact) == contact);
    let since = context.now.checked_sub(UNDO).unwrap_or(Timestamp::MIN);
    let last = || context.notebook.since(since).rfind(|call| call.by == by && is_of_card(call)).copied();
    let call = match answer.effect {
        Some(Effect::Remember(Change::Attempt(call))) => Some(call),
        _ => last(),
    }?;
    let whom = Named::of(context.view.contact(call.contact)?);
    Some(Undo { call, whom, state: UndoState::Offered })
}
