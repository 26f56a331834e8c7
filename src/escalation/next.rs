//! Who is next.

use std::collections::BTreeSet;

use crate::domain::contact::Contact;
use crate::escalation::Step;
use crate::notebook::attempts::{Attempt, Outcome};

/// Who is to be called next after these attempts, which are those of the current escalation
/// ([`crate::notebook::Notebook::timeline`]).
///
/// Whoever was not called yet comes first, in the order of the chain. When all were, it goes round again among those who
/// did not answer. A wrong number is no call: the person is next again by another number, or out where there is none.
/// `None`: nobody is left to call.
#[must_use]
pub fn next<'c, 'a>(steps: &'c [Step<'a>], attempts: &[&Attempt]) -> Option<&'c Step<'a>> {
    let open = steps.iter().enumerate().filter_map(|(turn, step)| Some((calls(step, attempts)?, turn, step)));
    open.min_by_key(|(calls, turn, _)| (*calls, *turn)).map(|(.., step)| step)
}

/// How often a person was called in vain. `None`: there is no sense in calling again.
fn calls(step: &Step<'_>, attempts: &[&Attempt]) -> Option<usize> {
    let count = |outcome| {
        let fits = |attempt: &&&Attempt| attempt.contact == step.contact.id && attempt.outcome == outcome;
        attempts.iter().filter(fits).count()
    };
    let wrong = count(Outcome::WrongNumber);
    let spent = wrong > 0 && wrong >= numbers(step.contact);
    let reached = count(Outcome::Reached) > 0;
    (!spent && !reached).then(|| count(Outcome::NoAnswer))
}

/// How many numbers there are to try. Each wrong one is reported once, so that comparing the two counts is enough.
fn numbers(contact: &Contact) -> usize {
    contact.dialable_phones().map(|phone| (&phone.value, &phone.extension)).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests;
