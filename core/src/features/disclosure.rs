//! What an answer discloses, for the audit journal.

use std::collections::{BTreeMap, BTreeSet};

use commands::options::Pick;
use jiff::Timestamp;

use crate::access;
use crate::answer::card::{Best, Card, Named, ShownReason};
use crate::answer::edit::{EditPage, EditStep};
use crate::answer::form::Opened;
use crate::answer::menu::{Choice, MenuEntry};
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Audience, Body, ClickTarget, Effect, Few};
use crate::domain::id::{ContactId, OrganizationId};
use crate::edit::EditField;
use crate::edits::{EditChange, Sent, State};
use crate::escalation::{Because, MissingContact};
use crate::features::ask::Offered;
use crate::journal::{self, Action, Entry, Field, Outcome};
use crate::notebook::Change;
use crate::notebook::attempts::Attempt;
use crate::policy::Layout;
use crate::reach::zone::Local;

/// What an action is called in the journal where the operator does it at the terminal.
pub fn at_terminal(action: Action) -> Action {
    Action::Terminal(match action {
        Action::Command(name) | Action::Button(name) | Action::Suggestions(name) => name,
        Action::Share => "share".into(),
        Action::ContactFile => "contact-file".into(),
        Action::Release => "release".into(),
        Action::Alert => "who-do-i-call".into(),
        entry_of_the_journal_itself => return entry_of_the_journal_itself,
    })
}

pub fn of(answer: &Answer, action: Action, now: Timestamp) -> Entry {
    let mut disclosed = Disclosure::new(action, now);
    disclosed.entry.audience = match answer.audience {
        Audience::Caller => journal::Audience::Caller,
        Audience::Channel => journal::Audience::Channel,
    };
    match &answer.body {
        Body::Card(card) => disclosed.card(card),
        Body::Notes(notes) => disclosed.show(notes.contact, [Field::Name, Field::Notes]),
        Body::Menu(menu) => disclosed.list(&menu.entries),
        Body::Approvers(found) => {
            for approver in found.people.iter().chain(&*found.deciders) {
                disclosed.row(&approver.entry, approver.number.is_some());
            }
            disclosed.missing(&found.missing);
        }
        Body::List(list) => list.rows.iter().for_each(|row| disclosed.row(&row.entry, row.number.is_some())),
        Body::Lookups(lookups) => disclosed.show(lookups.contact, [Field::Name]),
        Body::Notice(notice) => disclosed.notice(notice),
        Body::Sheet(sheet) => disclosed.entry.organizations.extend(&sheet.organizations),
        Body::Form(opened) => disclosed.form(opened),
        Body::Edit(page) => disclosed.edit(page),
    }
    if let Some((file, contact)) = answer.file.as_ref().and_then(|file| Some((file, file.of?))) {
        disclosed.show(contact, file.fields.iter().copied());
    }
    disclosed.names(answer.undo.iter().map(|undo| &undo.whom));
    if let Some(Effect::Edit(EditChange::Send(sent))) = &answer.effect {
        disclosed.entry.changed = sent.fields().collect();
        disclosed.entry.reason = sent.reason.map(|reason| <&str>::from(reason).into());
    }
    if let Some(Effect::Remember(change)) = answer.effect {
        disclosed.change(change);
    }
    if let Some(banner) = answer.banner.as_ref().filter(|banner| banner.has_notes()) {
        disclosed.entry.organizations.insert(banner.organization);
        disclosed.entry.organization_notes.insert(banner.organization);
    }
    disclosed.finish()
}

/// Adds what has become of a change.
pub fn sent(entry: &mut Entry, sent: Option<&Sent>) {
    let Some(sent) = sent else { return };
    entry.changed = sent.fields().collect();
    entry.reason = Some(
        match &sent.state {
            State::Unknown => "unknown",
            State::Done { became, .. } if became.is_whole() => "done",
            State::Done { .. } => "in-part",
            State::NotDone(_) => "not-done",
        }
        .into(),
    );
}

pub fn of_choices(name: &'static str, of: Offered, choices: &[Choice], now: Timestamp) -> Entry {
    let mut disclosed = Disclosure::new(Action::Suggestions(name.into()), now);
    for choice in choices {
        let Some(Pick::Id(id)) = Pick::parse(&choice.value) else { continue };
        match of {
            Offered::Contacts => disclosed.named(ContactId(id), choice.told_by),
            Offered::Organizations => {
                disclosed.entry.organizations.insert(OrganizationId(id));
            }
            Offered::Words => {}
        }
    }
    disclosed.finish()
}

