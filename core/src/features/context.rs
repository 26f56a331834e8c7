//! The inputs of an answer.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::access::standing::Withheld;
use crate::access::{Caller, Field};
use crate::answer::card::{DepartedSign, ShownReason};
use crate::answer::language::Language;
use crate::answer::menu::{Caution, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::{Answer, Body, ClickTarget};
use crate::domain::contact::{Affiliation, Contact};
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::domain::link::Link;
use crate::domain::organization::Organization;
use crate::domain::role::{Role, says_departed};
use crate::edits::{Edits, Found};
use crate::escalation::Reach;
use crate::features::card;
use crate::health::Health;
use crate::notebook::Notebook;
use crate::policy::Policy;
use crate::view::View;

/// The inputs of an answer.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The account as of the last sync, as far as the caller may see it.
    pub view: &'a View<'a>,
    pub policy: &'a Policy,
    pub notebook: &'a Notebook,
    pub edits: &'a Edits,
    /// What an effect has found out for this answer.
    pub found: Option<&'a Found>,
    pub health: &'a (dyn Fn() -> Health + Sync),
    pub caller: &'a Caller,
    pub language: Language,
    /// Whether what is shown only when asked for was asked for.
    pub reveal: bool,
    pub now: Timestamp,
}

impl Context<'_> {
    /// The answer about an organization, if it still exists.
    pub(super) fn at<A: Into<Answer>>(self, id: OrganizationId, answer: impl FnOnce(&Organization) -> A) -> Answer {
        match self.view.organization(id) {
            Some(organization) => answer(organization).into(),
            None => Body::Notice(Notice::Gone).into(),
        }
    }

    /// The sign by which a contact counts as departed. For a contact shown by name only there is none to tell.
    pub(super) fn departed(self, contact: &Contact) -> Option<DepartedSign> {
        if self.view.is_redacted(contact) {
            return None;
        }
        departed(contact, self.policy.roles.role(self.view.contact_type_name(contact)))
    }

    /// A record's address, where it leads to the account's own IT Glue.
    pub(super) fn link(self, address: &str) -> Option<Link> {
        Link::of(address, self.policy.it_glue_host.as_deref())
    }

    /// Whether a contact is shown as important, also by its place among others. A contact shown by name only never is.
    pub(super) fn is_important(self, contact: &Contact) -> bool {
        contact.important && !self.view.is_redacted(contact)
    }

    /// The contact type a contact may be found and listed by. A contact shown by name only has none.
    pub(super) fn contact_type(self, contact: &Contact) -> Option<ContactTypeId> {
        contact.contact_type.filter(|_| !self.view.is_redacted(contact))
    }

    /// Whether an organization's details are never put into chat.
    pub(super) fn is_redacted(self, organization: &Organization) -> bool {
        self.view.standing(Affiliation::Organization(organization.id), false).is_redacted
    }

    /// Whether a field of an organization itself, or of its sites, is withheld from the caller.
    pub(super) fn keeps(self, field: Field, organization: &Organization) -> bool {
        let standing = self.view.standing(Affiliation::Organization(organization.id), false);
        let is_shown = standing.fields.contains(&field) || (self.reveal && standing.on_click.contains(&field));
        standing.is_redacted || !is_shown
    }

    /// The fields of a contact that are withheld from the caller.
    pub(super) fn withheld(self, contact: &Contact) -> Withheld {
        self.view.withheld(contact, self.reveal)
    }

    /// How a contact can be reached, as far as the caller may know.
    pub(super) fn reach(self, contact: &Contact) -> Reach {
        Reach::of(contact, |field| self.view.hides(field, contact))
    }

    pub(super) fn card(self, contact: &Contact, why: Vec<ShownReason>) -> Body {
        Body::Card(Box::new(card::build(contact, why, self)))
    }

    /// Entries for these contacts, each told from the others.
    pub(super) fn people(self, contacts: &[&Contact]) -> Vec<MenuEntry> {
        let mut entries: Vec<MenuEntry> = contacts.iter().map(|contact| self.person(contact)).collect();
        // Two records with one name, title and organization are told apart by how they are reached, and where this is
        // missing or the same too, by their id.
        distinguish(&mut entries, |at, entry| {
            let phone = || contacts[at].dialable_phones().next().map(|phone| &phone.value);
            let email = || contacts[at].primary_email().map(|email| &email.value);
            let withheld = self.withheld(contacts[at]);
            let signs = [(Field::Email, email()), (Field::Phone, phone())].into_iter();
            let mut shown = signs.filter(|(field, sign)| sign.is_some() && !withheld.keeps(*field));
            let Some((field, sign)) = shown.next() else { return };
            entry.told_by = Some(field);
            // First, so that no cut takes it away.
            entry.details.splice(0..0, sign.map(ToString::to_string));
        });
        distinguish(&mut entries, |at, entry| entry.record = Some(contacts[at].id.0));
        entries
    }

    /// Entries for these organizations, each told from the others; `target` says where they lead.
    pub(super) fn organizations(
        self,
        organizations: &[&Organization],
        target: impl Fn(&Organization) -> ClickTarget,
    ) -> Vec<MenuEntry> {
        let entry = |organization: &&Organization| {
            // Of a redacted client only its names are shown.
            let shown = Some(*organization).filter(|organization| !self.is_redacted(organization));
            let kind = shown.and_then(|organization| organization.organization_type.as_deref());
            let details = details([organization.short_name.as_deref(), kind]);
            let status = shown.and_then(Organization::unusual_status).map(|unusual| unusual.status);
            MenuEntry { status, ..MenuEntry::new(&*organization.name, details, target(organization)) }
        };
        let mut entries: Vec<MenuEntry> = organizations.iter().map(entry).collect();
        distinguish(&mut entries, |at, entry| entry.record = Some(organizations[at].id.0));
        entries
    }

    fn person(self, contact: &Contact) -> MenuEntry {
        let departed = self.departed(contact).map(|_| Caution::Departed);
        let caution = departed.or_else(|| (self.reach(contact) == Reach::Nothing).then_some(Caution::Unreachable));
        let is_redacted = self.view.is_redacted(contact);
        let organization = self.view.organization_name(contact);
        let details = if is_redacted {
            details([organization])
        } else {
            details([contact.title.as_deref(), organization, self.view.contact_type_name(contact)])
        };
        MenuEntry {
            vip: self.is_important(contact),
            caution: caution.filter(|_| !is_redacted),
            ..MenuEntry::new(contact.display_name(), details, ClickTarget::Person(contact.id))
        }
    }
}

/// The sign by which a contact whose type means this role counts as departed.
pub(super) fn departed(contact: &Contact, role: Option<Role>) -> Option<DepartedSign> {
    if role == Some(Role::Departed) {
        return Some(DepartedSign::ContactType);
    }
    let says = |text: Option<&str>| text.is_some_and(says_departed);
    let wording = says(contact.title.as_deref()) || says(Some(&contact.shown_name()));
    wording.then_some(DepartedSign::Wording)
}

/// Adds a sign to those entries that read like another one.
fn distinguish(entries: &mut [MenuEntry], sign: impl Fn(usize, &mut MenuEntry)) {
    let reading = |entry: &MenuEntry| (entry.name.to_lowercase(), entry.status.clone(), entry.details.clone());
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
