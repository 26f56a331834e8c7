//! A client named where a contact was asked for.

use jiff::Timestamp;

use crate::access::Permission;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu, MenuEntry, Offered};
use crate::answer::notice::Notice;
use crate::answer::text::plain;
use crate::answer::words::{Words, theirs};
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::features::context::Context;
use crate::features::narrow::{self, Limit};
use crate::features::reach;
use crate::search::{self, Match};

/// Actions offered of a client; more are a list of their own.
const MAX_ACTIONS: usize = 5;

/// What can be asked about clients when the question names only them.
pub(super) fn named(clients: &[OrganizationId], typed: &str, context: Context<'_>) -> Body {
    let nobody = || Notice::NobodyMatches { typed: typed.to_owned(), within: None }.into();
    let organizations: Vec<&Organization> = clients.iter().filter_map(|&id| context.view.organization(id)).collect();
    let [organization] = *organizations else {
        let target = |organization: &Organization| {
            let questions = questions(organization, context);
            questions.first().map_or(ClickTarget::Primary(organization.id), |first| first.target)
        };
        return if organizations.is_empty() {
            nobody()
        } else {
            narrow::which(Some(typed), &organizations, target, context)
        };
    };
    let heading = Heading::Client { organization: organization.name.to_string() };
    match questions(organization, context) {
        entries if entries.is_empty() => nobody(),
        entries => Body::Menu(Menu { heading, entries, more: false }),
    }
}

/// The contacts who match a part of the question, and what can be asked about the clients it names.
pub(super) fn elsewhere(
    clients: &[OrganizationId],
    typed: &str,
    found: &[Match<ContactId>],
    context: Context<'_>,
) -> Body {
    let organizations: Vec<&Organization> = clients.iter().filter_map(|&id| context.view.organization(id)).collect();
    let questions = match *organizations {
        [organization] => questions(organization, context),
        _ => context.organizations(&organizations, |organization| ClickTarget::Primary(organization.id)),
    };
    let named: Vec<String> = organizations.iter().map(|organization| organization.name.to_string()).collect();
    let room = MAX_ENTRIES - questions.len();
    let contacts: Vec<&Contact> = found.iter().filter_map(|found| context.view.contact(found.id)).take(room).collect();
    let mut entries = context.people(&contacts);
    entries.extend(questions);
    let typed = typed.to_owned();
    if entries.is_empty() {
        return Body::Notice(Notice::NobodyMatches { typed, within: Some(named.join(", ")) });
    }
    let is_here = |contact: &&Contact| contact.organization.is_some_and(|id| clients.contains(&id));
    let offered = match &*contacts {
        [] => Offered::Nobody,
        contacts if contacts.iter().any(is_here) => Offered::Partly,
        _ => Offered::Elsewhere,
    };
    let heading = Heading::Elsewhere { typed, organizations: named, offered };
    Body::Menu(Menu { heading, entries, more: found.len() > room })
}

/// What people call a client's main number, in the languages of answers, folded.
const MAIN_LINE: [&[&str]; 11] = [
    &["main", "number"],
    &["main", "line"],
    &["main", "phone"],
    &["switchboard"],
    &["hauptnummer"],
    &["zentrale"],
    &["numero", "principal"],
    &["ligne", "principale"],
    &["telefono", "principal"],
    &["linea", "principal"],
    &["centralita"],
];

/// The main number of the client that the question names beside it, and what else can be asked about that client.
pub(super) fn main_line(typed: &str, among: &Limit<'_, Organization>, context: Context<'_>) -> Option<Body> {
    let words = search::words(typed);
    let is_called = |called: &&&[&str]| words.windows(called.len()).any(|words| words == **called);
    let called = MAIN_LINE.iter().find(is_called)?;
    let rest: Vec<&str> = words.iter().map(String::as_str).filter(|word| !called.contains(word)).collect();
    let named = context.view.index().clients_named(&rest.join(" "), 2);
    let organization = match *named.organizations {
        [id] if named.is_clear => context.view.organization(id)?,
        _ => among.only().filter(|_| rest.is_empty())?,
    };
    let mut entries = questions(organization, context);
    entries.sort_by_key(|entry| !matches!(entry.target, ClickTarget::Directory { .. }));
    let phones = reach::main_line(organization, context);
    if phones.is_empty() && entries.is_empty() {
        return None;
    }
    let (organization, dial_links) = (organization.name.to_string(), context.policy.dial_links);
    Some(Body::Menu(Menu { heading: Heading::MainLine { organization, phones, dial_links }, entries, more: false }))
}

/// The answer for a client without VIPs: whom to call instead.
pub(in crate::features) fn without_vips(organization: &Organization, context: Context<'_>) -> Option<Menu> {
    let mut entries = questions(organization, context);
    entries.retain(|entry| matches!(entry.target, ClickTarget::Primary(_) | ClickTarget::Directory { .. }));
    let heading = Heading::NoVips { organization: organization.name.to_string() };
    (!entries.is_empty()).then_some(Menu { heading, entries, more: false })
}

/// What the caller may ask about a client.
fn questions(organization: &Organization, context: Context<'_>) -> Vec<MenuEntry> {
    let language = context.language;
    let id = organization.id;
    let mut questions = Vec::new();
    let mut offer = |permission, name: String, target| {
        if context.view.allows_at(permission, organization) {
            questions.push(MenuEntry::new(name, vec![organization.name.to_string()], target));
        }
    };
    let text = |words: &Words| plain(words, Timestamp::UNIX_EPOCH);
    let say = |sentence| text(&language.say(sentence));
    offer(Permission::Primary, say("client-primary"), ClickTarget::Primary(id));
    offer(
        Permission::Directory,
        say("client-directory"),
        ClickTarget::Directory { organization: id, contact_type: None, page: 0 },
    );
    if !context.is_redacted(organization) {
        offer(Permission::Vip, say("vips"), ClickTarget::Vips { organization: Some(id), contact_type: None, page: 0 });
    }
    for authorisation in context.policy.authorisations(organization).take(MAX_ACTIONS) {
        let action = [("action", theirs(&*authorisation.action).into())];
        let name = text(&language.say_with("client-who-can", action));
        offer(Permission::WhoCan, name, ClickTarget::WhoCan { organization: id, action: authorisation.mark() });
    }
    questions
}
