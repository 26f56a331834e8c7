//! One contact by name: a card where there is one clear winner, otherwise a menu. Never a silent first hit.

pub(super) mod client;
pub(super) mod number;
pub(super) mod suggested;

use commands::options::Pick;

use crate::answer::Body;
use crate::answer::card::ShownReason;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::notice::Notice;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::organization::{ContactType, Organization};
use crate::domain::role::Role;
use crate::features::channel;
use crate::features::context::Context;
use crate::features::narrow::{self, Limit};
use crate::search::phones::{self, Typed};
use crate::search::{Match, Matches, Missing, Query, Reason, TypeWords, Verdict};

/// How much less likely a contact on the card's "perhaps meant" line is, and how many the line names.
const RIVAL: f32 = 0.12;
const MAX_RIVALS: usize = 2;

/// From this score on, a name is near enough to be offered: below, half of its letters are others.
const NEAR: f32 = 0.6;

/// Near names offered where no one matches; more would be a list of strangers.
const MAX_NEAREST: usize = 5;

/// Below this score some typed word is not accounted for; a last name alone stays above it.
const EVERY_WORD: f32 = 0.9;

#[derive(Clone, Copy)]
pub(super) struct SearchScope<'a> {
    /// Only contacts of these organizations. Several where it is unclear which one is meant.
    pub(super) organizations: &'a Limit<'a, Organization>,
    /// The organization as typed, for the menu that asks which one was meant.
    pub(super) typed_organization: Option<&'a str>,
    /// Only people this returns true for; `None`: all.
    pub(super) admit: Option<&'a dyn Fn(&Contact) -> bool>,
}

impl SearchScope<'_> {
    fn admits(&self, contact: &Contact) -> bool {
        self.admit.is_none_or(|admit| admit(contact))
    }
}

pub(super) fn by_id(id: ContactId, context: Context<'_>) -> Body {
    match context.view.contact(id) {
        Some(contact) => context.card(contact, Vec::new()),
        None => Body::Notice(Notice::Gone),
    }
}

pub(super) fn person(name: &Pick, among: SearchScope<'_>, context: Context<'_>) -> Body {
    match name {
        Pick::Id(id) => picked(ContactId(*id), among, context),
        Pick::Text(typed) => searched(typed, among, context),
    }
}

pub(super) fn search(typed: &str, among: SearchScope<'_>, context: Context<'_>) -> Matches<ContactId> {
    let admit = |id| among.admit.is_none_or(|admit| context.view.contact(id).is_some_and(admit));
    // One more than a menu has, to know whether there are more.
    let preferred = channel::organization(context).map(|organization| organization.id);
    let called = type_words(context);
    let has =
        |id, number: &Typed| context.view.contact(id).is_some_and(|contact| number::has(number, contact, context));
    let query = Query { has: &has, types: &called, preferred, limit: MAX_ENTRIES + 1, ..Query::new(typed) };
    let query = Query { admit: &admit, ..query };
    match among.organizations {
        Limit::None => context.view.search(&query),
        Limit::To(left) => {
            context.view.search_within(&query, &left.iter().map(|organization| organization.id).collect::<Vec<_>>())
        }
    }
}

/// A menu of the contacts found.
pub(super) fn menu(heading: Heading, found: &[Match<ContactId>], context: Context<'_>) -> Body {
    let mut contacts: Vec<&Contact> = found.iter().filter_map(|found| context.view.contact(found.id)).collect();
    let more = contacts.len() > MAX_ENTRIES;
    contacts.truncate(MAX_ENTRIES);
    // A contact who has left is hardly ever the one to call.
    contacts.sort_by_key(|contact| context.departed(contact).is_some());
    Body::Menu(Menu { heading, entries: context.people(&contacts), more })
}

fn picked(id: ContactId, among: SearchScope<'_>, context: Context<'_>) -> Body {
    match context.view.contact(id) {
        None => Body::Notice(Notice::Gone),
        Some(contact) if among.organizations.has_people_like(contact) && among.admits(contact) => {
            context.card(contact, Vec::new())
        }
        // The other options were changed after the pick, or contradict it.
        Some(contact) => {
            Body::Menu(Menu { heading: Heading::Unfitting, entries: context.people(&[contact]), more: false })
        }
    }
}

