//! Whom to call at an organization, in order, and who is next when somebody does not answer.
//!
//! The rules say whose turn it is; this says who of them can be called at all, and why each stands where they stand. Pure:
//! what was tried so far and whose night it is are arguments.

pub mod next;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::access::Field;
use crate::domain::contact::Contact;
use crate::domain::role::Role;
use crate::notebook::Notebook;
use crate::policy::who::Who;

/// Somebody on record at an organization.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The record.
    pub contact: &'a Contact,
    /// What the contact's type stands for.
    pub role: Option<Role>,
    /// Whether they have left, by whatever sign.
    pub departed: bool,
    /// How they can be reached, as far as that may be told.
    pub reach: Reach,
}

/// How somebody can be reached at best. Where it must not be told whether there is a number, there may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// There is a number to dial.
    Phone,
    /// They can only be written to.
    Email,
    /// There is neither.
    Nothing,
}

impl Reach {
    /// By what a contact's record has; `hidden` says what of it must not be told.
    #[must_use]
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

/// Whom to call, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain<'a> {
    /// Each person once; nobody who has left, nobody without a phone or an e-mail.
    pub steps: Vec<Step<'a>>,
    /// Whom the rules want that cannot be called, in the rules' order.
    pub missing: Vec<Missing<'a>>,
}

/// Somebody to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// The person.
    pub contact: &'a Contact,
    /// Why it is their turn.
    pub why: Why,
    /// Whether there is a number to dial; else they can only be written to.
    pub by_phone: bool,
}

/// Why it is somebody's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The policy file names this person.
    Named,
    /// By the contact's type.
    Role(Role),
    /// Marked important in IT Glue.
    Vip,
    /// For no other reason than that they can be reached.
    Anyone,
}

/// Somebody the rules want that cannot be called: the primary contacts, or a person named in the policy file. That no
/// technical contact is on record is nothing to tell; that no primary is, is why somebody else comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing<'a> {
    /// Who is wanted.
    pub who: &'a Who,
    /// Why they cannot be called.
    pub because: Because<'a>,
}

/// Why somebody cannot be called. The people are those it is true of, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because<'a> {
    /// There is no such person.
    NotOnRecord,
    /// They can be written to, but have no number.
    OnlyEmail(Vec<&'a Contact>),
    /// They have neither number nor e-mail.
    Unreachable(Vec<&'a Contact>),
    /// They have left.
    Departed(Vec<&'a Contact>),
}

/// Puts the people of an organization in the order of the rules.
///
/// Who can be telephoned comes before who can only be written to: the chain is gone through at night with a phone in the
/// hand, and an e-mail wakes nobody. That holds among those whom the rules list before `anyone`, and again among the rest,
/// but not across: the primary's mailbox is worth more than the phone of somebody who can decide nothing.
///
/// Among equals VIPs come first, then whoever was reached last before `since`, then the name decides. What was tried from
/// then on is of the current escalation: it says who is left to call, and nobody's place changes by it half-way through.
#[must_use]
pub fn chain<'a>(people: &[Person<'a>], rules: &'a [Who], notebook: &Notebook, since: Timestamp) -> Chain<'a> {
    let mut seen = BTreeSet::new();
    // An organization may have thousands of people, so each is asked once.
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
    let step = |(place, contact, by_phone): (Place, &'a Contact, bool)| Step { contact, why: place.why, by_phone };
    Chain {
        steps: placed.into_iter().map(step).collect(),
        missing: rules.iter().filter_map(|who| missing(who, people)).collect(),
    }
}

/// Somebody later in the chain for whom it is day while the first of these steps would be woken; `night` says of a contact
/// whether it is night there, if that is known. `None`: nobody would be woken, or nobody is known to be awake.
#[must_use]
pub fn better_placed<'c, 'a>(steps: &'c [Step<'a>], night: &dyn Fn(&Contact) -> Option<bool>) -> Option<&'c Step<'a>> {
    let (first, later) = steps.split_first()?;
    // An e-mail wakes nobody.
    if !first.by_phone || night(first.contact) != Some(true) {
        return None;
    }
    later.iter().find(|step| step.by_phone && night(step.contact) == Some(false))
}

impl Why {
    /// Why it is the turn of somebody whom this rule means.
    #[must_use]
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

/// Where somebody stands in the chain.
struct Place {
    part: Part,
    /// The place of the rule that lets them in.
    turn: usize,
    why: Why,
}

/// The parts of a chain, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    BeforeAnyone,
    Anyone,
    AfterAnyone,
    /// Those no rule lists: if anyone will do, they will, when there is nobody else.
    Suppliers,
}

fn place(person: Person<'_>, rules: &[Who]) -> Option<Place> {
    let anyone = rules.iter().position(|who| *who == Who::Anyone);
    // `anyone` is whoever no other rule means, even one that comes later.
    let takes_in = |(turn, who): &(usize, &Who)| Some(*turn) != anyone && who.takes_in(person.contact, person.role);
    let by_rule = rules.iter().enumerate().find(takes_in);
    let as_anyone = anyone.filter(|_| Who::Anyone.takes_in(person.contact, person.role));
    let Some((turn, who)) = by_rule.or(as_anyone.map(|turn| (turn, &Who::Anyone))) else {
        return anyone.map(|turn| Place { part: Part::Suppliers, turn, why: Why::Role(Role::Vendor) });
    };
    let part = match anyone {
        Some(anyone) if turn == anyone => Part::Anyone,
        Some(anyone) if turn > anyone => Part::AfterAnyone,
        _ => Part::BeforeAnyone,
    };
    Some(Place { part, turn, why: Why::of(who) })
}

/// Some of the people.
type People<'p, 'a> = Vec<&'p Person<'a>>;

fn missing<'a>(who: &'a Who, people: &[Person<'a>]) -> Option<Missing<'a>> {
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
    Some(Missing { who, because })
}

fn by_name<'a>(people: &[&Person<'a>]) -> Vec<&'a Contact> {
    let mut contacts: Vec<&Contact> = people.iter().map(|person| person.contact).collect();
    contacts.sort_by_cached_key(|contact| (contact.display_name().to_lowercase(), contact.id));
    contacts
}
