//! What an answer discloses, for the audit journal.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use commands::options::Pick;
use jiff::Timestamp;

use crate::access;
use crate::answer::card::{Card, ShownReason};
use crate::answer::chain::Named;
use crate::answer::choice::Choice;
use crate::answer::few::Few;
use crate::answer::form::Form;
use crate::answer::menu::MenuEntry as Listed;
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Audience, Body, ClickTarget};
use crate::domain::id::{ContactId, OrganizationId};
use crate::escalation::{Because, MissingContact};
use crate::features::ask::Offered;
use crate::journal::{self, Action, Entry, Field, Outcome};
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

/// The entry for an answer.
pub fn of(answer: &Answer, action: Action, now: Timestamp) -> Entry {
    let mut entry = Entry::new(now, action);
    entry.audience = match answer.audience {
        Audience::Caller => journal::Audience::Caller,
        Audience::Channel => journal::Audience::Channel,
    };
    let mut shown = ShownContacts::default();
    match &answer.body {
        Body::Card(card) => of_card(card, &mut shown, &mut entry),
        Body::Notes(notes) => shown.add(notes.contact, [Field::Name, Field::Notes]),
        Body::Menu(menu) => listed(menu.entries.iter(), &mut shown, &mut entry),
        Body::Approvers(found) => {
            for approver in found.people.iter().chain(&*found.deciders) {
                row(&approver.entry, approver.number.is_some(), &mut shown, &mut entry);
            }
            missing(&found.missing, &mut shown);
        }
        Body::List(list) => {
            for one in &list.rows {
                row(&one.entry, one.number.is_some(), &mut shown, &mut entry);
            }
        }
        Body::Lookups(lookups) => shown.add(lookups.contact, [Field::Name]),
        Body::Notice(notice) => of_notice(notice, &mut shown, &mut entry),
        Body::Sheet(sheet) => entry.organizations.extend(&sheet.organizations),
        Body::Form(Form::Release(_)) => {}
    }
    if let Some((file, contact)) = answer.file.as_ref().and_then(|file| Some((file, file.of?))) {
        shown.add(contact, file.fields.iter().copied());
    }
    if let Some(banner) = answer.banner.as_ref().filter(|banner| banner.has_notes()) {
        entry.organizations.insert(banner.organization);
        entry.organization_notes.insert(banner.organization);
    }
    if entry.outcome == Outcome::Nothing && !(shown.0.is_empty() && entry.organization_notes.is_empty()) {
        entry.outcome = Outcome::Disclosed;
    }
    entry.show(shown.0);
    entry
}

/// The contacts shown, and which of their fields.
#[derive(Default)]
struct ShownContacts(BTreeMap<ContactId, BTreeSet<Field>>);

impl ShownContacts {
    fn add(&mut self, contact: ContactId, fields: impl IntoIterator<Item = Field>) {
        self.0.entry(contact).or_default().extend(fields);
    }
}

/// The entry for suggestions.
pub fn of_choices(name: &'static str, of: Offered, choices: &[Choice], now: Timestamp) -> Entry {
    let taken = choices.iter().filter_map(|choice| match Pick::parse(&choice.value) {
        Some(Pick::Id(id)) => Some((id, choice.told_by)),
        _ => None,
    });
    let mut entry = Entry::new(now, Action::Suggestions(name.into()));
    let mut shown = ShownContacts::default();
    for (id, told_by) in taken {
        match of {
            Offered::Contacts => {
                shown.add(ContactId(id), [Field::Name, Field::Title].into_iter().chain(told_by.map(noted)));
            }
            Offered::Organizations => {
                entry.organizations.insert(OrganizationId(id));
            }
            Offered::Words => {}
        }
    }
    if !shown.0.is_empty() {
        entry.outcome = Outcome::Disclosed;
    }
    entry.show(shown.0);
    entry
}

/// The entry for a question refused without a look.
pub fn refused(action: Action, why: &'static str, now: Timestamp) -> Entry {
    Entry { outcome: Outcome::Refused(why.into()), ..Entry::new(now, action) }
}

