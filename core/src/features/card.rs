//! The actions on a contact's card. Its contents are put together in [`build`].

pub(super) mod build;

use crate::access::Field;
use crate::answer::card::{Card, Named, NotesPage};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Audience, Body, Effect, File};
use crate::domain::id::{ContactId, OrganizationId};
use crate::features::chain::ShownAs;
use crate::features::context::Context;
use crate::features::{find, primary, reach};
use crate::journal;
use crate::notebook::Change;
use crate::notes;
use crate::reach::vcard;

/// UTF-16 units, as written for a chat, of a page of notes: about what a phone shows at once, and so few that no renderer
/// cuts even the longest line with the marks around it.
const PAGE: usize = 1_000;

/// A page of a contact's notes, counted from 0; the last one where there are fewer pages now.
pub(super) fn notes(contact: ContactId, chain: Option<OrganizationId>, page: usize, context: Context<'_>) -> Body {
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
pub(super) fn shared(contact: ContactId, chain: Option<OrganizationId>, context: Context<'_>) -> Answer {
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
pub(super) fn favourite(contact: ContactId, chain: Option<OrganizationId>, on: bool, context: Context<'_>) -> Answer {
    let body = changed(contact, chain, context, |card| card.favourite = card.favourite.map(|_| on));
    let is_there = matches!(body, Body::Card(_));
    let user = context.caller.user.filter(|_| is_there);
    Answer { effect: user.map(|user| Effect::Remember(Change::Favourite { user, contact, on })), ..Answer::from(body) }
}

pub(super) fn file(contact: ContactId, context: Context<'_>) -> Answer {
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
