//! Suggestions while an option is being typed; what may be typed is in [`commands::Completion`].

use commands::Completion;
use commands::options::Pick;

use crate::answer::Target;
use crate::answer::choice::Choice;
use crate::answer::menu::{Entry, MAX_ENTRIES};
use crate::answer::phrases;
use crate::answer::words::{Words, theirs};
use crate::domain::contact::Contact;
use crate::domain::organization::Organization;
use crate::handlers::context::{self, Context};
use crate::handlers::{narrow, vip};
use crate::search::Query;

pub(super) fn choices(completion: &Completion, context: Context<'_>) -> Vec<Choice> {
    let typed = match completion {
        Completion::Person { typed, .. }
        | Completion::Vip { typed, .. }
        | Completion::Organization { typed }
        | Completion::ContactType { typed }
        | Completion::Action { typed } => typed,
    };
    if context.snapshot.status().synced_at.is_none() {
        return vec![Choice::remark(&context.caller.language.say("suggest-loading"), typed)];
    }
    match completion {
        Completion::Person { organization, contact_type, .. } => {
            let only = match contact_type.as_ref().map(|pick| narrow::contact_types(pick, context)) {
                None => None,
                Some(Ok(only)) => Some(only),
                Some(Err(_)) => {
                    return vec![Choice::remark(&context.caller.language.say("suggest-unknown-type"), typed)];
                }
            };
            people(typed, organization.as_ref(), &|contact| narrow::is_of(contact, only.as_ref()), context)
        }
        Completion::Vip { organization, .. } => {
            people(typed, organization.as_ref(), &|contact| vip::is_vip(contact, context), context)
        }
        Completion::Organization { .. } => organizations(typed, context),
        Completion::ContactType { .. } => contact_types(typed, context),
        Completion::Action { .. } => vec![Choice::remark(&context.caller.language.say("suggest-nothing"), typed)],
    }
}

fn people(
    typed: &str,
    organization: Option<&Pick>,
    admit: &dyn Fn(&Contact) -> bool,
    context: Context<'_>,
) -> Vec<Choice> {
    let organizations = match organization.map(|pick| narrow::organizations(pick, context)) {
        None => Vec::new(),
        Some(Ok(organizations)) => organizations,
        Some(Err(_)) => {
            return vec![Choice::remark(&context.caller.language.say("suggest-unknown-organization"), typed)];
        }
    };
    let admit = |contact: &Contact| narrow::belongs(contact, &organizations) && admit(contact);
    let mut contacts = if typed.chars().any(char::is_alphanumeric) {
        completed(typed, &organizations, &admit, context)
    } else {
        beginning(&organizations, &admit, context)
    };
    if contacts.is_empty() {
        let words = match typed {
            "" if organizations.is_empty() => context.caller.language.say("suggest-type-a-name"),
            "" => context.caller.language.say("suggest-nobody-fits"),
            typed => no_match("suggest-no-match", typed, context),
        };
        return vec![Choice::remark(&words, typed)];
    }
    contacts.truncate(MAX_ENTRIES);
    contacts.sort_by_cached_key(|contact| context.departed(contact).is_some());
    let entries = context.people(&contacts).into_iter();
    entries.zip(contacts).map(|(entry, contact)| choice(&entry, contact.id.0, context)).collect()
}

fn completed<'a>(
    typed: &str,
    organizations: &[&Organization],
    admit: &dyn Fn(&Contact) -> bool,
    context: Context<'a>,
) -> Vec<&'a Contact> {
    let one = if let [one] = organizations { Some(one.id) } else { None };
    let admit = |id| context.snapshot.contact(id).is_some_and(admit);
    let query = Query { organization: one, admit: &admit, limit: MAX_ENTRIES, ..Query::new(typed) };
    let found = context.snapshot.index().complete(&query);
    found.iter().filter_map(|found| context.snapshot.contact(found.id)).collect()
}

/// People to begin with before anything is typed: those of the organization, VIPs first; without one, the VIPs.
fn beginning<'a>(
    organizations: &[&Organization],
    admit: &dyn Fn(&Contact) -> bool,
    context: Context<'a>,
) -> Vec<&'a Contact> {
    let mut contacts: Vec<&Contact> = if organizations.is_empty() {
        context.snapshot.contacts().filter(|contact| contact.important && admit(contact)).collect()
    } else {
        let of = organizations.iter().flat_map(|organization| context.snapshot.contacts_of(organization.id));
        of.filter(|contact| admit(contact)).collect()
    };
    contacts.sort_by_cached_key(|contact| (!contact.important, contact.display_name().to_lowercase(), contact.id));
    contacts
}

fn organizations(typed: &str, context: Context<'_>) -> Vec<Choice> {
    let snapshot = context.snapshot;
    let found: Vec<&Organization> = if typed.chars().any(char::is_alphanumeric) {
        let matches = snapshot.index().organizations(typed, MAX_ENTRIES, &|_| true);
        matches.ranked.iter().filter_map(|found| snapshot.organization(found.id)).collect()
    } else {
        let mut all: Vec<&Organization> = snapshot.organizations().collect();
        all.sort_by_cached_key(|organization| (organization.name.to_lowercase(), organization.id));
        all.truncate(MAX_ENTRIES);
        all
    };
    if found.is_empty() {
        return vec![Choice::remark(&no_match("suggest-no-organization", typed, context), typed)];
    }
    let entries = context::organizations(&found, |organization| Target::Primary(organization.id));
    entries.iter().zip(found).map(|(entry, organization)| choice(entry, organization.id.0, context)).collect()
}

fn contact_types(typed: &str, context: Context<'_>) -> Vec<Choice> {
    let mut found = if typed.chars().any(char::is_alphanumeric) {
        narrow::matching_types(typed, context)
    } else {
        context.snapshot.contact_types().collect()
    };
    if found.is_empty() {
        return vec![Choice::remark(&no_match("suggest-no-type", typed, context), typed)];
    }
    found.sort_by_cached_key(|contact_type| (contact_type.name.to_lowercase(), contact_type.id));
    found.truncate(MAX_ENTRIES);
    let choice = |name: &str, id: u64| Choice::new(&Words::default().theirs(name), Pick::value(id));
    found.iter().map(|contact_type| choice(&contact_type.name, contact_type.id.0)).collect()
}

fn no_match(sentence: &'static str, typed: &str, context: Context<'_>) -> Words {
    context.caller.language.say_with(sentence, [("typed", theirs(typed).into())])
}

fn choice(entry: &Entry, id: u64, context: Context<'_>) -> Choice {
    Choice::new(&phrases::entry_whole(entry, context.caller.language), Pick::value(id))
}