fn of_card(card: &Card, shown: &mut ShownContacts, entry: &mut Entry) {
    let of_card = [
        (true, Field::Name),
        (card.title.is_some(), Field::Title),
        (!card.numbers.is_empty() || shows_number(card), Field::Phone),
        (!card.emails.is_empty(), Field::Email),
        (!card.location.is_empty() || card.site_phone.is_some() || card.local != Local::Unknown, Field::Location),
        (card.notes.is_some() || card.hours.is_some(), Field::Notes),
    ];
    shown.add(card.id, of_card.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, field)| field));
    let Some(chain) = &card.chain else { return };
    entry.organizations.insert(chain.organization);
    for step in chain.following.iter().chain(&chain.awake) {
        let of_step = [
            (true, Field::Name),
            (!step.night.is_empty() || step.there_at_night, Field::Location),
            (step.there_at_night, Field::Notes),
        ];
        shown.add(step.contact, of_step.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, field)| field));
    }
    for whom in chain.timeline.iter().filter_map(|(_, whom)| whom.as_ref()) {
        shown.add(whom.contact, [Field::Name]);
    }
    missing(&chain.missing, shown);
    listed(chain.entries.iter(), shown, entry);
}

/// Whether the card says by which number the contact was found, which may be a fax.
fn shows_number(card: &Card) -> bool {
    card.why.iter().any(|why| matches!(why, ShownReason::Phone { line: Some(_), .. }))
}

/// The journal's name for a field of a contact that can be withheld.
fn noted(field: access::Field) -> Field {
    match field {
        access::Field::Phone => Field::Phone,
        access::Field::Email => Field::Email,
        access::Field::Notes => Field::Notes,
        access::Field::Location => Field::Location,
    }
}

/// An entry of a list, with a number or without.
fn row(one: &Listed, has_number: bool, shown: &mut ShownContacts, entry: &mut Entry) {
    listed([one].into_iter(), shown, entry);
    if let (ClickTarget::Person(contact) | ClickTarget::Step { contact, .. }, true) = (one.target, has_number) {
        shown.add(contact, [Field::Phone]);
    }
}

fn listed<'a>(entries: impl Iterator<Item = &'a Listed>, shown: &mut ShownContacts, entry: &mut Entry) {
    for listed in entries {
        match listed.target {
            ClickTarget::Person(contact)
            | ClickTarget::Step { contact, .. }
            | ClickTarget::WhoLooked { contact, .. } => {
                shown.add(contact, [Field::Name, Field::Title].into_iter().chain(listed.told_by.map(noted)));
            }
            ClickTarget::Primary(organization)
            | ClickTarget::Directory { organization, .. }
            | ClickTarget::WhoCan { organization, .. }
            | ClickTarget::Bind(organization) => {
                entry.organizations.insert(organization);
            }
            ClickTarget::Vips { organization, .. } => entry.organizations.extend(organization),
            // These are buttons, and in no list.
            ClickTarget::Layout { .. }
            | ClickTarget::Notes { .. }
            | ClickTarget::Outcome { .. }
            | ClickTarget::Share { .. }
            | ClickTarget::Favourite { .. }
            | ClickTarget::Reveal { .. }
            | ClickTarget::RevealDirectory { .. }
            | ClickTarget::ContactFile(_) => {}
        }
    }
}

/// Contacts who are named although they cannot be called.
fn missing(missing: &[MissingContact<Few<Named>>], shown: &mut ShownContacts) {
    for missing in missing {
        match &missing.because {
            Because::NotOnRecord | Because::NotShown => {}
            Because::OnlyEmail(people) | Because::Unreachable(people) | Because::Departed(people) => {
                named(people, shown);
            }
        }
    }
}

fn named(people: &[Named], shown: &mut ShownContacts) {
    for named in people {
        shown.add(named.contact, [Field::Name]);
    }
}

fn of_notice(notice: &Notice, shown: &mut ShownContacts, entry: &mut Entry) {
    let why = match notice {
        Notice::NotAllowed => "not-allowed",
        Notice::NotServed => "not-served",
        Notice::SharingOff => "sharing-off",
        Notice::NotHandedOn(person) => {
            named(slice::from_ref(person), shown);
            "departed"
        }
        Notice::Hold(Hold::Own) => "own",
        Notice::Hold(Hold::Released { user, reason }) => {
            (entry.subject, entry.reason) = (Some(*user), Some(<&str>::from(reason).into()));
            return;
        }
        Notice::NobodyToCall(dead_end) => {
            named(&dead_end.named, shown);
            return missing(&dead_end.missing, shown);
        }
        _ => return,
    };
    entry.outcome = Outcome::Refused(why.into());
}
