//! What an answer discloses, for the audit journal.

use std::collections::BTreeSet;
use std::slice;

use commands::options::Pick;
use commands::{Command, Completion};
use jiff::Timestamp;

use crate::access;
use crate::answer::card::Card;
use crate::answer::chain::{Because, Missing, Named};
use crate::answer::choice::Choice;
use crate::answer::lookups::WHO_LOOKED;
use crate::answer::menu::Entry as Listed;
use crate::answer::notice::{Hold, Notice};
use crate::answer::{Answer, Audience, Body, Target};
use crate::domain::id::{ContactId, OrganizationId};
use crate::journal::{self, Action, Entry, Field, Outcome};
use crate::reach::zone::Local;

/// What a command is called in the journal.
#[must_use]
pub fn action_of(command: &Command) -> Action {
    match command {
        Command::Contact(_) => Action::Command("contact".into()),
        Command::Vip(_) => Action::Command("vip".into()),
        Command::Primary(_) => Action::Command("primary".into()),
        Command::Directory(_) => Action::Command("directory".into()),
        Command::WhoCan(_) => Action::Command("who-can".into()),
        Command::Bind(_) => Action::Command("bind".into()),
        Command::Unbind => Action::Command("unbind".into()),
        Command::WhoLooked(_) => Action::Command(WHO_LOOKED.into()),
        Command::Release(_) => Action::Release,
        Command::WhoDoICall { .. } => Action::Alert,
    }
}

/// What a click is called in the journal.
#[must_use]
pub fn action_of_click(target: Target) -> Action {
    Action::Button(match target {
        Target::Share { .. } => return Action::Share,
        Target::ContactFile(_) => return Action::ContactFile,
        Target::Person(_) => "person".into(),
        Target::Primary(_) => "primary".into(),
        Target::Step { .. } => "step".into(),
        Target::Layout { .. } => "layout".into(),
        Target::Notes { .. } => "notes".into(),
        Target::Outcome { .. } => "outcome".into(),
        Target::Favourite { .. } => "favourite".into(),
        Target::Reveal { .. } => "reveal".into(),
        Target::Vips { .. } => "vips".into(),
        Target::Directory { .. } => "directory".into(),
        Target::WhoCan { .. } => "who-can".into(),
        Target::Bind(_) => "bind".into(),
        Target::WhoLooked { .. } => WHO_LOOKED.into(),
    })
}

/// The entry for an answer.
#[must_use]
pub fn of(answer: &Answer, action: Action, now: Timestamp) -> Entry {
    let mut entry = Entry::new(now, action);
    entry.audience = match answer.audience {
        Audience::Caller => journal::Audience::Caller,
        Audience::Channel => journal::Audience::Channel,
    };
    match &answer.body {
        Body::Card(card) => of_card(card, &mut entry),
        Body::Notes(notes) => {
            entry.contacts.insert(notes.contact);
            entry.fields.extend([Field::Name, Field::Notes]);
        }
        Body::Menu(menu) => listed(menu.entries.iter(), &mut entry),
        Body::Approvers(found) => {
            let all = || found.people.iter().chain(&found.deciders);
            listed(all().map(|approver| &approver.entry), &mut entry);
            entry.fields.extend(all().any(|approver| approver.number.is_some()).then_some(Field::Phone));
            missing(&found.missing, &mut entry);
        }
        Body::List(list) => {
            listed(list.rows.iter().map(|row| &row.entry), &mut entry);
            entry.fields.extend(list.rows.iter().any(|row| row.number.is_some()).then_some(Field::Phone));
        }
        Body::Lookups(lookups) => {
            entry.contacts.insert(lookups.contact);
            entry.fields.insert(Field::Name);
        }
        Body::Notice(notice) => of_notice(notice, &mut entry),
    }
    if let Some(file) = &answer.file {
        entry.contacts.extend(file.of);
        entry.fields.extend(&file.fields);
    }
    if entry.outcome == Outcome::Nothing && !entry.contacts.is_empty() {
        entry.outcome = Outcome::Disclosed;
    }
    entry
}

/// The entry for suggestions.
#[must_use]
pub fn of_choices(completion: &Completion, choices: &[Choice], now: Timestamp) -> Entry {
    let ids = || {
        choices.iter().filter_map(|choice| match Pick::parse(&choice.value) {
            Some(Pick::Id(id)) => Some(id),
            _ => None,
        })
    };
    let mut entry = Entry::new(now, Action::Suggestions("contact".into()));
    match completion {
        Completion::Person { .. } => entry.contacts = ids().map(ContactId).collect(),
        Completion::Vip { .. } => {
            entry.action = Action::Suggestions("vip".into());
            entry.contacts = ids().map(ContactId).collect();
        }
        Completion::Organization { .. } => {
            entry.action = Action::Suggestions("organization".into());
            entry.organizations = ids().map(OrganizationId).collect();
        }
        Completion::ContactType { .. } => entry.action = Action::Suggestions("type".into()),
        Completion::Action { .. } => entry.action = Action::Suggestions("action".into()),
        Completion::WhoLooked { .. } => {
            entry.action = Action::Suggestions(WHO_LOOKED.into());
            entry.contacts = ids().map(ContactId).collect();
        }
    }
    if !entry.contacts.is_empty() {
        entry.fields = BTreeSet::from([Field::Name, Field::Title]);
        entry.fields.extend(choices.iter().filter_map(|choice| choice.told_by).map(noted));
        entry.outcome = Outcome::Disclosed;
    }
    entry
}

