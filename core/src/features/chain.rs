//! The chain of an organization at one moment: whom to call in which order, and who is left after earlier calls.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::mem;

use jiff::Timestamp;
use jiff::civil::Time;

use crate::access::Field;
use crate::answer::card::{CardChain, CardStep, ChainRemark, Named, OrderInForce};
use crate::answer::menu::{Caution, MAX_ENTRIES, MenuEntry};
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::contact::{Affiliation, Contact, Fingerprint};
use crate::domain::id::{ContactId, LocationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::escalation::next::queue;
use crate::escalation::{self, Because, Chain, MissingContact, Person, Step, StepReason, better_placed};
use crate::features::card::build;
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

/// Steps whose notes are read for night duty, of perhaps thousands: a later one is hardly called in one night.
const NEAR: usize = 50;

/// Earlier calls shown.
const TRIED: usize = 6;

/// Contacts named who cannot be called, and rules that name some; more would push the rest off a phone's screen.
pub(super) const NAMED: usize = 5;

/// An organization's chain as of now, for a caller.
pub(super) struct Escalation<'a> {
    pub(super) organization: &'a Organization,
    pub(super) people: Vec<Person<'a>>,
    pub(super) context: Context<'a>,
    order: OrderInForce,
    pub(super) chain: Chain<'a>,
    /// Whether it is night at each site: an organization may have thousands of contacts, but few sites.
    nights: RefCell<BTreeMap<Option<LocationId>, Option<bool>>>,
}

/// Why a contact's card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownAs {
    /// It is the one to call now, or was just called.
    Now,
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

/// The contacts the rules want who cannot be called. One who may be on record and hidden is not confirmed.
pub(super) fn visible_missing<'c>(
    missing: impl Iterator<Item = MissingContact<Vec<&'c Contact>>>,
    organization: &Organization,
    context: Context<'_>,
) -> Few<MissingContact<Few<Named>>> {
    let sees_everybody = context.view.standing(Affiliation::Organization(organization.id), true).is_visible;
    let mut is_first = true;
    let visible = missing.filter_map(|MissingContact { who, because }| {
        if !sees_everybody && matches!((&who, &because), (Who::Person(_), Because::NotOnRecord)) {
            // Not even how many.
            return mem::take(&mut is_first).then_some(MissingContact { who, because: Because::NotShown });
        }
        let named = |contacts: Vec<&Contact>| Few::of(contacts.into_iter().map(Named::of), NAMED);
        Some(MissingContact { who, because: because.map(named) })
    });
    Few::of(visible, NAMED)
}

impl<'a> Escalation<'a> {
    pub(super) fn of(organization: &'a Organization, people: Vec<Person<'a>>, context: Context<'a>) -> Self {
        let Context { policy, notebook, now, .. } = context;
        let has_two = policy.chain(organization, Some(true)) != policy.chain(organization, Some(false));
        let home = || reach::home(organization.id, context);
        let in_hours = if has_two { reach::in_hours(policy.hours(organization), &home(), now) } else { None };
        let order = match in_hours {
            _ if !has_two => OrderInForce::Only,
            Some(true) => OrderInForce::InHours,
            Some(false) => OrderInForce::OutOfHours,
            None => OrderInForce::Unknown,
        };
        let since = now.checked_sub(ESCALATION).unwrap_or(Timestamp::MIN);
        let chain = escalation::chain(&people, policy.chain(organization, in_hours), notebook, since);
        // A recorded call shows that the contact exists.
        let is_told = |attempt: &&Attempt| !context.view.hides_contact(attempt.contact);
        let calls: Vec<&Attempt> = notebook.timeline(organization.id, since).filter(is_told).collect();
        let queue = queue(&chain.steps, &calls, &|contact| numbers(contact, context));
        let chain = Chain { calls, queue, ..chain };
        Self { organization, people, context, order, chain, nights: RefCell::default() }
    }

    pub(super) fn missing(&self) -> Few<MissingContact<Few<Named>>> {
        visible_missing(self.chain.missing.iter().cloned(), self.organization, self.context)
    }

    /// The card of a contact in the chain; `None` for one who is not.
    pub(super) fn card(&self, contact: ContactId, shown: ShownAs) -> Option<Body> {
        let place = self.chain.place(contact)?;
        let mut card = build(self.chain.steps[place].contact, Vec::new(), self.context);
        // A withheld contact gets no calling advice.
        if !card.withheld.everything {
            let best = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            // A number just found to be wrong comes last, whatever else speaks for it.
            card.numbers.sort_by_key(|ranked| self.chain.is_wrong(contact, ranked.number.fingerprint));
            let number = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            if number != best {
                card.best = None;
            }
            card.chain = Some(Box::new(self.seen_from(place, shown, number, card.night)));
        }
        Some(Body::Card(Box::new(card)))
    }