/// The entry for a question refused without a look.
pub fn refused(action: Action, why: &'static str, now: Timestamp) -> Entry {
    Entry { outcome: Outcome::Refused(why.into()), ..Entry::new(now, action) }
}

/// An entry, and the contacts shown so far with their fields.
struct Disclosure {
    entry: Entry,
    shown: BTreeMap<ContactId, BTreeSet<Field>>,
}

impl Disclosure {
    fn new(action: Action, now: Timestamp) -> Self {
        Self { entry: Entry::new(now, action), shown: BTreeMap::new() }
    }

    fn finish(mut self) -> Entry {
        let is_nothing = self.shown.is_empty() && self.entry.organization_notes.is_empty();
        if self.entry.outcome == Outcome::Nothing && !is_nothing {
            self.entry.outcome = Outcome::Disclosed;
        }
        self.entry.show(self.shown);
        self.entry
    }

    fn show(&mut self, contact: ContactId, fields: impl IntoIterator<Item = Field>) {
        self.shown.entry(contact).or_default().extend(fields);
    }

    /// The name, and those of these fields that are there.
    fn show_of<const N: usize>(&mut self, contact: ContactId, fields: [(bool, Field); N]) {
        let there = fields.into_iter().filter(|(is_there, _)| *is_there).map(|(_, field)| field);
        self.show(contact, [Field::Name].into_iter().chain(there));
    }

    /// An entry of a menu or a suggestion: name, title, and the field that tells it from others.
    fn named(&mut self, contact: ContactId, told_by: Option<access::Field>) {
        let told_by = told_by.map(|field| match field {
            access::Field::Phone => Field::Phone,
            access::Field::Email => Field::Email,
            access::Field::Notes => Field::Notes,
            access::Field::Location => Field::Location,
        });
        self.show(contact, [Field::Name, Field::Title].into_iter().chain(told_by));
    }

    fn card(&mut self, card: &Card) {
        // The number by which the contact was found may be a fax.
        let is_by_number = |why: &ShownReason| matches!(why, ShownReason::Phone { line: Some(_), .. });
        let full = card.layout == Layout::Full;
        let site_phone = card.site_phone.is_some() && (full || card.numbers.is_empty());
        let location = (full && !card.location.is_empty()) || site_phone || card.local != Local::Unknown;
        let is_quoted = matches!(card.best, Some(Best::AskedFor { .. })) || card.write_first.is_some();
        let of_card = [
            (card.title.is_some(), Field::Title),
            (!card.numbers.is_empty() || card.why.iter().any(is_by_number), Field::Phone),
            (!card.emails.is_empty(), Field::Email),
            (location, Field::Location),
            ((full && card.notes.is_some()) || card.hours.is_some() || is_quoted, Field::Notes),
        ];
        self.show_of(card.id, of_card);
        let Some(chain) = &card.chain else { return };
        self.entry.organizations.insert(chain.organization);
        for step in chain.next_steps(card.layout).iter().chain(&chain.awake) {
            let is_night = !step.night.is_empty() || step.there_at_night;
            self.show_of(step.contact, [(is_night, Field::Location), (step.there_at_night, Field::Notes)]);
        }
        self.names(chain.last_calls(card.layout).iter().filter_map(|(_, whom)| whom.as_ref()));
        self.missing(&chain.missing);
        self.list(&chain.entries);
    }

    fn list(&mut self, entries: &[MenuEntry]) {
        for entry in entries {
            self.row(entry, false);
        }
    }

