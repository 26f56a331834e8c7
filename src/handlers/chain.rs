//! The chain of an organization at one moment: whom to call in which order, and who is left after what was tried.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Time;

use crate::access::Field;
use crate::answer::chain::{Because, Chain, Missing, Named, Note, Order, Step, Tried};
use crate::answer::few::Few;
use crate::answer::menu::{Caution, Entry, MAX_ENTRIES};
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::{Affiliation, Contact, Fingerprint};
use crate::domain::id::{ContactId, LocationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::escalation::next::queue;
use crate::escalation::{self, Person, Why, better_placed};
use crate::handlers::context::{Context, departed};
use crate::handlers::reach::{self, Times};
use crate::notebook::ESCALATION;
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::who::Who;
use crate::reach::hours::Open;
use crate::reach::number::Kind;
use crate::reach::zone::Local;

/// Steps shown behind the one on the card: as many as are called before anybody looks again.
const FOLLOWING: usize = 5;

/// Steps whose notes are read for who is there at night: whoever stands further down is hardly called in one night, and an
/// organization may have thousands of people.
const NEAR: usize = 50;

/// Calls shown of what was tried.
const TRIED: usize = 6;

/// People named of those who cannot be called, and rules that name some; more would push the rest off a phone's screen.
pub(super) const NAMED: usize = 5;

/// An organization's chain, and what was tried in this escalation.
pub(super) struct Escalation<'a> {
    organization: &'a Organization,
    context: Context<'a>,
    order: Order,
    chain: escalation::Chain<'a>,
    attempts: Vec<&'a Attempt>,
    /// Who is left to call, in order.
    queue: Vec<escalation::Step<'a>>,
    /// Whether a call to somebody at this site would wake them: an organization may have thousands of people, but few
    /// sites.
    nights: RefCell<BTreeMap<Option<LocationId>, Option<bool>>>,
}

/// Why somebody's card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// It is the one to call now, or was just called.
    Now,
    /// They were chosen.
    Chosen,
    /// It is the one to call now, while somebody was chosen who is not in the chain.
    InsteadOfAnother,
}

/// Everybody on record at an organization.
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

/// Whom the rules want and who is not there, as far as that may be told: of somebody who may be there and not be seen,
/// neither who it is nor whether they are.
pub(super) fn told(
    missing: impl Iterator<Item = Missing>,
    organization: &Organization,
    context: Context<'_>,
) -> Vec<Missing> {
    let sees_everybody = context.view.standing(Affiliation::Organization(organization.id), true).is_visible;
    let mut told: Vec<Missing> = missing
        .map(|missing| match (&missing.who, &missing.because) {
            (Who::Person(_), Because::NotOnRecord) if !sees_everybody => {
                Missing { who: missing.who, because: Because::NotShown }
            }
            _ => missing,
        })
        .collect();
    // Not even how many.
    let mut is_first = true;
    told.retain(|missing| missing.because != Because::NotShown || std::mem::take(&mut is_first));
    told
}