fn searched(typed: &str, among: SearchScope<'_>, context: Context<'_>) -> Body {
    if !typed.chars().any(char::is_alphanumeric) {
        return Body::Notice(Notice::NothingTyped);
    }
    let within = among.organizations.only().map(|one| one.name.to_string());
    let typed = &*suggested::without_marks(typed, context.language);
    let matches = search(typed, among, context);
    let number = phones::typed(typed);
    let typed = typed.to_owned();
    let is_named = matches.verdict == Verdict::One && !matches.ranked[0].reasons.contains(&Reason::ContactType);
    if !is_named && let Some(body) = client::main_line(&typed, among.organizations, context) {
        return body;
    }
    match (matches.verdict, matches.ranked.as_slice()) {
        (Verdict::Client, _) => client::named(&matches.clients, &typed, context),
        (Verdict::Elsewhere, found) => {
            let found: Vec<_> = found.iter().filter(|found| is_near(found)).cloned().collect();
            client::elsewhere(&matches.clients, &typed, &found, context)
        }
        (_, []) => number
            .and_then(|number| {
                let sites = number::sites(&number, &typed, among.organizations, context);
                sites.or_else(|| number::in_another_country(&number, &typed, among, context))
            })
            .unwrap_or(Body::Notice(Notice::NobodyMatches { typed, within })),
        (Verdict::None, nearest) => {
            let nearest: Vec<_> = nearest.iter().filter(|found| is_near(found)).take(MAX_NEAREST).cloned().collect();
            match &*nearest {
                [] => Body::Notice(Notice::NobodyMatches { typed, within }),
                // Among some contacts only, a word may well be the name of another one.
                [best, ..] if among.admit.is_none() && is_missing_a_word(best) => {
                    unexplained(typed, within, best, &nearest, context)
                }
                _ => menu(Heading::Nearest { typed, within }, &nearest, context),
            }
        }
        // The organization is unclear, so the contact is too, even if one fits best.
        (_, found) if among.organizations.several().is_some() => {
            let typed = among.typed_organization.unwrap_or_default().to_owned();
            menu(Heading::PeopleOfSeveral { typed }, found, context)
        }
        (Verdict::One, [winner, rest @ ..]) => {
            let told = misspelled_organization(among, context).into_iter().chain(rivals(winner, rest, context));
            card(winner, told.collect(), context)
        }
        (Verdict::Several, [best, ..]) if !best.missing.is_empty() => {
            unexplained(typed, within, best, &matches.ranked, context)
        }
        (Verdict::Several, found) if let Some(body) = only_departed_rivals(&typed, found, among, context) => body,
        (Verdict::Several, [best, rest @ ..]) if rest.is_empty() || merely_close(best) => {
            menu(Heading::Close { typed, within }, &matches.ranked, context)
        }
        (Verdict::Several, found) => {
            let extension = number.as_ref().and_then(|number| number::extension_of_nobody(number, found, context));
            match number {
                Some(number) if number.is_long() => {
                    menu(Heading::SharedNumber { typed, within, extension }, found, context)
                }
                _ => menu(Heading::Several { typed, within, extension }, found, context),
            }
        }
    }
}

/// The contacts who match the rest, and the words that the best match does not explain.
fn unexplained(
    typed: String,
    within: Option<String>,
    best: &Match<ContactId>,
    found: &[Match<ContactId>],
    context: Context<'_>,
) -> Body {
    let text = |missing: &Missing| if let Missing::Text(text) = missing { Some(text.clone()) } else { None };
    let words = best.missing.iter().filter_map(text).collect();
    menu(Heading::Unexplained { typed, words, within }, found, context)
}

/// Whether a name is near what was typed, all of it or what it explains of it.
fn is_near(found: &Match<ContactId>) -> bool {
    found.score >= NEAR || (!found.missing.is_empty() && !found.is_misspelled())
}

/// Whether a match leaves a word unexplained, rather than a number or an address.
fn is_missing_a_word(found: &Match<ContactId>) -> bool {
    let is_word = |text: &str| !text.contains('@') && text.contains(char::is_alphabetic);
    let is_told = |missing: &Missing| matches!(missing, Missing::Text(text) if is_word(text));
    !found.missing.is_empty() && found.missing.iter().all(is_told)
}

