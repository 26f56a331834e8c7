//! Whom to call at an organization, in order, and who is next when a call is not answered.
//!
//! The rules give the order; this module says who can be called at all, and why each step stands where it does. Pure:
//! earlier calls and local nights are arguments.

pub mod next;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::access::Field;
use crate::domain::contact::{Contact, Fingerprint};
use crate::domain::id::ContactId;
use crate::domain::role::Role;
use crate::notebook::Notebook;
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::who::Who;

/// A contact of the organization, as far as calling goes.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    pub contact: &'a Contact,
    pub role: Option<Role>,
    pub departed: bool,
    /// How the contact can be reached, as far as the caller may know.
    pub reach: Reach,
}

/// The best way to reach a contact. A hidden number counts as a number, so that nothing shows whether there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Phone,
    Email,
    Nothing,
}

impl Reach {
    /// From the contact's record; `hidden` says which fields the caller may not see.
    pub fn of(contact: &Contact, hidden: impl Fn(Field) -> bool) -> Self {
        if hidden(Field::Phone) || contact.dialable_phones().next().is_some() {
            Self::Phone
        } else if hidden(Field::Email) || !contact.emails.is_empty() {
            Self::Email
        } else {
            Self::Nothing
        }
    }
}

/// An organization's chain: whom to call in which order, and who is left after the calls so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain<'a> {
    /// Each contact once; never one who has left, or one without phone and e-mail.
    pub steps: Vec<Step<'a>>,
    /// Contacts the rules want who cannot be called, in the rules' order.
    pub missing: Vec<MissingContact<Vec<&'a Contact>>>,
    /// The calls of this escalation, oldest first.
    pub calls: Vec<&'a Attempt>,
    /// The steps left to call, in order ([`next::queue`]).
    pub queue: Vec<Step<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    pub contact: &'a Contact,
    pub why: StepReason,
    /// Whether there is a number to dial; otherwise only an e-mail.
    pub by_phone: bool,
}

/// Why a contact has this place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepReason {
    Named,
    Role(Role),
    /// Marked important in IT Glue.
    Vip,
    /// Reachable, and meant by no other rule.
    Anyone,
}

/// A rule with no contact to call: the primary contacts, or a person named in the policy file. A missing technical
/// contact is not worth a line; a missing primary explains why another contact comes first. `C` holds the contacts
/// concerned: their records here, their names in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingContact<C> {
    pub who: Who,
    pub because: Because<C>,
}

/// Why a rule has no contact to call, with the contacts concerned, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because<C> {
    NotOnRecord,
    /// Not on record, or hidden from the caller: neither which of the two is told, nor who.
    NotShown,
    OnlyEmail(C),
    Unreachable(C),
    Departed(C),
}

impl<C> Because<C> {
    /// The same reason with the contacts in another form.
    pub fn map<D>(self, form: impl FnOnce(C) -> D) -> Because<D> {
        match self {
            Self::NotOnRecord => Because::NotOnRecord,
            Self::NotShown => Because::NotShown,
            Self::OnlyEmail(contacts) => Because::OnlyEmail(form(contacts)),
            Self::Unreachable(contacts) => Because::Unreachable(form(contacts)),
            Self::Departed(contacts) => Because::Departed(form(contacts)),
        }
    }
}

/// Puts the contacts of an organization in the order of the rules.
///
/// Contacts with a number come before those with only an e-mail: the chain is worked through at night with a phone in
/// the hand, and an e-mail wakes no one. This holds among the rules before `anyone`, and again among the rest, but not
/// across: the primary's mailbox is worth more than the phone of a contact who can decide nothing.
///
/// Among equals VIPs come first, then the contact reached last before `since`, then the name decides. Calls since then
/// belong to the current escalation: they say who is left to call, and change no place half-way through.
pub fn chain<'a>(people: &[Person<'a>], rules: &[Who], notebook: &Notebook, since: Timestamp) -> Chain<'a> {
    let mut seen = BTreeSet::new();
    let callable = people.iter().filter(|person| !person.has_left() && person.reach != Reach::Nothing);
    let placed = callable.filter_map(|person| Some((person, place(*person, rules)?)));
    let mut placed: Vec<_> = placed.filter(|(person, _)| seen.insert(person.contact.id)).collect();
    placed.sort_by_cached_key(|(Person { contact, reach, .. }, (part, turn, _))| {
        let reached = notebook.last_reached_before(contact.id, since).map(|attempt| attempt.at);
        let order = (*part, *reach, *turn, !contact.important, Reverse(reached));
        (order, contact.display_name().to_lowercase(), contact.id)
    });
    let step = |(person, (_, _, why)): (&Person<'a>, (ChainPart, usize, StepReason))| Step {
        contact: person.contact,
        why,
        by_phone: person.reach == Reach::Phone,
    };
    let missing = rules.iter().filter_map(|who| missing(who, people)).collect();
    Chain { steps: placed.into_iter().map(step).collect(), missing, ..Chain::default() }
}

