//! A contact's card: what is known of the contact at one moment, and the actions on it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;

use crate::access::{Field, Permission};
use crate::answer::card::{Best, Card, Excerpt, Named, NotesPage, Offers, ShownReason, StatedHours};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Audience, Body, Effect, File};
use crate::domain::contact::{Contact, Fingerprint, Phone};
use crate::domain::id::{ContactId, OrganizationId};
use crate::features::ask::{Ask, CHAINS, LOOKUPS};
use crate::features::chain::ShownAs;
use crate::features::context::Context;
use crate::features::reach::{self, Times};
use crate::features::{find, primary};
use crate::journal::{self, Action};
use crate::notebook::attempts::{Attempt, WrongReason};
use crate::notebook::{Change, ESCALATION};
use crate::notes::{self, Notes};
use crate::policy::Layout;
use crate::reach::hours::{self, Open};
use crate::reach::number::{self, Ranked, WorkTime};
use crate::reach::vcard;

/// UTF-16 units, as written for a chat, of a page of notes: about what a phone shows at once, and so few that no renderer
/// cuts even the longest line with the marks around it.
const PAGE: usize = 1_000;

/// Only a card that shows a chain says on which way it was come by.
pub(super) fn needs(chain: Option<OrganizationId>) -> &'static [Permission] {
    if chain.is_some() { CHAINS } else { LOOKUPS }
}

pub(super) fn click(contact: ContactId) -> Ask<'static> {
    Ask::click("person", LOOKUPS, move |context| find::by_id(contact, context))
}

pub(super) fn click_layout(contact: ContactId, chain: Option<OrganizationId>, layout: Layout) -> Ask<'static> {
    Ask::click("layout", needs(chain), move |context| changed(contact, chain, context, |card| card.layout = layout))
}

pub(super) fn click_notes(contact: ContactId, chain: Option<OrganizationId>, page: usize) -> Ask<'static> {
    Ask::click("notes", needs(chain), move |context| notes(contact, chain, page, context))
}

pub(super) fn click_share(contact: ContactId, chain: Option<OrganizationId>) -> Ask<'static> {
    Ask::new(Action::Share, &[Permission::Share], move |context| shared(contact, chain, context))
}

pub(super) fn click_reveal(contact: ContactId, chain: Option<OrganizationId>) -> Ask<'static> {
    Ask { reveal: true, ..Ask::click("reveal", needs(chain), move |context| of(contact, chain, context)) }
}

pub(super) fn click_favourite(contact: ContactId, chain: Option<OrganizationId>, on: bool) -> Ask<'static> {
    Ask::click("favourite", needs(chain), move |context| favourite(contact, chain, on, context))
}

pub(super) fn click_file(contact: ContactId) -> Ask<'static> {
    Ask::new(Action::ContactFile, &[Permission::ContactFile], move |context| file(contact, context))
}

/// A page of a contact's notes, counted from 0; the last one where there are fewer pages now.
fn notes(contact: ContactId, chain: Option<OrganizationId>, page: usize, context: Context<'_>) -> Body {
    let Some(contact) = context.view.contact(contact) else { return Body::Notice(Notice::Gone) };
    if context.withheld(contact).keeps(Field::Notes) {
        return Body::Notice(Notice::NotAllowed);
    }
    let notes = notes::read(contact.notes.as_deref().unwrap_or_default());
    Body::Notes(NotesPage {
        contact: contact.id,
        name: contact.display_name(),
        page: notes.page(page.saturating_add(1), PAGE),
        cut: notes.cut,
        chain,
    })
}

/// The card, for the channel to see.
fn shared(contact: ContactId, chain: Option<OrganizationId>, context: Context<'_>) -> Answer {
    if !context.policy.share {
        return Body::Notice(Notice::SharingOff).into();
    }
    match of(contact, chain, context) {
        Body::Card(card) if card.departed.is_some() => {
            Body::Notice(Notice::NotHandedOn(Named { contact: card.id, name: card.name })).into()
        }
        // The intended contact is not to be called there any more, and the one who is now is not the one to be shared.
        Body::Card(card) if card.id != contact => Body::Card(card).into(),
        Body::Card(mut card) => {
            card.shared_by = context.caller.user;
            // The caller's favourites are their own business.
            card.favourite = None;
            // A shared card has no menu, so the contacts only in the menu are not shown.
            if let Some(chain) = &mut card.chain {
                chain.entries.clear();
            }
            if !context.policy.share_notes {
                card.leave_out_notes();
            }
            Answer { audience: Audience::Channel, ..Answer::from(Body::Card(card)) }
        }
        body => body.into(),
    }
}

