//! One page of a list of contacts, each with the number to dial.

use crate::access::{Field, Permission};
use crate::answer::Body;
use crate::answer::menu::{Group, List, Listed, Row};
use crate::domain::contact::Contact;
use crate::domain::organization::ContactType;
use crate::features::context::Context;
use crate::features::reach::Times;
use crate::reach::number::Number;

/// Contacts on one page: what fits on a phone's screen with a number beside each.
const PAGE: usize = 10;

/// A page of these contacts, sorted by group.
pub(super) fn list(
    of: Listed,
    contact_type: Option<&ContactType>,
    people: &[&Contact],
    page: usize,
    group: impl Fn(&Contact) -> Group,
    context: Context<'_>,
) -> Body {
    let pages = people.len().div_ceil(PAGE);
    // There may be fewer pages than when the button was made.
    let page = page.min(pages.saturating_sub(1));
    let shown: Vec<&Contact> = people.iter().copied().skip(page * PAGE).take(PAGE).collect();
    let view = context.view;
    let vips_at = if let Listed::Vips(Some((id, _))) = &of { view.organization(*id) } else { None };
    let row = |(entry, contact): (_, &&Contact)| Row {
        entry,
        group: group(contact),
        number: if context.departed(contact).is_some() { None } else { number(contact, context) },
        withheld: context.withheld(contact).keeps(Field::Phone),
    };
    Body::List(List {
        of,
        contact_type: contact_type.map(|contact_type| (contact_type.id, contact_type.name.to_string())),
        rows: context.people(&shown).into_iter().zip(&shown).map(row).collect(),
        page,
        pages,
        total: people.len(),
        directory: vips_at.filter(|it| view.allows_at(Permission::Directory, it)).map(|it| it.id),
    })
}

/// The number to dial now, which the card would show first, if the caller may see it.
pub(super) fn number(contact: &Contact, context: Context<'_>) -> Option<Number> {
    let withheld = context.withheld(contact);
    if withheld.keeps(Field::Phone) {
        return None;
    }
    let mut number = Times::of(contact, context).numbers(contact, context).into_iter().next()?.number;
    if withheld.keeps(Field::Location) {
        number.leave_out_place();
    }
    Some(number)
}