    /// An entry of a list, with a number or without.
    fn row(&mut self, row: &MenuEntry, has_number: bool) {
        match row.target {
            ClickTarget::Person(contact)
            | ClickTarget::Step { contact, .. }
            | ClickTarget::Edit(contact)
            | ClickTarget::Retire(contact)
            | ClickTarget::WhoLooked { contact, .. } => {
                self.named(contact, row.told_by);
                self.show(contact, has_number.then_some(Field::Phone));
            }
            ClickTarget::Primary(organization)
            | ClickTarget::Directory { organization, .. }
            | ClickTarget::WhoCan { organization, .. }
            | ClickTarget::Add(organization)
            | ClickTarget::Bind(organization) => {
                self.entry.organizations.insert(organization);
            }
            ClickTarget::Vips { organization, .. } => self.entry.organizations.extend(organization),
            // These are buttons, and in no list.
            ClickTarget::Layout { .. }
            | ClickTarget::Notes { .. }
            | ClickTarget::Outcome { .. }
            | ClickTarget::Share { .. }
            | ClickTarget::Favourite { .. }
            | ClickTarget::Reveal { .. }
            | ClickTarget::RevealDirectory { .. }
            | ClickTarget::Undo { .. }
            | ClickTarget::EditPart { .. }
            | ClickTarget::Draft(_)
            | ClickTarget::DraftPart { .. }
            | ClickTarget::DraftSide { .. }
            | ClickTarget::Save(_)
            | ClickTarget::Discard(_)
            | ClickTarget::UndoEdit(_)
            | ClickTarget::ContactFile(_) => {}
        }
    }

    /// What stands in a form already.
    fn form(&mut self, opened: &Opened) {
        let Some(prefill) = opened.prefill.as_ref() else { return };
        if let Some(contact) = prefill.contact {
            let fields = prefill.part.fields().iter().map(|field| of_field(*field));
            self.show(contact, [Field::Name].into_iter().chain(fields));
        }
    }

    fn edit(&mut self, page: &EditPage) {
        self.entry.organizations.extend(page.subject.organization.iter().map(|(id, _)| *id));
        if let Some(contact) = page.subject.contact {
            self.show(contact, [Field::Name]);
            if let EditStep::Preview { differences, .. } = &page.step {
                self.show(contact, differences.iter().map(|one| of_field(one.field)));
            }
        }
        if let EditStep::Preview { duplicates, .. } = &page.step {
            self.list(duplicates);
        }
    }

    /// Why a number is reported wrong, or what is undone.
    fn change(&mut self, change: Change) {
        let reason = match change {
            Change::Attempt(Attempt { reason, .. }) => reason.map(<&str>::from),
            Change::Undo(Attempt { outcome, .. }) => Some(outcome.into()),
            Change::Bind { .. } | Change::Unbind { .. } | Change::LookedUp { .. } | Change::Favourite { .. } => None,
        };
        self.entry.reason = reason.map(Into::into);
    }

    /// Contacts who are named although they cannot be called.
    fn missing(&mut self, missing: &[MissingContact<Few<Named>>]) {
        for missing in missing {
            match &missing.because {
                Because::NotOnRecord | Because::NotShown => {}
                Because::OnlyEmail(people) | Because::Unreachable(people) | Because::Departed(people) => {
                    self.names(people.iter());
                }
            }
        }
    }

    fn names<'n>(&mut self, people: impl Iterator<Item = &'n Named>) {
        people.for_each(|named| self.show(named.contact, [Field::Name]));
    }

    fn notice(&mut self, notice: &Notice) {
        let why = match notice {
            Notice::NotAllowed => "not-allowed",
            Notice::NotServed => "not-served",
            Notice::TooManyChanges { .. } => "too-many-changes",
            Notice::SharingOff => "sharing-off",
            Notice::NotHandedOn(person) => {
                self.show(person.contact, [Field::Name]);
                "departed"
            }
            Notice::Hold(Hold::Own) => "own",
            Notice::Hold(Hold::Released { user, reason }) => {
                (self.entry.subject, self.entry.reason) = (Some(*user), Some(<&str>::from(reason).into()));
                return;
            }
            Notice::NobodyToCall(dead_end) => {
                self.names(dead_end.named.iter());
                return self.missing(&dead_end.missing);
            }
            _ => return,
        };
        self.entry.outcome = Outcome::Refused(why.into());
    }
}

/// A field of an edit, as the journal calls it.
fn of_field(field: EditField) -> Field {
    match field {
        EditField::FirstName | EditField::LastName => Field::Name,
        EditField::Title | EditField::Type | EditField::Vip => Field::Title,
        EditField::Emails => Field::Email,
        EditField::Phones => Field::Phone,
        EditField::Notes => Field::Notes,
        EditField::Location => Field::Location,
    }
}
