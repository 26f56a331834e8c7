//! An answer put into words: what every renderer shows, in its own way.

use crate::answer::card::{Card, CardChain, NotesPage};
use crate::answer::language::Language;
use crate::answer::lookups::{Lookups, Trail};
use crate::answer::menu::{List, Listed, Menu, MenuEntry};
use crate::answer::phrases::form::{self, FieldPage, FormPage};
use crate::answer::phrases::{self, approvers, banner, card, heading, list, lookups, notice, undo};
use crate::answer::words::Words;
use crate::answer::{Answer, Audience, Body, ClickTarget};
use crate::domain::id::OrganizationId;
use crate::domain::link::Link;
use crate::notebook::attempts::Outcome;
use crate::policy::Layout;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page<'a> {
    pub title: Words,
    /// The most important line first.
    pub lines: Vec<Words>,
    /// Always shown, however long the rest is: trouble, and the data's age.
    pub closing: Vec<Words>,
    /// What may be chosen; already numbered among the lines.
    pub entries: Vec<&'a MenuEntry>,
    /// Which of them is shown already.
    pub current: Option<ClickTarget>,
    pub buttons: Vec<(String, ClickTarget)>,
    /// Where the record is shown in IT Glue.
    pub url: Option<Link>,
}

impl<'a> Page<'a> {
    pub fn of(answer: &'a Answer, language: Language) -> Self {
        let on_click = answer.banner.as_ref().is_some_and(|banner| banner.on_click);
        let mut page = match &answer.body {
            Body::Card(card) if answer.audience == Audience::Channel => Self::shared(card, language),
            Body::Card(card) => Self::card(card, on_click, language),
            Body::Notes(notes) => Self {
                buttons: notes_buttons(notes, language),
                ..Self::plain(card::notes::title(notes, language), card::notes::page(notes, language))
            },
            Body::Menu(menu) => Self::menu(menu, language),
            Body::Approvers(found) => Self {
                entries: found.people.iter().chain(&*found.deciders).map(|one| &one.entry).collect(),
                ..Self::plain(approvers::title(found, language), approvers::lines(found, language))
            },
            Body::List(list) => Self::list(list, on_click, language),
            Body::Lookups(lookups) => Self {
                buttons: lookups_buttons(lookups, language),
                ..Self::plain(lookups::title(lookups, language), lookups::lines(lookups, language))
            },
            Body::Notice(notice) => {
                let (title, lines) = notice::page(notice, language);
                Self::plain(title, lines)
            }
            Body::Sheet(sheet) => Self::plain(sheet.title.clone(), sheet.lines.clone()),
            Body::Form(form) => Self::form(form::page(*form, language)),
        };
        if let Some(banner) = &answer.banner {
            page.lines.splice(0..0, banner::head(banner, language));
            page.lines.extend(banner::tail(banner, language));
            page.url = page.url.or_else(|| banner.url.clone());
        }
        if let Some(told) = &answer.told {
            page.lines.insert(0, phrases::told(told, language));
        }
        if let Some(undo) = &answer.undo {
            page.lines.splice(0..0, undo::line(undo, language));
            page.buttons.extend(undo::button(undo, language).map(|label| (label, undo.target())));
        }
        let updated_at = if let Body::Card(card) = &answer.body { card.updated_at } else { None };
        page.closing =
            answer.status.as_ref().map(|status| phrases::status(status, updated_at, language)).unwrap_or_default();
        page
    }

    fn plain(title: Words, lines: Vec<Words>) -> Self {
        Self { title, lines, ..Self::default() }
    }

    /// A form as text, where there is no other way to show it.
    fn form(form: FormPage) -> Self {
        let choices = |field: FieldPage| {
            let choices = (1..).zip(field.choices).map(|(at, (_, choice))| phrases::numbered(at, Words::new(choice)));
            [Words::new(field.label)].into_iter().chain(choices)
        };
        Self::plain(Words::new(form.title), form.fields.into_iter().flat_map(choices).collect())
    }

    fn card(card: &'a Card, on_click: bool, language: Language) -> Self {
        let chain = card.chain.as_deref();
        let step = |chain: &CardChain| ClickTarget::Step { organization: chain.organization, contact: card.id };
        let calls = chain.map(|chain| phrases::chain::buttons(card, chain, language)).unwrap_or_default();
        Self {
            entries: chain.map(|chain| chain.entries.iter().collect()).unwrap_or_default(),
            current: chain.map(step),
            buttons: calls.into_iter().chain(card_buttons(card, on_click, language)).collect(),
            ..Self::shared(card, language)
        }
    }

    /// In a message for all, each reader would want something else of a button.
    fn shared(card: &Card, language: Language) -> Self {
        Self { url: card.url.clone(), ..Self::plain(card::title(card, language), card::lines(card, language)) }
    }