    fn seen_from(&self, place: usize, shown: ShownAs, number: Option<Fingerprint>, wakes: bool) -> CardChain {
        let Chain { steps, calls, .. } = &self.chain;
        let step = &steps[place];
        let reached = calls.last().filter(|last| last.outcome == Outcome::Reached);
        let reached = reached.filter(|last| last.contact == step.contact.id);
        let settled = reached.is_some() && shown != ShownAs::Chosen;
        let others = if settled { Vec::new() } else { self.after(step.contact.id) };
        // A contact on duty at this hour is not woken.
        let awake = if wakes { self.awake(step, &others) } else { None };
        let notes = [
            (shown == ShownAs::InsteadOfAnother).then_some(ChainRemark::Changed),
            self.chain.all_tried().filter(|_| reached.is_none()).map(ChainRemark::Again),
            reached.map(|call| ChainRemark::Reached(**call)),
        ];
        // The remark tells of the call that reached the contact.
        let told = calls.len() - usize::from(reached.is_some());
        let earlier = told.saturating_sub(TRIED);
        let whom = |call: &Attempt| self.context.view.contact(call.contact).map(Named::of);
        CardChain {
            organization: self.organization.id,
            name: self.organization.name.to_string(),
            order: self.order,
            place: place + 1,
            total: steps.len(),
            why: step.why,
            guessed_from: self.guessed_from(step),
            notes: notes.into_iter().flatten().collect(),
            settled,
            number,
            none_awake: wakes && awake.is_none() && step.by_phone && !settled && !calls.is_empty(),
            awake: awake.map(|step| self.step(&step)),
            following: Few {
                shown: others.iter().take(FOLLOWING).map(|step| self.step(step)).collect(),
                more: others.len().saturating_sub(FOLLOWING),
            },
            missing: self.missing(),
            timeline: calls[earlier..told].iter().map(|call| (**call, whom(call))).collect(),
            earlier,
            entries: if steps.len() > 1 { self.entries() } else { Vec::new() },
        }
    }

    /// The steps left to call besides this contact, in order, but one who is awake before a first who would be woken.
    pub(super) fn after(&self, contact: ContactId) -> Vec<Step<'a>> {
        let mut others: Vec<Step<'a>> =
            self.chain.queue.iter().filter(|other| other.contact.id != contact).copied().collect();
        let awake = others.split_first().and_then(|(first, rest)| self.awake(first, rest));
        if let Some(place) = awake.and_then(|awake| others.iter().position(|step| *step == awake)) {
            others[..=place].rotate_right(1);
        }
        others
    }

    /// One of the others, not called yet, who is awake while this contact would be woken, and can decide something.
    fn awake(&self, step: &Step<'a>, others: &[Step<'a>]) -> Option<Step<'a>> {
        let is_meant =
            |why: StepReason| !matches!(why, StepReason::Anyone | StepReason::Role(Role::Vendor | Role::EndUser));
        let open = others.iter().filter(|other| is_meant(other.why) && !self.chain.was_called(other.contact.id));
        let steps: Vec<Step<'_>> = [step].into_iter().chain(open).copied().collect();
        let near = &steps[..steps.len().min(NEAR)];
        let better = better_placed(near, &|contact| self.asleep(contact));
        better.or_else(|| better_placed(&steps, &|contact| self.night(contact))).copied()
    }

    /// Whether a call would wake the contact: it is night there, and the notes do not say that the contact is on duty.
    fn asleep(&self, contact: &Contact) -> Option<bool> {
        let is_on_duty = || matches!(Times::of(contact, self.context).open(self.context.now), Open::Open { .. });
        self.night(contact).map(|night| night && !is_on_duty())
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
            place: self.chain.place(contact.id).unwrap_or_default() + 1,
            contact: contact.id,
            name: contact.display_name(),
            why: step.why,
            guessed_from: self.guessed_from(step),
            by_phone: is_told.then_some(step.by_phone),
            tried: self.chain.was_called(contact.id),
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

/// The numbers by which a contact can be called; `None` where the caller may not know whether there are any.
fn numbers(contact: &Contact, context: Context<'_>) -> Option<Vec<Fingerprint>> {
    if context.view.hides(Field::Phone, contact) {
        return None;
    }
    let voice = reach::numbers(contact, context).into_iter().filter(|number| number.kind != Kind::Fax);
    Some(voice.map(|number| number.fingerprint).collect())
}
