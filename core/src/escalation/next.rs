//! Who is left to call.

use std::collections::BTreeMap;

use crate::domain::contact::{Contact, Fingerprint};
use crate::domain::id::ContactId;
use crate::escalation::Step;
use crate::notebook::attempts::{Attempt, Outcome};

/// The steps left to call, in order, after the attempts of the current escalation
/// ([`crate::notebook::Notebook::timeline`]). `numbers` says by which numbers a contact may be called, `None` where
/// the caller may not know.
///
/// Contacts not called yet come first, in the order of the chain. After them it goes round again among those who did
/// not answer. A wrong number is no call: the contact is next again by another number, or out where there is none. A
/// contact whose last call was answered is out as well.
pub fn queue<'a>(
    steps: &[Step<'a>],
    attempts: &[&Attempt],
    numbers: &dyn Fn(&Contact) -> Option<Vec<Fingerprint>>,
) -> Vec<Step<'a>> {
    let mut tried: BTreeMap<ContactId, Vec<&Attempt>> = BTreeMap::new();
    for attempt in attempts {
        tried.entry(attempt.contact).or_default().push(attempt);
    }
    let calls = |step: &Step<'_>| match tried.get(&step.contact.id) {
        Some(attempts) => calls(step.contact, attempts, numbers),
        None => Some(0),
    };
    let mut left: Vec<(usize, Step<'a>)> = steps.iter().filter_map(|step| Some((calls(step)?, *step))).collect();
    // Stable: equals keep the order of the chain.
    left.sort_by_key(|(calls, _)| *calls);
    left.into_iter().map(|(_, step)| step).collect()
}

/// How often a contact was called in vain. `None`: calling again makes no sense.
fn calls(
    contact: &Contact,
    attempts: &[&Attempt],
    numbers: &dyn Fn(&Contact) -> Option<Vec<Fingerprint>>,
) -> Option<usize> {
    let reached = attempts.last().is_some_and(|last| last.outcome == Outcome::Reached);
    let of = |outcome| attempts.iter().filter(move |attempt| attempt.outcome == outcome);
    let is_wrong = |number: &Fingerprint| of(Outcome::WrongNumber).any(|wrong| wrong.number == Some(*number));
    let spent = of(Outcome::WrongNumber).next().is_some()
        && numbers(contact).is_some_and(|numbers| numbers.iter().all(is_wrong));
    (!spent && !reached).then(|| of(Outcome::NoAnswer).count())
}

#[cfg(test)]
mod tests;