    fn menu(menu: &'a Menu, language: Language) -> Self {
        let (title, mut lines) = heading::page(menu, language);
        let entry = |(number, entry)| phrases::numbered(number, phrases::entry_whole(entry, language));
        lines.extend((1..).zip(&menu.entries).map(entry));
        Self { entries: menu.entries.iter().collect(), ..Self::plain(title, lines) }
    }

    fn list(list: &'a List, on_click: bool, language: Language) -> Self {
        let contact_type = list.contact_type.as_ref().map(|(id, _)| *id);
        let to = |page| match &list.of {
            Listed::Vips(organization) => {
                ClickTarget::Vips { organization: organization.as_ref().map(|(id, _)| *id), contact_type, page }
            }
            Listed::Everybody(organization, _) => {
                ClickTarget::Directory { organization: *organization, contact_type, page }
            }
        };
        let pager = pager(list.page, list.pages, to, language);
        let everybody = list.directory.map(|organization| directory(organization, language));
        let reveal = match &list.of {
            Listed::Everybody(organization, _) if on_click => {
                let target =
                    ClickTarget::RevealDirectory { organization: *organization, contact_type, page: list.page };
                Some((language.text("reveal-client"), target))
            }
            _ => None,
        };
        Self {
            entries: list.rows.iter().map(|row| &row.entry).collect(),
            buttons: pager.chain(reveal).chain(everybody).collect(),
            ..Self::plain(list::title(list, language), list::lines(list, language))
        }
    }
}

fn card_buttons(card: &Card, on_click: bool, language: Language) -> Vec<(String, ClickTarget)> {
    let (contact, chain) = (card.id, card.chain.as_ref().map(|chain| chain.organization));
    let button = |is_offered: bool, sentence, target| is_offered.then(|| (language.text(sentence), target));
    let share = button(card.offers.share, "share", ClickTarget::Share { contact, chain });
    if card.withheld.everything {
        return share.into_iter().collect();
    }
    let has_more = card.notes.as_ref().is_some_and(|notes| notes.more || card.layout == Layout::Compact);
    let layout = |layout| ClickTarget::Layout { contact, chain, layout };
    let number = card.numbers.first().map(|ranked| ranked.number.fingerprint);
    // What is reported of a settled chain would open it again.
    let called_in = chain.filter(|_| !card.chain.as_ref().is_some_and(|chain| chain.settled));
    let wrong = ClickTarget::Outcome { contact, chain: called_in, number, outcome: Outcome::WrongNumber };
    let favourite = |on| ClickTarget::Favourite { contact, chain, on };
    let all = [
        button(number.is_some(), "outcome-wrong-number", wrong),
        button(card.withheld.on_click || on_click, "reveal", ClickTarget::Reveal { contact, chain }),
        share,
        button(has_more, "notes-button", ClickTarget::Notes { contact, chain, page: 0 }),
        button(card.layout == Layout::Full, "less", layout(Layout::Compact)),
        button(card.layout == Layout::Compact, "details", layout(Layout::Full)),
        card.offers.directory.map(|organization| directory(organization, language)),
        button(card.favourite == Some(true), "remove-favourite", favourite(false)),
        button(card.favourite == Some(false), "add-favourite", favourite(true)),
        button(card.offers.file, "contact-file", ClickTarget::ContactFile(contact)),
    ];
    all.into_iter().flatten().collect()
}

/// A button to everyone at an organization.
fn directory(organization: OrganizationId, language: Language) -> (String, ClickTarget) {
    (language.text("directory"), ClickTarget::Directory { organization, contact_type: None, page: 0 })
}

/// The other pages of notes, and the way back.
fn notes_buttons(notes: &NotesPage, language: Language) -> Vec<(String, ClickTarget)> {
    let NotesPage { contact, chain, .. } = *notes;
    let to = |page| ClickTarget::Notes { contact, chain, page };
    // The notes count their pages from 1, buttons from 0.
    let shown = notes.page.page.saturating_sub(1);
    let pager = pager(shown, notes.page.pages, to, language);
    let card = match chain {
        Some(organization) => ClickTarget::Step { organization, contact },
        None => ClickTarget::Person(contact),
    };
    pager.chain([(language.text("back-to-card"), card)]).collect()
}

fn lookups_buttons(lookups: &Lookups, language: Language) -> Vec<(String, ClickTarget)> {
    let to = |page| ClickTarget::WhoLooked { contact: lookups.contact, page };
    let pages = lookups.trail.as_ref().map_or(0, Trail::pages);
    pager(lookups.shown(), pages, to, language).collect()
}

/// Buttons to the pages before and after this one, counted from 0.
fn pager(
    page: usize,
    pages: usize,
    to: impl Fn(usize) -> ClickTarget,
    language: Language,
) -> impl Iterator<Item = (String, ClickTarget)> {
    let previous = page.checked_sub(1).map(|page| (language.text("previous-page"), to(page)));
    let next = (page + 1 < pages).then(|| (language.text("next-page"), to(page + 1)));
    previous.into_iter().chain(next)
}