/// Adds a contact to the caller's favourites, or removes one.
fn favourite(contact: ContactId, chain: Option<OrganizationId>, on: bool, context: Context<'_>) -> Answer {
    let body = changed(contact, chain, context, |card| card.favourite = card.favourite.map(|_| on));
    let is_there = matches!(body, Body::Card(_));
    let user = context.caller.user.filter(|_| is_there);
    Answer { effect: user.map(|user| Effect::Remember(Change::Favourite { user, contact, on })), ..Answer::from(body) }
}

fn file(contact: ContactId, context: Context<'_>) -> Answer {
    let Some(contact) = context.view.contact(contact) else { return Body::Notice(Notice::Gone).into() };
    let name = contact.display_name();
    if context.departed(contact).is_some() {
        return Body::Notice(Notice::NotHandedOn(Named::of(contact))).into();
    }
    let withheld = context.withheld(contact);
    if withheld.everything {
        return Body::Notice(Notice::NotAllowed).into();
    }
    let organization = context.view.organization_name(contact);
    let mut shown = contact.clone();
    if withheld.keeps(Field::Phone) {
        shown.phones.clear();
    }
    if withheld.keeps(Field::Email) {
        shown.emails.clear();
    }
    let parts = [
        (true, journal::Field::Name),
        (shown.title.is_some(), journal::Field::Title),
        (!shown.phones.is_empty(), journal::Field::Phone),
        (!shown.emails.is_empty(), journal::Field::Email),
    ];
    let file = File {
        name: vcard::file_name(&shown),
        of: Some(contact.id),
        fields: parts.into_iter().filter(|(is_there, _)| *is_there).map(|(_, field)| field).collect(),
        media_type: "text/vcard",
        content: vcard::vcard(&shown, organization, &reach::numbers(&shown, context)),
    };
    Answer { file: Some(file), ..Answer::from(Body::Notice(Notice::ContactFile { name })) }
}

/// The card, as a step of a chain where it was one.
pub(super) fn of(contact: ContactId, chain: Option<OrganizationId>, context: Context<'_>) -> Body {
    match chain.and_then(|id| context.view.organization(id)) {
        Some(organization) => primary::card(organization, contact, ShownAs::Now, context),
        None => find::by_id(contact, context),
    }
}

pub(super) fn changed(
    contact: ContactId,
    chain: Option<OrganizationId>,
    context: Context<'_>,
    change: impl FnOnce(&mut Card),
) -> Body {
    let mut body = of(contact, chain, context);
    if let Body::Card(card) = &mut body {
        change(card);
    }
    body
}

/// How long a number counts as new: after two weeks, everyone who works with the contact knows it.
const LATELY: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Visible characters of notes on a card: two or three sentences.
const EXCERPT: usize = 300;

/// Lines of notes on a card, so that a list of single words does not fill the screen.
const EXCERPT_LINES: usize = 6;

