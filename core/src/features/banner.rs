//! The organization's own line above an answer, however the question was asked.

use crate::access::Field;
use crate::answer::card::{Banner, Excerpt};
use crate::answer::menu::{List, Listed};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Audience, Body};
use crate::domain::contact::Contact;
use crate::domain::id::OrganizationId;
use crate::domain::link::Link;
use crate::domain::organization::{Organization, QuickNotes};
use crate::features::card::excerpt;
use crate::features::context::Context;
use crate::notes::{self, NotePiece};
use crate::policy::Layout;

/// Visible characters of an alert that are shown: all of a real one, and what fits a line when each is escaped.
const ALERT: usize = 450;

/// How much the banner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    Status,
    Alert,
    QuickNotes,
}

/// The banner; `None` where there is nothing to say, or where the answer is about no single organization.
pub(super) fn of(answer: &Answer, context: Context<'_>) -> Option<Banner> {
    let (id, mut extent) = about(&answer.body, context)?;
    let organization = context.view.organization(id)?;
    if context.is_redacted(organization) {
        return None;
    }
    if answer.audience == Audience::Channel && !context.policy.share_notes {
        extent = Extent::Status;
    }
    let alert = organization.alert.as_deref().filter(|_| extent >= Extent::Alert).and_then(alert);
    let quick_notes = organization.quick_notes.as_ref().filter(|_| extent >= Extent::QuickNotes).and_then(quick_notes);
    let status = organization.unusual_status();
    let mut banner = Banner { organization: id, status, alert, quick_notes, on_click: false, url: None };
    if context.keeps(Field::Notes, organization) {
        banner.on_click = banner.has_notes() && !Context { reveal: true, ..context }.keeps(Field::Notes, organization);
        (banner.alert, banner.quick_notes) = (None, None);
    }
    let is_cut = [&banner.alert, &banner.quick_notes].into_iter().flatten().any(|shown| shown.more);
    banner.url = if is_cut { url(organization, context) } else { None };
    (banner.status.is_some() || banner.has_notes() || banner.on_click).then_some(banner)
}

/// The organization an answer is about, and how much its banner says.
fn about(body: &Body, context: Context<'_>) -> Option<(OrganizationId, Extent)> {
    match body {
        Body::Card(card) => match &card.chain {
            Some(chain) if card.layout == Layout::Full => Some((chain.organization, Extent::QuickNotes)),
            Some(chain) => Some((chain.organization, Extent::Alert)),
            None => Some((context.view.contact(card.id)?.organization?, Extent::Alert)),
        },
        Body::List(List { of: Listed::Everybody(id, _), page, .. }) => {
            Some((*id, if *page == 0 { Extent::QuickNotes } else { Extent::Alert }))
        }
        Body::Notice(Notice::NobodyAt { id, .. } | Notice::NobodyListed { id, .. }) => Some((*id, Extent::QuickNotes)),
        Body::Notice(Notice::NobodyToCall(dead_end)) => Some((dead_end.id, Extent::QuickNotes)),
        Body::Approvers(found) => Some((found.id, Extent::Status)),
        _ => None,
    }
}

fn alert(raw: &str) -> Option<Excerpt> {
    let mut read = notes::read(raw);
    // It is part of a sentence of ours, in which no foreign text may stand out.
    for piece in read.lines.iter_mut().flat_map(|line| &mut line.pieces) {
        if let NotePiece::Strong(text) = piece {
            *piece = NotePiece::Plain(std::mem::take(text));
        }
    }
    let (shown, more) = read.excerpt(ALERT);
    (!shown.lines.is_empty()).then(|| Excerpt { lines: shown.lines, more, secrets: read.secrets().count() })
}

fn quick_notes(quick_notes: &QuickNotes) -> Option<Excerpt> {
    let shown = excerpt(&notes::read(&quick_notes.text));
    if !quick_notes.cut {
        return shown;
    }
    let shown = shown.unwrap_or_default();
    Some(Excerpt { more: true, ..shown })
}

/// An organization's page in IT Glue. Only contacts carry an address, `https://…/ORGANIZATION/contacts/CONTACT`.
fn url(organization: &Organization, context: Context<'_>) -> Option<Link> {
    let end = format!("/{}", organization.id);
    let of = |contact: &Contact| {
        let (page, _) = contact.url.as_deref()?.split_once("/contacts/")?;
        context.link(page).filter(|_| page.ends_with(&end))
    };
    context.view.contacts_of(organization.id).find_map(of)
}