/// The entry for what is refused without being looked at.
#[must_use]
pub fn refused(action: Action, why: &'static str, now: Timestamp) -> Entry {
    Entry { outcome: Outcome::Refused(why.into()), ..Entry::new(now, action) }
}

fn of_card(card: &Card, entry: &mut Entry) {
    entry.contacts.insert(card.id);
    let shown = [
        (true, Field::Name),
        (card.title.is_some(), Field::Title),
        (!card.numbers.is_empty(), Field::Phone),
        (!card.emails.is_empty(), Field::Email),
        (!card.location.is_empty() || card.site_phone.is_some() || card.local != Local::Unknown, Field::Location),
        (card.notes.is_some() || card.hours.is_some(), Field::Notes),
    ];
    entry.fields.extend(shown.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, field)| field));
    if let Some(chain) = &card.chain {
        entry.organizations.insert(chain.organization);
        let mut steps = chain.following.iter().chain(&chain.awake);
        entry.fields.extend(steps.clone().any(|step| !step.night.is_empty()).then_some(Field::Location));
        entry.fields.extend(
            steps.any(|step| step.there_at_night).then_some([Field::Location, Field::Notes]).into_iter().flatten(),
        );
        entry.contacts.extend(chain.following.iter().chain(&chain.awake).map(|step| step.contact));
        entry.contacts.extend(chain.timeline.iter().filter_map(|tried| tried.whom.as_ref()).map(|whom| whom.contact));
        missing(&chain.missing, entry);
        listed(chain.entries.iter(), entry);
    }
}

/// What a part of a contact that can be kept back is called in the journal.
fn noted(field: access::Field) -> Field {
    match field {
        access::Field::Phone => Field::Phone,
        access::Field::Email => Field::Email,
        access::Field::Notes => Field::Notes,
        access::Field::Location => Field::Location,
    }
}

fn listed<'a>(entries: impl Iterator<Item = &'a Listed>, entry: &mut Entry) {
    for listed in entries {
        match listed.target {
            Target::Person(contact) | Target::Step { contact, .. } | Target::WhoLooked { contact, .. } => {
                entry.contacts.insert(contact);
                entry.fields.extend([Field::Name, Field::Title]);
                entry.fields.extend(listed.told_by.map(noted));
            }
            Target::Primary(organization)
            | Target::Directory { organization, .. }
            | Target::WhoCan { organization, .. }
            | Target::Bind(organization) => {
                entry.organizations.insert(organization);
            }
            Target::Vips { organization, .. } => entry.organizations.extend(organization),
            // These are buttons, and in no list.
            Target::Layout { .. }
            | Target::Notes { .. }
            | Target::Outcome { .. }
            | Target::Share { .. }
            | Target::Favourite { .. }
            | Target::Reveal { .. }
            | Target::ContactFile(_) => {}
        }
    }
}

/// Those who are named although they cannot be called.
fn missing(missing: &[Missing], entry: &mut Entry) {
    for missing in missing {
        match &missing.because {
            Because::NotOnRecord => {}
            Because::OnlyEmail(people) | Because::Unreachable(people) | Because::Departed(people) => {
                named(people, entry);
            }
        }
    }
}

fn named(people: &[Named], entry: &mut Entry) {
    entry.contacts.extend(people.iter().map(|named| named.contact));
    entry.fields.extend((!people.is_empty()).then_some(Field::Name));
}

fn of_notice(notice: &Notice, entry: &mut Entry) {
    let why = match notice {
        Notice::NotAllowed => "not-allowed",
        Notice::NotServed => "not-served",
        Notice::SharingOff => "sharing-off",
        Notice::NotHandedOn(person) => {
            named(slice::from_ref(person), entry);
            "departed"
        }
        Notice::Hold(Hold::Own) => "own",
        Notice::Hold(Hold::Released(user)) => {
            entry.subject = Some(*user);
            return;
        }
        Notice::NobodyToCall(dead_end) => {
            named(&dead_end.named, entry);
            return missing(&dead_end.missing, entry);
        }
        _ => return,
    };
    entry.outcome = Outcome::Refused(why.into());
}