/// The card of a contact, in the layout that the operator has chosen.
pub(super) fn build(contact: &Contact, why: Vec<ShownReason>, context: Context<'_>) -> Card {
    let Context { view, policy, notebook, caller, now, .. } = context;
    let departed = context.departed(contact);
    let times = Times::of(contact, context);
    let open = times.open(now);
    let numbers = times.numbers(contact, context);
    let primary_email = contact.primary_email();
    let is_other = |email: &&_| primary_email.is_none_or(|primary| !std::ptr::eq(*email, primary));
    let reached = notebook.last_reached(contact.id).copied();
    let is_newer = |at| reached.is_none_or(|reached| reached.at < at);
    let last_failed = notebook.last_failed(contact.id).copied().filter(|failed| is_newer(failed.at));
    let is_lately = |failed: &Attempt| now.duration_since(failed.at) < ESCALATION;
    let withheld = context.withheld(contact);
    let listed = contact.organization.and_then(|id| view.organization(id));
    // Round-the-clock hours come from the notes.
    let says_to_be_there = matches!(open, Open::Open { .. }) && !withheld.keeps(Field::Notes);
    let mut card = Card {
        id: contact.id,
        name: contact.display_name(),
        vip: context.is_important(contact),
        departed,
        title: contact.title.as_deref().map(str::to_owned),
        organization: view.organization_name(contact).map(str::to_owned),
        contact_type: view.contact_type_name(contact).map(str::to_owned),
        best: best(&numbers, &times, contact, context),
        wrong: wrong(&numbers, contact, context),
        // A contact on duty round the clock or on the night shift is not woken.
        night: departed.is_none() && !numbers.is_empty() && !says_to_be_there && times.place.night(now) == Some(true),
        numbers,
        has_fax: contact.phones.iter().any(Phone::is_fax),
        emails: primary_email.into_iter().chain(contact.emails.iter().filter(is_other)).cloned().collect(),
        location: location(contact, context),
        site_phone: reach::site_phone(contact, context),
        local: times.place.local(now),
        local_of: times.of,
        hours: match open {
            Open::Open { quote } => Some(StatedHours { open: true, quote: quote.to_owned() }),
            Open::Closed { quote } => Some(StatedHours { open: false, quote: quote.to_owned() }),
            Open::Unknown => None,
        },
        write_first: hours::write_first(&times.notes.text()),
        notes: excerpt(&times.notes),
        last_reached: reached,
        last_failed: last_failed.filter(|failed| !is_lately(failed)),
        failed_lately: last_failed.filter(is_lately),
        layout: policy.layout.unwrap_or(if caller.at_terminal { Layout::Full } else { Layout::Compact }),
        offers: Offers {
            dial_links: policy.dial_links,
            // The number of a contact who has left is not passed on, and a terminal has no channel to share with.
            share: policy.share
                && view.allows(Permission::Share, contact)
                && departed.is_none()
                && caller.channel.is_some(),
            file: departed.is_none() && caller.user.is_some() && view.allows(Permission::ContactFile, contact),
            edit: caller.user.is_some() && view.allows(Permission::Edit, contact) && !view.is_redacted(contact),
            directory: listed
                .filter(|organization| view.allows_at(Permission::Directory, organization))
                .map(|it| it.id),
        },
        favourite: caller.user.map(|user| notebook.favourites(user).any(|favourite| favourite == contact.id)),
        shared_by: None,
        updated_at: contact.updated_at,
        phones_changed_at: contact.phones_changed_at.filter(|&at| context.now.duration_since(at) < LATELY),
        url: contact.url.as_deref().and_then(|url| context.link(url)),
        why,
        withheld,
        chain: None,
    };
    card.withhold();
    card
}

/// Why numbers are reported wrong.
fn wrong(numbers: &[Ranked], contact: &Contact, context: Context<'_>) -> BTreeMap<Fingerprint, BTreeSet<WrongReason>> {
    let wrong = numbers.iter().filter(|ranked| ranked.reported_wrong > 0).map(|ranked| ranked.number.fingerprint);
    wrong.map(|number| (number, context.notebook.wrong_reports(contact.id, number).reasons)).collect()
}

/// Why the first number is the one to call, where it is not obvious.
fn best(numbers: &[Ranked], times: &Times, contact: &Contact, context: Context<'_>) -> Option<Best> {
    let why = numbers.first()?.why;
    match why {
        number::RankReason::Stated => {
            times.asked_for(context.now).map(|(_, quote)| Best::AskedFor { quote: quote.to_owned() })
        }
        number::RankReason::MobileOutOfHours => Some(Best::MobileOutOfHours),
        number::RankReason::HomeOutOfHours => Some(Best::HomeOutOfHours),
        // In hours it only comes first because IT Glue has it first.
        number::RankReason::Mobile if times.work(contact, context) == WorkTime::Unknown => Some(Best::Mobile),
        _ => None,
    }
}

fn location(contact: &Contact, context: Context<'_>) -> Vec<String> {
    let known = contact.location.and_then(|id| context.view.location(id));
    let name = known.and_then(|location| location.name.as_ref()).or(contact.location_name.as_ref());
    let place = known.map(|location| [&location.city, &location.region, &location.country]);
    let place = place.into_iter().flatten().flatten();
    let mut parts: Vec<String> = name.into_iter().chain(place).map(ToString::to_string).collect();
    // A site is often named after its city; saying it twice is of no use.
    parts.dedup();
    parts
}

/// The beginning of the notes, if there are any.
pub(super) fn excerpt(notes: &Notes) -> Option<Excerpt> {
    let (beginning, more) = notes.excerpt(EXCERPT);
    let mut lines = beginning.lines;
    let more = more || lines.len() > EXCERPT_LINES;
    lines.truncate(EXCERPT_LINES);
    (!lines.is_empty()).then(|| Excerpt { lines, more, secrets: notes.secrets().count() })
}