fn card(winner: &Match<ContactId>, rivals: Vec<ShownReason>, context: Context<'_>) -> Body {
    match context.view.contact(winner.id) {
        Some(contact) => {
            // A client named as it is called is on the card.
            let is_plain = |reason: &&Reason| matches!(reason, Reason::Client { typed: None });
            let matched = winner.reasons.iter().filter(|reason| !is_plain(reason));
            let matched = matched.map(|reason| number::shown(reason, contact, context));
            context.card(contact, matched.chain(rivals).collect())
        }
        None => Body::Notice(Notice::Gone),
    }
}

/// The organization, where its typed name differs from its own.
fn misspelled_organization(among: SearchScope<'_>, context: Context<'_>) -> Option<ShownReason> {
    let typed = among.typed_organization?;
    let is_clear = narrow::organizations(&Pick::Text(typed.to_owned()), context).is_ok();
    (!is_clear).then(|| ShownReason::Matched(Reason::Client { typed: Some(typed.to_owned()) }))
}

/// The contacts who were nearly as likely meant, where the typed name is no contact's exact name.
fn rivals(winner: &Match<ContactId>, others: &[Match<ContactId>], context: Context<'_>) -> Vec<ShownReason> {
    if !merely_close(winner) {
        return Vec::new();
    }
    let near = others.iter().filter(|other| other.missing.is_empty() && other.score > winner.score - RIVAL);
    let contacts = near.filter_map(|other| context.view.contact(other.id));
    contacts.take(MAX_RIVALS).map(|contact| rival(contact, context)).collect()
}

fn rival(contact: &Contact, context: Context<'_>) -> ShownReason {
    ShownReason::Rival {
        name: contact.display_name(),
        organization: context.view.organization_name(contact).map(str::to_owned),
        departed: context.departed(contact).is_some(),
    }
}

/// The card, where all others that may be meant have left; the card names them.
fn only_departed_rivals(
    typed: &str,
    found: &[Match<ContactId>],
    among: SearchScope<'_>,
    context: Context<'_>,
) -> Option<Body> {
    let contact = |found: &Match<ContactId>| context.view.contact(found.id);
    let has_left = |found: &Match<ContactId>| contact(found).is_some_and(|contact| context.departed(contact).is_some());
    let best = found.first()?.score;
    let near = found.iter().filter(|found| found.score > best - RIVAL);
    let (departed, there): (Vec<_>, Vec<_>) = near.partition(|found| has_left(found));
    // Two who are there and fit equally well are two without the others as well.
    let is_tied = matches!(&*there, [one, two, ..] if two.missing.is_empty() && two.score >= one.score);
    if departed.is_empty() || is_tied {
        return None;
    }
    let is_there = |contact: &Contact| among.admits(contact) && context.departed(contact).is_none();
    let matches = search(typed, SearchScope { admit: Some(&is_there), ..among }, context);
    let winner = matches.ranked.first().filter(|_| matches.verdict == Verdict::One)?;
    let told = departed.into_iter().filter_map(contact).take(MAX_RIVALS).map(|contact| rival(contact, context));
    Some(card(winner, told.collect(), context))
}

/// Whether even the best match is not what was typed.
fn merely_close(best: &Match<ContactId>) -> bool {
    let misspelt = |reason: &Reason| matches!(reason, Reason::Typo { .. } | Reason::SoundsLike { .. });
    best.score < EVERY_WORD || best.reasons.iter().any(misspelt)
}

/// The words of the account's contact types, and of the roles they stand for.
pub(super) fn type_words<'a>(context: Context<'a>) -> Vec<TypeWords<'a>> {
    let words = |(contact_type, name): (&ContactType, &'a [String])| {
        let role = context.policy.roles.role(Some(&contact_type.name));
        TypeWords { id: contact_type.id, name, other: role.map_or(&[], called) }
    };
    context.view.type_words().map(words).collect()
}

/// What people call a role, in the languages of answers.
fn called(role: Role) -> &'static [&'static str] {
    match role {
        Role::Primary => &["primary", "main"],
        Role::Technical => &["technical", "tech", "technik", "technique", "tecnico"],
        Role::Billing => &["billing", "accounting", "invoices", "buchhaltung", "facturation", "facturacion"],
        Role::Executive => &["executive", "management"],
        Role::Vendor => &["vendor", "supplier"],
        Role::EndUser | Role::Departed => &[],
    }
}