impl<'a> Escalation<'a> {
    /// The chain of these people as of now.
    pub(super) fn of(organization: &'a Organization, people: &[Person<'a>], context: Context<'a>) -> Self {
        let Context { policy, notebook, now, .. } = context;
        let has_two = policy.chain(organization, Some(true)) != policy.chain(organization, Some(false));
        let in_hours = if has_two { in_hours(organization, context) } else { None };
        let order = match in_hours {
            _ if !has_two => Order::Only,
            Some(true) => Order::InHours,
            Some(false) => Order::OutOfHours,
            None => Order::Unknown,
        };
        let since = now.checked_sub(ESCALATION).unwrap_or(Timestamp::MIN);
        let chain = escalation::chain(people, policy.chain(organization, in_hours), notebook, since);
        // That somebody was called says that there is somebody.
        let is_told = |attempt: &&Attempt| !context.view.hides_contact(attempt.contact);
        let attempts: Vec<&Attempt> = notebook.timeline(organization.id, since).filter(is_told).collect();
        let queue = queue(&chain.steps, &attempts, &|contact| numbers(contact, context));
        Self { organization, context, order, chain, attempts, queue, nights: RefCell::default() }
    }

    /// Everybody who can be called, in order.
    pub(super) fn steps(&self) -> &[escalation::Step<'a>] {
        &self.chain.steps
    }

    /// Who is left to call, in order.
    pub(super) fn queue(&self) -> &[escalation::Step<'a>] {
        &self.queue
    }

    /// Whoever was reached last, if nobody has to be called since: nobody was called later, or nobody is left.
    pub(super) fn reached(&self) -> Option<ContactId> {
        let reached =
            self.attempts.iter().rfind(|attempt| self.last_outcome(attempt.contact) == Some(Outcome::Reached));
        let is_last = |attempt: &&&Attempt| self.attempts.last().is_some_and(|last| last == *attempt);
        let settles = |attempt: &&&Attempt| is_last(attempt) || self.queue.is_empty();
        reached.filter(settles).map(|attempt| attempt.contact).filter(|contact| self.place(*contact).is_some())
    }

    /// Whom the order wants and who cannot be called.
    pub(super) fn missing(&self) -> Few<Missing> {
        let named = |contacts: &[&Contact]| Few::of(contacts.iter().map(|contact| Named::of(contact)), NAMED);
        let missing = |missing: &escalation::Missing<'_>| Missing {
            who: missing.who.clone(),
            because: match &missing.because {
                escalation::Because::NotOnRecord => Because::NotOnRecord,
                escalation::Because::OnlyEmail(people) => Because::OnlyEmail(named(people)),
                escalation::Because::Unreachable(people) => Because::Unreachable(named(people)),
                escalation::Because::Departed(people) => Because::Departed(named(people)),
            },
        };
        Few::of(told(self.chain.missing.iter().map(missing), self.organization, self.context), NAMED)
    }

    /// The card of somebody in the chain; `None` if they are not.
    pub(super) fn card(&self, contact: ContactId, shown: Shown) -> Option<Body> {
        let place = self.place(contact)?;
        let step = self.chain.steps.get(place)?;
        let mut body = self.context.card(step.contact, Vec::new());
        // Of whom nothing may be said, it is not said how they are to be called either.
        if let Body::Card(card) = &mut body
            && !card.withheld.everything
        {
            let best = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            // Whatever else speaks for a number, it was just found to be wrong.
            card.numbers.sort_by_key(|ranked| self.is_wrong(contact, ranked.number.fingerprint));
            if card.numbers.first().map(|first| first.number.fingerprint) != best {
                card.best = None;
            }
            let number = card.numbers.first().map(|ranked| ranked.number.fingerprint);
            let chain = self.seen_from(place, step, shown);
            // Whoever says to be there at this hour is not woken.
            let awake = chain.awake.filter(|_| card.night);
            card.chain = Some(Box::new(Chain { number, awake, ..chain }));
        }
        Some(body)
    }

    fn seen_from(&self, place: usize, step: &escalation::Step<'a>, shown: Shown) -> Chain {
        let reached = self.attempts.last().filter(|last| last.outcome == Outcome::Reached);
        let reached = reached.filter(|last| last.contact == step.contact.id);
        let others = || self.queue.iter().filter(|other| other.contact.id != step.contact.id);
        let settled = reached.is_some() && shown != Shown::Chosen;
        let (following, more) = if settled {
            (Vec::new(), 0)
        } else {
            (others().take(FOLLOWING).collect(), others().count().saturating_sub(FOLLOWING))
        };
        let notes = [
            (shown == Shown::InsteadOfAnother).then_some(Note::Changed),
            self.all_tried().filter(|_| reached.is_none()).map(Note::Again),
            reached.map(|attempt| Note::Reached { at: attempt.at, by: attempt.by }),
        ];
        let earlier = self.attempts.len().saturating_sub(TRIED);
        Chain {
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
            awake: if settled { None } else { self.awake(step) },
            following: following.into_iter().map(|step| self.step(step)).collect(),
            more,
            missing: self.missing(),
            timeline: self.attempts.iter().skip(earlier).map(|attempt| self.tried(attempt)).collect(),
            earlier,
            entries: if self.chain.steps.len() > 1 { self.entries() } else { Vec::new() },
        }
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

    /// When the last of all was called, if all were.
    fn all_tried(&self) -> Option<Timestamp> {
        let next = self.queue.first()?;
        self.attempts.last().filter(|_| self.was_called(next.contact.id)).map(|last| last.at)
    }

    /// Somebody not called yet who is awake, while this person would be woken. Only whom the order means: somebody who
    /// can decide nothing is not better placed for being awake.
    fn awake(&self, step: &escalation::Step<'a>) -> Option<Step> {
        let is_meant = |why: Why| !matches!(why, Why::Anyone | Why::Role(Role::Vendor | Role::EndUser));
        let others = self.queue.iter().filter(|other| other.contact.id != step.contact.id && is_meant(other.why));
        let open = others.filter(|other| !self.was_called(other.contact.id));
        let steps: Vec<escalation::Step<'_>> = [step].into_iter().chain(open).copied().collect();
        let near = &steps[..steps.len().min(NEAR)];
        let better = better_placed(near, &|contact| self.asleep(contact));
        let better = better.or_else(|| better_placed(&steps, &|contact| self.night(contact)))?;
        Some(self.step(better))
    }

    /// Whether a call would wake somebody: it is night where they are, and they do not say to be there at this hour.
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

    fn step(&self, step: &escalation::Step<'_>) -> Step {
        let contact = step.contact;
        let withheld = self.context.withheld(contact);
        let night = self.night(contact);
        // That somebody is there at night is from their notes.
        let asleep = if withheld.keeps(Field::Notes) { night } else { self.asleep(contact) };
        let keeps_place = withheld.keeps(Field::Location);
        let is_told = !self.context.view.hides(if step.by_phone { Field::Phone } else { Field::Email }, contact);
        Step {
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

    /// The contact type of somebody whose turn it is by a role that nothing states.
    fn guessed_from(&self, step: &escalation::Step<'_>) -> Option<String> {
        let Why::Role(role) = step.why else { return None };
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

    fn entries(&self) -> Vec<Entry> {
        let steps: Vec<_> = self.chain.steps.iter().take(MAX_ENTRIES).collect();
        let contacts: Vec<&Contact> = steps.iter().map(|step| step.contact).collect();
        let entry = |(entry, step): (Entry, &&escalation::Step<'_>)| Entry {
            caution: (!step.by_phone).then_some(Caution::OnlyEmail),
            target: ClickTarget::Step { organization: self.organization.id, contact: step.contact.id },
            ..entry
        };
        self.context.people(&contacts).into_iter().zip(&steps).map(entry).collect()
    }
}

/// The marks of the numbers by which somebody can be called; `None` where it is not to be told whether there are any.
fn numbers(contact: &Contact, context: Context<'_>) -> Option<Vec<Fingerprint>> {
    if context.view.hides(Field::Phone, contact) {
        return None;
    }
    let voice = reach::numbers(contact, context).into_iter().filter(|number| number.kind != Kind::Fax);
    Some(voice.map(|number| number.fingerprint).collect())
}

/// Whether it is in hours at an organization. `None` where it is not known, or depends on which of several times is meant.
fn in_hours(organization: &Organization, context: Context<'_>) -> Option<bool> {
    let hours = context.policy.hours(organization);
    let home = reach::home(organization.id, context);
    let zones: Vec<_> = home.spots.iter().filter_map(|spot| spot.zone.time_zone()).collect();
    let first = hours.contain(context.now, zones.first())?;
    zones.iter().all(|zone| hours.contain(context.now, Some(zone)) == Some(first)).then_some(first)
}
