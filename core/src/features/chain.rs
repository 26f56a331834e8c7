//! The chain of an organization at one moment: whom to call in which order, and who is left after earlier calls.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Time;

use crate::access::Field;
use crate::answer::chain::{CardChain, CardStep, Named, Note, OrderInForce, Tried};
use crate::answer::few::Few;
use crate::answer::menu::{Caution, MAX_ENTRIES, MenuEntry};
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::{Affiliation, Contact, Fingerprint};
use crate::domain::id::{ContactId, LocationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::escalation::next::queue;
use crate::escalation::{self, Because, Chain, MissingContact, Person, Step, StepReason, better_placed};
use crate::features::context::{Context, departed};
use crate::features::reach::{self, Times};
use crate::notebook::ESCALATION;
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::who::Who;
use crate::reach::hours::Open;
use crate::reach::number::Kind;
use crate::reach::zone::Local;

/// Steps shown behind the one on the card: as many as are called before the technician looks again.
const FOLLOWING: usize = 5;

/// Steps whose notes are read for night duty: a later one is hardly called in one night, and an organization may have
/// thousands of contacts.
const NEAR: usize = 50;

/// Earlier calls shown.
const TRIED: usize = 6;

/// Contacts named who cannot be called, and rules that name some; more would push the rest off a phone's screen.
pub(super) const NAMED: usize = 5;

/// An organization's chain, and the calls of this escalation.
pub(super) struct Escalation<'a> {
    organization: &'a Organization,
    context: Context<'a>,
    order: OrderInForce,
    chain: Chain<'a>,
    attempts: Vec<&'a Attempt>,
    /// The steps left to call, in order.
    queue: Vec<Step<'a>>,
    /// Whether a call would wake a contact at this site, by site: an organization may have thousands of contacts, but
    /// few sites.
    nights: RefCell<BTreeMap<Option<LocationId>, Option<bool>>>,
}

/// Why a contact's card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownAs {
    /// It is the one to call now, or was just called.
    Now,
    /// The caller chose the contact.
    Chosen,
    /// It is the one to call now; the caller chose a contact who is not in the chain.
    InsteadOfAnother,
}

/// Everyone on record at an organization.
pub(super) fn people<'a>(organization: &Organization, context: Context<'a>) -> Vec<Person<'a>> {
    // An account only has a few types.
    let mut roles: HashMap<Option<&str>, Option<Role>> = HashMap::new();
    let person = |contact| {
        let contact_type = context.view.contact_type_name(contact);
        let role = *roles.entry(contact_type).or_insert_with(|| context.policy.roles.role(contact_type));
        Person { contact, role, departed: departed(contact, role).is_some(), reach: context.reach(contact) }
    };
    context.view.contacts_of(organization.id).map(person).collect()
}

/// The contacts the rules want who cannot be called, as far as the caller may know. A contact who may be on record and
/// hidden is neither named nor confirmed.
pub(super) fn visible_missing(
    missing: impl Iterator<Item = MissingContact<Few<Named>>>,
    organization: &Organization,
    context: Context<'_>,
) -> Vec<MissingContact<Few<Named>>> {
    let sees_everybody = context.view.standing(Affiliation::Organization(organization.id), true).is_visible;
    let mut visible: Vec<_> = missing
        .map(|missing| match (&missing.who, &missing.because) {
            (Who::Person(_), Because::NotOnRecord) if !sees_everybody => {
                MissingContact { who: missing.who, because: Because::NotShown }
            }
            _ => missing,
        })
        .collect();
    // Not even how many.
    let mut is_first = true;
    visible.retain(|missing| missing.because != Because::NotShown || std::mem::take(&mut is_first));
    visible
}

