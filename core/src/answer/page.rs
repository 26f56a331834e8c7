//! An answer put into words: what every renderer shows, in its own way.

use crate::answer::card::{Banner, Card, CardChain, NotesPage};
use crate::answer::edit::{EditPage, EditStep};
use crate::answer::language::Language;
use crate::answer::lookups::{Lookups, Trail};
use crate::answer::menu::{List, Listed, Menu, MenuEntry};
use crate::answer::phrases::form::{self, FieldPage, FormPage, Input};
use crate::answer::phrases::{self, approvers, banner, card, edit, heading, list, lookups, notice, undo};
use crate::answer::words::{Line, Words, theirs};
use crate::answer::{Answer, Audience, Body, ClickTarget};
use crate::domain::id::OrganizationId;
use crate::domain::link::Link;
use crate::notebook::attempts::Outcome;
use crate::policy::Layout;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page<'a> {
    pub title: Words,
    /// The most important line first.
    pub lines: Vec<Line>,
    /// Always shown, however long the rest is: trouble, and the data's age.
    pub closing: Vec<Line>,
    /// What may be chosen; already numbered among the lines.
    pub entries: Vec<&'a MenuEntry>,
    /// Which of them is shown already.
    pub current: Option<ClickTarget>,
    /// What goes on with the work, the likeliest first.
    pub actions: Vec<(String, ClickTarget)>,
    /// Other buttons, the most used first.
    pub buttons: Vec<(String, ClickTarget)>,
    /// Where the record is shown in IT Glue.
    pub url: Option<Link>,
    pub edge: Edge,
}

/// What the edge of an answer shows at a glance. Its words say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    #[default]
    Plain,
    Vip,
    /// The account could not be read lately.
    Stale,
    /// There is something to know before a call.
    Warning,
}

