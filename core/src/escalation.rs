//! Whom to call at an organization, in order, and who is next when a call is not answered.
//!
//! The rules give the order; this module says who can be called at all, and why each step stands where it does. Pure:
//! earlier calls and local nights are arguments.

pub mod next;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::access::Field;
use crate::domain::contact::Contact;
use crate::domain::role::Role;
use crate::notebook::Notebook;
use crate::policy::who::Who;

/// A contact of the organization, as far as calling goes.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    pub contact: &'a Contact,
    /// The role that the contact's type stands for.
    pub role: Option<Role>,
    /// Whether the contact has left, by whatever sign.
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

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain<'a> {
    /// Each contact once; never one who has left, or one without phone and e-mail.
    pub steps: Vec<Step<'a>>,
    /// Contacts the rules want who cannot be called, in the rules' order.
    pub missing: Vec<MissingContact<Vec<&'a Contact>>>,
}

/// One contact to call.
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
    /// Only an e-mail, no number.
    OnlyEmail(C),
    /// Neither number nor e-mail.
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
    // An organization may have thousands of contacts, so each is judged once.
    let callable = people
        .iter()
        .filter(|person| !person.has_left())
        .filter_map(|person| (person.reach != Reach::Nothing).then_some((person, person.reach == Reach::Phone)));
    let placed = callable.filter_map(|(person, by_phone)| Some((place(*person, rules)?, person.contact, by_phone)));
    let mut placed: Vec<_> = placed.filter(|(_, contact, _)| seen.insert(contact.id)).collect();
    placed.sort_by_cached_key(|(place, contact, by_phone)| {
        let reached = notebook.last_reached_before(contact.id, since).map(|attempt| attempt.at);
        let order = (place.part, !by_phone, place.turn, !contact.important, Reverse(reached));
        (order, contact.display_name().to_lowercase(), contact.id)
    });
    let step = |(place, contact, by_phone): (ChainPlace, &'a Contact, bool)| Step { contact, why: place.why, by_phone };
    Chain {
        steps: placed.into_iter().map(step).collect(),
        missing: rules.iter().filter_map(|who| missing(who, people)).collect(),
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

/// A contact's place in the chain.
struct ChainPlace {
    part: ChainPart,
    /// The index of the rule that lets the contact in.
    turn: usize,
    why: StepReason,
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

fn place(person: Person<'_>, rules: &[Who]) -> Option<ChainPlace> {
    let anyone = rules.iter().position(|who| *who == Who::Anyone);
    // `anyone` means every contact whom no other rule means, even a later one.
    let takes_in = |(turn, who): &(usize, &Who)| Some(*turn) != anyone && who.takes_in(person.contact, person.role);
    let by_rule = rules.iter().enumerate().find(takes_in);
    let as_anyone = anyone.filter(|_| Who::Anyone.takes_in(person.contact, person.role));
    let Some((turn, who)) = by_rule.or(as_anyone.map(|turn| (turn, &Who::Anyone))) else {
        return anyone.map(|turn| ChainPlace { part: ChainPart::Suppliers, turn, why: StepReason::Role(Role::Vendor) });
    };
    let part = match anyone {
        Some(anyone) if turn == anyone => ChainPart::Anyone,
        Some(anyone) if turn > anyone => ChainPart::AfterAnyone,
        _ => ChainPart::BeforeAnyone,
    };
    Some(ChainPlace { part, turn, why: StepReason::of(who) })
}

type People<'p, 'a> = Vec<&'p Person<'a>>;

fn missing<'a>(who: &Who, people: &[Person<'a>]) -> Option<MissingContact<Vec<&'a Contact>>> {
    if !matches!(who, Who::Role(Role::Primary) | Who::Person(_)) {
        return None;
    }
    let wanted = people.iter().filter(|person| who.takes_in(person.contact, person.role));
    let (gone, there): (People<'_, '_>, People<'_, '_>) = wanted.partition(|person| person.has_left());
    let (reachable, unreachable): (People<'_, '_>, People<'_, '_>) =
        there.into_iter().partition(|person| person.reach != Reach::Nothing);
    if reachable.iter().any(|person| person.reach == Reach::Phone) {
        return None;
    }
    let because = if !reachable.is_empty() {
        Because::OnlyEmail(by_name(&reachable))
    } else if !unreachable.is_empty() {
        Because::Unreachable(by_name(&unreachable))
    } else if !gone.is_empty() {
        Because::Departed(by_name(&gone))
    } else {
        Because::NotOnRecord
    };
    Some(MissingContact { who: who.clone(), because })
}

fn by_name<'a>(people: &[&Person<'a>]) -> Vec<&'a Contact> {
    let mut contacts: Vec<&Contact> = people.iter().map(|person| person.contact).collect();
    contacts.sort_by_cached_key(|contact| (contact.display_name().to_lowercase(), contact.id));
    contacts
}
