//! Suggestions while an option is being typed. The options are in [`commands::Completion`].

use std::collections::BTreeSet;

use commands::Completion;
use commands::options::Pick;

use crate::access::Permission;
use crate::answer::ClickTarget;
use crate::answer::menu::{Caution, Choice, MAX_ENTRIES, MenuEntry};
use crate::answer::phrases;
use crate::answer::words::{Words, theirs};
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::organization::Organization;
use crate::features::ask::{Offer, Offered};
use crate::features::context::Context;
use crate::features::narrow::{self, Limit};
use crate::features::{channel, find};
use crate::search::Query;

/// Organizations closer in score than this are equally meant, as in a finished question.
const EQUAL: f32 = 0.02;

/// The commands with an option for an organization.
pub(super) fn offer_organizations(completion: &Completion) -> Offer<'_> {
    const NEEDS: &[Permission] = &[
        Permission::Contact,
        Permission::Vip,
        Permission::Primary,
        Permission::Directory,
        Permission::WhoCan,
        Permission::Bind,
        Permission::Add,
    ];
    Offer::new("organization", Offered::Organizations, NEEDS, completion, organizations)
}

/// The commands with an option for a contact type.
pub(super) fn offer_contact_types(completion: &Completion) -> Offer<'_> {
    const NEEDS: &[Permission] = &[Permission::Contact, Permission::Vip, Permission::Directory, Permission::Edit];
    Offer::new("type", Offered::Words, NEEDS, completion, contact_types)
}

pub(super) fn people(
    typed: &str,
    organization: Option<&Pick>,
    contact_type: Option<&Pick>,
    of: Option<&dyn Fn(&Contact) -> bool>,
    context: Context<'_>,
) -> Vec<Choice> {
    let remark = |sentence| vec![Choice::remark(&context.language.say(sentence), typed)];
    let Ok(only) = narrow::types(contact_type, context) else { return remark("suggest-unknown-type") };
    let Ok(organizations) = narrow::scope(organization, context) else {
        return remark("suggest-unknown-organization");
    };
    let admit = |contact: &Contact| {
        organizations.has_people_like(contact)
            && only.has_people_like(contact, context)
            && of.is_none_or(|is_meant| is_meant(contact))
    };
    let is_anybody = organizations.is_none() && only.is_none() && of.is_none();
    let known = KnownContacts::of(context);
    let mut contacts = if typed.chars().any(char::is_alphanumeric) {
        completed(typed, &organizations, &known, (!is_anybody).then_some(&admit), context)
    } else {
        let mut seen = BTreeSet::new();
        let mut contacts: Vec<&Contact> = known.people(context).filter(|contact| admit(contact)).collect();
        contacts.extend(beginning(&organizations, &admit, context));
        contacts.retain(|contact| seen.insert(contact.id));
        contacts
    };
    if contacts.is_empty() {
        return match typed {
            "" if organizations.is_none() => remark("suggest-type-a-name"),
            "" => remark("suggest-nobody-fits"),
            typed => vec![Choice::remark(&no_match("suggest-no-match", typed, context), typed)],
        };
    }
    contacts.truncate(MAX_ENTRIES);
    let mut entries: Vec<(MenuEntry, &Contact)> = context.people(&contacts).into_iter().zip(contacts).collect();
    entries.sort_by_key(|(entry, _)| entry.caution == Some(Caution::Departed));
    let choice = |(entry, contact): (MenuEntry, &Contact)| {
        let words = phrases::entry_whole(&entry, context.language);
        let is_favourite = known.favourites.contains(&contact.id);
        let words = if is_favourite { favourite(words, context) } else { words };
        Choice { told_by: entry.told_by, ..Choice::new(&words, Pick::value(contact.id.0)) }
    };
    entries.into_iter().map(choice).collect()
}

/// The contacts the caller has marked or looked up. No other caller ever sees them.
struct KnownContacts {
    favourites: BTreeSet<ContactId>,
    /// The favourites, then the recents, latest first.
    all: Vec<ContactId>,
}

impl KnownContacts {
    fn of(context: Context<'_>) -> Self {
        let Some(user) = context.caller.user else { return Self { favourites: BTreeSet::new(), all: Vec::new() } };
        let favourites: BTreeSet<ContactId> = context.notebook.favourites(user).collect();
        let name = |id: &ContactId| context.view.contact(*id).map(|contact| contact.display_name().to_lowercase());
        let mut all: Vec<ContactId> = favourites.iter().copied().collect();
        all.sort_by_cached_key(|id| (name(id), *id));
        all.extend(context.notebook.recents(user));
        Self { favourites, all }
    }

