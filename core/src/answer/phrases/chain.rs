//! The words of a chain.

use std::mem;

use jiff::civil::Time;

use crate::access::OPERATOR;
use crate::answer::card::{Card, CardChain, CardStep, ChainRemark, Named, OrderInForce};
use crate::answer::language::Language;
use crate::answer::phrases::{BETWEEN, card, few, form, numbered, undo};
use crate::answer::words::{Words, theirs};
use crate::answer::{ClickTarget, Few};
use crate::domain::id::UserId;
use crate::domain::role::Role;
use crate::escalation::{Because, MissingContact, StepReason};
use crate::notebook::attempts::{Attempt, Outcome};
use crate::policy::Layout;
use crate::policy::who::{PersonRef, Who};

/// Times listed for a country of several: the night is what matters.
const MAX_TIMES: usize = 3;

/// What happened in the chain before this card.
pub fn remarks(chain: &CardChain, language: Language) -> Vec<Words> {
    chain.notes.iter().map(|moment| note(*moment, chain, language)).collect()
}

/// Why the card is this contact's.
pub fn place(chain: &CardChain, language: Language) -> Vec<Words> {
    let reason = turn(chain.why, chain.guessed_from.as_deref(), language).into();
    let step = language.say_with(
        "chain-step",
        [
            ("count", chain.total.into()),
            ("place", chain.place.into()),
            ("organization", theirs(&chain.name).into()),
            ("reason", reason),
        ],
    );
    let missing = all_missing(&chain.missing, &chain.name, language);
    [step].into_iter().chain(order(chain, language)).chain(missing).collect()
}

/// Who is awake, or that no one is, where a call would wake the contact on the card.
pub fn awake(chain: &CardChain, language: Language) -> Option<Words> {
    let Some(awake) = &chain.awake else { return chain.none_awake.then(|| language.say("chain-none-awake")) };
    let values = [
        ("place", awake.place.into()),
        ("name", card::name(&awake.name, language).into()),
        ("reason", turn(awake.why, awake.guessed_from.as_deref(), language).into()),
    ];
    let sentence = if awake.there_at_night { "chain-awake-by-notes" } else { "chain-awake" };
    Some(language.say_with(sentence, values))
}

/// Who is next.
pub fn next(chain: &CardChain, layout: Layout, language: Language) -> Vec<Words> {
    let mut lines: Vec<Words> = chain.next_steps(layout).iter().map(|one| step(one, language)).collect();
    if let Some(first) = lines.first_mut() {
        *first = language.say_with("chain-next", [("step", mem::take(first).into())]);
    }
    lines.extend(chain.following.rest(language).filter(|_| layout == Layout::Full));
    lines
}

/// The last calls, and how many there were before.
pub fn calls(chain: &CardChain, layout: Layout, language: Language) -> Vec<Words> {
    let last = chain.last_calls(layout);
    let earlier = chain.earlier + chain.timeline.len() - last.len();
    let earlier = (earlier > 0).then(|| language.say_with("chain-earlier", [("count", earlier.into())]));
    let last = last.iter().map(|(call, whom)| tried(call, whom.as_ref(), language));
    let mut lines: Vec<Words> = earlier.into_iter().chain(last).collect();
    if let Some(first) = lines.first_mut() {
        *first = language.say_with("chain-tried", [("call", mem::take(first).into())]);
    }
    lines
}

/// The buttons about a call, with where they lead: the likeliest first. `wrong` reports the number.
pub fn buttons(
    card: &Card,
    chain: &CardChain,
    wrong: Option<(String, ClickTarget)>,
    language: Language,
) -> Vec<(String, ClickTarget)> {
    let organization = chain.organization;
    if chain.settled {
        let again = (language.text("chain-call-again"), ClickTarget::Step { organization, contact: card.id });
        return [again].into_iter().chain(wrong).collect();
    }
    let outcome = |sentence, outcome| {
        let (contact, number) = (card.id, chain.number);
        (language.text(sentence), ClickTarget::Outcome { contact, chain: Some(organization), number, outcome })
    };
    let is_last = chain.following.is_empty();
    let no_answer = if is_last { "outcome-no-answer" } else { "outcome-no-answer-next" };
    let awake = chain
        .awake
        .as_ref()
        .map(|awake| (language.text("chain-go-awake"), ClickTarget::Step { organization, contact: awake.contact }));
    let always = [outcome(no_answer, Outcome::NoAnswer), outcome("outcome-reached", Outcome::Reached)];
    always.into_iter().chain(wrong).chain(awake).collect()
}

/// Why it is a contact's turn, with the contact type that a role is only guessed from.
fn turn(why: StepReason, guessed_from: Option<&str>, language: Language) -> Words {
    let reason = reason(why, language);
    let Some(contact_type) = guessed_from else { return reason };
    language.say_with("reason-guessed", [("reason", reason.into()), ("type", theirs(contact_type).into())])
}