impl<'a> Page<'a> {
    pub fn of(answer: &'a Answer, language: Language) -> Self {
        let banner = answer.banner.as_ref();
        let on_click = banner.is_some_and(|banner| banner.on_click);
        let mut page = match &answer.body {
            Body::Card(card) if answer.audience == Audience::Channel => Self::shared(card, banner, language),
            Body::Card(card) => Self::card(card, banner, language),
            Body::Notes(notes) => Self {
                buttons: notes_buttons(notes, language),
                ..Self::plain(card::notes::title(notes, language), card::notes::page(notes, language))
            },
            Body::Menu(menu) => Self::menu(menu, language),
            Body::Approvers(found) => Self {
                title: approvers::title(found, language),
                lines: approvers::lines(found, language),
                entries: found.people.iter().chain(&*found.deciders).map(|one| &one.entry).collect(),
                ..Self::default()
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
            Body::Form(opened) => Self::form(form::page(opened, language)),
            Body::Edit(page) => Self::edit(page, language),
        };
        if let Some(banner) = &answer.banner {
            if !matches!(answer.body, Body::Card(_)) {
                page.lines.splice(0..0, banner::head(banner, language).into_iter().map(Line::from));
                page.lines.extend(banner::tail(banner, language).into_iter().map(Line::from));
            }
            page.url = page.url.or_else(|| banner.url.clone());
        }
        page.lines.extend(answer.told.as_ref().map(|told| phrases::told(told, language).small()));
        if let Some(status) = &answer.status {
            let updated_at = match &answer.body {
                Body::Card(card) if card.layout == Layout::Full => card.updated_at,
                _ => None,
            };
            page.closing = phrases::status(status, updated_at, language);
        }
        if let Some(undo) = &answer.undo {
            page.lines.splice(0..0, undo::line(undo, language).map(Line::from));
            let row = if page.actions.is_empty() { &mut page.buttons } else { &mut page.actions };
            row.extend(undo::button(undo, language).map(|label| (label, undo.target())));
        }
        if let Some(saved) = &answer.saved {
            page.lines.splice(0..0, edit::saved(saved, language).into_iter().map(Line::from));
            page.actions.extend(edit::undo(saved, language));
        }
        page.edge = edge(answer);
        page
    }

    /// The buttons in their order.
    pub fn all_buttons(&self) -> impl Iterator<Item = &(String, ClickTarget)> {
        self.actions.iter().chain(&self.buttons)
    }

    fn plain(title: Words, lines: Vec<Words>) -> Self {
        Self { title, lines: lines.into_iter().map(Line::from).collect(), ..Self::default() }
    }

    /// A form as text, where there is no other way to show it.
    fn form(form: FormPage) -> Self {
        let lines = |field: FieldPage| {
            let lines: Vec<Words> = match field.input {
                Input::Choice(choice) => {
                    let choices = (1..).zip(choice.choices);
                    choices.map(|(at, (_, choice))| phrases::numbered(at, Words::new(choice))).collect()
                }
                Input::Text { value, .. } => value.lines().map(theirs).collect(),
                Input::Check { .. } => Vec::new(),
            };
            [Words::new(field.label)].into_iter().chain(field.hint.map(Words::new)).chain(lines)
        };
        Self::plain(Words::new(form.title), form.fields.into_iter().flat_map(lines).collect())
    }

    fn edit(page: &'a EditPage, language: Language) -> Self {
        let [actions, buttons] = edit::buttons(page, language);
        let entries = match &page.step {
            EditStep::Preview { duplicates, .. } => duplicates.iter().collect(),
            _ => Vec::new(),
        };
        let mut lines = edit::lines(page, language);
        let numbered = |(number, entry)| phrases::numbered(number, phrases::entry_whole(entry, language));
        lines.extend((1..).zip(&entries).map(|(number, entry)| numbered((number, *entry))));
        let url = page.subject.url.clone();
        Self { entries, actions, buttons, url, ..Self::plain(edit::title(page, language), lines) }
    }

    fn card(card: &'a Card, banner: Option<&Banner>, language: Language) -> Self {
        let on_click = banner.is_some_and(|banner| banner.on_click);
        let chain = card.chain.as_deref();
        let step = |chain: &CardChain| ClickTarget::Step { organization: chain.organization, contact: card.id };
        Self {
            entries: chain.map(|chain| chain.entries.iter().collect()).unwrap_or_default(),
            current: chain.map(step),
            actions: chain
                .map(|chain| phrases::chain::buttons(card, chain, wrong_number(card, language), language))
                .unwrap_or_default(),
            buttons: card_buttons(card, on_click, language),
            ..Self::shared(card, banner, language)
        }
    }

    /// In a message for all, each reader would want something else of a button.
    fn shared(card: &Card, banner: Option<&Banner>, language: Language) -> Self {
        Self {
            title: card::title(card, language),
            lines: card::lines(card, banner, language),
            url: card.url.clone(),
            ..Self::default()
        }
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
            title: list::title(list, language),
            lines: list::lines(list, language),
            ..Self::default()
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
    let full = card.layout == Layout::Full;
    let has_more = full && card.notes.as_ref().is_some_and(|notes| notes.more);
    let layout = |layout| ClickTarget::Layout { contact, chain, layout };
    let favourite = |on| ClickTarget::Favourite { contact, chain, on };
    let all = [
        button(card.withheld.on_click || on_click, "reveal", ClickTarget::Reveal { contact, chain }),
        button(full, "less", layout(Layout::Compact)),
        button(!full, "details", layout(Layout::Full)),
        share,
        wrong_number(card, language).filter(|_| chain.is_none()),
        button(has_more, "notes-button", ClickTarget::Notes { contact, chain, page: 0 }),
        card.offers.directory.filter(|_| full).map(|organization| directory(organization, language)),
        button(full && card.favourite == Some(true), "remove-favourite", favourite(false)),
        button(full && card.favourite == Some(false), "add-favourite", favourite(true)),
        button(card.offers.edit, "edit-button", ClickTarget::Edit(contact)),
        button(full && card.offers.file, "contact-file", ClickTarget::ContactFile(contact)),
    ];
    all.into_iter().flatten().collect()
}

/// The report of the number shown first.
fn wrong_number(card: &Card, language: Language) -> Option<(String, ClickTarget)> {
    let number = Some(card.numbers.first()?.number.fingerprint);
    // What is reported of a settled chain would open it again.
    let chain = card.chain.as_ref().filter(|chain| !chain.settled).map(|chain| chain.organization);
    let target = ClickTarget::Outcome { contact: card.id, chain, number, outcome: Outcome::WrongNumber };
    Some((language.text("outcome-wrong-number"), target))
}

fn edge(answer: &Answer) -> Edge {
    let card = if let Body::Card(card) = &answer.body { Some(card) } else { None };
    let is_stale = answer.status.as_ref().is_some_and(|status| status.trouble.is_some());
    let banner = answer.banner.as_ref();
    let warns =
        |banner: &Banner| banner.alert.is_some() || banner.status.as_ref().is_some_and(|status| status.inactive);
    match card {
        Some(card) if card.warns() || banner.is_some_and(warns) => Edge::Warning,
        _ if is_stale => Edge::Stale,
        Some(card) if card.vip => Edge::Vip,
        _ => Edge::Plain,
    }
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