    /// Those on record that the caller may see.
    fn people<'a>(&self, context: Context<'a>) -> impl Iterator<Item = &'a Contact> {
        self.all.iter().filter_map(move |id| context.view.contact(*id))
    }
}

fn favourite(entry: Words, context: Context<'_>) -> Words {
    context.language.say_with("suggest-favourite", [("entry", entry.into())])
}

fn completed<'a>(
    typed: &str,
    organizations: &Limit<'_, Organization>,
    known: &KnownContacts,
    admit: Option<&dyn Fn(&Contact) -> bool>,
    context: Context<'a>,
) -> Vec<&'a Contact> {
    let called = find::type_words(context);
    let query = Query {
        organization: organizations.only().map(|one| one.id),
        preferred: channel::organization(context).map(|organization| organization.id),
        recent: &known.all,
        admit: &|id| admit.is_none_or(|admit| context.view.contact(id).is_some_and(admit)),
        types: &called,
        limit: MAX_ENTRIES,
        ..Query::new(typed)
    };
    let found = context.view.complete(&query);
    found.iter().filter_map(|found| context.view.contact(found.id)).collect()
}

/// Contacts before anything is typed: the organization's, VIPs first; without one, the channel's, and the VIPs.
fn beginning<'a>(
    organizations: &Limit<'a, Organization>,
    admit: &dyn Fn(&Contact) -> bool,
    context: Context<'a>,
) -> Vec<&'a Contact> {
    let by_name =
        |contact: &&Contact| (!context.is_important(contact), contact.display_name().to_lowercase(), contact.id);
    let of = match organizations {
        Limit::None => channel::organization(context).into_iter().collect(),
        Limit::To(left) => left.clone(),
    };
    let of = of.into_iter().flat_map(|one| context.view.contacts_of(one.id));
    let mut contacts: Vec<&Contact> = of.filter(|contact| admit(contact)).collect();
    contacts.sort_by_cached_key(by_name);
    if organizations.is_none() {
        let vips = context.view.contacts().filter(|contact| context.is_important(contact) && admit(contact));
        let mut vips: Vec<&Contact> = vips.collect();
        vips.sort_by_cached_key(by_name);
        contacts.extend(vips);
    }
    contacts
}

fn organizations(typed: &str, context: Context<'_>) -> Vec<Choice> {
    let view = context.view;
    let own = channel::organization(context);
    let found: Vec<&Organization> = if typed.chars().any(char::is_alphanumeric) {
        let mut ranked = view.index().organizations(typed, MAX_ENTRIES).ranked;
        let best = ranked.first().map_or(0.0, |first| first.score);
        // Stable: only the channel's own goes before its equals.
        ranked.sort_by_key(|found| own.is_none_or(|own| found.id != own.id || found.score <= best - EQUAL));
        ranked.iter().filter_map(|found| view.organization(found.id)).collect()
    } else {
        let known = KnownContacts::of(context);
        let of_known = known.people(context).filter_map(|contact| view.organization(contact.organization?));
        let mut all: Vec<&Organization> = view.organizations().collect();
        all.sort_by_cached_key(|organization| (organization.name.to_lowercase(), organization.id));
        let mut seen = BTreeSet::new();
        let all = own.into_iter().chain(of_known).chain(all).filter(|organization| seen.insert(organization.id));
        all.take(MAX_ENTRIES).collect()
    };
    if found.is_empty() {
        return vec![Choice::remark(&no_match("suggest-no-organization", typed, context), typed)];
    }
    let entries = context.organizations(&found, |organization| ClickTarget::Primary(organization.id));
    let choice = |(entry, organization): (&MenuEntry, &Organization)| {
        Choice::new(&phrases::entry_whole(entry, context.language), Pick::value(organization.id.0))
    };
    entries.iter().zip(found).map(choice).collect()
}

fn contact_types(typed: &str, context: Context<'_>) -> Vec<Choice> {
    let mut found = if typed.chars().any(char::is_alphanumeric) {
        narrow::matching_types(typed, context)
    } else {
        context.view.contact_types().collect()
    };
    if found.is_empty() {
        return vec![Choice::remark(&no_match("suggest-no-type", typed, context), typed)];
    }
    found.sort_by_cached_key(|contact_type| (contact_type.name.to_lowercase(), contact_type.id));
    found.truncate(MAX_ENTRIES);
    let choice = |name: &str, id: u64| Choice::new(&Words::default().theirs(name), Pick::value(id));
    found.iter().map(|contact_type| choice(&contact_type.name, contact_type.id.0)).collect()
}

pub(super) fn no_match(sentence: &'static str, typed: &str, context: Context<'_>) -> Words {
    context.language.say_with(sentence, [("typed", theirs(typed).into())])
}
