//! What an answer is made from.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::answer::card::{Card, DepartedSign, Site, Why};
use crate::answer::language::Language;
use crate::answer::menu::{Caution, Entry};
use crate::answer::{Body, Target};
use crate::directory::snapshot::Snapshot;
use crate::domain::contact::Contact;
use crate::domain::id::{ChannelId, GuildId, UserId};
use crate::domain::organization::Organization;
use crate::domain::role::{Role, says_departed};
use crate::notebook::Notebook;
use crate::policy::Policy;

/// What an answer is made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The account, as of the last sync.
    pub snapshot: &'a Snapshot,
    /// What the operator has decided.
    pub policy: &'a Policy,
    /// What Callsheet itself remembers.
    pub notebook: &'a Notebook,
    /// Who asks.
    pub caller: Caller,
    /// The moment of the question.
    pub now: Timestamp,
}

/// Who asks, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The person; whoever sits at a terminal is nobody in particular.
    pub user: Option<UserId>,
    /// The server.
    pub guild: Option<GuildId>,
    /// The channel or thread.
    pub channel: Option<ChannelId>,
    /// The channel that the thread belongs to, where it is one.
    pub parent: Option<ChannelId>,
    /// Whether the person may manage the server, and so what Callsheet does in it.
    pub may_manage: bool,
    /// The language to answer in.
    pub language: Language,
}

impl Caller {
    /// Whoever sits at the terminal of the machine.
    #[must_use]
    pub fn at_terminal(language: Language) -> Self {
        Self { user: None, guild: None, channel: None, parent: None, may_manage: true, language }
    }
}

impl Context<'_> {
    /// By which sign a contact counts as departed, if it does.
    pub(super) fn departed(self, contact: &Contact) -> Option<DepartedSign> {
        departed(contact, self.policy.roles.role(self.snapshot.contact_type_name(contact)))
    }

    /// The card of a contact.
    pub(super) fn card(self, contact: &Contact, why: Vec<Why>) -> Body {
        let primary_email = contact.primary_email();
        let is_other = |email: &&_| primary_email.is_none_or(|primary| !std::ptr::eq(*email, primary));
        Body::Card(Box::new(Card {
            id: contact.id,
            name: contact.display_name(),
            vip: contact.important,
            departed: self.departed(contact),
            title: owned(contact.title.as_deref()),
            organization: owned(self.snapshot.organization_name(contact)),
            contact_type: owned(self.snapshot.contact_type_name(contact)),
            phones: contact.dialable_phones().cloned().collect(),
            has_fax: contact.phones.iter().any(|phone| phone.fax),
            emails: primary_email.into_iter().chain(contact.emails.iter().filter(is_other)).cloned().collect(),
            site: self.site(contact),
            updated_at: contact.updated_at,
            url: owned(contact.url.as_deref()),
            why,
            chain: None,
        }))
    }

    /// Entries for these people, each told from the others.
    pub(super) fn people(self, contacts: &[&Contact]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = contacts.iter().map(|contact| self.person(contact)).collect();
        // Two records of one name, title and organization are told apart by how they are reached, and where that is
        // missing or the same too, by their number.
        distinguish(&mut entries, |at, entry| {
            let phone = || contacts[at].dialable_phones().next().map(|phone| &phone.value);
            let sign = contacts[at].primary_email().map(|email| &email.value).or_else(phone);
            // First, so that no cut takes it away.
            entry.details.splice(0..0, sign.map(ToString::to_string));
        });
        distinguish(&mut entries, |at, entry| entry.record = Some(contacts[at].id.0));
        entries
    }

    fn person(self, contact: &Contact) -> Entry {
        let departed = self.departed(contact).map(|_| Caution::Departed);
        Entry {
            name: contact.display_name(),
            vip: contact.important,
            caution: departed.or_else(|| (!contact.is_reachable()).then_some(Caution::Unreachable)),
            details: details([
                contact.title.as_deref(),
                self.snapshot.organization_name(contact),
                self.snapshot.contact_type_name(contact),
            ]),
            record: None,
            target: Target::Person(contact.id),
        }
    }

    fn site(self, contact: &Contact) -> Option<Site> {
        let known = contact.location.and_then(|id| self.snapshot.location(id));
        let name = known.and_then(|location| location.name.as_deref()).or(contact.location_name.as_deref());
        let place = known.map(|location| [&location.city, &location.region, &location.country]);
        let mut parts = details([name]);
        parts.extend(place.into_iter().flatten().flatten().map(ToString::to_string));
        // A site is often named after its city; saying it twice helps nobody.
        parts.dedup();
        let phone = known.and_then(|location| owned(location.phone.as_deref()));
        (!parts.is_empty() || phone.is_some()).then_some(Site { parts, phone })
    }
}

/// By which sign a contact whose type means this role counts as departed, if it does.
pub(super) fn departed(contact: &Contact, role: Option<Role>) -> Option<DepartedSign> {
    if role == Some(Role::Departed) {
        return Some(DepartedSign::ContactType);
    }
    let says = |text: Option<&str>| text.is_some_and(says_departed);
    let wording = says(contact.title.as_deref()) || says(Some(&contact.display_name()));
    wording.then_some(DepartedSign::Wording)
}

/// Entries for these organizations, each told from the others; where they lead is the caller's business.
pub(super) fn organizations(organizations: &[&Organization], target: impl Fn(&Organization) -> Target) -> Vec<Entry> {
    let entry = |organization: &&Organization| Entry {
        name: organization.name.to_string(),
        vip: false,
        caution: None,
        details: details([
            organization.short_name.as_deref(),
            organization.organization_type.as_deref(),
            organization.status.as_deref(),
        ]),
        record: None,
        target: target(organization),
    };
    let mut entries: Vec<Entry> = organizations.iter().map(entry).collect();
    distinguish(&mut entries, |at, entry| entry.record = Some(organizations[at].id.0));
    entries
}

/// Adds a sign to those entries that read like another one.
fn distinguish(entries: &mut [Entry], sign: impl Fn(usize, &mut Entry)) {
    let reading = |entry: &Entry| (entry.name.to_lowercase(), entry.details.clone());
    let mut count: BTreeMap<_, usize> = BTreeMap::new();
    for entry in &*entries {
        *count.entry(reading(entry)).or_default() += 1;
    }
    for (at, entry) in entries.iter_mut().enumerate() {
        if count[&reading(entry)] > 1 {
            sign(at, entry);
        }
    }
}

fn details<const N: usize>(parts: [Option<&str>; N]) -> Vec<String> {
    parts.into_iter().flatten().map(str::to_owned).collect()
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}