impl Chain<'_> {
    /// The contact's place, counted from 0.
    pub fn place(&self, contact: ContactId) -> Option<usize> {
        self.steps.iter().position(|step| step.contact.id == contact)
    }

    /// The contact reached last, if no call is due since: no later call was made, or no one is left.
    pub fn reached(&self) -> Option<ContactId> {
        let last_outcome = |contact| self.calls.iter().rfind(|call| call.contact == contact).map(|call| call.outcome);
        let reached = self.calls.iter().rfind(|call| last_outcome(call.contact) == Some(Outcome::Reached))?;
        let is_settled = self.calls.last() == Some(reached) || self.queue.is_empty();
        (is_settled && self.place(reached.contact).is_some()).then_some(reached.contact)
    }

    /// Whether a number of a contact was just found to be wrong.
    pub fn is_wrong(&self, contact: ContactId, number: Fingerprint) -> bool {
        let is_it = |call: &Attempt| call.contact == contact && call.number == Some(number);
        self.calls.iter().any(|call| is_it(call) && call.outcome == Outcome::WrongNumber)
    }

    pub fn was_called(&self, contact: ContactId) -> bool {
        self.calls.iter().any(|call| call.contact == contact && call.outcome != Outcome::WrongNumber)
    }

    /// When the last call was, if everyone was called.
    pub fn all_tried(&self) -> Option<Timestamp> {
        let next = self.queue.first()?;
        self.calls.last().filter(|_| self.was_called(next.contact.id)).map(|last| last.at)
    }
}

/// A later step where it is day while the first of these steps would be woken; `night` says whether it is night at a
/// contact's place, if known. `None`: the first is not woken, or no later contact is known to be awake.
pub fn better_placed<'c, 'a>(steps: &'c [Step<'a>], night: &dyn Fn(&Contact) -> Option<bool>) -> Option<&'c Step<'a>> {
    let (first, later) = steps.split_first()?;
    // An e-mail wakes no one.
    if !first.by_phone || night(first.contact) != Some(true) {
        return None;
    }
    later.iter().find(|step| step.by_phone && night(step.contact) == Some(false))
}

impl StepReason {
    /// The reason for a contact whom this rule means.
    pub fn of(who: &Who) -> Self {
        match who {
            Who::Person(_) => Self::Named,
            Who::Role(role) => Self::Role(*role),
            Who::Vip => Self::Vip,
            Who::Anyone => Self::Anyone,
        }
    }
}

impl Person<'_> {
    fn has_left(&self) -> bool {
        self.departed || self.role == Some(Role::Departed)
    }
}

/// The parts of a chain, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ChainPart {
    BeforeAnyone,
    Anyone,
    AfterAnyone,
    /// Suppliers whom no rule lists come last: if anyone will do, they will, after all others.
    Suppliers,
}

/// A contact's part of the chain, the index of the rule that lets the contact in, and why.
fn place(person: Person<'_>, rules: &[Who]) -> Option<(ChainPart, usize, StepReason)> {
    let anyone = rules.iter().position(|who| *who == Who::Anyone);
    // `anyone` means every contact whom no other rule means, even a later one.
    let takes_in = |(turn, who): &(usize, &Who)| Some(*turn) != anyone && who.takes_in(person.contact, person.role);
    let by_rule = rules.iter().enumerate().find(takes_in);
    let as_anyone = anyone.filter(|_| Who::Anyone.takes_in(person.contact, person.role));
    let Some((turn, who)) = by_rule.or(as_anyone.map(|turn| (turn, &Who::Anyone))) else {
        return anyone.map(|turn| (ChainPart::Suppliers, turn, StepReason::Role(Role::Vendor)));
    };
    let part = match anyone {
        Some(anyone) if turn == anyone => ChainPart::Anyone,
        Some(anyone) if turn > anyone => ChainPart::AfterAnyone,
        _ => ChainPart::BeforeAnyone,
    };
    Some((part, turn, StepReason::of(who)))
}

fn missing<'a>(who: &Who, people: &[Person<'a>]) -> Option<MissingContact<Vec<&'a Contact>>> {
    if !matches!(who, Who::Role(Role::Primary) | Who::Person(_)) {
        return None;
    }
    // By how well they can be called; those who have left come last.
    let mut wanted: BTreeMap<(bool, Option<Reach>), Vec<&Contact>> = BTreeMap::new();
    for person in people.iter().filter(|person| who.takes_in(person.contact, person.role)) {
        let has_left = person.has_left();
        wanted.entry((has_left, (!has_left).then_some(person.reach))).or_default().push(person.contact);
    }
    let because = match wanted.pop_first() {
        None => Because::NotOnRecord,
        Some(((_, Some(Reach::Phone)), _)) => return None,
        Some((best, mut contacts)) => {
            contacts.sort_by_cached_key(|contact| (contact.display_name().to_lowercase(), contact.id));
            match best {
                (_, None) => Because::Departed(contacts),
                (_, Some(Reach::Email)) => Because::OnlyEmail(contacts),
                _ => Because::Unreachable(contacts),
            }
        }
    };
    Some(MissingContact { who: who.clone(), because })
}
