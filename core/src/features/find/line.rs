//! Which number or address of a contact is the typed one.

use std::cmp::Reverse;

use crate::answer::card::ShownReason;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::features::context::Context;
use crate::features::reach;
use crate::reach::number::{Kind, Number};
use crate::search::phones::{Fit, Typed};
use crate::search::{Match, Reason, emails};

/// Whether a contact found by the digits of a number has it. The same digits in another country are another number.
pub(in crate::features) fn has(typed: &Typed, contact: &Contact, context: Context<'_>) -> bool {
    // Too short to have a country code.
    !typed.is_long() || meant(typed, contact, context).is_none_or(|(_, fit)| fit != Fit::OtherCountry)
}

/// The contact's number that is meant by a typed one.
pub(super) fn meant(typed: &Typed, contact: &Contact, context: Context<'_>) -> Option<(Number, Fit)> {
    let numbers = reach::numbers(contact, context).into_iter().enumerate();
    let fits = numbers.filter_map(|(at, number)| typed.fit(&number).map(|fit| (at, number, fit)));
    let best = fits
        .max_by_key(|(at, number, fit)| (*fit, typed.has_extension_of(number), number.kind != Kind::Fax, Reverse(*at)));
    best.map(|(_, number, fit)| (number, fit))
}

/// The typed extension, if none of these contacts has it with the number.
pub(super) fn extension_of_nobody(typed: &Typed, found: &[Match<ContactId>], context: Context<'_>) -> Option<String> {
    let contacts = found.iter().filter_map(|found| context.view.contact(found.id));
    let mut numbers = contacts.filter_map(|contact| meant(typed, contact, context));
    let has_it = numbers.any(|(number, _)| typed.has_extension_of(&number) == Some(true));
    typed.extension().filter(|_| !has_it).map(|extension| extension.to_string())
}

/// A reason, with the line of the contact that it is about.
pub(super) fn shown(reason: &Reason, contact: &Contact, context: Context<'_>) -> ShownReason {
    match reason {
        Reason::Phone { typed } => {
            let (line, fit) =
                meant(typed, contact, context).map_or((None, None), |(line, fit)| (Some(line), Some(fit)));
            ShownReason::Phone { typed: typed.clone(), line: line.map(Box::new), fit }
        }
        Reason::Email { typed } => {
            let meant = emails::meant(typed, &contact.emails);
            let (line, fit) = meant.map_or((None, emails::Fit::Near), |(line, fit)| (Some(line.clone()), fit));
            ShownReason::Email { typed: typed.clone(), line, fit }
        }
        reason => ShownReason::Matched(reason.clone()),
    }
}