impl<'a> Escalation<'a> {
    /// The chain of these contacts as of now.
    pub(super) fn of(organization: &'a Organization, people: &[Person<'a>], context: Context<'a>) -> Self {
        let Context { policy, notebook, now, .. } = context;
        let has_two = policy.chain(organization, Some(true)) != policy.chain(organization, Some(false));
        let in_hours = if has_two { in_hours(organization, context) } else { None };
        let order = match in_hours {
            _ if !has_two => OrderInForce::Only,
            Some(true) => OrderInForce::InHours,
            Some(false) => OrderInForce::OutOfHours,
            None => OrderInForce::Unknown,
        };
        let since = now.checked_sub(ESCALATION).unwrap_or(Timestamp::MIN);
        let chain = escalation::chain(people, policy.chain(organization, in_hours), notebook, since);
        // A recorded call shows that the contact exists.
        let is_told = |attempt: &&Attempt| !context.view.hides_contact(attempt.contact);
        let attempts: Vec<&Attempt> = notebook.timeline(organization.id, since).filter(is_told).collect();
        let queue = queue(&chain.steps, &attempts, &|contact| numbers(contact, context));
        Self { organization, context, order, chain, attempts, queue, nights: RefCell::default() }
    }

    /// Everyone who can be called, in order.
    pub(super) fn steps(&self) -> &[Step<'a>] {
        &self.chain.steps
    }

    /// The steps left to call, in order.
    pub(super) fn queue(&self) -> &[Step<'a>] {
        &self.queue
    }

    /// The contact reached last, if no call is due since: no later call was made, or no one is left.
    pub(super) fn reached(&self) -> Option<ContactId> {
        let reached =
            self.attempts.iter().rfind(|attempt| self.last_outcome(attempt.contact) == Some(Outcome::Reached));
        let is_last = |attempt: &&&Attempt| self.attempts.last().is_some_and(|last| last == *attempt);
        let settles = |attempt: &&&Attempt| is_last(attempt) || self.queue.is_empty();
        reached.filter(settles).map(|attempt| attempt.contact).filter(|contact| self.place(*contact).is_some())
    }

    pub(super) fn missing(&self) -> Few<MissingContact<Few<Named>>> {
        let named = |contacts: Vec<&Contact>| Few::of(contacts.into_iter().map(Named::of), NAMED);
        let missing = self.chain.missing.iter().cloned();
        let missing =
            missing.map(|MissingContact { who, because }| MissingContact { who, because: because.map(named) });
        Few::of(visible_missing(missing, self.organization, self.context), NAMED)
    }

    /// The card of a contact in the chain; `None` for one who is not.
    pub(super) fn card(&self, contact: ContactId, shown: ShownAs) -> Option<Body> {
        let place = self.place(contact)?;
        let step = self.chain.steps.get(place)?;
        let mut body = self.context.card(step.contact, Vec::new());
        // A withheld contact gets no calling advice.
        if let Body::Card(card) = &mut body
            && !card.withheld.everything
        {
            let best = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            // A number just found to be wrong comes last, whatever else speaks for it.
            card.numbers.sort_by_key(|ranked| self.is_wrong(contact, ranked.number.fingerprint));
            if card.numbers.first().map(|first| first.number.fingerprint) != best {
                card.best = None;
            }
            let number = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            let chain = self.seen_from(place, step, shown);
            // A contact on duty at this hour is not woken.
            let awake = chain.awake.filter(|_| card.night);
            let is_asked = step.by_phone && !chain.settled && !self.attempts.is_empty();
            let none_awake = card.night && is_asked && awake.is_none();
            card.chain = Some(Box::new(CardChain { number, awake, none_awake, ..chain }));
        }
        Some(body)
    }

    fn seen_from(&self, place: usize, step: &Step<'a>, shown: ShownAs) -> CardChain {
        let reached = self.attempts.last().filter(|last| last.outcome == Outcome::Reached);
        let reached = reached.filter(|last| last.contact == step.contact.id);
        let settled = reached.is_some() && shown != ShownAs::Chosen;
        let others = if settled { Vec::new() } else { self.after(step.contact.id) };
        let notes = [
            (shown == ShownAs::InsteadOfAnother).then_some(Note::Changed),
            self.all_tried().filter(|_| reached.is_none()).map(Note::Again),
            reached.map(|attempt| Note::Reached { at: attempt.at, by: attempt.by }),
        ];
        // The remark tells of the call that reached the contact.
        let told = self.attempts.len() - usize::from(reached.is_some());
        let earlier = told.saturating_sub(TRIED);
        CardChain {
            organization: self.organization.id,
            name: self.organization.name.to_string(),
            order: self.order,
            place: place + 1,
            total: self.chain.steps.len(),
            why: step.why,
            guessed_from: self.guessed_from(step),
            notes: notes.into_iter().flatten().collect(),
            settled,
            number: None,
            awake: self.awake(step, &others).map(|step| self.step(&step)),
            none_awake: false,
            following: others.iter().take(FOLLOWING).map(|step| self.step(step)).collect(),
            more: others.len().saturating_sub(FOLLOWING),
            missing: self.missing(),
            timeline: self.attempts[earlier..told].iter().map(|attempt| self.tried(attempt)).collect(),
            earlier,
            entries: if self.chain.steps.len() > 1 { self.entries() } else { Vec::new() },
        }
    }

    /// The steps left to call besides this contact, in order, except that a contact who is awake comes before a first one who
    /// would be woken.
    pub(super) fn after(&self, contact: ContactId) -> Vec<Step<'a>> {
        let mut others: Vec<Step<'a>> =
            self.queue.iter().filter(|other| other.contact.id != contact).copied().collect();
        let awake = others.split_first().and_then(|(first, rest)| self.awake(first, rest));
        if let Some(place) = awake.and_then(|awake| others.iter().position(|step| *step == awake)) {
            others[..=place].rotate_right(1);
        }
        others
    }

    fn place(&self, contact: ContactId) -> Option<usize> {
        self.chain.steps.iter().position(|step| step.contact.id == contact)
    }

    fn last_outcome(&self, contact: ContactId) -> Option<Outcome> {
        self.attempts.iter().rfind(|attempt| attempt.contact == contact).map(|attempt| attempt.outcome)
    }

    fn is_wrong(&self, contact: ContactId, number: Fingerprint) -> bool {
        let is_it = |attempt: &&Attempt| attempt.contact == contact && attempt.number == Some(number);
        self.attempts.iter().any(|attempt| is_it(attempt) && attempt.outcome == Outcome::WrongNumber)
    }

    fn was_called(&self, contact: ContactId) -> bool {
        self.attempts.iter().any(|one| one.contact == contact && one.outcome != Outcome::WrongNumber)
    }

    /// When the last call was, if everyone was called.
    fn all_tried(&self) -> Option<Timestamp> {
        let next = self.queue.first()?;
        self.attempts.last().filter(|_| self.was_called(next.contact.id)).map(|last| last.at)
    }

    /// One of the others, not called yet, who is awake, while this contact would be woken. Only one the order means: being
    /// awake is no help where a contact can decide nothing.
    fn awake(&self, step: &Step<'a>, others: &[Step<'a>]) -> Option<Step<'a>> {
        let is_meant =
            |why: StepReason| !matches!(why, StepReason::Anyone | StepReason::Role(Role::Vendor | Role::EndUser));
        let open = others.iter().filter(|other| is_meant(other.why) && !self.was_called(other.contact.id));
        let steps: Vec<Step<'_>> = [step].into_iter().chain(open).copied().collect();
        let near = &steps[..steps.len().min(NEAR)];
        let better = better_placed(near, &|contact| self.asleep(contact));
        better.or_else(|| better_placed(&steps, &|contact| self.night(contact))).copied()
    }

    /// Whether a call would wake the contact: it is night there, and the notes do not say that the contact is on duty.
    fn asleep(&self, contact: &Contact) -> Option<bool> {
        self.night(contact).map(|night| night && !self.says_to_be_there(contact))
    }

    fn says_to_be_there(&self, contact: &Contact) -> bool {
        matches!(Times::of(contact, self.context).open(self.context.now), Open::Open { .. })
    }

    fn night(&self, contact: &Contact) -> Option<bool> {
        let night = || reach::place(contact, self.context).night(self.context.now);
        *self.nights.borrow_mut().entry(contact.location).or_insert_with(night)
    }

    fn times(&self, contact: &Contact) -> Vec<Time> {
        match reach::place(contact, self.context).local(self.context.now) {
            Local::Unknown => Vec::new(),
            Local::One(local) => vec![local.time.time()],
            Local::Several(several) => several.iter().map(|local| local.time.time()).collect(),
        }
    }

    fn step(&self, step: &Step<'_>) -> CardStep {
        let contact = step.contact;
        let withheld = self.context.withheld(contact);
        let night = self.night(contact);
        // Night duty comes from the notes.
        let asleep = if withheld.keeps(Field::Notes) { night } else { self.asleep(contact) };
        let keeps_place = withheld.keeps(Field::Location);
        let is_told = !self.context.view.hides(if step.by_phone { Field::Phone } else { Field::Email }, contact);
        CardStep {
            place: self.place(contact.id).unwrap_or_default() + 1,
            contact: contact.id,
            name: contact.display_name(),
            why: step.why,
            guessed_from: self.guessed_from(step),
            by_phone: is_told.then_some(step.by_phone),
            tried: self.was_called(contact.id),
            night: if asleep == Some(true) && !keeps_place { self.times(contact) } else { Vec::new() },
            there_at_night: night == Some(true) && asleep == Some(false) && !keeps_place,
        }
    }

    /// The contact type behind a role that no type states literally.
    fn guessed_from(&self, step: &Step<'_>) -> Option<String> {
        let StepReason::Role(role) = step.why else { return None };
        if self.context.withheld(step.contact).everything {
            return None;
        }
        let contact_type = self.context.view.contact_type_name(step.contact)?;
        let is_stated = self.context.policy.roles.stated(Some(contact_type)) == Some(role);
        (!is_stated).then(|| contact_type.to_owned())
    }

    fn tried(&self, attempt: &Attempt) -> Tried {
        let whom = self.context.view.contact(attempt.contact).map(Named::of);
        Tried { at: attempt.at, by: attempt.by, whom, outcome: attempt.outcome }
    }

    fn entries(&self) -> Vec<MenuEntry> {
        let steps: Vec<_> = self.chain.steps.iter().take(MAX_ENTRIES).collect();
        let contacts: Vec<&Contact> = steps.iter().map(|step| step.contact).collect();
        let entry = |(entry, step): (MenuEntry, &&Step<'_>)| MenuEntry {
            caution: (!step.by_phone).then_some(Caution::OnlyEmail),
            target: ClickTarget::Step { organization: self.organization.id, contact: step.contact.id },
            ..entry
        };
        self.context.people(&contacts).into_iter().zip(&steps).map(entry).collect()
    }
}

/// The marks of the numbers by which a contact can be called; `None` where the caller may not know whether there are
/// any.
fn numbers(contact: &Contact, context: Context<'_>) -> Option<Vec<Fingerprint>> {
    if context.view.hides(Field::Phone, contact) {
        return None;
    }
    let voice = reach::numbers(contact, context).into_iter().filter(|number| number.kind != Kind::Fax);
    Some(voice.map(|number| number.fingerprint).collect())
}

/// Whether it is in hours at an organization. `None` where this is not known, or differs between several possible
/// times.
fn in_hours(organization: &Organization, context: Context<'_>) -> Option<bool> {
    let hours = context.policy.hours(organization);
    let home = reach::home(organization.id, context);
    let zones: Vec<_> = home.spots.iter().filter_map(|spot| spot.zone.time_zone()).collect();
    let first = hours.contain(context.now, zones.first())?;
    zones.iter().all(|zone| hours.contain(context.now, Some(zone)) == Some(first)).then_some(first)
}