pub fn reason(why: StepReason, language: Language) -> Words {
    language.say(match why {
        StepReason::Named => "reason-named",
        StepReason::Role(Role::Primary) => "reason-primary",
        StepReason::Role(Role::Technical) => "reason-technical",
        StepReason::Role(Role::Billing) => "reason-billing",
        StepReason::Role(Role::Executive) => "reason-executive",
        StepReason::Role(Role::EndUser) => "reason-end-user",
        StepReason::Role(Role::Vendor) => "reason-vendor",
        StepReason::Vip => "reason-vip",
        // A departed contact is in no chain.
        StepReason::Anyone | StepReason::Role(Role::Departed) => "reason-anyone",
    })
}

/// The contacts the order wants who cannot be called.
pub(super) fn all_missing(
    all: &Few<MissingContact<Few<Named>>>,
    organization: &str,
    language: Language,
) -> impl Iterator<Item = Words> {
    all.iter().map(move |one| missing(one, organization, language)).chain(all.rest(language))
}

fn missing(missing: &MissingContact<Few<Named>>, organization: &str, language: Language) -> Words {
    let who = match &missing.who {
        Who::Person(person) => Some(person),
        // No other rule is ever missing.
        Who::Role(_) | Who::Vip | Who::Anyone => None,
    };
    let (sentence, names) = match (&missing.because, who) {
        (Because::NotOnRecord, None) => {
            return language.say_with("no-primary", [("organization", theirs(organization).into())]);
        }
        (Because::NotOnRecord, Some(PersonRef::Name(name))) => {
            return language.say_with("named-not-on-record", [("name", theirs(&*name.written).into())]);
        }
        (Because::NotOnRecord, Some(PersonRef::Id(id))) => {
            return language.say_with("named-record-not-there", [("number", Words::new(id.to_string()).into())]);
        }
        (Because::NotShown, _) => return language.say("named-not-shown"),
        (Because::OnlyEmail(names), None) => ("primary-only-email", names),
        (Because::OnlyEmail(names), Some(_)) => ("named-only-email", names),
        (Because::Unreachable(names), None) => ("primary-unreachable", names),
        (Because::Unreachable(names), Some(_)) => ("named-unreachable", names),
        (Because::Departed(names), None) => ("primary-departed", names),
        (Because::Departed(names), Some(_)) => ("named-departed", names),
    };
    let names = few(names, |named| card::name(&named.name, language), ", ", language);
    language.say_with(sentence, [("organization", theirs(organization).into()), ("names", names.into())])
}

fn note(note: ChainRemark, chain: &CardChain, language: Language) -> Words {
    let ago = |moment| Words::ago(moment, language).into();
    match note {
        ChainRemark::Changed => language.say_with("chain-changed", [("organization", theirs(&chain.name).into())]),
        ChainRemark::Again(last) => language.say_with("chain-again", [("ago", ago(last))]),
        ChainRemark::Reached(call) => {
            language.say_with("chain-reached", [("ago", ago(call.at)), ("who", user(call.by, language).into())])
        }
    }
}

fn order(chain: &CardChain, language: Language) -> Option<Words> {
    let sentence = match chain.order {
        OrderInForce::Only => return None,
        OrderInForce::InHours => "chain-in-hours",
        OrderInForce::OutOfHours => "chain-out-of-hours",
        OrderInForce::Unknown => "chain-hours-unknown",
    };
    Some(language.say(sentence))
}

fn step(step: &CardStep, language: Language) -> Words {
    let name = numbered(step.place, card::name(&step.name, language));
    let reach = (step.by_phone == Some(false)).then(|| language.say("reach-email"));
    let night =
        (!step.night.is_empty()).then(|| language.say_with("night-there", [("times", times(&step.night).into())]));
    let tried = step.tried.then(|| language.say("tried-no-answer"));
    let reason = turn(step.why, step.guessed_from.as_deref(), language);
    Words::default().list([name, reason].into_iter().chain(reach).chain(tried).chain(night), BETWEEN)
}

fn tried(call: &Attempt, whom: Option<&Named>, language: Language) -> Words {
    let whom = whom.map_or_else(|| language.say("tried-somebody"), |named| card::name(&named.name, language));
    let said = language.say_with("tried-call", [("who", user(call.by, language).into()), ("whom", whom.into())]);
    let outcome = match call.reason {
        Some(reason) => {
            let reason = Words::new(form::wrong_reason(reason, language));
            language.say_with("tried-wrong-number-because", [("reason", reason.into())])
        }
        None => language.say(undo::outcome(call.outcome)),
    };
    Words::default().list([Words::ago(call.at, language), said, outcome], BETWEEN)
}

/// The user who called or marked a number.
pub(super) fn user(user: UserId, language: Language) -> Words {
    if user == OPERATOR { language.say("tried-you") } else { Words::user(user, language) }
}

fn times(times: &[Time]) -> Words {
    let shown = times.iter().take(MAX_TIMES).map(|time| Words::new(time.strftime("%H:%M").to_string()));
    let more = (times.len() > MAX_TIMES).then(|| Words::new("…"));
    Words::default().list(shown.chain(more), "/")
}
