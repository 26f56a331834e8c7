//! One person by name: a card where there is one clear winner, else a menu. Never a silent first hit.

mod number;

use commands::options::Pick;

use crate::answer::Body;
use crate::answer::card::Why;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::notice::Notice;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::organization::Organization;
use crate::handlers::context::Context;
use crate::handlers::{channel, narrow};
use crate::search::{Match, Matches, Query, Reason, Verdict, phones};

/// Near names offered where nobody matches; more would be a list of strangers.
const MAX_NEAREST: usize = 5;

/// The score below which not every word that was typed is accounted for; a last name alone stays above it.
const EVERY_WORD: f32 = 0.9;

/// Among whom to look.
#[derive(Clone, Copy)]
pub(super) struct Among<'a> {
    /// Only people of these organizations; empty means all. Several where it is not clear which one is meant.
    pub(super) organizations: &'a [&'a Organization],
    /// The organization as typed, for the menu that asks which one was meant.
    pub(super) typed_organization: Option<&'a str>,
    /// Only people this returns true for.
    pub(super) admit: &'a dyn Fn(&Contact) -> bool,
}

/// The card of the person with this id.
pub(super) fn by_id(id: ContactId, context: Context<'_>) -> Body {
    match context.view.contact(id) {
        Some(contact) => context.card(contact, Vec::new()),
        None => Body::Notice(Notice::Gone),
    }
}

/// Finds the person meant.
pub(super) fn person(name: &Pick, among: Among<'_>, context: Context<'_>) -> Body {
    match name {
        Pick::Id(id) => picked(ContactId(*id), among, context),
        Pick::Text(typed) => searched(typed, among, context),
    }
}

/// Searches among these people.
pub(super) fn search(typed: &str, among: Among<'_>, context: Context<'_>) -> Matches<ContactId> {
    let admit = |id| context.view.contact(id).is_some_and(|contact| (among.admit)(contact));
    // One more than a menu has, to know whether there are more.
    let preferred = channel::organization(context).map(|organization| organization.id);
    let query = Query { admit: &admit, preferred, limit: MAX_ENTRIES + 1, ..Query::new(typed) };
    match among.organizations {
        [] => context.view.search(&query),
        some => {
            context.view.search_within(&query, &some.iter().map(|organization| organization.id).collect::<Vec<_>>())
        }
    }
}

/// A menu of people that were found.
pub(super) fn menu(heading: Heading, found: &[Match<ContactId>], context: Context<'_>) -> Body {
    let mut contacts: Vec<&Contact> = found.iter().filter_map(|found| context.view.contact(found.id)).collect();
    let more = contacts.len() > MAX_ENTRIES;
    contacts.truncate(MAX_ENTRIES);
    // Whoever left is hardly ever the one to call.
    contacts.sort_by_key(|contact| context.departed(contact).is_some());
    Body::Menu(Menu { heading, entries: context.people(&contacts), more })
}

fn picked(id: ContactId, among: Among<'_>, context: Context<'_>) -> Body {
    match context.view.contact(id) {
        None => Body::Notice(Notice::Gone),
        Some(contact) if narrow::belongs(contact, among.organizations) && (among.admit)(contact) => {
            context.card(contact, Vec::new())
        }
        // The other options were changed after the pick, or say something else than it.
        Some(contact) => {
            Body::Menu(Menu { heading: Heading::Unfitting, entries: context.people(&[contact]), more: false })
        }
    }
}

fn searched(typed: &str, among: Among<'_>, context: Context<'_>) -> Body {
    if !typed.chars().any(char::is_alphanumeric) {
        return Body::Notice(Notice::NothingTyped);
    }
    let within = if let [one] = among.organizations { Some(one.name.to_string()) } else { None };
    let matches = search(typed, among, context);
    let number = phones::typed(typed);
    let typed = typed.to_owned();
    match (matches.verdict, matches.ranked.as_slice()) {
        (_, []) => number
            .and_then(|number| number::sites(&number, &typed, among.organizations, context))
            .unwrap_or(Body::Notice(Notice::NobodyMatches { typed, within })),
        (Verdict::None, nearest) => {
            let nearest = &nearest[..nearest.len().min(MAX_NEAREST)];
            menu(Heading::Nearest { typed, within }, nearest, context)
        }
        // Which organization is meant is not clear, so it is not clear who is meant, even if one person fits best.
        (_, found) if among.organizations.len() > 1 => {
            let typed = among.typed_organization.unwrap_or_default().to_owned();
            menu(Heading::PeopleOfSeveral { typed }, found, context)
        }
        (Verdict::One, [winner, ..]) => match context.view.contact(winner.id) {
            Some(contact) => context.card(contact, winner.reasons.iter().cloned().map(Why::Matched).collect()),
            None => Body::Notice(Notice::Gone),
        },
        (Verdict::Several, [best, rest @ ..]) if rest.is_empty() || merely_close(best) => {
            menu(Heading::Close { typed, within }, &matches.ranked, context)
        }
        (Verdict::Several, found) if number.is_some_and(|number| number.is_long()) => {
            menu(Heading::SharedNumber { typed, within }, found, context)
        }
        (Verdict::Several, found) => menu(Heading::Several { typed, within }, found, context),
    }
}

/// Whether even the best match is not what was typed.
fn merely_close(best: &Match<ContactId>) -> bool {
    let misspelt = |reason: &Reason| matches!(reason, Reason::Typo { .. } | Reason::SoundsLike { .. });
    best.score < EVERY_WORD || best.reasons.iter().any(misspelt)
}
